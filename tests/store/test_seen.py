"""What people kept before it was remembered what they saw is fixed, on upgrade, as the machine has it then."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from wsr.domain.coding import Decision, Seen, Stance
from wsr.store.database import Sessions, open_database
from wsr.store.decisions import load_judged

_REVIEW = (
    "INSERT INTO review (id, reference, reference_source, slug, status, review_type, title, language, subjects,"
    " recommendations, added_at, revision, indexed_revision, coded_with) VALUES (1, 'CPR2019-W91', 'text',"
    " 'cpr2019-w91', 'published', 'CPR', 'A review', 'en', '[]', 0, '2026-05-04 12:00:00', 1, 1, 'rules 7')"
)
_EXTRACT = (
    'INSERT INTO extract (review_id, ordinal, key, document, passage, start, "end", text, page, terms,'
    " distinct_hits, stance, stance_because, codes) VALUES (1, {0}, '{1}', 'd1', 'p1', {2}, {3}, 'She came.', 1,"
    " '[]', 0, '{4}', '[]', '{5}')"
)
_JUDGED = (
    "INSERT INTO judged (id, review_id, key, role, language, passage_key, quote, before, after, start, document,"
    " passage, \"end\") VALUES ({0}, 1, '{1}', 'report', 'en', 'k', 'She came.', '', '', {2}, {3}, {4}, {5})"
)
_DECISION = (
    "INSERT INTO decision (judged_id, person, decided_at, verdict, stance, codes, note, codebook)"
    " VALUES ({0}, '{1}', '2026-05-04 12:00:00', '{2}', {3}, {4}, '', 'practice 1')"
)
_CODES = '[{"theme": "communication", "subtheme": "calls", "score": 2.5, "because": []},'
_CODES += ' {"theme": "care", "subtheme": null, "score": 1.0, "because": []}]'
SEEN = Seen(stance=Stance.IDENTIFIED, codes=("communication/calls", "care"), version="rules 7")


@pytest.fixture(params=["0004", "0005"])
def upgraded(
    request: pytest.FixtureRequest, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Sessions]:
    """A database of an earlier version with decisions, after it was opened by this one."""
    with monkeypatch.context() as earlier:
        earlier.setattr("wsr.store.database.HEAD", request.param)
        before = open_database(database_url)
    with before.begin() as session:
        for statement in (
            _REVIEW,
            _EXTRACT.format(0, "same", 0, 20, "identified", _CODES),
            _EXTRACT.format(1, "other", 30, 60, "criticism", "[]"),
            _JUDGED.format(1, "same", 0, "'d1'", "'p1'", 20),
            _JUDGED.format(2, "nearly", 30, "'d1'", "'p1'", 50),
            _JUDGED.format(3, "apart", 45, "'d1'", "'p1'", 90),
            _JUDGED.format(4, "gone", 0, "NULL", "NULL", "NULL"),
            _DECISION.format(1, "mari", "keep", "NULL", "NULL"),
            _DECISION.format(1, "ifan", "keep", "'general'", "'[]'"),
            _DECISION.format(1, "ceri", "reject", "NULL", "NULL"),
            _DECISION.format(2, "mari", "keep", "NULL", "NULL"),
            _DECISION.format(3, "mari", "keep", "NULL", "NULL"),
            _DECISION.format(4, "mari", "keep", "NULL", "NULL"),
        ):
            session.execute(text(statement.replace(":", r"\:")))
    before.kw["bind"].dispose()
    opened = open_database(database_url)
    yield opened
    opened.kw["bind"].dispose()


def _made(sessions: Sessions) -> dict[tuple[str, str], Decision]:
    with sessions() as session:
        return {(j.key, made.person): made for j in load_judged(session, 1) for made in j.decisions}


def test_what_was_kept_is_fixed_as_the_machine_has_it(upgraded: Sessions) -> None:
    """Where it still finds the extract, or most of it; what people said themselves stays what they said."""
    made = _made(upgraded)

    assert SEEN == made["same", "mari"].seen
    assert (Stance.IDENTIFIED, SEEN.codes) == (
        made["same", "mari"].said_stance,
        made["same", "mari"].said_codes,
    )
    assert (Stance.GENERAL, ()) == (made["same", "ifan"].said_stance, made["same", "ifan"].said_codes)
    assert (Stance.CRITICISM, ()) == (made["nearly", "mari"].said_stance, made["nearly", "mari"].said_codes)


def test_what_is_not_known_stays_unknown(upgraded: Sessions) -> None:
    """What was seen of what was rejected, of what the machine does not find, and whether anybody decided alone."""
    made = _made(upgraded)

    for place in (("same", "ceri"), ("apart", "mari"), ("gone", "mari")):
        assert (None, None, None) == (made[place].seen, made[place].said_stance, made[place].said_codes)
        assert Stance.NEUTRAL is made[place].stance_over(Stance.NEUTRAL)
    assert {None} == {one.alone for one in made.values()}
