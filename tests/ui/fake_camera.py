"""Cameras of cardboard: they show synthetic pictures, can be plugged in and pulled out, and answer when told to."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from counter_app.errors import CounterError
from scanning.errors import CameraGone
from scanning.picture import Picture
from ui.pages.camera_frames import Camera


class FakeCameras(QObject):
    """A `FrameSource` whose cameras all see `scene`; `photo` is the same at full size."""

    cameras_changed = Signal()
    previewed = Signal(QImage)
    photographed = Signal(QImage)
    failed = Signal(object)

    def __init__(self, scene: Picture, photo: Picture, cameras: list[Camera]) -> None:
        super().__init__()
        self.scene, self.photo = as_image(scene), as_image(photo)
        self.plugged = cameras
        self.running: Camera | None = None
        self.asked = 0
        self.slow = False
        """A photo that was asked for comes only when `deliver` is called."""
        self._frames = QTimer(self, interval=40)
        self._frames.timeout.connect(lambda: self.previewed.emit(self.scene))

    def cameras(self) -> list[Camera]:
        return list(self.plugged)

    def start(self, camera: Camera) -> None:
        self.running = camera
        self._frames.start()

    def take(self) -> None:
        self.asked += 1
        if not self.slow:
            QTimer.singleShot(20, self, self.deliver)

    def stop(self) -> None:
        self.running = None
        self._frames.stop()

    def deliver(self) -> None:
        """The photo arrives."""
        self.photographed.emit(self.photo)

    def fail(self, failure: CounterError) -> None:
        """The camera stops working."""
        self.stop()
        self.failed.emit(failure)

    def pull_out(self) -> None:
        """The cable is pulled out of the first camera."""
        gone = self.plugged.pop(0)
        if self.running == gone:
            self.fail(CameraGone(gone.id))
        self.cameras_changed.emit()

    def plug_in(self, camera: Camera) -> None:
        """A camera is plugged in."""
        self.plugged.append(camera)
        self.cameras_changed.emit()


def as_image(picture: Picture) -> QImage:
    """The picture as Qt has it."""
    pixels = np.ascontiguousarray(picture)
    rows, columns = pixels.shape[:2]
    return QImage(pixels.tobytes(), columns, rows, 3 * columns, QImage.Format.Format_RGB888).copy()
