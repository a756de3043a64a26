"""A clerk receives a birth registration, in the real window with the real store, worker processes and Tesseract."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from counter_app.dossier.identity import read_card_qr
from counter_app.dossier.states import IdentityKind, Status
from counter_app.procedures.working_time import WorkCalendar
from tests.ui.window.life import burst, complete, text_of
from ui.intake.checklist_model import ChecklistColumn
from ui.shell.main_window import MainWindow
from ui.theme import RED

BIRTH = "1.001193"
CARD = "040190001234|187123456|Nguyễn Thị Hường|15041990|Nữ|Xóm 3, xã Nghi Lộc, tỉnh Nghệ An|10052021"
Typing = Callable[[QWidget, str], None]


def choose_birth(qtbot: QtBot, window: MainWindow) -> str:
    """Types into the procedure search and takes the first finding; the first component's key."""
    search = window.intake.papers.search
    search.field.setFocus()
    search.field.clear()
    qtbot.keyClicks(search.field, BIRTH)
    qtbot.keyClick(search.field, Qt.Key.Key_Return)
    procedure = window.intake.intake.procedure
    assert procedure is not None and procedure.code == BIRTH
    return procedure.components[0].key


def test_one_full_intake(
    qtbot: QtBot, window: MainWindow, type_text: Typing, desk_at_work, paper: Callable[[str], Path]
) -> None:  # type: ignore[no-untyped-def]
    intake, page = window.intake.intake, window.intake
    type_text(page.applicant.owner.number, "040190001234")
    type_text(page.applicant.owner.name, "Nguyễn Thị Hường")
    key = choose_birth(qtbot, window)
    assert "25/11/2026" in page.bar.due.text(), "a same-day procedure received at nine is due the same day"

    page.sources.add_files(key, [paper("Quê quán: xã Quỳnh Lưu")])
    qtbot.waitUntil(lambda: any(item.reading for item in intake.pages.values()))
    qtbot.waitUntil(lambda: "Quỳnh" in page.pages.text.toPlainText())
    assert intake.ticked(key).originals == 1, "a scanned paper was handed in"
    assert page.papers.model.index(0, ChecklistColumn.PAGES).data() == "1"

    complete(window)
    with qtbot.waitSignal(page.intake.received) as received:
        page.receive()
    code = received.args[0].code
    assert code == "H41.99-261125-0001"
    assert page.at_receipt

    with qtbot.waitSignal(window.workplace.printing.printed):
        page.print_paper()
    (printed,) = desk_at_work.printers[0].tray
    text = text_of(printed.pdf)
    assert "Nguyễn Thị Hường" in text and code in text

    store = window.workplace.desk.store
    qtbot.waitUntil(lambda: store.dossier(code).components[0].document is not None)
    assert [paper.form for paper in store.dossier(code).papers] == ["receipt"]
    qtbot.keyClick(window, Qt.Key.Key_F2)
    assert not page.at_receipt and page.applicant.owner.name.text() == ""


def test_the_card_fills_the_form_wherever_the_cursor_is(qtbot: QtBot, window: MainWindow) -> None:
    window.intake.applicant.note.setFocus()
    burst(CARD)
    form = window.intake.applicant.owner
    qtbot.waitUntil(lambda: form.name.text() == "Nguyễn Thị Hường")
    assert form.number.text() == "040190001234"
    assert form.born.text() == "15/04/1990"
    assert form.sex.currentText() == "Nữ"
    assert window.intake.intake.draft.owner.identity_kind is IdentityKind.CITIZEN
    assert window.intake.applicant.note.toPlainText() == "", "the burst does not land in the field with the cursor"


