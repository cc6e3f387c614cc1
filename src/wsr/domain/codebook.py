"""The method's own records: term lists and codebooks, each with a version."""

from collections.abc import Iterator

from pydantic import Field

from wsr.domain.coding import Stance
from wsr.domain.record import Record


class Term(Record):
    """A search expression of a term list."""

    id: str = Field(description="As the list writes it: “effective communication”.")
    group: str = Field(
        default="", description="The part of the list that it belongs to: initial, additional."
    )
    match: tuple[str, ...] = Field(
        description="Phrases, any of which is a hit; hyphens and spaces inside compounds fold, a * at the end of a word opens it."
    )
    within: int | None = Field(
        default=None,
        ge=0,
        description="When given, the words of a phrase may stand in any order with up to so many others between.",
    )


class TermList(Record):
    """A named, versioned list of terms; their order is that of marginal gains."""

    id: str
    version: int = Field(ge=1)
    title: str
    source: str = Field(default="", description="Where the list comes from, as a sentence.")
    terms: tuple[Term, ...] = Field(min_length=1)

    @property
    def name(self) -> str:
        """Id and version: best-practice 1."""
        return f"{self.id} {self.version}"


class Cue(Record):
    """Words that speak for a code."""

    pattern: str = Field(description="In the notation of wsr.language.frames.")
    weight: float = Field(
        default=1.0, description="1 is a hint that suffices by itself; a negative weight speaks against."
    )


class WordClass(Record):
    """Words that play one part in cues, which name it as @id: those who act, those acted for, ways of acting."""

    id: str
    words: tuple[str, ...] = Field(
        min_length=1, description="Words, phrases, beginnings of words (visit*) and other classes (@family)."
    )


class Subtheme(Record):
    """A part of a theme, with what belongs to it and what does not."""

    id: str
    name: str
    definition: str
    includes: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    cues: tuple[Cue, ...] = ()
    given_by_stance: Stance | None = Field(
        default=None, description="A stance that gives this code by itself, beside those of the subject."
    )


class Theme(Record):
    """A theme of a codebook."""

    id: str
    name: str
    definition: str
    includes: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    subthemes: tuple[Subtheme, ...] = ()
    cues: tuple[Cue, ...] = ()


class Codebook(Record):
    """The versioned set of themes and sub-themes that extracts are coded to."""

    id: str
    version: int = Field(ge=1)
    title: str
    source: str = ""
    themes: tuple[Theme, ...] = Field(min_length=1)
    classes: tuple[WordClass, ...] = Field(default=(), description="The classes of words that its cues name.")
    speaks_from: float = Field(
        default=1.0, gt=0, description="What the cues of a code must weigh for it to be given at all."
    )
    close: tuple[float, float] = Field(
        default=(0.65, 0.75), description="How near to the best a second and a third code must come."
    )

    @property
    def name(self) -> str:
        """Id and version: best-practice 1."""
        return f"{self.id} {self.version}"

    def is_called(self, name: str) -> bool:
        """Whether a name is that of any version of it: their codes can be compared. No name is taken for its own."""
        return not name or name.rpartition(" ")[0] == self.id

    def codes(self) -> Iterator[tuple[Theme, Subtheme | None]]:
        """Every theme followed by its sub-themes, in the codebook's order."""
        for theme in self.themes:
            yield theme, None
            for subtheme in theme.subthemes:
                yield theme, subtheme
