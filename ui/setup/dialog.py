"""The first start: which office, which desk. Who works here is asked next (`ui.sign_in`), the rest can wait."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import Qt
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

from counter_app.config import Office, Profile, sample_profile


class SetupDialog(QDialog):
    """Asks for office and desk; `profile` holds the answer once it was accepted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Set up this desk"))
        self.profile: Profile | None = None
        self._sample: Profile | None = None  # what is not asked here is in the profile's file; the sample office has it
        self.fields: dict[tuple[str, str], QLineEdit] = {}
        self._errors: dict[tuple[str, str], QLabel] = {}
        self._form = QGridLayout()
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(2)
        title = QLabel(f"<h2>{self.tr('Set up this desk')}</h2>")
        hint = QLabel(self.tr("This is asked once. The office stands like this on every paper that is printed."))
        hint.setWordWrap(True)

        sample = QPushButton(self.tr("Use the sample office"))
        sample.setToolTip(self.tr("A fictional ward, to try the program out"))
        sample.clicked.connect(self.use_sample)
        self.start = QPushButton(self.tr("Next"))
        self.start.setObjectName("primary")
        self.start.setDefault(True)
        self.start.clicked.connect(self.accept_profile)

        self._add("office", "name", self.tr("Office"), self.tr("such as UBND PHƯỜNG …"), 0, 0)
        self._add("office", "agency", self.tr("Agency code"), self.tr("such as H41.15"), 1, 0)
        self._add("office", "place", self.tr("Place name on papers"), self.tr("such as Vinh Phú"), 1, 1)
        self._add("office", "address", self.tr("Address"), "", 2, 0)
        self._add("office", "phone", self.tr("Telephone"), "", 2, 1)
        self._add("office", "opening_hours", self.tr("Opening hours"), "", 3, 0)
        self._add("office", "website", self.tr("Website"), "", 3, 1)
        self._add("desk", "number", self.tr("Number of this desk"), "1, 2, 3 …", 4, 0)
        self._add("server", "url", self.tr("Provincial server (may stay empty)"), "https://…", 5, 0)
        self._add("server", "code", self.tr("One-time code of this desk"), self.tr("given by the province"), 5, 1)
        self._add(
            "backup", "folder", self.tr("Folder for backups, on another disk (may stay empty)"), "E:\\sao-luu", 6, 0
        )
        self.fields["desk", "number"].setToolTip(
            self.tr("Each desk of the office needs its own number: dossier codes are drawn from it.")
        )

        buttons = QHBoxLayout()
        buttons.addWidget(sample)
        buttons.addStretch()
        buttons.addWidget(self.start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 20, 28, 20)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(hint)
        layout.addLayout(self._form)
        layout.addStretch()
        layout.addLayout(buttons)
        self.setMinimumWidth(760)

    def use_sample(self) -> None:
        """Fills every field with the ready sample office."""
        sample = sample_profile()
        self._sample = sample
        values = sample.model_dump(mode="json")
        for (table, name), field in self.fields.items():
            field.setText(str(values[table][name]))
        self.start.setFocus()

    def accept_profile(self) -> None:
        """Checks the answers; shows what is wrong beside its field, or is done."""
        for error in self._errors.values():
            error.clear()
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
        self.profile = self._with_sample(answered)
        self.accept()

    def _ask_for_address(self) -> bool:
        """Every receipt says where the office is: whether that is still to be said."""
        missing = not self.fields["office", "address"].text().strip()
        if missing:
            self._say(("office", "address"), self.tr("This must be filled in"))
        return missing

    def _with_sample(self, answered: Profile) -> Profile:
        """The sample office has more than is asked here; it leaves nothing in another office."""
        sample = self._sample
        if sample is None or answered.office.agency != sample.office.agency:
            return answered
        typed = {name: getattr(answered.office, name) for table, name in self.fields if table == "office"}
        rest = {name: getattr(sample, name) for name in ("signers", "numbers", "receipts")}
        return answered.model_copy(update={"office": sample.office.model_copy(update=typed), **rest})

    def _answers(self) -> dict[str, Any]:
        answers: dict[str, Any] = {"office": {}, "desk": {}, "server": {}, "backup": {}}
        for (table, name), field in self.fields.items():
            text = " ".join(field.text().split())
            if text or name not in {"opening_hours", "website", "code"}:
                answers[table][name] = text
        return answers

    def _show(self, fault: ValidationError) -> None:
        sentences = {
            ("office", "agency"): self.tr("An agency code looks like H41.15"),
            ("desk", "number"): self.tr("A number from 1 to {n}").format(n=Office.model_fields["desk_slots"].default),
            ("server", "url"): self.tr("An address begins with https:// or http://"),
        }
        for error in fault.errors(include_input=False, include_url=False):
            place = (str(error["loc"][0]), str(error["loc"][-1]))
            self._say(place, sentences.get(place, self.tr("This must be filled in")))

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
        error.setStyleSheet("color: #b3261e")
        self._form.addWidget(caption, 3 * row, column, Qt.AlignmentFlag.AlignBottom)
        self._form.addWidget(field, 3 * row + 1, column)
        self._form.addWidget(error, 3 * row + 2, column)
        field.textChanged.connect(error.clear)
        self.fields[table, name] = field
        self._errors[table, name] = error
