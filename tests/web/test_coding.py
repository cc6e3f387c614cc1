"""Coding by hand over plain HTTP: the choice of a set, the walk through it, what is kept and what is said."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient
from httpx2 import Response

from tests.conftest import Making
from tests.pdfs import make_review
from tests.web.reading import one, page_of, words
from tests.web.signing import ADMIN, CURATOR, OWN, add_accounts, browser_of, signed_in
from wsr.coding.coder import Coder
from wsr.domain.coding import Decision, Extract, Stance, Verdict
from wsr.domain.kinds import Outcome
from wsr.domain.review import Review
from wsr.domain.search import SearchQuery, Unit
from wsr.repository.deciding import Choice, all_judged, decide, history
from wsr.repository.ingesting import Ingest
from wsr.repository.recoding import recode
from wsr.repository.repository import Repository
from wsr.repository.upkeep import verify
from wsr.settings import Settings

SLUG = "cpr2019-w91"
PRAISE = [f"It was good practice that the health visitor rang the family {n} times." for n in range(10, 32)]
START = "/en/coding/next?q=&unit=extract&stance=identified"
FACTS = "Some facts about the weather. "


def take(repository: Repository, folder: Path, analysis: list[str]) -> Outcome | None:
    """Take the review in, as it reads now."""
    make_review(folder / "CPR2019-W91.pdf", analysis=analysis)
    (outcome,) = Ingest(repository, [folder])
    return outcome.outcome


def praised(folder: Path) -> None:
    """A review that praises 22 times, taken in, and accounts."""
    with Repository.open(Settings(home=folder / "home")) as opened:
        take(opened, folder / "arrivals", PRAISE)
        add_accounts(opened)


@pytest.fixture
def repository(copy_of: Callable[[Making, Path], None], tmp_path: Path) -> Iterator[Repository]:
    """A repository with a review that praises 22 times."""
    copy_of(praised, tmp_path)
    with Repository.open(Settings(home=tmp_path / "home")) as opened:
        yield opened


@pytest.fixture
def arrivals(tmp_path: Path, repository: Repository) -> Path:
    """The folder from which it was taken in."""
    return tmp_path / "arrivals"


@pytest.fixture
def browser(repository: Repository) -> TestClient:
    """A curator's."""
    return signed_in(repository)


def form_of(page: BeautifulSoup) -> dict[str, list[str]]:
    """What the form of a decision would send as it stands."""
    form = one(page, "#decision")
    fields: dict[str, list[str]] = {}
    for field in form.select("input[type=hidden], input[checked]"):
        fields.setdefault(str(field["name"]), []).append(str(field["value"]))
    for choice in form.select("select"):
        fields[str(choice["name"])] = [str(one(choice, "option[selected]")["value"])]
    fields["note"] = [one(form, "textarea").text.lstrip("\n")]
    return fields


def send(browser: TestClient, page: BeautifulSoup, **changes: str | list[str]) -> Response:
    """Send the form of a page with some fields filled in otherwise."""
    fields = form_of(page) | changes
    return browser.post(str(one(page, "#decision")["action"]), data=fields, headers=OWN)


def arrive(browser: TestClient, answer: Response) -> tuple[str, BeautifulSoup]:
    """Follow redirects to a page; its address and it."""
    address = ""
    while answer.status_code == 303:
        address = answer.headers["location"]
        answer = browser.get(address)
    assert 200 == answer.status_code
    return address, BeautifulSoup(answer.text, "html.parser")


def quoted(page: BeautifulSoup) -> str:
    """The words of the extract that a page is about."""
    return words(one(page, "#passage mark"))


def said(repository: Repository, place: Tag | str) -> list[Decision]:
    """All decisions about the extract of a form's address."""
    key = urlsplit(str(place)).path.rpartition("/")[2]
    return list(history(repository, SLUG, key))


