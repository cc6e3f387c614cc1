"""What asks the same is told apart from what is on the same subject, learnt from wordings that were never compared."""

import numpy as np
import pytest

from wsr.learning.asking import Asking
from wsr.learning.embedding import Vectors

SUBJECTS, REQUESTS, NUMBERS = 60, 5, 48
MANNERS = 3


def imagined(seed: int) -> tuple[Vectors, list[int], list[int]]:
    """
    Wordings as a model sees them, how many each request has, and the subject of each request.

    Most of a vector is its subject, some is its manner (as a board, a practitioner or a relative says it), and little
    is what is asked.
    """
    rng = np.random.default_rng(seed)
    fixed = np.random.default_rng(1)
    asked_in = fixed.normal(size=(12, NUMBERS))
    manners = fixed.normal(size=(MANNERS, NUMBERS))
    rows, of = [], []
    for subject in range(SUBJECTS):
        about = rng.normal(size=NUMBERS) * 1.6
        about -= asked_in.T @ np.linalg.lstsq(asked_in.T, about, rcond=None)[0]
        for _ in range(REQUESTS):
            asks = rng.normal(size=12) @ asked_in * 0.25
            rows += [about + asks + manner + rng.normal(size=NUMBERS) * 0.2 for manner in manners]
            of.append(subject)
    vectors = np.array(rows)
    return (
        (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32),
        [MANNERS] * len(of),
        of,
    )


@pytest.fixture(scope="module")
def asking() -> Asking:
    """Learnt from requests that are not asked about."""
    vectors, sizes, _ = imagined(seed=2)
    return Asking(vectors, sizes)


def right_first(scores: "np.ndarray[tuple[int], np.dtype[np.float64]]", own: int) -> bool:
    """Whether another wording of a request has more than every wording of others."""
    request = np.arange(len(scores)) // MANNERS
    mine = request == own // MANNERS
    mine[own] = False
    return bool(scores[mine].max() > scores[request != own // MANNERS].max())


def test_another_wording_is_told_from_what_is_on_the_same_subject(asking: Asking) -> None:
    """Far more often than nearness tells it, in requests that were not learnt from."""
    vectors, _, _ = imagined(seed=3)
    some = range(0, len(vectors), 7)
    learnt = sum(right_first(asking.of(vectors[own], vectors), own) for own in some)
    near = sum(right_first((vectors @ vectors[own]).astype(np.float64), own) for own in some)

    assert learnt > 0.8 * len(some)
    assert learnt > 1.3 * near


def test_likelihoods_are_between_none_and_all_and_highest_for_a_text_itself(asking: Asking) -> None:
    """Two texts that differ in nothing ask the same."""
    vectors, _, _ = imagined(seed=4)
    found = asking.of(vectors[0], vectors)

    assert ((found > 0) & (found < 1)).all()
    assert found[0] > np.median(found)


def test_what_is_learnt_is_the_same_every_time(asking: Asking) -> None:
    """Nothing is left to chance."""
    vectors, sizes, _ = imagined(seed=2)

    assert (asking.of(vectors[5], vectors) == Asking(vectors, sizes).of(vectors[5], vectors)).all()


def test_vectors_that_tell_nothing_do_no_harm() -> None:
    """A model may give one vector for all that it does not know."""
    same = np.ones((9, 4), np.float32) / 2
    found = Asking(same, [3, 3, 3]).of(same[0], same)

    assert np.isfinite(found).all()
    assert len(set(found.tolist())) == 1
