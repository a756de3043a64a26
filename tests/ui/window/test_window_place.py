"""The window stands where it was left."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.shell.window_place import WindowPlace


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


def opened(qtbot: QtBot, settings: QSettings) -> tuple[QWidget, WindowPlace]:
    window = QWidget()
    qtbot.addWidget(window)
    place = WindowPlace(window, settings)
    place.restore()
    window.show()
    return window, place


def test_at_the_first_start_it_has_all_of_the_screen(qtbot: QtBot, settings: QSettings) -> None:
    window, _ = opened(qtbot, settings)
    assert window.isMaximized()


def test_it_opens_as_it_was_left(qtbot: QtBot, settings: QSettings) -> None:
    window, place = opened(qtbot, settings)
    window.showNormal()
    window.setGeometry(40, 60, 640, 480)
    place.keep()
    again, _ = opened(qtbot, settings)
    assert not again.isMaximized()
    assert again.geometry() == window.geometry()
