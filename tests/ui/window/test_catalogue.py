"""The catalogue in the real window: who sees it, what a change does at the intake, what a bad import does not do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from counter_app.dossier.roles import Clerk, Task
from counter_app.procedures.catalogue_texts import export_catalogue
from counter_app.procedures.spreadsheet import read_spreadsheet, write_spreadsheet
from tests.conftest import CLERK
from tests.procedures.test_portal_records import method, record
from tests.ui.window.conftest import DeskAtWork
from ui.catalogue.page import CataloguePage
from ui.shell.main_window import MainWindow

HOUSEHOLD = "1.001612"
TODAY = date(2026, 11, 25)
SOON = 10_000


@pytest.fixture
def page(desk_at_work: DeskAtWork, monkeypatch: pytest.MonkeyPatch) -> Iterator[CataloguePage]:
    """The room of an administrator, entered."""
    window = opened(desk_at_work, *Task)
    window.show_screen("catalogue")
    yield window.catalogue


def opened(desk_at_work: DeskAtWork, *tasks: Task) -> MainWindow:
    """The window of a clerk with these tasks."""
    desk_at_work.clerk = Clerk(CLERK.name, frozenset(tasks))
    return desk_at_work.open()


def open_version(page: CataloguePage, code: str) -> None:
    page.field.setText(code)
    page.table.setCurrentIndex(page.model.index(0, 0))
    assert page.editor.lines["code"].text() == code


def click(qtbot: QtBot, button: object) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[arg-type]


def set_fee(page: CataloguePage, amount: int) -> None:
    model = page.editor.tables["fees"].model
    column = [item.name for item in model.columns].index("amount")
    assert model.setData(model.index(0, column), amount)


def offered(window: MainWindow, code: str) -> str:
    """What the intake's list says of a procedure."""
    search = window.intake.papers.search
    found = search._find(code)
    return search.facts(found[0])


def test_a_clerk_without_the_role_has_no_such_room(desk_at_work: DeskAtWork, monkeypatch: pytest.MonkeyPatch) -> None:
    window = opened(desk_at_work, Task.RECEPTION, Task.PROCESSING, Task.CASHIER, Task.RETURNS)
    assert [button.text() for button in window.navigation.findChildren(QToolButton)][:3] == [
        "Hôm nay",
        "Tiếp nhận",
        "Hồ sơ",
    ]
    assert "Danh mục" not in {item.text() for item in window.navigation.findChildren(QToolButton) if item.isVisible()}
    window.show_screen("catalogue")
    assert window._shown == "today", "the room cannot be come by another way either"


def test_a_changed_fee_is_offered_at_the_intake_at_once(
    qtbot: QtBot, desk_at_work: DeskAtWork, page: CataloguePage
) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    assert "100.000 đ" in offered(window, HOUSEHOLD)
    open_version(page, HOUSEHOLD)
    assert not page.save.isEnabled()
    page.editor.setCurrentWidget(page.editor.tables["fees"])
    table = page.editor.tables["fees"].table
    table.edit(table.model().index(0, 2))
    cell = table.findChild(QLineEdit)
    assert cell is not None and cell.text() == "100000"
    cell.selectAll()
    qtbot.keyClicks(cell, "70000")  # and Save is pressed without leaving the cell first
    with qtbot.waitSignal(page._workplace.messages.succeeded, timeout=SOON):
        click(qtbot, page.save)
    assert "70.000 đ" in offered(window, HOUSEHOLD)
    assert not page.save.isEnabled() and not page.faults.isVisible()
    desk_at_work.close()
    assert "70.000 đ" in offered(desk_at_work.open(), HOUSEHOLD), "and after the program was started again"


def test_a_new_version_from_this_one_closes_the_old_one_the_day_before(qtbot: QtBot, page: CataloguePage) -> None:
    open_version(page, HOUSEHOLD)
    click(qtbot, page.new_version)
    page.editor.lines["valid_from"].setText("01/01/2027")
    page.editor.lines["version"].setText("2027-01")
    set_fee(page, 50_000)
    with qtbot.waitSignal(page._workplace.messages.succeeded, timeout=SOON):
        click(qtbot, page.save)
    catalogue = page._workplace.desk.knowledge.catalogue
    today, next_year = catalogue.get(HOUSEHOLD, TODAY), catalogue.get(HOUSEHOLD, date(2027, 1, 1))
    assert today and next_year and today.valid_until == date(2026, 12, 31)
    assert (next_year.version, next_year.fees[0].amount, next_year.valid_until) == ("2027-01", 50_000, None)


