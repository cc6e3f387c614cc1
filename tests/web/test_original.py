"""A page of the original beside its text."""

from fastapi.testclient import TestClient

from tests.web.reading import one, page_of, words

REVIEW = "/en/reviews/cpr2017-w91"


def test_the_picture_has_the_size_of_the_page_and_words_for_those_who_cannot_see_it(
    client: TestClient,
) -> None:
    """An image of our own, as wide and high as the page, landscape too."""
    image = one(page_of(client, f"{REVIEW}/pages/3"), "img")

    assert ("/reviews/cpr2017-w91/pages/3.webp", "842", "595") == (
        image["src"],
        image["width"],
        image["height"],
    )
    assert "page 3 of the original" in str(image["alt"])


def test_the_passage_asked_for_is_boxed_on_each_of_its_pages(client: TestClient) -> None:
    """In points of the page, with a little air; the part on the other page is boxed there."""
    boxes = {}
    for number in (1, 2):
        drawing = one(page_of(client, f"{REVIEW}/pages/{number}?passage=p8"), ".wsr-picture svg")
        assert "0 0 595.0 842.0" == drawing["viewbox"]
        boxes[number] = [
            tuple(r[name] for name in ("x", "y", "width", "height")) for r in drawing.select("rect")
        ]

    assert {
        1: [("69.0", "697.0", "454.0", "48.0")],
        2: [("69.0", "69.0", "454.0", "20.0")],
    } == boxes


def test_without_a_passage_nothing_is_boxed(client: TestClient) -> None:
    """Nor for one that is not in the document."""
    assert [] == page_of(client, f"{REVIEW}/pages/1").select("svg.wsr-picture__boxes")
    assert [] == page_of(client, f"{REVIEW}/pages/1?passage=p99").select("svg.wsr-picture__boxes")


def test_pages_are_turned_with_the_passage_in_hand(client: TestClient) -> None:
    """Previous and next where there are any."""
    first, middle, last = (
        {
            str(link["rel"][0]): str(link["href"])
            for link in page_of(client, f"{REVIEW}/pages/{number}?passage=p8").select(".wsr-turn a[rel]")
        }
        for number in (1, 2, 3)
    )

    assert {"next": f"{REVIEW}/pages/2?passage=p8"} == first
    assert {"prev": f"{REVIEW}/pages/1?passage=p8", "next": f"{REVIEW}/pages/3?passage=p8"} == middle
    assert {"prev": f"{REVIEW}/pages/2?passage=p8"} == last


def test_the_text_of_the_page_stands_beside_it(client: TestClient) -> None:
    """The passages that touch the page, whole, under their headings."""
    page = page_of(client, f"{REVIEW}/pages/2")

    assert ["p8", "p9", "p10", "p11"] == [item["id"] for item in page.select("[id^=p][id$='8'], tr[id^=p]")]
    assert ["1.1 Practice that helped", "Action plan"] == [
        words(item) for item in page.select(".wsr-heading")
    ]
    assert "the paragraph goes on over the page" in words(one(page, "#p8"))


def test_the_way_back_is_the_place_in_the_text(client: TestClient) -> None:
    """The passage asked for, else the first of the page."""
    asked = one(page_of(client, f"{REVIEW}/pages/2?passage=p10"), ".govuk-back-link")
    page = one(page_of(client, f"{REVIEW}/pages/3"), ".govuk-back-link")

    assert f"{REVIEW}#p10" == asked["href"]
    assert f"{REVIEW}#p12" == page["href"]


def test_pages_that_are_not_there_are_not_found(client: TestClient) -> None:
    """Past the end, before the beginning, no number, another document: 404 and never 500."""
    for number in ("4", "0", "-1", "1.5", "one", "99999", "9" * 5000, "%00", "1%0A"):
        assert 404 == client.get(f"{REVIEW}/pages/{number}").status_code
        assert 404 == client.get(f"/reviews/cpr2017-w91/pages/{number}.webp").status_code
    assert 404 == client.get(f"{REVIEW}/pages/1?document=d9").status_code


def test_the_passage_asked_for_is_shown_up_in_the_text_too(client: TestClient) -> None:
    """So that picture and text can be compared."""
    page = page_of(client, f"{REVIEW}/pages/2?passage=p10")

    assert ["p10"] == [element["id"] for element in page.select(".wsr-passage--asked")]
