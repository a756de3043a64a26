"""Paper is never lost: not when receiving is faster than reading, not when the window closes, not from a scanner."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from scanning.sources.scanner import InputSource, ScanWish
from tests.ui.window.life import complete
from ui.background.feed import ScanOrder
from ui.pages.scan_choice import remember
from ui.shell.main_window import MainWindow


def begin(window: MainWindow, name: str = "Nguyễn Thị Hường") -> None:
    procedure = window.workplace.desk.knowledge.catalogue.get("1.001193", window.workplace.desk.now().date())
    assert procedure is not None
    window.intake.intake.choose(procedure)
    window.intake.intake.type_person("owner", name=name)
    complete(window)


def test_receiving_does_not_wait_for_the_reading(
    qtbot: QtBot, window: MainWindow, paper: Callable[[str], Path]
) -> None:
    begin(window)
    intake, store = window.intake.intake, window.workplace.desk.store
    window.intake.sources.add_files("to-khai", [paper("Dân tộc: Kinh"), paper("Quốc tịch: Việt Nam")])
    qtbot.waitUntil(lambda: len(intake.pages) == 2 and not window.workplace.pages.feeding(intake.draft.id))
    with qtbot.waitSignal(window.intake.intake.received) as received:
        window.intake.intake.receive("Người nộp bổ sung trong ngày")
    code = received.args[0].code
    qtbot.waitUntil(lambda: store.dossier(code).components[0].document is not None)  # type: ignore[union-attr]
    dossier = store.dossier(code)
    assert dossier is not None and len(dossier.components[0].pages) == 2
    assert all("KHAI SINH" in page.text for page in dossier.components[0].pages)


def test_closing_while_pages_are_read_keeps_them(qtbot: QtBot, desk_at_work, paper: Callable[[str], Path]) -> None:  # type: ignore[no-untyped-def]
    window = desk_at_work.open()
    begin(window, "Đặng Văn Khoẻ")
    window.intake.sources.add_files("to-khai", [paper("Dân tộc: Kinh"), paper("Quốc tịch: Việt Nam")])
    qtbot.waitUntil(lambda: len(window.intake.intake.pages) == 2)
    desk_at_work.close()

    again = desk_at_work.open()
    pages = again.intake.intake.pages
    assert len(pages) == 2
    qtbot.waitUntil(lambda: all(page.reading for page in pages.values()))
    assert again.intake.applicant.owner.name.text() == "Đặng Văn Khoẻ"


def test_a_page_that_fails_is_shown_with_its_reason_and_can_be_tried_again(
    qtbot: QtBot, window: MainWindow, paper: Callable[[str], Path]
) -> None:
    begin(window)
    cut = paper("Dân tộc: Kinh")
    cut.write_bytes(cut.read_bytes()[:20_000])
    window.intake.sources.add_files("to-khai", [cut])
    pages = window.intake.intake.pages
    qtbot.waitUntil(lambda: any(page.failure for page in pages.values()))
    panel = window.intake.pages
    qtbot.waitUntil(lambda: panel.failure.text() != "" and not panel.view.is_empty)
    page = next(iter(pages.values()))
    failed: list[bool] = []
    window.workplace.pages.page_changed.connect(lambda changed: failed.append(bool(changed.failure)))
    window.workplace.pages.try_again(page)
    qtbot.waitUntil(lambda: True in failed)
    assert not failed[0] and pages[page.id].failure


@pytest.mark.skipif(shutil.which("scanimage") is None, reason="SANE is not installed")
def test_a_scanner_gives_its_page_to_the_component(qtbot: QtBot, window: MainWindow) -> None:
    begin(window)
    window.intake.papers.checklist.select("giay-chung-sinh")
    remember(window.workplace.settings, ScanOrder("sane:test:0", ScanWish(InputSource.GLASS, 100, colour=False)))
    window.intake.sources.scan()
    intake = window.intake.intake
    qtbot.waitUntil(lambda: any(page.reading for page in intake.pages_of("giay-chung-sinh")))
    assert intake.ticked("giay-chung-sinh").originals == 1


@pytest.mark.skipif(shutil.which("scanimage") is None, reason="SANE is not installed")
def test_a_scanner_that_is_gone_is_told(qtbot: QtBot, window: MainWindow) -> None:
    begin(window)
    window.workplace.settings.setValue("scan/device", "nowhere:0")
    window.intake.sources.scan()
    qtbot.waitUntil(lambda: len(window.messages.messages) == 1)
    assert window.intake.intake.pages == {}


def test_the_next_files_are_looked_for_where_the_last_ones_were(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The dialog opened in the program's own folder, for every paper anew."""
    begin(window)
    paper = tmp_path / "declaration.png"
    paper.touch()
    places: list[str] = []

    def choose(dialog: QFileDialog) -> int:
        places.append(dialog.directory().absolutePath())
        assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog), "the system's would speak its own language"
        dialog.selectFile(str(paper))
        dialog.accepted.emit()
        return 1

    monkeypatch.setattr(QFileDialog, "exec", choose)
    monkeypatch.setattr(window.intake.sources, "_add_files", lambda key, paths: None)
    window.intake.sources.choose_files("to-khai")
    window.intake.sources.choose_files("to-khai")
    assert places == [str(Path.home()), str(tmp_path)]
