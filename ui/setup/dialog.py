"""The first start: which office, which desk, or a file or code that says it. Who works here is asked next."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from counter_app.bounded_files import read_file
from counter_app.config import Office, Profile, sample_profile
from counter_app.errors import CounterError
from counter_app.settings_file import LARGEST, NotSettings, WrongSetting, of_code, of_file
from ui.widgets.file_choice import choose_file
from ui.widgets.fit import fit
from ui.widgets.scrolled_form import ScrolledForm

_WIDTH = 760  # pixels
_REQUIRED = " *"  # behind the name of what has to be filled in, as on every form


class _ReadCode(QLineEdit):
    """Where a reader types a code and Enter: that Enter answers no dialog, nobody has seen yet what was read."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class SetupDialog(QDialog):
    """Asks for office and desk; `profile` holds the answer once it was accepted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Set up this desk"))
        self.profile: Profile | None = None
        self._sample: Profile | None = None  # while it is the sample office that is shown
        self._typed: dict[tuple[str, str], tuple[str, bool]] = {}  # before the sample office was looked at; by hand?
        self._given: dict[str, Any] = {}  # by a file or code
        self.fields: dict[tuple[str, str], QLineEdit] = {}
        self._errors: dict[tuple[str, str], QLabel] = {}
        asked = QWidget()
        self._form = QGridLayout(asked)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(2)
        title = QLabel(f"<h2>{self.tr('Set up this desk')}</h2>")
        hint = QLabel(self.tr("This is asked once. The office stands like this on every paper that is printed."))
        hint.setWordWrap(True)

        self.sample = QPushButton(self.tr("Use the sample office"))
        self.sample.setToolTip(self.tr("A fictional ward, to try the program out"))
        self.sample.clicked.connect(self.use_sample)
        self.given = _ReadCode(placeholderText=self.tr("Scan the code of another desk here"))
        self.given.setAccessibleName(self.given.placeholderText())
        self.given.returnPressed.connect(self._take_code)
        from_file = QPushButton(self.tr("Open a file of settings…"))
        from_file.clicked.connect(self._choose_file)
        self.told = QLabel(wordWrap=True)
        self.told.setObjectName("fieldError")
        self.told.hide()
        above = QHBoxLayout()
        above.addWidget(self.given, 1)
        above.addWidget(from_file)
        self.start = QPushButton(self.tr("Next"))
        self.start.setObjectName("primary")
        self.start.setDefault(True)
        self.start.clicked.connect(self.accept_profile)

        self._add("office", "name", self.tr("Office") + _REQUIRED, self.tr("such as UBND PHƯỜNG …"), 0, 0)
        self._add("office", "agency", self.tr("Agency code") + _REQUIRED, self.tr("such as H41.15"), 1, 0)
        self._add("office", "place", self.tr("Place name on papers") + _REQUIRED, self.tr("such as Vinh Phú"), 1, 1)
        self._add("office", "address", self.tr("Address") + _REQUIRED, "", 2, 0)
        self._add("office", "phone", self.tr("Telephone"), "", 2, 1)
        self._add("office", "opening_hours", self.tr("Opening hours"), "", 3, 0)
        self._add("office", "website", self.tr("Website"), "", 3, 1)
        self._add("desk", "number", self.tr("Number of this desk") + _REQUIRED, "1, 2, 3 …", 4, 0)
        self._add("server", "url", self.tr("Provincial server (may stay empty)"), "https://…", 5, 0)
        self._add("server", "code", self.tr("One-time code of this desk"), self.tr("given by the province"), 5, 1)
        self._add(
            "backup", "folder", self.tr("Folder for backups, on another disk (may stay empty)"), "E:\\sao-luu", 6, 0
        )
        self.fields["desk", "number"].setToolTip(
            self.tr("Each desk of the office needs its own number: dossier codes are drawn from it.")
        )

        buttons = QHBoxLayout()
        buttons.addWidget(self.sample)
        buttons.addStretch()
        buttons.addWidget(self.start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 20, 28, 20)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(hint)
        layout.addLayout(above)
        layout.addWidget(self.told)
        scroll = ScrolledForm()
        scroll.setWidget(asked)
        layout.addWidget(scroll)
        layout.addStretch()
        layout.addLayout(buttons)
        fit(self, _WIDTH, self.sizeHint().height())

    def use_sample(self) -> None:
        """Shows the ready sample office in every field; once more brings back what was typed. The two never mix."""
        if self._sample is not None:
            self._sample = None
            values = self._typed
        else:
            self._typed = {place: (field.text(), field.isModified()) for place, field in self.fields.items()}
            self._sample = sample_profile()
            content = self._sample.model_dump(mode="json")
            values = {(table, name): (str(content[table][name]), False) for table, name in self.fields}
        for place, field in self.fields.items():
            text, by_hand = values[place]
            field.setText(text)
            field.setModified(by_hand)  # what somebody typed no file or code writes over
            field.setReadOnly(self._sample is not None)
        self.given.setEnabled(self._sample is None)
        self.sample.setText(
            self.tr("Use the sample office") if self._sample is None else self.tr("Set up a real office")
        )
        (self.start if self._sample is not None else self.fields["office", "name"]).setFocus()

    def take_settings(self, content: dict[str, Any]) -> None:
        """Fills in what a file or code says; what somebody typed stays."""
        self._given = content
        for (table, name), field in self.fields.items():
            said = content.get(table, {}).get(name)
            if said is not None and not (field.text().strip() and field.isModified()):
                field.setText(str(said))
        self.told.hide()
        empty = next((field for field in self.fields.values() if not field.text().strip()), None)
        (empty or self.start).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves only while nothing was typed."""
        if event.key() == Qt.Key.Key_Escape and any(field.isModified() for field in self.fields.values()):
            return
        super().keyPressEvent(event)

    def _take_code(self) -> None:
        text = self.given.text()
        self.given.clear()
        self._take(lambda: of_code(text))

    def _take_typed_code(self) -> bool:
        """What stands in the code's field without an Enter is taken too; False, and it is said, where it is no code."""
        if text := self.given.text().strip():
            if not self._take(lambda: of_code(text)):
                self.given.setFocus()
                return False
            self.given.clear()
        return True

    def _choose_file(self) -> None:
        if chosen := choose_file(self, self.tr("Open a file of settings"), "TOML (*.toml)"):
            self._take(lambda: of_file(read_file(Path(chosen), LARGEST)))

    def _take(self, read: Callable[[], dict[str, Any]]) -> bool:
        """Whether there was something to take; where there was none, why is said."""
        try:
            self.take_settings(read())
        except (CounterError, OSError) as fault:
            failure = fault if isinstance(fault, CounterError) else NotSettings(type(fault).__name__)
            self.told.setText(failure.sentence())
            self.told.show()
            return False
        return True

    def accept_profile(self) -> None:
        """Checks the answers; shows what is wrong beside its field, or is done."""
        for error in self._errors.values():
            error.clear()
        if self._sample is None and not self._take_typed_code():
            return
        try:
            answered = Profile.model_validate(self._answers(), strict=False)
        except ValidationError as fault:
            self._show(fault)
            self._ask_for_address()
            return
        if self._ask_for_address():
            return
        if answered.desk.number > answered.office.desk_slots:
            self._say(("desk", "number"), self.tr("A number from 1 to {n}").format(n=answered.office.desk_slots))
            return
        self.profile = self._sample or answered
        self.accept()

    def _ask_for_address(self) -> bool:
        """Every receipt says where the office is: whether that is still to be said."""
        missing = not self.fields["office", "address"].text().strip()
        if missing:
            self._say(("office", "address"), self.tr("This must be filled in"))
        return missing

    def _answers(self) -> dict[str, Any]:
        answers: dict[str, Any] = deepcopy(self._given)
        for table in ("office", "desk", "server", "backup"):
            answers.setdefault(table, {})
        for (table, name), field in self.fields.items():
            text = " ".join(field.text().split())
            if text or name not in {"opening_hours", "website", "code"}:
                answers[table][name] = text
            else:
                answers[table].pop(name, None)
        return answers

    def _show(self, fault: ValidationError) -> None:
        sentences = {
            ("office", "agency"): self.tr("An agency code looks like H41.15"),
            ("desk", "number"): self.tr("A number from 1 to {n}").format(n=Office.model_fields["desk_slots"].default),
            ("server", "url"): self.tr("An address begins with https:// or http://"),
        }
        for error in fault.errors(include_input=False, include_url=False):
            place = (str(error["loc"][0]), str(error["loc"][-1]))
            if place in self._errors:
                self._say(place, sentences.get(place, self.tr("This must be filled in")))
            else:  # something of the file or code that is not asked here
                self.told.setText(WrongSetting(name=".".join(str(step) for step in error["loc"])).sentence())
                self.told.show()

    def _say(self, place: tuple[str, str], sentence: str) -> None:
        self._errors[place].setText(sentence)
        first = next(key for key in self.fields if self._errors[key].text())
        self.fields[first].setFocus()

    def _add(self, table: str, name: str, label: str, example: str, row: int, column: int) -> None:
        field = QLineEdit(placeholderText=example)
        field.setMinimumWidth(330)
        caption = QLabel(label)
        caption.setBuddy(field)
        error = QLabel()
        error.setObjectName("fieldError")
        self._form.addWidget(caption, 3 * row, column, Qt.AlignmentFlag.AlignBottom)
        self._form.addWidget(field, 3 * row + 1, column)
        self._form.addWidget(error, 3 * row + 2, column)
        field.textChanged.connect(error.clear)
        self.fields[table, name] = field
        self._errors[table, name] = error
