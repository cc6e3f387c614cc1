"""How much one visitor may ask for, and how much is worked out at once; by a clock of the test's own."""

from contextlib import ExitStack
from threading import Event, Thread

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from tests.web.reading import one, words
from tests.web.signing import OWN
from wsr.errors import Busy, TooOften
from wsr.repository.repository import Repository
from wsr.web.app import create_app
from wsr.web.pace import AT_ONCE, MOST_VISITORS, OF_ONE, WAITING, Pace, admission, origin


class Clock:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        """The seconds now."""
        return self.now


def asked(pace: Pace, name: str = "one", times: int = 1) -> None:
    """So many questions, one after the other."""
    for _ in range(times):
        with pace.place(name):
            pass


def test_a_minutes_share_may_be_asked_for_at_once_and_then_as_time_passes() -> None:
    """Waiting is told in whole seconds, and is enough; trying on does not prolong it."""
    clock = Clock()
    pace = Pace(30, clock)
    asked(pace, times=30)
    for _ in range(5):
        with pytest.raises(TooOften) as refused, pace.place("one"):
            pass

    assert 2 == refused.value.seconds
    clock.now += refused.value.seconds
    asked(pace)


def test_one_visitor_does_not_slow_another() -> None:
    """Each has a pace of its own; 0 is no pace at all."""
    pace = Pace(1, Clock())
    asked(pace, "one")
    asked(pace, "two")
    asked(Pace(0, Clock()), times=100)

    with pytest.raises(TooOften), pace.place("one"):
        pass


@pytest.mark.parametrize(
    ("due", "expected"),
    [(0.0, (102.0, 0.0)), (157.0, (159.0, 0.0)), (158.0, (160.0, 0.0)), (159.0, (159.0, 1.0))],
)
def test_the_rule_itself(due: float, expected: tuple[float, float]) -> None:
    """Thirty a minute at second 100: 58 seconds of work may be ahead."""
    assert expected == admission(due, 100.0, 30)


def test_nobody_is_remembered_longer_than_a_minute() -> None:
    """Nor more than so many, whoever asks."""
    clock = Clock()
    pace = Pace(30, clock)
    for number in range(MOST_VISITORS + 5):
        asked(pace, str(number))
    assert MOST_VISITORS == pace.known

    clock.now += 61
    asked(pace)
    assert 1 == pace.known


def test_nothing_kept_holds_an_address() -> None:
    """Marks are made with a key that is in this process alone: two of them know the same address by other marks."""
    one, two = Pace(30, Clock()), Pace(30, Clock())
    for pace in (one, two):
        asked(pace, "origin 192.0.2.1")

    assert "192.0.2.1" not in repr(vars(one))
    assert set(one._visitors) != set(two._visitors)


def test_one_visitor_takes_not_all_places() -> None:
    """Another still gets one."""
    pace = Pace(0, Clock())
    with ExitStack() as held:
        for _ in range(OF_ONE):
            held.enter_context(pace.place("one"))
        with pytest.raises(TooOften), pace.place("one"):
            pass
        asked(pace, "two")
    asked(pace, "one")


def test_whoever_finds_no_place_waits_a_while_and_is_told() -> None:
    """And leaves nothing taken behind."""
    pace = Pace(0, Clock(), wait_seconds=0.01)
    with ExitStack() as held:
        for number in range(AT_ONCE):
            held.enter_context(pace.place(str(number)))
        with pytest.raises(Busy), pace.place("late"):
            pass
    asked(pace, "late")


def test_a_place_that_becomes_free_is_given_to_one_who_waits() -> None:
    """Without being asked again; also when the work before failed."""
    pace, got, names = Pace(0, Clock(), wait_seconds=30), Event(), map(str, range(AT_ONCE))
    held = ExitStack()
    for name in names:
        held.enter_context(pace.place(name))

    def wait() -> None:
        asked(pace, "late")
        got.set()

    waiter = Thread(target=wait)
    waiter.start()
    with pytest.raises(ZeroDivisionError), held:
        raise ZeroDivisionError

    assert got.wait(30)
    waiter.join()


def test_only_so_many_wait() -> None:
    """Further ones are told at once: each who waits holds a thread of the server."""
    pace = Pace(0, Clock(), wait_seconds=30)
    with ExitStack() as held:
        for number in range(AT_ONCE):
            held.enter_context(pace.place(f"work {number}"))
        waiters = [Thread(target=asked, args=(pace, f"wait {number}")) for number in range(WAITING)]
        for each in waiters:
            each.start()
        while pace.known < AT_ONCE + WAITING:
            waiters[-1].join(0.01)
        with pytest.raises(Busy), pace.place("late"):
            pass
    for each in waiters:
        each.join()


@pytest.mark.parametrize(
    ("address", "known"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("testclient", "testclient"),
        ("", ""),
    ],
)
def test_a_household_is_one_visitor(address: str, known: str) -> None:
    """Of IPv6 by its network: its machines take a new address when they like."""
    assert known == origin(address)


def test_a_draft_that_comes_too_soon_stays_in_the_form(shelf: Repository) -> None:
    """429 with a sentence and when to ask again, in no cache; packs and reports say it too, and what costs little does not."""
    settings = shelf.settings.model_copy(update={"answers_a_minute": 1})
    reader = TestClient(create_app(settings, shelf), base_url="https://testserver")
    draft = {"draft": "Schools should tell the health visitor."}
    assert 200 == reader.post("/en/learning", data=draft, headers=OWN).status_code
    late = reader.post("/en/learning", data=draft, headers=OWN)
    page, seconds = one(BeautifulSoup(late.text, "html.parser"), "main"), late.headers["retry-after"]

    assert (429, "private, no-store") == (late.status_code, late.headers["cache-control"])
    assert 0 < int(seconds) <= 60
    assert f"You have asked for much in a short time. Seconds to wait: {seconds}." in words(page)
    assert draft["draft"] in words(one(page, "textarea"))
    assert 429 == reader.post("/en/packs", data={"q": "record"}, headers=OWN).status_code
    asked_for = "recommendation=cpr2017-w91/8d4dde89e3e2d7d5"
    assert {429} == {
        reader.get(f"/en/learning{below}?{asked_for}").status_code
        for below in ("", "/report", "/report.docx")
    }
    assert 429 == reader.get("/en/packs?q=record").status_code
    assert {200} == {
        reader.get(address).status_code for address in ("/en/learning", "/en/packs", "/en/search?q=record")
    }
