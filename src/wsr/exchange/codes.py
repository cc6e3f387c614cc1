"""What our codes, stances, terms and verdicts are called in a project, and what they mean when it comes back."""

from collections.abc import Iterator
from enum import StrEnum
from itertools import chain, count
from typing import NamedTuple

from wsr.domain.codebook import Codebook, Subtheme, TermList, Theme
from wsr.domain.coding import Stance, Verdict
from wsr.domain.qda import Code
from wsr.exchange.guids import guid_of


class Kind(StrEnum):
    """The branches of a project's codes."""

    THEME = "theme"
    STANCE = "stance"
    TERM = "term"
    VERDICT = "verdict"


class Meaning(NamedTuple):
    """What a code of a project stands for with us."""

    kind: Kind
    id: str
    """theme/subtheme or the theme alone; a stance; a term; a verdict."""

    @property
    def guid(self) -> str:
        """Its guid in every project; that of a theme is the same in every version of its codebook."""
        return guid_of("code", self.kind, self.id)


_COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#999999")
"""Of themes, in order and again: a palette that can be told apart without telling red from green."""

_STANCES = {
    Stance.IDENTIFIED: "It was done, and the reviewer values it.",
    Stance.SUGGESTED: "What good practice would have been in this case, or should now be.",
    Stance.GENERAL: "A norm that stands without the case.",
    Stance.CRITICISM: "It was missing, late or poor, stated as such.",
    Stance.NEUTRAL: "The words are there, but nothing is judged.",
}
_VERDICTS = {
    Verdict.KEEP: "A person has kept the extract.",
    Verdict.UNSURE: "A person was not sure of the extract.",
    Verdict.REJECT: "A person has rejected the extract: it says nothing of practice.",
}


def themes_as_codes(codebook: Codebook) -> tuple[Code, ...]:
    """The themes of a codebook in order, each with its sub-themes below it."""
    return _themes(codebook, _Names())


def project_codes(codebook: Codebook, terms: TermList) -> tuple[Code, ...]:
    """The themes with their sub-themes, then a folder each of stances, terms and verdicts; every name once."""
    names = _Names()
    return (
        *_themes(codebook, names),
        _folder(names, "Stance", Kind.STANCE, {stance.value: said for stance, said in _STANCES.items()}),
        _folder(names, "Terms", Kind.TERM, {term.id: "" for term in terms.terms}),
        _folder(
            names, "Decision", Kind.VERDICT, {verdict.value: said for verdict, said in _VERDICTS.items()}
        ),
    )


def meanings(codebook: Codebook, terms: TermList) -> Iterator[Meaning]:
    """Everything that a project can be coded with, in the order of `project_codes`."""
    for theme, subtheme in codebook.codes():
        yield theme_meaning(theme.id, subtheme.id if subtheme else None)
    yield from (Meaning(Kind.STANCE, stance.value) for stance in _STANCES)
    yield from (Meaning(Kind.TERM, term.id) for term in terms.terms)
    yield from (Meaning(Kind.VERDICT, verdict.value) for verdict in _VERDICTS)


def theme_meaning(theme: str, subtheme: str | None = None) -> Meaning:
    """That of a theme, or of a sub-theme of it."""
    return Meaning(Kind.THEME, f"{theme}/{subtheme}" if subtheme else theme)


def folder_guid(kind: Kind) -> str:
    """The guid of the folder that holds the codes of a kind."""
    return guid_of("folder", kind.value)


def names_of_codes(codebook: Codebook) -> dict[str, Meaning]:
    """What may be written for each theme and sub-theme, in small letters: theme/subtheme, or its name in a project."""
    names = {code.guid: path[-1] for above in themes_as_codes(codebook) for path, code in above.walk()}
    found: dict[str, Meaning] = {}
    for theme, subtheme in codebook.codes():
        meaning = theme_meaning(theme.id, subtheme.id if subtheme else None)
        found[meaning.id.casefold()] = found[names[meaning.guid].casefold()] = meaning
    return found


class _Names:
    """Names given out so far: some tools know a code by its name alone, and see no difference of case."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, name: str, above: str = "") -> str:
        """The name, with what stands above it where the name alone is taken."""
        candidates = chain(
            [name], [f"{name} ({above})"] if above else [], (f"{name} ({n})" for n in count(2))
        )
        free = next(each for each in candidates if each.casefold() not in self._taken)
        self._taken.add(free.casefold())
        return free


def _themes(codebook: Codebook, names: _Names) -> tuple[Code, ...]:
    return tuple(
        _theme(theme, names, _COLOURS[number % len(_COLOURS)]) for number, theme in enumerate(codebook.themes)
    )


def _theme(theme: Theme, names: _Names, colour: str) -> Code:
    return Code(
        guid=theme_meaning(theme.id).guid,
        name=names.of(theme.name),
        colour=colour,
        description=theme.definition,
        codes=tuple(
            Code(
                guid=theme_meaning(theme.id, each.id).guid,
                name=names.of(each.name, theme.name),
                colour=colour,
                description=_defined(each),
            )
            for each in theme.subthemes
        ),
    )


def _defined(subtheme: Subtheme) -> str:
    """The definition, then what belongs to it and what does not, each on a line of its own."""
    return "\n".join(
        (
            subtheme.definition,
            *(f"Includes: {one}" for one in subtheme.includes),
            *(f"Excludes: {one}" for one in subtheme.excludes),
        )
    )


def _folder(names: _Names, name: str, kind: Kind, members: dict[str, str]) -> Code:
    folder = names.of(name)
    return Code(
        guid=folder_guid(kind),
        name=folder,
        is_codable=False,
        codes=tuple(
            Code(guid=Meaning(kind, each).guid, name=names.of(each, folder.lower()), description=said)
            for each, said in members.items()
        ),
    )
