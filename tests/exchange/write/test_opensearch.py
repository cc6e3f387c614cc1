"""The description of the search is XML, and within the limits of OpenSearch."""

import pytest
from defusedxml import ElementTree

from wsr.exchange.write.opensearch import SearchDescription, opensearch

NAMESPACE = "{http://a9.com/-/spec/opensearch/1.1/}"


def described(name: str = "Safeguarding") -> SearchDescription:
    """A site with a page and a feed."""
    return SearchDescription(
        name=name,
        description="Search <all> & sundry.",
        language="cy",
        page="https://wsr.example/cy/search?q={searchTerms}&unit=extract",
        feed="https://wsr.example/cy/search.atom?q={searchTerms}",
        image="https://wsr.example/static/mark.svg",
        address="https://wsr.example/cy/opensearch.xml",
    )


def test_a_description_has_what_the_standard_asks_for() -> None:
    """Its name, what it is, and the addresses of answers by their kind."""
    root = ElementTree.fromstring(opensearch(described()))

    assert f"{NAMESPACE}OpenSearchDescription" == root.tag
    assert ("Safeguarding", "Search <all> & sundry.", "UTF-8", "cy") == tuple(
        root.find(NAMESPACE + name).text for name in ("ShortName", "Description", "InputEncoding", "Language")
    )
    assert {
        "text/html": "https://wsr.example/cy/search?q={searchTerms}&unit=extract",
        "application/atom+xml": "https://wsr.example/cy/search.atom?q={searchTerms}",
        "application/opensearchdescription+xml": "https://wsr.example/cy/opensearch.xml",
    } == {url.get("type"): url.get("template") for url in root.findall(f"{NAMESPACE}Url")}


def test_a_name_is_sixteen_characters_at_most() -> None:
    """Browsers refuse a longer one."""
    opensearch(described("1234567890123456"))
    with pytest.raises(AssertionError):
        opensearch(described("12345678901234567"))
