"""A review's extracts in its text: underlined by stance, filtered by links, each with why."""

from pathlib import Path

from bs4 import Tag
from fastapi.testclient import TestClient

import wsr
from tests.making import a_parsed_document, a_passage
from tests.web.reading import one, page_of, words
from tests.web.shelf import an_extract, code, hold
from wsr.domain.coding import Reason, Stance
from wsr.domain.kinds import Language, PassageKind
from wsr.repository.repository import Repository
from wsr.web.app import create_app
from wsr.web.codes import readable
from wsr.web.reasons import RULES
from wsr.web.why import said, shortened
from wsr.web.wording import wording

REVIEW = "/en/reviews/cpr2017-w91"


def _marked(page: Tag) -> list[str]:
    return [str(item["id"]) for item in page.select(".wsr-document .wsr-extract[id]")]


def _sums(page: Tag) -> dict[str, tuple[str, str]]:
    return {
        words(one(item, ".wsr-choice__label")).partition(": ")[2]: (
            words(one(item, ".wsr-choice__count")),
            str(one(item, "a")["href"]),
        )
        for item in page.select(".wsr-practice .wsr-choice")
    }


def _why(page: Tag, name: str) -> dict[str, str]:
    return {words(one(row, "dt")): words(one(row, "dd")) for row in page.select(f"#why-{name} dl > div")}


def test_extracts_are_marked_by_stance(client: TestClient) -> None:
    """Those that judge practice; neutral and rejected ones are places that links lead to, and nothing more."""
    page = page_of(client, REVIEW)

    assert ["e1", "e2", "e3", "e4", "e5"] == _marked(page)
    assert ["good practice", "good practice", "general", "criticism", "general"] == [
        words(label).partition(" (")[0] for label in page.select(".wsr-stance")
    ]
    assert "See the annual report." == words(one(page, "span#e6"))
    assert not one(page, "span#e7").has_attr("class")


def test_a_label_leads_to_why_and_back(client: TestClient) -> None:
    """And says which extract it is to those who cannot see where it stands."""
    page = page_of(client, REVIEW)
    label = one(page, "#e1 + .wsr-stance")

    assert ("#why-e1", "good practice (extract 1 of 5): why") == (label["href"], words(label))
    assert "#e1" == page.select("#why-e1 a")[-1]["href"]


def test_why_gives_reasons_codes_terms_and_who_says_so(client: TestClient) -> None:
    """In words, with the names of the codebook and links to more of the kind."""
    page = page_of(client, REVIEW)

    assert {
        "Because": "They went on, stayed or came back: “ kept on trying ”",
        "Themes": "Care and support : Persistent care (weight 2.5: “ kept on trying ”)",
        "Best-practice terms": "kept on trying",
        "Who says so": "Found by rules; no person has decided yet.",
        "In all reviews": "Good practice identified: Care and support",
    } == _why(page, "e1")
    assert [
        "/en/themes/care-and-support",
        "/en/search?q=&unit=extract&term=kept+on+trying",
        "/en/search?q=&unit=extract&stance=identified&theme=care-and-support",
    ] == [link["href"] for link in page.select("#why-e1 dd a")]


def test_what_a_person_decided_stands_beside_what_rules_say(client: TestClient) -> None:
    """The person's stance and codes hold, the machine's are told; neither hides the other."""
    why = _why(page_of(client, REVIEW), "e3")

    assert "Communication : Multi-agency working" == why["Themes"]
    assert (
        "Kept by r.reader on 4 May 2026. “Told as a norm.” The rules say: "
        "Practice suggested; Policy, procedures and recording: Record keeping." == why["Who says so"]
    )
    assert "Because" not in why


def test_an_extract_without_codes_says_so(client: TestClient) -> None:
    """The coder abstains rather than guess."""
    page = page_of(client, f"{REVIEW}?stance=neutral")

    assert "None" == _why(page, "e7")["Themes"]
    assert "Nothing is judged in this part of a review: Methodology" == _why(page, "e7")["Because"]


