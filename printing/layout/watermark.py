"""Papers of a desk for training: across each page stands that they are worth nothing."""

from __future__ import annotations

import io
import math

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from printing.layout.fonts import vietnamese_serif

_WORDS = "TẬP HUẤN – KHÔNG CÓ GIÁ TRỊ"
_GREY = 0.72  # of white: the text beneath stays readable, a copy shows it
_SHARE = 0.85  # of the page's diagonal


def watermarked(pdf: bytes) -> bytes:
    """The pages with the words across them, under nothing and over everything."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            left, bottom, right, top = (float(edge) for edge in page.mediabox)
            with pikepdf.open(io.BytesIO(_words(right - left, top - bottom))) as words:
                page.add_overlay(words.pages[0], pikepdf.Rectangle(left, bottom, right, top))
        memory = io.BytesIO()
        document.save(memory, deterministic_id=True)
    return memory.getvalue()


def _words(width: float, height: float) -> bytes:
    memory = io.BytesIO()
    canvas = Canvas(memory, pagesize=(width, height))
    name = vietnamese_serif().bold
    size = _SHARE * math.hypot(width, height) / canvas.stringWidth(_WORDS, name, 1)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(math.degrees(math.atan2(height, width)))
    canvas.setFont(name, size)
    canvas.setFillGray(_GREY, 0.6)
    canvas.drawCentredString(0, -size / 3, _WORDS)
    canvas.save()
    return memory.getvalue()
