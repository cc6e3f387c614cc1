"""Deciding about extracts in a real browser: by keys alone, with keys switched off, and without JavaScript."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened, served
from tests.browser.test_accessibility import faults, overflows
from tests.making import a_parsed_document, a_section
from tests.pdfs import make_review
from tests.web.shelf import hold
from tests.web.signing import CURATOR, PASSWORD, add_accounts
from wsr.coding.coder import Coder
from wsr.domain.coding import Decision, Extract, Stance, Verdict
from wsr.domain.kinds import SectionKind
from wsr.domain.review import Review
from wsr.repository.deciding import Choice, all_judged, decide
from wsr.repository.ingesting import Ingest
from wsr.repository.recoding import recode
from wsr.repository.repository import Repository
from wsr.settings import Settings

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SET = "/en/coding?q=&stance=identified&reference=CPR2019-W91"
PRAISE = tuple(f"It was good practice that the health visitor rang {n} times." for n in range(10, 34))
LOST = "The school is to be commended for keeping the mother informed of each step."


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[Repository]:
    """A review with 24 sentences of praise, and another that lost words somebody had decided about."""
    folder = tmp_path / "arrivals"
    folder.mkdir()
    with Repository.open(Settings(home=tmp_path / "home")) as opened:
        section = a_section(0, "Analysis", SectionKind.ANALYSIS)
        hold(opened, "CPR2019-W91", a_parsed_document(*PRAISE, sections=(section,)))
        list(recode(opened))
        make_review(folder / "CPR2020-W92.pdf", analysis=(LOST,))
        list(Ingest(opened, [folder]))
        key = next(each.key for each in opened.review("cpr2020-w92").extracts if each.text == LOST)
        decide(opened, "cpr2020-w92", key, "ifan", Choice(Verdict.KEEP, Stance.GENERAL, note="Clear."))
        make_review(folder / "CPR2020-W92.pdf", analysis=("Nothing of it is left, not one word.",))
        list(Ingest(opened, [folder]))
        add_accounts(opened)
        yield opened


@pytest.fixture
def address(repository: Repository) -> Iterator[str]:
    """Where it is served."""
    with served(repository) as address:
        yield address


def begin(page: Page) -> None:
    """Sign in and open the first extract of the set."""
    page.goto(f"/en/sign-in?next={SET.replace('?', '%3F').replace('&', '%26')}")
    page.get_by_label("Name").fill(CURATOR)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("link", name="Start deciding").click()
    expect(page.locator("#extract")).to_be_visible()
    page.wait_for_load_state("load")  # a key that is pressed before the script has run says nothing


def decided(repository: Repository) -> list[Decision]:
    """What the curator decided, in the order of the text."""
    found = [judged for _, judged in all_judged(repository)]
    made = [each for judged in found for each in judged.decisions if each.person == CURATOR]
    return sorted(made, key=lambda each: each.decided_at)


def press(page: Page, keys: str) -> None:
    """Press keys one by one."""
    for key in keys.split():
        page.keyboard.press(key)


def test_twenty_are_decided_by_keys_alone(browser: Browser, repository: Repository, address: str) -> None:
    """Every kind of key; focus is on each new extract's heading, and the status says how far one is."""
    with opened(browser, address, viewport={"width": 1280, "height": 900}) as page:
        begin(page)
        for number in range(20):
            expect(page.locator(".wsr-walk")).to_contain_text(f"{number} of 24 decided")
            expect(page.locator("#extract")).to_be_focused()
            press(page, ("k", "r 5", "u 3 a", "k { }")[number % 4])
            press(page, "n")
            page.keyboard.type(f"k r {number}")
            press(page, "Escape Enter")
        expect(page.locator(".wsr-walk")).to_contain_text("20 of 24 decided")
        expect(page.locator("#status")).to_have_text("Saved. 20 of 24 decided.")
        press(page, "b")
        expect(page.locator(".wsr-walk")).to_contain_text("Extract 20 of 24")
        press(page, "s")
        expect(page.locator(".wsr-walk")).to_contain_text("Extract 21 of 24")
        press(page, "?")
        expect(page.locator("#keys summary")).to_be_focused()
        expect(page.get_by_text("write a note; Escape leaves it")).to_be_visible()
    made = decided(repository)

    assert [f"k r {number}" for number in range(20)] == [each.note for each in made]
    kept, rejected, unsure, moved = made[:4]
    assert (Verdict.KEEP, None, None, None) == (kept.verdict, kept.stance, kept.codes, kept.start)
    assert (Verdict.REJECT, Stance.NEUTRAL) == (rejected.verdict, rejected.stance)
    assert (Verdict.UNSURE, Stance.GENERAL) == (unsure.verdict, unsure.stance)
    assert unsure.codes is not None and "care-and-support" in unsure.codes
    assert (3, len("It was good practice that the health visitor rang 13")) == (moved.start, moved.end)


def test_limits_are_seen_as_they_move(browser: Browser, address: str) -> None:
    """By keys and by the lists of words; the beginning does not pass the end."""
    with opened(browser, address) as page:
        begin(page)
        mark = page.locator("#passage mark")
        press(page, "{ { }")
        expect(mark).to_have_text("good practice that the health visitor rang 10")
        expect(page.locator("#status")).to_have_text("10")
        press(page, "[ ]")
        expect(mark).to_have_text("was good practice that the health visitor rang 10 times.")
        page.get_by_label("Ends at word").select_option("3")
        expect(mark).to_have_text("was good")
        page.locator("#extract").focus()
        press(page, "} } } }")
        expect(mark).to_have_text("was")
        expect(page.locator("#passage")).to_have_text(PRAISE[0])


