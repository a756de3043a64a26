"""Mẫu số 04: Phiếu xin lỗi và hẹn lại ngày trả kết quả (TT 01/2018/TT-VPCP); since TT 03/2025/TT-VPCP Văn bản xin lỗi
và đề nghị gia hạn thời gian giải quyết, with all extensions there have been."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from counter_app.dossier.life import DueCause, DueChange
from counter_app.dossier.subjects import ActAt, Subject
from counter_app.procedures.wordings import Wording
from printing.forms.context import FormContext
from printing.forms.letter import letter
from printing.layout.document import (
    DOTS,
    WIDTH,
    day_in_words,
    document,
    grid,
)
from printing.layout.paragraphs import paragraphs, sentences


def apology(context: FormContext) -> bytes:
    """The apology for the extension that was noted at the moment `context.about`, as PDF."""
    dossier, office = context.dossier, context.office
    say = context.wordings.of("apology", context.base)
    extensions = [change for change in dossier.due_changes if change.cause is DueCause.EXTENSION]
    subjects: list[Subject] = [ActAt(change.at) for change in extensions]
    so_far = extensions[: subjects.index(context.about) + 1]
    change = so_far[-1]
    body: list[Flowable] = [
        *_not_kept(change, office.agency, say),
        *paragraphs("Lý do", change.reason),
        sentences(say("sorry", agency=office.agency)),
        sentences(say("again", due=_in_words(change.after) if change.after else DOTS)),
        *_history(so_far, say),
    ]
    story = letter(context, say, change.at.date(), body, change.signer)
    return document([story], title=f"{say('title').capitalize()} {dossier.code}", author=office.agency)


def _not_kept(change: DueChange, agency: str, say: Wording) -> list[Flowable]:
    """What was promised, and that it was not or will not be kept; nothing where no date was promised."""
    if change.before is None:
        return []
    broken = "late" if change.at > change.before else "soon_late"
    return [sentences(say("promised", due=_in_words(change.before))), sentences(say(broken, agency=agency))]


def _history(extensions: Sequence[DueChange], say: Wording) -> list[Flowable]:
    """Every extension up to this one; the form of 2018 has none."""
    if not say("history"):
        return []
    heads = [["Lần", "Ngày gia hạn", "Hẹn trả trước đó", "Hẹn trả mới", "Lý do", "Người ký"]]
    rows = [
        [
            str(number),
            f"{one.at:%d/%m/%Y}",
            _short(one.before),
            _short(one.after),
            " ".join(one.reason.split()),
            one.signer,
        ]
        for number, one in enumerate(extensions, start=1)
    ]
    widths = [11 * mm, 25 * mm, 26 * mm, 26 * mm, WIDTH - 122 * mm, 34 * mm]
    return [
        Spacer(1, 1 * mm),
        sentences(say("history")),
        Spacer(1, 1 * mm),
        grid(heads, rows, widths, [], centred=(0, 1, 2, 3)),
    ]


def _in_words(at: datetime) -> str:
    return f"{at:%H} giờ {at:%M} phút, {day_in_words(at.date())}"


def _short(at: datetime | None) -> str:
    return f"{at:%H:%M %d/%m/%Y}" if at else "Không hẹn"
