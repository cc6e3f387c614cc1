"""Text becomes markup in one module, and nothing comes of it but <mark>, and <span> and <a> of extracts."""

import re
from pathlib import Path

import html5lib
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

import wsr.web
from wsr.domain.search import Snippet
from wsr.web.marking import Label, Span, Stretch, marked_snippet, marked_text

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


@st.composite
def texts_with_layers(draw: st.DrawFn) -> tuple[str, list[Span], list[Stretch]]:
    """The same, with extracts over it that nest, overlap and touch as they like."""
    text, spans = draw(texts_with_spans())
    places = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=6))
    ranges = [sorted(place) for place in places if place[0] != place[1]]
    extracts = [
        Stretch(start, end, f"e{n}", f"style{n}", Label(f"<label {n}>", "", f"#why-e{n}", "en"))
        for n, (start, end) in enumerate(sorted(ranges))
    ]
    return text, spans, extracts


@given(texts_with_layers())
def test_extracts_and_hits_are_nested_whatever_they_cover(
    case: tuple[str, list[Span], list[Stretch]],
) -> None:
    """The tree is the one that was written; each extract covers its words and has one anchor and one label."""
    text, spans, extracts = case
    written = str(marked_text(text, spans, extracts))
    (tree,) = BeautifulSoup(f"<div>{written}</div>", "html5lib").select("div")

    labels = [label.extract() for label in tree.select("a.wsr-stance")]
    assert text == tree.get_text()
    assert {f"<label {n}>" for n in range(len(extracts))} == {label.get_text() for label in labels}
    assert len(extracts) == len(labels)
    assert sorted(each.anchor for each in extracts) == sorted(str(each["id"]) for each in tree.select("[id]"))
    for each in extracts:
        pieces = tree.select(f".wsr-extract--{each.style}")
        assert text[each.start : each.end] == "".join(piece.get_text() for piece in pieces)
        assert each.anchor == pieces[0]["id"]
    marks = [mark.get_text() for mark in tree.select("mark")]
    assert "".join(text[start:end] for start, end in spans) == "".join(marks)


def test_what_runs_past_an_end_is_closed_and_opened_again() -> None:
    """Elements never overlap; the label stands after the last piece."""
    label = Label("a", "", "#why-e1", "en")
    found = marked_text("one two three", [(4, 10)], [Stretch(0, 7, "e1", "x", label)])

    assert (
        '<span id="e1" class="wsr-extract wsr-extract--x">one <mark>two</mark></span>'
        '<a class="wsr-stance wsr-stance--x" href="#why-e1" lang="en">a<span class="govuk-visually-hidden"></span></a>'
        "<mark> th</mark>ree" == found
    )


def test_an_extract_that_is_not_underlined_is_still_a_place() -> None:
    """A permanent link leads to it."""
    assert 'a <span id="e1">b</span>' == marked_text("a b", [], [Stretch(2, 3, "e1")])


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
    """No `safe` filter, no autoescape switched off, no parameter that takes HTML, nothing inline but data as JSON."""
    text = path.read_text(encoding="utf-8")
    text = text.replace('<script type="application/ld+json">{{ metadata.report | tojson }}</script>', "")

    assert [] == re.findall(
        r"\|\s*safe\b|autoescape|\"html\"|[a-z]Html\"|<script(?! src=\"{{ site\.script }}\" defer></script>)|style=|\son\w+=",
        text,
    )
