"""The commands of the method as other programs use them."""

from pathlib import Path

import pytest

from tests.cli.running import lines, run
from tests.pdfs import make_review

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("cli")]

LIST = 'id = "kindness"\nversion = 1\ntitle = "Kindness"\n[[term]]\nid = "kind"\n[[term]]\nid = "nobody"\n'


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one review and a list of its own."""
    folder, home = tmp_path_factory.mktemp("arrivals"), tmp_path_factory.mktemp("home")
    make_review(
        folder / "CPR2019-W91.pdf",
        analysis=("The effective communication of the nurse was good practice.", "She was kind and timely."),
    )
    assert 0 == run(home, "ingest", str(folder)).returncode
    (home / "term_lists").mkdir()
    (home / "term_lists" / "kindness-1.toml").write_text(LIST, encoding="utf-8")
    return home


def test_terms_are_counted(home: Path) -> None:
    """As tables, as one JSON record, and as the text of a method section."""
    (found,) = lines(run(home, "terms", "--json", "--type", "CPR"))
    tables = run(home, "terms").stdout
    method = run(home, "terms", "--method", "--term", "timely").stdout

    by_term = {each["term"]: each["found"] for each in found["counts"]["terms"]}
    assert {"hits": 1, "extracts": 1, "reviews": 1} == by_term["effective communication"]
    assert 26 == len(by_term)
    assert ["Type of review: Child Practice Review."] == found["filters"]
    assert "What each term found" in tables
    assert "Without duplicates: 3 hits in 2 extracts in 1 review" in tables
    assert "Counted: 1 term of the term list “Best practice” (best-practice 1)." in method
    assert "Made with wsr" in method


def test_a_table_that_goes_to_a_file_has_a_line_for_each_row(home: Path) -> None:
    """Also where it is wider than a screen would be."""
    rows = {
        line.split(" │")[0].strip(): line.count("│")
        for line in run(home, "recode", "--every", columns=40).stdout.splitlines()
    }
    terms = run(home, "terms", columns=40).stdout

    assert 9 == rows["CPR2019-W91"]
    assert "\nunderestimated " in terms
    assert "\nco-operation " in terms


def test_another_list_is_counted_without_being_chosen(home: Path) -> None:
    """Over the passages that are stored; a name that is not held is an error with those that are."""
    (found,) = lines(run(home, "terms", "--list", "kindness", "--json"))
    unknown = run(home, "terms", "--list", "nothing")

    assert [("kind", 1), ("nobody", 0)] == [
        (each["term"], each["found"]["hits"]) for each in found["counts"]["terms"]
    ]
    assert "kindness 1" == found["term_list"]
    assert 1 == unknown.returncode
    assert "best-practice 1, kindness 1" in unknown.stderr


def test_the_method_of_a_list_says_what_its_terms_stand_for(home: Path) -> None:
    """Whoever repeats the count needs the phrases, not only the names."""
    text = (
        LIST.replace("kindness", "manner")
        + '[[term]]\nid = "met"\nmatch = ["commun* nurse", "kind"]\nwithin = 2\n'
    )
    (home / "term_lists" / "manner.toml").write_text(text, encoding="utf-8")
    method = run(home, "terms", "--list", "manner", "--method").stdout

    assert "The terms: kind, nobody, met (commun* nurse; kind, near: 2)." in method
    assert "A * stands for any ending of a word." in method
    assert "may stand between those of the phrase" in method
    assert "stands for any ending" not in run(home, "terms", "--method").stdout


def test_another_list_is_tried_on_sentences_without_being_chosen(home: Path) -> None:
    """What it makes of each line; what is in force stays."""
    (tried,) = lines(run(home, "explain", "--terms", "kindness", given="She was kind and timely.\n"))
    (usual,) = lines(run(home, "explain", given="She was kind and timely.\n"))

    assert (["kind"], ["timely"]) == (tried["terms"], usual["terms"])


def test_a_concordance_is_printed(home: Path) -> None:
    """The match in brackets under one another, counts on stderr; as JSON a line each and the counts last."""
    shown = run(home, "concordance", "was", "--by", "right", "--width", "20")
    *first, last = lines(run(home, "concordance", "was", "--json"))

    assert 1 == len({line.index("[was]") for line in shown.stdout.splitlines()})
    assert "lines" in shown.stderr
    assert {"reference", "page", "left", "keyword", "right", "passage"} <= set(first[0])
    assert last["lines"] == len(first)
    assert 1 == run(home, "concordance", "").returncode


def test_terms_are_the_match_of_a_blank_query(home: Path) -> None:
    """In extracts."""
    *first, _ = lines(run(home, "concordance", "", "--unit", "extract", "--term", "timely", "--json"))

    assert ["timely"] == [line["keyword"] for line in first]


def test_the_report_is_written(home: Path, tmp_path: Path) -> None:
    """Markdown to stdout, HTML to a file."""
    markdown = run(home, "report", "best-practice")
    html = run(home, "report", "best-practice", "--format", "html", "-o", str(tmp_path / "report.html"))

    assert markdown.stdout.startswith("# Best practice in safeguarding reviews\n")
    assert "CPR2019-W91 (Child Practice Review, 2019), page 1" in markdown.stdout
    assert (0, "") == (html.returncode, html.stdout)
    assert "<h1>Best practice" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert 2 == run(home, "report", "nothing").returncode
