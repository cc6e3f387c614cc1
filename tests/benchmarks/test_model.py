"""Published weights become a model folder that can be read."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from benchmarks.model import model_of, weights

from tests.learning.models import make_model
from wsr.learning.embedding import open_model

SIZE, HEADS, WIDE = 32, 4, 64
COMMON = {"hidden_size": SIZE, "num_attention_heads": HEADS, "num_hidden_layers": 2, "layer_norm_eps": 1e-5}


def shapes(kind: str, words: int) -> dict[str, tuple[int, ...]]:
    """The tensors of a model of a kind, by the names under which they are published."""
    names: dict[str, tuple[int, ...]] = {
        "embeddings.word_embeddings.weight": (words, SIZE),
        "embeddings.position_embeddings.weight": (514, SIZE),
        "embeddings.LayerNorm.weight": (SIZE,),
        "embeddings.LayerNorm.bias": (SIZE,),
    }
    attention = ("self.query", "self.key", "self.value", "output.dense") if kind == "bert" else ("attn.q", "attn.k", "attn.v", "attn.o")  # fmt: skip
    normal = "attention.output.LayerNorm" if kind == "bert" else "attention.LayerNorm"
    if kind == "bert":
        names["embeddings.token_type_embeddings.weight"] = (2, SIZE)
    else:
        names["encoder.relative_attention_bias.weight"] = (32, HEADS)
    for at in ("encoder.layer.0", "encoder.layer.1"):
        linear = {f"{at}.attention.{name}": (SIZE, SIZE) for name in attention}
        linear |= {f"{at}.intermediate.dense": (WIDE, SIZE), f"{at}.output.dense": (SIZE, WIDE)}
        for name, shape in linear.items():
            names |= {f"{name}.weight": shape, f"{name}.bias": shape[:1]}
        for name in (f"{at}.{normal}", f"{at}.output.LayerNorm"):
            names |= {f"{name}.weight": (SIZE,), f"{name}.bias": (SIZE,)}
    return names


def published(folder: Path, kind: str) -> Path:
    """A folder of weights as they are published; the words are those of a small model."""
    make_model(folder, ("Parents ring.", "Bridges need paint today."))
    (folder / "model.onnx").unlink()
    words = len(json.loads((folder / "tokenizer.json").read_text())["model"]["vocab"])
    config: dict[str, Any] = {
        **COMMON,
        "model_type": kind,
        "max_position_embeddings": 514,
        "pad_token_id": int(kind == "mpnet"),
    }
    (folder / "config.json").write_text(json.dumps(config))
    made, header, body = np.random.default_rng(3), {}, b""
    for name, shape in shapes(kind, words).items():
        drawn = made.normal(size=shape) * (1.0 if "embeddings" in name else 0.3)
        drawn = np.ones(shape) if "LayerNorm.weight" in name else 0 * drawn if ".bias" in name else drawn
        numbers = drawn.astype("<f4").tobytes()
        header[name] = {"dtype": "F32", "shape": shape, "data_offsets": [len(body), len(body) + len(numbers)]}
        body += numbers
    told = json.dumps(header).encode()
    (folder / "model.safetensors").write_bytes(len(told).to_bytes(8, "little") + told + body)
    return folder


@pytest.mark.parametrize("kind", ["bert", "mpnet"])
def test_weights_of_both_kinds_become_a_model(tmp_path: Path, kind: str) -> None:
    """What a sentence means does not depend on what is read beside it; the order of its words matters."""
    folder = published(tmp_path, kind)
    (folder / "model.onnx").write_bytes(model_of(folder).SerializeToString())
    model = open_model(folder)
    short, long = "Parents ring.", "Bridges need paint today. " * 9

    assert (SIZE,) == model.vectors([short])[0].shape
    np.testing.assert_allclose(model.vectors([short, long])[0], model.vectors([short])[0], atol=1e-4)
    turned = model.vectors(["Parents ring bridges.", "Bridges ring parents."])
    assert turned[0] @ turned[1] < 0.9999


def test_weights_are_read_as_numbers(tmp_path: Path) -> None:
    """By name and shape."""
    found = weights(published(tmp_path, "bert") / "model.safetensors")

    assert (WIDE, SIZE) == found["encoder.layer.1.intermediate.dense.weight"].shape
    assert "embeddings.token_type_embeddings.weight" in found
