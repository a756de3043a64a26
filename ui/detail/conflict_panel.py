"""Where a clerk settles a contradiction: one line while it is closed, both sides beside each other when opened."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from counter_app.desk.casework import settle_conflict
from counter_app.desk.conflict_view import ConflictView
from counter_app.desk.desk import Desk
from counter_app.dossier import acts
from counter_app.dossier.journal import EntryKey
from counter_app.dossier.life import Decision
from counter_app.dossier.model import Dossier
from ui import words
from ui.detail.acts.form import ActForm, Step
from ui.detail.conflict import Conflict, Side
from ui.theme import SPACE
from ui.widgets.labelled_field import LabelledField
from ui.widgets.phrase_edit import PhraseEdit


class ConflictPanel(QFrame):
    """One contradiction after the other, the oldest first; without any it is not there."""

    set_aside = Signal(object)  # Step
    act_wanted = Signal(object, object)  # Act, Payload: its form is to be opened

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conflicts: list[Conflict] = []
        self._code = ""
        self._pending: tuple[ActForm, ConflictView, str] | None = None
        self._left: dict[tuple[str, EntryKey], str] = {}  # reasons typed, and another dossier was looked at
        self.body = QWidget()
        self.line = QLabel()
        self.line.setObjectName("conflict")
        self.line.setWordWrap(True)
        self.opener = QPushButton()
        self.opener.clicked.connect(lambda: self.open(self.body.isHidden()))
        self.without_effect, self.in_effect = _Card(""), _Card(self.tr("In effect"))
        self.now = _Card(self.tr("The dossier now"))
        self.reason_edit = PhraseEdit(
            self.tr("Agreed with the other desk: its step counts."),
            self.tr("Both desks did the same; once is enough."),
            self.tr("The money was given back to the payer."),
        )
        self.reason = LabelledField(self.tr("Reason for the decision"), self.reason_edit, True)
        self.aside = QPushButton(self.tr("Set this step aside"))
        self.again = QPushButton()
        self.note = QLabel()
        self.note.setObjectName("fieldWarning")
        self.note.setWordWrap(True)
        self.aside.clicked.connect(self._set_aside)
        self.again.clicked.connect(self._want_act)
        self._build()

    def show_conflicts(self, code: str, conflicts: list[Conflict]) -> None:
        """Shows what contradicts in this dossier; what was typed stands where it is about the same step."""
        if self.conflicts:
            self._left[self._code, _keys(self.conflicts)[0]] = self.reason_edit.text()
        same = self._code == code and _keys(self.conflicts)[:1] == _keys(conflicts)[:1]
        if code != self._code:
            self.open(False)
        self._code, self.conflicts = code, conflicts
        self.setVisible(bool(conflicts))
        if not conflicts:
            self.open(False)
            return
        if not same:
            self.reason_edit.setText(self._left.pop((code, _keys(conflicts)[0]), ""))
            self.reason.set_error("")
        conflict = conflicts[0]
        said = self.tr(
            "%n steps do not fit what another desk or the province did at the same time.", "", len(conflicts)
        )
        self.line.setText(said)
        self.without_effect.title.setText(
            self.tr("Taken though not due") if conflict.view.takes_back else self.tr("Had no effect")
        )
        self.without_effect.show_side(conflict.without_effect)
        self.in_effect.setVisible(conflict.in_effect is not None)
        if conflict.in_effect:
            self.in_effect.show_side(conflict.in_effect)
        self.now.show_side(Side(conflict.now, ""))
        self.again.setText(words.act_name(acts.REFUND) if conflict.view.takes_back else self.tr("Do it again"))
        self.aside.setEnabled(not conflict.not_settled)
        self.again.setEnabled(not conflict.not_settled and not conflict.not_done)
        self.again.setToolTip(conflict.not_done)
        self.note.setText(
            "\n".join(part for part in (conflict.note, conflict.not_settled or conflict.not_done) if part)
        )
        self.note.setVisible(bool(self.note.text()))

    def open(self, wide: bool) -> None:
        """Shows both sides, or the line alone."""
        self.body.setVisible(wide)
        self.opener.setText(self.tr("Close") if wide else self.tr("See both sides and settle"))
        if wide:
            self.reason_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def expect(self, form: ActForm) -> None:
        """The form that was opened for the contradiction: confirming it settles it."""
        self._pending = (form, self._first, self.reason_edit.text())

    def with_settlement(self, form: ActForm | None, step: Step) -> Step:
        """The step, which settles the contradiction too if its form was opened for that."""
        if self._pending is None or self._pending[0] is not form:
            return step
        _, conflict, reason = self._pending
        decision = Decision.SET_ASIDE if conflict.takes_back else Decision.DONE_AGAIN
        return _settling(self._code, conflict, decision, reason, step)

    @property
    def _first(self) -> ConflictView:
        return self.conflicts[0].view

    def _set_aside(self) -> None:
        if self._has_reason():
            reason = self.reason_edit.text()
            self.set_aside.emit(_settling(self._code, self._first, Decision.SET_ASIDE, reason, None))

    def _want_act(self) -> None:
        if self._has_reason():
            self.act_wanted.emit(self._first.act, self._first.payload)

    def _has_reason(self) -> bool:
        missing = not self.reason_edit.text().strip()
        self.reason.set_error(self.tr("Say why; it stays in the timeline.") if missing else "")
        if missing:
            self.reason_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return not missing

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.line, 1)
        head.addWidget(self.opener)
        sides = QHBoxLayout()
        for card in (self.without_effect, self.in_effect, self.now):
            sides.addWidget(card, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.reason, 1)
        for button in (self.aside, self.again):
            beside = QVBoxLayout()  # level with the field, which has its label above it and may have a fault below it
            beside.addSpacing(self.line.fontMetrics().height() + 2)
            beside.addWidget(button)
            beside.addStretch()
            foot.addLayout(beside)
        inner = QVBoxLayout(self.body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(sides)
        inner.addWidget(self.note)
        inner.addLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        layout.addLayout(head)
        layout.addWidget(self.body)
        self.open(False)


class _Card(QFrame):
    """What was done, under a heading, and who did it below."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.setObjectName("floating")
        self.title, self.sentence, self.by = QLabel(heading), QLabel(), QLabel()
        self.title.setObjectName("heading")
        self.by.setObjectName("quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE + 2, SPACE - 2, SPACE + 2, SPACE - 2)
        layout.setSpacing(SPACE // 4)
        for label in (self.title, self.sentence, self.by):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(label)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addStretch()

    def show_side(self, side: Side) -> None:
        self.sentence.setText(side.sentence)
        self.by.setText(side.by)
        self.by.setVisible(bool(side.by))


def _keys(conflicts: list[Conflict]) -> list[EntryKey]:
    return [conflict.view.without_effect.key for conflict in conflicts]


def _settling(code: str, conflict: ConflictView, decision: Decision, reason: str, by: Step | None) -> Step:
    def step(desk: Desk) -> Dossier:
        return settle_conflict(desk, code, conflict.without_effect.key, decision, reason, by)

    return step
