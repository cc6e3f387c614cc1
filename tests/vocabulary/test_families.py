"""Families of words: each is sound, and can be found by all of its phrases."""

from wsr.vocabulary.families import faint_stems, families_by_phrase, stock_rates


def test_ways_of_saying_that_a_child_was_not_brought_are_one_family() -> None:
    """As practitioners really write it."""
    by_phrase = families_by_phrase()

    for phrase in [("was", "not", "brought"), ("dna",), ("did", "not", "attend"), ("miss", "appoint")]:
        assert "missed appointments" in {family.name for family in by_phrase[phrase]}


def test_every_family_has_a_name_of_its_own_and_sound_numbers() -> None:
    """Names are shown to readers; rates and weights are parts and small factors."""
    families = {family for found in families_by_phrase().values() for family in found}

    assert len({family.name for family in families}) == len(families) > 300
    assert all(0 < family.rate < 1 and 0 < family.weight < 2 for family in families)
    assert () not in families_by_phrase()


def test_words_of_grammar_tell_nothing_and_the_genre_little() -> None:
    """The first kind stands everywhere; the first mention of a word holds."""
    rates = stock_rates()

    assert rates["the"] == 1.0
    assert 0 < rates["agenc"] < 1
    assert "bank" in faint_stems()
