"""A head of office looks at the reports of a desk, and takes them along."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from counter_app.dossier.clock import VIETNAM
from counter_app.errors import CounterError
from counter_app.reports import periods
from counter_app.reports.offered import REPORTS, Question
from counter_app.reports.settlement import ReportUnsound
from counter_app.tables import shown
from tests.reports.filled_desk import filled_desk
from tests.ui.window.life import says
from tests.ui.window.test_every_screen import SMALLEST
from tests.ui.window.test_finding import receive
from ui.reports.names import period_said, report_name
from ui.reports.page import ReportsPage
from ui.shell.application import speak
from ui.shell.main_window import MainWindow

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=VIETNAM)


@pytest.fixture(scope="module")
def weeks_of_work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a desk with some weeks of work behind it."""
    folder = tmp_path_factory.mktemp("weeks") / "desk"
    with filled_desk(folder, 120, NOW):
        return folder


@pytest.fixture
def busy(desk_at_work: Any, weeks_of_work: Path, qtbot: QtBot) -> MainWindow:
    """The window of a desk with some weeks of work behind it, at its reports."""
    shutil.copytree(weeks_of_work, desk_at_work.folder, dirs_exist_ok=True)
    window: MainWindow = desk_at_work.open()
    window.show_screen("reports")
    qtbot.waitUntil(lambda: window.reports.answer is not None)
    return window


@pytest.fixture
def look(qtbot: QtBot) -> Callable[[ReportsPage, str], ReportsPage]:
    """Chooses a report and waits until it is on the screen."""

    def at(page: ReportsPage, key: str) -> ReportsPage:
        page.choose(key)
        qtbot.waitUntil(lambda: page.answer is not None and page.answer.report.key == key)
        return page

    return at


Look = Callable[[ReportsPage, str], ReportsPage]


def cells(page: ReportsPage) -> list[list[str]]:
    model = page.view.table.model
    return [[model.index(row, place).data() for place in range(model.columnCount())] for row in range(model.rowCount())]


def period_shown(page: ReportsPage) -> str:
    return page.period.shown.text()


def wait_for_year(qtbot: QtBot, page: ReportsPage) -> None:
    page.period.choose("year")
    qtbot.waitUntil(lambda: page.answer is not None and page.answer.question.scope.period.name == "Năm 2026")


@pytest.mark.parametrize("key", [item.key for item in REPORTS])
def test_each_report_shows_its_lines(qtbot: QtBot, busy: MainWindow, look: Look, key: str) -> None:
    page = look(busy.reports, key)
    if page.period.way.isVisible():
        wait_for_year(qtbot, page)
    assert page.answer is not None
    table, rows = page.answer.sheet.table, page.answer.sheet.rows
    assert page.view.isVisible() and page.view.title.text() == table.title
    expected = [*rows, *([table.total] if table.total else [])]
    assert cells(page) == [
        [shown(cell, column.kind) for cell, column in zip(row, table.columns, strict=True)] for row in expected
    ]
    assert len(rows) > 0
    assert [chart.bars for chart in page.view.charts] == list(page.answer.charts)
    assert busy.messages.messages == []


