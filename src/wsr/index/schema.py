"""What Whoosh keeps of a passage, an extract or a recommendation: which fields, and how the positions of words are written."""

from array import array
from collections.abc import Iterable, Iterator
from typing import Any

from whoosh import fields, formats
from whoosh.codec.whoosh3 import W3Codec

SCHEMA_VERSION = 7
"""Raised with every change of fields, of stored values or of what counts as a word: the index is then rebuilt."""

_BLOCK_POSTINGS = 1024
"""Postings a block. Whoosh's 128 suits skipping through them; we read all of a word's at once."""


class WordPositions(formats.Format):  # type: ignore[misc]  # whoosh is read without its types
    """
    The positions of each word, as plain 32-bit numbers that numpy reads without a step between.

    Whoosh's own format pickles them, which costs most of the time of reading. The value of a field is the list
    of its words, folded; their places in the list are their positions.
    """

    def word_values(
        self, value: list[str], analyzer: object, **kwargs: object
    ) -> Iterator[tuple[str, int, float, bytes]]:
        """For each word its text, how often it occurs, its weight and its positions, written."""
        places: dict[str, list[int]] = {}
        for position, word in enumerate(value):
            places.setdefault(word, []).append(position)
        for word, positions in places.items():
            yield word, len(positions), float(len(positions)), self.encode(positions)

    def encode(self, positions: Iterable[int]) -> bytes:
        """Positions as they are written."""
        return array("I", positions).tobytes()

    def decode_positions(self, written: bytes) -> list[int]:
        """The positions written: what Whoosh's own phrase search reads."""
        positions = array("I")
        positions.frombytes(written)
        return positions.tolist()


class Words(fields.FieldType):  # type: ignore[misc]
    """A field of folded words in order, scored by how often they occur in how long a text."""

    def __init__(self) -> None:
        super().__init__(format=WordPositions(), analyzer=None, scorable=True)


class Marks(fields.FieldType):  # type: ignore[misc]
    """A field of words of which only the presence counts."""

    def __init__(self) -> None:
        super().__init__(format=Presence(), analyzer=None)


class Presence(formats.Existence):  # type: ignore[misc]
    """That a passage has a word, and nothing of where."""

    def word_values(self, value: list[str], analyzer: object, **kwargs: object) -> Iterator[Any]:
        """Each word once."""
        for word in value:
            yield word, 1, 1.0, b""


class Codec(W3Codec):  # type: ignore[misc]
    """Whoosh's own way of writing a segment, without the lengths of passages in every block of postings."""

    length_stats = False
    """They help to skip blocks, which we do not, and looking them up takes a third of the time of writing."""

    def __init__(self) -> None:
        super().__init__(blocklimit=_BLOCK_POSTINGS)


def make_schema() -> fields.Schema:
    """The fields of a row: passages, extracts and recommendations have the same, each in an index of their own."""
    return fields.Schema(
        text=Words(),
        heading=Words(),
        compounds=Marks(),
        review=fields.ID(),
        row=fields.STORED(),
    )
