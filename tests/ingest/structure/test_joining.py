"""Paragraphs cut by a page turn, a column or a footnote are whole again."""

import pytest

from tests.ingest.structure.sheets import OTHER, PROSE, Sheet, flow_of, texts
from wsr.domain.kinds import PassageKind


def _two_pages(last: str, first: str) -> list[str]:
    """The passages of two pages, the first full to its foot with *last*, the second beginning with *first*."""
    sheets = Sheet(), Sheet()
    for sheet in sheets:
        sheet.text(PROSE)
        sheet.y = 735.0
        sheet.lines(last)
    sheets[1].words.clear()
    sheets[1].y = 90.0
    sheets[1].lines(first)
    sheets[1].text(PROSE)
    return texts(flow_of(*sheets))[1:-1]


FULL = "The police officer who came to the house that night saw that the child was not in bed so"


@pytest.mark.parametrize(
    ("last", "first"),
    [
        (FULL, "she rang the duty social worker."),
        (FULL, "Mother was asked to come to the door."),
        ("The letter was sent to the", "Health Board in the same week."),
        (
            FULL.replace(" so", " and."),
            "She rang the duty social worker, who came within the hour and stayed.",
        ),
    ],
    ids=["small letter", "full line", "open end", "full stop at the foot of a full page"],
)
def test_a_sentence_that_goes_on_overleaf_is_whole(last: str, first: str) -> None:
    """An unfinished sentence goes on, and after a full stop a full line at the foot of the page does."""
    assert [f"{last} {first}"] == _two_pages(last, first)


@pytest.mark.parametrize(
    ("last", "first"),
    [
        ("She rang the duty social worker.", "Mother was asked to come to the door."),
        ("The panel asked:", "whether the child was seen alone."),
        ("Head of Safeguarding", "Director of Nursing"),
        (FULL.replace(" so", " and."), "**Recommendation 8** The Board should see that this is known."),
    ],
    ids=["short last line", "colon", "short lines", "a label in bold"],
)
def test_what_ended_is_not_joined(last: str, first: str) -> None:
    """A paragraph that ended before the page turn stays apart."""
    assert [last, first.replace("**", "")] == _two_pages(last, first)


def test_a_paragraph_has_a_box_on_each_page_and_names_both() -> None:
    """A joined passage points to both of its places."""
    first, second = Sheet(), Sheet()
    first.y = 700
    first.lines(FULL)
    second.lines("she rang the duty social worker, who came at once.")

    (passage,) = flow_of(first, second).passages

    assert (1, 2) == (passage.page_first, passage.page_last)
    assert [(1, 72.0), (2, 72.0)] == [(box.page, box.x0) for box in passage.boxes]


def test_a_footnote_is_taken_from_between_the_halves_of_a_paragraph() -> None:
    """The note is a passage of its own, with its number, after the paragraph that it interrupts."""
    first, second = Sheet(), Sheet()
    first.text(PROSE)
    first.y = 700
    first.lines(FULL)
    first.at(72, 757, "1", size=6)
    first.y = 760
    first.lines("Under the procedures then in force, and since replaced", "by others.", x=78, size=8)
    second.lines("she rang the duty social worker, who came at once.")
    second.text(OTHER)

    whole, note = flow_of(first, second).passages[1:3]

    assert f"{FULL} she rang the duty social worker, who came at once." == whole.text
    assert "Under the procedures then in force, and since replaced by others." == note.text
    assert ("1", PassageKind.FOOTNOTE, 1) == (note.number, note.kind, note.page_first)


def test_a_list_item_cut_by_a_page_turn_keeps_its_bullet() -> None:
    """The second half of an item is no paragraph of its own."""
    first, second = Sheet(), Sheet()
    first.text("The panel asked:")
    first.y = 700
    first.text(FULL[:60], mark="•", hang=18)
    second.lines("and whether anybody else had seen the child", x=90.0)
    second.text("who had rung the police.", mark="•", hang=18)

    flow = flow_of(first, second)

    assert [f"{FULL[:60]} and whether anybody else had seen the child", "who had rung the police."] == texts(
        flow
    )[1:]
    assert {"p2", "p3"} == flow.bullets
