"""Text becomes markup in one module, and nothing but <mark> comes of it."""

import re
from pathlib import Path

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

import wsr.web
from wsr.domain.search import Snippet
from wsr.web.marking import Span, marked_snippet, marked_text

SOURCE = Path(wsr.web.__file__).parent


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[Span]]:
    """A text as passages have it, with some stretches of it in order that do not overlap."""
    letters = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"])
    text = draw(st.text(st.sampled_from("<>&\"'/ mark=script;\n") | letters))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    return text, list(zip(cuts[::2], cuts[1::2], strict=False))


def test_the_words_asked_for_are_marked() -> None:
    """Only they, and the rest is as it was."""
    assert "kept on <mark>trying</mark>" == marked_text("kept on trying", [(8, 14)])


def test_what_looks_like_markup_is_escaped_within_and_beside_marks() -> None:
    """A text's own angle brackets are text."""
    assert "&lt;b&gt;<mark>&lt;i&gt;</mark>&amp;" == marked_text("<b><i>&", [(3, 6)])


@given(texts_with_spans())
def test_only_marks_are_elements_and_the_text_is_unchanged(pair: tuple[str, list[Span]]) -> None:
    """For any text and spans the tree holds <mark> alone, and its text is the text."""
    text, spans = pair
    tree = html5lib.parseFragment(str(marked_text(text, spans)), namespaceHTMLElements=False)

    assert set() == {element.tag for element in tree.iter()} - {"DOCUMENT_FRAGMENT", "mark"}
    assert text == "".join(tree.itertext())


def test_a_snippet_shows_where_text_was_left_out() -> None:
    """With “…” at an end that is not that of the passage."""
    snippet = Snippet(
        parts=(("was ", False), ("not", True), (" brought", False)), starts_inside=True, ends_inside=False
    )

    assert "… was <mark>not</mark> brought" == marked_snippet(snippet)


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: path.name)
def test_no_other_module_makes_markup(path: Path) -> None:
    """`Markup(` and `Markup.` stand in marking.py alone."""
    makes = re.findall(r"\bMarkup[(.]", path.read_text(encoding="utf-8"))

    assert path.name == "marking.py" or makes == []


@pytest.mark.parametrize("path", sorted((SOURCE.parent / "templates").iterdir()), ids=lambda path: path.name)
def test_no_template_trusts_a_text(path: Path) -> None:
    """No `safe` filter, no autoescape switched off, no parameter that takes HTML, nothing inline."""
    text = path.read_text(encoding="utf-8")

    assert [] == re.findall(r"\|\s*safe\b|autoescape|\"html\"|[a-z]Html\"|<script|style=|\son\w+=", text)
