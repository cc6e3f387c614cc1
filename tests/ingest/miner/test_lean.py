"""The compiled lexer reads what pdfminer's own reads: the same words, boxes and lines, in the same places."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingest.pdfs import pdf_of, stream, text
from wsr.ingest.miner.budget import PageBudget
from wsr.ingest.miner.device import WordDevice
from wsr.ingest.miner.document import open_document
from wsr.ingest.miner.fonts import Fonts
from wsr.ingest.miner.interpreter import PageInterpreter
from wsr.ingest.miner.lean import LeanInterpreter
from wsr.ingest.miner.notation import Unlexable
from wsr.ingest.miner.tree import ViewedPage, pages_of
from wsr.ingest.painted import PaintedPage
from wsr.samples import sample_reviews
from wsr.settings import Settings

SETTINGS = Settings()
SAMPLES = sorted(sample_reviews().glob("*.pdf"))
PAGES = 3


def painted(interpreter: type[PageInterpreter], page: ViewedPage) -> PaintedPage:
    """What a page paints by one of the two lexers, places to a thousandth of a point."""
    fonts, budget = Fonts(), PageBudget(SETTINGS, 1)
    device = WordDevice(fonts, page.view, budget)
    interpreter(fonts, device, budget, frozenset()).process_page(page)
    found = device.page(1)
    return replace(
        found,
        words=tuple(map(_rounded, found.words)),
        boxes=tuple(map(_rounded, found.boxes)),
        lines=tuple(map(_rounded, found.lines)),
        pictures=tuple(map(_rounded, found.pictures)),
    )


def _rounded(item: Any) -> Any:
    return tuple(round(part, 3) if isinstance(part, float) else part for part in item)


def both(
    content: bytes, resources: bytes = b"", more: dict[int, bytes] | None = None
) -> tuple[PaintedPage, PaintedPage]:
    """A page with this content by the one lexer and by the other."""
    data = pdf_of(content, resources=resources, more=more)
    return tuple(
        painted(interpreter, next(pages_of(open_document(data))))
        for interpreter in (PageInterpreter, LeanInterpreter)
    )  # type: ignore[return-value]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples_are_read_alike(path: Path) -> None:
    """On the first pages of every sample, whatever program made it."""
    pages = list(pages_of(open_document(path.read_bytes())))[:PAGES]

    assert [painted(PageInterpreter, page) for page in pages] == [
        painted(LeanInterpreter, page) for page in pages
    ]


@pytest.mark.parametrize(
    "content",
    [
        rb"BT /F1 12 Tf 72 700 Td (a\(b\)c \\ (nested (twice)) \101\7 line\
end \n) Tj ET",
        b"BT /F1 12 Tf 72 700 Td <48 656C6C 6F> Tj ET",
        b"BT/F1 12 Tf 72 700 Td[(no)-250(spaces)]TJ(x)'ET",
        b"BT /F1 12 Tf 14 TL 1 0 0 1 72 700 Tm (one) Tj T* (two) Tj (three) ' 2 1 (four five) \" ET",
        b"BT /F1 12 Tf 72 700 TD 90 Tz 3 Ts 1 Tc 2 Tw [-100 (a b) 20 <63>] TJ ET",
        b"% a comment (with a string\nBT /F1 +12. Tf 72. .5E Td ET" + text("after"),
        b"q 1 0 0 -1 0 842 cm 100 100 200 50 re W n 0 0 1 rg 0 0 600 800 re f Q" + text("clipped"),
        b"10 10 m 20 10 l 20 20 l h 10 10 5 5 re f* 1 0 0 RG 10 w 10 30 m 100 30 l S 5 5 m 1 2 3 4 5 6 c b*",
        b"/Cs1 cs 0.5 scn /P0 scn 0.1 0.2 0.3 sc " + text("coloured"),
        b"/Span << /ActualText (x) /MCID 0 >> BDC "
        + text("tagged")
        + b"EMC /Artifact BMC "
        + text("art", y=30)
        + b"EMC",
        b"BI /W 2 /H 1 /BPC 8 /CS /G ID ab EI " + text("after a picture"),
        b"BI /W 2 /H 1 /F /A85 ID <~87cURDZ~> EI " + text("after another"),
        b"/Unknown 3 gs 1 2 unknown (stray) 5 6 " + text("still here"),
        b"Q Q q BT ET EMC " + text("unbalanced") + b" q q",
        b"[1 2 3] 0 d [/Name (a)] 0 d " + text("dashed"),
    ],
)
def test_notations_are_read_alike(content: bytes) -> None:
    """Every way to write strings, numbers, arrays, comments and pictures, tidy or not."""
    try:
        standard, lean = both(content)
    except Unlexable:
        return  # the standard lexer takes over, which is as good

    assert standard == lean


def test_forms_are_run_alike() -> None:
    """A form that calls itself through another one is run once."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /XObject << /B %d 0 R >> /Font << /F1 102 0 R >> >>"
    more = {
        100: stream(text("first") + b"/B Do", form % 101),
        101: stream(text("second", y=600) + b"/B Do", form % 100),
        102: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }
    standard, lean = both(b"/A Do", resources=b"/XObject << /A 100 0 R >>", more=more)

    assert standard == lean
    assert ["first", "second"] == [word[0] for word in lean.words]


@pytest.mark.parametrize(
    "content",
    [b"7 10 20 30 40 re W n f", b"20 30 40 re W n f", b"(x) 20 30 40 re W n f", b"9 9 m 5 5 re W n f"],
)
def test_a_clip_with_operands_missing_or_left_over(content: bytes) -> None:
    """A rectangle that clips takes the last four operands, and is none without four."""
    standard, lean = both(content)

    assert standard == lean


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                b"q", b"Q", b"BT", b"ET", b"(ab c) Tj", b"[(d) -300 (e)] TJ", b"<66> Tj", b"/F1 9 Tf", b"/F2 11 Tf",
                b"1 0 0 1 50 60 Tm", b"0 -12 Td", b"2 Tr", b"0 Tr", b"1 g", b"0 0 1 rg", b"10 20 30 40 re", b"W n", b"f",
                b"S", b"1 0 0 1 5 5 cm", b"3 Tc", b"1.5 Tw", b"4 Ts", b"14 TL", b"T*", b"(x) '", b"0.5 w", b"9 9 m 80 9 l",
                b"/Artifact BMC", b"EMC", b"%x\n", b"7", b"(stray)", b"n",
            ]
        ),
        max_size=40,
    )
)  # fmt: skip
def test_any_sequence_of_operators_is_read_alike(operators: list[bytes]) -> None:
    """Operators in any order, with operands missing or left over."""
    standard, lean = both(b"/F1 9 Tf 1 0 0 1 50 400 Tm " + b" ".join(operators))

    assert standard == lean
