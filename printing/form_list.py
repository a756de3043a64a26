"""The papers a desk can print, and what in a dossier's life each of them can be about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from counter_app.dossier.corrected_papers import as_it_stands, uncorrected
from counter_app.dossier.feedback import Feedback, Papered
from counter_app.dossier.guidance import GuidanceCase
from counter_app.dossier.life import DueCause, PauseKind
from counter_app.dossier.model import Dossier
from counter_app.dossier.states import GuidanceKind, Status
from counter_app.dossier.subjects import WHOLE, ActAt, OneReceipt, Subject, WayThrough
from counter_app.errors import CounterError
from printing.forms.apology import apology
from printing.forms.batch_receipt import batch_receipt
from printing.forms.certification_receipt import certification_receipt
from printing.forms.context import FormContext
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
