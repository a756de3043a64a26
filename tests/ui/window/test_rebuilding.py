"""A desk whose data is not as it was left: the window leads through the rebuild, and the desk goes on."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counter_app.config import Profile, Server, sample_profile
from counter_app.desk import receiving
from counter_app.desk.desk import open_desk
from counter_app.store.backup import back_up
from counter_app.store.faults import StoreDamaged
from counter_app.store.recognition import NeedsRebuild, StoreOlder
from counter_app.store.store import DATABASE
from tests.conftest import CLERK, filled
from ui.shell.rebuild_window import RebuildWindow

WORDS = "bốn từ không liên quan"


def received(folder: Path, profile: Profile, backup: Path | None = None) -> str:
    desk = open_desk(folder, profile, CLERK)
    draft = filled(desk.new_draft())
    desk.keep_draft(draft)
    code = receiving.receive(desk, draft.id).code
    if backup is not None:
        desk.store.backup_keys.set_passphrase(WORDS)
        back_up(desk.store, backup)
    desk.store.close()
    return code


def refused(folder: Path, profile: Profile, kind: type[Exception]) -> Exception:
    with pytest.raises(kind) as failure:
        open_desk(folder, profile, CLERK)
    return failure.value


def finished(qtbot: QtBot, window: RebuildWindow) -> str:
    qtbot.waitUntil(lambda: window.now.isEnabled() and bool(window.told.toPlainText()))
    if folder := os.environ.get("COUNTER_PICTURES"):
        window.grab().save(f"{folder}/rebuild.png")
    return window.told.toPlainText()


def test_an_older_database_is_rebuilt_by_one_button_and_what_is_missing_is_read(qtbot: QtBot, tmp_path: Path) -> None:
    folder, profile = tmp_path / "desk", sample_profile()
    first = received(folder, profile)
    copy = shutil.copy(folder / DATABASE, tmp_path)
    lost = received(folder, profile)
    shutil.copy(copy, folder / DATABASE)
    failure = refused(folder, profile, StoreOlder)
    assert isinstance(failure, NeedsRebuild)
    window = RebuildWindow(failure, folder, profile)
    qtbot.addWidget(window)
    window.show()
    assert "cũ hơn" in window.happened.text()
    window.now.click()
    told = finished(qtbot, window)
    assert lost in told and "nhập lại theo giấy tờ" in told
    assert window.work.isVisible() and not window.now.isVisible()
    window.work.click()
    assert window.rebuilt
    assert received(folder, profile) not in (first, lost)


def test_a_province_that_does_not_answer_is_asked_again_or_left_out_by_the_clerks_own_word(
    qtbot: QtBot, tmp_path: Path
) -> None:
    folder, profile = tmp_path / "desk", sample_profile()
    received(folder, profile)
    (folder / DATABASE).unlink()
    away = profile.model_copy(update={"server": Server(url="http://127.0.0.1:9")})
    failure = refused(folder, away, NeedsRebuild)
    assert isinstance(failure, NeedsRebuild)
    window = RebuildWindow(failure, folder, away)
    qtbot.addWidget(window)
    window.show()
    window.now.click()
    assert "Chưa có gì bị thay đổi" in finished(qtbot, window)
    assert not window.work.isVisible()
    window.alone.click()
    finished(qtbot, window)
    assert window.work.isVisible()


def test_a_damaged_database_is_replaced_by_a_backup_and_kept_aside(qtbot: QtBot, tmp_path: Path) -> None:
    folder, profile = tmp_path / "desk", sample_profile()
    code = received(folder, profile, tmp_path / "desk.counter")
    os.truncate(folder / DATABASE, 3 * 4096)
    failure = refused(folder, profile, StoreDamaged)
    assert isinstance(failure, StoreDamaged)
    window = RebuildWindow(failure, folder, profile)
    qtbot.addWidget(window)
    window.show()
    assert not window.now.isVisible(), "nothing can be made of it"
    window.words.setText("sai mật khẩu rồi")
    window.restore_from(tmp_path / "desk.counter")
    assert "không phải mật khẩu" in finished(qtbot, window)
    window.words.setText(WORDS)
    window.restore_from(tmp_path / "desk.counter")
    finished(qtbot, window)
    assert window.work.isVisible()
    desk = open_desk(folder, profile, CLERK, window.key)
    assert desk.dossier(code)
    desk.store.close()
    assert [path.name for path in folder.glob("before-*/*.db")] == [DATABASE]
