"""The server's database: PostgreSQL, or a SQLite file where none was named. Brought up to date when opened."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, make_url, select
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from counter_app.errors import CounterError, ExitStatus
from counter_app.province.tables import metadata, settings

_MIGRATIONS = Path(__file__).with_name("migrations")
_LOCK = 0x436F756E  # "Coun": one process at a time changes the schema
_READING = "counter_reading"


class NoDatabase(CounterError):
    """The database cannot be opened or brought up to date."""

    what = "The server's database cannot be used ({reason})."
    todo = "Check that PostgreSQL runs and that the address, user and password after --database are right."
    exit_status = ExitStatus.LINE


def open_database(url: str, *, connections: int = 16) -> Engine:
    """The engine, with its schema brought up to date. Several processes may do this at once. Raises NoDatabase."""
    try:
        engine = _engine(url, connections)
        with engine.connect() as connection:
            _migrate(connection)
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
    for pragma in ("busy_timeout = 10000", "journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")


def _migrate(connection: Connection) -> None:
    """All steps to the newest schema in one transaction, or none."""
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.set_main_option("version_locations", str(_MIGRATIONS))
    config.set_main_option("path_separator", "newline")
    scripts = ScriptDirectory.from_config(config)

    def steps(revision: Any, _: Any) -> Any:
        return scripts._upgrade_revs("head", revision)

    with connection.begin():
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
        with EnvironmentContext(config, scripts, fn=steps) as environment:
            environment.configure(connection=connection, target_metadata=metadata, transactional_ddl=True)
            environment.run_migrations()
