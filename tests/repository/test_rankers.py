"""By words without a model; by meaning with one, once it has read what there is, and never while a reader waits."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.learning.models import make_model
from tests.making import a_parsed_document, a_recommendation
from tests.web.shelf import hold
from wsr.domain.claims import Claim
from wsr.domain.dates import PartialDate
from wsr.domain.kinds import ClaimSource, Language
from wsr.domain.learning import Answer, RankedBy
from wsr.errors import SettingsError
from wsr.learning.meaning import MeaningRanker
from wsr.learning.ranker import LexicalRanker
from wsr.repository.learning import answer
from wsr.repository.rankers import FEW
from wsr.repository.repository import Repository
from wsr.settings import Settings

ASKED = "Wardens must polish lanterns nightly."
DRAFT = "Custodians shall burnish lamps daily."
SAME = ("wardens custodians", "polish burnish", "lanterns lamps", "must shall", "nightly daily")
OTHERS = tuple(f"Bridge {n} should be painted in its own colour." for n in range(FEW + 70))


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A folder with a small model."""
    return make_model(tmp_path / "small", (ASKED, DRAFT, *OTHERS), SAME)


def put(repository: Repository, reference: str, asked: Sequence[str], date: str = "2012-05-17") -> None:
    """A review with these recommendations."""
    made = tuple(a_recommendation(n, text) for n, text in enumerate(asked, 1))
    dated = Claim(field="publication_date", value=date, source=ClaimSource.MANIFEST)
    hold(repository, reference, a_parsed_document("It was so.", recommendations=made), claims=[dated])


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder with few recommendations; one is in Welsh."""
    with Repository.open(Settings(home=tmp_path / "home")) as repository:
        put(repository, "CPR2012-W01", (ASKED, OTHERS[0]))
    return tmp_path / "home"


@pytest.fixture
def repository(home: Path, model: Path) -> Iterator[Repository]:
    """The same with the model named, which has read what is learnt from."""
    with Repository.open(Settings(home=home, sentence_model=model)) as opened:
        opened.alike.rankers.prepare(())
        yield opened


def read_whole(repository: Repository) -> Answer:
    """The answer to the draft when nothing waits any more."""
    found = answer(repository, DRAFT)
    if reading := repository.alike.rankers._reading:
        reading.join(timeout=60)
    return answer(repository, DRAFT) if found.by.waiting else found


def test_without_a_model_words_tell(home: Path) -> None:
    """Nothing names a model then, and no vector is made."""
    with Repository.open(Settings(home=home)) as repository:
        repository.alike.rankers.check()
        found = answer(repository, DRAFT)

        assert ((), RankedBy()) == (found.earlier, found.by)
        assert isinstance(repository.alike.now().recommendations.ranker, LexicalRanker)
    assert not (home / "vectors").exists()


def test_with_a_model_what_means_the_same_is_found_and_the_model_is_named(
    repository: Repository, model: Path
) -> None:
    """A few texts are read at once."""
    found = answer(repository, DRAFT)
    (each,) = found.earlier

    assert ASKED == each.text
    assert "alike in meaning (1.00) though few words are shared" in map(str, each.reasons)
    assert ("small", 0, 64) == (found.by.model, found.by.waiting, len(found.by.sha256))


def test_dates_hold_for_what_is_found_by_meaning(repository: Repository) -> None:
    """As for all else."""
    assert () == answer(repository, DRAFT, before=PartialDate.parse("2012-05-17")).earlier
    assert answer(repository, DRAFT, before=PartialDate.parse("2012-05-18")).earlier


def test_many_texts_are_read_in_the_background_and_words_tell_until_then(repository: Repository) -> None:
    """The reader who asks first does not wait, and is told."""
    put(repository, "CPR2013-W01", OTHERS, "2013-01-01")
    first = answer(repository, DRAFT)
    assert first.by.waiting > FEW
    assert () == first.earlier
    then = read_whole(repository)

    assert 0 == then.by.waiting
    assert ASKED == then.earlier[0].text


def test_vectors_are_kept_from_one_process_to_the_next(
    repository: Repository, home: Path, model: Path
) -> None:
    """What was prepared is not read again; deleting it is no harm."""
    put(repository, "CPR2013-W01", OTHERS, "2013-01-01")
    read: list[str] = []

    def watched(texts: Sequence[str]) -> Iterator[str]:
        for text in texts:
            read.append(text)
            yield text

    repository.alike.now().prepare(watched)
    assert set(OTHERS) | {ASKED} == set(read)
    with Repository.open(Settings(home=home, sentence_model=model)) as again:
        assert 0 == answer(again, DRAFT).by.waiting
        again.alike.now().prepare(watched)
    assert len(read) == len(set(read))
    for path in (home / "vectors").iterdir():
        path.unlink()
    with Repository.open(Settings(home=home, sentence_model=model)) as anew:
        assert answer(anew, DRAFT).by.waiting > FEW


def test_a_change_of_the_index_is_followed(repository: Repository) -> None:
    """New texts that are few are read when they are asked about."""
    assert 1 == len(answer(repository, DRAFT).earlier)
    put(repository, "CPR2013-W01", (DRAFT.replace("daily", "nightly"),), "2013-01-01")

    assert 2 == len(answer(repository, DRAFT).earlier)


def test_a_text_in_welsh_is_not_read(repository: Repository) -> None:
    """It is ranked by its words, and never waits."""
    welsh = a_recommendation(1, "Dylai practisau meddygon teulu nodi plant nad ydynt wedi dod.")
    parsed = a_parsed_document(
        "Yr oedd hi.",
        language=Language.CY,
        page_languages=(Language.CY,),
        recommendations=(welsh,),
    )
    hold(repository, "CPR2014-W01", parsed)
    read: list[str] = []
    repository.alike.now().prepare(lambda texts: read.extend(texts) or texts)  # type: ignore[func-returns-value]

    assert sorted((ASKED, OTHERS[0])) == sorted(read)
    assert isinstance(repository.alike.now().recommendations.ranker, MeaningRanker)


def test_closing_ends_reading_and_keeps_what_was_read(home: Path, model: Path) -> None:
    """Whoever stops the server does not wait for all texts."""
    with Repository.open(Settings(home=home, sentence_model=model)) as repository:
        put(repository, "CPR2013-W01", OTHERS, "2013-01-01")
        answer(repository, DRAFT)
        reading = repository.alike.rankers._reading
    assert reading is None or not reading.is_alive()


def test_a_model_that_cannot_be_used_is_an_error_and_not_silence(home: Path, model: Path) -> None:
    """When it is looked at, and when somebody asks."""
    (model / "model.onnx").write_bytes(b"no")
    with Repository.open(Settings(home=home, sentence_model=model)) as repository:
        with pytest.raises(SettingsError, match="WSR_SENTENCE_MODEL"):
            repository.alike.rankers.check()
        with pytest.raises(SettingsError, match="no model of sentences"):
            answer(repository, DRAFT)
