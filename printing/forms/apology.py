"""Mẫu số 04: Phiếu xin lỗi và hẹn lại ngày trả kết quả (TT 01/2018/TT-VPCP); since TT 03/2025/TT-VPCP Phiếu xin lỗi và
đề nghị gia hạn thời gian giải quyết."""

from __future__ import annotations

from datetime import datetime

from reportlab.platypus import Flowable

from counter_app.dossier.agency_names import in_full
from counter_app.dossier.life import DueCause, DueChange
from counter_app.dossier.subjects import ActAt
from counter_app.procedures.wordings import Wording
from printing.forms.applicant import spoken_to
from printing.forms.context import FormContext
from printing.forms.letter import letter
from printing.layout.heads import day_in_words
from printing.layout.paragraphs import paragraphs, sentences
from printing.layout.texts import DOTS


def apology(context: FormContext) -> bytes:
    """The apology for the extension that was noted at the moment `context.about`, as PDF."""
    dossier = context.dossier
    say = context.wordings.of("apology", context.base)
    extensions = (change for change in dossier.due_changes if change.cause is DueCause.EXTENSION)
    change = next(extension for extension in extensions if ActAt(extension.at) == context.about)
    agency, whom = in_full(context.office.agency), spoken_to(dossier.owners, change.at.date())
    body: list[Flowable] = [
        *_not_kept(change, agency, whom, say),
        *paragraphs("Lý do", change.reason),
        sentences(say("sorry", agency=agency, whom=whom)),
        sentences(say("again", agency=agency, whom=whom, due=_in_words(change.after) if change.after else DOTS)),
    ]
    return letter(context, say, change.at.date(), body, change.signer)


def _not_kept(change: DueChange, agency: str, whom: str, say: Wording) -> list[Flowable]:
    """What was promised, and that it was not or will not be kept; nothing where no date was promised."""
    if change.before is None:
        return []
    broken = "late" if change.at > change.before else "soon_late"
    return [sentences(say("promised", due=_in_words(change.before))), sentences(say(broken, agency=agency, whom=whom))]


def _in_words(at: datetime) -> str:
    return f"{at:%H} giờ {at:%M} phút, {day_in_words(at.date())}"
