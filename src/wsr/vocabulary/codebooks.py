"""
The codebooks: best-practice, those that a user adds, and that of the high-level themes of recommendations.

A codebook names its themes in order, each with sub-themes. A code has a definition, what belongs to it and what
does not, and cues: words in the notation of `wsr.language.frames`, grouped by weight. Cues may name classes of
words: those of `classes.toml`, or those of the codebook's own `[classes]`, which go before.
"""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from wsr.domain.codebook import Codebook
from wsr.language.frames import Frames
from wsr.vocabulary.versioned import first_repeated, read_versions

_OWN = Path(__file__).with_name("codebooks")
_CLASSES = Path(__file__).with_name("classes.toml")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

STANDARD = "best-practice"
"""The codebook that reviews are coded with unless another is chosen."""


RECOMMENDATIONS = "recommendations"
"""The codebook of the high-level themes of recommendations; extracts are never coded with it."""


def codebooks(folder: Path | None = None) -> tuple[Codebook, ...]:
    """
    The codebooks that come with wsr and those of a folder, by id, then version. Raises VocabularyError.

    That of recommendations is not among them: it is none for extracts.
    """
    return tuple(one for one in read_versions((_OWN, folder), _codebook) if one.id != RECOMMENDATIONS)


@cache
def standard_codebook() -> Codebook:
    """The newest version of the standard codebook."""
    return [one for one in codebooks() if one.id == STANDARD][-1]


@cache
def recommendation_codebook() -> Codebook:
    """The newest version of the high-level themes of recommendations."""
    return [one for one in read_versions((_OWN,), _codebook) if one.id == RECOMMENDATIONS][-1]


@lru_cache(maxsize=16)  # those of the list in force, and of what is tried beside it
def cue_frames(codebook: Codebook) -> Frames:
    """
    The cues of a codebook, ready to be found, each under "theme/sub-theme/number".

    Raises ValueError for one that is not in the notation.
    """
    patterns = {
        f"{theme.id}/{subtheme.id if subtheme else ''}/{number}": cue.pattern
        for theme, subtheme in codebook.codes()
        for number, cue in enumerate((subtheme or theme).cues)
    }
    return Frames(patterns, {each.id: each.words for each in codebook.classes})


def _codebook(entries: dict[str, Any]) -> Codebook:
    themes = [_code(entry) for entry in _tables(entries.pop("theme", []), "theme")]
    classes = {**_classes(), **entries.pop("classes", {})}
    words = [{"id": name, "words": _words(name, text)} for name, text in classes.items()]
    codebook = Codebook(**entries, themes=themes, classes=words)
    cue_frames(codebook)
    _check_ids([theme.id for theme in codebook.themes])
    for theme in codebook.themes:
        _check_ids([subtheme.id for subtheme in theme.subthemes])
    return codebook


def _check_ids(ids: list[str]) -> None:
    """Raises ValueError for ids that cannot name one code of a theme each, as theme/sub-theme."""
    if repeated := first_repeated(ids):
        raise ValueError(f"the id “{repeated}” names two codes")
    for one in ids:
        if not _ID.fullmatch(one):
            raise ValueError(f"“{one}” cannot be the id of a code: use small letters, digits and hyphens")


@cache
def _classes() -> dict[str, str]:
    """The classes of words that every codebook may name, as the file writes them."""
    return tomllib.loads(_CLASSES.read_text(encoding="utf-8"))


def _words(name: str, text: Any) -> tuple[str, ...]:
    """The words of a class, which the file parts by commas."""
    if not isinstance(text, str):
        raise ValueError(f"the class “{name}” must be one text, with commas between its words")
    return tuple(word for piece in text.split(",") if (word := " ".join(piece.split())))


def _code(entry: dict[str, Any]) -> dict[str, Any]:
    """A theme or sub-theme as its record takes it; in the file its cues are lists of patterns under a weight."""
    cues = [
        {"pattern": pattern, "weight": weight}
        for weight, patterns in entry.get("cues", {}).items()
        for pattern in _listed(patterns, weight)
    ]
    subthemes = [_code(each) for each in _tables(entry.get("subtheme", []), "theme.subtheme")]
    own = {name: value for name, value in entry.items() if name not in ("cues", "subtheme")}
    return {**own, "cues": cues, **({"subthemes": subthemes} if subthemes else {})}


def _tables(value: Any, name: str) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise ValueError(f"each {name} must stand under a heading of its own, written [[{name}]]")
    return value


def _listed(value: Any, weight: str) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError(f'the cues of weight {weight} must be a list, written ["word", "word"]')
    return value
