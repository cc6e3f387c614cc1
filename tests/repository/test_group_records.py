"""What people say of groups: kept beside all that was said, found again in new versions, holding until withdrawn."""

from pathlib import Path

import pytest

from tests.pdfs import make_review
from tests.repository.conftest import Taking
from tests.repository.shelf import take_in
from wsr.domain.groups import Grouping
from wsr.domain.learning import RepeatedGroup
from wsr.domain.references import ReviewKey
from wsr.errors import DecisionRefused, PageNotFound, ReviewNotFound
from wsr.repository.group_records import confirm, split, unanchored_groups, withdraw_record
from wsr.repository.grouped import Grouped
from wsr.repository.recoding import recode
from wsr.repository.register import recommendation_at
from wsr.repository.repository import Repository

ASKED = "GP practices should flag the records of children who were not brought to appointments."
AGAIN = "Surgeries must put a flag on the notes of any child who is not brought to an appointment."
OTHER = "Housing officers should refer tenants who hoard to the fire service."
EARLY, LATE = "cpr2019-w91", "cpr2021-w92"


def arrive(folder: Path, early: tuple[str, ...] = (ASKED,), late: tuple[str, ...] = (AGAIN, OTHER)) -> None:
    """Two reviews that ask for the same; the later one asks for something else too."""
    make_review(folder / "CPR2019-W91.pdf", recommendations=early)
    make_review(folder / "CPR2021-W92.pdf", date="May 2021", subject="Re: Child B", recommendations=late)


def arrived(folder: Path) -> None:
    """The two, taken in."""
    arrive(folder / "arrivals")
    take_in(folder)


BEGINNING = arrived


@pytest.fixture
def places(repository: Repository) -> tuple[ReviewKey, ReviewKey, ReviewKey]:
    """Where the three recommendations are that have been taken in."""
    late = repository.review(LATE).recommendations
    return (EARLY, repository.review(EARLY).recommendations[0].key), (LATE, late[0].key), (LATE, late[1].key)


def now(repository: Repository) -> Grouped:
    """The groups of this moment, however long they take."""
    known = repository.regrouping.known(patience=60)
    assert known.grouped is not None and known.current
    return known.grouped


def texts(groups: tuple[RepeatedGroup, ...]) -> list[list[str]]:
    """The words of the members of each group."""
    return [[each.text for each in group.members] for group in groups]


def test_what_people_put_together_is_a_group_whatever_its_words(
    repository: Repository, places: tuple[ReviewKey, ReviewKey, ReviewKey]
) -> None:
    """What is like one of it may join, and is told apart from it."""
    asked, again, other = places
    assert texts(now(repository).groups) == [[ASKED, AGAIN]]
    made = confirm(repository, [asked, other], "mari", " The same aim. ")
    (group,) = now(repository).groups

    assert (made.says, made.person, made.note) == (Grouping.TOGETHER, "mari", "The same aim.")
    assert {each.text: each.confirmed and each.confirmed.person for each in group.members} == {
        ASKED: "mari",
        OTHER: "mari",
        AGAIN: None,
    }
    assert group.confirmed is not None and group.confirmed.made_at == made.made_at
    assert now(repository).group_of(again) == group


def test_what_people_told_apart_shares_no_group(
    repository: Repository, places: tuple[ReviewKey, ReviewKey, ReviewKey]
) -> None:
    """Until somebody puts it together again, or the record is withdrawn."""
    asked, again, _ = places
    made = split(repository, [again], [asked], "mari", together=False)
    assert now(repository).groups == ()
    withdraw_record(repository, made.id, "ifan")
    assert texts(now(repository).groups) == [[ASKED, AGAIN]]
    split(repository, [again], [asked], "mari", together=False)
    confirm(repository, [asked, again], "ceri")

    assert texts(now(repository).groups) == [[ASKED, AGAIN]]
    assert [each.record.person for each in now(repository).records] == ["mari", "mari", "ceri"]


def test_some_leave_together_or_each_alone(
    repository: Repository, places: tuple[ReviewKey, ReviewKey, ReviewKey]
) -> None:
    """Together is a record of its own; alone they are apart from each other too."""
    asked, again, other = places
    confirm(repository, places, "mari")
    split(repository, [asked, other], [again], "mari", together=True)
    assert texts(now(repository).groups) == [[ASKED, OTHER]]
    split(repository, [asked, other], [], "mari", together=False)

    assert now(repository).groups == ()
    assert len(now(repository).records) == 4


