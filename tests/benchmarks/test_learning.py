"""The benchmark of learning counts rightly, and tells of the test half nothing but sums."""

from collections.abc import Sequence

import pytest
from benchmarks.learning import Answer, Draft, read_half, reports, sums

DRAFTS = (
    Draft(id="d1", text="One.", answers={"a": "close", "b": "loose"}, look_alikes=("c",)),
    Draft(id="d2", text="Two.", answers={"d": "loose"}, look_alikes=("c",)),
    Draft(id="d3", text="None.", answers={}, look_alikes=()),
)


def told(offered: Sequence[Sequence[str]]) -> dict[str, str]:
    """What is printed of these offers, by its name."""
    given = [Answer(draft, [(id, 1.0) for id in ids]) for draft, ids in zip(DRAFTS, offered, strict=True)]
    return {line[:42].strip(): line[42:].strip() for line in sums(given)}


def test_what_is_found_is_counted_by_degree() -> None:
    """Among the first five; above the look-alike only where it is offered at all."""
    found = told((["a", "c", "b"], [], ["x"]))

    assert found["close among the first 5"] == "100.0% (1 of 1)"
    assert found["loose among the first 5"] == "50.0% (1 of 2)"
    assert found["loose above its look-alikes"] == "0.0% (0 of 2)"
    assert found["false offers"] == "100.0% (1 of 1)"


def test_the_sixth_is_not_among_the_first_five() -> None:
    """And stands above a look-alike that is not offered."""
    found = told((["a"], ["1", "2", "3", "4", "5", "d"], []))

    assert found["loose among the first 5"] == "0.0% (0 of 2)"
    assert found["loose above its look-alikes"] == "50.0% (1 of 2)"
    assert found["false offers"] == "0.0% (0 of 1)"


@pytest.mark.slow
def test_of_the_test_half_no_text_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when errors are asked for. How long it would take with thousands is not asked here."""
    monkeypatch.setattr("benchmarks.learning.MANY", 40)
    monkeypatch.setattr("benchmarks.learning.GROUPED", (40,))
    printed = "\n".join(reports("test", families=True))
    earlier, drafts = read_half("test")

    texts = [each.text for each in earlier] + [each.text for each in drafts]
    assert not any(text in printed for text in texts)
