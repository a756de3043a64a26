"""A dialog for files begins where the one before ended."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.file_choice import choose_files


def test_a_path_that_was_typed_whole_is_where_the_next_dialog_begins(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat, parent)
    paper = tmp_path / "papers" / "1.jpg"
    paper.parent.mkdir()
    paper.write_bytes(b"")
    began: list[str] = []

    def typed(dialog: QFileDialog) -> int:
        began.append(dialog.directory().absolutePath())
        dialog.findChild(QLineEdit).setText(str(paper))
        return 1

    monkeypatch.setattr(QFileDialog, "exec", typed)
    assert list(map(Path, choose_files(parent, "A paper"))) == [paper]
    assert list(map(Path, choose_files(parent, "A paper"))) == [paper]
    assert Path(began[1]) == paper.parent
