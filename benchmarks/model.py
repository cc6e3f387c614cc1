"""
A model folder (model.onnx, tokenizer.json) from weights as they are published for BERT and MPNet (safetensors).

    python -m benchmarks.model FOLDER_OF_WEIGHTS MODEL_FOLDER

The folder of weights has config.json, model.safetensors and tokenizer.json. Nothing of it is run: the weights are
read as numbers, and the graph is ours. It gives the vector of each token; who reads it takes their mean.
"""

import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

OPSET = 20
FARTHEST = 128
"""Tokens farther apart than this are as far as any to MPNet."""

_BERT = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "o": "attention.output.dense",
    "attended": "attention.output.LayerNorm",
}
_MPNET = {
    "q": "attention.attn.q",
    "k": "attention.attn.k",
    "v": "attention.attn.v",
    "o": "attention.attn.o",
    "attended": "attention.LayerNorm",
}


def weights(path: Path) -> dict[str, NDArray[np.float32]]:
    """The tensors of a file of safetensors, all of 32 bits, by name."""
    raw = path.read_bytes()
    length = int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8 : 8 + length])
    header.pop("__metadata__", None)
    found = {}
    for name, entry in header.items():
        if entry["dtype"] == "F32":
            start, end = entry["data_offsets"]
            numbers = np.frombuffer(raw[8 + length + start : 8 + length + end], dtype="<f4")
            found[name.removeprefix("bert.")] = numbers.reshape(entry["shape"])
    return found


