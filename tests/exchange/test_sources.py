"""Reviews become sources: rules and each person stand apart, and every selection is its extract."""

import io
from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from tests.exchange.making import CODEBOOK, TERMS
from tests.exchange.projects import (
    CODERS,
    FOUND,
    JUDGED,
    LATE,
    LISTENED,
    PRAISE,
    RULES,
    TEXTS,
    a_decision,
    a_project,
    a_review,
    an_extract,
    coded_review,
    head,
    judged_of,
    written,
)
from wsr.coding.merging import merge
from wsr.domain.codebook import Codebook, Subtheme, Term, TermList, Theme
from wsr.domain.coding import Coding, Seen, Stance, Verdict
from wsr.domain.qda import Project
from wsr.domain.review import Review
from wsr.exchange.check.qdpx import check_qdpx
from wsr.exchange.codes import project_codes
from wsr.exchange.read.qdpx import read_qdpx
from wsr.exchange.sources import Coders, sources_of
from wsr.language.text import fixed


def said(project: Project, words: str) -> set[tuple[str, str]]:
    """Who gave which code to these words, by their names. Nobody codes in the selection of another."""
    users = {user.guid: user.name for user in project.head.users}
    codes = {code.guid: path for above in project.head.codes for path, code in above.walk()}
    (source,) = project.sources
    found = [one for one in source.selections if source.text[one.start : one.end] == words]
    assert all({one.user} == {coding.user for coding in one.codings} for one in found)
    return {
        (users[coding.user or ""], "/".join(codes[coding.code])) for one in found for coding in one.codings
    }


def test_the_text_is_the_passages_with_blank_lines_between() -> None:
    """In their order."""
    (source,) = a_project().sources

    assert "\n\n".join(TEXTS) == source.text
    assert "SUSR2031-04-CTM report en" == source.name


def test_rules_and_people_stand_apart() -> None:
    """Each with what they said; other limits are a selection of their own; who keeps an extract keeps its codes."""
    project = a_project()

    assert {
        ("wsr rules 4", "Stance/identified"),
        ("wsr rules 4", "Communication/Listening"),
        ("wsr rules 4", "Terms/good practice"),
        ("mari", "Stance/general"),
        ("mari", "Care and support"),
        ("mari", "Decision/keep"),
    } == said(project, PRAISE)
    assert {
        ("ifan", "Stance/identified"),
        ("ifan", "Communication/Listening"),
        ("ifan", "Decision/keep"),
    } == said(project, PRAISE[:18])
    assert {("wsr rules 4", "Stance/identified"), ("wsr rules 4", "Communication/Listening")} == said(
        project, LISTENED
    )


def test_what_people_rejected_is_left_out_unless_asked_for() -> None:
    """And then says who rejected it."""
    review = coded_review()
    with_rejected = Coders(CODEBOOK, TERMS, RULES, with_rejected=True)
    (source,) = sources_of(review, JUDGED, with_rejected)
    project = a_project().model_copy(update={"sources": (source,)})

    assert LATE not in {one.name for one in a_project().sources[0].selections}
    assert {("wsr rules 4", "Stance/criticism"), ("mari", "Decision/reject")} == said(project, LATE)


def test_who_kept_an_extract_is_taken_at_what_they_saw_of_it() -> None:
    """Whatever the rules say by now; that stands as theirs."""
    seen = Seen(stance=Stance.GENERAL, codes=("care",), version="rules 3")
    judged = judged_of(FOUND[0], "key000000002", a_decision("mari", seen=seen))
    (source,) = sources_of(coded_review((judged,)), (judged,), CODERS)

    assert {
        ("wsr rules 4", "Stance/identified"),
        ("wsr rules 4", "Communication/Listening"),
        ("wsr rules 4", "Terms/good practice"),
        ("mari", "Stance/general"),
        ("mari", "Care and support"),
        ("mari", "Decision/keep"),
    } == said(a_project().model_copy(update={"sources": (source,)}), PRAISE)


def test_what_only_a_person_found_is_of_that_person_alone() -> None:
    """The rules said nothing of it."""
    opening = an_extract(1, TEXTS[0], TEXTS[0], stance=Stance.NEUTRAL, codes=(), stance_because=())
    judged = judged_of(opening, "key000000001", a_decision("mari", codes=("care",), stance=Stance.IDENTIFIED))
    review = coded_review((judged,))
    (source,) = sources_of(review, (judged,), CODERS)
    project = a_project().model_copy(update={"sources": (source,)})

    assert {("mari", "Stance/identified"), ("mari", "Care and support"), ("mari", "Decision/keep")} == said(
        project, TEXTS[0]
    )


