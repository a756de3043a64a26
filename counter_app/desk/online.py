"""What was filed at the national portal and came through the province: checked at the desk, and accepted.

It is refused or sent back by the acts every dossier has (`casework.refuse`, `casework.ask_for_supplements`); what the
applicant completes comes back by the portal.
"""

from __future__ import annotations

from datetime import date

from counter_app.desk import receiving
from counter_app.desk.after_receipt import typed
from counter_app.desk.desk import Desk
from counter_app.dossier import acts
from counter_app.dossier.draft import ComponentTicked, Draft, Missing
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.papers import Received
from counter_app.dossier.states import Channel
from counter_app.errors import CounterError
from counter_app.procedures.catalogue import Procedure


class ProcedureUnknownHere(CounterError):
    """The catalogue has no version in force of what was asked for."""

    what = "This desk's catalogue has no procedure {code} in force today."
    todo = "Import the procedure, or refuse the dossier with this reason."


def draft_of(dossier: Dossier, case: str = "", promised_on: date | None = None) -> Draft:
    """The dossier as the intake would have it, with what the clerk chose beside."""
    return Draft(
        id=f"online-{dossier.code}",
        procedure=dossier.procedure,
        owner=typed(dossier.owner),
        co_owners=tuple(map(typed, dossier.co_owners)),
        submitter=typed(dossier.submitter) if dossier.submitter else None,
        components=tuple(ComponentTicked(key=component.key, originals=1) for component in dossier.components),
        channel=Channel.ONLINE,
        delivery_method=dossier.delivery_method,
        case=case,
        promised_on=promised_on,
        note=dossier.note,
    )


def missing_of_online(desk: Desk, draft: Draft) -> list[Missing]:
    """What the clerk still has to choose before it can be accepted; what was filed stands as it was filed."""
    return [
        item for item in receiving.missing_of_papers(desk, draft) if item.field in ("procedure", "case", "promised_on")
    ]


def accept(desk: Desk, code: str, *, case: str = "", promised_on: date | None = None) -> Dossier:
    """Receives it (tiếp nhận): its term runs from now, and it is promised as if it had been handed in.

    Raises NotYourTask, StepRefused, ProcedureUnknownHere, DraftIncomplete.
    """
    with desk.store.transaction():
        dossier, at = desk.checked(code, acts.RECEIVE), desk.now()
        draft = draft_of(dossier, case, promised_on)
        procedure = desk.procedure(draft)
        if procedure is None:
            raise ProcedureUnknownHere(code=dossier.procedure)
        if faults := missing_of_online(desk, draft):
            raise receiving.incomplete(desk, faults)
        return desk.record(code, _received(receiving.first_entry(desk, draft, procedure, at), dossier, procedure), at)


def _received(entry: Received, dossier: Dossier, procedure: Procedure) -> Received:
    """The entry with the papers and people as they were filed; a paper of the catalogue has the catalogue's name."""
    names = {rule.key: rule.name for rule in procedure.components}
    components = tuple(
        component.model_copy(update={"name": names.get(component.key, component.name)})
        for component in dossier.components
    )
    kept = {"components": components, "relation": dossier.relation, "authority": dossier.authority}
    return entry.model_copy(update=kept)
