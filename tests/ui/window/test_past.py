"""A dossier of the office's past is found beside the others and opens as its book has it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from counter_app.dossier.past import PastDossier
from ui.lookup.past_dialog import PastDialog
from ui.shell.main_window import MainWindow

MAN = PastDossier(
    code="UBND-CL/2019/0012",
    owner="Hồ Thị Mận",
    number="040190000123",
    address="Khối 5, phường Nghi Thu, thị xã Cửa Lò",
    procedure="Đăng ký khai sinh",
    received_on=date(2019, 3, 5),
    returned_on=date(2019, 3, 8),
    state="Đã trả kết quả",
)


def test_an_old_dossier_is_found_and_opens_as_its_book_has_it(qtbot: QtBot, window: MainWindow) -> None:
    store = window.workplace.desk.store
    with store.transaction():
        store.past.add(MAN, "so-2019.xlsx:4")
    window.show_screen("lookup")
    page = window.lookup
    page.search("man khai sinh")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    said = [page.model.index(0, column).data() for column in range(page.model.columnCount())]
    assert "Hồ sơ cũ (đã nhập)" in said and "05/03/2019" in said and not page.chosen
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.findChildren(PastDialog)))
    texts = [label.text() for label in page.findChildren(PastDialog)[0].findChildren(QLabel)]
    assert "so-2019.xlsx:4" in texts and "08/03/2019" in texts
