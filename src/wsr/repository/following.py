"""The index follows decisions by itself, and the groups the index, while nobody waits for it."""

import logging

from wsr.repository.repository import Repository
from wsr.repository.upkeep import follow

log = logging.getLogger(__name__)


def follow_soon(repository: Repository) -> None:
    """
    Bring the index up to what has been decided until now, as soon as nobody else writes.

    Run it when the answer has been sent. While one waits for its turn others return at once: the one that waits
    looks for what has changed when its turn comes, so it does their work too. What fails is noted without any
    text, and mended by the next `wsr.repository.upkeep.recover` or the next decision.
    """
    if not repository.follow_waits.acquire(blocking=False):
        return
    waits = True
    try:
        with repository.writing():
            repository.follow_waits.release()
            waits = False
            follow(repository)
        repository.regrouping.begin()
    except Exception as error:  # noqa: BLE001 - nobody waits for this, and the review stays marked
        log.error(
            "The index did not follow a decision (%s); it will at the next start.", type(error).__name__
        )
    finally:
        if waits:
            repository.follow_waits.release()
