"""Named, versioned TOML files: those that come with wsr, and those that a user puts beside the data."""

import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol, TypeVar

from pydantic import ValidationError

from wsr.errors import VocabularyError


class Versioned(Protocol):
    """A record with an id and a version."""

    @property
    def id(self) -> str:
        """Its name in files and results."""

    @property
    def version(self) -> int:
        """Counts its changes."""


_Kind = TypeVar("_Kind", bound=Versioned)


def read_versions(
    folders: Iterable[Path | None], make: Callable[[dict[str, Any]], _Kind]
) -> tuple[_Kind, ...]:
    """
    What the TOML files of some folders hold, by id, then version; a folder that is not there holds nothing.

    Raises VocabularyError, naming the file and what is wrong; two files with one id and version are wrong.
    """
    found: dict[tuple[str, int], _Kind] = {}
    for folder in folders:
        for path in sorted(folder.glob("*.toml")) if folder is not None else []:
            one = _read(path, make)
            if found.setdefault((one.id, one.version), one) is not one:
                raise VocabularyError(path.name, f"version {one.version} of {one.id} is in another file too")
    return tuple(found[key] for key in sorted(found))


def first_repeated(ids: Iterable[str]) -> str:
    """The first id that stands twice among some; empty when none does."""
    counts = Counter(ids)
    return next((one for one, count in counts.items() if count > 1), "")


def _read(path: Path, make: Callable[[dict[str, Any]], _Kind]) -> _Kind:
    try:
        return make(tomllib.loads(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "the whole"
        raise VocabularyError(path.name, f"{place}: {first['msg']}") from error
    except (OSError, UnicodeDecodeError, ValueError, TypeError, AttributeError) as error:
        raise VocabularyError(path.name, str(error).rstrip(".")) from error