class Graph:
    """Nodes and constants as they are added; each gives the name of its result."""

    def __init__(self, config: dict[str, Any], tensors: dict[str, NDArray[np.float32]]) -> None:
        self.config, self.tensors = config, tensors
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def add(self, kind: str, *inputs: str, **attributes: Any) -> str:
        name = f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def constant(self, value: Any, kind: type = np.int64) -> str:
        name = f"c{len(self.constants)}"
        self.constants[name] = numpy_helper.from_array(np.array(value, dtype=kind), name)
        return name

    def weight(self, name: str) -> str:
        self.constants.setdefault(name, numpy_helper.from_array(self.tensors[name], name))
        return name

    def linear(self, value: str, name: str) -> str:
        turned = f"{name}.turned"
        if turned not in self.constants:
            matrix = np.ascontiguousarray(self.tensors[f"{name}.weight"].T)
            self.constants[turned] = numpy_helper.from_array(matrix, turned)
        return self.add("Add", self.add("MatMul", value, turned), self.weight(f"{name}.bias"))

    def normal(self, value: str, name: str) -> str:
        epsilon = self.config["layer_norm_eps"]
        scale, bias = self.weight(f"{name}.weight"), self.weight(f"{name}.bias")
        return self.add("LayerNormalization", value, scale, bias, axis=-1, epsilon=epsilon)

    def heads(self, value: str, order: Sequence[int]) -> str:
        count = self.config["num_attention_heads"]
        shape = self.constant([0, 0, count, self.config["hidden_size"] // count])
        return self.add("Transpose", self.add("Reshape", value, shape), perm=list(order))


def model_of(folder: Path) -> onnx.ModelProto:
    """The model of a folder of weights."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    graph = Graph(config, weights(folder / "model.safetensors"))
    relative = config["model_type"] == "mpnet"
    length = graph.add("Gather", graph.add("Shape", "input_ids"), graph.constant(1))
    places = graph.add("Range", graph.constant(0), length, graph.constant(1))
    hidden, bias = _embedded(graph, places, relative), _mask(graph)
    if relative:
        bias = graph.add("Add", bias, _distances(graph, places))
    for layer in range(config["num_hidden_layers"]):
        hidden = _layer(graph, hidden, bias, f"encoder.layer.{layer}", _MPNET if relative else _BERT)
    graph.nodes.append(helper.make_node("Identity", [hidden], ["last_hidden_state"]))
    return _model(graph, config["hidden_size"])


def _embedded(graph: Graph, places: str, relative: bool) -> str:
    words = graph.add("Gather", graph.weight("embeddings.word_embeddings.weight"), "input_ids")
    first = graph.config["pad_token_id"] + 1 if relative else 0
    at = graph.add("Add", places, graph.constant(first))
    hidden = graph.add(
        "Add", words, graph.add("Gather", graph.weight("embeddings.position_embeddings.weight"), at)
    )
    if not relative:
        kind = graph.add("Gather", graph.weight("embeddings.token_type_embeddings.weight"), graph.constant(0))
        hidden = graph.add("Add", hidden, kind)
    return graph.normal(hidden, "embeddings.LayerNorm")


def _mask(graph: Graph) -> str:
    shown = graph.add("Cast", "attention_mask", to=TensorProto.FLOAT)
    hidden = graph.add("Sub", graph.constant(1.0, np.float32), shown)
    return graph.add(
        "Unsqueeze",
        graph.add("Mul", hidden, graph.constant(-1e9, np.float32)),
        graph.constant([1, 2]),
    )


def _distances(graph: Graph, places: str) -> str:
    """What MPNet adds to the attention between two tokens, by how far apart they stand."""
    most = graph.config["max_position_embeddings"]
    table = graph.tensors["encoder.relative_attention_bias.weight"]
    numbers = table[_bucket(np.arange(-most, most + 1), len(table))].T
    across = graph.add("Unsqueeze", places, graph.constant([0]))
    down = graph.add("Unsqueeze", places, graph.constant([1]))
    apart = graph.add("Add", graph.add("Sub", across, down), graph.constant(most))
    return graph.add("Gather", graph.constant(numbers, np.float32), apart, axis=1)


def _bucket(apart: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    half = count // 2
    exact = half // 2
    far = np.abs(apart)
    with np.errstate(divide="ignore"):
        grown = exact + np.log(far / exact) / np.log(FARTHEST / exact) * (half - exact)
    large = np.minimum(np.where(far < exact, 0, grown), half - 1).astype(np.int64)
    found: NDArray[np.int64] = np.where(apart > 0, half, 0) + np.where(far < exact, far, large)
    return found


def _layer(graph: Graph, hidden: str, bias: str, at: str, names: dict[str, str]) -> str:
    size = graph.config["hidden_size"] // graph.config["num_attention_heads"]
    query = graph.heads(graph.linear(hidden, f"{at}.{names['q']}"), (0, 2, 1, 3))
    key = graph.heads(graph.linear(hidden, f"{at}.{names['k']}"), (0, 2, 3, 1))
    value = graph.heads(graph.linear(hidden, f"{at}.{names['v']}"), (0, 2, 1, 3))
    scores = graph.add("Div", graph.add("MatMul", query, key), graph.constant(size**0.5, np.float32))
    part = graph.add("Softmax", graph.add("Add", scores, bias), axis=-1)
    seen = graph.add("Transpose", graph.add("MatMul", part, value), perm=[0, 2, 1, 3])
    joined = graph.add("Reshape", seen, graph.constant([0, 0, graph.config["hidden_size"]]))
    after = graph.add("Add", graph.linear(joined, f"{at}.{names['o']}"), hidden)
    attended = graph.normal(after, f"{at}.{names['attended']}")
    wide = graph.add("Gelu", graph.linear(attended, f"{at}.intermediate.dense"))
    narrow = graph.add("Add", graph.linear(wide, f"{at}.output.dense"), attended)
    return graph.normal(narrow, f"{at}.output.LayerNorm")


def _model(graph: Graph, size: int) -> onnx.ModelProto:
    tokens = ["batch", "tokens"]
    made = helper.make_graph(
        graph.nodes,
        "sentences",
        [
            helper.make_tensor_value_info("input_ids", TensorProto.INT64, tokens),
            helper.make_tensor_value_info("attention_mask", TensorProto.INT64, tokens),
        ],
        [helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, [*tokens, size])],
        list(graph.constants.values()),
    )
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=10)


def main() -> None:
    """Writes the model folder."""
    source, target = map(Path, sys.argv[1:3])
    target.mkdir(parents=True, exist_ok=True)
    (target / "model.onnx").write_bytes(model_of(source).SerializeToString())
    shutil.copyfile(source / "tokenizer.json", target / "tokenizer.json")


if __name__ == "__main__":
    main()
