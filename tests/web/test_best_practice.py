"""The pages of the method: the terms, the concordance, how results were found, the report."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient

from tests.making import a_parsed_document, a_section
from tests.web.reading import one, page_of, words
from tests.web.shelf import a_claim, hold, many_passages
from wsr.domain.kinds import SectionKind
from wsr.repository.repository import Repository
from wsr.settings import Settings
from wsr.web.app import create_app

TEXTS = (
    "The effective communication of the nurse was good practice.",
    "The referral was timely and its follow-up was not timely enough.",
    "Nothing else is told of the record.",
)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A reader, who changes nothing, of a repository with one review that holds five hits of four terms."""
    report = a_parsed_document(
        *TEXTS,
        sections=(a_section(0, "Analysis", SectionKind.ANALYSIS, level=1),),
        claims=(a_claim("publication_date", "2021-06"),),
    )
    with Repository.open(Settings(home=tmp_path_factory.mktemp("home"))) as opened:
        hold(opened, "CPR2021-W91", report)
        yield TestClient(create_app(opened.settings, opened))


def test_every_term_stands_in_the_table_and_leads_to_its_extracts(reader: TestClient) -> None:
    """Zeros too; the number of extracts is that of the search behind the link."""
    page = page_of(reader, "/en/best-practice")
    rows = {
        words(one(row, "th")): [words(cell) for cell in row.select("td")]
        for row in one(page, "table:has(#terms)").select("tbody tr")
    }
    link = one(page, "#terms").find_parent("table").find("a", string="timely")["href"]  # type: ignore[union-attr,index]

    assert 26 == len(rows)
    assert ["1", "1", "1", "0", "0", "good practice, effective"] == rows["effective communication"]
    assert ["0"] * 5 == rows["mindful"][:5]
    assert f"{rows['timely'][1]} extract" in words(one(page_of(reader, str(link)), ".wsr-finding__main"))


def test_raw_and_deduplicated_counts_are_told_apart(reader: TestClient) -> None:
    """Five hits added up, four stretches of text."""
    page = page_of(reader, "/en/best-practice")

    assert "4 hits in" in words(one(page, ".wsr-finding__main"))
    assert "Added up term by term there are 5 hits" in words(page)


def test_ticked_terms_are_counted_and_stay_ticked(reader: TestClient) -> None:
    """The form is a plain GET; its other button leads to the search of the same names."""
    page = page_of(reader, "/en/best-practice?term=timely&review_type=CPR")
    form = one(page, ".wsr-ticks")
    ticked = {(box["name"], box["value"]) for box in form.select("input[checked]")}
    other = one(form, "button[formaction]")

    assert {("term", "timely"), ("review_type", "CPR")} == ticked
    assert "2 hits in" in words(one(page, ".wsr-finding__main"))
    assert ("/en/search", "unit", "extract") == (other["formaction"], other["name"], other["value"])
    assert "Type of review: Child Practice Review. Best-practice term: timely." in words(
        one(page, ".wsr-finding__limits")
    )


def test_the_method_is_printed_at_the_end(reader: TestClient) -> None:
    """With versions, counts and how to cite the very address."""
    page = page_of(reader, "/en/best-practice?term=timely")
    method = words(one(page, ".wsr-method"))

    assert "Counted: 1 term of the term list “Best practice” (best-practice 1)." in method
    assert "Rates are extracts for each review held" in method
    assert "what the terms found. State" in words(one(page, ".wsr-cite"))
    assert "/en/best-practice?term=timely" in words(one(page, ".wsr-cite"))


def test_a_search_says_how_it_was_found(reader: TestClient) -> None:
    """The link keeps the query; the page has the sentence, the sample, versions and a citation."""
    results = page_of(reader, "/en/search?q=timely&year=2021&sample=1&seed=3&page=1")
    links = {words(link): link["href"] for link in results.select(".wsr-finding .wsr-links a")}
    page = page_of(reader, str(links["How these results were found"]))

    assert "1 passage in 1 review matches “timely”." in words(page)
    assert "Year: 2021." in words(page)
    assert "A sample of 1, seed 3." in words(page)
    assert "Search: “timely”. State" in words(one(page, ".wsr-cite"))
    assert {"q": ["timely"], "year": ["2021"], "sample": ["1"], "seed": ["3"]} == parse_qs(
        urlsplit(str(links["Concordance"])).query
    )


