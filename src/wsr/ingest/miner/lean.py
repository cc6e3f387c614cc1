"""The page interpreter with the compiled lexer: it runs the same operators, several times as fast."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

from pdfminer.pdftypes import PDFStream, stream_value
from pdfminer.psparser import LIT

from wsr.ingest.miner import lexer
from wsr.ingest.miner.interpreter import PageInterpreter
from wsr.ingest.miner.lexer import OPERATION, Unlexable, elements_of, hex_of, name_of, string_of

Operator = Callable[..., None]

_IGNORED = frozenset(b"J j M i ri d BX EX MP DP d0 d1 BI ID".split())
"""Operators that change nothing that is kept here."""
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
        """Run operations up to the end, or to the end of a picture written into the content: where to go on."""
        operands: list[Any] = []
        for match in OPERATION.finditer(data, position):
            kind = match.lastindex
            if kind == lexer.OPERATOR:
                numbers, name = match.group(1, 2)
                if name == b"BI":
                    return self._skip_picture(data, match.end())
                if numbers:
                    operands += map(float, numbers.split())
                self._operate(name, operands)
                operands = []
            elif kind == lexer.ARRAY_SHOW:
                self.do_TJ(elements_of(match[lexer.ARRAY]))
                operands = []
            elif kind == lexer.STRING_SHOW:
                self.do_TJ((string_of(match[lexer.STRING]),))
                operands = []
            elif kind == lexer.HEX_SHOW:
                self.do_TJ((hex_of(match[lexer.HEX]),))
                operands = []
            elif kind is not None:
                operands.append(_operand(kind, match[kind]))
        return len(data)

    def _operate(self, name: bytes, operands: list[Any]) -> None:
        method, wanted = _operator(name)
        if method is None:
            return
        if name in _COLOURS:
            self.argstack = operands
            method(self)
        elif not wanted:
            method(self)
        elif len(operands) >= wanted:
            method(self, *operands[-wanted:])

    def _skip_picture(self, data: bytes, position: int) -> int:
        """Keep the place of a picture written into the content; the place behind it."""
        begin = lexer.INLINE_DATA.search(data, position)
        end = lexer.INLINE_END.search(data, begin.end() - 1) if begin else None
        if begin is None or end is None:
            raise Unlexable("a picture in the content has no end")
        mask = (
            b"/IM true" in data[position : begin.start()]
            or b"/ImageMask true" in data[position : begin.start()]
        )
        self.do_EI(PDFStream({"ImageMask": mask}, b""))
        return end.end()

    def do_TJ(self, seq: Iterable[float | bytes]) -> None:  # noqa: N802  # the operator is TJ
        """Show a string; the device reads the state at once, so that no copy is needed."""
        if self.textstate.font is not None:
            self.device.render_string(self.textstate, seq, self.graphicstate.ncs, self.graphicstate)


def _operand(kind: int, literal: bytes) -> object:
    """The value of what stands before an operator; dictionaries are not needed by any."""
    match kind:
        case lexer.NAME:
            return LIT(name_of(literal))
        case lexer.NUMBER:
            return float(literal)
        case lexer.STRING:
            return string_of(literal)
        case lexer.HEX:
            return hex_of(literal)
        case lexer.ARRAY:
            return elements_of(literal)
        case lexer.DICTIONARY:
            return None
    raise Unlexable(f"not known in page content: {literal[:20]!r}")


@cache
def _operator(name: bytes) -> tuple[Operator | None, int]:
    """The method of an operator and how many operands it takes; None for those that change nothing."""
    if name in _IGNORED:
        return None, 0
    method = getattr(LeanInterpreter, "do_" + _SPELLED.get(name, name.decode("ascii", "replace")), None)
    return (method, method.__code__.co_argcount - 1) if method is not None else (None, 0)
