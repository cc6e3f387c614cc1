"""The review page: facts with their sources, the whole text as real HTML, hits marked and linked."""

from bs4 import Tag
from fastapi.testclient import TestClient

from tests.web.reading import one, page_of, without_extracts, words
from tests.web.shelf import hold, many_passages
from wsr.repository.repository import Repository
from wsr.web.app import create_app

REVIEW = "/en/reviews/cpr2017-w91"


def _facts(page: Tag) -> dict[str, str]:
    return {words(one(row, "dt")): words(one(row, "dd")) for row in page.select(".wsr-facts > div")}


def test_the_head_names_the_review(client: TestClient) -> None:
    """Reference, type and form, year, title, board."""
    head = one(page_of(client, REVIEW), ".wsr-review-head")

    assert "CPR2017-W91 Child Practice Review (concise) 2018" == words(one(head, ".wsr-result__meta"))
    assert "Concise Child Practice Review: Child Q" == words(one(head, "h1"))
    assert "Gwent Safeguarding Board" == words(one(head, ".wsr-review-head__board"))


def test_facts_are_shown_as_exact_as_they_are_known(client: TestClient) -> None:
    """With how they are known where that needs saying."""
    facts = _facts(page_of(client, REVIEW))

    assert "March 2016" == facts["Date of the incident"]
    assert "14 February 2017" == facts["Date of the report"]
    assert "2018" == facts["Published"]
    assert "2018 the year of publication" == facts["Year"]
    assert "GSB 5/2017 printed as “GSB 05/2017”" == facts["Board’s own reference"]
    assert "Education , Health visiting" == facts["Agencies named"]


def test_each_fact_has_its_sources(client: TestClient) -> None:
    """Who states it, on which page, in which words."""
    rows = [words(row) for row in page_of(client, REVIEW).select(".wsr-fold:first-of-type tbody tr")]

    assert "Published by Gwent Safeguarding Board printed in the document, page 1 Gwent Safeguarding" in rows
    assert "Published 2018 from the list that came with the files" in rows
    assert "Date of the report 14 February 2017 printed in the document, page 2 14 February 2017" in rows


def test_recommendations_are_a_table(client: TestClient) -> None:
    """Label, text, addressees, level, every page where it is printed."""
    rows = page_of(client, REVIEW).select(".wsr-recommendations tbody tr")

    assert [
        "Recommendation 1 The Board should ask how missed visits are recorded. The Board; Health "
        "Board or partnership page 1, page 3",
        "Recommendation without a number Schools should share their records. Not stated page 1",
    ] == [words(row).replace(" ,", ",") for row in rows]
    assert f"{REVIEW}/pages/3" == rows[0].select("a")[2]["href"]


def test_a_review_without_recommendations_says_so(client: TestClient) -> None:
    """None is an answer, not a gap."""
    page = page_of(client, "/en/reviews/apr2021-w90")

    assert "No recommendation was found" in words(one(page, "section:has(> #recommendations)"))


def test_headings_have_their_numbers_and_are_listed(client: TestClient) -> None:
    """In the text and in the contents, which lead to them."""
    page = page_of(client, REVIEW)
    contents = {str(link["href"]): words(link) for link in page.select(".wsr-contents a")}

    assert {"#s1": "1 Circumstances", "#s2": "1.1 Practice that helped", "#s3": "Action plan"} == contents
    assert ["h3", "h4", "h3"] == [heading.name for heading in page.select(".wsr-heading")]
    assert "1.1 Practice that helped" == words(one(page, "h4#s2"))


def test_every_passage_has_its_element_and_its_place(client: TestClient, shelf: Repository) -> None:
    """Its id, its text, its permanent link and the page of the original."""
    page = without_extracts(page_of(client, REVIEW))
    passages = [item for item in shelf.review("cpr2017-w91").passages if item.document == "d1"]

    assert [item.id for item in passages] == [
        str(element["id"]) for element in page.select(".wsr-document [id^=p]")
    ]
    for passage in passages:
        element = one(page, f"#{passage.id}")
        assert passage.text.split("|")[0].strip() in element.get_text()
        assert f"{REVIEW}/passages/{passage.key}" == one(element, ".wsr-place__link")["href"]
        assert (
            f"{REVIEW}/pages/{passage.page_first}?passage={passage.id}"
            == one(element, ".wsr-place__page")["href"]
        )


def test_kinds_of_passages_are_kinds_of_elements(client: TestClient) -> None:
    """Lists are lists, quotations quotations, notes and line ends are kept."""
    page = without_extracts(page_of(client, REVIEW))

    assert ["p4", "p5"] == [item["id"] for item in one(page, ".wsr-document ul").select("li")]
    assert "b the record was read" in words(one(page, "#p5"))
    assert "blockquote" == one(page, "#p6").name
    assert "wsr-footnote" in one(page, "#p7")["class"]
    assert "twice.\nThe" in one(page, "#p2 .wsr-text").get_text()


