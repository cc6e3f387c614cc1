"""Words are compared in one form and found again in the text as printed."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wsr.language.folding import find_words, fold, fold_words, hyphenated_pairs, unaccented


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Good Practice", ["good", "practice"]),
        ("co-operation", ["co", "operation"]),
        ("multi\u2011agency", ["multi", "agency"]),
        ("the child's, the child’s", ["the", "child", "s", "the", "child", "s"]),
        ("o'r tŷ i’r ysgol", ["o", "r", "tŷ", "i", "r", "ysgol"]),
        ("safe\u00adguarding", ["safeguarding"]),
        ("ﬁnd the ﬂat", ["find", "the", "flat"]),
        ("practice¹ was", ["practice", "was"]),
        ("s.47 on 3/4/2019", ["s", "47", "on", "3", "4", "2019"]),
        ("snake_case", ["snake", "case"]),
        ("t\u0177 and ty\u0302", ["tŷ", "and", "tŷ"]),
        ("STRASSE Straße", ["strasse", "strasse"]),
        ("• – … !", []),
    ],
)
def test_words_of_a_text(text: str, words: list[str]) -> None:
    """Letters and digits make words; every other mark parts them; forms that look alike are one."""
    assert words == fold_words(text)


def test_words_keep_their_place() -> None:
    """Offsets lead back to what is printed."""
    text = "Multi-agency “working”: ﬁne."

    assert [text[word.start : word.end] for word in find_words(text)] == ["Multi", "agency", "working", "ﬁne"]
    assert [word.hyphenated for word in find_words(text)] == [False, True, False, False]


@given(st.text(max_size=60))
def test_places_and_words_agree(text: str) -> None:
    """The words with places are the words in order; places rise, never overlap, and fold to their word."""
    found = find_words(text)

    assert fold_words(text) == [word.text for word in found]
    assert all(first.end <= second.start for first, second in pairwise(found))
    assert all(word.text == fold(text[word.start : word.end]) for word in found)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded word is its own folded form, and one word."""
    for word in fold_words(text):
        assert [word] == fold_words(word)


def test_compounds_are_listed_in_pairs() -> None:
    """Only a hyphen right between two words makes a compound; three parts give two pairs."""
    text = "Multi-agency-working, a well - known case, self-\nneglect and 1-2"

    assert {"multi-agency", "agency-working", "1-2"} == hyphenated_pairs(text)
    assert hyphenated_pairs("none here") == set()


def test_accents_can_be_left_out() -> None:
    """A plain word is itself."""
    assert [unaccented(word) for word in ("tŷ", "ŵyr", "plant")] == ["ty", "wyr", "plant"]
