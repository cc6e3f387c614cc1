"""A snippet shows what matched, as it matched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wsr.index.expressions import Near, Phrase
from wsr.index.lexicon import Form
from wsr.index.snippets import LENGTH, Span, as_printed, find_spans, make_snippet


def phrase(*words: str, field: str = "text") -> Phrase:
    """A phrase of words, each slot's alternatives parted by a stroke."""
    return Phrase(field, tuple(tuple(map(Form, word.split("|"))) for word in words))


def marked(text: str, *asked: Phrase | Near, language: str = "en") -> str:
    """The whole text with its matches in brackets."""
    spans = find_spans(text, language, "text", asked)
    return "".join(f"[{part}]" if is_match else part for part, is_match in make_snippet(text, spans).parts)


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ((phrase("good"),), "[Good] practice, [good]-practice and a [good] “practice”."),
        ((phrase("good", "practice"),), "[Good practice], [good-practice] and a [good “practice]”."),
        ((phrase("good|practice"),), "[Good] [practice], [good]-[practice] and a [good] “[practice]”."),
        ((phrase("practice", "good"),), "Good [practice, good]-practice and a good “practice”."),
        ((phrase("and"), phrase("good", "practice")), "[Good practice], [good-practice] [and] a [good “practice]”."),
        ((phrase("practice", "and"), phrase("and", "a")), "Good practice, good-[practice and a] good “practice”."),
        ((phrase("bad"),), "Good practice, good-practice and a good “practice”."),
        ((phrase("good", field="heading"),), "Good practice, good-practice and a good “practice”."),
        ((), "Good practice, good-practice and a good “practice”."),
    ],
)  # fmt: skip
def test_a_phrase_is_marked_as_a_phrase(asked: tuple[Phrase, ...], shown: str) -> None:
    """Its words elsewhere are not marked; a stretch of two matches is marked once."""
    text = "Good practice, good-practice and a good “practice”."

    assert shown == marked(text, *asked)


def test_a_phrase_longer_than_the_text_is_not_in_it() -> None:
    """Whatever it begins with."""
    assert marked("good good good", phrase("good", "good", "good", "good", "good")) == "good good good"


def test_near_words_are_marked_only_where_they_are_near() -> None:
    """Each of them for itself, in either order."""
    near = Near((phrase("risk"), phrase("assessed|assessment")), 2)

    assert (
        marked("Risk was assessed; but of course no risk at all; the assessment of risk.", near)
        == "[Risk] was [assessed]; but of course no risk at all; the [assessment] of [risk]."
    )


def test_forms_of_another_language_are_not_marked() -> None:
    """A form that counts in Welsh passages only is not marked in an English one."""
    tan = Phrase("text", ((Form("tan"), Form("than", language="cy")),))

    assert marked("more than a tan", tan, language="en") == "more than a [tan]"
    assert marked("more than a tan", tan, language="cy") == "more [than] a [tan]"


def test_a_long_passage_is_cut_between_words_where_most_matches_are() -> None:
    """The piece has the phrase of the end, not the first lone match, and says that both sides go on."""
    text = (
        "practice "
        + "filler word " * 60
        + "then good practice was seen by the school "
        + "closing word " * 60
    )

    snippet = make_snippet(text, find_spans(text, "en", "text", [phrase("practice"), phrase("school")]))

    assert ("practice", True) in snippet.parts
    assert ("school", True) in snippet.parts
    assert (snippet.starts_inside, snippet.ends_inside) == (True, True)
    assert LENGTH // 2 < len(snippet.text) <= LENGTH
    assert set(snippet.text.split()) <= set(text.split())


def test_without_matches_the_beginning_is_shown() -> None:
    """Cut after a whole word."""
    text = "word " * 200

    snippet = make_snippet(text, [])

    assert (snippet.starts_inside, snippet.ends_inside) == (False, True)
    assert text.startswith(snippet.text)
    assert snippet.text.endswith("word")


@given(st.text(max_size=900), st.lists(st.tuples(st.integers(0, 900), st.integers(1, 40)), max_size=6))
def test_a_snippet_is_a_piece_of_its_text(text: str, places: list[tuple[int, int]]) -> None:
    """Joined, its parts are a stretch of the text; marked ones are matches; nothing is empty."""
    spans: list[Span] = []
    for start, length in sorted(places):
        if start + length <= len(text) and (not spans or spans[-1].end <= start):
            spans.append(Span(start, start + length))

    snippet = make_snippet(text, spans)

    assert snippet.text in text
    assert all(part for part, _ in snippet.parts)
    assert {part for part, is_match in snippet.parts if is_match} <= {text[a:b] for a, b in spans}
    assert not spans or any(is_match for _, is_match in snippet.parts)
    assert snippet.starts_inside or text.startswith(snippet.text)
    assert snippet.ends_inside or text.endswith(snippet.text)


def test_what_matched_is_told_once_as_printed() -> None:
    """The same wording in another case or over a line end is not told again."""
    text = "Good practice; good\npractice; practice"

    assert as_printed(text, [Span(0, 13), Span(15, 28), Span(30, 38)]) == ("Good practice", "practice")
