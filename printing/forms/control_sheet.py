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
from reportlab.platypus import Flowable, KeepTogether, Table

from counter_app.dossier.agency_names import in_full
from counter_app.dossier.model import Dossier
from printing.forms.context import FormContext
from printing.forms.receipt import said
from printing.forms.title import titled
from printing.layout.document import document
from printing.layout.heads import Letterhead, day_in_words, head, moment, number_and_date
from printing.layout.sheets import WIDTH, sheet_of
from printing.layout.texts import DOTS, columns, gap, line, text

BLOCKS = 4
"""How many blocks a sheet has at least; one of them is always empty."""
_WIDTHS = (44 * mm, 66 * mm, 33 * mm, WIDTH - 143 * mm)
_TO_SIGN = 10
"""Millimetres."""
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
    end = [*said(say("rule"), "note"), *said(say("traced"), "note"), gap(1), text(say("form_number"), "small")]
    story: list[Flowable] = [
        head(office),
        *number_and_date(office, context.numbered(say), context.at.date()),
        gap(4, 2),
        *titled(context, say),
        gap(3, 1),
        *_dossier(dossier, office),
        gap(2),
        _blocks(list(_hand_overs(context))),
        gap(2),
        KeepTogether(end),
    ]
    title = f"Phiếu kiểm soát quá trình giải quyết hồ sơ {dossier.code}"
    return document([story], title=title, author=office.agency, sheet=sheet_of(context.base))


def _dossier(dossier: Dossier, office: Letterhead) -> list[Flowable]:
    own = office.agency if dossier.agencies.competent == dossier.agencies.receiving else ""
    due = dossier.due_at
    return [
        columns(
            [
                [line("Mã số hồ sơ", dossier.code)],
                [line("Kèm theo hồ sơ của", ", ".join(owner.name for owner in dossier.owners))],
            ],
            [WIDTH * 0.5, WIDTH * 0.5],
        ),
        line("Nội dung yêu cầu giải quyết", dossier.procedure_name),
        line("Cơ quan (bộ phận) giải quyết hồ sơ", in_full(dossier.agencies.competent_name or own)),
        line("Cơ quan phối hợp giải quyết hồ sơ", ""),
        line("Ngày nhận", moment(dossier.received_at)),
        line("Hẹn trả kết quả vào", moment(due) if due else "Không có ngày hẹn trả cụ thể theo quy định"),
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
        "TÊN ĐƠN VỊ",
        "THỜI GIAN GIAO NHẬN HỒ SƠ",
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
        [text(role, "cell_centred"), text("(Ký)", "cell_centred"), gap(_TO_SIGN, 8), text(name, "cell_centred")]
        for role, name in (("Người giao", block.given_by), ("Người nhận", block.taken_by))
    ]
    return [
        [
            text(f"1. Giao: {in_full(block.giver) or DOTS}", "cell"),
            gap(3, 1),
            text(f"2. Nhận: {in_full(block.taker) or DOTS}", "cell"),
        ],
        [*(text(part, "cell_centred") for part in _time(block.at)), gap(1), columns(signed, [half, half])],
        [],
        [text(block.note, "cell")],
    ]


def _time(at: datetime | None) -> tuple[str, str]:
    return (f"{at:%H} giờ {at:%M} phút,", day_in_words(at.date())) if at else _EMPTY_TIME
