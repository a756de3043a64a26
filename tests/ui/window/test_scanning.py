"""The clerk chooses a scanner, turns a stack by hand, waits for paper, watches the vendor's folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_app.config import Devices
from scanning.errors import FeederEmpty, FilesLeftAlone, PaperJam
from scanning.sources.scanner import InputSource, Paper, ScanWish
from tests.scanning.sources.escl_server import NetworkScanner, serving
from tests.ui.window.conftest import begun
from tests.ui.window.life import says
from ui.background.feed import FOLDER, FeedState, ScanOrder
from ui.pages.scan_choice import remember, remembered
from ui.pages.scan_dialog import ScanDialog
from ui.shell.main_window import MainWindow

PAPER = "to-khai"
ONE_SIDED = ScanWish(InputSource.FEEDER, 75, colour=False)


def dialog(qtbot: QtBot, window: MainWindow) -> ScanDialog:
    window.intake.sources.choose_scanner()
    asked = window.intake.findChild(ScanDialog)
    assert isinstance(asked, ScanDialog)
    qtbot.waitUntil(lambda: asked.again.isEnabled())
    return asked


def offered(asked: ScanDialog) -> list[InputSource]:
    return [place for place, button in asked.place_buttons.items() if not button.isHidden()]


def test_only_what_the_scanner_can_do_is_offered_and_the_choice_is_remembered(
    qtbot: QtBot, desk_at_work, device: NetworkScanner, address: str
) -> None:  # type: ignore[no-untyped-def]
    desk_at_work.devices = Devices(scanner=address)
    window = begun(desk_at_work.open())
    device.sheets = 1
    asked = dialog(qtbot, window)
    asked.device.setCurrentIndex(asked.device.findData(address))
    qtbot.waitUntil(lambda: asked.start.isEnabled())
    assert offered(asked) == [InputSource.FEEDER, InputSource.BY_HAND, InputSource.GLASS]
    assert [asked.dpi.itemData(row) for row in range(asked.dpi.count())] == [200, 300, 600]
    papers = [asked.paper.itemData(row) for row in range(asked.paper.count())]
    assert papers == [Paper.A4, Paper.A5, Paper.LARGEST], "an A3 sheet does not fit"
    asked.place_buttons[InputSource.GLASS].setChecked(True)
    assert not asked.when_paper_is_in.isEnabled(), "the glass feels no paper"
    asked.place_buttons[InputSource.FEEDER].setChecked(True)
    asked.dpi.setCurrentIndex(0)
    asked.colour.setChecked(False)
    asked.accept()
    qtbot.waitUntil(lambda: len(window.intake.intake.pages_of(PAPER)) == 1)
    assert remembered(window.workplace.settings) == ScanOrder(
        address, ScanWish(InputSource.FEEDER, 200, False, Paper.A4)
    )


@pytest.mark.skipif(shutil.which("scanimage") is None, reason="SANE is not installed")
def test_sane_devices_are_listed_beside_the_vendors_folder(
    qtbot: QtBot, at_birth: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "dll.conf").write_text("test\n")
    monkeypatch.setenv("SANE_CONFIG_DIR", str(tmp_path))
    asked = dialog(qtbot, at_birth)
    listed = [asked.device.itemData(row) for row in range(asked.device.count())]
    assert "sane:test:0" in listed and listed[-1] == FOLDER
    asked.device.setCurrentIndex(listed.index("sane:test:0"))
    qtbot.waitUntil(lambda: asked.start.isEnabled())
    assert offered(asked) == [InputSource.FEEDER, InputSource.BY_HAND, InputSource.GLASS]
    asked.reject()


def test_a_scanner_that_does_not_answer_is_told_in_the_dialog(qtbot: QtBot, desk_at_work) -> None:  # type: ignore[no-untyped-def]
    with serving(NetworkScanner()) as url:
        pass
    desk_at_work.devices = Devices(scanner=f"escl:{url}")
    asked = dialog(qtbot, begun(desk_at_work.open()))
    asked.device.setCurrentIndex(asked.device.findData(f"escl:{url}"))
    qtbot.waitUntil(lambda: "không phản hồi" in asked.state.text())
    assert not asked.start.isEnabled()
    asked.reject()


def test_a_stack_turned_by_hand_stands_in_the_order_of_its_sheets(
    qtbot: QtBot, at_birth: MainWindow, device: NetworkScanner, address: str
) -> None:
    intake, bar = at_birth.intake.intake, at_birth.intake.feed
    device.sheets = 3
    remember(at_birth.workplace.settings, ScanOrder(address, ScanWish(InputSource.BY_HAND, 75, colour=False)))
    at_birth.intake.sources.scan()
    qtbot.waitUntil(lambda: not bar.isHidden() and not bar.go_on.isHidden())
    assert "3 mặt trước" in bar.text.text()
    assert not at_birth.intake.bar.button.isEnabled(), "half a document is not received"
    qtbot.waitUntil(lambda: len(intake.pages_of(PAPER)) == 3)
    device.sheets = 3
    bar.go_on.click()
    qtbot.waitUntil(lambda: len(intake.pages_of(PAPER)) == 6 and bar.isHidden())
    fronts_then_backs = [page.id for page in sorted(intake.pages.values(), key=lambda page: page.id)]
    first, second, third, *backs = fronts_then_backs
    wanted = [first, backs[2], second, backs[1], third, backs[0]]
    assert [page.id for page in intake.pages_of(PAPER)] == wanted
    stored = at_birth.workplace.desk.store.drafts.pages(intake.draft.id)
    assert [page.id for page in stored] == wanted, "and so they stay after a power cut"


def test_a_jam_is_told_at_once_and_its_pages_are_kept(
    qtbot: QtBot, at_birth: MainWindow, device: NetworkScanner, address: str
) -> None:
    device.sheets, device.jam_after = 5, 2
    told: list[object] = []
    at_birth.workplace.pages.failed.connect(told.append)
    at_birth.workplace.pages.scan(at_birth.intake.intake.draft.id, PAPER, ScanOrder(address, ONE_SIDED))
    qtbot.waitUntil(lambda: [type(failure) for failure in told] == [PaperJam])
    qtbot.waitUntil(lambda: len(at_birth.intake.intake.pages_of(PAPER)) == 2)
    qtbot.waitUntil(lambda: not at_birth.workplace.pages.busy(at_birth.intake.intake.draft.id))
    assert len(told) == 1 and "kẹt" in says(at_birth)
    device.jam_after = None  # the sheet is out: the feeder goes on
    at_birth.workplace.pages.scan(at_birth.intake.intake.draft.id, PAPER, ScanOrder(address, ONE_SIDED))
    qtbot.waitUntil(lambda: "kẹt" not in says(at_birth))


def test_scanning_begins_when_paper_is_put_in(
    qtbot: QtBot, at_birth: MainWindow, device: NetworkScanner, address: str
) -> None:
    bar = at_birth.intake.feed
    remember(at_birth.workplace.settings, ScanOrder(address, ONE_SIDED, when_paper_is_in=True))
    at_birth.intake.sources.scan()
    qtbot.waitUntil(lambda: "khay nạp" in bar.text.text() and not bar.isHidden())
    qtbot.waitUntil(lambda: device.asked.count("/eSCL/ScannerStatus") > 1)
    device.sheets = 2
    qtbot.waitUntil(lambda: len(at_birth.intake.intake.pages_of(PAPER)) == 2)
    qtbot.waitUntil(bar.isHidden)


def test_the_wait_for_paper_can_be_given_up_and_says_nothing(
    qtbot: QtBot, at_birth: MainWindow, device: NetworkScanner, address: str
) -> None:
    told: list[object] = []
    at_birth.workplace.pages.failed.connect(told.append)
    remember(at_birth.workplace.settings, ScanOrder(address, ONE_SIDED, when_paper_is_in=True))
    at_birth.intake.sources.scan()
    qtbot.waitUntil(lambda: not at_birth.intake.feed.isHidden())
    at_birth.intake.feed.end.click()
    qtbot.waitUntil(at_birth.intake.feed.isHidden)
    assert told == []
    remember(at_birth.workplace.settings, ScanOrder(address, ONE_SIDED))
    at_birth.intake.sources.scan()
    qtbot.waitUntil(lambda: [type(failure) for failure in told] == [FeederEmpty])


def test_files_of_the_vendors_program_become_pages_until_the_clerk_has_finished(
    qtbot: QtBot, at_birth: MainWindow, tmp_path: Path, paper: Callable[[str], Path]
) -> None:
    folder = tmp_path / "máy quét"
    folder.mkdir()
    shutil.copy(paper("hôm qua"), folder / "hôm qua.jpg")
    told: list[object] = []
    at_birth.workplace.pages.failed.connect(told.append)
    asked = dialog(qtbot, at_birth)
    asked.device.setCurrentIndex(asked.device.findData(FOLDER))
    assert not asked.start.isEnabled()
    asked.watch(folder)
    assert asked.start.isEnabled()
    asked.accept()
    intake, bar = at_birth.intake.intake, at_birth.intake.feed
    qtbot.waitUntil(lambda: not bar.isHidden() and "máy quét" in bar.text.text())
    qtbot.waitUntil(lambda: [type(failure) for failure in told] == [FilesLeftAlone])
    shutil.copy(paper("Dân tộc: Kinh"), folder / "0001.jpg")
    qtbot.waitUntil(lambda: len(intake.pages_of(PAPER)) == 1)
    qtbot.waitUntil(lambda: all(page.reading for page in intake.pages.values()))
    assert not at_birth.intake.bar.button.isEnabled(), "more may come"
    bar.end.click()
    qtbot.waitUntil(lambda: bar.isHidden() and at_birth.intake.bar.button.isEnabled())
    assert (folder / "hôm qua.jpg").exists()


def test_the_next_citizens_files_do_not_go_to_the_intake_before(
    qtbot: QtBot, at_birth: MainWindow, tmp_path: Path, paper: Callable[[str], Path]
) -> None:
    folder = tmp_path / "máy quét"
    folder.mkdir()
    before = at_birth.intake.intake.draft.id
    at_birth.workplace.pages.scan(before, PAPER, ScanOrder(f"{FOLDER}{folder}", ONE_SIDED))
    feed = at_birth.workplace.pages.feed(before)
    assert feed is not None and feed.state is FeedState.WATCHING
    at_birth.intake.begin()
    qtbot.waitUntil(lambda: not at_birth.workplace.pages.busy(before))
    shutil.copy(paper("người sau"), folder / "0001.jpg")
    qtbot.wait(2500)
    assert at_birth.workplace.desk.store.drafts.pages(before) == []
    assert [file.name for file in folder.iterdir()] == ["0001.jpg"]


def test_what_was_remembered_wrongly_is_no_obstacle(window: MainWindow) -> None:
    for name in ("place", "paper", "dpi"):
        window.workplace.settings.setValue(f"scan/{name}", "?")
    assert remembered(window.workplace.settings) == ScanOrder("", ScanWish())


def test_a_feed_that_comes_and_goes_lies_over_the_pages_and_moves_nothing(
    qtbot: QtBot, at_birth: MainWindow, device: NetworkScanner, address: str
) -> None:
    page = at_birth.intake

    def has_room(part: QWidget) -> bool:
        return part.height() >= part.heightForWidth(part.width()) and page.feed.rect().contains(part.geometry())

    parts = (page.applicant, page.papers.checklist, page.pages, page.pages.scan, page.bar)
    for size in ((1366, 768), (960, 540)):
        at_birth.resize(*size)
        qtbot.wait(50)
        before = [part.geometry() for part in parts]
        remember(at_birth.workplace.settings, ScanOrder(address, ScanWish(InputSource.BY_HAND, 75, colour=False)))
        device.sheets = 1
        page.sources.scan()
        qtbot.waitUntil(lambda: page.feed.go_on.isVisible())
        assert [part.geometry() for part in parts] == before
        qtbot.waitUntil(lambda: all(has_room(part) for part in (page.feed.text, page.feed.go_on, page.feed.end)))
        lies = QRect(page.feed.mapTo(page.pages, page.feed.rect().topLeft()), page.feed.size())
        assert page.pages.rect().contains(lies)
        page.feed.end.click()
        qtbot.waitUntil(page.feed.isHidden)
