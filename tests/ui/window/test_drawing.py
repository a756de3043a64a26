"""A form is drawn in the real window, with the mouse and with keys alone, tried on scans, saved, and found again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from counter_app.dossier.roles import Clerk, Task
from scanning.digitise import digitise
from tests.conftest import CLERK
from tests.ui.window.conftest import DeskAtWork
from tests.ui.window.life import says
from ui.drawing.page import DrawingPage
from ui.shell.main_window import MainWindow

LINES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "",
    "ĐƠN XIN XÁC NHẬN HOÀN CẢNH",
    "Kính gửi: {}",
    "1. Họ và tên người làm đơn: {}",
    "2. Ngày, tháng, năm sinh: {}",
    "3. Nơi cư trú: {}",
    "Lý do xin xác nhận: {}",
    "Tôi xin cam đoan lời khai trên là đúng.",
)
PEOPLE = (
    ("", "", "", "", ""),
    ("UBND xã Nghi Lộc", "Lê Văn Mẫu", "01/02/1990", "Xóm 3, xã Nghi Lộc, tỉnh Nghệ An", "Vay vốn"),
    ("UBND xã Nghi Lộc", "Trần Thị Thử", "15/04/1985", "Xóm 5, xã Nghi Lộc, tỉnh Nghệ An", "Miễn học phí"),
)


def form(folder: Path, number: int) -> Path:
    """A scan of the form: 0 blank, else filled in."""
    font = ImageFont.truetype("/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf", 36)
    sheet = Image.new("RGB", (1654, 2339), "white")  # A4 at 200 dpi
    pen, answers = ImageDraw.Draw(sheet), iter(PEOPLE[number])
    for place, line in enumerate(LINES):
        text = line.format(next(answers)) if "{}" in line else line
        pen.text((170, 160 + 80 * place), text, fill=(20, 20, 30), font=font)
    path = folder / f"don-{number}.png"
    sheet.save(path, dpi=(200, 200))
    return path


@pytest.fixture
def page(desk_at_work: DeskAtWork, qtbot: QtBot) -> Iterator[DrawingPage]:
    """The room of an administrator, entered by its key."""
    desk_at_work.clerk = Clerk(CLERK.name, frozenset(Task))
    window = desk_at_work.open()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    qtbot.keyClick(window, Qt.Key.Key_F10, Qt.KeyboardModifier.ControlModifier)
    assert window.drawing.isVisible()
    yield window.drawing


def press(qtbot: QtBot, page: DrawingPage, key: Qt.Key) -> None:
    """A key with Ctrl, wherever the focus is."""
    qtbot.keyClick(QApplication.focusWidget() or page.window(), key, Qt.KeyboardModifier.ControlModifier)


def opened(qtbot: QtBot, page: DrawingPage, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The form on the screen, opened by its key."""
    monkeypatch.setattr("ui.drawing.page.choose_file", lambda *_: str(path))
    press(qtbot, page, Qt.Key.Key_O)
    qtbot.waitUntil(lambda: not page.canvas.is_empty)


def test_who_does_not_keep_the_catalogue_has_no_such_room(desk_at_work: DeskAtWork) -> None:
    desk_at_work.clerk = Clerk(CLERK.name, frozenset({Task.RECEPTION}))
    window = desk_at_work.open()
    window.show_screen("drawing")
    assert window._shown == "today" and window.screens.drawing.made is None
    assert "Mẫu đọc" not in {item.text() for item in window.navigation.findChildren(QToolButton) if item.isVisible()}


