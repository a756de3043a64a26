"""The foot of the intake screen: when the result is due, what is missing, receive."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from counter_app.desk import receiving
from counter_app.dossier.draft import Missing
from counter_app.dossier.money import FeeKind
from counter_app.dossier.states import TermUnit
from counter_app.dossier.written import read_day
from counter_app.procedures.fees import fees_unknown
from ui import words
from ui.background.workplace import Workplace
from ui.intake.intake import Intake
from ui.theme import AMBER, QUIET, RED, Ink, dress
from ui.widgets.choice_box import ChoiceBox

_LONG_ENOUGH = 8  # characters of a day, 1/1/2026
_CASE_LETTERS = 26
_EVERY_HALF_MINUTE = 30_000  # the promise moves with the clock


class ReceiveBar(QFrame):
    """Shows the promise live, and says in one line what stands in the way: quietly what is to be done next, as an
    error once it was asked to receive without it. Of an intake nobody touched it says nothing."""

    receive_wanted = Signal()
    fault_chosen = Signal(str)  # the field of what is missing
    gaps_wanted = Signal()

    def __init__(self, workplace: Workplace, intake: Intake, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("receiveBar")
        self._workplace = workplace
        self._intake = intake
        self._refused = ""  # the draft that was to be received although something stood in the way
        self.due = QLabel()
        self.due.setObjectName("due")
        self.day = QLineEdit()
        self.day.setPlaceholderText(self.tr("dd/mm/yyyy"))
        self.day.setAccessibleName(self.tr("Day of the result"))
        self.day.setFixedWidth(130)
        self.day.textEdited.connect(self._day_typed)
        self.day.hide()
        self.case = ChoiceBox()
        self.case.setAccessibleName(self.tr("Case"))
        self.case.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.case.setMinimumContentsLength(_CASE_LETTERS)  # some fill three lines
        self.case.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.case.activated.connect(lambda _: intake.change(case=self.case.currentData()))
        self.case.hide()
        self.terms = QLabel()
        self.terms.setObjectName("quiet")
        self.terms.setWordWrap(True)
        self.missing = QPushButton(flat=True)
        self.missing.setCursor(Qt.CursorShape.PointingHandCursor)
        self.missing.clicked.connect(self._go_to_fault)
        self.answers = QPushButton(self.tr("Supplements, refusal…"))
        self.answers.setToolTip(self.tr("Mẫu 02 (Ctrl+2) or Mẫu 03 (Ctrl+3) instead of a receipt"))
        self.answers.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # no stop more on the way to the receipt
        self.answers.clicked.connect(self.gaps_wanted)
        self.button = QPushButton(self.tr("Receive (F9)"))
        self.button.setObjectName("primary")
        self.button.setMinimumSize(190, 44)
        self.button.clicked.connect(self.receive_wanted)

        promise = QHBoxLayout()
        promise.addWidget(self.due)
        promise.addStretch()
        promise.addWidget(self.case)
        promise.addWidget(self.day)
        below = QHBoxLayout()
        below.addWidget(self.terms, 1)
        below.addWidget(self.missing)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addLayout(promise)
        lines.addLayout(below)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 10, 8)
        layout.addLayout(lines, 1)
        layout.addWidget(self.answers)
        layout.addWidget(self.button)

        self._clock = QTimer(self, interval=_EVERY_HALF_MINUTE)
        self._clock.timeout.connect(self.refresh)
        self._clock.start()
        intake.changed.connect(self.refresh)
        intake.started.connect(self._show_day)
        intake.started.connect(self._show_cases)
        intake.procedure_changed.connect(self._show_cases)
        intake.started.connect(self.refresh)
        intake.procedure_changed.connect(self.refresh)
        workplace.pages.feeding_changed.connect(lambda _: self.refresh())

    def first_fault(self) -> Missing | None:
        """The first thing missing, in the order of the form."""
        return next(iter(self._intake.missing()), None)

    def refuse(self) -> None:
        """It was asked to receive: what stands in the way is an error from now on."""
        self._refused = self._intake.holder
        self.refresh()

    def refresh(self) -> None:
        """Computes the promise and what is missing anew."""
        self._show_promise()
        fault = self.first_fault()
        feeding = self._workplace.pages.feeding(self._intake.draft.id)
        gaps = self._intake.gaps() if fault is None else []
        refused = self._refused == self._intake.holder
        if feeding:
            self.missing.setText(self.tr("Pages are still coming from the scanner"))
        elif fault and self._intake.empty and not refused:
            self.missing.setText("")
        elif fault:
            self.missing.setText(self._describe(fault))
        else:
            self.missing.setText(self.tr("Not complete: %n things are lacking", "", len(gaps)) if gaps else "")
        self.missing.setVisible(bool(self.missing.text()))
        self.answers.setVisible(self._intake.procedure is not None)
        self._colour(AMBER if feeding or gaps else RED if refused else QUIET)
        self.button.setEnabled(self._intake.ready and not feeding)
        if self.button.property("incomplete") != (fault is not None):
            self.button.setProperty("incomplete", fault is not None)
            self.button.style().unpolish(self.button)
            self.button.style().polish(self.button)

    def _colour(self, ink: Ink) -> None:
        """Red is what stood in the way, amber what can be received all the same, quiet what is still to be done."""
        dress(self.missing, f"border: 0; background: transparent; color: @{ink.name}@;")

    def _show_day(self) -> None:
        """What was typed of another intake goes; what was kept of this one comes."""
        day = self._intake.draft.promised_on
        self.day.setText(words.day(day) if day else "")
        self._day_typed(self.day.text())

    def _day_typed(self, typed: str) -> None:
        """What is no day is none of the draft, and is said as soon as it is typed to its end."""
        wrong = len(typed.strip()) >= _LONG_ENOUGH and read_day(typed) is None
        state = "error" if wrong else ""
        if (self.day.property("state") or "") != state:
            self.day.setProperty("state", state)
            self.day.style().unpolish(self.day)
            self.day.style().polish(self.day)
        self._intake.change(promised_on=read_day(typed))
        self.refresh()

    def _show_cases(self) -> None:
        """The cases that the term or the papers depend on, where the procedure has any."""
        procedure = self._intake.procedure
        names = procedure.case_names if procedure else ()
        terms = (
            {case_term.name: f": {words.term_text(case_term.term)}" for case_term in procedure.case_terms}
            if procedure
            else {}
        )
        self.case.clear()
        asked = procedure is not None and procedure.asks_case
        usual = procedure is not None and bool(procedure.case_terms) and not asked
        unchosen = self.tr("The usual case") if usual else self.tr("Papers of all cases")
        self.case.addItem(self.tr("Which case?") if asked else unchosen, "")
        for name in names:
            self.case.addItem(f"{name}{terms.get(name, '')}", name)
            self.case.setItemData(self.case.count() - 1, name, Qt.ItemDataRole.ToolTipRole)
        self.case.setCurrentIndex(max(self.case.findData(self._intake.draft.case), 0))
        self.case.setVisible(bool(names))

    def _describe(self, fault: Missing) -> str:
        """What is missing, and of whom."""
        people = {
            "owner": self.tr("Owner"),
            "co_owners": self.tr("Co-owner"),
            "submitter": self.tr("Submitter"),
        }
        whose = people.get(fault.field.partition(".")[0])
        sentence = words.say("draft", fault.sentence)
        return f"{whose}: {sentence[0].lower()}{sentence[1:]}" if whose else sentence

    def _show_promise(self) -> None:
        procedure = self._intake.procedure
        if procedure is None:
            self.day.hide()
            self.due.setText(self.tr("Result due: choose the procedure"))
            self.terms.setText("")
            return
        at = receiving.promised(self._workplace.desk, self._intake.draft, procedure)
        term = procedure.term_of(self._intake.draft.case)
        choosing = bool(procedure.case_terms) and not procedure.has_usual_term and not self._intake.draft.case
        asked = term.unit is TermUnit.UNKNOWN and not choosing
        self.day.setVisible(asked)
        if choosing:
            at = None
            self.due.setText(self.tr("Result due: choose the case"))
        elif asked and self.day.property("state") == "error":
            self.due.setText(self.tr("Result due: {typed} is no day").format(typed=self.day.text().strip()))
        elif asked and at is None:
            self.due.setText(self.tr("Result due: no data of the term, enter the day"))
        elif at is None:
            self.due.setText(self.tr("Result due: the law sets no term"))
        else:
            sentence = self.tr("Result due: {weekday}, {moment}")
            self.due.setText(sentence.format(weekday=words.weekday(at), moment=words.moment(at)))
        known = term.unit is not TermUnit.UNKNOWN
        text = words.term_text(term)
        terms = self.tr("Term: {term}").format(term=text) if known else text[:1].upper() + text[1:]
        unsure = self._workplace.desk.not_announced(at)
        moves = self.tr("the holidays from {day} on are not announced yet, the date may move")
        caution = f" · {moves.format(day=words.day(unsure))}" if unsure else ""
        self.terms.setText(f"{terms} · {self._money()}{caution}")

    def _money(self) -> str:
        """What is to be paid, fees and charges apart: they are two accounts with a receipt each."""
        procedure = self._intake.procedure
        case = self._intake.draft.case
        if procedure is not None and procedure.costs_by_case and not case:
            return self.tr("fees: choose the case")
        if procedure is not None and fees_unknown(procedure, case):
            return self.tr("fees: no data, ask before receiving")
        fees = receiving.fees(self._workplace.desk, self._intake.draft)
        sums = {kind: sum(fee.amount for fee in fees if fee.kind == kind) for kind in FeeKind}
        total, less = sum(sums.values()), sum(max(fee.full - fee.amount, 0) for fee in fees)
        if not fees:
            return self.tr("nothing to pay")
        if all(sums.values()):
            sentence = self.tr("To pay: {total} (fees {phi}, charges {le_phi})")
        elif sums[FeeKind.CHARGE]:
            sentence = self.tr("Charges to pay: {total}")
        else:
            sentence = self.tr("Fees to pay: {total}")
        said = sentence.format(total=words.money(total), **{kind: words.money(item) for kind, item in sums.items()})
        paid = f"<b>{said}</b>"
        return f"{paid} · {self.tr('less {amount}').format(amount=words.money(less))}" if less else paid

    def _go_to_fault(self) -> None:
        fault = self.first_fault()
        if fault is not None:
            self.fault_chosen.emit(fault.field)
        elif self._intake.gaps():
            self.gaps_wanted.emit()
