"""The page of a group: what it shows to anyone, and how curators confirm, split and join, by plain forms."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from tests.making import a_parsed_document, a_recommendation, a_section
from tests.web.reading import one, page_of, words
from tests.web.shelf import hold
from tests.web.signing import ADMIN, OWN, add_accounts, browser_of, signed_in
from wsr.domain.kinds import Status
from wsr.repository.regrouping import Regrouping
from wsr.repository.repository import Repository
from wsr.repository.upkeep import recover
from wsr.settings import Settings
from wsr.store import reviews as stored

FLAG = (
    "GP practices should flag the records of children who were not brought to appointments.",
    "Surgeries must put a flag on the notes of any child who is not brought to an appointment.",
    "GP practices should flag records when children were not brought to appointments, and ring the parents.",
)
ENQUIRY = (
    "The Health Board should introduce routine enquiry about domestic abuse in its emergency departments.",
    "The University Health Board should extend routine enquiry about domestic abuse to emergency departments.",
)
OTHER = "Housing officers should refer tenants who hoard to the fire service."
HELD = {
    "CPR2018-W01": (FLAG[0], OTHER),
    "CPR2020-W02": (FLAG[1], ENQUIRY[1]),
    "CPR2022-W03": (FLAG[2],),
    "DHR2015-W04": (ENQUIRY[0],),
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four reviews: three ask for one thing, two for another. Not to be changed."""
    folder = tmp_path_factory.mktemp("home")
    with Repository.open(Settings(home=folder)) as opened:
        for reference, texts in HELD.items():
            made = tuple(a_recommendation(n, text) for n, text in enumerate(texts, 1))
            hold(opened, reference, a_parsed_document(sections=(a_section(),), recommendations=made))
        add_accounts(opened)
    return folder


@pytest.fixture
def shelf(home: Path, tmp_path: Path) -> Iterator[Repository]:
    """A repository with these reviews."""
    shutil.copytree(home, tmp_path / "home")
    with Repository.open(Settings(home=tmp_path / "home")) as opened:
        opened.regrouping.known(60)
        yield opened


@pytest.fixture
def reader(shelf: Repository) -> TestClient:
    """Somebody without an account."""
    return browser_of(shelf)


@pytest.fixture
def curator(shelf: Repository) -> TestClient:
    """Somebody who may record."""
    return signed_in(shelf)


def name_of(shelf: Repository, text: str) -> str:
    """slug/key of the recommendation with these words."""
    for reference in HELD:
        review = shelf.review(reference.lower())
        for made in review.recommendations:
            if made.text == text:
                return f"{review.slug}/{made.key}"
    raise AssertionError(text)


def address_of(shelf: Repository, text: str) -> str:
    """The address that names a group by this recommendation."""
    return f"/en/learning/groups/{name_of(shelf, text)}"


def send(browser: TestClient, page: str, end: str, **fields: str | list[str]) -> Response:
    """What a form of the page is answered with, once groups are known; what the page shows goes with it."""
    form = one(page_of(browser, page), f"form[action$='{end}']")
    hidden: dict[str, str | list[str]] = {"form_token": str(one(form, "input[name=form_token]")["value"])}
    if shown := [str(each["value"]) for each in form.select("input[name=shown]")]:
        hidden["shown"] = shown
    answer = browser.post(str(form["action"]), data={**hidden, **fields}, headers=OWN)
    assert isinstance(browser.app, FastAPI)
    browser.app.state.repository.regrouping.known(60)
    return answer


def texts_of(page: BeautifulSoup) -> list[str]:
    """The recommendations that a page of a group shows, in order."""
    return [words(each) for each in page.select(".wsr-result__text")]


def followed(browser: TestClient, answer: Response) -> BeautifulSoup:
    """The page that an answer leads to, at last."""
    assert answer.status_code == 303, answer.text
    address = answer.headers["location"]
    while (response := browser.get(address)).status_code == 302:
        address = response.headers["location"]
    return page_of(browser, address)


def test_a_group_is_read_without_an_account(shelf: Repository, reader: TestClient) -> None:
    """In the order of dates, with review, year, subjects and links; found by similarity, and no forms."""
    page = page_of(reader, address_of(shelf, FLAG[0]))
    text = words(one(page, "main"))

    assert texts_of(page) == list(FLAG)
    assert "Flags and markers; missed appointments" in words(one(page, "h1"))
    assert "3 recommendations in 3 reviews" in text
    assert text.count("Found by similarity; nobody has checked it.") == 1 + 3
    assert "Nobody has recorded anything." in text
    assert page.select("main form") == []
    for link in page.select(".wsr-result__title a"):
        assert reader.get(str(link["href"])).status_code == 200


