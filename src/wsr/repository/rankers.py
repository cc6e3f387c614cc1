"""
Which ranker compares texts with drafts: by meaning where the site names a model that has read them, else by words.

    texts | those without a vector | a few are read at once; many in the background, and by words until then
"""

import logging
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from threading import Event, Lock, Thread
from typing import NamedTuple

import numpy as np

from wsr.domain.learning import RankedBy
from wsr.domain.search import Hit
from wsr.learning.asking import Asking
from wsr.learning.embedding import SentenceModel, open_model
from wsr.learning.meaning import MeaningRanker, reads
from wsr.learning.ranker import LexicalRanker, Ranker
from wsr.repository.vectors import KeptVectors
from wsr.vocabulary.wordings import wordings

log = logging.getLogger(__name__)

Watch = Callable[[Sequence[str]], Iterable[str]]
"""Is given the texts that will be read, and gives them back one by one: for showing progress."""

FEW = 8
"""Texts that a reader may wait for: a second at most."""
_LOT = 64
"""Texts read between two looks at whether to stop."""
_SAVED_EVERY = 32
"""Lots after which the file is written, so that little is lost when the process ends."""


class _Opened(NamedTuple):
    model: SentenceModel
    kept: KeptVectors


def _wordings() -> list[str]:
    return [text for request in wordings() for text in request]


class Rankers:
    """Makes rankers. Safe to share between threads."""

    def __init__(self, model: Path | None, folder: Path) -> None:
        """
        Args:
            model: the folder of a model of sentences; None to compare by words alone.
            folder: where vectors are kept.
        """
        self._folder = model
        self._vectors = folder
        self.made = 0
        """Grows when texts have been read in the background: rankers made before may be made anew."""
        self._opened: _Opened | None = None
        self._asking: Asking | None = None
        self._opening = Lock()
        self._guard = Lock()
        self._waiting: dict[str, None] = {}
        self._reading: Thread | None = None
        self._stop = Event()

    def check(self) -> None:
        """Open the model that is named, if one is. Raises SettingsError when it cannot be used."""
        self._open()

    def of(self, hits: Sequence[Hit]) -> tuple[Ranker, RankedBy]:
        """A ranker of the texts of hits, and what it goes by. Raises SettingsError."""
        texts = [hit.text for hit in hits]
        opened = self._open()
        if opened is None:
            return LexicalRanker(texts), RankedBy()
        new = self._unread(opened, hits)
        by = RankedBy(model=opened.model.name, sha256=opened.model.sha256)
        if len(new) > FEW:
            self._read_soon(new)
            return LexicalRanker(texts), by.model_copy(update={"waiting": len(new)})
        self._read(opened, new)
        with self._guard:
            known = opened.kept.of(texts)
        vectors = [vector if reads(hit.text, hit.language) else None for hit, vector in zip(hits, known, strict=True)]  # fmt: skip
        return MeaningRanker(texts, vectors, opened.model, self._learnt(opened)), by

    def prepare(self, hits: Sequence[Hit], watch: Watch = iter) -> None:
        """Read now what was not read of the texts of hits. Raises SettingsError."""
        opened = self._open()
        if opened is None:
            return
        new = self._unread(opened, hits)
        lot: list[str] = []
        for text in watch(new):
            lot.append(text)
            if len(lot) == _LOT:
                self._read(opened, lot)
                lot = []
        self._read(opened, lot)
        if new:
            self._save(opened)

    def close(self) -> None:
        """Stop reading in the background; what was read until now is kept."""
        self._stop.set()
        if self._reading is not None:
            self._reading.join()

    def _open(self) -> _Opened | None:
        if self._folder is None:
            return None
        with self._opening:
            if self._opened is None:
                model = open_model(self._folder)
                self._opened = _Opened(model, KeptVectors(self._vectors, model.sha256))
            return self._opened

    def _learnt(self, opened: _Opened) -> Asking:
        """What asks the same, learnt once; the wordings have been read, unless too much was kept since."""
        with self._opening:
            if self._asking is None:
                texts = _wordings()
                with self._guard:
                    known = [vector for vector in opened.kept.of(texts) if vector is not None]
                vectors = np.stack(known) if len(known) == len(texts) else opened.model.vectors(texts)
                self._asking = Asking(vectors, [len(request) for request in wordings()])
            return self._asking

    def _unread(self, opened: _Opened, hits: Sequence[Hit]) -> list[str]:
        """What the model has not read of what it is to learn from, and of the texts of hits; each once."""
        to_learn = _wordings() if self._asking is None else []
        texts = list(dict.fromkeys(to_learn + [hit.text for hit in hits if reads(hit.text, hit.language)]))
        with self._guard:
            known = opened.kept.of(texts)
        return [text for text, vector in zip(texts, known, strict=True) if vector is None]

    def _read(self, opened: _Opened, texts: Sequence[str]) -> None:
        if not texts:
            return
        found = dict(zip(texts, opened.model.vectors(texts), strict=True))
        with self._guard:
            opened.kept.keep(found)

    def _save(self, opened: _Opened) -> None:
        try:
            with self._guard:
                opened.kept.save()
        except OSError as error:
            log.warning("Vectors of texts could not be kept (%s); they will be made again.", error.strerror)

    def _read_soon(self, texts: Iterable[str]) -> None:
        with self._guard:
            self._waiting.update(dict.fromkeys(texts))
            if self._reading is None and not self._stop.is_set():
                self._reading = Thread(target=self._read_waiting, name="wsr-meaning", daemon=True)
                self._reading.start()

    def _read_waiting(self) -> None:
        opened = self._open()
        assert opened is not None, "Only texts for a model wait."
        try:
            for number, lot in enumerate(iter(self._next_lot, []), 1):
                self._read(opened, lot)
                if number % _SAVED_EVERY == 0:
                    self._save(opened)
        except Exception as error:  # noqa: BLE001 - nobody waits for this; until the next start lists are by words
            log.error("Texts could not be read by the model of sentences (%s).", type(error).__name__)
            return
        self._save(opened)
        with self._guard:
            self._reading = None
        self.made += 1

    def _next_lot(self) -> list[str]:
        """Some texts that wait; empty when none does or reading is to stop."""
        with self._guard:
            lot = [] if self._stop.is_set() else list(self._waiting)[:_LOT]
            for text in lot:
                del self._waiting[text]
            return lot
