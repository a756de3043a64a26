"""A paper for the citizen: form → PDF → print job, the same way for every form; `print_queue` does the rest.

Only what is committed can be printed. A paper that was asked for once is printed again from the very file that was
kept, as a reprint; one about something newer (a moved promise, another request) is a paper of its own. The journal has
it when it came out of the printer, and not before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from counter_app.bounded_files import read_file
from counter_app.config import Office, Signer
from counter_app.desk.desk import Desk
from counter_app.desk.paper_numbers import draw_number, known_number
from counter_app.dossier.acts import GIVE_PAPER
from counter_app.dossier.acts.act import refuse_unless_task
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.corrected_papers import as_it_stands, uncorrected
from counter_app.dossier.feedback import Feedback, Papered
from counter_app.dossier.guidance import GuidanceCase
from counter_app.dossier.life import DueCause, PauseKind
from counter_app.dossier.model import Dossier
from counter_app.dossier.money import copies_of
from counter_app.dossier.states import GuidanceKind, Status
from counter_app.dossier.subjects import WHOLE, ActAt, OneReceipt, Subject, WayThrough
from counter_app.dossier.survey import slip_token
from counter_app.dossier.value import FileRef
from counter_app.errors import CounterError
from counter_app.procedures.control_sheet import control_lines
from counter_app.store.print_jobs import Choice, PrintJob, reprint_number
from printing.errors import BadLogo
from printing.forms.apology import apology
from printing.forms.batch_receipt import batch_receipt
from printing.forms.certification_receipt import certification_receipt
from printing.forms.context import FormContext, Invitation, written_number
from printing.forms.control_sheet import control_sheet
from printing.forms.fee_receipt import fee_receipt
from printing.forms.feedback import feedback_answer, feedback_receipt, feedback_transfer, is_answered, is_passed_on
from printing.forms.hand_over_list import hand_over_list, result_hand_over
from printing.forms.loss_declaration import loss_declaration
from printing.forms.pause_notice import pause_notice
from printing.forms.receipt import receipt
from printing.forms.refusal import refusal
from printing.forms.residence_receipt import residence_receipt
from printing.forms.return_note import return_note
from printing.forms.slip import slip
from printing.forms.stop_notice import stop_notice
from printing.forms.supplement_request import supplement_request
from printing.forms.withdrawal_note import withdrawal_note
from printing.layout.heads import Letterhead, Signatory
from printing.layout.logo import logo


@dataclass(frozen=True)
class Form:
    """One kind of paper: how it is made, and what in a dossier's life it can be about, the newest last.

    A dossier for which `subjects` gives nothing has no such paper yet. `of_several` papers are about many dossiers.
    `answers` says that it is given instead of a receipt, too, and for which answers; `says` that it is about feedback,
    and whether there is anything yet for it to say.
    """

    make: Callable[[FormContext], bytes]
    subjects: Callable[[Dossier], list[Subject]]
    of_several: bool = False
    answers: GuidanceKind | None = None
    says: Callable[[Feedback], bool] | None = None

    def about(self, one: Papered) -> list[Subject]:
        """What papers of this form there are about a dossier, a guidance case or feedback."""
        if isinstance(one, Feedback):
            return [WHOLE] if self.says and self.says(one) else []
        if isinstance(one, GuidanceCase):
            return [ActAt(answer.at) for answer in one.answers if answer.kind is self.answers]
        return self.subjects(one)


class FormUnknown(CounterError):
    """No form of that name."""

    what = "There is no form called {form}."
    todo = "Update the program on this desk."


class JobUnknown(CounterError):
    """No print job of that number."""

    what = "This print job is not known at this desk."
    todo = "Look for the paper at its dossier, and print it from there."


class NothingToPrint(CounterError):
    """The dossier has not come so far that this paper could say anything."""

    what = "There is nothing yet that this paper could say about the dossier."
    todo = "Do the step it belongs to first, then print it."


def _promises(dossier: Dossier) -> list[Subject]:
    """The promised dates a receipt has shown: the first, and each later one by the moment it was made."""
    return [WHOLE, *(ActAt(change.at) for change in dossier.due_changes)]


def _receipts(form: str) -> Callable[[Dossier], list[Subject]]:
    """As many as promises, of the dossiers that have this receipt and were accepted."""
    return lambda dossier: _promises(dossier) if dossier.receipt_form == form and not dossier.awaits_acceptance else []


def _refusal(dossier: Dossier) -> list[Subject]:
    return [WHOLE] if dossier.status is Status.NOT_ACCEPTED else []


def _supplement_requests(dossier: Dossier) -> list[Subject]:
    """By the moment of each; the province's word alone, which does not say what is missing, is no request."""
    return [ActAt(pause.began_at) for pause in dossier.pauses if pause.kind is PauseKind.SUPPLEMENT and pause.asked]


