"""Biên lai thu tiền phí, lệ phí: A5 landscape, three copies (liên) of one page each.

Fees (phí) and charges (lệ phí) have receipts of their own; P: and LP: say which of the two it was. A cancelled receipt
is crossed out and says why; its number stays used.
"""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from counter_app.dossier.amounts import in_words
from counter_app.dossier.model import Dossier
from counter_app.dossier.money import FeeReceipt
from counter_app.dossier.states import PayMethod
from counter_app.procedures.wordings import Wording
from printing.errors import CannotFit
from printing.layout import (
    A5_LANDSCAPE,
    DOTS,
    Letterhead,
    columns,
    day_in_words,
    document,
    line,
    place_and_day,
    signatures,
    text,
)
from printing.occasion import Occasion

COPIES = ("Lưu tại cơ quan thu", "Giao người nộp", "Lưu nội bộ")
PAPER = A5_LANDSCAPE
_WIDTH = PAPER.room[0]
_KINDS = ("text", "cell", "small")
"""Styles of its lines: smaller ones for names and reasons too long for the page."""
_METHODS = {
    PayMethod.CASH: "Tiền mặt",
    PayMethod.TRANSFER: "Chuyển khoản",
    PayMethod.ONLINE: "Thanh toán trực tuyến",
}


def fee_receipt(occasion: Occasion) -> bytes:
    """The receipt whose series and number `occasion.about` begins with, as PDF. Raises CannotFit."""
    for kind in _KINDS[:-1]:
        try:
            return _set(occasion, kind)
        except CannotFit:
            continue
    return _set(occasion, _KINDS[-1])


def _set(occasion: Occasion, kind: str) -> bytes:
    dossier, office = occasion.dossier, occasion.office
    say = occasion.wordings.of("fee_receipt", occasion.base)
    receipt = next(
        one for one in dossier.fee_receipts if f"{occasion.about} ".startswith(f"{one.series} {one.number} ")
    )
    liens = [
        [
            _head(office, receipt),
            text(say("title"), "title"),
            text(f"(Liên {number}: {copy})", "subtitle"),
            *_voided(receipt, say, kind),
            Spacer(1, 2 * mm),
            *_body(dossier, receipt, kind),
            *_signed(office, receipt),
        ]
        for number, copy in enumerate(COPIES, start=1)
    ]
    title = f"Biên lai thu tiền phí, lệ phí {receipt.series} {receipt.number:07d}"
    return document(liens, title=title, author=office.agency, paper=PAPER, one_page=True)


def _head(office: Letterhead, receipt: FeeReceipt) -> Flowable:
    form, _, symbol = receipt.series.partition(" ")
    left = [line("Đơn vị thu", office.agency), line("Mã số thuế", office.tax_code)]
    right = [line("Mẫu số", form), line("Ký hiệu", symbol), line("Số", f"{receipt.number:07d}")]
    return columns([left, [], right], [_WIDTH * 0.6, _WIDTH * 0.05, _WIDTH * 0.35])


def _voided(receipt: FeeReceipt, say: Wording, kind: str) -> list[Flowable]:
    """What a receipt says whose money is not with the office any more."""
    if receipt.cancelled:
        return [Cross(), text(say("cancelled"), "title"), text(f"Lý do hủy: {receipt.cancelled}", kind)]
    if receipt.refunded_at:
        return [text(say("refunded", day=day_in_words(receipt.refunded_at.date())), "title")]
    return []


def _body(dossier: Dossier, receipt: FeeReceipt, kind: str) -> list[Flowable]:
    names = dict.fromkeys(fee.name for fee in dossier.fees if fee.kind == receipt.kind)
    payer = dossier.submitter or dossier.owner
    by_kind = {"phi": 0, "le_phi": 0} | {receipt.kind: receipt.amount}
    return [
        _line("Tên loại phí, lệ phí", "; ".join(names), kind),
        _line("Người nộp", receipt.payer, kind),
        _line("Mã hồ sơ", dossier.code, kind),
        _line("Địa chỉ", payer.address or dossier.owner.address, kind),
        _line("Số tiền", _dong(receipt.amount), kind),
        text(f"(Viết bằng chữ: {in_words(receipt.amount)})", kind),
        columns(
            [[_line("P", _dong(by_kind["phi"]), kind)], [_line("LP", _dong(by_kind["le_phi"]), kind)]],
            [_WIDTH * 0.4, _WIDTH * 0.6],
        ),
        _line("Hình thức thanh toán", _METHODS[receipt.method], kind),
    ]


def _signed(office: Letterhead, receipt: FeeReceipt) -> list[Flowable]:
    half = _WIDTH / 2
    return [
        columns([[], [text(place_and_day(office, receipt.at.date()), "date")]], [half, half]),
        signatures([("NGƯỜI NỘP TIỀN", receipt.payer), ("NGƯỜI THU TIỀN", receipt.clerk)], _WIDTH),
    ]


def _line(label: str, content: str, kind: str) -> Flowable:
    """`line` in the largest letters; what is long is written plain in smaller ones."""
    return line(label, content) if kind == _KINDS[0] else text(f"{label}: {content or DOTS}", kind)


def _dong(amount: int) -> str:
    return f"{amount:,} đồng".replace(",", ".")


class Cross(Flowable):
    """Two lines from corner to corner of the page; takes no room."""

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        (width, height), (x, y) = PAPER.size, self.canv.absolutePosition(0, 0)
        self.canv.setLineWidth(1.2)
        for start, end in ((PAPER.bottom, height - PAPER.top), (height - PAPER.top, PAPER.bottom)):
            self.canv.line(PAPER.left - x, start - y, width - PAPER.right - x, end - y)
