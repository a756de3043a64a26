"""The papers of a dossier, or of several, as a list beside the one that is shown: choose, look, print."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QWidget

from counter_app.desk.desk import Desk
from counter_app.dossier.subjects import CorrectedPaper, Subject
from counter_app.dossier.value import FileRef
from counter_app.errors import CounterError
from counter_app.store.print_jobs import PrintJob
from printing.offers import Offer, offers_of, offers_of_batch, offers_of_several
from ui import words
from ui.background.tasks import Progress, Task
from ui.background.workplace import Workplace
from ui.papers.panel import PaperPanel
from ui.theme import SPACE
from ui.widgets.rows_model import ListColumn, RowsModel
from ui.widgets.two_line_delegate import TwoLineDelegate

_LIST, _LEAST = 272, 200  # pixels
_ONE_AFTER_ANOTHER = ("fee_receipt",)  # fees and charges have a receipt each, and both are given


class Papers(QWidget):
    """What can be printed at the left, the paper that is shown at the right."""

    shown = Signal()  # the list has been read

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._codes: tuple[str, ...] = ()
        self._read: Callable[[Desk], list[Offer]] = lambda desk: []
        self._reading: Task | None = None
        self._print_soon = False
        self.model = RowsModel([ListColumn("paper", "", _name, second_line=self._facts)], parent=self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.list.setMaximumWidth(_LIST)
        self.list.setMinimumWidth(_LEAST)
        self.list.setAccessibleName(self.tr("Papers to print"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(lambda index, _: self._show(index.row()))
        self.paper = PaperPanel(workplace, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.list)
        row.addWidget(self.paper, 1)
        workplace.printing.printed.connect(self._printed)

    @property
    def current(self) -> Offer | None:
        """The paper that is shown."""
        return self.model.row(self.list.currentIndex().row())

    def show_dossier(self, code: str, first: Sequence[str] = (), about: Subject | None = None) -> None:
        """Offers the papers of one dossier and shows one: of the first form of `first` there is, else the newest.

        Of that form it is the one about `about`, or else one that was not printed yet.
        """
        self._begin((code,), lambda desk: offers_of(desk, code), first, about)

    def show_several(self, codes: Sequence[str], first: Sequence[str] = ()) -> None:
        """Offers the papers about several dossiers together and shows one."""
        several = tuple(codes)
        self._begin(several, lambda desk: offers_of_several(desk, several), first)

    def show_document(self, code: str, name: str, file: FileRef) -> None:
        """Shows a digitised paper; what can be printed for the citizen is offered beside it."""
        self._begin((code,), lambda desk: offers_of(desk, code), None)
        self.paper.show_document(code, name, file)

    def show_batch(self, codes: Sequence[str], first: Sequence[str] = ()) -> None:
        """Offers the papers about dossiers that were received together, and the fee receipts of each."""
        batch = tuple(codes)
        self._begin(batch, lambda desk: offers_of_batch(desk, batch), first)

    def print_now(self) -> None:
        """Prints the paper that is shown, or about to be."""
        self._print_soon = self._reading is not None
        if self._reading is None:
            self.paper.print_now()

    def leave(self) -> None:
        """Shows nothing any more; what is still being read or made is not wanted."""
        self._codes = ()
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        self.model.show([])
        self.paper.forget()

    def _begin(
        self,
        codes: tuple[str, ...],
        read: Callable[[Desk], list[Offer]],
        first: Sequence[str] | None,
        about: Subject | None = None,
    ) -> None:
        """Reads what can be printed; with `first` None none of it is shown."""
        if codes != self._codes:
            self.leave()
        self._codes, self._read, self._print_soon = codes, read, False

        def chosen(offers: list[Offer]) -> int:
            if first is None:
                return -1
            wanted = next((form for form in first if any(offer.form == form for offer in offers)), "")
            of_form = [row for row, offer in enumerate(offers) if offer.form == wanted]
            exact = [row for row in of_form if offers[row].about == about]
            unprinted = [row for row in of_form if not offers[row].given]
            return next(iter([*exact, *unprinted, *of_form]), 0)

        self._read_anew(chosen)

    def _read_anew(self, chosen: Callable[[list[Offer]], int]) -> None:
        if self._reading is not None:
            self._reading.cancel()
        read = self._read

        def work(progress: Progress) -> list[Offer]:
            return read(progress.desk)

        def done(offers: list[Offer]) -> None:
            self._reading = None
            self.model.show(offers)
            self.list.setCurrentIndex(self.model.index(chosen(offers), 0))
            self.shown.emit()
            if self._print_soon:
                self.print_now()

        def failed(failure: CounterError) -> None:
            self._reading = None
            self._workplace.messages.fail(failure)

        self._reading = self._workplace.tasks.submit(work, done, failed)

    def _facts(self, offer: Offer) -> str:
        """What was printed of the paper."""
        if not offer.given:
            return self.tr("not printed · of {when}").format(when=words.moment(offer.at))
        last = offer.given[-1]
        printed = self.tr("printed {when}") if last.print_number == 1 else self.tr("printed {when} · reprint {n}")
        return printed.format(when=words.moment(last.at), n=last.print_number - 1)

    def _show(self, row: int) -> None:
        offer = self.model.row(row)
        if offer is not None and not self.paper.shows(offer.codes, offer.form, offer.about):
            self.paper.show_form(offer.codes, offer.form, offer.about)

    def _printed(self, job: PrintJob) -> None:
        """A paper of these came out: the list says so. Of several fee receipts, the next one is shown."""
        before = self.current
        if not set(job.codes) & set(self._codes):
            return

        def chosen(offers: list[Offer]) -> int:
            if before is None:
                return -1
            same = [(offer.form, offer.about) == (before.form, before.about) for offer in offers]
            if (job.form, job.about) == (before.form, before.about) and job.form in _ONE_AFTER_ANOTHER:
                same = [offer.form == job.form and not offer.given for offer in offers] + same
            return same.index(True) % len(offers) if True in same else 0

        self._read_anew(chosen)


def _name(offer: Offer) -> str:
    name = words.form_name(offer.form)
    if isinstance(offer.about, CorrectedPaper):
        return words.say("timeline", "{paper}, corrected").format(paper=name)
    return f"{name} {words.receipt_number(offer.number)}" if offer.number else name
