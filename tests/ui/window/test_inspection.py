"""An inspector takes a dossier away from its screen, and proves an extract that somebody gave them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.roles import Role, tasks_of
from counter_app.store.accesses import AccessKind
from tests.conftest import CLERK
from tests.reports.filled_desk import filled_desk
from tests.ui.window.conftest import DeskAtWork

INSPECTOR = replace(CLERK, name="Phạm Văn Kiểm", tasks=tasks_of([Role.INSPECTOR]))


def test_an_inspector_saves_an_extract_in_the_window_and_proves_it_there(
    qtbot: QtBot, desk_at_work: DeskAtWork, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with filled_desk(tmp_path / "filled", 4, datetime(2026, 11, 25, 9, 0, tzinfo=VIETNAM)) as filled:
        code = filled.store.find()[0].code
    shutil.copytree(tmp_path / "filled", desk_at_work.folder, dirs_exist_ok=True)
    window = desk_at_work.open()
    window.workplace.attendance.sign_in(replace(CLERK, tasks=tasks_of([Role.CLERK])))
    window.show_dossier(code)
    button = window.detail.inspection
    qtbot.waitUntil(lambda: window.detail.steps.seen is not None)
    assert not button.isVisible(), "it is no clerk's task"
    window.workplace.attendance.sign_in(INSPECTOR)
    window.show_dossier(code)
    qtbot.waitUntil(button.isVisible)

    def said() -> str:
        return window.messages.shown.sentence if window.messages.shown is not None else ""

    file = tmp_path / f"trich-xuat-{code}.zip"
    monkeypatch.setattr("ui.detail.inspection_button.choose_to_save", lambda *told: str(file))
    monkeypatch.setattr("ui.detail.inspection_button.choose_file", lambda *told: str(file))
    button.extract.trigger()
    qtbot.waitUntil(lambda: "SHA-256: " in said())
    assert file.name in said() and file.is_file()
    taken = [
        line for line in window.workplace.desk.store.accesses.between(0, 2**40) if line.kind is AccessKind.EXPORTED
    ]
    assert [(line.clerk, line.subject) for line in taken] == [(INSPECTOR.name, code)]
    button.prove.trigger()
    qtbot.waitUntil(lambda: "còn nguyên vẹn" in said() and "KHÔNG" not in said())
    content = file.read_bytes()
    file.write_bytes(content[:400] + b"x" + content[401:])
    button.prove.trigger()
    qtbot.waitUntil(lambda: "KHÔNG còn nguyên vẹn" in said())
    button.extract_into(tmp_path / "filled")  # a folder is no place for a file
    qtbot.waitUntil(lambda: "Không lưu được tệp" in said())
