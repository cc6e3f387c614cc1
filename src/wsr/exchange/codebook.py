"""
Codes of another program as a codebook of ours. Pure.

    code at the top -> theme      code below it -> sub-theme      deeper ones -> sub-themes of the same theme, named
    a code that the codebook in force knows, by guid or by name, keeps its id and the words that rules know it by
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from wsr.domain.codebook import Codebook, Subtheme, Theme
from wsr.domain.imports import Misfit
from wsr.domain.qda import Code, CodeTree
from wsr.exchange.codes import Kind, folder_guid, theme_meaning, themes_as_codes
from wsr.exchange.texts import one_line

_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
_FOLDERS = {"stance", "terms", "decision"}
"""Folders of our projects that are no themes."""

_INCLUDES = "Includes: "
_EXCLUDES = "Excludes: "


def codebook_of(
    tree: CodeTree, name: str, title: str, present: Codebook, held: Sequence[Codebook]
) -> tuple[Codebook, list[Misfit]]:
    """
    The codebook that a tree of codes is, and what of it had to change or was left out.

    Args:
        name: Its id.
        present: The codebook in force, whose codes keep their cues.
        held: All codebooks that there are; the new one has the next version of its id.
    """
    making = _Making(present)
    themes = tuple(theme for code in tree.codes for theme in making.themes(code))
    known = any(theme.cues or any(each.cues for each in theme.subthemes) for theme in themes)
    return (
        Codebook(
            id=name,
            version=1 + max((one.version for one in held if one.id == name), default=0),
            title=title,
            source=f"Imported from {one_line(tree.origin) or 'a codebook file'}.",
            themes=themes,
            classes=present.classes if known else (),
            speaks_from=present.speaks_from,
        ),
        making.misfits,
    )


def id_of(name: str) -> str:
    """The id that a name gives: small letters, digits and hyphens; "code" where it has none of them."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return _NOT_IN_IDS.sub("-", plain).strip("-") or "code"


@dataclass(slots=True)
class _Making:
    """A codebook that is being made."""

    present: Codebook
    misfits: list[Misfit] = field(default_factory=list)
    _taken: set[str] = field(default_factory=set)

    def themes(self, code: Code) -> Iterator[Theme]:
        """The theme that a code at the top is; none for a folder of our projects."""
        if self._is_ours(code):
            return
        known = self._known(code)
        subthemes = tuple(self._subthemes(code.codes, (), set()))
        yield Theme(
            id=_free(known.id if isinstance(known, Theme) else id_of(code.name), self._taken),
            name=one_line(code.name) or "Unnamed",
            definition=_defined(code.description)["definition"],
            subthemes=subthemes,
            cues=known.cues if known else (),
        )

    def _subthemes(
        self, codes: Sequence[Code], above: tuple[str, ...], taken: set[str]
    ) -> Iterator[Subtheme]:
        for code in codes:
            name = ": ".join((*above, one_line(code.name) or "Unnamed"))
            known = self._known(code)
            if above:
                self._note("flattened", f"“{name}” stands deeper than a sub-theme, and was made one.")
            yield Subtheme(
                id=_free(known.id if known else id_of(name), taken),
                name=name,
                **_defined(code.description),
                cues=known.cues if known else (),
                given_by_stance=known.given_by_stance if isinstance(known, Subtheme) else None,
            )
            yield from self._subthemes(code.codes, (*above, one_line(code.name)), taken)

    def _known(self, code: Code) -> Theme | Subtheme | None:
        """The code of the codebook in force that it is."""
        names = {
            each.guid: each.name.casefold() for top in themes_as_codes(self.present) for _, each in top.walk()
        }
        by_name: Theme | Subtheme | None = None
        for theme, subtheme in self.present.codes():
            guid = theme_meaning(theme.id, subtheme.id if subtheme else None).guid
            if guid == code.guid:
                return subtheme or theme
            if names[guid] == one_line(code.name).casefold():
                by_name = by_name or subtheme or theme
        return by_name

    def _is_ours(self, code: Code) -> bool:
        return code.guid in {folder_guid(kind) for kind in Kind} or (
            not code.is_codable and code.name.strip().casefold() in _FOLDERS
        )

    def _note(self, reason: str, sentence: str) -> None:
        self.misfits.append(Misfit(reason=reason, sentence=sentence))


def _defined(description: str) -> dict[str, Any]:
    """A description in the parts that our own codebooks write it in."""
    lines = [one_line(line) for line in description.split("\n")]
    return {
        "definition": " ".join(
            line for line in lines if line and not line.startswith((_INCLUDES, _EXCLUDES))
        ),
        "includes": tuple(line.removeprefix(_INCLUDES) for line in lines if line.startswith(_INCLUDES)),
        "excludes": tuple(line.removeprefix(_EXCLUDES) for line in lines if line.startswith(_EXCLUDES)),
    }


def _free(wanted: str, taken: set[str]) -> str:
    """An id that none of its neighbours has."""
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    taken.add(name)
    return name
