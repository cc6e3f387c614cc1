"""Whether the server lives, and whether it can answer: for what watches over it."""

from fastapi import APIRouter, Response

from wsr import __version__
from wsr.domain.holdings import Health
from wsr.web.asked import RepositoryDep
from wsr.web.roles import anyone

router = APIRouter()


@router.get("/healthz")
@anyone
def alive() -> dict[str, str]:
    """The process answers; says nothing of the database."""
    return {"status": "ok", "version": __version__}


@router.get("/readyz")
@anyone
def ready(repository: RepositoryDep, response: Response) -> Health:
    """Whether database and index answer and agree; 503 when they do not."""
    health = repository.health()
    response.status_code = 200 if health.ready else 503
    response.headers["Cache-Control"] = "no-store"
    return health
