"""A Word document holds every extract whole, under headings that people and NVivo go by; another library reads it back."""

import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from defusedxml.ElementTree import fromstring
from docx import Document
from docx.document import Document as Opened
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.making import SITE, a_passage, a_review, an_export, an_extract
from tests.exchange.memory import peak
from wsr.domain.exports import Export, ExportedItem
from wsr.domain.kinds import Language
from wsr.domain.search import SearchQuery, Unit
from wsr.errors import DocumentTooLong, QueryError
from wsr.exchange.write.characters import writable
from wsr.exchange.write.docx import _collect, write
from wsr.exchange.write.paragraphs import Links
from wsr.exchange.write.pieces import Pieces

OTHER = a_review(slug="apr2030-w02", title="Tŷ tawel", language=Language.CY, board=None)
HOSTILE = [
    "a\x00b\x0bc\x0cd\x1be\x7f", "half \ud83d pair", "not \ufffe a \uffff character", "<w:p>&amp;</w:p> ]]>", "\u202eturned\u202c",
    "👪 family", "one\n\ntwo\tthree\r\nfour", "  blanks  ", "Tŷ’r Ŵyl", "x" * 40_000, "{=field} HYPERLINK \"x\"", "",
]  # fmt: skip


def written(export: Export) -> bytes:
    """The bytes of the document."""
    out = BytesIO()
    write(export, out)
    return out.getvalue()


def opened(export: Export) -> Opened:
    """The document as python-docx reads it."""
    return Document(BytesIO(written(export)))


def texts(document: Opened, style: str) -> list[str]:
    """The paragraphs in a style."""
    return [each.text for each in document.paragraphs if each.style is not None and each.style.name == style]


def headings(document: Opened) -> list[tuple[str, str]]:
    """Level and text of all headings, in their order."""
    named = ((str(each.style.name), each.text) for each in document.paragraphs if each.style is not None)
    return [(style[-1], text) for style, text in named if style.startswith("Heading")]


def three() -> Export:
    """Three extracts of two reviews: of two themes, of one, of none; not in the order of headings."""
    return an_export(
        [
            an_extract(1, codes=(), review=OTHER, language=Language.CY),
            an_extract(2, codes=("care",)),
            an_extract(3, codes=("communication/listening", "care"), review=OTHER),
        ]
    )


def test_themes_come_in_the_order_of_the_codebook_and_reviews_by_reference() -> None:
    """What has no theme comes last; the method and the reviews end the document."""
    assert [
        ("1", "How these were found"),
        ("1", "Communication"),
        ("2", "APR2030-W02"),
        ("1", "Care and support"),
        ("2", "APR2030-W02"),
        ("2", "CPR2031-W97"),
        ("1", "Without a theme"),
        ("2", "APR2030-W02"),
        ("1", "Method"),
        ("1", "Reviews"),
    ] == headings(opened(three()))


def test_an_extract_stands_whole_under_each_of_its_themes() -> None:
    """With the same number, and the document says so; the others stand once."""
    document = opened(three())
    quoted = [f"The worker asked again, which was good practice ({number})." for number in (3, 3, 2, 1)]

    assert quoted == texts(document, "Quote")
    assert ["No. 3", "No. 3", "No. 2", "No. 1"] == [
        place.split(" · ")[0] for place in texts(document, "Place")
    ]
    assert "What has several themes stands under each of them, with the same number." in texts(
        document, "Normal"
    )
    assert ["Communication: 1 extract in 1 review", "Care and support: 2 extracts in 2 reviews"] == texts(
        document, "List Bullet"
    )[:2]


def test_each_extract_once_when_none_has_two_themes() -> None:
    """As many quotations as items, in the order of the search under each review."""
    document = opened(an_export(an_extract(number, codes=("care",)) for number in (5, 2, 9)))

    assert [f"The worker asked again, which was good practice ({n})." for n in (5, 2, 9)] == texts(
        document, "Quote"
    )
    assert not [text for text in texts(document, "Normal") if "several themes" in text]


