"""The text of a document as headings and blocks."""

import pytest

from tests.making import a_document, a_parsed_document, a_passage, a_section
from wsr.domain.kinds import Language, PassageKind, ReferenceSource, SectionKind, Status
from wsr.domain.review import Review
from wsr.errors import PageNotFound
from wsr.ingest.assemble import assemble
from wsr.web.reading import Reader, document_of, heading_levels, named_document, parts


def a_review() -> Review:
    """Two documents: the first with a heading of the second rank before any other."""
    report = a_parsed_document(
        sections=(
            a_section(),
            a_section(1, "Preface", level=2),
            a_section(2, "Analysis", SectionKind.ANALYSIS),
        ),
        passages=(
            a_passage(1, "A title"),
            a_passage(2, "one", "s1", kind=PassageKind.LIST_ITEM),
            a_passage(3, "two", "s1", kind=PassageKind.LIST_ITEM),
            a_passage(4, "Between.", "s1"),
            a_passage(5, "three", "s1", kind=PassageKind.LIST_ITEM),
            a_passage(6, "a | b", "s2", kind=PassageKind.TABLE_ROW),
        ),
    )
    summary = a_parsed_document("Summary.", language=Language.CY)
    return assemble(
        "CPR2020-W01",
        None,
        ReferenceSource.ASSIGNED,
        Status.PUBLISHED,
        [(a_document(), report), (a_document("b" * 64, id="d2", language=Language.CY), summary)],
        [],
    )


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([], []),
        ([1, 2, 3, 1], [3, 4, 5, 3]),
        ([2, 2, 1], [3, 4, 3]),
        ([1, 4, 4, 2], [3, 4, 5, 4]),
        ([0, 9, 9, 9, 9, 9], [3, 4, 5, 6, 6, 6]),
    ],
)
def test_headings_never_skip_a_level_and_end_at_six(levels: list[int], expected: list[int]) -> None:
    """Whatever ranks the document has."""
    assert expected == heading_levels(levels)


def test_neighbours_of_one_kind_stand_together() -> None:
    """List items and table rows; a paragraph between them parts them."""
    review = a_review()
    read = parts(Reader(Language.EN, review, review.documents[0], {}))

    assert [
        ("", ["paragraph 1"]),
        ("Preface", ["list_item 2", "paragraph 1", "list_item 1"]),
        ("Analysis", ["table_row 1"]),
    ] == [(part.heading, [f"{block.kind} {len(block.lines)}" for block in part.blocks]) for part in read]
    assert [3, 3, 3] == [part.level for part in read]


def test_only_the_document_that_is_read_is_shown() -> None:
    """And it is named in addresses unless it is the first."""
    review = a_review()
    second = document_of(review, "d2")
    (part,) = parts(Reader(Language.EN, review, second, {}))

    assert ["Summary."] == [str(line.cells[0]) for block in part.blocks for line in block.lines]
    assert "document=d2" in part.blocks[0].lines[0].page_url
    assert (None, "d2") == (named_document(review, "d1"), named_document(review, "d2"))


def test_a_document_that_is_not_there_is_not_found() -> None:
    """The sentence says how many there are."""
    with pytest.raises(PageNotFound, match="it has 2"):
        document_of(a_review(), "d3")
