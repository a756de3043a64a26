"""The law's rules of scanning at the intake: images = pages, a page with a note, papers that are only shown."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from counter_app.dossier.identity import read_card_qr
from counter_app.dossier.payloads.papers import ComponentDigitised
from scanning.sources.scanner import InputSource, ScanWish
from scanning.sources.watched_folder import WatchedFolder
from tests.scanning.sources.escl_server import NetworkScanner
from tests.ui.window.conftest import begun
from tests.ui.window.life import burst, complete
from ui.background.feed import FOLDER, ScanOrder
from ui.intake.checklist_model import ChecklistColumn
from ui.pages.scan_choice import remember
from ui.shell.main_window import MainWindow
from ui.widgets.rows_model import SECOND_LINE

CARD = "040190001234|187123456|Nguyễn Thị Hường|15041990|Nữ|Xóm 3, xã Nghi Lộc, tỉnh Nghệ An|10052021"
DECLARATION, IDENTITY = "to-khai", "giay-to-tuy-than"


def cell(window: MainWindow, key: str, column: ChecklistColumn) -> str:
    model = window.intake.papers.model
    return str(model.index(model.row_of(key), column).data())


def labels(window: MainWindow) -> list[tuple[str, str]]:
    model = window.intake.pages.model
    return [(str(one.label), one.mark) for row in range(model.rowCount()) if (one := model.index(row).data(_THUMB))]


_THUMB = int(Qt.ItemDataRole.UserRole) + 1


def add(qtbot: QtBot, window: MainWindow, *files: Path) -> None:
    """Pages of the declaration, all read and shown."""
    intake, before = window.intake.intake, len(window.intake.intake.pages_of(DECLARATION))
    window.intake.sources.add_files(DECLARATION, list(files))
    qtbot.waitUntil(lambda: len(intake.pages_of(DECLARATION)) == before + len(files))
    qtbot.waitUntil(lambda: all(page.reading for page in intake.pages_of(DECLARATION)))
    qtbot.waitUntil(lambda: not window.workplace.pages.busy(intake.draft.id))
    qtbot.waitUntil(lambda: len(labels(window)) == before + len(files))


def said(window: MainWindow) -> list[str]:
    return [message.sentence for message in window.messages.messages]


def receive(qtbot: QtBot, window: MainWindow) -> str:
    complete(window)
    with qtbot.waitSignal(window.intake.intake.received) as received:
        window.intake.receive()
    return str(received.args[0].code)


def test_pages_left_out_are_counted_on_the_row_and_in_the_dossier(
    qtbot: QtBot, at_birth: MainWindow, paper: Callable[[str], Path], tmp_path: Path
) -> None:
    window, store = at_birth, at_birth.workplace.desk.store
    Image.new("L", (1240, 1754), 255).save(tmp_path / "back.png", dpi=(150, 150))
    add(qtbot, window, paper("Dân tộc: Kinh"), tmp_path / "back.png")
    assert cell(window, DECLARATION, ChecklistColumn.PAGES) == "1 trang,\n1 bỏ qua"
    code = receive(qtbot, window)
    qtbot.waitUntil(lambda: store.dossier(code).components[0].document is not None)  # type: ignore[union-attr]
    window.show_dossier(code)
    papers = window.detail.papers.model
    qtbot.waitUntil(lambda: papers.rowCount() > 0)
    qtbot.waitUntil(lambda: "đã số hóa 1 trang · bỏ qua 1 trang" in str(papers.index(0, 0).data(SECOND_LINE)))
    timeline = window.detail.timeline
    lines = [str(timeline.index(row, 0).data()) for row in range(timeline.rowCount())]
    assert any("(1 trang, bỏ qua 1)" in line for line in lines), lines


def test_a_page_left_out_is_taken_back_with_one_click(qtbot: QtBot, at_birth: MainWindow, tmp_path: Path) -> None:
    window = at_birth
    Image.new("L", (1240, 1754), 255).save(tmp_path / "one.png", dpi=(150, 150))
    Image.new("L", (1240, 1754), 250).save(tmp_path / "two.png", dpi=(150, 150))
    add(qtbot, window, tmp_path / "one.png", tmp_path / "two.png")
    qtbot.waitUntil(lambda: len(window.intake.pages.decisions.undoable) == 1)
    qtbot.mouseClick(window.intake.pages.decisions.undoable[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: cell(window, DECLARATION, ChecklistColumn.PAGES) == "1 trang,\n1 bỏ qua")


@pytest.mark.skipif(shutil.which("scanimage") is None, reason="SANE is not installed")
def test_f7_scans_the_chosen_page_again_with_its_note(
    qtbot: QtBot, at_birth: MainWindow, paper: Callable[[str], Path]
) -> None:
    window, intake = at_birth, at_birth.intake.intake
    add(qtbot, window, paper("Dân tộc: Kinh"), paper("Quốc tịch: Việt Nam"))
    first, second = intake.pages_of(DECLARATION)
    window.intake.pages.thumbnails.select(first.id)
    remember(window.workplace.settings, ScanOrder("sane:test:0", ScanWish(InputSource.GLASS, 100, colour=False)))
    qtbot.keyClick(window, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: len(intake.pages_of(DECLARATION)) == 3)
    note = intake.pages_of(DECLARATION)[1]
    assert [page.id for page in intake.pages_of(DECLARATION)] == [first.id, note.id, second.id]
    wanted = [("Trang 1", "2 ảnh"), ("Trang 1", "có giấy kèm"), ("Trang 2", "")]
    qtbot.waitUntil(lambda: labels(window) == wanted)
    current = window.intake.pages.current
    assert current is not None and current.id == note.id, "what was just scanned is shown"
    qtbot.waitUntil(lambda: bool(intake.pages[note.id].reading))
    assert cell(window, DECLARATION, ChecklistColumn.PAGES) == "3"
    assert intake.tick is not None and intake.ticked(DECLARATION).originals == 1


def test_a_note_stays_with_its_page_over_a_restart_and_goes_with_it(
    qtbot: QtBot, desk_at_work, device: NetworkScanner, address: str, paper: Callable[[str], Path]
) -> None:  # type: ignore[no-untyped-def]
    window = begun(desk_at_work.open())
    add(qtbot, window, paper("Dân tộc: Kinh"), paper("Quốc tịch: Việt Nam"))
    first, _ = window.intake.intake.pages_of(DECLARATION)
    window.intake.pages.thumbnails.select(first.id)
    device.sheets = 1
    by_hand = ScanOrder(address, ScanWish(InputSource.BY_HAND, 75, colour=False))
    remember(window.workplace.settings, by_hand)
    window.intake.sources.scan_note()
    qtbot.waitUntil(lambda: len(window.intake.intake.pages_of(DECLARATION)) == 3)
    assert window.intake.feed.go_on.isHidden(), "one side is scanned; the stack is not turned"
    desk_at_work.close()

    again = desk_at_work.open()
    intake = again.intake.intake
    qtbot.waitUntil(lambda: len(labels(again)) == 3)
    assert [mark for _, mark in labels(again)] == ["2 ảnh", "có giấy kèm", ""]
    again.intake.pages.thumbnails.select(first.id)
    qtbot.keyClick(again.intake.pages.thumbnails, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(labels(again)) == 1)
    stored = again.workplace.desk.store.drafts.pages
    qtbot.waitUntil(lambda: len(stored(intake.draft.id)) == 1)


def test_pages_moved_to_another_procedure_keep_their_order_and_their_notes(
    qtbot: QtBot, at_birth: MainWindow, device: NetworkScanner, address: str, paper: Callable[[str], Path]
) -> None:
    window, intake = at_birth, at_birth.intake.intake
    add(qtbot, window, paper("Dân tộc: Kinh"), paper("Quốc tịch: Việt Nam"))
    first, second = intake.pages_of(DECLARATION)
    window.intake.pages.thumbnails.select(first.id)
    device.sheets = 1
    remember(window.workplace.settings, ScanOrder(address, ScanWish(InputSource.FEEDER, 75, colour=False)))
    window.intake.sources.scan_note()
    qtbot.waitUntil(lambda: len(intake.pages) == 3 and all(item.reading for item in intake.pages.values()))
    originals = [page.original for page in intake.pages_of(DECLARATION)]
    assert originals[0] == first.original and originals[2] == second.original
    building = window.workplace.desk.knowledge.catalogue.get("1.013225", window.workplace.desk.now().date())
    assert building is not None
    with qtbot.waitSignal(intake.pages_moved):
        intake.choose(building)
    moved = intake.pages_of(building.components[0].key)
    assert [page.original for page in moved] == originals
    assert [page.note_of for page in moved] == [0, moved[0].id, 0]
    assert window.workplace.desk.store.drafts.pages(intake.draft.id) == moved


def test_of_a_watched_folder_the_next_file_alone_is_the_page_with_its_note(
    qtbot: QtBot, at_birth: MainWindow, paper: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked, listed = threading.Event(), WatchedFolder._listed
    monkeypatch.setattr(WatchedFolder, "_listed", lambda watched: (listed(watched), looked.set())[0])
    window, intake = at_birth, at_birth.intake.intake
    add(qtbot, window, paper("Dân tộc: Kinh"))
    folder = tmp_path / "máy quét"
    folder.mkdir()
    remember(window.workplace.settings, ScanOrder(f"{FOLDER}{folder}", ScanWish()))
    window.intake.sources.scan_note()
    qtbot.waitUntil(looked.is_set)  # what comes from now on is new
    shutil.copy(paper("có giấy kèm"), folder / "0001.jpg")
    qtbot.waitUntil(lambda: len(intake.pages_of(DECLARATION)) == 2)
    qtbot.waitUntil(window.intake.feed.isHidden)
    base, note = intake.pages_of(DECLARATION)
    assert note.note_of == base.id
    assert [item.name for item in folder.iterdir()] == ["đã nhận"]


def test_f7_without_a_page_says_what_to_do(qtbot: QtBot, at_birth: MainWindow) -> None:
    qtbot.keyClick(at_birth, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: any("bấm F7" in sentence for sentence in said(at_birth)))


@pytest.mark.skipif(shutil.which("scanimage") is None, reason="SANE is not installed")
def test_f5_on_a_paper_only_shown_says_why_and_scans_when_it_is_asked_again(qtbot: QtBot, at_birth: MainWindow) -> None:
    window, intake, store = at_birth, at_birth.intake.intake, at_birth.workplace.desk.store
    remember(window.workplace.settings, ScanOrder("sane:test:0", ScanWish(InputSource.GLASS, 100, colour=False)))
    window.intake.papers.checklist.select(IDENTITY)
    qtbot.waitUntil(lambda: window.intake.pages.key == IDENTITY)
    assert not window.intake.pages.scan.isEnabled(), "it offers no scan"
    qtbot.keyClick(window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: any("chỉ xuất trình" in sentence for sentence in said(window)))
    assert not window.workplace.pages.feeding(intake.draft.id) and intake.pages == {}
    qtbot.keyClick(window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: bool(intake.pages_of(IDENTITY)))
    assert intake.ticked(IDENTITY).shown and not intake.ticked(IDENTITY).handed_in
    qtbot.waitUntil(lambda: not window.workplace.pages.busy(intake.draft.id))
    code = receive(qtbot, window)
    qtbot.waitUntil(lambda: store.dossier(code).components[0].document is not None)  # type: ignore[union-attr]
    entries = [entry.read() for entry in store.entries.of_dossier(code)]
    assert [item.shown for item in entries if isinstance(item, ComponentDigitised)] == [True]


def test_another_paper_in_between_and_it_is_asked_anew(qtbot: QtBot, at_birth: MainWindow) -> None:
    window = at_birth
    remember(window.workplace.settings, ScanOrder("sane:test:0", ScanWish(InputSource.GLASS, 100, colour=False)))
    for _ in range(2):
        window.intake.papers.checklist.select(IDENTITY)
        window.intake.sources.scan()
        assert not window.workplace.pages.busy(window.intake.intake.draft.id)
        window.intake.papers.checklist.select(DECLARATION)


def test_a_paper_only_shown_is_ticked_as_shown_and_is_not_missed_later(qtbot: QtBot, at_birth: MainWindow) -> None:
    window, intake, model = at_birth, at_birth.intake.intake, at_birth.intake.papers.model
    row = model.row_of(IDENTITY)
    for key in (DECLARATION, IDENTITY):
        box = model.index(model.row_of(key), ChecklistColumn.NAME)
        model.setData(box, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert intake.ticked(IDENTITY).shown and not intake.ticked(IDENTITY).handed_in
    assert model.index(row, ChecklistColumn.NAME).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert model.index(row, ChecklistColumn.ACTIONS).data() == "xuất trình"
    code = receive(qtbot, window)
    window.show_dossier(code)
    papers = window.detail.papers.model
    qtbot.waitUntil(lambda: papers.rowCount() > 1)
    assert str(papers.index(1, 0).data(SECOND_LINE)) == "chỉ xuất trình"


def test_the_buttons_of_a_row_scan_that_paper_and_add_files_to_it(qtbot: QtBot, at_birth: MainWindow) -> None:
    """They are drawn, not made: where they are seen they are pressed."""
    checklist, model = at_birth.intake.papers.checklist, at_birth.intake.papers.model
    asked: list[str] = []
    at_birth.resize(1366, 768)
    qtbot.waitUntil(lambda: not checklist.isColumnHidden(ChecklistColumn.ACTIONS))
    checklist.scan_wanted.disconnect()
    checklist.files_wanted.disconnect()
    checklist.scan_wanted.connect(lambda key: asked.append(f"scan {key}"))
    checklist.files_wanted.connect(lambda key: asked.append(f"files {key}"))
    for key in (DECLARATION, IDENTITY):
        cell = checklist.visualRect(model.index(model.row_of(key), ChecklistColumn.ACTIONS))
        for share in (1 / 4, 3 / 4):
            where = QPoint(cell.left() + round(share * cell.width()), cell.center().y())
            qtbot.mouseClick(checklist.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert asked == [f"scan {DECLARATION}", f"files {DECLARATION}"], "a paper that is only shown has none"


def test_what_is_said_of_a_paper_that_is_only_shown_goes_once_the_clerk_insists(
    qtbot: QtBot, at_birth: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources, workplace = at_birth.intake.sources, at_birth.workplace
    taken: list[str] = []
    workplace.messages.taken_back.connect(taken.append)
    told: list[tuple[str, str]] = []
    workplace.messages.informed.connect(lambda sentence, about, *_: told.append((sentence, about)))
    assert not sources._lets_scan(IDENTITY) and not taken
    assert sources._lets_scan(IDENTITY)
    assert [about for _, about in told] == taken and "chỉ xuất trình" in told[0][0]


def test_a_copy_that_was_handed_in_is_scanned_like_any_paper(at_birth: MainWindow) -> None:
    window, intake, model = at_birth, at_birth.intake.intake, at_birth.intake.papers.model
    row = model.row_of(IDENTITY)
    model.setData(model.index(row, ChecklistColumn.NAME), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    model.setData(model.index(row, ChecklistColumn.COPIES), 1)
    assert not intake.only_shown(IDENTITY) and not intake.ticked(IDENTITY).shown
    window.intake.papers.checklist.select(IDENTITY)
    assert window.intake.pages.scan.isEnabled()


def test_a_card_read_in_the_middle_leaves_the_chosen_paper_chosen_and_f5_scans_into_it(
    qtbot: QtBot, at_birth: MainWindow, device: NetworkScanner, address: str, paper: Callable[[str], Path]
) -> None:
    window, intake = at_birth, at_birth.intake.intake
    checklist, pages = window.intake.papers.checklist, window.intake.pages
    last = intake.component_keys[-1]
    checklist.select(last)
    window.intake.sources.add_files(last, [paper("Dân tộc: Kinh"), paper("Quốc tịch: Việt Nam")])
    qtbot.waitUntil(lambda: len(intake.pages_of(last)) == 2 and pages.model.rowCount() == 2)
    first = intake.pages_of(last)[0].id
    pages.thumbnails.select(first)
    burst(CARD)
    qtbot.waitUntil(lambda: window.intake.applicant.owner.number.text() == "040190001234")
    assert checklist.current_key() == pages.key == last
    assert pages.current is not None and pages.current.id == first, "and the page that was looked at stays"
    device.sheets = 1
    remember(window.workplace.settings, ScanOrder(address, ScanWish(InputSource.FEEDER, 75, colour=False)))
    qtbot.keyClick(window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: len(intake.pages) == 3)
    assert len(intake.pages_of(last)) == 3, "the scan went to the paper that was chosen"


def test_a_card_read_while_sheets_are_counted_leaves_the_count_open(qtbot: QtBot, at_birth: MainWindow) -> None:
    checklist = at_birth.intake.papers.checklist
    last = at_birth.intake.intake.component_keys[-1]
    row = checklist.model().index(at_birth.intake.papers.model.row_of(last), ChecklistColumn.COPIES)
    checklist.setCurrentIndex(row)
    checklist.edit(row)
    at_birth.intake.take_card(read_card_qr(CARD))
    assert at_birth.intake.applicant.owner.number.text() == "040190001234"
    assert checklist.currentIndex().row() == row.row()
    assert checklist.state() is QAbstractItemView.State.EditingState