def test_the_arrows_go_from_period_to_period_as_the_regulation_cuts_them(
    qtbot: QtBot, busy: MainWindow, look: Look
) -> None:
    page = look(busy.reports, "bieu-06a")
    assert period_shown(page) == "Tháng 12 năm 2026: 15/11/2026 – 14/12/2026"
    assert not page.period.forth.isEnabled(), "nothing has come in after today"
    qtbot.keyClick(page.list, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert period_shown(page) == "Tháng 11 năm 2026: 15/10/2026 – 14/11/2026"
    qtbot.waitUntil(lambda: "15/10/2026" in page.view.subtitle.text())
    page.period.choose("quarter")
    assert period_shown(page) == "Quý IV năm 2026: 15/09/2026 – 14/12/2026"
    qtbot.waitUntil(lambda: "15/09/2026" in page.view.subtitle.text())
    page.period.back.click()
    assert period_shown(page) == "Quý III năm 2026: 15/06/2026 – 14/09/2026"
    page.period.forth.click()
    assert period_shown(page) == "Quý IV năm 2026: 15/09/2026 – 14/12/2026"


def test_any_days_can_be_chosen_and_the_arrows_keep_their_length(qtbot: QtBot, busy: MainWindow, look: Look) -> None:
    page = look(busy.reports, "khoi-luong")
    page.period.choose("span")
    page.period.first.setDate(page.period.first.date().fromString("02/11/2026", "dd/MM/yyyy"))
    page.period.last.setDate(page.period.last.date().fromString("06/11/2026", "dd/MM/yyyy"))
    page.period.back.click()
    period = page.period.period
    assert (f"{period.first:%d/%m}", f"{period.last:%d/%m}") == ("28/10", "01/11")
    qtbot.waitUntil(lambda: "từ ngày 28/10/2026 đến ngày 01/11/2026" in page.view.subtitle.text().lower())


def test_the_cash_report_is_of_today_whatever_period_the_others_have(busy: MainWindow, look: Look) -> None:
    page = look(busy.reports, "phi-le-phi")
    look(page, "quy-cuoi-ngay")
    assert page.period.period.title == "Ngày 25/11/2026"
    assert page.nothing(page.report.asks).isVisible(), "nothing was taken today, and the screen says so"
    look(page, "phi-le-phi")
    assert page.period.period.name == "Tháng 12 năm 2026"


def test_a_book_is_chosen_by_its_field_and_read_page_by_page(
    qtbot: QtBot, busy: MainWindow, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("counter_app.desk.report_answers.PAGE", 10)
    monkeypatch.setattr("ui.reports.table.PAGE", 10)
    page = look(busy.reports, "so-theo-doi")
    wait_for_year(qtbot, page)
    place = page.field.findData("Hộ tịch")
    page.field.setCurrentIndex(place)
    page.field.activated.emit(place)
    qtbot.waitUntil(lambda: "Lĩnh vực: Hộ tịch" in page.view.subtitle.text())
    assert page.answer is not None
    count = page.answer.sheet.count
    assert count > 10 and page.field.currentText() == f"Hộ tịch ({count})"
    assert len(cells(page)) == 10 and page.view.table.where.text() == f"Dòng 1–10 trong tổng số {count}"
    page.view.table.after.click()
    qtbot.waitUntil(lambda: cells(page)[0][0] == "11")
    assert page.view.table.before.isEnabled()


def test_a_report_is_saved_as_a_spreadsheet_with_all_its_pages(
    qtbot: QtBot, busy: MainWindow, look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("counter_app.desk.report_answers.PAGE", 5)
    page = look(busy.reports, "qua-han")
    assert page.answer is not None and page.answer.sheet.count > 5
    page.files.spreadsheet.click()
    dialog = next(item for item in busy.findChildren(QFileDialog) if item.isVisible())
    assert dialog.selectedFiles()[0].endswith("qua-han-2026-11-25.xlsx")
    target = tmp_path / "quá hạn.xlsx"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    qtbot.waitUntil(lambda: bool(says(busy)))
    assert "quá hạn.xlsx" in says(busy)
    rows = CalamineWorkbook.from_path(target).get_sheet_by_index(0).to_python()
    codes = [row[1] for row in rows if str(row[1]).startswith("H41.99-")]
    assert len(codes) == page.answer.sheet.count
    assert codes[:5] == [row[1] for row in cells(page)]


def test_a_report_is_saved_as_pdf(qtbot: QtBot, busy: MainWindow, look: Look, tmp_path: Path) -> None:
    page = look(busy.reports, "bieu-06a")
    page.files.save_pdf(tmp_path / "06a.pdf")
    qtbot.waitUntil(lambda: bool(says(busy)))
    document = pypdfium2.PdfDocument(tmp_path / "06a.pdf")
    text = " ".join(document[0].get_textpage().get_text_range().split())
    assert "Biểu số II.06a/VPCP/KSTT" in text and "ỦY BAN NHÂN DÂN PHƯỜNG SAO MAI" in text
    assert "Đơn vị nhận báo cáo: Văn phòng Ủy ban nhân dân tỉnh" in text
    total = " ".join(cells(page)[-1][2:])
    assert f"Tổng cộng {total}" in text


def test_a_folder_that_takes_no_file_is_said(qtbot: QtBot, busy: MainWindow, look: Look, tmp_path: Path) -> None:
    page = look(busy.reports, "bieu-06a")
    (tmp_path / "file").write_text("")
    page.files.save_pdf(tmp_path / "file" / "06a.pdf")
    qtbot.waitUntil(lambda: bool(busy.messages.messages))
    assert "Không lưu được" in busy.messages.messages[0].sentence
    assert page.files.pdf.isVisible()


def test_a_report_is_printed_from_its_preview(qtbot: QtBot, busy: MainWindow, look: Look, desk_at_work: Any) -> None:
    page = look(busy.reports, "chi-so-766")
    page.print_paper()
    qtbot.waitUntil(page.preview.paper.preview.bar.print.isEnabled)
    page.print_paper()
    qtbot.waitUntil(lambda: len(desk_at_work.printers[0].tray) == 1)
    qtbot.keyClick(page.preview, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.view.isVisible)


def test_enter_opens_the_dossier_of_a_line(qtbot: QtBot, busy: MainWindow, look: Look) -> None:
    page = look(busy.reports, "qua-han")
    code = cells(page)[1][1]
    view = page.view.table.view
    view.setCurrentIndex(page.view.table.model.index(1, 4))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: busy.detail.isVisible() and busy.detail.timeline.rowCount() > 0)
    assert busy.workplace.desk.dossier(code).owner.name == cells(page)[1][4]
    before = page.answer
    busy.detail.left.emit()
    assert page.isVisible(), "who came from the reports goes back to them"
    qtbot.waitUntil(lambda: page.answer is not before)
    assert view.currentIndex().row() == 1 and cells(page)[1][1] == code


def test_a_lost_point_shows_its_dossiers_and_one_of_them_opens(qtbot: QtBot, busy: MainWindow, look: Look) -> None:
    page = look(busy.reports, "chi-so-766")
    behind = page.view.details
    qtbot.waitUntil(behind.isVisible)
    rows = cells(page)
    place = next(number for number, row in enumerate(rows) if row[0] == "2.1")
    page.view.table.view.setCurrentIndex(page.view.table.model.index(place, 8))
    qtbot.waitUntil(lambda: "CHỈ SỐ 2.1" in page.view.details_title.text())
    assert behind.sheet is not None and behind.sheet.count == int(rows[place][3]) - int(rows[place][2]) > 0
    with qtbot.waitSignal(page.opened) as opened:
        behind.view.doubleClicked.emit(behind.model.index(0, 1))
    assert opened.args == [behind.model.index(0, 1).data()]


def test_on_the_smallest_screen_a_report_opens_at_its_first_column_and_says_its_whole_period(
    qtbot: QtBot, busy: MainWindow, look: Look
) -> None:
    busy.resize(*SMALLEST)
    qtbot.waitUntil(lambda: (busy.width(), busy.height()) == SMALLEST)
    page = look(busy.reports, "chi-so-766")
    qtbot.waitUntil(page.view.details.isVisible)
    table = page.view.table.view
    assert table.currentIndex().column() > 0, "the figure whose dossiers are shown"
    assert table.horizontalScrollBar().maximum() > 0 and table.horizontalScrollBar().value() == 0
    page = look(busy.reports, "so-theo-doi")
    qtbot.waitUntil(lambda: page.period.shown.width() >= page.period.shown.sizeHint().width())
    for row in range(page.list.count()):
        name = page.list.item(row).text()
        room = page.list.visualItemRect(page.list.item(row)).adjusted(10, 0, -10, 0)
        wrapped = page.list.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, name)
        assert wrapped.height() <= room.height(), name


def test_a_figure_of_the_form_shows_its_dossiers(qtbot: QtBot, busy: MainWindow, look: Look) -> None:
    page = look(busy.reports, "bieu-06a")
    rows = cells(page)
    column = next(place for place in range(7, 13) if int(rows[-1][place]) > 0)
    page.view.table.view.setCurrentIndex(page.view.table.model.index(len(rows) - 1, column))
    qtbot.waitUntil(page.view.details.isVisible)
    assert page.view.details.sheet is not None and page.view.details.sheet.count == int(rows[-1][column])


def test_a_report_is_counted_anew_when_the_clerk_comes_back(qtbot: QtBot, busy: MainWindow, look: Look) -> None:
    page = look(busy.reports, "khoi-luong")
    total = int(cells(page)[-1][4])
    busy.show_screen("lookup")
    receive(busy, "Nguyễn Thị Hường")
    busy.show_screen("reports")
    qtbot.waitUntil(lambda: int(cells(page)[-1][4]) == total + 1)


def test_only_the_last_question_is_answered_and_the_window_never_waits(
    qtbot: QtBot, busy: MainWindow, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, answered = threading.Event(), list[bool]()

    def slow(store: Any, knowledge: Any, question: Question) -> Any:
        answered.append(go_on.wait(60))
        raise AssertionError("nobody waits for this one any more")

    page = look(busy.reports, "phi-le-phi")
    reports = tuple(replace(item, table=slow) if item.key == "bieu-06a" else item for item in REPORTS)
    monkeypatch.setattr("ui.reports.page.REPORTS", reports)
    page.choose("bieu-06a")
    assert not answered, "the window did not wait for the answer"
    qtbot.waitUntil(page.counting.isVisible)
    look(page, "so-hoa")
    go_on.set()
    qtbot.waitUntil(lambda: answered == [True])
    qtbot.wait(300)
    assert page.answer is not None and page.answer.report.key == "so-hoa"
    assert busy.messages.messages == [] and not page.counting.isVisible()


def test_a_report_that_cannot_be_made_says_why(
    qtbot: QtBot, busy: MainWindow, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsound(store: Any, knowledge: Any, question: Question) -> Any:
        raise ReportUnsound("Hộ tịch", field="Hộ tịch", code="H41.99-261120-0001")

    page = look(busy.reports, "phi-le-phi")
    reports = tuple(replace(item, table=unsound) if item.key == "bieu-06a" else item for item in REPORTS)
    monkeypatch.setattr("ui.reports.page.REPORTS", reports)
    page.choose("bieu-06a")
    qtbot.waitUntil(lambda: page.failed().isVisible())
    assert issubclass(ReportUnsound, CounterError)
    assert "H41.99-261120-0001" in busy.messages.messages[0].sentence
    assert not page.print.isEnabled() and not page.files.pdf.isEnabled()


def test_heads_are_never_cut(busy: MainWindow, look: Look) -> None:
    for key in ("so-theo-doi", "bieu-06a", "phi-le-phi"):
        page = look(busy.reports, key)
        QApplication.processEvents()
        heads = page.view.table.heads
        assert heads.height() >= heads.sizeHint().height() > 24
        for place in range(heads.count()):
            assert heads.sectionSize(place) >= heads.narrowest(place)


def test_a_bar_tells_its_exact_value(qtbot: QtBot, busy: MainWindow, look: Look) -> None:
    page = look(busy.reports, "khoi-luong")
    by_day, by_channel, _ = page.view.charts
    qtbot.waitUntil(by_channel.isVisible)
    by_day.grab()
    by_channel.grab()
    assert by_day.upright and not by_channel.upright
    first = by_channel.bars.bars[0]
    assert by_channel.told_at(QPointF(60, 40)) == f"{first.label}: {shown(first.value, by_channel.bars.kind)}"
    assert by_channel.told_at(QPointF(60, 5)) == ""


def test_an_empty_desk_is_told_what_to_do(qtbot: QtBot, window: MainWindow) -> None:
    window.show_screen("reports")
    page = window.reports
    qtbot.waitUntil(lambda: page.nothing(page.report.asks).isVisible())
    assert window.messages.messages == []


def test_a_sample_is_drawn_in_the_window_again_by_its_seed(qtbot: QtBot, busy: MainWindow, look: Look) -> None:
    page = look(busy.reports, "mau-ngau-nhien")
    wait_for_year(qtbot, page)
    assert page.draw.isVisible() and "Mã bốc mẫu: 20261125" in page.view.subtitle.text()

    def drawn(seed: str) -> list[list[str]]:
        page.draw.seed.setText(seed)
        qtbot.keyClick(page.draw.seed, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: f"Mã bốc mẫu: {seed}" in page.view.subtitle.text())
        return cells(page)

    page.draw.size_field.setValue(7)
    first, other = drawn("KH-12"), drawn("KH-13")
    assert len(first) == 7 and first != other and drawn("KH-12") == first
    look(page, "bieu-06a")
    assert not page.draw.isVisible()
    look(page, "mau-rui-ro")


def test_an_english_window_calls_reports_and_periods_by_english_names_and_papers_keep_theirs(
    qtbot: QtBot, qapp: QApplication, window: MainWindow
) -> None:
    for report in REPORTS:
        assert report_name(report) == report.title, "in Vietnamese as on paper"
    day = datetime(2026, 11, 25, tzinfo=VIETNAM).date()
    known = [periods.containing(cut, day) for cut in periods.Cut]
    assert [period_said(each).partition(":")[0] for each in known] == [each.name for each in known]
    try:
        speak(qapp, "en")
        named = [report_name(report).replace("QĐ", "").replace("–", "") for report in REPORTS]
        assert [name for name in named if not name.isascii()] == []
        said = [period_said(each).partition(":")[0] for each in known]
        assert said == ["Month 12 of 2026", "Quarter IV of 2026", "Second half of 2026", "Year 2026"]
        window.show_screen("reports")
        page = window.reports
        assert page.list.item(0).text() == "Register of dossiers" and page.list.item(0).toolTip() == "Sổ theo dõi hồ sơ"
        assert page.period.shown.text().startswith("Month 12 of 2026: 15/11/2026")
        qtbot.waitUntil(lambda: page.answer is not None)
        assert page.answer.sheet.table.title == "SỔ THEO DÕI HỒ SƠ"
    finally:
        speak(qapp, "vi")
