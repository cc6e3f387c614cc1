"""Vectors are kept from one process to the next, and losing them is no harm."""

from pathlib import Path

import numpy as np
import pytest

from wsr.learning.embedding import Vectors
from wsr.repository.vectors import MOST, KeptVectors


def vector(*numbers: float) -> Vectors:
    """A short vector."""
    return np.array(numbers, dtype=np.float32)


def test_what_was_saved_is_there_again_to_the_last_bit(tmp_path: Path) -> None:
    """Texts that were not read have none."""
    kept = KeptVectors(tmp_path / "new", "aa")
    kept.keep({"one": vector(0.1, 0.2), "lone \ud800": vector(0.3, 0.4)})
    kept.save()
    again = KeptVectors(tmp_path / "new", "aa").of(["lone \ud800", "two", "one"])

    assert again[1] is None
    np.testing.assert_array_equal(vector(0.3, 0.4), again[0])
    np.testing.assert_array_equal(vector(0.1, 0.2), again[2])
    assert ["aa.npz"] == [path.name for path in (tmp_path / "new").iterdir()]


def test_another_model_has_its_own_and_the_old_ones_go(tmp_path: Path) -> None:
    """Vectors of one model say nothing to another."""
    old = KeptVectors(tmp_path, "aa")
    old.keep({"one": vector(1, 0)})
    old.save()
    new = KeptVectors(tmp_path, "bb")
    assert [None] == new.of(["one"])
    new.save()

    assert ["bb.npz"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no", b"\x93NUMPY\x01\x00v\x00{'descr'", b"x" * 999])
def test_a_broken_file_is_as_none(tmp_path: Path, content: bytes) -> None:
    """And is whole when it is saved next."""
    (tmp_path / "aa.npz").write_bytes(content)
    kept = KeptVectors(tmp_path, "aa")
    assert [None] == kept.of(["one"])
    kept.keep({"one": vector(1, 0)})
    kept.save()

    assert KeptVectors(tmp_path, "aa").of(["one"])[0] is not None


def test_a_file_with_objects_in_it_is_not_opened(tmp_path: Path) -> None:
    """Reading such a one would run code."""
    np.savez(tmp_path / "aa.npz", keys=np.array([{"a": 1}], dtype=object), vectors=np.zeros((1, 2)))

    assert [None] == KeptVectors(tmp_path, "aa").of(["one"])


def test_of_too_many_the_oldest_are_let_go(tmp_path: Path) -> None:
    """The file does not grow for ever."""
    kept = KeptVectors(tmp_path, "aa")
    kept.keep({str(n): vector(n, 1) for n in range(MOST + 2)})

    assert [None, None] == kept.of(["0", "1"])
    assert all(each is not None for each in kept.of(["2", str(MOST + 1)]))
