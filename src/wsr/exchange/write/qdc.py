"""A codebook for the tools that exchange codes alone (REFI-QDA 1.5, .qdc): bare XML."""

from typing import IO

from wsr.domain.qda import CodeTree
from wsr.exchange.write.qdpx import write_code
from wsr.exchange.write.xml import HEAD, Pen

NAMESPACE = "urn:QDA-XML:codebook:1.0"


def write_qdc(tree: CodeTree, out: IO[bytes]) -> None:
    """Write codes and their sets to a file open for binary writing."""
    pen = Pen(out)
    pen.raw(HEAD)
    with pen.within("CodeBook", {"xmlns": NAMESPACE, "origin": tree.origin or None}):
        with pen.within("Codes"):
            for code in tree.codes:
                write_code(pen, code)
        if tree.sets:
            with pen.within("Sets"):
                for each in tree.sets:
                    with pen.within("Set", {"guid": each.guid, "name": each.name}):
                        pen.text("Description", each.description)
                        for guid in each.codes:
                            pen.empty("MemberCode", {"guid": guid})
