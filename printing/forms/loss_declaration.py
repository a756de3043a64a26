"""Đơn trình báo mất Giấy tiếp nhận hồ sơ và hẹn trả kết quả: whoever lost the receipt signs it.

What the desk looked at to know them stands below. No circular has a form of it.
"""

from __future__ import annotations

from reportlab.platypus import Flowable

from counter_app.dossier.agency_names import in_full
from counter_app.dossier.applicants import Relation
from counter_app.dossier.subjects import ActAt
from printing.forms.context import FormContext
from printing.forms.of_whom import owners
from printing.forms.title import titled
from printing.layout.document import document
from printing.layout.heads import halves, moment, motto, place_and_day
from printing.layout.paragraphs import sentences
from printing.layout.sheets import WIDTH
from printing.layout.signing import kept_with_last, signatures
from printing.layout.texts import columns, gap, line, text


def loss_declaration(context: FormContext) -> bytes:
    """The declaration that was made at the moment `context.about`, as PDF."""
    dossier, office = context.dossier, context.office
    say = context.wordings.of("loss_declaration", context.base)
    lost = next(lost_receipt for lost_receipt in dossier.lost_receipts if ActAt(lost_receipt.at) == context.about)
    signed = signatures([(say("sign_clerk"), lost.clerk), (say("sign_declarer"), lost.declared_by)])
    story: list[Flowable] = [
        *motto(),
        gap(6, 2),
        *titled(context, say),
        gap(4, 1.5),
        text(say("to", agency=in_full(office.agency)), "centred"),
        gap(4, 1.5),
        line(say("name"), lost.declared_by),
        columns(
            [[line(say("identity"), lost.identity_number)], [line(say("phone"), lost.phone)]],
            [WIDTH * 0.6, WIDTH * 0.4],
        ),
        line(say("as"), say(str(lost.relation))),
        *([line(say("authority"), lost.authority)] if lost.relation is Relation.AUTHORISED else []),
        line(say("code"), dossier.code),
        line(say("procedure"), dossier.procedure_name),
        line(say("owner"), owners(dossier)),
        line(say("received"), moment(dossier.received_at)),
        gap(2),
        sentences(say("declared")),
        sentences(say("promise")),
        gap(2),
        text(say("checked"), "text"),
        *kept_with_last(
            [sentences(lost.checked)],
            [gap(2), columns([[], [text(place_and_day(office, lost.at.date()), "date")]], halves(WIDTH)), signed],
        ),
    ]
    return document([story], title=f"Đơn trình báo mất giấy tiếp nhận {dossier.code}", author=office.agency)
