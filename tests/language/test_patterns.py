"""Patterns of words are found where they stand, and only there."""

import pytest

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
