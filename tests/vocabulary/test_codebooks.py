"""Codebooks are read whole or refused with a sentence; the standard one is complete."""

from pathlib import Path

import pytest

from wsr.domain.codebook import Subtheme, Theme
from wsr.errors import VocabularyError
from wsr.vocabulary.codebooks import codebooks, cue_frames, standard_codebook

SMALL = """
id = "small-board"
version = 1
title = "What our board looks for"

[[theme]]
id = "welcome"
name = "Welcome"
definition = "How people are received."
[theme.cues]
2 = ["welcom*", "@cup"]

[classes]
cup = "cup of tea, kettle"
"""

TWIN = """[[theme]]
id = "welcome"
name = "Another"
definition = "Two themes of one id."
"""
SUB = """[[theme.subtheme]]
id = "tea"
name = "Tea"
definition = "What is offered."
"""


def _write(folder: Path, text: str) -> Path:
    (folder / "small.toml").write_text(text, encoding="utf-8")
    return folder


CODES = [(theme, subtheme) for theme, subtheme in standard_codebook().codes() if subtheme is not None]


@pytest.mark.parametrize(("theme", "subtheme"), CODES, ids=lambda code: code.id)
def test_each_code_is_explained(theme: Theme, subtheme: Subtheme) -> None:
    """A reader finds under each code what it is, what belongs to it and what does not, in sentences."""
    assert theme.definition.endswith(".")
    for sentence in (subtheme.definition, *subtheme.includes, *subtheme.excludes):
        assert sentence.endswith(".")
        assert len(sentence) < 200
    assert subtheme.includes
    assert subtheme.excludes


@pytest.mark.parametrize(("theme", "subtheme"), CODES, ids=lambda code: code.id)
def test_each_code_is_spoken_for_or_given_by_the_stance(theme: Theme, subtheme: Subtheme) -> None:
    """No code of the standard codebook is out of reach of the machine."""
    assert bool(subtheme.cues) != bool(subtheme.given_by_stance)


def test_every_cue_of_every_codebook_compiles() -> None:
    """What comes with wsr is in the notation."""
    for codebook in codebooks():
        assert cue_frames(codebook).find("") == []


def test_no_cue_stands_twice_under_a_code() -> None:
    """A cue has one weight."""
    for _, subtheme in CODES:
        patterns = [cue.pattern for cue in subtheme.cues]
        assert sorted(set(patterns)) == sorted(patterns)


def test_a_codebook_of_a_user_is_read_beside_the_standard_one(tmp_path: Path) -> None:
    """Its own classes go with it, and it may name those that come with wsr."""
    names = [codebook.name for codebook in codebooks(_write(tmp_path, SMALL))]
    assert ["best-practice 1", "small-board 1"] == names


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("welcom*", "(welcom*"), "“(welcom*” is not a pattern"),
        (("@cup", "@mug"), "“@mug” names a class of words that is not there"),
        (('2 = ["welcom', 'two = ["welcom'), "weight"),
        (('name = "Welcome"', ""), "theme"),
        (("version = 1", "version = 0"), "version"),
        (("[[theme]]", "[[topic]]"), "each theme must stand under a heading of its own, written [[theme]]"),
        (('["welcom*", "@cup"]', '"welcom*"'), "the cues of weight 2 must be a list"),
        (('cup = "cup of tea, kettle"', 'cup = ["kettle"]'), "the class “cup” must be one text"),
        (('title = "', "title = "), "small.toml"),
        (("cup of tea, kettle", ""), "classes"),
        (('id = "welcome"', 'id = "wel/come"'), "“wel/come” cannot be the id of a code"),
        (("[classes]", f"{TWIN}[classes]"), "the id “welcome” names two codes"),
        (("[classes]", f"{SUB}{SUB}[classes]"), "the id “tea” names two codes"),
        (("[classes]", f"{SUB}given_by_stance = 'suggestd'\n[classes]"), "given_by_stance"),
    ],
)
def test_a_malformed_codebook_is_refused_with_a_sentence(
    tmp_path: Path, change: tuple[str, str], says: str
) -> None:
    """The message names the file, says what is wrong and what to do."""
    with pytest.raises(VocabularyError) as refused:
        codebooks(_write(tmp_path, SMALL.replace(*change)))
    assert str(refused.value).startswith("small.toml cannot be used: ")
    assert says in str(refused.value)
    assert str(refused.value).endswith("Mend the file, or take it out of the folder.")
