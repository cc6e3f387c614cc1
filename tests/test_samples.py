"""Every truth of every sample: what a reader would say of the files is what the repository says."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.all_samples import outcomes_of
from wsr.domain.kinds import UNSEARCHED_SECTIONS, PassageKind
from wsr.domain.outcomes import FileOutcome
from wsr.domain.packs import PackKind
from wsr.domain.passages import Passage, Recommendation
from wsr.domain.review import Review
from wsr.domain.search import SearchQuery
from wsr.index.tokens import TOPICS
from wsr.learning.groups import LEAST, groups
from wsr.learning.ranker import LexicalRanker
from wsr.repository import upkeep
from wsr.repository.candidates import PackQuery, candidates
from wsr.repository.grouped import place_of
from wsr.repository.other_words import other_words
from wsr.repository.repository import Repository
from wsr.samples import sample_reviews
from wsr.settings import Settings
from wsr.vocabulary.topics import search_of, topics

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("samples")]

TRUTHS = sorted(sample_reviews().glob("*.expected.json"))

every_sample = pytest.mark.parametrize(
    "truth_file", TRUTHS, ids=lambda path: path.name.removesuffix(".expected.json")
)

FACTS = (
    "reference", "reference_source", "review_type", "form", "criteria", "title", "board_reference",
    "board_reference_as_printed", "subjects", "authors", "incident_date", "report_date", "publication_date", "year",
    "year_basis",
)  # fmt: skip
"""Facts of a review that its report must give exactly; board, agencies and pages have their own line."""


@cache
def _truth(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


class Taken:
    """The samples as the repository holds them."""

    def __init__(self, repository: Repository, outcomes: dict[str, FileOutcome]) -> None:
        self.repository = repository
        self.outcomes = outcomes
        self._read = cache(repository.any_review)

    def review(self, truth: dict[str, Any]) -> Review:
        """The review to which a file belongs."""
        reference = self.outcomes[truth["file"]].reference
        assert reference is not None, f"{truth['file']} was not taken: {self.outcomes[truth['file']].detail}"
        return self._read(reference)

    def document(self, truth: dict[str, Any]) -> str:
        """The id of the document that a file became."""
        (document,) = [d for d in self.review(truth).documents if d.source.filename == truth["file"]]
        return document.id

    def passages(self, truth: dict[str, Any]) -> list[Passage]:
        """The passages of a file."""
        document = self.document(truth)
        return [passage for passage in self.review(truth).passages if passage.document == document]


@pytest.fixture(scope="session")
def taken(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Taken]:
    """All samples taken in as a newcomer's first command does."""
    home = shutil.copytree(sample_home, tmp_path_factory.mktemp("samples") / "home")
    with Repository.open(Settings.load(home)) as repository:
        yield Taken(repository, {Path(outcome.file).name: outcome for outcome in outcomes_of(sample_home)})


def _plain(text: str) -> str:
    """Text for comparison: one kind of space, and nothing else changed."""
    return re.sub(r"\s+", " ", text).strip()


def test_every_file_of_the_samples_has_a_truth_and_an_outcome(taken: Taken) -> None:
    """No sample is without its expected result, and none is dropped."""
    assert {_truth(path)["file"] for path in TRUTHS} == set(taken.outcomes)
    assert {path.name for path in sample_reviews().glob("*.pdf")} == set(taken.outcomes)


def test_files_database_and_index_agree_on_the_samples(taken: Taken) -> None:
    """After taking in all samples there is no difference."""
    assert [] == upkeep.verify(taken.repository)


@every_sample
def test_the_outcome(truth_file: Path, taken: Taken) -> None:
    """Outcome, role, language and reference of the file."""
    truth = _truth(truth_file)
    outcome = taken.outcomes[truth["file"]]

    assert truth["outcome"] == {name: getattr(outcome, name) for name in truth["outcome"]}


@every_sample
def test_the_facts(truth_file: Path, taken: Taken) -> None:
    """Each fact that the document states of its review; those of a companion are those of its report."""
    truth = _truth(truth_file)
    if truth["outcome"]["outcome"] == "companion":
        assert truth["outcome"]["reference"] == taken.review(truth).reference
        return
    review = taken.review(truth).model_dump(mode="json")
    expected = {name: truth["review"][name] for name in FACTS}

    assert expected == {name: review[name] for name in FACTS}
    assert truth["review"]["board"] == (review["board"] and review["board"]["id"])


@every_sample
def test_the_agencies(truth_file: Path, taken: Taken) -> None:
    """Every kind of agency that the review names, and the coded ones apart."""
    truth = _truth(truth_file)
    review = taken.review(truth)

    assert set() == set(truth["review"].get("agencies", ())) - set(review.agencies)
    assert set() == set(truth["review"].get("coded_agencies", ())) - set(review.coded_agencies)


