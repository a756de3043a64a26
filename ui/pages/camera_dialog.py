"""Taking pages with a document camera: look, press, next page; each one is handed on at once."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from counter_app.errors import CounterError
from scanning.errors import CameraFailed, CameraSoftwareMissing, NoCamera
from scanning.page.sheet_finder import Place
from scanning.sources.camera import CameraPages
from ui.background.workplace import Workplace
from ui.pages.camera_frames import Camera, FrameSource
from ui.pages.camera_outline import CameraOutline
from ui.pages.camera_view import CameraView
from ui.theme import ON_ACCENT, SPACE, icon
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.fit import fit
from ui.widgets.off_thread import OffThread
from ui.widgets.page_picture import decoded
from ui.widgets.thumbnails import PageThumb, ThumbnailList, ThumbnailModel

_QUALITY = 92  # of the JPEG that is kept: letters stay free of rings
_THUMB = QSize(288, 304)
_LAST_PHOTO = 5000  # milliseconds that a photo asked for may still take after the dialog was closed
_log = logging.getLogger(__name__)


class CameraDialog(QDialog):
    """Shows what the camera sees and takes pages of one paper; the window can be used meanwhile.

    `pages` gives the photos to whoever takes them from it, and ends when the dialog is closed, however that happens;
    the dialog then deletes itself. `paper` is the name of what is photographed, for the title. `frames` stands in for
    the machine's own cameras.
    """

    def __init__(
        self, workplace: Workplace, paper: str, parent: QWidget | None = None, frames: FrameSource | None = None
    ) -> None:
        super().__init__(parent)
        self.pages = CameraPages()
        self.taken = 0
        self._workplace = workplace
        self._frames = frames
        self._taking = False  # a photo was asked for
        self._keeping = False  # … and came, and is being encoded
        self._ended = False
        self._thumbs: list[PageThumb] = []
        self._encoding = OffThread(self, priority=2)
        self.outline = CameraOutline(self)
        self.outline.found.connect(self._show_outline)
        self.setWindowTitle(self.tr("Camera: {paper}").format(paper=paper))
        self._build()
        QShortcut(QKeySequence(Qt.Key.Key_Space), self, self.take, autoRepeat=False)
        self.view.say(self.tr("Starting the camera…"))
        QTimer.singleShot(0, self, self._begin)  # the dialog is on the screen before the library is loaded

    def search(self) -> None:
        """Looks for cameras and starts the one used last, or the first."""
        if self._frames is None:
            return
        found = self._frames.cameras()
        wanted = self.camera.currentData() or str(self._workplace.settings.value("camera/device", ""))
        self.camera.blockSignals(True)
        self.camera.clear()
        for camera in found:
            self.camera.addItem(camera.label, camera.id)
        self.camera.setCurrentIndex(max(self.camera.findData(wanted), 0) if found else -1)
        self.camera.blockSignals(False)
        self._chooser.setVisible(len(found) > 1)
        if found:
            self._start()
        else:
            self._fail(NoCamera())

    def take(self) -> None:
        """Takes the page that lies under the camera."""
        if not self.shutter.isEnabled() or self._frames is None:
            return
        self._taking = True
        self.shutter.setEnabled(False)
        self.view.flash()
        self._frames.take()

    def done(self, result: int) -> None:
        """Closes; a photo that was asked for is still waited for."""
        super().done(result)
        if self._taking or self._keeping:
            QTimer.singleShot(_LAST_PHOTO, self, self._end)
        else:
            self._end()

    def _build(self) -> None:
        self.view = CameraView()
        self.state = QLabel()
        self.state.setObjectName("quiet")
        self.camera = ChoiceBox()
        self.camera.currentIndexChanged.connect(self._start)
        self._chooser = QWidget()
        self.again = QPushButton(self.tr("Search again"))
        self.again.clicked.connect(self.search)
        self.again.hide()
        self.count = QLabel()
        self.count.setObjectName("heading")
        self.shutter = QPushButton(icon("camera", ON_ACCENT), self.tr("Take page (Space)"))
        self.shutter.setObjectName("primary")
        self.shutter.setDefault(True)
        self.shutter.setEnabled(False)
        self.shutter.clicked.connect(self.take)
        self.finish = QPushButton(self.tr("Done"))
        self.finish.clicked.connect(self.accept)
        self.model = ThumbnailModel(self)
        self.thumbnails = ThumbnailList(self.model)
        self.thumbnails.setFixedHeight(122)
        self.thumbnails.hide()

        chooser = QHBoxLayout(self._chooser)
        chooser.setContentsMargins(0, 0, 0, 0)
        chooser.addWidget(QLabel(self.tr("Camera")))
        chooser.addWidget(self.camera, 1)
        self._chooser.hide()
        above = QHBoxLayout()
        above.addWidget(self.state, 1)
        above.addWidget(self.again)
        above.addWidget(self._chooser)
        buttons = QHBoxLayout()
        buttons.addWidget(self.count, 1)
        buttons.addWidget(self.finish)
        buttons.addWidget(self.shutter)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addLayout(above)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.thumbnails)
        layout.addLayout(buttons)
        fit(self, 960, 690)
        self._count()

    def _begin(self) -> None:
        if self._frames is None:
            try:
                self._frames = _machines_cameras(self)
            except CounterError as failure:
                self._fail(failure)
                return
        self._frames.previewed.connect(self._show)
        self._frames.photographed.connect(self._keep)
        self._frames.failed.connect(self._fail)
        self._frames.cameras_changed.connect(self._on_cameras)
        self.search()

    def _start(self) -> None:
        assert self._frames is not None
        self._pause(self.tr("Starting the camera…"))
        self.again.hide()
        self._frames.start(Camera(str(self.camera.currentData()), self.camera.currentText()))

    def _show(self, picture: QImage) -> None:
        if self.view.picture.isNull():
            self._workplace.settings.setValue("camera/device", self.camera.currentData())
        self.view.show_picture(picture)
        self._go_on()
        self.outline.look(picture)

    def _show_outline(self, outline: list[Place] | None) -> None:
        if self.view.picture.isNull():
            return
        self.view.show_outline(outline)
        seen, not_seen = self.tr("The page is found."), self.tr("No page is found; the whole picture will be kept.")
        self.state.setText(seen if outline else not_seen)

    def _on_cameras(self) -> None:
        """One that was plugged in is used at once where none worked; one that works is not disturbed."""
        if self.view.picture.isNull():
            self.search()

    def _fail(self, failure: CounterError) -> None:
        self._taking = False
        self._pause(failure.sentence(self._workplace.language))
        self.again.setVisible(self._frames is not None)
        self._go_on()

    def _pause(self, sentence: str) -> None:
        self.shutter.setEnabled(False)
        self.state.clear()
        self.view.say(sentence)

    def _keep(self, photo: QImage) -> None:
        """Encodes the photo beside the window's thread; the next may be taken after it, so they keep their order."""
        self._taking, self._keeping = False, True
        camera = self.camera.currentText()
        self._encoding.run(partial(_encoded, photo), partial(self._kept, camera), self._not_kept)

    def _kept(self, camera: str, made: tuple[bytes, bytes]) -> None:
        photo, small = made
        if not self._ended:
            self.pages.put(photo, camera)
        self._keeping = False
        self.taken += 1
        self._thumbs.append(PageThumb(self.taken, str(self.taken), "waiting", camera, lambda: small))
        self.model.show(self._thumbs)
        self.thumbnails.show()
        self.thumbnails.scrollToBottom()
        self.thumbnails.select(self.taken)
        self._count()
        self._go_on()

    def _not_kept(self) -> None:
        self._keeping = False
        self._fail(CameraFailed())

    def _go_on(self) -> None:
        """The next page may be taken, or, once the dialog was closed, all is done."""
        busy = self._taking or self._keeping
        self.shutter.setEnabled(not busy and not self.view.picture.isNull())
        if self.isHidden() and not busy:
            self._end()

    def _count(self) -> None:
        self.count.setText(self.tr("Pages taken: {n}").format(n=self.taken) if self.taken else "")

    def _end(self) -> None:
        if self._ended:
            return
        self._ended = True
        if self._frames is not None:
            self._frames.stop()
        self.outline.stop()
        self.pages.close()
        self.deleteLater()


def _machines_cameras(parent: QObject) -> FrameSource:
    """The real cameras. Raises CameraSoftwareMissing where QtMultimedia or what it needs is not installed."""
    try:
        from ui.pages.camera_qt import QtCamera
    except ImportError as error:
        _log.warning("no camera: %s", error)
        raise CameraSoftwareMissing(str(error)) from error
    return QtCamera(parent)


def _encoded(photo: QImage) -> tuple[bytes, bytes]:
    """The photo as JPEG, and a small one to be shown."""
    encoded = _jpeg(photo)
    return encoded, _jpeg(decoded(encoded, _THUMB))  # `scaled` would keep Python's lock, which the window needs too


def _jpeg(image: QImage) -> bytes:
    encoded = QByteArray()
    buffer = QBuffer(encoded)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "JPG", _QUALITY):  # type: ignore[call-overload] # the stub wants bytes, the library a word
        raise ValueError("a photo that cannot be encoded")
    return bytes(encoded.data())
