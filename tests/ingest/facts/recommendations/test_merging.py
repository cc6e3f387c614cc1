"""Which texts are one recommendation printed twice."""

from hypothesis import given
from hypothesis import strategies as st

from wsr.ingest.facts.recommendations.merging import repeats, similarity

TEXT = "The Board should seek assurance that every missed appointment of a child is followed up by a visit."


def test_a_shortened_text_repeats_the_fuller_one() -> None:
    """As summaries print them."""
    assert repeats(
        TEXT,
        "The Board should seek assurance that every missed appointment of a child is followed up.",
        same_number=False,
    )


def test_a_few_common_words_are_no_repetition() -> None:
    """Recommendations of one author begin alike."""
    assert not repeats(
        TEXT,
        "The Board should seek assurance that training on coercive control is given to all staff.",
        same_number=False,
    )


def test_the_same_number_lets_the_wording_differ_more() -> None:
    """Half of the words."""
    other = "The Board should seek assurance that every missed appointment is looked into within one week."

    assert (False, True) == (repeats(TEXT, other, same_number=False), repeats(TEXT, other, same_number=True))


def test_a_phrase_is_no_repetition_of_a_paragraph_that_holds_it() -> None:
    """A heading or a short action is another thing."""
    assert not repeats(TEXT, "The Board should seek assurance", same_number=False)


def test_very_short_texts_must_be_equal() -> None:
    """Two words in common mean nothing."""
    assert repeats("Train staff.", "Train staff", same_number=False)
    assert not repeats("Train staff.", "Train staff now", same_number=False)


@given(st.text(), st.text())
def test_likeness_has_no_direction_and_bounds(a: str, b: str) -> None:
    """Between 0 and 1, the same from either side."""
    assert similarity(a, b) == similarity(b, a)
    assert 0 <= similarity(a, b) <= 1
