"""The page that tells whether something has been recommended before: a plain form, and a draft that is not kept."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from docx import Document
from fastapi.testclient import TestClient

from tests.learning.models import make_model
from tests.pdfs import make_early_and_late
from tests.web.reading import one, page_of, words
from tests.web.signing import OWN, browser_of
from wsr.domain.kinds import Language
from wsr.domain.learning import LIMIT_OF_DRAFT, RankedBy
from wsr.repository.ingesting import Ingest
from wsr.repository.learning import answer
from wsr.repository.repository import Repository
from wsr.settings import Settings
from wsr.web.alike import judge_of
from wsr.web.wording import wording

ASKED = "GP practices should flag the records of children who were not brought to appointments."
BOLD = "<b>Housing</b> officers & wardens should refer tenants who hoard to the fire service."
PRAISE = "It was good practice that the surgery rang when the child was not brought to an appointment."
OTHER = "Wardens of bridges should count the lamps each spring."
DRAFT = "Surgeries to mark the notes of any child who is not brought to an appointment."


@pytest.fixture(scope="module")
def reviews(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Repository]:
    """A review that recommends, and a later one that praises."""
    folder = tmp_path_factory.mktemp("arrivals")
    make_early_and_late(folder, (ASKED, BOLD), (OTHER,), (PRAISE,))
    settings = Settings(home=tmp_path_factory.mktemp("home"), answers_a_minute=0)
    with Repository.open(settings) as opened:
        list(Ingest(opened, [folder]))
        yield opened


@pytest.fixture(scope="module")
def reader(reviews: Repository) -> TestClient:
    """Somebody without an account."""
    return browser_of(reviews)


def asked(reader: TestClient, status: int = 200, **fields: str) -> BeautifulSoup:
    """The page that answers the form."""
    response = reader.post("/en/learning", data=fields, headers=OWN)
    assert status == response.status_code
    return BeautifulSoup(response.text, "html.parser")


def test_the_form_asks_for_nothing_but_a_draft_and_dates(reader: TestClient) -> None:
    """It needs no account, and is labelled."""
    page = page_of(reader, "/en/learning")

    assert {field["name"] for field in page.select("main form [name]")} == {
        "form_token",
        "draft",
        "before",
        "after",
        "order",
    }
    assert page.select("main label[for=draft]")
    assert "Has this been recommended before?" in words(one(page, "h1"))
    assert not page.select("#finding")


def test_a_draft_is_answered_with_reasons_and_later_practice(reader: TestClient) -> None:
    """Words are marked as printed, families are named, and a person is asked to judge."""
    page = asked(reader, draft=DRAFT)
    text = words(one(page, "main"))

    assert "Alike: 1 recommendation in 1 review." in text, text[300:900]
    assert "list for a person to judge" in text
    assert "no evidence that a recommendation was carried out" in text
    assert "the same as" not in text
    assert "GP practices" in {words(mark) for mark in page.select("mark")}
    assert "missed appointments" in text
    assert page.select('a[href*="/recommendations/"]')
    assert "Good practice that later reviews identified" in text
    assert "CPR2021-W92, page" in text
    assert one(page, "textarea").get_text(strip=True) == DRAFT


def test_a_draft_stays_in_no_cache_and_in_no_address(reader: TestClient) -> None:
    """RELIABILITY: neither in a cache nor in the addresses that servers and browsers keep."""
    response = reader.post("/en/learning", data={"draft": DRAFT}, headers=OWN)

    assert response.headers["cache-control"] == "private, no-store"
    assert "etag" not in response.headers
    assert response.history == []
    assert 403 == reader.post("/en/learning", data={"draft": DRAFT}).status_code


def test_a_draft_is_not_logged(reader: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    """Neither a right one nor a wrong one."""
    with caplog.at_level("DEBUG"):
        asked(reader, draft="Zebrafinch notes of any child who is not brought.")
        asked(reader, 400, draft="Zebrafinch " * 400)

    assert "zebrafinch" not in caplog.text.casefold()


def test_dates_hold(reader: TestClient) -> None:
    """And are said."""
    none = words(one(asked(reader, draft=DRAFT, before="2018"), "main"))
    later = words(one(asked(reader, draft=DRAFT, after="2022"), "main"))
    exact = words(one(asked(reader, draft=DRAFT, before="2018-05-17"), "main"))

    assert "No earlier recommendation is alike." in none
    assert "in reviews dated before 2018" in none
    assert "in reviews dated before 17 May 2018" in exact
    assert "No extract of a later review is on this subject." in later


@pytest.mark.parametrize(
    ("fields", "at", "said"),
    [
        ({"draft": " "}, "draft", "Write or paste a draft recommendation"),
        ({"draft": "a" * (LIMIT_OF_DRAFT + 1)}, "draft", "one recommendation at a time"),
        ({"draft": DRAFT, "before": "last year"}, "before", "This is no date."),
        ({"draft": DRAFT, "after": "2024-13"}, "after", "This is no date."),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    reader: TestClient, fields: dict[str, str], at: str, said: str
) -> None:
    """With what to do; what was written stays in the form."""
    page = asked(reader, 400, **fields)

    assert said in words(one(page, ".govuk-error-summary"))
    assert page.select(f'.govuk-error-summary a[href="#{at}"]')
    assert one(page, f"#{at}")["aria-invalid"] == "true"
    assert said in words(one(page, f"#{at}-error"))
    assert f"{at}-error" in str(one(page, f"#{at}")["aria-describedby"]).split()
    assert one(page, "title").get_text().startswith("Error: ")


def test_a_line_of_a_draft_ends_with_one_character(reader: TestClient) -> None:
    """So many characters as the page promises can be sent: browsers send two for each end of a line."""
    lines = (LIMIT_OF_DRAFT - len(DRAFT)) // 2
    asked(reader, draft=DRAFT + "\r\na" * lines)


def test_a_draft_outlives_an_index_that_is_being_built(tmp_path: Path) -> None:
    """It stands in no cache: the form gives it back, and says when to try again."""
    with Repository.open(Settings(home=tmp_path / "home")) as without:
        answer = browser_of(without).post("/en/learning", data={"draft": DRAFT}, headers=OWN)

    assert (503, "30") == (answer.status_code, answer.headers["retry-after"])
    assert DRAFT == BeautifulSoup(answer.text, "html.parser").select_one("#draft").text.strip()  # type: ignore[union-attr]


def test_paper_says_what_was_asked(reader: TestClient) -> None:
    """The form is not printed: the draft stands above what was found, on paper alone."""
    page = asked(reader, draft=DRAFT)

    assert DRAFT == words(one(page, "blockquote.wsr-paper"))
    assert not asked(reader, 400, draft=" ").select(".wsr-paper")


def test_nothing_alike_says_so_and_what_to_try(reader: TestClient) -> None:
    """And leads to the search of the register."""
    page = asked(reader, draft="Bus drivers should be trained to use the ramps of new vehicles.")
    text = words(one(page, "main"))

    assert "No earlier recommendation is alike." in text
    assert "Try naming" in text
    assert page.select('main a[href="/en/recommendations"]')


def test_markup_in_texts_and_drafts_is_shown_as_text(reader: TestClient) -> None:
    """Nothing of it becomes an element."""
    page = asked(reader, draft="<script>alert(1)</script> Refer tenants who hoard to the fire service.")

    assert "<b>Housing</b>" in words(one(page, "main")) or "Housing officers & wardens" in words(
        one(page, "main")
    )
    assert not page.select("main script, main li b")


def test_a_recommendation_of_the_register_has_a_stable_address(
    reader: TestClient, reviews: Repository
) -> None:
    """Its page leads there; it is not its own answer."""
    key = reviews.review("cpr2019-w91").recommendations[0].key
    address = f"/en/learning?recommendation=cpr2019-w91%2F{key}"
    own = page_of(reader, f"/en/reviews/cpr2019-w91/recommendations/{key}")
    page = page_of(reader, address)

    assert own.select(f'a[href="{address}"]')
    assert "No earlier recommendation is alike." in words(one(page, "main"))
    assert ASKED in words(one(page, "blockquote"))
    assert page.select('a[href*="cpr2021-w92"]')


@pytest.mark.parametrize("name", ["cpr2019-w91/nothing", "none2000-w01/x", "x", "../x"])
def test_an_unknown_recommendation_is_not_found(reader: TestClient, name: str) -> None:
    """Whatever is asked for."""
    assert 404 == reader.get("/en/learning", params={"recommendation": name}).status_code


LANTERNS = "Custodians of viaducts shall tally all lanterns every summer."


@pytest.fixture(scope="module")
def by_meaning(reviews: Repository, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The same reviews where the site names a model."""
    same = (
        "wardens custodians",
        "bridges viaducts",
        "count tally",
        "the all",
        "lamps lanterns",
        "each every",
        "should shall",
    )
    model = make_model(tmp_path_factory.mktemp("small"), (ASKED, BOLD, OTHER, PRAISE, LANTERNS), same)
    settings = Settings(home=reviews.settings.home, sentence_model=model)
    with Repository.open(settings) as opened:
        opened.alike.now().prepare()
        yield browser_of(opened)


