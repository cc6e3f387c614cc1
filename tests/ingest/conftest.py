"""What all tests of ingest share."""

import pytest

from tests.ingest.processes import leave_out_those_of_other_tests


@pytest.fixture(scope="module", autouse=True)
def own_processes() -> None:
    """A module sees the processes that its own tests start, and not those that others keep."""
    leave_out_those_of_other_tests()
