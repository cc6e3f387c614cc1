"""The application: pages in each offered language, files, the API, and what holds for all of them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files as package_files
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import PlainTextResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles

from wsr import __version__
from wsr.repository.repository import Repository
from wsr.settings import Settings
from wsr.web import (
    agreement,
    api,
    best_practice,
    concordance,
    files,
    health,
    home,
    method,
    original,
    plain,
    report,
    review,
    reviews,
    search,
)
from wsr.web.errors import handle_errors
from wsr.web.headers import App, EveryResponse
from wsr.web.problems import Problem
from wsr.web.templating import Templates
from wsr.web.wording import OFFERED, preferred_language

PAGES = (
    home,
    search,
    reviews,
    review,
    original,
    plain,
    agreement,
    best_practice,
    concordance,
    method,
    report,
)


class Website(FastAPI):
    """The application with its headers on every response, errors included, and its errors in the schema."""

    def openapi(self) -> dict[str, Any]:
        """The API's description; Problem is the shape of all its errors."""
        schema = super().openapi()
        wrong = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        schema["components"]["schemas"] |= {**wrong.pop("$defs", {}), "Problem": wrong}
        return schema

    def build_middleware_stack(self) -> App:
        """Starlette's own layers, and ours outside them."""
        settings: Settings = self.state.settings
        return EveryResponse(super().build_middleware_stack(), settings.public_indexing)


class KeptFiles(StaticFiles):
    """Styles and typefaces: the only answers that any cache may keep; style sheets change their address."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        """A file, or that it has not changed."""
        response = super().file_response(*args, **kwargs)
        response.headers["Cache-Control"] = "public, max-age=86400"
        return response


def create_app(settings: Settings, repository: Repository | None = None) -> FastAPI:
    """The website of a repository; without one it opens that of the settings when it starts, and closes it."""
    app = Website(
        title="Wales Safeguarding Repository",
        version=__version__,
        openapi_url="/api/openapi.json",
        docs_url=None,  # FastAPI's own pages fetch scripts from elsewhere; /en/api says the same
        redoc_url=None,
        lifespan=_opened,
    )
    app.state.settings = settings
    app.state.repository = repository
    app.state.templates = Templates(settings)
    handle_errors(app)
    for language in OFFERED:
        for page in PAGES:
            app.include_router(page.router, prefix=f"/{language}", include_in_schema=False)
    app.include_router(files.router, include_in_schema=False)
    app.include_router(health.router, include_in_schema=False)
    app.include_router(api.router)
    app.mount("/static", KeptFiles(directory=str(package_files("wsr") / "static")))
    app.add_api_route("/", _welcome, include_in_schema=False)
    app.add_api_route("/robots.txt", _robots, include_in_schema=False)
    return app


@asynccontextmanager
async def _opened(app: FastAPI) -> AsyncIterator[None]:
    if app.state.repository is not None:
        yield
        return
    with Repository.open(app.state.settings) as repository:
        app.state.repository = repository
        yield


def _welcome(request: Request) -> Response:
    language = preferred_language(request.headers.get("accept-language", ""))
    return RedirectResponse(f"/{language}/", status_code=302, headers={"Vary": "Accept-Language"})


def _robots(request: Request) -> PlainTextResponse:
    allowed: bool = request.app.state.settings.public_indexing
    return PlainTextResponse("User-agent: *\n" + ("Allow: /\n" if allowed else "Disallow: /\n"))
