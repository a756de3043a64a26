"""The settings: everything of the profile has its place, what is wrong is said beside it, what is saved is used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from counter_app.config import PROFILE, Profile, load_profile
from counter_app.dossier.roles import AT_COUNTER, Clerk
from counter_app.settings_file import as_file, exported
from tests.ui.window.conftest import CARD, DeskAtWork
from ui.settings.fields import NOT_HERE, ROOMS, Rows
from ui.settings.page import SettingsPage
from ui.shell.main_window import MainWindow
from ui.theme import apply_theme, worn


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    window.show_screen("settings")
    return window.settings


def type_into(page: SettingsPage, name: str, value: Any) -> None:
    for form in page.forms.values():
        if name in form.fields:
            match form.fields[name].editor:
                case QLineEdit() as line:
                    line.setText(value)
                case QSpinBox() as number:
                    number.setValue(value)
                case QComboBox() as box:
                    index = box.findData(value)
                    box.setCurrentIndex(index) if index >= 0 else box.setCurrentText(value)


def kept(window: MainWindow) -> Profile:
    return load_profile(window.workplace.desk.store.folder / PROFILE)


def leaves(model: type[BaseModel], before: str = "") -> list[str]:
    found = []
    for name, field in model.model_fields.items():
        inner = field.annotation
        is_table = isinstance(inner, type) and issubclass(inner, BaseModel)
        found += leaves(inner, f"{name}.") if is_table and isinstance(inner, type) else [before + name]
    return found


def test_every_line_of_the_profile_is_in_a_room_or_it_is_said_why_not() -> None:
    here = {part.name for room in ROOMS for part in room.parts}
    assert set(leaves(Profile)) == here | set(NOT_HERE)
    rows = [part for room in ROOMS for part in room.parts if isinstance(part, Rows)]
    for part in rows:
        assert {column.name for column in part.columns} == set(part.row.model_fields), part.name


def test_what_is_saved_is_in_force_at_once_and_in_the_file(
    qtbot: QtBot, window: MainWindow, page: SettingsPage
) -> None:
    assert not page.is_edited, "nothing was typed yet"
    type_into(page, "office.name", "UBND PHƯỜNG BẾN THỦY MẪU")
    type_into(page, "desk.lock_minutes", 3)
    assert page.is_edited
    qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not page.is_edited)
    assert kept(window).office.name == window.workplace.desk.profile.office.name == "UBND PHƯỜNG BẾN THỦY MẪU"
    assert "BẾN THỦY" in window.windowTitle() and not page.is_edited
    assert window.workplace.attendance._untouched.interval() == 3 * 60_000


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_saved(window: MainWindow, page: SettingsPage) -> None:
    type_into(page, "office.place", " ")
    type_into(page, "server.url", "tinh.example.vn")
    page.save_all()
    assert page.forms["office"].fields["office.place"].error()
    assert "https://" in page.forms["server"].fields["server.url"].error()
    assert not (window.workplace.desk.store.folder / PROFILE).exists()
    type_into(page, "office.place", "Sao Mai")
    assert page.forms["office"].fields["office.place"].error() == "", "what is mended is not said any more"
    rows = page.forms["receipts"].rows["receipts"]
    last = rows.lines[1].editors[4]
    assert isinstance(last, QLineEdit)
    last.setText("99999999")
    type_into(page, "server.url", "")
    page.save_all()
    assert rows.lines[1].error.text() and rows.lines[0].error.isHidden() and page.list.currentRow() == 5


def test_files_that_are_not_there_are_said(window: MainWindow, page: SettingsPage, tmp_path: Path) -> None:
    type_into(page, "office.logo", str(tmp_path / "none.png"))
    page.save_all()
    assert "tệp" in page.forms["office"].fields["office.logo"].error()
    type_into(page, "office.logo", "")
    type_into(page, "backup.folder", str(tmp_path / "none"))
    page.save_all()
    assert "thư mục" in page.forms["safety"].fields["backup.folder"].error()


def test_the_theme_changes_at_once_and_the_language_from_the_next_start(
    qapp: QApplication, window: MainWindow, page: SettingsPage
) -> None:
    try:
        type_into(page, "display.theme", "dark")
        type_into(page, "language", "en")
        page.save_all()
        assert worn().ground == "#161c1e" and "#161c1e" in qapp.styleSheet()
        assert window.workplace.language == "vi" and kept(window).language == "en"
        assert "Ngôn ngữ" in page.pending.text() and page.anew.isVisibleTo(page)
    finally:
        apply_theme(qapp, "light")


def test_what_is_typed_stays_while_other_screens_are_shown(window: MainWindow, page: SettingsPage) -> None:
    type_into(page, "office.phone", "0238 123 456")
    window.show_screen("lookup")
    window.show_screen("settings")
    assert page.wanted()["office"]["phone"] == "0238 123 456" and page.is_edited
    page.undo.click()
    assert page.wanted()["office"]["phone"] == "0238 000 0000" and not page.is_edited


def test_a_clerk_sees_the_display_and_what_can_be_tried(desk_at_work: DeskAtWork) -> None:
    desk_at_work.clerk = Clerk("Phan Thị Mẫu", AT_COUNTER)
    window = desk_at_work.open()
    window.show_screen("settings")
    page = window.settings
    shown = [room.name for place, room in enumerate(ROOMS) if not page.list.item(place).isHidden()]
    assert shown == ["printers", "scanners", "card", "display"]
    size = page.forms["display"].fields["display.size"]
    screens = window.screen().size()
    type_into(page, "display.size", "150")
    assert size.warning() and screens.width() < 1.5 * 960, "the window would be wider than this screen"
    page.save_all()
    assert kept(window).display.size == 150


def test_locked_settings_cannot_be_typed_into_and_say_so(window: MainWindow) -> None:
    file = window.workplace.profile_file
    file.kept = file.kept.model_copy(update={"locked": ("server", "office.report_to")})
    window.show_screen("settings")
    form = window.settings.forms["server"]
    url = form.fields["server.url"].editor
    assert isinstance(url, QLineEdit) and url.isReadOnly() and "khóa" in form._notes["server.url"].text()


def test_a_test_page_comes_out_of_the_printer(qtbot: QtBot, desk_at_work: DeskAtWork) -> None:
    window = desk_at_work.open()
    window.show_screen("settings")
    window.settings.printer_trial.button.click()
    qtbot.waitUntil(lambda: bool(desk_at_work.printers[0].tray))
    assert desk_at_work.printers[0].tray[0].pdf.startswith(b"%PDF")
    qtbot.waitUntil(lambda: "Quầy 1" in window.settings.printer_trial.state.text())


def test_a_test_scan_is_shown_and_kept_nowhere(
    qtbot: QtBot, window: MainWindow, page: SettingsPage, address: str
) -> None:
    type_into(page, "devices.scanner", address)
    page.scanner_trial.button.click()
    qtbot.waitUntil(lambda: page.scanner_trial.picture.isVisibleTo(page.scanner_trial))
    assert not page.scanner_trial.picture.pixmap().isNull() and window.intake.intake.pages == {}


def test_a_card_in_the_room_of_the_reader_is_a_try(window: MainWindow, page: SettingsPage) -> None:
    page.show_room("card")
    window.take_card(CARD)
    assert "1234" in page.card_trial.state.text() and "040190" not in page.card_trial.state.text()
    assert window._shown == "settings"


def test_settings_go_out_and_come_in_as_a_file(window: MainWindow, page: SettingsPage, tmp_path: Path) -> None:
    file = tmp_path / "cai-dat.toml"
    page.exchange.save_to(file, as_file(exported(window.workplace.profile_file.kept)))
    text = file.read_text(encoding="utf-8").replace("0238 000 0000", "0238 999 9999").replace("H41.99", "H41.15")
    file.write_text(text, encoding="utf-8")
    page.exchange.read_from(file)
    assert page.wanted()["office"]["phone"] == "0238 999 9999" and page.is_edited, "shown, and not saved yet"
    assert "office.agency" in page.exchange.state.text()
    page.save_all()
    assert kept(window).office.phone == "0238 999 9999" and kept(window).office.agency == "H41.99"
    page.exchange.show_qr()
    assert not page.exchange.qr.pixmap().isNull()


def test_what_is_ticked_for_another_desk_is_locked_there(
    window: MainWindow, page: SettingsPage, tmp_path: Path
) -> None:
    room = page.exchange
    by_title = {box.text(): box for box in room.locks.boxes}
    by_title["Máy chủ tỉnh"].setChecked(True)
    by_title["Máy in"].setChecked(True)
    room.number.setValue(2)
    room.save_to(tmp_path / "quay-2.toml", as_file(room._other()))
    there = load_profile(tmp_path / "quay-2.toml")
    assert there.desk.number == 2 and there.locked == ("devices.printer", "printers", "server")
    assert there.is_locked("server.url") and not there.is_locked("devices.scanner")
    assert not window.workplace.profile_file.kept.locked, "here nothing is locked by it"
