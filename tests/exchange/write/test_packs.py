"""A pack as a Word document and as a workbook; other libraries read them back."""

import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from defusedxml.ElementTree import fromstring
from docx import Document
from openpyxl import load_workbook

from wsr.domain.packs import Checklist, ChecklistRow, Pack, PackKind, PackLink, PackPart, PackQuote, PackTable
from wsr.exchange.write import pack_docx, pack_xlsx

SITE = "https://wsr.example"
HOSTILE = "=1+1 <w:p>&amp; \x00\x0b“Tŷ”\nsecond line"


def a_quote(**facts: str) -> PackQuote:
    """Quoted words of page 7."""
    defaults = {
        "text": "She called again.",
        "language": "en",
        "source": "CPR2024-W11, page 7",
        "review": "Child Practice Review, 2024",
        "address": f"{SITE}/en/reviews/cpr2024-w11/extracts/k",
    }
    return PackQuote(**{**defaults, **facts})


def a_pack(kind: PackKind, **facts: object) -> Pack:
    """A pack of three parts."""
    table = PackTable(heads=("Minutes", "What to do"), rows=(("5", "Welcome."), ("55", "Read.")))
    defaults: dict[str, object] = {
        "kind": kind,
        "title": "Persistent care",
        "about": "Session pack",
        "lead": ("Care that goes on.",),
        "parts": (
            PackPart(id="hour", heading="How to use the hour", table=table),
            PackPart(id="valued", heading="What reviewers valued", quotes=(a_quote(), a_quote(text="Galwodd eto.", language="cy"))),
            PackPart(id="questions", heading="Questions", points=("Which stays with you?",)),
        ),
        "closing": (
            PackPart(id="more", heading="Where to read more", links=(PackLink(text="CPR2024-W11", address=f"{SITE}/en/reviews/cpr2024-w11"),)),
            PackPart(id="method", heading="How this was made", paragraphs=("Searched for care.",)),
        ),
        "reviews": ("CPR2024-W11",),
        "address": f"{SITE}/en/packs?topic=care",
        "day": datetime.date(2026, 11, 28),
    }  # fmt: skip
    return Pack.model_validate({**defaults, **facts})


def a_checklist(*statements: str) -> Checklist:
    """A row for each statement."""
    rows = tuple(
        ChecklistRow(
            number=number,
            theme="Communication",
            statement=statement,
            language="en",
            says="Good practice identified",
            source="CPR2024-W11, page 7",
            review="Child Practice Review, 2024",
            address=f"{SITE}/en/reviews/cpr2024-w11/extracts/k{number}",
        )
        for number, statement in enumerate(statements, start=1)
    )
    heads = ("No.", "Statement", "Source", "Evidence", "Rating", "Action", "Owner", "Date")
    return Checklist(
        heads=heads, theme="Theme", kind="What it is", review="Review", ratings=("Met", "Not met"), rows=rows
    )


def written(pack: Pack) -> bytes:
    """The bytes of the document."""
    out = BytesIO()
    pack_docx.write(pack, out)
    return out.getvalue()


def test_a_document_has_every_part_under_its_heading() -> None:
    """Headings by style, quotations as such, tables with their heads; every source is a link."""
    document = Document(BytesIO(written(a_pack(PackKind.SESSION))))
    by_style = [(each.style.name, each.text) for each in document.paragraphs if each.style and each.text]

    assert ("Title", "Persistent care") in by_style
    assert [
        "How to use the hour",
        "What reviewers valued",
        "Questions",
        "Where to read more",
        "How this was made",
    ] == [text for style, text in by_style if style == "Heading 1"]
    assert ["She called again.", "Galwodd eto."] == [text for style, text in by_style if style == "Quote"]
    assert ("Source", "CPR2024-W11, page 7 (Child Practice Review, 2024)") in by_style
    assert [["Minutes", "What to do"], ["5", "Welcome."], ["55", "Read."]] == [
        [cell.text for cell in row.cells] for row in document.tables[0].rows
    ]
    links = {each.target_ref for each in document.part.rels.values() if each.is_external}
    assert links == {f"{SITE}/en/reviews/cpr2024-w11/extracts/k", f"{SITE}/en/reviews/cpr2024-w11"}


