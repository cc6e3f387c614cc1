"""What a pack may quote, found in a small repository."""

from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest

from tests.making import NOON, a_parsed_document, a_passage, a_recommendation, a_section
from tests.web.shelf import a_briefing, an_extract, code, hold
from wsr.domain.coding import Decision, Reason, Stance, Verdict
from wsr.domain.kinds import SectionKind
from wsr.domain.packs import Nearness, PackKind
from wsr.domain.search import SearchQuery
from wsr.domain.topics import Topic
from wsr.errors import InvalidQuery
from wsr.repository.candidates import PackQuery, candidates
from wsr.repository.repository import Repository
from wsr.settings import Settings

P1 = a_passage(1, "The nurse kept a chaperone with her. She wrote it down at once.", "s1")
P2 = a_passage(2, "The doctor asked twice.", "s1")
P3 = a_passage(3, "The school telephoned the police.", "s2")
TOPIC = Topic(id="chaperones", name="Chaperones", words=("chaperone", "third person"))

NAMED = an_extract(P1, "The nurse kept a chaperone with her.", Stance.IDENTIFIED)
BESIDE = an_extract(P1, "She wrote it down at once.", Stance.IDENTIFIED)
NEAR = an_extract(P2, "The doctor asked twice.", Stance.SUGGESTED)
FAR = an_extract(P3, "The school telephoned the police.", Stance.IDENTIFIED)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Repository]:
    """One review of three paragraphs in two parts, with two recommendations."""
    sections = (
        a_section(),
        a_section(1, "Examinations", SectionKind.ANALYSIS),
        a_section(2, "School", SectionKind.ANALYSIS),
        a_section(3, "Recommendations", SectionKind.RECOMMENDATIONS),
    )
    wishes = ("Clinics should offer a chaperone.", "Police should answer schools.")
    report = a_parsed_document(
        sections=sections,
        passages=(P1, P2, P3, *(a_passage(at, text, "s3") for at, text in enumerate(wishes, start=4))),
        recommendations=tuple(a_recommendation(at, text) for at, text in enumerate(wishes, start=1)),
    )
    with Repository.open(Settings(home=tmp_path_factory.mktemp("candidates"))) as opened:
        hold(opened, "CPR2020-W01", report, a_briefing())
        code(opened, "CPR2020-W01", (NAMED, BESIDE, NEAR, FAR), {})
        yield opened


def found(
    repository: Repository, query: SearchQuery, topic: Topic | None = None
) -> list[tuple[str, Nearness]]:
    """The texts, each with its nearness."""
    return [(each.text, each.nearness) for each in candidates(repository, PackQuery(query, topic)).quotable]


def test_words_are_found_in_an_extract_then_beside_it_then_in_its_part(repository: Repository) -> None:
    """And in recommendations; another part of the review is not about it."""
    assert [
        (NAMED.text, Nearness.OWN),
        ("Clinics should offer a chaperone.", Nearness.OWN),
        (BESIDE.text, Nearness.PARAGRAPH),
        (NEAR.text, Nearness.PART),
    ] == found(repository, SearchQuery(), TOPIC)


def test_a_topic_and_words_must_both_be_there(repository: Repository) -> None:
    """What a person typed narrows a topic."""
    assert [] == [
        each for each in found(repository, SearchQuery(text="school"), TOPIC) if each[0] == FAR.text
    ]
    assert NAMED.text in [text for text, _ in found(repository, SearchQuery(text="nurse"), TOPIC)]


def test_filters_hold_for_what_stands_beside_too(repository: Repository) -> None:
    """A stance that was asked for is the only one."""
    texts = [text for text, _ in found(repository, SearchQuery(stance=("suggested",)), TOPIC)]

    assert [NEAR.text] == [text for text in texts if not text.startswith("Clinics")]


def test_an_agency_is_named_in_the_words_themselves(repository: Repository) -> None:
    """For a role guide: extracts and recommendations that name it."""
    assert {FAR.text, "Police should answer schools."} == {
        text for text, _ in found(repository, SearchQuery(agency=("police",)))
    }


def test_what_an_agency_does_is_told_apart_from_what_only_names_it(repository: Repository) -> None:
    """The school rings the police: its own act, and named in what others did; a recommendation goes by its addressees."""

    def only_named(agency: str) -> dict[str, bool]:
        found = candidates(repository, PackQuery(SearchQuery(agency=(agency,))))
        return {each.text: each.only_named for each in found.quotable}

    assert only_named("police")[FAR.text]
    assert not only_named("education")[FAR.text]
    assert not only_named("police")["Police should answer schools."]
    assert only_named("education")["Police should answer schools."]
    assert not any(
        each.only_named for each in candidates(repository, PackQuery(SearchQuery(), TOPIC)).quotable
    )


