"""How a desk is let in: a code once, a credential of its own, a new one in time; a cut line locks nobody out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest

from counter_app.config import Server
from counter_app.dossier import clock
from counter_app.province.desks import Desks
from counter_app.province.serve import RunningServer
from counter_app.store.store import Store
from counter_app.store.sync_secrets import CREDENTIAL, NEXT
from counter_app.sync.client import ProvincialServer
from counter_app.sync.errors import BadAuthority, CodeRefused, DeskRevoked, InsecureAddress, TokenRefused
from counter_app.sync.exchange import sync_once
from counter_app.sync.waiting import waiting
from tests.dossier.entries import received
from tests.sync.conftest import append, gateway

OpenDesk = Callable[[int], Store]


def test_the_code_is_used_once_however_it_was_typed(desk: OpenDesk, address: RunningServer) -> None:
    store = desk(1)
    code = address.services.desks.register(store.desk)
    with ProvincialServer(Server(url=address.url, code=f" {code.lower()} "), store) as server:
        server.hello()
    credential = store.sync_secrets.get(CREDENTIAL)
    assert len(credential) > 30
    with ProvincialServer(Server(url=address.url), store) as server:
        server.hello()  # without any code: the credential lies in the store
    other = desk(2)
    with ProvincialServer(Server(url=address.url, code=code), other) as server, pytest.raises(CodeRefused):
        server.hello()


def test_a_token_that_ran_out_is_renewed_without_anybody_noticing(desk: OpenDesk, address: RunningServer) -> None:
    store = desk(1)
    append(store, received())
    with gateway(address, store) as server:
        server.hello()
        server._session._token = "ran.out"
        sync_once(store, server)
    assert waiting(store) == (0, 0)


def test_an_old_credential_is_replaced_and_the_old_one_holds_until_then(
    desk: OpenDesk, address: RunningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = desk(1)
    with gateway(address, store) as server:
        server.hello()
    before = store.sync_secrets.get(CREDENTIAL)
    later = lambda: clock.now() + timedelta(days=100)  # noqa: E731
    monkeypatch.setattr(address.services.desks, "_now", later)
    with gateway(address, store) as server:
        server.hello()
    after = store.sync_secrets.get(CREDENTIAL)
    assert after != before and store.sync_secrets.get(NEXT) == ""
    store.sync_secrets.put(**{CREDENTIAL: before, NEXT: after})  # the answer to its first use was lost
    with gateway(address, store) as server:
        server.hello()
    assert store.sync_secrets.get(CREDENTIAL) == after
    store.sync_secrets.put(**{NEXT: "never-known-to-the-server"})
    with gateway(address, store) as server:
        server.hello()
    assert (store.sync_secrets.get(CREDENTIAL), store.sync_secrets.get(NEXT)) == (after, "")


def test_a_desk_that_was_locked_out_says_so_and_comes_back_with_a_new_code(
    desk: OpenDesk, address: RunningServer
) -> None:
    store, desks = desk(1), address.services.desks
    append(store, received())
    with gateway(address, store) as server:
        server.hello()
        desks.revoke(store.desk)
        with pytest.raises(DeskRevoked):
            sync_once(store, server)
    with gateway(address, store) as server, pytest.raises(DeskRevoked):
        server.hello()
    assert waiting(store) == (1, 0)
    code = desks.register(store.desk)
    with ProvincialServer(Server(url=address.url, code=code), store) as server:
        sync_once(store, server)
    assert waiting(store) == (0, 0)


def test_a_credential_the_server_lost_is_named_and_a_new_code_helps(desk: OpenDesk, address: RunningServer) -> None:
    store = desk(1)
    with gateway(address, store) as server:
        server.hello()
    lost: Desks = address.services.desks
    lost.enrol(store.desk, lost.register(store.desk))  # somebody else has enrolled as this desk
    with gateway(address, store) as server, pytest.raises(TokenRefused):
        server.hello()
    with ProvincialServer(Server(url=address.url, code=lost.register(store.desk)), store) as server:
        server.hello()


def test_without_tls_nothing_goes_to_another_machine(desk: OpenDesk) -> None:
    store = desk(1)
    with pytest.raises(InsecureAddress):
        ProvincialServer(Server(url="http://192.0.2.1:8040"), store)
    with pytest.raises(BadAuthority):
        ProvincialServer(Server(url="https://192.0.2.1", authority="/nowhere/ca.pem"), store)


def test_a_profile_of_before_has_its_token_read_as_the_code() -> None:
    assert Server.model_validate({"url": "", "token": "abc"}).code == "abc"
    assert httpx.URL(Server().url).host == ""
