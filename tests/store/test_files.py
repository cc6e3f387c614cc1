"""Files are kept by content, whole or not at all."""

from pathlib import Path

import pytest

from wsr.errors import StoreUnavailable
from wsr.store.files import FileStore, sha256_of


def _a_file(folder: Path, content: bytes = b"%PDF-1.7 sample") -> Path:
    path = folder / "arrived.pdf"
    path.write_bytes(content)
    return path


def test_a_file_is_found_under_its_sha256(tmp_path: Path) -> None:
    """The copy has the same bytes, and putting it twice keeps one."""
    arrived = _a_file(tmp_path)
    store = FileStore(tmp_path / "files")
    digest = sha256_of(arrived)

    first, second = store.put(arrived, digest), store.put(arrived, digest)

    assert first == second == store.path_of(digest)
    store.settle(digest)
    assert arrived.read_bytes() == first.read_bytes()
    assert [first] == list(store)


def test_a_file_that_changed_meanwhile_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    """Bytes that are not those of the sha256 never get its name."""
    store = FileStore(tmp_path / "files")

    with pytest.raises(StoreUnavailable, match="changed while it was being read"):
        store.put(_a_file(tmp_path), "0" * 64)

    assert list(store) == []


def test_a_disk_that_fails_is_a_sentence(tmp_path: Path) -> None:
    """An input that cannot be read, as on a full or failing disk, is StoreUnavailable and leaves nothing."""
    store = FileStore(tmp_path / "files")

    with pytest.raises(StoreUnavailable, match="cannot be stored"):
        store.put(tmp_path / "missing.pdf", "0" * 64)

    assert list(store) == []


def test_what_an_interrupted_taking_left_is_cleared(tmp_path: Path) -> None:
    """Half copies go, and whole ones without a record; recorded and settled ones stay."""
    store = FileStore(tmp_path / "files")
    names = ("recorded", "unrecorded", "settled")
    kept = {
        name: store.put(file, sha256_of(file))
        for name in names
        for file in [_a_file(tmp_path, name.encode())]
    }
    store.settle(kept["settled"].stem)
    (tmp_path / "files" / "tmp" / "half.123").write_bytes(b"half")

    store.clear_interrupted(lambda sha256: sha256 == kept["recorded"].stem)

    assert sorted([kept["recorded"], kept["settled"]]) == list(store)


def test_only_a_sha256_names_a_path(tmp_path: Path) -> None:
    """Nothing from outside can lead to another place."""
    with pytest.raises(AssertionError):
        FileStore(tmp_path).path_of("../" * 20 + "etc/passwd" + "0" * 10)
