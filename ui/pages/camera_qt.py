"""The cameras of this machine through QtMultimedia.

Imported only when the camera dialog opens: the library takes its time, and on a machine that lacks a part of it only
the camera is missing.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import (
    QCamera,
    QCameraFormat,
    QImageCapture,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoFrame,
    QVideoFrameFormat,
    QVideoSink,
)

from counter_app.errors import CounterError
from scanning.errors import CameraBusy, CameraDenied, CameraFailed, CameraGone, CameraSilent
from ui.pages.camera_frames import PREVIEW, Camera
from ui.widgets.off_thread import OffThread
from ui.widgets.page_picture import decoded

_JPEG = QVideoFrameFormat.PixelFormat.Format_Jpeg
_EVERY = 0.066  # seconds between two pictures of the preview
_BREATH = 3.0  # … and as many times as long as one took: converting keeps Python's lock, and the window needs it too


class QtCamera(QObject):
    """A `FrameSource`. `silence`: seconds without a picture after which a camera is taken to be stuck."""

    cameras_changed = Signal()
    previewed = Signal(QImage)
    photographed = Signal(QImage)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None, silence: float = 8.0) -> None:
        super().__init__(parent)
        self._silence = silence
        self._devices = QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self._on_devices)
        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._on_frame)
        self._capture = QImageCapture(self)
        self._capture.imageCaptured.connect(lambda _, image: self.photographed.emit(image))
        self._capture.errorOccurred.connect(lambda _number, _kind, said: self._fail(CameraFailed(said)))
        self.session = QMediaCaptureSession(self)
        self.session.setVideoSink(self._sink)
        self.session.setImageCapture(self._capture)
        self._camera: QCamera | None = None
        self._converting = OffThread(self, priority=1)
        self._busy = False
        self._not_before = 0.0
        self._last_frame = 0.0
        self._watch = QTimer(self)
        self._watch.setInterval(500)
        self._watch.timeout.connect(self._look_for_silence)

    def cameras(self) -> list[Camera]:
        """The cameras there are now."""
        return [Camera(_name(device.id().data()), device.description()) for device in QMediaDevices.videoInputs()]

    def start(self, camera: Camera) -> None:
        """Looks through this camera, at its best resolution."""
        self.stop()
        device = next((video for video in QMediaDevices.videoInputs() if _name(video.id().data()) == camera.id), None)
        if device is None:
            self._fail(CameraGone(camera.id))
            return
        self._camera = QCamera(device, self)
        best = best_format(device.videoFormats())
        if best is not None:
            self._camera.setCameraFormat(best)
        self._camera.errorOccurred.connect(lambda _, said: self._fail(failure_of(camera.id, said)))
        self.session.setCamera(self._camera)
        self._camera.start()
        self.await_frames()

    def take(self) -> None:
        """Asks for a photo; what keeps it from being taken is told by `failed`."""
        self._capture.capture()

    def await_frames(self) -> None:
        """From now on, no picture for too long is a failure."""
        self._last_frame = time.monotonic()
        self._watch.start()

    def stop(self) -> None:
        """Lets the camera go."""
        self._watch.stop()
        self._converting.forget()
        self._busy = False
        camera, self._camera = self._camera, None
        if camera is not None:
            camera.stop()
            self.session.setCamera(None)  # type: ignore[arg-type] # Qt takes none; its stub does not say so
            camera.deleteLater()

    def _on_frame(self, frame: QVideoFrame) -> None:
        now = self._last_frame = time.monotonic()
        if self._busy or now < self._not_before or not frame.isValid():
            return
        self._busy = True
        self._converting.run(partial(_small, QVideoFrame(frame)), self._show, self._skip)

    def _show(self, made: tuple[QImage, float]) -> None:
        image, seconds = made
        self._busy = False
        self._not_before = time.monotonic() + max(_EVERY, _BREATH * seconds)
        if not image.isNull():
            self.previewed.emit(image)

    def _skip(self) -> None:
        self._busy = False

    def _on_devices(self) -> None:
        """An unplugged camera says nothing: its pictures just stop."""
        camera = self._camera
        if camera is not None and camera.cameraDevice() not in QMediaDevices.videoInputs():
            self._fail(CameraGone(_name(camera.cameraDevice().id().data())))
        self.cameras_changed.emit()

    def _look_for_silence(self) -> None:
        if time.monotonic() - self._last_frame > self._silence:
            self._fail(CameraSilent())

    def _fail(self, failure: CounterError) -> None:
        self.stop()
        self.failed.emit(failure)


def best_format(formats: Iterable[QCameraFormat]) -> QCameraFormat | None:
    """The one with most pixels; of those, as JPEG (which the cable carries fastest), and the most pictures a second."""

    def worth(offered: QCameraFormat) -> tuple[int, bool, float]:
        size = offered.resolution()
        return size.width() * size.height(), offered.pixelFormat() == _JPEG, offered.maxFrameRate()

    return max(formats, key=worth, default=None)


def failure_of(device: str, said: str) -> CounterError:
    """Why a camera cannot be used. Qt tells all reasons alike; on Linux the device's file knows more."""
    if device.startswith("/dev/"):
        if not Path(device).exists():
            return CameraGone(device)
        if not os.access(device, os.R_OK | os.W_OK):
            return CameraDenied(device)
    return CameraBusy(device) if "in use" in said.lower() else CameraFailed(said)


def _name(device: bytes | bytearray | memoryview) -> str:
    return bytes(device).decode(errors="replace")


def _small(frame: QVideoFrame) -> tuple[QImage, float]:
    """The frame as a picture no larger than PREVIEW, and the seconds it took; runs beside the window's thread."""
    started = time.monotonic()
    area = QSize(PREVIEW, PREVIEW)
    image = decoded(_data(frame), area) if frame.pixelFormat() == _JPEG else frame.toImage()
    if max(image.width(), image.height()) > PREVIEW:
        image = image.scaled(area, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return image, time.monotonic() - started


def _data(frame: QVideoFrame) -> bytes:
    """The frame's bytes as the camera sent them."""
    if not frame.map(QVideoFrame.MapMode.ReadOnly):
        return b""
    try:
        return bytes(frame.bits(0))
    finally:
        frame.unmap()
