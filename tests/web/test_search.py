"""The search page: one query in the address makes the page, its counts and its links."""

import html
from urllib.parse import parse_qs, urlsplit

from bs4 import BeautifulSoup
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.reading import one, page_of, words
from wsr.repository.repository import Repository
from wsr.web.app import create_app


def _results(page: BeautifulSoup) -> list[str]:
    return [words(item) for item in page.select(".wsr-result")]


def _choices(page: BeautifulSoup, facet: str) -> dict[str, str]:
    """Label -> count of a facet's choices."""
    (section,) = [item for item in page.select(".wsr-facet") if words(one(item, "h3")) == facet]
    return {
        words(one(choice, ".wsr-choice__label")).partition(": ")[2]: words(one(choice, ".wsr-choice__count"))
        for choice in section.select(".wsr-choice")
    }


def test_a_search_says_what_was_found_and_shows_each_passage_with_its_place(client: TestClient) -> None:
    """A sentence with both counts; reference, type, year, section, page, snippet with the word marked."""
    page = page_of(client, "/en/search?q=nurse")
    result = one(page, ".wsr-result")

    assert "1 passage in 1 review matches “nurse”." == words(one(page, ".wsr-finding__main"))
    assert "CPR2017-W91 Child Practice Review 2018" == words(one(result, ".wsr-result__meta"))
    assert "CPR2017-W91: Practice that helped" == words(one(result, "h3"))
    assert "The school nurse kept a record; the record was shared." == words(one(result, ".wsr-result__text"))
    assert "nurse" == words(one(result, "mark"))
    assert words(one(result, ".wsr-result__foot")).startswith("page 1")


def test_a_result_leads_to_the_very_passage_with_the_search(client: TestClient) -> None:
    """And to the page of the original with the passage boxed."""
    link = one(page_of(client, "/en/search?q=nurse&year=2018"), ".wsr-result h3 a")

    assert "/en/reviews/cpr2017-w91?q=nurse&year=2018&document=d1#p3" == link["href"]


def test_facets_count_the_whole_result_and_lead_on(client: TestClient) -> None:
    """Each value has its count; following its link gives just so many passages."""
    page = page_of(client, "/en/search?q=record+OR+supervision")
    counts = _choices(page, "Type of review")
    (choice,) = [item for item in page.select(".wsr-choice a") if "Adult Practice Review" in words(item)]
    narrowed = page_of(client, str(choice["href"]))

    assert {"Adult Practice Review": "45", "Child Practice Review": "3"}.items() <= counts.items()
    assert words(one(narrowed, ".wsr-finding__main")).startswith("45 passages in 1 review match")
    assert counts == _choices(narrowed, "Type of review")


def test_a_filter_in_force_is_a_chip_that_takes_it_away(client: TestClient) -> None:
    """With what it filters, and one link that clears all of them."""
    page = page_of(client, "/en/search?q=record&year=2018&review_type=CPR&stemmed=true")
    chips = page.select(".wsr-chip")

    assert [
        "Remove filter: Type of review: Child Practice Review ×",
        "Remove filter: Year: 2018 ×",
    ] == [words(chip) for chip in chips]
    assert "/en/search?q=record&year=2018&stemmed=true" == chips[0]["href"]
    assert "/en/search?q=record&stemmed=true" == one(page, ".wsr-chips__clear")["href"]


def test_the_whole_query_is_said_in_words(client: TestClient) -> None:
    """Filters, switches and order: what a citation of the search needs."""
    page = page_of(
        client,
        "/en/search?q=record&year=2018&year=2017&stemmed=true&all_sections=true&sort=oldest",
    )

    assert (
        "Year: 2018 or 2017. Other forms of the words are matched too. Contents pages, letters, forms and "
        "glossaries are searched too. In this order: oldest first."
    ) == words(one(page, ".wsr-finding__limits"))


def test_the_form_keeps_the_filters_and_shows_switches_and_order(client: TestClient) -> None:
    """A new word is searched under the same filters, from the first page."""
    page = page_of(client, "/en/search?q=record&year=2018&sort=oldest&stemmed=true&page=1")
    form = one(page, "form.wsr-search")

    assert "record" == one(form, "input[name=q]")["value"]
    assert [("year", "2018")] == [(i["name"], i["value"]) for i in form.select("input[type=hidden]")]
    assert one(form, "#stemmed").has_attr("checked")
    assert not one(form, "#all_sections").has_attr("checked")
    assert "oldest" == one(form, "#sort option[selected]")["value"]


def test_other_forms_of_a_word_match_only_when_asked(client: TestClient) -> None:
    """Exact by default: “records” is not “record”."""
    exact = page_of(client, "/en/search?q=recorded")
    stemmed = page_of(client, "/en/search?q=recorded&stemmed=true")

    assert 2 == len(_results(exact))
    assert 4 == len(_results(stemmed))


