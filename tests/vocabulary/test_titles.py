"""The words of title pages: one way to say each thing, in many spellings."""

import pytest

from wsr.domain.kinds import Criterion, ReviewType, Role
from wsr.vocabulary.titles import (
    criteria,
    look_alikes,
    name_of,
    names_part,
    review_types,
    roles,
    words_of_no_review,
    words_of_parts,
)


def test_every_type_criterion_and_role_has_its_words() -> None:
    """Nothing of the closed lists is forgotten; the report is what is nothing else."""
    assert set(ReviewType) == set(review_types())
    assert set(Criterion) == set(criteria())
    assert set(Role) - {Role.REPORT} == set(roles())
    assert "Domestic Homicide Review" == name_of(ReviewType.DHR)


@pytest.mark.parametrize(
    "text",
    [
        "CHILD PRACTICE REVIEW",
        "child-practice review",
        "Child\nPractice Reviews",
        "CPR 08 2020",
    ],
)
def test_spellings_of_one_name(text: str) -> None:
    """Case, line breaks, hyphens and abbreviations."""
    assert review_types()[ReviewType.CPR].first_in(text)


def test_abbreviations_do_not_count_in_running_text() -> None:
    """CPR is also the register and the first aid."""
    assert 1 == review_types()[ReviewType.CPR].count_in("The child practice review found that CPR was given.")


@pytest.mark.parametrize(
    ("text", "whole", "named"),
    [
        ("Executive Summary", True, True),
        ("7 Minute Briefing: Child A", True, False),
        ("7 Minute Briefing: Child A", False, True),
        ("Child A", False, False),
    ],
)
def test_parts_are_named_wholly_or_somewhere(text: str, whole: bool, named: bool) -> None:
    """A title may be the name of a part, or hold it."""
    assert named == names_part(text, whole=whole)


def test_look_alikes_are_named_so_that_a_sentence_can_end_with_them() -> None:
    """With their article."""
    assert all(one.name.split()[0] in ("a", "an", "guidance,") for one in look_alikes())


def test_words_of_file_names() -> None:
    """Parts and generic words tell nothing of which review it is."""
    assert "ctmsb 05 2018" == " ".join(
        words_of_parts().sub(" ", "ctmsb 05 2018 seven minute briefing english v2").split()
    )
    assert "review" in words_of_no_review()
