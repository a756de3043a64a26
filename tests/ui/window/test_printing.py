"""Papers at the counter: one key prints, what waits is seen and helped, a receipt that is read opens its dossier."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from counter_app.desk import casework
from counter_app.dossier import acts
from counter_app.dossier.model import Dossier
from counter_app.dossier.money import FeeReceipt
from counter_app.procedures.catalogue import Fee
from counter_app.store.print_jobs import JobState
from printing.errors import PaperBrokeOff, PrinterOff
from printing.layout.pictures import page_sizes
from printing.printers.reasons import NO_PAPER
from tests.conftest import MORNING, with_changed
from tests.printing.paper_printers import PaperPrinter
from tests.printing.reading import pages
from tests.ui.window.conftest import BIRTH, DeskAtWork
from tests.ui.window.life import Clock, choose, complete, confirm, receive, says, show, text_of, told
from ui.detail.acts.supplement import SupplementForm
from ui.lookup.page import ListsDialog
from ui.papers.panel import PaperPanel
from ui.papers.papers_view import Papers
from ui.shell.main_window import MainWindow
from ui.widgets.print_bar import PrintBar
from ui.widgets.rows_model import SECOND_LINE

OWNER = "Nguyễn Thị Hường"
FEES = (
    Fee(name="Phí khai thác", kind="phi", amount=21_500),
    Fee(name="Lệ phí hộ tịch", kind="le_phi", amount=8_000),
)


@pytest.fixture
def printers(desk_at_work: DeskAtWork) -> tuple[PaperPrinter, PaperPrinter]:
    """The printer beside the clerk, which is taken first, and the one in the next room."""
    beside, next_room = PaperPrinter("Máy ở quầy"), PaperPrinter("Máy phòng bên")
    desk_at_work.printers = [beside, next_room]
    return beside, next_room


@pytest.fixture
def window(clock: Clock, printers: object, desk_at_work: DeskAtWork) -> MainWindow:
    return desk_at_work.open()


def out_of_paper(printer: PaperPrinter) -> None:
    printer.trouble = PrinterOff(printer=printer.name, reason=NO_PAPER)


def bar_of(papers: Papers) -> PrintBar:
    return papers.paper.preview.bar


def ready(qtbot: QtBot, papers: Papers, form: str = "") -> None:
    """Waits until a paper is on the screen and can be printed."""
    wanted: Callable[[], bool] = lambda: papers.current is not None and form in ("", papers.current.form)  # noqa: E731
    qtbot.waitUntil(lambda: wanted() and bar_of(papers).print.isEnabled())


def press_print(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.keyClick(widget, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


def offered(papers: Papers) -> list[tuple[str, str]]:
    model = papers.model
    return [(offer.form, str(model.index(row, 0).data(SECOND_LINE))) for row, offer in enumerate(model.rows)]


def print_newest(qtbot: QtBot, window: MainWindow, code: str) -> None:
    """Opens the dossier and asks for its newest paper: Ctrl+P shows it, Ctrl+P prints it."""
    show(qtbot, window, code)
    press_print(qtbot, window)
    ready(qtbot, window.detail.prints)
    press_print(qtbot, window)


def stuck(qtbot: QtBot, window: MainWindow) -> str:
    """What the strip says once a paper stands still."""
    standing: Callable[[], bool] = lambda: any(job.failure for job in window.workplace.printing.jobs)  # noqa: E731
    qtbot.waitUntil(standing)
    return window.strip.papers.text()


def test_one_key_prints_the_receipt_and_the_timeline_says_so(
    qtbot: QtBot, window: MainWindow, printers: tuple[PaperPrinter, PaperPrinter]
) -> None:
    code = receive(window, OWNER, BIRTH, "to-khai")
    show(qtbot, window, code)
    press_print(qtbot, window)
    prints = window.detail.prints
    ready(qtbot, prints)
    assert "Máy ở quầy" in bar_of(prints).print.text(), "the button names its printer"
    assert "chưa in" in offered(prints)[0][1]
    press_print(qtbot, window)
    qtbot.waitUntil(lambda: len(told(window)) == 2)
    assert told(window)[0] == "Đã cấp: Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
    (order,) = printers[0].tray
    assert code in text_of(order.pdf) and OWNER in text_of(order.pdf)
    assert OWNER not in order.title, "the printer's queue shows nothing of a person"
    qtbot.waitUntil(lambda: "đã in 25/11/2026 09:00" in offered(prints)[0][1])
    assert not window.strip.papers.isVisible()


def test_a_reprint_is_shown_with_its_number_before_and_after_it_is_printed(
    qtbot: QtBot, window: MainWindow, printers: tuple[PaperPrinter, PaperPrinter]
) -> None:
    code = receive(window, OWNER, BIRTH, "to-khai")
    print_newest(qtbot, window, code)
    prints = window.detail.prints
    qtbot.waitUntil(lambda: bar_of(prints).print.text().startswith("In lại"))
    ready(qtbot, prints)
    assert "Đã in 25/11/2026 09:00" in prints.paper.preview.state.text()
    press_print(qtbot, window)
    qtbot.waitUntil(lambda: len(printers[0].tray) == 2)
    first, second = (text_of(order.pdf) for order in printers[0].tray)
    assert "In lại lần 1" not in first and "In lại lần 1" in second
    qtbot.waitUntil(lambda: "in lại lần 1" in offered(prints)[0][1])
    assert [paper.print_number for paper in window.workplace.desk.dossier(code).papers] == [1, 2]


def test_a_paper_under_way_is_not_asked_for_twice(
    qtbot: QtBot, window: MainWindow, printers: tuple[PaperPrinter, PaperPrinter]
) -> None:
    printers[0].follows = True
    print_newest(qtbot, window, receive(window, OWNER, BIRTH, "to-khai"))
    press_print(qtbot, window)
    qtbot.waitUntil(lambda: bool(printers[0].inside))
    qtbot.waitUntil(lambda: window.strip.papers.text() == "Đang in 1 giấy")
    press_print(qtbot, window)
    assert not bar_of(window.detail.prints).print.isEnabled()
    printers[0].come_out()
    qtbot.waitUntil(lambda: not window.workplace.printing.jobs)
    assert len(printers[0].tray) == 1


def test_a_printer_without_paper_is_told_once_and_the_other_one_takes_over(
    qtbot: QtBot, window: MainWindow, printers: tuple[PaperPrinter, PaperPrinter]
) -> None:
    beside, next_room = printers
    out_of_paper(beside)
    codes = [receive(window, name, BIRTH, "to-khai") for name in (OWNER, "Đặng Văn Khoẻ")]
    for code in codes:
        print_newest(qtbot, window, code)
        stuck(qtbot, window)
    qtbot.waitUntil(lambda: window.strip.papers.text().startswith("2 giấy chờ in"))
    assert "Máy ở quầy" in window.strip.papers.text()
    told = [message.sentence for message in window.messages.history]
    assert sum("đang chờ in" in sentence for sentence in told) == 1, "once for the printer, not for each paper"
    assert all(not window.workplace.desk.dossier(code).papers for code in codes), "nothing counts as given out"

    qtbot.mouseClick(window.strip.papers, Qt.MouseButton.LeftButton)
    waiting = window.waiting
    qtbot.waitUntil(waiting.other.isEnabled)
    assert waiting.isVisible() and not waiting.isModal()
    assert waiting.model.rowCount() == 2 and len(waiting.chosen) == 1
    assert "Máy ở quầy" in waiting.reason.text()
    assert waiting.other.text() == "In bằng máy Máy phòng bên", "where there is only one other, it is named"
    waiting.table.selectAll()
    qtbot.mouseClick(waiting.other, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(next_room.tray) == 2)
    qtbot.waitUntil(lambda: not waiting.isVisible())
    assert all(len(window.workplace.desk.dossier(code).papers) == 1 for code in codes)
    assert not beside.tray and not window.strip.papers.isVisible()


def test_a_printer_that_was_helped_prints_at_once_when_told_so(
    qtbot: QtBot, window: MainWindow, printers: tuple[PaperPrinter, PaperPrinter]
) -> None:
    out_of_paper(printers[0])
    code = receive(window, OWNER, BIRTH, "to-khai")
    print_newest(qtbot, window, code)
    stuck(qtbot, window)
    assert window.detail.prints.paper.preview.state.text() == "Chờ máy in"
    window.waiting.open_list()
    assert any("đang chờ in" in message.sentence for message in window.messages.messages)
    printers[0].trouble = None
    qtbot.mouseClick(window.waiting.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(printers[0].tray) == 1)
    qtbot.waitUntil(lambda: not any("đang chờ in" in message.sentence for message in window.messages.messages))
    qtbot.waitUntil(lambda: bool(window.workplace.desk.dossier(code).papers))


def test_a_paper_that_is_not_wanted_any_more_is_taken_out(
    qtbot: QtBot, window: MainWindow, printers: tuple[PaperPrinter, PaperPrinter]
) -> None:
    out_of_paper(printers[0])
    code = receive(window, OWNER, BIRTH, "to-khai")
    print_newest(qtbot, window, code)
    stuck(qtbot, window)
    window.waiting.open_list()
    qtbot.mouseClick(window.waiting.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.workplace.printing.jobs and not window.waiting.isVisible())
    assert not window.workplace.desk.dossier(code).papers
    ready(qtbot, window.detail.prints)
    window.waiting.open_list()
    assert window.waiting.reason.text() == "Không có giấy nào chờ in." and not window.waiting.cancel.isEnabled()


@pytest.mark.parametrize("came_out", [True, False])
def test_whether_a_broken_off_paper_came_out_is_the_clerks_word(
    qtbot: QtBot, window: MainWindow, printers: tuple[PaperPrinter, PaperPrinter], came_out: bool
) -> None:
    printers[0].trouble = PaperBrokeOff(printer=printers[0].name)
    code = receive(window, OWNER, BIRTH, "to-khai")
    print_newest(qtbot, window, code)
    stuck(qtbot, window)
    assert [job.state for job in window.workplace.printing.jobs] == [JobState.UNSURE]
    qtbot.waitUntil(lambda: "Máy ở quầy" in says(window))
    printers[0].trouble = None
    window.waiting.open_list()
    waiting = window.waiting
    assert waiting.out.isVisible() and waiting.not_out.isVisible() and not waiting.again.isVisible()
    qtbot.mouseClick(waiting.out if came_out else waiting.not_out, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(window.workplace.desk.dossier(code).papers) == 1)
    assert len(printers[0].tray) == (0 if came_out else 1)
    assert window.workplace.desk.dossier(code).papers[0].print_number == 1


def test_what_waited_when_the_window_was_closed_waits_in_the_next_one(
    qtbot: QtBot, desk_at_work: DeskAtWork, clock: Clock, printers: tuple[PaperPrinter, PaperPrinter]
) -> None:
    out_of_paper(printers[0])
    window = desk_at_work.open()
    code = receive(window, OWNER, BIRTH, "to-khai")
    print_newest(qtbot, window, code)
    stuck(qtbot, window)
    desk_at_work.close()
    printers[0].trouble = None
    after = desk_at_work.open()
    qtbot.waitUntil(lambda: bool(after.workplace.desk.dossier(code).papers))
    assert len(printers[0].tray) == 1


def test_the_papers_of_a_dossier_are_offered_the_newest_act_first(
    qtbot: QtBot, window: MainWindow, clock: Clock, printers: tuple[PaperPrinter, PaperPrinter]
) -> None:
    code = receive(window, OWNER, BIRTH, "to-khai")
    clock.turn(hours=1)
    show(qtbot, window, code)
    form = choose(window, acts.ASK_SUPPLEMENT)
    assert isinstance(form, SupplementForm)
    form.reason.setText("Thiếu giấy tờ")
    confirm(qtbot, window, lambda dossier: bool(dossier.pauses))
    prints = window.detail.prints
    ready(qtbot, prints, "supplement_request")
    assert prints.isVisible(), "after an act its paper is shown"
    forms = [form for form, _ in offered(prints)]
    assert forms[0] == "supplement_request" and {"receipt", "slip"} < set(forms)
    press_print(qtbot, window)
    qtbot.waitUntil(lambda: len(printers[0].tray) == 1)
    assert "YÊU CẦU BỔ SUNG" in text_of(printers[0].tray[0].pdf).upper()


def test_taking_money_offers_each_receipt_and_two_keys_print_both(
    qtbot: QtBot, window: MainWindow, printers: tuple[PaperPrinter, PaperPrinter]
) -> None:
    knowledge, day = window.workplace.desk.knowledge, window.workplace.desk.now().date()
    knowledge.catalogue = with_changed(knowledge, BIRTH, day, fees=FEES)
    intake, procedure = window.intake, knowledge.catalogue.get(BIRTH, day)
    assert procedure is not None
    intake.intake.type_person("owner", name=OWNER)
    intake.intake.choose(procedure)
    complete(window)
    with qtbot.waitSignal(intake.intake.received) as received:
        qtbot.keyClick(window, Qt.Key.Key_F9)
    code = received.args[0].code
    papers = intake.done.papers
    ready(qtbot, papers, "receipt")
    press_print(qtbot, window)
    qtbot.waitUntil(lambda: len(printers[0].tray) == 1)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    ready(qtbot, papers, "fee_receipt")
    press_print(qtbot, window)
    qtbot.waitUntil(lambda: len(printers[0].tray) == 2)
    dossier = window.workplace.desk.dossier
    qtbot.waitUntil(lambda: len(dossier(code).papers) == 2)
    qtbot.waitUntil(lambda: papers.current is not None and not papers.current.given)
    ready(qtbot, papers, "fee_receipt")
    press_print(qtbot, window)
    qtbot.waitUntil(lambda: len(dossier(code).papers) == 3)
    printed = [text_of(order.pdf) for order in printers[0].tray[1:]]
    assert {_kind(text, dossier(code)) for text in printed} == {"phi", "le_phi"}
    assert not any("In lại" in text for text in printed)


def _kind(text: str, dossier: Dossier) -> str:
    """Which of the dossier's fee receipts a printed one is."""

    def there(receipt: FeeReceipt) -> bool:
        return f"{receipt.amount:,}".replace(",", ".") in text and receipt.series.split()[-1] in text

    return next(receipt.kind for receipt in dossier.fee_receipts if there(receipt))