def test_what_is_wrong_in_a_version_is_listed_and_nothing_saved(qtbot: QtBot, page: CataloguePage) -> None:
    open_version(page, HOUSEHOLD)
    papers = page.editor.tables["components"].model
    papers.setData(papers.index(1, 1), "  ")
    page.editor.lines["valid_from"].setText("31/02/2026")
    page.save.setEnabled(True)
    click(qtbot, page.save)
    assert page.faults.isVisible()
    told = [page.faults.model.index(row, 0).data() for row in range(page.faults.model.rowCount())]
    assert sorted(told) == ["Hiệu lực từ", "Thành phần, dòng 2, Tên giấy tờ"]
    click(qtbot, page.undo)
    assert page.editor.lines["valid_from"].text() == "01/07/2025" and papers.index(1, 1).data().startswith("Căn cước")


def test_changes_are_not_lost_by_choosing_another_procedure(qtbot: QtBot, page: CataloguePage) -> None:
    page.table.setCurrentIndex(page.model.index(0, 0))
    code = page.editor.lines["code"].text()
    page.editor.lines["decision"].setFocus()
    page.editor.lines["decision"].textEdited.emit("QĐ 15/QĐ-UBND")
    page.editor.lines["decision"].setText("QĐ 15/QĐ-UBND")
    page.table.setCurrentIndex(page.model.index(3, 0))
    assert page.editor.lines["code"].text() == code
    assert page.editor.lines["decision"].text() == "QĐ 15/QĐ-UBND"


def test_after_a_new_procedure_that_was_discarded_the_line_it_began_on_opens_again(
    qtbot: QtBot, page: CataloguePage
) -> None:
    page.table.setCurrentIndex(page.model.index(3, 0))
    code = page.editor.lines["code"].text()
    click(qtbot, page.new_procedure)
    assert page.editor.lines["code"].text() == ""
    click(qtbot, page.undo)
    assert page.table.currentIndex().row() == 0 and page.editor.lines["code"].text() not in ("", code)
    page.table.setCurrentIndex(page.model.index(3, 0))
    assert page.editor.lines["code"].text() == code


