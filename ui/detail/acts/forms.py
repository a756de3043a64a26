"""Which form an act has."""

from __future__ import annotations

from counter_app.desk.desk import Desk
from counter_app.desk.dossier_view import DossierView
from counter_app.dossier import acts
from counter_app.dossier.acts.act import AnyAct
from ui.detail.acts import extending, fees, hand_over, obligation, reasoned, results, returning, supplement
from ui.detail.acts.form import ActForm

FORMS: dict[AnyAct, type[ActForm]] = {
    acts.ASK_SUPPLEMENT: supplement.SupplementForm,
    acts.TAKE_SUPPLEMENT: supplement.BroughtForm,
    acts.ASK_OBLIGATION: obligation.ObligationForm,
    acts.CONFIRM_OBLIGATION: obligation.MetForm,
    acts.HAND_OVER: hand_over.HandOverForm,
    acts.EXTEND: extending.ExtendForm,
    acts.STOP: reasoned.StopForm,
    acts.RESUME: reasoned.ResumeForm,
    acts.TAKE_RESULTS: results.ResultsForm,
    acts.BEGIN_STAGE: reasoned.StageForm,
    acts.RETURN_RESULTS: returning.ReturnForm,
    acts.TAKE_FEE: fees.FeeForm,
    acts.CANCEL_RECEIPT: fees.CancelForm,
    acts.REFUND: fees.RefundForm,
}
"""The forms of the acts that ask for more than a reason."""


def form_for(act: AnyAct, seen: DossierView, desk: Desk) -> ActForm:
    """The act's form, filled with what is known."""
    return FORMS.get(act, reasoned.ReasonForm)(act, seen, desk)
