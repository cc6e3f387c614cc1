"""Every extract and every result can be quoted: its words, its source and its permanent address, ready to paste."""

import datetime
import json
import re

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from tests.web.reading import PAGES, one, page_of, words
from wsr.domain.dates import PartialDate
from wsr.domain.kinds import Language
from wsr.repository.repository import Repository
from wsr.web.app import create_app
from wsr.web.dates import written_date
from wsr.web.quoting import Quoter
from wsr.web.wording import wording

TODAY = r"\(accessed \d{1,2} [A-Z][a-z]+ \d{4}\)\."
BOARD = "Gwent Safeguarding Board (2018). Concise Child Practice Review: Child Q."


def quotations(page: BeautifulSoup) -> list[str]:
    """What can be copied from a page, in its order, without the citation of the review itself."""
    return [words(each) for each in page.select(".wsr-copying:not(.wsr-citing) [data-copied]")]


def test_a_passage_found_is_quoted_with_its_place(client: TestClient) -> None:
    """The whole passage, not what the result shows of it; paragraph, page, board, year, title, address, day."""
    (quoted,) = quotations(page_of(client, "/en/search?q=nurse"))

    assert re.fullmatch(
        re.escape(
            "“The school nurse kept a record; the record was shared.” (CPR2017-W91, para 1.1.2, p. 1). "
            f"{BOARD} http://testserver/en/reviews/cpr2017-w91/passages/key000000003 "
        )
        + TODAY,
        quoted,
    )


@pytest.mark.parametrize(
    "address", ["/en/search?unit=extract&per_page=100", "/en/themes/communication?stance=&per_page=100"]
)
def test_each_extract_found_is_quoted_with_its_own_address(client: TestClient, address: str) -> None:
    """One quotation a result, and its address leads to the extract."""
    page = page_of(client, address)
    addresses = [re.search(r"http://testserver(\S+)", quoted) for quoted in quotations(page)]

    assert 0 < len(page.select(".wsr-result")) == len(addresses)
    for found in addresses:
        assert found and "/extracts/" in found[1]
        assert 302 == client.get(found[1], follow_redirects=False).status_code


def test_each_marked_extract_of_a_review_is_quoted(client: TestClient) -> None:
    """The words of the extract alone, however short its heading shows them."""
    page = page_of(client, "/en/reviews/cpr2017-w91")
    found = quotations(page)

    assert len(page.select(".wsr-why__item")) == len(found) > 2
    assert found[0].startswith("“The health visitor kept on trying.” (CPR2017-W91, para 1.1.1, p. 1). Gwent ")


def test_a_list_item_is_quoted_by_its_page(client: TestClient) -> None:
    """“b” names it in its list only."""
    found = quotations(page_of(client, "/en/search?q=%22record+was+read%22"))

    assert ["“the record was read” (CPR2017-W91, p. 1)."] == [each[: each.index(" Gwent")] for each in found]


def test_the_day_is_the_present_one(client: TestClient) -> None:
    """In words, in UTC."""
    before = datetime.datetime.now(datetime.UTC).date()
    (quoted,) = quotations(page_of(client, "/en/search?q=nurse"))
    after = datetime.datetime.now(datetime.UTC).date()

    english = wording(Language.EN)
    days = {written_date(english, PartialDate(day.year, day.month, day.day)) for day in (before, after)}
    assert quoted.rpartition("accessed ")[2].rstrip(").") in days


def test_addresses_are_those_of_the_settings(shelf: Repository) -> None:
    """A server behind another knows only there by which name it is read."""
    settings = shelf.settings.model_copy(update={"address": "https://reviews.example"})
    reader = TestClient(create_app(settings, shelf))

    (quoted,) = quotations(page_of(reader, "/en/search?q=nurse"))

    assert " https://reviews.example/en/reviews/cpr2017-w91/passages/key000000003 (accessed" in quoted


def test_a_review_is_cited_as_a_whole(client: TestClient, shelf: Repository) -> None:
    """On its page, in words."""
    cited = words(one(page_of(client, "/en/reviews/cpr2017-w91"), ".wsr-citing [data-copied]"))
    quoter = Quoter(Language.EN, "http://testserver", datetime.date(2026, 5, 4))

    assert cited.startswith(f"{BOARD} CPR2017-W91. http://testserver/en/reviews/cpr2017-w91 (accessed ")
    assert quoter.of_review(shelf.review("cpr2017-w91")).endswith("(accessed 4 May 2026).")


@pytest.mark.parametrize("address", [address for address, status in PAGES.items() if status == 200])
def test_without_scripts_every_quotation_can_be_unfolded(client: TestClient, address: str) -> None:
    """Buttons are hidden until a script shows them; where there is one, there is one place to say that it copied."""
    page = page_of(client, address)
    copying = page.select(".wsr-copying")

    assert [] == [each for each in page.select(".wsr-copy") if not each.has_attr("hidden")]
    assert [] == [each for each in copying if 1 != len(each.select("[data-copied]"))]
    assert [] == [each for each in copying if 1 != len(each.select("button.wsr-copy[type=button]"))]
    if copying:
        assert "status" == one(page, "#copy-status")["role"]
        assert str(one(page, "head script[src]")["src"]).startswith("/static/quoting.js?v=")


def test_every_button_says_what_it_copies(client: TestClient) -> None:
    """“Copy quotation” twenty times over would tell a screen reader nothing."""
    buttons = [words(each) for each in page_of(client, "/en/search?unit=extract").select(".wsr-copy")]
    on_review = [words(each) for each in page_of(client, "/en/reviews/cpr2017-w91").select(".wsr-copy")]

    assert all(re.fullmatch(r"Copy quotation from [A-Z]+\d{4}-\S+, page \d+", name) for name in buttons)
    assert "Copy citation of CPR2017-W91" in on_review
    assert "Copy quotation beginning “The health visitor kept on trying.”" in on_review


@pytest.mark.parametrize("asked", ["q=record&unit=passage", "q=&unit=extract"])
def test_files_cite_as_pages_do(client: TestClient, asked: str) -> None:
    """The same words with the same source, but for the day, which files do not say of each item."""
    on_page = quotations(page_of(client, f"/en/search?{asked}&per_page=100"))
    lines = client.get(f"/api/v1/export/jsonl?{asked}").text.splitlines()
    in_file = [item["citation"] for item in map(json.loads, lines) if "citation" in item and "text" in item]

    assert [re.sub(r" " + TODAY, ".", each) for each in on_page] == in_file != []
