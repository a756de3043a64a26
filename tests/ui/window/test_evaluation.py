"""An official sees the month's evaluation, signs it off, saves what is published, and corrects it with a reason."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.roles import Role, tasks_of
from tests.conftest import CLERK, SUPERVISOR
from tests.reports.filled_desk import filled_desk
from tests.ui.window.conftest import DeskAtWork

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=VIETNAM)


def test_a_month_is_signed_off_saved_and_corrected_in_the_window(
    qtbot: QtBot, desk_at_work: DeskAtWork, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with filled_desk(tmp_path / "filled", 8, NOW):
        pass
    shutil.copytree(tmp_path / "filled", desk_at_work.folder, dirs_exist_ok=True)
    desk_at_work.clerk, desk_at_work.second_asked = SUPERVISOR, True  # nobody stands beside the official
    window = desk_at_work.open()
    window.show_screen("reports")
    page = window.reports
    qtbot.waitUntil(lambda: page.answer is not None)
    page.open_evaluation()
    panel = page.evaluation
    qtbot.waitUntil(lambda: panel.found is not None)
    assert panel.month.currentText().startswith("Tháng 11 năm 2026"), "the last month that is over"
    assert panel.state.text() == "Chưa phê duyệt." and not panel.why.isVisible() and not panel.save.isEnabled()
    assert panel.table.model.rowCount() > 6

    chosen = tmp_path / "công khai"
    monkeypatch.setattr("ui.reports.evaluation_panel.choose_folder", lambda *told: str(chosen))
    qtbot.keyClick(panel, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: panel.save.isEnabled())
    assert sorted(file.suffix for file in chosen.iterdir()) == [".html", ".json", ".pdf", ".xlsx"]
    assert f"Bản số 1 do {SUPERVISOR.name} phê duyệt" in panel.state.text() and "không đổi" in panel.state.text()

    assert panel.found is not None
    theirs = panel.found.signed[0][0].model_copy(update={"signer": "Lê Văn Hai"})
    journal, code = window.workplace.desk.store.journal, panel.found.signed[0][1].dossier
    journal.append_apart(theirs, code=f"{code[:-1]}0", clerk="Lê Văn Hai", at=NOW, salt="x")  # offline, at another desk
    panel.read()
    qtbot.waitUntil(lambda: panel.found is not None)
    assert "Quầy khác cũng phê duyệt một bản số 1" in panel.state.text() and "bản đính chính" in panel.state.text()

    qtbot.keyClick(panel, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: bool(panel.why.error()))  # a button is pressed 100 ms after its key
    assert len(list(chosen.iterdir())) == 4, "a correction says its reason first"
    _type(panel.reason, "Thiếu hồ sơ của quầy số 2")
    for leave in (lambda: panel.month.setCurrentIndex(1), panel.left.emit):  # another month is looked at; Esc
        leave()
        panel.read()
        qtbot.waitUntil(lambda: panel.found is not None)
        panel.month.setCurrentIndex(0)
        page.open_evaluation()
        qtbot.waitUntil(lambda: panel.found is not None)
        assert panel.reason.text() == "Thiếu hồ sơ của quầy số 2", "what was typed is there again"
    qtbot.keyClick(panel, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: "Bản số 3" in panel.state.text())
    (third,) = chosen.glob("*ban-3.json")
    said = json.loads(third.read_text(encoding="utf-8"))
    assert panel.reason.text() == "" and not page.is_edited
    assert (said["version"], said["reason"], said["signer"]) == (3, "Thiếu hồ sơ của quầy số 2", SUPERVISOR.name)

    window.workplace.attendance.sign_in(replace(CLERK, tasks=tasks_of([Role.CLERK])))
    window.show_screen("reports")
    page.open_evaluation()
    assert not panel.isVisible() and page.sign_off.isHidden(), "a clerk signs nothing off"


def _type(line: QLineEdit, text: str) -> None:
    line.setText(text)
    line.textEdited.emit(text)  # as a key does; QTest has none of these letters
