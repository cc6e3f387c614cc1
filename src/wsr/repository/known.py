"""What the store holds, as far as deciding about a new file needs it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from wsr.ingest.belonging import HeldReview
from wsr.ingest.decide import HeldDocument, Known
from wsr.language.shingles import Shingles, shingles
from wsr.store import documents, reviews
from wsr.store.database import Session


class Sketches(Mapping[str, Shingles]):
    """Shingles of documents by sha256, made when asked for and kept for one run."""

    def __init__(self) -> None:
        self._made: dict[str, Shingles] = {}
        self.session: Session | None = None
        """The session to read texts with; set for as long as it is open."""

    def __getitem__(self, sha256: str) -> Shingles:
        if sha256 not in self._made:
            assert self.session is not None
            self._made[sha256] = shingles(documents.document_text(self.session, sha256))
        return self._made[sha256]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)


def load_known(session: Session, sketches: Sketches) -> Known:
    """What is held at this moment."""
    sketches.session = session
    held = documents.known_documents(session)
    filenames: dict[str, list[str]] = defaultdict(list)
    for item in held:
        filenames[item.reference].append(item.document.source.filename)
    return Known(
        documents=tuple(_document(item) for item in held),
        reviews=tuple(_review(item, filenames[item.reference]) for item in reviews.known_reviews(session)),
        sketches=sketches,
    )


def _document(item: documents.KnownDocument) -> HeldDocument:
    document = item.document
    return HeldDocument(
        reference=item.reference,
        document=document.id,
        role=document.role,
        language=document.language,
        version=document.version,
        sha256=document.source.sha256,
        filename=document.source.filename,
        extractor=document.source.extractor,
        is_current=item.is_current,
    )


def _review(item: reviews.KnownReview, filenames: list[str]) -> HeldReview:
    return HeldReview(
        reference=item.reference,
        reference_source=item.reference_source,
        review_type=item.review_type,
        board=item.board,
        board_reference=item.board_reference,
        subjects=item.subjects,
        incident_date=item.incident_date,
        filenames=tuple(filenames),
    )