def test_what_is_found_by_meaning_alone_is_said_to_be(reader: TestClient, by_meaning: TestClient) -> None:
    """With the model that says so, which is named; without a model nothing is said of one."""
    assert "No earlier recommendation is alike." in words(one(asked(reader, draft=LANTERNS), "main"))
    page = asked(by_meaning, draft=LANTERNS)
    text = words(one(page, "main"))

    assert "Alike: " in text
    assert OTHER == page.select("#earlier ~ ol .wsr-result__text")[0].get_text()
    assert re.search(r"Alike in meaning \(\d\.\d\d\), though few words are shared", text)
    assert re.search(r"a model of the meaning of sentences .* SHA-256 [0-9a-f]{16}\.", text)
    assert "model" not in words(one(asked(reader, draft=DRAFT), "main"))


def test_words_are_still_reasons_where_a_model_tells_too(by_meaning: TestClient) -> None:
    """Marked and named as ever."""
    page = asked(by_meaning, draft=ASKED.replace("records", "notes"))

    assert "GP practices" in {words(mark) for mark in page.select("mark")}
    assert "missed appointments" in words(one(page, "main"))


def test_what_the_model_has_still_to_read_is_said(reviews: Repository) -> None:
    """With the model; when it has read all, nothing more is said of it."""
    found, english = answer(reviews, DRAFT), wording(Language.EN)
    by = RankedBy(model="small", sha256="ab" * 32)
    reading = found.model_copy(update={"by": by.model_copy(update={"waiting": 9})})

    assert "The model: small, SHA-256 abababababababab." in judge_of(english, reading)
    assert "still reading what is new" in judge_of(english, reading)
    assert "still reading" not in judge_of(english, found.model_copy(update={"by": by}))
    assert "model" not in judge_of(english, found)


