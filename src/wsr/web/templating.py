"""Pages: a documented context in, a template, an answer out."""

import hashlib
from dataclasses import dataclass, field, fields
from functools import cache
from importlib.resources import files
from typing import Any, ClassVar

from fastapi import Request, Response
from jinja2 import ChainableUndefined, ChoiceLoader, Environment, PackageLoader, PrefixLoader

from wsr.domain.kinds import Language
from wsr.domain.parts import Report
from wsr.settings import Settings
from wsr.web.addresses import here, sign_in_address, site_address
from wsr.web.conditional import answer
from wsr.web.cookies import form_token
from wsr.web.visitors import visitor_of
from wsr.web.wording import OFFERED, Wording, preferred_language, wording

HTML = "text/html; charset=utf-8"


def told(help: str, **options: Any) -> Any:
    """A field of a page's context with what it means, which a test asks of every one."""
    return field(metadata={"help": help}, **options)


@dataclass(frozen=True, kw_only=True)
class Page:
    """What one kind of page gives to its template; each subclass names the template and adds its fields."""

    template: ClassVar[str]
    script: ClassVar[str] = ""
    """The script that the page can do without; most have none."""

    title: str = told("What the page is, for the browser's title bar and the heading.")


@dataclass(frozen=True)
class Site:
    """What the layout needs on every page, whatever it shows."""

    language: str = told("The language of the page: the lang of <html>.")
    address: str = told(
        "Where the website is read, for addresses that are copied or printed: https://example.org."
    )
    path: str = told("The path below the language, as the navigation knows it: search, reviews …")
    query: str = told("What was searched for, for the small search box in the header.")
    demo: bool = told("True when the repository holds the fictional samples, which every page then says.")
    contact: str | None = told("How readers reach whoever runs this repository; None if nobody said.")
    styles: tuple[str, ...] = told("Addresses of the style sheets, with the version of each.")
    script: str = told("Address of the script of the page, with its version; empty for most.")
    visitor: str | None = told("How whoever is signed in is named; None for readers.")
    sign_in_url: str = told("The form for signing in, which leads back to this page.")
    form_token: str = told("What each form carries unseen; empty for readers, whose forms change nothing.")


class Templates:
    """The templates of all offered languages, ready to render pages."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.environments = {language: _environment(wording(language)) for language in OFFERED}
        self._styles = tuple(_versioned(name) for name in ("govuk.css", "wsr.css"))

    def render(self, request: Request, page: Page, status: int = 200) -> Response:
        """The page in the language of its address."""
        language, visitor = language_of(request), visitor_of(request)
        path = request.url.path.removeprefix(f"/{language}").strip("/")
        site = Site(
            language=language.value,
            address=site_address(request),
            path=path,
            query=request.query_params.get("q", ""),
            demo=self._settings.demo,
            contact=self._settings.contact,
            styles=self._styles,
            script=_versioned(page.script) if page.script else "",
            visitor=visitor.display_name if visitor else None,
            sign_in_url=sign_in_address(language, "" if path == "sign-in" else here(request)),
            form_token=form_token(request),
        )
        context = {entry.name: getattr(page, entry.name) for entry in fields(page)}
        template = self.environments[language].get_template(page.template)
        return answer(request, template.render(**context, site=site).encode(), HTML, status)


def render(request: Request, page: Page, status: int = 200) -> Response:
    """The page as an answer to the request."""
    templates: Templates = request.app.state.templates
    return templates.render(request, page, status)


def report_file(report: Report) -> str:
    """A report as a page that needs no site: its style is in it, and its sources lead nowhere."""
    template = _environment(wording(report.language)).get_template("report_file.html")
    return template.render(report=report)


def language_of(request: Request) -> Language:
    """The language that the address names, else the one that the reader prefers."""
    first = request.url.path.split("/")[1]
    if first in OFFERED:
        return Language(first)
    return preferred_language(request.headers.get("accept-language", ""))


@cache
def _environment(wording: Wording) -> Environment:
    """The templates in the language of a catalogue, compiled once: everything escaped, undefined options silent."""
    made = Environment(
        loader=ChoiceLoader(
            [
                PackageLoader("wsr"),
                PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
            ]
        ),
        autoescape=True,
        extensions=["jinja2.ext.i18n"],
        undefined=ChainableUndefined,  # the macros of govuk_frontend_jinja read options that were not given
    )
    made.install_gettext_translations(wording, newstyle=True)  # type: ignore[attr-defined]
    return made


@cache
def _versioned(name: str) -> str:
    """The address of a static file with a mark of its content, so that it can be cached for ever."""
    content = (files("wsr") / "static" / name).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(content).hexdigest()[:12]}"
