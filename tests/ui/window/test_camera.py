"""A clerk lays paper after paper under the document camera and presses the space bar."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter_app import windows_system
from printing.layout.pictures import page_sizes
from scanning.errors import CameraBusy
from scanning.page.sheet_finder import command
from scanning.pipeline.pipeline import Pipeline
from scanning.session import scan
from tests.pace import slower
from tests.scanning.camera_pictures import CameraPicture, empty_desk, photographed
from tests.scanning.conftest import PAPERS, typeset
from tests.ui.fake_camera import FakeCameras, as_image
from tests.ui.window.conftest import begun
from tests.ui.window.test_responsiveness import STALL, TRIES, Heartbeat
from ui.pages.camera_dialog import CameraDialog
from ui.pages.camera_frames import Camera
from ui.shell.main_window import MainWindow

STARTED = 30_000
"""Milliseconds within which the outline's process has surely loaded its library."""
DESK_CAMERA, LAPTOP = Camera("/dev/video0", "Deli 15180"), Camera("/dev/video2", "Integrated camera")
Opened = Callable[..., tuple[CameraDialog, FakeCameras]]


@pytest.fixture(scope="module")
def photo() -> CameraPicture:
    return photographed(typeset(PAPERS["birth"]), 5, frame=(3264, 2448), hand=False)


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, photo: CameraPicture) -> Iterator[Opened]:
    """Opens the dialog over the window, with these cameras plugged in."""
    dialogs: list[CameraDialog] = []

    def open_dialog(*plugged: Camera) -> tuple[CameraDialog, FakeCameras]:
        small = np.asarray(Image.fromarray(photo.picture).resize((960, 720)))
        cameras = FakeCameras(small, photo.picture, list(plugged))
        dialog = CameraDialog(window.workplace, "Tờ khai đăng ký khai sinh", window, cameras)
        dialogs.append(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: dialog.view.sentence != "" or not dialog.view.picture.isNull())
        return dialog, cameras

    yield open_dialog
    for dialog in dialogs:
        with suppress(RuntimeError):  # it deletes itself once it is closed
            dialog.close()


def take(qtbot: QtBot, dialog: CameraDialog) -> None:
    qtbot.waitUntil(dialog.shutter.isEnabled)
    before = dialog.taken
    qtbot.keyClick(dialog, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.taken == before + 1)


def test_pages_are_taken_with_the_space_bar_and_handed_on_at_once(qtbot: QtBot, opened: Opened) -> None:
    dialog, cameras = opened(DESK_CAMERA)
    pages = dialog.pages.pages()
    take(qtbot, dialog)
    first = next(pages)
    assert (first.media_type, first.source, first.treatment.photographed) == ("image/jpeg", "Deli 15180", True)
    kept = Image.open(io.BytesIO(first.data))
    assert kept.size == (3264, 2448), "the camera's full resolution"
    take(qtbot, dialog)
    qtbot.mouseClick(dialog.shutter, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.taken == 3)
    assert "3" in dialog.count.text()
    assert dialog.model.rowCount() == 3
    dialog.accept()
    assert [page.index for page in pages] == [1, 2]
    assert cameras.running is None, "the camera is free for others"


def test_the_next_page_waits_until_this_one_is_kept(qtbot: QtBot, opened: Opened) -> None:
    dialog, cameras = opened(DESK_CAMERA)
    cameras.slow = True
    qtbot.waitUntil(dialog.shutter.isEnabled)
    for _ in range(3):
        qtbot.keyClick(dialog, Qt.Key.Key_Space)
    assert cameras.asked == 1 and not dialog.shutter.isEnabled()
    cameras.deliver()
    qtbot.waitUntil(dialog.shutter.isEnabled)
    assert dialog.taken == 1


def test_the_sheet_is_outlined_in_the_live_picture(qtbot: QtBot, opened: Opened, photo: CameraPicture) -> None:
    dialog, cameras = opened(DESK_CAMERA)
    qtbot.waitUntil(lambda: dialog.view.outline is not None, timeout=STARTED)
    found, true = np.array(dialog.view.outline), (photo.corners + 0.5) / (3264, 2448)
    assert np.abs(found - true).max() < 0.01
    said = dialog.state.text()
    cameras.scene = as_image(empty_desk(7, frame=(960, 720)))
    qtbot.waitUntil(lambda: dialog.view.outline is None, timeout=STARTED)
    assert dialog.state.text() not in ("", said)


def test_the_camera_is_pulled_out_in_the_middle(qtbot: QtBot, opened: Opened) -> None:
    dialog, cameras = opened(DESK_CAMERA)
    take(qtbot, dialog)
    cameras.pull_out()
    assert dialog.view.sentence and not dialog.shutter.isEnabled()
    assert dialog.taken == dialog.model.rowCount() == 1, "what was taken stays"
    cameras.plug_in(DESK_CAMERA)
    take(qtbot, dialog)
    dialog.accept()
    assert len(list(dialog.pages.pages())) == 2


def test_a_camera_in_use_elsewhere_is_told_and_searched_again(qtbot: QtBot, window: MainWindow, opened: Opened) -> None:
    dialog, cameras = opened(DESK_CAMERA)
    qtbot.waitUntil(dialog.shutter.isEnabled)
    cameras.fail(CameraBusy("/dev/video0"))
    assert dialog.view.sentence == CameraBusy().sentence(window.workplace.language)
    assert dialog.again.isVisible()
    qtbot.mouseClick(dialog.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.shutter.isEnabled)
    assert dialog.view.sentence == "" and not dialog.again.isVisible()