def test_a_form_sent_twice_adds_nothing(
    repository: Repository, places: tuple[ReviewKey, ReviewKey, ReviewKey]
) -> None:
    """The same by another person, or after something else was said, is another record."""
    asked, again, other = places
    for _ in range(2):
        confirm(repository, places, "mari")
    assert len(now(repository).records) == 1
    for _ in range(2):
        split(repository, [asked, other], [again], "mari", together=True)
    assert len(now(repository).records) == 3
    confirm(repository, places, "mari")
    confirm(repository, places, "ifan")

    assert len(now(repository).records) == 5


def test_what_cannot_be_kept_is_refused(
    repository: Repository, places: tuple[ReviewKey, ReviewKey, ReviewKey]
) -> None:
    """With a sentence, and nothing is kept."""
    asked, again, other = places
    with pytest.raises(DecisionRefused, match="two reviews"):
        confirm(repository, [again, other, again], "mari")
    with pytest.raises(DecisionRefused, match="longer"):
        confirm(repository, places, "mari", "x" * 2001)
    with pytest.raises(DecisionRefused, match="at most"):
        confirm(repository, [*places, *((LATE, f"k{n}") for n in range(200))], "mari")
    with pytest.raises(DecisionRefused, match="do not belong"):
        split(repository, [], [asked, again], "mari", together=False)
    with pytest.raises(DecisionRefused, match="do not belong"):
        split(repository, [asked, again], [asked], "mari", together=True)
    with pytest.raises(PageNotFound):
        confirm(repository, [asked, (LATE, "0" * 16)], "mari")
    with pytest.raises(ReviewNotFound):
        confirm(repository, [asked, ("none", "0" * 16)], "mari")
    with pytest.raises(DecisionRefused, match="no such record"):
        withdraw_record(repository, 1, "mari")

    assert now(repository).records == ()


def test_the_first_withdrawal_counts(
    repository: Repository, places: tuple[ReviewKey, ReviewKey, ReviewKey]
) -> None:
    """A second one adds nothing."""
    made = confirm(repository, places, "mari")
    withdraw_record(repository, made.id, "ifan")
    withdraw_record(repository, made.id, "ceri")
    (placed,) = now(repository).records

    assert placed.record.withdrawn_by == "ifan"
    assert texts(now(repository).groups) == [[ASKED, AGAIN]]


def test_records_survive_corrected_versions_and_new_rules(
    repository: Repository, places: tuple[ReviewKey, ReviewKey, ReviewKey], take: Taking, arrivals: Path
) -> None:
    """Mended words keep their group under their new key, and the old address leads there."""
    asked, _, other = places
    made = confirm(repository, [asked, other], "mari")
    mended = OTHER.replace("tenants", "any tenant")
    arrive(arrivals, late=("Schools must train their staff.", mended))
    take()
    list(recode(repository, every=True))
    _, found = recommendation_at(repository, *other)

    assert (found.text, found.key == other[1]) == (mended, False)
    assert texts(now(repository).groups) == [[ASKED, mended]]
    assert [[each and each.text for each in placed.members] for placed in now(repository).records] == [
        [ASKED, mended]
    ]
    assert made.id == now(repository).records[0].record.id
    assert unanchored_groups(repository) == []


def test_words_that_are_gone_are_in_no_group_and_are_listed(
    repository: Repository, places: tuple[ReviewKey, ReviewKey, ReviewKey], take: Taking, arrivals: Path
) -> None:
    """The record stays with what else it names; once withdrawn nobody need look."""
    asked, again, other = places
    made = confirm(repository, [asked, again, other], "mari")
    arrive(arrivals, late=(AGAIN, "Schools must train their staff."))
    take()

    assert texts(now(repository).groups) == [[ASKED, AGAIN]]
    assert [bool(each) for each in now(repository).records[0].members] == [True, True, False]
    assert [member.anchor.text for _, member in unanchored_groups(repository)] == [OTHER]
    withdraw_record(repository, made.id, "mari")
    assert unanchored_groups(repository) == []
