"""A desk in a hurry: keys pressed twice, cards at the wrong moment; nothing is lost, nothing doubled."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QScrollArea, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from counter_app.dossier import acts
from counter_app.dossier.states import Status
from counter_app.errors import CounterError
from scanning.sources.scanner import InputSource, ScanWish
from tests.scanning.sources.escl_server import NetworkScanner
from tests.ui.window.conftest import BIRTH, CARD, DeskAtWork, begun
from tests.ui.window.life import NUMBER, Clock, burst, choose, complete, receive, says, show
from ui.background.feed import ScanOrder
from ui.pages.scan_choice import remember
from ui.shell.application import speak
from ui.shell.main_window import MainWindow

OTHER = "001088004321||Trần Văn Bình|20121988|Nam|Số 5, phường Ba Đình, thành phố Hà Nội|01022022"
Typing = Callable[[QWidget, str], None]


def twice(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    for _ in range(2):
        QTest.keyClick(window.focusWidget() or window, key)


def active(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def received(window: MainWindow) -> int:
    return len(window.workplace.desk.store.find())


def test_receiving_asked_for_twice_makes_one_dossier(qtbot: QtBot, at_birth: MainWindow) -> None:
    active(qtbot, at_birth)
    complete(at_birth)
    twice(qtbot, at_birth, Qt.Key.Key_F9)
    for _ in range(3):
        at_birth.intake.bar.button.click()
    qtbot.waitUntil(lambda: at_birth.intake.at_receipt)
    twice(qtbot, at_birth, Qt.Key.Key_F9)
    qtbot.wait(300)
    assert received(at_birth) == 1


def test_a_fresh_intake_asked_for_twice_leaves_one_empty_one(qtbot: QtBot, at_birth: MainWindow) -> None:
    active(qtbot, at_birth)
    twice(qtbot, at_birth, Qt.Key.Key_F2)
    twice(qtbot, at_birth, Qt.Key.Key_F2)
    intake, drafts = at_birth.intake.intake, at_birth.workplace.desk.store.drafts
    qtbot.waitUntil(lambda: intake.ready and intake.empty and len(intake.others) == 1)
    assert sorted(draft.owner.name for draft in drafts.all()) == ["", "Nguyễn Thị Hường"]


def test_a_key_that_is_held_prints_one_receipt(qtbot: QtBot, desk_at_work: DeskAtWork) -> None:
    window, tray = begun(desk_at_work.open()), desk_at_work.printers[0].tray
    active(qtbot, window)
    complete(window)
    QTest.keyClick(window, Qt.Key.Key_F9)
    papers = window.intake.done.papers
    qtbot.waitUntil(lambda: window.intake.at_receipt and papers.paper.preview.bar.print.isEnabled())
    hold(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(tray) == 1 and papers.paper.preview.bar.print.isEnabled())
    hold(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier, since_before=True)
    qtbot.wait(300)
    assert len(tray) == 1
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(tray) == 2)


def test_undo_that_is_held_takes_back_one_act(qtbot: QtBot, at_birth: MainWindow) -> None:
    active(qtbot, at_birth)
    intake = at_birth.intake.intake
    for number in range(3):
        at_birth.workplace.undo.did(f"Act {number}", partial(intake.type_person, "owner", phone=str(number)))
    hold(at_birth, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert intake.draft.owner.phone == "2"


def hold(window: MainWindow, key: Qt.Key, held_with: Qt.KeyboardModifier, since_before: bool = False) -> None:
    """Pressed, and sent again and again by the system, as long as it is not let go."""
    for again in range(1 if since_before else 0, 10):
        target = window.focusWidget() or window
        QTest.simulateEvent(target, True, key.value, held_with, "", bool(again), -1)


def test_the_scan_key_pressed_twice_scans_once(
    qtbot: QtBot, at_birth: MainWindow, device: NetworkScanner, address: str
) -> None:
    device.sheets, device.page_seconds = 1, 0.4
    remember(at_birth.workplace.settings, ScanOrder(address, ScanWish(InputSource.FEEDER, 75)))
    active(qtbot, at_birth)
    twice(qtbot, at_birth, Qt.Key.Key_F5)
    intake = at_birth.intake.intake
    qtbot.waitUntil(lambda: len(intake.pages) == 1 and not at_birth.workplace.pages.feeding(intake.holder))
    qtbot.wait(300)
    assert len(device.jobs) + len(device.deleted) == 1 and not says(at_birth), "one order, and no empty feeder"


def test_receiving_asked_for_while_pages_come_follows_once_they_are_here(
    qtbot: QtBot, at_birth: MainWindow, device: NetworkScanner, address: str
) -> None:
    device.sheets, device.page_seconds = 2, 0.4
    remember(at_birth.workplace.settings, ScanOrder(address, ScanWish(InputSource.FEEDER, 75)))
    active(qtbot, at_birth)
    complete(at_birth)
    QTest.keyClick(at_birth, Qt.Key.Key_F5)
    draft = at_birth.intake.intake.holder
    assert at_birth.workplace.pages.feeding(draft)
    QTest.keyClick(at_birth, Qt.Key.Key_F9)
    assert not at_birth.intake.at_receipt
    qtbot.waitUntil(lambda: at_birth.intake.at_receipt)
    (found,) = at_birth.workplace.desk.store.find()
    assert len(at_birth.workplace.desk.store.drafts.pages(found.code)) == 2, "no page was left behind"


def test_a_card_read_while_a_dialog_is_open_is_of_the_intake_below_it(qtbot: QtBot, window: MainWindow) -> None:
    active(qtbot, window)
    window.intake.open_drafts()
    dialog = window.intake.open_intakes
    qtbot.waitUntil(lambda: dialog.isVisible() and dialog.isActiveWindow())
    burst(CARD)
    qtbot.waitUntil(lambda: window.intake.intake.draft.owner.identity_number == NUMBER)
    assert dialog.field.text() == "" and dialog.isVisible(), "no digit of it stays in the dialog"


def test_a_window_asked_for_twice_is_there_once(qtbot: QtBot, at_birth: MainWindow) -> None:
    active(qtbot, at_birth)
    names = [receive(at_birth, name, BIRTH, "to-khai") for name in ("Nguyễn Thị Hường", "Đặng Văn Bảo")]
    at_birth.show_help()
    at_birth.show_help(1)
    at_birth.intake.sources.open_covers()
    at_birth.intake.sources.open_covers()
    at_birth.show_screen("lookup")
    qtbot.waitUntil(lambda: at_birth.lookup.model.rowCount() == len(names))
    at_birth.lookup.table.selectAll()
    at_birth.lookup.print_paper()
    at_birth.lookup.print_paper()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    there = [type(dialog).__name__ for dialog in at_birth.findChildren(QDialog) if dialog.isVisible()]
    assert sorted(there) == ["CoverDialog", "HelpDialog", "ListsDialog"]


def test_two_cards_one_right_after_the_other_ask_whose_the_intake_is(qtbot: QtBot, at_birth: MainWindow) -> None:
    active(qtbot, at_birth)
    at_birth.intake.intake.type_person("owner", name="")
    at_birth.intake.papers.checklist.setFocus()
    burst(CARD)
    qtbot.waitUntil(lambda: at_birth.intake.intake.draft.owner.identity_number == NUMBER)
    burst(OTHER)
    qtbot.waitUntil(lambda: at_birth.intake.newcomer.isVisible())
    assert at_birth.intake.intake.draft.owner.identity_number == NUMBER


def test_two_intakes_and_a_batch_at_once_keep_apart(qtbot: QtBot, at_birth: MainWindow, type_text: Typing) -> None:
    page, intake = at_birth.intake, at_birth.intake.intake
    first = intake.draft.id
    at_birth.show_intake()
    qtbot.waitUntil(lambda: intake.ready and intake.draft.id != first)
    begun(at_birth)
    second = intake.draft.id
    page.open_batch()
    burst(OTHER)
    qtbot.waitUntil(lambda: [owner.name for owner in page.batch.model.rows] == ["Trần Văn Bình"])
    page.take_up(first)
    qtbot.waitUntil(lambda: intake.draft.id == first)
    assert page.at_form and intake.draft.owners == () and page.batch.model.rows == ()
    type_text(page.applicant.owner.phone, "0912000123")
    page.take_up(second)
    qtbot.waitUntil(lambda: intake.draft.id == second)
    assert [owner.name for owner in intake.draft.owners] == ["Trần Văn Bình"] and intake.draft.owner.phone == ""
    drafts = at_birth.workplace.desk.store.drafts
    kept = drafts.get(first)
    assert kept is not None and kept.owner.phone == "0912000123" and kept.owners == ()


def test_the_clock_turned_back_in_mid_day_doubles_no_code_and_loses_no_draft(
    qtbot: QtBot, clock: Clock, window: MainWindow
) -> None:
    codes = set()
    for name, hours in (("Nguyễn Thị Hường", 0), ("Đặng Văn Bảo", -3), ("Hồ Thị Lài", 30)):
        clock.turn(hours=hours)
        begun(window).intake.intake.type_person("owner", name=name)
        complete(window)
        with qtbot.waitSignal(window.intake.intake.received) as made:
            window.intake.intake.receive(another=True)
        codes.add(made.args[0].code)
        qtbot.waitUntil(lambda: window.intake.intake.ready)
    assert len(codes) == 3 == received(window)


def test_a_window_whose_screen_was_unplugged_comes_back_to_one_that_is_there(
    qapp: QApplication, at_birth: MainWindow
) -> None:
    """Qt's own moving leaves it where no screen is."""
    before = at_birth.intake.intake.draft
    at_birth.move(9_000, 9_000)
    qapp.screenRemoved.emit(qapp.primaryScreen())
    there = qapp.primaryScreen().availableGeometry()
    assert there.topLeft() == at_birth.pos() and at_birth.width() <= max(there.width(), at_birth.minimumWidth())
    assert at_birth.intake.intake.draft == before and at_birth.intake.isVisible()


