"""The schema: made by its migrations alone, from nothing and from protocol 1, however many processes start at once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, text

from counter_app.cli import main
from counter_app.dossier.journal import PROVINCE, Entry
from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.states import Status
from counter_app.province.database import DatabaseNewer, NoDatabase, open_database, token_key
from counter_app.province.desks import Desks
from counter_app.province.registry import Registry, insert_entries
from counter_app.province.tables import metadata
from tests.dossier.entries import CODE, journal_of, received
from tests.province.conftest import DESK, OTHER, STRANGER, Journal, scanned

pytestmark = pytest.mark.usefixtures("own_migrations")

PROTOCOL_1 = """
CREATE TABLE entries (cursor INTEGER PRIMARY KEY, desk VARCHAR(64) NOT NULL, sequence INTEGER NOT NULL,
    agency VARCHAR(32) NOT NULL, dossier VARCHAR(64) NOT NULL, step INTEGER NOT NULL, kind VARCHAR(64) NOT NULL,
    payload TEXT, payload_hash VARCHAR(64) NOT NULL, clerk TEXT NOT NULL, at VARCHAR(40) NOT NULL,
    previous VARCHAR(64) NOT NULL, hash VARCHAR(64) NOT NULL, UNIQUE (desk, sequence));
CREATE INDEX entries_of_dossier ON entries (dossier);
CREATE INDEX entries_of_agency ON entries (agency, cursor);
CREATE TABLE files (sha256 VARCHAR(64) NOT NULL, desk VARCHAR(64) NOT NULL, dossier VARCHAR(64) NOT NULL,
    size BIGINT NOT NULL, here BOOLEAN NOT NULL, PRIMARY KEY (sha256, desk, dossier));
