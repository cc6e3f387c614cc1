"""
Vectors of sentences from a model on this machine: near each other where the sentences mean much the same.

The model is a folder that the site names: model.onnx, tokenizer.json and, where the model wants the vector of its first
token, 1_Pooling/config.json as its publisher gives it. Nothing is fetched, and no code of the folder is run but the
graph itself. This module alone knows the runtime, which comes with the extra "meaning".
"""

import json
import os
from collections.abc import Sequence
from hashlib import file_digest, sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from wsr.errors import SettingsError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

Vectors = NDArray[np.float32]
"""A row of length 1 for each text."""

LONGEST = 384
"""Tokens that are read of a text, some 280 words; the rest of a longer one is not."""
POOLING = "1_Pooling/config.json"
LARGEST_FILE = 2_000_000_000
TOGETHER = 16
"""Texts that are read at once."""

_MOST_NUMBERS = 4096
"""Longest vector."""
_SAME = 0.98
"""Sentences about different things that are as near as this on average are not told apart."""

_IMAGINED = (
    "GP practices should offer a double appointment to patients who have an interpreter.",
    "The council should review how tenants who owe rent are told about eviction.",
    "Police should keep the recordings of emergency calls for seven years.",
    "Schools should teach pupils of every age how to ask for help with bullying.",
    "Midwives should ask about smoking at booking and once more before the birth.",
    "The Board should publish its training programme by April each year.",
    "Care homes should weigh residents monthly and act when weight is lost.",
    "Probation should check where a person will sleep before release from prison.",
    "Social workers should see children at home, alone, and write down what they say.",
    "The mental health team should share crisis plans with the family of a patient.",
    "Hospitals should not discharge people who have nobody to collect them at night.",
    "Welsh Government should bring the guidance on independent schools up to date.",
    "Ambulance crews should report unsafe houses to the adult safeguarding team.",
    "Foster carers should have leave when a placement has ended badly.",
    "Drug workers should ask parents where medicine is kept out of a toddler's reach.",
    "Minutes of meetings should say who will do what, and by which day.",
)
"""Recommendations on different subjects: how near a model puts these is nearness that says nothing."""


class Sentences(Protocol):
    """Tells vectors of sentences."""

    unrelated: float
    """The cosine that sentences of the genre have on average although they ask for different things."""

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """A vector of length 1 for each text."""


class SentenceModel:
    """A model, opened. Safe to share between threads."""

    def __init__(self, name: str, digest: str, session: "InferenceSession", tokenizer: "Tokenizer") -> None:
        self.name = name
        """The name of its folder."""
        self.sha256 = digest
        """Of the files that it is made of."""
        self.first_token = False
        """Whether the vector of a text is that of its first token, not the mean of all."""
        self._session = session
        self._tokenizer = tokenizer
        self._takes = [each.name for each in session.get_inputs()]
        outputs = [each.name for each in session.get_outputs()]
        self._gives = "sentence_embedding" if "sentence_embedding" in outputs else outputs[0]
        self.unrelated = 0.0

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """A vector of length 1 for each text, read in lots of like length."""
        found: list[Vectors | None] = [None] * len(texts)
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        for first in range(0, len(order), TOGETHER):
            places = order[first : first + TOGETHER]
            for place, vector in zip(places, self._read([texts[each] for each in places]), strict=True):
                found[place] = vector
        return np.stack([each for each in found if each is not None]) if texts else np.zeros((0, 1), "f4")

    def _read(self, texts: Sequence[str]) -> Vectors:
        encoded = self._tokenizer.encode_batch(list(texts))
        longest = max(1, *(len(each.ids) for each in encoded))
        ids = np.zeros((len(texts), longest), np.int64)
        shown = np.zeros_like(ids)
        for row, each in enumerate(encoded):
            ids[row, : len(each.ids)] = each.ids
            shown[row, : len(each.ids)] = 1
        given = {"input_ids": ids, "attention_mask": shown, "token_type_ids": np.zeros_like(ids)}
        (result,) = self._session.run([self._gives], {name: given[name] for name in self._takes})
        return self._pooled(np.asarray(result, np.float32), shown.astype(np.float32))

    def _pooled(self, result: Vectors, shown: Vectors) -> Vectors:
        if result.ndim == 3 and self.first_token:
            result = result[:, 0]
        elif result.ndim == 3:
            result = (result * shown[..., None]).sum(axis=1) / np.maximum(shown.sum(axis=1), 1)[:, None]
        if result.ndim != 2 or result.shape[0] != len(shown) or result.shape[1] > _MOST_NUMBERS:
            raise ValueError(f"it gives an array of the shape {result.shape}")
        lengths = np.linalg.norm(result, axis=1, keepdims=True)
        if not np.isfinite(lengths).all():
            raise ValueError("it gives numbers that are none")
        return np.asarray(result / np.maximum(lengths, 1e-9), np.float32)


