"""Which files a run takes in."""

import os
from collections.abc import Iterable
from pathlib import Path

from wsr.errors import IngestError

LEFT_OUT = frozenset({".md", ".json", ".csv", ".toml", ".yaml", ".yml", ".py", ".pyc", ".js", ".css", ".log"})
"""Endings of files that lie beside reviews and are none: notes, expected results, manifests, scripts."""


def find_files(paths: Iterable[Path]) -> list[Path]:
    """
    The files to take in, each once, in the order of their paths.

    In a folder a name stands before the names that begin with it and go on: a report before its twin and briefing.

    A file that is named is always among them. Of a folder, every regular file in it and below, whatever its
    name, because files are judged by their content; left out are hidden files and folders, and notes, lists
    and scripts (LEFT_OUT). Links to folders are not followed; pipes and devices are passed over.

    Raises:
        IngestError: a path does not exist.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        if path.is_dir():
            for file in _below(path):
                found.setdefault(file.resolve(), file)
        elif path.is_file():
            found.setdefault(path.resolve(), path)
        else:
            raise IngestError(f"There is no file or folder {path}. Check the path.")
    return sorted(found.values(), key=lambda file: ((file.parent / file.stem).parts, file.suffix))


def _below(folder: Path) -> Iterable[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "__"))]
        for name in names:
            file = Path(parent) / name
            if not name.startswith((".", "~$")) and file.suffix.lower() not in LEFT_OUT and file.is_file():
                yield file
