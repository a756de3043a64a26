"""Who are you: a name and a password, or a card held before the reader."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from counter_app.desk.unlocking import is_card
from counter_app.errors import CounterError
from ui.widgets.choice_box import ChoiceBox


class SignInPanel(QWidget):
    """Asks; who made it looks whether it is right, and says `show_failure` where it is not.

    A card reader types the card's code into the field with the cursor, with or without Enter.
    """

    signed = Signal(str, str)  # name, and password or card
    change_wanted = Signal(str, str)  # the same, to choose another password

    def __init__(self, button: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ChoiceBox()
        self.password = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(self.tr("Password, or the card before the reader"))
        self.button = QPushButton(button)
        self.button.setObjectName("primary")
        self.failure = QLabel(wordWrap=True)
        self.failure.setObjectName("fieldError")
        self.failure.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.failure.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.name.currentTextChanged.connect(lambda _: self.failure.clear())  # it was about somebody else
        self.button.clicked.connect(self._sign)
        self.change = QPushButton(self.tr("Sign in and change the password…"))
        self.change.setAutoDefault(False)
        self.change.clicked.connect(self._sign_to_change)
        self.password.returnPressed.connect(self._sign)
        self.password.textEdited.connect(self._look_for_card)
        self._build()

    def show_names(self, names: Sequence[str], chosen: str = "") -> None:
        """Whom one can sign in as; `chosen` first, the password of theirs is asked for."""
        self.name.clear()
        self.name.addItems(list(names))
        self.name.setCurrentText(chosen if chosen in names else next(iter(names), ""))
        self.clear()

    def clear(self) -> None:
        """Nothing typed, nothing said."""
        self.password.clear()
        self.failure.clear()
        self.set_busy(False)
        self.password.setFocus()

    def set_busy(self, busy: bool) -> None:
        """Whether it is being looked whether it is right."""
        for part in (self.name, self.password, self.button, self.change):
            part.setDisabled(busy)

    def show_failure(self, failure: CounterError, language: str) -> None:
        """Why one is not let in."""
        self.clear()
        self.failure.setText(failure.sentence(language))

    def _sign(self) -> None:
        if secret := self.password.text():
            self.set_busy(True)
            self.signed.emit(self.name.currentText(), secret)

    def _sign_to_change(self) -> None:
        if secret := self.password.text():
            self.change_wanted.emit(self.name.currentText(), secret)

    def _look_for_card(self, typed: str) -> None:
        if is_card(typed):
            self._sign()

    def _build(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(8)
        for row, (text, field) in enumerate(((self.tr("&Name"), self.name), (self.tr("&Password"), self.password))):
            label = QLabel(text)
            label.setObjectName("fieldLabel")
            label.setBuddy(field)
            layout.addWidget(label, row, 0)
            layout.addWidget(field, row, 1)
        layout.addWidget(self.failure, 2, 0, 1, 2)
        buttons = QHBoxLayout()
        buttons.addWidget(self.change)
        buttons.addStretch()
        buttons.addWidget(self.button)
        layout.addLayout(buttons, 3, 0, 1, 2)
        layout.setColumnStretch(1, 1)
        self.setTabOrder(self.name, self.password)
        self.setTabOrder(self.password, self.button)
        self.setTabOrder(self.button, self.change)
