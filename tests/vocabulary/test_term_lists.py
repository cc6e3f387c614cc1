"""Term lists come from files, each named and versioned; what is wrong with one is said."""

from pathlib import Path

import pytest

from wsr.errors import VocabularyError
from wsr.vocabulary.term_lists import standard_list, term_lists


def test_a_folder_adds_its_lists(tmp_path: Path) -> None:
    """By id, then version; a term without phrases matches its own name."""
    (tmp_path / "b.toml").write_text("id='mine'\nversion=2\ntitle='M'\n[[term]]\nid='kind'", encoding="utf-8")
    (tmp_path / "a.toml").write_text(
        "id='mine'\nversion=10\ntitle='M'\n[[term]]\nid='calm'", encoding="utf-8"
    )

    assert ["best-practice 1", "mine 2", "mine 10"] == [one.name for one in term_lists(tmp_path)]
    assert ("kind",) == term_lists(tmp_path)[1].terms[0].match


def test_a_folder_that_is_not_there_adds_nothing(tmp_path: Path) -> None:
    """Nobody has to make one."""
    assert (standard_list(),) == term_lists(tmp_path / "none")


@pytest.mark.parametrize(
    "text", ["", "id='x'", "\xff", "id='x'\nversion=0\ntitle=''\n[[term]]\nid='a'", "term='a'"]
)
def test_a_malformed_file_is_named(tmp_path: Path, text: str) -> None:
    """Whatever is wrong with it."""
    (tmp_path / "broken.toml").write_text(text, encoding="latin-1")

    with pytest.raises(VocabularyError, match=r"broken\.toml cannot be used"):
        term_lists(tmp_path)


@pytest.mark.parametrize(
    ("terms", "says"),
    [
        ("id='!!!'", "the term “!!!” has no word to look for"),
        ("id='*'", "the term “\\*” has no word to look for"),
        ("id='kind'\nmatch=[]", "the term “kind” has no word to look for"),
        ("id='kind'\nmatch=['kind', '']", "the term “kind” has no word to look for"),
        ("id='kind'\n[[term]]\nid='kind'", "the term “kind” stands in it twice"),
        ("id='kind call'\nwithin=-1", "within"),
        ("id='*kind'", "a star of the term “\\*kind” does not stand at the end of a word"),
        ("id='ki*nd'", "a star of the term “ki\\*nd” does not stand at the end of a word"),
    ],
)
def test_a_term_that_could_find_nothing_is_refused(tmp_path: Path, terms: str, says: str) -> None:
    """Its count would be a false nought, and two of one name would share one row."""
    (tmp_path / "mine.toml").write_text(f"id='mine'\nversion=1\ntitle='M'\n[[term]]\n{terms}", "utf-8")

    with pytest.raises(VocabularyError, match=says):
        term_lists(tmp_path)
