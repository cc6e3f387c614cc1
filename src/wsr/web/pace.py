"""
How much work visitors may ask for, at once and in a minute.

It is kept in memory alone, by marks that tell no address to anybody else, and for a minute at most after the last
question: nothing is written down of who asked.
"""

import hashlib
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network
from threading import Condition

from fastapi import Request

from wsr.errors import Busy, Message, TooOften
from wsr.web.visitors import visitor_of

AT_ONCE = 3
"""Answers that are worked out at the same time."""

OF_ONE = 2
"""Of one visitor, with those that wait: nobody alone takes all places."""

WAITING = 12
"""Who may wait for a place; each holds one of the server's forty threads."""

WAIT_SECONDS = 5.0

MOST_VISITORS = 10_000
"""Marks that are kept; the one known longest is forgotten for a new one."""

_MINUTE = 60.0
_SUBNET = 64
"""The part of an IPv6 address that tells one household from another; the rest changes as its machines like."""


def admission(due: float, now: float, a_minute: int) -> tuple[float, float]:
    """
    When all that was asked for is worked off, and how many seconds are to be waited first: 0 for none.

    A visitor may ask for a minute's share in one go, and then as fast as it is worked off. What is refused is not
    counted: whoever keeps trying does not prolong the waiting.

    Source:
        The generic cell rate algorithm, ITU-T I.371.
    """
    each = _MINUTE / a_minute
    wait = max(due, now) - now - each * (a_minute - 1)
    return (due, wait) if wait > 0 else (max(due, now) + each, 0.0)


def origin(address: str) -> str:
    """What stands for whoever asks from an address: itself, or of IPv6 the network of one household."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or ip_network((found, _SUBNET), strict=False))
    return str(found)


@dataclass(slots=True)
class _Visitor:
    due: float
    inside: int = 0


class Pace:
    """Places to work in, and a pace for each visitor. Safe to share between threads."""

    def __init__(
        self, a_minute: int, clock: Callable[[], float] = time.monotonic, wait_seconds: float = WAIT_SECONDS
    ) -> None:
        """`a_minute` is how much one visitor may ask for in a minute; 0 for any number."""
        self._a_minute = a_minute
        self._clock = clock
        self._wait_seconds = wait_seconds
        self._key = secrets.token_bytes(32)
        self._visitors: dict[bytes, _Visitor] = {}
        self._working = self._waiting = 0
        self._free = Condition()

    @contextmanager
    def place(self, name: str) -> Iterator[None]:
        """A place for a visitor of this name. Raises TooOften, or Busy when no place becomes free in a while."""
        mark = hashlib.blake2b(name.encode("utf-8", "surrogatepass"), key=self._key, digest_size=16).digest()
        with self._free:
            visitor = self._admit(mark)
            visitor.inside += 1
            try:
                self._wait()
            except Busy:
                visitor.inside -= 1
                raise
        try:
            yield
        finally:
            with self._free:
                visitor.inside -= 1
                self._working -= 1
                self._free.notify()

    @property
    def known(self) -> int:
        """How many visitors are remembered."""
        return len(self._visitors)

    def _admit(self, mark: bytes) -> _Visitor:
        now = self._clock()
        self._forget(now, mark)
        visitor = self._visitors.setdefault(mark, _Visitor(now))
        if visitor.inside >= OF_ONE:
            raise _too_often(self._wait_seconds)
        if self._a_minute:
            visitor.due, wait = admission(visitor.due, now, self._a_minute)
            if wait:
                raise _too_often(wait)
        return visitor

    def _forget(self, now: float, wanted: bytes) -> None:
        """Those of whom nothing is left to be worked off; and the longest known when there are too many."""
        for mark in [mark for mark, each in self._visitors.items() if each.due <= now and not each.inside]:
            del self._visitors[mark]
        if wanted not in self._visitors and len(self._visitors) >= MOST_VISITORS:
            del self._visitors[next(iter(self._visitors))]

    def _wait(self) -> None:
        if self._waiting >= WAITING:
            raise _busy()
        self._waiting += 1
        try:
            if not self._free.wait_for(lambda: self._working < AT_ONCE, self._wait_seconds):
                raise _busy()
        finally:
            self._waiting -= 1
        self._working += 1


@contextmanager
def at_work(request: Request) -> Iterator[None]:
    """A place for whoever asks: known by the account, or by where the request comes from. Raises TooOften or Busy."""
    pace: Pace = request.app.state.pace
    visitor = visitor_of(request)
    address = request.client.host if request.client else ""
    with pace.place(f"account {visitor.name}" if visitor else f"origin {origin(address)}"):
        yield


def _too_often(seconds: float) -> TooOften:
    whole = max(1, -int(-seconds // 1))
    return TooOften(
        Message(
            "You have asked for much in a short time. Seconds to wait: %(seconds)s. Then try again.",
            seconds=whole,
        ),
        whole,
    )


def _busy() -> Busy:
    return Busy(Message("Many questions are being answered just now. Try again in half a minute."))