@pytest.mark.slow
def test_a_form_is_drawn_by_keys_alone_tried_saved_and_found_again(
    qtbot: QtBot,
    page: DrawingPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    type_text: Callable[[QWidget, str], None],
) -> None:
    opened(qtbot, page, form(tmp_path, 0), monkeypatch)
    assert page.form_title.text() == "ĐƠN XIN XÁC NHẬN HOÀN CẢNH"
    press(qtbot, page, Qt.Key.Key_G)  # boxes are proposed
    page.open_form(form(tmp_path, 1))
    assert page.is_edited and page.open.isEnabled(), "what is drawn is not lost to a form that is opened over it"
    labels = [row[1].label for row in page.boxes.model.rows]
    assert labels == [
        "Kính gửi", "Họ và tên người làm đơn", "Ngày, tháng, năm sinh", "Nơi cư trú", "Lý do xin xác nhận",
    ]  # fmt: skip
    page.boxes.table.setFocus()
    for number, said in enumerate(("", "Họ tên của người yêu cầu", "ngày sinh của người yêu cầu", "", "hoàn cảnh")):
        page.boxes.table.setCurrentIndex(page.boxes.model.index(number, 0))
        if said:
            page.boxes.name_the_box()
            type_text(page.boxes.field.lineEdit(), said)
            qtbot.keyClick(page.boxes.field.lineEdit(), Qt.Key.Key_Return)
    assert [(field.field, field.kind) for field in page.form.fields[:3]] == [
        ("addressee", "agency"), ("requester.name", "name"), ("requester.born", "date"),
    ]  # fmt: skip
    assert page.form.fields[4].field == "other.hoan_canh"
    monkeypatch.setattr("ui.drawing.page.choose_files", lambda *_: [str(form(tmp_path, number)) for number in (1, 2)])
    press(qtbot, page, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: page.trial.table is not None)
    assert page.trial.table is not None
    model = page.trial.table.model()
    shown = {model.index(row, 0).data(): model.index(row, 2).data() for row in range(model.rowCount())}
    assert shown["Họ tên của người yêu cầu"].endswith("Trần Thị Thử")
    press(qtbot, page, Qt.Key.Key_S)
    assert [row.name for row in page.saved.model.rows] == ["ĐƠN XIN XÁC NHẬN HOÀN CẢNH"]
    folder = page._folder
    assert folder is not None
    report = digitise([form(tmp_path, 1)], tmp_path / "out.pdf", jobs=1, templates=folder)
    assert report["pages"][0]["document_type"] == "own_don_xin_xac_nhan_hoan_canh"
    assert report["pages"][0]["fields"]["requester.name"]["value"] == "Lê Văn Mẫu"
    opened(qtbot, page, form(tmp_path, 1), monkeypatch)
    qtbot.waitUntil(lambda: [field.field for field in page.form.fields][:2] == ["addressee", "requester.name"])
    qtbot.waitUntil(page.save.isEnabled)
    page.canvas.setFocus()
    qtbot.keyClick(page.canvas, Qt.Key.Key_Insert)
    press(qtbot, page, Qt.Key.Key_S)
    window = page.window()
    assert isinstance(window, MainWindow) and "1 ô chưa chọn trường" in says(window)


@pytest.mark.slow
def test_boxes_are_drawn_moved_and_deleted_with_mouse_and_keys(
    qtbot: QtBot, page: DrawingPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(qtbot, page, form(tmp_path, 0), monkeypatch)
    canvas = page.canvas

    def at(x: float, y: float) -> QPoint:
        return canvas.mapFromScene(x, y)

    def drag(start: tuple[float, float], end: tuple[float, float]) -> None:
        qtbot.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at(*start))
        qtbot.mouseMove(canvas.viewport(), at(*end))
        qtbot.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at(*end))

    drag((620, 555), (1400, 605))
    (field,) = page.form.fields
    assert field.label == "Họ và tên người làm đơn"
    drag((900, 580), (900, 660))  # into the line of the day of birth
    (moved,) = page.form.fields
    assert moved.label == "Ngày, tháng, năm sinh" and abs(moved.box[1] - field.box[1] - 80) < 8
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    (nudged,) = page.form.fields
    assert (nudged.box[1], nudged.box[2]) == (moved.box[1] - 8, moved.box[2] + 8)
    qtbot.keyClick(canvas, Qt.Key.Key_Insert)
    assert len(page.form.fields) == 2
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert not page.form.fields


def test_a_form_without_boxes_is_not_saved_and_says_why(
    qtbot: QtBot, page: DrawingPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(qtbot, page, form(tmp_path, 0), monkeypatch)
    press(qtbot, page, Qt.Key.Key_S)
    window = page.window()
    assert isinstance(window, MainWindow)
    assert "Không có ô nào" in says(window)
    assert not page.saved.model.rows
