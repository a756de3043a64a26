"""What was read of the intake's papers, and what the clerk confirmed of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from counter_app.dossier.read_papers import ReadPaper
from counter_app.dossier.scanned_cards import scanned_cards
from counter_app.dossier.verified import VerifiedPaper
from counter_app.dossier.verifying import Verification
from counter_app.dossier.whose import by_paper
from ui.background.workplace import Workplace
from ui.verify.papers_read import PapersRead

if TYPE_CHECKING:
    from ui.intake.intake import Intake


class Verifying(QObject):
    """What was confirmed is kept with the draft and goes into the dossier's journal when that is received."""

    def __init__(self, workplace: Workplace, intake: Intake) -> None:
        super().__init__(intake)
        self._intake = intake
        self._finished: dict[
            tuple[str, tuple[int, ...], str], Verification
        ] = {}  # whose people are not in the intake yet
        self.read = PapersRead(workplace, intake, self._verified, parent=self)
        intake.started.connect(self._finished.clear)
        intake.pages_moved.connect(lambda *_: self.read.look())

    def take(self, verification: Verification) -> None:
        """Keeps what is confirmed of a paper so far."""
        paper = verification.verified
        if paper.fields and not verification.open:
            self._finished[paper.component, paper.pages, paper.paper] = verification
        others = [
            other
            for other in self._intake.draft.verified
            if (other.component, other.pages, other.paper) != (paper.component, paper.pages, paper.paper)
        ]
        self._intake.change(verified=(*others, *([paper] if paper.fields else [])))
        self.read.changed.emit()

    def fill_intake(self) -> None:
        """The applicants named by papers that were confirmed since fill what is empty of the intake's; others are asked
        about. A card that was confirmed fills what is empty of whose number it has, and makes nobody the applicant."""
        for verification in self._finished.values():
            named = by_paper(verification.verified, verification.paper.applicant)
            if verification.paper.applicant and named.name:
                self._intake.whose.read_paper(named, verification.paper.title)
        for card in scanned_cards(self._finished.values()):  # once the declarations have said who the people are
            self._intake.whose.know_more(card)
        self._finished = {}

    def _verified(self, key: str, paper: ReadPaper) -> VerifiedPaper | None:
        every = self._intake.draft.verified
        wanted = (key, paper.pages, paper.paper)  # two forms may stand on one sheet
        return next((one for one in every if (one.component, one.pages, one.paper) == wanted), None)
