"""The settings as a file: saved, read from one, and a code from which another desk of the office is set up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from counter_app.bounded_files import read_file
from counter_app.config import Profile
from counter_app.durable import write_durably
from counter_app.errors import CounterError
from counter_app.settings_file import LARGEST, NotSettings, as_code, as_file, exported, laid_over, of_file
from ui import words
from ui.background.workplace import Workplace
from ui.errors import NotSaved
from ui.settings.fields import ROOMS, lines_of
from ui.widgets.file_choice import choose_file, choose_to_save
from ui.widgets.number_box import NumberBox
from ui.widgets.ticks import Ticks

_LOCKABLE = tuple(room for room in ROOMS if room.parts and not room.everybodys)
_MODULE = 4  # pixels of the code


class ExchangeRoom(QWidget):
    """What is read from a file is shown in the rooms and saved there, after it was looked at."""

    def __init__(self, workplace: Workplace, show: Callable[[Profile], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace, self._show = workplace, show
        about = QLabel(
            self.tr(
                "The file has no secret in it: no password, no one-time code. Locked settings, the office's code and"
                " the desk's number stay as they are when a file is read."
            ),
            wordWrap=True,
        )
        about.setObjectName("quiet")
        self.save = QPushButton(self.tr("Save the settings as a file…"))
        self.save.clicked.connect(self._save)
        self.read = QPushButton(self.tr("Read settings from a file…"))
        self.read.clicked.connect(self._choose)
        self.state = QLabel(wordWrap=True)
        heading = QLabel(self.tr("Another desk of this office"))
        heading.setObjectName("heading")
        told = QLabel(
            self.tr(
                "At its first start the other desk scans this code, or opens the file. It needs a number of its own,"
                " and its one-time code where there is a server."
            ),
            wordWrap=True,
        )
        told.setObjectName("quiet")
        self.number = NumberBox(minimum=1, maximum=workplace.desk.profile.office.desk_slots)
        self.number.setAccessibleName(self.tr("Number of the other desk"))
        self.code = QLineEdit(placeholderText=self.tr("One-time code of the other desk"))
        self.code.setAccessibleName(self.tr("One-time code of the other desk"))
        self.show_code = QPushButton(self.tr("Show the code"))
        self.show_code.clicked.connect(self.show_qr)
        self.other_file = QPushButton(self.tr("Save its file…"))
        self.other_file.clicked.connect(self._save_other)
        keeps = QLabel(self.tr("Locked at the other desk, where nobody changes them"))
        keeps.setObjectName("fieldLabel")
        self.locks = Ticks(columns=3)
        for room in _LOCKABLE:
            self.locks.add(words.say(*room.title), ticked=False)
        self.qr = QLabel()
        self.qr.setAccessibleName(self.tr("Code from which another desk is set up"))
        self.qr.hide()
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, parts in (
            (first, (self.save, self.read)),
            (second, (QLabel(self.tr("Desk no.")), self.number, self.code, self.show_code, self.other_file)),
        ):
            for part in parts:
                row.addWidget(part, 1 if part is self.code else 0)
            row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 12, 0)
        column.addWidget(about)
        column.addLayout(first)
        column.addWidget(self.state)
        column.addWidget(heading)
        column.addWidget(told)
        column.addLayout(second)
        column.addWidget(keeps)
        column.addWidget(self.locks)
        column.addWidget(self.qr)
        self.number.valueChanged.connect(self.qr.hide)
        self.code.textEdited.connect(lambda _: self.qr.hide())
        self.locks.toggled.connect(self.qr.hide)

    def save_to(self, file: Path, content: bytes) -> None:
        """Writes a file of settings."""
        try:
            write_durably(file, content)
        except OSError as fault:
            self._workplace.messages.fail(NotSaved(type(fault).__name__))
            return
        self.state.setText(self.tr("Saved: {file}").format(file=file))

    def read_from(self, file: Path) -> None:
        """Shows the settings of a file in the rooms; what stays as it was is said."""
        try:
            profile, stays = laid_over(self._workplace.profile_file.kept, of_file(read_file(file, LARGEST)))
        except (CounterError, OSError) as fault:
            failure = fault if isinstance(fault, CounterError) else NotSettings(type(fault).__name__)
            self._workplace.messages.fail(failure)
            return
        self._show(profile)
        kept = self.tr("Stays as it was: {names}").format(names=", ".join(stays)) if stays else ""
        self.state.setText(" ".join([self.tr("Read. Look at the rooms, then save."), kept]).strip())

    def show_qr(self) -> None:
        """The code on the screen, to be scanned at the other desk."""
        from printing.layout.qr import qr_modules

        columns, pixels = qr_modules(as_code(self._other()))
        image = QImage(pixels, columns, len(pixels) // columns, columns, QImage.Format.Format_Grayscale8)
        side = _MODULE * columns if columns < 100 else 3 * columns
        self.qr.setPixmap(QPixmap.fromImage(image.scaled(side, side)))
        self.qr.setContentsMargins(16, 16, 16, 16)
        self.qr.setStyleSheet("background: white;")  # a code is read on white in every theme
        self.qr.setFixedSize(side + 32, side + 32)
        self.qr.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.qr.show()

    def _other(self) -> dict[str, object]:
        chosen = self.locks.ticked()
        locked = [name for room in _LOCKABLE if words.say(*room.title) in chosen for name in lines_of(room)]
        return exported(self._workplace.profile_file.kept, self.number.value(), self.code.text().strip(), locked)

    def _save(self) -> None:
        content = as_file(exported(self._workplace.profile_file.kept))
        if chosen := choose_to_save(self, self.tr("Save the settings"), "cai-dat-quay.toml", "TOML (*.toml)"):
            self.save_to(Path(chosen), content)

    def _save_other(self) -> None:
        name = f"cai-dat-quay-{self.number.value()}.toml"
        if chosen := choose_to_save(self, self.tr("Save the settings"), name, "TOML (*.toml)"):
            self.save_to(Path(chosen), as_file(self._other()))

    def _choose(self) -> None:
        if chosen := choose_file(self, self.tr("Read settings"), "TOML (*.toml)"):
            self.read_from(Path(chosen))
