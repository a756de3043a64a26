"""Onto paper without a printer that talks back: a folder, and Qt."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from counter_app.dossier.model import Dossier
from printing.errors import FolderFull, PrinterGone, PrinterRefused
from printing.forms.context import FormContext
from printing.forms.receipt import receipt
from printing.forms.slip import slip
from printing.printers import qt
from printing.printers.finding import printer
from printing.printers.order import Order, Progress
from printing.printers.pdf_file import FolderPrinter


def pdf_printer(path: Path) -> QPrinter:
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(path))
    return device


def test_a_folder_takes_papers_and_keeps_the_older_ones(tmp_path: Path) -> None:
    folder = printer("Thư mục", {"Thư mục": f"folder:{tmp_path}/out"})
    folder.check()
    for paper in (b"%PDF one", b"%PDF two"):
        job = folder.send(Order(paper, "receipt H41.99-260205-0001"))
        assert folder.progress(job) is Progress.DONE
    folder.send(Order(b"%PDF", "../../"))
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == {
        "receipt-H41.99-260205-0001.pdf": b"%PDF one",
        "receipt-H41.99-260205-0001-2.pdf": b"%PDF two",
        "paper.pdf": b"%PDF",
    }
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_cannot_be_written_refuses(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    folder = printer("Thư mục", {"Thư mục": f"folder:{tmp_path}/out"})
    for attempt in (folder.check, lambda: folder.send(Order(b"%PDF", "receipt"))):
        with pytest.raises(PrinterRefused) as failure:
            attempt()
        assert "Thư mục" in failure.value.sentence()


def test_pages_come_out_in_their_true_size(
    qtbot: QtBot, tmp_path: Path, dossier: Dossier, context: Callable[..., FormContext]
) -> None:
    for name, pdf, width in (("a4", receipt(context(dossier)), 210), ("slip", slip(context(dossier)), 80)):
        qt.paint(pdf_printer(tmp_path / f"{name}.pdf"), pdf, name)
        printed = pdfium.PdfDocument(tmp_path / f"{name}.pdf")
        assert len(printed) == len(pdfium.PdfDocument(pdf))
        assert abs(printed[0].get_size()[0] / 72 * 25.4 - width) < 1


def test_a_printer_that_is_gone_is_said_to_be(qtbot: QtBot) -> None:
    gone = qt.QtPrinter("Máy in tầng 2")
    for attempt in (gone.check, lambda: gone.send(Order(b"", "receipt"))):
        with pytest.raises(PrinterGone) as failure:
            attempt()
        assert "Máy in tầng 2" in failure.value.sentence()


def test_a_job_that_breaks_off_is_not_taken_for_printed(
    qtbot: QtBot, tmp_path: Path, dossier: Dossier, context: Callable[..., FormContext]
) -> None:
    with pytest.raises(PrinterRefused):
        qt.paint(pdf_printer(tmp_path / "no folder" / "out.pdf"), slip(context(dossier)), "slip")


def test_a_full_disk_leaves_no_half_paper_in_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        with pytest.raises(FolderFull) as failure:
            FolderPrinter("thư mục", tmp_path).send(Order(pdf=b"%PDF half", title="Giấy tiếp nhận"))
    assert "thư mục đã đầy" in failure.value.sentence("vi")
    assert list(tmp_path.iterdir()) == []


def test_a_paper_with_a_title_longer_than_any_file_name_is_written(tmp_path: Path) -> None:
    FolderPrinter("thư mục", tmp_path).send(Order(pdf=b"%PDF", title="Giấy " + "đường ../../" * 60))
    (written,) = tmp_path.iterdir()
    assert written.read_bytes() == b"%PDF" and written.parent == tmp_path
