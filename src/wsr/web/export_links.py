"""The formats that a result can be taken away in, each with who opens it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from wsr.domain.exports import ExportFormat
from wsr.domain.search import SearchResults
from wsr.web.addresses import export_address
from wsr.web.results import counts_in_words
from wsr.web.wording import Wording, later

FILES: dict[ExportFormat, tuple[str, str]] = {
    ExportFormat.DOCX: (later("Word"), later("to print and hand round, by theme and review")),
    ExportFormat.XLSX: (later("Excel"), later("a row each, to filter and sort")),
    ExportFormat.CSV: (later("CSV"), later("a row each, for R, pandas and other programs")),
    ExportFormat.JSONL: (later("JSON lines"), later("the whole record of each, for scripts")),
    ExportFormat.QDPX: (
        later("REFI-QDA project"),
        later("reviews, codes and codings for NVivo, ATLAS.ti, MAXQDA and QualCoder"),
    ),
    ExportFormat.QDC: (later("REFI-QDA codebook"), later("the themes and their definitions alone")),
    ExportFormat.RIS: (later("RIS"), later("the reviews, for EndNote and Zotero")),
    ExportFormat.BIBTEX: (later("BibTeX"), later("the reviews, for LaTeX and JabRef")),
    ExportFormat.CSL: (later("CSL-JSON"), later("the reviews, for Zotero and pandoc")),
}
"""Each format with its name and what it is for, in the order offered."""


@dataclass(frozen=True)
class ExportLink:
    """One format: where the file is, its name, and who opens it."""

    name: str
    purpose: str
    url: str


@dataclass(frozen=True)
class ExportLinks:
    """All formats of one result."""

    title: str
    """“Export these 312 extracts in 87 reviews”."""
    links: tuple[ExportLink, ...]


def export_links(say_in: Wording, results: SearchResults) -> ExportLinks | None:
    """The files of a result, whole, whichever page of it is shown; None for an empty one."""
    return files_of(
        say_in, results.total, counts_in_words(say_in, results), partial(export_address, query=results.query)
    )


def files_of(
    say_in: Wording, total: int, counts: str, address: Callable[[ExportFormat], str]
) -> ExportLinks | None:
    """The files of so many things, told by their counts in words; None for none."""
    if not total:
        return None
    title = say_in.ngettext("Export this result: %(counts)s", "Export these %(counts)s", total)
    links = (
        ExportLink(say_in.gettext(name), say_in.gettext(purpose), address(format))
        for format, (name, purpose) in FILES.items()
    )
    return ExportLinks(title=title % {"counts": counts}, links=tuple(links))
