"""What persons said of recommendations comes to cores and pairs apart; the later record holds."""

from hypothesis import given
from hypothesis import strategies as st

from wsr.learning.cores import Statement, told


def together(*places: int) -> Statement:
    """That these repeat each other."""
    return Statement((places,), together=True)


def apart(*parts: tuple[int, ...]) -> Statement:
    """That those of one part do not repeat those of another."""
    return Statement(parts, together=False)


def test_what_was_told_together_is_a_core() -> None:
    """With the statement that put each there."""
    found = told([together(4, 1, 2)])

    assert found.cores == ((1, 2, 4),)
    assert found.apart == frozenset()
    assert found.by == {1: 0, 2: 0, 4: 0}


def test_nothing_said_is_nothing() -> None:
    """Nor is what speaks of one alone, or of none."""
    assert told([]).cores == told([together(1), together(), apart((1, 2)), apart((1,), ())]).cores == ()


def test_cores_that_share_a_member_are_one() -> None:
    """Each member with the last statement that names it."""
    found = told([together(1, 2), together(2, 3)])

    assert found.cores == ((1, 2, 3),)
    assert found.by == {1: 0, 2: 1, 3: 1}


def test_the_parts_are_apart_and_of_one_part_nothing_is_said() -> None:
    """Every pair across them, the lower place first."""
    found = told([apart((5, 1), (2,), (3,))])

    assert found.cores == ()
    assert found.apart == {(1, 2), (2, 5), (1, 3), (3, 5), (2, 3)}


def test_a_later_statement_takes_the_place_of_an_earlier_one() -> None:
    """For the pairs of which it speaks, and in both directions."""
    split = told([together(1, 2, 3), apart((3,), (1, 2))])
    joined = told([together(1, 2, 3), apart((3,), (1, 2)), together(3, 2, 1)])

    assert (split.cores, split.apart) == (((1, 2),), frozenset({(1, 3), (2, 3)}))
    assert (joined.cores, joined.apart) == (((1, 2, 3),), frozenset())


def test_where_two_statements_cannot_both_hold_the_later_one_does() -> None:
    """The first and the third are apart, and each was put to the second."""
    first, second = together(1, 2), together(2, 3)

    assert told([first, second, apart((1,), (3,))]).cores == ((2, 3),)
    assert told([second, first, apart((1,), (3,))]).cores == ((1, 2),)
    assert 3 not in told([second, first, apart((1,), (3,))]).by


_places = st.lists(st.integers(0, 7), max_size=5).map(tuple)
_statements = st.builds(Statement, st.lists(_places, max_size=3).map(tuple), st.booleans())


@given(st.lists(_statements, max_size=6))
def test_no_core_has_a_pair_that_is_apart(statements: list[Statement]) -> None:
    """Whatever was said; cores do not overlap, and every member knows its statement."""
    found = told(statements)
    members = [place for core in found.cores for place in core]

    assert len(members) == len(set(members))
    assert set(members) == set(found.by)
    for core in found.cores:
        assert len(core) > 1
        assert not [pair for pair in found.apart if set(pair) <= set(core)]
        for place in core:
            assert statements[found.by[place]].together
            assert any(place in part for part in statements[found.by[place]].parts)


@given(st.lists(_statements, min_size=1, max_size=6))
def test_what_the_last_statement_says_holds(statements: list[Statement]) -> None:
    """Without exception: of later ones there are none."""
    found, last = told(statements), statements[-1]

    if last.together:
        places = {place for part in last.parts for place in part}
        assert len(places) < 2 or any(places <= set(core) for core in found.cores)
    else:
        for number, part in enumerate(last.parts):
            for other in last.parts[number + 1 :]:
                pairs = {(min(a, b), max(a, b)) for a in part for b in other if a != b}
                assert pairs <= found.apart
