"""The province's database was restored: what it lost comes back from the desks, and no cursor of before is believed."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.payloads.papers import ComponentDigitised
from counter_app.dossier.roles import Role
from counter_app.dossier.states import Status
from counter_app.province.desk_accounts import DeskAccounts
from counter_app.province.serve import running_server
from counter_app.store.store import Store
from counter_app.store.sync_points import BRINGS_BACK, UNPROVED
from counter_app.sync.exchange import sync_once
from tests.dossier.entries import AT, CODE, received
from tests.sync.conftest import append, gateway

OpenDesk = Callable[[int], Store]
OTHER = "H41.99-261124-0002"


def scanned(store: Store, content: bytes) -> ComponentDigitised:
    return ComponentDigitised(component="to-khai", document=store.files.put(content, "application/pdf"), pages=())


def exchange(folder: Path, *stores: Store) -> None:
    with running_server(folder) as address:
        for store in stores:
            with gateway(address, store) as server:
                sync_once(store, server)


def put_back(folder: Path, copy: Path) -> None:
    shutil.rmtree(folder)
    shutil.copytree(copy, folder)


def test_a_restored_province_gets_back_what_it_lost_and_every_desk_what_the_others_wrote(
    desk: OpenDesk, tmp_path: Path
) -> None:
    one, two, folder = desk(1), desk(2), tmp_path / "server"
    append(one, received())
    exchange(folder, one, two)
    shutil.copytree(folder, tmp_path / "backup")
    for status in (Status.IN_PROCESS, Status.DONE):  # after the backup
        append(one, StatusChanged(status=status))
    append(one, scanned(one, b"%PDF scan"))
    exchange(folder, one, two)
    put_back(folder, tmp_path / "backup")
    append(one, received(), OTHER)
    exchange(folder, one)  # the entries of before are numbered anew, and the new one is among them
    exchange(folder, two)
    assert two.dossier(OTHER) == one.dossier(OTHER)
    with running_server(folder) as address, gateway(address, one) as server:
        assert server.dossier(CODE).dossier == one.dossier(CODE)
        assert server.dossier(CODE).awaited == ()


def test_a_desk_that_has_nothing_new_brings_back_what_was_lost_all_the_same(desk: OpenDesk, tmp_path: Path) -> None:
    one, folder = desk(1), tmp_path / "server"
    append(one, received())
    exchange(folder, one)
    shutil.copytree(folder, tmp_path / "backup")
    append(one, scanned(one, b"%PDF scan"))
    exchange(folder, one)
    put_back(folder, tmp_path / "backup")
    exchange(folder, one)
    with running_server(folder) as address, gateway(address, one) as server:
        assert server.dossier(CODE).dossier == one.dossier(CODE)
        assert server.dossier(CODE).awaited == ()


def test_the_same_epoch_is_pulled_from_where_it_was(desk: OpenDesk, tmp_path: Path) -> None:
    one, two, folder = desk(1), desk(2), tmp_path / "server"
    append(one, received())
    exchange(folder, one, two)
    before = two.sync_points.get("cursor")
    exchange(folder, one, two)
    assert two.sync_points.get("cursor") == before > 0
    with running_server(folder) as address:
        address.services.history.begin_anew()
        with gateway(address, two) as server:
            sync_once(two, server)
    assert two.sync_points.get("cursor") == before, "all of it was asked for again, and known"


def test_what_a_lost_desk_and_the_province_wrote_comes_back_from_the_desk_that_has_it(
    desk: OpenDesk, tmp_path: Path
) -> None:
    lost, kept, folder = desk(1), desk(2), tmp_path / "server"
    exchange(folder, lost, kept)
    shutil.copytree(folder, tmp_path / "backup")
    append(lost, received())
    append(lost, scanned(lost, b"%PDF scan"))
    with running_server(folder) as address:  # after the backup
        with gateway(address, lost) as server:
            sync_once(lost, server)
        address.services.registry.change_status(CODE, Status.IN_PROCESS, "Đã giao", "Phạm Thị Sở")
        address.services.desks.add_official("Phạm Thị Sở")
        DeskAccounts(address.services.engine).open("H41.99", "Lê Văn Hai", [Role.CLERK], "Phạm Thị Sở")
    append(lost, received(), OTHER)
    exchange(folder, lost, kept)
    known = kept.dossier(CODE)
    for file in folder.glob("server.db*"):  # the disk with the files is sound, the database is put back, desk 1 is gone
        file.unlink()
    shutil.copy(tmp_path / "backup" / "server.db", folder)
    with running_server(folder) as address:
        address.services.history.begin_anew()
        with gateway(address, kept) as server:
            sync_once(kept, server)
            assert server.dossier(CODE).dossier == known and server.dossier(OTHER).dossier == kept.dossier(OTHER)
            assert server.dossier(CODE).awaited == (), "the file lies there, and is known again"
        accounts = DeskAccounts(address.services.engine).of_office("H41.99")
        assert [account.name for account in accounts] == ["Lê Văn Hai"]
        standing = address.services.history.standing("H41.99:1", "", 0)
        assert standing.last_sequence == 3 and standing.last_hash == lost.entries.seal(3)
        assert kept.sync_points.get(BRINGS_BACK) == kept.sync_points.get(UNPROVED) == 0
        with gateway(address, lost) as server:  # and if desk 1 is found again, all is as it was
            append(lost, StatusChanged(status=Status.DONE))
            sync_once(lost, server)
            assert server.dossier(CODE).dossier == lost.dossier(CODE)
    assert lost.entries.check_own() == 4


def test_what_the_province_writes_after_a_restore_bears_no_number_of_what_was_lost(
    desk: OpenDesk, tmp_path: Path
) -> None:
    one, folder = desk(1), tmp_path / "server"
    append(one, received())
    append(one, received(), OTHER)
    exchange(folder, one)
    shutil.copytree(folder, tmp_path / "backup")
    with running_server(folder) as address:
        address.services.registry.change_status(CODE, Status.IN_PROCESS, "", "Sở")
        with gateway(address, one) as server:
            sync_once(one, server)
    put_back(folder, tmp_path / "backup")
    time.sleep(1.1)  # numbers leap a second a number
    with running_server(folder) as address:  # the technician forgot to begin an epoch
        address.services.registry.change_status(OTHER, Status.IN_PROCESS, "", "Sở")
        address.services.history.begin_anew()
        with gateway(address, one) as server:
            sync_once(one, server)
            for code in (CODE, OTHER):
                assert server.dossier(code).dossier == one.dossier(code)
                assert len(one.entries.of_dossier(code)) == 2
    assert one.quarantine.count() == 0


def test_entries_that_nothing_proves_stay_and_are_counted_until_their_desk_brings_them(
    desk: OpenDesk, tmp_path: Path
) -> None:
    writer, kept, folder = desk(1), desk(2), tmp_path / "server"
    exchange(folder, writer, kept)
    shutil.copytree(folder, tmp_path / "backup")
    append(writer, received())
    exchange(folder, writer, kept)
    kept.db.execute("DELETE FROM entry_proofs")  # they came before there were any
    put_back(folder, tmp_path / "backup")
    for _ in range(2):
        exchange(folder, kept)
        assert kept.sync_points.get(UNPROVED) == 1
    with running_server(folder) as address:
        assert address.services.registry.pull("H41.99:2", 0, 10).entries == ()
    exchange(folder, writer, kept)
    assert kept.sync_points.get(UNPROVED) == 0 and kept.dossier(CODE) == writer.dossier(CODE)


def test_days_that_were_signed_are_laid_down_again_at_a_restored_province(desk: OpenDesk, tmp_path: Path) -> None:
    one, folder = desk(1), tmp_path / "server"
    append(one, received())
    exchange(folder, one)
    shutil.copytree(folder, tmp_path / "backup")
    one.digests.close_days(AT + timedelta(days=1))
    exchange(folder, one)
    put_back(folder, tmp_path / "backup")
    with running_server(folder) as address:
        address.services.history.begin_anew()
        with gateway(address, one) as server:
            sync_once(one, server)
            assert server.anchored() == tuple(one.digests.all()) != ()