def test_a_set_is_chosen_worked_through_and_outlives_a_restart_and_a_new_version(
    repository: Repository, browser: TestClient, arrivals: Path
) -> None:
    """The whole journey: twenty decisions by form, another process on the same folder, a changed file."""
    chosen = page_of(browser, "/en/coding?q=&stance=identified")
    assert "22 extracts in 1 review" == words(one(chosen, ".wsr-standing__size"))
    assert "By you: 0 of 22 decided." in words(one(chosen, ".wsr-standing"))
    start = str(one(chosen, ".wsr-standing a.wsr-button")["href"])
    _, page = arrive(browser, browser.get(start))
    seen = []
    for number in range(20):
        seen.append(quoted(page))
        assert f"{number} of 22 decided · Extract {number + 1} of 22" in words(one(page, ".wsr-walk"))
        verdict = ("keep", "reject", "unsure")[number % 3]
        changes = {"stance": "general"} if number % 2 else {}
        address, page = arrive(browser, send(browser, page, verdict=verdict, note=f"No. {number}", **changes))
    assert PRAISE[:20] == seen
    assert "said=saved" in address

    mended = [FACTS + text for text in PRAISE[11:]] + PRAISE[:11]
    with Repository.open(repository.settings) as restarted:
        assert Outcome.NEW_VERSION is take(restarted, arrivals, mended)
        made = [judged for _, judged in all_judged(restarted)]
        assert [f"No. {number}" for number in range(20)] == [each.decisions[0].note for each in made]
        assert all(each.standing for each in made)
        again = page_of(signed_in(restarted), "/en/coding?q=&stance=identified")
        assert "By you: 20 of 22 decided." in words(one(again, ".wsr-standing"))
        assert [] == verify(restarted)


def test_what_is_left_as_it_was_is_left_to_the_machine(repository: Repository, browser: TestClient) -> None:
    """Nothing but the verdict is kept; the answer leads on, and the index has followed by itself."""
    _, page = arrive(browser, browser.get(START))
    place = str(one(page, "#decision")["action"])
    answer = send(browser, page, verdict="reject")

    assert 303 == answer.status_code
    (made,) = said(repository, place)
    assert (CURATOR, Verdict.REJECT, None, None, None, None, "") == (
        made.person, made.verdict, made.stance, made.codes, made.start, made.end, made.note,
    )  # fmt: skip
    assert [] == verify(repository)
    rejected = SearchQuery(unit=Unit.EXTRACT, decided=("rejected",))
    assert 1 == repository.search(rejected).total


def test_everything_that_the_form_says_is_kept(repository: Repository, browser: TestClient) -> None:
    """Stance, codes in the order of the codebook, limits by words, the note; all of it comes back into the form."""
    _, page = arrive(browser, browser.get(START))
    place = str(one(page, "#decision")["action"])
    codes = ["communication/persistent-communication", "care-and-support"]
    send(
        browser, page, verdict="keep", stance="criticism", code=codes, first="4", last="12", note="One\r\ntwo"
    )
    (made,) = said(repository, place)
    form = form_of(page_of(browser, place))

    assert ("care-and-support", "communication/persistent-communication") == made.codes
    assert Stance.CRITICISM is made.stance
    text = repository.extract_by_key(SLUG, place.partition("?")[0].rpartition("/")[2]).text
    assert "practice that the health visitor rang the family" == text.removeprefix("good ").removesuffix(
        " 10"
    )
    assert "One\ntwo" == made.note
    assert (["keep"], ["criticism"], ["4"], ["12"], ["One\ntwo"]) == tuple(
        form[name] for name in ("verdict", "stance", "first", "last", "note")
    )
    assert sorted(codes) == sorted(form["code"])
    send(browser, page_of(browser, place), verdict="keep")
    assert 1 == len(said(repository, place))
    send(browser, page_of(browser, place), verdict="keep", first="1")
    assert 2 == len(said(repository, place))


