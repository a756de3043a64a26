"""The portal fetches scans by addresses that the province signed, and nothing else."""

from __future__ import annotations

import base64
import hashlib
import time
from pathlib import Path

import httpx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.dossier.states import Status
from counter_app.province.file_register import Key
from counter_app.province.national.errors import FileAwaited
from counter_app.province.national_gateway import NationalGateway
from counter_app.province.national_links import FileLinks
from counter_app.province.national_outbox import (
    FILES_WAIT,
    figures,
    letters,
)
from counter_app.province.serve import running_server
from counter_app.province.services import Services
from counter_app.sync.wire import TUS
from tests.dossier.entries import CODE, received
from tests.province.conftest import DESK, Caller, Journal, free_port, scanned
from tests.province.national.fakes import Fake, FakeCentralised, FakeClassic
from tests.province.portal import Hand, eventually, gateway_for, status_at

CONTENT = b"%PDF-1.4 invented"


SHA256 = hashlib.sha256(CONTENT).hexdigest()


def uploaded(desk: Caller, content: bytes) -> None:
    name = hashlib.sha256(content).hexdigest()
    tus = {"Tus-Resumable": TUS}
    metadata = "sha256 " + base64.b64encode(name.encode()).decode()
    made = desk.post("/v2/files", headers=tus | {"Upload-Length": str(len(content)), "Upload-Metadata": metadata})
    assert made.status_code == 201, made.text
    piece = tus | {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
    assert desk.patch(made.headers["Location"], content=content, headers=piece).status_code == 204


def test_a_dossier_waits_for_its_scans_and_the_portal_gets_them(tmp_path: Path, portal: Fake) -> None:
    port, journal = free_port(), Journal()
    settings = gateway_for(portal, public_url=f"http://127.0.0.1:{port}")
    with running_server(tmp_path, port, national=settings) as province, Caller(province) as desk:
        desk.push([journal.write(received()), journal.write(scanned(SHA256, len(CONTENT)), step=2)])
        eventually(lambda: figures(province.services.engine).waiting == 1)
        time.sleep(0.3)
        assert portal.calls == [], "what it names is still at the desk"
        uploaded(desk, CONTENT)
        eventually(lambda: status_at(portal) == Status.ACCEPTED)
        if isinstance(portal, FakeClassic):
            (paper,) = portal.dossiers[CODE]["TaiLieuNop"]
            url = paper["DuongDanTaiTepTin"]
            fetched = httpx.get(url)
            assert (fetched.status_code, fetched.content) == (200, CONTENT)
            assert SHA256 not in url
            assert "261124" not in url
            assert httpx.post(url).status_code == httpx.head(url).status_code == 405
            assert httpx.get(url.rpartition("/")[0] + "/").status_code == 404, "there is no list"
            province.services.links._now = lambda: time.time() + 2 * settings.link_hours * 3600
            over = httpx.get(url)
            assert (over.status_code, CONTENT in over.content) == (410, False)
        else:
            assert isinstance(portal, FakeCentralised)
            assert list(portal.files.values()) == [CONTENT]


def test_a_scan_that_never_comes_is_told_of_after_a_day(services: Services, portal: Fake) -> None:
    clock, journal = Hand(), Journal()
    services.registry.accept(DESK, [journal.write(received()), journal.write(scanned(SHA256, len(CONTENT)), step=2)])
    gateway = NationalGateway(gateway_for(portal), services, clock)
    gateway.turn()
    clock.go(hours=23)
    gateway.turn()
    assert letters(services.engine)[0].attempts == 0
    clock.at += FILES_WAIT
    for _ in range(6):
        gateway.turn()
        clock.go(hours=2)
    (dead,) = letters(services.engine, dead=True)
    assert isinstance(dead.failure, FileAwaited)
    assert portal.created == {}, "no address is given that leads to nothing"


def test_the_address_of_a_file_stays_the_same_for_a_while(services: Services, classic: FakeClassic) -> None:
    moment = [1_800_000_000.0]
    services.links._now = lambda: moment[0]
    key = Key("H41.99", SHA256)
    period = 72 * 3600
    moment[0] -= moment[0] % period
    first = services.links.sign(key, 72)
    moment[0] += period - 1
    assert services.links.sign(key, 72) == first, "so that what is sent again is the same message"
    moment[0] += period
    link = services.links.read(first)
    assert link == (key, False)
    moment[0] += 1
    link = services.links.read(first)
    assert link
    assert link.over


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, 300), letter=st.sampled_from("ABCabc019-_=+/."), cut=st.integers(0, 5))
def test_an_address_that_was_changed_names_nothing(place: int, letter: str, cut: int) -> None:
    links = FileLinks(b"k" * 32)
    token = links.sign(Key("H41.99", SHA256), 72)
    place %= len(token)
    changed = token[:place] + letter + token[place + 1 : len(token) - cut]
    assert changed == token or links.read(changed) is None
    assert FileLinks(b"l" * 32).read(token) is None


def test_forged_addresses_are_refused_and_soon_not_even_looked_at(tmp_path: Path) -> None:
    with running_server(tmp_path) as province:
        for token in ("x", "A" * 120, "...", "%2e%2e%2fserver.db", SHA256):
            assert httpx.get(f"{province.url}/n/{token}").status_code == 404
