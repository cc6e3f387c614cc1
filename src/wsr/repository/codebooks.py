"""A codebook of another program is put among those that can be chosen."""

import os
import re
import tempfile
from pathlib import Path
from typing import NamedTuple

from wsr.domain.codebook import Codebook
from wsr.domain.imports import Misfit
from wsr.domain.qda import CodeTree
from wsr.errors import InvalidInput
from wsr.exchange.codebook import codebook_of
from wsr.exchange.write.codebook import codebook_toml
from wsr.repository.repository import Repository
from wsr.vocabulary.codebooks import codebooks

_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")


class ImportedCodebook(NamedTuple):
    """What a file of codes gave."""

    codebook: Codebook
    misfits: list[Misfit]
    """What of it had to change."""
    path: Path
    """Its file, in the data folder; not there after a dry run."""
    is_new: bool
    """False when the newest codebook of its id has the same themes already, and no file was made."""


def import_codebook(
    repository: Repository, tree: CodeTree, name: str, title: str, *, dry_run: bool = False
) -> ImportedCodebook:
    """
    Keep a tree of codes as the next version of a codebook; `wsr recode --codebook NAME` puts it in force.

    Raises InvalidInput for a name that is no id, VocabularyError when a codebook cannot be read.
    """
    if not _ID.fullmatch(name):
        raise InvalidInput(
            f"“{name}” cannot name a codebook: use small letters, digits and hyphens, at most 40 of them."
        )
    with repository.writing():
        held = repository.codebooks()
        codebook, misfits = codebook_of(tree, name, title, repository.coder().codebook, held)
        path = repository.settings.home / "codebooks" / f"{name}-{codebook.version}.toml"
        newest = next((one for one in reversed(held) if one.id == name), None)
        if newest is not None and newest.themes == codebook.themes:
            return ImportedCodebook(
                newest, misfits, path.with_name(f"{newest.id}-{newest.version}.toml"), False
            )
        text = codebook_toml(codebook)
        _read_back(text)
        if not dry_run:
            _write(path, text)
    return ImportedCodebook(codebook, misfits, path, True)


def _read_back(text: str) -> None:
    """Raises VocabularyError before the file can spoil the folder: the reader must take what was written."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "imported.toml").write_text(text, encoding="utf-8")
        codebooks(Path(folder))


def _write(path: Path, text: str) -> None:
    """Whole or not at all."""
    path.parent.mkdir(exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as part:
        part.write(text)
        part.flush()
        os.fsync(part.fileno())
    Path(part.name).rename(path)
