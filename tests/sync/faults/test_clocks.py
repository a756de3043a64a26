"""Desks whose clocks are a day wrong: their papers bear a wrong time, and nothing else is wrong."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest

from counter_app.config import Server, sample_profile
from counter_app.desk import casework, till
from counter_app.dossier import clock
from counter_app.dossier.states import PayMethod, Status
from counter_app.knowledge import load_knowledge
from counter_app.province.serve import RunningServer, running_server
from counter_app.province.tokens import TOKEN_SECONDS
from counter_app.store.store import Store
from counter_app.sync.status import SyncStatus
from counter_app.sync.waiting import waiting
from counter_app.sync.wire import PRODUCT, Hello
from counter_app.sync.worker import SyncWorker
from tests.dossier.entries import received
from tests.sync.conftest import append
from tests.sync.faults.answers import at, said
from tests.sync.faults.office import AtWork, assert_all_alike, at_work
from tests.sync.faults.proxy import FaultyLine

DAY = timedelta(days=1)


@pytest.mark.parametrize("fast", [1, 2])
def test_desks_two_days_apart_order_number_and_exchange_as_if_their_clocks_were_right(
    fast: int, address: RunningServer, tmp_path: Path
) -> None:
    knowledge = load_knowledge()
    with ExitStack() as opened, running_server(tmp_path / "undisturbed") as undisturbed:

        def desk(number: int) -> AtWork:
            code = address.services.desks.register(f"H41.99:{number}")
            ahead = DAY if number == fast else -DAY
            return opened.enter_context(at_work(tmp_path, number, code, knowledge, ahead=ahead))

        one, two = desk(1), desk(2)
        code, other = one.receive(), two.receive()
        everybody = (one, two)

        def exchange() -> None:
            for _ in range(2):
                for each in everybody:
                    each.sync(address.url)

        exchange()
        assert code != other
        casework.ask_for_supplements(two.desk, code, ["Giấy chứng sinh"], "Thiếu giấy")
        exchange()
        casework.take_supplements(one.desk, code)
        till.take_all_fees(one.desk, code, PayMethod.CASH)
        exchange()
        casework.hand_over(two.desk, code, "Phòng Tư pháp")
        till.take_all_fees(two.desk, other, PayMethod.CASH)
        exchange()
        one.scan(code, b"%PDF scan")
        exchange()
        for each in everybody:
            store = each.desk.store
            entries = store.entries.of_dossier(code)
            assert [entry.step for entry in entries] == list(range(1, len(entries) + 1)), "causes before effects"
            assert [entry.at for entry in entries] != sorted(entry.at for entry in entries), "whatever their times say"
            assert each.desk.dossier(code).status is Status.IN_PROCESS
            assert store.in_conflict() == 0
            receipts = [*each.desk.dossier(code).fee_receipts, *each.desk.dossier(other).fee_receipts]
            assert len({(receipt.series, receipt.number) for receipt in receipts}) == len(receipts) == 2
        assert_all_alike(address.services, undisturbed.services, *everybody)


def test_a_clock_that_was_put_right_goes_on_without_a_doubled_number(address: RunningServer, tmp_path: Path) -> None:
    code = address.services.desks.register("H41.99:1")
    knowledge, drawn = load_knowledge(), []
    for ahead in (timedelta(), DAY, timedelta(), -DAY, timedelta()):
        with at_work(tmp_path, 1, code, knowledge, ahead=ahead) as one:
            drawn.append(one.receive())
            till.take_all_fees(one.desk, drawn[-1], PayMethod.CASH)
            one.sync(address.url)
            numbers = [receipt.number for made in drawn for receipt in one.desk.dossier(made).fee_receipts]
            assert one.desk.store.entries.check_own() == 2 * len(drawn)
    assert len(set(drawn)) == len(drawn)
    assert numbers == [1, 2, 3, 4, 5]


def test_a_servers_clock_that_jumps_a_day_costs_one_more_sign_in(
    address: RunningServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = address.services.desks.register("H41.99:1")
    with at_work(tmp_path, 1, code, load_knowledge()) as one, FaultyLine(address.url) as line:
        one.receive()
        one.sync(line.url)
        for jump in (DAY.total_seconds(), 0.0, -DAY.total_seconds()):
            assert abs(jump) > TOKEN_SECONDS or not jump
            monkeypatch.setattr(address.services.desks._tokens, "_now", lambda jump=jump: time.time() + jump)
            line.seen.clear()
            one.receive()
            one.sync(line.url)
            assert sum(request.path == "/v2/sign-in" for request in line.seen) <= 1
        (there,) = [desk for desk in address.services.desks.lines() if desk.desk == "H41.99:1"]
        assert there.last_sequence == one.desk.store.entries.last_sequence() == 4


def test_clocks_a_day_apart_are_shown_and_change_nothing(desk: Callable[[int], Store], address: RunningServer) -> None:
    store = desk(1)
    append(store, received())
    code = address.services.desks.register(store.desk)
    for days in (-1, 1):
        hello = Hello(product=PRODUCT, oldest=2, newest=2, time=clock.now() + timedelta(days=days))
        news: list[SyncStatus] = []
        settled = threading.Event()

        def heard(status: SyncStatus, news: list[SyncStatus] = news, settled: threading.Event = settled) -> None:
            news.append(status)
            if status.clock_ahead is not None:
                settled.set()

        answer = said(200, hello.model_dump(mode="json"))
        with FaultyLine(address.url, at("greeting", answer)) as line:
            profile = sample_profile().model_copy(update={"server": Server(url=line.url, code=code)})
            worker = SyncWorker(store, profile, heard)
            worker.start()
            assert settled.wait(60)
            worker.stop()
        assert news[-1].clock_is_off
        assert abs(news[-1].clock_ahead + timedelta(days=days)) < timedelta(minutes=5)  # type: ignore[operator]
    assert waiting(store) == (0, 0)