def _extensions(dossier: Dossier) -> list[Subject]:
    return [ActAt(change.at) for change in dossier.due_changes if change.cause is DueCause.EXTENSION]


def _pauses(dossier: Dossier) -> list[Subject]:
    return [ActAt(pause.began_at) for pause in dossier.pauses if pause.kind is PauseKind.STOP]


def _stops(dossier: Dossier) -> list[Subject]:
    """The applicant's request; notices of pauses that bore this form before, as they were given out."""
    before = (paper.about for paper in dossier.papers if paper.form == "stop_notice")
    asked = [ActAt(dossier.stop_request.at)] if dossier.stop_request else []
    return list(dict.fromkeys((*before, *asked)))


def _withdrawal(dossier: Dossier) -> list[Subject]:
    return [WHOLE] if dossier.status is Status.WITHDRAWN else []


def _losses(dossier: Dossier) -> list[Subject]:
    return [ActAt(lost.at) for lost in dossier.lost_receipts]


def _control(dossier: Dossier) -> list[Subject]:
    """A new sheet for each hand-over, and one when the last unit is done."""
    return [WayThrough(len(dossier.hand_overs), dossier.finished_at)]


def _returns(dossier: Dossier) -> list[Subject]:
    """What was returned at one moment stands on one note."""
    return [ActAt(at) for at in sorted({result.returned.at for result in dossier.results if result.returned})]


def _fee_receipts(dossier: Dossier) -> list[Subject]:
    return [OneReceipt.of(receipt) for receipt in dossier.fee_receipts]


def _hand_overs(dossier: Dossier) -> list[Subject]:
    return [ActAt(step.at) for step in dossier.hand_overs]


def _arrivals(dossier: Dossier) -> list[Subject]:
    return [ActAt(at) for at in dict.fromkeys(result.arrived_at for result in dossier.results)]


def _batch(dossier: Dossier) -> list[Subject]:
    """What was received together has one receipt."""
    return [WHOLE] if dossier.batch else []


def _none(dossier: Dossier) -> list[Subject]:
    """No paper of a dossier."""
    return []


def _certified(dossier: Dossier) -> list[Subject]:
    """As many receipts as promises, where documents were handed in to be certified."""
    return _promises(dossier) if dossier.certified else []


FORMS: dict[str, Form] = {
    "receipt": Form(receipt, _receipts("receipt")),
    "residence_receipt": Form(residence_receipt, _receipts("residence_receipt")),
    "slip": Form(slip, _promises),
    "refusal": Form(refusal, _refusal, answers=GuidanceKind.REFUSAL),
    "supplement_request": Form(supplement_request, _supplement_requests, answers=GuidanceKind.SUPPLEMENTS),
    "apology": Form(apology, _extensions),
    "pause_notice": Form(pause_notice, _pauses),
    "stop_notice": Form(stop_notice, _stops),
    "withdrawal_note": Form(withdrawal_note, _withdrawal),
    "loss_declaration": Form(loss_declaration, _losses),
    "control_sheet": Form(control_sheet, _control),
    "return_note": Form(return_note, _returns),
    "fee_receipt": Form(fee_receipt, _fee_receipts),
    "hand_over_list": Form(hand_over_list, _hand_overs, of_several=True),
    "result_hand_over": Form(result_hand_over, _arrivals, of_several=True),
    "batch_receipt": Form(batch_receipt, _batch, of_several=True),
    "certification_receipt": Form(certification_receipt, _certified),
    "feedback_receipt": Form(feedback_receipt, _none, says=lambda feedback: not feedback.is_anonymous),
    "feedback_transfer": Form(feedback_transfer, _none, says=is_passed_on),
    "feedback_answer": Form(feedback_answer, _none, says=is_answered),
}
"""The papers a desk can print, by the name the journal knows them by."""


def paper(desk: Desk, codes: Sequence[str], form: str, about: Subject | None = None, size: str = "") -> bytes:
    """The paper as PDF: the one kept if it was given out or asked for before about the same, otherwise made now.

    Without `about` it is about the newest there is. Raises DossierUnknown, FormUnknown, NothingToPrint, and what the
    form itself raises.
    """
    dossiers, about = _subject(desk, codes, form, about)
    kept = _kept(desk, dossiers, form, about, size)
    return desk.store.files.get(kept.sha256) if kept else FORMS[form].make(context(desk, dossiers, form, about, size))


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
    say = desk.knowledge.wordings.of(form, _base(desk, dossiers[0]))
    office = letterhead(desk.profile.office, desk.profile.signers)
    if not written_number(say, "", office):
        return dossiers  # the form has none
    codes = [dossier.code for dossier in dossiers]
    drawn = draw_number(desk, codes, form, about, lambda number: written_number(say, f"{number:02d}", office))
    return tuple(map(desk.subject, codes)) if drawn else dossiers