def test_each_match_has_a_line_that_leads_to_its_passage(reader: TestClient) -> None:
    """Left, match and right in cells of a table with heads; one click to the passage."""
    page = page_of(reader, "/en/concordance?q=timely&by=right&words=2")
    lines = [[words(cell) for cell in row.select("td")] for row in one(page, ".wsr-lines").select("tbody tr")]
    link = one(page, ".wsr-lines tbody tr:first-child th a")

    assert [
        ["The referral was", "timely", "and its follow-up was not timely enough."],
        ["The referral was timely and its follow-up was not", "timely", "enough."],
    ] == lines
    assert ["Place", "Before", "Match", "After"] == [
        words(head) for head in page.select(".wsr-lines thead th")
    ]
    assert str(link["href"]).startswith("/en/reviews/cpr2021-w91")
    assert str(link["href"]).endswith("#p2")
    assert "2 lines, 1 passage in 1 review" == words(one(page, ".wsr-finding__main"))


def test_a_width_that_lines_cannot_have_is_answered_with_the_bound(reader: TestClient) -> None:
    """The field names the range before it is asked."""
    assert "Characters on each side, 20 to 200" in words(page_of(reader, "/en/concordance?q=timely"))
    for width, said in ((19, "width (at least 20)"), (201, "width (at most 200)")):
        assert said in words(one(page_of(reader, f"/en/concordance?q=timely&width={width}", 422), "main"))


def test_terms_make_a_concordance_without_words(reader: TestClient) -> None:
    """What stands in the middle is the term; the filters stay with the form."""
    page = page_of(reader, "/en/concordance?unit=extract&term=timely&term=effective")
    kept = {(field["name"], field["value"]) for field in page.select("form input[type=hidden]")}

    assert {"timely", "effective"} == {words(cell) for cell in page.select("td.wsr-lines__match")}
    assert {("term", "timely"), ("term", "effective")} == kept


def test_a_concordance_has_pages_to_its_end(empty_home: Repository) -> None:
    """Of a hundred lines; its options stay in their addresses, and numbers go on."""
    hold(empty_home, "APR2021-W90", many_passages(120))
    reader = TestClient(create_app(empty_home.settings, empty_home))
    first = page_of(reader, "/en/concordance?q=supervision&by=left&width=30")
    link = one(first, ".govuk-pagination__next a")["href"]
    last = page_of(reader, str(link))

    assert "120 lines, 120 passages in 1 review" == words(one(first, ".wsr-finding__main"))
    assert [100, 20] == [len(page.select(".wsr-lines tbody tr")) for page in (first, last)]
    assert {"q": ["supervision"], "page": ["2"], "by": ["left"], "width": ["30"]} == parse_qs(
        urlsplit(str(link)).query
    )
    assert "101:" in words(one(last, ".wsr-lines tbody tr:first-child th"))


def test_there_are_no_more_lines_than_can_be_sorted(
    reader: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What to do is said beside those that are shown."""
    monkeypatch.setattr("wsr.repository.concordance.MOST_LINES", 1)

    assert "Draw a sample, or add a filter." in words(page_of(reader, "/en/concordance?q=the+OR+was"))


def test_fields_of_the_form_that_are_sent_empty_are_as_if_they_were_not(reader: TestClient) -> None:
    """Whoever clears a field asks for what is usual."""
    page = page_of(reader, "/en/concordance?q=timely&width=&sample=&seed=")

    assert ["60", "1"] == [one(page, f"#{name}")["value"] for name in ("width", "seed")]
    assert "2 lines" in words(one(page, ".wsr-finding__main"))


@pytest.mark.parametrize("address", ["/en/concordance?q=", "/en/concordance?year=2021"])
def test_without_words_there_is_a_sentence(reader: TestClient, address: str) -> None:
    """At the box where they are missing."""
    page = page_of(reader, address, 400)

    assert "type at least one word" in words(one(page, "#q-error"))


def test_the_report_is_one_page(reader: TestClient) -> None:
    """With its parts, its examples and their sources."""
    page = page_of(reader, "/en/report/best-practice")
    headings = [words(heading) for heading in page.select("h2")]

    assert "What is held" in headings
    assert ["Limits", "Method"] == headings[-2:]
    assert all("page 1" in words(caption) for caption in page.select("figcaption"))
