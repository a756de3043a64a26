"""A paper for the citizen: form → PDF → print job, the same way for every form; `print_queue` does the rest.

Only what is committed can be printed. A paper that was asked for once is printed again from the very file that was
kept, as a reprint; one about something newer (a moved promise, another request) is a paper of its own. The journal has
it when it came out of the printer, and not before.
"""

from __future__ import annotations

from collections.abc import Sequence

from counter_app.desk.desk import Desk
from counter_app.desk.paper_numbers import draw_number
from counter_app.dossier.acts import GIVE_PAPER
from counter_app.dossier.acts.act import refuse_unless_task
from counter_app.dossier.feedback import Papered
from counter_app.dossier.subjects import WHOLE, Subject
from counter_app.dossier.value import FileRef
from counter_app.errors import CounterError
from counter_app.store.print_jobs import Choice, PrintJob, reprint_number
from printing.form_context import base_of, context, letterhead
from printing.form_list import FORMS, newest
from printing.forms.context import written_number
from printing.layout.watermark import watermarked


class FormUnknown(CounterError):
    """No form of that name."""

    what = "There is no form called {form}."
    todo = "Update the program on this desk."


class JobUnknown(CounterError):
    """No print job of that number."""

    what = "This print job is not known at this desk."
    todo = "Look for the paper at its dossier, and print it from there."


def paper(desk: Desk, codes: Sequence[str], form: str, about: Subject | None = None, size: str = "") -> bytes:
    """The paper as PDF: the one kept if it was given out or asked for before about the same, otherwise made now.

    Without `about` it is about the newest there is. Raises DossierUnknown, FormUnknown, NothingToPrint, and what the
    form itself raises.
    """
    dossiers, about = _subject(desk, codes, form, about)
    kept = _kept(desk, dossiers, form, about, size)
    if kept:
        return desk.store.files.get(kept.sha256)
    return watermarked(FORMS[form].make(context(desk, dossiers, form, about, size)), desk.profile.mark)


def issue(desk: Desk, codes: Sequence[str], form: str, about: Subject | None = None, size: str = "") -> bytes:
    """The paper as it leaves the office, as a file or on paper: with its number. Raises as `paper`."""
    dossiers, about = _subject(desk, codes, form, about)
    _number(desk, dossiers, form, about)
    return paper(desk, codes, form, about, size)


def ask_for(
    desk: Desk,
    codes: Sequence[str],
    form: str,
    about: Subject | None = None,
    *,
    printer: str = "",
    tray: str | None = None,
    copies: int | None = None,
    size: str | None = None,
) -> PrintJob:
    """Asks for the paper to be printed: the job, which waits until a printer takes it.

    What is not said is as chosen for the form at this desk. Asked for twice, the second is a reprint of the first.
    Raises DossierUnknown, FormUnknown, NothingToPrint, DiskFull, and what the form itself raises.
    """
    where = _where(desk, form, printer, tray, copies, size)
    size = where.size
    dossiers, about = _subject(desk, codes, form, about)
    kept = _kept(desk, dossiers, form, about, size)
    made = kept or _made(desk, dossiers, form, about, size)  # before the lock, which others wait for
    with desk.store.transaction():
        file = kept or _kept(desk, dossiers, form, about, size) or made
        return _add(desk, dossiers, where, file, title=form, form=form, about=about)


def ask_for_document(
    desk: Desk,
    pdf: bytes,
    title: str,
    *,
    codes: Sequence[str] = (),
    printer: str = "",
    tray: str | None = None,
    copies: int | None = None,
) -> PrintJob:
    """Asks for a paper that is no form to be printed: a scan, a report, separator sheets. The journal does not know it.

    `title` is what the printer's queue shows, nothing of a person. Raises DossierUnknown, DiskFull.
    """
    where = _where(desk, "", printer, tray, copies)
    return _add(desk, tuple(map(desk.subject, codes)), where, _keep(desk, pdf), title=title)


