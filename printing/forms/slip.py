"""The appointment slip on 80 mm paper: what a citizen needs to remember, and nothing personal but the name."""

from __future__ import annotations

import io

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, Paragraph, Spacer

from counter_app.dossier.model import Dossier
from counter_app.procedures.wordings import Wording
from printing.fonts import vietnamese_serif
from printing.layout import Letterhead, Rule, line, moment, text
from printing.occasion import Occasion
from printing.qr import Qr

PAPER = 80 * mm
PRINTABLE = 72 * mm


def slip(occasion: Occasion) -> bytes:
    """The slip as a PDF of one page, 80 mm wide and as high as it needs."""
    dossier, letterhead = occasion.dossier, occasion.office
    story = _story(dossier, letterhead, occasion.wordings.of("slip", occasion.base))
    height = sum(_height(part) for part in story) + 10 * mm
    memory = io.BytesIO()
    canvas = Canvas(memory, pagesize=(PAPER, height))
    canvas.setTitle(f"Phiếu hẹn {dossier.code}")
    canvas.setAuthor(letterhead.agency)
    side = (PAPER - PRINTABLE) / 2
    frame = Frame(
        side, 2 * mm, PRINTABLE, height - 4 * mm, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0
    )
    frame.addFromList(story, canvas)
    canvas.save()
    return memory.getvalue()


def _story(dossier: Dossier, letterhead: Letterhead, say: Wording) -> list[Flowable]:
    due = moment(dossier.due_at) if dossier.due_at else "Theo thông báo của cơ quan"
    code = Qr(dossier.look_up_token, 26 * mm)
    code.hAlign = "CENTER"
    contact = " – ".join(part for part in (letterhead.phone, letterhead.opening_hours) if part)
    return [
        text(letterhead.agency.upper(), "head_bold"),
        text(letterhead.unit.upper(), "small_centred"),
        Rule(),
        text(say("title"), "title"),
        Spacer(1, 1.5 * mm),
        line("Mã hồ sơ", dossier.code),
        line("Họ và tên", (dossier.submitter or dossier.owner).name),
        line("Thủ tục", dossier.procedure_name),
        line("Nhận lúc", moment(dossier.received_at)),
        text("Hẹn trả kết quả sau:"),
        _large(due),
        Spacer(1, 2 * mm),
        code,
        Spacer(1, 2 * mm),
        text(say("bring"), "note"),
        Rule(),
        text(contact or letterhead.address, "small_centred"),
    ]


def _height(part: Flowable) -> float:
    _, height = part.wrap(PRINTABLE, 1000 * mm)
    return float(height + part.getSpaceBefore() + part.getSpaceAfter())


def _large(content: str) -> Paragraph:
    return Paragraph(f'<font name="{vietnamese_serif().bold}" size="13">{content}</font>', text("", "centred").style)