def test_a_card_that_comes_through_the_search_is_not_searched_for_key_by_key(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    search, looked = window.intake.papers.search, []
    monkeypatch.setattr(search, "_find", lambda typed: looked.append(typed) or [])
    search.field.setFocus()
    burst(CARD)
    assert window.intake.applicant.owner.name.text() == "Nguyễn Thị Hường" and search.field.text() == ""
    assert len(looked) <= 13, "of ninety keys those before the first bar"


def test_a_card_that_was_read_after_all_takes_the_complaint_back(qtbot: QtBot, window: MainWindow) -> None:
    window.take_card(CARD.replace("15041990", "31021990"))
    assert len(window.messages.messages) == 1
    window.take_card(CARD)
    assert window.messages.messages == []


def test_a_number_that_does_not_fit_the_card_is_warned_of_and_kept(window: MainWindow) -> None:
    window.intake.take_card(read_card_qr(CARD.replace("15041990", "15041991")))
    warning = window.intake.applicant.owner.fields["identity_number"].findChild(QLabel, "fieldWarning")
    assert warning is not None and warning.text() and not warning.isHidden()
    assert window.intake.intake.draft.owner.identity_number == "040190001234"


def test_what_is_missing_is_said_and_focused(qtbot: QtBot, window: MainWindow, type_text: Typing) -> None:
    page = window.intake
    page.receive()
    assert page.applicant.owner.name.hasFocus() or window.focusWidget() is page.applicant.owner.name
    type_text(page.applicant.owner.name, "Đặng Văn Khoẻ")
    page.receive()
    assert window.focusWidget() is page.papers.search.field
    choose_birth(qtbot, window)
    page.receive()
    assert window.focusWidget() is page.papers.checklist
    assert not page.at_receipt


def test_what_nobody_touched_yet_is_no_error(qtbot: QtBot, window: MainWindow, type_text: Typing) -> None:
    """“Thiếu họ tên” stood there in red before the clerk had typed a letter."""
    page = window.intake
    assert page.bar.missing.text() == "" and not page.bar.missing.isVisible()
    page.intake.type_person("owner", address="Xóm 3, xã Nghi Lộc")
    assert "thiếu" in page.bar.missing.text().lower() and str(RED) not in page.bar.missing.styleSheet(), (
        "what comes next"
    )
    page.receive()
    assert str(RED) in page.bar.missing.styleSheet() and page.applicant.owner.fields["name"].error()
    page.begin()
    qtbot.waitUntil(lambda: page.intake.ready)
    assert page.bar.missing.text() == "", "the next intake begins without errors"


def test_ticking_a_paper_makes_the_dossier_complete(qtbot: QtBot, window: MainWindow, type_text: Typing) -> None:
    page = window.intake
    type_text(page.applicant.owner.name, "Đặng Văn Khoẻ")
    choose_birth(qtbot, window)
    box = page.papers.model.index(0, ChecklistColumn.NAME)
    page.papers.model.setData(box, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert page.intake.missing() == []
    complete(window)
    with qtbot.waitSignal(page.intake.received) as received:
        qtbot.keyClick(window, Qt.Key.Key_F9)
    assert received.args[0].status is Status.ACCEPTED
    assert received.args[0].components[0].originals == 1


def test_a_broken_file_is_told_and_the_good_one_is_kept(
    qtbot: QtBot, window: MainWindow, paper: Callable[[str], Path], tmp_path: Path
) -> None:
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"no picture at all")
    key = choose_birth(qtbot, window)
    window.intake.sources.add_files(key, [bad, paper("Dân tộc: Kinh")])
    qtbot.waitUntil(lambda: len(window.intake.intake.pages) == 1)
    qtbot.waitUntil(lambda: bool(window.messages.messages))


def test_changing_the_procedure_keeps_scanned_pages(
    qtbot: QtBot, window: MainWindow, paper: Callable[[str], Path]
) -> None:
    key = choose_birth(qtbot, window)
    window.intake.sources.add_files(key, [paper("Dân tộc: Kinh")])
    qtbot.waitUntil(lambda: any(page.reading for page in window.intake.intake.pages.values()))
    desk = window.workplace.desk
    other = next(item for item in desk.knowledge.catalogue.find("giấy phép xây dựng", desk.now().date()))
    window.intake.intake.choose(other)
    qtbot.waitUntil(lambda: len(window.intake.intake.pages_of(other.components[0].key)) == 1)


def test_two_keys_complete_an_address_and_an_old_one_says_what_it_is_today(
    qtbot: QtBot, window: MainWindow, type_text: Typing
) -> None:
    owner, intake = window.intake.applicant.owner, window.intake.intake
    owner.address.setFocus()
    type_text(owner.address, "Xóm 3, cl")
    offered = owner.places.found
    assert offered.item(0).text() == "phường Cửa Lò, tỉnh Nghệ An"
    qtbot.keyClick(owner.places.popup(), Qt.Key.Key_Down)
    qtbot.keyClick(owner.places.popup(), Qt.Key.Key_Return)
    assert owner.address.text() == "Xóm 3, phường Cửa Lò, tỉnh Nghệ An"
    assert intake.draft.owner.address == "Xóm 3, phường Cửa Lò, tỉnh Nghệ An"

    owner.address.clear()
    type_text(owner.address, "Xóm 3, Nghi Phú, Vinh, Nghệ An")
    owner.address.editingFinished.emit()
    assert owner.fields["address"].warning() == "Nay là: phường Vinh Phú, tỉnh Nghệ An"
    owner.address.clear()
    type_text(owner.address, "Đồng Văn, Nghệ An")
    owner.address.editingFinished.emit()
    assert owner.fields["address"].warning().count("xã Đồng Văn") == 3
    assert intake.draft.owner.address == "Đồng Văn, Nghệ An", "what is written stays"


def test_a_promise_over_days_that_are_not_announced_says_that_it_may_move(
    qtbot: QtBot, window: MainWindow, desk_at_work
) -> None:  # type: ignore[no-untyped-def]
    bar, desk = window.intake.bar, window.workplace.desk
    choose_birth(qtbot, window)
    assert "thông báo nghỉ lễ" not in bar.terms.text()
    calendar = desk.knowledge.calendar
    today = desk.now().date()
    desk.knowledge.calendar = WorkCalendar([today.year], [], [], unannounced=[today])
    try:
        bar.refresh()
        assert f"chưa có thông báo nghỉ lễ từ ngày {today:%d/%m/%Y}" in bar.terms.text()
    finally:
        desk.knowledge.calendar = calendar


def test_where_the_catalogue_has_no_term_the_clerk_names_the_day(
    qtbot: QtBot, window: MainWindow, type_text: Typing, desk_at_work
) -> None:  # type: ignore[no-untyped-def]
    page, intake = window.intake, window.intake.intake
    today = window.workplace.desk.now().date()
    listed = window.workplace.desk.knowledge.catalogue.listed(today)
    unknown = next(
        one
        for line in listed
        if "commune" in line.levels and (one := window.workplace.desk.knowledge.catalogue.get(line.code, today))
        if one.term.unit == "unknown"
    )
    type_text(page.applicant.owner.number, "040190001234")
    type_text(page.applicant.owner.name, "Nguyễn Thị Hường")
    assert not page.bar.day.isVisible()
    intake.choose(unknown)
    intake.tick(unknown.components[0].key, originals=1)
    complete(window)
    assert page.bar.day.isVisible() and "chưa có dữ liệu" in page.bar.due.text()
    page.receive()
    assert page.bar.missing.text().startswith("Danh mục chưa có dữ liệu về thời hạn")
    type_text(page.bar.day, "28/11/2026")
    assert "ngày nghỉ" in page.bar.missing.text(), "a Saturday"
    page.bar.day.clear()
    type_text(page.bar.day, "04/12/2026")
    assert "04/12/2026" in page.bar.due.text() and not page.bar.missing.text()
    with qtbot.waitSignal(intake.received) as received:
        page.receive()
    dossier = received.args[0]
    assert f"{dossier.due_at:%H:%M %d/%m/%Y}" == "17:00 04/12/2026" and dossier.term.unit == "unknown"
    with qtbot.waitSignal(window.workplace.printing.printed):
        page.print_paper()
    text = " ".join(text_of(desk_at_work.printers[0].tray[0].pdf).split())
    assert "Chưa có dữ liệu; trả kết quả theo ngày hẹn dưới đây" in text and "Không quy định" not in text
    page.begin()
    assert not page.bar.day.isVisible() and page.bar.day.text() == ""


def test_a_code_of_the_programs_own_is_shown_to_no_clerk(window: MainWindow) -> None:
    """“9.000001” stood in the line of facts like a code of the nation."""
    catalogue, today = window.workplace.desk.knowledge.catalogue, window.workplace.desk.now().date()
    for code, shown in (("9.000001", False), (BIRTH, True)):
        procedure = catalogue.get(code, today)
        assert procedure is not None
        window.intake.intake.choose(procedure)
        assert (code in window.intake.papers.facts.text()) is shown


def test_a_procedure_with_several_terms_asks_which_case_it_is(qtbot: QtBot, window: MainWindow) -> None:
    intake, bar = window.intake.intake, window.intake.bar
    building = window.workplace.desk.knowledge.catalogue.get("1.013225", window.workplace.desk.now().date())
    assert building is not None
    intake.choose(building)
    assert bar.case.isVisibleTo(bar) and bar.due.text() == "Hẹn trả: hãy chọn trường hợp"
    assert "hãy chọn trường hợp" in bar.terms.text() and "không thu" not in bar.terms.text()
    assert "thu theo trường hợp" in window.intake.papers.facts.text()
    works = bar.case.findData("Công trình")
    bar.case.setCurrentIndex(works)
    bar.case.activated.emit(works)
    assert "chưa có dữ liệu, hãy hỏi trước khi nhận" in bar.terms.text(), "what works cost is the province's to say"
    house = bar.case.findData("Nhà ở riêng lẻ")
    bar.case.setCurrentIndex(house)
    bar.case.activated.emit(house)
    assert intake.draft.case == "Nhà ở riêng lẻ" and "75.000" in bar.terms.text()
    assert "04/12/2026" in bar.due.text() and "7 ngày làm việc" in bar.terms.text()
    choose_birth(qtbot, window)
    assert intake.draft.case == "" and not bar.case.isVisibleTo(bar)
    marriage = window.workplace.desk.knowledge.catalogue.get("1.000894", window.workplace.desk.now().date())
    assert marriage is not None
    intake.choose(marriage)
    assert bar.case.isVisibleTo(bar) and bar.case.currentText() == "Trường hợp thông thường"
    assert "25/11/2026" in bar.due.text(), "nothing has to be chosen where the usual term holds"
    bar.case.setCurrentIndex(1)
    bar.case.activated.emit(1)
    assert "02/12/2026" in bar.due.text() and "Phải xác minh" in bar.case.currentText()