def test_rows_of_a_table_are_a_table_again(client: TestClient) -> None:
    """Neighbouring rows, their head, their cells; a short row fills its width."""
    table = one(page_of(client, REVIEW), ".wsr-document table")
    cells = [
        [words(cell) for cell in row.select("td:not(.wsr-table__place)")] for row in table.select("tbody tr")
    ]

    assert ["Date", "Event", "Agency"] == [words(cell) for cell in table.select("th[scope=col]")]
    assert [["12.3.2014", "Visit recorded", "Health & school"], ["May 2014", "Nobody at home"]] == cells
    assert "2" == table.select("tbody tr:last-child td")[1]["colspan"]


def test_text_carries_its_language(client: TestClient) -> None:
    """The document's on the whole, another one on the passage."""
    page = page_of(client, REVIEW)

    assert "en" == one(page, "article")["lang"]
    assert "cy" == one(page, "#p12")["lang"]
    assert not one(page, "#p11").has_attr("lang")


def test_hits_are_marked_numbered_and_linked_in_reading_order(client: TestClient) -> None:
    """Hit n of m, with the one before and the one after; the words are marked, also in a cell."""
    page = page_of(client, f"{REVIEW}?q=record&stemmed=true")
    hits = page.select(".wsr-document [id^=p]:has(.wsr-hit-nav)")

    assert ["p3", "p5", "p8", "p10"] == [hit["id"] for hit in hits]
    assert ["1 of 4", "2 of 4", "3 of 4", "4 of 4"] == [
        words(one(hit, ".wsr-hit-nav__number")).removeprefix("match ") for hit in hits
    ]
    assert [["#p5"], ["#p3", "#p8"], ["#p5", "#p10"], ["#p8"]] == [
        [str(link["href"]) for link in hit.select(".wsr-hit-nav a")] for hit in hits
    ]
    assert ["record", "record", "record", "recorded", "recorded"] == [
        words(mark) for mark in page.select("article mark")
    ]
    assert "4 passages of this document match “record”. Go to the first match" == words(
        one(page, ".wsr-within__found")
    )


def test_the_way_back_is_the_search_itself(client: TestClient) -> None:
    """With its filters; whoever came without a search has no such link."""
    page = page_of(client, f"{REVIEW}?q=record&year=2018&page=2")

    assert "/en/search?q=record&year=2018&page=2" == one(page, ".govuk-back-link")["href"]
    assert [] == page_of(client, REVIEW).select(".govuk-back-link")


def test_a_review_is_searched_within_without_the_filters(client: TestClient) -> None:
    """A filter that the review does not pass hides none of its hits."""
    page = page_of(client, f"{REVIEW}?q=record&section_kind=analysis&year=1999")

    assert "2 passages of this document match" in words(one(page, ".wsr-within__found"))


def test_a_query_that_cannot_be_run_costs_the_marks_not_the_review(client: TestClient) -> None:
    """Its error stands at the search box of the review."""
    page = page_of(client, f'{REVIEW}?q="record')

    assert "quotation mark" in words(one(page, "#q-error"))
    assert 12 == len(page.select(".wsr-document [id^=p]"))


def test_documents_can_be_switched(client: TestClient) -> None:
    """Each with its pages, its hits and its file; the one that is read is marked."""
    page = page_of(client, f"{REVIEW}?q=record&document=d2")
    report, briefing = page.select(".wsr-documents li")

    assert f"{REVIEW}?q=record" == report.select("a")[0]["href"]
    assert "2 matching passages" in words(report)
    assert "Briefing Welsh · 1 page · 1 matching passage · read below" in words(briefing)
    assert "/reviews/cpr2017-w91.pdf?document=d2" == one(briefing, "a.wsr-documents__file")["href"]
    assert "cy" == one(page, "article")["lang"]
    assert "record" == words(one(page, "article mark"))


def test_a_machine_read_document_says_so(client: TestClient) -> None:
    """Only where it is."""
    assert "read from pictures" in words(one(page_of(client, f"{REVIEW}?document=d2"), ".wsr-documents"))
    assert "read from pictures" not in words(one(page_of(client, REVIEW), ".wsr-documents"))


def test_a_permanent_link_leads_to_the_passage_of_the_current_version(client: TestClient) -> None:
    """In whichever document it stands."""
    first = client.get(f"{REVIEW}/passages/key000000003", follow_redirects=False)
    missing = client.get(f"{REVIEW}/passages/nothing", follow_redirects=False)

    assert (302, f"{REVIEW}#p3") == (first.status_code, first.headers["location"])
    assert 404 == missing.status_code


def test_what_readers_may_not_see_is_as_if_it_had_never_been(client: TestClient) -> None:
    """A held review answers like one that does not exist, to the letter."""
    held, never = (client.get(f"/en/reviews/{slug}") for slug in ("dhr2019-w98", "dhr2019-w97"))

    assert 404 == held.status_code == never.status_code
    assert held.text == never.text.replace("w97", "w98")
    assert list(held.headers) == list(never.headers)


def test_all_hits_of_a_review_are_found_however_many(empty_home: Repository) -> None:
    """More than the index gives at once."""
    hold(empty_home, "APR2021-W90", many_passages(230))
    reader = TestClient(create_app(empty_home.settings, empty_home))
    page = page_of(reader, "/en/reviews/apr2021-w90?q=supervision")

    assert 230 == len(page.select(".wsr-hit-nav"))
    assert "230 of 230" in words(one(page, "#p230"))