def test_only_the_extracts_asked_for_are_selections() -> None:
    """The whole text stays."""
    (source,) = sources_of(coded_review(), JUDGED, CODERS, keys={FOUND[1].key})

    assert [LISTENED] == [one.name for one in source.selections]
    assert "\n\n".join(TEXTS) == source.text


def test_codes_of_another_codebook_are_not_written() -> None:
    """There is no such code in the project."""
    judged = judged_of(FOUND[0], "key000000002", a_decision("mari", codes=("elsewhere/other", "care")))
    (source,) = sources_of(coded_review((judged,)), (judged,), CODERS)

    assert [] == check_qdpx(io.BytesIO(written(head((coded_review(),)), (source,))))


def test_a_case_says_what_is_known_of_its_review() -> None:
    """A month stays a month; what is not known has no value."""
    project = a_project()
    (case,) = project.head.cases
    names = {variable.guid: variable.name for variable in project.head.variables}
    known = {names[value.variable]: value.value for value in case.values}

    assert "SUSR2031-04/CTM" == case.name
    assert {
        "Type": "SUSR",
        "Form": "extended",
        "Board": "Cwm Taf Morgannwg Safeguarding Board",
        "Title": "Review of “Child A” & her family",
        "Language": "en",
        "Year": "2031",
        "Report date": "2031-05",
    } == known
    assert (project.sources[0].guid,) == case.sources


def test_every_code_has_a_name_of_its_own() -> None:
    """Some tools know codes by name alone and see no difference of case."""
    codebook = Codebook(
        id="c",
        version=1,
        title="C",
        themes=(
            Theme(
                id="a", name="Care", definition="", subthemes=(Subtheme(id="b", name="care", definition=""),)
            ),
            Theme(
                id="d", name="Terms", definition="", subthemes=(Subtheme(id="b", name="Care", definition=""),)
            ),
        ),
    )
    terms = TermList(id="t", version=1, title="T", terms=(Term(id="CARE", match=("care",)),))
    names = [code.name for above in project_codes(codebook, terms) for _, code in above.walk()]

    assert len({name.casefold() for name in names}) == len(names)
    assert ["Care", "care (Care)", "Terms", "Care (Terms)"] == names[:4]


PASSAGES = some.lists(
    some.text(some.characters(codec="utf-8"), min_size=1, max_size=60).map(fixed).filter(bool),
    min_size=1,
    max_size=6,
)


SEEN = some.builds(
    Seen,
    stance=some.none() | some.sampled_from(Stance),
    codes=some.sampled_from([(), ("care",), ("communication/listening", "care")]),
    version=some.just("rules 3"),
)


@some.composite
def coded(draw: some.DrawFn) -> tuple[Review, list[Any]]:
    """A review of any texts, coded and decided about at random."""
    texts = draw(PASSAGES)
    found, judged = [], []
    for number, text in enumerate(texts, start=1):
        start = draw(some.integers(0, len(text) - 1))
        end = draw(some.integers(start + 1, len(text)))
        stance = draw(some.sampled_from(Stance))
        codes = draw(some.lists(some.sampled_from(["care", "communication/listening"]), unique=True))
        extract = an_extract(
            number,
            text,
            text,
            start=start,
            end=end,
            text=text[start:end],
            stance=stance,
            codes=tuple(
                Coding(theme=code.partition("/")[0], subtheme=code.partition("/")[2] or None)
                for code in codes
            ),
        )
        found.append(extract)
        decisions = [
            a_decision(
                person,
                draw(some.sampled_from(Verdict)),
                minutes,
                stance=draw(some.none() | some.sampled_from(Stance)),
                codes=draw(some.none() | some.just(("care",))),
                note=draw(some.text(max_size=20)),
                seen=draw(some.none() | SEEN),
                **draw(some.just({}) | some.just({"start": 0, "end": len(text) + 5})),
            )
            for minutes, person in enumerate(
                draw(some.lists(some.sampled_from(["mari", "ifan"]), max_size=3))
            )
        ]
        if decisions:
            judged.append(judged_of(extract, f"key{number:09d}", *decisions))
    review = a_review(*texts)
    return review.model_copy(update={"extracts": merge(found, judged, review.passages)}), judged


@given(coded())
def test_any_review_makes_a_project_that_nothing_speaks_against(made: tuple[Review, list[Any]]) -> None:
    """And that comes back as it was."""
    review, judged = made
    project = Project(head=head((review,)), sources=tuple(sources_of(review, judged, CODERS)))
    content = written(project.head, project.sources)

    assert [] == check_qdpx(io.BytesIO(content))
    assert project == read_qdpx(io.BytesIO(content))