def test_both_orders_list_the_same(reader: TestClient) -> None:
    """By a plain choice in the form, which stays chosen; each date as exact as it is known."""
    by_date = asked(reader, draft=DRAFT, order="date")
    by_score = asked(reader, draft=DRAFT)

    assert "the oldest first" in words(one(by_date, "#earlier ~ p"))
    assert "The most alike first." in words(by_score.select("#earlier ~ p")[0])
    assert ["date"] == [each["value"] for each in by_date.select("input[name=order][checked]")]
    assert ["score"] == [each["value"] for each in by_score.select("input[name=order][checked]")]
    assert "May 2021" in words(by_date.select("#later ~ ul")[0])
    assert 422 == reader.post("/en/learning", data={"draft": DRAFT, "order": "age"}, headers=OWN).status_code


def test_an_order_is_a_part_of_the_address_of_a_recommendation(
    reader: TestClient, reviews: Repository
) -> None:
    """So that it can be sent on, with its reports."""
    address = address_of(reviews)
    page = page_of(reader, f"{address}&order=date")
    here = f"cpr2019-w91%2F{reviews.review('cpr2019-w91').recommendations[0].key}"

    assert page.select(f'a[href="/en/learning/report.docx?recommendation={here}&order=date"]')
    assert page.select(f'a[href="/en/learning/report?recommendation={here}&order=date"]')
    assert not page.select("button[name=make]")


