"""Terms are found whatever hyphen, case or compound a text has, and counted once where they nest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wsr.coding.terms import TermFinder, distinct
from wsr.domain.codebook import Term, TermList
from wsr.language.folding import find_words
from wsr.vocabulary.term_lists import standard_list


def _finder(*terms: Term) -> TermFinder:
    return TermFinder(TermList(id="test", version=1, title="Test", terms=terms))


def _term(name: str, *match: str, within: int | None = None) -> Term:
    return Term(id=name, match=match or (name,), within=within)


@pytest.mark.parametrize(
    "printed", ["co-operation", "cooperation", "Co-Operation", "co operation", "co\u2011operation"]
)
def test_both_spellings_of_a_compound_find_the_same_places(printed: str) -> None:
    """Co-operation and cooperation are two terms of the list, with the very same hits."""
    hits = TermFinder(standard_list()).find(f"There was {printed} between them.")

    assert {"co-operation", "cooperation"} == {hit.term for hit in hits}
    assert 1 == len({(hit.start, hit.end) for hit in hits})


def test_terms_are_exact() -> None:
    """A term finds its own form only: consistently is not consistent."""
    finder = _finder(_term("consistent"))

    assert [(2, 12)] == [
        (hit.start, hit.end) for hit in finder.find("A consistent, consistently inconsistent plan")
    ]


def test_a_term_may_be_open_at_its_end() -> None:
    """A star matches every ending of the word before it."""
    text = "They commended her; a commendation; good practices; sharing information."
    hits = _finder(_term("commend*"), _term("good practic*"), _term("shar* information")).find(text)

    assert ["commended", "commendation", "good practices", "sharing information"] == [
        text[hit.start : hit.end] for hit in hits
    ]


def test_a_near_term_matches_in_any_order_within_its_reach() -> None:
    """With two words between and no more."""
    finder = _finder(_term("attempts near visit", "attempts visit", within=2))

    assert 1 == len(finder.find("Visit after many attempts."))
    assert 1 == len(finder.find("Attempts to visit."))
    assert [] == finder.find("Attempts were made by all of them to visit.")


def test_a_near_term_needs_each_of_its_words() -> None:
    """A word that it names twice must stand there twice."""
    finder = _finder(_term("again and again", "again again", within=1))

    assert [(8, 23)] == [
        (hit.start, hit.end) for hit in finder.find("He rang again and again, then once again at noon.")
    ]


def test_a_near_term_is_as_short_as_it_can_be() -> None:
    """A word that stands there twice does not make two hits of one."""
    finder = _finder(_term("attempts near visit", "attempts visit", within=2))

    assert [(7, 21)] == [(hit.start, hit.end) for hit in finder.find("Visit, visit attempts.")]


def test_nesting_and_repeating_terms_are_counted_once() -> None:
    """Effective communication holds effective; co-operation and cooperation are one: two stretches in all."""
    hits = TermFinder(standard_list()).find("Effective communication and co-operation.")

    assert 4 == len(hits)
    assert [(0, 23), (28, 40)] == distinct(hits)


def test_words_that_follow_each_other_over_a_stop_are_no_phrase_of_another_word() -> None:
    """A phrase is found as words in order, whatever white space parts them."""
    text = "good\npractice and good – practice"
    hits = _finder(_term("good practice")).find(text)

    assert ["good\npractice", "good – practice"] == [text[hit.start : hit.end] for hit in hits]


def test_the_standard_list_has_the_26_published_terms() -> None:
    """Three initial ones, 23 additional ones, in their order."""
    groups = [term.group for term in standard_list().terms]

    assert ["initial"] * 3 + ["additional"] * 23 == groups
    assert "best-practice 1" == standard_list().name


@given(st.lists(st.sampled_from(["co-operation", "Ｇｏｏｄ practice", "good\u00ad practice", "ß", "good", "practice", "–", "_", "timely²", "effective", "’", "communication", "CO", "operation"]), max_size=8).map(" ".join))  # fmt: skip
def test_looking_through_a_text_first_misses_nothing(text: str) -> None:
    """Whatever marks, widths and hyphens it has, the hits are those of all words folded."""
    finder = TermFinder(standard_list())
    words = find_words(text)

    assert {(hit.term, hit.start) for hit in finder._phrases(words)} == {
        (hit.term, hit.start) for hit in finder.find(text)
    }
