"""A newer version of the program comes from the province: over a bad line, to the offices it is for, proved."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from counter_app.config import Server
from counter_app.dossier.clock import VIETNAM
from counter_app.province.commands import NotHours, make_update_key, offer_update
from counter_app.province.serve import running_server
from counter_app.province.update_folder import UpdateFolder
from counter_app.store.store import Store
from counter_app.sync.client import ProvincialServer
from counter_app.sync.pace import BrokenOff, Pace
from counter_app.sync.rounds.updates import fetch_update
from counter_app.updates.errors import UpdateForged
from counter_app.updates.offer import SignedOffer, sign
from counter_app.updates.versions import Versions, offer_of
from tests.updates.packages import LIBRARIES, package

OpenDesk = Callable[[int], Store]
KEY = Ed25519PrivateKey.generate()
PUBLIC = KEY.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


def noon() -> datetime:
    return datetime(2026, 11, 28, 12, tzinfo=VIETNAM)


def versions_of(store: Store) -> Versions:
    return Versions(store.folder, "0.1.0", hashlib.sha256(LIBRARIES).hexdigest())


@contextmanager
def province(store: Store, folder: Path, key: str = PUBLIC) -> Iterator[tuple[ProvincialServer, Server]]:
    with running_server(folder / "server", updates=folder / "offered") as address:
        told = Server(url=address.url, code=address.services.desks.register(store.desk), update_key=key)
        with ProvincialServer(told, store) as server:
            yield server, told


class Breaks:
    """Is stopped after so many looks."""

    def __init__(self, looks: int) -> None:
        self._left = looks

    def __call__(self) -> bool:
        self._left -= 1
        return self._left < 0


def test_a_version_comes_in_pieces_and_goes_on_from_the_byte_it_had_got_to(desk: OpenDesk, tmp_path: Path) -> None:
    store = desk(1)
    versions, file = versions_of(store), package(tmp_path, "0.2.0", size=700)
    offer = offer_of(file)
    UpdateFolder(tmp_path / "offered").put(file, offer, KEY)
    with province(store, tmp_path) as (server, told):
        with pytest.raises(BrokenOff):
            fetch_update(server, told, versions, noon, Pace(lambda: 0, Breaks(1)))
        assert 0 < versions.part(offer).stat().st_size < offer.size
        assert fetch_update(server, told, versions, noon, Pace(lambda: 0, lambda: False))
        assert not fetch_update(server, told, versions, noon, Pace(lambda: 0, lambda: False)), "it is here already"
    assert versions.state.ready == "0.2.0"
    assert versions.current() is None, "the day ends with the version it began with"


def test_a_version_for_other_offices_or_other_hours_is_not_fetched(desk: OpenDesk, tmp_path: Path) -> None:
    store = desk(1)
    versions, file = versions_of(store), package(tmp_path, "0.2.0")
    with province(store, tmp_path) as (server, told):
        for offer in (offer_of(file, ("H41.15",)), offer_of(file, hours=("17:00-07:00",))):
            UpdateFolder(tmp_path / "offered").put(file, offer, KEY)
            assert not fetch_update(server, told, versions, noon, Pace(lambda: 0, lambda: False))
    assert not versions.state.ready


@pytest.mark.parametrize("what", ["of another office", "of another program", "older"])
def test_nothing_is_fetched_of_an_offer_that_is_not_for_this_desk_whatever_the_server_says(
    desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """It is the desk that looks: a server may be staged wrongly, or replay what was signed once for somebody else."""
    store, file = desk(1), package(tmp_path, "0.0.9" if what == "older" else "0.2.0")
    offer = offer_of(file, ("H41.15",) if what == "of another office" else ())
    signed = sign(offer, KEY)
    if what == "of another program":
        said = offer.model_dump_json().replace('"counter"', '"another"')
        signed = SignedOffer(offer=said, signature=base64.b64encode(KEY.sign(said.encode())).decode())
    UpdateFolder(tmp_path / "offered").put(file, offer, KEY)
    monkeypatch.setattr(UpdateFolder, "offer_for", lambda *_: signed)
    refused = pytest.raises(UpdateForged) if what == "of another program" else nullcontext()
    with province(store, tmp_path) as (server, told), refused:
        assert not fetch_update(server, told, versions_of(store), noon, Pace(lambda: 0, lambda: False))
    assert not versions_of(store).folder.exists() and not versions_of(store).state.ready


def test_what_the_technician_types_behind_the_key_are_offices_and_hours(tmp_path: Path) -> None:
    file, key, folder = package(tmp_path, "0.2.0"), tmp_path / "key.pem", tmp_path / "offered"
    make_update_key(key)
    offer_update(folder, file, key, ["H41.15", "17:00-07:00", "11:30-13:30"])
    signed = UpdateFolder(folder).offer_for("H41.15")
    assert signed is not None and UpdateFolder(folder).offer_for("H41.16") is None
    assert signed.unproved().hours == ("17:00-07:00", "11:30-13:30")
    with pytest.raises(NotHours) as refused:
        offer_update(folder, file, key, ["17:00-7h"])
    assert "17:00-7h" in refused.value.sentence()


@pytest.mark.parametrize("more", [-1, 1])
def test_a_package_of_another_size_than_was_signed_is_refused_and_nothing_of_it_is_left(
    desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: int
) -> None:
    store, file = desk(1), package(tmp_path, "0.2.0")
    offer = offer_of(file)
    signed = sign(offer.model_copy(update={"size": offer.size + more}), KEY)
    UpdateFolder(tmp_path / "offered").put(file, offer, KEY)
    monkeypatch.setattr(UpdateFolder, "offer_for", lambda *_: signed)
    with province(store, tmp_path) as (server, told), pytest.raises(UpdateForged):
        fetch_update(server, told, versions_of(store), noon, Pace(lambda: 0, lambda: False))
    assert not versions_of(store).part(offer).exists() and not versions_of(store).state.ready


def test_a_version_somebody_else_signed_is_refused(desk: OpenDesk, tmp_path: Path) -> None:
    store = desk(1)
    file = package(tmp_path, "0.2.0")
    UpdateFolder(tmp_path / "offered").put(file, offer_of(file), Ed25519PrivateKey.generate())
    with province(store, tmp_path) as (server, told), pytest.raises(UpdateForged):
        fetch_update(server, told, versions_of(store), noon, Pace(lambda: 0, lambda: False))
    assert not versions_of(store).state.ready
