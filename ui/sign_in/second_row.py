"""A second person, in place: the supervisor types their password, or holds their card before the reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from counter_app.desk.accounts import confirmed_by
from counter_app.desk.desk import Desk
from counter_app.desk.unlocking import is_card
from counter_app.errors import CounterError
from ui.theme import SPACE
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labelled_field import LabelledField

T = TypeVar("T")
_NAMES = 260  # pixels


class SecondRow(QWidget):
    """Shown where the rules ask for a second person; what is confirmed is done under their name beside the clerk's."""

    card_read = Signal()  # all that was needed is there

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ChoiceBox()
        self.name.setFixedWidth(_NAMES)
        self.password = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(self.tr("Their password, or their card before the reader"))
        self.password.textEdited.connect(self._look_for_card)
        self.who = LabelledField(self.tr("Confirmed by"), self.name, required=True)
        self.secret = LabelledField(self.tr("Password of who confirms"), self.password, required=True)
        self.nobody = QLabel(self.tr("Nobody else here has the role of supervisor: the administrator gives it."))
        self.nobody.setObjectName("fieldWarning")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.who)
        layout.addWidget(self.secret, 1)
        layout.addWidget(self.nobody, 1, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def ask(self, names: Sequence[str]) -> None:
        """Asks one of these to confirm."""
        self.name.clear()
        self.name.addItems(list(names))
        self.password.clear()
        self.secret.set_error("")
        for part in (self.who, self.secret):
            part.setVisible(bool(names))
        self.nobody.setVisible(not names)
        self.show()

    def with_second(self, step: Callable[[Desk], T]) -> Callable[[Desk], T]:
        """The step as it is done with who confirms it; as it is where nobody has to."""
        if self.isHidden():
            return step
        name, secret = self.name.currentText(), self.password.text()
        self.password.clear()
        return lambda desk: step(confirmed_by(desk, name, secret))

    def show_fault(self, failure: CounterError, language: str) -> bool:
        """Who should confirm could not; whether it could be said, for there is nobody to type a password."""
        self.secret.set_error(failure.sentence(language))
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)
        return not self.secret.isHidden()

    def _look_for_card(self, typed: str) -> None:
        if is_card(typed):
            self.card_read.emit()
