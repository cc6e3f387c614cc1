"""The outline: the sections of a document, each with the kind that its heading says or that it inherits."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from wsr.domain.kinds import SectionKind
from wsr.domain.passages import Section
from wsr.language.text import fixed
from wsr.vocabulary.headings import kind_of_heading, plain_words

_NEVER_INHERITED = frozenset({SectionKind.CONTENTS, SectionKind.FRONT})

_STORY = frozenset({SectionKind.BACKGROUND, SectionKind.CHRONOLOGY})

_OVERVIEW = frozenset({"overview", "trosolwg"})


@dataclass(slots=True)
class Outline:
    """The sections begun so far; section s0 is what stands before the first heading."""

    document: str
    sections: list[Section] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.sections.append(
            Section(
                id="s0",
                document=self.document,
                number=None,
                heading="",
                kind=SectionKind.FRONT,
                level=0,
                page_first=1,
            )
        )

    @property
    def current(self) -> Section:
        """The section that passages belong to now."""
        return self.sections[-1]

    def begin(
        self, heading: str, number: str | None, level: int, page: int, kind: SectionKind | None = None
    ) -> Section:
        """The new section that a heading opens; its kind is inherited when neither words nor caller say it."""
        section = Section(
            id=f"s{len(self.sections)}",
            document=self.document,
            number=number,
            heading=fixed(heading),
            kind=kind or self._own_kind(heading) or inherited_kind(self.sections, level),
            level=level,
            page_first=page,
        )
        self.sections.append(section)
        return section

    def _own_kind(self, heading: str) -> SectionKind | None:
        """The kind that the words say; an overview before the story is told introduces it."""
        kind = kind_of_heading(heading)
        opening = all(section.kind not in _STORY for section in self.sections)
        if opening and kind is SectionKind.ANALYSIS and plain_words(heading) in _OVERVIEW:
            return SectionKind.INTRODUCTION
        return kind


def inherited_kind(sections: Sequence[Section], level: int) -> SectionKind:
    """The kind of a heading that says nothing: that of the section it lies in; other without one."""
    for section in reversed(sections):
        if section.level < level and section.kind not in _NEVER_INHERITED:
            return section.kind if section.level else SectionKind.OTHER
    return SectionKind.OTHER
