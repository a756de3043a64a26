"""The server's database: PostgreSQL, or a SQLite file where none was named. Brought up to date when opened."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event, make_url, select
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from counter_app.errors import CounterError, ExitStatus
from counter_app.province.tables import metadata, settings

_MIGRATIONS = Path(__file__).with_name("migrations")
_LOCK = 0x436F756E  # "Coun": one process at a time changes the schema
_READING = "counter_reading"
_PATIENCE = 10  # seconds for who else holds a SQLite file
_SYNCHRONOUS = "FULL"  # of SQLite: what a desk was told is kept survives a power cut


class NoDatabase(CounterError):
    """The database cannot be opened or brought up to date."""

    what = "The server's database cannot be used ({reason})."
    todo = "Check that PostgreSQL runs and that the address, user and password after --database are right."
    exit_status = ExitStatus.LINE


class DatabaseNewer(NoDatabase):
    """A newer version of the program changed the schema; this one does not understand it."""

    what = "The server's database was changed by a newer version of the program."
    todo = "Start the newer version; or put the copy or dump of before in place, then ‘counter server epoch new’."


def open_database(url: str, *, connections: int = 16) -> Engine:
    """The engine, with its schema brought up to date. Several processes may do this at once. Raises NoDatabase."""
    try:
        engine = _engine(url, connections)
        scripts = _scripts()
        with engine.connect() as connection:
            _keep_copy(connection, scripts)
            _migrate(connection, scripts)
    except CommandError as fault:  # of alembic: a step that it does not know
        raise DatabaseNewer(type(fault).__name__) from fault
    except (ArgumentError, SQLAlchemyError, ModuleNotFoundError) as fault:
        raise NoDatabase(type(fault).__name__, reason=type(fault).__name__) from fault
    return engine


def reading(engine: Engine) -> Engine:
    """The same database for work that only reads: on SQLite it waits for nobody who writes."""
    return engine.execution_options(**{_READING: True})


def token_key(engine: Engine) -> bytes:
    """The secret under which all processes of this server sign tokens."""
    with reading(engine).begin() as db:
        return bytes(db.execute(select(settings.c.value).where(settings.c.name == "token-key")).scalar_one())


def _engine(url: str, connections: int) -> Engine:
    where = make_url(url)
    if where.get_backend_name() != "sqlite":
        if where.drivername in {"postgresql", "postgres"}:
            where = where.set(drivername="postgresql+psycopg")
        # errors of statements are logged without their parameters, which hold citizens' data
        # a connection that broke is found by the first request that fails with 503; to ask before each costs them all
        return create_engine(where, hide_parameters=True, pool_size=connections, max_overflow=0, pool_timeout=10)
    engine = create_engine(where, hide_parameters=True)
    event.listen(engine, "connect", _durable)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    reads = connection.get_execution_options().get(_READING, False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _durable(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # SQLAlchemy's own begin takes the write lock at once
    connection.execute(f"PRAGMA busy_timeout = {1000 * _PATIENCE}")
    _write_ahead(connection)
    connection.execute(f"PRAGMA synchronous = {_SYNCHRONOUS}")


def _write_ahead(connection: Any) -> None:
    """SQLite waits for nobody while it changes the mode of a new file: several processes that start at once would find
    it locked. Raises sqlite3.OperationalError."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)


def _scripts() -> tuple[Config, ScriptDirectory]:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.set_main_option("version_locations", str(_MIGRATIONS))
    config.set_main_option("path_separator", "newline")
    return config, ScriptDirectory.from_config(config)


def _keep_copy(connection: Connection, scripts: tuple[Config, ScriptDirectory]) -> None:
    """Of a SQLite file whose schema is about to be changed: beside it, named by the schema. PostgreSQL is dumped by
    whoever updates the program (`counter_app/province/deploy`)."""
    current = MigrationContext.configure(connection).get_current_revision()
    connection.rollback()
    file = connection.engine.url.database
    if connection.dialect.name != "sqlite" or not current or current == scripts[1].get_current_head() or not file:
        return
    scripts[1].get_revision(current)  # raises CommandError where a newer program made it
    copy = Path(f"{file}.before-{current}")
    copy.unlink(missing_ok=True)
    raw = connection.connection.dbapi_connection
    assert raw is not None
    raw.execute("VACUUM INTO ?", [str(copy)])
    copy.chmod(0o600)


def _migrate(connection: Connection, scripts_of: tuple[Config, ScriptDirectory]) -> None:
    """All steps to the newest schema in one transaction, or none."""
    config, scripts = scripts_of

    def steps(revision: Any, _: Any) -> Any:
        return scripts._upgrade_revs("head", revision)

    with connection.begin():
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
        with EnvironmentContext(config, scripts, fn=steps) as environment:
            environment.configure(connection=connection, target_metadata=metadata, transactional_ddl=True)
            environment.run_migrations()
