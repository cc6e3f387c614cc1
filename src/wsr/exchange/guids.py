"""The names by which records of a project file know each other."""

import re
import uuid

_NAMESPACE = uuid.UUID("6f1d4e0a-5c1b-5b7e-9a55-2f0f6a0e9d31")
"""Ours, drawn once: it never changes, or every project would come out with other guids."""

_GUID = re.compile(r"\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?", re.IGNORECASE)


def guid_of(kind: str, *names: str) -> str:
    """The guid of what has these names, always the same: two exports of the same data are the same bytes."""
    return str(uuid.uuid5(_NAMESPACE, "\x1f".join((kind, *names))))


def folded(guid: str) -> str:
    """A guid as records hold it: lower case, without braces; what is none is given back as it is."""
    found = _GUID.fullmatch(guid.strip())
    return found[1].lower() if found else guid.strip()
