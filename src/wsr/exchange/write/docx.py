"""
A Word document to print and hand round: extracts as quotations, under headings of themes and reviews.

    items -> pieces on disk, by theme and review -> the document, piece by piece, into the package of styles.py
"""

from collections import Counter
from collections.abc import Iterator
from gettext import NullTranslations
from tempfile import TemporaryFile
from typing import BinaryIO

from wsr.domain.exports import Export, ExportedItem, ExportedReview
from wsr.domain.search import Unit
from wsr.errors import DocumentTooLong, Message
from wsr.exchange.citation import cite_review
from wsr.exchange.entry import entry_of, one_line
from wsr.exchange.write.columns import code_label
from wsr.exchange.write.paragraphs import Links, heading, jump, paragraph, run
from wsr.exchange.write.pieces import Pieces
from wsr.exchange.write.styles import without_text
from wsr.exchange.write.word_package import write_package

LONGEST = 16_000_000
"""
Characters that Word opens.

Source:
    Microsoft, Word operating parameter limitations (Q168804): 32 MB of text, here of two bytes a character.
"""

NO_THEME = ""
_UNTHEMED = {
    Unit.EXTRACT: "Without a theme",
    Unit.PASSAGE: "Passages by review",
    Unit.REVIEW: "Reviews found",
    Unit.RECOMMENDATION: "Without a theme",
}
_COUNTED = {
    Unit.EXTRACT: ("extract", "extracts"),
    Unit.PASSAGE: ("passage", "passages"),
    Unit.REVIEW: ("review", "reviews"),
    Unit.RECOMMENDATION: ("recommendation", "recommendations"),
}
_VERSIONS = 2
"""How many sentences at the end of a method name versions: the first page does without them."""


def write(export: Export, out: BinaryIO) -> None:
    """
    The whole document, in the memory of one item and of where each waits; the same export gives the same bytes.

    An extract of several themes stands whole under each of them. Raises DocumentTooLong before anything is written,
    and what the items raise.
    """
    with TemporaryFile(prefix="wsr-") as waiting, TemporaryFile(prefix="wsr-") as addresses:
        links, pieces = Links(addresses), Pieces(waiting)
        reviews = _collect(export, pieces, links)
        method = export.method
        files = without_text(one_line(method.title), one_line(method.citation), method.date)
        write_package(files, _body(export, pieces, reviews, links), addresses, out)


def _collect(
    export: Export, pieces: Pieces, links: Links, longest: int = LONGEST
) -> dict[str, ExportedReview]:
    """The reviews of the items by slug, in order of reference; the items go to their groups."""
    reviews: dict[str, ExportedReview] = {}
    length = 0
    for number, item in enumerate(export.items, start=1):
        themes = item.themes or (NO_THEME,)
        reviews.setdefault(item.review.slug, item.review)
        length += len(themes) * (len(item.text) + len(item.address) + 200)
        if length > longest:
            raise _too_long(export.method.counts.items, longest)
        piece = "".join(_item(export, number, item, links)).encode()
        pieces.add(piece, [(theme, item.review.slug) for theme in themes])
    return dict(sorted(reviews.items(), key=lambda each: each[1].reference))


def _too_long(items: int, longest: int) -> DocumentTooLong:
    sentence = Message(
        "%(items)s items are too much for a Word document, which opens with %(longest)s characters at most. "
        "Narrow the search, or take another format.",
        items=f"{items:,}",
        longest=f"{longest:,}",
    )
    return DocumentTooLong(sentence)


