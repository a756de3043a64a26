"""The province's database was restored: what it lost comes back from the desks, and no cursor of before is believed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from counter_app.dossier.payloads import ComponentDigitised, StatusChanged
from counter_app.dossier.states import Status
from counter_app.province.serve import running_server
from counter_app.store.store import Store
from counter_app.sync.exchange import sync_once
from tests.dossier.entries import CODE, received
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
