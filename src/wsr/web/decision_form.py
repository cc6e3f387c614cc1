"""The form of a decision: what is sent, what it says beside the machine, and the fields as they are filled in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from pydantic import BaseModel

from wsr.domain.codebook import Codebook, Theme
from wsr.domain.coding import Extract, Stance, Verdict
from wsr.domain.passages import Passage
from wsr.repository.deciding import Choice
from wsr.web import labels
from wsr.web.limits import text_mark, word_spans, words_within
from wsr.web.wording import Wording, say

VERDICT_KEYS = {Verdict.KEEP: "k", Verdict.REJECT: "r", Verdict.UNSURE: "u"}
CODE_KEYS = "acdefghijlmopqtvwxyzACDEFGHIJLMOPQTVWXYZ"
"""The keys of codes, in their order: letters that no other part of the form has; further codes have none."""
NO_THEME_KEY = "0"


class DecisionForm(BaseModel):
    """A decision as it is sent, and as the form is filled in."""

    leaves_nothing: ClassVar[bool] = False
    """Whether all must be said, and nothing can be left to the machine."""

    verdict: Verdict | None = None
    stance: Stance | None = None
    code: list[str] = []
    no_theme: bool = False
    """Asked only where nothing can be left to the machine; elsewhere no code says it."""
    first: int = 0
    """The number of the first word, from 1."""
    last: int = 0
    text: str = ""
    """The mark of the passage that the numbers count the words of."""
    note: str = ""

    @classmethod
    def preset(cls, extract: Extract, passage: Passage, codebook: Codebook) -> Self:
        """
        What the person's own latest decision says, and the machine where that says nothing or is of another codebook.

        The extract has that decision or none: what others decided is never filled in.
        """
        own = extract.decision
        codes = (
            extract.codes_in_force
            if own is None or codebook.is_called(own.codebook)
            else extract.machine_codes
        )
        form = cls(
            verdict=own.verdict if own else None,
            stance=extract.stance_in_force if extract.found_by_rules or (own and own.said_stance) else None,
            code=[code for code in codes_of(codebook) if code in codes],
            note=own.note if own else "",
        )
        return form.over(extract, passage)

    def over(self, extract: Extract, passage: Passage) -> Self:
        """The same with the limits that the extract has in the text of its passage now."""
        first, last = words_within(word_spans(passage.text), extract.start, extract.end)
        return self.model_copy(update={"first": first, "last": last, "text": text_mark(passage.text)})

    def choice(self, extract: Extract, passage: Passage, codebook: Codebook) -> Choice:
        """
        What the form says of an extract; what it leaves as the machine has it is affirmed by a keep, else not said.

        Limits that lie within a word, or were moved by an earlier decision, stay unless other words are chosen.
        """
        assert self.verdict is not None, "It was asked for."
        codes = self.codes(codebook)
        start, end = self._limits(extract, passage.text)
        return Choice(
            verdict=self.verdict,
            stance=None if self._leaves_stance(extract) else self.stance,
            codes=None if self._leaves_codes(extract, codes) else codes,
            start=start,
            end=end,
            note=self.note,
        )

    def codes(self, codebook: Codebook) -> tuple[str, ...]:
        """The codes given, in the order of the codebook; those that it does not have come last."""
        known = codes_of(codebook)
        strange = [code for code in self.code if code not in known]
        return tuple([code for code in known if code in self.code] + strange)

    def errors(self, say_in: Wording) -> dict[str, str]:
        """What must be changed before it can be kept: the id of a field and a sentence each."""
        wrong = {}
        if self.verdict is None:
            wrong["verdict-keep"] = say_in.gettext("Choose whether to keep or reject the extract, or say that you are unsure.")  # fmt: skip
        if self.first > self.last:
            wrong["first"] = say_in.gettext("The extract ends before it begins. Choose a later last word.")
        return wrong

    def _leaves_stance(self, extract: Extract) -> bool:
        own = extract.decision
        as_machine = extract.found_by_rules and self.stance is extract.stance
        as_filled_in = own is not None and own.stance is None and self.stance is extract.stance_in_force
        return as_machine or (as_filled_in and self.verdict is not Verdict.KEEP)

    def _leaves_codes(self, extract: Extract, codes: Sequence[str]) -> bool:
        own, given = extract.decision, set(codes)
        as_filled_in = own is not None and own.codes is None and given == set(extract.codes_in_force)
        return given == set(extract.machine_codes) or (as_filled_in and self.verdict is not Verdict.KEEP)

    def _limits(self, extract: Extract, text: str) -> tuple[int | None, int | None]:
        spans = word_spans(text)
        if (self.first, self.last) != words_within(spans, extract.start, extract.end):
            inside = 1 <= self.first <= self.last <= len(spans)
            return (spans[self.first - 1][0], spans[self.last - 1][1]) if inside else (0, 0)
        moved = extract.decision is not None and extract.decision.start is not None
        return (extract.start, extract.end) if moved else (None, None)


@dataclass(frozen=True)
class Choosable:
    """A radio button or a checkbox."""

    id: str
    value: str
    label: str
    key: str
    """The key that chooses it; empty when there is none left."""
    chosen: bool


@dataclass(frozen=True)
class Definition:
    """What a code stands for."""

    name: str
    text: str
    includes: tuple[str, ...]
    excludes: tuple[str, ...]


@dataclass(frozen=True)
class ThemeFields:
    """A theme with the codes that can be given."""

    name: str
    codes: tuple[Choosable, ...]
    """The theme alone, then its sub-themes."""
    definitions: tuple[Definition, ...]


@dataclass(frozen=True)
class WordOption:
    """A word where an extract may begin or end."""

    number: int
    text: str


@dataclass(frozen=True)
class Fields:
    """All fields of the form, filled in."""

    verdicts: tuple[Choosable, ...]
    stances: tuple[Choosable, ...]
    themes: tuple[ThemeFields, ...]
    no_theme: Choosable | None
    """None where giving no code says it."""
    words: tuple[WordOption, ...]
    first: int
    last: int
    text: str
    note: str


def fields_of(say_in: Wording, form: DecisionForm, passage: Passage, codebook: Codebook) -> Fields:
    """The fields as a form fills them in."""
    keys = iter(CODE_KEYS)
    themes = tuple(_theme(say_in, theme, form.code, keys) for theme in codebook.themes)
    return Fields(
        verdicts=tuple(
            Choosable(f"verdict-{each}", each, say(say_in, labels.VERDICTS, each), key, form.verdict is each)
            for each, key in VERDICT_KEYS.items()
        ),
        stances=tuple(
            Choosable(f"stance-{each}", each, say(say_in, labels.STANCES, each), str(at), form.stance is each)
            for at, each in enumerate(Stance, start=1)
        ),
        themes=themes,
        no_theme=_no_theme(say_in, form) if form.leaves_nothing else None,
        words=_words(passage.text),
        first=form.first,
        last=form.last,
        text=form.text,
        note=form.note,
    )


def codes_of(codebook: Codebook) -> list[str]:
    """Every code: theme/subtheme, or the theme alone."""
    return [f"{theme.id}/{part.id}" if part else theme.id for theme, part in codebook.codes()]


def _theme(say_in: Wording, theme: Theme, chosen: Sequence[str], keys: Iterator[str]) -> ThemeFields:
    whole = _code(theme.id, say_in.gettext("The theme as a whole"), next(keys, ""), chosen)
    parts = (_code(f"{theme.id}/{part.id}", part.name, next(keys, ""), chosen) for part in theme.subthemes)
    return ThemeFields(
        name=theme.name,
        codes=(whole, *parts),
        definitions=(
            Definition(theme.name, theme.definition, (), ()),
            *(Definition(p.name, p.definition, p.includes, p.excludes) for p in theme.subthemes),
        ),
    )


def _code(code: str, label: str, key: str, chosen: Sequence[str]) -> Choosable:
    return Choosable(f"code-{code.replace('/', '-')}", code, label, key, code in chosen)


def _no_theme(say_in: Wording, form: DecisionForm) -> Choosable:
    return Choosable("no-theme", "true", say_in.gettext("No theme fits"), NO_THEME_KEY, form.no_theme)


def _words(text: str) -> tuple[WordOption, ...]:
    return tuple(
        WordOption(number, text[start:end]) for number, (start, end) in enumerate(word_spans(text), start=1)
    )
