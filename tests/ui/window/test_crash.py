"""A fault of the program is told with a report that can be printed and sent, and loses nothing."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from counter_app import crash_report
from counter_app.crash_report import LOG
from counter_app.dossier.clock import VIETNAM
from counter_app.log import log_uncaught
from printing.layout.pdfium import first_text
from ui.shell.crash_watch import CrashWatch
from ui.shell.main_window import MainWindow


@pytest.fixture
def watch(tmp_path: Path, qtbot: QtBot) -> Iterator[CrashWatch]:
    hooks = sys.excepthook, threading.excepthook
    sys.excepthook, threading.excepthook = lambda *_: None, lambda _: None
    made = CrashWatch(tmp_path)
    log_uncaught(made.tell)
    yield made
    sys.excepthook, threading.excepthook = hooks


def fail() -> None:
    raise ValueError("Đặng Thị Hương")


@pytest.mark.qt_no_exception_capture
def test_what_nobody_caught_is_shown_with_its_places_and_the_draft_is_there(
    window: MainWindow, watch: CrashWatch, qtbot: QtBot
) -> None:
    desk = window.workplace.desk
    before = desk.store.entries.last_sequence(), len(desk.store.drafts.all())
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: watch.dialog is not None and watch.dialog.isVisible())
    assert watch.dialog is not None
    text = watch.dialog.text.toPlainText()
    assert "ValueError" in text and "test_crash.py" in text and "Hương" not in text and "Counter " in text
    assert (desk.store.entries.last_sequence(), len(desk.store.drafts.all())) == before
    watch.dialog.close()


@pytest.mark.qt_no_exception_capture
def test_the_report_can_be_printed_and_sent(watch: CrashWatch, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / LOG).write_text("WARNING what happened before\n")
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: watch.dialog is not None)
    assert watch.dialog is not None
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    watch.dialog.print_on(printer)
    assert "ValueError" in first_text((tmp_path / "paper.pdf").read_bytes())
    assert watch.dialog.save_to(tmp_path / "report.zip") and not watch.dialog.save_to(
        tmp_path / "paper.pdf" / "in a file.zip"
    )
    with zipfile.ZipFile(tmp_path / "report.zip") as sent:
        assert set(sent.namelist()) == {"report.txt", LOG}
        assert "what happened before" in sent.read("report.txt").decode()
    assert "Hương" not in watch.dialog.text.toPlainText()


@pytest.mark.qt_no_exception_capture
def test_what_breaks_again_and_again_is_shown_once(watch: CrashWatch, qtbot: QtBot) -> None:
    for _ in range(3):
        QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: watch.dialog is not None)
    first = watch.dialog
    assert first is not None
    first.close()
    QTimer.singleShot(0, fail)
    qtbot.wait(50)
    assert watch.dialog is first and not first.isVisible()


def test_the_day_the_disk_dies_the_report_still_says_where_the_program_broke(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dead(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    for place, name in ((Path, "exists"), (Path, "read_text"), (crash_report.shutil, "disk_usage")):
        monkeypatch.setattr(place, name, dead)
    said = crash_report.report("ZeroDivisionError intake.py:12", tmp_path, datetime(2026, 11, 20, 9, tzinfo=VIETNAM))
    assert "ZeroDivisionError intake.py:12" in said and "OSError where free space was looked for" in said


def test_a_fault_that_ends_the_process_is_told_at_the_next_start(tmp_path: Path) -> None:
    dies = "import ctypes, sys, pathlib; from counter_app.crash_report import watch_crashes\n"
    dies += "watch_crashes(pathlib.Path(sys.argv[1])); ctypes.string_at(0)"
    assert subprocess.run([sys.executable, "-c", dies, str(tmp_path)], stderr=subprocess.DEVNULL).returncode != 0
    told = subprocess.run(
        [sys.executable, "-c", "import sys, pathlib; from counter_app.crash_report import watch_crashes\n"
         "print(watch_crashes(pathlib.Path(sys.argv[1])))", str(tmp_path)],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert "Segmentation fault" in told or "access violation" in told
    assert "/" not in told.replace("<string>", "").split("Current thread")[-1]
    assert (tmp_path / "crash.log").read_text() == "", "it is told once"