def test_reviews_can_be_counted_instead_of_passages(client: TestClient) -> None:
    """The best passage of each is shown, and every count is of reviews; paging keeps it so."""
    page = page_of(client, "/en/search?q=supervision&unit=review&per_page=1")

    assert "2 reviews match “supervision”." == words(one(page, ".wsr-finding__main"))
    assert "One passage of each review is shown." == words(one(page, ".wsr-finding__limits"))
    assert {"1"} == set(_choices(page, "Type of review").values())
    assert "1 review" in words(page.select(".wsr-choice")[0])
    assert "unit=review" in str(one(page, ".govuk-pagination__next a")["href"])
    assert "review" == one(page, "#unit option[selected]")["value"]


def test_extracts_can_be_shown_instead_of_passages(client: TestClient) -> None:
    """Each whole, with stance, codes and terms in words, and what a person said of it."""
    page = page_of(client, "/en/search?q=record&unit=extract&theme=communication")
    (result,) = page.select(".wsr-result")

    assert "1 extract in 1 review matches “record”." == words(one(page, ".wsr-finding__main"))
    assert "kept a record ; the record was shared." == words(one(result, ".wsr-result__text"))
    assert ["record", "record"] == [words(mark) for mark in result.select("mark")]
    assert words(one(result, ".wsr-stance")).endswith(": General statement of good practice")
    assert "Kept by a person" == words(one(result, ".wsr-tag"))
    assert "Themes: Communication: Multi-agency working" in words(one(result, ".wsr-coded"))
    kept_on = one(page_of(client, '/en/search?q="kept on trying"&unit=extract'), ".wsr-coded")
    assert "Best-practice terms: kept on trying" in words(kept_on)


def test_an_extract_leads_to_its_very_place_and_its_reasons(client: TestClient) -> None:
    """In the review, which marks what the search is about; one of another stance is marked all the same."""
    result = one(page_of(client, "/en/search?q=returned&unit=extract"), ".wsr-result")
    addresses = [str(link["href"]) for link in result.select("h3 a, .wsr-coded__labels a")]

    assert [
        "/en/reviews/cpr2017-w91?q=returned&unit=extract&document=d1#e4",
        "/en/reviews/cpr2017-w91?q=returned&unit=extract&document=d1#why-e4",
    ] == addresses
    neutral = one(page_of(client, "/en/search?q=visit&unit=extract&stance=neutral"), ".wsr-coded__labels a")
    assert page_of(client, str(neutral["href"]).partition("#")[0]).select("#why-e7")
    rejected = one(page_of(client, "/en/search?q=annual&unit=extract&decided=rejected"), ".wsr-result")
    assert str(one(rejected, "h3 a")["href"]).endswith("#e6")
    assert [] == rejected.select(".wsr-coded__labels a")


def test_extracts_are_counted_by_what_is_said_of_them(client: TestClient) -> None:
    """By names, in the order of the codebook; whether people decided is asked of extracts alone."""
    extracts = page_of(client, "/en/search?unit=extract&reference=CPR2017-W91")
    passages = page_of(client, "/en/search?reference=CPR2017-W91")

    assert {
        "Care and support": "1",
        "Communication": "2",
        "Policy, procedures and recording": "1",
    } == _choices(extracts, "Theme")
    assert {"Found by rules, not yet read by a person": "5", "Kept by a person": "1"} == _choices(
        extracts, "Decided by people"
    )
    assert "Theme" in [words(item) for item in passages.select(".wsr-facet h3")]
    assert "Decided by people" not in [words(item) for item in passages.select(".wsr-facet h3")]


def test_filters_are_named_also_when_nothing_has_them(client: TestClient) -> None:
    """Themes and sub-themes by their names, in chips and in the sentence; an unknown id is made readable."""
    asked = "unit=extract&theme=risk-and-escalation&subtheme=communication/multi-agency-working"
    found = page_of(client, f"/en/search?{asked}&theme=own-theme")
    refused = page_of(client, f'/en/search?q="record&{asked}', status=400)

    assert "Theme: Risk and escalation or Own theme. Sub-theme: Multi-agency working." == words(
        one(found, ".wsr-finding__limits")
    )
    assert [
        "Remove filter: Theme: Risk and escalation ×",
        "Remove filter: Sub-theme: Multi-agency working ×",
    ] == [words(chip) for chip in refused.select(".wsr-chip")]


