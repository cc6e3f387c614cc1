"""A codebook of another tool (REFI-QDA, .qdc) as records."""

from pathlib import Path
from typing import IO

from wsr.domain.qda import CodeTree
from wsr.errors import ProjectUnreadable
from wsr.exchange.read.events import watch
from wsr.exchange.read.nodes import Node, Nodes
from wsr.exchange.read.records import code_of, set_of

_NAMESPACES = ("urn:QDA-XML:codebook:", "urn:QDA-XML:project:")
"""Without their versions; some tools write the second in a codebook."""


def read_qdc(file: Path | IO[bytes]) -> CodeTree:
    """The codes in a file. Raises ProjectUnreadable: those of `wsr.exchange.read.events`, namespace, no_codes."""
    if isinstance(file, Path):
        with file.open("rb") as opened:
            return read_qdc(opened)
    roots: list[Node] = []
    namespace = watch(file, (Nodes({("", "CodeBook"): roots.append}),))
    if not namespace.startswith(_NAMESPACES) or not roots:
        raise ProjectUnreadable("namespace", "The file is not a codebook of REFI-QDA.")
    codes, sets = roots[0].first("Codes"), roots[0].first("Sets")
    if codes is None or not codes.within:
        raise ProjectUnreadable("no_codes", "The codebook has no codes.")
    return CodeTree(
        origin=roots[0].attributes.get("origin", ""),
        codes=tuple(map(code_of, codes.all("Code"))),
        sets=tuple(map(set_of, sets.all("Set"))) if sets else (),
    )
