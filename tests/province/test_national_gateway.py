"""The province hands its dossiers over to the national portal: each once, the newest state, whatever goes wrong."""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.cli import main
from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.states import Status
from counter_app.province.commands import list_national
from counter_app.province.national.case import case_of
from counter_app.province.national.errors import DossierNotTaken, HandOverBroken
from counter_app.province.national_gateway import NationalGateway
from counter_app.province.national_lease import Lease
from counter_app.province.national_outbox import (
    NationalOutbox,
    NotForThePortal,
    figures,
    letter,
    letters,
    resend,
)
from counter_app.province.serve import Settings, running_server
from counter_app.province.services import Services
from tests.dossier.entries import CODE, received
from tests.province.conftest import DESK, Caller, Journal
from tests.province.national.fakes import Fake, FakeClassic, Fault
from tests.province.portal import HAND_OVER, Days, Hand, eventually, gateway_for, status_at, statuses


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


# --- files


# --- settings
