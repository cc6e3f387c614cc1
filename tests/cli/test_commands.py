"""The commands as other programs use them: exit codes, JSON on stdout, messages on stderr."""

from pathlib import Path

import pytest

from tests.cli.running import lines, run
from tests.pdfs import make_review

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("cli")]


@pytest.fixture(scope="module")
def arrivals(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two reviews and a file that is none."""
    folder = tmp_path_factory.mktemp("arrivals")
    make_review(folder / "CPR2019-W91.pdf", analysis=("The health visitor [kept on trying] for a year.",))
    make_review(folder / "CPR2019-W92.pdf", subject="Re: Child B", analysis=("The school was told at once.",))
    (folder / "page.pdf").write_text("<html>gone</html>", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def home(arrivals: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that has taken them in."""
    home = tmp_path_factory.mktemp("home")
    assert 3 == run(home, "ingest", str(arrivals)).returncode
    return home


def test_ingest_prints_a_line_a_file(arrivals: Path, tmp_path: Path) -> None:
    """Accepted and rejected files each have their line with all fields, and exit code 3 says that one was not taken."""
    process = run(tmp_path / "new", "ingest", "--json", str(arrivals))
    outcomes = lines(process)

    assert 3 == process.returncode
    assert ["accepted", "accepted", "rejected"] == [line["outcome"] for line in outcomes]
    assert "not_pdf" == outcomes[2]["reason"]
    fields = {
        "file",
        "outcome",
        "reference",
        "role",
        "language",
        "reason",
        "pages",
        "passages",
        "recommendations",
        "extracts",
        "warnings",
        "seconds",
    }
    assert all(fields <= set(line) for line in outcomes)


def test_ingest_prints_a_summary_by_outcome(home: Path, arrivals: Path) -> None:
    """Without --json there is a table on stdout and the refusal on stderr."""
    process = run(home, "ingest", str(arrivals))

    assert ["Outcome", "unchanged", "rejected"] == [
        line.split()[0] for line in process.stdout.splitlines() if line.strip() and line[0].isalpha()
    ]
    assert "page.pdf" in process.stderr


def test_show_prints_the_whole_record(home: Path) -> None:
    """Every field that other programs rely on is there."""
    (record,) = lines(run(home, "show", "CPR2019-W91", "--json"))

    assert {
        "reference", "reference_as_printed", "reference_source", "slug", "review_type", "form", "criteria", "title",
        "language", "status", "board", "board_reference", "board_reference_as_printed", "subjects", "authors",
        "incident_date", "report_date", "publication_date", "year", "year_basis", "pages", "agencies", "documents",
        "claims", "sections", "passages", "recommendations", "extracts", "warnings",
    } <= set(record)  # fmt: skip
    (extract,) = [extract for extract in record["extracts"] if extract["terms"]]
    assert {
        "id", "key", "passage", "start", "end", "text", "page", "terms", "stance", "stance_because", "codes", "decision",
    } <= set(extract)  # fmt: skip
    assert (["kept on trying"], None) == (extract["terms"], extract["decision"])
    assert all(isinstance(reason, str) for reason in extract["stance_because"])
    assert {
        "id",
        "key",
        "document",
        "number",
        "section",
        "kind",
        "text",
        "page_first",
        "page_last",
        "boxes",
    } == set(record["passages"][0])


def test_show_prints_a_review_for_people(home: Path) -> None:
    """Brackets of a text are printed as they are."""
    process = run(home, "show", "cpr2019-w91")

    assert 0 == process.returncode
    assert "Gwent Safeguarding Board" in process.stdout
    rows = [[cell.strip() for cell in line.split("│")] for line in process.stdout.splitlines()]
    assert [["kept on trying", "undecided", "The health visitor [kept on trying] for a year."]] == [
        row[4:] for row in rows if row[-1].startswith("The health visitor [kept")
    ]


def test_list_prints_a_line_a_review(home: Path) -> None:
    """As JSON lines and as a table."""
    assert ["CPR2019-W91", "CPR2019-W92"] == [
        line["reference"] for line in lines(run(home, "list", "--json"))
    ]
    assert "CPR2019-W92" in run(home, "list").stdout


def test_search_answers_in_the_documented_shape(home: Path) -> None:
    """Total, reviews, hits with place and facets."""
    (answer,) = lines(run(home, "search", '"kept on trying"', "--json"))

    assert ("passage", 1, 1) == (answer["unit"], answer["total"], answer["total_reviews"])
    assert {
        "reference",
        "year",
        "title",
        "document",
        "section",
        "id",
        "key",
        "page",
        "text",
        "snippet",
        "score",
        "because",
    } <= set(answer["hits"][0])
    assert [{"value": "CPR", "label": "Child Practice Review", "count": 1}] == answer["facets"]["review_type"]


def test_search_takes_the_filters_of_the_page(home: Path) -> None:
    """Filters narrow the result; the hits are printed with their place."""
    assert [0] == [line["total"] for line in lines(run(home, "search", "school", "--year", "2001", "--json"))]
    shown = run(home, "search", "school", "--type", "CPR", "--sort", "newest").stdout
    assert "1 passage in 1 review" in shown
    assert "CPR2019-W92 (2019)" in shown


def test_search_finds_extracts_by_what_is_said_of_them(home: Path) -> None:
    """By stance, theme, term and all else that the page filters by; each with what is in force of it."""
    asked = ("search", "--unit", "extract", "--stance", "identified")
    (answer,) = lines(run(home, *asked, "--term", "kept on trying", "--json"))
    (hit,) = answer["hits"]
    theme, subtheme = hit["codes"][0].split("/")[0], hit["codes"][0]

    assert ("extract", 1, 1) == (answer["unit"], answer["total"], answer["total_reviews"])
    assert ("identified", ["kept on trying"], "undecided") == (hit["stance"], hit["terms"], hit["decided"])
    assert "kept on trying" in hit["text"]
    filters = ("--theme", theme, "--subtheme", subtheme, "--agency", "health-visiting")
    more = ("--decided", "undecided", "--sort", "strength", "--sample", "1", "--seed", "4")
    (narrowed,) = lines(run(home, *asked, *filters, *more, "--json"))
    assert [hit["key"]] == [each["key"] for each in narrowed["hits"]]
    shown = run(home, *asked, *filters, *more).stdout
    assert "1 extract in 1 review" in shown
    assert f"identified; {subtheme}" in shown


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["search", '"kept on'], 1, "quot"),
        (["search", "school", "--type", "XYZ"], 1, "XYZ"),
        (["show", "CPR1999-W99"], 1, "No review is held"),
        (["release", "CPR2019-W91"], 1, "is not held"),
        (["ingest", "/no/such/folder"], 2, "does not exist"),
        (["frobnicate"], 2, "No such command"),
    ],
)
def test_what_is_wrong_is_a_sentence_and_an_exit_code(
    home: Path, arguments: list[str], code: int, sentence: str
) -> None:
    """No traceback, nothing on stdout; 1 for our errors, 2 for wrong use."""
    process = run(home, *arguments)

    assert (code, "") == (process.returncode, process.stdout)
    assert sentence in process.stderr
    assert "Traceback" not in process.stderr


