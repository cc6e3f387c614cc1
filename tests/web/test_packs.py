"""The page for packs: chosen by form, without an account and without JavaScript, and taken away."""

from io import BytesIO

import pytest
from bs4 import BeautifulSoup, Tag
from docx import Document
from fastapi.testclient import TestClient
from openpyxl import load_workbook

from tests.web.packs import PACK, TRIED
from tests.web.reading import page_of
from tests.web.signing import OWN

SHARED = "extract/cpr2017-w91/adf1814f780bdd26"


def fields_of(form: Tag, **changes: str) -> dict[str, list[str]]:
    """What a browser sends of a form that nobody has touched."""
    sent: dict[str, list[str]] = {}
    for field in form.select("input"):
        ticked = field.get("type") not in ("checkbox", "radio") or field.has_attr("checked")
        if ticked and field.get("name"):
            sent.setdefault(str(field["name"]), []).append(str(field.get("value", "")))
    return sent | {name: [value] for name, value in changes.items()}


def form_of(page: BeautifulSoup) -> Tag:
    """The form that makes a pack."""
    form = page.select_one('form[method="post"][action$="/packs"]')
    assert form is not None
    return form


def rows(page: BeautifulSoup) -> list[tuple[str, bool]]:
    """The names of what can be quoted, and whether it is."""
    return [
        (str(row.select_one("[name=item]")["value"]), row.select_one("[name=keep]").has_attr("checked"))  # type: ignore[index, union-attr]
        for row in page.select(".wsr-pick")
    ]


def test_a_reader_takes_away_what_the_page_chose(client: TestClient) -> None:
    """The form as it is gives a Word document with the extracts, each with its source."""
    page = page_of(client, "/en/packs?q=record+OR+trying")
    answer = client.post("/en/packs", data=fields_of(form_of(page), make="docx"), headers=OWN)
    document = Document(BytesIO(answer.content))
    quoted = [each.text for each in document.paragraphs if each.style and each.style.name == "Quote"]

    text = "\n".join(each.text for each in document.paragraphs)
    assert (TRIED, True) in rows(page)
    for said in (page.text, text):
        assert "of this kind is quoted; " in said
        assert "Nothing of this kind was found." in said
    assert "says where to look further" in text
    assert "Search all passages, other forms of the words too: record OR trying" in text
    assert 'filename="wsr_session_record-or-trying_' in answer.headers["content-disposition"]
    assert "The health visitor kept on trying." in quoted
    assert "Chosen by rule" in text


def test_what_is_taken_out_is_not_quoted_and_the_order_is_kept(client: TestClient) -> None:
    """The choice travels in the form; the method then says that a person chose."""
    page = page_of(
        client, "/en/packs?theme=care-and-support&theme=policy-procedures-recording&stance=identified"
    )
    sent = fields_of(form_of(page))
    kept = sent["keep"] = [name for name in sent["item"] if name.startswith("extract/")]
    numbers = {name: str(len(kept) - at) for at, name in enumerate(kept)}
    changed = {**sent, "order": [numbers.get(name, "") for name in sent["item"]], "make": [""]}
    again = client.post("/en/packs", data=changed, headers=OWN)
    fewer = client.post("/en/packs", data={**changed, "keep": kept[1:]}, headers=OWN)
    printed = client.post("/en/packs", data={**changed, "make": ["print"]}, headers=OWN)

    assert len(kept) == 2
    soup = BeautifulSoup(again.text, "html.parser")
    assert kept[::-1] == [name for name, chosen in rows(soup) if chosen]
    assert (kept[0], False) in rows(BeautifulSoup(fewer.text, "html.parser"))
    assert "A person chose the extracts" in printed.text


def test_a_pack_needs_something_to_quote(client: TestClient) -> None:
    """The page says so, and shows the choice again."""
    answer = client.post("/en/packs", data={**PACK, "keep": []}, headers=OWN)

    assert 200 == answer.status_code
    assert "Nothing is chosen to be quoted" in answer.text


