"""Every kind of applicant at the intake screen, by keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from counter_app.dossier.applicants import ApplicantKind, AuthorityKind, Party, Relation
from counter_app.dossier.identity import read_card_qr
from counter_app.dossier.model import Dossier
from counter_app.dossier.states import IdentityKind
from counter_app.procedures.completeness import as_asked, gaps
from tests.ui.window.conftest import CARD
from tests.ui.window.life import burst
from ui.shell.main_window import MainWindow

HIS_CARD = "040088004321|187123457|Trần Văn Mẫu|20031988|Nam|Xóm 5, xã Nghi Lộc, tỉnh Nghệ An|10052021"
MARRIAGE, BIRTH, LAND, BUSINESS = "1.000894", "1.001193", "1.012783", "1.001612"
Typing = Callable[[QWidget, str], None]


def choose(window: MainWindow, code: str) -> None:
    desk, intake = window.workplace.desk, window.intake.intake
    procedure = desk.knowledge.catalogue.get(code, desk.now().date())
    assert procedure is not None
    intake.choose(procedure)
    for rule in procedure.components:
        intake.tick(rule.key, **as_asked(rule).model_dump(exclude={"key"}))


def receive(qtbot: QtBot, window: MainWindow) -> Dossier:
    intake = window.intake.intake
    before = intake.draft.id
    with qtbot.waitSignal(intake.received) as received:
        window.intake.receive()
    qtbot.waitUntil(lambda: intake.ready and intake.draft.id != before)
    dossier = received.args[0]
    assert isinstance(dossier, Dossier)
    return dossier


def test_a_tax_code_typed_as_the_number_makes_the_form_an_organisations(
    qtbot: QtBot, window: MainWindow, type_text: Typing
) -> None:
    panel = window.intake.applicant
    type_text(panel.owner.number, "2999999916")
    assert window.intake.intake.draft.owner.kind is ApplicantKind.ENTERPRISE
    assert panel.owner.fields["born"].isHidden() and not panel.kind_fields.isHidden()
    type_text(panel.owner.name, "Công ty TNHH Sao Mẫu")
    choose(window, BUSINESS)
    fault = window.intake.bar.first_fault()
    assert fault is not None and fault.field == "owner.representative"
    window.intake.receive()
    assert panel.kind_fields.fields["representative"].error()
    type_text(panel.kind_fields.acting, "Lê Văn Giám")
    type_text(panel.kind_fields.position, "Giám đốc")
    type_text(panel.owner.address, "Số 9, phường Sao Mai")
    dossier = receive(qtbot, window)
    assert dossier.owner.identity_kind is IdentityKind.TAX_CODE and dossier.owner.representative
    assert dossier.owner.representative.position == "Giám đốc"
    assert window.intake.intake.draft.owner.kind is ApplicantKind.CITIZEN, "the next one is a citizen again"
    assert panel.kind_fields.isHidden() and not panel.owner.fields["born"].isHidden()


def test_a_citizens_number_that_begins_as_a_tax_code_is_a_citizens(
    qtbot: QtBot, window: MainWindow, type_text: Typing
) -> None:
    """Every eleventh is one: typed or read by a reader that types, it made the citizen an enterprise."""
    owner, intake = window.intake.applicant.owner, window.intake.intake
    type_text(owner.number, "0400850019")
    assert intake.draft.owner.kind is ApplicantKind.ENTERPRISE
    type_text(owner.number, "99")
    assert intake.draft.owner.kind is ApplicantKind.CITIZEN and owner.number.text() == "040085001999"
    window.show_intake()
    qtbot.waitUntil(lambda: intake.ready and intake.empty)
    burst("040085001999||Hồ Văn Lài|01021985|Nam|Xóm 4, xã Nghi Lộc, tỉnh Nghệ An|10052021")
    qtbot.waitUntil(lambda: intake.draft.owner.name == "Hồ Văn Lài")
    assert intake.draft.owner.kind is ApplicantKind.CITIZEN and intake.draft.owner.sex == "Nam"


def test_a_wrong_check_digit_is_told_as_a_tax_code(window: MainWindow, type_text: Typing) -> None:
    window.intake.applicant.kind.setCurrentIndex(window.intake.applicant.kind.findData(ApplicantKind.COOPERATIVE))
    window.intake.applicant.kind.activated.emit(0)
    type_text(window.intake.applicant.owner.number, "2999999917")
    panel = window.intake.applicant
    panel.owner.number.editingFinished.emit()
    assert panel.owner.fields["identity_number"].error().startswith("Mã số thuế")
    window.intake.receive()
    assert panel.owner.fields["name"].error() == "Thiếu tên tổ chức, hộ gia đình."
    faults = [fault.sentence for fault in window.intake.intake.missing() if fault.field == "owner.identity_number"]
    assert faults == ["The tax code must have 10 or 13 digits, the tenth being its check digit."]


def test_a_marriage_asks_for_both_sides_and_the_second_card_is_the_others(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, MARRIAGE)
    page = window.intake
    assert len(page.applicant.co_owners.forms) == 1
    page.take_card(read_card_qr(CARD))
    assert [fault.field for fault in page.intake.missing()] == ["co_owners.0.name"]
    page.take_card(read_card_qr(HIS_CARD))
    dossier = receive(qtbot, window)
    assert [(owner.name, owner.party) for owner in dossier.owners] == [
        ("Nguyễn Thị Hường", Party.FEMALE),
        ("Trần Văn Mẫu", Party.MALE),
    ]
    assert not page.applicant.co_owners.forms, "nothing of the two stays for the next"


def test_two_own_the_land_together(qtbot: QtBot, window: MainWindow, type_text: Typing) -> None:
    page = window.intake
    page.take_card(read_card_qr(CARD))
    choose(window, LAND)
    page.applicant.co_owners.add.click()
    page.take_card(read_card_qr(HIS_CARD))
    assert page.intake.draft.owner.name == "Nguyễn Thị Hường", "the card went where the cursor was"
    dossier = receive(qtbot, window)
    assert [co_owner.name for co_owner in dossier.co_owners] == ["Trần Văn Mẫu"]
    assert dossier.agencies.competent == "H41.97.02", "the land office's branch decides"


def test_alt_t_asks_for_another_owner_while_there_is_none_yet(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    owner, others = window.intake.applicant.owner, window.intake.applicant.co_owners
    qtbot.keyClick(owner.number, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: len(others.forms) == 1 and others.forms[0].number.hasFocus())


def test_a_heading_and_many_open_intakes_leave_the_fields_their_width(qtbot: QtBot, window: MainWindow) -> None:
    page = window.intake
    page.take_card(read_card_qr(HIS_CARD))
    page.begin()
    qtbot.waitUntil(lambda: page.intake.ready and bool(page.intake.others))
    page.take_card(read_card_qr(CARD))
    choose(window, MARRIAGE)
    panel = page.applicant
    assert "Bên nữ" in panel._title.text() and "1" in panel.drafts.text()
    qtbot.waitUntil(lambda: panel.widget().width() <= panel.viewport().width())


def test_an_address_that_many_communes_share_is_told_in_a_few_lines(window: MainWindow, type_text: Typing) -> None:
    """Twelve of the name “Thanh Bình” filled the column and pushed the fields off each other."""
    panel = window.intake.applicant
    panel.owner.address.setFocus()
    type_text(panel.owner.address, "Xóm 2, xã Thanh Bình")
    panel.owner.address.editingFinished.emit()
    field = panel.owner.fields["address"]
    assert "ghi thêm huyện cũ, tỉnh" in field.warning() and len(field.warning()) < 200


def test_no_line_of_a_warning_is_cut_in_a_column_made_narrow_by_its_scroll_bar(
    qtbot: QtBot, window: MainWindow
) -> None:
    panel = window.intake.applicant
    panel.co_owners.add.click()
    panel.owner.fields["address"].set_warning("một hai ba bốn năm sáu bảy tám chín mười " * 6)
    warning = panel.owner.fields["address"].findChild(QLabel, "fieldWarning")
    assert warning is not None
    qtbot.waitUntil(lambda: warning.height() >= warning.heightForWidth(warning.width()) > 60)
    assert panel.owner.fields["identity_number"].y() == 0, "and the form stands where it stood"


def test_room_that_is_left_in_the_column_is_at_its_foot(qtbot: QtBot, window: MainWindow) -> None:
    panel = window.intake.applicant
    window.resize(1366, 1200)
    content = panel.widget()
    fields = [panel.owner, panel.delivery.parentWidget(), panel.note.parentWidget()]
    qtbot.waitUntil(lambda: content.height() > 900)
    for field in fields:
        assert field is not None and field.height() <= field.sizeHint().height()


def test_the_side_is_named_beside_the_owner_of_an_intake_that_is_taken_up_again(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = window.intake
    page.take_card(read_card_qr(HIS_CARD))
    choose(window, MARRIAGE)
    page.begin()
    qtbot.waitUntil(lambda: page.intake.ready and bool(page.intake.others))
    assert page.applicant._title.text() == "Chủ hồ sơ"
    page.intake.take_up(page.intake.others[0].id)
    qtbot.waitUntil(lambda: page.applicant._title.text() == "Chủ hồ sơ · Bên nam")


def test_the_mother_files_for_her_child_who_has_no_number(qtbot: QtBot, window: MainWindow, type_text: Typing) -> None:
    page, panel = window.intake, window.intake.applicant
    panel.kind.setCurrentIndex(panel.kind.findData("without"))
    panel.kind.activated.emit(0)
    type_text(panel.owner.name, "Trần An")
    type_text(panel.owner.address, "Xóm 3, xã Nghi Lộc")
    panel.authorised.click()
    type_text(panel.submitter.name, "Nguyễn Thị Hường")
    panel.authority.relation.setCurrentIndex(panel.authority.relation.findData(Relation.MOTHER))
    panel.authority.relation.activated.emit(0)
    type_text(panel.authority.number, "12/2026")
    type_text(panel.authority.day, "02/03/2026")
    choose(window, BIRTH)
    dossier = receive(qtbot, window)
    assert dossier.owner.identity_kind is IdentityKind.WITHOUT
    assert dossier.relation is Relation.MOTHER and dossier.authority
    assert (dossier.authority.kind, dossier.authority.issued_on) == (
        AuthorityKind.BIRTH_CERTIFICATE,
        date(2026, 3, 2),
    )
    assert page.intake.draft.authority is None


def test_another_commune_decides_and_the_result_is_taken_there(
    qtbot: QtBot, window: MainWindow, type_text: Typing
) -> None:
    page = window.intake
    page.take_card(read_card_qr(CARD))
    choose(window, BIRTH)
    choice = page.applicant.agencies
    assert "UBND PHƯỜNG SAO MAI" in choice.told.text()
    choice.change.click()
    line = choice.decides.lineEdit()
    assert line is not None and line.selectedText() == "Theo thủ tục", "what is typed takes its place"
    choice.decides.setCurrentText("UBND XÃ SAO BĂNG (VÍ DỤ)")
    choice.decides.activated.emit(0)
    choice.returns.setCurrentText("UBND phường Vinh Hưng")
    choice.returns.activated.emit(0)
    dossier = receive(qtbot, window)
    assert (dossier.agencies.competent, dossier.agencies.competent_name) == ("H41.98", "UBND XÃ SAO BĂNG (VÍ DỤ)")
    assert dossier.agencies.decided_elsewhere
    assert dossier.agencies.returned_at == "UBND phường Vinh Hưng"
    assert page.intake.draft.decides is None


def test_who_files_with_authority_is_asked_for_the_power_of_attorney(window: MainWindow, type_text: Typing) -> None:
    page, panel = window.intake, window.intake.applicant
    page.take_card(read_card_qr(CARD))
    choose(window, BIRTH)
    panel.authorised.click()
    type_text(panel.submitter.name, "Lê Văn Ủy")
    procedure = page.intake.procedure
    assert procedure is not None
    assert [gap.field for gap in gaps(procedure, page.intake.draft)] == ["authority"]
    type_text(panel.authority.number, "15/UQ")
    assert not gaps(procedure, page.intake.draft)
    type_text(panel.authority.day, "31/02/2026")
    assert panel.authority.fields["authority"].error()


def test_who_wants_to_be_told_says_so(window: MainWindow) -> None:
    panel, intake = window.intake.applicant, window.intake.intake
    assert not panel.notices.isChecked(), "nobody is told who did not ask for it"
    panel.notices.click()
    assert intake.draft.notices


def test_a_co_owners_day_and_number_are_checked_where_they_are_typed_until_they_are_mended(
    qtbot: QtBot, window: MainWindow, type_text: Typing
) -> None:
    page = window.intake
    page.take_card(read_card_qr(CARD))
    choose(window, LAND)
    page.applicant.co_owners.add.click()
    (form,) = page.applicant.co_owners.forms
    type_text(form.born, "29/02/2025")
    assert form.fields["born"].error() == "Không có ngày này; hãy đối chiếu với thẻ."
    page.receive()
    assert form.fields["name"].error(), "whose name is missing"
    type_text(form.name, "Trần Văn Mẫu")
    assert form.fields["name"].error() == ""
    form.born.clear()
    type_text(form.born, "20031988")
    form.born.editingFinished.emit()
    assert (form.born.text(), form.fields["born"].error()) == ("20/03/1988", "")
    type_text(form.number, "040190001234")
    page.receive()
    assert "cùng" in form.fields["identity_number"].error() and not page.at_receipt, "that is the first owner's"
    form.number.clear()
    type_text(form.number, "040088004321")
    assert form.fields["identity_number"].error() == ""


def test_a_card_is_never_laid_over_another_co_owner(qtbot: QtBot, window: MainWindow, type_text: Typing) -> None:
    page, intake = window.intake, window.intake.intake
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.take_card(read_card_qr(CARD))
    choose(window, LAND)
    page.applicant.co_owners.add.click()
    page.take_card(read_card_qr(HIS_CARD))
    (form,) = page.applicant.co_owners.forms
    type_text(form.phone, "0912345678")
    before = intake.draft
    form.address.setFocus()
    page.take_card(read_card_qr("040200007777||Lê Thị Cúc|02032000|Nữ|Khối 2, phường Vinh Phú|11112021"))
    assert page.newcomer.isVisible() and intake.draft == before
    page.newcomer.leave.click()
    page.take_card(read_card_qr(CARD))
    assert intake.draft == before, "the first owner's card again is hers, wherever the cursor is"
    form.number.setFocus()
    form.number.selectAll()
    type_text(form.number, "040200007777")
    assert "040088004321" in form.fields["identity_number"].warning(), "whose name still stands there is asked"


def test_the_head_of_a_household_is_read_from_the_card(window: MainWindow, type_text: Typing) -> None:
    panel = window.intake.applicant
    panel.kind.setCurrentIndex(panel.kind.findData(ApplicantKind.HOUSEHOLD))
    panel.kind.activated.emit(0)
    window.take_card(HIS_CARD)
    assert window.intake.intake.whose.newcomer is None
    assert (panel.kind_fields.acting.text(), panel.kind_fields.number.text()) == ("Trần Văn Mẫu", "040088004321")
    choose(window, BUSINESS)
    type_text(panel.owner.address, "Xóm 5, xã Nghi Lộc, tỉnh Nghệ An")
    window.intake.receive()
    assert panel.owner.fields["name"].error()
    type_text(panel.owner.name, "Hộ ông Trần Văn Mẫu")
    assert not window.intake.intake.missing() and not window.intake.intake.gaps()


def test_what_an_organisation_lacked_is_no_error_once_it_is_typed(window: MainWindow, type_text: Typing) -> None:
    panel = window.intake.applicant
    type_text(panel.owner.number, "2999999916")
    type_text(panel.owner.name, "Công ty TNHH Sao Mẫu")
    choose(window, BUSINESS)
    window.intake.receive()
    assert panel.kind_fields.fields["representative"].error()
    type_text(panel.kind_fields.acting, "L")
    assert panel.kind_fields.fields["representative"].error() == ""


def test_who_files_their_own_dossier_is_no_other_person(window: MainWindow, type_text: Typing) -> None:
    page, panel = window.intake, window.intake.applicant
    page.take_card(read_card_qr(CARD))
    choose(window, BIRTH)
    panel.authorised.click()
    type_text(panel.submitter.number, "040190001234")
    type_text(panel.submitter.name, "Nguyễn Thị Hường")
    page.receive()
    assert "chính là chủ hồ sơ" in panel.submitter.fields["identity_number"].error() and not page.at_receipt


def test_the_day_of_a_paper_of_authority_that_is_none_is_not_lost_silently(
    window: MainWindow, type_text: Typing
) -> None:
    page, panel = window.intake, window.intake.applicant
    page.take_card(read_card_qr(CARD))
    choose(window, BIRTH)
    panel.authorised.click()
    type_text(panel.submitter.name, "Lê Văn Ủy")
    type_text(panel.authority.number, "15/UQ")
    type_text(panel.authority.day, "31/2/2026")
    page.receive()
    assert not page.at_receipt and not page.intake.receiving and panel.authority.fields["authority"].error()
    panel.authority.day.clear()
    type_text(panel.authority.day, "1/3/2026")
    panel.authority.day.editingFinished.emit()
    assert (panel.authority.day.text(), panel.authority.fields["authority"].error()) == ("01/03/2026", "")
    paper = page.intake.draft.authority
    assert paper is not None and paper.issued_on == date(2026, 3, 1)
