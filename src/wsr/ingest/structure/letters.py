"""Letters: where one that is bound with a review begins, such as that of the Home Office."""

import re
from collections.abc import Container, Sequence

from wsr.ingest.structure.blocks import Block
from wsr.ingest.structure.tables import Table

_DEAR = re.compile(r"(?:dear|annwyl)\s+\w", re.IGNORECASE)
_ADDRESS_WORDS = 14


def letter_starts(blocks: Sequence[Block | Table], heads: Container[int]) -> frozenset[int]:
    """
    Places of the blocks with which letters begin: the first line of the address on the page of “Dear …”.

    Only short lines without a number may stand between the top of the page and the salutation.
    """
    starts = set()
    for index, block in enumerate(blocks):
        if isinstance(block, Block) and _DEAR.match(block.text) and len(block.text.split()) <= _ADDRESS_WORDS:
            starts.add(_start(blocks, heads, index))
    return frozenset(starts)


def _start(blocks: Sequence[Block | Table], heads: Container[int], dear: int) -> int:
    salutation = blocks[dear]
    assert isinstance(salutation, Block)
    start = dear
    while start > 0 and start - 1 not in heads:
        above = blocks[start - 1]
        if not isinstance(above, Block) or above.first.page != salutation.first.page:
            break
        if above.mark or len(above.text.split()) > _ADDRESS_WORDS:
            break
        start -= 1
    return start