def test_dossiers_received_together_get_one_receipt_and_each_its_fee_receipt(
    qtbot: QtBot, window: MainWindow, printers: tuple[PaperPrinter, PaperPrinter]
) -> None:
    desk = window.workplace.desk
    knowledge, day = desk.knowledge, desk.now().date()
    knowledge.catalogue = with_changed(knowledge, BIRTH, day, fees=FEES[:1])
    intake, procedure = window.intake, knowledge.catalogue.get(BIRTH, day)
    assert procedure is not None
    intake.intake.type_person("owner", name=OWNER)
    intake.intake.choose(procedure)
    intake.intake.tick(procedure.components[0].key, originals=1)
    intake.open_batch()
    QApplication.clipboard().setText("Nguyễn Văn Mẫu\nLê Thị Mẫu\n")
    intake.batch.table.paste()
    qtbot.keyClick(window, Qt.Key.Key_F9)
    intake.batch.despite.setText("Bổ sung trong ngày")
    with qtbot.waitSignal(intake.intake.batch_received) as received:
        qtbot.keyClick(window, Qt.Key.Key_F9)
    codes = [arg.code for arg in received.args[0]]
    done = intake.batch_done
    press_print(qtbot, window)
    ready(qtbot, done.papers, "batch_receipt")
    press_print(qtbot, window)
    qtbot.waitUntil(lambda: len(printers[0].tray) == 1)
    assert all(code in text_of(printers[0].tray[0].pdf) for code in codes)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    for count in (2, 3):
        ready(qtbot, done.papers, "fee_receipt")
        assert done.papers.current is not None and not done.papers.current.given
        press_print(qtbot, window)
        qtbot.waitUntil(lambda many=count: len(printers[0].tray) == many)
        qtbot.waitUntil(lambda many=count: _given(window, codes, "fee_receipt") == many - 1)
        shown = done.papers
        qtbot.waitUntil(lambda: sum(1 for row in shown.model.rows if row.given) == count)  # noqa: B023


