"""JSON lines hold the whole record of everything."""

import json

from tests.exchange.making import a_passage, an_export, an_extract
from wsr.domain.exports import ExportedItem, ExportMethod
from wsr.exchange.write.jsonl import jsonl


def test_the_first_line_is_the_method_and_each_other_an_item() -> None:
    """Both can be read back into records."""
    items = [an_extract(1, text="=exact\x0b text\u202e"), a_passage(2)]
    about, *lines = [json.loads(line) for line in jsonl(an_export(items))]

    assert ["about", "extract", "passage"] == [each["record"] for each in (about, *lines)]
    assert (
        2
        == ExportMethod.model_validate({name: about[name] for name in ExportMethod.model_fields}).counts.items
    )
    for item, line in zip(items, lines, strict=True):
        fields = {name: line[name] for name in ExportedItem.model_fields if name != "unit"}
        assert item == ExportedItem.model_validate({**fields, "unit": line["record"]})
    assert (["communication", "care"], ["communication/listening"]) == (
        lines[0]["themes"],
        lines[0]["subthemes"],
    )


def test_line_separators_of_unicode_end_no_line() -> None:
    """One record is one line for every reader."""
    (_, line) = jsonl(an_export([an_extract(1, text="one\u2028two\x85three")]))

    assert 1 == len(line.rstrip("\n").splitlines()) == line.count("\n")
