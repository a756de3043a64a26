"""Many dossiers of one submitter in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.dossier.applicants import Authority
from counter_app.dossier.model import Dossier
from counter_app.dossier.states import Payment
from tests.ui.window.conftest import CARD
from tests.ui.window.life import bring_papers
from tests.ui.window.test_intake_money import BIRTH, HOUSEHOLD, choose, named, press, type_here
from ui.palettes import PALETTES
from ui.shell.main_window import MainWindow
from ui.theme import apply_theme

SHEET = "\n".join(
    (
        "STT\tHọ và tên\tSố CCCD\tNgày sinh\tGiới tính\tNơi cư trú\tĐiện thoại",
        "1\tNguyễn Thị Mẫu\t040190001235\t15/4/1990\tNữ\tXóm 1\t0912000124",
        "2\tLê Văn Mẫu\t040085001236\t02/01/1985\tNam\tXóm 2\t0912000125",
        "3\tHồ Thị Mẫu\t040187001237\t1987\tNữ\tXóm 3\t0912000126",
    )
)


@pytest.fixture
def listing(window: MainWindow) -> MainWindow:
    """The submitter is filled in, and the owners are to be listed."""
    named(window)
    choose(window, HOUSEHOLD)
    bring_papers(window)
    window.intake.intake.change(authority=Authority(number="01/UQ"))
    window.intake.papers.batch.click()
    assert window.intake.at_batch
    return window


def paste(window: MainWindow, text: str) -> None:
    QApplication.clipboard().setText(text)
    window.intake.batch.paste.click()


def receive(qtbot: QtBot, window: MainWindow) -> list[Dossier]:
    with qtbot.waitSignal(window.intake.intake.batch_received) as received:
        qtbot.keyClick(window, Qt.Key.Key_F9)
    return list(received.args[0])


def test_owners_pasted_from_a_spreadsheet_are_received_together(qtbot: QtBot, listing: MainWindow) -> None:
    batch = listing.intake.batch
    assert "Nguyễn Thị Hường" in batch.shared.text() and "hộ kinh doanh" in batch.shared.text()
    paste(listing, SHEET)
    assert batch.money.text() == "Phải nộp: 3 × 100.000 đ = 300.000 đ"
    assert batch.button.text() == "Tiếp nhận 3 hồ sơ (F9)"
    assert not batch.missing.isVisible()
    dossiers = receive(qtbot, listing)
    assert [dossier.owner.born for dossier in dossiers] == ["15/04/1990", "02/01/1985", "1987"]
    assert {dossier.submitter.name if dossier.submitter else "" for dossier in dossiers} == {"Nguyễn Thị Hường"}
    shown = listing.intake.batch_done
    assert shown.isVisible() and shown.banner.title.text() == "Đã tiếp nhận 3 hồ sơ"
    assert [shown.model.index(row, 0).data() for row in range(3)] == [dossier.code for dossier in dossiers]
    assert shown.model.index(0, 3).data() == "30/11/2026 09:00"

    with qtbot.waitSignal(shown.banner.money.taken):
        qtbot.keyClick(listing, Qt.Key.Key_F8)
    assert "số 0000001–0000003" in shown.banner.money.text.text()
    assert shown.banner.next.hasFocus()
    assert {listing.workplace.desk.dossier(dossier.code).payment for dossier in dossiers} == {Payment.PAID}
    assert shown.model.index(0, 4).data() == "0 đ"

    shown.banner.open.click()
    assert listing.lookup.isVisible()
    qtbot.waitUntil(lambda: listing.lookup.model.rowCount() == 3)
    qtbot.keyClick(listing, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: listing.intake.at_form and listing.intake.intake.ready)
    assert listing.intake.intake.draft.owners == ()


def test_owners_are_typed_row_by_row_and_what_they_lack_is_received_with_a_reason(
    qtbot: QtBot, listing: MainWindow
) -> None:
    type_here(qtbot, "Nguyen Van Mau")
    press(qtbot, Qt.Key.Key_Tab)
    type_here(qtbot, "040090001234")
    press(qtbot, Qt.Key.Key_Tab)
    type_here(qtbot, "5/3/1990")
    press(qtbot, Qt.Key.Key_Return)
    type_here(qtbot, "Le Thi Mau")
    qtbot.keyClick(listing, Qt.Key.Key_F9)  # what stands in the open cell is taken along
    despite = listing.intake.batch.despite
    assert despite.hasFocus() and despite.isVisible()
    type_here(qtbot, "Bo sung dia chi trong ngay")
    with qtbot.waitSignal(listing.intake.intake.batch_received) as received:
        press(qtbot, Qt.Key.Key_Return)
    desk = listing.workplace.desk
    payload = desk.store.entries.of_dossier(received.args[0][1].code)[0].read()
    assert payload.incomplete.reason == "Bo sung dia chi trong ngay"
    assert payload.incomplete.lacking[:2] == ("Số định danh cá nhân của chủ hồ sơ", "Địa chỉ của chủ hồ sơ")
    assert [(arg.owner.name, arg.owner.born) for arg in received.args[0]] == [
        ("Nguyen Van Mau", "05/03/1990"),
        ("Le Thi Mau", ""),
    ]


def test_a_wrong_cell_is_named_marked_and_gone_to(qtbot: QtBot, listing: MainWindow) -> None:
    batch = listing.intake.batch
    paste(listing, SHEET.replace("040085001236", "12345"))
    assert batch.missing.text() == "Dòng 2: Số định danh phải có 12 chữ số, số CMND có 9 chữ số."
    assert batch.model.index(1, 1).data(Qt.ItemDataRole.BackgroundRole) is not None
    assert batch.model.index(0, 1).data(Qt.ItemDataRole.BackgroundRole) is None
    qtbot.keyClick(listing, Qt.Key.Key_F9)
    cell = batch.table.currentIndex()
    assert (cell.row(), cell.column()) == (1, 1)
    assert listing.workplace.desk.store.entries.last() is None
    type_here(qtbot, "040085001236")
    press(qtbot, Qt.Key.Key_Return)
    assert not batch.missing.isVisible()


def test_what_the_dossiers_share_is_asked_for_on_the_form(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, BIRTH)
    window.intake.open_batch()
    paste(window, SHEET)
    assert window.intake.batch.missing.text() == "Thiếu họ tên."
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert window.intake.at_form and window.intake.applicant.owner.name.hasFocus()


def test_a_card_adds_its_owner_once(listing: MainWindow) -> None:
    for _ in range(2):
        listing.take_card(CARD)
    assert [row.name for row in listing.intake.batch.model.rows] == ["Nguyễn Thị Hường"]
    assert listing.intake.intake.draft.owner.identity_number == "", "the submitter stays as filled in"


def test_the_owner_of_a_second_person_is_the_first_of_the_list(window: MainWindow) -> None:
    named(window)
    choose(window, HOUSEHOLD)
    window.intake.intake.type_person("submitter", name="Hồ Thị Trường")
    window.intake.open_batch()
    assert [row.name for row in window.intake.batch.model.rows] == ["Nguyễn Thị Hường"]
    window.intake.leave_batch()
    assert window.intake.intake.draft.owners == (), "nobody listed anybody"


def test_owners_stay_listed_and_are_not_forgotten_by_receiving_one(qtbot: QtBot, listing: MainWindow) -> None:
    paste(listing, SHEET)
    qtbot.keyClick(listing.intake.batch.back, Qt.Key.Key_Space)
    assert listing.intake.at_form
    assert listing.intake.papers.batch.text() == "Nhiều hồ sơ (3)…"
    qtbot.keyClick(listing, Qt.Key.Key_F9)
    assert listing.intake.at_batch and len(listing.intake.batch.model.rows) == 3


def test_owners_survive_a_power_cut(qtbot: QtBot, desk_at_work) -> None:  # type: ignore[no-untyped-def]
    window = desk_at_work.open()
    named(window)
    choose(window, HOUSEHOLD)
    window.intake.open_batch()
    paste(window, SHEET)
    drafts, draft_id = window.workplace.desk.store.drafts, window.intake.intake.draft.id
    qtbot.waitUntil(lambda: (kept := drafts.get(draft_id)) is not None and len(kept.owners) == 3)
    desk_at_work.pull_the_plug()
    again = desk_at_work.open()
    qtbot.waitUntil(lambda: again.intake.intake.draft.id == draft_id)
    again.intake.open_batch()
    assert [row.name for row in again.intake.batch.model.rows] == ["Nguyễn Thị Mẫu", "Lê Văn Mẫu", "Hồ Thị Mẫu"]


def test_a_block_pasted_into_an_open_cell_fills_the_cells_from_there(qtbot: QtBot, listing: MainWindow) -> None:
    paste(listing, SHEET)
    listing.intake.batch.table.go_to(1, 5)
    QApplication.clipboard().setText("0912000901\tlớp 12A\n0912000902\tlớp 12B\n")
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    rows = listing.intake.batch.model.rows
    assert [(row.phone, row.note) for row in rows] == [
        ("0912000124", ""),
        ("0912000901", "lớp 12A"),
        ("0912000902", "lớp 12B"),
    ]


def test_escape_goes_back_and_what_is_typed_stays(qtbot: QtBot, listing: MainWindow) -> None:
    type_here(qtbot, "Nguyen Van Mau")
    press(qtbot, Qt.Key.Key_Return)
    table = listing.intake.batch.table
    table.finish()
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert listing.intake.at_form
    assert [owner.name for owner in listing.intake.intake.draft.owners] == ["Nguyen Van Mau"]


def test_who_of_the_list_has_an_open_dossier_is_told_before_all_are_received(qtbot: QtBot, listing: MainWindow) -> None:
    batch, intake = listing.intake.batch, listing.intake.intake
    paste(listing, SHEET)
    (first, *_) = receive(qtbot, listing)
    qtbot.keyClick(listing, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: listing.intake.at_form and intake.ready and intake.empty)
    named(listing)
    choose(listing, HOUSEHOLD)
    bring_papers(listing)
    intake.change(authority=Authority(number="01/UQ"))
    listing.intake.papers.batch.click()
    paste(listing, "\n".join(SHEET.splitlines()[:2]))
    with qtbot.waitSignal(intake.batch_known):
        qtbot.keyClick(listing, Qt.Key.Key_F9)
    assert batch.known.isVisible() and first.code in batch.known.text() and "Nguyễn Thị Mẫu" in batch.known.text()
    assert not listing.intake.at_receipt
    assert len(receive(qtbot, listing)) == 1, "the clerk has seen it"


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_cells_to_type_into_have_edges_in_every_theme(
    qtbot: QtBot, qapp: QApplication, listing: MainWindow, theme: str
) -> None:
    """In high contrast the empty rows were one black plane."""
    table = listing.intake.batch.table
    try:
        apply_theme(qapp, theme)
        qtbot.waitUntil(table.isVisible)
        picture, below = table.viewport().grab().toImage(), table.visualRect(table.model().index(0, 3))
        lines = {
            picture.pixelColor(below.center().x(), y).name() for y in range(below.bottom() - 2, below.bottom() + 4)
        }
        assert PALETTES[theme].edge in lines
    finally:
        apply_theme(qapp, "light")