def _given(window: MainWindow, codes: list[str], form: str) -> int:
    papers = [paper for code in codes for paper in window.workplace.desk.dossier(code).papers]
    return sum(1 for paper in papers if paper.form == form)


def test_three_chosen_dossiers_that_were_handed_over_make_a_list(
    qtbot: QtBot, window: MainWindow, printers: tuple[PaperPrinter, PaperPrinter]
) -> None:
    names = ("Đặng Văn Khoẻ", "Phan Thị Tuyết Nhung", "Hồ Thị Trường")
    codes = [receive(window, name, BIRTH, "to-khai") for name in names]
    for code in codes:
        casework.hand_over(window.workplace.desk, code, "Công chức tư pháp - hộ tịch")
    window.show_screen("lookup")
    lookup = window.lookup
    qtbot.waitUntil(lambda: lookup.model.rowCount() == 3)
    assert not lookup.lists.isVisible(), "one dossier makes no list"
    window.resize(1366, 768)  # where there is room for it, the number stands on the button
    lookup.table.selectAll()
    qtbot.waitUntil(lambda: "3 hồ sơ" in lookup.lists.text())
    press_print(qtbot, window)
    (dialog,) = lookup.findChildren(ListsDialog)
    ready(qtbot, dialog.papers, "hand_over_list")
    assert not dialog.isModal()
    press_print(qtbot, dialog)
    qtbot.waitUntil(lambda: len(printers[0].tray) == 1)
    text = text_of(printers[0].tray[0].pdf)
    assert all(code in text for code in codes)
    dossier = window.workplace.desk.dossier
    given: Callable[[], list[list[str]]] = lambda: [[paper.form for paper in dossier(code).papers] for code in codes]  # noqa: E731
    qtbot.waitUntil(lambda: given() == [["hand_over_list"]] * 3)
    dialog.close()

    window.activateWindow()
    show(qtbot, window, codes[1])
    press_print(qtbot, window)
    ready(qtbot, window.detail.prints)
    assert "hand_over_list" in [form for form, _ in offered(window.detail.prints)], (
        "to be printed again from any of them"
    )


