"""Headings of every look, their levels, and what only looks like one."""

import pytest

from tests.ingest.structure.sheets import OTHER, PROSE, Sheet, flow_of, headings, kinds, texts
from wsr.domain.kinds import PassageKind, SectionKind
from wsr.ingest.pages import Rule


def _with(heading: str, **facts: object) -> Sheet:
    sheet = Sheet()
    sheet.lines("Introduction", bold=True)
    sheet.text(PROSE)
    sheet.lines(heading, **facts)  # type: ignore[arg-type]
    sheet.text(OTHER)
    return sheet


@pytest.mark.parametrize(
    ("heading", "facts"),
    [
        ("Politeness at the door", {"size": 15}),
        ("Politeness at the door", {"bold": True}),
        ("POLITENESS AT THE DOOR", {}),
        ("Politeness at the door", {"italic": True}),
        ("Terms of reference", {}),
        ("Was the plan carried out, and by whom was it carried out?", {"bold": True}),
        ("Finding 1: Nobody asked the children what they saw at home.", {"bold": True}),
        ("Learning Point 2: A child who is not brought", {}),
    ],
)
def test_headings_of_every_look(heading: str, facts: dict[str, object]) -> None:
    """Larger, bold, capital or italic type, the words of the forms, and counted parts."""
    flow = flow_of(_with(heading, **facts))

    assert ["Introduction", heading] == headings(flow)
    assert [PROSE, OTHER] == texts(flow)


def test_an_italic_line_heads_a_short_numbered_text() -> None:
    """The recommendations of a part may be one line long."""
    sheet = Sheet()
    sheet.lines("Recommendations", size=16, bold=True)
    sheet.text(PROSE, "1.", hang=20)
    sheet.lines("Adoption", italic=True)
    sheet.text("Ensure that plans can be measured.", "2.", hang=20)
    sheet.text(OTHER, "3.", hang=20)

    assert ["Recommendations", "Adoption"] == headings(flow_of(sheet))


def test_an_underlined_line_is_a_heading() -> None:
    """Old typists' headings have a rule drawn under them."""
    sheet = _with("Politeness at the door")
    baseline = next(word.baseline for word in sheet.words if word.text == "Politeness")
    sheet.rules.append(Rule(72, baseline + 2, 192, baseline + 2))

    assert ["Introduction", "Politeness at the door"] == headings(flow_of(sheet))


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("The Board should see that this is known to all of its member agencies.", {"bold": True}),
        ("19 May 2014", {"bold": True}),
        ("Dear Mrs Morgan", {"bold": True}),
        ("REVIEWER 1", {}),
        ("Recommendation 4", {"bold": True}),
        ("She was not seen.", {}),
    ],
)
def test_what_is_no_heading(line: str, facts: dict[str, object]) -> None:
    """Sentences in bold, dates, salutations, labels of the form's columns and of recommendations."""
    assert ["Introduction"] == headings(flow_of(_with(line, **facts)))


def test_a_heading_over_two_lines_is_one() -> None:
    """Lines set alike and close together."""
    sheet = _with("Introduction to the second part of this review")
    sheet = Sheet()
    sheet.lines("What was known of the family before the birth of", "Child A", size=16, bold=True)
    sheet.text(PROSE)
    sheet.lines("Analysis", size=16, bold=True)
    sheet.text(OTHER)

    assert ["What was known of the family before the birth of Child A", "Analysis"] == headings(
        flow_of(sheet)
    )


def test_the_title_page_has_no_headings() -> None:
    """Its lines are passages of the front, with their sizes, also when the body begins on the same page."""
    sheet = Sheet()
    sheet.lines("Child Practice Review Report", size=20, bold=True)
    sheet.lines("Gwent Safeguarding Board", size=13, bold=True)
    sheet.lines("Re: Child A")
    sheet.lines("Brief outline of circumstances resulting in the review", size=13, bold=True)
    sheet.text(PROSE)
    sheet.lines("Circumstances", size=13, bold=True)
    sheet.text(OTHER)

    flow = flow_of(sheet)

    assert ["Brief outline of circumstances resulting in the review", "Circumstances"] == headings(flow)
    assert ["Child Practice Review Report", "Gwent Safeguarding Board", "Re: Child A"] == texts(flow)[:3]
    assert 20.0 == flow.sizes["p1"]
    assert "s0" == flow.passages[2].section