def test_a_checklist_is_a_workbook_too(client: TestClient) -> None:
    """And nothing else is."""
    book = client.post("/en/packs", data={**PACK, "make": "xlsx"}, headers=OWN)
    other = client.post("/en/packs", data={**PACK, "kind": "session", "make": "xlsx"}, headers=OWN)

    assert (
        "The health visitor kept on trying." == load_workbook(BytesIO(book.content)).worksheets[0]["C4"].value
    )
    assert "wordprocessing" in other.headers["content-type"]


@pytest.mark.parametrize("kind", ["session", "briefing", "checklist", "role"])
def test_every_kind_prints(client: TestClient, kind: str) -> None:
    """A page with the words, their source, and how it was made."""
    answer = client.post("/en/packs", data={**PACK, "kind": kind, "agency": ["health-visiting"]}, headers=OWN)
    soup = BeautifulSoup(answer.text, "html.parser")

    assert "The health visitor kept on trying." in soup.text
    assert "How this was made" in soup.text
    assert soup.select_one('a[href$="/en/reviews/cpr2017-w91/extracts/078acc85fce430c3"]')


def test_other_websites_make_no_packs(client: TestClient) -> None:
    """The guard of all forms holds for this one, though it changes nothing."""
    assert 403 == client.post("/en/packs", data=PACK, headers={"Sec-Fetch-Site": "cross-site"}).status_code


def test_a_long_choice_goes_by_post(client: TestClient) -> None:
    """Two hundred names do not fit into an address; those that are not there are passed over."""
    names = [f"extract/cpr2017-w91/{number:016x}" for number in range(200)] + [TRIED]
    sent = {**PACK, "item": names, "keep": names, "order": [str(n) for n in range(201)], "make": "docx"}

    assert 200 == client.post("/en/packs", data=sent, headers=OWN).status_code


def test_where_there_is_little_the_page_says_so_and_where_to_look(client: TestClient) -> None:
    """Links: other forms of the words, a topic next to it, no other limits."""
    page = page_of(client, "/en/packs?topic=chaperones&year=2017")
    links = {link.text: str(link["href"]) for link in page.select("#further + ul a")}

    assert "Nothing was found that could be quoted." in page.text
    assert any(
        text.startswith("Search all passages") and "stemmed=true" in url for text, url in links.items()
    )
    assert "topic=voice-of-the-child" in links["A topic next to it: Voice of the child"]
    assert "year" not in links["The same without the other limits"]
    for url in links.values():
        assert 200 == client.get(url).status_code


def test_a_narrow_role_guide_leads_to_the_whole_one(client: TestClient) -> None:
    """Without the topic; each row that only names the role says so."""
    page = page_of(client, "/en/packs?kind=role&topic=chaperones&agency=health-visiting")
    (url,) = [str(a["href"]) for a in page.select("#further + ul a") if "Everything for this role" in a.text]
    whole = page_of(client, url)

    assert "topic=" not in url
    assert (TRIED, True) in rows(whole)
    assert "only named: others act" not in whole.select_one(".wsr-pick").text  # type: ignore[union-attr]


def test_other_words_for_what_was_typed_are_searched_for_by_one_link(client: TestClient) -> None:
    """As many as a typed search may have."""
    page = page_of(client, "/en/packs?q=DNA")
    (url,) = [str(a["href"]) for a in page.select("#further + ul a") if "other words for it" in a.text]

    assert "was+not+brought" in url
    assert 200 == client.get(url).status_code


def test_words_of_a_topic_can_be_left_out_and_put_back(client: TestClient) -> None:
    """Each by a link of its own."""
    page = page_of(client, "/en/packs?topic=professional-curiosity")
    link = next(each for each in page.select(".wsr-words a") if "healthy scepticism" in each.text)
    without = page_of(client, str(link["href"]))

    assert "healthy scepticism" not in "".join(each.text for each in without.select(".wsr-words"))
    assert any("healthy scepticism" == each.text for each in without.select("#words p a"))


