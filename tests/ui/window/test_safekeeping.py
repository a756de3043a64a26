"""Backups and damage beside the clerk's work: what is wrong stands in the status line, and only that."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from counter_app.config import Backup
from counter_app.desk.desk import Desk
from counter_app.store.backup_folder import BackupFolder, BackupFolderGone
from counter_app.store.wrapping import KeyKind
from counter_app.sync.heal import Swept
from tests.conftest import MORNING
from tests.ui.window.conftest import DeskAtWork
from ui.background.safekeeping import Safekeeping, SafekeepingWatch
from ui.background.tasks import Tasks
from ui.setup.recovery_key import RecoveryKeyDialog
from ui.shell.application import speak
from ui.shell.main_window import MainWindow

DAMAGED = ("0" * 64, "1" * 64)


def test_a_backup_and_a_sweep_are_made_when_they_are_due(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    desk.store.backup_keys.set_passphrase("bốn từ không liên quan")
    backed = desk.profile.model_copy(update={"backup": Backup(folder=str(tmp_path / "disk"))})
    desk = desk.settled_as(backed)
    desk.store.files.put(b"a scan", "image/png")
    tasks = Tasks(desk)
    watch = SafekeepingWatch(tasks)
    found: list[Safekeeping] = []
    watch.changed.connect(found.append)
    for _ in range(2):
        watch.look()
        qtbot.waitUntil(lambda: watch._task is None)
    assert [(item.newest, item.failure) for item in found] == [(MORNING, None)] * 2
    assert all(item.swept and item.swept.files == 1 and item.swept.sound for item in found)
    assert len(BackupFolder(tmp_path / "disk", desk.store.desk).all()) == 1
    watch.stop()
    tasks.close()


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Safekeeping(MORNING, wanted=False), ""),
        (Safekeeping(MORNING, wanted=True, newest=MORNING - timedelta(hours=2)), ""),
        (Safekeeping(MORNING, wanted=True, newest=MORNING, has_recovery_key=False), "Hãy in khóa khôi phục"),
        (Safekeeping(MORNING, wanted=False, plain_key=True), "Hãy bảo vệ dữ liệu bằng mật khẩu"),
        (Safekeeping(MORNING, wanted=False, locked=True), ""),
        (Safekeeping(MORNING, wanted=False, locked=True, has_recovery_key=False), "Hãy in khóa khôi phục"),
        (Safekeeping(MORNING, wanted=False, swept=Swept(at=MORNING, changed_entry=7)), "Mục 7 bị sửa"),
        (Safekeeping(MORNING, wanted=False, swept=Swept(at=MORNING, bad_backups=2)), "Đĩa sao lưu bị hỏng"),
        (Safekeeping(MORNING, wanted=True), "Chưa có bản sao lưu nào"),
        (Safekeeping(MORNING, wanted=True, newest=MORNING - timedelta(days=4)), "Bản sao lưu gần nhất: 16/11/2026"),
        (Safekeeping(MORNING, wanted=True, failure=BackupFolderGone(folder="E:")), "Chưa sao lưu được: Không thấy"),
        (Safekeeping(MORNING, wanted=False, swept=Swept(at=MORNING, damaged=DAMAGED)), "2 tệp đã quét bị hỏng"),
        (Safekeeping(MORNING, wanted=False, swept=Swept(at=MORNING, bad_pages=1)), "Cơ sở dữ liệu bị hỏng"),
    ],
)
def test_the_status_line_says_what_is_wrong(window: MainWindow, found: Safekeeping, said: str) -> None:
    window.strip.show_safekeeping(found)
    assert window.strip.safe.text().startswith(said)
    assert window.strip.safe.isHidden() == (not said)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_is_to_be_done_about_the_data_is_never_cut(
    qtbot: QtBot, qapp: QApplication, desk_at_work: DeskAtWork, language: str
) -> None:
    """Where there is less room, what is beside it gives way."""
    old, swept = MORNING - timedelta(days=4), partial(Swept, at=MORNING)
    every = (
        Safekeeping(MORNING, wanted=True, newest=MORNING, has_recovery_key=False),
        Safekeeping(MORNING, wanted=False, plain_key=True),
        Safekeeping(MORNING, wanted=False, locked=True, has_recovery_key=False),
        Safekeeping(MORNING, wanted=True),
        Safekeeping(MORNING, wanted=True, newest=old),
        *(
            Safekeeping(MORNING, wanted=False, swept=found)
            for found in (swept(changed_entry=70_000), swept(bad_backups=2), swept(bad_pages=1), swept(damaged=DAMAGED))
        ),
    )
    try:
        speak(qapp, language)
        window = desk_at_work.open()
        safe = window.strip.safe
        for found in every:
            window.strip.show_safekeeping(found)
            whole = QPushButton.sizeHint(safe).width()
            qtbot.waitUntil(lambda whole=whole: safe.width() >= whole)  # type: ignore[misc]
    finally:
        speak(qapp, "vi")


def test_the_recovery_key_is_in_force_once_it_was_read_back_from_the_paper(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = RecoveryKeyDialog(window.workplace, window)
    qtbot.addWidget(dialog)
    sheet = tmp_path / "sheet.pdf"
    dialog.save_to(sheet)
    assert sheet.read_bytes().startswith(b"%PDF")
    dialog.typed.setText("ABCD-EFGH")
    dialog.confirm()
    qtbot.waitUntil(lambda: "không phải" in dialog.error.text())
    dialog.typed.setText(dialog._key.lower().replace("-", " "))
    with qtbot.waitSignal(dialog.accepted):
        dialog.confirm()
    assert window.workplace.desk.store.backup_keys.has(KeyKind.RECOVERY)
    assert not sheet.exists(), "the paper is the key"
