"""Papers of the owner that an earlier dossier has in digital form are told of; one key lets them serve again.

Those of other offices are asked for at the province, once for each person and procedure, behind those of this one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from counter_app.desk import reusing
from counter_app.desk.finding import note
from counter_app.desk.reusing import Offer
from counter_app.dossier.draft import Draft
from counter_app.dossier.identity import is_citizen_number
from counter_app.errors import CounterError
from counter_app.store.accesses import AccessKind
from counter_app.sync.wire import PapersFound, PapersWanted, PaperWanted
from ui import words
from ui.background.tasks import Progress, Task
from ui.background.workplace import Workplace
from ui.intake.intake import Intake
from ui.widgets.offer_bar import OfferBar

_PAUSE = 200  # milliseconds without a key


@dataclass(frozen=True)
class Looked:
    """What lies there, what of it is not handed in, and whether other offices may have more."""

    lying: tuple[Offer, ...]
    offers: tuple[Offer, ...]
    wanting: bool


@dataclass(frozen=True)
class Elsewhere:
    """What the province answered for the procedure of the person of that number; `failure`: why it did not."""

    draft: str
    procedure: str
    number: str
    found: PapersFound | None = None
    failure: CounterError | None = None

    def is_for(self, draft: Draft) -> bool:
        """Whether it is what would be asked for the intake as it stands."""
        now = (draft.id, draft.procedure, draft.owner.identity_number)
        return (self.draft, self.procedure, self.number) == now


class ReuseBar(OfferBar):
    """Looks beside the window's thread; not there where nothing can serve. Nothing serves unless the clerk says so."""

    def __init__(self, workplace: Workplace, intake: Intake, parent: QWidget | None = None) -> None:
        super().__init__("paper", "Shift+F5", self.take, parent)
        self._workplace = workplace
        self._intake = intake
        self._looking: Task | None = None
        self._asking: Task | None = None
        self._looked_for: tuple[object, ...] = ()
        self._elsewhere: Elsewhere | None = None
        self.offers: tuple[Offer, ...] = ()
        self.button.setText(self.tr("Use again (Shift+F5)"))
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._look)
        for changed in (intake.changed, intake.started, intake.procedure_changed):
            changed.connect(self._changed)
        intake.page_changed.connect(lambda _: self._changed())

    def take(self) -> None:
        """They serve again, those of other offices once their files are here; a click in the list of papers takes that
        back."""
        taken, self.offers = self.offers, ()
        draft, number = self._intake.draft, self._intake.draft.owner.identity_number
        for offer in taken:
            if offer.lent:
                self._fetch(draft, offer)
            else:
                self._intake.tick(offer.component, reused=offer.ticked(number))
        self.hide()

    def _changed(self) -> None:
        draft = self._intake.draft
        here = frozenset(tick.key for tick in draft.components if tick.here)
        wanted = (draft.id, draft.procedure, draft.case, draft.owner.identity_number, here, len(self._intake.pages))
        if wanted != self._looked_for:
            self._looked_for = wanted
            self._show(())
            self._soon.start()

    def _look(self) -> None:
        draft = self._intake.draft
        if self._looking is not None:
            self._looking.cancel()
        if not draft.procedure or not is_citizen_number(draft.owner.identity_number):
            return
        known = self._elsewhere if self._elsewhere and self._elsewhere.is_for(draft) else None
        papers = known.found.papers if known and known.found else ()

        def work(progress: Progress) -> Looked:
            lying = reusing.lying_there(progress.desk, draft, papers)
            wanting = reusing.is_wanting(progress.desk, draft, lying)
            return Looked(lying, reusing.not_here(progress.desk, draft, lying), wanting)

        def done(looked: Looked) -> None:
            self._intake.change(lying=reusing.noted(draft, looked.lying))
            failure = known.failure if known and looked.wanting else None
            self._show(looked.offers, failure)
            if known is None and looked.wanting and self._workplace.desk.profile.server.url:
                self._ask(draft)

        self._looking = self._workplace.tasks.submit(work, done)

    def _ask(self, draft: Draft) -> None:
        """Asks the province; the window goes on meanwhile, and without an answer, too."""
        if self._asking is not None:
            self._asking.cancel()
        number = draft.owner.identity_number
        answered = partial(Elsewhere, draft.id, draft.procedure, number)

        def work(progress: Progress) -> PapersFound:
            from counter_app.sync.borrowing import papers_elsewhere

            desk = progress.desk
            note(desk, AccessKind.SEARCHED, number)
            wanted = PapersWanted(number=number, procedure=draft.procedure, reason=draft.id, clerk=desk.clerk.name)
            return papers_elsewhere(desk.store, desk.profile.server, wanted)

        def done(found: PapersFound) -> None:
            self._elsewhere = answered(found)
            self._look()

        def failed(failure: CounterError) -> None:
            self._elsewhere = answered(failure=failure)
            self._look()

        self._asking = self._workplace.tasks.submit(work, done, failed)

    def _fetch(self, draft: Draft, offer: Offer) -> None:
        if self._elsewhere is None or self._elsewhere.found is None:
            return
        request, number = self._elsewhere.found.request, draft.owner.identity_number

        def work(progress: Progress) -> None:
            from counter_app.sync.borrowing import borrow

            entry = reusing.note_borrowing(progress.desk, offer.paper, draft.procedure, draft.id, request)
            wanted = PaperWanted(request=request, number=number, sha256=offer.paper.document.sha256, entry=entry)
            borrow(progress.desk.store, progress.desk.profile.server, wanted, offer.paper)

        def done(_: None) -> None:
            now = self._intake.draft
            same = (now.id, now.procedure, now.owner.identity_number) == (draft.id, draft.procedure, number)
            if same and not self._intake.ticked(offer.component).here:
                self._intake.tick(offer.component, reused=offer.ticked(number))

        self._workplace.tasks.submit(work, done, partial(self._not_fetched, offer))

    def _not_fetched(self, offer: Offer, failure: CounterError) -> None:
        said = self.tr("“{name}” could not be fetched from the other office; scan the paper. {why}")
        why = failure.happened(self._workplace.desk.profile.language)
        self._workplace.messages.inform(said.format(name=offer.name, why=why))

    def _show(self, found: tuple[Offer, ...], failure: CounterError | None = None) -> None:
        self.offers = found
        lines = [self.tr("Digitised before, not to be scanned again:"), *map(self._line, found)] if found else []
        if failure is not None:
            said = self.tr("Other offices' papers were not looked for: {why} Go on as usual.")
            lines.append(said.format(why=failure.happened(self._workplace.desk.profile.language)))
        self.text.setText("\n".join(lines))
        self.button.setVisible(bool(found))
        self.setVisible(bool(lines))

    def _line(self, offer: Offer) -> str:
        line = self.tr("{name} – dossier {code}, {day}").format(
            name=offer.name, code=offer.paper.source.dossier, day=words.day(offer.paper.received_at.date())
        )
        if offer.lent:
            line = self.tr("{line}, at {office}").format(line=line, office=self._office(offer))
        return ", ".join(filter(None, (line, words.validity(offer.paper, offer.until))))

    def _office(self, offer: Offer) -> str:
        """The other office by its name, where this desk knows it."""
        code = offer.paper.source.dossier.rsplit("-", 2)[0]
        agency = self._workplace.desk.knowledge.agencies.last(code)
        return agency.name if agency else code
