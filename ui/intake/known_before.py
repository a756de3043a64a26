"""Whoever was sent home before, or whose intake is open already, is told of as soon as their number or name is there;
one key takes it up again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from counter_app.desk.guidance import NOTHING_KNOWN, KnownBefore, known_before
from counter_app.dossier.draft import Draft
from counter_app.dossier.guidance import GuidanceCase
from counter_app.dossier.names import GUIDANCE
from counter_app.store.drafts import DraftLine
from ui import words
from ui.background.messages import Offer
from ui.background.tasks import Progress, Task
from ui.background.workplace import Workplace
from ui.intake.intake import Intake

_PAUSE = 150  # milliseconds without a key
_NUMBER = 9  # digits of the shortest number
_ABOUT = "known before"  # what the message is about


class Before(QObject):
    """Looks beside the window's thread, and tells in the strip at the bottom; silent where nothing is known."""

    take_up_wanted = Signal(str)  # the case
    open_wanted = Signal(str)  # the draft of an intake that was begun

    def __init__(self, workplace: Workplace, intake: Intake, screen: QWidget) -> None:
        super().__init__(screen)
        self._workplace = workplace
        self._intake = intake
        self._page = screen
        self._looking: Task | None = None
        self._looked_for: tuple[str, ...] = ()
        self.found: KnownBefore = NOTHING_KNOWN
        self._key = QShortcut(QKeySequence("F8"), screen)  # while there is a case; after a receipt it takes the money
        self._key.setEnabled(False)
        self._key.activated.connect(self.take_up)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._look)
        intake.changed.connect(self._person_changed)
        intake.started.connect(self._person_changed)
        intake.open_drafts_changed.connect(self.tell)

    @property
    def begun(self) -> DraftLine | None:
        """An open intake of the same number, of the same procedure as far as there is one, in which there is more than
        the person."""
        number, procedure = self._intake.draft.owner.identity_number.strip(), self._intake.draft.procedure
        for line in self._intake.others:
            same = number and line.number == number and (not procedure or line.procedure in ("", procedure))
            if same and (line.procedure or line.pages):
                return line
        return None

    def take_up(self) -> None:
        """Goes on with the case or the open intake that is told of."""
        if self.found.case is not None:
            self.take_up_wanted.emit(self.found.case.code)
        elif (begun := self.begun) is not None:
            self.open_wanted.emit(begun.id)

    def _person_changed(self) -> None:
        wanted = _told_by(self._intake.draft)
        if wanted != self._looked_for:
            self._looked_for = wanted
            self.show_found(NOTHING_KNOWN)
            self._soon.start()

    def _look(self) -> None:
        draft = self._intake.draft
        if self._looking is not None:
            self._looking.cancel()
        number = draft.owner.identity_number.strip()
        if not draft.guidance and (len(number) < _NUMBER if number else len(draft.owner.name.split()) < 2):
            return
        self._looking = self._workplace.tasks.submit(_looking(draft), self.show_found)

    def show_found(self, found: KnownBefore) -> None:
        """Tells of a case that waits, or of what the intake was taken up from."""
        self.found = found
        self.tell()

    def tell(self) -> None:
        """Says what is known, or no more of it; on another screen nothing before the clerk is back at the intake."""
        case, begun = self.found.case or self.found.own, self.begun
        goes_on = self.found.case is not None or (case is None and begun is not None)
        self._key.setEnabled(goes_on)
        if not self._page.isVisible():
            self._workplace.messages.take_back(_ABOUT)
            return
        offer = Offer(self.tr("Go on with it (F8)"), self.take_up) if goes_on else None
        if case is not None:
            self._workplace.messages.inform(self._said(case), _ABOUT, offer)
        elif begun is not None:
            self._workplace.messages.inform(self._said_of_open(begun), _ABOUT, offer)
        else:
            self._workplace.messages.take_back(_ABOUT)

    def _said_of_open(self, line: DraftLine) -> str:
        desk = self._workplace.desk
        procedure = desk.knowledge.catalogue.get(line.procedure, desk.now().date()) if line.procedure else None
        named = procedure.name if procedure else line.procedure
        pages = self.tr("%n pages scanned", "", line.pages) if line.pages else ""
        begun = self.tr("{person} has an open intake of {at}").format(person=line.who, at=words.moment(line.changed_at))
        return " · ".join(part for part in (begun, named, pages) if part)

    def _said(self, case: GuidanceCase) -> str:
        answer = case.last
        line = self.tr("{day}: {answer} · {person} · {procedure} · {what}")
        return line.format(
            day=words.moment(answer.at),
            answer=words.say("status", GUIDANCE[answer.kind]),
            person=case.owner.name,
            procedure=case.procedure_name,
            what="; ".join(answer.items) or answer.reason,
        )


def _looking(draft: Draft) -> Callable[[Progress], KnownBefore]:
    def work(progress: Progress) -> KnownBefore:
        return known_before(progress.desk, draft)

    return work


def _told_by(draft: Draft) -> tuple[str, ...]:
    owner = draft.owner
    return draft.id, owner.identity_number.strip(), owner.name.strip(), owner.born.strip(), draft.procedure
