"""Groups of what repeats each other: joined by likeness, and no chains."""

from wsr.learning.groups import REPEATS, groups
from wsr.learning.ranker import LexicalRanker

SURE = REPEATS + 0.2


def test_those_that_repeat_each_other_are_a_group() -> None:
    """Real recommendations, worded otherwise in two reviews; the third asks for something else."""
    ranker = LexicalRanker(
        [
            "GP practices should flag the records of children who were not brought to appointments.",
            "Housing officers should refer tenants who hoard to the fire service.",
            "Surgeries to place a flag on the notes of children who are not brought to appointments.",
        ]
    )

    assert groups(ranker.likeness()) == [(0, 2)]


def test_a_chain_of_neighbours_is_no_group() -> None:
    """The last is like the second and not like the first: it stays out."""
    assert groups({(0, 1): SURE + 0.1, (1, 2): SURE, (0, 2): 0.01}) == [(0, 1)]


def test_a_member_that_is_a_little_less_alike_belongs() -> None:
    """Where it is alike enough to every other."""
    assert groups({(0, 1): SURE, (1, 2): SURE, (0, 2): REPEATS * 0.9}) == [(0, 1, 2)]


def test_two_groups_join_when_all_hold_together() -> None:
    """Each pair was joined before they meet."""
    likeness = {(a, b): REPEATS for a in range(4) for b in range(a + 1, 4)} | {(0, 1): SURE, (2, 3): SURE}

    assert groups(likeness) == [(0, 1, 2, 3)]


def test_what_a_person_parted_stays_apart() -> None:
    """However alike, and in whatever order the pair is told."""
    assert groups({(0, 1): SURE}, apart=[(1, 0)]) == []


def test_nothing_alike_is_no_group() -> None:
    """Neither with nothing, nor with pairs below."""
    assert groups({}) == []
    assert groups({(0, 1): REPEATS - 0.01}) == []


def test_what_a_person_put_together_is_a_group() -> None:
    """However unlike; beside what is found by likeness alone."""
    assert groups({(1, 2): SURE}, cores=[(0, 3)]) == [(0, 3), (1, 2)]


def test_what_is_like_one_wording_of_a_core_joins_it() -> None:
    """Its members count as one text: the last is like the first of them, and not like the second."""
    assert groups({(0, 2): SURE}, cores=[(0, 1)]) == [(0, 1, 2)]


def test_what_joins_a_core_must_be_like_all_others_that_joined() -> None:
    """A chain through a core is no group either."""
    assert groups({(0, 2): SURE + 0.1, (1, 3): SURE, (2, 3): 0.01}, cores=[(0, 1)]) == [(0, 1, 2)]


def test_two_cores_are_not_joined_by_likeness() -> None:
    """Nor by something that is like both."""
    likeness = {(a, b): SURE for a in range(5) for b in range(a + 1, 5)}

    assert groups(likeness, cores=[(0, 1), (2, 3)]) == [(0, 1, 4), (2, 3)]


def test_nothing_joins_a_core_that_was_told_apart_from_one_of_it() -> None:
    """A person said of one what holds of all."""
    assert groups({(0, 2): SURE, (1, 2): SURE}, apart=[(2, 1)], cores=[(0, 1)]) == [(0, 1)]
