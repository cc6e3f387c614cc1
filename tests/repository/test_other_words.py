"""Other words are offered one by one, and taken away again."""

from wsr.repository.other_words import other_words


def test_a_word_is_added_and_taken_away_again() -> None:
    """What was typed stays as it was typed, several words as a phrase once others stand beside them."""
    offered = {each.word: each.text for each in other_words("DNA").offered}
    both = other_words(offered["was not brought"])

    assert 'DNA OR "was not brought"' == offered["was not brought"]
    assert {"DNA": '"was not brought"', "was not brought": "DNA"} == {
        each.word: each.text for each in both.removable
    }
    assert "was not brought" not in {each.word for each in both.offered}
    assert other_words("self neglect").offered[0].text.startswith('"self neglect" OR ')


def test_nothing_is_offered_for_what_is_not_known() -> None:
    """Nor taken away."""
    for text in ("", "kindness", "kindness OR patience"):
        found = other_words(text)
        assert ((), ()) == (found.removable, found.offered)


def test_words_within_a_distance_are_shown_without_their_marks() -> None:
    """Nobody has to read the search language."""
    assert not [
        each.word for each in other_words("DNA", most=40).offered if '"' in each.word or "~" in each.word
    ]
