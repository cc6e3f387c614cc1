"""Frames of words and classes are found wherever their parts stand, and only there."""

import pytest

from wsr.language.frames import Frames

CLASSES = {
    "nurse": ("nurse*", "district nurse*"),
    "caller": ("@nurse", "social worker*", "gp"),
    "again": ("again", "once more"),
    "aside": ("district nurse review",),
}


def _found(notation: str, text: str) -> list[str]:
    seen = Frames({"f": notation}, CLASSES).find(text)
    return [" … ".join(text[start:end] for start, end in each.stretches) for each in seen]


@pytest.mark.parametrize(
    ("notation", "text", "expected"),
    [
        ("rang", "She rang. He rang.", ["rang"]),
        ("visit*", "Two Visits were made.", ["Visits"]),
        ("joint-visit*", "A joint visit, then jointvisits.", ["joint visit"]),
        ("multi-agency", "multiagency", ["multiagency"]),
        ("@caller .. rang", "The social worker then rang him.", ["social worker then rang"]),
        ("@caller rang", "The social worker, rang", []),
        ("@caller rang him? @again", "The GP rang again.", ["GP rang again"]),
        ("@caller rang him? @again", "The GP rang him once more.", ["GP rang him once more"]),
        ("rang ..2 (nurse|gp)", "rang the very busy nurse", []),
        ("rang .. nurse", "He rang. The nurse came.", []),
        ("rang & @nurse", "The nurse’s hand shook as she rang.", ["nurse’s … rang"]),
        ("rang & !@again", "She rang.", ["rang"]),
        ("rang & !@again", "She rang and rang again.", []),
        ("didn't", "He didn’t.", ["didn’t"]),
    ],
)
def test_the_notation(notation: str, text: str, expected: list[str]) -> None:
    """Each sign of the notation finds what it says."""
    assert expected == _found(notation, text)


def test_words_of_an_aside_count_for_nothing() -> None:
    """A phrase that is passed over does not speak by its words; the same words elsewhere do."""
    assert [] == _found("@nurse", "The district nurse review was read.")
    assert ["nurse"] == _found("@nurse", "The district nurse review was read by a nurse.")


@pytest.mark.parametrize(
    "notation",
    [
        "",
        "..",
        ".. rang",
        "rang ..",
        "(rang",
        "rang) now",
        "!rang",
        "rang &",
        "rang?",
        "@nobody",
        "(rang|)",
        "20\\d",
    ],
)
def test_what_is_no_frame(notation: str) -> None:
    """A malformed frame is refused when it is made, with a sentence that shows it."""
    with pytest.raises(ValueError, match="“"):
        Frames({"f": notation}, CLASSES)


def test_a_class_that_holds_itself_is_refused() -> None:
    """A circle of classes is found out when it is read."""
    with pytest.raises(ValueError, match="holds itself"):
        Frames({"f": "@a"}, {"a": ("@b",), "b": ("@a",)})


def test_frames_are_found_in_the_same_order_each_time() -> None:
    """What is found does not depend on how a set happens to lie."""
    frames = Frames({str(n): word for n, word in enumerate(("rang", "nurse*", "again"))})
    text = "The nurse rang again."
    assert [seen.id for seen in frames.find(text)] == [seen.id for seen in frames.find(text)]


def test_a_phrase_that_breaks_off_is_not_found() -> None:
    """A text that ends within a phrase does not hold it, whatever word it begins with."""
    assert [] == _found("(district nurse visit|other)", "The district nurse")
    assert ["district nurse visits"] == _found("(district nurse visit*|other)", "The district nurse visits")


def test_only_what_stands_in_the_text_is_found_among_many() -> None:
    """Frames that share words are told apart by all of their parts, wherever their rarest one is."""
    frames = Frames(
        {"a": "rang & again", "b": "rang & never", "c": "again", "d": "(rang|wrote) again?"}, CLASSES
    )

    assert ["a", "c", "d"] == [seen.id for seen in frames.find("She rang again.")]
    assert ["d"] == [seen.id for seen in frames.find("He wrote.")]
    assert [] == frames.find("")
