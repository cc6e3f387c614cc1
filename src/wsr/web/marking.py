"""
The one place where text becomes markup: everything is escaped, and only <mark>, and the <span> and <a> of an extract
are added.

Nothing else in `wsr.web` may call Markup or use the `safe` filter on a text that comes from a document or a
reader; tests/web/test_marking.py holds it to that.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Self

from markupsafe import Markup, escape

from wsr.domain.search import Snippet

Span = tuple[int, int]
"""Half-open offsets into a text."""


@dataclass(frozen=True)
class Label:
    """The short words after an extract: a link to why it is marked."""

    text: str
    more: str
    """What a screen reader says after them."""
    url: str
    language: str


@dataclass(frozen=True)
class Stretch:
    """An extract in a text, or a piece of one: where it stands, how it is underlined, what follows it."""

    start: int
    end: int
    anchor: str = ""
    """Its id; empty for a piece that continues another."""
    style: str = ""
    """The stance that it is underlined for; empty for an extract that is only a place to lead to."""
    label: Label | None = None
    """None for an extract that is not underlined, and for a piece that another continues."""

    def within(self, start: int, end: int) -> Self:
        """What of it lies in a range, counted from its beginning."""
        return replace(self, start=max(self.start, start) - start, end=min(self.end, end) - start)


def marked_snippet(snippet: Snippet) -> Markup:
    """The piece of text with its matches in <mark>, and “…” where text before or after was left out."""
    before = "… " if snippet.starts_inside else ""
    after = " …" if snippet.ends_inside else ""
    parts = (_MARK.format(text) if matched else escape(text) for text, matched in snippet.parts)
    return escape(before) + Markup("").join(parts) + escape(after)


def marked_text(text: str, spans: Sequence[Span], extracts: Iterable[Stretch] = ()) -> Markup:
    """
    The text with the spans in <mark> and the extracts underlined, one within the other wherever they meet.

    Elements cannot overlap: what runs past the end of another is closed there and opened anew behind it. A label
    follows the last piece of its extract, and only the first piece has the anchor.
    """
    layers = [each for each in (*map(_extract, extracts), *map(_hit, spans)) if each.start < each.end]
    beginning: dict[int, list[_Layer]] = {}
    for each in sorted(layers, key=lambda each: -each.end):
        beginning.setdefault(each.start, []).append(each)
    cuts = sorted({0, len(text), *beginning, *(each.end for each in layers)})
    opened: list[_Layer] = []
    pieces: list[Markup] = []
    for at, following in pairwise(cuts):
        pieces += _closed(opened, at)
        pieces += (each.opening for each in beginning.get(at, ()))
        opened += beginning.get(at, ())
        pieces.append(escape(text[at:following]))
    return Markup("").join([*pieces, *_closed(opened, len(text))])


_MARK = Markup("<mark>{}</mark>")


@dataclass(frozen=True)
class _Layer:
    """An element over a stretch of text: how it opens, how it opens again after a break, how it closes, what follows."""

    start: int
    end: int
    opening: Markup
    again: Markup
    closing: Markup
    after: Markup


def _hit(span: Span) -> _Layer:
    return _Layer(*span, Markup("<mark>"), Markup("<mark>"), Markup("</mark>"), Markup(""))


def _extract(stretch: Stretch) -> _Layer:
    style = _CLASS.format(stretch.style) if stretch.style else ""
    anchor = _ANCHOR.format(stretch.anchor) if stretch.anchor else ""
    label = _label(stretch.style, stretch.label) if stretch.label else Markup("")
    return _Layer(
        stretch.start,
        stretch.end,
        Markup("<span{}{}>").format(anchor, style),
        Markup("<span{}>").format(style),
        Markup("</span>"),
        label,
    )


_CLASS = Markup(' class="wsr-extract wsr-extract--{}"')
_ANCHOR = Markup(' id="{}"')


def _label(style: str, label: Label) -> Markup:
    return Markup(
        '<a class="wsr-stance wsr-stance--{}" href="{}" lang="{}">{}<span class="govuk-visually-hidden">{}</span></a>'
    ).format(style, label.url, label.language, label.text, label.more)


def _closed(opened: list[_Layer], at: int) -> Iterator[Markup]:
    """Close what ends here; what lies over it and goes on is closed too, and opened again."""
    lowest = next((depth for depth, layer in enumerate(opened) if layer.end <= at), len(opened))
    above = opened[lowest:]
    for layer in reversed(above):
        yield layer.closing
        if layer.end <= at:
            yield layer.after
    opened[lowest:] = [layer for layer in above if layer.end > at]
    yield from (layer.again for layer in opened[lowest:])
