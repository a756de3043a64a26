"""To whom a desk gives what citizens told it: to the province's server over TLS, and to nobody else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from counter_app.config import Server
from counter_app.province.serve import RunningServer
from counter_app.store.store import Store
from counter_app.sync.client import ProvincialServer
from counter_app.sync.errors import BadAuthority, InsecureAddress, ServerUnreachable, SyncFailure, WrongCertificate
from counter_app.sync.exchange import sync_once
from counter_app.sync.waiting import waiting
from tests.dossier.entries import CODE, received
from tests.sync.conftest import append
from tests.sync.faults.certificates import Authority
from tests.sync.faults.proxy import Answer, FaultyLine

OpenDesk = Callable[[int], Store]
HOME = "127.0.0.1"


@pytest.fixture
def province_ca(tmp_path: Path) -> Authority:
    return Authority(tmp_path, "CA tỉnh mẫu")


def exchange(store: Store, address: RunningServer, url: str, authority: Path | None = None) -> None:
    code = address.services.desks.register(store.desk)
    server = Server(url=url, code=code, authority=str(authority or ""))
    with ProvincialServer(server, store) as province:
        sync_once(store, province)


def test_the_provinces_own_authority_is_trusted_where_the_profile_names_it(
    desk: OpenDesk, address: RunningServer, province_ca: Authority
) -> None:
    store = desk(1)
    append(store, received())
    with FaultyLine(address.url, tls=province_ca.context(HOME)) as line:
        exchange(store, address, line.url, province_ca.file)
    assert waiting(store) == (0, 0)
    assert address.services.registry.folded(CODE).dossier == store.dossier(CODE)


def test_no_byte_goes_to_a_server_whose_certificate_is_not_trusted(
    desk: OpenDesk, address: RunningServer, province_ca: Authority, tmp_path: Path
) -> None:
    store = desk(1)
    append(store, received())
    another = Authority(tmp_path, "CA khác")
    for context, authority in (
        (province_ca.context(HOME), None),  # nobody told this desk of that authority
        (province_ca.context(HOME), another.file),
        (province_ca.context("127.0.0.2"), province_ca.file),  # made for another machine
        (province_ca.context(HOME, days=-1), province_ca.file),  # has run out
    ):
        with FaultyLine(address.url, tls=context) as line:
            with pytest.raises(WrongCertificate):
                exchange(store, address, line.url, authority)
            assert line.seen == []
    with pytest.raises(WrongCertificate):
        exchange(store, address, address.url.replace("http:", "https:"), province_ca.file)  # speaks no TLS at all
    assert waiting(store) == (1, 0)


def test_a_line_that_breaks_over_the_certificate_names_the_certificate_and_any_other_break_does_not(
    desk: OpenDesk, address: RunningServer, province_ca: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Debian 13 tells of it: the server hangs up before our refusal could be sent."""

    def broken(*_: object) -> httpx.Response:
        raise httpx.WriteError("broken") from BrokenPipeError(32, "Broken pipe")

    store = desk(1)
    append(store, received())
    monkeypatch.setattr(httpx.HTTPTransport, "handle_request", broken)
    with FaultyLine(address.url, tls=province_ca.context(HOME)) as line:
        with pytest.raises(WrongCertificate):
            exchange(store, address, line.url)
        with pytest.raises(ServerUnreachable):
            exchange(store, address, line.url, province_ca.file)
        assert line.seen == []


@pytest.mark.parametrize(
    "url", ["http://192.0.2.1:8040", "http://province.example", "http://127.0.0.1.example", "http://localhost.example"]
)
def test_nothing_goes_unprotected_to_another_machine(desk: OpenDesk, url: str) -> None:
    with pytest.raises(InsecureAddress):
        ProvincialServer(Server(url=url, code="code"), desk(1))


def test_an_authority_that_cannot_be_read_is_named(desk: OpenDesk, tmp_path: Path) -> None:
    store, no_pem = desk(1), tmp_path / "ca.pem"
    no_pem.write_text("-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----\n")
    for file in (no_pem, tmp_path / "missing.pem", tmp_path):
        with pytest.raises(BadAuthority) as told:
            ProvincialServer(Server(url="https://province.example", authority=str(file)), store)
        assert file.name in told.value.sentence()


def test_an_upload_is_not_led_to_an_unprotected_place(
    desk: OpenDesk, address: RunningServer, province_ca: Authority
) -> None:
    store = desk(1)
    append(store, received())
    led = Answer(302, more="Location: http://192.0.2.1/portal\r\n")
    with FaultyLine(address.url, lambda _: led, province_ca.context(HOME)) as line, pytest.raises(SyncFailure):
        exchange(store, address, line.url, province_ca.file)
    assert waiting(store) == (1, 0)
