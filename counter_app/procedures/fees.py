"""What a dossier costs, from its procedure's data."""

from __future__ import annotations

from counter_app.dossier.money import FeeDue
from counter_app.procedures.catalogue import Procedure


def fees_due(procedure: Procedure) -> tuple[FeeDue, ...]:
    """The fees and charges of one dossier at their full rate; those that are free are left out."""
    return tuple(FeeDue(name=fee.name, kind=fee.kind, amount=fee.amount) for fee in procedure.fees if fee.amount)