def test_one_passage_of_extracts_leads_to_the_next(client: TestClient) -> None:
    """Numbered over the document, with the ones before and after."""
    navs = page_of(client, REVIEW).select(".wsr-extract-nav")

    assert ["1 of 5", "2–3 of 5", "4 of 5", "5 of 5"] == [
        words(one(nav, ".wsr-extract-nav__number")).removeprefix("extract ") for nav in navs
    ]
    assert [["#e2"], ["#e1", "#e4"], ["#e3", "#e5"], ["#e4"]] == [
        [str(link["href"]) for link in nav.select("a")] for nav in navs
    ]


def test_sums_tell_machine_and_people_apart(client: TestClient) -> None:
    """Each stance and theme with its count; what people rejected is only counted."""
    page = page_of(client, REVIEW)
    section = one(page, ".wsr-practice")

    assert (
        "6 extracts in this document: 5 found by rules alone, 1 decided by a person. "
        "1 more was rejected by a person and is not shown." == words(section.select("p")[0])
    )
    assert {
        "Good practice identified": "2",
        "General statement of good practice 1 decided by a person": "2",
        "Criticism": "1",
        "No judgement": "1",
        "Care and support": "1",
        "Communication 1 decided by a person": "2",
        "Policy, procedures and recording": "1",
    } == {name: count for name, (count, _) in _sums(page).items()}
    assert "Marked in the text: 5 extracts, all that judge practice." == words(
        one(page, ".wsr-practice__marked")
    )


def test_a_sum_marks_just_its_extracts(client: TestClient) -> None:
    """A second one adds to it, and each can be taken away again; the rest of the page stays."""
    first = _sums(page_of(client, f"{REVIEW}?q=record"))["Criticism"][1]
    page = page_of(client, first.partition("#")[0])
    second = _sums(page)["No judgement"][1]
    both = page_of(client, second.partition("#")[0])

    assert f"{REVIEW}?q=record&mark_stance=criticism#practice" == first
    assert ["e4"] == _marked(page)
    assert ["e4", "e7"] == _marked(both)
    assert "Marked in the text: 2 extracts (Criticism or No judgement)." == words(
        one(both, ".wsr-practice__marked")
    )
    assert _sums(both)["No judgement"][1] == first
    assert "/en/search?q=record" == one(both, ".govuk-back-link")["href"]
    assert [("mark_stance", "criticism"), ("mark_stance", "neutral")] == [
        (item["name"], item["value"]) for item in both.select(".wsr-within input[type=hidden]")
    ]


def test_stances_and_themes_are_both_asked_for(client: TestClient) -> None:
    """Within one kind either will do; a sub-theme is a part of its theme."""
    theme = page_of(client, f"{REVIEW}?mark_theme=communication")
    both = page_of(client, f"{REVIEW}?mark_theme=communication&mark_stance=general")
    part = page_of(client, f"{REVIEW}?mark_theme=communication/persistent-communication")

    assert [["e3", "e4"], ["e3"], ["e4"]] == [_marked(page) for page in (theme, both, part)]


def test_a_search_for_extracts_marks_what_it_was_about(client: TestClient) -> None:
    """Its stances and themes, until the reader chooses; the way back is the search as it was."""
    came = f"{REVIEW}?q=&unit=extract&stance=criticism&theme=communication"
    page = page_of(client, came)
    everything = one(page, ".wsr-practice__ways a[href*=marks\\=all]")
    wider = page_of(client, str(everything["href"]).partition("#")[0])

    assert ["e4"] == _marked(page)
    assert 5 == len(_marked(wider))
    for each in (page, wider):
        assert (
            "/en/search?q=&unit=extract&stance=criticism&theme=communication"
            == one(each, ".govuk-back-link")["href"]
        )


