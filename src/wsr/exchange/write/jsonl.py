"""JSON lines: the whole record of everything found, for scripts."""

import json
from collections.abc import Iterator
from typing import Any

from wsr.domain.exports import Export, ExportedItem

_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}
"""Characters that some readers take for the end of a line though JSON does not."""


def jsonl(export: Export) -> Iterator[str]:
    """
    A line that says how it was found, then one for each item; each has a `record`: about, or the unit of the query.

    An item's `text` is exact: nothing in it is guarded or cut. `codes` are those in force, `machine_codes` the
    rules' own.
    """
    about = export.method.model_dump(mode="json")
    yield _line({"record": "about", **about, "codebook": export.codebook.name, "terms": export.terms.name})
    for item in export.items:
        yield _line({"record": item.unit.value, **_record(item)})


def _record(item: ExportedItem) -> dict[str, Any]:
    return {
        **item.model_dump(mode="json", exclude={"unit"}),
        "themes": item.themes,
        "subthemes": item.subthemes,
        "decided_by": item.decided_by,
    }


def _line(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False).translate(_LINE_ENDS) + "\n"
