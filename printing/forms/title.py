"""The title of a paper, and under it that it replaces one that went out with a mistake."""

from __future__ import annotations

from reportlab.platypus import Flowable

from counter_app.procedures.wordings import Wording
from printing.forms.context import FormContext
from printing.layout.texts import text


def titled(context: FormContext, say: Wording) -> list[Flowable]:
    """The form's title; under a corrected one `(Bản sửa đổi lần 1, ngày 25/11/2026, thay cho bản đã cấp trước đó)`."""
    mark = f"(Bản sửa đổi lần {context.corrected}, ngày {context.at:%d/%m/%Y}, thay cho bản đã cấp trước đó)"
    return [text(say("title"), "title"), *([text(mark, "subtitle")] if context.corrected else [])]
