"""Taking files in: one run over files and folders, one outcome a file."""

import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from wsr.domain.kinds import Outcome, ReviewType
from wsr.domain.outcomes import FileOutcome, NotTaken
from wsr.domain.review import ParsedDocument
from wsr.errors import NeedsOcr, Rejected
from wsr.ingest.decide import Decision, Known, decide, decide_by_bytes
from wsr.ingest.discover import find_files
from wsr.ingest.extractor import EXTRACTOR
from wsr.ingest.manifest import Manifest, read_manifest
from wsr.ingest.sandbox import Sandbox
from wsr.ingest.task import ParseTask
from wsr.repository.clock import now
from wsr.repository.keeping import Reading, keep, keep_claims
from wsr.repository.known import Sketches, load_known
from wsr.repository.repository import Repository
from wsr.repository.upkeep import follow, recover_locked
from wsr.store import not_taken
from wsr.store.files import sha256_of

_INDEX_EVERY = 20
"""Files between two commits of the index."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file as it came."""

    path: Path
    sha256: str
    bytes: int
    seen: float
    """When, on the monotonic clock."""
    must_be_read: bool


class Ingest:
    """
    find_files | sha256 | parse in the sandbox | decide | keep the file | one transaction | index

    Iterating it takes the files in, in order of path whatever `jobs`, and gives one outcome each. What has
    been given is kept, also when the iteration is broken off. A file that is not taken is remembered with its
    reason and the run goes on; errors of the machine (disk, database) end it.
    """

    def __init__(
        self,
        repository: Repository,
        paths: Sequence[Path],
        *,
        manifest: Path | None = None,
        as_type: ReviewType | None = None,
        jobs: int = 1,
    ) -> None:
        self.files = find_files(paths)
        self._repository = repository
        self._manifest = read_manifest(manifest) if manifest else Manifest()
        self._as_type = as_type
        self._jobs = jobs
        self._sketches = Sketches()
        self.unused_lines = self._manifest.unused(map(str, self.files))
        """Lines of the manifest that name none of the files: misspelt, or files that did not come."""

    def __iter__(self) -> Iterator[FileOutcome]:
        repository = self._repository
        with repository.writing():
            recover_locked(repository)
            try:
                with Sandbox(repository.settings, self._jobs) as sandbox:
                    for count, outcome in enumerate(self._outcomes(sandbox), start=1):
                        yield outcome
                        if count % _INDEX_EVERY == 0:
                            follow(repository)
            finally:
                follow(repository)

    def _outcomes(self, sandbox: Sandbox) -> Iterator[FileOutcome]:
        waiting: deque[Arrival] = deque()
        for _, result in sandbox.parse_many(self._tasks(waiting)):
            while not waiting[0].must_be_read:
                yield self._outcome(waiting.popleft(), None)
            yield self._outcome(waiting.popleft(), result)
        while waiting:
            yield self._outcome(waiting.popleft(), None)

    def _tasks(self, waiting: deque[Arrival]) -> Iterator[ParseTask]:
        """What must be read, one file after the other; every file is put in the queue of those waiting."""
        with self._repository.session() as session:
            known = load_known(session, self._sketches)
        for path in self.files:
            digest = sha256_of(path)
            by_bytes = decide_by_bytes(digest, path.name, known, EXTRACTOR)
            must_be_read = by_bytes is None or by_bytes.is_kept
            waiting.append(Arrival(path, digest, path.stat().st_size, time.monotonic(), must_be_read))
            if must_be_read:
                as_type = self._as_type or self._manifest.type_for(str(path))
                yield ParseTask(path=path, filename=path.name, sha256=digest, as_type=as_type)

    def _outcome(self, arrival: Arrival, result: ParsedDocument | Rejected | None) -> FileOutcome:
        """Decide about one file and do it; what is given back is on disk."""
        if isinstance(result, Rejected):
            return self._refuse(arrival, result)
        manifest = self._manifest.about(arrival.path)
        with self._repository.session() as session:
            known = load_known(session, self._sketches)
            decision = _decide(arrival, result, manifest, known)
            claims = manifest.claims_for(arrival.path.name)
            extracts = 0
            if result is not None and decision.is_kept:
                self._repository.files.put(arrival.path, arrival.sha256)
                extracts = keep(
                    session,
                    Reading(arrival.path.name, arrival.sha256, arrival.bytes, result, decision, claims),
                    self._repository.coder(),
                )
            else:
                keep_claims(session, decision.reference, claims)
            not_taken.forget(session, arrival.sha256)
        self._repository.files.settle(arrival.sha256)
        return _report(arrival, decision, result, extracts)

    def _refuse(self, arrival: Arrival, rejected: Rejected) -> FileOutcome:
        outcome = Outcome.NEEDS_OCR if isinstance(rejected, NeedsOcr) else Outcome.REJECTED
        file = NotTaken(
            filename=arrival.path.name,
            sha256=arrival.sha256,
            outcome=outcome,
            reason=rejected.reason,
            detail=rejected.detail,
            bytes=arrival.bytes,
            seen_at=now(),
        )
        with self._repository.session() as session:
            not_taken.remember(session, file)
        return FileOutcome(
            file=str(arrival.path),
            outcome=outcome,
            reason=rejected.reason,
            detail=rejected.detail,
            seconds=_seconds_since(arrival),
        )


def _decide(arrival: Arrival, result: ParsedDocument | None, manifest: Manifest, known: Known) -> Decision:
    name = arrival.path.name
    if result is not None:
        return decide(result, arrival.sha256, name, manifest, known, EXTRACTOR)
    by_bytes = decide_by_bytes(arrival.sha256, name, known, EXTRACTOR)
    assert by_bytes is not None, "Only bytes that are held need not be read."
    return by_bytes


def _report(
    arrival: Arrival, decision: Decision, result: ParsedDocument | None, extracts: int
) -> FileOutcome:
    return FileOutcome(
        file=str(arrival.path),
        outcome=decision.outcome,
        reference=decision.reference,
        role=decision.role,
        language=decision.language,
        reason=decision.detail if decision.outcome is Outcome.HELD else None,
        detail=decision.detail,
        pages=result.pages if result else 0,
        passages=len(result.passages) if result else 0,
        recommendations=len(result.recommendations) if result else 0,
        extracts=extracts,
        warnings=tuple(
            warning.detail for warning in (*(result.warnings if result else ()), *decision.warnings)
        ),
        seconds=_seconds_since(arrival),
    )


def _seconds_since(arrival: Arrival) -> float:
    return round(time.monotonic() - arrival.seen, 3)
