"""PDFs drawn apart: what a hostile one does to its process is told, and the next one is drawn."""

from __future__ import annotations

import io
import os
import signal
import time
import zlib

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from counter_app.apart.pool import Pool
from counter_app.apart.worker_process import WorkerDied
from printing.errors import PdfNotDrawn
from printing.layout.pdfium import MOST_PAGES
from printing.layout.pictures import drawn, page_pictures, page_sizes, previewed, rendered_pages
from tests.pace import slower

pytestmark = pytest.mark.usefixtures("own_processes")


def paper(pages: int = 1) -> bytes:
    memory = io.BytesIO()
    canvas = Canvas(memory, A4)
    for number in range(pages):
        canvas.drawString(100, 700, f"Trang {number + 1}")
        canvas.showPage()
    canvas.save()
    return memory.getvalue()


def made_by_hand(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + trailer


def one_page(box: bytes, content: bytes = b"", resources: bytes = b"<< >>", *more: bytes) -> bytes:
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R /Resources %s >>" % (box, resources)
    stream = b"<< /Length %d >> stream\n%s\nendstream" % (len(content), content)
    catalogue, tree = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return made_by_hand(catalogue, tree, page, stream, *more)


def picture_of_gigabytes() -> bytes:
    """Four pictures of 30,000 x 30,000 pixels, a few kilobytes packed."""
    side = 30_000
    row = b"\0" * side * 3
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(row) for _ in range(200)) + packer.flush()
    head = b"<< /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode"
    image = (head + b" /Length %d >> stream\n%s\nendstream") % (side, side, len(packed), packed)
    return one_page(b"0 0 595 842", b"595 0 0 842 0 0 cm /I Do", b"<< /XObject << /I 5 0 R >> >>", image)


@pytest.mark.parametrize(
    "pdf",
    [
        b"%PDF-1.4 broken",
        b"",
        one_page(b"0 0 99999 99999"),
        made_by_hand(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 99999999 >>"),
    ],
)
def test_what_is_no_paper_is_told_in_a_sentence_and_the_next_paper_is_drawn(pdf: bytes) -> None:
    with pytest.raises(PdfNotDrawn) as failure:
        list(previewed(pdf, 144))
    assert "hỏng" in failure.value.sentence("vi")
    assert len(page_pictures(paper(), 72)) == 1


def test_a_picture_that_unpacks_to_gigabytes_costs_its_own_process_at_most() -> None:
    try:
        pages = page_pictures(picture_of_gigabytes(), 144)
    except PdfNotDrawn:
        pages = [b"told"]
    assert len(pages) == 1
    assert len(page_pictures(paper(), 72)) == 1


def test_a_process_that_died_under_a_paper_is_replaced() -> None:
    with pytest.raises(PdfNotDrawn):
        list(drawn(f"{__name__}:dies"))
    assert page_sizes(paper()) == [pytest.approx(A4, abs=0.01)]


def dies() -> None:
    """As a fault in PDFium's own memory would."""
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_page_that_takes_too_long_is_given_up() -> None:
    pool = Pool(1 << 30)
    begun = time.monotonic()
    with pytest.raises(WorkerDied):
        list(pool.results("time:sleep", 60, seconds=0.5))
    assert time.monotonic() - begun < 20
    pool.close()


def test_more_pages_than_any_paper_has_are_refused() -> None:
    kids = b"3 0 R " * (MOST_PAGES + 1)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    tree = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, MOST_PAGES + 1)
    with pytest.raises(PdfNotDrawn):
        page_sizes(made_by_hand(b"<< /Type /Catalog /Pages 2 0 R >>", tree, page))


def test_who_looks_no_further_leaves_a_process_for_the_next() -> None:
    pages = rendered_pages(paper(3), 72)
    next(pages)
    assert len(page_sizes(paper(2))) == 2, "while the first paper is being drawn"
    pages.close()  # type: ignore[attr-defined]
    assert [picture.size for picture in rendered_pages(paper(2), 72)] == [(596, 842)] * 2


@pytest.mark.alone
def test_a_paper_is_drawn_in_less_than_a_blink() -> None:
    assert list(drawn("scanning.formats.shown:ready")) == []
    pdf = paper(2)
    begun = time.monotonic()
    shown = previewed(pdf, 144)
    next(shown), next(shown)
    assert time.monotonic() - begun < 0.15 * slower()
    list(shown)