def test_welsh_words_are_marked_as_welsh() -> None:
    """For whoever reads them aloud."""
    text = ZipFile(BytesIO(written(a_pack(PackKind.SESSION)))).read("word/document.xml").decode()

    assert 1 == text.count('<w:lang w:val="cy-GB"/>')


def test_a_briefing_is_numbered_boxes() -> None:
    """One row a box, its number before it."""
    (boxes,) = Document(BytesIO(written(a_pack(PackKind.BRIEFING)))).tables

    assert ["1", "2", "3"] == [row.cells[0].text for row in boxes.rows]
    assert "“She called again.”" in boxes.rows[1].cells[1].text


def test_a_checklist_lies_across_the_page() -> None:
    """Statements under their theme, five empty columns, heads on every page."""
    document = Document(
        BytesIO(written(a_pack(PackKind.CHECKLIST, checklist=a_checklist("She called.", "He wrote."))))
    )
    table = document.tables[-1]
    section = document.sections[0]

    assert section.page_width is not None
    assert section.page_height is not None
    assert section.page_width > section.page_height
    assert ["No.", "Statement", "Source", "Evidence", "Rating", "Action", "Owner", "Date"] == [
        cell.text for cell in table.rows[0].cells
    ]
    assert "Communication" == table.rows[1].cells[0].text
    assert ["1", "She called.\nGood practice identified"] == [cell.text for cell in table.rows[2].cells][:2]
    assert [""] * 5 == [cell.text for cell in table.rows[2].cells][3:]
    assert "<w:tblHeader/>" in table._tbl.xml.replace(" />", "/>")


@pytest.mark.parametrize("kind", PackKind)
def test_whatever_is_quoted_the_document_opens(kind: PackKind) -> None:
    """Marks, control characters, what looks like a formula: text like any other."""
    parts = tuple(PackPart(id=id, heading=HOSTILE, quotes=(a_quote(text=HOSTILE),)) for id in ("care", "b"))
    checklist = a_checklist(HOSTILE) if kind is PackKind.CHECKLIST else None
    made = written(a_pack(kind, title=HOSTILE, parts=parts, checklist=checklist))

    for name in ("word/document.xml", "word/_rels/document.xml.rels"):
        fromstring(ZipFile(BytesIO(made)).read(name))
    assert "=1+1 <w:p>&amp; “Tŷ”" in "\n".join(each.text for each in Document(BytesIO(made)).paragraphs)


def test_the_same_pack_gives_the_same_bytes() -> None:
    """Nothing of the hour stands in a file."""
    pack = a_pack(PackKind.CHECKLIST, checklist=a_checklist("She called."))
    sheets = [BytesIO(), BytesIO()]
    for out in sheets:
        pack_xlsx.write(pack, out)

    assert written(pack) == written(pack)
    assert sheets[0].getvalue() == sheets[1].getvalue()


def test_a_workbook_has_a_row_for_each_statement_and_ratings_to_choose() -> None:
    """Text stays text; the source is a link; the second sheet says how it was made."""
    out = BytesIO()
    pack_xlsx.write(a_pack(PackKind.CHECKLIST, checklist=a_checklist("She called.", "=1+1")), out)
    book = load_workbook(BytesIO(out.getvalue()))
    sheet, method = book.worksheets

    assert [
        "No.",
        "Theme",
        "Statement",
        "What it is",
        "Source",
        "Review",
        "Evidence",
        "Rating",
        "Action",
        "Owner",
        "Date",
    ] == [cell.value for cell in sheet[3]]
    assert ["She called.", "=1+1"] == [sheet.cell(row, 3).value for row in (4, 5)]
    assert "s" == sheet.cell(5, 3).data_type
    link = sheet.cell(4, 5).hyperlink
    assert link is not None
    assert f"{SITE}/en/reviews/cpr2024-w11/extracts/k1" == link.target
    (rule,) = sheet.data_validations.dataValidation
    assert ('"Met,Not met"', "H4:H5") == (rule.formula1, str(rule.sqref))
    assert "Searched for care." in [row[0].value for row in method.rows]
