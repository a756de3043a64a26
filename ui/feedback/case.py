"""One feedback: what was said, by when it is due, what was done, and what is to be done next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from counter_app.desk import feedback as use_cases
from counter_app.desk.desk import Desk
from counter_app.desk.reasons import reasons
from counter_app.dossier.acts import SORT_FEEDBACK
from counter_app.dossier.acts.act import lacking_field
from counter_app.dossier.feedback import Feedback, LateAnswer
from counter_app.dossier.names import FEEDBACK_MATTER, FEEDBACK_STATE, FEEDBACK_WAY, SORTING
from counter_app.dossier.states import FeedbackMatter, FeedbackState, Sorting
from counter_app.errors import CounterError
from ui import words
from ui.theme import QUIET, RED
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labelled_field import LabelledField
from ui.widgets.phrase_edit import PhraseEdit
from ui.widgets.typed_texts import put_texts, texts_of

Step = Callable[[Desk], Feedback]
_SORT, _ANSWER, _PUBLISH = range(3)


@dataclass(frozen=True)
class _Typed:
    """What stands in the fields for one feedback."""

    texts: dict[str, str]
    upheld: int = 0
    signer: str = ""


class FeedbackCase(QWidget):
    """The feedback above, the act that is next below it. `wanted` carries what is to be done."""

    wanted = Signal(object)  # Step

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        signers = tuple(signer.name for signer in desk.profile.signers)
        self.feedback: Feedback | None = None
        self._kept: dict[tuple[str, FeedbackState], _Typed] = {}  # typed, and another was looked at
        self.facts = QLabel(wordWrap=True)
        self.facts.setTextFormat(Qt.TextFormat.RichText)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.to_agency, self.reason = PhraseEdit(), PhraseEdit(*reasons(desk, SORT_FEEDBACK))
        self.own = QPushButton(self.tr("For this office (Alt+1)"))
        self.others = QPushButton(self.tr("Pass it on (Alt+2)"))
        self.refuse = QPushButton(self.tr("Do not take it up (Alt+3)"))
        self.answer, self.late = QPlainTextEdit(), PhraseEdit()
        self.answer.setTabChangesFocus(True)
        self.signer, self.upheld = ChoiceBox(), ChoiceBox()
        self.signer.addItems(["", *signers])
        for text, value in (
            (self.tr("Not looked into"), None),
            (self.tr("Looked into: it is true"), True),
            (self.tr("Looked into: it is not true"), False),
        ):
            self.upheld.addItem(text, value)
        self.send = QPushButton(self.tr("Answer (F9)"))
        self.place = PhraseEdit(self.tr("The portal of the province"), self.tr("The notice board of the office"))
        self.publish = QPushButton(self.tr("It is public (F9)"))
        self.fields = {
            "to_agency": LabelledField(self.tr("To which agency, where it is passed on"), self.to_agency),
            "reason": LabelledField(self.tr("Reason"), self.reason),
            "answer": LabelledField(self.tr("Answer to the sender"), self.answer, required=True),
            "upheld": LabelledField(self.tr("What was found"), self.upheld),
            "signer": LabelledField(self.tr("Who signs it"), self.signer),
            "late_reason": LabelledField(self.tr("Why it is late"), self.late, required=True),
            "place": LabelledField(self.tr("Where the result was made public"), self.place, required=True),
        }
        for button, key, step in (
            (self.own, "Alt+1", lambda: self._sort(Sorting.OWN)),
            (self.others, "Alt+2", lambda: self._sort(Sorting.OTHERS)),
            (self.refuse, "Alt+3", lambda: self._sort(Sorting.NOT_OF_KIND)),
            (self.send, "F9", self._answer),
            (self.publish, "F9", self._publish),
        ):
            button.setShortcut(key)
            button.clicked.connect(step)
        for button in (self.own, self.send, self.publish):
            button.setObjectName("primary")
        self.acts: tuple[QWidget, ...] = ()
        self._build()

    def show_feedback(self, feedback: Feedback, now: datetime) -> None:
        """Shows it as it stands; what was typed for it is there again, whatever was looked at meanwhile."""
        other = self.feedback is None or (self.feedback.code, self.feedback.state) != (feedback.code, feedback.state)
        if other and self.feedback is not None and self.feedback.code != feedback.code:
            chosen = self.upheld.currentIndex(), self.signer.currentText()
            self._kept[self.feedback.code, self.feedback.state] = _Typed(texts_of(self.fields), *chosen)
        self.feedback = feedback
        self.facts.setText(self._facts(feedback, now))
        if other:
            for line in (self.to_agency, self.reason, self.late, self.place):
                line.clear()
            self.answer.clear()
            typed = self._kept.pop((feedback.code, feedback.state), _Typed({}))
            put_texts(self.fields, typed.texts)
            self.upheld.setCurrentIndex(typed.upheld)  # nothing that was found of another's
            self.signer.setCurrentText(typed.signer)
        self.show_failure(None)
        late = feedback.state is FeedbackState.IN_HAND and now > feedback.due_at
        self.fields["late_reason"].setVisible(late)
        self.fields["upheld"].setVisible(feedback.taken.matter is FeedbackMatter.BEHAVIOUR)
        for place, act in enumerate(self.acts):
            act.setVisible(place == _next(feedback.state))

    @property
    def is_begun(self) -> bool:
        """Whether anything stands in it, or was typed for one that is not shown, that would be lost."""
        typed = (texts_of(self.fields), *(kept.texts for kept in self._kept.values()))
        return any(text.strip() for texts in typed for text in texts.values())

    def show_failure(self, failure: CounterError | None) -> None:
        """Marks the field that is missing; takes every mark back first."""
        for field in self.fields.values():
            field.set_error("")
        lacking = lacking_field(failure) if failure else ""
        if isinstance(failure, LateAnswer):
            self.fields["late_reason"].setVisible(True)
            lacking = "late_reason"
        if lacking in self.fields:
            self.fields[lacking].set_lacking()
            self.fields[lacking].editor.setFocus()

    def _sort(self, sorting: Sorting) -> None:
        code, to, reason = self._code, self.to_agency.text(), self.reason.text()
        self.wanted.emit(lambda desk: use_cases.sort(desk, code, sorting, to_agency=to, reason=reason))

    def _answer(self) -> None:
        code, text, signer = self._code, self.answer.toPlainText(), self.signer.currentText()
        upheld, late = self.upheld.currentData(), self.late.text()
        self.wanted.emit(
            lambda desk: use_cases.answer(desk, code, text, signer=signer, upheld=upheld, late_reason=late)
        )

    def _publish(self) -> None:
        code, place = self._code, self.place.text()
        self.wanted.emit(lambda desk: use_cases.publish(desk, code, place))

    @property
    def _code(self) -> str:
        assert self.feedback is not None
        return self.feedback.code

    def _facts(self, feedback: Feedback, now: datetime) -> str:
        taken, sender, put, answered = feedback.taken, feedback.taken.sender, feedback.sorted, feedback.answered
        contact = " · ".join(part for part in (sender.address, sender.phone, sender.email) if part)
        state = words.say("feedback", FEEDBACK_STATE[feedback.state])
        lines = [
            (self.tr("From"), f"<b>{escape(sender.name or self.tr('nobody said who'))}</b> {escape(contact)}"),
            (self.tr("About"), escape(words.say("feedback", FEEDBACK_MATTER[taken.matter]))),
            (self.tr("Taken"), escape(f"{words.moment(feedback.taken_at)} · {feedback.clerk} · {self._way()}")),
            (self.tr("Dossier"), escape(taken.dossier)),
            (self.tr("Said"), escape(taken.text).replace("\n", "<br>")),
            (self.tr("State"), f"<b>{escape(state)}</b>{self._due(feedback, now)}"),
        ]
        if put:
            sorting = ": ".join(part for part in (words.say("feedback", SORTING[put.sorting]), put.to_agency) if part)
            said = " · ".join(part for part in (sorting, words.moment(put.at), put.clerk, put.reason) if part)
            lines.append((self.tr("Sorted"), escape(said)))
        if answered:
            late = f" ({self.tr('late')}: {answered.late_reason})" if answered.late_reason else ""
            said = f"{words.moment(answered.at)} · {answered.clerk}{late}"
            lines.append((self.tr("Answered"), f"{escape(said)}<br>{escape(answered.text)}"))
        lines += [(self.tr("Public"), escape(f"{item.place} · {words.moment(item.at)}")) for item in feedback.published]
        rows = "".join(
            f"<tr><td style='padding: 2px 12px 2px 0; color: {QUIET.colour().name()}'>{escape(label)}</td>"
            f"<td style='padding: 2px 0'>{value}</td></tr>"
            for label, value in lines
            if value
        )
        return f"<table>{rows}</table>"

    def _way(self) -> str:
        assert self.feedback is not None
        return words.say("feedback", FEEDBACK_WAY[self.feedback.taken.way])

    def _due(self, feedback: Feedback, now: datetime) -> str:
        """By when it is due while it is open, in red once that is over."""
        if feedback.settled_at is not None:
            return ""
        due = self.tr("due {moment}").format(moment=words.moment(feedback.due_at))
        return f" · <span style='color: {RED.colour().name()}'>{due}</span>" if now > feedback.due_at else f" · {due}"

    def _build(self) -> None:
        sorting = (self.fields["to_agency"], self.fields["reason"])
        answering = (self.fields["answer"], self.fields["upheld"], self.fields["signer"], self.fields["late_reason"])
        self.acts = (
            _act(self, sorting, (self.own, self.others, self.refuse)),
            _act(self, answering, (self.send,)),
            _act(self, (self.fields["place"],), (self.publish,)),
        )
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self.facts)
        scroll.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 16)
        layout.addWidget(scroll, 1)
        for act in self.acts:
            layout.addWidget(act)


def _next(state: FeedbackState) -> int:
    """The act that is next."""
    if state in (FeedbackState.TAKEN, FeedbackState.NOT_TAKEN):
        return _SORT
    return _PUBLISH if state is FeedbackState.ANSWERED else _ANSWER


def _act(case: QWidget, fields: tuple[LabelledField, ...], buttons: tuple[QPushButton, ...]) -> QWidget:
    page = QWidget(case)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 8, 0, 0)
    for field in fields:
        layout.addWidget(field)
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    layout.addLayout(row)
    return page
