"""Lines of a concordance show each match in its context, in the order asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wsr.domain.concordance import ConcordanceOrder
from wsr.domain.search import Hit, Snippet
from wsr.language.concordance import concordance


def make_hit(text: str, *keywords: str, reference: str = "CPR2024-W01", id: str = "p1") -> Hit:
    """A passage found by some words of it, each at its first place."""
    starts = [(text.index(word), text.index(word) + len(word)) for word in keywords]
    return Hit(
        reference=reference, slug=reference.lower(), review_type="CPR", year=2024, title="", document="d1",
        section="", section_kind="analysis", language="en", id=id, key=id, page=1, text=text,
        snippet=Snippet(parts=(), starts_inside=False, ends_inside=False), matches=tuple(sorted(starts)), score=1.0,
        because=(),
    )  # fmt: skip


def test_each_match_has_a_line() -> None:
    """The piece around it can be joined again; a break in the text is a space; a hit without matches has none."""
    hit = make_hit("A thorough\nand timely visit.", "thorough", "timely")
    lines = concordance([hit, make_hit("Nothing.")])

    assert [("A ", "thorough", " and timely visit."), ("A thorough and ", "timely", " visit.")] == [
        (line.left, line.keyword, line.right) for line in lines
    ]
    assert [(2, 10), (15, 21)] == [(line.start, line.end) for line in lines]
    assert not any(line.starts_inside or line.ends_inside for line in lines)


@pytest.mark.parametrize(
    ("width", "left", "right"),
    [
        (0, " ", " "),
        (3, " ", " and"),
        (7, "made ", " and"),
        (8, "she made ", " and"),
        (10, "she made ", " and timely"),
        (100, "When told, she made ", " and timely visit."),
    ],
)
def test_context_is_cut_between_words(width: int, left: str, right: str) -> None:
    """A word that does not fit the width is left out, and the line says that there is more."""
    (line,) = concordance([make_hit("When told, she made thorough and timely visit.", "thorough")], width)

    assert (left, right) == (line.left, line.right)
    assert line.starts_inside == line.ends_inside == (width < 100)


def test_lines_are_sorted_by_words_to_the_right() -> None:
    """Case and accents make no difference; the end of a text comes first; the second word counts when asked for."""
    hits = [
        make_hit("good Ŵyn b", "good", id="p1"),
        make_hit("good wyn a", "good", id="p2"),
        make_hit("good Apple", "good", id="p3"),
        make_hit("good", "good", id="p4"),
    ]
    by_one = concordance(hits, order=ConcordanceOrder.RIGHT)
    by_two = concordance(hits, order=ConcordanceOrder.RIGHT, words=2)

    assert ["p4", "p3", "p1", "p2"] == [line.hit.id for line in by_one]
    assert ["p4", "p3", "p2", "p1"] == [line.hit.id for line in by_two]


def test_lines_are_sorted_by_words_to_the_left_the_nearest_first() -> None:
    """“a very good” comes after “b quite good”, because quite comes before very."""
    hits = [make_hit("a very good", "good", id="p1"), make_hit("b quite good", "good", id="p2")]

    assert ["p2", "p1"] == [line.hit.id for line in concordance(hits, order=ConcordanceOrder.LEFT)]


def test_the_width_does_not_change_the_order() -> None:
    """Words that are cut off are compared all the same."""
    hits = [
        make_hit("good practitioners b", "good", id="p1"),
        make_hit("good practitioners a", "good", id="p2"),
    ]

    assert ["p2", "p1"] == [
        line.hit.id for line in concordance(hits, 3, order=ConcordanceOrder.RIGHT, words=2)
    ]


def test_ties_are_broken_by_reference_and_place() -> None:
    """Passage 9 comes before passage 10."""
    hits = [
        make_hit("good x", "good", reference="DHR2020-W01"),
        make_hit("good x", "good", id="p10"),
        make_hit("good x", "good", id="p9"),
    ]

    assert [("CPR2024-W01", "p9"), ("CPR2024-W01", "p10"), ("DHR2020-W01", "p1")] == [
        (line.hit.reference, line.hit.id) for line in concordance(hits, order=ConcordanceOrder.RIGHT)
    ]


@pytest.mark.parametrize(("width", "words"), [(60, 0), (60, 4), (-1, 1)])
def test_lines_are_sorted_by_one_to_three_words(width: int, words: int) -> None:
    """Anything else is a mistake of the caller."""
    with pytest.raises(ValueError, match="1 to 3 words"):
        concordance([], width, words=words)


@given(st.text("ab c.\n", max_size=40), st.text("ab c.\n", max_size=40), st.integers(0, 30))
def test_a_line_is_a_piece_of_its_text(before: str, after: str, width: int) -> None:
    """Whatever the width: nothing is changed but white space, and no word is cut."""
    hit = make_hit(before + "X" + after, "X")
    (line,) = concordance([hit], width)
    whole = " ".join(hit.text.split())
    piece = line.left + line.keyword + line.right

    assert piece.strip() in whole
    assert set(line.left.split()[:-1]) <= set(before.split())
    assert set(line.right.split()[1:]) <= set(after.split())
    assert line.starts_inside == (line.left.strip() != " ".join(before.split()))
    assert len(line.left.strip()) <= width
