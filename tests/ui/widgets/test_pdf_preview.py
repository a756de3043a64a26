"""The paper on the screen before it is printed."""

from __future__ import annotations

import io

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ui.widgets.pdf_preview import PdfPreview


def paper(pages: int) -> bytes:
    """Pages whose upper half is dark green, numbered by the width of the green."""
    memory = io.BytesIO()
    canvas = Canvas(memory, A4)
    for _ in range(pages):
        canvas.setFillColorRGB(0, 0.4, 0.3)
        canvas.rect(0, A4[1] / 2, A4[0], A4[1] / 2, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return memory.getvalue()


@pytest.fixture
def preview(qtbot: QtBot) -> PdfPreview:
    preview = PdfPreview()
    qtbot.addWidget(preview)
    preview.resize(700, 600)
    preview.show()
    return preview


def green(preview: PdfPreview) -> bool:
    """Whether the top of the first sheet on the screen is printed."""
    shown = preview.roll.viewport().grab().toImage()
    return QColor(shown.pixel(shown.width() // 2, 60)).red() < 30


def test_the_pages_come_and_can_be_printed(preview: PdfPreview, qtbot: QtBot) -> None:
    assert not preview.print.isEnabled() and not preview.save.isEnabled()
    preview.show_printers(["Counter 1", "PDF"], "PDF")
    assert not preview.print.isEnabled(), "there is nothing to print yet"
    preview.show_pdf(paper(3))
    qtbot.waitUntil(lambda: green(preview))
    assert len(preview.roll.sheets()) == 3 and "3" in preview.count.text()
    with qtbot.waitSignal(preview.print_requested) as asked:
        qtbot.keyClick(preview.roll, Qt.Key.Key_Return)
    assert asked.args == ["PDF"]


def test_without_a_printer_it_can_still_be_saved(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(paper(1))
    preview.show_printers([], "")
    qtbot.waitUntil(preview.save.isEnabled)
    assert not preview.print.isEnabled() and preview.print.toolTip()
    with qtbot.assertNotEmitted(preview.print_requested):
        qtbot.keyClick(preview.roll, Qt.Key.Key_Return)
    with qtbot.waitSignal(preview.save_requested):
        preview.save.click()


def test_a_long_paper_shows_its_first_page_at_once_and_keeps_few(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(paper(40))
    qtbot.waitUntil(lambda: green(preview))
    assert len(preview.roll.sheets()) == 40
    qtbot.keyClick(preview.roll, Qt.Key.Key_End)
    assert preview.roll.verticalScrollBar().value() == preview.roll.verticalScrollBar().maximum() > 20_000


def test_zoom_keeps_the_middle_and_zero_fits_the_width(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(paper(5))
    qtbot.waitUntil(lambda: green(preview))
    roll, bar = preview.roll, preview.roll.verticalScrollBar()
    assert roll.horizontalScrollBar().maximum() == 0
    bar.setValue(bar.maximum() // 2)
    middle = (bar.value() + roll.viewport().height() / 2) / roll.sheets()[-1].bottom()
    qtbot.keyClick(roll, Qt.Key.Key_Plus)
    assert (bar.value() + roll.viewport().height() / 2) / roll.sheets()[-1].bottom() == pytest.approx(middle, abs=0.01)
    assert roll.horizontalScrollBar().maximum() > 0
    qtbot.keyClick(roll, Qt.Key.Key_0)
    assert roll.horizontalScrollBar().maximum() == 0


def test_a_broken_paper_is_said_and_the_next_is_shown(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(b"%PDF-1.4 broken")
    qtbot.waitUntil(lambda: bool(preview.count.text()))
    assert not preview.save.isEnabled()
    preview.show_pdf(paper(1))
    qtbot.waitUntil(lambda: green(preview))


def test_only_the_last_paper_asked_for_is_shown(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(paper(30))
    preview.show_pdf(paper(2))
    qtbot.waitUntil(lambda: green(preview))
    qtbot.wait(200)
    assert len(preview.roll.sheets()) == 2
