"""Topics are ready searches; a data folder changes them and adds its own."""

from pathlib import Path

import pytest

from wsr.errors import VocabularyError
from wsr.vocabulary.topics import search_of, topics

OWN = """
[[topic]]
id = "farms"
name = "Farms"
description = "Families who live on farms."
words = ["farm", "young farmer"]
besides = ["wind farm"]

[[topic]]
id = "fgm"
name = "FGM here"
terms = ["fgm"]
words = ["cut"]
"""


def test_a_folder_adds_topics_and_changes_ours(tmp_path: Path) -> None:
    """By their ids; in the order of their names."""
    file = tmp_path / "topics.toml"
    file.write_text(OWN, encoding="utf-8")
    found = topics(file)

    assert len(found) == len(topics()) + 1
    assert '(farm OR "young farmer") NOT ("wind farm")' == search_of(found["farms"])
    assert "cut" == found["fgm"].words[0]
    assert "female genital mutilation" in found["fgm"].words
    assert [each.name for each in found.values()] == sorted(
        (each.name for each in found.values()), key=str.casefold
    )


def test_a_file_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    """Nobody has to make one."""
    assert topics() == topics(tmp_path / "topics.toml")


def test_every_topic_says_where_to_look_when_there_is_little() -> None:
    """In topics that there are, other than itself."""
    known = topics()

    for topic in known.values():
        assert topic.wider
        assert set(topic.wider) <= set(known) - {topic.id}


def test_words_can_be_left_out() -> None:
    """One by one; without any word there is nothing to search for."""
    topic = topics()["chaperones"]

    assert '"chaperone policy"' in search_of(topic)
    assert '"chaperone policy"' not in search_of(topic, ("chaperone policy",))
    assert "" == search_of(topic, topic.words)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("[[topic]]\nid='a'", "name"),
        ("[[topic]]\nid='a'\nname='A'\nterms=['nothing']", "no term 'nothing'"),
        ("[[topic]]\nid='A b'\nname='A'\nwords=['x']", "id"),
        ("[[topic]]\nid='a'\nname='A'\nwords=[]", "words"),
        ("topic = 'a'", "topics.toml"),
        ("[[topic]", "topics.toml"),
    ],
)
def test_a_malformed_file_is_named(tmp_path: Path, text: str, wrong: str) -> None:
    """With what is wrong in it."""
    file = tmp_path / "topics.toml"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(VocabularyError, match=wrong):
        topics(file)
