"""What was read of a dossier's papers is held against them after its receipt, too: that day or another one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from counter_app.desk import after_receipt
from counter_app.dossier.model import Dossier
from counter_app.dossier.read_papers import ReadPaper
from counter_app.dossier.verified import VerifiedPaper
from counter_app.dossier.verifying import Verification
from counter_app.errors import CounterError
from ui.background.tasks import Progress
from ui.background.workplace import Workplace
from ui.pages.holder import PageHolder
from ui.verify.papers_read import PapersRead


class DossierVerifying(QObject):
    """What is confirmed is entered once a paper is done with, or left: one entry a paper, not one a field."""

    entered = Signal(object)  # Dossier

    def __init__(self, workplace: Workplace, holder: PageHolder) -> None:
        super().__init__(holder)
        self._workplace = workplace
        self._dossier: Dossier | None = None
        self._confirmed: dict[tuple[str, int], VerifiedPaper] = {}  # and not entered yet
        self._entering: tuple[VerifiedPaper, ...] = ()  # of these the ones that are on their way into the journal
        self.read = PapersRead(workplace, holder, self._verified, self._is_asked, self)

    @property
    def dossier(self) -> Dossier | None:
        """Whose papers they are, as it was last read."""
        return self._dossier

    def show(self, dossier: Dossier) -> None:
        """The dossier as it stands now."""
        if self._dossier is None or self._dossier.code != dossier.code:
            self.enter()
            self._confirmed = {}
        self._dossier = dossier
        self.read.changed.emit()

    def take(self, verification: Verification) -> None:
        """Keeps what is confirmed of a paper so far."""
        paper = verification.verified
        self._confirmed[paper.component, paper.place] = paper
        if not verification.open:
            self.enter()
        self.read.changed.emit()

    def enter(self) -> None:
        """What was confirmed goes into the journal; what is refused there is told, and stays to be looked at."""
        dossier = self._dossier
        papers = tuple(paper for paper in self._confirmed.values() if paper.fields and paper not in self._entering)
        if dossier is None or not papers:
            return
        self._entering += papers

        def work(progress: Progress) -> Dossier:
            return after_receipt.verify(progress.desk, dossier.code, papers)

        def done(after: Dossier) -> None:
            self._arrived(papers)
            if self._dossier is not None and self._dossier.code == after.code:
                self._dossier = after
                self._confirmed = {key: paper for key, paper in self._confirmed.items() if paper not in papers}
            self.entered.emit(after)

        def refused(failure: CounterError) -> None:
            self._arrived(papers)
            self._workplace.messages.fail(failure)

        self._workplace.tasks.submit(work, done, refused, in_order=True)

    def _arrived(self, papers: tuple[VerifiedPaper, ...]) -> None:
        self._entering = tuple(paper for paper in self._entering if paper not in papers)

    def _verified(self, key: str, paper: ReadPaper) -> VerifiedPaper | None:
        if (confirmed := self._confirmed.get((key, paper.place))) is not None:
            return confirmed
        components = self._dossier.components if self._dossier else ()
        every = next((component.verified for component in components if component.key == key), ())
        return next((one for one in every if (one.place, one.paper) == (paper.place, paper.paper)), None)

    def _is_asked(self, key: str) -> bool:
        """Results are no paper of the applicant's."""
        return self._dossier is not None and any(component.key == key for component in self._dossier.components)
