"""Groups of recommendations that repeat each other: told in words, and as a line for each."""

from collections.abc import Iterator

import pytest

from tests.making import NOON
from tests.pdfs import make_review
from tests.web.reading import page_of, words
from tests.web.signing import browser_of
from wsr.domain.kinds import Language
from wsr.domain.learning import Confirmed, GroupMember, RepeatedGroup
from wsr.repository.ingesting import Ingest
from wsr.repository.repository import Repository
from wsr.settings import Settings
from wsr.web.learning_groups import timeline
from wsr.web.wording import wording

ASKED = "GP practices should flag the records of children who were not brought to appointments."
AGAIN = "Surgeries must put a flag on the notes of any child who is not brought to an appointment."
OTHER = "Housing officers should refer tenants who hoard to the fire service."


@pytest.fixture(scope="module")
def reviews(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Repository]:
    """Two reviews that ask for the same; the later one asks for it twice, and for something else."""
    folder = tmp_path_factory.mktemp("arrivals")
    make_review(folder / "CPR2019-W91.pdf", recommendations=(ASKED,))
    make_review(
        folder / "CPR2021-W92.pdf", date="May 2021", subject="Re: Child B", recommendations=(AGAIN, OTHER)
    )
    with Repository.open(Settings(home=tmp_path_factory.mktemp("home"))) as opened:
        list(Ingest(opened, [folder]))
        yield opened


def groups_of(repository: Repository) -> tuple[RepeatedGroup, ...]:
    """The groups of this moment, however long they take."""
    known = repository.regrouping.known(patience=60)
    assert known.grouped is not None and known.current
    return known.grouped.groups


def test_what_two_reviews_ask_for_is_a_group(reviews: Repository) -> None:
    """With what all of it is about; by year."""
    (group,) = groups_of(reviews)

    assert [member.text for member in group.members] == [ASKED, AGAIN]
    assert "missed appointments" in group.subjects
    assert group.reviews == 2
    assert group.confirmed is None


def test_the_page_shows_each_group_as_words_and_as_a_line(reviews: Repository) -> None:
    """A mark a review, hollow while nobody has confirmed it; each group and recommendation leads to its own page."""
    (group,) = groups_of(reviews)
    page = page_of(browser_of(reviews), "/en/learning/groups")
    text = words(page)

    assert "1 group was found." in text
    assert "2 recommendations in 2 reviews" in text
    assert "Found by similarity; nobody has checked it." in text
    assert [words(mark) for mark in page.select("svg circle.wsr-timeline__found title")] == [
        "CPR2019-W91, 2019",
        "CPR2021-W92, 2021",
    ]
    assert len(page.select('table a[href*="/recommendations/"]')) == 2
    assert [link["href"] for link in page.select("h2 a")] == [
        f"/en/learning/groups/cpr2019-w91/{group.members[0].key}"
    ]


def test_groups_are_shown_by_what_people_said(reviews: Repository) -> None:
    """With how many there are of each kind; an unknown kind is refused, and so is a page that there is not."""
    groups_of(reviews)
    browser = browser_of(reviews)
    links = [words(link) for link in page_of(browser, "/en/learning/groups").select(".wsr-orders a")]

    assert links == ["All (1)", "Confirmed by a person (0)", "Found by similarity, not checked (1)"]
    assert "0 groups were found." in words(page_of(browser, "/en/learning/groups?state=confirmed"))
    assert "1 group was found." in words(page_of(browser, "/en/learning/groups?state=unchecked"))
    assert browser.get("/en/learning/groups?state=best").status_code == 422
    assert browser.get("/en/learning/groups?page=2").status_code == 404


def test_lines_are_numbered_on_from_page_to_page() -> None:
    """As the groups below them are."""
    made = timeline(wording(Language.EN), [_group(2010, 2015), _group(2012, 2020)], number=26)

    assert made is not None
    assert [row.label for row in made.rows] == ["26", "27"]


def test_a_mark_is_full_where_a_person_put_the_recommendation() -> None:
    """Of a review with two recommendations in the group, if any of them was confirmed."""
    found, said = _group(2010, 2015), Confirmed(person="mari", made_at=NOON)
    members = (found.members[0], found.members[1].model_copy(update={"confirmed": said}), found.members[1])
    made = timeline(wording(Language.EN), [found.model_copy(update={"members": members})])

    assert made is not None
    assert [mark.confirmed for mark in made.rows[0].marks] == [False, True]


def test_marks_stand_where_their_years_are() -> None:
    """An undated review has none, and a group without any dated one has an empty line."""
    groups = [_group(2010, 2015, 2020), _group(None, 2020), _group(None, None)]
    made = timeline(wording(Language.EN), groups)

    assert made is not None
    first, second, third = made.rows
    assert first.marks[0].x < first.marks[1].x < first.marks[2].x
    assert first.marks[1].x - first.marks[0].x == first.marks[2].x - first.marks[1].x
    assert [mark.name for mark in second.marks] == ["CPR-W2, 2020"]
    assert third.marks == ()
    assert [year.name for year in made.years] == ["2010", "2020"]


def test_without_a_date_or_a_group_there_is_no_picture() -> None:
    """Nothing to draw."""
    assert timeline(wording(Language.EN), []) is None
    assert timeline(wording(Language.EN), [_group(None, None)]) is None


def _group(*years: int | None) -> RepeatedGroup:
    members = (
        GroupMember(
            reference=f"CPR-W{n}",
            slug=f"cpr-w{n}",
            year=year,
            key="k",
            label=None,
            language="en",
            text="Act.",
        )
        for n, year in enumerate(years, 1)
    )
    return RepeatedGroup(subjects=(), members=tuple(members))
