"""The pages of the themes: what is held of each, as rates, and the extracts themselves with their sources."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient

from tests.making import NOON, a_parsed_document, a_section
from tests.web.reading import one, page_of, words
from tests.web.shelf import a_claim, an_extract, code, hold
from wsr.domain.coding import Coding, Decision, Extract, Stance, Verdict
from wsr.domain.kinds import SectionKind
from wsr.domain.passages import Passage
from wsr.repository.repository import Repository
from wsr.settings import Settings
from wsr.web.app import create_app

PAGE = "/en/themes/communication"
TEXTS = (
    "The police and the school met every week.",
    "The nurse rang again and again.",
    "Letters should have been sent.",
    "Nobody rang.",
)
CODES = ("multi-agency-working", "persistent-communication", "effective-communication", None)
STANCES = (Stance.IDENTIFIED, Stance.IDENTIFIED, Stance.SUGGESTED, Stance.CRITICISM)


def _extracts(passages: tuple[Passage, ...], scores: tuple[float, ...]) -> Iterator[Extract]:
    for passage, code_, stance, score in zip(passages, CODES, STANCES, scores, strict=True):
        coding = Coding(theme="communication", subtheme=code_, score=score)
        yield an_extract(passage, passage.text, stance, codes=(coding,))


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Two reviews of 2018 and 2020 with four extracts each, one decided by a person; two of 2020 without any."""
    home: Path = tmp_path_factory.mktemp("themes")
    with Repository.open(Settings(home=home)) as repository:
        for reference, year, scores in (
            ("CPR2018-W01", "2018", (0.5, 0.4, 0.6, 0.6)),
            ("APR2020-W02", "2020", (0.9, 0.8, 0.6, 0.6)),
            ("APR2020-W03", "2020", ()),
            ("DHR2020-W04", "2020", ()),
        ):
            parsed = a_parsed_document(
                *TEXTS,
                sections=(a_section(0, "Analysis", SectionKind.ANALYSIS, level=1),),
                claims=(a_claim("publication_date", year),),
            )
            hold(repository, reference, parsed)
            found = tuple(_extracts(parsed.passages, scores)) if scores else ()
            kept = Decision(person="r.reader", decided_at=NOON, verdict=Verdict.KEEP)
            code(repository, reference, found, {found[1].key: kept} if scores == (0.5, 0.4, 0.6, 0.6) else {})
        yield TestClient(create_app(repository.settings, repository))


def _references(page: BeautifulSoup) -> list[tuple[str, str]]:
    return [
        (words(one(item, ".wsr-reference")), words(one(item, ".wsr-result__text")))
        for item in page.select(".wsr-result")
    ]


def _choices(page: BeautifulSoup, facet: str) -> list[str]:
    (section,) = [item for item in page.select(".wsr-facet") if words(one(item, "h4")) == facet]
    return [words(label).partition(": ")[2] for label in section.select(".wsr-choice__label")]


def _rows(figure: Tag) -> list[list[str]]:
    return [[words(cell) for cell in row.select("th, td")] for row in figure.select("tbody tr")]


def test_from_the_first_page_good_practice_is_three_clicks_away(reader: TestClient) -> None:
    """Home, theme, extract: the very words in their review, with the page of the original beside them."""
    home = page_of(reader, "/en/")
    (link,) = [item for item in home.select(".wsr-home-themes a") if words(item) == "Communication"]
    theme = page_of(reader, str(link["href"]))
    address = str(theme.select(".wsr-result h3 a")[0]["href"])
    review = page_of(reader, address.partition("#")[0])

    assert "4 extracts in 2 reviews" in words(one(home, ".wsr-home-themes li:has(a[href$=communication])"))
    assert TEXTS[0] == words(one(review, f"#{address.partition('#')[2]}"))


def test_all_themes_say_what_they_are_and_what_is_held(reader: TestClient) -> None:
    """Extracts in reviews, sub-themes too; the good practice identified is counted at first, and that is said."""
    page = page_of(reader, "/en/themes")
    (theme,) = [item for item in page.select(".wsr-theme") if words(one(item, "h2")) == "Communication"]

    assert 5 == len(page.select(".wsr-theme"))
    assert "4 extracts in 2 reviews" == words(one(theme, ".wsr-theme__counts"))
    assert [
        "Effective communication 0 extracts in 0 reviews",
        "Persistent communication 2 extracts in 2 reviews",
        "Multi-agency working 2 extracts in 2 reviews",
    ] == [words(item) for item in theme.select("li")]
    assert "Good practice identified" == words(one(page, ".wsr-counted [aria-current]"))


