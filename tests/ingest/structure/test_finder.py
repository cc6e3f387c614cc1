"""From pages of words to a Flow, as a whole."""

from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from tests.ingest.structure.sheets import OTHER, PROSE, Sheet, flow_of, headings, texts
from wsr.domain.kinds import Language, SectionKind
from wsr.ingest.flow import Flow
from wsr.ingest.miner import read_pdf
from wsr.ingest.pages import PdfFile
from wsr.ingest.structure import find_flow
from wsr.settings import Settings


def test_a_heading_opens_a_section_with_its_paragraphs() -> None:
    """Larger bold type above text is a heading; the text below it belongs to its section."""
    sheet = Sheet()
    sheet.lines("Introduction", size=16, bold=True)
    sheet.text(PROSE)

    flow = flow_of(sheet)

    assert ["Introduction"] == headings(flow)
    assert [(PROSE, "s1")] == [(passage.text, passage.section) for passage in flow.passages]
    assert SectionKind.INTRODUCTION == flow.sections[1].kind


def test_hidden_and_slanted_words_reach_nothing() -> None:
    """A word that a reader cannot see, or a stamp, is in no passage, page text or furniture."""
    sheet = Sheet()
    sheet.at(72, 90, "The child was called")
    sheet.at(200, 90, "Siân", hidden="covered")
    sheet.at(200, 300, "DRAFT", upright=False)

    flow = flow_of(sheet)
    everything = "".join([*texts(flow), *flow.page_texts, *(text for _, text in flow.furniture)])

    assert "Siân" not in everything
    assert "DRAFT" not in everything


def test_blank_pages_give_a_flow_without_passages() -> None:
    """Nothing on the pages, or no pages, is no error."""
    assert () == flow_of(Sheet(), Sheet()).passages
    assert ("", "") == flow_of(Sheet(), Sheet()).page_texts
    assert () == find_flow(PdfFile(()), "d1").passages


def test_each_page_has_its_text_and_its_language() -> None:
    """One printed line a line, furniture removed; a page without words has the language of the whole."""
    english, welsh = Sheet(), Sheet()
    english.text(PROSE)
    english.text(OTHER)
    welsh.text(
        "Mae’r plentyn wedi bod yn byw gyda’r teulu ers iddo gael ei eni ac roedd y fam yn hapus. " * 2
    )

    flow = flow_of(english, welsh, Sheet())

    assert PROSE == flow.page_texts[0].replace("\n", " ")[: len(PROSE)]
    assert (Language.EN, Language.CY, Language.EN) == flow.page_languages


def test_a_passage_knows_its_size_and_its_opening_words_in_bold() -> None:
    """A run-in head is no heading, it is the emphasis of its passage."""
    sheet = Sheet()
    sheet.text("**Effective** **practice:** " + PROSE)

    flow = flow_of(sheet)

    assert ["Effective practice: " + PROSE] == texts(flow)
    assert {"p1": "Effective practice:"} == flow.emphasis
    assert {"p1": 11.0} == flow.sizes


def test_a_mark_of_a_footnote_is_no_part_of_the_running_text() -> None:
    """A raised figure after a word would make it another word for a search."""
    sheet = Sheet()
    end = sheet.at(72, 90, "The Board")
    sheet.at(end, 86, "1", size=6.5)
    sheet.at(end + 8, 90, "met twice.")

    assert ["The Board met twice."] == texts(flow_of(sheet))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([9.0, 11.0, 15.0]),
            st.booleans(),
            st.integers(72, 200),
            st.lists(st.from_regex(r"[A-Za-z][a-z]{0,9}-?", fullmatch=True), min_size=1, max_size=9),
        ),
        max_size=25,
    )
)
def test_no_letter_of_a_page_is_lost_or_made(lines: list[tuple[float, bool, int, list[str]]]) -> None:
    """Whatever is made of them, the letters of the words are those of headings, passages and furniture."""
    sheet = Sheet()
    for size, bold, left, words in lines:
        sheet.lines(" ".join(words), x=float(left), size=size, bold=bold)

    flow = flow_of(sheet)

    assert _letters([word.text for word in sheet.words]) == _letters(_all_texts(flow))


def _all_texts(flow: Flow) -> list[str]:
    passages = [(passage.number or "") + passage.text for passage in flow.passages]
    heads = [(section.number or "") + section.heading for section in flow.sections]
    return [*passages, *heads, *(text for _, text in flow.furniture)]


def _letters(texts: list[str]) -> Counter[str]:
    return Counter(letter for text in texts for letter in text if letter.isalpha())


def test_a_real_file_is_read_from_its_bytes_to_its_sections(tmp_path: Path) -> None:
    """A PDF drawn by a program: the reader's words make headings and whole paragraphs over pages."""
    styles = getSampleStyleSheet()
    story = []
    for heading in ("Background", "Analysis", "Recommendations"):
        story.append(Paragraph(heading, styles["Heading1"]))
        story += [Paragraph(f"{number}. {PROSE}", styles["BodyText"]) for number in range(1, 16)]
    path = tmp_path / "review.pdf"
    SimpleDocTemplate(str(path)).build(story)

    flow = find_flow(read_pdf(path, Settings.load(tmp_path)), "d1")

    assert ["Background", "Analysis", "Recommendations"] == headings(flow)
    assert [PROSE] * 45 == texts(flow)
    assert [str(number) for number in range(1, 16)] * 3 == [passage.number for passage in flow.passages]