def test_names_under_a_letter_are_no_headings() -> None:
    """Bold lines with nothing below them on their page head nothing."""
    sheet = _with("Analysis", bold=True)
    sheet.lines("Yours sincerely")
    sheet.lines("Ann Example", bold=True)

    assert ["Introduction", "Analysis"] == headings(flow_of(sheet))


def test_levels_follow_type_and_numbers() -> None:
    """Larger type is higher; numbers with points decide for themselves."""
    sheet = Sheet()
    for heading, size in (
        ("1. Background", 16),
        ("1.1 The family", 13),
        ("1.2 The school", 13),
        ("2. Analysis", 16),
    ):
        sheet.lines(heading, size=size, bold=True)
        sheet.text(PROSE)

    flow = flow_of(sheet)

    assert [("1", 1), ("1.1", 2), ("1.2", 2), ("2", 1)] == [(s.number, s.level) for s in flow.sections[1:]]


def test_headings_that_carry_numbers_of_paragraphs_have_levels_by_their_type() -> None:
    """Numbers that run straight through headings and paragraphs say nothing of depth."""
    sheet = Sheet()
    number = 0
    for heading, size in (("Background", 15), ("The family", 12), ("The school", 12), ("Analysis", 15)):
        number += 1
        sheet.lines(f"{number}. {heading}", size=size, bold=True)
        for _ in range(2):
            number += 1
            sheet.text(PROSE, mark=f"{number}.", hang=30)

    flow = flow_of(sheet)

    assert [("1", 1), ("4", 2), ("7", 2), ("10", 1)] == [(s.number, s.level) for s in flow.sections[1:]]
    assert ["2", "3", "5", "6", "8", "9", "11", "12"] == [passage.number for passage in flow.passages]


def test_chapter_numbers_are_words() -> None:
    """“Chapter One:” is the number of its heading."""
    sheet = Sheet()
    for heading in ("Chapter One: The Evidence", "Chapter Two: The Findings"):
        sheet.lines(heading, size=16, bold=True)
        sheet.text(PROSE)

    flow = flow_of(sheet)

    assert [("Chapter One", "The Evidence"), ("Chapter Two", "The Findings")] == [
        (section.number, section.heading) for section in flow.sections[1:]
    ]


def test_a_heading_that_says_nothing_has_the_kind_of_the_part_it_lies_in() -> None:
    """Decision 0009: its own words, else the heading above it, else other."""
    sheet = Sheet()
    for heading, size in (
        ("A boyfriend", 16), ("Analysis", 16), ("The school", 13), ("Effective practice", 13), ("Recommendations", 16),
        ("Dyfed-Powys Police", 13),
    ):  # fmt: skip
        sheet.lines(heading, size=size, bold=True)
        sheet.text(PROSE)

    assert [
        SectionKind.OTHER, SectionKind.ANALYSIS, SectionKind.ANALYSIS, SectionKind.EFFECTIVE_PRACTICE,
        SectionKind.RECOMMENDATIONS, SectionKind.RECOMMENDATIONS,
    ] == kinds(flow_of(sheet))  # fmt: skip


def test_the_forms_own_words_are_prompts_with_their_list() -> None:
    """They stay in the document and are marked, whatever their list says."""
    sheet = Sheet()
    sheet.lines("Brief outline of circumstances resulting in the Review", size=14, bold=True)
    sheet.text("To include here:")
    sheet.text("Time period reviewed and why", mark="•", hang=18)
    sheet.text("anything else of note", mark="•", hang=18)
    sheet.text(PROSE)

    flow = flow_of(sheet)

    assert [PassageKind.PROMPT] * 3 + [PassageKind.PARAGRAPH] == [passage.kind for passage in flow.passages]


def test_a_letter_after_the_review_is_a_section_from_its_address_on() -> None:
    """“Dear …” after the recommendations begins a letter, though no heading says so."""
    review, letter = Sheet(), Sheet()
    review.lines("Recommendations", size=14, bold=True)
    review.text(PROSE)
    letter.lines("Interpersonal Abuse Unit", "2 Example Street")
    letter.lines("Dear Mrs Example,")
    letter.text(OTHER)

    flow = flow_of(review, letter)
    section = flow.sections[-1]

    assert (SectionKind.LETTER, 2) == (section.kind, section.page_first)
    assert ["Interpersonal Abuse Unit", "2 Example Street", "Dear Mrs Example,", OTHER] == [
        passage.text for passage in flow.passages if passage.section == section.id
    ]
