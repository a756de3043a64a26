"""Phiếu kiểm soát quá trình giải quyết hồ sơ: Mẫu số 05 of TT 01/2018/TT-VPCP, Mẫu số 06 of TT 03/2025/TT-VPCP.

It travels with the dossier: a block for each hand-over, and empty ones to fill in by hand. How a unit did with its time
is for the side that takes the dossier to write down; the window shows what was measured.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from counter_app.dossier.model import Dossier
from printing.forms.context import FormContext
from printing.forms.title import titled
from printing.layout.document import (
    DOTS,
    WIDTH,
    Letterhead,
    columns,
    day_in_words,
    document,
    head,
    line,
    moment,
    place_and_day,
    text,
)

BLOCKS = 4
"""How many blocks a sheet has at least; one of them is always empty."""
_WIDTHS = (44 * mm, 66 * mm, 33 * mm, WIDTH - 143 * mm)
_TO_SIGN = 10 * mm
_EMPTY_TIME = ("……… giờ ……… phút,", "ngày …… tháng …… năm ………")


@dataclass(frozen=True)
class _Block:
    """A hand-over: who gives, who takes; what is not known is left to be written by hand."""

    giver: str = ""
    taker: str = ""
    at: datetime | None = None
    given_by: str = ""
    taken_by: str = ""
    note: str = ""


def control_sheet(context: FormContext) -> bytes:
    """The control sheet of a dossier as PDF, with all hand-overs there have been."""
    dossier, office = context.dossier, context.office
    say = context.wordings.of("control_sheet", context.base)
    story: list[Flowable] = [
        head(office),
        Spacer(1, 1 * mm),
        columns([[], [text(place_and_day(office, context.at.date()), "date")]], [WIDTH * 0.47, WIDTH * 0.53]),
        Spacer(1, 2 * mm),
        *titled(context, say),
        Spacer(1, 3 * mm),
        *_dossier(dossier, office),
        Spacer(1, 2 * mm),
        _blocks(list(_hand_overs(context))),
        Spacer(1, 2 * mm),
        KeepTogether([text(say("rule"), "note"), Spacer(1, 1 * mm), text(say("form_number"), "small")]),
    ]
    title = f"Phiếu kiểm soát quá trình giải quyết hồ sơ {dossier.code}"
    return document([story], title=title, author=office.agency)


def _dossier(dossier: Dossier, office: Letterhead) -> list[Flowable]:
    own = office.agency if dossier.agencies.competent == dossier.agencies.receiving else ""
    due = dossier.due_at
    return [
        line("Kèm theo hồ sơ của", dossier.owner.name),
        line("Nội dung yêu cầu giải quyết", dossier.procedure_name),
        columns(
            [[line("Mã hồ sơ", dossier.code)], [line("Ngày nhận", moment(dossier.received_at))]],
            [WIDTH * 0.42, WIDTH * 0.58],
        ),
        line("Ngày, giờ hẹn trả kết quả", moment(due) if due else "Không có ngày hẹn trả cụ thể theo quy định"),
        line("Cơ quan (bộ phận) giải quyết hồ sơ", dossier.agencies.competent_name or own),
        line("Cơ quan phối hợp giải quyết hồ sơ", ""),
    ]


def _hand_overs(context: FormContext) -> Iterator[_Block]:
    """A block for each change of hands; where the last unit is done, one for the way back to the desk."""
    control = context.control
    for before, after in pairwise(control):
        yield _Block(before.unit, after.unit, after.received_at, after.given_by, after.taken_by, after.note)
    holder = control[-1] if control else None
    if holder and holder.given_at:
        yield _Block(giver=holder.unit, at=holder.given_at)
    else:
        yield _Block(giver=holder.unit if holder else context.office.unit)


def _blocks(blocks: list[_Block]) -> Flowable:
    empty = [_Block()] * max(1 if blocks[-1].at else 0, BLOCKS - len(blocks))
    heads = (
        "TÊN CƠ QUAN",
        "THỜI GIAN GIAO, NHẬN HỒ SƠ",
        "KẾT QUẢ GIẢI QUYẾT HỒ SƠ",
        "GHI CHÚ",
    )
    rows: list[list[list[Flowable]]] = [[[text(title, "cell_head")] for title in heads]]
    rows[0][2].append(text("(Trước hạn/đúng hạn/quá hạn)", "cell_centred"))
    rows += [_row(block) for block in (*blocks, *empty)]
    table = Table(rows, colWidths=_WIDTHS, repeatRows=1, splitInRow=1)
    table.setStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.5, "black"),
            ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
            ("VALIGN", (0, 1), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 4),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ]
    )
    return table


def _row(block: _Block) -> list[list[Flowable]]:
    half = (_WIDTHS[1] - 8) / 2
    signed = [
        [text(role, "cell_centred"), text("(Ký)", "cell_centred"), Spacer(1, _TO_SIGN), text(name, "cell_centred")]
        for role, name in (("Người giao", block.given_by), ("Người nhận", block.taken_by))
    ]
    return [
        [
            text(f"1. Giao: {block.giver or DOTS}", "cell"),
            Spacer(1, 3 * mm),
            text(f"2. Nhận: {block.taker or DOTS}", "cell"),
        ],
        [*(text(part, "cell_centred") for part in _time(block.at)), Spacer(1, 1 * mm), columns(signed, [half, half])],
        [],
        [text(block.note, "cell")],
    ]


def _time(at: datetime | None) -> tuple[str, str]:
    return (f"{at:%H} giờ {at:%M} phút,", day_in_words(at.date())) if at else _EMPTY_TIME
