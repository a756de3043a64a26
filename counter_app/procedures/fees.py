"""What a dossier costs, from its procedure's data."""

from __future__ import annotations

from counter_app.dossier.money import CertifiedDocument, FeeDue
from counter_app.procedures.catalogue import Fee, Procedure


def fees_due(
    procedure: Procedure, exemption: str = "", certified: tuple[CertifiedDocument, ...] = (), copies: int = 1
) -> tuple[FeeDue, ...]:
    """The fees and charges of one dossier, less what the exemption of that key takes off; free ones are left out.

    `certified` is what a fee for each page is counted from, `copies` what one for each copy is.
    """
    less = next((one for one in procedure.exemptions if one.key == exemption), None)
    found = []
    for fee in procedure.fees:
        full = _full(fee, certified, copies)
        if full:
            percent = less.percent if less and fee.kind in less.kinds else 0
            named = less.name if less and percent else ""
            amount = full - full * percent // 100
            found.append(FeeDue(name=fee.name, kind=fee.kind, amount=amount, full=full, exemption=named))
    return tuple(found)


def certification_fee(procedure: Procedure, pages: int, copies: int) -> int:
    """What certifying `copies` of a document of `pages` costs in đồng, before any exemption."""
    return sum(_of_copies(fee, pages, copies) for fee in procedure.fees if fee.per == "page")


def _full(fee: Fee, certified: tuple[CertifiedDocument, ...], copies: int) -> int:
    if fee.per == "page":
        return sum(_of_copies(fee, one.pages, one.copies) for one in certified)
    return fee.amount * copies if fee.per == "copy" else fee.amount


def _of_copies(fee: Fee, pages: int, copies: int) -> int:
    rates = [(tier.from_page, tier.amount) for tier in fee.tiers] or [(1, fee.amount)]
    ends = [start for start, _ in rates[1:]] + [pages + 1]
    one = sum(amount * max(0, min(end, pages + 1) - start) for (start, amount), end in zip(rates, ends, strict=True))
    return min(one, fee.most_per_copy or one) * copies
