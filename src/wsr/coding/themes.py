"""
Which codes of a codebook a text speaks for, by weighted cues; where nothing speaks, none.

    frames seen | weighed: the heaviest in full, each further one by less | with what the theme lends
                | the best, and those close to it
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from wsr.domain.codebook import Codebook
from wsr.domain.coding import Coding, Reason, Stance
from wsr.language.frames import Seen
from wsr.vocabulary.codebooks import cue_frames

_FURTHER = 0.7
"""What each further cue for the same code counts, of the one before it."""

_REPEATED = 0.5
"""What a cue counts when all its words have been counted for the same code."""

_NEIGHBOUR = 0.2
"""What the best other code of its theme lends to a code: two that speak for one theme make it likelier."""

_LATER = 0.7
"""What a code loses whose words stand a whole text after those of another: what is told first is the subject."""

_MAIN = 0.75
"""How near to its heaviest cue another must come to say where a code stands."""

_AT_MOST = 3

_SHOWN = 5
"""How many reasons are shown for a code at most."""

_HALF = 2.0
"""The weight at which a score is one half: a score says how strongly the words speak, from 0 to 1."""

_Code = tuple[str, str]


class _Evidence(NamedTuple):
    weight: float
    seen: Seen


class ThemeCoder:
    """A codebook, ready to code texts."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self._frames = cue_frames(codebook)
        self._weights: dict[str, tuple[_Code, float]] = {}
        for theme, subtheme in codebook.codes():
            code = (theme.id, subtheme.id if subtheme else "")
            for number, cue in enumerate((subtheme or theme).cues):
                self._weights["/".join((*code, str(number)))] = code, cue.weight
        self._rank = {code: number for number, code in enumerate(_codes(codebook))}
        self._by_stance = [
            (theme.id, subtheme.id, subtheme.given_by_stance)
            for theme, subtheme in codebook.codes()
            if subtheme is not None and subtheme.given_by_stance
        ]

    def codes(self, text: str, stance: Stance) -> tuple[Coding, ...]:
        """
        The codes that the words speak for, best first, each with its score and those words; empty for none.

        One to three of them; what the stance gives by itself comes last, as strong as the weakest before it: how
        strongly words speak for its subject tells one suggestion from another, the stance does not.
        """
        evidence: dict[_Code, list[_Evidence]] = {}
        for seen in self._frames.find(text):
            code, weight = self._weights[seen.id]
            evidence.setdefault(code, []).append(_Evidence(weight, seen))
        weights = _with_neighbours(
            {
                code: weight
                for code, found in evidence.items()
                if (weight := _weighed(found)) >= self.codebook.speaks_from
            }
        )
        chosen = {code: weights[code] for code in self._chosen(weights)}
        places = {code: _place(evidence[code], text) for code in chosen}
        coded = tuple(
            Coding(
                theme=code[0],
                subtheme=code[1] or None,
                score=_score(weight),
                because=_reasons(text, evidence[code]),
            )
            for code, weight in _told_first(chosen, places).items()
        )
        score = min((one.score for one in coded), default=_score(self.codebook.speaks_from))
        return coded + tuple(_given(self._by_stance, stance, score))

    def _chosen(self, weights: dict[_Code, float]) -> list[_Code]:
        """The heaviest code and those close enough to it; codes of equal weight in the codebook's order."""
        speaking = sorted(weights, key=lambda code: (-weights[code], self._rank[code]))
        return [
            code
            for number, code in enumerate(speaking[:_AT_MOST])
            if number == 0 or weights[code] >= self.codebook.close[number - 1] * weights[speaking[0]]
        ]


def _codes(codebook: Codebook) -> Iterator[_Code]:
    for theme, subtheme in codebook.codes():
        yield theme.id, subtheme.id if subtheme else ""


def _weighed(evidence: Iterable[_Evidence]) -> float:
    """What all the evidence for a code comes to: the heaviest in full, each further piece by less."""
    total, share = 0.0, 1.0
    counted: set[int] = set()
    for weight, seen in sorted(evidence, key=_heaviest_first):
        if weight < 0:
            total += weight
            continue
        total += weight * share * (_REPEATED if seen.words <= counted else 1.0)
        counted |= seen.words
        share *= _FURTHER
    return total


def _told_first(weights: Mapping[_Code, float], places: Mapping[_Code, float]) -> dict[_Code, float]:
    """The weights, heaviest first, where a code loses by standing later in the text than another."""
    told = {
        code: weight * (1 - _LATER * (places[code] - min(places.values())))
        for code, weight in weights.items()
    }
    return dict(sorted(told.items(), key=lambda one: -one[1]))


def _place(evidence: Sequence[_Evidence], text: str) -> float:
    """Where the first of a code's main cues stands: from 0, at the beginning of the text, to 1, at its end."""
    heaviest = max(weight for weight, _ in evidence)
    return min(seen.stretches[0][0] for weight, seen in evidence if weight >= _MAIN * heaviest) / len(text)


def _with_neighbours(speaking: Mapping[_Code, float]) -> dict[_Code, float]:
    """The codes that speak, each with what it has by itself and what its theme lends it."""
    return {
        code: weight
        + _NEIGHBOUR
        * max((w for other, w in speaking.items() if other[0] == code[0] and other != code), default=0.0)
        for code, weight in speaking.items()
    }


def _heaviest_first(evidence: _Evidence) -> tuple[float, str]:
    return -evidence.weight, evidence.seen.id


def _score(weight: float) -> float:
    return round(weight / (weight + _HALF), 3)


def _reasons(text: str, evidence: list[_Evidence]) -> tuple[Reason, ...]:
    """The words that spoke for a code, the weightiest first; what lies within words shown before is left out."""
    shown: list[Reason] = []
    told: list[tuple[int, int]] = []
    for weight, seen in sorted(evidence, key=_heaviest_first):
        new = [one for one in seen.stretches if not any(a <= one[0] and one[1] <= b for a, b in told)]
        if weight > 0 and new and len(shown) < _SHOWN:
            words = " … ".join(text[start:end] for start, end in seen.stretches)
            shown.append(Reason(rule="cue", words=words))
            told += new
    return tuple(shown)


def _given(by_stance: list[tuple[str, str, Stance]], stance: Stance, score: float) -> Iterator[Coding]:
    for theme, subtheme, wanted in by_stance:
        if wanted is stance:
            because = (Reason(rule="stance", words=stance.value),)
            yield Coding(theme=theme, subtheme=subtheme, score=score, because=because)