def test_every_member_leads_to_the_one_address(shelf: Repository, reader: TestClient) -> None:
    """That of the first by date; with what is to be said on arrival."""
    answer = reader.get(address_of(shelf, FLAG[2]) + "?said=joined")

    assert answer.status_code == 302
    assert answer.headers["location"] == address_of(shelf, FLAG[0]) + "?said=joined"


def test_a_recommendation_in_no_group_says_so(shelf: Repository, reader: TestClient) -> None:
    """At an address of its own; what is nowhere is not found."""
    page = page_of(reader, address_of(shelf, OTHER))

    assert "In no group" in words(one(page, "h1"))
    assert texts_of(page) == [OTHER]
    for wrong in ("cpr2018-w01/0000000000000000", "none/0000000000000000", "../x"):
        assert reader.get(f"/en/learning/groups/{wrong}").status_code == 404
    assert reader.get(address_of(shelf, OTHER) + "?said=anything").status_code == 422


def test_the_recommendation_leads_to_its_group(shelf: Repository, reader: TestClient) -> None:
    """And one without a group leads nobody who only reads."""
    shelf.regrouping.known(60)
    slug, _, key = name_of(shelf, FLAG[1]).partition("/")
    page = page_of(reader, f"/en/reviews/{slug}/recommendations/{key}")
    slug, _, key = name_of(shelf, OTHER).partition("/")
    other = page_of(reader, f"/en/reviews/{slug}/recommendations/{key}")

    assert address_of(shelf, FLAG[0]) in [link["href"] for link in page.select("main a")]
    assert "One of a group that repeat each other: 3 recommendations in 3 reviews" in words(page)
    assert not [link for link in other.select("main a") if "/learning/groups/" in str(link["href"])]


@pytest.mark.parametrize("end", ["/records", "/join", "/records/1/withdraw"])
def test_readers_and_other_sites_record_nothing(
    shelf: Repository, reader: TestClient, curator: TestClient, end: str
) -> None:
    """Readers are led to the form for signing in; what comes from elsewhere is refused."""
    address = address_of(shelf, FLAG[0]) + end
    fields = {"says": "all", "shown": [name_of(shelf, text) for text in FLAG]}
    answer = reader.post(address, data=fields, headers=OWN)
    elsewhere = curator.post(address, data=fields, headers={"Sec-Fetch-Site": "cross-site"})
    without_token = curator.post(address, data=fields)
    known = shelf.regrouping.known(60).grouped

    assert answer.status_code == 403 or "/sign-in" in answer.headers["location"]
    assert (elsewhere.status_code, without_token.status_code) == (403, 403)
    assert known is not None and known.records == ()


def test_a_group_is_confirmed(shelf: Repository, curator: TestClient, reader: TestClient) -> None:
    """With name, day and note, which everybody sees; it then counts among the confirmed."""
    address = address_of(shelf, FLAG[0])
    page = followed(
        curator, send(curator, address, "/records", says="all", note="One <i>and</i> the same request.")
    )
    seen = words(one(page_of(reader, address), "main"))

    assert words(one(page, ".wsr-notice")) == "Recorded: they repeat each other."
    assert "Confirmed by megan on" in seen and "One <i>and</i> the same request." in seen
    assert "Found by similarity" not in seen
    assert "These repeat each other: CPR2018-W01" in seen and "Recorded by megan on" in seen
    groups = page_of(reader, "/en/learning/groups?state=confirmed")
    assert [link["href"] for link in groups.select("h2 a")] == [address]
    assert "1 group was found." in words(page_of(reader, "/en/learning/groups?state=unchecked"))


def test_what_is_not_ticked_stays_found_by_similarity(shelf: Repository, curator: TestClient) -> None:
    """A confirmed group is offered more, which is marked."""
    tick = [name_of(shelf, FLAG[0]), name_of(shelf, FLAG[1])]
    answer = send(curator, address_of(shelf, FLAG[0]), "/records", says="ticked", tick=tick)
    page = followed(curator, answer)

    assert texts_of(page) == list(FLAG)
    assert "1 more was found by similarity; nobody has checked it." in words(page)
    assert [words(each)[:9] for each in page.select(".wsr-result > .wsr-small")] == [
        "Confirmed",
        "Confirmed",
        "Found by ",
    ]


