"""A stretch of a text is found in ours, whatever an editor did to its lines."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from wsr.exchange.aligning import Aligned

OURS = "It was good practice. It was late.\n\nIt was good practice."


def found(theirs: str, words: str, ours: str = OURS, nth: int = 1) -> str | None:
    """The words that a stretch of theirs is in ours, with what stands before it; the reason when it is not there."""
    start = -1
    for _ in range(nth):
        start = theirs.index(words, start + 1)
    place = Aligned(theirs, ours).at(start, start + len(words))
    return place if isinstance(place, str) else ours[: place[1]]


@pytest.mark.parametrize(
    "theirs",
    [
        OURS,
        OURS.replace(" ", "\n"),
        OURS.replace("\n\n", "\r\n\r\n"),
        OURS.replace(" ", "\N{NO-BREAK SPACE}"),
        f"\ufeff{OURS}\n\n",
        OURS.replace("good", "go\N{SOFT HYPHEN}od"),
    ],
)
def test_lines_blanks_and_what_is_not_seen_do_not_matter(theirs: str) -> None:
    """The second of two equal sentences is found as the second."""
    last = theirs.rindex("practice")

    assert OURS[:-1] == found(theirs, theirs[last : last + 8], nth=theirs.count("practice"))


def test_accents_may_be_written_in_two_ways() -> None:
    """Offsets in theirs count loose accents, those in ours do not."""
    ours = "Tŷ’r plant, café."
    theirs = unicodedata.normalize("NFD", ours)

    assert ours[:-1] == found(theirs, unicodedata.normalize("NFD", "café"), ours)


def test_words_that_stand_once_are_found_in_another_text() -> None:
    """Whatever stands around them."""
    assert "It was good practice. It was late" == found("Added. It was late — so they said.", "It was late")


def test_surroundings_tell_the_same_words_apart() -> None:
    """Where a text has been changed elsewhere."""
    ours = "First it was good. Then it was good. Last."

    assert "First it was good" == found("Preface. First it was good. End.", "it was good", ours)
    assert "First it was good. Then it was good" == found(
        "x First it was good. Then it was good.", "it was good", ours, 2
    )


def test_what_cannot_be_told_apart_is_ambiguous() -> None:
    """Nothing is guessed."""
    assert "ambiguous" == found("So it was good practice, we say.", "t was good practice")


def test_other_words_and_no_words_have_no_place() -> None:
    """Each with its reason."""
    assert "text_not_found" == found("It was excellent.", "excellent")
    assert "no_words" == found("It was good practice.  ", "  ")


@given(some.text(max_size=80), some.data())
def test_any_stretch_of_the_same_text_is_found_where_it_is(text: str, data: some.DataObject) -> None:
    """From its first letter to its last."""
    start = data.draw(some.integers(0, len(text)))
    end = data.draw(some.integers(start, len(text)))
    place = Aligned(text, text).at(start, end)

    if isinstance(place, str):
        assert "no_words" == place
    else:
        assert start <= place[0] < place[1] <= end
