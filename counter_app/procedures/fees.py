"""What a dossier costs, from its procedure's data: rates by dossier, copy or page, and who pays less."""

from __future__ import annotations

from counter_app.dossier.money import CertifiedDocument, FeeDue
from counter_app.errors import CounterError
from counter_app.procedures.catalogue import Exemption, Fee, Procedure


class ExemptionUnknown(CounterError):
    """The procedure's version has no such exemption."""

    what = "This procedure has no exemption “{key}”."
    todo = "Choose one of the exemptions the procedure names; the administrator can add another in the catalogue."


def fees_due(
    procedure: Procedure,
    exemption: str = "",
    certified: tuple[CertifiedDocument, ...] = (),
    copies: int = 1,
    case: str = "",
) -> tuple[FeeDue, ...]:
    """The fees and charges of one dossier, apart from each other; those that are free for everybody, or taken in
    another case, are left out.

    `exemption` is the key of one the procedure grants, `copies` how many the applicant wants of the result. Where no
    document is named yet, a rate by the page is that of one page. Raises ExemptionUnknown.
    """
    granted = _granted(procedure, exemption)
    due = []
    for fee in procedure.fees:
        full = _full(fee, certified, copies)
        if not full or fee.case not in ("", case):
            continue
        if granted is None or fee.kind not in granted.kinds:
            due.append(FeeDue(name=fee.name, kind=fee.kind, amount=full, full=full))
        else:
            amount = full * (100 - granted.percent) // 100
            due.append(FeeDue(name=fee.name, kind=fee.kind, amount=amount, full=full, exemption=granted.name))
    return tuple(due)


def fees_unknown(procedure: Procedure, case: str) -> bool:
    """Whether nobody knows what the procedure costs in that case: the data name no fee, and do not say that there is
    none either."""
    return "fees" in procedure.unknown and not any(fee.amount for fee in procedure.fees if fee.case in ("", case))


def certification_fee(procedure: Procedure, pages: int, copies: int) -> int:
    """What certifying `copies` copies of a document of `pages` pages costs, in đồng, before any exemption."""
    return sum(_per_copy(fee, pages) * copies for fee in procedure.fees if fee.per == "page")


def _full(fee: Fee, certified: tuple[CertifiedDocument, ...], copies: int) -> int:
    if fee.per == "page" and certified:
        return sum(_per_copy(fee, document.pages) * document.copies for document in certified)
    if fee.per == "page":
        return _per_copy(fee, 1) * copies
    return fee.amount * (copies if fee.per == "copy" else 1)


def _per_copy(fee: Fee, pages: int) -> int:
    """One copy: each tier's pages at its rate, and not more than the most a copy may cost."""
    bounds = [(1, fee.amount), *((tier.from_page, tier.amount) for tier in fee.tiers)]
    ends = [from_page for from_page, _ in bounds[1:]] + [pages + 1]
    total = sum(max(min(end, pages + 1) - start, 0) * amount for (start, amount), end in zip(bounds, ends, strict=True))
    return min(total, fee.most_per_copy) if fee.most_per_copy else total


def _granted(procedure: Procedure, key: str) -> Exemption | None:
    if not key:
        return None
    for exemption in procedure.exemptions:
        if exemption.key == key:
            return exemption
    raise ExemptionUnknown(key=key)
