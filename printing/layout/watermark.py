"""Papers of a desk for training: across each page stands that they are worth nothing."""

from __future__ import annotations

import io
import math

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from printing.layout.fonts import vietnamese_serif

_GREY = 0.72  # of white: the text beneath stays readable, a copy shows it
_SHARE = 0.85  # of the page's diagonal
_KEY = "/CounterMark"
"""In a PDF's catalogue: what stands across it, so that it is not laid over twice."""


def watermarked(pdf: bytes, mark: str) -> bytes:
    """The pages with `mark` across them, over everything; as they are where there is none, or where it stands there."""
    if not mark:
        return pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        if document.Root.get(_KEY) == mark:
            return pdf
        for page in document.pages:
            left, bottom, right, top = (float(edge) for edge in page.mediabox)
            with pikepdf.open(io.BytesIO(_words(mark, right - left, top - bottom))) as words:
                page.add_overlay(words.pages[0], pikepdf.Rectangle(left, bottom, right, top))
        document.Root[_KEY] = pikepdf.String(mark)
        memory = io.BytesIO()
        document.save(memory, deterministic_id=True)
    return memory.getvalue()


def _words(mark: str, width: float, height: float) -> bytes:
    memory = io.BytesIO()
    canvas = Canvas(memory, pagesize=(width, height))
    name = vietnamese_serif().bold
    size = _SHARE * math.hypot(width, height) / canvas.stringWidth(mark, name, 1)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(math.degrees(math.atan2(height, width)))
    canvas.setFont(name, size)
    canvas.setFillGray(_GREY, 0.6)
    canvas.drawCentredString(0, -size / 3, mark)
    canvas.save()
    return memory.getvalue()
