"""The province hands its dossiers over to the national portal: each once, the newest state, whatever goes wrong."""

from __future__ import annotations

import base64
import hashlib
import os
import signal
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from counter_app import province as provincial_server
from counter_app.cli import main
from counter_app.dossier.journal import Entry, Tip, write
from counter_app.dossier.payloads.business import HandedOver, StatusChanged
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.states import Status
from counter_app.province.commands import list_national
from counter_app.province.database import open_database
from counter_app.province.file_register import Key
from counter_app.province.national.case import case_of
from counter_app.province.national.errors import DossierNotTaken, FileAwaited, HandOverBroken
from counter_app.province.national_gateway import NationalGateway
from counter_app.province.national_lease import Lease, LeaseLost
from counter_app.province.national_links import FileLinks
from counter_app.province.national_outbox import (
    FILES_WAIT,
    NationalOutbox,
    NotForThePortal,
    figures,
    letter,
    letters,
    resend,
)
from counter_app.province.national_settings import BadNationalSettings, GatewaySettings, load_gateway
from counter_app.province.serve import Settings, running_server
from counter_app.province.services import Services, open_services
from counter_app.province.tables import national_lease
from counter_app.sync.wire import TUS
from tests.dossier.entries import AT, CODE, received
from tests.province.conftest import DESK, Caller, Journal, free_port, scanned
from tests.province.national.fakes import Fake, FakeCentralised, FakeClassic, Fault, Object
from tests.province.test_processes import Server, serving

HAND_OVER = HandedOver(from_unit="Một cửa", to_unit="Phòng Tư pháp", given_by="Mẫu")
CONTENT = b"%PDF-1.4 invented"
SHA256 = hashlib.sha256(CONTENT).hexdigest()
PUBLIC = "https://mot-cua.example"


def gateway_for(portal: Fake, **changes: Any) -> GatewaySettings:
    classic = {"dialect": "classic", "username": "nghean", "password": "secret", "madonvi": "H41"}
    other = {"dialect": "centralised", "client_id": "nghean", "client_secret": "secret"}
    national = (classic if isinstance(portal, FakeClassic) else other) | {"url": portal.url, "read_seconds": 5}
    facts = {"national": national, "public_url": PUBLIC, "every_seconds": 0.05, "lease_seconds": 2}
    return GatewaySettings.model_validate(facts | changes)


def as_file(folder: Path, portal: Fake) -> Path:
    path = folder / "national.toml"
    path.write_text(
        f'public_url = "{PUBLIC}"\nevery_seconds = 0.05\nlease_seconds = 2\n\n[national]\ndialect = "classic"\n'
        f'url = "{portal.url}"\nusername = "nghean"\npassword = "secret"\nmadonvi = "H41"\nread_seconds = 5\n'
    )
    return path


@pytest.fixture
def classic() -> Iterator[FakeClassic]:
    fake = FakeClassic()
    yield fake
    fake.close()


@pytest.fixture(params=[FakeClassic, FakeCentralised])
def portal(request: pytest.FixtureRequest) -> Iterator[Fake]:
    """Either service."""
    fake: Fake = request.param()
    yield fake
    fake.close()


class Hand:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.at = AT + timedelta(days=1)

    def __call__(self) -> datetime:
        return self.at

    def go(self, **by: float) -> None:
        self.at += timedelta(**by)


class Days(Journal):
    """A desk that writes an entry an hour: the portal takes two equal steps of one moment for one."""

    def write(self, payload: Payload, dossier: str = CODE, step: int = 1) -> Entry:
        last = self.entries[-1] if self.entries else None
        after = Tip(last.sequence, last.hash) if last else None
        at = AT + timedelta(hours=len(self.entries))
        entry = write(payload, dossier=dossier, step=step, desk=self.desk, clerk="Mẫu", at=at, after=after, salt="salt")
        self.entries.append(entry)
        return entry


