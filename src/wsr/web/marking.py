"""
The one place where text becomes markup: everything is escaped first, and only <mark> is added.

Nothing else in `wsr.web` may call Markup or use the `safe` filter on a text that comes from a document or a
reader; tests/web/test_marking.py holds it to that.
"""

from collections.abc import Sequence

from markupsafe import Markup, escape

from wsr.domain.search import Snippet

Span = tuple[int, int]
"""Half-open offsets into a text."""


def marked_snippet(snippet: Snippet) -> Markup:
    """The piece of text with its matches in <mark>, and “…” where text before or after was left out."""
    before = "… " if snippet.starts_inside else ""
    after = " …" if snippet.ends_inside else ""
    parts = (_mark(text) if matched else escape(text) for text, matched in snippet.parts)
    return escape(before) + Markup("").join(parts) + escape(after)


def marked_text(text: str, spans: Sequence[Span]) -> Markup:
    """The text with the spans in <mark>; the spans are in order and do not overlap."""
    pieces = []
    done = 0
    for start, end in spans:
        pieces += [escape(text[done:start]), _mark(text[start:end])]
        done = end
    return Markup("").join([*pieces, escape(text[done:])])


def _mark(text: str) -> Markup:
    return Markup("<mark>{}</mark>").format(text)
