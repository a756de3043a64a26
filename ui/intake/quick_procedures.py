"""The procedures a clerk most likely wants, each with its key, while none is chosen yet."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from counter_app.procedures.catalogue import Procedure
from ui.theme import SPACE

MOST = 10
_EDGES = 26  # pixels of a button that are no text


class QuickProcedures(QWidget):
    """What was received last and the office's favourites: Alt and a digit choose one, Alt and 0 the tenth."""

    chosen = Signal(object)  # Procedure

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._procedures: list[Procedure] = []
        self._names = [""] * MOST
        self.buttons = [self._button(place) for place in range(MOST)]
        title = QLabel(self.tr("Received last, and favourites"))
        title.setObjectName("heading")
        hint = QLabel(self.tr("Type a name, code or first letters above, or choose here."))
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(title)
        layout.addWidget(hint)
        for button in self.buttons:
            layout.addWidget(button)
        layout.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # a low window cuts the last ones

    def show_procedures(self, procedures: Sequence[Procedure], favourites: Collection[str]) -> None:
        """Offers other procedures."""
        self._procedures = list(procedures[:MOST])
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(self._procedures))
            if place < len(self._procedures):
                procedure = self._procedures[place]
                star = "★ " if procedure.code in favourites else ""
                self._names[place] = f"{_digit(place)}   {star}{procedure.name}"
                button.setToolTip(f"{procedure.name} (Alt+{_digit(place)})")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Names that are too long end in an ellipsis."""
        for button, name in zip(self.buttons, self._names, strict=True):
            shown = button.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, self.width() - _EDGES)
            button.setText(shown.replace("&", "&&"))

    def _button(self, place: int) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName("quick")
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # long names are cut
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoDefault(True)
        button.clicked.connect(lambda: self._choose(place))
        key = QShortcut(QKeySequence(f"Alt+{_digit(place)}"), self)
        key.activated.connect(lambda: self._choose(place))
        return button

    def _choose(self, place: int) -> None:
        if place < len(self._procedures):
            self.chosen.emit(self._procedures[place])


def _digit(place: int) -> int:
    """The key of a place, from 0: 1 to 9, then 0, as they stand on the keyboard."""
    return (place + 1) % 10
