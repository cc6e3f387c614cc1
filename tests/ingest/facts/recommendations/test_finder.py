"""Recommendations are found wherever the types put them, whole, once, and addressed."""

import pytest

from tests.ingest.facts.building import Heading, Row, Text, Title, a_reading
from wsr.domain.kinds import Level, PassageKind, Role, SectionKind
from wsr.domain.passages import Recommendation
from wsr.ingest.facts.recommendations import find_recommendations

_Part = Title | Heading | Text | Row
RECOMMENDATIONS = Heading("Recommendations", SectionKind.RECOMMENDATIONS)
IMPROVING = Heading("Improving Systems and Practice", SectionKind.RECOMMENDATIONS)
PLAN = Heading("Appendix: Action plan", SectionKind.ACTION_PLAN, page=9)


def _found(*parts: _Part, role: Role = Role.REPORT) -> tuple[Recommendation, ...]:
    return find_recommendations(a_reading(*parts), role)[0]


def _texts(*parts: _Part) -> list[str]:
    return [one.text for one in _found(*parts)]


def _warned(*parts: _Part, role: Role = Role.REPORT) -> list[str]:
    return [warning.kind for warning in find_recommendations(a_reading(*parts), role)[1]]


def test_labelled_ones() -> None:
    """What leads in and what closes is none; label and text are apart."""
    found = _found(
        RECOMMENDATIONS,
        Text("The Panel makes two recommendations."),
        Text("Recommendation 1: The Board should adopt one chronology."),
        Text("Recommendation 2: South Wales Police should train its staff."),
        Text("The Board will be responsible for an action plan in response to these recommendations."),
    )

    assert [
        ("Recommendation 1", "The Board should adopt one chronology.", ("Board",), Level.BOARD),
        (
            "Recommendation 2",
            "South Wales Police should train its staff.",
            ("South Wales Police",),
            Level.AGENCY,
        ),
    ] == [(one.label, one.text, one.addressees, one.level) for one in found]


def test_labels_that_are_headings() -> None:
    """The text follows, in one paragraph or several; a title in the heading is no text."""
    found = _found(
        RECOMMENDATIONS,
        Heading("Recommendation 1: Supervision", SectionKind.OTHER, level=2), Text("The Health Board should offer supervision."),
        Text("It should do so within ten days."),
        Heading("Recommendation 2", SectionKind.OTHER, level=2), Text("Schools should share records."),
    )  # fmt: skip

    assert [
        "The Health Board should offer supervision.\nIt should do so within ten days.",
        "Schools should share records.",
    ] == [one.text for one in found]
    assert ["Recommendation 1", "Recommendation 2"] == [one.label for one in found]


def test_numbered_paragraphs() -> None:
    """Their numbers are their labels; the paragraph that announces them has one too and is none."""
    found = _found(
        RECOMMENDATIONS,
        Text("The Panel has agreed two recommendations.", number="15.1"),
        Text("Gwent Police should review its form.", number="15.2"),
        Text("Consideration should be given by the Home Office to guidance.", number="15.3"),
    )

    assert [("15.2", ("Gwent Police",)), ("15.3", ("Home Office",))] == [
        (one.label, one.addressees) for one in found
    ]
    assert Level.NATIONAL == found[1].level


def test_bullets_of_the_form() -> None:
    """Under "Improving Systems and Practice"; a closing paragraph is none."""
    found = _texts(
        IMPROVING,
        Text(
            "In order to promote the learning the review identified the following actions:",
            kind=PassageKind.PARAGRAPH,
        ),
        Text("The Board should agree one tool.", bullet=True),
        Text("All agencies to ask who lives in the home.", bullet=True),
        Text("Progress will be reported every quarter."),
    )

    assert ["The Board should agree one tool.", "All agencies to ask who lives in the home."] == found


def test_bare_paragraphs_that_ask() -> None:
    """Where nothing sets them apart, those that ask are recommendations and those that tell are not."""
    parts = [
        Text("The reviewers thought hard about what would help."),
        Text("The local authorities should amend the plan."),
        Text("To seek assurance that carers are trained."),
    ]

    assert [
        "The local authorities should amend the plan.",
        "To seek assurance that carers are trained.",
    ] == _texts(RECOMMENDATIONS, *parts)
    assert [] == _texts(Heading("Conclusions and recommendations", SectionKind.CONCLUSIONS), *parts)


