"""Two clerks at two desks of one office, a day without a line, and what they find when it is back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.bench.desk import opened_desk
from counter_app.config import sample_profile
from counter_app.desk import casework, receiving, till
from counter_app.desk.casework import NoConflict, NotDoneAgain
from counter_app.desk.desk import Desk
from counter_app.dossier.acts.act import NotYourTask, StepIncomplete, StepRefused
from counter_app.dossier.fold import fold
from counter_app.dossier.journal import EntryKey
from counter_app.dossier.life import Decision
from counter_app.dossier.roles import Clerk, Task
from counter_app.dossier.states import Payment, PayMethod, Status
from counter_app.errors import CounterError
from counter_app.province.serve import RunningServer, running_server
from counter_app.reports import periods
from counter_app.reports.money import cash_report
from counter_app.reports.scope import Scope
from counter_app.sync.exchange import sync_once
from tests.conftest import CLERK, MORNING, SUPERVISOR, filled, receipts_of
from tests.sync.conftest import gateway
from tests.sync.faults import office

OpenDesk = Callable[[int], Desk]
CHARGED = "1.001612"  # a household business, for which a charge is due


@pytest.fixture
def clerk(tmp_path: Path) -> Iterator[OpenDesk]:
    """Opens the desk of a number, at which a clerk of that number sits."""
    with ExitStack() as opened:

        def sits(number: int) -> Desk:
            desk = sit_down(tmp_path, number)
            opened.callback(desk.store.close)
            return desk

        yield sits


def sit_down(folder: Path, number: int) -> Desk:
    profile = sample_profile()
    here = profile.desk.model_copy(update={"number": number})
    minutes = iter(range(100_000))
    desk = opened_desk(
        folder / f"desk-{number}",
        profile.model_copy(update={"desk": here, "receipts": receipts_of(number)}),
        Clerk(f"Cán bộ {number}", frozenset(Task)),
    )
    desk = desk.seconded(SUPERVISOR)
    return replace(desk, now=lambda: MORNING + timedelta(minutes=next(minutes)))


def received(desk: Desk, procedure: str = "1.001193", key: str = "to-khai") -> str:
    draft = filled(desk.new_draft(), procedure, key)
    desk.keep_draft(draft)
    return receiving.receive(desk, draft.id).code


def the_line_is_back(address: RunningServer, *desks: Desk) -> None:
    """Every desk sends and fetches until all have everything."""
    for _ in range(2):
        for desk in desks:
            with gateway(address, desk.store) as server:
                sync_once(desk.store, server)


def waiting(desk: Desk) -> list[str]:
    """The dossiers the look-up shows as contradictory."""
    return [line.code for line in desk.store.find(in_conflict=True)]


def conflict_of(desk: Desk, code: str) -> EntryKey:
    (entry,) = fold(desk.store.entries.of_dossier(code)).conflicts
    return entry.key


def all_agree(address: RunningServer, code: str, *desks: Desk) -> None:
    with gateway(address, desks[0].store) as server:
        state = server.dossier(code)
    for desk in desks:
        assert desk.dossier(code) == state.dossier
        assert desk.store.journal.differing_projections() == []


def test_one_refuses_while_the_other_hands_over_and_a_clerk_sets_the_other_step_aside(
    clerk: OpenDesk, address: RunningServer
) -> None:
    one, two = clerk(1), clerk(2)
    code = received(one)
    the_line_is_back(address, one, two)
    casework.refuse(one, code, "Không thuộc thẩm quyền")
    casework.hand_over(two, code, "Phòng Tư pháp")
    the_line_is_back(address, one, two)
    assert waiting(one) == waiting(two) == [code]
    assert one.store.find("dang huong", in_conflict=True)[0].conflicts == 1

    done = casework.settle_conflict(
        two, code, conflict_of(two, code), Decision.SET_ASIDE, " Hồ sơ đã trả lại người dân "
    )
    assert done.status is Status.NOT_ACCEPTED
    assert waiting(two) == [] and two.store.in_conflict() == 0
    assert waiting(one) == [code], "desk 1 has not heard of it yet"
    the_line_is_back(address, one, two)
    assert waiting(one) == []
    all_agree(address, code, one, two)
    assert len(one.store.entries.of_dossier(code)) == 4, "nothing was dropped"


def test_what_had_no_effect_is_done_again_where_the_dossier_allows_it(clerk: OpenDesk, address: RunningServer) -> None:
    """Desk 2 says it handed the dossier over, which desk 1 had sent back for papers and has them now."""
    one, two = clerk(1), clerk(2)
    code = received(one)
    the_line_is_back(address, one, two)
    casework.ask_for_supplements(one, code, ["Giấy chứng sinh"], "Thiếu giấy")
    casework.hand_over(two, code, "Phòng Tư pháp")
    the_line_is_back(address, one, two)
    conflict = conflict_of(one, code)
    hand_over: Callable[[Desk], object] = lambda desk: casework.hand_over(desk, code, "Phòng Tư pháp")  # noqa: E731

    before = len(one.store.entries.of_dossier(code))
    with pytest.raises(StepRefused):
        casework.settle_conflict(one, code, conflict, Decision.DONE_AGAIN, "Đã đủ giấy", hand_over)
    assert len(one.store.entries.of_dossier(code)) == before, "nothing is settled by a step that is refused"

    casework.take_supplements(one, code)
    done = casework.settle_conflict(one, code, conflict, Decision.DONE_AGAIN, "Đã đủ giấy", hand_over)
    assert (done.status, len(done.hand_overs)) == (Status.IN_PROCESS, 1)
    the_line_is_back(address, one, two)
    assert waiting(one) == waiting(two) == []
    all_agree(address, code, one, two)


def test_two_clerks_settle_the_same_contradiction_differently_and_one_of_them_holds(
    clerk: OpenDesk, address: RunningServer
) -> None:
    one, two = clerk(1), clerk(2)
    code = received(one)
    the_line_is_back(address, one, two)
    casework.ask_for_supplements(one, code, ["Giấy chứng sinh"], "Thiếu giấy")
    casework.hand_over(two, code, "Phòng Tư pháp")
    the_line_is_back(address, one, two)
    conflict = conflict_of(one, code)
    casework.take_supplements(one, code)
    the_line_is_back(address, one, two)

    casework.settle_conflict(one, code, conflict, Decision.SET_ASIDE, "Chưa bàn giao")
    casework.settle_conflict(
        two, code, conflict, Decision.DONE_AGAIN, "Bàn giao lại", lambda desk: casework.hand_over(desk, code, "Tư pháp")
    )
    the_line_is_back(address, one, two)
    all_agree(address, code, one, two)
    assert waiting(one) == waiting(two) == [code], "what was done again against the other's word is seen"
    done = casework.settle_conflict(two, code, conflict_of(two, code), Decision.SET_ASIDE, "Theo bàn số 1")
    assert done.hand_overs == ()
    the_line_is_back(address, one, two)
    assert waiting(one) == waiting(two) == []
    all_agree(address, code, one, two)


def test_a_fee_taken_at_both_desks_is_seen_counted_and_given_back(clerk: OpenDesk, address: RunningServer) -> None:
    one, two = clerk(1), clerk(2)
    code = received(one, CHARGED, "giay-de-nghi")
    due = one.dossier(code).fees_total
    assert due > 0
    the_line_is_back(address, one, two)
    till.take_all_fees(one, code, PayMethod.CASH)
    till.take_all_fees(two, code, PayMethod.CASH)
    the_line_is_back(address, one, two)
    assert waiting(one) == waiting(two) == [code]
    for desk in (one, two):
        assert desk.dossier(code).paid == 2 * due
        assert cash(desk) == 2 * due, "both receipts stand in the day's cash"

    second = two.dossier(code).fee_receipts[-1]
    back: Callable[[Desk], object] = lambda desk: till.give_back(  # noqa: E731
        desk, code, PayMethod.CASH, (second.series, second.number)
    )
    casework.settle_conflict(two, code, conflict_of(two, code), Decision.SET_ASIDE, "Đã trả lại tiền", back)
    the_line_is_back(address, one, two)
    assert waiting(one) == waiting(two) == []
    for desk in (one, two):
        dossier = desk.dossier(code)
        assert (dossier.paid, dossier.payment) == (due, Payment.PAID)
        assert cash(desk) == due, "what was given back is no longer in the drawer"
    all_agree(address, code, one, two)


def cash(desk: Desk) -> int:
    """The cash left in all drawers at the end of the day."""
    table = cash_report(desk.store, Scope(periods.day(MORNING.date()), MORNING))
    assert table.total is not None and isinstance(table.total[-1], int)
    return table.total[-1]


def test_who_may_settle_and_what(clerk: OpenDesk, address: RunningServer) -> None:
    one, two = clerk(1), clerk(2)
    code = received(one)
    with pytest.raises(NoConflict):
        casework.settle_conflict(one, code, EntryKey(one.store.desk, 1), Decision.SET_ASIDE, "Nhầm")
    the_line_is_back(address, one, two)
    casework.refuse(one, code, "Không thuộc thẩm quyền")
    casework.hand_over(two, code, "Phòng Tư pháp")
    the_line_is_back(address, one, two)
    two = two.of(Clerk(CLERK.name, frozenset({Task.RETURNS, Task.CASHIER})))
    conflict = conflict_of(one, code)
    with pytest.raises(NotYourTask):
        casework.settle_conflict(two, code, conflict, Decision.SET_ASIDE, "Nhầm")
    with pytest.raises(StepIncomplete):
        casework.settle_conflict(one, code, conflict, Decision.SET_ASIDE, "  ")
    with pytest.raises(NotDoneAgain):
        casework.settle_conflict(one, code, conflict, Decision.DONE_AGAIN, "Nhầm")
    casework.settle_conflict(one, code, conflict, Decision.SET_ASIDE, "Nhầm")
    with pytest.raises(NoConflict):
        casework.settle_conflict(one, code, conflict, Decision.SET_ASIDE, "Nhầm")


ACTS: dict[str, Callable[[Desk, str], object]] = office.ACTS | {
    "set aside": lambda desk, code: casework.settle_conflict(
        desk, code, first_conflict(desk, code), Decision.SET_ASIDE, "Đã thống nhất"
    ),
    "do again": lambda desk, code: casework.settle_conflict(
        desk,
        code,
        first_conflict(desk, code),
        Decision.DONE_AGAIN,
        "Đã thống nhất",
        lambda there: casework.hand_over(there, code, "Phòng Tư pháp"),
    ),
}
A_WEEK = st.lists(st.tuples(st.integers(1, 2), st.sampled_from(["sync", *ACTS])), max_size=24)


def first_conflict(desk: Desk, code: str) -> EntryKey:
    found = fold(desk.store.entries.of_dossier(code)).conflicts
    return found[0].key if found else EntryKey(desk.store.desk, 1)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=A_WEEK)
def test_whatever_two_clerks_do_and_settle_both_desks_and_the_province_end_alike(
    steps: list[tuple[int, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("office")
    with ExitStack() as opened, running_server(root / "server") as address:
        desks = {number: sit_down(root, number) for number in (1, 2)}
        for desk in desks.values():
            opened.callback(desk.store.close)
        code = received(desks[1], CHARGED, "giay-de-nghi")
        the_line_is_back(address, *desks.values())
        for who, what in steps:
            if what == "sync":
                the_line_is_back(address, desks[who])
                continue
            with suppress(CounterError):  # what the dossier does not allow at that desk is refused there
                ACTS[what](desks[who], code)
        the_line_is_back(address, *desks.values())
        all_agree(address, code, *desks.values())
        entries = desks[1].store.entries.of_dossier(code)
        assert entries == desks[2].store.entries.of_dossier(code)
        receipts = [entry for entry in entries if entry.kind == "fee_receipt_issued"]
        assert len(desks[1].dossier(code).fee_receipts) == len(receipts)
