"""The likeness of many: what is passed over without a score could make no difference."""

import pytest
from benchmarks.learning import read_half

from wsr.learning.groups import LEAST, groups
from wsr.learning.likeness import Shared, Weighed, pairs_alike
from wsr.learning.ranker import LexicalRanker


@pytest.fixture(scope="module")
def ranker() -> LexicalRanker:
    """Of recommendations that share much: each of the development half, and each with the end of another."""
    texts = [each.text for each in read_half("development")[0]]
    ends = [text[len(text) // 2 :] for text in texts]
    mixed = [f"{text} {ends[(n * 7 + 3) % len(ends)]}" for n, text in enumerate(texts)]
    return LexicalRanker([*texts, *mixed])


def test_the_same_pairs_are_found_as_without_a_bound(ranker: LexicalRanker) -> None:
    """With the same scores to the last digit, and so the same groups."""
    every = ranker.likeness(least=0.0)
    wanted = {pair: score for pair, score in every.items() if score >= LEAST}

    assert len(wanted) > 100
    assert ranker.likeness() == wanted
    assert groups(ranker.likeness()) == groups(every)


def test_no_score_is_above_its_bound(ranker: LexicalRanker) -> None:
    """Whatever is asked for, a pair that has as much is there."""
    every = ranker.likeness(least=0.0)

    for least in (0.05, 0.1, 0.5):
        assert ranker.likeness(least=least) == {pair: each for pair, each in every.items() if each >= least}


def test_only_what_shares_two_subjects_is_scored() -> None:
    """And of these only what may score enough."""
    texts = [
        Weighed(("flag", "visit"), {"flag": 1.0, "visit": 1.0}, {"flag": 1, "visit": 1}, 2.0),
        Weighed(("flag",), {"flag": 1.0, "word": 1.0}, {"flag": 1, "word": 1}, 2.0),
        Weighed(("flag", "visit"), {"flag": 1.0, "visit": 2.0}, {"flag": 1, "visit": 1}, 4.0),
        Weighed(("flag", "visit"), {"flag": 0.1, "visit": 0.1}, {"flag": 1, "visit": 1}, 9.0),
    ]
    asked: list[tuple[int, int]] = []

    def least_part(one: Shared, other: Shared) -> float:
        return min(one.part, other.part)

    def scored(lower: int, upper: int) -> float:
        asked.append((lower, upper))
        return 0.6

    assert pairs_alike(texts, 0.5, least_part, scored) == {(0, 2): 0.6}
    assert asked == [(0, 2)]