def test_an_extract_says_its_place_its_stance_and_its_source() -> None:
    """In words; the words quoted are not said twice."""
    document = opened(an_export([an_extract(codes=("communication/listening", "care"))]))
    address = f"{SITE}/reviews/cpr2031-w97/extracts/k1"

    assert (
        "No. 1 · What went well · paragraph 4.1 · pages 9–10 · Good practice identified · Kept by a person\n"
        "Communication: Listening; Care and support"
    ) == texts(document, "Place")[0]
    assert f"(CPR2031-W97, para 4.1, p. 9). {address}." == texts(document, "Source")[0]
    assert "A quiet house · Child Practice Review · Harbour & Hills Safeguarding Board · 2031" in texts(
        document, "Review"
    )


def test_addresses_are_links() -> None:
    """Of extracts, of reviews and of the search; those of the list of themes lead to their headings."""
    document = opened(an_export([an_extract(codes=("care",))]))
    links = [link for each in document.paragraphs for link in each.hyperlinks]

    assert {
        f"{SITE}/reviews/cpr2031-w97/extracts/k1",
        f"{SITE}/reviews/cpr2031-w97",
        f"{SITE}/search?q=good+practice",
    } == {link.address for link in links if link.address}
    assert ["Care and support"] == [link.text for link in links if link.fragment]


def test_an_address_that_is_not_of_the_web_is_text() -> None:
    """Nothing else can be opened from the file."""
    address = "file:///etc/passwd"
    document = opened(an_export([an_extract(codes=(), address=address, citation=f"Here: {address}.")]))

    assert [f"Here: {address}."] == texts(document, "Source")
    assert not [
        each for part in document.paragraphs for each in part.hyperlinks if each.address.startswith("file")
    ]


def test_links_beyond_those_that_word_opens_are_text() -> None:
    """What stands twice has two."""
    links = Links(BytesIO(), most=3)

    made = [links.to("https://wsr.example/", times) for times in (2, 1, 1)]

    assert [True, True, False] == ["w:hyperlink" in link for link in made]
    assert all(">https://wsr.example/<" in link for link in made)


def test_it_begins_with_title_and_notice_and_ends_with_the_whole_method() -> None:
    """And the list of reviews, by reference."""
    export = three()
    document = opened(export)
    method = export.method

    assert [method.title] == texts(document, "Title")
    assert [method.notice] == texts(document, "Notice")
    assert " ".join(method.sentences) == texts(document, "Normal")[0]
    assert list(method.sentences) == texts(document, "List Bullet")[-len(method.sentences) :]
    assert f"To be cited as: {method.citation}" in texts(document, "Normal")
    assert ["Tŷ tawel (2031).", "Harbour & Hills Safeguarding Board (2031)."] == [
        text[: text.index(").") + 2] for text in texts(document, "Bibliography")
    ]


def test_the_first_page_says_shortly_how_everything_was_found() -> None:
    """What was asked, without what the title says already and without the versions."""
    sentences = ("2 extracts.", "Stance: good practice.", "Searched: 4 reviews.", "Codebook 1.", "State 7.")
    document = opened(an_export([], title="2 extracts", sentences=sentences))

    assert "Stance: good practice. Searched: 4 reviews." == texts(document, "Normal")[0]


def test_it_is_made_for_print_and_for_all_readers() -> None:
    """A4, numbered pages, a title and a language in the properties, Welsh marked as Welsh, no table."""
    export = three()
    document = opened(export)
    section, properties = document.sections[0], document.core_properties

    assert section.page_width is not None and section.page_height is not None
    assert (210, 297) == (round(section.page_width.mm), round(section.page_height.mm))
    footer = section.footer._element.xml
    assert 'w:instr="PAGE"' in footer and 'w:instr="NUMPAGES"' in footer
    assert (export.method.title, "en-GB", export.method.date) == (
        properties.title,
        properties.language,
        properties.created and properties.created.date(),
    )
    welsh = {
        run.text
        for each in document.paragraphs
        for run in each.runs
        if 'w:lang w:val="cy-GB"' in run._element.xml
    }
    assert {"The worker asked again, which was good practice (1).", "Tŷ tawel"} == welsh
    assert 'w:lang w:val="en-GB"' in document.styles.element.xml
    assert [] == document.tables


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_is_whole(text: str) -> None:
    """But for what XML cannot hold; a long one is not cut."""
    text_of = writable(text)
    document = opened(an_export([an_extract(text=text, section=text, codes=())], notice=text))

    assert [text_of] == texts(document, "Quote")
    assert [text_of] == texts(document, "Notice")