def test_earlier_decisions_stand_with_person_time_and_note(
    repository: Repository, browser: TestClient
) -> None:
    """The latest first; one's own verdict and note are filled in, another's are not."""
    _, page = arrive(browser, browser.get(START))
    place = str(one(page, "#decision")["action"])
    assert "No person has decided yet." in words(one(page, ".wsr-coding__text"))
    send(browser, page, verdict="keep", note="<b>Mine</b>")
    key = place.partition("?")[0].rpartition("/")[2]
    decide(repository, SLUG, key, ADMIN, Choice(Verdict.REJECT, Stance.GENERAL, (), note="Theirs."))
    page = page_of(browser, place)
    made = [words(item) for item in page.select(".wsr-made li")]

    assert made[0].startswith(f"{ADMIN} ,") and "UTC" in made[0]
    assert "Reject; General statement of good practice; no theme The rules said then: Good" in made[0]
    assert ": Keep The rules said then: Good practice identified; Communication: Persistent" in made[1]
    assert made[1].endswith("Note: <b>Mine</b>")
    form = form_of(page)
    assert (["keep"], ["identified"], ["<b>Mine</b>"]) == (form["verdict"], form["stance"], form["note"])
    theirs = form_of(page_of(signed_in(repository, ADMIN), place))
    assert (["reject"], ["general"], ["Theirs."]) == tuple(theirs[n] for n in ("verdict", "stance", "note"))
    assert "code" in form and "code" not in theirs


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_second_coder_takes_nothing_over_from_the_first(
    repository: Repository, browser: TestClient, verdict: Verdict
) -> None:
    """The form has what the rules say, also their limits; what the first said stands beside it, and stays theirs."""
    _, page = arrive(browser, browser.get(START))
    place = str(one(page, "#decision")["action"])
    send(browser, page, verdict="keep", stance="criticism", code="communication", first="4", last="9")
    second = signed_in(repository, ADMIN)
    filled_in = page_of(second, place)
    send(second, filled_in, verdict=verdict)
    _, made = said(repository, place)

    assert form_of(page) == form_of(filled_in) | {"form_token": form_of(page)["form_token"]}
    assert "Keep; Criticism; Communication; other limits" in words(one(filled_in, ".wsr-made"))
    assert (ADMIN, verdict, None, None, None) == (
        made.person, made.verdict, made.stance, made.codes, made.start,
    )  # fmt: skip
    assert (Stance.IDENTIFIED if verdict is Verdict.KEEP else None) is made.said_stance
    assert Stance.IDENTIFIED is (made.seen and made.seen.stance)


