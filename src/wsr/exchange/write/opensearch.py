"""The description by which browsers and other programs search a site (OpenSearch 1.1)."""

from dataclasses import dataclass

from wsr.exchange.write.elements import put, root, written

MEDIA_TYPE = "application/opensearchdescription+xml"
LONGEST_NAME = 16
"""Characters that a ShortName may have."""


@dataclass(frozen=True)
class SearchDescription:
    """How a site is searched. Addresses of answers hold {searchTerms}."""

    name: str
    description: str
    language: str
    page: str
    """The answer for people."""
    feed: str
    """The answer as Atom."""
    image: str
    address: str
    """Of the description itself."""


def opensearch(description: SearchDescription) -> bytes:
    """The description as XML in UTF-8."""
    assert len(description.name) <= LONGEST_NAME, "OpenSearch allows 16 characters of a ShortName"
    whole = root("OpenSearchDescription", {"xmlns": "http://a9.com/-/spec/opensearch/1.1/"})
    put(whole, "ShortName", description.name)
    put(whole, "Description", description.description)
    put(whole, "InputEncoding", "UTF-8")
    put(whole, "OutputEncoding", "UTF-8")
    put(whole, "Language", description.language)
    put(whole, "Image", description.image, {"type": "image/svg+xml", "width": "16", "height": "16"})
    put(whole, "Url", attributes={"type": "text/html", "method": "get", "template": description.page})
    put(whole, "Url", attributes={"type": "application/atom+xml", "template": description.feed})
    put(
        whole,
        "Url",
        attributes={"type": MEDIA_TYPE, "rel": "self", "template": description.address},
    )
    return written(whole)
