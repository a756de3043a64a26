"""What narrows the list of dossiers: chips that show what is asked and let go of it, and days of receipt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.written import read_day
from counter_app.store.dossiers import EVERY, Narrowed, due_on_day_of, overdue
from ui import words

_DAY = 104  # pixels
_LONG_ENOUGH = 8  # characters of a day, 1/1/2026


class FilterRow(QWidget):
    """Due today or overdue (one of both), received from a day to a day. Ctrl+1 to Ctrl+3 set them, Ctrl+0 clears."""

    changed = Signal()
    clear_wanted = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self.due_today = self._chip(self.tr("Due today"), "Ctrl+1")
        self.overdue = self._chip(self.tr("Overdue"), "Ctrl+2")
        self.received_today = self._chip(self.tr("Received today"), "Ctrl+3")
        self.first, self.last = self._day(self.tr("from day")), self._day(self.tr("to day"))
        self.clear = QToolButton()
        self.clear.setObjectName("chip")
        self.clear.setText(self.tr("✕ All dossiers (Ctrl+0)"))
        self.clear.clicked.connect(self.clear_wanted)
        key = QShortcut(QKeySequence("Ctrl+0"), self)
        key.activated.connect(self.clear_wanted)
        self.due_today.toggled.connect(lambda on: self._choose(on, self.overdue))
        self.overdue.toggled.connect(lambda on: self._choose(on, self.due_today))
        self.received_today.toggled.connect(self._today)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        received = QLabel(self.tr("Received"))
        received.setObjectName("quiet")
        for part in (self.due_today, self.overdue, self.received_today, received, self.first, QLabel("–"), self.last):
            row.addWidget(part)
        row.addWidget(self.clear)
        row.addStretch()
        self.clear.hide()

    @property
    def asks(self) -> bool:
        """Whether anything is narrowed."""
        return any((self.due_today.isChecked(), self.overdue.isChecked(), self.first.text(), self.last.text()))

    def narrowed(self) -> Narrowed:
        """What is asked for, as of now; a day that is none yet asks for nothing."""
        now = self._now()
        due = overdue(now) if self.overdue.isChecked() else due_on_day_of(now) if self.due_today.isChecked() else EVERY
        first, last = read_day(self.first.text()), read_day(self.last.text())
        return replace(
            due,
            received_from=_begins(first) if first else None,
            received_before=_begins(last + timedelta(days=1)) if last else None,
        )

    def words(self) -> str:
        """What is asked for, in words for a paper."""
        chips = [chip.text() for chip in (self.due_today, self.overdue) if chip.isChecked()]
        days = " – ".join(filter(None, (self.first.text().strip(), self.last.text().strip())))
        return "; ".join([*chips, *([self.tr("Received {days}").format(days=days)] if days else [])])

    def let_go(self) -> None:
        """Asks for all again."""
        for chip in (self.due_today, self.overdue, self.received_today):
            chip.setChecked(False)
        self.first.clear()
        self.last.clear()
        self._tell()

    def show_clear(self, wanted: bool) -> None:
        """Offers to let go of everything that narrows the list."""
        self.clear.setVisible(wanted)

    def _choose(self, on: bool, other: QToolButton) -> None:
        if on:
            other.setChecked(False)
        self._tell()

    def _today(self, on: bool) -> None:
        day = words.day(self._now().astimezone(VIETNAM).date()) if on else ""
        self.first.setText(day)
        self.last.setText(day)
        self._tell()

    def _typed(self, edit: QLineEdit) -> None:
        text = edit.text().strip()
        wrong = len(text) >= _LONG_ENOUGH and read_day(text) is None
        edit.setProperty("state", "error" if wrong else "")
        edit.style().unpolish(edit)
        edit.style().polish(edit)
        if not text or read_day(text):
            self._tell()

    def _tell(self) -> None:
        self.changed.emit()

    def _chip(self, text: str, key: str) -> QToolButton:
        chip = QToolButton()
        chip.setObjectName("chip")
        chip.setText(text)
        chip.setCheckable(True)
        chip.setToolTip(f"{text} ({key})")
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.activated.connect(chip.toggle)
        return chip

    def _day(self, placeholder: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setPlaceholderText(placeholder)
        edit.setAccessibleName(self.tr("Received {day}").format(day=placeholder))
        edit.setFixedWidth(_DAY)
        edit.textEdited.connect(lambda _: self._typed(edit))
        return edit


def _begins(day: date) -> datetime:
    return datetime.combine(day, time(), VIETNAM)
