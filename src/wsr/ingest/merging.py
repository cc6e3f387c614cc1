"""The recommendations of a review's documents, each once with all the places that print it. Pure."""

from collections.abc import Iterable, Sequence

from wsr.domain.kinds import Language, Role
from wsr.domain.passages import Place, Recommendation
from wsr.ingest.facts.recommendations.merging import repeats, similarity
from wsr.language.keys import passage_keys

_RETELLING = frozenset({Role.BRIEFING, Role.LETTER, Role.OTHER})
"""Documents that retell recommendations in other words: they add places, and items only when they are alone."""


def merge_recommendations(
    documents: Sequence[tuple[Role, Language, Sequence[Recommendation]]],
) -> tuple[Recommendation, ...]:
    """
    The recommendations of documents in reading order, merged within each language, renumbered r1, r2 …

    The first document's wording stands; what a summary or an action plan repeats adds its places, the fullest
    first. Two of one document are never merged. Keys are made anew over the whole, so that equal texts differ.
    """
    merged = [
        one for language in Language for one in _of_language([d for d in documents if d[1] is language])
    ]
    keys = passage_keys(one.text for one in merged)
    return tuple(
        one.model_copy(update={"id": f"r{number}", "key": key})
        for number, (one, key) in enumerate(zip(merged, keys, strict=True), start=1)
    )


def _of_language(
    documents: Iterable[tuple[Role, Language, Sequence[Recommendation]]],
) -> list[Recommendation]:
    merged: list[Recommendation] = []
    for role, _, recommendations in documents:
        before = len(merged)
        taken: set[int] = set()
        for one in recommendations:
            at = _repeated(one, merged[:before], taken)
            if at is not None:
                taken.add(at)
                merged[at] = _with_places(merged[at], one.places)
            elif role not in _RETELLING or before == 0:
                merged.append(one)
    return merged


def _repeated(one: Recommendation, earlier: Sequence[Recommendation], taken: set[int]) -> int | None:
    fitting = [
        at
        for at, other in enumerate(earlier)
        if at not in taken
        and repeats(one.text, other.text, same_number=one.label is not None and one.label == other.label)
    ]
    return max(fitting, key=lambda at: similarity(one.text, earlier[at].text), default=None)


def _with_places(one: Recommendation, places: Iterable[Place]) -> Recommendation:
    return one.model_copy(update={"places": tuple(dict.fromkeys((*one.places, *places)))})
