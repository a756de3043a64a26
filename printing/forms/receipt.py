"""Mẫu số 01: Giấy tiếp nhận hồ sơ và hẹn trả kết quả.

TT 03/2025/TT-VPCP Phụ lục I (before: TT 01/2018/TT-VPCP); order and wording as in the templates provinces use. Two
copies: one stays with the dossier, one goes to whoever handed it in. The QR is an opaque look-up token and never a
number of a person.
"""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from counter_app.dossier.model import Dossier, Term
from counter_app.dossier.states import DeliveryMethod
from counter_app.procedures.wordings import Wording
from printing.layout import (
    DOTS,
    WIDTH,
    Letterhead,
    columns,
    day_in_words,
    document,
    grid,
    head,
    line,
    moment,
    signatures,
    text,
)
from printing.occasion import Occasion
from printing.qr import Qr

COPIES = ("Lưu", "Giao cá nhân, tổ chức nộp hồ sơ")
_PLACES = {
    DeliveryMethod.COUNTER: "Bộ phận Tiếp nhận và Trả kết quả",
    DeliveryMethod.POST: "Qua dịch vụ bưu chính công ích",
    DeliveryMethod.ELECTRONIC: "Bản điện tử trên Cổng Dịch vụ công quốc gia",
}


def receipt(occasion: Occasion) -> bytes:
    """The receipt of a dossier as PDF, all copies (liên) one after the other; they differ only in their name."""
    dossier, office = occasion.dossier, occasion.office
    say = occasion.wordings.of("receipt", occasion.base)
    title = f"Giấy tiếp nhận hồ sơ và hẹn trả kết quả {dossier.code}"
    above, below = _title(dossier, office, say), _body(dossier, office, say)
    liens = [[*above, text(f"(Liên: {copy})", "subtitle"), *below] for copy in COPIES]
    return document(liens, title=title, author=office.agency)


def _title(dossier: Dossier, letterhead: Letterhead, say: Wording) -> list[Flowable]:
    return [
        head(letterhead),
        Spacer(1, 3 * mm),
        _code_and_date(dossier, letterhead),
        Spacer(1, 2 * mm),
        text(say("title"), "title"),
    ]


def _body(dossier: Dossier, letterhead: Letterhead, say: Wording) -> list[Flowable]:
    return [
        Spacer(1, 3 * mm),
        *_people(dossier, letterhead),
        text("1. Thành phần hồ sơ, số lượng mỗi loại giấy tờ:"),
        Spacer(1, 1 * mm),
        _components(dossier),
        Spacer(1, 2 * mm),
        text(f"2. Số lượng hồ sơ: {dossier.sets:02d} (bộ)"),
        line("3. Thời gian giải quyết hồ sơ theo quy định là", _term(dossier.term)),
        line("4. Thời gian nhận hồ sơ", moment(dossier.received_at)),
        line("5. Thời gian trả kết quả giải quyết hồ sơ", _due(dossier)),
        line("6. Đăng ký nhận kết quả tại", _PLACES[dossier.delivery_method]),
        line("7. Phí, lệ phí (nếu có)", _fees(dossier)),
        text(f"Vào Sổ theo dõi hồ sơ, Quyển số: {DOTS} Số thứ tự: {DOTS}"),
        Spacer(1, 1 * mm),
        KeepTogether([*_notes(dossier, letterhead, say), Spacer(1, 3 * mm), *_signed(dossier, say)]),
    ]


def _signed(dossier: Dossier, say: Wording) -> list[Flowable]:
    giver = dossier.submitter or dossier.owner
    return [
        signatures([("NGƯỜI NỘP HỒ SƠ", giver.name), ("NGƯỜI TIẾP NHẬN HỒ SƠ", dossier.clerk)]),
        Spacer(1, 2 * mm),
        text(say("form_number"), "small"),
    ]


def _code_and_date(dossier: Dossier, letterhead: Letterhead) -> Flowable:
    left = [columns([[Qr(dossier.look_up_token, 21 * mm)], [_code(dossier)]], [24 * mm, WIDTH * 0.5 - 24 * mm])]
    right = [text(f"{letterhead.place}, {day_in_words(dossier.received_on)}", "date")]
    return columns([left, right], [WIDTH * 0.5, WIDTH * 0.5])


def _code(dossier: Dossier) -> Flowable:
    return line("Mã hồ sơ", dossier.code)


def _people(dossier: Dossier, letterhead: Letterhead) -> list[Flowable]:
    owner, submitter = dossier.owner, dossier.submitter or dossier.owner
    return [
        line("Bộ phận tiếp nhận và trả kết quả", letterhead.agency),
        line("Tiếp nhận hồ sơ của", owner.name),
        line("Người nộp", submitter.name + (" (người được ủy quyền)" if dossier.submitter else "")),
        line("Địa chỉ", submitter.address or owner.address),
        columns(
            [[line("Số điện thoại", submitter.phone)], [line("Email", submitter.email)]], [WIDTH * 0.5, WIDTH * 0.5]
        ),
        line("Số CMND/Thẻ căn cước/Hộ chiếu", submitter.identity_number),
        line("Nội dung yêu cầu giải quyết", f"{dossier.procedure_name} (mã thủ tục {dossier.procedure})"),
    ]


def _components(dossier: Dossier) -> Flowable:
    heads = [["TT", "Thành phần hồ sơ", "Số lượng", "", ""], ["", "", "Bản chính", "Bản chứng thực", "Bản photo"]]
    rows = [
        [
            str(number),
            one.name,
            *(str(count) if count else "" for count in (one.originals, one.certified_copies, one.copies)),
        ]
        for number, one in enumerate(dossier.components, start=1)
    ]
    widths = [10 * mm, WIDTH - 76 * mm, 20 * mm, 26 * mm, 20 * mm]
    spans = [("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (1, 1)), ("SPAN", (2, 0), (4, 0))]
    return grid(heads, rows, widths, spans, centred=(0, 2, 3, 4))


def _term(term: Term) -> str:
    return {
        "hours": f"{term.amount:02d} giờ làm việc",
        "working_days": f"{term.amount:02d} ngày làm việc",
        "calendar_days": f"{term.amount:02d} ngày",
        "same_day": "Trong ngày làm việc (nhận hồ sơ sau 15 giờ: ngày làm việc tiếp theo)",
        "none": "Không quy định",
    }[term.unit]


def _due(dossier: Dossier) -> str:
    return f"Sau {moment(dossier.due_at)}" if dossier.due_at else "Không có ngày hẹn trả cụ thể theo quy định"


def _fees(dossier: Dossier) -> str:
    if not dossier.fees:
        return "Không"
    return "; ".join(f"{fee.name}: {fee.amount:,} đồng".replace(",", ".") for fee in dossier.fees)


def _notes(dossier: Dossier, letterhead: Letterhead, say: Wording) -> list[Flowable]:
    notes: list[Flowable] = [text(say(key), "note") for key in ("early", "bring")]
    contact = [
        part
        for part in (letterhead.address, letterhead.phone and f"điện thoại {letterhead.phone}", letterhead.website)
        if part
    ]
    if contact:
        notes.append(text(say("contact", contact="; ".join(contact)), "note"))
    if dossier.note:
        notes.append(text(f"Ghi chú: {dossier.note}", "note"))
    return notes
