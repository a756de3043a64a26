"""Pages scanned anew in their place; counts as the cover sheets left them; what could not be read is not ticked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from counter_app.dossier.pages import PageFacts, SpooledPage
from scanning.sources.scanner import InputSource, ScanWish
from tests.scanning.sources.escl_server import NetworkScanner
from tests.ui.window.life import says
from ui.background.feed import ScanOrder
from ui.intake.checklist_model import ChecklistColumn
from ui.pages.camera_dialog import CameraDialog
from ui.pages.cover_dialog import CoverDialog
from ui.pages.scan_choice import remember
from ui.pages.scan_dialog import ScanDialog
from ui.pages.thumbs import thumbs
from ui.shell.main_window import MainWindow

DECLARATION, NOTE = "to-khai", "giay-chung-sinh"


@pytest.fixture
def scanned(qtbot: QtBot, at_birth: MainWindow, device: NetworkScanner, address: str) -> MainWindow:
    """Three sheets went through the feeder."""
    device.sheets = 3
    remember(at_birth.workplace.settings, ScanOrder(address, ScanWish(InputSource.FEEDER, 75)))
    at_birth.intake.sources.scan(DECLARATION)
    pages, intake = at_birth.workplace.pages, at_birth.intake.intake
    qtbot.waitUntil(lambda: len(intake.pages) == 3 and not pages.busy(intake.holder))
    at_birth.activateWindow()
    qtbot.waitUntil(at_birth.isActiveWindow)
    return at_birth


def test_a_page_scanned_anew_takes_the_place_of_the_old_one_until_that_is_taken_back(
    qtbot: QtBot, scanned: MainWindow, device: NetworkScanner
) -> None:
    intake, panel = scanned.intake.intake, scanned.intake.pages
    before = [page.original for page in intake.pages_of(DECLARATION)]
    panel.thumbnails.select(intake.pages_of(DECLARATION)[1].id)
    device.sheets = 1
    QTest.keyClick(panel.thumbnails, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: "Đã quét lại trang 2" in says(scanned))
    now = intake.pages_of(DECLARATION)
    assert [page.original for page in (now[0], now[2])] == [before[0], before[2]] and len(now) == 3
    stored = scanned.workplace.desk.store.drafts.pages(intake.holder)
    assert [page.id for page in stored] == [page.id for page in now]
    QTest.keyClick(panel.thumbnails, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: [page.original for page in intake.pages_of(DECLARATION)] == before)


def page(number: int, component: str, facts: PageFacts | None = None, holder: str = "") -> SpooledPage:
    return SpooledPage(
        id=number, holder=holder, component=component, original=f"{number:064x}", media_type="image/png", dpi=300,
        source="", position=float(number), reading=facts,
    )  # fmt: skip


def test_after_a_cover_sheet_each_paper_counts_what_was_led_to_it(qtbot: QtBot, at_birth: MainWindow) -> None:
    """As a feeder gives them: all come to the chosen paper, then the cover sheet leads what follows it on."""
    intake, model = at_birth.intake.intake, at_birth.intake.papers.model
    holder, read, cover = intake.holder, PageFacts(False, "to-khai"), PageFacts(False, "separator")
    for number in (901, 902):
        intake.take_page(page(number, DECLARATION, holder=holder))
    assert intake.ticked(DECLARATION).originals == 1, "what was scanned was handed in"
    intake.take_page(page(901, DECLARATION, cover, holder))
    intake.take_page(page(901, NOTE, cover, holder))
    assert not intake.ticked(NOTE).here, "the cover sheet alone is no paper"
    intake.take_page(page(902, DECLARATION, read, holder))
    intake.take_page(page(902, NOTE, read, holder))
    assert intake.ticked(NOTE).originals == 1 and not intake.ticked(DECLARATION).here
    shown = [model.index(row, ChecklistColumn.PAGES).data() for row in range(2)]
    assert shown[0] == "–" and shown[1].startswith("1 trang")


def test_a_paper_ticked_by_hand_stays_ticked_when_its_pages_are_led_on(at_birth: MainWindow) -> None:
    intake = at_birth.intake.intake
    intake.tick_by_hand(DECLARATION, originals=2)
    intake.take_page(page(901, DECLARATION, holder=intake.holder))
    intake.take_page(page(901, NOTE, PageFacts(False, "to-khai"), intake.holder))
    assert intake.ticked(DECLARATION).originals == 2 and intake.ticked(NOTE).originals == 1


def test_a_page_of_which_hardly_a_word_was_read_is_not_ticked_green(at_birth: MainWindow) -> None:
    clear, unclear = PageFacts(False, "to-khai", 88.0), PageFacts(False, "unknown", 12.0)
    pages = [page(1, DECLARATION, clear), page(2, DECLARATION, unclear), page(3, DECLARATION, PageFacts(True, "", 0.0))]
    assert [thumb.state for thumb in thumbs(pages, lambda _: b"", "vi")] == ["read", "unreadable", "blank"]
    intake, model = at_birth.intake.intake, at_birth.intake.papers.model
    intake.take_page(page(902, DECLARATION, unclear, intake.holder))
    assert "1 mờ" in model.index(0, ChecklistColumn.PAGES).data()


def test_ten_procedures_used_of_late_have_a_key_each(window: MainWindow) -> None:
    desk, quick = window.workplace.desk, window.intake.papers.quick
    today = desk.now().date()
    listed = [desk.knowledge.catalogue.get(line.code, today) for line in desk.knowledge.catalogue.listed(today)][:12]
    quick.show_procedures([item for item in listed if item is not None], ())
    assert [not button.isHidden() for button in quick.buttons] == [True] * 10
    assert quick.buttons[9].toolTip().endswith("(Alt+0)")


def test_cover_sheets_begin_where_enter_prints_them(qtbot: QtBot, at_birth: MainWindow) -> None:
    """The focus stood on the button that makes the sheet smaller."""
    at_birth.intake.sources.open_covers()
    dialog = next(iter(at_birth.findChildren(CoverDialog)))
    qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.paper.preview.roll)
    qtbot.waitUntil(dialog.paper.preview.bar.print.isEnabled)
    with qtbot.waitSignal(dialog.paper.preview.print_requested):
        QTest.keyClick(dialog.paper.preview.roll, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("key", "dialog"),
    [(Qt.Key.Key_F5, ScanDialog), (Qt.Key.Key_F6, CameraDialog), (Qt.Key.Key_F7, CoverDialog)],
    ids=["scanner", "camera", "cover sheets"],
)
def test_scanner_camera_and_cover_sheets_open_by_a_key_each(
    qtbot: QtBot, at_birth: MainWindow, key: Qt.Key, dialog: type[QDialog]
) -> None:
    at_birth.activateWindow()
    qtbot.waitUntil(at_birth.isActiveWindow)
    QTest.keyClick(at_birth, key, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: any(shown.isVisible() for shown in at_birth.findChildren(dialog)))
    for shown in at_birth.findChildren(dialog):
        shown.close()
