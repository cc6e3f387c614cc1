"""An export as a REFI-QDA project, or its codebook alone."""

from collections.abc import Iterator
from itertools import groupby
from typing import IO

from wsr.domain.exports import Export
from wsr.domain.qda import CodeTree, Source
from wsr.exchange.codes import themes_as_codes
from wsr.exchange.project import head_of
from wsr.exchange.sources import Coders, sources_of
from wsr.exchange.write.qdc import write_qdc
from wsr.exchange.write.qdpx import write_qdpx


def qdpx(export: Export, out: IO[bytes]) -> None:
    """
    The reviews as cases with the text of their documents, everything found a selection with its codings.

    The items of the export come review by review.
    """
    method = export.method
    head = head_of(
        (export.whole(review.slug) for review in export.reviews),
        export.codebook,
        export.terms,
        name=method.title,
        origin=_origin(export),
        rules=method.provenance.rules_version,
        day=method.date,
        people=export.people,
        method=(method.title, *method.sentences, method.citation, method.notice),
    )
    write_qdpx(head, _sources(export), out)


def qdc(export: Export, out: IO[bytes]) -> None:
    """The themes of the codebook in force, whatever was found."""
    write_qdc(CodeTree(codes=themes_as_codes(export.codebook), origin=_origin(export)), out)


def _sources(export: Export) -> Iterator[Source]:
    coders = Coders(
        export.codebook,
        export.terms,
        export.method.provenance.rules_version,
        with_rejected=True,  # they are among the items when they were asked for
    )
    for slug, items in groupby(export.items, key=lambda item: item.review.slug):
        extracts: set[str] = set()
        passages: set[tuple[str, str]] = set()
        for item in items:
            if item.stance is None:
                passages.add((item.document, item.passage))
            else:
                extracts.add(item.key)
        yield from sources_of(export.whole(slug), export.judged(slug), coders, extracts, passages)


def _origin(export: Export) -> str:
    return f"wsr {export.method.provenance.software_version}"
