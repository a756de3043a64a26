"""Biên lai thu tiền phí, lệ phí: A5 landscape, as many copies (liên) of one page as its form has.

Fees (phí) and charges (lệ phí) have receipts of their own; P: and LP: say which of the two it was. A cancelled receipt
is crossed out and says why; its number stays used.
"""

from __future__ import annotations

from reportlab.platypus import Flowable

from counter_app.dossier.addresses import addresses
from counter_app.dossier.agency_names import in_full
from counter_app.dossier.amounts import in_words
from counter_app.dossier.model import Dossier
from counter_app.dossier.money import FeeKind, FeeReceipt
from counter_app.dossier.states import PayMethod
from counter_app.dossier.subjects import OneReceipt
from counter_app.procedures.wordings import Wording
from printing.errors import CannotFit
from printing.forms.context import FormContext
from printing.forms.of_whom import hand_of
from printing.layout.document import document
from printing.layout.heads import Letterhead, day_in_words, place_and_day
from printing.layout.sheets import A5_LANDSCAPE
from printing.layout.signing import SIGNED
from printing.layout.texts import DOTS, Rule, columns, gap, line, text

SHEET = A5_LANDSCAPE
_WIDTH = SHEET.printable_size[0]
_USUAL = "text"
_KINDS = {_USUAL: "signer", "cell": "cell_head", "medium": "medium_head", "small": "small_head", "tiny": "tiny_head"}
"""The style of its lines and that of the names under it: smaller ones where texts are too long for the page."""
_METHODS = {
    PayMethod.CASH: "Tiền mặt",
    PayMethod.TRANSFER: "Chuyển khoản",
    PayMethod.ONLINE: "Thanh toán trực tuyến",
}


def fee_receipt(context: FormContext) -> bytes:
    """The receipt `context.about` names, as PDF. Raises CannotFit."""
    for kind in _KINDS:
        try:
            return _set(context, kind)
        except CannotFit:
            continue
    raise CannotFit(form=context.wordings.of("fee_receipt", context.base)("title"))


def _set(context: FormContext, kind: str) -> bytes:
    dossier, office = context.dossier, context.office
    say = context.wordings.of("fee_receipt", context.base)
    about = context.about
    receipt = next(each for each in dossier.fee_receipts if isinstance(about, OneReceipt) and about.names(each))
    liens = [
        [
            *_head(office, receipt, kind),
            text(say("title"), "title"),
            text(_lien(number, say), "subtitle"),
            *_voided(receipt, say, kind),
            gap(3, 0.5),
            *_body(dossier, receipt, kind),
            gap(3, 0.5),
            *_signed(dossier, office, receipt, kind),
        ]
        for number in range(1, context.copies + 1)
    ]
    title = f"Biên lai thu tiền phí, lệ phí {receipt.series} {receipt.number:07d}"
    return document(liens, title=title, author=office.agency, sheet=SHEET, one_page=True)


def _lien(number: int, say: Wording) -> str:
    """`(Liên 1: Lưu tại cơ quan thu)`."""
    kept = say(f"copy_{number}")
    return f"(Liên {number}: {kept})" if kept else f"(Liên {number})"


def _head(office: Letterhead, receipt: FeeReceipt, kind: str) -> list[Flowable]:
    """Who takes the money on the left, form and number of the receipt on the right, a line under them."""
    form, _, symbol = receipt.series.partition(" ")
    unit = [_line("Đơn vị thu", in_full(office.agency), kind), _line("Mã số thuế", office.tax_code, kind)]
    numbers = [_line("Mẫu số", form, kind), _line("Ký hiệu", symbol, kind), _line("Số", f"{receipt.number:07d}", kind)]
    return [columns([unit, numbers], [_WIDTH * 0.66, _WIDTH * 0.34]), Rule(_WIDTH), gap(2, 0.5)]


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
    by_kind = {FeeKind.FEE: 0, FeeKind.CHARGE: 0} | {receipt.kind: receipt.amount}
    halves = [_WIDTH * 0.5, _WIDTH * 0.5]
    return [
        _line("Tên loại phí, lệ phí", "; ".join(names), kind),
        columns([[_line("Người nộp", receipt.payer, kind)], [_line("Mã hồ sơ", dossier.code, kind)]], halves),
        _line("Địa chỉ", payer.full_address or addresses(dossier.owners), kind),
        columns(
            [
                [_line("Số tiền", _dong(receipt.amount), kind)],
                [_line("P", _dong(by_kind[FeeKind.FEE]), kind)],
                [_line("LP", _dong(by_kind[FeeKind.CHARGE]), kind)],
            ],
            [_WIDTH * 0.5, _WIDTH * 0.25, _WIDTH * 0.25],
        ),
        text(f"(Viết bằng chữ: {in_words(receipt.amount)})", kind),
        _line("Hình thức thanh toán", _METHODS[receipt.method], kind),
    ]


def _signed(dossier: Dossier, office: Letterhead, receipt: FeeReceipt, kind: str) -> list[Flowable]:
    half = _WIDTH / 2
    payer = next((hand_of(person) for person in dossier.people if person.name == receipt.payer), receipt.payer)
    people = (("NGƯỜI NỘP TIỀN", payer), ("NGƯỜI THU TIỀN", receipt.clerk))
    signed = [
        [text(role, "signer"), text(SIGNED, "subtitle"), gap(18, 10), text(name, _KINDS[kind])] for role, name in people
    ]
    return [
        columns([[], [text(place_and_day(office, receipt.at.date()), "date")]], [half, half]),
        columns(signed, [half, half]),
    ]


def _line(label: str, content: str, kind: str) -> Flowable:
    """`line` in the largest letters; what is long is written plain in smaller ones."""
    return line(label, content) if kind == _USUAL else text(f"{label}: {content or DOTS}", kind)


def _dong(amount: int) -> str:
    return f"{amount:,} đồng".replace(",", ".")


class Cross(Flowable):
    """Two lines from corner to corner of the page; takes no room."""

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        (width, height), (x, y) = SHEET.size, self.canv.absolutePosition(0, 0)
        self.canv.setLineWidth(1.2)
        for start, end in ((SHEET.bottom, height - SHEET.top), (height - SHEET.top, SHEET.bottom)):
            self.canv.line(SHEET.left - x, start - y, width - SHEET.right - x, end - y)
