"""Which form an act has."""

from __future__ import annotations

from counter_app.desk.desk import Desk
from counter_app.desk.dossier_view import DossierView
from counter_app.dossier.acts import Act
from ui.detail.acts import extending, fees, hand_over, obligation, reasoned, results, returning, supplement
from ui.detail.acts.form import ActForm

FORMS: dict[Act, type[ActForm]] = {
    Act.REFUSE: reasoned.ReasonForm,
    Act.ASK_SUPPLEMENT: supplement.SupplementForm,
    Act.TAKE_SUPPLEMENT: supplement.BroughtForm,
    Act.ASK_OBLIGATION: obligation.ObligationForm,
    Act.CONFIRM_OBLIGATION: obligation.MetForm,
    Act.HAND_OVER: hand_over.HandOverForm,
    Act.EXTEND: extending.ExtendForm,
    Act.STOP: reasoned.StopForm,
    Act.RESUME: reasoned.ReasonForm,
    Act.WITHDRAW: reasoned.ReasonForm,
    Act.TAKE_RESULTS: results.ResultsForm,
    Act.BEGIN_STAGE: reasoned.StageForm,
    Act.RETURN_RESULTS: returning.ReturnForm,
    Act.TAKE_FEE: fees.FeeForm,
    Act.CANCEL_RECEIPT: fees.CancelForm,
    Act.REFUND: fees.RefundForm,
}


def form_for(act: Act, seen: DossierView, desk: Desk) -> ActForm:
    """The act's form, filled with what is known."""
    return FORMS[act](act, seen, desk)