def test_without_a_camera_a_sentence_says_so_until_one_is_plugged_in(qtbot: QtBot, opened: Opened) -> None:
    dialog, cameras = opened()
    qtbot.waitUntil(lambda: dialog.view.sentence.startswith("Không tìm thấy camera"))
    qtbot.keyClick(dialog, Qt.Key.Key_Space)
    assert cameras.asked == 0
    cameras.plug_in(DESK_CAMERA)
    qtbot.waitUntil(dialog.shutter.isEnabled)


def test_of_several_cameras_the_one_used_last_is_started(qtbot: QtBot, opened: Opened) -> None:
    dialog, cameras = opened(LAPTOP, DESK_CAMERA)
    qtbot.waitUntil(dialog.shutter.isEnabled)
    assert cameras.running == LAPTOP and dialog.camera.isVisible()
    dialog.camera.setCurrentIndex(1)
    assert cameras.running == DESK_CAMERA
    qtbot.waitUntil(dialog.shutter.isEnabled)
    dialog.accept()
    again, cameras = opened(LAPTOP, DESK_CAMERA)
    qtbot.waitUntil(again.shutter.isEnabled)
    assert cameras.running == DESK_CAMERA
    only, _ = opened(DESK_CAMERA)
    assert not only.camera.isVisible(), "one camera needs no choosing"


def test_a_photo_under_way_is_kept_although_the_dialog_is_closed(qtbot: QtBot, opened: Opened) -> None:
    dialog, cameras = opened(DESK_CAMERA)
    cameras.slow = True
    qtbot.waitUntil(dialog.shutter.isEnabled)
    qtbot.keyClick(dialog, Qt.Key.Key_Space)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    pages = dialog.pages
    with qtbot.waitSignal(dialog.destroyed):
        cameras.deliver()
    assert len(list(pages.pages())) == 1


def test_closing_ends_the_source_and_the_outlines_process(qtbot: QtBot, opened: Opened) -> None:
    dialog, cameras = opened(DESK_CAMERA)
    qtbot.waitUntil(lambda: dialog.outline.process_id != 0, timeout=STARTED)
    process, pages = dialog.outline.process_id, dialog.pages
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    assert list(pages.pages()) == []
    if sys.platform == "win32":
        qtbot.waitUntil(lambda: not windows_system.lives(process))
    else:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
    assert cameras.running is None


def test_a_machine_without_the_camera_software_says_so_and_works_on(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    monkeypatch.delitem(sys.modules, "ui.pages.camera_qt", raising=False)
    dialog = CameraDialog(window.workplace, "Giấy chứng sinh", window)
    dialog.show()
    qtbot.waitUntil(lambda: "libpulse0" in dialog.view.sentence)
    assert not dialog.shutter.isEnabled() and window.isEnabled()
    pages = dialog.pages
    dialog.close()
    assert list(pages.pages()) == []


def test_the_camera_asked_for_twice_is_open_once_and_for_another_paper_anew(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)  # nothing is plugged in
    monkeypatch.delitem(sys.modules, "ui.pages.camera_qt", raising=False)
    page = begun(window).intake
    window.activateWindow()

    def titles() -> list[str]:
        return [dialog.windowTitle() for dialog in window.findChildren(CameraDialog) if dialog.isVisible()]

    page.sources.open_camera()
    page.sources.open_camera()
    assert titles() == ["Camera: Tờ khai đăng ký khai sinh"]
    page.papers.checklist.select("giay-chung-sinh")
    page.sources.open_camera()
    (title,) = titles()
    assert title.startswith("Camera: Giấy chứng sinh"), "no page goes to the paper before"


def test_the_window_can_be_used_while_the_camera_is_open(qtbot: QtBot, window: MainWindow, opened: Opened) -> None:
    dialog, _ = opened(DESK_CAMERA)
    assert not dialog.isModal()
    window.intake.intake.type_person("owner", name="Nguyễn Thị Hường")
    qtbot.waitUntil(dialog.shutter.isEnabled)


@pytest.mark.alone
def test_live_picture_and_photos_do_not_stall_the_window(qtbot: QtBot, opened: Opened) -> None:
    stalls = []
    for _ in range(TRIES):
        dialog, _ = opened(DESK_CAMERA)
        qtbot.waitUntil(dialog.shutter.isEnabled)
        heart = Heartbeat()
        take(qtbot, dialog)
        qtbot.wait(300)
        stalls.append(heart.stop())
        dialog.accept()
        if stalls[-1] < STALL * slower():
            return
    pytest.fail(f"stalls of {stalls} s")


@pytest.mark.slow
def test_a_photographed_paper_becomes_a_read_page_of_the_dossier(
    qtbot: QtBot, window: MainWindow, opened: Opened
) -> None:
    dialog, _ = opened(DESK_CAMERA)
    take(qtbot, dialog)
    source = dialog.pages.pages()
    dialog.accept()
    desk, draft = window.workplace.desk, window.intake.intake.draft.id
    with Pipeline(workers=1) as pipeline:
        assert scan(desk, pipeline, draft, "to-khai", source) == []
    (page,) = desk.store.drafts.pages(draft)
    assert "TỜ KHAI ĐĂNG KÝ KHAI SINH" in window.workplace.desk.store.drafts.reading(page.id).text
    original = Image.open(io.BytesIO(desk.store.files.get(page.original)))
    assert original.size == (3264, 2448), "the photo lies in the spool as it was taken"
    ((width, height),) = page_sizes(desk.store.files.get(page.picture))
    assert max(width, height) / min(width, height) == pytest.approx(297 / 210, rel=0.02)


def test_the_window_starts_without_the_multimedia_library() -> None:
    code = "import sys, ui.shell.main_window, ui.pages.camera_dialog; sys.exit('PySide6.QtMultimedia' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], env=os.environ | command()[1], check=False).returncode == 0
