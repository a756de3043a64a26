"""Giấy bàn giao hồ sơ, phiếu bàn giao kết quả: many dossiers, or their results, go from one unit to another.

Two copies (bản), one for each side. The lists of a whole district's day have thousands of lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from counter_app.dossier.addresses import addresses
from counter_app.dossier.agency_names import in_full
from counter_app.dossier.life import HandOver
from counter_app.dossier.model import Dossier
from counter_app.dossier.states import DeliveryMethod
from counter_app.dossier.subjects import ActAt, Subject
from printing.forms.context import FormContext
from printing.forms.of_whom import owners
from printing.layout.document import document
from printing.layout.heads import head, moment, number_and_date
from printing.layout.long_table import Cell, Cells, Padding, long_table
from printing.layout.printable import printable
from printing.layout.sheets import LANDSCAPE, WIDE
from printing.layout.signing import kept_with_last, signatures
from printing.layout.texts import gap, line, style, text

COPIES = ("Bản bên giao giữ", "Bản bên nhận giữ")
_HEADS = (
    "TT",
    "Mã hồ sơ",
    "Nội dung",
    "Kết quả",
    "Chủ hồ sơ",
    "Địa chỉ",
    "Phí, lệ phí (X)",
    "Trả qua bưu điện (X)",
)
_WIDTHS = (11 * mm, 38 * mm, 63 * mm, 42 * mm, 38 * mm, WIDE - 226 * mm, 16 * mm, 18 * mm)
_CENTRED = (0, 1, 6, 7)
_PADDING = Padding(side=3, above=1, below=2.5)


def hand_over_list(context: FormContext) -> bytes:
    """The list of the dossiers as they were handed over at the moment `context.about`, or last, as PDF."""
    steps = [step for dossier in context.dossiers if (step := _hand_over(dossier, context.about))]
    return _list(
        context,
        "hand_over_list",
        givers=[(step.from_unit, step.given_by) for step in steps],
        takers=[(step.to_unit, step.taken_by) for step in steps],
        at=steps[0].at if steps else context.at,
    )


def result_hand_over(context: FormContext) -> bytes:
    """The list of the results that the units dealing with the dossiers gave to this office's desk, as PDF."""
    arrived = [result.arrived_at for result in context.dossier.results]
    return _list(
        context,
        "result_hand_over",
        givers=[_dealing(dossier, in_full(context.office.unit)) for dossier in context.dossiers],
        takers=[(context.office.unit, context.clerk)],
        at=arrived[-1] if arrived else context.at,
    )


def _hand_over(dossier: Dossier, about: Subject) -> HandOver | None:
    meant = (step for step in dossier.hand_overs if ActAt(step.at) == about)
    return next(meant, dossier.hand_overs[-1] if dossier.hand_overs else None)


def _dealing(dossier: Dossier, desk: str) -> tuple[str, str]:
    """The unit that had the dossier when it was done, and who of it gave it back: never the desk itself."""
    for step in reversed(dossier.hand_overs):
        if in_full(step.to_unit) != desk:
            return step.to_unit, ""
        if in_full(step.from_unit) != desk:
            return step.from_unit, step.given_by
    return dossier.agencies.competent_name, ""


def _list(
    context: FormContext,
    form: str,
    givers: Sequence[tuple[str, str]],
    takers: Sequence[tuple[str, str]],
    at: datetime,
) -> bytes:
    """The paper: `givers` and `takers` are units with the name of who acted for them, one a dossier or one for all."""
    office, say = context.office, context.wordings.of(form, context.base)
    above: list[Flowable] = [
        head(office, WIDE),
        *number_and_date(office, context.numbered(say), at.date(), WIDE),
        gap(2, 1),
        text(say("title"), "title"),
    ]
    signed = signatures(
        [("BÊN GIAO", _all(name for _, name in givers)), ("BÊN NHẬN", _all(name for _, name in takers))], WIDE
    )
    below: list[Flowable] = [
        gap(2, 1),
        line("Bên giao", _all(in_full(unit) for unit, _ in givers)),
        line("Bên nhận", _all(in_full(unit) for unit, _ in takers)),
        line("Thời gian bàn giao", moment(at)),
        gap(2, 1),
        _table(context.dossiers),
        *kept_with_last([_total(context.dossiers)], [gap(2), text(say("copies"), "note"), gap(3, 1), signed]),
    ]
    copies = [[*above, text(f"({copy})", "subtitle"), *below] for copy in COPIES]
    return document(copies, title=say("title").capitalize(), author=office.agency, sheet=LANDSCAPE)


def _table(dossiers: Sequence[Dossier]) -> Flowable:
    styles = [style("medium_centred" if column in _CENTRED else "medium") for column in range(len(_HEADS))]
    heads = [[Cell(title, style("medium_head")) for title in _HEADS]]
    return long_table(_WIDTHS, styles, _rows(dossiers), heads, padding=_PADDING)


def _rows(dossiers: Sequence[Dossier]) -> Iterator[Cells]:
    for number, dossier in enumerate(dossiers, start=1):
        yield (
            str(number),
            dossier.code,
            printable(dossier.procedure_name),
            printable("; ".join(" số ".join(filter(None, (result.name, result.number))) for result in dossier.results)),
            printable(owners(dossier)),
            printable(addresses(dossier.owners)),
            "X" if _costs(dossier) else "",
            "X" if _posted(dossier) else "",
        )


def _total(dossiers: Sequence[Dossier]) -> Flowable:
    """The last line of the table, which stays with the signatures: they never stand alone on a page."""
    bold, centred = style("medium_bold"), style("medium_head")
    row = (
        Cell(f"Tổng cộng: {len(dossiers):,} hồ sơ".replace(",", "."), bold, 6),
        Cell(str(sum(map(_costs, dossiers))), centred),
        Cell(str(sum(map(_posted, dossiers))), centred),
    )
    return long_table(_WIDTHS, [bold] * len(_HEADS), [row], padding=_PADDING)


def _costs(dossier: Dossier) -> bool:
    return bool(dossier.fees_total)


def _posted(dossier: Dossier) -> bool:
    return dossier.delivery_method is DeliveryMethod.POST


def _all(names: Iterator[str]) -> str:
    """Each of them once."""
    return "; ".join(dict.fromkeys(filter(None, names)))
