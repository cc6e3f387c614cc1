"""A real browser on a real server over a few sample reviews, ingested as ever."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from wsr.repository.ingesting import Ingest
from wsr.repository.repository import Repository
from wsr.samples import sample_reviews
from wsr.settings import Settings
from wsr.web.app import create_app

SAMPLES = (
    "CPR2017-W91.pdf",
    "CPR2017-W91 Cymraeg.pdf",
    "CPR2020-W88.pdf",
    "CPR2020-W88 seven minute briefing.pdf",
    "DHR2019-W98.pdf",
)


def _chromium() -> str | None:
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None and os.environ.get("CI"):
        pytest.fail("No Chromium was found, and CI must test in a browser: install it or set CHROMIUM.")
    return found


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium, where there is one."""
    path = _chromium()
    if path is None:
        pytest.skip("no Chromium is installed; set CHROMIUM to its path")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a website with the samples."""
    settings = Settings(home=tmp_path_factory.mktemp("browser"), demo=True, answers_a_minute=0)
    with Repository.open(settings) as repository:
        outcomes = list(Ingest(repository, [sample_reviews() / name for name in SAMPLES], jobs=2))
        assert [] == [outcome for outcome in outcomes if outcome.reason]
        with served(repository) as address:
            yield address


@contextmanager
def served(repository: Repository) -> Iterator[str]:
    """The address of the website of a repository, as long as it is served."""
    app = create_app(repository.settings, repository)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", access_log=False))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            thread.join(0.05)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


class Watch:
    """What a page does beside being shown: messages of its console, dialogs, requests to other hosts."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.messages: list[str] = []
        self.strangers: list[str] = []
        context.on("console", lambda message: self.messages.append(message.text))
        context.on("weberror", lambda error: self.messages.append(str(error.error)))
        context.on("dialog", self._dialog)
        context.on(
            "request",
            lambda request: request.url.startswith(site) or self.strangers.append(request.url),
        )

    def _dialog(self, dialog: Any) -> None:
        self.messages.append(f"dialog: {dialog.message}")
        dialog.dismiss()


@contextmanager
def opened(browser: Browser, site: str, **options: Any) -> Iterator[Page]:
    """A page in a context of its own; nothing may stand in its console nor leave for another host."""
    context = browser.new_context(base_url=site, **options)
    watch = Watch(context, site)
    try:
        yield context.new_page()
        assert ([], []) == (watch.messages, watch.strangers)
    finally:
        context.close()


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A wide page without JavaScript: nothing may need it."""
    with opened(browser, site, viewport={"width": 1280, "height": 900}, java_script_enabled=False) as page:
        yield page