def eventually(holds: Callable[[], bool], seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, "it did not come to that"
        time.sleep(0.02)


def status_at(portal: Fake, code: str = CODE) -> int:
    """The status the portal shows; 0 where it does not know the dossier or all of its steps yet."""
    known = portal.dossiers.get(code, {})
    shown = int(known.get("TrangThaiHoSo") or known.get("status", {}).get("TrangThai") or 0)
    steps = portal.steps.get(code, [])
    return shown if steps and int(steps[-1]["TrangThai"]) == shown else 0


def statuses(portal: Fake, code: str) -> list[int]:
    return [int(step["TrangThai"]) for step in portal.steps[code]]


def test_what_a_desk_sends_is_at_the_portal_once_with_its_newest_status(tmp_path: Path, portal: Fake) -> None:
    journal = Journal()
    with (
        running_server(tmp_path, national=gateway_for(portal)) as province,
        Caller(province) as desk,
    ):
        assert desk.push([journal.write(received())]).status_code == 200
        eventually(lambda: status_at(portal) == Status.ACCEPTED)
        desk.push([journal.write(HAND_OVER, step=2)])
        eventually(lambda: status_at(portal) == Status.IN_PROCESS)
        province.services.registry.change_status(CODE, Status.DONE, "", "Chuyên viên Mẫu")
        eventually(lambda: status_at(portal) == Status.DONE)
        eventually(lambda: figures(province.services.engine).waiting == 0)
        told = httpx.get(f"{province.url}/metrics").text
    assert portal.created == {CODE: 1}
    assert statuses(portal, CODE) == [Status.ACCEPTED, Status.IN_PROCESS, Status.DONE]
    assert "counter_national_dead_letters{" in told
    assert "counter_national_last_success_timestamp_seconds{" in told


def test_a_gateway_begun_later_hands_over_what_came_before_it(services: Services, portal: Fake) -> None:
    journal = Journal()
    codes = [f"H41.99-261124-{number:04d}" for number in range(1, 61)]
    for code in codes:
        journal.write(received(), code)
    services.registry.accept(DESK, journal.entries)
    gateway = NationalGateway(gateway_for(portal), services)
    first, second, third = gateway.turn(), gateway.turn(), gateway.turn()
    assert [first and first.sent, second and second.sent, third and third.sent] == [50, 10, 0]
    assert portal.created == dict.fromkeys(codes, 1)


def test_the_portal_is_down_for_a_while_and_catches_up_while_desks_go_on(services: Services, portal: Fake) -> None:
    clock, journal = Hand(), Journal()
    gateway = NationalGateway(gateway_for(portal), services, clock)
    codes = [f"H41.99-261124-{number:04d}" for number in range(1, 9)]
    portal.faults = [Fault.FAULT, Fault.LOST_CALL, Fault.BUSY] * 3
    for number, code in enumerate(codes):
        services.registry.accept(DESK, [journal.write(received(), code)])
        if number < 3:
            done = gateway.turn()
            assert done
            assert done.failed
    assert portal.dossiers == {}
    assert letters(services.engine)[0].failure is not None, "whoever looks sees why it waits"
    services.registry.accept(DESK, [journal.write(HAND_OVER, codes[0], step=2)])
    for _ in range(20):
        clock.go(hours=1)
        gateway.turn()
    assert figures(services.engine).waiting == 0
    assert portal.created == dict.fromkeys(codes, 1)
    assert statuses(portal, codes[0]) == [Status.ACCEPTED, Status.IN_PROCESS]


def test_a_portal_that_is_away_is_no_matter_of_health_or_of_the_desks(tmp_path: Path, classic: FakeClassic) -> None:
    settings = gateway_for(classic)
    classic.close()
    journal = Journal()
    with running_server(tmp_path, national=settings) as province, Caller(province) as desk:
        assert desk.push([journal.write(received())]).status_code == 200
        eventually(lambda: bool(letters(province.services.engine) and letters(province.services.engine)[0].failure))
        assert httpx.get(f"{province.url}/health/ready").status_code == 200
        assert desk.push([journal.write(HAND_OVER, step=2)]).status_code == 200
        eventually(lambda: "counter_national_waiting{" in httpx.get(f"{province.url}/metrics").text)


def test_what_changes_while_it_is_sent_goes_on_waiting_with_its_counts_at_nothing(
    services: Services, classic: FakeClassic
) -> None:
    clock, journal = Hand(), Journal()
    services.registry.accept(DESK, [journal.write(received())])
    lease = Lease(services.engine)
    outbox = NationalOutbox(services.engine, lease, clock)
    assert lease.take()
    outbox.collect()
    (waiting,) = outbox.due(clock(), 10)
    outbox.later(waiting.model_copy(update={"attempts": 3, "refusals": 2}), DossierNotTaken(reason="x"), clock())
    services.registry.accept(DESK, [journal.write(HAND_OVER, step=2)])
    assert outbox.collect() == 1
    outbox.sent(waiting, clock())
    (again,) = outbox.due(clock(), 10)
    assert (again.revision, again.attempts, again.refusals) == (2, 0, 0)
    outbox.sent(again, clock())
    assert outbox.due(clock() + timedelta(days=9), 10) == []
    assert outbox.collect() == 0


PAYLOADS: st.SearchStrategy[Payload] = st.sampled_from(
    [HAND_OVER, *(StatusChanged(status=status) for status in (Status.IN_PROCESS, Status.SUPPLEMENT_REQUESTED))]
)
NUMBERS = count(10)
FAULTS = st.lists(st.sampled_from([fault for fault in Fault if fault not in (Fault.SLOW, Fault.REFUSED)]), max_size=12)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days=st.lists(st.tuples(st.lists(PAYLOADS, max_size=2), FAULTS), min_size=1, max_size=4))
def test_whatever_goes_wrong_with_calls_the_portal_has_each_dossier_once_and_as_it_is(
    services: Services, portal: Fake, days: list[tuple[list[Payload], list[Fault]]]
) -> None:
    portal.forget()
    number = next(NUMBERS)  # another desk with another dossier in each example
    desk, code = f"H41.99:{number}", f"H41.99-261124-{number:04d}"
    services.desks.register(desk)
    clock, journal = Hand(), Days(desk)
    gateway = NationalGateway(gateway_for(portal), services, clock)
    journal.write(received(), code)
    try:
        for payloads, faults in days:
            for payload in payloads:
                journal.write(payload, code, step=len(journal.entries) + 1)
            services.registry.accept(desk, journal.entries)
            portal.faults = list(faults)
            for _ in range(3):
                clock.go(hours=1)
                gateway.turn()
        portal.faults = []
        for _ in range(6):
            clock.go(hours=2)
            gateway.turn()
    finally:
        gateway.stop()
    case = case_of(journal.entries)
    assert case
    assert portal.created == {code: 1}
    assert status_at(portal, code) == case.dossier.status
    assert statuses(portal, code) == [step.status for step in case.steps], "what does not fit did not happen"


