"""A paper printed again: the very file that was kept, with a line that says so and nothing else changed."""

from __future__ import annotations

import io
from contextlib import ExitStack
from datetime import datetime

import pikepdf
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from printing.layout.fonts import vietnamese_serif

_SIZE = 8  # points
_SIDE = 10 * mm
_ROLL = 90 * mm  # narrower pages come from a roll, which has no margin to write in and is made longer
_LONGER = 6 * mm


def marked(pdf: bytes, number: int, at: datetime) -> bytes:
    """The pages with “In lại lần …, ngày …” above their text, on a slip below it; `number` is 1 for the first."""
    note = f"In lại lần {number}, ngày {at:%d/%m/%Y}"
    with ExitStack() as opened:
        document = opened.enter_context(pikepdf.open(io.BytesIO(pdf)))
        notes: dict[tuple[float, float], pikepdf.Pdf] = {}  # by size: its font is copied once for all pages
        for page in document.pages:
            left, bottom, right, top = (float(edge) for edge in page.mediabox)
            is_slip = right - left < _ROLL
            if is_slip:
                bottom -= _LONGER
                page.mediabox = page.cropbox = pikepdf.Array([left, bottom, right, top])
            size = (right - left, top - bottom)
            if size not in notes:
                notes[size] = opened.enter_context(pikepdf.open(io.BytesIO(_noted(note, *size, is_slip))))
            page.add_overlay(notes[size].pages[0], pikepdf.Rectangle(left, bottom, right, top))
        memory = io.BytesIO()
        document.save(memory, deterministic_id=True)
    return memory.getvalue()


def _noted(note: str, width: float, height: float, is_slip: bool) -> bytes:
    """A page with nothing but the note."""
    memory = io.BytesIO()
    canvas = Canvas(memory, pagesize=(width, height))
    canvas.setFont(vietnamese_serif().italic, _SIZE)
    if is_slip:
        canvas.drawCentredString(width / 2, 2 * mm, note)
    else:
        canvas.drawRightString(width - _SIDE, height - 5 * mm, note)
    canvas.save()
    return memory.getvalue()
