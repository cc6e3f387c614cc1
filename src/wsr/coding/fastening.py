"""Finding again, in a review as it is now, the recommendation or extract that a record was made of. Pure."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from rapidfuzz import fuzz

from wsr.domain.recommendations import Anchor
from wsr.language.keys import normalised

_ALIKE = 88.0
"""Per cent of letters that must agree before other words are taken for the same ones, mended."""


class Worded(Protocol):
    """What has a key and words: a recommendation, an extract."""

    @property
    def key(self) -> str: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102


Found = TypeVar("Found", bound=Worded)


def find_fastened(anchor: Anchor, among: Iterable[Found]) -> Found | None:
    """
    What a record is fastened to by key and words; None when it is there no more.

    The same key, else the same letters, else nearly the same words (a corrected version), the likest first.
    """
    held = list(among)
    for one in held:
        if one.key == anchor.key:
            return one
    plain = normalised(anchor.text)
    for one in held:
        if normalised(one.text) == plain:
            return one
    likest = max(held, key=lambda one: fuzz.ratio(one.text, anchor.text), default=None)
    return likest if likest is not None and fuzz.ratio(likest.text, anchor.text) >= _ALIKE else None