def test_one_that_does_not_belong_goes_alone(shelf: Repository, curator: TestClient) -> None:
    """The others stay; its page says where they are, and both say who told them apart."""
    answer = send(
        curator, address_of(shelf, FLAG[0]), "/records", says="alone", tick=[name_of(shelf, FLAG[2])]
    )
    page = followed(curator, answer)
    gone = page_of(curator, address_of(shelf, FLAG[2]))

    assert texts_of(page) == list(FLAG[:2])
    assert texts_of(gone) == [FLAG[2]]
    for each in (page, gone):
        assert "These do not repeat each other: CPR2022-W03" in words(each)
    assert address_of(shelf, FLAG[0]) in [link["href"] for link in gone.select(".wsr-recorded a")]


def test_the_first_that_goes_takes_its_address_along(shelf: Repository, curator: TestClient) -> None:
    """The reader is led to those that stay."""
    answer = send(
        curator, address_of(shelf, FLAG[0]), "/records", says="alone", tick=[name_of(shelf, FLAG[0])]
    )
    page = followed(curator, answer)

    assert texts_of(page) == list(FLAG[1:])
    assert texts_of(page_of(curator, address_of(shelf, FLAG[0]))) == [FLAG[0]]


def test_some_become_a_group_of_their_own(shelf: Repository, curator: TestClient) -> None:
    """Which is confirmed, by a record of its own."""
    tick = [name_of(shelf, FLAG[0]), name_of(shelf, FLAG[2])]
    answer = send(curator, address_of(shelf, FLAG[0]), "/records", says="own", tick=tick)
    followed(curator, answer)
    page = page_of(curator, address_of(shelf, FLAG[0]))

    assert texts_of(page) == [FLAG[0], FLAG[2]]
    assert "Confirmed by megan on" in words(page)
    assert len(page.select(".wsr-recorded > li")) == 2


def test_groups_are_joined_and_both_addresses_lead_to_one(shelf: Repository, curator: TestClient) -> None:
    """By pasting the address of the other; the earliest of both names the group now."""
    pasted = "https://wsr.example" + address_of(shelf, ENQUIRY[1]) + "?said=split"
    page = followed(curator, send(curator, address_of(shelf, FLAG[0]), "/join", address=pasted, why="Both."))

    assert texts_of(page) == [ENQUIRY[0], FLAG[0], FLAG[1], ENQUIRY[1], FLAG[2]]
    assert words(one(page, ".wsr-notice")) == "Recorded: the two are one group."
    for text in (FLAG[0], FLAG[2], ENQUIRY[1]):
        answer = curator.get(address_of(shelf, text))
        assert (answer.status_code, answer.headers["location"]) == (302, address_of(shelf, ENQUIRY[0]))


def test_one_alone_is_put_to_a_group_by_the_address_of_its_page(
    shelf: Repository, curator: TestClient
) -> None:
    """Of the register, or from its own page."""
    slug, _, key = name_of(shelf, OTHER).partition("/")
    pasted = f"/en/reviews/{slug}/recommendations/{key}"
    page = followed(curator, send(curator, address_of(shelf, ENQUIRY[0]), "/join", address=pasted))

    assert texts_of(page) == [ENQUIRY[0], OTHER, ENQUIRY[1]]


def test_what_went_is_offered_again_and_the_later_record_holds(
    shelf: Repository, curator: TestClient
) -> None:
    """It is nearly alike: chosen from the list, it comes back, whatever was said before."""
    address = address_of(shelf, FLAG[0])
    send(curator, address, "/records", says="alone", tick=[name_of(shelf, FLAG[2])])
    offered = [str(each["value"]) for each in page_of(curator, address).select("input[name=near]")]
    page = followed(curator, send(curator, address, "/join", near=offered[0]))

    assert offered[0] == name_of(shelf, FLAG[2])
    assert texts_of(page) == list(FLAG)
    assert len(page.select(".wsr-recorded > li")) == 2


def test_a_withdrawn_record_holds_no_more_and_is_seen(
    shelf: Repository, curator: TestClient, reader: TestClient
) -> None:
    """Whoever looks after the repository may withdraw it; that it was made and withdrawn is told."""
    address = address_of(shelf, FLAG[0])
    send(curator, address, "/records", says="all")
    page = followed(signed_in(shelf, ADMIN), send(signed_in(shelf, ADMIN), address, "/withdraw"))
    seen = words(page_of(reader, address))

    assert words(one(page, ".wsr-notice")) == "The record is withdrawn."
    assert "Recorded by megan on" in seen and "Withdrawn by ann.rees on" in seen
    assert "Confirmed by" not in seen
    assert page.select("form[action$='/withdraw']") == []