CREATE INDEX files_awaited ON files (desk, here)
"""


def test_the_migrations_make_what_the_tables_say(database: str) -> None:
    engine = open_database(database)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_processes_that_start_at_once_make_one_schema_with_one_secret(
    tmp_path: Path, postgres: str, new_postgres_database: Callable[[], str]
) -> None:
    bare = new_postgres_database().rpartition("/")[2] + "_bare"
    admin = create_engine(
        postgres.replace("postgresql:", "postgresql+psycopg:") + "/postgres", isolation_level="AUTOCOMMIT"
    )
    with admin.connect() as db:
        db.execute(text(f"CREATE DATABASE {bare}"))
    for address in (f"{postgres}/{bare}", f"sqlite:///{tmp_path / 'server.db'}"):

        def opened(_: int, address: str = address) -> bytes:
            engine = open_database(address)
            try:
                return token_key(engine)
            finally:
                engine.dispose()

        with ThreadPoolExecutor(6) as threads:
            assert len(set(threads.map(opened, range(6)))) == 1


def stored(entry: Entry, cursor: int) -> dict[str, object]:
    agency = entry.dossier.rsplit("-", 2)[0]
    return entry.model_dump() | {"at": entry.at.isoformat(), "agency": agency, "cursor": cursor}


def test_what_protocol_1_kept_is_there_with_cursors_that_count_inside_the_office(
    database: str, postgres: str, new_postgres_database: Callable[[], str]
) -> None:
    mine, theirs, province = Journal(), Journal(STRANGER), Journal(PROVINCE)
    mine.write(received())
    theirs.write(received(), "H41.98-261124-0001")
    mine.write(scanned("a" * 64, 5), step=2)
    province.write(StatusChanged(status=Status.IN_PROCESS), step=3)
    order = [mine.entries[0], theirs.entries[0], mine.entries[1], province.entries[0]]
    driver = database.replace("postgresql:", "postgresql+psycopg:")
    old = create_engine(driver)
    with old.begin() as db:
        if db.dialect.name == "postgresql":
            db.execute(text("DROP SCHEMA public CASCADE"))
            db.execute(text("CREATE SCHEMA public"))
        for statement in PROTOCOL_1.split(";"):
            db.execute(text(statement))
        for cursor, entry in enumerate(order, 11):
            row = stored(entry, cursor)
            marks = ", ".join(f":{name}" for name in row)
            db.execute(text(f"INSERT INTO entries ({', '.join(row)}) VALUES ({marks})"), row)
        db.execute(text(f"INSERT INTO files VALUES ('{'a' * 64}', '{DESK}', '{CODE}', 5, true)"))
    old.dispose()
    engine = open_database(database)
    desks, registry = Desks(engine), Registry(engine)
    for desk in (DESK, OTHER, STRANGER):
        desks.enrol(desk, desks.register(desk))
    pulled = registry.pull(OTHER, 0, 10)
    assert (list(pulled.entries), pulled.cursor) == ([*mine.entries, *province.entries], 3)
    assert registry.pull(STRANGER, 0, 10).cursor == 1
    assert [file.sha256 for file in registry.awaited(DESK)] == ["a" * 64], "sent again, for it lies elsewhere now"
    mine.write(StatusChanged(status=Status.STOPPED), step=4)
    assert registry.accept(DESK, mine.entries) == 3
    registry.change_status("H41.98-261124-0001", Status.IN_PROCESS, "", "Chuyên viên Mẫu")
    last = registry.pull(STRANGER, 1, 10).entries[0]
    assert last.sequence > 1 and last.previous == province.entries[0].hash
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


@pytest.mark.parametrize(
    "address", ["postgresql://nobody@127.0.0.1:1/x", "no address", "sqlite:////nowhere/at/all/server.db", "martian://x"]
)
def test_a_database_that_cannot_be_used_is_a_sentence(address: str) -> None:
    with pytest.raises(NoDatabase) as failure:
        open_database(address)
    assert "cơ sở dữ liệu" in failure.value.sentence()


def test_the_technician_registers_and_revokes_desks_from_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def counter(*words: str) -> tuple[int, str]:
        status = main(["server", "--files", str(tmp_path), *words])
        return status, "".join(capsys.readouterr())

    code = counter("desks", "add", "H41.99:1")[1].split()[-1]
    assert "chưa đăng ký" in counter("desks", "list")[1]
    engine = open_database(f"sqlite:///{tmp_path / 'server.db'}")
    Desks(engine).enrol("H41.99:1", code)
    assert "đã đăng ký" in counter("desks", "list")[1]
    assert counter("desks", "revoke", "H41.99:1")[0] == 0
    assert "đã thu hồi" in counter("desks", "list")[1]
    status, said = counter("desks", "revoke", "H41.99:7")
    assert (status, "Không có quầy H41.99:7" in said) == (1, True)
    token = counter("officials", "add", "Chuyên viên Mẫu")[1].split()[-1]
    assert Desks(engine).official(token) == "Chuyên viên Mẫu"
    counter("officials", "revoke", "Chuyên viên Mẫu")
    assert Desks(engine).official(token) is None
    engine.dispose()
    with pytest.raises(SystemExit):
        counter("desks", "dance")


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "server.example.vn"])
def test_other_machines_are_not_served_without_tls(
    tmp_path: Path, host: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["server", "--files", str(tmp_path), "--host", host]) == 1
    assert "TLS" in capsys.readouterr().err


def test_before_the_schema_changes_a_copy_is_kept_and_a_newer_schema_is_refused(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'server.db'}"
    engine = open_database(url)
    with engine.begin() as db:
        db.execute(text("INSERT INTO offices (agency, cursor, quota, used) VALUES ('H41.99', 0, 0, 0)"))
        insert_entries(db, "H41.99", journal_of("H41.99:1", (1, received())))
        for table in ("ledger", "look_ups", "notice_offices", "notices", "owners", "paper_requests", "papers_lent"):
            db.execute(text(f"DROP TABLE {table}"))
        db.execute(text("DROP INDEX entries_evaluated"))
        db.execute(text("DELETE FROM national_lease WHERE name IN ('notices', 'folding')"))
        db.execute(text("UPDATE alembic_version SET version_num = '0009'"))
    engine.dispose()
    engine = open_database(url)
    with engine.begin() as db:
        assert db.execute(text("SELECT token, dossier FROM look_ups")).all() == [("token", CODE)], "receipts of before"
        assert db.execute(text("SELECT number, dossier FROM owners")).all() == [("040190001234", CODE)]
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    copy = create_engine(f"sqlite:///{tmp_path / 'server.db.before-0009'}")
    with copy.begin() as db:
        assert db.execute(text("SELECT version_num FROM alembic_version")).scalar() == "0009"
    with pytest.raises(DatabaseNewer):
        open_database(url)
