"""`wsr learn` and its report as other programs use them."""

from pathlib import Path

import pytest
from docx import Document

from tests.cli.running import lines, run
from tests.learning.models import make_model
from tests.pdfs import make_early_and_late

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("cli")]

ASKED = "GP practices should flag the records of children who were not brought to appointments."
AGAIN = "Surgeries must put an alert on the notes of any child who is not brought to an appointment."
PRAISE = "It was good practice that the surgery rang when the child was not brought to an appointment."


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two reviews that recommend the same; the later one praises too."""
    folder, home = tmp_path_factory.mktemp("arrivals"), tmp_path_factory.mktemp("home")
    make_early_and_late(folder, (ASKED,), (AGAIN,), (PRAISE,))
    assert 0 == run(home, "ingest", str(folder)).returncode
    return home


def test_a_draft_is_answered_in_the_shape_that_programs_rely_on(home: Path) -> None:
    """Earlier ones best first with reasons, and later practice."""
    (found,) = lines(run(home, "learn", ASKED, "--json"))

    assert set(found) == {"earlier", "later"}
    assert [each["reference"] for each in found["earlier"]] == ["CPR2019-W91", "CPR2021-W92"]
    assert set(found["earlier"][0]) == {"reference", "year", "id", "text", "score", "because"}
    assert found["earlier"][0]["text"] == ASKED
    assert "missed appointments: were not brought" in found["earlier"][0]["because"]
    (later,) = found["later"]
    assert set(later) == {"reference", "year", "text", "stance", "page", "score", "because"}
    assert (later["reference"], later["stance"], later["text"]) == ("CPR2021-W92", "identified", PRAISE)


def test_dates_hold(home: Path) -> None:
    """In all three precisions; what is no date is wrong use."""
    (found,) = lines(run(home, "learn", ASKED, "--before", "2021-05", "--after", "2021-05-31", "--json"))

    assert [each["reference"] for each in found["earlier"]] == ["CPR2019-W91"]
    assert found["later"] == []
    assert 2 == run(home, "learn", ASKED, "--before", "yesterday").returncode


def test_a_recommendation_of_the_register_is_not_its_own_answer(home: Path) -> None:
    """Named by slug and key."""
    (review,) = lines(run(home, "show", "CPR2021-W92", "--json"))
    name = f"cpr2021-w92/{review['recommendations'][0]['key']}"
    (found,) = lines(run(home, "learn", "--recommendation", name, "--json"))

    assert [each["reference"] for each in found["earlier"]] == ["CPR2019-W91"]


def test_nothing_to_compare_and_nothing_alike_are_said(home: Path) -> None:
    """The one is an error, the other an answer."""
    empty = run(home, "learn", " ")
    strange = run(home, "learn", "Bus drivers should use the ramps of new vehicles.")

    assert (1, "Write or paste a draft recommendation." in empty.stderr) == (empty.returncode, True)
    assert (0, "No earlier recommendation is alike.") == (strange.returncode, strange.stdout.strip())


def test_the_report_tells_who_recommended_it_when_and_what_came_later(home: Path) -> None:
    """In Markdown and HTML, with method and limits."""
    (review,) = lines(run(home, "show", "CPR2021-W92", "--json"))
    name = f"cpr2021-w92/{review['recommendations'][0]['key']}"
    text = run(home, "report", "learning", "--recommendation", name).stdout
    page = run(home, "report", "learning", "--recommendation", name, "--format", "html").stdout
    without = run(home, "report", "learning")
    both = run(home, "report", "learning", "--recommendation", name, "--draft", "-")

    assert ASKED in text
    assert "CPR2019-W91" in text
    assert "list for a person to judge" in text
    assert "Nobody has recorded a status" in text
    assert page.startswith("<!DOCTYPE html>")
    assert (2, 2) == (without.returncode, both.returncode)
    assert "--draft FILE" in " ".join(without.stderr.split())


def test_a_draft_becomes_a_report_in_word(home: Path, tmp_path: Path) -> None:
    """From a file or from standard input, by date; the same draft gives the same bytes."""
    draft, first, second = tmp_path / "draft.txt", tmp_path / "first.docx", tmp_path / "second.docx"
    draft.write_text(f"\ufeff{AGAIN}", encoding="utf-8")
    options = ("report", "learning", "--format", "docx", "--before", "2022")
    assert 0 == run(home, *options, "--draft", str(draft), "-o", str(first)).returncode
    assert 0 == run(home, *options, "--draft", "-", "-o", str(second), given=AGAIN).returncode
    document = Document(str(first))
    headings = [each.text for each in document.paragraphs if each.style and each.style.name == "Heading 2"]

    assert first.read_bytes() == second.read_bytes()
    assert AGAIN in [each.text for each in document.paragraphs]
    assert ["CPR2019-W91", "CPR2021-W92"] == [text.split()[-1] for text in headings[:2]]
    assert "May 2021: " in headings[1]
    assert 2 == run(home, *options, "--draft", str(first)).returncode
    assert 2 == run(home, *options, "--draft", str(tmp_path / "none.txt")).returncode


def test_a_word_document_is_named_when_nobody_names_it(home: Path, tmp_path: Path) -> None:
    """In the folder where the command runs; every report can be one."""
    done = run(home, "report", "best-practice", "--format", "docx", folder=tmp_path)
    (made,) = tmp_path.glob("wsr_best-practice_*.docx")

    assert made.name in "".join(done.stderr.split())
    assert "Best practice in safeguarding reviews" == Document(str(made)).paragraphs[0].text


def test_an_answer_comes_by_date(home: Path) -> None:
    """The same ones, the oldest first; the shape stays."""
    (by_score,) = lines(run(home, "learn", AGAIN, "--json"))
    (by_date,) = lines(run(home, "learn", AGAIN, "--sort", "date", "--json"))

    assert ["CPR2021-W92", "CPR2019-W91"] == [each["reference"] for each in by_score["earlier"]]
    assert ["CPR2019-W91", "CPR2021-W92"] == [each["reference"] for each in by_date["earlier"]]
    assert "the oldest first" in run(home, "learn", AGAIN, "--sort", "date").stdout


def test_by_meaning_the_reasons_say_so_in_the_same_shape(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Texts are read first; the model is named where people read."""
    model = make_model(tmp_path / "small", (ASKED, AGAIN, PRAISE))
    monkeypatch.setenv("WSR_SENTENCE_MODEL", str(model))
    (found,) = lines(run(home, "learn", ASKED, "--json"))
    said = run(home, "learn", ASKED).stdout

    assert "alike in meaning (1.00)" == found["earlier"][0]["because"][0]
    assert "missed appointments: were not brought" in found["earlier"][0]["because"]
    assert set(found["earlier"][0]) == {"reference", "year", "id", "text", "score", "because"}
    assert "The model: small, SHA-256 " in said


def test_a_model_that_cannot_be_read_is_one_sentence(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For whoever asks, and for whoever starts the server."""
    monkeypatch.setenv("WSR_SENTENCE_MODEL", str(tmp_path))
    for command in (("learn", ASKED), ("serve", "--port", "0")):
        process = run(home, *command)
        assert (1, "") == (process.returncode, process.stdout)
        assert process.stderr.strip().endswith("its model.onnx cannot be read (No such file or directory).")
        assert "Traceback" not in process.stderr
