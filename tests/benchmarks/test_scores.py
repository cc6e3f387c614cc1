"""The arithmetic of the benchmark of coding, on cases counted by hand."""

import pytest
from benchmarks.scores import (
    ADDED,
    Coded,
    Confusion,
    Share,
    boundaries,
    overlapped,
    split_scores,
    theme_scores,
    together,
)


def test_a_share_tells_both_counts() -> None:
    """A share of nothing is nothing, and is printed all the same."""
    assert " 75.0% (3 of 4)" == str(Share(3, 4))
    assert "  0.0% (0 of 0)" == str(Share(0, 0))


def test_precision_recall_and_f1_of_a_class() -> None:
    """Two of three a are found, and one b is taken for a."""
    confusion = Confusion([("a", "a"), ("a", "a"), ("a", "b"), ("b", "a"), ("b", "b"), ("c", "b")])

    assert Share(2, 3) == confusion.precision("a") == confusion.recall("a")
    assert Share(1, 3) == confusion.precision("b")
    assert Share(1, 2) == confusion.recall("b") == confusion.shown_as("b", "a")
    assert pytest.approx(2 / 3) == confusion.f1("a")
    assert pytest.approx(2 / 5) == confusion.f1("b")
    assert 0 == confusion.f1("c")
    assert pytest.approx((2 / 3 + 2 / 5) / 3) == confusion.macro_f1(["a", "b", "c"])


def test_the_first_code_is_one_of_the_subject() -> None:
    """Suggested practice alone is not speaking; it counts among all codes."""
    scores = theme_scores(
        [
            Coded(("x/1", "y/1"), ("x/1",)),
            Coded(("x/1", ADDED), ("y/1", "x/2", ADDED)),
            Coded(("y/1", "x/1"), ("x/1", "x/2", "y/1")),
            Coded(("y/1",), ()),
            Coded(("y/1", ADDED), (ADDED,)),
        ]
    )

    assert str(Share(3, 5)) == scores["speaks"]
    assert str(Share(1, 3)) == scores["first right: theme"] == scores["first right: sub-theme"]
    assert str(Share(2, 3)) == scores["first is any labelled theme"]
    assert str(Share(2, 3)) == scores["main theme among the first two"]
    assert str(Share(2, 5)) == scores["main theme among the first two, of all"]
    assert str(Share(1, 3)) == scores["main sub-theme among the first two"]
    assert "  1.60" == scores["codes an extract"]
    assert str(Share(5, 8)) == scores["precision over all codes: sub-theme"]
    assert str(Share(5, 9)) == scores["recall over all codes: sub-theme"]
    assert str(Share(6, 7)) == scores["precision over all codes: theme"]
    assert str(Share(6, 9)) == scores["recall over all codes: theme"]


def test_stretches_that_touch_do_not_overlap() -> None:
    """One shared character is enough, meeting at an end is not."""
    assert Share(1, 2) == overlapped([(0, 5), (5, 9)], [(8, 12), (9, 10)])
    assert Share(3, 5) == together([Share(1, 2), Share(2, 3)])
    assert Share(0, 0) == together([])


def test_boundaries_are_where_sentences_meet() -> None:
    """White space makes no difference; the end of the passage is no boundary."""
    assert {2, 4} == boundaries(["A.", "B.", "C d."]) == boundaries([" A. ", "B.", "C  d."])
    assert set() == boundaries(["A."])


def test_a_passage_is_right_when_all_its_boundaries_are() -> None:
    """Of three passages one is right: another misses one of two boundaries, and one has one too many."""
    scores = split_scores([({2, 4}, {2, 4}), ({2, 4}, {2}), (set(), {3})])

    assert str(Share(1, 3)) == scores["passages wholly right"]
    assert str(Share(3, 4)) == scores["boundaries: precision"] == scores["boundaries: recall"]
