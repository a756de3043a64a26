"""The machine's own cameras through QtMultimedia: there is none here, so frames are fed into Qt's capture session."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QTimer
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

pytest.importorskip("PySide6.QtMultimedia", reason="QtMultimedia lacks a library here", exc_type=ImportError)

from PySide6.QtMultimedia import QMediaDevices, QVideoFrame, QVideoFrameFormat, QVideoFrameInput

from scanning.errors import CameraBusy, CameraDenied, CameraFailed, CameraGone, CameraSilent, NoCamera
from ui.pages.camera_dialog import CameraDialog
from ui.pages.camera_frames import PREVIEW, Camera
from ui.pages.camera_qt import QtCamera, best_format, failure_of
from ui.shell.main_window import MainWindow

TWELVE_MEGAPIXELS = QSize(4000, 3000)
without_camera = pytest.mark.skipif(bool(QMediaDevices.videoInputs()), reason="a camera is plugged in")


@pytest.fixture
def camera(qtbot: QtBot) -> Iterator[QtCamera]:
    source = QtCamera(silence=1.0)
    yield source
    source.stop()


@pytest.fixture
def feed(camera: QtCamera) -> Iterator[Callable[[QVideoFrame], None]]:
    """Sends a frame again and again, as a camera does."""
    frames = QVideoFrameInput()
    camera.session.setVideoFrameInput(frames)
    timer = QTimer(interval=50)

    def start(frame: QVideoFrame) -> None:
        timer.timeout.connect(lambda: frames.sendVideoFrame(frame))
        timer.start()

    yield start
    timer.stop()


def colourful(size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    return image


def test_previews_are_small_and_photos_are_whole(
    qtbot: QtBot, camera: QtCamera, feed: Callable[[QVideoFrame], None]
) -> None:
    with qtbot.waitSignal(camera.previewed) as seen:
        feed(QVideoFrame(colourful(TWELVE_MEGAPIXELS)))
    preview = seen.args[0]
    assert preview.size() == QSize(PREVIEW, PREVIEW * 3 // 4)
    assert QColor(preview.pixel(10, 10)) == QColor("#336699")
    with qtbot.waitSignal(camera.photographed) as taken:
        camera.take()
    assert taken.args[0].size() == TWELVE_MEGAPIXELS


def test_a_camera_that_sends_jpeg_is_previewed(
    qtbot: QtBot, camera: QtCamera, feed: Callable[[QVideoFrame], None]
) -> None:
    encoded = QByteArray()
    buffer = QBuffer(encoded)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    colourful(QSize(2592, 1944)).save(buffer, "JPG")  # type: ignore[call-overload]
    frame = QVideoFrame(QVideoFrameFormat(QSize(2592, 1944), QVideoFrameFormat.PixelFormat.Format_Jpeg))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    room = frame.bits(0)
    assert isinstance(room, memoryview)
    room[: encoded.size()] = encoded.data()
    frame.unmap()
    with qtbot.waitSignal(camera.previewed) as seen:
        feed(frame)
    assert max(seen.args[0].width(), seen.args[0].height()) == PREVIEW


def test_a_camera_that_sends_nothing_is_told(qtbot: QtBot, camera: QtCamera) -> None:
    with qtbot.waitSignal(camera.failed) as told:
        camera.await_frames()
    assert isinstance(told.args[0], CameraSilent)


@without_camera
def test_a_camera_that_was_just_pulled_out_cannot_be_started(qtbot: QtBot, camera: QtCamera) -> None:
    with qtbot.waitSignal(camera.failed) as told:
        camera.start(Camera("/dev/video0", "Deli 15180"))
    assert isinstance(told.args[0], CameraGone)


@without_camera
def test_the_dialog_says_that_there_is_no_camera(qtbot: QtBot, window: MainWindow) -> None:
    dialog = CameraDialog(window.workplace, "Tờ khai", window)
    dialog.show()
    sentence = NoCamera().sentence(window.workplace.language)
    qtbot.waitUntil(lambda: dialog.view.sentence == sentence)
    assert dialog.again.isVisible() and not dialog.shutter.isEnabled()
    dialog.close()


def test_of_a_cameras_formats_the_sharpest_is_taken_and_of_those_the_quickest() -> None:
    jpeg, raw = QVideoFrameFormat.PixelFormat.Format_Jpeg, QVideoFrameFormat.PixelFormat.Format_YUYV

    def offers(width: int, height: int, kind: QVideoFrameFormat.PixelFormat, rate: float) -> SimpleNamespace:
        return SimpleNamespace(
            resolution=lambda: QSize(width, height), pixelFormat=lambda: kind, maxFrameRate=lambda: rate
        )

    wanted = offers(4160, 3120, jpeg, 15.0)
    formats = [offers(1920, 1080, raw, 60.0), offers(4160, 3120, raw, 15.0), wanted, offers(4160, 3120, jpeg, 5.0)]
    assert best_format(formats) is wanted  # type: ignore[arg-type, comparison-overlap]
    assert best_format([]) is None


@pytest.mark.skipif(sys.platform == "win32", reason="only Linux' cameras are files")
def test_why_a_camera_fails_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    there = "/dev/null"
    assert isinstance(failure_of(there, "Camera is in use"), CameraBusy)
    assert isinstance(failure_of(there, "Something else"), CameraFailed)
    assert isinstance(failure_of("/dev/video-nowhere", "Cannot open camera"), CameraGone)
    monkeypatch.setattr(os, "access", lambda *_: False)  # a user without rights; whoever runs this may be root
    assert isinstance(failure_of(there, "Cannot open camera"), CameraDenied)
