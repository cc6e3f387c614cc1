"""Original files and pictures of their pages; given for download, never run in our origin."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse

from wsr.web.asked import NumberDep, RepositoryDep, SlugDep
from wsr.web.conditional import PRIVATE, answer, holds
from wsr.web.roles import anyone

router = APIRouter()


@router.get("/reviews/{slug}.pdf")
@anyone
def original_file(
    request: Request, slug: SlugDep, repository: RepositoryDep, document: str | None = None
) -> Response:
    """The PDF of a document, as an attachment; 304 when the reader has those bytes."""
    stored = repository.stored_file(slug, document)
    headers = {"ETag": f'"{stored.sha256}"', "Cache-Control": PRIVATE}
    if holds(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    return FileResponse(
        stored.path,
        media_type=stored.media_type,
        filename=stored.filename,
        content_disposition_type="attachment",
        headers=headers,
    )


@router.get("/reviews/{slug}/pages/{number}.webp")
@anyone
def page_picture(
    request: Request,
    slug: SlugDep,
    number: NumberDep,
    repository: RepositoryDep,
    document: str | None = None,
) -> Response:
    """The picture of a page of a document."""
    return answer(request, repository.page_picture(slug, document, number), "image/webp")
