"""Two clerks, two desks, a day without a line: what the clerk at this window sees of it, and how it is settled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counter_app.desk import casework, till
from counter_app.desk.desk import Desk, open_desk
from counter_app.dossier import acts
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.roles import Clerk, Task
from counter_app.dossier.states import PayMethod, Status
from counter_app.province.serve import RunningServer, running_server
from counter_app.store.store import Store
from counter_app.sync.exchange import sync_once
from tests.conftest import CLERK, SUPERVISOR, receipts_of
from tests.sync.conftest import gateway
from tests.ui.window.life import receive, says, show, told
from ui.detail.acts.fees import RefundForm
from ui.detail.acts.forms import HandOverForm
from ui.shell.main_window import MainWindow
from ui.widgets.rows_model import ROW

HOUSEHOLD = ("1.001612", "giay-de-nghi")
Meet = Callable[[], None]


@pytest.fixture
def address(tmp_path: Path) -> Iterator[RunningServer]:
    with running_server(tmp_path / "server") as told:
        yield told


@pytest.fixture
def other(window: MainWindow, tmp_path: Path) -> Iterator[Desk]:
    """The desk at the other end of the room."""
    profile = window.workplace.desk.profile
    there = profile.desk.model_copy(update={"number": 2})
    desk = open_desk(
        tmp_path / "other",
        profile.model_copy(update={"desk": there, "receipts": receipts_of(2)}),
        Clerk("Lê Văn Hai", frozenset(Task)),
    )
    desk = desk.seconded(SUPERVISOR)
    yield replace(desk, now=lambda: datetime(2026, 11, 25, 9, 30, tzinfo=VIETNAM))
    desk.store.close()


@pytest.fixture
def line_is_back(window: MainWindow, other: Desk, address: RunningServer) -> Meet:
    def exchange() -> None:
        stores: list[Store] = [window.workplace.desk.store, other.store]
        for store in [*stores, *stores]:
            with gateway(address, store) as server:
                sync_once(store, server)

    return exchange


def shared(window: MainWindow, line_is_back: Meet) -> str:
    code = receive(window, "Nguyễn Thị Hường", *HOUSEHOLD)
    line_is_back()
    return code


def open_conflict(qtbot: QtBot, window: MainWindow, code: str) -> None:
    """From the look-up's mark to both sides of the contradiction."""
    lookup = window.lookup
    window.show_screen("lookup")
    qtbot.waitUntil(lookup.conflicts.isVisible)
    lookup.conflicts.click()
    qtbot.waitUntil(lambda: lookup.filter.currentData() == "conflict" and lookup.model.rowCount() == 1)
    show(qtbot, window, code)
    qtbot.waitUntil(window.detail.conflict.isVisible)
    window.detail.conflict.opener.click()
    assert window.detail.conflict.body.isVisible()


def test_the_clerk_sees_both_sides_and_sets_one_aside(
    qtbot: QtBot, window: MainWindow, other: Desk, line_is_back: Meet
) -> None:
    code = shared(window, line_is_back)
    casework.refuse(window.workplace.desk, code, "Hồ sơ không thuộc thẩm quyền")
    casework.hand_over(other, code, "Phòng Kinh tế", "Phạm Thị Ba")
    line_is_back()
    open_conflict(qtbot, window, code)
    panel = window.detail.conflict
    assert "1 hồ sơ có mâu thuẫn cần xử lý" in window.lookup.conflicts.text()
    assert "Phòng Kinh tế" in panel.without_effect.sentence.text() and "Lê Văn Hai" in panel.without_effect.by.text()
    assert "không thuộc thẩm quyền" in panel.in_effect.sentence.text() and "quầy này" in panel.in_effect.by.text()
    assert "Không được tiếp nhận" in panel.now.sentence.text()
    assert not panel.again.isEnabled() and "Không được tiếp nhận" in panel.note.text(), "and it is said why"

    panel.aside.click()
    assert panel.reason.error(), "no decision without a reason"
    panel.reason_edit.setText("Quầy 1 đã trả hồ sơ cho người dân")
    show(qtbot, window, receive(window, "Đặng Văn Bảo", *HOUSEHOLD, number="040085001236"))
    show(qtbot, window, code)
    qtbot.waitUntil(panel.isVisible)
    panel.opener.click()
    assert panel.reason_edit.text() == "Quầy 1 đã trả hồ sơ cho người dân", "another dossier was looked at meanwhile"
    panel.aside.click()
    qtbot.waitUntil(panel.isHidden)
    qtbot.waitUntil(lambda: "Đã xử lý mâu thuẫn" in says(window))
    timeline = window.detail.timeline
    assert "Quầy 1 đã trả hồ sơ" in told(window)[0] and "Phòng Kinh tế" in told(window)[0], "with the step it is about"
    notes = [timeline.index(row, 0).data(ROW).note for row in range(timeline.rowCount())]
    assert notes[1] == "không có hiệu lực, đã bỏ qua"
    window.show_screen("lookup")
    qtbot.waitUntil(lambda: window.lookup.model.rowCount() == 0 and window.lookup.conflicts.isHidden())
    line_is_back()
    assert other.store.in_conflict() == 0