def test_a_dossier_that_is_refused_five_times_is_shown_and_sent_again_by_a_person(
    services: Services, database: str, tmp_path: Path, portal: Fake, capsys: pytest.CaptureFixture[str]
) -> None:
    clock, journal = Hand(), Journal()
    services.registry.accept(DESK, [journal.write(received())])
    gateway = NationalGateway(gateway_for(portal), services, clock)
    if isinstance(portal, FakeClassic):  # its look-ups may fail: only the dossier itself is refused
        portal.next_fault = lambda path: Fault.NONE  # type: ignore[method-assign]
        refusing = portal._synchronise
        portal._synchronise = lambda body: portal.bad("Sai mã đơn vị")  # type: ignore[method-assign]
    else:
        portal.faults = [Fault.REFUSED] * 5
    for _ in range(8):
        clock.go(hours=2)
        gateway.turn()
    (dead,) = letters(services.engine, dead=True)
    assert (dead.code, dead.attempts, dead.due_at) == (CODE, 5, None)
    assert isinstance(dead.failure, DossierNotTaken)
    assert figures(services.engine).dead == 1
    assert list_national(Settings(database=database, files=tmp_path)) == 0
    shown = capsys.readouterr().out
    assert CODE in shown
    assert dead.failure.sentence() in shown
    if isinstance(portal, FakeClassic):
        portal._synchronise = refusing  # type: ignore[method-assign]
    gateway.turn()
    assert portal.dossiers == {}, "not before a person said so"
    words = ["server", "--database", database, "--files", str(tmp_path), "national"]
    assert main([*words, "resend", CODE]) == 0
    clock.go(days=4000)  # the command goes by the real time
    gateway.turn()
    assert portal.created == {CODE: 1}
    assert letters(services.engine, dead=True) == letters(services.engine) == []
    sent = letter(services.engine, CODE)
    assert sent
    assert sent.sent_at
    with pytest.raises(NotForThePortal):
        resend(services.engine, "H41.99-261124-9999")
    assert main([*words, "resend", "H41.99-261124-9999"]) == 1


