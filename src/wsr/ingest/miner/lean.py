"""The page interpreter with the compiled lexer: it runs the same operators, several times as fast."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from pdfminer.pdftypes import PDFStream, stream_value
from pdfminer.psparser import LIT

from wsr.ingest.miner import lexer
from wsr.ingest.miner.geometry import bounds_of, times
from wsr.ingest.miner.interpreter import PageInterpreter
from wsr.ingest.miner.lexer import OPERATION, shown_of
from wsr.ingest.miner.notation import Unlexable, name_of, string_of

_NO_CHANGE = frozenset(b"J j M i ri d BX EX MP DP d0 d1 ID".split())
"""Operators that change nothing that is kept here."""
_MOST_OPERANDS, _MANY = 40, 1_000
"""Operands that an operator can take (a colour of 32 inks takes most), and how many may wait for one."""
_SPELLED = {b"'": "_q", b'"': "_w", b"T*": "T_a", b"f*": "f_a", b"B*": "B_a", b"b*": "b_a", b"W*": "W_a"}
_COLOURS = frozenset({b"sc", b"scn", b"SC", b"SCN"})


class LeanInterpreter(PageInterpreter):
    """Runs content by whole operations. Raises Unlexable where the standard interpreter must take over."""

    def run(self, streams: Sequence[object]) -> None:
        """Run streams as one content, leaving out those that are being run already."""
        contents = [stream_value(stream) for stream in streams]
        fresh = [c for c in contents if c.objid is not None and c.objid not in self.parent_stream_ids]
        self.stream_ids = {content.objid for content in fresh}
        data = b"\n".join(content.get_data() for content in fresh)
        position = 0
        while position < len(data):
            position = self._run_from(data, position)

    def _run_from(self, data: bytes, position: int) -> int:
        """Run operations up to the end, or up to a picture written into the content: where to go on."""
        operands: list[Any] = []
        for found in OPERATION.finditer(data, position):
            kind = found.lastindex
            if kind == lexer.OPERATOR:
                if self._operate(found, operands):
                    return self._skip_picture(data, found.end())
            elif kind == lexer.ARRAY_SHOWN:
                self.device.show(self.textstate, self.graphicstate, shown_of(found[lexer.ARRAY]))
                operands.clear()
            elif kind == lexer.SHOWABLE_SHOWN:
                self.device.show(self.textstate, self.graphicstate, [(found[lexer.SHOWABLE], b"")])
                operands.clear()
            elif kind == lexer.CLIP:
                self._clip([*operands, *map(float, found[lexer.NUMBERS].split())][-4:])
                operands.clear()
            elif kind == lexer.TAG_BEGINS:
                self.do_BDC(LIT(name_of(found[lexer.TAG])), None)
            elif kind is not None:
                operands.append(_operand(kind, found[kind]))
                if len(operands) > _MANY:
                    del operands[:-_MOST_OPERANDS]
        return len(data)

    def _operate(self, found: re.Match[bytes], operands: list[Any]) -> bool:
        """Run an operator; whether it begins a picture."""
        numbers, name = found.group(lexer.NUMBERS, lexer.OPERATOR)
        if numbers:
            operands += map(float, numbers.split())
        method, wanted, is_colour = _operator(name)
        if is_colour:
            self.argstack = operands
        if len(operands) == wanted:
            method(self, *operands)
        elif len(operands) > wanted:
            method(self, *operands[len(operands) - wanted :])
        if method is not _unknown:
            operands.clear()
        return name == b"BI"

    def _clip(self, rectangle: list[Any]) -> None:
        """Clip to a rectangle: what re, W and n do together; some operands may be missing, or no numbers."""
        if self.curpath or [type(number) for number in rectangle] != [float] * 4:
            if len(rectangle) == 4:
                self.do_re(*rectangle)
            self.do_W()
            self.do_n()
        else:
            x, y, width, height = rectangle
            self.graphicstate.narrow(bounds_of(self.ctm, (x, y, x + width, y + height)), is_rectangle=True)

    def _skip_picture(self, data: bytes, position: int) -> int:
        """Keep the place of a picture written into the content; the place behind it."""
        begin = lexer.PICTURE_BEGINS.search(data, position)
        end = lexer.PICTURE_ENDS.search(data, begin.end() - 1) if begin else None
        if begin is None or end is None:
            raise Unlexable("a picture in the content has no end")
        entries = data[position : begin.start()]
        is_mask = b"/IM true" in entries or b"/ImageMask true" in entries
        self.do_EI(PDFStream({"ImageMask": is_mask}, b""))
        return end.end()

    def do_Tm(self, *matrix: float) -> None:  # noqa: N802  # the operator is Tm
        """Set the text matrix."""
        self.textstate.matrix = matrix
        self.textstate.linematrix = (0, 0)

    def do_Td(self, x: float, y: float) -> None:  # noqa: N802  # the operator is Td
        """Move to the next line, so far from the start of the present one."""
        state = self.textstate
        a, b, c, d, e, f = state.matrix
        state.matrix = (a, b, c, d, x * a + y * c + e, x * b + y * d + f)
        state.linematrix = (0, 0)

    def do_cm(self, *matrix: float) -> None:
        """Transform the coordinates of what follows."""
        self.ctm = times(matrix, self.ctm)  # type: ignore[arg-type]
        self.device.set_ctm(self.ctm)


def _operand(kind: int, literal: bytes) -> object:
    """The value of what stands before an operator; arrays and dictionaries are not needed by any."""
    if kind == lexer.WORD:
        return LIT(name_of(literal))
    if kind == lexer.NUMERAL:
        return float(literal)
    if kind == lexer.SHOWABLE:
        return string_of(literal)
    if kind in (lexer.ARRAY, lexer.STRUCTURE):
        return None
    raise Unlexable("not known in page content")


def _nothing(interpreter: LeanInterpreter) -> None:
    """What an operator does that changes nothing here."""


def _unknown(interpreter: LeanInterpreter) -> None:
    """What pdfminer does at an operator that it does not know: nothing, leaving the operands where they are."""


@cache
def _operator(name: bytes) -> tuple[Callable[..., None], int, bool]:
    """The method of an operator, how many operands it takes, and whether it takes them from the stack."""
    spelled = _SPELLED.get(name, name.decode("ascii", "replace"))
    if name in _NO_CHANGE:
        return _nothing, 0, False
    method = getattr(LeanInterpreter, f"do_{spelled}", None)
    if method is None:
        return _unknown, 0, False
    wanted = _WANTED.get(name, method.__code__.co_argcount - 1)
    return method, wanted, name in _COLOURS


_WANTED = {b"Tm": 6, b"cm": 6}
"""Of the operators whose methods take their operands together."""
