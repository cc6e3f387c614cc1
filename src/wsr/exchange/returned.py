"""
A project that comes back: who coded in it, and what one of them said of which stretches of which texts. Pure.

    codes of the project -> what they mean with us, by guid, else by name
    codings of the people asked for -> one Returned for each stretch
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from wsr.domain.codebook import Codebook, TermList
from wsr.domain.imports import Misfit
from wsr.domain.qda import Code, CodeApplied, Project, Selection, Source
from wsr.exchange.codes import Meaning, meanings, project_codes
from wsr.exchange.sources import shown

RULES = "wsr rules "
"""How the users of our rules are called, before the version."""

_Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Returned:
    """What somebody said of a stretch of a source."""

    start: int
    """Half-open offsets into the source's text."""
    end: int
    words: str
    said: tuple[Meaning, ...]
    note: str
    created: datetime | None
    """The latest of its codings; None when the file does not say."""


@dataclass(frozen=True, slots=True)
class CodesKnown:
    """What the codes of a project mean with us."""

    by_guid: Mapping[str, Meaning]
    names: Mapping[str, str]
    """From the guid of every code of the project to its name."""

    @classmethod
    def of(cls, project: Project, codebook: Codebook, terms: TermList) -> "CodesKnown":
        """
        By guid, else by the names on the way to a code, else by its name alone: many tools give guids anew, and some
        put codes elsewhere. No two of ours have one name.
        """
        ours = {one.guid: one for one in meanings(codebook, terms)}
        by_path: dict[_Path, Meaning] = {}
        for path, code in _walk(project_codes(codebook, terms)):
            if code.guid in ours:
                by_path[path] = by_path[path[-1:]] = ours[code.guid]
        found = {
            code.guid: meaning
            for path, code in _walk(project.head.codes)
            if (meaning := ours.get(code.guid) or by_path.get(path) or by_path.get(path[-1:]))
        }
        return cls(found, {code.guid: code.name for _, code in _walk(project.head.codes)})


def coders_of(project: Project) -> dict[str | None, str]:
    """Everybody who coded anything, by guid, with the name; "" for those whom the file does not name."""
    names = {user.guid: user.name for user in project.head.users}
    coding = (
        one.user for source in project.sources for selection in source.selections for one in selection.codings
    )
    return {guid: names.get(guid or "", "") for guid in dict.fromkeys(coding)}


def returned(
    source: Source, people: Container[str | None], known: CodesKnown
) -> tuple[list[Returned], list[Misfit]]:
    """What these people said of a source, in the order of the text, and what of it nothing can be made of."""
    found: list[Returned] = []
    misfits: list[Misfit] = []
    for selection in sorted(source.selections, key=lambda one: (one.start, one.end)):
        own = [coding for coding in selection.codings if coding.user in people]
        if not own:
            continue
        misfits += _unknown(source, selection, own, known)
        said = tuple(dict.fromkeys(known.by_guid[one.code] for one in own if one.code in known.by_guid))
        if said:
            found.append(
                Returned(
                    start=selection.start,
                    end=selection.end,
                    words=source.text[selection.start : selection.end],
                    said=said,
                    note=_note(source, selection, own, people),
                    created=max((one.created for one in own if one.created), default=None),
                )
            )
    return found, misfits


def _unknown(
    source: Source, selection: Selection, codings: list[CodeApplied], known: CodesKnown
) -> Iterator[Misfit]:
    for coding in codings:
        if coding.code not in known.by_guid:
            name = known.names.get(coding.code, coding.code)
            yield Misfit(
                reason="unknown_code",
                sentence=f"“{name}” is no code of the codebook in force.",
                source=source.name,
                words=shown(source.text[selection.start : selection.end]),
            )


def _note(
    source: Source, selection: Selection, codings: list[CodeApplied], people: Container[str | None]
) -> str:
    """What these people wrote about the selection or their codings of it, a paragraph each."""
    named = {*selection.notes, *(guid for coding in codings for guid in coding.notes)}
    notes = [note for note in source.own_notes if note.guid in named] if named else []
    return "\n".join(note.text for note in notes if note.user in people or note.user is None)


def _walk(codes: tuple[Code, ...]) -> Iterator[tuple[_Path, Code]]:
    """Every code with the names on the way to it, in one case."""
    for above in codes:
        for path, code in above.walk():
            yield tuple(" ".join(name.casefold().split()) for name in path), code
