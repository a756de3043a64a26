"""Which days a report is about: the periods as the regulation cuts them, a day, any days, or the days ahead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLabel, QToolButton, QWidget

from counter_app.reports import periods
from counter_app.reports.offered import SOON, Asks
from counter_app.reports.periods import Cut, Period
from ui.reports.names import period_said
from ui.theme import SPACE
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.elided_label import ElidedLabel

DAY, SPAN = "day", "span"
_AHEAD = (1, 2, 3, 5, 10)  # working days


@dataclass
class _Chosen:
    """What was chosen last for the reports that ask alike."""

    way: str
    period: Period


class PeriodBar(QWidget):
    """Chooses the period; ◀ and ▶ (Alt+←, Alt+→) go to the one before and after. What is not asked for is hidden."""

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._asks = Asks.PERIOD
        month = periods.containing(Cut.MONTH, today)
        self._chosen = {Asks.PERIOD: _Chosen(Cut.MONTH, month), Asks.DAY: _Chosen(DAY, periods.day(today))}
        self.way = ChoiceBox()
        for name, way in (
            (self.tr("Month"), Cut.MONTH.value),
            (self.tr("Quarter"), Cut.QUARTER.value),
            (self.tr("Half a year"), Cut.HALF.value),
            (self.tr("Year"), Cut.YEAR.value),
            (self.tr("Day"), DAY),
            (self.tr("From … to …"), SPAN),
        ):
            self.way.addItem(name, way)
        self.way.setAccessibleName(self.tr("Length of the period"))
        self.back = _arrow(Qt.ArrowType.LeftArrow, self.tr("The period before (Alt+←)"))
        self.forth = _arrow(Qt.ArrowType.RightArrow, self.tr("The period after (Alt+→)"))
        self.first, self.last = self._day(self.tr("First day")), self._day(self.tr("Last day"))
        self.days = ChoiceBox()
        self.days.setAccessibleName(self.tr("How far ahead"))
        for days in _AHEAD:
            self.days.addItem(self.tr("%n working days ahead", "", days), days)
        self.days.setCurrentIndex(_AHEAD.index(SOON))
        self.shown = ElidedLabel()
        self.shown.setMinimumWidth(10)
        self._build()
        self._connect()
        self.ask(Asks.PERIOD)

    @property
    def period(self) -> Period:
        """The period that is chosen; today for reports that ask for none."""
        return self._chosen[self._asks].period if self._asks in self._chosen else periods.day(self._today)

    @property
    def days_ahead(self) -> int:
        """How many working days ahead."""
        return int(self.days.currentData())

    def set_today(self, today: date) -> None:
        """A new day has begun: who looked at the current period goes on looking at it."""
        for chosen in self._chosen.values():
            if today != self._today and chosen.period.last >= self._today >= chosen.period.first:
                chosen.period = self._around(chosen, today)
        self._today = today
        self._show()

    def ask(self, asks: Asks) -> None:
        """Offers what reports of this kind ask for, as it was chosen last."""
        self._asks = asks
        self._show()

    def choose(self, way: str) -> None:
        """Changes the length of the period; the new one holds the last day of the old one, today at the latest."""
        chosen = self._chosen[self._asks]
        around = min(chosen.period.last, self._today)
        chosen.way = way
        chosen.period = Period(chosen.period.first, chosen.period.last) if way == SPAN else self._around(chosen, around)
        self._show()
        self.changed.emit()

    def _around(self, chosen: _Chosen, day: date) -> Period:
        if chosen.way == SPAN:
            return chosen.period
        return periods.day(day) if chosen.way == DAY else periods.containing(Cut(chosen.way), day)

    def step(self, by: int) -> None:
        """To the period after (1) or before (-1)."""
        chosen = self._chosen.get(self._asks)
        if chosen is None or (by > 0 and not self.forth.isEnabled()):
            return
        period = chosen.period
        if chosen.way in (DAY, SPAN):
            away = timedelta(days=by * ((period.last - period.first).days + 1))
            chosen.period = Period(period.first + away, period.last + away)
        else:
            chosen.period = (periods.before if by < 0 else periods.after)(Cut(chosen.way), period)
        self._show()
        self.changed.emit()

    def _take_days(self) -> None:
        """A day was typed, or chosen in the calendar."""
        chosen = self._chosen[self._asks]
        first = _date(self.first.date())
        last = first if chosen.way == DAY else max(first, _date(self.last.date()))
        chosen.period = Period(first, last)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        asked = self._asks in self._chosen
        chosen = self._chosen.get(self._asks)
        way = chosen.way if chosen else ""
        with QSignalBlocker(self.way), QSignalBlocker(self.first), QSignalBlocker(self.last):
            self.way.setCurrentIndex(max(self.way.findData(way), 0))
            self.first.setDate(_qdate(self.period.first))
            self.last.setDate(_qdate(self.period.last))
        for part in (self.way, self.back, self.forth):
            part.setVisible(asked)
        self.first.setVisible(way in (DAY, SPAN))
        self._dash.setVisible(way == SPAN)
        self.last.setVisible(way == SPAN)
        self.days.setVisible(self._asks is Asks.AHEAD)
        self.shown.setVisible(way not in (DAY, SPAN) and self._asks is not Asks.AHEAD)
        self.shown.setText(period_said(self.period) if asked else self.tr("As it is now"))
        self.forth.setEnabled(asked and self.period.last < self._today)

    def _day(self, name: str) -> QDateEdit:
        edit = QDateEdit()
        edit.setCalendarPopup(True)
        edit.setDisplayFormat("dd/MM/yyyy")
        edit.setAccessibleName(name)
        edit.setKeyboardTracking(False)
        return edit

    def _build(self) -> None:
        self._dash = QLabel("–")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        for part in (self.way, self.back, self.shown, self.first, self._dash, self.last, self.forth, self.days):
            layout.addWidget(part)

    def _connect(self) -> None:
        self.way.activated.connect(lambda _: self.choose(str(self.way.currentData())))
        self.first.dateChanged.connect(self._take_days)
        self.last.dateChanged.connect(self._take_days)
        self.days.activated.connect(lambda _: self.changed.emit())
        for button, keys, by in ((self.back, "Alt+Left", -1), (self.forth, "Alt+Right", 1)):
            button.clicked.connect(lambda _=False, by=by: self.step(by))
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(lambda by=by: self.step(by))


def _arrow(direction: Qt.ArrowType, tip: str) -> QToolButton:
    button = QToolButton(autoRaise=True)
    button.setArrowType(direction)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button


def _date(chosen: QDate) -> date:
    return date(chosen.year(), chosen.month(), chosen.day())


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
