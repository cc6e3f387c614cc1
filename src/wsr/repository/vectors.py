"""The vectors of texts that a model of sentences has read, kept in the data folder; safe to delete."""

import tempfile
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from wsr.learning.embedding import Vectors

MOST = 50_000
"""Vectors that are kept; of more the oldest are let go."""


class KeptVectors:
    """Those of one model, by text. Not safe to share between threads: whoever does holds a lock."""

    def __init__(self, folder: Path, model: str) -> None:
        """
        Args:
            folder: where the file is, which names the model; files of other models are removed when it is written.
            model: its SHA-256.
        """
        self._path = folder / f"{model}.npz"
        self._vectors = self._load()

    def of(self, texts: Iterable[str]) -> list[Vectors | None]:
        """The vector of each text; None for one that was not read yet."""
        return [self._vectors.get(_key(text)) for text in texts]

    def keep(self, found: Mapping[str, Vectors]) -> None:
        """Add vectors by text; they are in the file once it is saved."""
        self._vectors.update((_key(text), vector) for text, vector in found.items())
        for key in list(self._vectors)[: max(0, len(self._vectors) - MOST)]:
            del self._vectors[key]

    def save(self) -> None:
        """Write all of them to the file, which is whole at every moment. Raises OSError when it cannot be written."""
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        keys = np.array(list(self._vectors), dtype="S64")
        vectors = np.stack(list(self._vectors.values())) if self._vectors else np.zeros((0, 1), np.float32)
        with tempfile.NamedTemporaryFile(dir=self._path.parent, suffix=".part", delete=False) as part:
            np.savez(part, keys=keys, vectors=vectors)
        Path(part.name).replace(self._path)
        for other in self._path.parent.glob("*.npz"):
            if other != self._path:
                other.unlink(missing_ok=True)

    def _load(self) -> dict[bytes, Vectors]:
        """What the file holds; nothing when there is none or it is broken, since all can be made again."""
        try:
            with self._path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
                keys, vectors = kept["keys"], np.asarray(kept["vectors"], dtype=np.float32)
                return dict(zip(keys.tolist(), vectors, strict=True))
        except (OSError, TypeError, ValueError, KeyError, EOFError, BadZipFile):
            return {}


def _key(text: str) -> bytes:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest().encode()