def test_keys_that_are_switched_off_do_nothing(
    browser: Browser, repository: Repository, address: str
) -> None:
    """Nor do they in text fields; the choice is kept for the next page."""
    with opened(browser, address) as page:
        begin(page)
        page.get_by_label("Note").fill("")
        page.get_by_label("Note").press_sequentially("kru1s")
        expect(page.get_by_label("Note")).to_have_value("kru1s")
        expect(page.get_by_label(re.compile("^Keep"))).not_to_be_checked()
        expect(page.locator("kbd.wsr-key").first).to_be_visible()
        page.get_by_label("Decide by keys of the keyboard").uncheck()
        expect(page.locator("kbd.wsr-key").first).to_be_hidden()
        page.reload()
        expect(page.get_by_label("Decide by keys of the keyboard")).not_to_be_checked()
        here = page.url
        page.locator("#extract").focus()
        press(page, "k 3 { s Enter ?")
        expect(page.get_by_label(re.compile("^Keep"))).not_to_be_checked()
        assert here == page.url
        page.get_by_label("Decide by keys of the keyboard").check()
        page.locator("#extract").focus()
        press(page, "k")
        expect(page.get_by_label(re.compile("^Keep"))).to_be_checked()
    assert [] == decided(repository)


def test_everything_goes_without_javascript(browser: Browser, repository: Repository, address: str) -> None:
    """The form, the limits, the way back and on; nothing is said of keys."""
    with opened(browser, address, java_script_enabled=False) as page:
        begin(page)
        expect(page.locator("kbd.wsr-key").first).to_be_hidden()
        expect(page.get_by_label("Decide by keys of the keyboard")).to_be_hidden()
        page.get_by_label("Unsure").check()
        page.get_by_label("Criticism").check()
        page.get_by_label("Record keeping").check()
        page.get_by_label("Begins at word").select_option("3")
        page.get_by_label("Note").fill("By hand")
        page.get_by_role("button", name="Save, and go on").click()
        expect(page.get_by_text("Saved.")).to_be_visible()
        page.get_by_role("link", name="Skip", exact=True).click()
        expect(page.locator(".wsr-walk")).to_contain_text("Extract 3 of 24")
        page.get_by_role("link", name="Back").click()
        page.get_by_role("link", name="Back").click()
        expect(page.get_by_label("Note")).to_have_value("By hand")
        expect(page.locator("#passage mark")).to_have_text(PRAISE[0].removeprefix("It was "))
    (made,) = decided(repository)

    assert (Verdict.UNSURE, Stance.CRITICISM, "By hand") == (made.verdict, made.stance, made.note)


def test_alone_nothing_is_seen_and_all_is_said_by_keys(
    browser: Browser, repository: Repository, address: str
) -> None:
    """The choice is ticked where the set is chosen, and holds from one extract to the next."""
    with opened(browser, address) as page:
        begin(page)
        page.goto(SET)
        page.get_by_label("Decide without seeing").check()
        page.get_by_role("button", name="Show this set").click()
        page.get_by_role("link", name="Start deciding").click()
        for number in range(2):
            expect(page.locator(".wsr-walk")).to_contain_text(f"{number} of 24 decided")
            expect(page.get_by_text("You decide alone")).to_be_visible()
            expect(page.get_by_text("What the rules say")).to_have_count(0)
            expect(page.locator("#decision :checked:not(option, #use-keys)")).to_have_count(0)
            press(page, "k 1 0 Enter")
        expect(page.locator(".wsr-walk")).to_contain_text("2 of 24 decided")
    assert [(Stance.IDENTIFIED, ())] * 2 == [(each.stance, each.codes) for each in decided(repository)]


@pytest.mark.parametrize("width", [1280, 320])
def test_no_fault_is_found_and_nothing_runs_off_the_screen(
    browser: Browser, repository: Repository, address: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    The choice of a set with what lost its place, an extract with a history, agreement; all unfolded. Also the choice
    once the rules see otherwise what was kept.
    """
    found = Coder.extracts

    def otherwise(coder: Coder, review: Review) -> list[Extract]:
        return [one.model_copy(update={"stance": Stance.NEUTRAL}) for one in found(coder, review)]

    size: Any = {"width": width, "height": 800}
    with opened(browser, address, viewport=size) as page:
        begin(page)
        press(page, "k Enter")
        expect(page.locator(".wsr-walk")).to_contain_text("1 of 24 decided")
        press(page, "b")
        expect(page.locator(".wsr-made li")).to_have_count(1)
        alone = page.url.replace("#extract", "&alone=true#extract")
        for part in ("here", alone, SET, f"{SET}&alone=true", "/en/agreement"):
            if part != "here":
                page.goto(part)
            page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
            assert [] == faults(page)
            assert not overflows(page)
        monkeypatch.setattr(Coder, "extracts", otherwise)
        list(recode(repository, every=True))
        page.goto(SET)
        expect(page.locator(".wsr-otherwise article")).to_have_count(1)
        assert [] == faults(page)
        assert not overflows(page)


def test_what_went_wrong_is_focused_first(browser: Browser, address: str) -> None:
    """Chromium notes the status of the page in its console, so that one is not watched here."""
    context = browser.new_context(base_url=address)
    page = context.new_page()
    begin(page)
    page.locator("#decision").evaluate("form => form.noValidate = true")
    press(page, "Enter")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.evaluate(
        "scrollTo(0, document.body.scrollHeight)"
    )  # the bar with the button lies over nothing there
    assert [] == faults(page)
    context.close()
