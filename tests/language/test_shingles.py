"""The overlap of two texts is told from small sketches."""

import random

import pytest

from wsr.language.shingles import overlap, shingles

WORDS = [f"word{number}" for number in range(4000)]


def _text(seed: int, length: int) -> list[str]:
    return random.Random(seed).choices(WORDS, k=length)


def test_a_text_overlaps_wholly_with_itself_whatever_its_case_and_marks() -> None:
    """Only words count."""
    assert 1.0 == overlap(
        shingles("The child was seen alone, at school."), shingles("the child was seen — alone at SCHOOL")
    )


def test_different_texts_do_not_overlap() -> None:
    """Texts without five words in a row in common share nothing."""
    assert 0.0 == overlap(shingles(" ".join(_text(1, 3000))), shingles(" ".join(_text(2, 3000))))


@pytest.mark.parametrize("changed", [0.0, 0.05, 0.3, 0.6])
def test_the_estimate_is_near_the_truth(changed: float) -> None:
    """With 512 of many thousand shingles kept, the estimate is within five hundredths of the exact share."""
    words = _text(3, 8000)
    keep = int(len(words) * (1 - changed))
    other = words[:keep] + _text(4, len(words) - keep)
    exact = _exact(words, other)

    assert abs(exact - overlap(shingles(" ".join(words)), shingles(" ".join(other)))) < 0.05


def test_a_sketch_is_small() -> None:
    """However long the text, at most 512 hashes are kept; each fits a signed 64-bit column."""
    sketch = shingles(" ".join(_text(5, 50_000)))

    assert (512, True) == (len(sketch), max(sketch) < 2**63)


@pytest.mark.parametrize("text", ["", "only four words here"])
def test_too_short_a_text_overlaps_with_nothing(text: str) -> None:
    """Under five words nothing can be said, not even of the text itself."""
    assert 0.0 == overlap(shingles(text), shingles(text))


def _exact(a: list[str], b: list[str]) -> float:
    first, second = ({tuple(words[at : at + 5]) for at in range(len(words) - 4)} for words in (a, b))
    return len(first & second) / len(first | second)
