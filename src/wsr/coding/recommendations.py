"""
What rules say of a recommendation: themes, the kinds of agency and the bodies addressed, what and by when. Pure.

The text alone gives the themes; a review gives its board, which "the Board" means, and the rows of its action plan.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from wsr.coding.specificity import action_of, times_of
from wsr.coding.themes import ThemeCoder
from wsr.domain.codebook import Codebook
from wsr.domain.coding import Coding, Stance
from wsr.domain.kinds import Level, PassageKind, SectionKind
from wsr.domain.passages import Recommendation
from wsr.domain.recommendations import AddressedBody, RecommendationCoding
from wsr.domain.review import Board, Review
from wsr.language.keys import normalised
from wsr.vocabulary.agencies import addressed_kinds, head_of
from wsr.vocabulary.boards import board_by_id
from wsr.vocabulary.bodies import KnownBody, body_of_board, find_bodies, kind_alone, names_own_board
from wsr.vocabulary.recommendations import body_level, column_of

RULES = 3
"""The version of the rules of this module and of what it reads by; raised with every change of what they give."""

_BEGINNING = 60
"""Letters of a recommendation by which a row of an action plan is known to repeat it."""
_CELL = " | "


class _Row(NamedTuple):
    """A row of an action plan."""

    cells: tuple[str, ...]
    when: str
    """Its cell in the column that says by when; empty without one."""


class RecommendationCoder:
    """The codebook of recommendations and the themes of practice, ready to code recommendations."""

    def __init__(self, codebook: Codebook, practice: ThemeCoder) -> None:
        self.codebook = codebook
        self._themes = ThemeCoder(codebook)
        self._practice = practice

    @property
    def version(self) -> str:
        """What the codings depend on, beside the codebook of practice."""
        return f"{self.codebook.name}, rules {RULES}"

    def themes(self, text: str) -> tuple[Coding, ...]:
        """The high-level themes that the words speak for, best first, each with those words; empty for none."""
        return self._themes.codes(text, Stance.NEUTRAL)

    def codings(self, review: Review) -> dict[str, RecommendationCoding]:
        """What is said of each recommendation of a review, by key."""
        rows = _plan_rows(review)
        only = _only_bodies(review) if review.recommendations else {}
        return {
            one.key: self.coding(one, review.board, _plan_of(one, rows), only)
            for one in review.recommendations
        }

    def coding(
        self,
        one: Recommendation,
        board: Board | None = None,
        plan: Sequence[_Row] = (),
        only: Mapping[str, KnownBody] = MappingProxyType({}),
    ) -> RecommendationCoding:
        """
        What is said of one recommendation.

        Args:
            one: The recommendation.
            board: The body that publishes its review; None when it is not known.
            plan: The rows of an action plan that repeat it.
            only: For each kind the one body of it that its review names: "the Health Board" means it.
        """
        bodies = [(phrase, body) for phrase in one.addressees for body in _bodies(phrase, board, only)]
        kinds = [kind for phrase in one.addressees for kind in _kinds(phrase, board)]
        return RecommendationCoding(
            themes=self.themes(one.text),
            codes=self._practice.codes(one.text, Stance.NEUTRAL),
            agencies=tuple(dict.fromkeys(kinds)),
            bodies=tuple(
                {
                    body.id: AddressedBody(id=body.id, name=body.name, as_printed=phrase)
                    for phrase, body in reversed(bodies)
                }.values()
            )[::-1],
            action=action_of(one.text),
            times=times_of(
                one.text,
                [cell for row in plan for cell in row.cells if cell != row.when],
                [r.when for r in plan],
            ),
        )


def _only_bodies(review: Review) -> dict[str, KnownBody]:
    """For each kind the one body below the nation that the text of a review names; no kind of which it names several."""
    named = {mention.body.id: mention.body for each in review.passages for mention in find_bodies(each.text)}
    local = [body for body in named.values() if body_level(body.name) is Level.AGENCY]
    return {body.kind: body for body in local if [each.kind for each in local].count(body.kind) == 1}


def _bodies(
    phrase: str, board: Board | None, only: Mapping[str, KnownBody] = MappingProxyType({})
) -> Iterator[KnownBody]:
    """The known bodies that a phrase names; the publishing board where it means "the Board"."""
    yield from (mention.body for mention in find_bodies(head_of(phrase)))
    kind = kind_alone(phrase)
    if kind is not None and kind in only:
        yield only[kind]
    own = names_own_board(phrase)
    known = board_by_id(board.id) if own and board else None
    if known is not None and body_of_board(known).kind == own:
        yield body_of_board(known)


def _beside_bodies(phrase: str) -> str:
    """A phrase without the names of known bodies: the College of Policing is no college."""
    for mention in reversed(find_bodies(phrase)):
        phrase = f"{phrase[: mention.start]},{phrase[mention.end :]}"
    return phrase


def _kinds(phrase: str, board: Board | None) -> Iterator[str]:
    yield from addressed_kinds(_beside_bodies(phrase))
    yield from (kind for body in _bodies(phrase, board) for kind in body.kinds)
    own = names_own_board(phrase)
    if own:
        yield own


def _plan_rows(review: Review) -> Mapping[tuple[str, str, int], list[_Row]]:
    """The rows of the action plans of a review, by document, section and page."""
    plans = {(s.document, s.id) for s in review.sections if s.kind is SectionKind.ACTION_PLAN}
    rows: dict[tuple[str, str, int], list[_Row]] = {}
    heads: tuple[str, ...] = ()
    for passage in review.passages:
        if passage.kind is not PassageKind.TABLE_ROW or (passage.document, passage.section) not in plans:
            continue
        cells = tuple(passage.text.split(_CELL))
        if any(column_of(cell, "recommendation") for cell in cells[:3]):
            heads = cells
        alike = zip(heads, cells, strict=True) if len(heads) == len(cells) else ()
        when = next((cell for head, cell in alike if column_of(head, "when")), "")
        for page in range(passage.page_first, passage.page_last + 1):
            rows.setdefault((passage.document, passage.section, page), []).append(_Row(cells, when))
    return rows


def _plan_of(one: Recommendation, rows: Mapping[tuple[str, str, int], list[_Row]]) -> list[_Row]:
    """The rows that repeat a recommendation, by its words, else by its number, without the cell of its words."""
    there = [row for place in one.places for row in rows.get((place.document, place.section, place.page), ())]
    beginning = normalised(one.text)[:_BEGINNING]
    number = re.search(r"[\d.]+$", one.label or "")
    same = [row for row in there if beginning and beginning in normalised(_CELL.join(row.cells))] or [
        row for row in there if number and row.cells[0].strip(" .") == number[0].strip(".")
    ]
    return [
        row._replace(cells=tuple(cell for cell in row.cells if beginning not in normalised(cell)))
        for row in same
    ]