def address_of(reviews: Repository, below: str = "") -> str:
    """Where the first recommendation is asked about."""
    key = reviews.review("cpr2019-w91").recommendations[0].key
    return f"/en/learning{below}?recommendation=cpr2019-w91%2F{key}"


def test_a_draft_becomes_a_report_in_word_that_is_kept_nowhere(reader: TestClient) -> None:
    """With the draft, and whole links to the site that it was made on; its name does not tell the draft."""
    response = reader.post(
        "/en/learning", data={"draft": DRAFT, "make": "docx", "order": "date"}, headers=OWN
    )
    document = Document(BytesIO(response.content))
    said = [each.text for each in document.paragraphs]
    targets = {each.target_ref for each in document.part.rels.values() if each.is_external}

    assert 'filename="wsr_learning_draft_' in response.headers["content-disposition"]
    assert ("private, no-store", None) == (response.headers["cache-control"], response.headers.get("etag"))
    assert DRAFT in said
    assert ASKED in said
    assert PRAISE in said
    assert any(text.startswith("Compared with 3 recommendations") for text in said)
    assert any("the ranker “lexical 3”" in text for text in said)
    assert any(each.startswith("https://testserver/en/reviews/cpr2021-w92") for each in targets)


def test_a_hostile_draft_becomes_a_sound_file(reader: TestClient) -> None:
    """Signs that XML cannot hold are left out, and markup is text."""
    hostile = f"{DRAFT} <w:p>&amp;\x00\x0b\r\n=1+1 \u202e"
    response = reader.post("/en/learning", data={"draft": hostile, "make": "docx"}, headers=OWN)
    said = [each.text for each in Document(BytesIO(response.content)).paragraphs]

    assert any(text.startswith(f"{DRAFT} <w:p>&amp;\n=1+1") for text in said)


def test_a_draft_becomes_a_page_to_print(reader: TestClient) -> None:
    """Not kept either; nothing leads to a draft."""
    response = reader.post("/en/learning", data={"draft": DRAFT, "make": "print"}, headers=OWN)
    page = BeautifulSoup(response.text, "html.parser")

    assert ("private, no-store", None) == (response.headers["cache-control"], response.headers.get("etag"))
    assert DRAFT in words(one(page, "#asked ~ figure"))
    assert not one(page, "#asked ~ figure").select("a")
    assert 400 == reader.post("/en/learning", data={"draft": " ", "make": "docx"}, headers=OWN).status_code


def test_a_recommendation_of_the_register_has_a_report_at_an_address(
    reader: TestClient, reviews: Repository
) -> None:
    """In Word and to print; the same file for the same data."""
    file = reader.get(address_of(reviews, "/report.docx"))
    printed = page_of(reader, address_of(reviews, "/report"))

    assert ASKED in [each.text for each in Document(BytesIO(file.content)).paragraphs]
    assert 'filename="wsr_learning_cpr2019-w91_' in file.headers["content-disposition"]
    assert 304 == reader.get(
        address_of(reviews, "/report.docx"), headers={"If-None-Match": file.headers["etag"]}
    ).status_code  # fmt: skip
    assert "Nobody has recorded a status" in words(one(printed, "main"))
    assert 422 == reader.get("/en/learning/report.docx").status_code


def test_readers_are_told_that_links_are_for_those_who_sign_in(reader: TestClient) -> None:
    """And see no way that would lead to the form for signing in, and lose their draft."""
    page = asked(reader, draft=DRAFT)

    assert "Who is signed in can link an extract" in words(one(page, "main"))
    assert not page.select('main a[href*="/learning/link"]')
