"""The index on disk: whole and right, or it says that it is not."""

import gc
import multiprocessing
import os
import signal
import threading
import zlib
from collections.abc import Iterator
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.index.conftest import IndexMaker
from tests.index.reviews import NORTH_WALES, make_review
from wsr.domain.kinds import Status
from wsr.domain.review import Review
from wsr.domain.search import SearchQuery
from wsr.errors import Busy, IndexUnavailable
from wsr.index import IndexState, SearchIndex, fingerprint_of, generations, schema
from wsr.index.deadline import Deadline
from wsr.index.generations import writing
from wsr.settings import Settings

SPAWN = multiprocessing.get_context("spawn")


def reviews(word: str = "practice", count: int = 4) -> list[Review]:
    """Some reviews of three passages each, all with a word."""
    return [
        make_review(f"CPR2019-W{number:02d}", f"good {word}", f"poor {word}", f"other {word} of {number}")
        for number in range(count)
    ]


def total(index: SearchIndex, text: str) -> int:
    """How many passages a query finds."""
    return index.search(SearchQuery(text=text)).total


def current_folder(index: Path) -> Path:
    """Where the current generation is."""
    return index / "generations" / (index / "CURRENT").read_text().split()[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where `index_of` puts the index."""
    return tmp_path / "index"


def _break(path: Path, how: str) -> None:
    content = path.read_bytes()
    match how:
        case "delete":
            path.unlink()
        case "empty":
            path.write_bytes(b"")
        case "halve":
            path.write_bytes(content[: len(content) // 2])
        case "lengthen":
            path.write_bytes(content + b"\0")
        case "start" | "middle" | "end":
            at = {"start": 0, "middle": len(content) // 2, "end": len(content) - 1}[how]
            path.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])


@pytest.mark.parametrize("how", ["delete", "empty", "halve", "lengthen", "start", "middle", "end"])
def test_a_damaged_index_never_answers_short(
    index_of: IndexMaker, folder: Path, settings: Settings, how: str
) -> None:
    """X1: whichever file is damaged and however, a search is right or refused; a rebuild mends all."""
    index_of(*reviews())
    index_of(*reviews()).update(reviews(count=1))
    files = [path for path in folder.rglob("*") if path.is_file() and not path.name.upper().endswith("LOCK")]
    refused = 0
    for path in files:
        content = path.read_bytes()
        _break(path, how)
        index = SearchIndex(folder, settings)
        try:
            assert total(index, "practice") == 12
        except IndexUnavailable as error:
            refused += 1
            assert "wsr reindex" in str(error)
            assert index.state() is IndexState.CORRUPT
            with pytest.raises(IndexUnavailable):
                index.update(reviews(count=1))
            with pytest.raises(IndexUnavailable):
                index.held()
        path.write_bytes(content)

    assert refused >= len(files) - 1 > 5  # the line end of CURRENT may be another space
    _break(files[0], how)
    SearchIndex(folder, settings).rebuild(reviews())
    assert total(SearchIndex(folder, settings), "practice") == 12


def test_a_missing_index_says_so(folder: Path, settings: Settings) -> None:
    """Nothing is searched, added or listed before the first build; an empty folder is no index either."""
    index = SearchIndex(folder, settings)

    assert index.state() is IndexState.MISSING
    for attempt in (
        lambda: total(index, ""),
        lambda: index.update(reviews()),
        index.held,
        lambda: index.version,
    ):
        with pytest.raises(IndexUnavailable, match="no search index yet"):
            attempt()
    index.rebuild([])
    assert index.state() is IndexState.READY
    assert total(index, "") == 0


def test_an_index_of_an_older_schema_is_not_used(
    index_of: IndexMaker, folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an update of the program the index says that it has to be built anew."""
    monkeypatch.setattr("wsr.index.writer.SCHEMA_VERSION", schema.SCHEMA_VERSION - 1)
    index = index_of(*reviews())

    assert index.state() is IndexState.OLDER_SCHEMA
    with pytest.raises(IndexUnavailable, match="another version"):
        total(index, "practice")


def test_searching_writes_nothing(index_of: IndexMaker, folder: Path, settings: Settings) -> None:
    """A folder that cannot be written can be searched: nothing in it changes."""
    index_of(*reviews())
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}

    assert total(SearchIndex(folder, settings), "practice") == 12
    assert before == {path: path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, settings: Settings) -> None:
    """The sentence says which."""
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(IndexUnavailable, match=str(tmp_path / "file" / "index")):
        SearchIndex(tmp_path / "file" / "index", settings).rebuild([])