@every_sample
def test_the_pages(truth_file: Path, taken: Taken) -> None:
    """The number of pages of the file."""
    truth = _truth(truth_file)
    (document,) = [d for d in taken.review(truth).documents if d.source.filename == truth["file"]]

    assert truth["review"]["pages"] == document.pages


@every_sample
def test_the_headings(truth_file: Path, taken: Taken) -> None:
    """Every heading in order, with its number, kind, level and page, and no other."""
    truth = _truth(truth_file)
    document = taken.document(truth)
    found = [
        (section.number, _plain(section.heading), section.kind.value, section.level, section.page_first)
        for section in taken.review(truth).sections
        if section.document == document and section.level > 0
    ]

    assert [
        (s["number"], s["heading"], s["kind"], s["level"], s["page_first"]) for s in truth["sections"]
    ] == found


@every_sample
def test_the_passages_that_are_hard_to_get_whole(truth_file: Path, taken: Taken) -> None:
    """Each stands whole in one passage, with its number, kind and pages."""
    truth = _truth(truth_file)
    found = {
        (_plain(p.text), p.number, p.kind.value, p.page_first, p.page_last) for p in taken.passages(truth)
    }
    expected = {
        (_plain(p["text"]), p["number"], p["kind"], p["page_first"], p["page_last"])
        for p in truth["passages"]
    }

    assert set() == expected - found


@every_sample
def test_running_heads_and_feet_are_in_no_passage(truth_file: Path, taken: Taken) -> None:
    """Furniture is removed before paragraphs are joined."""
    truth = _truth(truth_file)
    leaks = [
        (line, passage.id)
        for line in truth["never_in_text"]
        for passage in taken.passages(truth)
        if _plain(line) in _plain(passage.text)
    ]

    assert [] == leaks


@every_sample
def test_contents_forms_letters_and_glossaries_are_not_searched(truth_file: Path, taken: Taken) -> None:
    """What stands only there is in passages that a search leaves out."""
    truth = _truth(truth_file)
    kinds = {s.id: s.kind for s in taken.review(truth).sections if s.document == taken.document(truth)}
    searched = [
        (words, passage.id)
        for words in truth["not_searched"]
        for passage in taken.passages(truth)
        if _plain(words) in _plain(passage.text)
        and kinds[passage.section] not in UNSEARCHED_SECTIONS
        and passage.kind is not PassageKind.PROMPT
    ]

    assert [] == searched


def _as_truth(recommendation: Recommendation, document: str) -> dict[str, Any]:
    return {
        "label": recommendation.label,
        "text": _plain(recommendation.text),
        "addressees": list(recommendation.addressees),
        "level": recommendation.level.value,
        "page_first": recommendation.page_first,
        "places": sorted({place.page for place in recommendation.places if place.document == document}),
    }


@every_sample
def test_the_recommendations(truth_file: Path, taken: Taken) -> None:
    """All of them and no other, with label, addressees, level and every page that prints them."""
    truth = _truth(truth_file)
    if truth["outcome"]["outcome"] == "companion":
        pytest.skip("the recommendations of a review are those of its report")
    document = taken.document(truth)
    expected = [
        {**{name: r[name] for name in ("label", "addressees", "level", "page_first")},
         "text": _plain(r["text"]),
         "places": sorted({place["page"] for place in r["places"]})}
        for r in truth["recommendations"]
    ]  # fmt: skip
    printed_here = [
        r
        for r in taken.review(truth).recommendations
        if any(place.document == document for place in r.places)
    ]
    found = [_as_truth(recommendation, document) for recommendation in printed_here]

    assert expected == found


@every_sample
def test_sentences_about_practice_stand_on_their_page(truth_file: Path, taken: Taken) -> None:
    """Each can be quoted from one passage that touches its page."""
    truth = _truth(truth_file)
    passages = taken.passages(truth)
    missing = [
        sentence["text"]
        for sentence in truth["good_practice"]
        if not any(
            _plain(sentence["text"]) in _plain(p.text) and p.page_first <= sentence["page"] <= p.page_last
            for p in passages
        )
    ]

    assert [] == missing


@every_sample
def test_every_passage_can_be_found_and_cited(truth_file: Path, taken: Taken) -> None:
    """Ids and keys are each one passage's, boxes lie on their pages, text is fixed."""
    truth = _truth(truth_file)
    (document,) = [d for d in taken.review(truth).documents if d.source.filename == truth["file"]]
    passages = taken.passages(truth)
    on_page: Callable[[Any], bool] = lambda box: (  # noqa: E731
        0 <= box.x0 < box.x1 <= document.page_sizes[box.page - 1][0] + 1
        and 0 <= box.y0 < box.y1 <= document.page_sizes[box.page - 1][1] + 1
    )

    in_review = taken.review(truth).passages
    assert len(passages) == len({p.id for p in passages}) == len({p.key for p in passages}) > 0
    assert len(in_review) == len({p.key for p in in_review})
    assert [] == [p.id for p in passages if not p.boxes or not all(map(on_page, p.boxes))]
    assert [] == [
        p.id for p in passages if {box.page for box in p.boxes} != set(range(p.page_first, p.page_last + 1))
    ]
    assert [] == [
        p.id
        for p in passages
        if not p.text.strip() or max(p.text) > "\uffff" or re.search(r"[\x00-\x09\x0b-\x1f]", p.text)
    ]


