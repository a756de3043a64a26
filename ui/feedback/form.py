"""New feedback: what the clerk writes down while the citizen speaks, or from what they brought."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from counter_app.desk.feedback import REFUSALS, FeedbackTyped
from counter_app.dossier.acts.act import lacking_field
from counter_app.dossier.feedback import Elsewhere, seems_elsewhere
from counter_app.dossier.identity import Card
from counter_app.dossier.names import FEEDBACK_MATTER, FEEDBACK_WAY
from counter_app.dossier.payloads.feedback import Sender
from counter_app.dossier.states import FeedbackMatter, FeedbackWay
from counter_app.errors import CounterError
from ui import words
from ui.theme import SPACE
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labelled_field import LabelledField
from ui.widgets.scrolled_form import ScrolledForm

MATTERS: tuple[FeedbackMatter | Elsewhere, ...] = (*FeedbackMatter, *Elsewhere)
"""What is offered as what it is about, in this order; the last are told apart and not taken."""

_LINES = 92  # pixels: four lines of what is said


class FeedbackForm(QWidget):
    """Everything on one page, in the order in which it is asked; F9 enters it in the register."""

    wanted = Signal(object)  # FeedbackTyped

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = QWidget()
        self._scroll = ScrolledForm(self)
        self._scroll.setWidget(self._inside)
        self.matter, self.way = ChoiceBox(), ChoiceBox()
        self.matter.addItems([words.say("feedback", FEEDBACK_MATTER[matter]) for matter in FeedbackMatter])
        self.matter.addItems([self.tr("Complaint (khiếu nại)"), self.tr("Denunciation (tố cáo)")])
        self.way.addItems([words.say("feedback", FEEDBACK_WAY[way]) for way in FeedbackWay])
        for box in (self.matter, self.way):  # as wide as the form, not as their longest line
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(14)
        self.name, self.phone, self.email, self.address = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.anonymous = QCheckBox(self.tr("Says no name"))
        self.dossier = QLineEdit()
        self.dossier.setPlaceholderText(self.tr("Code of the dossier, if it is about one"))
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setStyleSheet(f"QPlainTextEdit {{ min-height: {_LINES}px; }}")  # the theme's own least is one line
        self.told = QLabel(wordWrap=True)
        self.take = QPushButton(self.tr("Take it (F9)"))
        self.take.setObjectName("primary")
        self.take.setShortcut("F9")
        self.fields = {
            "matter": LabelledField(self.tr("What it is about"), self.matter, parent=self._inside),
            "way": LabelledField(self.tr("How it came"), self.way, parent=self._inside),
            "name": LabelledField(
                self.tr("Name of the person or organisation"), self.name, required=True, parent=self._inside
            ),
            "phone": LabelledField(self.tr("Telephone"), self.phone, required=True, parent=self._inside),
            "email": LabelledField(self.tr("E-mail, where there is no telephone"), self.email, parent=self._inside),
            "address": LabelledField(self.tr("Address"), self.address, required=True, parent=self._inside),
            "dossier": LabelledField(self.tr("Dossier"), self.dossier, parent=self._inside),
            "content": LabelledField(
                self.tr("What is said, as it was said"), self.text, required=True, parent=self._inside
            ),
        }
        self.matter.currentIndexChanged.connect(self._look)
        self.text.textChanged.connect(self._look)
        self.anonymous.toggled.connect(self._show_sender)
        self.take.clicked.connect(self._take)
        self._build()
        self.clear()

    def clear(self) -> None:
        """An empty form."""
        for line in (self.name, self.phone, self.email, self.address, self.dossier):
            line.clear()
        self.text.clear()
        self.anonymous.setChecked(False)
        self.matter.setCurrentIndex(0)
        self.way.setCurrentIndex(0)
        self.show_failure(None)
        self._look()

    @property
    def is_begun(self) -> bool:
        """Whether anything stands in it that would be lost."""
        return any(line.text().strip() for line in (self.name, self.phone, self.email, self.address)) or bool(
            self.text.toPlainText().strip()
        )

    def take_card(self, card: Card) -> None:
        """The sender showed their card: their name and address; its number is not asked for."""
        self.anonymous.setChecked(False)
        self.name.setText(card.name)
        self.address.setText(card.address)

    def show_failure(self, failure: CounterError | None) -> None:
        """Marks the field that is missing; takes every mark back first."""
        for field in self.fields.values():
            field.set_error("")
        lacking = lacking_field(failure) if failure else ""
        if lacking in self.fields:
            self.fields[lacking].set_lacking()
            self.fields[lacking].editor.setFocus()

    def typed(self) -> FeedbackTyped:
        """What stands in the form."""
        return FeedbackTyped(
            text=self.text.toPlainText(),
            sender=Sender(
                name=self.name.text(), address=self.address.text(), phone=self.phone.text(), email=self.email.text()
            ),
            way=tuple(FeedbackWay)[self.way.currentIndex()],
            matter=MATTERS[self.matter.currentIndex()],
            dossier=self.dossier.text(),
            anonymous=self.anonymous.isChecked(),
        )

    def _take(self) -> None:
        self.wanted.emit(self.typed())

    def _show_sender(self, anonymous: bool) -> None:
        for field in (self.name, self.phone, self.email, self.address):
            field.setDisabled(anonymous)
        self._look()

    def _look(self) -> None:
        """Tells a complaint from feedback before anything is saved, and what a missing name means."""
        kind = MATTERS[self.matter.currentIndex()]
        chosen = kind if isinstance(kind, Elsewhere) else None
        seems = chosen or seems_elsewhere(self.text.toPlainText())
        self.take.setEnabled(chosen is None)
        self.told.setObjectName("conflict" if chosen else "nothingFound")
        self.told.setText(self._said(chosen, seems))
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)
        self.told.setVisible(bool(self.told.text()))

    def _said(self, chosen: Elsewhere | None, seems: Elsewhere | None) -> str:
        if seems:
            refusal = REFUSALS[seems]
            first = words.say("errors", refusal.what) if chosen else self.tr("It calls itself so. If it is one:")
            return f"{first} {words.say('errors', refusal.todo)}"
        if self.anonymous.isChecked():
            return self.tr("Without a name it is kept in the register, and nobody is answered.")
        return ""

    def _build(self) -> None:
        grid = QGridLayout(self._inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE + 4)
        grid.setVerticalSpacing(SPACE // 2)
        beside = QHBoxLayout()
        beside.addStretch()
        beside.addWidget(self.anonymous)
        grid.addWidget(self.fields["matter"], 0, 0)
        grid.addWidget(self.fields["way"], 0, 1)
        grid.addWidget(self.fields["name"], 1, 0, 1, 2)
        grid.addLayout(beside, 2, 0, 1, 2)
        grid.addWidget(self.fields["phone"], 3, 0)
        grid.addWidget(self.fields["email"], 3, 1)
        grid.addWidget(self.fields["address"], 4, 0, 1, 2)
        grid.addWidget(self.fields["dossier"], 5, 0, 1, 2)
        grid.addWidget(self.fields["content"], 6, 0, 1, 2)
        grid.setColumnStretch(0, 3)  # what it is about is longer than how it came
        grid.setColumnStretch(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 16)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.told)
        row = QHBoxLayout()
        row.addWidget(self.take)
        row.addStretch()
        layout.addLayout(row)
