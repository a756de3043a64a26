"""Help where one stands: the guide of the screen, the keys valid there, what the program is made of."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter_app import __version__
from counter_app.resources import resource
from tests.ui.window.conftest import BIRTH
from tests.ui.window.life import NUMBER, receive, show
from ui.help.dialog import ABOUT, SITUATIONS, HelpDialog
from ui.help.keys import EVERYWHERE, KEYS, valid_now
from ui.help.parts import LIBRARIES, parts
from ui.shell.main_window import MainWindow

OF_DIALOGS = {"Return", "Enter"}


def opened(window: MainWindow) -> HelpDialog:
    dialog = window.findChildren(HelpDialog)[-1]
    assert dialog.isVisible()
    return dialog


def test_f1_tells_about_the_screen_one_is_at(qtbot: QtBot, window: MainWindow) -> None:
    for screen, title in (("intake", "Tiếp nhận hồ sơ"), ("lookup", "Tìm hồ sơ"), ("reports", "Sổ và báo cáo")):
        window.show_screen(screen)
        qtbot.keyClick(window, Qt.Key.Key_F1)
        dialog = opened(window)
        assert dialog.guide.toPlainText().startswith(title) and dialog.tabs.currentIndex() == 0
        dialog.close()


def test_every_screen_has_a_guide_whose_pictures_are_there(window: MainWindow) -> None:
    for screen in window.screens.by_name:
        text = resource("guide", f"{screen}.md").read_text(encoding="utf-8")
        for picture in re.findall(r"\]\((.+?\.png)\)", text):
            assert resource("guide", picture).exists(), picture


def test_what_to_do_at_a_counter_names_keys_and_acts_that_there_are(window: MainWindow) -> None:
    window.show_help(SITUATIONS)
    assert "Mất điện" in opened(window).situations.toPlainText()
    text = resource("guide", "situations.md").read_text(encoding="utf-8")
    told = {key for line in KEYS for key in line.keys}
    assert set(re.findall(r"(?:(?:Ctrl|Alt|Shift)\+)+(?:F\d+|[A-Z0-9])|\bF\d+", text)) <= told
    words = resource("translations", "counter_vi.ts").read_text(encoding="utf-8")
    named = re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", text)
    assert len(named) > 10 and [name for name in named if f">{name}" not in words] == []


def test_the_sheet_of_keys_shows_what_is_valid_here_and_greys_the_rest(qtbot: QtBot, window: MainWindow) -> None:
    window.show_screen("lookup")
    qtbot.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    sheet = opened(window).sheet.toPlainText()
    assert "Chỉ hồ sơ quá hạn" in sheet and "Khóa màn hình" in sheet and "Quét giấy tờ đang chọn" not in sheet
    assert {"Ctrl+2", "F2", "Ctrl+E"} <= valid_now(window) and "F9" not in valid_now(window)


def test_the_sheet_names_every_key_of_the_window_and_none_that_is_not_there(qtbot: QtBot, window: MainWindow) -> None:
    code = receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai")
    for screen in window.screens.by_name:
        if screen != "person":
            window.show_screen(screen)
        else:
            window.show_person(NUMBER)
            qtbot.waitUntil(lambda: window.person.seen is not None)
        if screen == "detail":
            show(qtbot, window, code)
            window.detail._tabs.setCurrentWidget(window.detail._pages_room)
        told = {key for line in KEYS if line.screen in (screen, EVERYWHERE) for key in line.keys}
        told |= {f"Alt+{digit}" for digit in "0123456789" if "…" in told}
        untold = {key for key in valid_now(window) if key not in told | OF_DIALOGS}
        assert untold == set(), screen
    everywhere = {key for line in KEYS if line.screen == EVERYWHERE and not line.typed for key in line.keys}
    assert everywhere <= valid_now(window)


def test_about_names_the_program_and_every_library_with_its_licence(window: MainWindow) -> None:
    window.show_help(ABOUT)
    about = opened(window).about.toPlainText()
    assert __version__ in about and "Apache" in about and "reportlab" in about
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {
        re.split(r"[!<>=\[ ;]", name)[0] for name in project["dependencies"] if "sys_platform" not in name
    }  # what only another system needs is not here to be told
    assert set(LIBRARIES) == wanted
    assert sum(bool(part.licence) for part in parts()) >= len(parts()) - 4
