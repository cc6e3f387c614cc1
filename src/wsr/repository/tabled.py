"""
The rows of a table of codings as stretches of a review. Pure.

    row -> its extract, by key, else its words in the text -> what it says otherwise than when it was written
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from wsr.domain.coding import Decided, Extract, Stance, Verdict
from wsr.domain.imports import Misfit
from wsr.domain.judging import Judged
from wsr.domain.passages import Passage
from wsr.domain.review import Review
from wsr.exchange.aligning import Aligned
from wsr.exchange.codes import Kind, Meaning
from wsr.exchange.read.codings import Row
from wsr.exchange.sources import shown
from wsr.exchange.texts import SourceText, source_text
from wsr.repository.covering import Placed

_VERDICTS = {
    "kept": Verdict.KEEP,
    "keep": Verdict.KEEP,
    "rejected": Verdict.REJECT,
    "reject": Verdict.REJECT,
    "unsure": Verdict.UNSURE,
    "undecided": None,
    "": None,
}
"""What a cell of the column `decided` means."""

_SAID = {
    "extract_not_found": "The review has no extract of this key now, and the row has no words.",
    "text_not_found": "Its words are not in the review.",
    "ambiguous": "Its words stand several times in the review, and the row has no key.",
    "more_than_a_passage": "Its words reach over several paragraphs; an extract lies in one.",
    "no_words": "There are no words in it.",
}


class _State(NamedTuple):
    """What is in force for an extract, as a table has it."""

    decided: Decided
    stance: Stance
    codes: frozenset[str]
    note: str

    def is_said_by(self, row: Row) -> bool:
        """Whether a row says this and nothing else."""
        return (
            (row.decided is None or (row.decided or Decided.UNDECIDED.value) == self.decided.value)
            and row.stance in (None, self.stance.value)
            and (row.codes is None or set(row.codes) == self.codes)
            and row.note in (None, self.note)
        )


@dataclass(slots=True)
class Tabled:
    """The rows of one review on their way; afterwards what did not fit, and how many say nothing new."""

    review: Review
    judged: Mapping[str, Judged]
    known: Mapping[str, Meaning]
    """What can be written for each code: its id, and its name in small letters."""
    misfits: list[Misfit]
    nothing_new: int = 0
    _texts: dict[str, SourceText] | None = None

    def placed(self, rows: Iterable[Row]) -> Iterator[Placed]:
        """The rows that were changed since they were written, in their places."""
        extracts = {extract.key: extract for extract in self.review.extracts}
        passages = {(one.document, one.id): one for one in self.review.passages}
        for row in rows:
            said = self._said(row)
            if said is None:
                continue
            extract = extracts.get(row.key)
            if extract is not None:
                if any(state.is_said_by(row) for state in self._written(row, extract)):
                    self.nothing_new += 1
                    continue
                passage = passages[extract.document, extract.passage]
                yield self._of(row, (passage, extract.start, extract.end), said)
            elif isinstance(place := self._place(row), str):
                self._misfit(row, place, _SAID[place])
            else:
                yield self._of(row, place, said)

    def _written(self, row: Row, extract: Extract) -> Iterator[_State]:
        """What is in force now, and what was when the row was written, by the time of its decision."""
        yield _state(extract)
        if row.decided_at == "":
            yield _state(extract.model_copy(update={"decision": None}))
        judged = self.judged.get(extract.key)
        for decision in judged.decisions if judged else ():
            if row.decided_at == decision.decided_at.isoformat(timespec="seconds"):
                yield _state(extract.model_copy(update={"decision": decision}))

    def _of(self, row: Row, place: tuple[Passage, int, int], said: tuple[Meaning, ...]) -> Placed:
        return Placed(
            *place,
            said=said,
            source=f"line {row.number}",
            note=row.note or "",
            says_codes=row.codes is not None,
        )

    def _place(self, row: Row) -> tuple[Passage, int, int] | str:
        """Where the words of a row stand, if they stand once in all documents of the review."""
        if not row.text:
            return "extract_not_found"
        if self._texts is None:
            self._texts = {one.id: source_text(self.review.passages, one.id) for one in self.review.documents}
        places: list[tuple[Passage, int, int] | str] = []
        for text in self._texts.values():
            place = Aligned(row.text, text.text).at(0, len(row.text))
            if place != "text_not_found":
                places.append(place if isinstance(place, str) else text.at(*place) or "more_than_a_passage")
        if len(places) > 1:
            return "ambiguous"
        return places[0] if places else "text_not_found"

    def _said(self, row: Row) -> tuple[Meaning, ...] | None:
        """What a row says; None when a value of it means nothing, which is noted."""
        said: list[Meaning] = []
        if row.decided is not None:
            if row.decided not in _VERDICTS:
                self._misfit(row, "unknown_value", f"“{row.decided}” is no value of decided.")
                return None
            if verdict := _VERDICTS[row.decided]:
                said.append(Meaning(Kind.VERDICT, verdict.value))
        if row.stance:
            if row.stance not in set(Stance):
                self._misfit(row, "unknown_value", f"“{row.stance}” is no stance.")
                return None
            said.append(Meaning(Kind.STANCE, row.stance))
        for code in row.codes or ():
            if (meaning := self.known.get(code.casefold())) is None:
                self._misfit(row, "unknown_code", f"“{code}” is no code of the codebook in force.")
                return None
            said.append(meaning)
        if row.codes is not None and not row.codes and not any(one.kind is Kind.VERDICT for one in said):
            said.append(Meaning(Kind.VERDICT, Verdict.KEEP.value))
        return tuple(said)

    def _misfit(self, row: Row, reason: str, sentence: str) -> None:
        self.misfits.append(
            Misfit(reason=reason, sentence=sentence, source=f"line {row.number}", words=shown(row.text))
        )


def _state(extract: Extract) -> _State:
    """A theme is not told beside its own sub-theme, in a table."""
    codes = extract.codes_in_force
    below = {code.partition("/")[0] for code in codes if "/" in code}
    return _State(
        decided=extract.decided,
        stance=extract.stance_in_force,
        codes=frozenset(code for code in codes if "/" in code or code not in below),
        note=extract.decision.note.strip() if extract.decision else "",
    )
