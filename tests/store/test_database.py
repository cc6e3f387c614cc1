"""The database is made, upgraded, kept safe, and refused when it is too new."""

from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, event, inspect, text

from wsr.errors import DatabaseTooNew, Message, SettingsError, StoreUnavailable
from wsr.store import account_tables, group_tables, register_tables
from wsr.store.database import HEAD, Sessions, open_database
from wsr.store.tables import Base

assert account_tables, "Imported so that Base knows its tables too."
assert group_tables
assert register_tables


def test_a_new_database_gets_all_tables(sessions: Sessions) -> None:
    """Opening an empty database makes every table and remembers its revision."""
    with sessions() as session:
        names = set(inspect(session.connection()).get_table_names())
        revision = session.execute(text("SELECT version_num FROM alembic_version")).scalar()

    assert {*Base.metadata.tables, "alembic_version"} == names
    assert revision == HEAD


def test_migrations_and_tables_agree(sessions: Sessions) -> None:
    """What the migrations make is what the tables say: nothing is left to change."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with sessions() as session:
        difference = compare_metadata(MigrationContext.configure(session.connection()), Base.metadata)

    assert difference == []


def test_a_database_of_an_earlier_version_is_upgraded(database_url: str) -> None:
    """A database before the first revision is brought up to date when it is opened."""
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
    engine.dispose()

    opened = open_database(database_url)

    with opened() as session:
        assert "review" in inspect(session.connection()).get_table_names()
    opened.kw["bind"].dispose()


def test_a_database_of_a_later_version_is_refused(sessions: Sessions, database_url: str) -> None:
    """A revision that this version does not know is refused with a sentence, and nothing is changed."""
    with sessions.begin() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(DatabaseTooNew, match="newer version of wsr"):
        open_database(database_url)


def test_sqlite_waits_for_the_disk(tmp_path: object) -> None:
    """What is acknowledged is on disk: WAL with synchronous FULL (2), references enforced."""
    opened = open_database(f"sqlite:///{tmp_path}/wsr.sqlite3")
    with opened() as session:
        pragmas = [
            session.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    opened.kw["bind"].dispose()

    assert pragmas == ["wal", 2, 1]


def test_a_malformed_address_is_a_sentence() -> None:
    """An address that names no database says which setting to mend."""
    with pytest.raises(SettingsError, match="WSR_DATABASE_URL"):
        open_database("nonsense")


def test_a_database_that_does_not_answer_is_a_sentence(tmp_path: object) -> None:
    """A folder that is not there gives StoreUnavailable, not a traceback of the driver."""
    with pytest.raises(StoreUnavailable, match="cannot be used"):
        open_database(f"sqlite:///{tmp_path}/missing/wsr.sqlite3")


@pytest.mark.parametrize("number", [1, 2, 12, 20])
def test_an_opening_that_is_broken_off_leaves_nothing_half_there(number: int, database_url: str) -> None:
    """Wherever it is among the tables, the next opening makes all of them."""
    made = 0

    def break_off(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        nonlocal made
        made += "CREATE TABLE" in statement
        if made == number:
            raise StoreUnavailable(Message("Broken off."))

    event.listen(Engine, "after_cursor_execute", break_off)
    try:
        with pytest.raises(StoreUnavailable, match="Broken off"):
            open_database(database_url)
    finally:
        event.remove(Engine, "after_cursor_execute", break_off)

    open_database(database_url).kw["bind"].dispose()
