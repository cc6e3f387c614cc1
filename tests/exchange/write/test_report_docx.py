"""A report as a Word document; another library reads it back."""

import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from defusedxml.ElementTree import fromstring
from docx import Document

from wsr.domain.kinds import Language
from wsr.domain.parts import Grid, Part, Quote, Report
from wsr.exchange.write.report_docx import write

SITE = "https://wsr.example"
HOSTILE = "=1+1 <w:p>&amp; \x00\x0b“Tŷ” \ud800\nsecond line"
WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def a_report(**facts: object) -> Report:
    """A report of two parts, one below the other."""
    quotes = (
        Quote(
            "She called again.", "en", "CPR2024-W11, page 7", "/en/reviews/cpr2024-w11", ("Asked of: all.",)
        ),
        Quote("Galwodd eto.", "cy", "CPR2024-W12, page 2", "/en/reviews/cpr2024-w12"),
    )
    grid = Grid("At a glance", ("Review", "Date"), (("CPR2024-W11", "2024"),), ("/en/reviews/cpr2024-w11",))
    parts = (
        Part("earlier", "Earlier", 2, ("Alike: 2.",), ("One point.",), (grid,)),
        Part("one", "One of them", 3, quotes=quotes),
        Part("two", "Below", 4),
    )
    defaults: dict[str, object] = {
        "title": "Asked before?",
        "parts": parts,
        "day": datetime.date(2026, 11, 28),
        "notice": "Be kind.",
        "site": SITE,
    }
    return Report(**{**defaults, **facts})  # type: ignore[arg-type]


def written(report: Report) -> bytes:
    """The bytes of the document."""
    out = BytesIO()
    write(report, out)
    return out.getvalue()


def test_everything_stands_in_its_style() -> None:
    """Headings one below the other, so that they can be walked through; what is told of a quotation before its source."""
    paragraphs = Document(BytesIO(written(a_report()))).paragraphs

    assert [
        ("Title", "Asked before?"),
        ("Notice", "Be kind."),
        ("Heading 1", "Earlier"),
        ("Normal", "Alike: 2."),
        ("List Bullet", "One point."),
        ("Review", "At a glance"),
        ("Cell", ""),
        ("Heading 2", "One of them"),
        ("Quote", "She called again."),
        ("Place", "Asked of: all."),
        ("Source", "CPR2024-W11, page 7"),
        ("Quote", "Galwodd eto."),
        ("Source", "CPR2024-W12, page 2"),
        ("Heading 3", "Below"),
    ] == [(each.style.name, each.text) for each in paragraphs if each.style]


def test_a_table_says_which_row_heads_it_and_leads_on() -> None:
    """Its first row comes again on each page; the first cell of a row is a link."""
    (table,) = Document(BytesIO(written(a_report()))).tables

    assert [["Review", "Date"], ["CPR2024-W11", "2024"]] == [
        [cell.text for cell in row.cells] for row in table.rows
    ]
    assert table._tbl.findall(f".//{WORDS}tblHeader")
    assert 1 == len(table._tbl.findall(f".//{WORDS}hyperlink"))


@pytest.mark.parametrize(("site", "links"), [(SITE, 3), ("", 0)])
def test_sources_are_links_where_it_is_known_whereto(site: str, links: int) -> None:
    """Whole addresses; the words stay."""
    document = Document(BytesIO(written(a_report(site=site))))
    targets = [each.target_ref for each in document.part.rels.values() if each.is_external]

    assert links == len(targets)
    assert all(target.startswith(f"{SITE}/en/reviews/") for target in targets)


def test_welsh_is_marked_as_welsh() -> None:
    """Of quotations alone in an English report, of all its own words in a Welsh one."""
    english, welsh = (_marked(written(a_report(language=each))) for each in (Language.EN, Language.CY))

    assert english == ["Galwodd eto."]
    assert {"Asked before?", "Earlier", "Galwodd eto.", "Date"} <= set(welsh)
    assert "She called again." not in welsh


def _marked(content: bytes) -> list[str]:
    runs = fromstring(ZipFile(BytesIO(content)).read("word/document.xml")).iter(f"{WORDS}r")
    return [
        "".join(each.text or "" for each in run.iter(f"{WORDS}t"))
        for run in runs
        if run.find(f"{WORDS}rPr/{WORDS}lang") is not None
    ]


def test_characters_that_word_cannot_hold_do_no_harm() -> None:
    """Wherever they stand; nothing of them becomes markup."""
    grid = Grid(HOSTILE, (HOSTILE, HOSTILE), ((HOSTILE, HOSTILE),), (HOSTILE,))
    quote = Quote(HOSTILE, HOSTILE, HOSTILE, HOSTILE, (HOSTILE,))
    part = Part("p", HOSTILE, 2, (HOSTILE,), (HOSTILE,), (grid,), (quote,))
    document = Document(BytesIO(written(a_report(title=HOSTILE, notice=HOSTILE, parts=(part,)))))

    said = [each.text for each in document.paragraphs if each.style and each.style.name == "Quote"]
    assert ["=1+1 <w:p>&amp; “Tŷ” \ufffd\nsecond line"] == said


def test_the_same_report_is_the_same_bytes() -> None:
    """So that a file can be compared with another."""
    assert written(a_report()) == written(a_report())