def _base(desk: Desk, one: Papered) -> str:
    """The circular whose forms hold for a dossier, or for who got no receipt."""
    if isinstance(one, Feedback):
        on = one.taken_at.date()
    else:
        on = one.last.at.date() if isinstance(one, GuidanceCase) else one.received_on
    return desk.knowledge.rules.of(on).forms


def _keep(desk: Desk, pdf: bytes) -> FileRef:
    return desk.store.files.put(pdf, "application/pdf")


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


def newest(form: str, dossier: Papered) -> Subject:
    """What the newest paper of this form is about. Raises NothingToPrint."""
    subjects = subjects_of(form, dossier)
    if not subjects:
        raise NothingToPrint(form)
    return subjects[-1]


def subjects_of(form: str, dossier: Papered) -> list[Subject]:
    """What papers of this form can be about, the newest last: those that went out with a mistake, and each as it
    stands corrected."""
    found = FORMS[form].about(dossier)
    if not isinstance(dossier, Dossier) or FORMS[form].of_several or not dossier.corrections:
        return found
    given = dict.fromkeys(paper.about for paper in dossier.papers if paper.form == form)
    subjects: list[Subject] = []
    for about in found:
        before = [item for item in given if uncorrected(item)[0] == about]
        subjects += [*before, *({as_it_stands(dossier, form, about)} - set(before))]
    return subjects


def letterhead(office: Office, signers: Sequence[Signer] = ()) -> Letterhead:
    """The head of the office's papers, and who signs its letters. Raises BadLogo."""
    return Letterhead(
        agency=office.name,
        unit=office.unit,
        place=office.place,
        address=office.address,
        phone=office.phone,
        website=office.website,
        opening_hours=office.opening_hours,
        parent=office.parent,
        tax_code=office.tax_code,
        logo=_logo(office.logo),
        notes=office.notes,
        look_up=office.look_up,
        symbol=office.letters_symbol,
        unit_symbol=office.papers_symbol,
        signatories=tuple(Signatory(signer.name, signer.role) for signer in signers),
    )


_LARGEST_LOGO = 20_000_000  # bytes


def _logo(name: str) -> bytes:
    """The logo's file, looked at before any paper needs it. Raises BadLogo."""
    if not name:
        return b""
    path = Path(name)
    try:
        content = read_file(path, _LARGEST_LOGO)
    except OSError as fault:
        raise BadLogo(type(fault).__name__, file=path.name) from fault
    logo(content, path.name)
    return content


def context(
    desk: Desk, dossiers: tuple[Papered, ...], form: str, about: Subject = WHOLE, size: str = ""
) -> FormContext:
    """What a paper about these dossiers is made from now, at this desk. Raises BadLogo."""
    first, knowledge, now = dossiers[0], desk.knowledge, desk.now()
    number = known_number(dossiers, form, about)
    about, corrected = uncorrected(about)
    whole = FormContext(
        dossiers=tuple(dossier for dossier in dossiers if isinstance(dossier, Dossier)),
        office=replace(letterhead(desk.profile.office, desk.profile.signers), opening_hours=_opening_hours(desk, now)),
        wordings=knowledge.wordings,
        base=_base(desk, first),
        clerk=desk.clerk.name,
        at=now,
        about=about,
        size=size,
        corrected=corrected,
        number=number.text if number else "",
        copies=_copies(desk, about),
        survey=_survey(desk, first, form),
    )
    if isinstance(first, GuidanceCase):
        return replace(whole, case=first)
    if isinstance(first, Feedback):
        return replace(whole, feedback=first)
    procedure = knowledge.catalogue.version(first.procedure, first.procedure_version)
    return replace(whole, control=tuple(control_lines(first, procedure, knowledge.calendar, knowledge.hours, now)))


def _opening_hours(desk: Desk, at: datetime) -> str:
    """When the office is open, in its own words; where it has none, the hours of the season."""
    if own := desk.profile.office.opening_hours.strip():
        return own
    spans = desk.knowledge.hours.spans_of(at.astimezone(VIETNAM).date())
    return "Thứ Hai đến thứ Sáu: " + ", ".join(f"{opens:%H:%M}–{closes:%H:%M}" for opens, closes in spans)


def _survey(desk: Desk, one: Papered, form: str) -> Invitation | None:
    """How the paper asks how the citizen was served; None where it does not."""
    kiosk, token = desk.profile.kiosk, slip_token(one, form)
    if not token or not kiosk.asks:
        return None
    return Invitation(kiosk.address.replace("{token}", token))


def _copies(desk: Desk, about: Subject) -> int:
    """How many copies (liên) a fee receipt has: as its series says, or its form, where another desk has the series."""
    if not isinstance(about, OneReceipt):
        return 2
    own = (series.liens for series in desk.profile.receipts if series.name == about.series)
    return next(own, copies_of(about.series))