def test_chosen_dossiers_that_were_not_handed_over_make_none_and_that_is_said(qtbot: QtBot, window: MainWindow) -> None:
    for name in ("Đặng Văn Khoẻ", "Phan Thị Tuyết Nhung"):
        receive(window, name, BIRTH, "to-khai")
    window.show_screen("lookup")
    qtbot.waitUntil(lambda: window.lookup.model.rowCount() == 2)
    window.lookup.table.selectAll()
    qtbot.mouseClick(window.lookup.lists, Qt.MouseButton.LeftButton)
    (dialog,) = window.lookup.findChildren(ListsDialog)
    qtbot.waitUntil(dialog.nothing.isVisible)
    assert any("bàn giao" in label.text() for label in dialog.nothing.findChildren(QLabel))


def test_chosen_lines_stay_chosen_when_the_list_is_read_anew(qtbot: QtBot, window: MainWindow) -> None:
    codes = [receive(window, name, BIRTH, "to-khai") for name in ("Đặng Văn Khoẻ", "Phan Thị Tuyết Nhung")]
    window.show_screen("lookup")
    lookup = window.lookup
    qtbot.waitUntil(lambda: lookup.model.rowCount() == 2)
    lookup.table.selectAll()
    receive(window, "Hồ Thị Trường", BIRTH, "to-khai")
    lookup.refresh()
    qtbot.waitUntil(lambda: lookup.model.rowCount() == 3)
    assert sorted(lookup.chosen) == sorted(codes)
    flags = QItemSelectionModel.SelectionFlag
    lookup.table.selectionModel().setCurrentIndex(lookup.model.index(0, 0), flags.ClearAndSelect | flags.Rows)
    assert len(lookup.chosen) == 1


