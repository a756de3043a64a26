"""The server's tables: every entry once, in the order it came; every file an entry names."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Engine,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    create_engine,
    event,
)

metadata = MetaData()

entries = Table(
    "entries",
    metadata,
    Column("cursor", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("desk", String(64), nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("agency", String(32), nullable=False),  # of the dossier: who may pull it
    Column("dossier", String(64), nullable=False),
    Column("step", Integer, nullable=False),
    Column("kind", String(64), nullable=False),
    Column("payload", Text),
    Column("payload_hash", String(64), nullable=False),
    Column("clerk", Text, nullable=False),
    Column("at", String(40), nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    UniqueConstraint("desk", "sequence"),
    Index("entries_of_dossier", "dossier"),
    Index("entries_of_agency", "agency", "cursor"),
)

files = Table(
    "files",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("desk", String(64), primary_key=True),
    Column("dossier", String(64), primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("here", Boolean, nullable=False),
    Index("files_awaited", "desk", "here"),
)


def open_database(url: str) -> Engine:
    """The engine, with its tables made where they are missing."""
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _durable)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    metadata.create_all(engine)
    return engine


def _durable(connection, _) -> None:  # type: ignore[no-untyped-def]
    connection.isolation_level = None  # SQLAlchemy's own begin takes the write lock at once
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "busy_timeout = 10000"):
        connection.execute(f"PRAGMA {pragma}")