SUBJECTS = {
    "asylum-seekers": {"CPR2020-W88"},
    "chaperones": {"CPR2020-W88"},
    "child-sexual-exploitation": {"CPR2021-W94"},
    "coercive-control": {"DHR2025-W87", "DHR2019-W98", "DHR2021-W84", "DHR2016-W92"},
    "fgm": {"CPR2020-W88"},
    "historic-sexual-abuse": {"DHR2013-W85"},
    "home-education": {"CPR2021-W94"},
    "homelessness": {"DHR2025-W87", "APR2023-W86"},
    "information-sharing": {"DHR2021-W84"},
    "looked-after-children": {"CPR2018-L01"},
    "mental-capacity": {"APR2019-W93", "APR2016-W89"},
    "neglect": {"CPR2017-W91"},
    "parental-mental-illness": {"CPR2014-W96"},
    "personality-disorder": {"DHR2013-W85"},
    "power-of-attorney": {"APR2022-W97", "APR2019-W93"},
    "professional-curiosity": {"CPR2023-W99"},
    "radicalisation": {"CPR2018-L01"},
    "self-neglect": {"APR2019-W93", "APR2023-W86"},
    "sudden-infant-death": {"CPR2023-W99"},
    "transition": {"APR2016-W89"},
    "voice-of-the-child": {"DHR2016-W92"},
    "was-not-brought": {"CPR2017-W91", "CPR2023-W99", "CPR2020-W88"},
}
"""Each ready topic, and reviews among the samples that were written about it."""

TYPED = {
    "DNA": "CPR2017-W91",
    "was not brought": "CPR2017-W91",
    "controlling": "DHR2019-W98",
    "rheolaeth drwy orfodaeth": "DHR2019-W98",
    "LAC": "CPR2018-L01",
    "EHE": "CPR2021-W94",
    "Prevent": "CPR2018-L01",
    "SUDI": "CPR2023-W99",
    "CSE": "CPR2021-W94",
    "EUPD": "DHR2013-W85",
    "female genital mutilation": "CPR2020-W88",
    "hoarding": "APR2023-W86",
    "MCA": "APR2019-W93",
    "LPA": "APR2022-W97",
    "disguised compliance": "CPR2023-W99",
}
"""What practitioners type, and a review that the other words offered for it find."""


def _found(taken: Taken, text: str) -> set[str]:
    query = SearchQuery(text=text)
    return {hit.reference for hit in taken.repository.index.every(query, TOPICS)}


def test_every_topic_has_a_subject_among_the_samples() -> None:
    """A topic that is added is tried out too."""
    assert set(SUBJECTS) == set(topics())


@pytest.mark.parametrize("topic", SUBJECTS)
def test_a_topic_finds_its_subject(topic: str, taken: Taken) -> None:
    """By the words of the thesaurus; and a session pack on it has something to quote."""
    found = candidates(taken.repository, PackQuery(SearchQuery(), topics()[topic]))

    assert set() == SUBJECTS[topic] - _found(taken, search_of(topics()[topic]))
    assert found.by_rule(PackKind.SESSION)


@pytest.mark.parametrize("typed", TYPED)
def test_other_words_are_offered_for_what_practitioners_type(typed: str, taken: Taken) -> None:
    """Each is a search by itself; together they find the subject."""
    offered = other_words(typed, most=40).offered

    assert TYPED[typed] in set().union(*(_found(taken, each.text) for each in offered))


def test_self_neglect_is_no_neglect(taken: Taken) -> None:
    """A passage that has both words belongs to the one topic alone."""
    ours = {
        name: {(hit.slug, hit.key) for hit in taken.repository.index.every(SearchQuery(text=text), TOPICS)}
        for name, text in ((each, search_of(topics()[each])) for each in ("neglect", "self-neglect"))
    }

    assert ours["neglect"]
    assert ours["self-neglect"]
    assert not ours["neglect"] & ours["self-neglect"]


def test_groups_of_the_samples_are_those_of_all_pairs(taken: Taken) -> None:
    """What the bound passes over could have made no difference: the same pairs, scores and groups without it."""
    hits = taken.repository.alike.now().recommendations.hits
    ranker = LexicalRanker(hit.text for hit in hits)
    every = ranker.likeness(least=0.0)
    known = taken.repository.regrouping.known(patience=120).grouped

    assert ranker.likeness() == {pair: score for pair, score in every.items() if score >= LEAST}
    assert known is not None and known.groups
    assert {frozenset(place_of(member) for member in group.members) for group in known.groups} == {
        frozenset((hits[place].slug, hits[place].key) for place in places)
        for places in groups(every)
        if len({hits[place].reference for place in places}) > 1
    }