def test_size_copies_and_printer_of_a_form_are_remembered_at_this_desk(
    qtbot: QtBot, desk_at_work: DeskAtWork, clock: Clock, printers: tuple[PaperPrinter, PaperPrinter]
) -> None:
    window = desk_at_work.open()
    code = receive(window, OWNER, BIRTH, "to-khai")

    def open_slip(window: MainWindow) -> Papers:
        show(qtbot, window, code)
        window.detail.show_form("slip")
        ready(qtbot, window.detail.prints, "slip")
        return window.detail.prints

    prints = open_slip(window)
    assert prints.paper.preview.roll.sheets()[0].width() < prints.paper.preview.roll.viewport().width()
    ways = bar_of(prints).ways
    bar_of(prints).more.click()
    assert [ways.paper_size.itemData(row) for row in range(ways.paper_size.count())] == ["80mm", "58mm", "A5", "A6"]
    ways.paper_size.setCurrentIndex(ways.paper_size.findData("A6"))
    ways.paper_size.activated.emit(ways.paper_size.currentIndex())
    ways.copies.setValue(2)
    ways.hide()
    qtbot.waitUntil(lambda: window.workplace.desk.store.print_jobs.choice("slip").copies == 2)
    ready(qtbot, prints, "slip")
    bar_of(prints).choose_printer("Máy phòng bên")
    qtbot.waitUntil(lambda: window.workplace.desk.store.print_jobs.choice("slip").printer == "Máy phòng bên")
    desk_at_work.close()

    again = desk_at_work.open()
    prints = open_slip(again)
    assert "Máy phòng bên × 2" in bar_of(prints).print.text()
    press_print(qtbot, again)
    qtbot.waitUntil(lambda: len(printers[1].tray) == 1)
    (order,) = printers[1].tray
    ((width, height),) = page_sizes(order.pdf)
    assert (round(width), round(height)) == (298, 420), "A6"
    assert order.copies == 2
    assert again.workplace.desk.store.print_jobs.choice("receipt").copies == 1, "other forms are printed as before"