@settings(max_examples=40, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.sampled_from([("care",), (), ("communication", "care")]),
)
def test_no_text_is_lost(text: str, codes: tuple[str, ...]) -> None:
    """Whatever the characters."""
    document = opened(
        an_export([an_extract(text=text, codes=codes, review=a_review(title=text))], title=text)
    )

    assert {writable(text)} == set(texts(document, "Quote"))


@pytest.mark.parametrize(
    ("unit", "name"), [(Unit.PASSAGE, "Passages by review"), (Unit.REVIEW, "Reviews found")]
)
def test_passages_stand_by_review(unit: Unit, name: str) -> None:
    """They have no themes."""
    document = opened(an_export([a_passage(), a_passage(2, review=OTHER)], query=SearchQuery(unit=unit)))

    assert [("1", name), ("2", "APR2030-W02"), ("2", "CPR2031-W97")] == headings(document)[1:4]
    assert "No. 1 · What went well · paragraph 4.1 · pages 9–10" == texts(document, "Place")[1]


def test_a_theme_that_the_codebook_has_no_more_comes_after_those_it_has() -> None:
    """Under its id: what people said stays."""
    document = opened(an_export([an_extract(1, codes=("older",)), an_extract(2, codes=("care",))]))

    assert ["Care and support", "older"] == [text for level, text in headings(document) if level == "1"][1:3]


def test_an_empty_export_is_a_document() -> None:
    """That says how nothing was found."""
    assert [("1", "How these were found"), ("1", "Method"), ("1", "Reviews")] == headings(opened(an_export()))


def test_the_same_export_gives_the_same_bytes() -> None:
    """On every day, but for the date of the method."""
    assert written(three()) == written(three())


def test_every_part_is_xml_and_every_link_has_its_address() -> None:
    """Word refuses a document in which a relation is missing or named twice."""
    package = ZipFile(BytesIO(written(three())))
    parts = {name: package.read(name) for name in package.namelist()}
    for name, content in parts.items():
        fromstring(content)
        assert name.endswith((".xml", ".rels")), name
    relations = [each.get("Id") for each in fromstring(parts["word/_rels/document.xml.rels"])]
    space = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    used = [each.get(space) for each in fromstring(parts["word/document.xml"]).iter() if each.get(space)]

    assert len(relations) == len(set(relations))
    assert set() == set(used) - set(relations)


def test_what_word_cannot_open_is_refused_before_anything_is_written() -> None:
    """With a sentence that says what to do instead: a narrower query is asked for, nothing went wrong here."""
    with pytest.raises(QueryError, match=r"2 items are too much for a Word document") as refused:
        _collect(an_export([an_extract(), an_extract(2)]), Pieces(BytesIO()), Links(BytesIO()), longest=300)

    assert isinstance(refused.value, DocumentTooLong)


def stopping() -> Iterator[ExportedItem]:
    """Items that end in an error."""
    yield an_extract()
    raise LookupError("gone")


def test_nothing_is_left_behind_when_the_items_stop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither waiting pieces, nor half a document."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    out = BytesIO()

    with pytest.raises(LookupError):
        write(an_export(stopping(), 9), out)

    assert b"" == out.getvalue()
    assert [] == list(tmp_path.iterdir())


def test_thousands_of_items_need_little_more_memory_than_a_hundred(tmp_path: Path) -> None:
    """They wait on disk."""
    most = peak(write, 5_000, tmp_path / "file") - peak(write, 100, tmp_path / "file")

    assert most < 1_000_000
