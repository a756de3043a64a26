"""A paper on the screen: the very PDF that is printed, asked for with one key, and how far its print is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.desk.desk import Desk
from counter_app.dossier.subjects import WHOLE, Subject
from counter_app.dossier.value import FileRef
from counter_app.durable import write_durably
from counter_app.errors import CounterError
from counter_app.procedures.catalogue import Procedure
from counter_app.store.print_jobs import Choice, JobState, PrintJob, reprint_number
from ui import words
from ui.background.tasks import Progress, Task
from ui.background.workplace import Workplace
from ui.errors import NotSaved
from ui.theme import AMBER, GREEN, QUIET, dress
from ui.widgets.file_choice import choose_to_save
from ui.widgets.pdf_preview import PdfPreview

SIZES = {"slip": ("80mm", "58mm", "A5", "A6")}
"""The papers a form can be printed on, where there are several."""


@dataclass(frozen=True, eq=False)
class ShownPaper:
    """What is shown: how it is made in a size, how it is asked for, and how it leaves as a file.

    `form` is "" for a paper that is no form.
    """

    name: str
    make: Callable[[Progress, str], bytes]
    ask: Callable[[Desk, bytes, Choice], PrintJob]
    issue: Callable[[Progress, bytes, str], bytes] = lambda progress, pdf, size: pdf
    form: str = ""
    codes: tuple[str, ...] = ()
    about: Subject = WHOLE


@dataclass(frozen=True)
class _Made:
    """A paper as it would come out now, with what can be chosen for it."""

    pdf: bytes
    printers: list[str]
    choice: Choice
    again: bool = False
    given: datetime | None = None


class PaperPanel(QWidget):
    """Shows a form of one dossier or several, a digitised paper, or any other PDF, and prints it through the queue."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._paper: ShownPaper | None = None
        self._made: _Made | None = None
        self._asked: set[int] = set()  # jobs of the paper on the screen
        self._making: Task | None = None
        self._finding: Task | None = None
        self._print_soon = self._asking = False
        self._choice: Choice | None = None  # as the clerk has it now
        self.preview = PdfPreview(self)
        self.preview.print_requested.connect(self._ask)
        self.preview.save_requested.connect(self._choose_file)
        self.preview.bar.chosen.connect(self._keep)
        self.preview.bar.trays_wanted.connect(self._find_trays)
        workplace.printing.changed.connect(self._follow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.preview)

    def show_form(self, codes: Sequence[str], form: str, about: Subject) -> None:
        """Shows a form as it would come out now: the first print, or marked as the reprint it would be."""

        def make(progress: Progress, size: str) -> bytes:
            from printing.handout import paper

            return paper(progress.desk, codes, form, about, size)

        def ask(desk: Desk, pdf: bytes, choice: Choice) -> PrintJob:
            from printing.handout import ask_for

            return ask_for(desk, codes, form, about, **choice.model_dump())

        def issue(progress: Progress, pdf: bytes, size: str) -> bytes:
            from printing.handout import issue

            return issue(progress.desk, codes, form, about, size)

        self.show_paper(ShownPaper(words.form_name(form), make, ask, issue, form, tuple(codes), about))

    def shows(self, codes: Sequence[str], form: str, about: Subject) -> bool:
        """Whether that very form is on the screen, or being made for it."""
        shown = self._paper
        return shown is not None and (shown.codes, shown.form, shown.about) == (tuple(codes), form, about)

    def show_document(self, code: str, name: str, file: FileRef) -> None:
        """Shows a component's digitised document."""

        def content(progress: Progress) -> bytes:
            from counter_app.sync.fetch_file import content_of

            return content_of(progress.desk.store, progress.desk.profile.server, file)

        self.show_paper(document(name, content, (code,)))

    def show_separators(self, name: str, procedure: Procedure) -> None:
        """Makes the cover and separator sheets of a procedure's papers, and shows them."""

        def make(progress: Progress) -> bytes:
            from printing.forms.separators import separators

            scanned = [(rule.key, rule.name) for rule in procedure.components if not rule.shown_only]
            return separators(procedure.name, scanned)

        self.show_paper(document(name, make))

    def show_paper(self, paper: ShownPaper) -> None:
        """Makes a paper and shows it."""
        self._paper, self._asked, self._choice = paper, set(), None
        self._print_soon = self._asking = False
        self._make_anew()

    def print_now(self) -> None:
        """Asks for the paper, as soon as it is there."""
        self._print_soon = self._made is None
        if self._made is not None:
            self._print_if_possible()

    def forget(self) -> None:
        """Nothing is shown any more; a paper still being made is not wanted."""
        self._paper = self._made = None
        for task in (self._making, self._finding):
            if task is not None:
                task.cancel()
        self.preview.clear()

    def save_to(self, path: Path) -> None:
        """Writes the shown PDF to a file; a form that was not printed yet gets its number with it."""
        paper, made = self._paper, self._made
        if paper is None or made is None:
            return

        def work(progress: Progress) -> None:
            pdf = made.pdf if made.again else paper.issue(progress, made.pdf, made.choice.size)
            try:
                write_durably(path, pdf)
            except OSError as fault:
                raise NotSaved(type(fault).__name__) from fault

        def done(_: None) -> None:
            self._workplace.messages.succeed(self.tr("The paper was saved."))
            if paper is self._paper and paper.form and not made.again:
                self._make_anew()

        self._workplace.tasks.submit(work, done, in_order=True)

    def _make_anew(self) -> None:
        """Makes the paper as it would come out now, in the size that is chosen."""
        paper, printing, usual = self._paper, self._workplace.printing, self._workplace.desk.profile.devices.printer
        if paper is None:
            return
        self._made = None
        self.preview.clear()
        self.preview.state.clear()
        if self._making is not None:
            self._making.cancel()
        choice = self._choice

        def work(progress: Progress) -> _Made:
            names = printing.names()
            wanted = choice or progress.desk.store.print_jobs.choice(paper.form)
            printer = next((name for name in (wanted.printer, usual, *names) if name and name in names), "")
            wanted = wanted.model_copy(update={"printer": printer})
            return _made(progress, paper, names, wanted)

        def done(made: _Made) -> None:
            self._made = made
            if self._choice is choice:  # nothing else was chosen meanwhile
                self._choice = made.choice
            self.preview.bar.show_printers(made.printers, self._choice or made.choice, SIZES.get(paper.form, ()))
            self.preview.show_pdf(made.pdf)
            self._show_state(made.given)
            if self._print_soon:
                self._print_if_possible()

        self._making = self._workplace.tasks.submit(work, done)

    def _ask(self) -> None:
        paper, made, choice = self._paper, self._made, self.preview.bar.choice
        if paper is None or made is None:
            return
        self._asking = True
        self.preview.bar.show_progress(under_way=True, again=made.again)

        def done(job: PrintJob) -> None:
            if paper is self._paper:
                self._asked.add(job.id)
                self._asking = False
            self._workplace.printing.take(job)

        def failed(failure: CounterError) -> None:
            self._workplace.messages.fail(failure)
            if paper is self._paper:
                self._asking = False
                self._show_state(made.given)

        def work(progress: Progress) -> PrintJob:
            return paper.ask(progress.desk, made.pdf, choice)

        self._workplace.tasks.submit(work, done, failed, in_order=True)

    def _print_if_possible(self) -> None:
        self._print_soon = False
        bar = self.preview.bar
        if not bar.choice.printer:
            self._workplace.messages.inform(self.tr("The system has no printer; the paper can be saved as a PDF."))
        elif not (self._asking or self._under_way()):
            self._ask()

    def _keep(self, choice: Choice) -> None:
        """Remembers for the form what the clerk chose; another size is another paper."""
        paper, before = self._paper, self._choice
        if paper is None or before is None:
            return
        form, self._choice = paper.form, choice
        self._workplace.tasks.submit(
            lambda progress: progress.desk.store.print_jobs.choose(form, choice), in_order=True
        )
        if choice.size != before.size:
            self._make_anew()

    def _find_trays(self, printer: str) -> None:
        find = self._workplace.printing.trays
        show = self.preview.bar.show_trays
        self._finding = self._workplace.tasks.submit(lambda _: find(printer), lambda found: show(printer, found))

    def _follow(self, job: PrintJob) -> None:
        """A job changed: if it prints what is on the screen, that is said; once it is out, the next is a reprint."""
        if self._paper is None or self._made is None or not self._is_of(job):
            return
        if job.state is JobState.PRINTED:
            if job.id in self._asked and not self.isVisible():  # whoever sees the paper is told beside it
                self._workplace.messages.succeed(self.tr("Printed: {paper}").format(paper=self._paper.name))
            if self._paper.form:
                self._make_anew()
                return
        self._show_state(job.changed_at if job.state is JobState.PRINTED else self._made.given)

    def _is_of(self, job: PrintJob) -> bool:
        assert self._paper is not None
        if self._paper.form:
            return job.paper == (self._paper.form, self._paper.about, self._paper.codes)
        return job.id in self._asked

    def _under_way(self) -> PrintJob | None:
        return next((job for job in reversed(self._workplace.printing.jobs) if self._is_of(job)), None)

    def _show_state(self, given: datetime | None) -> None:
        assert self._made is not None
        job = self._under_way()
        self.preview.bar.show_progress(under_way=self._asking or job is not None, again=self._made.again)
        if job is not None:
            stands = job.failure is not None
            said = words.job_state(job.state, stands=stands)
            ink = AMBER if stands or job.state is JobState.UNSURE else QUIET
        else:
            said, ink = self.tr("Printed {when}").format(when=words.moment(given)) if given else "", GREEN
        self.preview.state.setText(said)
        dress(self.preview.state, f"color: @{ink.name}@;")

    def _choose_file(self) -> None:
        paper = self._paper
        if paper is None:
            return
        name = "-".join(filter(None, ((paper.codes or ("",))[0], paper.form or "document"))) + ".pdf"
        if chosen := choose_to_save(self, self.tr("Save the paper"), name, "PDF (*.pdf)"):
            self.save_to(Path(chosen))