def test_a_menu_of_acts_stays_as_it_is_while_the_pages_of_its_dossier_come_in(qtbot: QtBot, window: MainWindow) -> None:
    """Two keys down, a page was digitised, two keys down: another act was chosen than the one that was seen there."""
    code = receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai")
    show(qtbot, window, code)
    steps = window.detail.steps
    assert steps.seen is not None
    steps.menu.popup(steps.mapToGlobal(QPoint(0, 0)))
    chosen = steps.menu.actions()[3]
    steps.menu.setActiveAction(chosen)
    steps.show_view(steps.seen)
    assert steps.menu.isVisible() and steps.menu.activeAction() is chosen
    other = receive(window, "Trần Văn Bình", BIRTH, "to-khai", number=OTHER[:12])
    show(qtbot, window, other)
    assert not steps.menu.isVisible(), "of another dossier nothing is chosen by mistake"


def test_an_act_confirmed_twice_is_done_once(qtbot: QtBot, window: MainWindow) -> None:
    codes = [receive(window, name, BIRTH, "to-khai") for name in ("Nguyễn Thị Hường", "Đặng Văn Bảo")]
    desk = window.workplace.desk
    show(qtbot, window, codes[0])
    active(qtbot, window)
    choose(window, acts.HAND_OVER)
    panel = window.detail.steps.panel
    twice(qtbot, window, Qt.Key.Key_Return)
    panel.confirm.click()
    qtbot.waitUntil(lambda: panel.form is None)
    window.show_screen("lookup")
    lookup = window.lookup
    qtbot.waitUntil(lambda: lookup.model.rowCount() == 2)
    lookup.table.selectAll()
    lookup.do_on_many(acts.TAKE_RESULTS)
    dialog = lookup.many
    assert dialog is not None
    for _ in range(2):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        dialog.do.click()
    qtbot.waitUntil(lambda: dialog.outcome is not None)
    qtbot.waitUntil(lambda: desk.dossier(codes[0]).status is Status.DONE)
    dialog.reject()
    kinds = [[entry.kind for entry in desk.store.entries.of_dossier(code)] for code in codes]
    assert [(each.count("handed_over"), each.count("results_arrived")) for each in kinds] == [(1, 1), (0, 1)], kinds


