"""Mẫu CT04: the receipt of a residence dossier (TT 66/2023/TT-BCA), which the police of the commune decide.

What it has of its own stands in its texts; all else is said as on Mẫu số 01.
"""

from __future__ import annotations

from dataclasses import replace

from printing.forms.context import FormContext
from printing.forms.receipt import components, receipt_of


def residence_receipt(context: FormContext) -> bytes:
    """The receipt of a residence dossier as PDF, both copies one after the other."""
    agencies = context.dossier.agencies
    say = context.wordings.of("residence_receipt", context.base).over(context.wordings.of("receipt", context.base))
    office = replace(context.office, agency=agencies.competent_name or context.office.agency, unit=say("desk"))
    return receipt_of(replace(context, office=office), say, components(context, say))
