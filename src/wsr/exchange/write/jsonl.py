"""JSON lines: the whole record of everything found, for scripts."""

import json
from collections.abc import Iterator
from typing import Any

from wsr.domain.exports import Export, ExportedItem


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
    return json.dumps(record, ensure_ascii=False) + "\n"
