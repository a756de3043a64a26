"""The receipt of a certification dossier (chứng thực): the documents with their pages, copies and what they cost.

Otherwise it is Mẫu số 01, whose wording it has; what is its own stands in certification_receipt.toml.
"""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from counter_app.dossier.amounts import in_words
from counter_app.dossier.model import Dossier
from counter_app.procedures.wordings import Wording
from printing.forms.context import FormContext
from printing.forms.receipt import dong, receipt_of
from printing.layout.grids import grid
from printing.layout.sheets import WIDTH
from printing.layout.texts import gap, line, text


def certification_receipt(context: FormContext) -> bytes:
    """The receipt as PDF, both copies (liên)."""
    own = context.wordings.of("certification_receipt", context.base)
    total = sum(certified.fee for certified in context.dossier.certified)
    documents = [
        text(own("documents")),
        gap(1),
        _documents(context.dossier, own, total),
        gap(1),
        line(own("in_words"), in_words(total)),
    ]
    return receipt_of(context, context.wordings.of("receipt", context.base), documents)


def _documents(dossier: Dossier, own: Wording, total: int) -> Flowable:
    heads = [*(own(f"column_{key}") for key in ("number", "name", "pages", "copies")), own(_cost(dossier))]
    rows = [
        [str(number), item.name, str(item.pages), str(item.copies), dong(item.fee)]
        for number, item in enumerate(dossier.certified, start=1)
    ]
    rows.append(["", own("total"), "", "", dong(total)])
    return grid(heads, rows, [14 * mm, WIDTH - 94 * mm, 22 * mm, 22 * mm, 36 * mm], centred=(0, 2, 3, 4))


def _cost(dossier: Dossier) -> str:
    """What the column is called: a fee (phí) is no charge (lệ phí)."""
    kinds = {fee.kind for fee in dossier.fees}
    return f"column_cost_{next(iter(kinds))}" if len(kinds) == 1 else "column_cost"
