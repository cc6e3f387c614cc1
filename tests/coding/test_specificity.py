"""What a recommendation says of what is to be done and by when, in its own words."""

import pytest

from wsr.coding.specificity import action_of, times_of


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("The Board should jointly review how visits are counted.", "review"),
        ("Ensure that each school has a lead.", "Ensure"),
        ("Minutes should be sent to all who were invited.", "sent"),
        ("Gwent Police to train its call handlers.", "train"),
        ("Consideration must, at once, be given to a new form.", "Consideration"),
        ("Services should in future ring before they close a case.", "ring"),
        ("Dylai’r Bwrdd gyhoeddi canllaw newydd.", "gyhoeddi"),
        ("In 2016 two forms were in use.\nThe council should keep one.", "keep"),
        ("The Board seeks assurance that all agencies should act.", "seeks"),
        ("That the Welsh Government considers whether a form should ask.", "considers"),
        ("It is recommended that Public Health Wales reviews its leaflet.", "reviews"),
        ("It is recommended that the Home Office amend its contracts.", "amend"),
        ("The panel recommended that, in future, what was done.", ""),
        ("It is recommended that Public Health Wales, with others, reviews this.", "reviews"),
        ("It is recommended that somebody with a pen, and others, reviews this.", ""),
        ("Estyn and CIW could consider an inspection.", "consider"),
        ("The fire service will offer a visit.", "offer"),
        ("A word about the weather.", ""),
    ],
)
def test_the_verb_that_asks_is_found(text: str, action: str) -> None:
    """After a modal, at the beginning, after “to”, in Welsh; nothing where nothing is asked."""
    assert action == action_of(text)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("A report should be made within six months of publication.", ("within six months of publication",)),
        ("The form should be in use by 31 March 2027.", ("by 31 March 2027",)),
        ("Do this by the end of September 2026, and report in a year.", ("by the end of September 2026",)),
        ("It must be done before the end of the financial year.", ("before the end of the financial year",)),
        ("Minutes are to be sent within five working days.", ("within five working days",)),
        ("Dylid gwneud hyn o fewn tri mis.", ("o fewn tri mis",)),
        ("The review of 14 May 2018 asked for this too.", ()),
        ("Risk should be looked at again.", ()),
    ],
)
def test_limits_of_time_are_found_as_printed(text: str, times: tuple[str, ...]) -> None:
    """A date counts only where it is a limit: reviews name many others."""
    assert times == times_of(text)


def test_in_an_action_plan_any_date_counts() -> None:
    """A column of dates needs no “by”; what is said twice stands once."""
    assert ("by June 2027", "March 2027") == times_of("Done by June 2027.", ["March 2027", "by June 2027"])[
        :2
    ]


def test_the_cell_that_says_by_when_stands_whole() -> None:
    """Where it tells a time: what has been done is none."""
    cells = ["Summer 2020", "Q2 2020/21", "12 months", "Complete"]

    assert ("Summer 2020", "Q2 2020/21", "12 months") == times_of("Do it.", [], cells)