@pytest.mark.parametrize(
    ("end", "fields", "field"),
    [
        ("/records", {}, "says-all"),
        ("/records", {"says": "ticked"}, "tick-1"),
        ("/records", {"says": "alone"}, "tick-1"),
        ("/records", {"says": "own", "tick": "every"}, "tick-1"),
        ("/records", {"says": "ticked", "tick": "first"}, "says-all"),
        ("/records", {"says": "all", "note": "x" * 2001}, "note"),
        ("/join", {}, "address"),
        ("/join", {"address": "https://example.org/"}, "address"),
        ("/join", {"address": "cpr2018-w01/0000000000000000"}, "address"),
        ("/join", {"address": "none/0000000000000000", "why": "A note."}, "address"),
        ("/join", {"address": "inside"}, "address"),
        ("/join", {"address": "other", "why": "x" * 2001}, "why"),
    ],
)
def test_what_cannot_be_kept_comes_back(
    shelf: Repository, curator: TestClient, end: str, fields: dict[str, str], field: str
) -> None:
    """With what was typed and ticked, and a sentence that leads to the field; nothing is kept."""
    names = [name_of(shelf, text) for text in FLAG]
    meant: dict[str, str | list[str]] = {"every": names, "first": names[:1], "inside": names[1]}
    meant["other"] = name_of(shelf, ENQUIRY[0])
    sent = {name: meant.get(value, value) for name, value in fields.items()}
    answer = send(curator, address_of(shelf, FLAG[0]), end, **sent)
    page = BeautifulSoup(answer.text, "html.parser")
    known = shelf.regrouping.known(60).grouped

    assert answer.status_code == 400
    assert [link["href"] for link in page.select(".govuk-error-summary a")] == [f"#{field}"]
    assert page.select(f"#{field}")
    assert words(one(page, ".govuk-error-summary a")) in words(one(page, f"#{field}-error"))
    assert "Error: " in words(one(page, "title"))
    assert len(page.select("input[name=tick][checked]")) == (
        len(sent["tick"]) if isinstance(sent.get("tick"), list) else 0
    )
    assert one(page, "#why").text.strip() == fields.get("why", "")
    assert known is not None and known.records == ()


def test_a_record_that_is_not_there_cannot_be_withdrawn(shelf: Repository, curator: TestClient) -> None:
    """The page says so."""
    address = address_of(shelf, FLAG[0])
    token = one(page_of(curator, address), "form[action$='/join'] input[name=form_token]")["value"]
    answer = curator.post(f"{address}/records/99/withdraw", data={"form_token": str(token)}, headers=OWN)

    assert answer.status_code == 400
    assert "no such record" in answer.text


def test_a_review_that_is_published_no_more_is_in_no_group(
    shelf: Repository, curator: TestClient, reader: TestClient
) -> None:
    """Its words are nowhere, not even in the record that names them; the others stay together."""
    address = address_of(shelf, FLAG[0])
    send(curator, address, "/records", says="all")
    with shelf.session() as session:
        kept = stored.load_review(session, "CPR2022-W03")
        assert kept is not None
        review = shelf.review("cpr2022-w03").model_copy(update={"status": Status.WITHDRAWN})
        stored.update_review(session, kept.id, review)
    gone = page_of(reader, address)
    recover(shelf)
    shelf.regrouping.known(60)
    page = page_of(reader, address)

    for each in (gone, page):
        assert texts_of(each) == list(FLAG[:2])
        assert "CPR2022-W03" not in words(each)
    assert "Confirmed by megan on" in words(page)


def test_until_groups_are_known_pages_say_so(
    shelf: Repository, reader: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits for them: the list, the group and the recommendation are shown without."""
    shelf.regrouping = Regrouping(shelf.alike, shelf.session)
    monkeypatch.setattr(shelf.regrouping, "begin", lambda: None)
    slug, _, key = name_of(shelf, FLAG[0]).partition("/")

    assert "The groups are being worked out." in words(page_of(reader, "/en/learning/groups"))
    assert "The groups are being worked out." in words(page_of(reader, address_of(shelf, FLAG[0])))
    assert "One of a group" not in reader.get(f"/en/reviews/{slug}/recommendations/{key}").text


def test_a_recommendation_is_read_while_there_is_no_index(shelf: Repository, reader: TestClient) -> None:
    """Its page stays up; that of its group says why it cannot answer."""
    slug, _, key = name_of(shelf, FLAG[0]).partition("/")
    shutil.rmtree(shelf.settings.home / "index")

    assert FLAG[0] in words(page_of(reader, f"/en/reviews/{slug}/recommendations/{key}"))
    assert page_of(reader, address_of(shelf, FLAG[0]), 503)
