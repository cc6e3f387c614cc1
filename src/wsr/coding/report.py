"""
Assembling the report on best practice from coded extracts. Pure.

    extracts | those of each sub-theme | tally, strongest varied examples -> ThemeReport
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from wsr.domain.codebook import Codebook, Subtheme, Theme
from wsr.domain.coding import Decided, Stance
from wsr.domain.report import SubthemeReport, Tally, ThemeReport
from wsr.domain.search import Hit

EXAMPLES = 3
"""Examples of each sub-theme."""

_STRONGEST = 0.25
"""Examples are chosen among this share of the extracts, the strongest: variety is worth something, no weak example."""

_FEWEST = 12
"""They are chosen among so many at least."""

Scores = Mapping[tuple[str, str], Mapping[str, float]]
"""How strongly words speak for each code, by reference of the review and key of the extract."""

_FAIR_LENGTH = range(60, 321)
"""Characters in which an example can tell what was done, and can still be read at a glance."""


def themes_of(codebook: Codebook, extracts: Sequence[Hit], scores: Scores) -> tuple[ThemeReport, ...]:
    """
    What was found of each theme, in the order of the codebook.

    A theme counts identified practice; a sub-theme that a stance gives by itself counts that stance. No extract is
    an example of two sub-themes while there are others.
    """
    used: set[tuple[str, str]] = set()
    return tuple(_theme(theme, extracts, scores, used) for theme in codebook.themes)


def tally(extracts: Iterable[Hit]) -> Tally:
    """So many extracts in so many reviews."""
    found = list(extracts)
    return Tally(extracts=len(found), reviews=len({hit.reference for hit in found}))


def by_stance(extracts: Sequence[Hit]) -> dict[Stance, Tally]:
    """All stances in their order, each with its extracts."""
    return {stance: tally(hit for hit in extracts if hit.stance == stance) for stance in Stance}


def by_decision(extracts: Sequence[Hit], rejected: int) -> dict[Decided, int]:
    """How far people have come; rejected extracts are not among `extracts`."""
    return {state: sum(hit.decided == state for hit in extracts) for state in Decided} | {
        Decided.REJECTED: rejected
    }


def without_theme(extracts: Iterable[Hit]) -> Tally:
    """Identified practice in which nothing spoke for a theme."""
    return tally(hit for hit in extracts if hit.stance == Stance.IDENTIFIED and not hit.codes)


def examples(
    extracts: Iterable[Hit], scores: Scores, code: str | None = None, most: int = EXAMPLES
) -> tuple[Hit, ...]:
    """
    The strongest extracts for a code, varied: each of another review, of other types and years where there are any.

    Those that a person kept come first, then those whose words speak most strongly for the code (for any code when
    none is given), then those of a length that can be read at a glance.
    """
    ordered = sorted(extracts, key=lambda hit: _weakness(hit, scores, code))
    left = ordered[: max(_FEWEST, round(len(ordered) * _STRONGEST))]
    chosen: list[Hit] = []
    while left and len(chosen) < most:
        best = min(left, key=lambda hit: _repeats(hit, chosen))
        chosen.append(best)
        left = [hit for hit in left if hit.reference != best.reference]
    return tuple(chosen)


def others_than(themes: Iterable[ThemeReport], extracts: Iterable[Hit]) -> list[Hit]:
    """Those of some extracts that are no example of a theme."""
    shown = {(hit.slug, hit.key) for theme in themes for part in theme.subthemes for hit in part.examples}
    return [hit for hit in extracts if (hit.slug, hit.key) not in shown]


def _theme(theme: Theme, extracts: Sequence[Hit], scores: Scores, used: set[tuple[str, str]]) -> ThemeReport:
    own = {
        f"{theme.id}/{subtheme.id}": list(_of(subtheme, theme.id, extracts)) for subtheme in theme.subthemes
    }
    alone = [hit for hit in extracts if hit.stance == Stance.IDENTIFIED and theme.id in hit.codes]
    every = {(hit.slug, hit.key): hit for hits in (*own.values(), alone) for hit in hits}
    return ThemeReport(
        id=theme.id,
        name=theme.name,
        definition=theme.definition,
        found=tally(every.values()),
        codings=sum(map(len, own.values())) + len(alone),
        subthemes=tuple(
            _subtheme(subtheme, code, hits, scores, used)
            for subtheme, (code, hits) in zip(theme.subthemes, own.items(), strict=True)
        ),
    )


def _of(subtheme: Subtheme, theme: str, extracts: Iterable[Hit]) -> Iterator[Hit]:
    stance = subtheme.given_by_stance or Stance.IDENTIFIED
    return (hit for hit in extracts if hit.stance == stance and f"{theme}/{subtheme.id}" in hit.codes)


def _subtheme(
    subtheme: Subtheme, code: str, hits: Sequence[Hit], scores: Scores, used: set[tuple[str, str]]
) -> SubthemeReport:
    shown = examples([hit for hit in hits if (hit.slug, hit.key) not in used] or hits, scores, code)
    used |= {(hit.slug, hit.key) for hit in shown}
    return SubthemeReport(
        id=subtheme.id,
        name=subtheme.name,
        definition=subtheme.definition,
        found=tally(hits),
        examples=shown,
    )


def _weakness(hit: Hit, scores: Scores, code: str | None) -> tuple[bool, float, bool, str]:
    """Ties are broken by the key, which is by chance but stays."""
    own = scores.get((hit.reference, hit.key), {})
    score = max(own.values(), default=0.0) if code is None else own.get(code, 0.0)
    return hit.decided != Decided.KEPT, -score, len(hit.text) not in _FAIR_LENGTH, hit.key


def _repeats(hit: Hit, chosen: Sequence[Hit]) -> int:
    """How much of what tells reviews apart an example has in common with those chosen; ties go to the stronger."""
    return 2 * any(hit.review_type == other.review_type for other in chosen) + any(
        hit.year == other.year for other in chosen
    )