def test_a_dead_letter_is_tried_again_when_its_dossier_changes(services: Services, classic: FakeClassic) -> None:
    clock, journal = Hand(), Journal()
    services.registry.accept(DESK, [journal.write(received())])
    lease = Lease(services.engine)
    outbox = NationalOutbox(services.engine, lease, clock)
    lease.take()
    outbox.collect()
    (waiting,) = outbox.due(clock(), 10)
    outbox.dead(waiting, DossierNotTaken(reason="x"), clock())
    assert outbox.due(clock() + timedelta(days=9), 10) == []
    services.registry.accept(DESK, [journal.write(HAND_OVER, step=2)])
    outbox.collect()
    assert [item.code for item in outbox.due(clock(), 10)] == [CODE]
    assert letters(services.engine, dead=True) == []


def test_a_fault_of_this_program_with_one_dossier_does_not_hold_up_the_others(
    services: Services, classic: FakeClassic, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal()
    for number in (1, 2, 3):
        journal.write(received(), f"H41.99-261124-000{number}")
    services.registry.accept(DESK, journal.entries)
    gateway = NationalGateway(gateway_for(classic), services)
    good = gateway._sender._service.hand_over

    def hand_over(case: Any, *rest: Any) -> None:
        if case.dossier.code.endswith("1"):
            raise ZeroDivisionError
        good(case, *rest)

    monkeypatch.setattr(gateway._sender._service, "hand_over", hand_over)
    done = gateway.turn()
    assert done
    assert (done.sent, done.failed) == (2, 1)
    assert isinstance(letters(services.engine)[0].failure, HandOverBroken)


# --- one process at a time


def test_only_one_process_speaks_until_its_lease_ends(database: str, services: Services) -> None:
    elsewhere = open_database(database)
    here, there = Lease(services.engine), Lease(elsewhere)
    assert here.take()
    assert not there.take()
    assert here.take(), "it is kept"
    here.release()
    assert there.take()
    with services.engine.begin() as db:
        db.execute(update(national_lease).values(until=1))  # its process died a minute ago
    assert here.take()
    assert not there.take()
    elsewhere.dispose()


def test_a_process_that_lost_its_lease_notes_nothing_and_asks_nothing_more(
    services: Services, classic: FakeClassic
) -> None:
    journal = Journal()
    services.registry.accept(DESK, [journal.write(received())])
    late, other = Lease(services.engine), Lease(services.engine)
    outbox = NationalOutbox(services.engine, late)
    late.take()
    outbox.collect()
    (waiting,) = outbox.due(AT + timedelta(days=9000), 10)
    with services.engine.begin() as db:
        db.execute(update(national_lease).values(until=1))
    assert other.take()
    for step in (
        lambda: outbox.read(CODE),
        lambda: outbox.note(CODE, waiting.handed.model_copy(update={"exists": True})),
        lambda: outbox.sent(waiting, AT),
        lambda: outbox.later(waiting, DossierNotTaken(), AT),
        lambda: outbox.due(AT, 1),
    ):
        with pytest.raises(LeaseLost):
            step()
    mine = NationalOutbox(services.engine, other)
    assert mine.due(AT + timedelta(days=9000), 10) == [waiting], "as it was"


def test_two_gateways_at_once_send_every_dossier_once(database: str, services: Services, classic: FakeClassic) -> None:
    journal = Journal()
    for number in range(1, 41):
        journal.write(received(), f"H41.99-261124-{number:04d}")
    elsewhere = open_services(database, Path("unused"))
    gateways = [NationalGateway(gateway_for(classic), item) for item in (services, elsewhere)]
    for gateway in gateways:
        gateway.start()
    for start in range(0, 40, 5):
        services.registry.accept(DESK, journal.entries[start : start + 5])
        time.sleep(0.03)
    eventually(lambda: len(classic.steps) == 40 and figures(services.engine).waiting == 0)
    for gateway in gateways:
        gateway.stop()
    elsewhere.engine.dispose()
    assert classic.asked("DongBoHoSoMC") == 40
    assert classic.asked("CapNhatTienDoHoSoMC") == 40
    assert classic.asked("login") == 1, "the other one said nothing at all"


class Killing(FakeClassic):
    """Takes a dossier, and its caller is dead before the answer comes."""

    victim: Callable[[], None] | None = None

    def _synchronise(self, body: Object) -> Object:
        said = super()._synchronise(body)
        if self.victim:
            self.victim()
            self.victim = None
        return said


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals are how Linux ends processes")
def test_killed_between_the_call_and_its_note_the_next_process_asks_first_and_doubles_nothing(
    tmp_path: Path, database: str
) -> None:
    portal, port, journal = Killing(), free_port(), Journal()
    engine = open_database(database)
    opened = open_services(database, tmp_path / "files")
    opened.desks.register(DESK)
    opened.registry.accept(DESK, [journal.write(received()), journal.write(HAND_OVER, step=2)])
    words = ("--database", database, "--national", str(as_file(tmp_path, portal)))
    first = Server(tmp_path, port, *words)
    portal.victim = first.process.kill
    eventually(lambda: first.process.poll() is not None, 60)
    first.end()
    assert portal.created == {CODE: 1}
    assert portal.steps == {}
    before = portal.asked("DongBoHoSoMC")
    with serving(tmp_path, port, *words) as second:
        eventually(lambda: figures(engine).waiting == 0 and CODE in portal.steps)
        second.process.send_signal(signal.SIGTERM)
        assert second.process.wait(30) == 0
    assert portal.created == {CODE: 1}
    assert statuses(portal, CODE) == [Status.ACCEPTED, Status.IN_PROCESS]
    assert portal.asked("DongBoHoSoMC") == before + 1
    assert portal.calls[-1][0] == "CapNhatTienDoHoSoMC"
    portal.close()
    opened.engine.dispose()
    engine.dispose()


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals are how Linux ends processes")
def test_several_processes_over_one_database_send_once_and_the_others_go_on_after_a_death(
    tmp_path: Path, new_postgres_database: Callable[[], str], classic: FakeClassic
) -> None:
    database, journal = new_postgres_database(), Journal()
    opened = open_services(database, tmp_path / "files")
    opened.desks.register(DESK)
    for number in range(1, 31):
        journal.write(received(), f"H41.99-261124-{number:04d}")
    words = ("--database", database, "--national", str(as_file(tmp_path, classic)))
    with serving(tmp_path, free_port(), *words) as one, serving(tmp_path, free_port(), *words) as two:
        opened.registry.accept(DESK, journal.entries[:15])
        eventually(lambda: len(classic.steps) == 15)
        assert [holds(one), holds(two)].count(True) == 1
        holder = one if holds(one) else two
        holder.end(signal.SIGKILL)
        opened.registry.accept(DESK, journal.entries[15:])
        eventually(lambda: len(classic.steps) == 30)
    assert classic.asked("DongBoHoSoMC") == 30
    assert set(classic.created.values()) == {1}
    opened.engine.dispose()


def holds(server: Server) -> bool:
    told = httpx.get(f"{server.url}/metrics").text.splitlines()
    (line,) = (line for line in told if line.startswith("counter_national_holder{"))
    return line.endswith(" 1")


# --- files


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


# --- settings


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[national]\nurl = 'https://a.example'", "public_url"),
        ("public_url = 'http://a.example'\n[national]\nurl = 'https://a.example'", "public_url"),
        ("public_url = 'https://a.example'\n[national]\nurl = 'http://a.example'", "national.url"),
        ("public_url = 'https://a.example'\n", "national"),
        ("public_url = ", "value"),
    ],
)
def test_faulty_settings_are_named_before_anything_is_served(tmp_path: Path, text: str, named: str) -> None:
    path = tmp_path / "national.toml"
    path.write_text(text)
    with pytest.raises(BadNationalSettings) as failure:
        load_gateway(path)
    assert named in failure.value.sentence()
    assert main(["server", "--files", str(tmp_path), "--national", str(path)]) == 1


def test_the_example_beside_the_unit_file_is_good() -> None:
    assert (
        load_gateway(Path(provincial_server.__path__[0]) / "deploy" / "national.toml.example").national.dialect
        == "classic"
    )
