"""Small real models of sentences: a vector for each word, the same for words that are said to mean the same."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.normalizers import Lowercase
from tokenizers.pre_tokenizers import Whitespace

from wsr.learning.embedding import _IMAGINED
from wsr.vocabulary.wordings import wordings

NUMBERS = 48


def make_model(
    folder: Path,
    texts: Iterable[str] = (),
    same: Sequence[str] = (),
    takes: Sequence[str] = ("input_ids", "attention_mask"),
    scale: float = 1.0,
) -> Path:
    """
    A model folder, written.

    Args:
        folder: where; made if need be.
        texts: what it is to read: it knows their words, and those of the sentences that it is tried on and of the wordings.
        same: words that mean the same, set apart by spaces, as many lines as there are meanings.
        takes: the names of its inputs.
        scale: what its numbers are multiplied with; 0 or nan for a model that is of no use.
    """
    folder.mkdir(parents=True, exist_ok=True)
    words = dict.fromkeys(
        word
        for text in (*_IMAGINED, *texts, *same, *(text for request in wordings() for text in request))
        for word in re.findall(r"\w+|[^\w\s]+", text.lower())
    )
    vocabulary = {"[UNK]": 0, **{word: place for place, word in enumerate(words, 1)}}
    table = np.random.default_rng(5).normal(size=(len(vocabulary), NUMBERS)).astype(np.float32)
    for line in same:
        first, *others = (vocabulary[word] for word in line.lower().split())
        table[others] = table[first]
    (folder / "model.onnx").write_bytes(_graph(table * np.float32(scale), takes).SerializeToString())
    tokenizer = Tokenizer(WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = Lowercase()
    tokenizer.pre_tokenizer = Whitespace()
    (folder / "tokenizer.json").write_text(tokenizer.to_str(), encoding="utf-8")
    return folder


def _graph(
    table: "np.ndarray[tuple[int, ...], np.dtype[np.float32]]", takes: Sequence[str]
) -> onnx.ModelProto:
    shape = ["batch", "tokens"]
    graph = helper.make_graph(
        [helper.make_node("Gather", ["table", takes[0]], ["last_hidden_state"])],
        "words",
        [helper.make_tensor_value_info(name, TensorProto.INT64, shape) for name in takes],
        [helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, [*shape, NUMBERS])],
        [numpy_helper.from_array(table, "table")],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