def test_what_had_no_effect_is_done_again_in_its_form_filled_in(
    qtbot: QtBot, window: MainWindow, other: Desk, line_is_back: Meet
) -> None:
    code = shared(window, line_is_back)
    here = window.workplace.desk
    casework.ask_for_supplements(here, code, ["Bản sao hợp đồng thuê nhà"], "Thiếu giấy tờ")
    casework.hand_over(other, code, "Phòng Kinh tế", "Phạm Thị Ba")
    line_is_back()
    casework.take_supplements(here, code)
    open_conflict(qtbot, window, code)
    panel = window.detail.conflict
    panel.reason_edit.setText("Người dân đã bổ sung")
    panel.again.click()
    form = window.detail.steps.panel.form
    assert isinstance(form, HandOverForm)
    assert (form.to_unit.text(), form.taken_by.text()) == ("Phòng Kinh tế", "Phạm Thị Ba")
    window.detail.steps.panel.do()
    qtbot.waitUntil(panel.isHidden)
    dossier = here.dossier(code)
    assert (dossier.status, len(dossier.hand_overs)) == (Status.IN_PROCESS, 1)
    assert "Người dân đã bổ sung" in told(window)[0]


def test_an_act_chosen_for_itself_settles_nothing(
    qtbot: QtBot, window: MainWindow, other: Desk, line_is_back: Meet
) -> None:
    code = shared(window, line_is_back)
    here = window.workplace.desk
    casework.ask_for_supplements(here, code, ["Bản sao hợp đồng thuê nhà"], "Thiếu giấy tờ")
    casework.hand_over(other, code, "Phòng Kinh tế")
    line_is_back()
    casework.take_supplements(here, code)
    open_conflict(qtbot, window, code)
    window.detail.conflict.reason_edit.setText("Người dân đã bổ sung")
    window.detail.conflict.again.click()
    window.detail.steps.panel.close_form()
    window.detail.steps.choose(acts.HAND_OVER)
    form = window.detail.steps.panel.form
    assert isinstance(form, HandOverForm)
    form.to_unit.setText("Phòng Tư pháp")
    window.detail.steps.panel.do()
    qtbot.waitUntil(lambda: here.dossier(code).status is Status.IN_PROCESS)
    assert here.store.in_conflict() == 1


def test_money_taken_twice_is_given_back_from_the_same_place(
    qtbot: QtBot, window: MainWindow, other: Desk, line_is_back: Meet
) -> None:
    code = shared(window, line_is_back)
    here = window.workplace.desk
    till.take_all_fees(here, code, PayMethod.CASH)
    till.take_all_fees(other, code, PayMethod.CASH)
    line_is_back()
    due = here.dossier(code).fees_total
    open_conflict(qtbot, window, code)
    panel = window.detail.conflict
    assert "hai lần" in panel.note.text() and "0000001" in panel.note.text()
    panel.reason_edit.setText("Đã hoàn lại tiền cho người nộp")
    panel.again.click()
    form = window.detail.steps.panel.form
    assert isinstance(form, RefundForm) and "M2-26T" in form.receipt.currentText(), "the other desk's receipt"
    window.detail.steps.panel.do()
    qtbot.waitUntil(panel.isHidden)
    assert here.dossier(code).paid == due
    assert [fee_receipt.holds for fee_receipt in here.dossier(code).fee_receipts] == [True, False]


def test_who_only_returns_results_sees_it_and_is_told_who_settles(
    qtbot: QtBot, window: MainWindow, other: Desk, line_is_back: Meet
) -> None:
    code = shared(window, line_is_back)
    casework.refuse(window.workplace.desk, code, "Không thuộc thẩm quyền")
    casework.hand_over(other, code, "Phòng Kinh tế")
    line_is_back()
    window.workplace.attendance.sign_in(Clerk(CLERK.name, frozenset({Task.RETURNS})))
    open_conflict(qtbot, window, code)
    panel = window.detail.conflict
    assert not panel.aside.isEnabled() and "Xử lý mâu thuẫn" in panel.note.text()
