"""Giấy bàn giao hồ sơ, phiếu bàn giao kết quả: many dossiers, or their results, go from one unit to another.

Two copies (bản), one for each side. The lists of a whole district's day have thousands of lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from counter_app.dossier.life import HandOver
from counter_app.dossier.model import Dossier
from counter_app.dossier.plain import plain
from counter_app.dossier.states import DeliveryMethod
from counter_app.dossier.subjects import ActAt, Subject
from printing.forms.context import FormContext
from printing.layout.document import WIDE, columns, document, head, line, moment, place_and_day, signatures, style, text
from printing.layout.long_table import Cell, Cells, Padding, long_table
from printing.layout.printable import printable

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
    givers = [_dealing(dossier, context.office.unit) for dossier in context.dossiers]
    arrived = [result.arrived_at for result in context.dossier.results]
    return _list(
        context,
        "result_hand_over",
        givers=givers,
        takers=[(context.office.unit, context.clerk)],
        at=arrived[-1] if arrived else context.at,
    )


def _hand_over(dossier: Dossier, about: Subject) -> HandOver | None:
    meant = (step for step in dossier.hand_overs if ActAt(step.at) == about)
    return next(meant, dossier.hand_overs[-1] if dossier.hand_overs else None)


def _dealing(dossier: Dossier, desk: str) -> tuple[str, str]:
    """The unit that had the dossier when it was done, and who of it gave it back: never the desk itself."""
    for step in reversed(dossier.hand_overs):
        if plain(step.to_unit) != plain(desk):
            return step.to_unit, ""
        if plain(step.from_unit) != plain(desk):
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
        Spacer(1, 1 * mm),
        columns(
            [[], [text(place_and_day(office, at.date()), "date")]],
            [WIDE * 0.47, WIDE * 0.53],
        ),
        Spacer(1, 2 * mm),
        text(say("title"), "title"),
    ]
    below: list[Flowable] = [
        Spacer(1, 2 * mm),
        line("Bên giao", _all(unit for unit, _ in givers)),
        line("Bên nhận", _all(unit for unit, _ in takers)),
        line("Thời gian bàn giao", moment(at)),
        Spacer(1, 2 * mm),
        _table(context.dossiers),
        KeepTogether(
            [
                _total(context.dossiers),
                Spacer(1, 2 * mm),
                text(say("copies"), "note"),
                Spacer(1, 3 * mm),
                signatures(
                    [
                        ("BÊN GIAO", _all(name for _, name in givers)),
                        ("BÊN NHẬN", _all(name for _, name in takers)),
                    ],
                    WIDE,
                ),
            ]
        ),
    ]
    copies = [[*above, text(f"({copy})", "subtitle"), *below] for copy in COPIES]
    return document(copies, title=say("title").capitalize(), author=office.agency, wide=True)


def _table(dossiers: Sequence[Dossier]) -> Flowable:
    styles = [style("small_centred" if column in _CENTRED else "small") for column in range(len(_HEADS))]
    heads = [[Cell(title, style("small_head")) for title in _HEADS]]
    return long_table(_WIDTHS, styles, _rows(dossiers), heads, padding=_PADDING)


def _rows(dossiers: Sequence[Dossier]) -> Iterator[Cells]:
    for number, dossier in enumerate(dossiers, start=1):
        yield (
            str(number),
            dossier.code,
            printable(dossier.procedure_name),
            printable("; ".join(" số ".join(filter(None, (result.name, result.number))) for result in dossier.results)),
            printable(dossier.owner.name),
            printable(dossier.owner.address),
            "X" if _costs(dossier) else "",
            "X" if _posted(dossier) else "",
        )


def _total(dossiers: Sequence[Dossier]) -> Flowable:
    """The last line of the table, which stays with the signatures: they never stand alone on a page."""
    bold, centred = style("small_bold"), style("small_head")
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
