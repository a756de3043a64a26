"""Vietnamese is the default and complete: no English word reaches a clerk."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from counter_app.dossier.states import Status
from ui import words
from ui.shell.application import speak
from ui.shell.main_window import MainWindow


def test_the_statuses_have_their_official_names(qtbot: QtBot, window: MainWindow) -> None:
    assert words.status_name(Status.SUPPLEMENT_REQUESTED) == "Yêu cầu bổ sung giấy tờ"
    assert words.status_name(Status.RESULT_RETURNED) == "Đã trả kết quả"


def test_english_is_the_second_language(qapp: QApplication) -> None:
    speak(qapp, "en")
    assert words.status_name(Status.DONE) == "Done"
    speak(qapp, "vi")
    assert words.status_name(Status.DONE) == "Đã xử lý xong"


def test_the_windows_where_files_are_chosen_speak_vietnamese(qtbot: QtBot, window: MainWindow) -> None:
    dialog = QFileDialog(window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    assert "&Tìm trong:" in labels and "&Loại tệp:" in labels
