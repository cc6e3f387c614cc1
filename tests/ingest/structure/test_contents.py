"""Contents pages are kept apart, and confirm the headings that they list."""

from dataclasses import replace

import pytest

from tests.ingest.structure.sheets import OTHER, PROSE, Sheet, flow_of, headings, kinds, texts
from wsr.domain.kinds import SectionKind
from wsr.ingest.flow import Flow
from wsr.ingest.pages import PdfFile
from wsr.ingest.structure import find_flow

TITLES = ["Background", "What a sister knew", "Analysis and what was made of it by the agencies"]


def _body() -> Sheet:
    body = Sheet()
    for title in TITLES:
        body.lines(title)
        body.text(PROSE)
    return body


def _contents(*lines: str, at: float | None = None) -> Sheet:
    sheet = Sheet()
    sheet.lines("Contents", size=16, bold=True)
    for line, page in zip(lines, ("2", "2", "3"), strict=True):
        end = sheet.at(72, sheet.y, line)
        if at:
            sheet.at(at, sheet.y, page)
        assert end < 500
        sheet.y += 20
    return sheet


@pytest.mark.parametrize(
    "sheet",
    [
        _contents(*(f"{title} ........ 2" for title in TITLES)),
        _contents(*(f"{title}.........Page 2" for title in TITLES)),
        _contents(*TITLES, at=510.0),
        _contents(*TITLES),
    ],
    ids=["leaders", "leaders and word", "numbers at the right", "titles alone"],
)
def test_the_lines_of_a_contents_list_are_no_headings(sheet: Sheet) -> None:
    """They are passages of a section of kind contents; their titles make headings of plain lines."""
    flow = flow_of(sheet, _body())

    assert ["Contents", *TITLES] == headings(flow)
    assert SectionKind.CONTENTS == flow.sections[1].kind
    assert 3 == sum(passage.section == "s1" for passage in flow.passages)


def test_an_entry_over_two_lines_is_one_passage() -> None:
    """A long title has its page on its last line."""
    sheet = Sheet()
    sheet.lines("Contents", size=16, bold=True)
    sheet.at(72, 130, "Background")
    sheet.at(510, 130, "2")
    sheet.at(72, 150, "What was made of it by the agencies that knew the")
    sheet.at(72, 164, "family at the time")
    sheet.at(510, 164, "3")
    sheet.at(72, 184, "Conclusions")
    sheet.at(510, 184, "4")
    body = Sheet()
    body.lines("Background", bold=True)
    body.text(PROSE)

    assert [
        "Background 2", "What was made of it by the agencies that knew the family at the time 3", "Conclusions 4",
    ] == texts(flow_of(sheet, body))[:3]  # fmt: skip


def test_text_after_a_contents_list_is_not_hidden_with_it() -> None:
    """Prose below the list belongs to what stood before it, and is searched."""
    sheet = _contents(*TITLES, at=510.0)
    sheet.y += 30
    sheet.text(OTHER)

    flow = flow_of(sheet, _body())
    place = next(passage.section for passage in flow.passages if passage.text == OTHER)

    assert "s0" == place


def test_sentences_that_end_with_numbers_are_no_contents_list() -> None:
    """Five lines of text that end with a number are text."""
    sheet = Sheet()
    sheet.lines("Background", size=16, bold=True)
    for number in range(2, 9):
        sheet.lines(f"The number of visits that were made in the course of the year was {number}")

    assert [SectionKind.BACKGROUND] == kinds(flow_of(sheet))


def _scanned(*sheets: Sheet) -> Flow:
    """What is made of the sheets when all their words were read from pictures."""
    pages = tuple(
        replace(
            sheet.page(),
            number=number,
            words=tuple(word._replace(confidence=0.7) for word in sheet.words),
            machine_read=True,
        )
        for number, sheet in enumerate(sheets, start=1)
    )
    return find_flow(PdfFile(pages), "d1")


def test_a_contents_page_that_was_read_badly_gives_no_headings() -> None:
    """Its heading is lost, its leaders are letters; where text follows, the same words are headings."""
    cover, listed, body = Sheet(), Sheet(), Sheet()
    cover.lines("A review of practice", size=20)
    cover.text(PROSE)
    listed.lines("Backgroun d")
    listed.lines("What happened SSBeeewreeewww")
    listed.lines("Summary of key findings")
    listed.lines("Views ofthe family aS")
    listed.lines(
        "Establishing what was known to the agencies, and what they made of it",
        "when the family had moved to another town 1",
    )
    listed.lines("Conclusions cc")
    for title in ("Background", "What happened", "Summary of key findings"):
        body.lines(title)
        body.text(PROSE)

    assert ["Background", "What happened", "Summary of key findings"] == headings(
        _scanned(cover, listed, body)
    )