def _see_no_judgement(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules of a later version, to which nothing is judged and no theme is touched."""
    found = Coder.extracts

    def otherwise(coder: Coder, review: Review) -> list[Extract]:
        return [
            one.model_copy(update={"stance": Stance.NEUTRAL, "codes": ()}) for one in found(coder, review)
        ]

    monkeypatch.setattr(Coder, "extracts", otherwise)


def test_what_one_merely_kept_is_not_said_of_what_one_rejects(
    repository: Repository, browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under rules that say otherwise by then; who keeps it once more says all that the form says."""
    _, page = arrive(browser, browser.get(START))
    place = str(one(page, "#decision")["action"])
    send(browser, page, verdict="keep")
    _see_no_judgement(monkeypatch)
    list(recode(repository, every=True))
    again = page_of(browser, place)
    send(browser, again, verdict="unsure")
    send(browser, again, verdict="keep")
    kept, unsure, last = said(repository, place)

    assert ["identified"] == form_of(again)["stance"]
    assert "No judgement" in words(one(again, ".wsr-why__facts"))
    assert (None, None) == (unsure.stance, unsure.codes)
    assert kept.said_codes
    assert (Stance.IDENTIFIED, set(kept.said_codes)) == (last.stance, set(last.codes or ()))


def test_a_form_that_makes_no_sense_comes_back_with_what_to_change(
    repository: Repository, browser: TestClient
) -> None:
    """What was filled in stays; nothing is kept."""
    _, page = arrive(browser, browser.get(START))
    place = str(one(page, "#decision")["action"])
    for changes, field in (
        ({"stance": "general", "note": "Why?"}, "#verdict-keep"),
        ({"verdict": "keep", "first": "9", "last": "3"}, "#first"),
        ({"verdict": "keep", "first": "900", "last": "901"}, "#verdict-keep"),
        ({"verdict": "keep", "code": "kindness"}, "#verdict-keep"),
        ({"verdict": "keep", "note": "x" * 2001}, "#note"),
    ):
        answer = send(browser, page, **changes)
        wrong = BeautifulSoup(answer.text, "html.parser")
        assert 400 == answer.status_code
        assert field == one(wrong, ".govuk-error-summary a")["href"]
        assert one(wrong, f"{field}-error")
        assert changes.get("note", "") == one(wrong, "textarea").text.lstrip("\n")
    assert 422 == send(browser, page, verdict="perhaps").status_code
    assert [] == said(repository, place)


def test_words_that_cannot_be_searched_for_are_said_at_their_field(browser: TestClient) -> None:
    """In the title and at the top too."""
    page = page_of(browser, "/en/coding?q=%22record", 400)

    assert "#q" == one(page, ".govuk-error-summary a")["href"]
    assert "q-error" == one(page, "#q")["aria-describedby"]
    assert one(page, "title").text.startswith("Error: Coding by hand")
    assert "Coding by hand" == one(page, "h1").text


def test_skip_leads_on_and_back_leads_back(browser: TestClient) -> None:
    """Also to what has been decided; at the first there is no way back."""
    _, first = arrive(browser, browser.get(START))
    _, second = arrive(browser, send(browser, first, verdict="keep"))
    _, third = arrive(browser, browser.get(str(one(second, "[data-key=s]")["href"])))
    _, back = arrive(browser, browser.get(str(one(third, "[data-key=b]")["href"])))

    assert [PRAISE[0], PRAISE[1], PRAISE[2], PRAISE[1]] == [
        quoted(each) for each in (first, second, third, back)
    ]
    assert [] == first.select("[data-key=b]")
    again = page_of(browser, str(one(back, "[data-key=b]")["href"]))
    assert ["keep"] == form_of(again)["verdict"]


def test_the_last_one_leads_back_to_the_set(browser: TestClient) -> None:
    """Which says that all is decided."""
    start = START + "&sample=1"
    _, page = arrive(browser, browser.get(start))
    address, page = arrive(browser, send(browser, page, verdict="unsure"))

    assert "/en/coding" == urlsplit(address).path
    assert {"sample": ["1"], "stance": ["identified"], "unit": ["extract"]} == parse_qs(
        urlsplit(address).query
    )
    assert "You have decided about all of it." in words(one(page, ".wsr-standing"))


def test_an_empty_set_says_what_to_do(browser: TestClient) -> None:
    """There is nothing to start with, and the way to the next leads back here."""
    page = page_of(browser, "/en/coding?q=nowhere")
    assert "0 extracts in 0 reviews" == words(one(page, ".wsr-standing__size"))
    assert "Take a filter away." in words(one(page, ".wsr-standing"))
    assert [] == page.select(".wsr-standing a.wsr-button")
    assert "/en/coding?q=nowhere&unit=extract" == browser.get("/en/coding/next?q=nowhere").headers["location"]


def test_an_extract_that_is_gone_gives_a_calm_sentence_and_the_next(browser: TestClient) -> None:
    """Whether it is opened or decided about."""
    _, page = arrive(browser, browser.get(START))
    gone = f"/en/coding/{SLUG}/{'0' * 16}?q=&unit=extract"
    for answer in (browser.get(gone), browser.post(gone, data=form_of(page), headers=OWN)):
        _, reached = arrive(browser, answer)
        assert "no longer where it was" in words(one(reached, ".wsr-notice"))
        assert quoted(reached)
    nowhere = browser.get(f"/en/coding/none2000-w01/{'0' * 16}?q=&unit=extract")
    assert "no longer where it was" in words(one(arrive(browser, nowhere)[1], ".wsr-notice"))


def test_a_text_that_changed_meanwhile_is_looked_at_again(
    repository: Repository, browser: TestClient
) -> None:
    """The numbers of words would mean other words: nothing is kept, and the form comes back with what was said."""
    _, page = arrive(browser, browser.get(START))
    place = str(one(page, "#decision")["action"])
    answer = send(browser, page, verdict="keep", text="0" * 12, first="2", note="Clear, I think.")
    reached = BeautifulSoup(answer.text, "html.parser")

    assert 400 == answer.status_code
    assert "has changed meanwhile" in words(one(reached, ".govuk-error-summary"))
    assert [] == said(repository, place)
    assert "Clear, I think." == one(reached, "#note").get_text(strip=True)
    assert 303 == send(browser, reached).status_code
    assert ["Clear, I think."] == [each.note for each in said(repository, place)]


def test_what_lost_its_place_is_listed(repository: Repository, browser: TestClient, arrivals: Path) -> None:
    """With its words, its review, its decisions and what to do."""
    _, page = arrive(browser, browser.get(START))
    send(browser, page, verdict="keep", note="Clear.")
    assert "None:" in words(one(page_of(browser, "/en/coding"), ".wsr-lost"))
    take(repository, arrivals, ["Nothing of it is left here at all, not one word."])
    lost = one(page_of(browser, "/en/coding"), ".wsr-lost")

    assert PRAISE[0] == words(one(lost, "blockquote"))
    assert "CPR2019-W91" == words(one(lost, "h3"))
    assert "Note: Clear." in words(one(lost, ".wsr-made"))
    link = one(lost, "article a")
    assert "The section where it stood: Practice and organisational learning" == words(link)
    review = page_of(browser, str(link["href"]))
    assert words(one(review, "#" + urlsplit(str(link["href"])).fragment)) in words(link)


def test_what_was_kept_and_the_rules_now_see_otherwise_is_listed(
    repository: Repository, browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what was seen, what the rules say now, and the way to it, until somebody decides again."""
    _, page = arrive(browser, browser.get(START))
    send(browser, page, verdict="keep")
    before = page_of(browser, "/en/coding")
    _see_no_judgement(monkeypatch)
    list(recode(repository, every=True))
    listed = one(page_of(browser, "/en/coding"), ".wsr-otherwise")
    link = one(listed, "article a")

    assert "None." in words(one(before, ".wsr-otherwise"))
    assert "1 extract" in words(listed)
    assert PRAISE[0] == words(one(listed, "blockquote"))
    assert "The rules said then: Good practice identified" in words(listed)
    assert "The rules say now: No judgement; no theme." in words(listed)
    assert [] == page_of(browser, "/en/coding?alone=true").select(".wsr-otherwise")
    send(browser, page_of(browser, str(link["href"])), verdict="keep", stance="general")
    again = one(page_of(browser, "/en/coding"), ".wsr-otherwise")
    assert [] == again.select("article")


def test_who_decides_alone_sees_neither_the_rules_nor_others(
    repository: Repository, browser: TestClient
) -> None:
    """Not in words, nor in the form, nor in the limits, nor where the page leads; the choice goes along all the way."""
    _, seen = arrive(browser, browser.get(START))
    key = urlsplit(str(one(seen, "#decision")["action"])).path.rpartition("/")[2]
    theirs = Choice(Verdict.KEEP, Stance.CRITICISM, ("communication",), start=3, end=20, note="Theirs.")
    decide(repository, SLUG, key, ADMIN, theirs)
    address, page = arrive(browser, browser.get(START + "&alone=true"))
    form = form_of(page)
    text = words(one(page, ".wsr-coding__text"))

    assert "alone=true" in address
    assert PRAISE[0] == quoted(page)
    assert {"form_token", "text", "first", "last", "note"} == form.keys()
    assert [""] == form["note"]
    assert "You decide alone" in text
    for hidden in ("Good practice", "Criticism", "weight", "rules say", "Theirs", ADMIN, "Decisions"):
        assert hidden not in text.replace("what the rules and others say is not shown", "")
    for link in page.select(".wsr-walk a"):
        assert "alone=true" in str(link["href"])
    review_url = str(one(page, ".wsr-coding__text a[href*=marks]")["href"])
    review = page_of(browser, review_url)
    assert [] == review.select(".wsr-why, .wsr-stance")
    assert PRAISE[0] in words(one(review, "#" + urlsplit(review_url).fragment))
    address, _ = arrive(browser, browser.get(str(one(page, "[data-key=s]")["href"])))
    assert "alone=true" in address


def test_who_decides_alone_leaves_nothing_to_the_machine(repository: Repository, browser: TestClient) -> None:
    """What is kept says its stance and its themes, or that none fits, even where the rules say just that."""
    start = START + "&alone=true"
    _, page = arrive(browser, browser.get(start))
    place = str(one(page, "#decision")["action"])
    for changes, fields in (
        ({"verdict": "keep"}, ["#stance-identified", "#no-theme"]),
        ({"verdict": "keep", "stance": "identified"}, ["#no-theme"]),
        ({"verdict": "keep", "code": "communication"}, ["#stance-identified"]),
        ({"verdict": "reject", "code": "communication", "no_theme": "true"}, ["#no-theme"]),
        ({"stance": "identified"}, ["#verdict-keep"]),
    ):
        answer = send(browser, page, **changes)
        wrong = BeautifulSoup(answer.text, "html.parser")
        assert 400 == answer.status_code
        assert fields == [each["href"] for each in wrong.select(".govuk-error-summary a")]
        assert "What the rules say" not in answer.text
        for name in fields:
            one(wrong, name)
    assert [] == said(repository, place)

    machine = repository.extract_by_key(SLUG, urlsplit(place).path.rpartition("/")[2])
    same = [coding.code for coding in machine.codes]
    given: dict[str, str | list[str]] = {"code": same} if same else {"no_theme": "true"}
    address, second = arrive(browser, send(browser, page, verdict="keep", stance=machine.stance, **given))
    (made,) = said(repository, place)
    assert (machine.stance, set(same)) == (made.stance, set(made.codes or ()))
    assert made.codes is not None
    assert "alone=true" in address

    other = str(one(second, "#decision")["action"])
    send(browser, second, verdict="reject")
    assert [(None, None)] == [(each.stance, each.codes) for each in said(repository, other)]


def test_who_decides_alone_finds_their_own_decision_again(
    repository: Repository, browser: TestClient
) -> None:
    """As they left it, though somebody else has decided since; and to say it again adds nothing to it."""
    _, page = arrive(browser, browser.get(START + "&alone=true"))
    place = str(one(page, "#decision")["action"])
    key = urlsplit(place).path.rpartition("/")[2]
    send(browser, page, verdict="keep", stance="general", no_theme="true", first="4", last="12", note="Mine.")
    mine = page_of(browser, place)
    send(browser, mine, verdict="keep")
    assert 1 == len(said(repository, place))
    decide(repository, SLUG, key, ADMIN, Choice(Verdict.REJECT, Stance.NEUTRAL, ("communication",)))
    again = page_of(browser, place)

    assert form_of(mine) == form_of(again)
    assert {"verdict": ["keep"], "stance": ["general"], "no_theme": ["true"]}.items() <= form_of(
        again
    ).items()
    assert (["4"], ["12"], ["Mine."]) == tuple(form_of(again)[name] for name in ("first", "last", "note"))
    assert quoted(mine) == quoted(again)
    (made,) = again.select(".wsr-made li")
    assert CURATOR in words(made)
    assert ADMIN not in words(one(again, "main"))


def test_what_others_decided_does_not_choose_the_set_of_who_decides_alone(
    repository: Repository, browser: TestClient
) -> None:
    """Only that somebody has: what lost its place, with what was said of it, is not shown there either."""
    _, page = arrive(browser, browser.get(START))
    place = str(one(page, "#decision")["action"])
    decide(repository, SLUG, urlsplit(place).path.rpartition("/")[2], ADMIN, Choice(Verdict.REJECT))
    sizes = {
        asked: words(one(page_of(browser, f"/en/coding?stance=identified&{asked}"), ".wsr-standing__size"))
        for asked in ("decided=kept", "decided=kept&alone=true", "decided=undecided&alone=true")
    }
    chosen = page_of(browser, "/en/coding?alone=true")

    assert ["0 extracts in 0 reviews", "1 extract in 1 review", "21 extracts in 1 review"] == [
        *sizes.values()
    ]
    assert one(chosen, "#alone").has_attr("checked")
    assert not one(page_of(browser, "/en/coding"), "#alone").has_attr("checked")
    assert [] == chosen.select(".wsr-lost")
    assert "alone=true" in str(one(chosen, ".wsr-standing a.wsr-button")["href"])


def test_a_search_for_extracts_and_a_theme_lead_to_their_set(
    repository: Repository, browser: TestClient
) -> None:
    """Those who sign in; with the same words and filters, without page and order."""
    theme = next(coding.theme for each in repository.review(SLUG).extracts for coding in each.codes)
    in_theme = {"q": [""], "unit": ["extract"], "theme": [theme]}
    in_search = {"q": ["visitor"], "unit": ["extract"], "stance": ["identified"]}
    for address, asked in (
        ("/en/search?q=visitor&unit=extract&stance=identified&sort=strength&per_page=10&page=2", in_search),
        (f"/en/themes/{theme}?stance=", in_theme),
    ):
        page = page_of(browser, address)
        (link,) = [each for each in page.select("main a") if "Work through these extracts" == words(each)]
        assert asked == parse_qs(urlsplit(str(link["href"])).query, keep_blank_values=True)
        assert "/en/coding" not in browser_of(repository).get(address).text
    assert "Work through" not in browser.get("/en/search?q=visitor").text


def test_those_who_sign_in_find_the_way(browser: TestClient) -> None:
    """From the navigation to coding, from there to agreement."""
    home = page_of(browser, "/en/")
    assert "Coding" == words(one(home, ".wsr-nav a[href='/en/coding']"))
    assert 1 == len(page_of(browser, "/en/coding").select("main a[href='/en/agreement']"))


def test_a_review_leads_to_deciding_those_who_sign_in(repository: Repository, browser: TestClient) -> None:
    """From why an extract is marked; readers are not led to what they may not do."""
    link = page_of(browser, f"/en/reviews/{SLUG}").select(".wsr-why__foot a")[2]
    assert "Decide about it" == words(link)
    key = urlsplit(str(link["href"])).path.rpartition("/")[2]
    assert repository.extract_by_key(SLUG, key).text == quoted(page_of(browser, str(link["href"])))
    assert "/en/coding" not in browser_of(repository).get(f"/en/reviews/{SLUG}").text
