"""Tests that share a server, a database or a browser stay in one worker when they run side by side."""

import os

import pytest


@pytest.mark.xdist_group("groups")
def test_a_group_of_tests_is_known_to_the_workers(request: pytest.FixtureRequest) -> None:
    """The worker names the group with the test; a version of pytest that hides it would let groups run at once."""
    beside_others = "PYTEST_XDIST_WORKER" in os.environ

    assert request.node.nodeid.endswith("@groups") is beside_others
