"""The language of the pages, and counts in words."""

import pytest

from wsr.domain.dates import PartialDate
from wsr.domain.kinds import Language
from wsr.web.dates import written_date
from wsr.web.wording import OFFERED, counted, preferred_language, say, wording

ENGLISH = wording(Language.EN)


@pytest.mark.parametrize(
    "header", ["", "en", "en-GB,en;q=0.9", "fr", "*", "cy;q=0", ";;;", "en;q=zwei, de", "\x00", "en;q=nan"]
)
def test_a_reader_gets_an_offered_language_whatever_is_asked(header: str) -> None:
    """Any Accept-Language header, however odd, leads to a language that is offered."""
    assert preferred_language(header) in OFFERED


def test_the_first_language_offered_is_for_those_who_ask_for_another() -> None:
    """English for a reader who asks for French."""
    assert Language.EN == preferred_language("fr-FR, de;q=0.5")


def test_counts_have_their_noun_and_thousands_are_parted() -> None:
    """“1 passage”, “1,204 passages”."""
    assert "1 passage" == counted(ENGLISH, "%(number)s passage", "%(number)s passages", 1)
    assert "1,204 passages" == counted(ENGLISH, "%(number)s passage", "%(number)s passages", 1204)


def test_a_value_without_a_label_is_shown_itself() -> None:
    """Nothing is lost when a list has a value that the pages have no word for."""
    assert "new-kind" == say(ENGLISH, {"old-kind": "Old kind"}, "new-kind")


@pytest.mark.parametrize(
    ("date", "expected"), [("2016", "2016"), ("2016-05", "May 2016"), ("2016-05-07", "7 May 2016")]
)
def test_a_date_is_written_no_more_exact_than_it_is_known(date: str, expected: str) -> None:
    """Day, month or year precision."""
    assert expected == written_date(ENGLISH, PartialDate.parse(date))
