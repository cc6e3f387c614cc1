"""Recommendations that other reviews ask for too are told, and come first."""

from pathlib import Path

import pytest

from tests.making import a_parsed_document, a_recommendation, a_section
from tests.web.shelf import hold
from wsr.domain.packs import PackKind
from wsr.domain.search import SearchQuery
from wsr.repository.candidates import PackQuery, candidates
from wsr.repository.group_records import split
from wsr.repository.repository import Repository
from wsr.settings import Settings

ASKED = "The Health Board should introduce routine enquiry about domestic abuse in its emergency departments."
AGAIN = (
    "The University Health Board should extend routine enquiry about domestic abuse to emergency departments."
)
OTHER = "The council should publish a guide to hostels for people who are homeless with a domestic pet."


def test_what_is_asked_for_again_names_the_other_review(tmp_path: Path) -> None:
    """Both ways; what shares a word alone is not alike."""
    with Repository.open(Settings(home=tmp_path)) as repository:
        for reference, text in (("CPR2020-W01", OTHER), ("DHR2015-W02", ASKED), ("DHR2019-W03", AGAIN)):
            made = a_parsed_document(sections=(a_section(),), recommendations=(a_recommendation(1, text),))
            hold(repository, reference, made)
        found = candidates(repository, PackQuery(SearchQuery(text="domestic")), patience=60)
        also = {each.reference: each.also for each in found.recommendations}

    assert {"CPR2020-W01": (), "DHR2015-W02": ("DHR2019-W03",), "DHR2019-W03": ("DHR2015-W02",)} == also
    assert "CPR2020-W01" == found.by_rule(PackKind.CHECKLIST)[-1].reference


def test_without_groups_nothing_is_said_of_repetitions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pack does not wait for them."""
    with Repository.open(Settings(home=tmp_path)) as repository:
        for reference, text in (("DHR2015-W02", ASKED), ("DHR2019-W03", AGAIN)):
            made = a_parsed_document(sections=(a_section(),), recommendations=(a_recommendation(1, text),))
            hold(repository, reference, made)
        monkeypatch.setattr(repository.regrouping, "begin", lambda: None)
        found = candidates(repository, PackQuery(SearchQuery(text="domestic")), patience=0)

    assert [(), ()] == [each.also for each in found.recommendations]


def test_what_people_told_apart_is_not_named(tmp_path: Path) -> None:
    """A pack takes the groups as they stand."""
    with Repository.open(Settings(home=tmp_path)) as repository:
        for reference, text in (("DHR2015-W02", ASKED), ("DHR2019-W03", AGAIN)):
            made = a_parsed_document(sections=(a_section(),), recommendations=(a_recommendation(1, text),))
            hold(repository, reference, made)
        one, other = (
            (slug, repository.review(slug).recommendations[0].key) for slug in ("dhr2015-w02", "dhr2019-w03")
        )
        split(repository, [one], [other], "mari", together=False)
        found = candidates(repository, PackQuery(SearchQuery(text="domestic")), patience=60)

    assert [(), ()] == [each.also for each in found.recommendations]
