"""One process speaks to the portal at a time, and what a killed one began is neither lost nor doubled."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from sqlalchemy import update

from counter_app.dossier.states import Status
from counter_app.province.database import open_database
from counter_app.province.national.errors import DossierNotTaken
from counter_app.province.national_gateway import NationalGateway
from counter_app.province.national_lease import Lease, LeaseLost
from counter_app.province.national_outbox import (
    NationalOutbox,
    figures,
)
from counter_app.province.services import Services, open_services
from counter_app.province.tables import national_lease
from tests.dossier.entries import AT, CODE, received
from tests.province.conftest import DESK, Journal, free_port
from tests.province.national.fakes import FakeClassic, Object
from tests.province.portal import HAND_OVER, as_file, eventually, gateway_for, statuses
from tests.province.test_processes import Server, serving


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
