"""The topics that practitioners ask for: those that come with wsr, changed and added to by a data folder."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from wsr.domain.topics import Topic
from wsr.errors import VocabularyError
from wsr.vocabulary.thesaurus import any_of, thesaurus

_OWN = Path(__file__).with_name("topics.toml")


def topics(file: Path | None = None) -> dict[str, Topic]:
    """
    The topics by their ids, by name; those of a file, where it is there, take the place of ours with their ids.

    Raises VocabularyError, naming the file and what is wrong.
    """
    found = {**_own(), **(_read(file) if file is not None and file.exists() else {})}
    return dict(sorted(found.items(), key=lambda pair: pair[1].name.casefold()))


def search_of(topic: Topic, without: tuple[str, ...] = ()) -> str:
    """What a topic searches for, in the search language, without some of its words; empty when none is left."""
    words = any_of(word for word in topic.words if word not in without)
    return f"({words}) NOT ({any_of(topic.besides)})" if words and topic.besides else words


@cache
def _own() -> dict[str, Topic]:
    return _read(_OWN)


def _read(path: Path) -> dict[str, Topic]:
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("topic", [])
        found = [_topic(dict(entry)) for entry in entries]
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "the whole"
        raise VocabularyError(path.name, f"{place}: {first['msg']}") from error
    except KeyError as error:
        raise VocabularyError(path.name, f"the thesaurus has no term {error}") from error
    except (OSError, UnicodeDecodeError, ValueError, TypeError, AttributeError) as error:
        raise VocabularyError(path.name, str(error).rstrip(".")) from error
    return {topic.id: topic for topic in found}


def _topic(entry: dict[str, Any]) -> Topic:
    both = {
        name: dict.fromkeys([*entry.get(name, []), *_of_terms(entry.pop(ids, []))])
        for name, ids in (("words", "terms"), ("besides", "besides_terms"))
    }
    return Topic(**{**entry, **{name: tuple(words) for name, words in both.items()}})


def _of_terms(ids: list[str]) -> list[str]:
    return [word for id in ids for word in thesaurus()[id].words]
