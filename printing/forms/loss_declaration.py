"""Đơn trình báo mất Giấy tiếp nhận hồ sơ và hẹn trả kết quả: whoever lost the receipt signs it.

What the desk looked at to know them stands below. No circular has a form of it.
"""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from counter_app.dossier.life import Relation
from counter_app.dossier.subjects import ActAt
from printing.forms.context import FormContext
from printing.forms.title import titled
from printing.layout.document import WIDTH, columns, document, line, moment, motto, place_and_day, signatures, text
from printing.layout.paragraphs import sentences


def loss_declaration(context: FormContext) -> bytes:
    """The declaration that was made at the moment `context.about`, as PDF."""
    dossier, office = context.dossier, context.office
    say = context.wordings.of("loss_declaration", context.base)
    lost = next(one for one in dossier.lost_receipts if ActAt(one.at) == context.about)
    story: list[Flowable] = [
        *motto(),
        Spacer(1, 6 * mm),
        *titled(context, say),
        Spacer(1, 4 * mm),
        text(say("to", agency=office.agency), "centred"),
        Spacer(1, 4 * mm),
        line(say("name"), lost.declared_by),
        columns(
            [[line(say("identity"), lost.identity_number)], [line(say("phone"), lost.phone)]],
            [WIDTH * 0.6, WIDTH * 0.4],
        ),
        line(say("as"), say(str(lost.relation))),
        *([line(say("authority"), lost.authority)] if lost.relation is Relation.AUTHORISED else []),
        line(say("code"), dossier.code),
        line(say("procedure"), dossier.procedure_name),
        line(say("owner"), dossier.owner.name),
        line(say("received"), moment(dossier.received_at)),
        Spacer(1, 2 * mm),
        sentences(say("declared")),
        sentences(say("promise")),
        Spacer(1, 2 * mm),
        text(say("checked"), "text"),
        sentences(lost.checked),
        KeepTogether(
            [
                Spacer(1, 2 * mm),
                columns([[], [text(place_and_day(office, lost.at.date()), "date")]], [WIDTH * 0.47, WIDTH * 0.53]),
                signatures([(say("sign_clerk"), lost.clerk), (say("sign_declarer"), lost.declared_by)]),
            ]
        ),
    ]
    return document([story], title=f"Đơn trình báo mất giấy tiếp nhận {dossier.code}", author=office.agency)