def test_a_pack_says_of_each_group_whether_it_quotes_little(repository: Repository) -> None:
    """What there is of it, and what there is not."""
    found = candidates(repository, PackQuery(SearchQuery(), TOPIC))
    told = found.said_of_little(NullTranslations(), PackKind.SESSION, found.by_rule(PackKind.SESSION))

    assert "Nothing of this kind is quoted; what was found can be chosen by hand." == told[0]
    assert "Nothing of this kind was found." == told[2]
    assert "This is all that was found of this kind." == told[3]


def test_words_left_out_of_a_topic_are_not_searched_for(repository: Repository) -> None:
    """Without the only one that is there nothing is found; without any, nothing rather than everything."""
    for without in (("chaperone",), TOPIC.words):
        assert () == candidates(repository, PackQuery(SearchQuery(), TOPIC, without)).quotable


@pytest.mark.parametrize("typed", ["nurse) OR (school", "nurse OR", "x " * 40])
def test_what_is_typed_beside_a_topic_is_a_search_by_itself(repository: Repository, typed: str) -> None:
    """It can neither change what the topic asks nor ask for more than a search may."""
    with pytest.raises(InvalidQuery):
        candidates(repository, PackQuery(SearchQuery(text=typed), TOPIC))


def test_a_topic_may_have_more_words_than_a_typed_search(repository: Repository) -> None:
    """Sixty expressions, of which one is there."""
    topic = TOPIC.model_copy(update={"words": (*(f"unheard of thing {n}" for n in range(60)), "chaperone")})

    assert NAMED.text in [text for text, _ in found(repository, SearchQuery(), topic)]


def test_a_working_set_keeps_its_order_and_takes_no_others(repository: Repository) -> None:
    """Nothing beside it."""
    places = [("cpr2020-w01", FAR.key), ("cpr2020-w01", NAMED.key)]
    extracts = candidates(repository, PackQuery(SearchQuery()), places).extracts(*Nearness)

    assert [FAR.text, NAMED.text] == [each.text for each in extracts]


def test_names_that_are_gone_are_passed_over(repository: Repository) -> None:
    """A form that was open while the data changed still makes its pack; groups keep their order."""
    held = candidates(repository, PackQuery(SearchQuery(), TOPIC))
    names = [each.name for each in held.quotable]

    assert [BESIDE.text, NAMED.text, NEAR.text] == [
        each.text for each in held.named([names[3], names[2], "extract/none/x", names[0], names[0]])
    ]


def test_what_a_person_rejected_is_never_offered(tmp_path: Path) -> None:
    """Neither found by its words nor beside them; what one kept comes first."""
    decided = {
        NAMED.key: Decision(person="r", decided_at=NOON, verdict=Verdict.REJECT),
        BESIDE.key: Decision(person="r", decided_at=NOON, verdict=Verdict.KEEP),
    }
    with Repository.open(Settings(home=tmp_path)) as repository:
        hold(
            repository, "CPR2020-W01", a_parsed_document(sections=(a_section(), a_section(1)), passages=(P1,))
        )
        code(repository, "CPR2020-W01", (NAMED, BESIDE), decided)
        offered = candidates(repository, PackQuery(SearchQuery(), TOPIC)).quotable

    assert [(BESIDE.text, True)] == [(each.text, each.kept) for each in offered]


def test_a_review_that_set_out_to_look_at_it_offers_what_it_says_plainly(tmp_path: Path) -> None:
    """Its terms of reference have the words, and its learning has not; a single sign there is not offered."""
    asked = a_passage(1, "How did agencies understand the need for a chaperone?", "s1")
    told = a_passage(2, "The nurse was commended for her care. She went home.", "s2")
    sections = (
        a_section(),
        a_section(1, "Terms of reference", SectionKind.TERMS_OF_REFERENCE),
        a_section(2, "Learning", SectionKind.LEARNING),
    )
    commended = an_extract(
        told,
        "The nurse was commended for her care.",
        Stance.IDENTIFIED,
        stance_because=(Reason(rule="commendation", words="commended"),),
    )
    bare = an_extract(told, "She went home.", Stance.IDENTIFIED)
    with Repository.open(Settings(home=tmp_path)) as opened:
        hold(
            opened, "CPR2020-W01", a_parsed_document(sections=sections, passages=(asked, told)), a_briefing()
        )
        code(opened, "CPR2020-W01", (commended, bare), {})

        assert [(commended.text, Nearness.REVIEW)] == found(opened, SearchQuery(), TOPIC)
        assert () == candidates(opened, PackQuery(SearchQuery(), TOPIC)).by_rule(PackKind.SESSION)
