"""An act has one home: a made-up row is all it takes for it to be offered, done, folded, described and sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from counter_app.config import sample_profile
from counter_app.desk import casework
from counter_app.desk.desk import Desk, open_desk
from counter_app.dossier.acts import ACTS, explained, moves, possible
from counter_app.dossier.acts.act import Act, NotYourTask, StepIncomplete, StepRefused, Written
from counter_app.dossier.acts.steps import acted
from counter_app.dossier.contradictions import act_again, contradictions
from counter_app.dossier.describing import describe
from counter_app.dossier.description import Description
from counter_app.dossier.fold import fold
from counter_app.dossier.journal import UnknownPayload
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.payload import Payload, Reason
from counter_app.dossier.roles import AT_DESK, Clerk, Task
from counter_app.dossier.states import WORKED, Status
from counter_app.language import sentence, translate
from counter_app.province.national.case import case_of
from counter_app.province.serve import RunningServer, running_server
from counter_app.province.web.timeline import timeline
from counter_app.sync.exchange import sync_once
from tests.conftest import CLERK, MORNING, received
from tests.sync.conftest import gateway


class SiteInspected(Payload):
    """The land was looked at."""

    kind: Literal["site_inspected"] = "site_inspected"
    reason: Reason
    inspector: str = ""


def inspected(dossier: Dossier, payload: SiteInspected, entry: Written) -> Dossier:
    return acted(INSPECT, dossier, Status.STOPPED, entry.at, payload.reason)


def describe_inspected(payload: SiteInspected, dossier: Dossier | None) -> Description:
    by = sentence("made up", "by {inspector}", inspector=payload.inspector) if payload.inspector else ""
    return Description(sentence("made up", "Site inspected"), payload.reason, by=by)


INSPECT = Act(
    name="inspect",
    title="Inspect the site",
    payload=SiteInspected,
    apply=inspected,
    describe=describe_inspected,
    tasks=frozenset({Task.PROCESSING}),
    allowed=WORKED,
    needs=("reason",),
    to=frozenset({Status.STOPPED}),
    business=True,
)


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """The row stands in the table."""
    monkeypatch.setitem(ACTS, INSPECT.kind, INSPECT)


@pytest.fixture
def address(tmp_path: Path) -> Iterator[RunningServer]:
    with running_server(tmp_path / "server") as server:
        yield server


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Desk]:
    """Another desk of the office."""
    profile = sample_profile()
    there = profile.desk.model_copy(update={"number": 7})
    desk = open_desk(
        tmp_path / "other",
        profile.model_copy(update={"desk": there, "receipts": ()}),
        Clerk("Lê Văn Hai", frozenset(Task)),
    )
    yield replace(desk, now=lambda: MORNING)
    desk.store.close()


def exchange(address: RunningServer, *desks: Desk) -> None:
    for desk in (*desks, *desks):
        with gateway(address, desk.store) as server:
            sync_once(desk.store, server)


@pytest.mark.usefixtures("known")
def test_it_is_offered_where_its_row_allows_it_and_done_without_a_use_case_of_its_own(desk: Desk) -> None:
    code = received(desk)
    assert INSPECT in possible(desk.dossier(code), {Task.PROCESSING})
    assert INSPECT not in possible(desk.dossier(code), {Task.CASHIER})
    with pytest.raises(StepIncomplete):
        casework.do_for_reason(desk, code, INSPECT, "  ")
    done = casework.do_for_reason(desk, code, INSPECT, "Ranh giới chưa rõ")
    assert (done.status, done.status_reason) == (Status.STOPPED, "Ranh giới chưa rõ")
    assert INSPECT not in possible(done, AT_DESK)
    with pytest.raises(StepRefused) as refused:
        casework.do_for_reason(desk, code, INSPECT, "Lần nữa")
    assert "Inspect the site" in refused.value.sentence("en")
    cashier = desk.of(Clerk(CLERK.name, frozenset({Task.CASHIER})))
    with pytest.raises(NotYourTask):
        casework.do_for_reason(cashier, code, INSPECT, "Kiểm tra")


@pytest.mark.usefixtures("known")
def test_it_is_sent_folded_by_the_server_and_the_other_desk_and_described_alike(
    desk: Desk, other: Desk, address: RunningServer
) -> None:
    code = received(desk)
    casework.do(desk, code, SiteInspected(reason="Ranh giới chưa rõ", inspector="Trần Văn Đo"))
    exchange(address, desk, other)
    registry = address.services.registry
    assert registry.folded(code).dossier == desk.dossier(code) == other.dossier(code)
    entries = other.store.entries.of_dossier(code)
    newest = describe(entries[-1], other.dossier(code))
    assert newest.in_full(translate) == "Site inspected: Ranh giới chưa rõ (by Trần Văn Đo)"
    page = timeline(registry.entries_of([code])[code], registry.folded(code))[0]
    assert (page.sentence, page.more) == ("Site inspected", ("Ranh giới chưa rõ",)), "the province is not told by whom"


@pytest.mark.usefixtures("known")
def test_the_national_portal_and_the_official_s_page_know_it(desk: Desk) -> None:
    code = received(desk)
    before = desk.dossier(code)
    casework.do_for_reason(desk, code, INSPECT, "Ranh giới chưa rõ")
    case = case_of(desk.store.entries.of_dossier(code))
    assert case is not None
    assert (case.steps[-1].what, case.steps[-1].status) == ("Inspect the site: Ranh giới chưa rõ", Status.STOPPED)
    assert Status.STOPPED in moves(before.status) & explained()


@pytest.mark.usefixtures("known")
def test_where_two_desks_contradict_each_other_it_can_be_done_again(
    desk: Desk, other: Desk, address: RunningServer
) -> None:
    code = received(desk)
    exchange(address, desk, other)
    casework.withdraw(desk, code, "Công dân rút")
    casework.do_for_reason(other, code, INSPECT, "Ranh giới chưa rõ")
    exchange(address, desk, other)
    (conflict,) = contradictions(desk.store.entries.of_dossier(code))
    assert conflict.against is not None
    assert act_again(conflict.entry.read()) is INSPECT
    assert [item.key for item in address.services.registry.folded(code).conflicts] == [conflict.entry.key]


def test_who_does_not_know_it_yet_keeps_it_until_the_update(
    desk: Desk, other: Desk, address: RunningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = received(desk)
    with monkeypatch.context() as newer:
        newer.setitem(ACTS, INSPECT.kind, INSPECT)
        casework.do_for_reason(desk, code, INSPECT, "Ranh giới chưa rõ")
        (exchanged,) = desk.store.entries.own_after(1, 10)
    exchange(address, desk, other)
    with pytest.raises(UnknownPayload):
        exchanged.read()
    folded = address.services.registry.folded(code)
    assert folded.dossier is not None
    assert (folded.dossier.status, folded.conflicts) == (Status.ACCEPTED, (exchanged,))
    monkeypatch.setitem(ACTS, INSPECT.kind, INSPECT)
    assert fold(other.store.entries.of_dossier(code)).dossier == address.services.registry.folded(code).dossier
    assert other.store.journal.rebuild(code) is not None
    assert other.dossier(code).status is Status.STOPPED
