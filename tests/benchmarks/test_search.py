"""The benchmark of searching runs, and its engines count alike."""

from pathlib import Path

import pytest
from benchmarks.search import ENGINES, QUERIES, check, measure, report


@pytest.mark.slow
def test_engines_count_alike(tmp_path: Path) -> None:
    """On 500 passages each of the 22 queries gives one count, and most find something; the report has all of it."""
    measured = measure(500, 1, tmp_path)

    check(measured)
    assert len(QUERIES) == 22
    assert sum(total > 0 for total in measured["wsr"].totals) >= 18
    lines = report(measured, 500).splitlines()
    assert all(sum(line.startswith(query.kind) for line in lines) >= 2 for query in QUERIES)
    assert all(any(line.startswith(name) for line in lines) for name in ENGINES)