def test_verify_and_reindex_keep_the_repository_in_order(home: Path) -> None:
    """Nothing differs before and after the index is built anew."""
    assert [0, 0, 0] == [run(home, command).returncode for command in ("verify", "reindex", "verify")]
    assert [] == lines(run(home, "verify", "--json"))


def test_rejected_lists_what_was_not_taken(home: Path) -> None:
    """With name, reason and a sentence that says what the file is."""
    (file,) = lines(run(home, "rejected", "--json"))

    assert ("page.pdf", "rejected", "not_pdf") == (file["filename"], file["outcome"], file["reason"])
    assert "page.pdf" in run(home, "rejected").stdout


def test_a_port_that_is_taken_is_one_sentence(home: Path) -> None:
    """Serving on a port in use says so and ends."""
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        process = run(home, "serve", "--port", str(taken.getsockname()[1]))

    assert 1 == process.returncode
    assert 1 == len(process.stderr.strip().splitlines())
    assert "cannot be used" in process.stderr


def test_an_empty_folder_is_done_with_nothing(tmp_path: Path) -> None:
    """Nothing to take in is no error."""
    (tmp_path / "empty").mkdir()

    assert 0 == run(tmp_path / "home", "ingest", str(tmp_path / "empty")).returncode


def test_a_line_of_the_manifest_without_its_file_is_said(home: Path, arrivals: Path, tmp_path: Path) -> None:
    """A misspelt file name in the manifest does not pass in silence."""
    manifest = tmp_path / "manifest.csv"
    manifest.write_text("file,board\nCPR2019-W19.pdf,gwent\n", encoding="utf-8")

    process = run(home, "ingest", str(arrivals), "--manifest", str(manifest))

    assert "Line 2 of the manifest names CPR2019-W19.pdf" in process.stderr


def test_explain_answers_each_line_in_order(arrivals: Path, tmp_path: Path) -> None:
    """Plain lines and JSON lines, with their ids; a line that is neither is named."""
    asked = 'It was good practice.\n\n{"id": 7, "text": "Share good practice.", "section_kind": "recommendations"}\n'
    answers = lines(run(tmp_path, "explain", given=asked))
    assert [(None, "identified"), (7, "neutral")] == [(answer["id"], answer["stance"]) for answer in answers]
    assert ["good practice"] == answers[0]["terms"]
    wrong = run(tmp_path, "explain", given='{"text": 3}\n')
    assert 1 == wrong.returncode
    assert "Line 1" in wrong.stderr
