"""The reviews of a result go to reference managers with the way in which they were found."""

import json

from tests.exchange.making import a_review, an_export
from wsr.exchange.write.bibliography import as_bibtex, as_csl, as_ris

REVIEWS = (a_review(), a_review(slug="apr2030-w96"))


def test_each_review_is_an_entry_with_the_query() -> None:
    """And the first one alone names the day."""
    entries = json.loads("".join(as_csl(an_export((), 7, REVIEWS))))

    assert ["apr2030-w96", "cpr2031-w97"] == [each["id"] for each in entries]
    assert all("Extracts that match “good practice”." in each["annote"] for each in entries)
    assert [True, False] == ["2 November 2031" in each["annote"] for each in entries]


def test_ris_has_a_note_in_every_record() -> None:
    """In the field that reference managers show as a note."""
    assert 2 == "".join(as_ris(an_export((), 7, REVIEWS))).count("N1  - Extracts that match")


def test_the_head_of_bibtex_begins_no_entry() -> None:
    """An @ in the words that were searched for is no entry to BibTeX."""
    written = "".join(as_bibtex(an_export((), 7, REVIEWS, title="7 extracts: “@misc{x}”")))

    assert ["@techreport{apr2030-w96,", "@techreport{cpr2031-w97,"] == [
        line for line in written.splitlines() if "@" in line
    ]
