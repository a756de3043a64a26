"""A second screen for the citizen: what is about to be received, to be confirmed before the receipt.

It shows nothing of a person before the intake is complete and nothing after it: received, begun anew, locked, left, or
the screen unplugged, it is empty again. It takes no focus and no key. Where the page on which citizens say how they
were served is shown on that screen, it lies over that page only while it says something.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from counter_app.desk import receiving
from counter_app.language import translate
from ui import words
from ui.background.workplace import Workplace
from ui.intake.intake import Intake

_MARGIN = 48  # pixels
_SOON = 200  # milliseconds: what changes in one go is shown once


class CitizenScreen(QObject):
    """Watches an intake; `screen` is the citizen's, None where there is none; `may_show` tells whether the clerk is
    there and at the intake."""

    def __init__(
        self,
        workplace: Workplace,
        intake: Intake,
        screen: Callable[[], QScreen | None],
        may_show: Callable[[], bool],
    ) -> None:
        super().__init__(intake)
        self._workplace, self._intake = workplace, intake
        self._screen, self._may_show = screen, may_show
        self.window: QWidget | None = None
        self.text = QLabel()
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.refresh)
        intake.changed.connect(self._soon.start)
        self._about = ""  # the intake of which it told last
        intake.started.connect(self._started)
        for chosen in (intake.taken_up, intake.case_taken_up):  # who came for it is in front of the desk
            chosen.connect(self._soon.start)
        for done in (intake.received, intake.guided, intake.batch_received):
            done.connect(lambda _: self.clear())
        self._is_wanted = workplace.desk.profile.display.second_screen
        workplace.profile_file.changed.connect(lambda _: self._settings_changed())
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self.refresh)
        app.screenRemoved.connect(self.refresh)

    def refresh(self) -> None:
        """Shows what is complete; opens on the screen, or closes where it is off or unplugged."""
        screen = self._screen() if self._workplace.desk.profile.display.second_screen else None
        if screen is None:
            self.close()
            return
        self._open(screen)
        if not self._may_show() or self._intake.procedure is None or self._intake.missing():
            self.clear()
            return
        self._tell(self._said())

    def _settings_changed(self) -> None:
        """Whoever asked for it and sees nothing is told why."""
        before, self._is_wanted = self._is_wanted, self._workplace.desk.profile.display.second_screen
        self.refresh()
        if self._is_wanted and not before and self._screen() is None:
            none = self.tr("No second screen is connected; once one is, the citizen sees the intake there.")
            self._workplace.messages.inform(none)

    def clear(self) -> None:
        """Nothing of anybody."""
        self._soon.stop()
        self._tell("")

    def _started(self) -> None:
        """Another intake says nothing before something changes in it or the clerk chose it; the same one, put back as
        it was, goes on."""
        goes_on, self._about = self._intake.draft.id == self._about, self._intake.draft.id
        self.clear()
        if goes_on:
            self._soon.start()

    def close(self) -> None:
        """The window goes, and what it showed."""
        self.clear()
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
            self.text = QLabel()

    def _open(self, screen: QScreen) -> None:
        if self.window is None:
            flags = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus
            self.window = QWidget(None, flags)
            self.window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            self.window.setWindowTitle(_say("For the citizen"))
            office = QLabel(self._workplace.desk.profile.office.name, alignment=Qt.AlignmentFlag.AlignHCenter)
            office.setObjectName("title")
            self.text.setTextFormat(Qt.TextFormat.RichText)
            self.text.setWordWrap(True)
            self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
            column = QVBoxLayout(self.window)
            column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
            column.setSpacing(24)
            column.addWidget(office)
            column.addWidget(self.text, 1)
        self.window.setGeometry(screen.geometry())

    def _tell(self, text: str) -> None:
        self.text.setText(text)
        if self.window is not None:
            self.window.setVisible(bool(text) or not self._workplace.desk.profile.kiosk.host)

    def _said(self) -> str:
        draft, procedure, desk = self._intake.draft, self._intake.procedure, self._workplace.desk
        assert procedure is not None
        due = receiving.promised(desk, draft, procedure)
        total = sum(fee.amount for fee in receiving.fees(desk, draft))
        names = [self._intake.papers.get(tick.key, "") for tick in draft.components if tick.here]
        lines = (
            (_say("Full name"), draft.owner.name),
            (_say("Procedure"), procedure.name),
            (_say("Papers handed in"), "; ".join(name for name in names if name)),
            (_say("Result due"), words.moment(due) if due else _say("the law sets no term")),
            (_say("To be paid"), words.money(total) if total else _say("nothing")),
        )
        rows = "".join(
            f"<tr><td style='padding: 8px 24px 8px 0'>{escape(label)}</td><td style='padding: 8px 0'>"
            f"<b>{escape(words.unbroken(value))}</b></td></tr>"
            for label, value in lines
        )
        ask = escape(_say("Please look whether this is right before it is received."))
        return f"<div style='font-size: 20pt'><p>{ask}</p><table>{rows}</table></div>"


def _say(sentence: str) -> str:
    """In Vietnamese as all that citizens read, whatever the clerk's language is."""
    return translate("CitizenScreen", sentence)
