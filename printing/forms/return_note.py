"""Giấy biên nhận trả kết quả: what a citizen took from the desk, or what was sent, when, and to whom.

Results that were returned together stand on one note.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from counter_app.dossier.addresses import addresses
from counter_app.dossier.applicants import Relation
from counter_app.dossier.life import Result, Return
from counter_app.dossier.model import Dossier
from counter_app.dossier.plain import plain
from counter_app.dossier.states import DeliveryMethod
from counter_app.dossier.subjects import ActAt
from counter_app.procedures.catalogue import is_national
from printing.forms.applicant import named_all
from printing.forms.context import FormContext
from printing.forms.survey import survey_foot
from printing.forms.title import titled
from printing.layout.document import document
from printing.layout.grids import grid
from printing.layout.heads import Letterhead, head, moment, number_and_date
from printing.layout.sheets import PORTRAIT, WIDTH
from printing.layout.signing import kept_with_last, one_signature, signatures
from printing.layout.texts import columns, gap, line, text

_METHODS = {
    DeliveryMethod.COUNTER: "Trực tiếp tại Bộ phận Tiếp nhận và Trả kết quả",
    DeliveryMethod.POST: "Qua dịch vụ bưu chính công ích",
    DeliveryMethod.ELECTRONIC: "Bản điện tử trên Cổng Dịch vụ công quốc gia",
}
_RELATIONS = {
    Relation.HOLDER: "Chủ hồ sơ (người nộp hồ sơ)",
    Relation.AUTHORISED: "Người được ủy quyền",
    Relation.REPRESENTATIVE: "Người đại diện theo pháp luật",
    Relation.MOTHER: "Mẹ",
    Relation.FATHER: "Cha",
    Relation.SPOUSE: "Vợ (chồng)",
    Relation.CHILD: "Con",
    Relation.SIBLING: "Anh, chị, em",
    Relation.GRANDPARENT: "Ông, bà",
    Relation.HEIR: "Người thừa kế",
    Relation.GUARDIAN: "Người giám hộ",
    Relation.RELATIVE: "Người thân thích",
}


def return_note(context: FormContext) -> bytes:
    """The note of the results that were returned at the moment `context.about`, as PDF."""
    dossier, office = context.dossier, context.office
    say = context.wordings.of("return_note", context.base)
    results = [result for result in dossier.results if result.returned and ActAt(result.returned.at) == context.about]
    returned = next(result.returned for result in results if result.returned)
    taken = returned.method is DeliveryMethod.COUNTER
    giver = ("NGƯỜI TRẢ KẾT QUẢ", returned.clerk)
    signed = signatures([("NGƯỜI NHẬN KẾT QUẢ", returned.recipient), giver]) if taken else one_signature(*giver)
    story: list[Flowable] = [
        *survey_foot(context, PORTRAIT),
        head(office),
        *number_and_date(office, "", returned.at.date()),
        gap(5, 2),
        *titled(context, say),
        gap(4, 1.5),
        *_dossier(dossier, returned),
        *_recipient(dossier, returned),
        *_lost_receipt(dossier, returned),
        *_giver(returned, office),
        text("Kết quả đã trả:"),
        gap(1),
        _results(results),
        gap(2),
        *kept_with_last([text(say("received" if taken else "sent"))], [gap(4, 2), signed]),
    ]
    return document([story], title=f"Giấy biên nhận trả kết quả {dossier.code}", author=office.agency)


def _dossier(dossier: Dossier, returned: Return) -> list[Flowable]:
    code = f" (mã thủ tục {dossier.procedure})" if is_national(dossier.procedure) else ""
    return [
        line("Mã hồ sơ", dossier.code),
        line("Tên thủ tục hành chính", f"{dossier.procedure_name}{code}"),
        line("Chủ hồ sơ", named_all(dossier.owners, returned.at.date())),
        line("Địa chỉ", addresses(dossier.owners)),
    ]


def _capacity(dossier: Dossier, returned: Return) -> str:
    """As whom they took it; where somebody else filed for the owner, the one is not called the other."""
    submitter = dossier.submitter
    if returned.relation is not Relation.HOLDER or submitter is None:
        return _RELATIONS[returned.relation]
    return "Người nộp hồ sơ" if plain(returned.recipient) == plain(submitter.name) else "Chủ hồ sơ"


def _recipient(dossier: Dossier, returned: Return) -> list[Flowable]:
    """Who took it; nobody has to be named where the result went out electronically."""
    by_post, counter = returned.method is DeliveryMethod.POST, returned.method is DeliveryMethod.COUNTER
    lines: list[Flowable] = []
    if counter or returned.recipient:
        lines += [
            line("Người nhận kết quả", returned.recipient),
            line("Tư cách nhận", _capacity(dossier, returned)),
            columns(
                [
                    [line("Số định danh cá nhân", returned.identity_number)],
                    [line("Số điện thoại", returned.phone)],
                ],
                [WIDTH * 0.6, WIDTH * 0.4],
            ),
        ]
    if returned.relation is not Relation.HOLDER:
        authorised = returned.relation is Relation.AUTHORISED
        lines.append(line("Giấy tờ ủy quyền" if authorised else "Giấy tờ chứng minh quan hệ", returned.authority))
    lines.append(line("Hình thức trả kết quả", _METHODS[returned.method]))
    if by_post:
        lines.append(line("Số vận đơn bưu chính", returned.post_bill))
    return lines


def _lost_receipt(dossier: Dossier, returned: Return) -> list[Flowable]:
    """That it was returned without the receipt, and how the person was known."""
    lost = next(
        (lost_receipt for lost_receipt in reversed(dossier.lost_receipts) if lost_receipt.at <= returned.at), None
    )
    if lost is None:
        return []
    return [
        line("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", f"đã trình báo mất {moment(lost.at)}"),
        line("Đã kiểm tra người trình báo", lost.checked),
    ]


def _giver(returned: Return, office: Letterhead) -> list[Flowable]:
    return [
        columns(
            [[line("Người trả kết quả", returned.clerk)], [line("Số điện thoại", office.phone)]],
            [WIDTH * 0.6, WIDTH * 0.4],
        ),
        line("Thời gian trả kết quả", moment(returned.at)),
    ]


def _results(results: Sequence[Result]) -> Flowable:
    heads = ["TT", "Tên loại, trích yếu kết quả", "Số, ký hiệu", "Ngày cấp", "Mã kết quả"]
    rows = [
        [
            str(number),
            result.name,
            result.number,
            f"{result.issued_on:%d/%m/%Y}" if result.issued_on else "",
            result.code,
        ]
        for number, result in enumerate(results, start=1)
    ]
    widths = [10 * mm, WIDTH - 119 * mm, 46 * mm, 27 * mm, 36 * mm]
    return grid(heads, rows, widths, centred=(0, 2, 3, 4))