def test_another_language_in_mid_intake_leaves_what_was_typed(
    qtbot: QtBot, qapp: QApplication, at_birth: MainWindow, paper: Callable[[str], Path]
) -> None:
    at_birth.intake.sources.add_files("to-khai", [paper("Dân tộc: Kinh")])
    intake = at_birth.intake.intake
    qtbot.waitUntil(lambda: len(intake.pages) == 1)
    before = intake.draft
    try:
        speak(qapp, "en")
        qtbot.wait(100)
        assert intake.draft == before and len(intake.pages) == 1
        complete(at_birth)
        with qtbot.waitSignal(intake.received):
            intake.receive()
    finally:
        speak(qapp, "vi")
    assert received(at_birth) == 1


def test_what_was_typed_as_the_reason_of_an_answer_is_there_again_after_esc(
    qtbot: QtBot, at_birth: MainWindow, type_text: Typing
) -> None:
    page = at_birth.intake
    page.gaps.open_panel()
    qtbot.waitUntil(lambda: page.at_gaps)
    for way, form_text in zip(page.gaps.ways, ("Thiếu chữ ký", "Sai thẩm quyền", "Công dân xin nộp sau"), strict=True):
        page.gaps.choose(way)
        form = page.gaps.form
        assert form is not None
        form.reason.clear()
        type_text(form.reason, form_text)
        qtbot.keyClick(form.reason, Qt.Key.Key_Escape)
        assert page.gaps.form is None
        page.gaps.choose(way)
        assert page.gaps.form is not None and page.gaps.form.reason.text() == form_text
        page.gaps.close_panel()
        page.gaps.open_panel()
        qtbot.waitUntil(lambda: page.at_gaps)


