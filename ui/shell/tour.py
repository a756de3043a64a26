"""A tour of the window in five short steps, on the real window: at the first start, again from help.

Esc ends it, and so does whoever begins to work: a key that is not its own does what it does without it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import ACCENT, SPACE
from ui.widgets.input_watch import input_watch

if TYPE_CHECKING:
    from ui.shell.main_window import MainWindow

_CARD = 360  # pixels
_VEIL = QColor(0, 0, 0, 150)
_AROUND = 6  # pixels around what is shown
_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right, Qt.Key.Key_Space)
_ALONE = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock)


@dataclass(frozen=True)
class Step:
    """What is shown, and what is said about it."""

    of: QWidget
    title: str
    text: str


class Tour(QWidget):
    """Lies over the window; Enter or an arrow goes on, Esc ends it. Nothing below is pressed meanwhile."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._steps = window, self._over(window)
        self._before = window.focusWidget()
        self.step = 0
        self._hole = QRect()
        self.title, self.text, self.place = QLabel(), QLabel(wordWrap=True), QLabel()
        self.title.setObjectName("heading")
        self.place.setObjectName("quiet")
        self.next = QPushButton()
        self.next.setObjectName("primary")
        self.next.clicked.connect(lambda: self.go(1))
        self.skip = QPushButton(self.tr("End the tour (Esc)"))
        self.skip.clicked.connect(self.end)
        for button in (self.next, self.skip):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the tour takes the keys
        self.card = QFrame(self)
        self.card.setObjectName("floating")
        self.card.setFixedWidth(_CARD)
        buttons = QHBoxLayout()
        for part in (self.place, self.skip, self.next):
            buttons.addWidget(part)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addLayout(buttons)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._followed = (window, *(step.of for step in self._steps))  # the parts take their places after the window
        for widget in self._followed:
            widget.installEventFilter(self)
        input_watch().add(self._see_key, [QEvent.Type.ShortcutOverride])  # its keys are its own, wherever the cursor is
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.go(0)

    def _over(self, window: MainWindow) -> tuple[Step, ...]:
        """Five steps over the intake, which is what a day is made of."""
        return (
            Step(
                window.navigation,
                self.tr("The screens"),
                self.tr("Everything is one key away: F2 receives, F3 finds, F4 reports; Ctrl+F1 shows all keys."),
            ),
            Step(
                window.intake.applicant,
                self.tr("1. Who"),
                self.tr("Scan the card, whatever has the cursor: name, number and address are filled in."),
            ),
            Step(
                window.intake.papers,
                self.tr("2. What"),
                self.tr("Type a few letters of the procedure, then tick the papers that were handed in."),
            ),
            Step(
                window.intake.bar,
                self.tr("3. Receive"),
                self.tr("The due date stands here. F9 receives; what is lacking is said here, too."),
            ),
            Step(
                window.strip,
                self.tr("What the program says"),
                self.tr("Messages and the state of printer and province stand here. F1 helps on every screen."),
            ),
        )

    def go(self, by: int) -> None:
        """So many steps on; after the last one it ends."""
        self.step = max(self.step + by, 0)
        if self.step >= len(self._steps):
            self.end()
            return
        step = self._steps[self.step]
        self.title.setText(step.title)
        self.text.setText(step.text)
        self.place.setText(f"{self.step + 1}/{len(self._steps)}")
        last = self.step == len(self._steps) - 1
        self.next.setText(self.tr("Begin to work") if last else self.tr("Next (Enter)"))
        self.setAccessibleName(f"{step.title}. {step.text}")
        self._place(step.of)
        self.setFocus()

    def end(self) -> None:
        """The window as it was, the cursor where it was."""
        for widget in self._followed:
            widget.removeEventFilter(self)
        input_watch().remove(self._see_key)
        held = self.hasFocus()
        self.close()
        if held and self._before is not None and shiboken6.isValid(self._before):
            self._before.setFocus()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.end()
            case key if key in _ON:
                self.go(1)
            case Qt.Key.Key_Left:
                self.go(-1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.setGeometry(self._window.rect())
            self._place(self._steps[self.step].of)
        return False

    def _see_key(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and isinstance(watched, QWidget) and watched.window() is self._window:
            self._before_a_key(event)
        return False

    def _before_a_key(self, event: QKeyEvent) -> None:
        """A key is about to be pressed in the window: it is the tour's, or the tour is over before it does its work."""
        own = event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Left, *_ON)
        if own and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.setFocus()  # where the key goes
            event.accept()  # no shortcut's
        elif event.key() not in _ALONE:
            self.end()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRegion(QRegion(self.rect()).subtracted(QRegion(self._hole)))
        painter.fillRect(self.rect(), _VEIL)
        painter.setClipping(False)
        painter.setPen(QPen(ACCENT.colour(), 3))
        painter.drawRect(self._hole)
        painter.end()

    def _place(self, widget: QWidget) -> None:
        """The card beside what is shown, inside the window."""
        corner = widget.mapTo(self._window, QPoint(0, 0))
        self._hole = (
            QRect(corner, widget.size()).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND).intersected(self.rect())
        )
        self.card.setFixedHeight(self.card.layout().totalHeightForWidth(_CARD))  # type: ignore[union-attr]
        size, hole = self.card.size(), self._hole
        right, below = hole.right() + 2 * SPACE, hole.bottom() + 2 * SPACE
        if right + size.width() < self.width():
            at = QPoint(right, hole.top())
        elif below + size.height() < self.height():
            at = QPoint(hole.left(), below)
        else:
            at = QPoint(hole.left(), hole.top() - size.height() - 2 * SPACE)
        x = min(max(at.x(), SPACE), self.width() - size.width() - SPACE)
        y = min(max(at.y(), SPACE), self.height() - size.height() - SPACE)
        self.card.move(x, y)
        self.update()
