"""What every form of an act has: its fields by name, what it would do, what the clerk should know before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QSpacerItem, QWidget

from counter_app.desk.casework import due_if
from counter_app.desk.desk import Desk
from counter_app.desk.dossier_view import DossierView
from counter_app.dossier.acts.act import AnyAct, lacks
from counter_app.dossier.identity import Card
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.payload import Payload
from counter_app.errors import CounterError
from ui.widgets.labelled_field import LabelledField, show_lacking
from ui.widgets.moments import read_day

Step = Callable[[Desk], Dossier]
_COLUMNS = 12


class ActForm(QWidget):
    """The form of one act on one dossier. `fields` are named as `StepIncomplete` names what is missing."""

    changed = Signal()  # what will follow from the act may be another now

    def __init__(self, act: AnyAct, seen: DossierView, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.act = act
        self.seen = seen
        self.desk = desk
        self.fields: dict[str, LabelledField] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self.build()
        for column in range(_COLUMNS):  # else fields in the place of hidden ones stand without a gap
            self._grid.addItem(QSpacerItem(0, 0), 0, column)

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing."""
        return self._grid.isEmpty()

    @property
    def dossier(self) -> Dossier:
        """The dossier as it stood when the form was opened."""
        return self.seen.dossier

    def build(self) -> None:
        """Makes the fields; an act that needs nothing has none."""

    def step(self) -> Step:
        """What is to be done, with what stands in the fields now. Raises StepIncomplete."""
        raise NotImplementedError

    def fill(self, payload: Payload) -> None:
        """Puts in what a step said that had no effect, as far as it is asked for: the clerk confirms or changes it."""

    def due_after(self) -> datetime | None:
        """The due date as the act would leave it. Raises CalendarMissing."""
        return due_if(self.desk, self.dossier, self.act)

    def caution(self) -> str:
        """What the clerk should know before confirming; "" for nothing."""
        return ""

    def take_card(self, card: Card) -> bool:
        """Whether the form has use for an identity card that was read; it is filled in then."""
        return False

    def show_fault(self, failure: CounterError) -> bool:
        """Says at the field what is missing, and puts the cursor there; whether it has such a field."""
        return show_lacking(self.fields, failure)

    def focus_first(self) -> None:
        """Puts the cursor where the typing begins."""
        for field in self.fields.values():
            if not field.isHidden():
                field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                if isinstance(field.editor, QLineEdit):
                    field.editor.selectAll()  # what was filled in for the clerk is typed over
                return

    def put(
        self, name: str, label: str, editor: QWidget, row: int, column: int, span: int, *, required: bool = False
    ) -> None:
        """Adds a field; the grid is twelve columns wide. What is wrong with it is so until it is typed over."""
        field = LabelledField(label, editor, required)
        self.fields[name] = field
        self._grid.addWidget(field, row, column, 1, span)
        if isinstance(editor, QComboBox):
            editor.currentTextChanged.connect(self.changed)
            editor.currentTextChanged.connect(lambda _: field.set_error(""))
        elif isinstance(editor, QLineEdit | QPlainTextEdit):
            editor.textChanged.connect(self.changed)
            editor.textChanged.connect(lambda: field.set_error(""))

    def put_plain(self, widget: QWidget, row: int, column: int, span: int) -> None:
        """Adds something that is not a field."""
        self._grid.addWidget(widget, row, column, 1, span)
        if isinstance(widget, QCheckBox):
            widget.toggled.connect(self.changed)

    def day(self, name: str, edit: QLineEdit) -> datetime | None:
        """The moment typed, by default the end of the office's day; None for nothing. Raises StepIncomplete."""
        if not edit.text().strip():
            return None
        found = read_day(edit.text(), self.desk.now(), self.desk.knowledge.hours)
        if found is None:
            raise lacks(self.act, name)
        return found


def ready_phrases(act: AnyAct, seen: DossierView) -> tuple[str, ...]:
    """The reasons to offer for an act, the most frequent first."""
    return seen.reasons.get(act.name, ())