def test_a_working_set_stays_one(curator: TestClient) -> None:
    """When a word of a topic is left out, and when what was typed cannot be searched for."""
    page = page_of(curator, "/en/packs/working-set?q=record&topic=professional-curiosity")
    wrong = page_of(curator, "/en/packs/working-set?q=%22record", 400)

    assert all(str(a["href"]).startswith("/en/packs/working-set?") for a in page.select(".wsr-words a"))
    assert page.select(".wsr-words a")
    assert '"record' == wrong.select_one("#q")["value"]  # type: ignore[index]
    assert wrong.select_one('form[method="get"][action="/en/packs/working-set"]')


@pytest.mark.parametrize(
    ("query", "status", "field"),
    [("q=%22record", 400, "q"), ("kind=role&q=record", 200, "agency")],
)
def test_what_is_wrong_is_said_at_its_field(client: TestClient, query: str, status: int, field: str) -> None:
    """In the title, at the top and beside the field."""
    page = page_of(client, f"/en/packs?{query}", status)

    assert [f"#{field}"] == [each["href"] for each in page.select(".govuk-error-summary a")]
    assert f"{field}-error" == page.select_one(f"#{field}")["aria-describedby"]  # type: ignore[index]
    assert page.select_one(f"#{field}-error")
    assert page.select_one("title").text.startswith("Error: ")  # type: ignore[union-attr]
    assert "Packs for practice" == page.select_one("h1").text  # type: ignore[union-attr]


def test_a_role_guide_asks_for_the_role(client: TestClient) -> None:
    """Words alone do not say for whom it is."""
    assert "Choose the agency or role" in page_of(client, "/en/packs?kind=role&q=record").text
    assert "Education" in page_of(client, "/en/packs?kind=role&agency=education").select_one("#choice").text  # type: ignore[union-attr]


def test_search_offers_other_words_and_a_pack(client: TestClient) -> None:
    """Nothing is added until a link is followed; then it can be taken away."""
    page = page_of(client, "/en/search?q=DNA")
    link = next(each for each in page.select(".wsr-also a") if each.text == "was not brought")
    added = page_of(client, str(link["href"]))

    assert 'DNA OR "was not brought"' == added.select_one("#q")["value"]  # type: ignore[index]
    assert any(str(each["href"]).endswith("q=DNA") for each in added.select(".wsr-also a.wsr-chip"))
    pack = page_of(client, "/en/search?q=record").find("a", string="Make a pack from these")
    assert "/en/packs?kind=session&q=record" == pack["href"]  # type: ignore[index]


def test_the_register_leads_to_a_checklist(client: TestClient) -> None:
    """Of the recommendations that it shows."""
    link = page_of(client, "/en/recommendations?q=visits").find("a", string="Make a pack from these")
    page = page_of(client, str(link["href"]))  # type: ignore[index]

    assert page.select_one("#kind-checklist[checked]")
    assert ["The Board should ask how missed visits are recorded."] == [
        each.text for each in page.select(".wsr-pick label [lang]")
    ]


def test_a_working_set_becomes_a_pack(curator: TestClient) -> None:
    """For who is signed in; its extracts and no others."""
    link = page_of(curator, "/en/coding?theme=care-and-support&reference=CPR2017-W91").find(
        "a", string="Make a pack from these"
    )
    page = page_of(curator, str(link["href"]))  # type: ignore[index]
    form = page.select_one('form[method="post"][action$="/working-set"]')

    assert [TRIED] == [name for name, _ in rows(page) if name.startswith("extract/")]
    assert form is not None
    answer = curator.post("/en/packs/working-set", data=fields_of(form, make="docx"), headers=OWN)
    assert "wordprocessing" in answer.headers["content-type"]
