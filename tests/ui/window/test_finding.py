"""Finding dossiers again, what the province did to them, and doing the next step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from counter_app.config import Server
from counter_app.desk import casework, receiving
from counter_app.dossier import acts
from counter_app.dossier.draft import ComponentTicked, Draft, PersonTyped
from counter_app.dossier.states import Delivery, Status
from counter_app.province.serve import running_server
from tests.sync.conftest import answering
from tests.ui.window.life import choose, confirm
from tests.ui.window.test_every_screen import SMALLEST
from ui.detail.acts.forms import HandOverForm
from ui.detail.acts.returning import ReturnForm
from ui.shell.main_window import MainWindow
from ui.widgets.rows_model import ROW

CITIZENS = ("Nguyễn Thị Hường", "Đặng Văn Khoẻ", "Phan Thị Tuyết Nhung")


def receive(window: MainWindow, name: str, procedure: str = "1.001193", component: str = "to-khai") -> str:
    desk = window.workplace.desk
    draft = Draft(
        id=f"draft-{name}",
        procedure=procedure,
        owner=PersonTyped(name=name),
        components=(ComponentTicked(key=component, originals=1),),
    )
    desk.keep_draft(draft)
    return receiving.receive(desk, draft.id).code


def shown(window: MainWindow) -> list[str]:
    model = window.lookup.model
    return [model.index(row, model.column_of("owner")).data() for row in range(model.rowCount())]


def test_a_name_is_found_without_its_diacritics(qtbot: QtBot, window: MainWindow) -> None:
    for name in CITIZENS:
        receive(window, name)
    window.show_screen("lookup")
    qtbot.waitUntil(lambda: len(shown(window)) == 3)
    qtbot.keyClicks(window.lookup.field, "dang khoe")
    qtbot.waitUntil(lambda: shown(window) == ["Đặng Văn Khoẻ"])
    window.lookup.search("khong co ai")
    qtbot.waitUntil(lambda: shown(window) == [])


def test_where_a_filter_leaves_nothing_the_advice_is_about_the_filter(qtbot: QtBot, window: MainWindow) -> None:
    """“Gõ ít từ hơn” stood there where nothing had been typed."""
    receive(window, CITIZENS[0])
    window.show_screen("lookup")
    qtbot.waitUntil(lambda: len(shown(window)) == 1)
    window.lookup.filter.setCurrentIndex(window.lookup.filter.findData(Status.IN_PROCESS))
    qtbot.waitUntil(lambda: shown(window) == [])
    said = [label.text() for label in window.lookup.findChildren(QLabel) if label.isVisible()]
    assert any("Ctrl+0" in text for text in said) and not any("Gõ ít từ hơn" in text for text in said)


def test_keys_of_the_window_are_not_left_to_a_field_that_would_edit_with_them(window: MainWindow) -> None:
    """On Linux desktops Ctrl+E went to the end of the search field and Ctrl+D deleted a letter of it."""
    for key in (Qt.Key.Key_E, Qt.Key.Key_D):
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
        asked.accept()  # as a field does that wants it
        QApplication.sendEvent(window.lookup.field, asked)
        assert not asked.isAccepted()


def test_the_status_filter_keeps_only_that_status(qtbot: QtBot, window: MainWindow) -> None:
    codes = [receive(window, name) for name in CITIZENS]
    casework.hand_over(window.workplace.desk, codes[1], "Công chức tư pháp - hộ tịch")
    window.show_screen("lookup")
    window.lookup.filter.setCurrentIndex(window.lookup.filter.findData(Status.IN_PROCESS))
    qtbot.waitUntil(lambda: shown(window) == ["Đặng Văn Khoẻ"])


def test_on_the_smallest_screen_acts_are_read_whole_and_the_due_date_is_seen(qtbot: QtBot, window: MainWindow) -> None:
    for name in CITIZENS:
        receive(window, name)
    lookup = window.lookup
    window.show_screen("lookup")
    qtbot.waitUntil(lambda: len(shown(window)) == 3)
    lookup.table.selectAll()
    due, received = lookup.model.column_of("due"), lookup.model.column_of("received")
    window.resize(*SMALLEST)
    qtbot.waitUntil(lambda: lookup.table.isColumnHidden(received))
    for button in (*lookup.acts, lookup.lists, lookup.export):
        qtbot.waitUntil(lambda button=button: button.width() >= QPushButton.sizeHint(button).width())  # type: ignore[misc]
    table = lookup.table
    assert table.columnViewportPosition(due) + table.columnWidth(due) <= table.viewport().width()
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: not table.isColumnHidden(received) and "Ctrl+E" in lookup.export.text())


def test_enter_opens_the_dossier_and_its_life_goes_on(qtbot: QtBot, window: MainWindow) -> None:
    code = receive(window, "Nguyễn Thị Hường")
    desk, detail = window.workplace.desk, window.detail
    window.show_screen("lookup")
    qtbot.waitUntil(lambda: len(shown(window)) == 1)
    qtbot.keyClick(window.lookup.field, "\r")
    qtbot.waitUntil(lambda: detail.isVisible() and detail.timeline.rowCount() == 1)

    form = choose(window, acts.HAND_OVER)
    assert isinstance(form, HandOverForm) and form.to_unit.text() == "Công chức tư pháp - hộ tịch"
    form.to_unit.clear()
    detail.steps.panel.do()
    qtbot.waitUntil(lambda: any(field.error() for field in form.fields.values()))
    assert desk.dossier(code).status is Status.ACCEPTED, "a hand-over needs the unit that takes it"
    form = choose(window, acts.HAND_OVER)
    assert isinstance(form, HandOverForm)
    form.to_unit.setText("Công chức tư pháp - hộ tịch")
    confirm(qtbot, window, lambda dossier: dossier.status is Status.IN_PROCESS)
    event = detail.timeline.index(0, 0).data(ROW)
    assert "Công chức tư pháp - hộ tịch" in event.sentence and not event.conflict

    choose(window, acts.TAKE_RESULTS)
    confirm(qtbot, window, lambda dossier: dossier.status is Status.DONE)
    form = choose(window, acts.RETURN_RESULTS)
    assert isinstance(form, ReturnForm) and form.recipient.text() == "Nguyễn Thị Hường"
    confirm(qtbot, window, lambda dossier: dossier.delivery is Delivery.HANDED_OVER)
    left = [act.name for act in detail.steps.acts]
    assert left == ["correct", "add_papers", "write_note"], "its business is over"


@pytest.mark.slow
def test_what_the_province_did_shows_by_itself(qtbot: QtBot, desk_at_work, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with running_server(tmp_path / "province") as province:
        desk_at_work.server = Server(url=province.url, code=province.services.desks.register("H41.99:1"))
        window = desk_at_work.open()
        code = receive(window, "Nguyễn Thị Hường")
        window.show_screen("lookup")
        window.workplace.changes.written()
        model = window.lookup.model
        qtbot.waitUntil(lambda: model.rowCount() == 1 and not model.row(0).waiting)
        assert "●" in window.strip.line.text()

        province.services.registry.change_status(code, Status.IN_PROCESS, "", "Chuyên viên Sở")
        window.workplace.changes.written()  # wakes the worker, which else looks every twenty seconds
        qtbot.waitUntil(lambda: model.row(0).status is Status.IN_PROCESS)
        window.show_dossier(code)
        qtbot.waitUntil(lambda: window.detail.timeline.rowCount() == 2)
        assert "Chuyên viên Sở" in window.detail.timeline.index(0, 0).data(ROW).by
        desk_at_work.close()


def test_a_server_with_a_fault_is_named_once_and_work_goes_on(qtbot: QtBot, desk_at_work) -> None:  # type: ignore[no-untyped-def]
    with answering(500, b"{}", "application/json") as url:
        desk_at_work.server = Server(url=url, code="token" * 8)
        window = desk_at_work.open()
        qtbot.waitUntil(lambda: len(window.messages.messages) == 1, timeout=15_000)
        assert "mã 500" in window.messages.messages[0].sentence
        assert "mã 500" in window.strip.line.text()
        assert window.intake.isEnabled()