def test_an_update_replaces_a_review(index_of: IndexMaker, folder: Path) -> None:
    """Its old passages are gone, its new ones found, others untouched; one generation stays on disk."""
    index = index_of(*reviews())
    versions = {index.version}

    index.update([make_review("CPR2019-W01", "quite new"), make_review("APR2020-W01", "added practice")])
    versions.add(index.version)

    assert [total(index, text) for text in ("practice", "quite new", "added", "")] == [10, 1, 1, 11]
    assert sorted(index.held()) == ["APR2020-W01", *(f"CPR2019-W0{number}" for number in range(4))]
    index.update([])
    index.remove(["CPR1999-W01"])
    versions.add(index.version)
    assert len(versions) == 2
    assert [current_folder(folder)] == list((folder / "generations").iterdir())


def test_what_is_not_published_is_taken_out(index_of: IndexMaker) -> None:
    """A held or withdrawn review is never found, neither rebuilt nor updated."""
    held = make_review("CPR2019-W09", "secret", status=Status.HELD)
    index = index_of(*reviews(), held)
    assert total(index, "secret") == 0

    index.update([make_review("CPR2019-W01", "secret"), make_review("CPR2019-W02", "secret")])
    index.update([make_review("CPR2019-W01", "secret", status=Status.WITHDRAWN), held])

    assert [hit.reference for hit in index.search(SearchQuery(text="secret")).hits] == ["CPR2019-W02"]
    assert "CPR2019-W01" not in index.held()


@pytest.mark.parametrize("way", ["remove", "update"])
def test_removed_text_is_in_no_file(index_of: IndexMaker, folder: Path, way: str) -> None:
    """What is taken out leaves no word behind, packed or not; the rest stays."""
    review = make_review("CPR2019-W08", "canary in a mine", heading="Canary", date="2019-01-01")
    index = index_of(*reviews(), review)
    index.update([make_review("CPR2019-W07", "another canary")])
    assert b"canary" in _all_bytes(folder)

    if way == "remove":
        index.remove(["CPR2019-W08", "CPR2019-W07", "CPR1999-W01"])
    else:
        gone = {"status": Status.WITHDRAWN}
        index.update([review.model_copy(update=gone), make_review("CPR2019-W07", "none", status=Status.HELD)])

    assert b"canary" not in _all_bytes(folder).lower()
    assert total(index, "practice") == 12
    assert len(index.held()) == 4


def _all_bytes(folder: Path) -> bytes:
    """The bytes of all files, and what of them can be unpacked."""
    found = []
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            found.append(content)
            for at in range(len(content)):
                if content[at] == 0x78:
                    try:
                        found.append(zlib.decompressobj().decompress(content[at:]))
                    except zlib.error:
                        continue
    return b"".join(found)


def test_a_fingerprint_follows_what_is_indexed() -> None:
    """It changes with text, title, board, date and status, and with nothing else."""
    plain = make_review("CPR2019-W01", "text")
    other = plain.documents[0].model_copy(
        update={"source": plain.documents[0].source.model_copy(update={"bytes": 2})}
    )

    assert fingerprint_of(plain) == fingerprint_of(
        plain.model_copy(update={"documents": (other,), "pages": 9})
    )
    changed = [
        make_review("CPR2019-W01", "text."),
        make_review("CPR2019-W01", "text", heading="Other"),
        make_review("CPR2019-W01", "text", board=NORTH_WALES),
        make_review("CPR2019-W01", "text", date="2019-02"),
        make_review("CPR2019-W01", "text", status=Status.HELD),
        plain.model_copy(update={"title": "Other"}),
    ]
    assert len({fingerprint_of(review) for review in (plain, *changed)}) == 7


def _breaking_off(count: int) -> Iterator[Review]:
    yield from reviews(count=count)
    raise StopAsyncIteration("the store failed")


def test_a_build_that_fails_leaves_the_index_as_it_was(index_of: IndexMaker, folder: Path) -> None:
    """The error is told, the old generation answers, nothing of the new one stays, and writing goes on."""
    index = index_of(*reviews())
    before = index.version

    with pytest.raises(StopAsyncIteration):
        index.rebuild(_breaking_off(2))

    assert (before, 12) == (index.version, total(index, "practice"))
    assert [current_folder(folder)] == list((folder / "generations").iterdir())
    index.rebuild(reviews(count=2))
    assert total(index, "practice") == 6