def test_other_stances_are_counted_when_asked(reader: TestClient) -> None:
    """And the theme opens with just what was counted."""
    page = page_of(reader, "/en/themes?stance=suggested")
    (theme,) = [item for item in page.select(".wsr-theme") if words(one(item, "h2")) == "Communication"]
    opened = page_of(reader, str(one(theme, "h2 a")["href"]))

    assert "2 extracts in 2 reviews" == words(one(theme, ".wsr-theme__counts"))
    assert {TEXTS[2]} == {text for _, text in _references(opened)}
    everything = page_of(reader, "/en/themes?stance=")
    assert "8 extracts in 2 reviews" in words(one(everything, "main"))
    assert "All of these" == words(one(everything, ".wsr-counted [aria-current]"))


def test_a_theme_shows_the_good_practice_identified_best_first(reader: TestClient) -> None:
    """By the score of the theme, mixed over reviews; each with stance, codes, page and link."""
    page = page_of(reader, PAGE)

    assert "Good practice identified is shown" in words(one(page, "main"))
    assert "4 extracts in 2 reviews." == words(one(page, ".wsr-finding__main"))
    assert [
        ("APR2020-W02", TEXTS[0]),
        ("APR2020-W02", TEXTS[1]),
        ("CPR2018-W01", TEXTS[0]),
        ("CPR2018-W01", TEXTS[1]),
    ] == _references(page)
    first = page.select(".wsr-result")[0]
    assert "Good practice identified" in words(one(first, ".wsr-stance"))
    assert "Themes: Communication: Multi-agency working" in words(one(first, ".wsr-coded"))
    assert "page 1" in words(one(first, ".wsr-result__foot"))
    assert words(page.select(".wsr-result")[3].select(".wsr-tag")[0]) == "Kept by a person"


def test_why_leads_to_the_reasons_in_the_review(reader: TestClient) -> None:
    """Beside the extract, whichever stance it has."""
    for stance in Stance:
        page = page_of(reader, f"{PAGE}?stance={stance}")
        for link in page.select(".wsr-coded__labels a"):
            address, _, place = str(link["href"]).partition("#")
            assert place.startswith("why-")
            assert page_of(reader, address).select(f"#{place}")


def test_every_stance_is_shown_when_asked(reader: TestClient) -> None:
    """A blank stance asks for all; the filters in force then say nothing of it."""
    page = page_of(reader, str(one(page_of(reader, PAGE), ".wsr-prose a[href*='stance=#']")["href"]))

    assert "8 extracts in 2 reviews." == words(one(page, ".wsr-finding__main"))
    assert [] == page.select(".wsr-chip")
    (back,) = [item for item in page.select("main a") if words(item) == "Show the good practice identified"]
    assert f"{PAGE}#extracts" == back["href"]
    assert [] == [item for item in page.select("main p") if "is shown: what was done" in words(item)]


def test_filters_of_a_theme_say_and_link_what_they_leave(reader: TestClient) -> None:
    """Each value leads to just so many extracts, on this page; its chip takes it away again."""
    page = page_of(reader, f"{PAGE}?year=2020&subtheme=communication/multi-agency-working")

    assert [("APR2020-W02", TEXTS[0])] == _references(page)
    assert "Sub-theme: Multi-agency working" in words(one(page, ".wsr-finding__limits"))
    chips = page.select(".wsr-chip")
    assert [
        "Remove filter: What is said of practice: Good practice identified ×",
        "Remove filter: Sub-theme: Multi-agency working ×",
        "Remove filter: Year: 2020 ×",
    ] == [words(chip) for chip in chips]
    assert f"{PAGE}?subtheme=communication%2Fmulti-agency-working#extracts" == chips[2]["href"]
    assert f"{PAGE}?stance=#extracts" == one(page, ".wsr-chips__clear")["href"]


def test_agencies_stand_in_alphabetical_order(reader: TestClient) -> None:
    """Never by how often they are named."""
    page = page_of(reader, f"{PAGE}?stance=")

    assert ["Education", "Police"] == _choices(page, "Agency named")
    assert "Communication" not in _choices(page, "Sub-theme")


def test_machine_and_person_are_a_filter(reader: TestClient) -> None:
    """What a person kept, and what rules found and nobody has read."""
    kept = page_of(reader, f"{PAGE}?decided=kept")

    assert [("CPR2018-W01", TEXTS[1])] == _references(kept)
    assert ["Found by rules, not yet read by a person", "Kept by a person"] == _choices(
        kept, "Decided by people"
    )


def test_the_same_extracts_are_a_search(reader: TestClient) -> None:
    """One query for page, counts and search: what the link finds is what the page shows."""
    page = page_of(reader, f"{PAGE}?year=2018")
    (link,) = [item for item in page.select("main a") if words(item).startswith("Search these")]
    found = page_of(reader, str(link["href"]))

    assert _references(page) == _references(found)
    assert words(one(page, ".wsr-finding__main")) == words(one(found, ".wsr-finding__main"))
    assert words(one(page, ".wsr-finding__limits")) == words(one(found, ".wsr-finding__limits"))


