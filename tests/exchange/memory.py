"""How much memory a writer needs."""

import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from tests.exchange.making import an_export, an_extract
from wsr.domain.exports import Export


def peak(write: Callable[[Export, BinaryIO], None], items: int, path: Path) -> int:
    """The most bytes that Python held while so many items of 4,000 characters and more were written to a file."""
    found = (an_extract(n, before=f"{n:04} " * 400, after=f" {n:04}" * 400) for n in range(items))
    tracemalloc.start()
    try:
        with path.open("wb") as out:
            write(an_export(found, items), out)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