def test_a_digitised_paper_or_sheet_that_is_no_form_is_in_nobodys_journal(
    qtbot: QtBot, window: MainWindow, printers: tuple[PaperPrinter, PaperPrinter]
) -> None:
    code = receive(window, OWNER, BIRTH, "to-khai")
    desk = window.workplace.desk
    show(qtbot, window, code)
    press_print(qtbot, window)
    ready(qtbot, window.detail.prints)
    press_print(qtbot, window)
    qtbot.waitUntil(lambda: len(printers[0].tray) == 1)
    qtbot.waitUntil(lambda: len(told(window)) == 2)
    ready(qtbot, window.detail.prints)
    given = desk.dossier(code).papers[0].file
    window.detail.prints.show_document(code, "Tờ khai", given)
    qtbot.waitUntil(lambda: bar_of(window.detail.prints).print.isEnabled())
    qtbot.waitUntil(lambda: not bar_of(window.detail.prints).print.text().startswith("In lại"))
    press_print(qtbot, window)
    qtbot.waitUntil(lambda: len(printers[0].tray) == 2)
    assert printers[0].tray[1].pdf == desk.store.files.get(given.sha256)
    qtbot.waitUntil(lambda: "Đã in" in window.detail.prints.paper.preview.state.text())
    assert len(desk.dossier(code).papers) == 1


def test_what_is_no_form_at_a_desk_for_training_is_shown_and_saved_with_its_mark(
    qtbot: QtBot, desk_at_work: DeskAtWork, tmp_path: Path
) -> None:
    desk_at_work.training = True
    window = desk_at_work.open()
    assert window.windowTitle().startswith("TẬP HUẤN")
    panel = PaperPanel(window.workplace)
    qtbot.addWidget(panel)
    panel.show_separators("Tờ ngăn", panel._workplace.desk.knowledge.catalogue.get(BIRTH, MORNING.date()))
    qtbot.waitUntil(lambda: panel._made is not None)
    panel.save_to(tmp_path / "tờ ngăn.pdf")
    qtbot.waitUntil((tmp_path / "tờ ngăn.pdf").exists)
    read = pages((tmp_path / "tờ ngăn.pdf").read_bytes())
    assert read and all("KHÔNG CÓ GIÁ TRỊ" in page for page in read)
