"""The columns say everything that is known of an item, each in its cell, several values parted by one mark."""

import pytest

from tests.exchange.making import a_passage, a_review, an_export, an_extract
from wsr.domain.coding import Coding, Reason
from wsr.exchange.write.columns import COLUMNS, Cell, joined, rows


def cells(item: object = None) -> dict[str, Cell]:
    """The only row of an export of one item, by column."""
    (row,) = rows(an_export([item or an_extract()]))  # type: ignore[list-item]
    return dict(zip((column.name for column in COLUMNS), row, strict=True))


def test_the_columns_stand_in_their_order() -> None:
    """People and programs that read the files rely on it."""
    assert (
        "number reference review_type form title board year year_basis incident_date report_date publication_date "
        "language document section section_kind passage_number passage page page_last text before after terms stance "
        "stance_label stance_reasons themes subthemes theme_labels decided decided_by decided_at note machine_stance "
        "machine_codes id key address citation label addressees level recommendation_themes addressee_kinds "
        "addressee_bodies action times"
    ) == " ".join(column.name for column in COLUMNS)


def test_every_column_says_what_it_means() -> None:
    """In a sentence."""
    assert [] == [column.name for column in COLUMNS if not column.meaning.endswith(".")]


def test_an_extract_fills_every_cell() -> None:
    """All that is known of it, and nothing as None; what only recommendations have stays empty."""
    of_recommendations = ["label", "addressees", "level", "recommendation_themes"]
    of_recommendations += ["addressee_kinds", "addressee_bodies", "action", "times"]

    assert of_recommendations == [name for name, value in cells().items() if value in ("", "None")]


def test_values_are_those_of_the_item() -> None:
    """Ids where programs read, words beside them."""
    found = cells()

    assert ("CPR2031-W97", "CPR", "concise", 2031, "2029", "2031-03", "2031-05-17") == tuple(
        found[name]
        for name in (
            "reference",
            "review_type",
            "form",
            "year",
            "incident_date",
            "report_date",
            "publication_date",
        )
    )
    assert "label: good practice" == found["stance_reasons"]
    assert "communication; care" == found["themes"]
    assert "communication/listening" == found["subthemes"]
    assert "Communication: Listening; Care and support" == found["theme_labels"]
    assert "communication/listening 1.50" == found["machine_codes"]
    assert ("Nia Ddychmygol", "2031-11-01T09:30:00+00:00", "Clear.") == tuple(
        found[name] for name in ("decided_by", "decided_at", "note")
    )


def test_a_passage_of_a_review_that_says_little_leaves_cells_empty() -> None:
    """What does not apply or is not known is an empty cell."""
    bare = a_review(form=None, board=None, year=None, year_basis=None, incident_date=None)
    found = cells(a_passage(review=bare, passage_number=None))

    for name in ("form", "board", "year", "year_basis", "incident_date", "passage_number", "terms", "stance",
                 "stance_label", "themes", "decided", "decided_by", "decided_at", "note", "machine_codes"):  # fmt: skip
        assert "" == found[name], name


def test_numbers_are_numbers_in_their_columns_alone() -> None:
    """A reference of digits, or a paragraph's number, stays text."""
    found = cells(an_extract(passage_number="4"))

    assert {"number", "year", "page", "page_last"} == {
        name for name, cell in found.items() if isinstance(cell, int)
    }
    assert "4" == found["passage_number"]


def test_rows_are_numbered_from_one_as_they_come() -> None:
    """In the order of the export."""
    made = rows(an_export(an_extract(number) for number in (5, 3)))

    assert [(1, "4.5"), (2, "4.3")] == [(row[0], row[15]) for row in made]


@pytest.mark.parametrize(
    ("values", "expected"),
    [((), ""), (("a",), "a"), (("a", "b"), "a; b"), (("a; b", "c"), "a, b; c"), (("a;", " b"), "a;;  b")],
)
def test_values_that_are_joined_can_be_parted_again(values: tuple[str, ...], expected: str) -> None:
    """What parts them stands in none of them."""
    assert expected == joined(values)
    assert len(values) == (len(joined(values).split("; ")) if values else 0)


def test_reasons_that_quote_the_mark_do_not_part() -> None:
    """Words of the text may hold anything."""
    reasons = (Reason(rule="label", words="good; timely"), Reason(rule="praise", words="well"))

    found = cells(an_extract(stance_because=reasons, machine_codes=(Coding(theme="care"),)))

    assert "label: good, timely; praise: well" == found["stance_reasons"]
