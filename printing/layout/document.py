"""A paper as PDF: its copies one after the other, page numbers in the top margin from the second page on."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate
from reportlab.platypus.doctemplate import LayoutError

from printing.errors import CannotFit
from printing.layout.fitting import fit
from printing.layout.fonts import vietnamese_serif
from printing.layout.printable import printable
from printing.layout.sheets import PORTRAIT, Sheet

rl_config.useA85 = 0  # pages as bytes; ReportLab's default writes them as text, a quarter larger and slower

_PAGE_NUMBER = 13  # points (NĐ 30/2020)


def document(
    copies: Sequence[Sequence[Flowable]],
    *,
    title: str,
    author: str,
    sheet: Sheet = PORTRAIT,
    one_page: bool = False,
) -> bytes:
    """The paper as PDF: its copies (liên) one after the other, the pages of each counted from one.

    A copy that would need a little more than one page comes closer together. What the copies have in common may be the
    same flowables in each. With `one_page` each copy has one page. Raises CannotFit, which names the paper by its
    `title`, where something is too long.
    """
    starts: list[int] = []
    story: list[Flowable] = []
    for copy in copies:
        fit(copy, *sheet.printable_size)
        story += [PageBreak()] if story else []
        story += [_CopyStart(starts, copy), *copy]
    memory = io.BytesIO()
    width, height = (side / sheet.scale for side in sheet.size)
    template = BaseDocTemplate(memory, pagesize=sheet.size, title=printable(title), author=printable(author))
    frame = Frame(sheet.left / sheet.scale, sheet.bottom / sheet.scale, *sheet.printable_size, 0, 0, 0, 0)

    def begin_page(canvas: Canvas, _: object) -> None:
        canvas.scale(sheet.scale, sheet.scale)

    def number_page(canvas: Canvas, _: object) -> None:
        number = canvas.getPageNumber() - starts[-1] + 1
        if number > 1:
            canvas.setFont(vietnamese_serif().name, _PAGE_NUMBER)
            canvas.drawCentredString(width / 2, height - sheet.top / sheet.scale / 2, str(number))

    template.addPageTemplates(PageTemplate(frames=[frame], onPage=begin_page, onPageEnd=number_page))
    try:
        template.build(story)
    except LayoutError:
        raise CannotFit(form=title) from None  # ReportLab's own message quotes the text, which is a person's
    if one_page and template.page > len(copies):
        raise CannotFit(form=title)
    return memory.getvalue()


class _CopyStart(Flowable):
    """Notes the page on which a copy begins, and lets its flowables begin anew."""

    def __init__(self, starts: list[int], copy: Sequence[Flowable]) -> None:
        super().__init__()
        self._starts = starts
        self._copy = copy

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        self._starts.append(self.canv.getPageNumber())
        _begin_anew(self._copy)


def _begin_anew(flowables: Sequence[Flowable]) -> None:
    """Takes ReportLab's mark from what had to wait for a page in the copy before: a second wait is its “too large”."""
    for flowable in flowables:
        vars(flowable).pop("_postponed", None)
        _begin_anew(getattr(flowable, "_content", ()))