def test_no_marks_are_a_choice(client: TestClient) -> None:
    """The text stands plain, and all can be marked again."""
    page = page_of(client, f"{REVIEW}?marks=none")

    assert [] == page.select(".wsr-document .wsr-extract, .wsr-document .wsr-stance, .wsr-why")
    assert f"{REVIEW}#practice" == one(page, ".wsr-practice__ways a")["href"]
    assert (
        f"{REVIEW}?marks=none#practice" == page_of(client, REVIEW).select(".wsr-practice__ways a")[1]["href"]
    )


def test_hits_and_extracts_are_marked_together(client: TestClient) -> None:
    """A hit within two extracts that overlap."""
    page = page_of(client, f"{REVIEW}?q=record")

    assert "record" == words(one(page, "#e2 #e3 mark"))
    assert ["record", "record"] == [words(mark) for mark in page.select("#p3 mark")]


def test_a_document_without_extracts_says_so(client: TestClient) -> None:
    """None is an answer."""
    page = page_of(client, f"{REVIEW}?document=d2")

    assert "No extract on practice was found in this document." == words(one(page, ".wsr-practice p"))
    assert "extracts in all documents of this review" in words(one(page, ".wsr-export summary"))


def test_a_permanent_link_leads_to_the_extract_of_the_current_version(
    client: TestClient, shelf: Repository
) -> None:
    """Whatever its number is now; one that is gone says what to do."""
    extract = shelf.review("cpr2017-w91").extracts[3]
    found = client.get(f"{REVIEW}/extracts/{extract.key}", follow_redirects=False)
    missing = page_of(client, f"{REVIEW}/extracts/nothing", 404)

    assert (302, f"{REVIEW}#e4") == (found.status_code, found.headers["location"])
    assert "This extract is not in the current version of the review." in words(missing)


def test_an_extract_in_a_table_is_marked_in_each_of_its_cells(empty_home: Repository) -> None:
    """One anchor, one label, and why in a row of its own."""
    rows = ("Date | Event | Agency", "12.3.2014 | Visit recorded | Health", "13.3.2014 | None | Police")
    passages = tuple(a_passage(n, text, kind=PassageKind.TABLE_ROW) for n, text in enumerate(rows, start=1))
    hold(empty_home, "CPR2020-W61", a_parsed_document(passages=passages))
    head = an_extract(passages[0], "Event", Stance.GENERAL)
    visit = an_extract(passages[1], "Visit recorded | Health", Stance.IDENTIFIED)
    code(empty_home, "CPR2020-W61", (head, visit), {})
    page = page_of(TestClient(create_app(empty_home.settings, empty_home)), "/en/reviews/cpr2020-w61")

    assert ["Event", "Visit recorded", "Health"] == [
        words(piece)
        for piece in page.select(".wsr-document td .wsr-extract, .wsr-document th .wsr-extract")
        if piece.find_parent(class_="wsr-why") is None
    ]
    assert ["e1", "e2"] == _marked(page)
    assert 2 == len(page.select("tr.wsr-why-row .wsr-why__fold")) == len(page.select(".wsr-stance"))


def test_a_rule_without_a_label_is_readable() -> None:
    """New rules show at once, if not well."""
    assert "A rule to come" == said(wording(Language.EN), Reason(rule="a_rule_to_come", words="x")).label
    assert "Multi agency working" == readable("multi-agency-working")


def test_a_long_quote_ends_at_a_word() -> None:
    """And says that more follows."""
    assert ["one two …", "onetwo …", "one"] == [
        shortened("one two three", 8),
        shortened("onetwothree", 6),
        "one",
    ]


def test_every_rule_of_stance_has_its_words() -> None:
    """The triggers of the vocabulary are the rules that readers see."""
    import tomllib

    path = Path(wsr.__file__).parent / "vocabulary" / "stance.toml"
    triggers = tomllib.loads(path.read_text(encoding="utf-8"))["trigger"]

    assert [] == sorted({trigger["id"] for trigger in triggers} - set(RULES))
