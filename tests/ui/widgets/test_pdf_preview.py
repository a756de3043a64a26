"""The paper on the screen before it is printed."""

from __future__ import annotations

import io

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from counter_app.store.print_jobs import Choice
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


def test_no_printer_is_said_only_once_it_is_known(preview: PdfPreview, qtbot: QtBot) -> None:
    """“Không có máy in” stood there for a second while the first paper was made, at a desk that has one."""
    assert "printer" not in preview.bar.print.text()
    preview.bar.show_printers([], Choice())
    preview.show_pdf(paper(1))
    qtbot.waitUntil(lambda: preview.bar.print.text() == "No printer")


def test_the_pages_come_and_can_be_printed(preview: PdfPreview, qtbot: QtBot) -> None:
    bar = preview.bar
    assert not bar.print.isEnabled() and not bar.save.isEnabled()
    bar.show_printers(["Counter 1", "PDF"], Choice(printer="PDF"))
    assert not bar.print.isEnabled(), "there is nothing to print yet"
    preview.show_pdf(paper(3))
    qtbot.waitUntil(lambda: green(preview))
    assert len(preview.roll.sheets()) == 3 and "3" in preview.count.text()
    assert "PDF" in bar.print.text()
    with qtbot.waitSignal(preview.print_requested):
        qtbot.keyClick(preview.roll, Qt.Key.Key_Return)
    bar.show_progress(under_way=True, again=False)
    with qtbot.assertNotEmitted(preview.print_requested):
        qtbot.keyClick(preview.roll, Qt.Key.Key_Return)


def test_printer_tray_and_copies_are_chosen_beside_the_button(preview: PdfPreview, qtbot: QtBot) -> None:
    bar = preview.bar
    bar.show_printers(["Counter 1", "Next room"], Choice(printer="Counter 1", tray="Tray 2"))
    preview.show_pdf(paper(1))
    qtbot.waitUntil(bar.print.isEnabled)
    assert bar.other.isVisible() and [action.isChecked() for action in bar.printers.actions()] == [True, False]
    with qtbot.waitSignal(bar.trays_wanted) as wanted:
        bar.more.click()
    assert wanted.args == ["Counter 1"] and not bar.ways.paper_size.isVisible(), "this paper has one size"
    bar.show_trays("Next room", ["Tray 9"])
    assert bar.ways.tray.findText("Tray 9") < 0, "these are another printer's"
    bar.show_trays("Counter 1", ["Tray 1", "Tray 2"])
    assert bar.ways.tray.currentText() == "Tray 2"
    bar.ways.copies.setValue(3)
    bar.ways.tray.setCurrentIndex(1)
    with qtbot.waitSignal(bar.chosen) as chosen:
        bar.ways.hide()
    assert chosen.args == [Choice(printer="Counter 1", tray="Tray 1", copies=3)]
    with qtbot.waitSignal(bar.chosen) as chosen:
        bar.printers.actions()[1].trigger()
    assert chosen.args == [Choice(printer="Next room", copies=3)], "another printer has other trays"


def test_without_a_printer_it_can_still_be_saved(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(paper(1))
    preview.bar.show_printers([], Choice())
    qtbot.waitUntil(preview.bar.save.isEnabled)
    assert not preview.bar.print.isEnabled() and preview.bar.print.toolTip()
    with qtbot.assertNotEmitted(preview.print_requested):
        qtbot.keyClick(preview.roll, Qt.Key.Key_Return)
    with qtbot.waitSignal(preview.save_requested):
        preview.bar.save.click()


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
    assert not preview.bar.save.isEnabled()
    preview.show_pdf(paper(1))
    qtbot.waitUntil(lambda: green(preview))


def test_only_the_last_paper_asked_for_is_shown(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(paper(30))
    preview.show_pdf(paper(2))
    qtbot.waitUntil(lambda: green(preview))
    qtbot.wait(200)
    assert len(preview.roll.sheets()) == 2
