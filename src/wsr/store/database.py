"""Opening the database: its engine, its safety, and its schema brought up to date."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from wsr.errors import DatabaseTooNew, Message, SettingsError, StoreUnavailable, WsrError

HEAD = "0006"
"""The revision of the schema that this version of wsr works with; the newest file in migrations/versions."""

_MIGRATIONS = Path(__file__).parent / "migrations"

Sessions = sessionmaker[Session]

__all__ = ["HEAD", "Session", "Sessions", "open_database", "translated_errors"]


def open_database(url: str) -> Sessions:
    """
    Sessions on the database at an SQLAlchemy address, its schema made or brought up to date.

    Raises:
        SettingsError: The address is malformed or its driver is not installed.
        DatabaseTooNew: A later version of wsr has written it.
        StoreUnavailable: It cannot be reached.
    """
    try:
        engine = create_engine(url)
    except (NoSuchModuleError, ModuleNotFoundError, SQLAlchemyError) as error:
        raise SettingsError(
            f"WSR_DATABASE_URL cannot be used: {error}. For PostgreSQL install wsr[postgresql] and write "
            "postgresql+psycopg://user@host/database."
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _make_safe)
    try:
        with translated_errors():
            _bring_up_to_date(engine)
    except WsrError:
        engine.dispose()
        raise
    return sessionmaker(engine, expire_on_commit=False)


@contextmanager
def translated_errors() -> Iterator[None]:
    """Within it, failures of the database are StoreUnavailable, with the cause chained."""
    try:
        yield
    except DBAPIError as error:
        raise StoreUnavailable(
            Message(
                "The database cannot be used: %(fault)s. See that it runs and has space.",
                fault=str(error.orig),
            )
        ) from error


def _make_safe(connection: Any, _record: Any) -> None:
    """What is acknowledged is on disk, references hold, and deleted text is overwritten."""
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
        "busy_timeout=60000",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _bring_up_to_date(engine: Engine) -> None:
    with engine.begin() as connection:
        if _revision(connection) == HEAD:
            return
        if (
            connection.dialect.name == "sqlite"
        ):  # whose driver begins no transaction for a change of the schema
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        found = _revision(connection)
        if found == HEAD:  # somebody else was first
            return
        # Imported late: every start would pay for what only the first one and upgrades need.
        from alembic import command
        from alembic.config import Config
        from alembic.script import ScriptDirectory
        from alembic.util.exc import CommandError

        config = Config()
        config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
        config.attributes["connection"] = connection
        try:
            if found is not None:
                ScriptDirectory.from_config(config).get_revision(found)
        except CommandError as error:
            raise DatabaseTooNew(found or "unknown") from error
        command.upgrade(config, HEAD)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