def again(
    desk: Desk, job_id: int, *, printer: str = "", tray: str | None = None, copies: int | None = None
) -> PrintJob:
    """Asks for the very paper of an earlier job once more; a form is then marked as a reprint. Raises JobUnknown."""
    job = desk.store.print_jobs.get(job_id)
    if job is None:
        raise JobUnknown()
    where, dossiers = _where(desk, job.form, printer, tray, copies, job.size), tuple(map(desk.subject, job.codes))
    return _add(desk, dossiers, where, job.file, title=job.title, form=job.form, about=job.about)


def _subject(desk: Desk, codes: Sequence[str], form: str, about: Subject | None) -> tuple[tuple[Papered, ...], Subject]:
    if form not in FORMS:
        raise FormUnknown(form, form=form)
    dossiers = tuple(map(desk.subject, codes))
    return dossiers, newest(form, dossiers[0]) if about is None else about


def _kept(desk: Desk, dossiers: tuple[Papered, ...], form: str, about: Subject, size: str) -> FileRef | None:
    """The paper as it was printed, or asked for, before: the same form about the same of the same dossiers."""
    codes = tuple(dossier.code for dossier in dossiers)
    asked = [job for job in desk.store.print_jobs.open() if job.paper == (form, about, codes)]
    if asked:
        return next((job.file for job in reversed(asked) if not size or job.size in ("", size)), None)
    if FORMS[form].of_several:  # the journal of one dossier does not tell which others stood on a list with it
        printed = desk.store.print_jobs.of_paper(form, about, codes)
        return printed.file if printed else None
    given = [[item.file for item in dossier.papers if (item.form, item.about) == (form, about)] for dossier in dossiers]
    return next((file for file in reversed(given[0]) if all(file in files for files in given)), None)


def _made(desk: Desk, dossiers: tuple[Papered, ...], form: str, about: Subject, size: str) -> FileRef:
    numbered = _number(desk, dossiers, form, about)
    return _keep(desk, FORMS[form].make(context(desk, numbered, form, about, size)))


def _number(desk: Desk, dossiers: tuple[Papered, ...], form: str, about: Subject) -> tuple[Papered, ...]:
    """Draws the paper's number, where the office draws numbers for its kind; the dossiers as they are then."""
    say = desk.knowledge.wordings.of(form, base_of(desk, dossiers[0]))
    office = letterhead(desk.profile.office, desk.profile.signers)
    if not written_number(say, "", office):
        return dossiers  # the form has none
    codes = [dossier.code for dossier in dossiers]
    drawn = draw_number(desk, codes, form, about, lambda number: written_number(say, f"{number:02d}", office))
    return tuple(map(desk.subject, codes)) if drawn else dossiers


def _keep(desk: Desk, pdf: bytes) -> FileRef:
    return desk.store.files.put(watermarked(pdf, desk.profile.mark), "application/pdf")


def _where(
    desk: Desk, form: str, printer: str, tray: str | None, copies: int | None, size: str | None = None
) -> Choice:
    """Where it is printed: as the clerk says now, else as chosen for the form, else on the desk's printer."""
    usual = desk.store.print_jobs.choice(form)
    usual_printer = usual.printer or desk.profile.devices.printer
    usual_tray = usual.tray if printer in ("", usual_printer) else ""  # another printer has other trays
    return Choice(
        printer=printer or usual_printer,
        tray=usual_tray if tray is None else tray,
        copies=usual.copies if copies is None else copies,
        size=usual.size if size is None else size,
    )


def _add(
    desk: Desk,
    dossiers: tuple[Papered, ...],
    where: Choice,
    file: FileRef,
    title: str,
    form: str = "",
    about: Subject = WHOLE,
) -> PrintJob:
    """The job, with the number it will bear if all that waits before it comes out. Raises NotYourTask for a form."""
    if form:
        refuse_unless_task(GIVE_PAPER, desk.clerk.tasks)
    jobs, now = desk.store.print_jobs, desk.now()
    with desk.store.transaction():
        return jobs.add(
            PrintJob(
                form=form,
                about=about,
                codes=tuple(dossier.code for dossier in dossiers),
                title=title,
                file=file,
                **where.model_dump(),
                asked_at=now,
                changed_at=now,
                clerk=desk.clerk.name,
                reprint=reprint_number(form, about, dossiers, jobs.open(), desk.store.lost_numbers),
            )
        )
