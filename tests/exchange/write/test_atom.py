"""A feed is XML that a strict parser reads, and has what RFC 4287 asks of it."""

import datetime
from typing import Any

import pytest
from defusedxml import ElementTree
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.entries import HOSTILE
from wsr.exchange.entry import one_line
from wsr.exchange.write.atom import Feed, FeedEntry, atom
from wsr.exchange.write.elements import permitted

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MOMENT = datetime.datetime(2031, 5, 4, 13, 30, 15, 999, tzinfo=datetime.timezone(datetime.timedelta(hours=1)))


def an_entry(**facts: Any) -> FeedEntry:
    """A passage of a Welsh document."""
    defaults: dict[str, Any] = {
        "id": "urn:uuid:1",
        "title": "CPR2031-W97: Learning, page 3",
        "updated": MOMENT,
        "address": "https://wsr.example/en/reviews/cpr2031-w97/passages/k",
        "text": "Geiriau.",
        "language": "cy",
        "category": "Child Practice Review",
    }
    return FeedEntry(**{**defaults, **facts})


def a_feed(*entries: FeedEntry, **facts: Any) -> Feed:
    """The first page of a feed."""
    defaults: dict[str, Any] = {
        "id": "urn:uuid:0",
        "title": "Search: “risk & harm”",
        "subtitle": "1 passage in 1 review.",
        "author": "The Repository",
        "language": "en",
        "updated": MOMENT,
        "page": "https://wsr.example/en/search?q=risk&unit=extract",
        "links": (("self", "https://wsr.example/en/search.atom?q=risk"),),
        "entries": entries,
    }
    return Feed(**{**defaults, **facts})


def read(feed: Feed) -> Any:
    """The root of what is written."""
    return ElementTree.fromstring(atom(feed))


def test_a_feed_has_what_the_standard_asks_for() -> None:
    """One id, title and moment; an author; links to itself and to the page for people."""
    root = read(a_feed())

    assert f"{ATOM}feed" == root.tag
    assert ["urn:uuid:0"] == [each.text for each in root.findall(f"{ATOM}id")]
    assert ["Search: “risk & harm”"] == [each.text for each in root.findall(f"{ATOM}title")]
    assert ["2031-05-04T12:30:15Z"] == [each.text for each in root.findall(f"{ATOM}updated")]
    assert "The Repository" == root.find(f"{ATOM}author/{ATOM}name").text
    assert {
        "alternate": "https://wsr.example/en/search?q=risk&unit=extract",
        "self": "https://wsr.example/en/search.atom?q=risk",
    } == {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}


def test_an_entry_has_what_the_standard_asks_for() -> None:
    """And says the language of its words, which may not be that of the feed."""
    entry = read(a_feed(an_entry())).find(f"{ATOM}entry")

    assert ("urn:uuid:1", "2031-05-04T12:30:15Z") == tuple(
        entry.find(f"{ATOM}{name}").text for name in ("id", "updated")
    )
    assert "https://wsr.example/en/reviews/cpr2031-w97/passages/k" == entry.find(f"{ATOM}link").get("href")
    content = entry.find(f"{ATOM}content")
    assert ("Geiriau.", "text", "cy") == (content.text, content.get("type"), content.get(LANG))
    assert "Child Practice Review" == entry.find(f"{ATOM}category").get("term")


def test_a_feed_of_nothing_has_a_moment_all_the_same() -> None:
    """The standard asks for one."""
    assert "1970-01-01T00:00:00Z" == read(a_feed(updated=None)).find(f"{ATOM}updated").text


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_whatever_a_review_says_stands_as_text(text: str) -> None:
    """In titles on one line, in the words as they are; no element or entry comes of it."""
    root = read(a_feed(an_entry(title=text, text=text), an_entry(id="urn:uuid:2"), title=text))
    first, second = root.findall(f"{ATOM}entry")

    assert one_line(text) == root.find(f"{ATOM}title").text == first.find(f"{ATOM}title").text
    assert permitted(text).replace("\r\n", "\n").replace("\r", "\n") == first.find(f"{ATOM}content").text
    assert [each.tag for each in second] == [each.tag for each in first]


@given(
    st.text(alphabet=st.characters(codec="utf-8")) | st.text(alphabet="\x00\x08\x0b\x1f\ufffe\uffff<&]>\r")
)
def test_no_character_can_break_the_feed(text: str) -> None:
    """XML 1.0 has no way to say a control character: a parser would refuse the whole feed."""
    content = read(a_feed(an_entry(text=text, category=text), subtitle=text)).find(f".//{ATOM}content")

    assert len(permitted(text).replace("\r\n", "\n")) == len(content.text or "")
