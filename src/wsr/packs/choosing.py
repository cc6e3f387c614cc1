"""
What a pack quotes unless a person chooses: best first, of varied reviews.

    candidates in their order | by nearness and what people kept | rounds over the reviews -> chosen
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wsr.domain.coding import Stance
from wsr.domain.kinds import SectionKind
from wsr.domain.packs import Nearness, PackKind, Quotable
from wsr.vocabulary.plainness import PLAIN

VALUED = (Stance.IDENTIFIED,)
SUGGESTED = (Stance.SUGGESTED, Stance.GENERAL)
CRITICISED = (Stance.CRITICISM,)
RECOMMENDED: tuple[Stance, ...] = ()

GROUPS: tuple[tuple[Stance, ...], ...] = (VALUED, SUGGESTED, CRITICISED, RECOMMENDED)
"""The stances of each group, in the order of a pack; a recommendation has none."""

_NEARNESS = list(Nearness)
_CHOSEN = (Nearness.OWN, Nearness.PARAGRAPH)
"""What is near enough to be quoted by rule."""
_BESIDE_PRACTICE = (
    SectionKind.FRONT,
    SectionKind.INTRODUCTION,
    SectionKind.TERMS_OF_REFERENCE,
    SectionKind.METHODOLOGY,
    SectionKind.PROCESS,
    SectionKind.APPENDIX,
)
"""Parts of a review that tell of the review itself more often than of practice: left to a person to choose."""

_SENTENCE = re.compile(r"[\w“‘\"'(\[].*[.!?…”\"]", re.DOTALL)
_CELLS = " | "
"""Between the cells of a row of a table."""

_LEANS = re.compile(
    r"(?:(?:and|but|so|then|yet|in \w+|on (?:both|each|every|that|this|the)[^,]{0,40},?) )*"
    r"(?:(?:s?he|they|it|this|these|those|that|such|both|each|one|neither|the (?:second|latter|former|same|other))\b|by contrast)",
    re.IGNORECASE,
)
"""Words that lean on the sentence before: a reader asks who “she” is."""

_READ_AT_A_GLANCE = range(50, 301)
"""Characters: shorter words tell little, longer ones are no reading for a group."""


_ENOUGH = 2
"""
Plain extracts of a group, with which what speaks less plainly is left out; for what is valued a smaller number is made
up by nothing. A mere sign is never quoted by rule.
"""


@dataclass(frozen=True, slots=True)
class Share:
    """How much of one group a pack takes."""

    most: int
    of_one_review: int


SHARES: dict[PackKind, tuple[Share, Share, Share, Share]] = {
    PackKind.SESSION: (Share(6, 2), Share(4, 2), Share(3, 1), Share(5, 2)),
    PackKind.BRIEFING: (Share(4, 2), Share(2, 1), Share(2, 1), Share(3, 1)),
    PackKind.CHECKLIST: (Share(15, 3), Share(9, 2), Share(0, 0), Share(15, 3)),
    PackKind.ROLE: (Share(18, 3), Share(9, 2), Share(0, 0), Share(15, 3)),
}
"""For each kind what it takes of each of GROUPS."""

NAMED = (Share(4, 1), Share(2, 1), Share(0, 0), Share(4, 1))
"""What a role guide takes of each of GROUPS beside that, where the role is only named in what others did."""

_HANDFUL = 3
"""Fewer are few, where a kind takes as many."""


def group_of(candidate: Quotable) -> int:
    """The number of its group in GROUPS; -1 for words that judge nothing."""
    if candidate.stance is None:
        return GROUPS.index(RECOMMENDED)
    return next((number for number, stances in enumerate(GROUPS) if candidate.stance in stances), -1)


def in_order(candidates: Iterable[Quotable]) -> tuple[Quotable, ...]:
    """
    The best first: nearest to what was asked, kept by people, done by whom it is about, asked for again, plainly said,
    whole, understood without the sentence before, of a length to read.

    Ties stay as they came.
    """
    return tuple(sorted(candidates, key=_distance))


def chosen(kind: PackKind, candidates: Sequence[Quotable]) -> tuple[Quotable, ...]:
    """
    What a pack of a kind quotes, group by group, from candidates in their order.

    Every review gives its best before any gives a second, and none more than its share. Words that only stand in
    the same part, or in the same review, as those asked for, that stand in a part about the review itself, or of which a
    single sign says that they judge practice, are left to a person; so are rows of tables, what is not plain where there
    is better, and in an audit what only names the agency that it is for.
    """
    near = [each for each in candidates if each.kept or _is_near(each)]
    return tuple(
        each
        for number, share in enumerate(SHARES[kind])
        for each in _of_group(kind, [one for one in near if group_of(one) == number], share, NAMED[number])
    )


def is_few(kind: PackKind, group: int, count: int) -> bool:
    """Whether a pack of a kind quotes so little of one of GROUPS that it has to be said."""
    return count < min(_HANDFUL, SHARES[kind][group].most)


def _of_group(kind: PackKind, candidates: Sequence[Quotable], share: Share, named: Share) -> list[Quotable]:
    """What a pack takes of one group: where agencies were asked for, what they do before what only names them."""
    if kind not in (PackKind.ROLE, PackKind.CHECKLIST):
        return _varied(_plain(candidates), share)
    own = _varied(_plain([each for each in candidates if not each.only_named]), share)
    if kind is PackKind.CHECKLIST:
        return own
    return own + _varied(_plain([each for each in candidates if each.only_named]), named)


def _plain(candidates: Sequence[Quotable]) -> list[Quotable]:
    """Those that speak plainly; where these are few, as many others as make them enough, in the order of all."""
    plain = {each.name for each in candidates if each.kept or each.plainness >= PLAIN}
    others = [
        each.name
        for each in candidates
        if each.name not in plain and each.plainness > 0 and each.stance not in VALUED
    ]
    taken = plain | set(others[: max(0, _ENOUGH - len(plain))])
    return [each for each in candidates if each.stance is None or each.name in taken]


def _is_near(candidate: Quotable) -> bool:
    beside = candidate.section_kind in _BESIDE_PRACTICE
    return candidate.stance is None or (
        candidate.nearness in _CHOSEN and not beside and _CELLS not in candidate.text
    )


def _varied(candidates: Sequence[Quotable], share: Share) -> list[Quotable]:
    seen: Counter[str] = Counter()
    rounds: list[tuple[int, int]] = []
    for place, each in enumerate(candidates):
        if seen[each.reference] < share.of_one_review:
            rounds.append((seen[each.reference], place))
            seen[each.reference] += 1
    return [candidates[place] for place in sorted(place for _, place in sorted(rounds)[: share.most])]


def _distance(candidate: Quotable) -> tuple[int, bool, bool, bool, int, bool, bool, bool]:
    return (
        _NEARNESS.index(candidate.nearness),
        not candidate.kept,
        candidate.only_named,
        not candidate.also,
        -candidate.plainness,
        not _is_sentence(candidate.text),
        _LEANS.match(candidate.text) is not None,
        len(candidate.text) not in _READ_AT_A_GLANCE,
    )


def _is_sentence(text: str) -> bool:
    return _CELLS not in text and not text[:1].islower() and _SENTENCE.fullmatch(text.strip()) is not None