def test_a_sample_is_said_shown_and_kept(client: TestClient) -> None:
    """So many with their seed: in the sentence, as a chip that takes it away, in the form, in every link."""
    page = page_of(client, "/en/search?q=supervision&unit=extract&sample=5&seed=7")
    chip = one(page, ".wsr-chip")

    assert words(one(page, ".wsr-finding__main")).startswith("5 extracts in ")
    assert "A sample of 5, seed 7." == words(one(page, ".wsr-finding__limits"))
    assert ("Remove filter: Sample: 5, seed 7 ×", "/en/search?q=supervision&unit=extract") == (
        words(chip),
        chip["href"],
    )
    assert ("5", "7") == (one(page, "#sample")["value"], one(page, "#seed")["value"])
    assert _results(page) == _results(
        page_of(client, "/en/search?q=supervision&unit=extract&sample=5&seed=7")
    )
    blank = page_of(client, "/en/search?q=supervision&unit=extract&sample=&seed=")
    assert [] == blank.select(".wsr-chip")


def test_pages_go_right_to_the_end_of_the_result(client: TestClient) -> None:
    """Every one of 46 passages is on just one page, and the numbers go on."""
    address, seen, firsts = "/en/search?q=supervision", [], []
    while address:
        page = page_of(client, address)
        seen += [str(link["href"]) for link in page.select(".wsr-result h3 a")]
        firsts.append(one(page, ".wsr-results")["start"])
        following = page.select(".govuk-pagination__next a")
        address = str(following[0]["href"]) if following else ""

    assert 46 == len(seen) == len(set(seen))
    assert ["1", "21", "41"] == firsts


def test_a_query_that_cannot_be_run_is_an_error_at_the_search_box(client: TestClient) -> None:
    """The page is there, what was typed too, and the sentence says what to change; status 400."""
    page = page_of(client, '/en/search?q="record&year=2018', status=400)
    box = one(page, "#q")
    message = one(page, f"#{box['aria-describedby']}")

    assert '"record' == box["value"]
    assert "quotation mark" in words(message)
    assert "#q" == one(page, ".govuk-error-summary a")["href"]
    assert page.title is not None and page.title.text.startswith("Error: ")
    assert [("year", "2018")] == [(i["name"], i["value"]) for i in page.select("input[type=hidden]")]


def test_a_filter_with_an_unknown_value_is_refused_with_the_values_there_are(client: TestClient) -> None:
    """Never an empty result for a slip in an address."""
    page = page_of(client, "/en/search?q=record&review_type=XYZ", status=400)

    assert "“XYZ”" in words(one(page, "main"))
    assert "SUSR" in words(one(page, "main"))


def test_nothing_found_offers_near_spellings_and_wider_searches(client: TestClient) -> None:
    """Each as a link that finds something."""
    page = page_of(client, '/en/search?q="superviion+speaks"&year=2018')
    links = {words(link): str(link["href"]) for link in page.select(".wsr-none a")}

    assert "0 passages in 0 reviews" in words(one(page, ".wsr-finding__main"))
    assert {"q": ["superviion speaks"], "year": ["2018"]} == parse_qs(
        urlsplit(links["Search for the words anywhere in a passage"]).query
    )
    assert {"q": ['"superviion speaks"']} == parse_qs(urlsplit(links["Search without the filters"]).query)
    near = page_of(client, "/en/search?q=superviion")
    (spelling,) = [link for link in near.select(".wsr-none a") if words(link) == "supervision"]
    assert len(_results(page_of(client, str(spelling["href"])))) > 0


def test_without_words_everything_that_the_filters_leave_is_shown(client: TestClient) -> None:
    """A blank query is a way to browse."""
    page = page_of(client, "/en/search?review_type=SUSR")

    assert "1 passage in 1 review." == words(one(page, ".wsr-finding__main"))


def test_held_reviews_are_nowhere_in_a_result(client: TestClient) -> None:
    """Neither among hits nor in counts."""
    page = page_of(client, "/en/search?q=supervision")

    assert "46 passages in 2 reviews" in words(one(page, ".wsr-finding__main"))
    assert "Domestic Homicide Review" not in _choices(page, "Type of review")


def test_a_missing_index_is_said_and_reviews_stay_readable(empty_home: Repository) -> None:
    """503 with Retry-After, never a silently short answer."""
    (empty_home.settings.home / "index").rename(empty_home.settings.home / "gone")
    with Repository.open(empty_home.settings) as repository:
        reader = TestClient(create_app(repository.settings, repository))
        response = reader.get("/en/search?q=record")

        assert 503 == response.status_code
        assert response.headers["retry-after"].isdigit()
        assert 200 == reader.get("/en/reviews").status_code == reader.get("/en/").status_code


@given(
    st.text(st.characters(codec="utf-8"), max_size=60)
    | st.text(st.sampled_from('ab ()"*~:-NOTANDOR0123456789'), max_size=60)
)
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_query_is_answered_or_explained(client: TestClient, text: str) -> None:
    """By the page and by the API alike: a result, or a sentence; never a fault."""
    page = client.get("/en/search", params={"q": text})
    data = client.get("/api/v1/search", params={"q": text})

    assert page.status_code == data.status_code
    assert page.status_code in (200, 400)
    assert page.status_code == 200 or data.json()["detail"] in html.unescape(page.text)
