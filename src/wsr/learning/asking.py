"""
Whether two texts ask the same, told from their vectors; learnt for a model from requests in several wordings.

    vectors | what varies between wordings of a request divided out, what tells requests apart kept | pairs of texts
    | logistic regression -> how likely two texts are wordings of one request

A model of sentences puts two requests on one subject as near each other as two wordings of one. What the wordings of a
request share, against other requests on its subject, is what asks the same.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wsr.learning.embedding import Vectors
from wsr.learning.scores import Scores

Numbers = NDArray[np.float64]

DIRECTIONS = 128
"""Directions of the vectors that are kept: those that tell requests apart most. Between 96 and 256 all did as well."""
_EVEN = 1.0
"""How much every direction is taken to vary between wordings beside what was seen, against the mean of that."""
_NEAREST = 6
"""Of each wording the nearest ones of other requests are learnt from, since these are what it is taken for,"""
_OTHERS = 4
"""and some that are no nearer than any."""
_RIDGE = 300.0
"""Keeps the weights of the regression small; between 100 and 1,000 all did as well."""
_STEPS = 25
_DOUBT = 2.0
"""What the logarithms of odds are divided by: pairs at hand differ more than those that were learnt from."""


class _Map(NamedTuple):
    """From vectors to what tells requests apart."""

    centre: Numbers
    matrix: Numbers

    def of(self, vectors: Vectors) -> Numbers:
        """Rows of length 1."""
        mapped = (vectors - self.centre) @ self.matrix
        lengths = np.linalg.norm(mapped, axis=1, keepdims=True)
        return np.asarray(mapped / np.maximum(lengths, 1e-9), np.float64)


class Asking:
    """What was learnt for one model."""

    def __init__(self, vectors: Vectors, sizes: Sequence[int]) -> None:
        """
        Args:
            vectors: of the wordings, those of a request together; of one model, and so are all that are compared.
            sizes: how many wordings each request has, in their order.
        """
        request = np.repeat(np.arange(len(sizes)), sizes)
        self._map = _map(vectors, request)
        mapped = self._map.of(vectors)
        same, other = _pairs(vectors @ vectors.T + mapped @ mapped.T, request)
        told = np.concatenate([_compared(mapped[one], mapped[two]) for one, two in (same, other)])
        asks = np.repeat([1.0, 0.0], [len(same[0]), len(other[0])])
        weight = np.where(asks == 1.0, len(other[0]) / max(1, len(same[0])), 1.0)
        self._weights = _regressed(told, asks, weight)

    def of(self, draft: Vectors, texts: Vectors) -> Scores:
        """How likely each text asks what a draft does, 0 to 1, given their vectors."""
        compared = _compared(self._map.of(draft[None]), self._map.of(texts))
        return np.asarray(_likely(compared @ self._weights / _DOUBT), np.float64)


def _map(vectors: Vectors, request: NDArray[np.int64]) -> _Map:
    """Within-class covariance divided out, then the directions in which the means of requests differ most."""
    centre = vectors.mean(axis=0).astype(np.float64)
    held = vectors - centre
    counts = np.bincount(request)
    means = np.stack([np.bincount(request, weights=column) / counts for column in held.T], axis=1)
    apart = held - means[request]
    within = apart.T @ apart / len(held)
    within += np.eye(len(within)) * (_EVEN * np.trace(within) / len(within) + 1e-6)
    spread, axes = np.linalg.eigh(within)
    even = (axes / np.sqrt(spread)) @ axes.T
    telling = np.linalg.eigh(np.cov((means @ even).T))[1][:, -DIRECTIONS:]
    return _Map(centre, even @ telling)


_Places = tuple[NDArray[np.int64], NDArray[np.int64]]


def _pairs(near: Numbers, request: NDArray[np.int64]) -> tuple[_Places, _Places]:
    """The places of pairs of wordings of one request, and of pairs of two: the nearest, and some others."""
    one, two = np.nonzero(np.triu(request[:, None] == request, 1))
    other = np.array(list(_apart(near, request)), dtype=np.int64).reshape(-1, 2)
    return (one, two), (other[:, 0], other[:, 1])


def _apart(near: Numbers, request: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    number = len(request)
    for place, row in enumerate(near):
        others = np.where(request == request[place], -np.inf, row)
        nearest = np.argpartition(-others, min(_NEAREST, number - 1))[:_NEAREST]
        further = ((place + step * number // (_OTHERS + 1)) % number for step in range(1, _OTHERS + 1))
        for other in (*nearest.tolist(), *further):
            if request[other] != request[place]:
                yield place, other


def _compared(one: Numbers, other: Numbers) -> Numbers:
    """What is learnt from of pairs of rows: where they agree, where they differ, and that they are a pair."""
    scale = np.sqrt(one.shape[1])
    agree = one * other * scale
    return np.concatenate([agree, np.abs(one - other) * scale, np.ones((len(agree), 1))], axis=1)


def _regressed(told: Numbers, asks: Numbers, weight: Numbers) -> Numbers:
    """The weights of a logistic regression, by Newton's steps."""
    weights = np.zeros(told.shape[1])
    for _ in range(_STEPS):
        likely = _likely(told @ weights)
        slope = told.T @ (weight * (asks - likely)) - _RIDGE * weights
        curve = (told * (weight * likely * (1.0 - likely))[:, None]).T @ told + _RIDGE * np.eye(len(weights))
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-4:
            break
    return weights


def _likely(odds: Numbers) -> Numbers:
    return 1.0 / (1.0 + np.exp(-odds))