def test_a_message_about_one_person_is_gone_when_another_is_on_the_screen(qtbot: QtBot, at_birth: MainWindow) -> None:
    intake = at_birth.intake.intake
    intake.remove_page(0)
    at_birth.workplace.messages.fail(_fault())
    qtbot.waitUntil(lambda: bool(says(at_birth)))
    at_birth.show_intake()
    qtbot.waitUntil(lambda: intake.ready and says(at_birth) == "")
    assert at_birth.messages.history, "it stays behind the bell"


def _fault() -> CounterError:
    from scanning.errors import FeederEmpty

    return FeederEmpty()


def test_what_was_typed_for_many_dossiers_is_there_again_for_the_same_ones_and_not_for_others(
    qtbot: QtBot, window: MainWindow, type_text: Typing
) -> None:
    for number, name in enumerate(("Nguyễn Thị Hường", "Đặng Văn Bảo")):
        receive(window, name, BIRTH, "to-khai", number=f"0401900{number:05d}")
    window.show_screen("lookup")
    lookup = window.lookup
    qtbot.waitUntil(lambda: lookup.model.rowCount() == 2)
    texts = []
    for select in (lookup.table.selectAll, lookup.table.selectAll, partial(lookup.table.selectRow, 0)):
        select()
        lookup.do_on_many(acts.HAND_OVER)
        dialog = lookup.many
        assert dialog is not None
        texts.append(dialog.unit.text())
        if not texts[-1]:
            type_text(dialog.unit, "Phòng Tư pháp")
        dialog.reject()
    assert texts == ["", "Phòng Tư pháp", ""]


def test_another_procedure_chosen_by_mistake_is_taken_back_with_its_ticks(qtbot: QtBot, at_birth: MainWindow) -> None:
    intake, desk = at_birth.intake.intake, at_birth.workplace.desk
    intake.tick_by_hand("to-khai", originals=2)
    before = intake.draft
    other = desk.knowledge.catalogue.get("1.004222", desk.now().date())
    assert other is not None
    intake.choose(other)
    assert intake.draft.components == () and "Đã đổi thủ tục" in says(at_birth)
    assert at_birth.workplace.undo.undo()
    assert intake.draft == before and intake.procedure is not None and intake.procedure.code == BIRTH


def test_rows_of_a_batch_that_were_taken_out_are_put_back(qtbot: QtBot, at_birth: MainWindow) -> None:
    active(qtbot, at_birth)
    page = at_birth.intake
    page.open_batch()
    burst(OTHER)
    qtbot.waitUntil(lambda: [owner.name for owner in page.batch.model.rows] == ["Trần Văn Bình"])
    page.batch.remove.click()
    assert page.intake.draft.owners == () and "Đã bỏ 1 dòng" in says(at_birth)
    assert at_birth.workplace.undo.undo()
    assert [owner.name for owner in page.batch.model.rows] == ["Trần Văn Bình"] and len(page.intake.draft.owners) == 1


def test_the_wheel_changes_no_list_and_no_number_it_comes_over_and_scrolls_on(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(960, 540)
    window.show_screen("settings")
    page = window.settings
    page.show_room("server")
    scroll = page.rooms.currentWidget()
    assert isinstance(scroll, QScrollArea)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 0)
    number = page.forms["server"].fields["server.file_speed"].editor
    assert isinstance(number, QSpinBox)
    before = number.value()
    number.setFocus()
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
    QApplication.processEvents()
    turn_wheel_over(window, number)
    assert number.value() == before and not page.is_edited
    assert scroll.verticalScrollBar().value() < scroll.verticalScrollBar().maximum()
    page.show_room("display")
    theme = page.forms["display"].fields["display.theme"].editor
    assert isinstance(theme, QComboBox)
    QApplication.processEvents()
    turn_wheel_over(window, theme)
    assert theme.currentIndex() == 0 and not page.is_edited


def turn_wheel_over(window: MainWindow, widget: QWidget) -> None:
    """A notch upwards, as the system says it."""
    handle = window.windowHandle()
    assert handle is not None
    QTest.wheelEvent(handle, QPointF(widget.mapTo(window, widget.rect().center())), QPoint(0, 120))  # type: ignore[attr-defined]
