"""RELIABILITY W1 in a real browser: nothing that stands in a document runs."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import opened, served
from tests.web.hostile import MARKER, PAYLOADS, a_hostile_report, hostile_extracts
from tests.web.shelf import code, hold
from wsr.repository.repository import Repository
from wsr.settings import Settings

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A website that holds a review with forty dangerous texts in every field."""
    home: Path = tmp_path_factory.mktemp("hostile")
    with Repository.open(Settings(home=home)) as repository:
        hold(repository, "CPR2020-W66", a_hostile_report())
        code(repository, "CPR2020-W66", *hostile_extracts())
        with served(repository) as address:
            yield address


@pytest.mark.parametrize(
    "address",
    [
        "/en/",
        "/en/reviews",
        f"/en/search?q={MARKER}&per_page=100",
        f"/en/reviews/cpr2020-w66?q={MARKER}",
        "/en/reviews/cpr2020-w66/pages/1?passage=p7",
        *(f"/en/search?q=x&board={quote(text, safe='')}" for text in PAYLOADS[::8]),
    ],
)
def test_nothing_runs(browser: Browser, hostile_site: str, address: str) -> None:
    """No dialog, no message of the console (a breach of the policy is one), no request elsewhere."""
    with opened(browser, hostile_site) as page:
        page.goto(address)
        page.mouse.move(300, 300)
        page.wait_for_load_state("networkidle")
