"""Vectors of sentences from a folder on this machine, and folders that are refused with a sentence."""

import json
import os
from pathlib import Path

import numpy as np
import pytest

from tests.learning.models import NUMBERS, make_model
from wsr.errors import SettingsError
from wsr.learning.embedding import LARGEST_FILE, LONGEST, open_model

TEXTS = ("Surgeries ring parents.", "Practices telephone families.", "Bridges need paint.")
SAME = ("surgeries practices", "ring telephone", "parents families")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small model."""
    return make_model(tmp_path / "small", TEXTS, SAME)


def test_sentences_that_mean_the_same_are_near_each_other(folder: Path) -> None:
    """Each vector has the length 1."""
    first, second, other = open_model(folder).vectors(TEXTS)

    assert (NUMBERS,) == first.shape
    assert np.linalg.norm(first) == pytest.approx(1, abs=1e-5)
    assert first @ second > 0.99
    assert first @ other < 0.6


def test_a_vector_does_not_depend_on_what_is_read_beside_it(folder: Path) -> None:
    """In whatever order and number texts come, and however long the others are."""
    model = open_model(folder)
    many = [f"{'ring ' * (n % 40)}parents" for n in range(50)]
    together = model.vectors([*many, TEXTS[0]])

    np.testing.assert_allclose(together[-1], model.vectors(TEXTS[:1])[0], atol=1e-6)
    np.testing.assert_allclose(together[7], model.vectors(many[7:8])[0], atol=1e-6)


def test_no_text_is_no_vector_and_an_empty_one_is_one(folder: Path) -> None:
    """A text of nothing has no direction."""
    model = open_model(folder)

    assert 0 == len(model.vectors([]))
    assert np.isfinite(model.vectors([""])).all()


def test_what_comes_after_the_longest_is_not_read(folder: Path) -> None:
    """Neither is it an error."""
    model = open_model(folder)
    whole = "parents " * LONGEST

    first, second = model.vectors([whole, whole + "bridges need paint"])
    np.testing.assert_allclose(first, second, atol=1e-6)


def test_the_first_token_alone_is_taken_where_the_folder_says_so(folder: Path) -> None:
    """As publishers of such models write it."""
    before = open_model(folder).sha256
    (folder / "1_Pooling").mkdir()
    (folder / "1_Pooling" / "config.json").write_text(json.dumps({"pooling_mode_cls_token": True}))
    model = open_model(folder)

    assert before != model.sha256
    first, second = model.vectors(["parents ring", "parents paint bridges"])
    np.testing.assert_allclose(first, second, atol=1e-6)


def test_the_hash_names_the_model(folder: Path, tmp_path: Path) -> None:
    """The same files have the same, others another."""
    same, other = make_model(tmp_path / "same", TEXTS, SAME), make_model(tmp_path / "other", TEXTS)

    assert open_model(folder).sha256 == open_model(same).sha256 != open_model(other).sha256
    assert "other" == open_model(other).name


def test_sentences_on_different_subjects_have_little_in_common(folder: Path) -> None:
    """How much they have is known, so that bounds mean the same with each model."""
    assert 0 < open_model(folder).unrelated < 0.6


def refused(folder: Path) -> str:
    """The sentence with which a folder is refused."""
    with pytest.raises(SettingsError) as caught:
        open_model(folder)
    said = str(caught.value)
    assert said.startswith("The setting WSR_SENTENCE_MODEL is ")
    assert said.endswith(".")
    assert "\n" not in said
    return said


def test_a_folder_without_its_files_is_refused(folder: Path) -> None:
    """The missing file is named."""
    (folder / "tokenizer.json").unlink()
    assert "its tokenizer.json cannot be read (No such file or directory)" in refused(folder)
    assert "its model.onnx cannot be read" in refused(folder / "nowhere")


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
@pytest.mark.parametrize("content", [b"", b"\x00\xff" * 50, b'{"version": "1.0"}', b"[" * 100_000])
def test_broken_files_are_refused(folder: Path, name: str, content: bytes) -> None:
    """Empty, noise, the wrong shape, too deep."""
    (folder / name).write_bytes(content)

    assert "it is no model of sentences that can be read" in refused(folder)


def test_a_broken_word_on_pooling_is_refused(folder: Path) -> None:
    """Rather than the mean being taken for the first token."""
    (folder / "1_Pooling").mkdir()
    (folder / "1_Pooling" / "config.json").write_text("{")

    assert "no model of sentences" in refused(folder)


def test_half_a_model_is_refused(folder: Path) -> None:
    """As a download that broke off leaves it."""
    whole = (folder / "model.onnx").read_bytes()
    (folder / "model.onnx").write_bytes(whole[: len(whole) // 2])

    assert "no model of sentences" in refused(folder)


def test_a_file_that_is_too_large_is_not_read(folder: Path) -> None:
    """It is not even opened."""
    os.truncate(folder / "model.onnx", LARGEST_FILE + 1)

    assert "its model.onnx has more than 2,000,000,000 bytes" in refused(folder)


def test_a_model_of_something_else_is_refused(tmp_path: Path) -> None:
    """Its inputs tell."""
    assert "it takes pixels" in refused(make_model(tmp_path, takes=("pixels",)))


@pytest.mark.parametrize(
    ("scale", "reason"), [(0.0, "does not tell sentences apart"), (float("nan"), "numbers that are none")]
)
def test_a_model_whose_numbers_are_of_no_use_is_refused(tmp_path: Path, scale: float, reason: str) -> None:
    """Nothing, and not a number."""
    assert reason in refused(make_model(tmp_path, scale=scale))


def test_a_model_that_tells_nothing_apart_is_refused(tmp_path: Path) -> None:
    """Every word means the same to it."""
    make_model(tmp_path)
    words = json.loads((tmp_path / "tokenizer.json").read_text())["model"]["vocab"]
    telling = [word for word in words if word.isalpha()]
    punctuation = [word for word in words if not word.isalnum() and word != "[UNK]"]
    make_model(tmp_path, same=[" ".join(telling + punctuation)])

    assert "does not tell sentences apart" in refused(tmp_path)
