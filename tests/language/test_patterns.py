"""Patterns of words are found where they stand, and only there."""

import re
from itertools import product

import pytest

from wsr.language.notation import read
from wsr.language.patterns import Patterns


def _found(notation: str, text: str) -> list[str]:
    return [text[found.start : found.end] for found in Patterns({"p": notation}).find(text)]


@pytest.mark.parametrize(
    ("notation", "text", "expected"),
    [
        ("good practice", "Good  practice, and good\npractice.", ["Good  practice", "good\npractice"]),
        ("commend*", "They commended her; a commendation.", ["commended", "commendation"]),
        ("kept (on|at) trying", "She kept on trying and kept trying.", ["kept on trying"]),
        ("kept (on|at)? trying", "She kept on trying and kept trying.", ["kept on trying", "kept trying"]),
        ("very? good", "very good, good", ["very good", "good", "good"]),
        (
            "went .. beyond",
            "He went well above and beyond; went home. Beyond",
            ["went well above and beyond"],
        ),
        ("did ..1 visit", "did not visit, did not often visit", ["did not visit"]),
        ("didn't", "didn’t didn't didnt", ["didn’t", "didn't"]),
        (
            "multi-agency",
            "multi-agency multi agency multiagency",
            ["multi-agency", "multi agency", "multiagency"],
        ),
        ("act", "action react act", ["act"]),
        ("seen * alone", "seen her alone; seen alone", ["seen her alone"]),
        (
            "(went|kept (on|at)? going) ..2 (back (again|twice)|in)",
            "She kept going; went right back twice and went in.",
            ["went right back twice", "went in"],
        ),
        ("was ..2 *ed", "was not then asked", ["was not then asked"]),
    ],
)
def test_the_notation(notation: str, text: str, expected: list[str]) -> None:
    """Each sign of the notation finds what it says."""
    assert expected == _found(notation, text)


@pytest.mark.parametrize(
    "notation", ["", ".. a", "a? b?", "(a", "a) b", "a | b", "()", "(a|) b", "* a", "(a|(b)"]
)
def test_what_is_no_pattern(notation: str) -> None:
    """A malformed pattern is refused when it is made, not when it is used."""
    with pytest.raises(ValueError, match="pattern"):
        Patterns({"p": notation})


_PARTS = ("a", "ab*", "a-b", "b's", "c?", "..1", "*", "(a|b c)", "(b a|..1 c)", "(c|ab)?")
_TEXT = (
    " ".join(" ".join(words) for words in product(("a", "b", "C", "abc"), repeat=3))
    + ". a-b ab, b’s c; a b-a"
)


def test_looking_up_leaves_nothing_out() -> None:
    """Of all patterns of up to three parts, at once, is found what trying each at each word would find."""
    written = (" ".join(parts) for length in (1, 2, 3) for parts in product(_PARTS, repeat=length))
    patterns = {notation: notation for notation in written if _is_one(notation)}
    tried = [
        (name, word.start(), found.end())
        for name in patterns
        for expression in [re.compile(read(name).source, re.IGNORECASE)]
        for word in re.finditer(r"\w+", _TEXT)
        if (found := expression.match(_TEXT, word.start()))
    ]
    assert len(patterns) > 500
    assert sorted(tried) == sorted(map(tuple, Patterns(patterns).find(_TEXT)))


def _is_one(notation: str) -> bool:
    try:
        read(notation)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    ("notation", "firsts"),
    [
        ("went (back|home)", {("went", "back"), ("went", "home")}),
        ("in-tray*", {("in", "tray*"), ("intray*", "")}),
        ("very? good", {("very", "good"), ("good", "")}),
        ("(a b|c ..1) d", {("a", "b"), ("c", "")}),
        ("didn't ask", {("didn", "t")}),
        ("un*ed", {("un*", "")}),
    ],
)
def test_the_words_that_a_pattern_may_begin_with(notation: str, firsts: set[tuple[str, str]]) -> None:
    """The first two words are known as far as the pattern tells them; where it does not, every word may follow."""
    openings = read(notation).openings
    assert firsts == {(a, b) for first, second in openings for a in first for b in second or {""}}


@pytest.mark.parametrize(
    ("notation", "needs"),
    [
        ("(nobody|no one) ..3 (knew|was told)", [{"no", "nobody"}, {"nobody", "one"}, {"knew", "told"}]),
        ("kept? trying", [{"kept", "trying"}, {"trying"}]),
        ("record-keeping", [{"record", "recordkeeping"}, {"keeping", "recordkeeping"}]),
        ("was (*|seen) alone", [{"was"}, {"alone"}]),
    ],
)
def test_the_words_that_a_pattern_needs(notation: str, needs: list[set[str]]) -> None:
    """Of each part that cannot be left out one word must stand in the text: of a choice of several words the longest."""
    assert needs == [set(words) for words in read(notation).needs]
