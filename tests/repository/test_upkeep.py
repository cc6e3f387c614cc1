"""What breaks is noticed, named, and put right from the store."""

import shutil
from pathlib import Path

import pytest

from tests.pdfs import make_review
from tests.repository.shelf import take_in
from wsr.domain.search import SearchQuery
from wsr.errors import Busy, IndexUnavailable, ReviewNotFound, StoreError
from wsr.repository import upkeep
from wsr.repository.lock import writing
from wsr.repository.repository import Repository


def two(folder: Path) -> None:
    """Two reviews, taken in."""
    for number in (1, 2):
        words = f"The nurse visited {number} times in the week after the birth."
        path = folder / "arrivals" / f"CPR2019-W9{number}.pdf"
        make_review(path, subject=f"Re: Child {number}", analysis=(words,))
    take_in(folder)


BEGINNING = two


@pytest.fixture
def held(repository: Repository) -> Repository:
    """A repository with the two."""
    return repository


def _kinds(repository: Repository) -> list[str]:
    return [difference.kind for difference in upkeep.verify(repository)]


def test_a_clean_repository_has_no_differences(held: Repository) -> None:
    """There is no false alarm."""
    assert [] == _kinds(held)


def test_every_damage_to_files_is_named(held: Repository) -> None:
    """A flipped byte, a lost file and a stray one are each found."""
    first, second = held.files
    content = bytearray(first.read_bytes())
    content[len(content) // 2] ^= 1
    first.write_bytes(bytes(content))
    second.unlink()
    (first.parent / "stray").write_text("left", encoding="utf-8")

    assert ["changed_file", "missing_file", "stray_file"] == sorted(_kinds(held))


def test_a_lost_index_is_rebuilt_at_the_next_start_and_never_answers_short(held: Repository) -> None:
    """Without its index the repository says why it cannot search, still shows reviews, and recovers by itself."""
    shutil.rmtree(held.settings.home / "index")
    with Repository.open(held.settings) as again:
        with pytest.raises(IndexUnavailable):
            again.search(SearchQuery(text="nurse"))
        assert "CPR2019-W91" == again.review("cpr2019-w91").reference
        assert ["index_unusable"] == _kinds(again)

        upkeep.recover(again)

        assert 2 == again.search(SearchQuery(text="nurse")).total
        assert [] == _kinds(again)


def test_reindexing_gives_the_same_answers(held: Repository) -> None:
    """The index is derived: built anew it finds the same passages."""
    before = held.search(SearchQuery(text="nurse"))

    assert 2 == upkeep.reindex(held)
    after = held.search(SearchQuery(text="nurse"))
    assert [(hit.reference, hit.key) for hit in before.hits] == [
        (hit.reference, hit.key) for hit in after.hits
    ]


def test_an_index_that_has_not_followed_is_named_and_brought_up_to_date(held: Repository) -> None:
    """A review that is missing from the index, as after a kill, is found by verify and indexed at the next start."""
    held.index.remove(["CPR2019-W91"])

    assert ["missing_from_index"] == _kinds(held)
    upkeep.reindex(held)
    assert [] == _kinds(held)


def test_only_held_reviews_can_be_released(held: Repository) -> None:
    """Releasing a published review or an unknown one is a sentence."""
    with pytest.raises(StoreError, match="is not held"):
        upkeep.release(held, "CPR2019-W91")
    with pytest.raises(ReviewNotFound):
        upkeep.release(held, "CPR2019-W99")


def test_a_second_writer_waits_and_then_says_so(tmp_path: Path) -> None:
    """Two processes never change the repository at once."""
    with (
        writing(tmp_path / "lock", 0),
        pytest.raises(Busy, match="Another process"),
        writing(tmp_path / "lock", 0.1),
    ):
        pytest.fail("both wrote")


def test_the_lock_is_free_after_its_holder(tmp_path: Path) -> None:
    """One writer after the other is no conflict."""
    for _ in range(2):
        with writing(tmp_path / "lock", 0):
            assert (tmp_path / "lock").exists()
