"""
Which earlier recommendations mean much the same as a draft: a model of sentences beside the families of words.

A model puts texts near each other also because they print the same words; what the nearness says beyond that is the
meaning. The words that both print are therefore taken off, and what both are about, as families tell it
(wsr.learning.ranker), is added. Where what asks the same is sought, how likely two texts do so
(wsr.learning.asking) counts beside their nearness. What is nearly the same text is alike whatever it is about.
Nearness is counted from what sentences on different subjects have with the same model (0) to that of a sentence and
itself (1), so that one set of bounds serves for several models.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from wsr.domain.kinds import Language
from wsr.domain.learning import Alike, Meaning
from wsr.language.detect import language_of
from wsr.learning.asking import Asking
from wsr.learning.embedding import Sentences, Vectors
from wsr.learning.ranker import BY_WORDS, LexicalRanker, Prepared
from wsr.learning.scores import Bounds, Scores, Sought, repeats, surplus

BY_MEANING = {
    Sought.REQUEST: Bounds(opens=0.52, further=0.3, same_words=0.6),
    Sought.SUBJECT: Bounds(opens=0.54, further=0.25, same_words=0.0),
}
"""Chosen on the development sets of benchmarks/learning_sets: at most 5 in 100 drafts without an answer open a list."""

_MEANING = 0.8
"""What nearness counts, or with what it is mixed."""
_ASKING = 0.6
"""The part of that which is how likely a text asks the same, where that is sought."""
_SUBJECTS = 0.7
"""What the root of how far the subject is shared counts, which is small where little is."""

_TELLING = 0.3
"""Nearness that is named as a reason."""
_FEW = 0.06
"""A lexical score below this says that few words are shared."""


class MeaningRanker:
    """Ranks by meaning and by words."""

    def __init__(
        self, texts: Iterable[str], vectors: Sequence[Vectors | None], model: Sentences, asking: Asking
    ) -> None:
        """
        Args:
            texts: what is ranked.
            vectors: of each text, or None for one that the model does not read, such as a text in Welsh: it is
                ranked by its words.
            model: tells the vector of a draft.
            asking: tells what asks the same, learnt for this model.
        """
        self._lexical = LexicalRanker(texts)
        self._model = model
        self._asking = asking
        self._read = np.array([vector is not None for vector in vectors], dtype=bool)
        held = [vector for vector in vectors if vector is not None]
        self._vectors = np.stack(held) if held else np.zeros((0, 1), np.float32)

    def rank(self, draft: str, sought: Sought = Sought.REQUEST) -> list[Alike]:
        """
        The texts that are like a draft, best first, then in the order in which they came; empty when none is.

        A draft in Welsh is ranked by its words.
        """
        asked = self._lexical.prepared(draft)
        subjects = self._lexical.subjects(asked)
        near, asks = self._near(draft)
        means = _ASKING * asks + (1 - _ASKING) * near if sought is Sought.REQUEST else near
        scores = self._scores(asked, sought, subjects, means, repeats(near))
        return [
            Alike(
                index=index,
                score=float(scores[index]),
                because=self._lexical.because(asked, index),
                meaning=_meaning(float(near[index]), float(subjects[index])),
            )
            for index in BY_MEANING[sought].offered(scores)
        ]

    def likeness(self) -> dict[tuple[int, int], float]:
        """How alike pairs of the texts are by their words, by their places, the lower first."""
        return self._lexical.likeness()

    def shared(self, places: Iterable[int]) -> tuple[str, ...]:
        """What all of these texts are about, in a few words each; may be empty."""
        return self._lexical.shared(places)

    def _near(self, draft: str) -> tuple[Scores, Scores]:
        """
        How near each text is to the draft, at most 1, and how likely it asks the same.

        Not a number for texts that the model does not read, and for all where it does not read the draft.
        """
        near = np.full(len(self._read), np.nan)
        asks = near.copy()
        if self._read.any() and reads(draft):
            vector = self._model.vectors([draft])[0]
            near[self._read] = (self._vectors @ vector - self._model.unrelated) / (1 - self._model.unrelated)
            asks[self._read] = self._asking.of(vector, self._vectors)
        return near, asks

    def _scores(
        self, asked: Prepared, sought: Sought, subjects: Scores, means: Scores, repeated: Scores
    ) -> Scores:
        """How alike each text is, 0 to 1; those without a vector open a list when they would open one by words."""
        bounds = BY_MEANING[sought]
        printed = bounds.same_words * surplus(self._lexical.same_words(asked))
        scores = np.maximum(_MEANING * means + _SUBJECTS * np.sqrt(subjects) - printed, repeated)
        unread = np.isnan(means)
        if unread.any():
            by_words = self._lexical.scores(asked, sought) * bounds.opens / BY_WORDS[sought].opens
            scores = np.where(unread, by_words, scores)
        return scores.clip(0.0, 1.0).round(3)


def reads(text: str, language: str | None = None) -> bool:
    """Whether the vector of a text is of use; models of English sentences do not read Welsh."""
    return (language or language_of(text)) != Language.CY


def _meaning(near: float, lexical: float) -> Meaning | None:
    if not near >= _TELLING:
        return None
    return Meaning(nearness=round(min(near, 1.0), 2), alone=lexical < _FEW)
