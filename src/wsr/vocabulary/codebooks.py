"""
The codebooks: best-practice, and those that a user adds.

A codebook names its themes in order, each with sub-themes. A code has a definition, what belongs to it and what
does not, and cues: words in the notation of `wsr.language.patterns`, grouped by weight.
"""

from functools import cache
from pathlib import Path
from typing import Any

from wsr.domain.codebook import Codebook
from wsr.vocabulary.versioned import read_versions

_OWN = Path(__file__).with_name("codebooks")

STANDARD = "best-practice"
"""The codebook that reviews are coded with unless another is chosen."""


def codebooks(folder: Path | None = None) -> tuple[Codebook, ...]:
    """The codebooks that come with wsr and those of a folder, by id, then version. Raises VocabularyError."""
    return read_versions((_OWN, folder), _codebook)


@cache
def standard_codebook() -> Codebook:
    """The newest version of the standard codebook."""
    return [one for one in codebooks() if one.id == STANDARD][-1]


def _codebook(entries: dict[str, Any]) -> Codebook:
    themes = [_code(entry) for entry in entries.pop("theme", [])]
    return Codebook(**entries, themes=themes)


def _code(entry: dict[str, Any]) -> dict[str, Any]:
    """A theme or sub-theme as its record takes it; in the file its cues are lists of patterns under a weight."""
    cues = [
        {"pattern": pattern, "weight": weight}
        for weight, patterns in entry.get("cues", {}).items()
        for pattern in patterns
    ]
    subthemes = [_code(each) for each in entry.get("subtheme", [])]
    own = {name: value for name, value in entry.items() if name not in ("cues", "subtheme")}
    return {**own, "cues": cues, **({"subthemes": subthemes} if subthemes else {})}
