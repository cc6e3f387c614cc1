"""The processes that this one has started to read files, apart from browsers and others."""

from collections.abc import Iterator

import psutil

_of_other_tests: set[int] = set()
"""Fork servers that were there before the present module: fixtures of a whole run keep theirs."""


def fork_servers() -> list[psutil.Process]:
    """The fork servers that the tests of this module started; each sandbox has one at most."""
    return [server for server in _all() if server.pid not in _of_other_tests]


def leave_out_those_of_other_tests() -> None:
    """From now on only fork servers that are started later are seen."""
    _of_other_tests.update(server.pid for server in _all())


def _all() -> Iterator[psutil.Process]:
    for child in psutil.Process().children():
        try:
            if "wsr.ingest.forkserver" in child.cmdline():
                yield child
        except psutil.Error:
            continue  # it ended while we looked