def test_groups_under_the_names_of_bodies() -> None:
    """The heading addresses what names nobody itself; also a heading of no smaller type."""
    found = _found(
        RECOMMENDATIONS,
        Text("They are set out under the name of the body that is asked to act.", number="77"),
        Heading("Powys Teaching Health Board", level=1), Text("To extend routine enquiry.", number="78"),
        Heading("Home Office", level=1), Text("To consider the national tools.", number="79"),
        Heading("Appendix: abbreviations", SectionKind.GLOSSARY), Text("DASH should be read as a form."),
    )  # fmt: skip

    assert [
        ("78", ("Powys Teaching Health Board",), Level.AGENCY),
        ("79", ("Home Office",), Level.NATIONAL),
    ] == [(one.label, one.addressees, one.level) for one in found]


def test_groups_by_level_and_by_time() -> None:
    """A level is that of the group; a time is no addressee."""
    found = _found(
        RECOMMENDATIONS,
        Heading("National recommendations", level=2), Text("Guidance should be revised.", bullet=True),
        Text("Within three months:"), Text("Ensure that all staff are trained.", bullet=True),
    )  # fmt: skip

    assert [(Level.NATIONAL, ()), (Level.UNKNOWN, ())] == [(one.level, one.addressees) for one in found]


def test_sub_points_belong_to_their_recommendation() -> None:
    """A list after a colon is part of it; of an unlabelled stem each point is one."""
    labelled = _texts(
        RECOMMENDATIONS,
        Text("Recommendation 1: The Board should:"),
        Text("agree a form;", bullet=True),
        Text("train staff.", bullet=True),
    )
    stem = _found(
        RECOMMENDATIONS,
        Text("The Health Board should:"),
        Text("ensure records are shared.", bullet=True),
        Text("review its policy.", bullet=True),
    )

    assert ["The Board should:\nagree a form;\ntrain staff."] == labelled
    assert [("ensure records are shared.", ("Health Board",)), ("review its policy.", ("Health Board",))] == [
        (one.text, one.addressees) for one in stem
    ]


def test_rows_of_a_table() -> None:
    """The columns say what each cell is; a row cut by a turn of the page goes on in the next."""
    heads = ("No.", "Recommendation", "Level", "Addressed to")
    found = _found(
        RECOMMENDATIONS,
        Row(heads, heads, is_head=True),
        Row(
            ("1", "Find a way for a flag to pass to the child’s record.", "National", "Welsh Government"),
            heads,
        ),
        Row(
            (
                "2",
                "Agree a protocol that brings together the two",
                "Regional",
                "North Wales Safeguarding Board; South Wales Police",
            ),
            heads,
        ),
        Row(("", "procedures for referral.", "", ""), heads, page=3),
        Row(
            ("3", "Review risk at the end of every order.", "Agency", "Probation Service in Wales"),
            heads,
            page=3,
        ),
    )

    assert [
        ("1", Level.NATIONAL, ("Welsh Government",), 2, 2),
        ("2", Level.REGIONAL, ("North Wales Safeguarding Board", "South Wales Police"), 2, 3),
        ("3", Level.AGENCY, ("Probation Service in Wales",), 3, 3),
    ] == [(one.label, one.level, one.addressees, one.page_first, one.page_last) for one in found]
    assert "Agree a protocol that brings together the two procedures for referral." == found[1].text


def test_summary_body_and_action_plan_print_one_recommendation() -> None:
    """The body's wording and label stand, with every place, the fullest first."""
    text = "Gwent Police should ensure that what a third party says about domestic abuse is read before attending."
    found = _found(
        Heading("Executive summary", page=3), Heading("Recommendations", SectionKind.RECOMMENDATIONS, level=2, page=3),
        Text(f"{text[:-11]}.", bullet=True, page=3),
        Heading("Overview report", page=5), Heading("Recommendations", SectionKind.RECOMMENDATIONS, page=7), Text(text, number="15.4", page=7, page_last=8),
        PLAN, Row(("15.4", text, "Gwent Police"), ("No.", "Recommendation", "Lead agency"), page=9),
    )  # fmt: skip

    assert [("15.4", text, 7, 8, [7, 3, 9])] == [
        (one.label, one.text, one.page_first, one.page_last, [place.page for place in one.places])
        for one in found
    ]


