"""Sentences end where readers see them end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wsr.language.sentences import sentence_at, sentence_spans


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("She was seen. He was not.", ["She was seen.", "He was not."]),
        ("Dr. Rees and Mr. N met. They spoke.", ["Dr. Rees and Mr. N met.", "They spoke."]),
        (
            "“Was she seen?” No. (It was late.) Nobody came.",
            ["“Was she seen?”", "No.", "(It was late.)", "Nobody came."],
        ),
        ("It was 2.5 miles away, e.g. by road.", ["It was 2.5 miles away, e.g. by road."]),
        ("He met Child A. She spoke.", ["He met Child A.", "She spoke."]),
        ("See para. 4 and No. 5. Then R. D. Rees left.", ["See para. 4 and No. 5.", "Then R. D. Rees left."]),
        ("Seen.1 Then lost.", ["Seen.1", "Then lost."]),
        ("no mark at the end", ["no mark at the end"]),
        ("  ", []),
    ],
)
def test_sentences_of_a_text(text: str, sentences: list[str]) -> None:
    """Titles, initials, abbreviations and decimals end nothing; quotation marks and notes stay with theirs."""
    assert sentences == [text[start:end] for start, end in sentence_spans(text)]


@given(st.text())
def test_sentences_lose_nothing_but_space(text: str) -> None:
    """Spans are in order, do not overlap, and leave only white space between them."""
    covered = "".join(text[start:end] for start, end in sentence_spans(text))

    assert "".join(text.split()) == "".join(covered.split())


def test_the_sentence_at_an_offset() -> None:
    """Any offset within a sentence leads to the whole of it."""
    assert "He was not." == sentence_at("She was seen. He was not.", 16)
