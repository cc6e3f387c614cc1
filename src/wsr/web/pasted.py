"""Addresses of this site that people paste into forms."""

import re

from wsr.domain.references import ReviewKey

_PLACE = re.compile(
    r"(?:^|/)(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)/(?:(?P<kind>[a-z]+)/)?(?P<key>[0-9a-f]{16})(?:[?#].*)?$"
)


def place_in(address: str, kind: str) -> ReviewKey | None:
    """
    The slug and key at the end of an address; None when it is of something else than the kind.

    The kind is what stands between the two: extracts or recommendations; nothing need stand there.
    """
    found = _PLACE.search(address.strip().lower())
    return (found["slug"], found["key"]) if found and found["kind"] in (None, kind) else None