def test_two_alike_in_one_series_stay_two() -> None:
    """The same words to two bodies are two recommendations."""
    parts = [
        Text(f"Recommendation {n}: {body} should audit its records of missed appointments each year.")
        for n, body in ((1, "Hywel Dda"), (2, "Powys"))
    ]

    assert 2 == len(_texts(RECOMMENDATIONS, *parts))


def test_two_run_together_at_a_turn_of_the_page_are_parted() -> None:
    """A label that carries the next number begins a new one; a mention of another does not."""
    text = "Recommendation 7 The Board should agree a procedure. Recommendation 8 That the Partnership should run a campaign. Recommendation 4 is related."
    found = _texts(RECOMMENDATIONS, Text(text, bold="Recommendation 7"))

    assert [
        "The Board should agree a procedure.",
        "That the Partnership should run a campaign. Recommendation 4 is related.",
    ] == found


def test_labelled_ones_in_other_parts() -> None:
    """Boxed after each theme; a mention in prose is none."""
    found = _texts(
        Heading("Theme 1", SectionKind.ANALYSIS), Text("Recommendation 3 of an earlier review was met."),
        Text("Recommendation 1: The Board should agree a form."), Text("The practitioners agreed."),
    )  # fmt: skip

    assert ["The Board should agree a form."] == found


def test_what_reads_like_one_and_is_none() -> None:
    """Letters, terms of reference, prompts, learning points, footnotes, earlier reviews."""
    found = _texts(
        Heading("Letter", SectionKind.LETTER), Text("The action plan should be completed.", bullet=True),
        Heading("Terms of reference", SectionKind.TERMS_OF_REFERENCE), Text("Agencies should share good practice.", bullet=True),
        Heading("Recommendations of previous reviews", SectionKind.ANALYSIS), Text("Staff should be trained.", bullet=True),
        RECOMMENDATIONS, Text("Learning Point 1: Fathers should be seen.", bullet=True),
        Text("1 This should be read with the Act.", kind=PassageKind.FOOTNOTE), Text("Ensure that fathers are seen.", bullet=True),
        Text("Write to the author of this form what should be done.", kind=PassageKind.PROMPT),
    )  # fmt: skip

    assert ["Ensure that fathers are seen."] == found


def test_a_review_that_makes_none_says_so() -> None:
    """Then none is the answer, whatever bullets follow, and nothing is warned of."""
    parts = [
        RECOMMENDATIONS,
        Text("This review makes no recommendations."),
        Text("The home should be proud of its front sheet.", bullet=True),
    ]

    assert ([], []) == (_texts(*parts), _warned(*parts))


@pytest.mark.parametrize(
    ("parts", "role", "warnings"),
    [
        ([RECOMMENDATIONS, Text("It was a sad case.")], Role.REPORT, ["recommendations_not_found"]),
        ([Heading("Analysis"), Text("It was a sad case.")], Role.REPORT, ["recommendations_not_found"]),
        ([Heading("Analysis"), Text("It was a sad case.")], Role.BRIEFING, []),
        ([RECOMMENDATIONS, Text("The Board should act.")], Role.LETTER, []),
    ],
)
def test_failing_to_look_is_not_zero(parts: list[_Part], role: Role, warnings: list[str]) -> None:
    """A report without any is warned of; a briefing or a letter may have none."""
    assert warnings == _warned(*parts, role=role)


def test_gaps_in_the_numbers_are_warned_of() -> None:
    """Unless a heading took the number."""
    series = [Text(f"Recommendation {n}: The Board should act on point {n}.") for n in (1, 2, 4)]
    straight = [
        Text("To act.", number="80"),
        Heading("Gwent Police", number="81"),
        Text("To act at once.", number="82"),
    ]

    assert ["number_gap"] == _warned(RECOMMENDATIONS, *series)
    assert [] == _warned(RECOMMENDATIONS, *straight)
