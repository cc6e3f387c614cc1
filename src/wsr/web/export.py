"""Files of everything that a search finds: `/api/v1/export/{format}`, under the same names as the search page."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp
from threading import BoundedSemaphore
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import FileResponse
from pydantic import Field
from starlette.background import BackgroundTask

from wsr.domain.exports import Export, ExportFormat
from wsr.domain.kinds import Language
from wsr.domain.method import Provenance
from wsr.domain.search import Unit
from wsr.errors import Busy, Message
from wsr.exchange.formats import FORMATS, FileFormat
from wsr.repository.working_set import working_set
from wsr.web.addresses import site_address
from wsr.web.api import PATH
from wsr.web.asked import RepositoryDep
from wsr.web.conditional import PERSONAL, PRIVATE, holds
from wsr.web.exporting import export_of, file_name
from wsr.web.params import SearchParams, WorkingParams
from wsr.web.problems import documented
from wsr.web.roles import CuratorDep, anyone
from wsr.web.templating import language_of

router = APIRouter(prefix=PATH, tags=["version 1"])
pages = APIRouter()

_AT_ONCE = BoundedSemaphore(2)
"""Files that are made at the same time: each takes a processor for as long as it is made."""

_WAIT_SECONDS = 20.0

_A_FILE: dict[str, Any] = {
    "description": "The file, as an attachment.",
    "content": {
        each.media_type.partition(";")[0]: {"schema": {"type": "string", "format": "binary"}}
        for each in FORMATS.values()
    },
}


class ExportParams(SearchParams):
    """The parameters of a search, with extracts counted unless another unit is asked for."""

    unit: Unit = Field(default=Unit.EXTRACT, description="What is counted and written.")


@router.get(
    "/export/{format}", response_class=Response, responses={200: _A_FILE, **documented(400, 422, 503)}
)
@anyone
def export_file(
    request: Request,
    format: ExportFormat,
    params: Annotated[ExportParams, Query()],
    repository: RepositoryDep,
) -> Response:
    """
    Everything that a query finds, whatever its page, as one file with the method that found it.

    The same query on the same data gives the same bytes, but for the day. A file is made whole before it is sent:
    what arrives is never cut short by an error.
    """
    query = params.query()
    with _turn():
        made = export_of(repository, query, format, Language.EN, site_address(request))
        tag = _tag(request, made.method.provenance)
        headers = {"ETag": tag, "Cache-Control": PRIVATE}
        if holds(request, tag):
            return Response(status_code=304, headers=headers)
        return _sent(made, format, headers)


@pages.get("/working-set/{format}")
def working_set_file(
    request: Request,
    format: ExportFormat,
    params: Annotated[WorkingParams, Query()],
    account: CuratorDep,
    repository: RepositoryDep,
) -> Response:
    """The extracts of a set that somebody works through, as one file."""
    query, language = params.work().query, language_of(request)
    with _turn():
        places = working_set(repository, query, account.name).places
        made = export_of(repository, query, format, language, site_address(request), places)
        return _sent(made, format, {"Cache-Control": PERSONAL})


def _sent(made: Export, format: ExportFormat, headers: dict[str, str]) -> FileResponse:
    chosen = FORMATS[format]
    path = _written(made, chosen)
    return FileResponse(
        path,
        media_type=chosen.media_type,
        filename=file_name(made.method.query, made.method, chosen.suffix),
        headers=headers,
        background=BackgroundTask(path.unlink, missing_ok=True),
    )


def _written(made: Export, chosen: FileFormat) -> Path:
    """A temporary file with the export, whole."""
    descriptor, name = mkstemp(prefix="wsr-export-")
    path = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            chosen.write(made, file)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


@contextmanager
def _turn() -> Iterator[None]:
    """One of the places for making a file. Raises Busy when none becomes free in a while."""
    if not _AT_ONCE.acquire(timeout=_WAIT_SECONDS):
        raise Busy(Message("Other files are being made just now. Try again in half a minute."))
    try:
        yield
    finally:
        _AT_ONCE.release()


def _tag(request: Request, known: Provenance) -> str:
    """Another version of the index, of the method or of wsr makes another file, and so does another day."""
    basis = f"{request.url}\n{known.model_dump_json()}"
    return f'"{hashlib.sha256(quote(basis).encode()).hexdigest()[:32]}"'