def _item(export: Export, number: int, item: ExportedItem, links: Links) -> Iterator[str]:
    pages = f"page {item.page}" if item.page == item.page_last else f"pages {item.page}–{item.page_last}"
    place = [f"No. {number}", pages]
    if item.passage_number:
        place.insert(1, f"paragraph {one_line(item.passage_number)}")
    if item.section:
        place.insert(1, one_line(item.section))
    said = [export.name("stance", item.stance), export.name("decided", item.decided)]
    codes = "; ".join(code_label(export, code) for code in item.codes)
    yield paragraph("Quote", run(item.text, item.language))
    yield paragraph("Place", run("\n".join(filter(None, (" · ".join([*place, *filter(None, said)]), codes)))))
    source = item.citation.removeprefix(f"“{one_line(item.text)}” ")
    yield paragraph("Source", links.within(source, item.address, len(item.themes) or 1))


def _body(
    export: Export, pieces: Pieces, reviews: dict[str, ExportedReview], links: Links
) -> Iterator[bytes]:
    themes = _themes(export, pieces)
    for said in _front(export, themes, pieces):
        yield said.encode()
    groups = pieces.groups()
    for anchor, (theme, name) in enumerate(themes.items(), start=1):
        yield heading(1, name, anchor).encode()
        for slug, review in reviews.items():
            if (theme, slug) in groups:
                yield _head_of(export, review).encode()
                yield from pieces.of((theme, slug))
    for said in _end(export, links):
        yield said.encode()


def _themes(export: Export, pieces: Pieces) -> dict[str, str]:
    """The themes that anything stands under, in the order of the codebook, with their words; without one last."""
    found = dict.fromkeys(theme for theme, _ in pieces.groups())
    known = [theme.id for theme in export.codebook.themes if theme.id in found]
    others = [theme for theme in found if theme not in known and theme != NO_THEME]
    names = {theme: export.name("theme", theme) for theme in (*known, *others)}
    if NO_THEME in found:
        names[NO_THEME] = _UNTHEMED[export.method.query.unit]
    return names


def _front(export: Export, themes: dict[str, str], pieces: Pieces) -> Iterator[str]:
    method = export.method
    yield paragraph("Title", run(one_line(method.title)))
    yield paragraph("Notice", run(method.notice))
    yield heading(1, "How these were found")
    short = [said for said in method.sentences[:-_VERSIONS] or method.sentences if said != f"{method.title}."]
    if short:
        yield paragraph("Normal", run(" ".join(short)))
    yield paragraph("Normal", run("The whole method and the list of reviews stand at the end."))
    items: Counter[str] = Counter()
    reviews: Counter[str] = Counter()
    for (theme, _), count in pieces.groups().items():
        items[theme] += count
        reviews[theme] += 1
    if items.total() > method.counts.items:
        yield paragraph(
            "Normal", run("What has several themes stands under each of them, with the same number.")
        )
    one, many = _COUNTED[method.query.unit]
    for anchor, (theme, name) in enumerate(themes.items(), start=1):
        counted = f"{items[theme]:,} {one if items[theme] == 1 else many}"
        if method.query.unit is not Unit.REVIEW:
            counted += f" in {reviews[theme]:,} {'review' if reviews[theme] == 1 else 'reviews'}"
        yield paragraph("ListBullet", jump(anchor, name), run(f": {counted}"))


def _head_of(export: Export, review: ExportedReview) -> str:
    facts = [
        export.name("review_type", review.review_type),
        one_line(review.board.name) if review.board else "",
        str(review.year or ""),
    ]
    title = "" if review.title == review.reference else one_line(review.title)
    said = run(" · ".join(filter(None, facts)))
    runs = [run(title, review.language), run(" · "), said] if title else [said]
    return heading(2, one_line(review.reference)) + paragraph("Review", *runs)


def _end(export: Export, links: Links) -> Iterator[str]:
    method = export.method
    yield heading(1, "Method")
    for sentence in method.sentences:
        yield paragraph("ListBullet", run(sentence))
    yield paragraph("Normal", run("To be cited as: "), links.within(method.citation, method.address))
    yield heading(1, "Reviews")
    for review in export.reviews:
        cited = cite_review(NullTranslations(), entry_of(review, review.address))
        yield paragraph("Bibliography", links.within(cited, review.address))
