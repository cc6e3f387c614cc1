"""The application: pages in each offered language, files, the API, and what holds for all of them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files as package_files
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.responses import PlainTextResponse, RedirectResponse
from fastapi.routing import APIRoute
from fastapi.staticfiles import StaticFiles

from wsr import __version__
from wsr.repository.repository import Repository
from wsr.settings import Settings
from wsr.web import (
    account,
    agreement,
    api,
    best_practice,
    citation_files,
    coding,
    concordance,
    deciding,
    description,
    export,
    feeds,
    files,
    group,
    health,
    home,
    learning,
    learning_groups,
    learning_links,
    method,
    original,
    packs,
    plain,
    recommendation,
    register,
    report,
    review,
    reviews,
    search,
    theme,
    themes,
)
from wsr.web.errors import handle_errors
from wsr.web.guard import OwnRequests
from wsr.web.headers import App, EveryResponse
from wsr.web.pace import Pace
from wsr.web.problems import Problem
from wsr.web.roles import Access, access_of, anyone
from wsr.web.templating import Templates
from wsr.web.wording import OFFERED, preferred_language

PAGES = (
    home,
    search,
    feeds,
    description,
    themes,
    theme,
    best_practice,
    learning,
    learning_groups,
    group,
    learning_links,
    concordance,
    method,
    register,
    recommendation,
    report,
    packs,
    reviews,
    review,
    original,
    plain,
    account,
    coding,
    deciding,
    agreement,
)


class Website(FastAPI):
    """The application: headers on every response, a role on every route, its errors in the schema."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._included: dict[tuple[str, str], Access] = {}

    def include_router(self, router: APIRouter, *, prefix: str = "", **options: Any) -> None:
        """Add the routes of a router. Raises TypeError for one that does not say who may use it."""
        for route in router.routes:
            self._included |= _accesses(route, prefix)
        super().include_router(router, prefix=prefix, **options)

    def accesses(self) -> dict[tuple[str, str], Access]:
        """Who may use each route, by method and path. Raises TypeError for one that does not say it."""
        own = [_accesses(route, "") for route in self.routes if isinstance(route, APIRoute)]
        return self._included | {key: access for accesses in own for key, access in accesses.items()}

    def openapi(self) -> dict[str, Any]:
        """The API's description; Problem is the shape of all its errors."""
        schema = super().openapi()
        wrong = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        schema["components"]["schemas"] |= {**wrong.pop("$defs", {}), "Problem": wrong}
        return schema

    def build_middleware_stack(self) -> App:
        """Starlette's own layers, and ours outside them; none for an application with a route open by oversight."""
        assert self.accesses()
        settings: Settings = self.state.settings
        return EveryResponse(super().build_middleware_stack(), settings.public_indexing)


def _accesses(route: object, prefix: str) -> dict[tuple[str, str], Access]:
    access = access_of(route)
    assert isinstance(route, APIRoute)
    return {(method, prefix + route.path): access for method in route.methods or ()}


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
    app.state.pace = Pace(settings.answers_a_minute)
    app.add_middleware(OwnRequests)
    handle_errors(app)
    for language in OFFERED:
        for page in PAGES:
            app.include_router(page.router, prefix=f"/{language}", include_in_schema=False)
        app.include_router(export.pages, prefix=f"/{language}", include_in_schema=False)
    app.include_router(files.router, include_in_schema=False)
    app.include_router(citation_files.router, include_in_schema=False)
    app.include_router(health.router, include_in_schema=False)
    app.include_router(api.router)
    app.include_router(export.router)
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
        repository.alike.rankers.check()
        repository.regrouping.begin()
        yield


@anyone
def _welcome(request: Request) -> Response:
    language = preferred_language(request.headers.get("accept-language", ""))
    return RedirectResponse(f"/{language}/", status_code=302, headers={"Vary": "Accept-Language"})


@anyone
def _robots(request: Request) -> PlainTextResponse:
    allowed: bool = request.app.state.settings.public_indexing
    return PlainTextResponse("User-agent: *\n" + ("Allow: /\n" if allowed else "Disallow: /\n"))