def document(name: str, make: Callable[[Progress], bytes], codes: tuple[str, ...] = ()) -> ShownPaper:
    """A paper that is no form: a scan, a report, separator sheets. The journal does not know its prints."""

    def ask(desk: Desk, pdf: bytes, choice: Choice) -> PrintJob:
        from printing.handout import ask_for_document

        return ask_for_document(desk, pdf, "document", codes=codes, **choice.model_dump(exclude={"size"}))

    return ShownPaper(name, lambda progress, size: make(progress), ask, codes=codes)


def _made(progress: Progress, paper: ShownPaper, names: list[str], choice: Choice) -> _Made:
    from printing.layout.watermark import watermarked

    pdf = watermarked(paper.make(progress, choice.size), progress.desk.profile.mark)
    if not paper.form:
        return _Made(pdf, names, choice)
    desk, jobs = progress.desk, progress.desk.store.print_jobs.open()
    lost = desk.store.lost_numbers
    subject = (paper.form, paper.about, paper.codes)
    dossiers = [desk.subject(code) for code in paper.codes]
    under_way = [job.reprint for job in jobs if job.paper == subject]
    number = under_way[-1] if under_way else reprint_number(paper.form, paper.about, dossiers, jobs, lost)
    given = [given.at for given in dossiers[0].papers if (given.form, given.about) == (paper.form, paper.about)]
    if number:
        from printing.layout.reprint import marked

        pdf = marked(pdf, number, desk.now())
    return _Made(pdf, names, choice, number > 0, given[-1] if given else None)
