"""Where a sheet lies in the camera's preview, looked for by another process: OpenCV stays out of the window's."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Qt, Signal
from PySide6.QtGui import QImage

from scanning.page.sheet_finder import ANSWER_BYTES, command, corners_in, request

_SIZE = 640  # pixels of the longer side: what the finder looks at
_EVERY = 0.15  # seconds between two looks


class CameraOutline(QObject):
    """Looks at one frame at a time; those that come meanwhile are left out. Without the process there is no outline."""

    found = Signal(object)  # list[Place] | None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._end)
        self._started = False
        self._awaited = False
        self._not_before = 0.0

    @property
    def process_id(self) -> int:
        """The system's number of the process; 0 while there is none."""
        return self._process.processId()

    def look(self, frame: QImage) -> None:
        """Where is the sheet in this frame? `found` tells, unless an earlier frame is still being looked at."""
        if not self._started:
            self._start()
        if self._awaited or time.monotonic() < self._not_before or not self._running:
            return
        self._awaited = True
        self._not_before = time.monotonic() + _EVERY
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        small = frame if max(frame.width(), frame.height()) <= _SIZE else frame.scaled(_SIZE, _SIZE, keep, smooth)
        pixels = small.convertToFormat(QImage.Format.Format_RGB888)
        self._process.write(request(pixels.width(), pixels.height(), pixels.bytesPerLine(), bytes(pixels.constBits())))

    def stop(self) -> None:
        """Ends the process."""
        if self._running:
            self._process.kill()
            self._process.waitForFinished(1000)

    @property
    def _running(self) -> bool:
        return self._process.state() != QProcess.ProcessState.NotRunning

    def _start(self) -> None:
        self._started = True
        (program, *arguments), more = command()
        environment = QProcessEnvironment.systemEnvironment()
        for name, value in more.items():
            environment.insert(name, value)
        self._process.setProcessEnvironment(environment)
        self._process.start(program, arguments)

    def _read(self) -> None:
        while self._process.bytesAvailable() >= ANSWER_BYTES:
            self._awaited = False
            self.found.emit(corners_in(bytes(self._process.read(ANSWER_BYTES).data())))

    def _end(self) -> None:
        self._awaited = False
        self.found.emit(None)
