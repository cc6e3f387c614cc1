"""Reviews as CSL-JSON, which Zotero, pandoc and citeproc read."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from wsr.exchange.entry import Entry

MEDIA_TYPE = "application/vnd.citationstyles.csl+json"


def csl(entries: Iterable[Entry]) -> Iterator[str]:
    """
    One array with an object for each review, in pieces of text; an empty array for no review.

    Names are literal: which part of a name is the family's is not known.

    Source:
        https://github.com/citation-style-language/schema, csl-data.json.
    """
    before = "[\n"
    for entry in entries:
        yield before + json.dumps(_item(entry), ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _item(entry: Entry) -> dict[str, Any]:
    item = {
        "id": entry.slug,
        "type": "report",
        "author": [{"literal": name} for name in entry.creators],
        "title": entry.name,
        "publisher": entry.board,
        "genre": entry.kind,
        "number": entry.reference,
        "issued": _issued(entry),
        "language": entry.language.value,
        "number-of-pages": str(entry.pages),
        "source": "Wales Safeguarding Repository",
        "URL": entry.address,
        "annote": entry.note,
    }
    return {name: value for name, value in item.items() if value}


def _issued(entry: Entry) -> dict[str, Any]:
    if entry.date is None:
        return {}
    parts = (entry.date.year, entry.date.month, entry.date.day)
    return {"date-parts": [[part for part in parts if part]]}