def test_a_faulty_import_is_refused_listed_and_changes_nothing(
    qtbot: QtBot, page: CataloguePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = page._workplace.desk.knowledge.catalogue
    one = catalogue.get(HOUSEHOLD, TODAY)
    assert one
    overlapping = one.model_copy(update={"version": "2026-06", "valid_from": date(2026, 6, 1)})
    cheap = one.model_copy(update={"fees": ()})
    file = tmp_path / "thu-tuc.xlsx"
    write_spreadsheet([cheap, overlapping], file)
    monkeypatch.setattr("ui.catalogue.exchange_buttons.choose_file", lambda *asked: str(file))
    importing = page.exchange.findChildren(QPushButton)[0]
    importing.menu().actions()[0].trigger()
    qtbot.waitUntil(page.faults.isVisible, timeout=SOON)
    assert "Danh mục tốt gần nhất vẫn đang được dùng" in page.faults.title.text()
    assert page.faults.model.index(0, 0).data() == "thu-tuc.xlsx, Thủ tục, P2"
    assert "01/06/2026" in page.faults.model.index(0, 1).data()
    assert page._workplace.desk.knowledge.catalogue is catalogue

    write_spreadsheet([cheap], file)
    with qtbot.waitSignal(page._workplace.messages.succeeded, timeout=SOON):
        page.import_from(file)
    assert page.faults.title.text() == "Đã nhập: 1 thay đổi"
    assert "Phí lệ phí: − Lệ phí đăng ký hộ kinh doanh" in page.faults.model.index(0, 1).data()
    changed = page._workplace.desk.knowledge.catalogue.get(HOUSEHOLD, TODAY)
    assert changed and changed.fees == ()


def test_a_folder_of_toml_files_is_taken_over_and_only_what_differs_is_kept(
    qtbot: QtBot, page: CataloguePage, desk_at_work: DeskAtWork, tmp_path: Path
) -> None:
    knowledge = page._workplace.desk.knowledge
    one = knowledge.catalogue.get(HOUSEHOLD, TODAY)
    assert one
    changed = [
        version.model_copy(update={"decision": "QĐ 1/QĐ-UBND"}) if version == one else version
        for version in (*knowledge.catalogue.versions(HOUSEHOLD), *knowledge.catalogue.versions("1.001193"))
    ]
    export_catalogue(changed, tmp_path / "toml")
    with qtbot.waitSignal(page._workplace.messages.succeeded, timeout=SOON):
        page.import_from(tmp_path / "toml")
    assert [path.name for path in (desk_at_work.folder / "knowledge" / "procedures").iterdir()] == [f"{HOUSEHOLD}.toml"]


def test_records_of_the_portal_are_taken_over_with_a_list_of_what_changed(
    qtbot: QtBot, page: CataloguePage, tmp_path: Path
) -> None:
    known = record(method(4, "WORKING_DAY"), code="1.003583", updatedAt=1_795_000_000_000)
    new = record(method(1, "OTHER"), code="1.999001", name="Thủ tục mới của Cổng")
    file = tmp_path / "records.json"
    file.write_text(json.dumps([known, new, None], ensure_ascii=False), encoding="utf-8")
    for said in ("Đã nhập: 1 thêm mới, 1 thay đổi, 1 bị bỏ qua", "Đã nhập: 2 giữ nguyên, 1 bị bỏ qua"):
        with qtbot.waitSignal(page._workplace.messages.succeeded, timeout=SOON):
            page.import_from(file)
        assert page.faults.title.text() == said
    window = page.window()
    assert isinstance(window, MainWindow)
    assert "chưa có dữ liệu" in offered(window, "1.999001"), "not “không quy định”"


def test_the_catalogue_is_exported_whole(qtbot: QtBot, page: CataloguePage, tmp_path: Path) -> None:
    with qtbot.waitSignal(page._workplace.messages.succeeded, timeout=SOON):
        page.export_to(tmp_path / "thu-tuc.xlsx")
    assert read_spreadsheet(tmp_path / "thu-tuc.xlsx") == page._workplace.desk.knowledge.catalogue.all
    with qtbot.waitSignal(page._workplace.messages.failed, timeout=SOON):
        page.export_to(tmp_path / "not-there" / "thu-tuc.xlsx")


def test_faulty_files_of_the_office_are_told_when_the_administrator_comes(
    qtbot: QtBot, desk_at_work: DeskAtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = desk_at_work.folder / "knowledge" / "procedures"
    own.mkdir(parents=True)
    (own / "rieng.toml").write_text("[[procedure]]\ncode = 1\n", encoding="utf-8")
    window = opened(desk_at_work, *Task)
    window.show_screen("catalogue")
    assert window.catalogue.faults.isVisible()
    assert window.catalogue.faults.model.index(0, 0).data() == "knowledge/procedures/rieng.toml:2"
    assert "100.000 đ" in offered(window, HOUSEHOLD), "the desk works on"


def test_an_administrator_says_what_the_office_receives_and_favours(qtbot: QtBot, page: CataloguePage) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    open_version(page, HOUSEHOLD)
    assert page.offer.receive.isChecked() and not page.offer.favour.isChecked()
    page.offer.favour.click()
    offer = window.workplace.desk.knowledge
    qtbot.waitUntil(lambda: offer.offer.favourites == (HOUSEHOLD,) and page.isEnabled())
    assert page.offer.favour.isChecked()
    page.offer.receive.click()
    qtbot.waitUntil(lambda: offer.offer.without == (HOUSEHOLD,) and page.isEnabled())
    assert not page.offer.favour.isChecked() and not page.offer.favour.isEnabled()
    page.which.setCurrentIndex(page.which.findText("Nhận tại đây"))
    assert page.model.rowCount() == 0, "it is not among what is received"
    page.field.clear()
    assert 400 < page.model.rowCount() < 700
