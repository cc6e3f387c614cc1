"""A table that a person has changed in a spreadsheet becomes that person's decisions."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from tests.repository.shelf import PLAIN, PRAISE, SLUG, THANKS, file_of, key
from wsr.domain.coding import Stance, Verdict
from wsr.domain.exports import ExportFormat
from wsr.domain.imports import Imported
from wsr.errors import ProjectUnreadable
from wsr.exchange.read.codings import read_codings
from wsr.repository.deciding import Choice, all_judged, decide, history
from wsr.repository.importing import import_codings
from wsr.repository.repository import Repository

pytestmark = pytest.mark.xdist_group("importing")

CARE = "care-and-support/persistent-care"


def exported(shelf: Repository) -> str:
    """The table as it is taken away."""
    return file_of(shelf, ExportFormat.CSV).decode("utf-8")


def changed(table: str, words: str, **cells: str) -> str:
    """The table with other cells in the row of these words, as a spreadsheet writes it."""
    rows = list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"), newline="")))
    for row in rows:
        if row["text"] == words:
            row.update(cells)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def imported(
    shelf: Repository, tmp_path: Path, table: str | bytes, person: str = "ifan", **how: Any
) -> Imported:
    """What a file gives."""
    path = tmp_path / "codings.csv"
    path.write_bytes(table if isinstance(table, bytes) else table.encode("utf-8"))
    return import_codings(shelf, read_codings(path), person, **how)


def test_a_table_that_nobody_changed_decides_nothing(shelf: Repository, tmp_path: Path) -> None:
    """Whoever decided in it before."""
    decide(shelf, SLUG, key(shelf, PRAISE), "mari", Choice(Verdict.KEEP, Stance.GENERAL, (CARE,), note="So?"))
    found = imported(shelf, tmp_path, exported(shelf))

    assert ((), ()) == (found.taken, found.misfits)
    assert found.unchanged >= 2


def test_a_changed_row_is_a_decision(shelf: Repository, tmp_path: Path) -> None:
    """With all that it says."""
    table = changed(
        exported(shelf),
        PRAISE,
        stance="general",
        themes="care-and-support",
        subthemes=CARE,
        note="=A norm",
        decided="kept",
    )
    (taken,) = imported(shelf, tmp_path, table).taken
    (decision,) = history(shelf, SLUG, key(shelf, PRAISE))

    assert taken.decision == decision
    assert ("ifan", Verdict.KEEP, Stance.GENERAL, (CARE,), "=A norm") == (
        decision.person,
        decision.verdict,
        decision.stance,
        decision.codes,
        decision.note,
    )


@pytest.mark.parametrize(
    ("cells", "verdict", "codes"),
    [
        ({"decided": "rejected"}, Verdict.REJECT, None),
        ({"decided": "unsure"}, Verdict.UNSURE, None),
        ({"themes": "", "subthemes": ""}, Verdict.KEEP, ()),
        ({"themes": "Communication", "subthemes": ""}, Verdict.KEEP, ("communication",)),
        ({"themes": "", "subthemes": "Persistent care"}, Verdict.KEEP, (CARE,)),
    ],
)
def test_what_a_row_says_is_taken(
    shelf: Repository, tmp_path: Path, cells: dict[str, str], verdict: Verdict, codes: tuple[str, ...] | None
) -> None:
    """A verdict by its word, codes by id or name; empty cells say that there is none."""
    (taken,) = imported(shelf, tmp_path, changed(exported(shelf), THANKS, **cells)).taken

    assert verdict is taken.decision.verdict
    if codes is not None:
        assert codes == taken.decision.codes


def test_a_row_from_before_another_decision_does_not_undo_it(shelf: Repository, tmp_path: Path) -> None:
    """It was not changed since it was written."""
    before = exported(shelf)
    decide(shelf, SLUG, key(shelf, PRAISE), "mari", Choice(Verdict.KEEP, codes=(CARE,)))
    between = exported(shelf)
    decide(shelf, SLUG, key(shelf, PRAISE), "mari", Choice(Verdict.REJECT))

    assert () == imported(shelf, tmp_path, before).taken
    assert () == imported(shelf, tmp_path, between).taken


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_table_made_by_hand_goes_by_words(shelf: Repository, tmp_path: Path, mark: str) -> None:
    """Of the review, whatever program made it; a new stretch becomes an extract."""
    rows = [
        ("Reference", "Text", "Codes"),
        ("cpr2019-w91", PLAIN, CARE),
        ("CPR2019-W91", THANKS, "Communication"),
    ]
    table = "".join(mark.join(row) + "\r\n" for row in rows)
    found = imported(shelf, tmp_path, table)

    assert [(THANKS, False, ("communication",)), (PLAIN, True, (CARE,))] == [
        (one.words, one.is_new, one.decision.codes) for one in found.taken
    ]


def test_what_excel_writes_in_western_europe_is_read(shelf: Repository, tmp_path: Path) -> None:
    """In its own encoding."""
    table = f"reference;text;decided;note\r\nCPR2019-W91;{THANKS};kept;“Da iawn”\r\n".encode("cp1252")
    (taken,) = imported(shelf, tmp_path, table).taken

    assert ("“Da iawn”", None, None) == (taken.decision.note, taken.decision.codes, taken.decision.stance)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("CPR1999-W01,,nothing,kept,", "unknown_source"),
        ("CPR2019-W91,,Not in it.,kept,", "text_not_found"),
        ("CPR2019-W91,0000,,kept,", "extract_not_found"),
        (f"CPR2019-W91,,{THANKS},maybe,", "unknown_value"),
        (f"CPR2019-W91,,{THANKS},kept,hope", "unknown_code"),
    ],
)
def test_what_does_not_fit_is_named(shelf: Repository, tmp_path: Path, row: str, reason: str) -> None:
    """With the line; the others are taken."""
    table = f"reference,key,text,decided,codes\nCPR2019-W91,,{PRAISE},kept,{CARE}\n{row}\n"
    found = imported(shelf, tmp_path, table)

    assert [PRAISE] == [one.words for one in found.taken]
    assert [(reason, "line 3")] == [(one.reason, one.source) for one in found.misfits]


def test_a_dry_run_changes_nothing(shelf: Repository, tmp_path: Path) -> None:
    """And says what it would."""
    found = imported(shelf, tmp_path, changed(exported(shelf), PRAISE, decided="kept"), dry_run=True)

    assert [PRAISE] == [one.words for one in found.taken]
    assert [] == all_judged(shelf)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "no_columns"),
        ("a,b\n1,2\n", "no_columns"),
        ("reference,stance\nCPR2019-W91,general\n", "no_columns"),
        ('reference,text\nCPR2019-W91,"open', "malformed_csv"),
    ],
)
def test_what_is_no_table_of_codings_is_refused(tmp_path: Path, content: str, reason: str) -> None:
    """With the reason."""
    (tmp_path / "one.csv").write_text(content, encoding="utf-8")
    with pytest.raises(ProjectUnreadable) as refused:
        read_codings(tmp_path / "one.csv")

    assert reason == refused.value.reason