def open_model(folder: Path) -> SentenceModel:
    """
    The model of a folder, tried on some sentences.

    Raises SettingsError where the extra is not installed, a file is missing, too large or broken, or the model takes
    or gives something else than one vector for each text or token.
    """
    digest = _digest(folder)
    try:
        opened = _opened(folder.resolve(), digest)
        opened.first_token = _wants_first_token(folder / POOLING)
        opened.unrelated = _unrelated(opened)
    except ModuleNotFoundError as error:
        raise unusable(folder, "its runtime is not installed; install wsr[meaning]") from error
    except Exception as error:
        # Runtime and tokenizers raise errors of many classes, some of Exception itself.
        reason = " ".join(str(error).split())[:200].rstrip(".")
        raise unusable(folder, f"it is no model of sentences that can be read ({reason})") from error
    return opened


def unusable(folder: Path, reason: str) -> SettingsError:
    """The error of a folder that cannot be used."""
    return SettingsError(f"The setting WSR_SENTENCE_MODEL is {str(folder)!r}: {reason}.")


def _digest(folder: Path) -> str:
    """
    Of all that the model is made of, so that vectors of one are not taken for those of another.

    A large model has its weights in a file beside model.onnx (model.onnx_data).
    """
    names = {"model.onnx", "tokenizer.json", *(path.name for path in folder.glob("model.onnx*"))}
    found = sha256()
    for name in (*sorted(names), *((POOLING,) if (folder / POOLING).is_file() else ())):
        try:
            if (folder / name).stat().st_size > LARGEST_FILE:
                raise unusable(folder, f"its {name} has more than {LARGEST_FILE:,} bytes")
            with (folder / name).open("rb") as file:
                found.update(file_digest(file, "sha256").digest())
        except OSError as error:
            raise unusable(folder, f"its {name} cannot be read ({error.strerror})") from error
    return found.hexdigest()


def _wants_first_token(path: Path) -> bool:
    said = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return bool(said.get("pooling_mode_cls_token"))


def _opened(folder: Path, digest: str) -> SentenceModel:
    # Imported late: few sites have the extra, and the runtime takes its time.
    import onnxruntime
    from tokenizers import Tokenizer

    options: Any = onnxruntime.SessionOptions()
    options.intra_op_num_threads = min(4, os.cpu_count() or 1)
    options.enable_cpu_mem_arena = False  # it would keep the memory of the longest text ever read
    options.log_severity_level = 4
    options.add_session_config_entry("session.disable_prepacking", "1")  # nor a second copy of the weights
    session = onnxruntime.InferenceSession(folder / "model.onnx", options, providers=["CPUExecutionProvider"])
    words = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
    words.no_padding()
    words.enable_truncation(LONGEST)
    taken = {each.name for each in session.get_inputs()}
    if not {"input_ids", "attention_mask"} <= taken <= {"input_ids", "attention_mask", "token_type_ids"}:
        raise ValueError(f"it takes {', '.join(sorted(taken))}")
    return SentenceModel(folder.name, digest, session, words)


def _unrelated(model: Sentences) -> float:
    vectors = model.vectors(_IMAGINED)
    near = vectors @ vectors.T
    average = float(near[np.triu_indices(len(_IMAGINED), 1)].mean())
    if not average < _SAME or near.diagonal().min() < _SAME:
        raise ValueError("it does not tell sentences apart")
    return average
