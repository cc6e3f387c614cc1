"""Words for one thing are known by what a person types, and written in the search language."""

import pytest

from wsr.index.syntax import parse
from wsr.index.tokens import TOPICS
from wsr.vocabulary.thesaurus import any_of, expression, terms_in, thesaurus


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("DNA", "was-not-brought"),
        ('"was not brought"', "was-not-brought"),
        ("Was Not Brought", "was-not-brought"),
        ("self neglect", "self-neglect"),
        ("llais y plentyn", "voice-of-the-child"),
        ("kindness OR fgm", "fgm"),
        ("mother’s mental health", "parental-mental-illness"),
    ],
)
def test_a_word_is_known_however_it_is_typed(typed: str, id: str) -> None:
    """Capitals, hyphens, quotation marks and apostrophes make no difference; one of several alternatives is enough."""
    _, term = terms_in(typed)

    assert term is not None
    assert id == term.id


@pytest.mark.parametrize(
    "typed",
    ["", "kindness", "neglect AND school", "(neglect)", "NOT neglect", "neglect OR", "heading:neglect"],
)
def test_other_searches_have_no_other_words(typed: str) -> None:
    """Words cannot be added to a search of another shape without changing what it means."""
    assert terms_in(typed)[1] is None


def test_words_side_by_side_stay_together() -> None:
    """A word as it is, several in quotation marks, those within a distance as they are written."""
    assert 'hoarding OR "self-neglect" OR "DNA appointment"~8' == any_of(
        ["hoarding", "self-neglect", '"DNA appointment"~8', "hoarding"]
    )


@pytest.mark.parametrize("id", thesaurus())
def test_every_word_can_be_searched_for(id: str) -> None:
    """Each alone, and all together."""
    for word in thesaurus()[id].words:
        parse(expression(word))
    parse(any_of(thesaurus()[id].words), TOPICS)


def test_no_word_is_of_two_terms() -> None:
    """What a person typed names one thing."""
    words = [word.casefold() for term in thesaurus().values() for word in (*term.words, *term.typed)]

    assert sorted(set(words)) == sorted(words)
