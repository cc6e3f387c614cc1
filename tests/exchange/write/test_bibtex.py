"""BibTeX is read back by a reader of BibTeX as it was meant."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st
from pybtex import database

from tests.exchange.entries import BARE, an_entry, hostile_titles, with_title
from wsr.domain.dates import PartialDate
from wsr.exchange.entry import Entry, one_line
from wsr.exchange.write.bibtex import bibtex


def read_back(*entries: Entry) -> dict[str, dict[str, str]]:
    """Type, authors and fields by key, as a reader has them."""
    found = database.parse_string("".join(bibtex(entries)), "bibtex")
    return {
        key: {
            "": each.type,
            "authors": "; ".join(map(str, each.persons.get("author", []))),
            **dict(each.fields),
        }
        for key, each in found.entries.items()
    }


def plain(text: str) -> str:
    """What LaTeX prints of a field."""
    for written, meant in (
        (r"{\textbraceleft}", "\x01"),
        (r"{\textbraceright}", "\x02"),
        (r"{\textbackslash}", "\x03"),
        (r"{\textasciitilde}", "~"),
        (r"{\textasciicircum}", "^"),
        ("{", ""),
        ("}", ""),
    ):
        text = text.replace(written, meant)
    for sign in "$&%#_":
        text = text.replace(f"\\{sign}", sign)
    return text.translate({1: "{", 2: "}", 3: "\\"})


def test_a_review_becomes_a_report() -> None:
    """Names and title in braces, the month as a macro, what LaTeX would take for its own escaped."""
    assert {
        "cpr2031-w97": {
            "": "techreport",
            "authors": "{Nia Ddychmygol}; {Dr Al de Story}",
            "title": "{A quiet house}",
            "institution": r"{Harbour \& Hills Safeguarding Board}",
            "type": "Child Practice Review",
            "number": "CPR2031-W97",
            "year": "2031",
            "month": "May",
            "day": "17",
            "language": "english",
            "url": "https://wsr.example/en/reviews/cpr2031-w97",
        }
    } == read_back(an_entry())


def test_what_is_not_known_has_no_field() -> None:
    """A review without board, date and title is still an entry."""
    (found,) = read_back(BARE).values()

    assert "{CPR2031-W97}" == found["title"]
    assert not {"year", "month", "day", "institution"} & found.keys()


def test_a_date_is_no_more_exact_than_known() -> None:
    """A month without a day, a year without either."""
    (month,) = read_back(an_entry(date=PartialDate(2031, 12))).values()
    (year,) = read_back(an_entry(date=PartialDate(2031))).values()

    assert ("December", None) == (month["month"], month.get("day"))
    assert ("2031", None) == (year["year"], year.get("month"))


@hostile_titles
def test_no_title_breaks_out_of_its_braces(title: str) -> None:
    """Nor adds an entry, nor loses a letter."""
    entry = with_title(title)

    found = read_back(an_entry(slug="before"), entry, an_entry(slug="after"))

    assert ["before", "cpr2031-w97", "after"] == list(found)
    assert entry.title == plain(found["cpr2031-w97"]["title"])
    assert found["before"].keys() == found["cpr2031-w97"].keys()


@given(st.text(min_size=1, alphabet=st.sampled_from("{}\\%@,=\"'#~^_$& ab\n\t")))
def test_no_signs_break_out_of_their_braces(text: str) -> None:
    """Whatever their order: in titles, boards and names alike."""
    line = one_line(text) or "x"

    found = read_back(an_entry(title=line, board=line, authors=(line,)), an_entry(slug="after"))

    assert line == plain(found["cpr2031-w97"]["title"]) == plain(found["cpr2031-w97"]["institution"])
    assert ["cpr2031-w97", "after"] == list(found)


def test_an_and_in_a_name_makes_no_second_author() -> None:
    """Boards are called “Hill and Vale”."""
    (found,) = read_back(an_entry(authors=(), board="Hill and Vale Board, North")).values()

    assert "{Hill and Vale Board, North}" == found["authors"]


@given(st.sets(st.text(min_size=1, max_size=8), min_size=2, max_size=20))
def test_keys_are_unique_and_plain(slugs: set[str]) -> None:
    """Of any slugs: what a key may not hold is written by its number."""
    entries = [an_entry(slug=slug) for slug in slugs]

    assert len(slugs) == len({key.lower() for key in read_back(*entries)})


def test_entries_come_one_by_one() -> None:
    """The first is written before the second is read: a long list is never held whole."""

    def endless() -> Iterator[Entry]:
        yield an_entry()
        raise AssertionError("read ahead")

    assert next(bibtex(endless())).startswith("@techreport{cpr2031-w97,\n")
    assert "" == "".join(bibtex([]))
