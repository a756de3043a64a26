"""The settings on the screen: rooms at the left, the fields of one at the right, saved together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from counter_app.config import Profile
from counter_app.dossier.identity import Card
from counter_app.dossier.roles import Task
from counter_app.errors import CounterError
from ui import words
from ui.background.changes import DossiersChanged
from ui.background.workplace import Workplace
from ui.settings.devices import Devices
from ui.settings.exchange_room import ExchangeRoom
from ui.settings.fields import ROOMS, Kind, Room, fields
from ui.settings.file_checks import fault_of
from ui.settings.form import RoomForm
from ui.settings.more_rooms import ClerkRoom, KnowledgeRoom, SafetyRoom, ServerRoom
from ui.settings.tries import CardTrial, PrinterTrial, ScannerTrial
from ui.theme import SPACE
from ui.widgets.lazy_screen import Slices

_LIST = 190  # pixels
_SMALLEST = QSize(960, 540)
"""Pixels at 100 %: on a smaller screen some of the window is beyond its edge."""


class SettingsPage(QWidget):
    """What is typed stays until it is saved or taken back, whatever screen is shown meanwhile."""

    screen_wanted = Signal(str)
    recovery_key_wanted = Signal()
    sync_wanted = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._shown: Profile | None = None  # what the fields were filled from
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Rooms of the settings"))
        self.list.setFixedWidth(_LIST)
        self.list.setStyleSheet("QListWidget::item { padding: 7px 6px; }")
        self.forms: dict[str, RoomForm] = {}
        self.rooms = QStackedWidget(self)
        self.printer_trial = PrinterTrial(workplace, self)
        self.scanner_trial = ScannerTrial(workplace, self)
        self.card_trial = CardTrial(self)
        self.exchange = ExchangeRoom(workplace, self._lay_over, self)
        self.devices = Devices(workplace, self)
        self.devices.found.connect(self._offer)
        self.save = QPushButton(self.tr("Save (Ctrl+S)"))
        self.save.setObjectName("primary")
        self.save.setShortcut(QKeySequence("Ctrl+S"))
        self.save.clicked.connect(self.save_all)
        self.undo = QPushButton(self.tr("Take changes back"))
        self.undo.clicked.connect(self._show_kept)
        self.pending = QLabel(wordWrap=True)
        self.pending.setObjectName("fieldWarning")
        self.anew = QPushButton(self.tr("Start anew now"))
        self.anew.clicked.connect(workplace.profile_file.start_anew_wanted)
        self.list.currentRowChanged.connect(self.rooms.setCurrentIndex)
        self._build()

    def make_rooms(self) -> Slices[None]:
        """A room a slice; nobody comes here before the last is there."""
        for room in ROOMS:
            self._add_room(room)
            yield
            self.forms[room.name].show_profile(self._workplace.profile_file.kept, self._may_change)
            yield
        self.list.setCurrentRow(0)
        self._show_kept()

    @property
    def is_edited(self) -> bool:
        """Whether something stands in the fields that is not saved."""
        return self.save.isEnabled()

    def enter(self) -> None:
        """The settings as they are; what is typed and not saved stays."""
        if not self.is_edited:
            self._show_kept()
        self._show_allowed()
        self.list.setFocus()

    def print_paper(self) -> None:
        """Nothing: settings are saved as a file."""

    def take_card(self, card: Card) -> bool:
        """In the room of the reader it is a try; elsewhere the person is looked for."""
        if self._room() != "card":
            return False
        self.card_trial.show_number(card.number)
        return True

    def take_code(self, code: str) -> bool:
        """No: settings are about no dossier."""
        return False

    def take_change(self, change: DossiersChanged) -> None:
        """Nothing of a dossier is shown here."""

    def show_room(self, name: str) -> None:
        """Goes to a room."""
        self.list.setCurrentRow(next(place for place, room in enumerate(ROOMS) if room.name == name))

    def wanted(self) -> dict[str, Any]:
        """The profile with what stands in the fields, as it was typed."""
        assert self._shown is not None
        whole: dict[str, Any] = self._shown.model_dump(mode="json")
        for form in self.forms.values():
            for name, value in form.values().items():
                table, _, line = name.partition(".")
                if line:
                    whole[table][line] = value
                else:
                    whole[table] = value
        return whole

    def save_all(self) -> None:
        """Checks everything; says beside its field what is wrong, or saves."""
        for form in self.forms.values():
            form.clear_errors()
        try:
            profile = Profile.model_validate(self.wanted())
        except ValidationError as fault:
            self._show_faults([tuple(error["loc"]) for error in fault.errors(include_input=False, include_url=False)])
            return
        before = self._workplace.profile_file.kept
        for name, field in fields().items():
            if sentence := fault_of(field, name, before, profile, self._workplace.profile_file.folder):
                self._show_faults([tuple(name.split("."))], words.say(*sentence))
                return
        self._keep(profile)

    def _keep(self, profile: Profile) -> None:
        try:
            changed = self._workplace.profile_file.change(self._workplace.desk, profile)
        except CounterError as failure:
            self._workplace.messages.fail(failure)
            return
        self._show_kept()
        if changed:
            self._workplace.messages.succeed(self.tr("The settings are saved."))

    def _lay_over(self, profile: Profile) -> None:
        """Shows settings that came from a file, to be looked at and saved."""
        self._show(profile)
        self._mark_edited(True)

    def _show_faults(self, places: list[tuple[Any, ...]], sentence: str = "") -> None:
        cursor: QWidget | None = None
        for room in ROOMS:
            for place in places:
                found = self.forms[room.name].set_error(place, sentence)
                if found is not None and cursor is None:
                    cursor = found
                    self.show_room(room.name)
        if cursor is not None:
            cursor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_kept(self) -> None:
        self._show(self._workplace.profile_file.kept)
        self._mark_edited(False)

    def _show(self, profile: Profile) -> None:
        self._shown = None  # what the fields are filled with is not typed
        for form in self.forms.values():
            form.clear_errors()
            form.show_profile(profile, self._may_change)
        self._shown = self._workplace.profile_file.kept
        self._look_at_size()
        for name in ("clerk", "server", "knowledge", "safety"):
            room = self.findChild(QWidget, f"more_{name}")
            if isinstance(room, ClerkRoom | ServerRoom | KnowledgeRoom | SafetyRoom):
                room.refresh()
        self.card_trial.clear()
        self.scanner_trial.clear()

    def _mark_edited(self, edited: bool) -> None:
        self.save.setEnabled(edited)
        self.undo.setEnabled(edited)
        waits = [label for name in self._workplace.profile_file.pending if (label := _label(name))]
        self.pending.setText(self.tr("Holds from the next start: {names}.").format(names=", ".join(waits)))
        for part in (self.pending, self.anew):
            part.setVisible(bool(waits) and not edited)

    def _was_edited(self) -> None:
        if self._shown is not None:
            self._mark_edited(True)
            self._look_at_size()

    def _look_at_size(self) -> None:
        """Whether the window has room on this screen at the size that is chosen."""
        chosen = self.forms["display"].values()["display.size"]
        room = self.screen().size() * (self._workplace.profile_file.profile().display.size / int(chosen))
        fits = room.width() >= _SMALLEST.width() and room.height() >= _SMALLEST.height()
        said = self.tr("On this screen not all of the window is seen at that size.")
        self.forms["display"].fields["display.size"].set_warning("" if fits else said)

    def _may_change(self, name: str) -> bool:
        return name.partition(".")[0] in ("display", "language") or self._is_theirs()

    def _is_theirs(self) -> bool:
        return Task.SETTINGS in self._workplace.desk.clerk.tasks

    def _show_allowed(self) -> None:
        """Another clerk may be here than before."""
        reads = self._workplace.desk.clerk.may({Task.READING})
        for place, room in enumerate(ROOMS):
            item = self.list.item(place)
            shown = room.everybodys or room.name in _TRIES or self._is_theirs() or (reads and room.name in self.forms)
            item.setHidden(not shown)
        if self.list.item(self.list.currentRow()).isHidden():
            self.show_room("display")

    def _room(self) -> str:
        return ROOMS[self.list.currentRow()].name

    def _offer(self, kind: Kind, found: list[tuple[str, str]]) -> None:
        for form in self.forms.values():
            form.offer(kind, found)

    def _add_room(self, room: Room) -> None:
        self.list.addItem(words.say(*room.title))
        scroll = QScrollArea(self.rooms, widgetResizable=True)
        inside = QWidget()
        scroll.setWidget(inside)
        form = RoomForm(room, inside)
        form.edited.connect(self._was_edited)
        form.look_for_wanted.connect(self.devices.look_for)
        self.forms[room.name] = form
        title = QLabel(words.say(*room.title))
        title.setObjectName("title")
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 0, 4, 0)
        column.setSpacing(SPACE)
        column.addWidget(title)
        column.addWidget(form)
        if more := self._more(room.name):
            column.addWidget(more)
        column.addStretch()
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rooms.addWidget(scroll)

    def _more(self, name: str) -> QWidget | None:
        """What a room has beside its fields."""
        make: dict[str, Callable[[], QWidget]] = {
            "clerk": lambda: ClerkRoom(self._workplace, self.screen_wanted.emit),
            "printers": lambda: self.printer_trial,
            "scanners": lambda: self.scanner_trial,
            "card": lambda: self.card_trial,
            "server": lambda: ServerRoom(self.sync_wanted.emit),
            "knowledge": lambda: KnowledgeRoom(self._workplace, self.screen_wanted.emit),
            "safety": lambda: SafetyRoom(self._workplace, self.recovery_key_wanted.emit),
            "exchange": lambda: self.exchange,
        }
        if name not in make:
            return None
        made = make[name]()
        if name in ("clerk", "server", "knowledge", "safety"):
            made.setObjectName(f"more_{name}")
        return made

    def _build(self) -> None:
        self.printer_trial.button.clicked.connect(self._try_printer)
        self.scanner_trial.button.clicked.connect(
            lambda: self.scanner_trial.try_scanner(str(self.forms["scanners"].values()["devices.scanner"]))
        )
        foot = QHBoxLayout()
        foot.addWidget(self.pending, 1)
        foot.addWidget(self.anew)
        foot.addStretch()
        foot.addWidget(self.undo)
        foot.addWidget(self.save)
        right = QVBoxLayout()
        right.addWidget(self.rooms, 1)
        right.addLayout(foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(16)
        layout.addWidget(self.list)
        layout.addLayout(right, 1)

    def _try_printer(self) -> None:
        typed = self.forms["printers"].values()
        own = {str(row["name"]): str(row["address"]) for row in typed["printers"] if row["name"]}
        self.printer_trial.try_printer(str(typed["devices.printer"]), own)


_TRIES = frozenset({"printers", "scanners", "card"})
"""Rooms where everybody may try what stands on the desk."""


def _label(name: str) -> str:
    """What a setting is called."""
    field = fields().get(name)
    return words.say(*field.label) if field is not None else name