def test_rates_are_of_the_reviews_held(reader: TestClient) -> None:
    """Those without an extract count too; types of which none is held have no rate."""
    by_type, by_year = page_of(reader, PAGE).select("figure")

    assert [
        ["Child Practice Review", "2", "1", "2.0"],
        ["Adult Practice Review", "2", "2", "1.0"],
        ["Domestic Homicide Review", "0", "1", "0"],
    ] == _rows(by_type)
    assert [["2020", "2", "3", "0.7"], ["2018", "2", "1", "2.0"]] == _rows(by_year)
    assert ["2020", "0.7", "2018", "2.0"] == [words(text) for text in by_year.select("svg text")]


def test_rates_keep_to_the_filters(reader: TestClient) -> None:
    """With a year chosen the types are those of that year, in extracts and in reviews held alike."""
    by_type, by_year = page_of(reader, f"{PAGE}?year=2020").select("figure")

    assert [["Adult Practice Review", "2", "2", "1.0"], ["Domestic Homicide Review", "0", "1", "0"]] == _rows(
        by_type
    )
    assert [["2020", "2", "3", "0.7"], ["2018", "2", "1", "2.0"]] == _rows(by_year)


def test_a_chart_is_a_picture_with_words_and_links(reader: TestClient) -> None:
    """Named by its caption and a sentence; each bar has a link that finds what the bar counts."""
    figure = page_of(reader, PAGE).select("figure")[1]
    picture = one(figure, "svg[role=img]")
    names = str(picture["aria-labelledby"]).split()

    assert "Extracts per review held, by year" == words(one(figure, f"figcaption#{names[0]}"))
    assert "4 extracts, 4 reviews held: from 0.7 to 2.0 extracts per review held." == words(
        one(picture, f"desc#{names[1]}")
    )
    assert len(picture.select("rect")) == len(figure.select(".wsr-chart__links a")) == 2
    assert [] == picture.select("a")
    bar = figure.select(".wsr-chart__links a")[0]
    assert "2020: 0.7 extracts per review held" == words(bar)
    found = page_of(reader, str(bar["href"]))
    assert "2 extracts in 1 review." == words(one(found, ".wsr-finding__main"))


def test_a_sample_has_no_rates(reader: TestClient) -> None:
    """It is so many extracts, whatever is held; what the theme and its parts hold is counted whole."""
    page = page_of(reader, f"{PAGE}?stance=&sample=3&seed=5")
    part = page.select(".wsr-subthemes li:has(h3)")[2]

    assert "8 extracts in 2 reviews" == words(one(page, ".wsr-theme__counts"))
    assert "Multi-agency working 2 extracts in 2 reviews" in words(part)
    assert "sample" not in str(one(part, "h3 a")["href"])

    assert [] == page.select("figure")
    assert "A sample of 3, seed 5." in words(one(page, ".wsr-finding__limits"))
    assert "Sample: 3, seed 5" in words(one(page, ".wsr-chip"))


def test_a_sub_theme_says_what_belongs_and_what_does_not(reader: TestClient) -> None:
    """As the codebook defines it."""
    page = page_of(reader, PAGE)
    parts = [words(item) for item in page.select(".wsr-subthemes li:has(h3)")]

    assert 3 == len(parts)
    assert all("Belongs" in part and "Belongs elsewhere" in part for part in parts)


def test_an_unknown_theme_is_told_which_there_are(reader: TestClient) -> None:
    """404 with their ids."""
    page = page_of(reader, "/en/themes/no-theme", status=404)

    assert "risk-and-escalation" in words(one(page, "main"))


def test_a_page_past_the_end_is_not_there(reader: TestClient) -> None:
    """As in a search."""
    assert 404 == reader.get(f"{PAGE}?page=2").status_code
    assert ["APR2020-W02"] == [name for name, _ in _references(page_of(reader, f"{PAGE}?per_page=1"))]


def test_programs_read_the_codebook_with_its_counts(reader: TestClient) -> None:
    """What the page says, as data; counts are of the good practice identified unless asked otherwise."""
    found = reader.get("/api/v1/themes").json()
    (theme,) = [item for item in found["themes"] if item["code"] == "communication"]
    (subtheme,) = [item for item in theme["subthemes"] if item["code"].endswith("/multi-agency-working")]

    assert ("best-practice 1", ["identified"]) == (found["codebook"], found["stance"])
    assert (4, 2, 2, 2) == (theme["extracts"], theme["reviews"], subtheme["extracts"], subtheme["reviews"])
    assert subtheme["definition"]
    assert subtheme["excludes"]
    every = reader.get("/api/v1/themes?stance=").json()
    assert 8 == next(item["extracts"] for item in every["themes"] if item["code"] == "communication")


def test_without_an_index_the_first_page_stands(reader: TestClient, tmp_path: Path) -> None:
    """It says nothing of themes then; the pages of themes say why they cannot answer."""
    with Repository.open(Settings(home=tmp_path / "new")) as repository:
        bare = TestClient(create_app(repository.settings, repository))

        assert 200 == bare.get("/en/").status_code
        assert 503 == bare.get("/en/themes").status_code == bare.get(PAGE).status_code
