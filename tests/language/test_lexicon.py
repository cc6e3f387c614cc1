"""What is filed under words and their beginnings is found under the words of texts."""

from wsr.language.lexicon import Lexicon


def test_a_word_is_looked_up_whole_and_by_its_beginnings() -> None:
    """A value filed under a beginning is found under every word that begins so, however short the beginning is."""
    lexicon = Lexicon[int]()
    for value, word in enumerate(("visit", "visit*", "v*", "visi*", "visiting*", "vis", "1*")):
        lexicon.add(word, value)

    assert [0, 2, 1, 3] == lexicon.under("visit")
    assert [2, 1, 3] == lexicon.under("visited")
    assert [6] == lexicon.under("12")
    assert [] == lexicon.under("rang")
    assert [] == lexicon.under("")