def test_a_commit_that_fails_leaves_the_index_as_it_was(
    index_of: IndexMaker, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that is full when the new generation is to become current is one sentence."""
    index = index_of(*reviews())
    before = index.version

    def full(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(generations, "_write_synced", full)
        with pytest.raises(IndexUnavailable, match="No space left on device"):
            index.update(reviews("other"))

    assert (before, 12) == (index.version, total(index, "practice"))
    index.update(reviews("other"))
    assert (total(index, "practice"), total(index, "other")) == (0, 12)


def _killed_while_building(folder: Path) -> None:
    def until_killed() -> Iterator[Review]:
        yield from reviews("never", count=2)
        os.kill(os.getpid(), signal.SIGKILL)

    SearchIndex(folder, Settings(home=folder)).rebuild(until_killed())


def test_a_killed_writer_leaves_the_index_as_it_was(index_of: IndexMaker, folder: Path) -> None:
    """What it had begun is never read, and the next writer clears it away."""
    index = index_of(*reviews())
    process = SPAWN.Process(target=_killed_while_building, args=(folder,))
    process.start()
    process.join()

    assert process.exitcode == -signal.SIGKILL
    assert len(list((folder / "generations").iterdir())) == 2
    assert (total(index, "practice"), total(index, "never")) == (12, 0)
    index.update(reviews("later", count=1))
    assert (total(index, "practice"), total(index, "later")) == (9, 3)
    assert [current_folder(folder)] == list((folder / "generations").iterdir())


def test_one_writes_at_a_time(index_of: IndexMaker, folder: Path) -> None:
    """A second writer is told to try again; searching goes on."""
    index = index_of(*reviews())

    with writing(folder, 0):
        for attempt in (
            lambda: index.update(reviews()),
            lambda: index.remove(["CPR2019-W01"]),
            lambda: index.rebuild(reviews()),
        ):
            with pytest.raises(Busy, match="Try again"):
                attempt()
        assert total(index, "practice") == 12


def test_a_second_writer_waits_for_the_first(index_of: IndexMaker, folder: Path) -> None:
    """Within the time of the settings both get through."""
    index_of(*reviews(count=1))
    patient = SearchIndex(folder, Settings(home=folder, busy_seconds=60))
    threads = [
        threading.Thread(target=patient.update, args=([make_review(f"APR2020-W0{number}", "practice")],))
        for number in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert total(patient, "practice") == 7


def test_what_is_open_can_be_searched_to_the_end(index_of: IndexMaker) -> None:
    """A generation that was opened and then replaced answers as it was, though its folder is gone."""
    index = index_of(*reviews())
    before = index.searcher()

    index.update(reviews("other"))
    index.rebuild(reviews("third"))

    results = before.search(SearchQuery(text="practice"), Deadline("practice", 60))
    assert (12, 12) == (results.total, len(results.hits))
    assert total(index, "third") == 12


def _read_until(folder: Path, stop: Event, answers: Any) -> None:
    """Searches one opened index and a fresh one in turn, and tells every answer that is not the truth."""
    settings = Settings(home=folder)
    index = SearchIndex(folder, settings)
    wrong, asked = [], 0
    while not stop.is_set() or asked == 0:
        for each in (index, SearchIndex(folder, settings)):
            results = each.search(SearchQuery(text="good", per_page=100))
            words = {hit.text for hit in results.hits}
            asked += 1
            if (results.total, results.total_reviews, len(results.hits), len(words)) != (8, 8, 8, 1):
                wrong.append((results.total, sorted(words)))
    answers.put((asked, wrong))


def test_readers_in_other_processes_are_always_right(index_of: IndexMaker, folder: Path) -> None:
    """X2: through commits and rebuilds they see the whole of one state, never an error, never a part."""
    index = index_of(*reviews("zero", count=8))
    stop, answers = SPAWN.Event(), SPAWN.Queue()
    readers = [SPAWN.Process(target=_read_until, args=(folder, stop, answers)) for _ in range(2)]
    for reader in readers:
        reader.start()
    for number in range(12):
        change = index.rebuild if number % 3 == 2 else index.update
        change(reviews(f"number{number}", count=8))
    stop.set()
    for reader in readers:
        reader.join()

    assert [reader.exitcode for reader in readers] == [0, 0]
    told = [answers.get(timeout=60) for _ in readers]
    assert [wrong for _, wrong in told] == [[], []]
    assert all(asked for asked, _ in told)


def test_threads_share_an_index_through_commits(index_of: IndexMaker) -> None:
    """They are always right too, and files of earlier generations are given back."""
    index = index_of(*reviews("zero", count=8))
    stop = threading.Event()
    wrong: list[object] = []

    def read() -> None:
        while not stop.is_set():
            results = index.search(SearchQuery(text='"good number*" OR "good zero"', per_page=100))
            if (results.total, len({hit.text for hit in results.hits})) != (8, 1):
                wrong.append(results)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    files = []
    for number in range(10):
        index.update(reviews(f"number{number}", count=8))
        gc.collect()
        files.append(psutil.Process().num_fds())
    stop.set()
    for thread in threads:
        thread.join()

    assert wrong == []
    assert files[-1] <= files[0] + 25
