"""Vietnamese is the default and complete: no English word reaches a clerk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from counter_app.dossier import acts
from counter_app.dossier.states import Status
from tests.ui.window.conftest import BIRTH, DeskAtWork
from tests.ui.window.life import choose, receive, show
from ui import words
from ui.shell.application import speak
from ui.shell.main_window import MainWindow
from ui.widgets.phrase_edit import PhraseEdit


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


def test_what_a_window_of_files_asks_or_refuses_is_said_in_vietnamese(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    dialog = QFileDialog(window, directory=str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.show()
    dialog.findChildren(QLineEdit)[0].setText("khong-co.pdf")
    said: list[str] = []

    def read() -> None:
        box = dialog.findChild(QMessageBox)
        assert box is not None
        said.append(box.text())
        box.accept()

    QTimer.singleShot(0, read)
    dialog.accept()
    assert said == ["Không có tệp “khong-co.pdf”.\nHãy xem lại tên tệp."]
    there = QCoreApplication.translate("QFileDialog", "%1 already exists.\nDo you want to replace it?")
    assert there.startswith("Đã có"), "before a file is written over"


def test_english_says_one_thing_is_lacking_and_two_things_are(qapp: QApplication) -> None:
    try:
        speak(qapp, "en")
        said = [QCoreApplication.translate("ReceiveBar", "Not complete: %n things are lacking", "", n) for n in (1, 2)]
    finally:
        speak(qapp, "vi")
    assert said == ["Not complete: 1 thing is lacking", "Not complete: 2 things are lacking"]


def test_an_english_window_writes_vietnamese_reasons_on_its_papers(
    qtbot: QtBot, qapp: QApplication, desk_at_work: DeskAtWork
) -> None:
    try:
        speak(qapp, "en")
        desk_at_work.language = "en"
        window = desk_at_work.open()
        show(qtbot, window, receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai"))
        form = choose(window, acts.ASK_SUPPLEMENT)
        reason = form.fields["reason"].editor
        assert isinstance(reason, PhraseEdit)
        assert reason.text() == "Hồ sơ thiếu giấy tờ theo quy định của thủ tục."
        assert not any("dossier" in phrase for phrase in reason.phrases)
    finally:
        speak(qapp, "vi")
