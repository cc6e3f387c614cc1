"""Feeds as Atom (RFC 4287), in pages (RFC 5005)."""

import datetime
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from wsr.exchange.entry import one_line
from wsr.exchange.write.elements import put, root, written

MEDIA_TYPE = "application/atom+xml"

_NEVER = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
"""When a feed changed that never held anything."""


@dataclass(frozen=True)
class FeedEntry:
    """One thing in a feed."""

    id: str
    """An IRI that never changes: urn:uuid:…"""
    title: str
    updated: datetime.datetime
    address: str
    """Where it is read, whole."""
    text: str
    language: str
    """Of the text."""
    category: str = ""
    """The kind of review, in words."""


@dataclass(frozen=True)
class Feed:
    """One page of a feed."""

    id: str
    """The same for all its pages."""
    title: str
    subtitle: str
    author: str
    language: str
    updated: datetime.datetime | None
    """None when it never held anything."""
    page: str
    """The address of the page for people."""
    links: tuple[tuple[str, str], ...]
    """What other pages of the feed are to this one, and their addresses: self, next, previous, first, last."""
    entries: tuple[FeedEntry, ...]


def atom(feed: Feed) -> bytes:
    """The feed as XML in UTF-8. Texts stand as text: nothing in them is markup, or a character that XML cannot hold."""
    whole = root("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": feed.language})
    put(whole, "id", feed.id)
    put(whole, "title", one_line(feed.title))
    put(whole, "subtitle", one_line(feed.subtitle))
    put(whole, "updated", _moment(feed.updated or _NEVER))
    put(put(whole, "author"), "name", feed.author)
    put(whole, "link", attributes={"rel": "alternate", "type": "text/html", "href": feed.page})
    for rel, address in feed.links:
        put(whole, "link", attributes={"rel": rel, "type": MEDIA_TYPE, "href": address})
    for entry in feed.entries:
        _put_entry(whole, entry)
    return written(whole)


def _put_entry(whole: Element, entry: FeedEntry) -> None:
    made = put(whole, "entry")
    put(made, "id", entry.id)
    put(made, "title", one_line(entry.title))
    put(made, "updated", _moment(entry.updated))
    put(made, "link", attributes={"rel": "alternate", "type": "text/html", "href": entry.address})
    if entry.category:
        put(made, "category", attributes={"term": entry.category})
    put(made, "content", entry.text, {"type": "text", "xml:lang": entry.language})


def _moment(moment: datetime.datetime) -> str:
    """RFC 3339, in UTC, to the second."""
    return moment.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
