"""Recommendations that mean what a draft means, also where they share no words with it; and what is left to words."""

from collections.abc import Sequence
from functools import cache

import numpy as np
import pytest

from tests.learning.models import make_model
from wsr.learning.asking import Asking
from wsr.learning.embedding import SentenceModel, Sentences, Vectors, open_model
from wsr.learning.meaning import MeaningRanker, reads
from wsr.learning.ranker import LexicalRanker
from wsr.vocabulary.wordings import wordings

ASKED = "Wardens must polish lanterns nightly."
AGAIN = "Custodians shall burnish lamps daily."
LOOK_ALIKE = "Custodians shall burnish reputations."
WELSH = "Dylai practisau meddygon teulu nodi plant na ddaethpwyd â nhw i apwyntiadau."
SLEEP = "Midwives and health visitors should give safer sleep advice to fathers as well as mothers."
HELD = (ASKED, SLEEP, WELSH)
SAME = ("wardens custodians", "polish burnish", "lanterns lamps", "must shall", "nightly daily")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> SentenceModel:
    """A small one that knows which words mean the same."""
    return open_model(make_model(tmp_path_factory.mktemp("model"), (*HELD, AGAIN, LOOK_ALIKE), SAME))


def ranker_of(model: SentenceModel, texts: Sequence[str]) -> MeaningRanker:
    """A ranker of texts, of which the Welsh ones have no vector."""
    found: list[Vectors | None] = [model.vectors([text])[0] if reads(text) else None for text in texts]
    return MeaningRanker(texts, found, model, asking_of(model))


@cache
def asking_of(model: Sentences) -> Asking:
    """What is learnt for a model."""
    vectors = model.vectors([text for request in wordings() for text in request])
    return Asking(vectors, [len(request) for request in wordings()])


def test_a_request_in_other_words_altogether_is_found_and_said_to_be(model: SentenceModel) -> None:
    """By words nothing is found; the reason does not claim words that are not shared."""
    assert [] == LexicalRanker(HELD).rank(AGAIN)
    (found,) = ranker_of(model, HELD).rank(AGAIN)

    assert 0 == found.index
    assert () == found.because
    assert found.meaning is not None
    assert found.meaning.alone
    assert "alike in meaning (1.00) though few words are shared" == str(found.meaning)


def test_the_same_words_are_first_and_keep_their_reasons(model: SentenceModel) -> None:
    """Meaning is one more reason, and not the only one."""
    (found,) = ranker_of(model, HELD).rank(SLEEP)

    assert 1 == found.index
    assert found.score > 0.8
    assert "fathers and men in the household" in {each.family for each in found.because}
    assert found.meaning is not None
    assert "alike in meaning (1.00)" == str(found.meaning)


def test_a_text_is_alike_to_itself_whatever_it_is_about(model: SentenceModel) -> None:
    """Also where it has no word of any family, and in either language."""
    for place, text in enumerate(HELD):
        assert (place, 1.0) == next((each.index, each.score) for each in ranker_of(model, HELD).rank(text))


def test_what_prints_the_same_words_is_below_what_means_the_same(model: SentenceModel) -> None:
    """That the words are printed again says nothing of the meaning."""
    found = ranker_of(model, (LOOK_ALIKE, ASKED)).rank(AGAIN)

    assert 1 == found[0].index


def test_nothing_is_offered_where_nothing_is_alike(model: SentenceModel) -> None:
    """Nor for words that the model does not know, nor for none."""
    ranker = ranker_of(model, HELD)

    assert [] == ranker.rank("Bus drivers should use the ramps of new vehicles.")
    assert [] == ranker.rank("Zqx.")
    assert [] == ranker.rank("…")
    assert [] == ranker_of(model, ()).rank(ASKED)


def test_texts_in_welsh_are_ranked_by_their_words(model: SentenceModel) -> None:
    """A model of English sentences says nothing of them, whichever of the two is Welsh."""
    (found,) = ranker_of(model, HELD).rank(WELSH)

    assert 2 == found.index
    assert found.meaning is None
    assert found.because
    assert all(each.index != 2 for each in ranker_of(model, HELD).rank(AGAIN))


def test_what_has_no_vector_is_offered_when_its_words_would_open_a_list(model: SentenceModel) -> None:
    """As by words alone, where none of the texts has one."""
    texts = (ASKED, SLEEP)
    drafts = (
        "Tell dads where babies should sleep: safer sleeping is for health visitors.",
        AGAIN,
        "Fathers.",
    )
    without = MeaningRanker(texts, [None, None], model, asking_of(model))

    for draft in drafts:
        assert [each.index for each in LexicalRanker(texts).rank(draft)] == [each.index for each in without.rank(draft)]  # fmt: skip


def test_scores_are_between_nothing_and_one_and_in_order(model: SentenceModel) -> None:
    """Whatever is added up."""
    scores = [each.score for each in ranker_of(model, (SLEEP, SLEEP, ASKED, AGAIN)).rank(SLEEP)]

    assert sorted(scores, reverse=True) == scores
    assert all(0 < score <= 1 for score in scores)


def test_what_repeats_is_told_by_words(model: SentenceModel) -> None:
    """Groups are made of what words say, whichever ranker lists are made by."""
    texts = (SLEEP, SLEEP + " Nightly.", ASKED, AGAIN)
    by_words = LexicalRanker(texts)

    assert by_words.likeness() == ranker_of(model, texts).likeness() != {}
    assert by_words.shared((0, 1)) == ranker_of(model, texts).shared((0, 1)) != ()


def test_a_nearness_is_the_same_with_a_model_that_puts_everything_near(model: SentenceModel) -> None:
    """What sentences have in common with such a model says nothing, and is taken off."""

    class Nearer:
        """Adds the same to every vector."""

        def __init__(self) -> None:
            self.unrelated = 0.6 + 0.4 * model.unrelated

        def vectors(self, texts: Sequence[str]) -> Vectors:
            """Longer by one number, which is the same for all."""
            own = model.vectors(texts) * np.sqrt(0.4)
            return np.hstack([own, np.full((len(texts), 1), np.sqrt(0.6))]).astype(np.float32)

    other = Nearer()
    nearer = MeaningRanker(HELD, [other.vectors([text])[0] for text in HELD], other, asking_of(other))
    plain = MeaningRanker(HELD, [model.vectors([text])[0] for text in HELD], model, asking_of(model))
    draft = "Custodians shall burnish lamps."
    first, second = plain.rank(draft), nearer.rank(draft)

    assert [each.index for each in first] == [each.index for each in second] != []
    assert [each.score for each in second] == pytest.approx([each.score for each in first], abs=0.002)
