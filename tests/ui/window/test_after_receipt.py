"""After a receipt, in the window: a mistake is corrected, a receipt cancelled, one declared lost, papers come later."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from counter_app.desk import casework, receiving
from counter_app.desk.dossier_view import DossierView, dossier_view
from counter_app.dossier import acts
from counter_app.dossier.applicants import ApplicantKind, Party, Relation, Representative
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.draft import ComponentTicked, Draft, PersonTyped
from counter_app.dossier.life import ResultNamed
from counter_app.dossier.model import result_key
from counter_app.dossier.states import IdentityKind, Status
from printing.handout import paper as paper_of
from printing.offers import offers_of
from tests.ui.window.conftest import BIRTH, CARD, DeskAtWork
from tests.ui.window.life import Clock, choose, confirm, facts, receive, says, show, told
from ui.detail.acts.after import AddedForm, CancelReceivingForm, LostForm, NoteForm, StopRequestForm, TakePageOutForm
from ui.detail.acts.correcting import CorrectForm
from ui.detail.acts.forms import ExtendForm
from ui.detail.acts.returning import ReturnForm
from ui.shell.main_window import MainWindow
from ui.widgets.typed_texts import put_texts, texts_of

OWNER = "Nguyễn Thị Hường"
THREE_DAYS = "1.004873"
SIGNER = "Lê Văn Mẫu, Phó Chủ tịch"


@pytest.fixture
def clock(desk_at_work: DeskAtWork) -> Clock:
    made = Clock(datetime(2026, 11, 25, 9, 0, tzinfo=VIETNAM))
    desk_at_work.now = made
    return made


@pytest.fixture
def window(clock: Clock, desk_at_work: DeskAtWork) -> MainWindow:
    return desk_at_work.open()


def shown(qtbot: QtBot, window: MainWindow, procedure: str = THREE_DAYS) -> str:
    """A dossier that was received and is on the screen."""
    desk = window.workplace.desk
    found = desk.knowledge.catalogue.get(procedure, desk.now().date())
    assert found is not None
    code = receive(window, OWNER, procedure, found.components[0].key)
    show(qtbot, window, code)
    return code


def test_a_name_typed_wrongly_is_corrected_and_the_receipt_printed_again_as_corrected(
    qtbot: QtBot, window: MainWindow, clock: Clock
) -> None:
    code = shown(qtbot, window)
    desk = window.workplace.desk
    desk.paper_given(code, "receipt", desk.store.files.put(paper_of(desk, [code], "receipt"), "application/pdf"))
    clock.turn(minutes=5)
    form = choose(window, acts.CORRECT)
    assert isinstance(form, CorrectForm)
    form.person["name"].setText("Nguyễn Thị Hương Giang")
    form.person["phone"].setText("0912000124")
    form.papers.rows[0].originals.setValue(2)
    form.reason.setText("Gõ sai khi tiếp nhận")
    form.signer.setText(SIGNER)
    dossier = confirm(qtbot, window, lambda item: bool(item.corrections))
    assert (dossier.owner.name, dossier.components[0].originals) == ("Nguyễn Thị Hương Giang", 2)
    assert "Nguyễn Thị Hường → Nguyễn Thị Hương Giang" in told(window)[0]
    assert "số điện thoại:" in told(window)[0] and SIGNER in told(window)[0]
    offer = offers_of(desk, code)[0]
    assert offer.form == "receipt" and not offer.given, "the corrected receipt waits to be printed"
    assert "Nguyễn Thị Hương Giang" in [label.text() for label in window.detail.findChildren(QLabel)]


def test_what_a_correction_lacks_is_said_at_its_field_and_nowhere_else(qtbot: QtBot, window: MainWindow) -> None:
    shown(qtbot, window)
    form = choose(window, acts.CORRECT)
    assert isinstance(form, CorrectForm)
    form.person["name"].setText("Nguyễn Thị Hương Giang")
    assert window.minimumSizeHint().height() <= 700, "the tallest form leaves the window on a screen of 768"
    qtbot.keyClick(window.detail.steps.panel, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(form.fields["reason"].error()))
    assert form.fields["reason"].error() == "Thiếu hoặc chưa đúng." and form.fields["reason"].editor.hasFocus()
    assert says(window) == "", "no message moves the page"
    form.reason.setText("Gõ sai khi tiếp nhận")
    qtbot.keyClick(form.fields["reason"].editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(form.fields["signer"].error()))
    assert form.fields["reason"].error() == ""


def married(window: MainWindow) -> str:
    desk = window.workplace.desk
    she = PersonTyped(name=OWNER, sex="Nữ", party=Party.FEMALE, address="Xóm 3, xã Nghi Lộc, tỉnh Nghệ An")
    he = PersonTyped(name="Trần Văn Mẫu", sex="Nam", party=Party.MALE, address="Khối 5, phường Sao Mai")
    papers = (ComponentTicked(key="to-khai", originals=1),)
    draft = Draft(id="draft-marriage", procedure="1.000894", owner=she, co_owners=(he,), components=papers)
    desk.keep_draft(draft)
    return receiving.receive(desk, draft.id).code


def test_the_other_party_is_corrected_with_a_fault_of_theirs_said_at_their_field(
    qtbot: QtBot, window: MainWindow
) -> None:
    show(qtbot, window, married(window))
    assert "Bên nam: Trần Văn Mẫu · Khối 5, phường Sao Mai" in facts(window)
    form = choose(window, acts.CORRECT)
    assert isinstance(form, CorrectForm) and not form.add.isVisible()
    assert [form.who.itemText(row) for row in range(form.who.count())] == ["Bên nữ", "Bên nam"]
    form.who.setCurrentIndex(1)
    form.who.activated.emit(1)
    assert form.person["name"].text() == "Trần Văn Mẫu" and not form.away.isVisible()
    form.person["name"].setText("Trần Văn Mậu")
    form.person["born"].setText("31/02/1995")
    form.who.setCurrentIndex(0)
    form.who.activated.emit(0)
    form.reason.setText("Gõ sai tên bên nam")
    form.signer.setText(SIGNER)
    qtbot.keyClick(window.detail.steps.panel, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(form.fields["born"].error()))
    assert form.person["name"].text() == "Trần Văn Mậu" and form.person["born"].hasFocus() and says(window) == ""
    form.person["born"].setText("28/02/1995")
    after = confirm(qtbot, window, lambda dossier: bool(dossier.corrections))
    assert [owner.name for owner in after.owners] == [OWNER, "Trần Văn Mậu"]


def test_a_forgotten_co_owner_is_added_by_a_correction(qtbot: QtBot, window: MainWindow) -> None:
    shown(qtbot, window)
    form = choose(window, acts.CORRECT)
    assert isinstance(form, CorrectForm)
    assert form.who.isVisible() and form.who.currentText() == "Chủ hồ sơ", "whose details they are, also of one alone"
    form.add.click()
    form.add.click()
    form.person["name"].setText("Đặng Văn Nhầm")
    form.away.click()
    form.who.setCurrentIndex(1)
    form.who.activated.emit(1)
    form.person["name"].setText("Đặng Văn Bảo")
    form.reason.setText("Quên ghi đồng chủ")
    form.signer.setText(SIGNER)
    after = confirm(qtbot, window, lambda dossier: bool(dossier.corrections))
    assert [owner.name for owner in after.owners] == [OWNER, "Đặng Văn Bảo"]


def test_the_procedure_cannot_be_chosen_any_more_once_work_has_begun(qtbot: QtBot, window: MainWindow) -> None:
    code = shown(qtbot, window)
    form = choose(window, acts.CORRECT)
    assert isinstance(form, CorrectForm) and form.procedure.isEnabled()
    window.detail.steps.panel.close_form()
    casework.hand_over(window.workplace.desk, code, "Tư pháp - Hộ tịch")
    window.detail.refresh()
    qtbot.waitUntil(lambda: len(told(window)) == 2)
    form = choose(window, acts.CORRECT)
    assert isinstance(form, CorrectForm) and not form.procedure.isEnabled()
    assert "không thể đính chính thủ tục" in window.detail.steps.panel.caution.text()


def test_a_receipt_made_by_mistake_is_cancelled_and_shown_as_such(qtbot: QtBot, window: MainWindow) -> None:
    code = shown(qtbot, window)
    form = choose(window, acts.CANCEL_RECEIVING)
    assert isinstance(form, CancelReceivingForm)
    assert code in window.detail.steps.panel.caution.text()
    form.reason.setText("Tiếp nhận trùng")
    form.signer.setText(SIGNER)
    confirm(qtbot, window, lambda item: item.status is Status.CANCELLED)
    assert "Đã hủy tiếp nhận" in [label.text() for label in window.detail.findChildren(QLabel)]
    assert "Tiếp nhận trùng" in told(window)[0]
    assert window.detail.steps.acts == [acts.WRITE_NOTE]


def test_the_next_day_a_cancellation_is_refused_with_its_reason(qtbot: QtBot, window: MainWindow, clock: Clock) -> None:
    shown(qtbot, window)
    clock.turn(days=1)
    form = choose(window, acts.CANCEL_RECEIVING)
    assert isinstance(form, CancelReceivingForm)
    form.reason.setText("Tiếp nhận trùng")
    form.signer.setText(SIGNER)
    window.detail.steps.panel.do()
    qtbot.waitUntil(lambda: "25/11/2026" in says(window))
    assert window.detail.steps.panel.form is form, "what was typed stays"


def test_a_lost_receipt_is_declared_and_the_return_knows_of_it(qtbot: QtBot, window: MainWindow) -> None:
    code = shown(qtbot, window)
    form = choose(window, acts.DECLARE_LOST)
    assert isinstance(form, LostForm)
    form.declared_by.setText("Đặng Văn Lạ")
    form.number.setText("040085000321")
    assert form.fields["declared_by"].warning(), "a stranger is noticed before confirming"
    form.declared_by.setText(OWNER)
    form.number.setText("040190001234")
    form.checked.setText(form.checked.phrases[0])
    confirm(qtbot, window, lambda item: bool(item.lost_receipts))
    assert "Căn cước bản chính" in facts(window)
    casework.take_results(window.workplace.desk, code, [ResultNamed(name="Giấy xác nhận")])
    window.detail.refresh()
    qtbot.waitUntil(lambda: acts.RETURN_RESULTS in window.detail.steps.acts)
    assert isinstance(choose(window, acts.RETURN_RESULTS), ReturnForm)
    assert "báo mất" in window.detail.steps.panel.caution.text()
    confirm(qtbot, window, lambda item: item.status is Status.RESULT_RETURNED)


def test_a_paper_that_comes_later_and_a_result_are_scanned_into_the_dossier(
    qtbot: QtBot, window: MainWindow, paper: Callable[[str], Path]
) -> None:
    code = shown(qtbot, window, BIRTH)
    desk, detail = window.workplace.desk, window.detail
    form = choose(window, acts.ADD_PAPERS)
    assert isinstance(form, AddedForm)
    form.name.setText("Văn bản ủy quyền")
    dossier = confirm(qtbot, window, lambda item: len(item.components) == 2)
    key = dossier.components[-1].key
    qtbot.waitUntil(lambda: detail.pages.papers.current_key() == key)
    assert detail.pages.panel.isVisible(), "the intake's panel, in the dossier"
    detail.pages.sources.add_files(key, [paper("Giấy ủy quyền")])
    qtbot.waitUntil(lambda: desk.dossier(code).components[-1].document is not None)
    assert "KHAI SINH" in desk.dossier(code).components[-1].pages[0].text

    casework.take_results(desk, code, [ResultNamed(name="Giấy khai sinh", number="12/2026")])
    detail.refresh()
    qtbot.waitUntil(lambda: result_key(0) in detail.pages.holder.papers)
    detail.pages.papers.select(result_key(0))
    detail.pages.sources.add_files(result_key(0), [paper("Giấy khai sinh")])
    qtbot.waitUntil(lambda: desk.dossier(code).results[0].file is not None)
    qtbot.waitUntil(lambda: "Đã quét kết quả" in told(window)[0])


def test_what_was_read_before_an_act_is_not_shown_over_what_was_read_after_it(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = shown(qtbot, window, BIRTH)
    desk, detail = window.workplace.desk, window.detail
    begun, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def held_up(*args: Any) -> DossierView:
        view = dossier_view(*args)
        if not view.dossier.results:  # the reading begun first ends last
            begun.set()
            go_on.wait(30)
            ended.set()
        return view

    monkeypatch.setattr("ui.detail.page.dossier_view", held_up)
    detail.refresh()
    qtbot.waitUntil(begun.is_set)
    casework.take_results(desk, code, [ResultNamed(name="Giấy khai sinh", number="12/2026")])
    detail.refresh()
    qtbot.waitUntil(lambda: acts.RETURN_RESULTS in detail.steps.acts)
    go_on.set()
    qtbot.waitUntil(ended.is_set)
    qtbot.wait(200)
    assert acts.RETURN_RESULTS in detail.steps.acts


def test_a_page_of_somebody_else_is_taken_out_of_a_finished_document_with_a_reason(
    qtbot: QtBot, window: MainWindow, paper: Callable[[str], Path]
) -> None:
    code = shown(qtbot, window, BIRTH)
    desk, detail = window.workplace.desk, window.detail
    detail._tabs.setCurrentWidget(detail._pages_room)
    qtbot.waitUntil(lambda: detail.pages.papers.current_key() == "to-khai")
    detail.pages.sources.add_files("to-khai", [paper("Dân tộc: Kinh"), paper("Hồ sơ của ông Đặng Văn Bảo")])
    qtbot.waitUntil(lambda: len(desk.dossier(code).components[0].pages) == 2)
    first = desk.dossier(code).components[0].document
    holder, panel = detail.pages.holder, detail.steps.panel
    qtbot.waitUntil(lambda: [bool(page.document) for page in holder.pages_of("to-khai")] == [True, True])
    wrong = holder.pages_of("to-khai")[1]
    detail.pages.panel.thumbnails.select(wrong.id)
    qtbot.keyClick(detail.pages.panel.thumbnails, Qt.Key.Key_Delete)
    form = panel.form
    assert isinstance(form, TakePageOutForm) and "Trang 2 của “Tờ khai" in form.page.text()
    assert "Rút trang quét nhầm" not in [action.text() for action in detail.steps.menu.actions()]
    qtbot.keyClick(panel, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(form.fields["reason"].error()))
    form.reason.setText("Trang của hồ sơ khác.")
    confirm(qtbot, window, lambda item: len(item.components[0].pages) == 1)
    qtbot.waitUntil(lambda: desk.dossier(code).components[0].document is not None)
    component = desk.dossier(code).components[0]
    assert component.document != first and "Kinh" in component.pages[0].text
    qtbot.waitUntil(lambda: len(holder.pages_of("to-khai")) == 1)
    qtbot.waitUntil(lambda: any("Rút trang 2 của Tờ khai" in line for line in told(window)))


def test_what_was_typed_into_a_form_is_there_again_after_esc_until_the_act_is_done(
    qtbot: QtBot, window: MainWindow
) -> None:
    code = shown(qtbot, window)
    put_texts(choose(window, acts.WRITE_NOTE).fields, {"text": "Gọi lại sau 15 giờ"})
    window.detail.leave()
    assert window.detail.steps.panel.form is None and window.detail.isVisible()
    other = receive(window, "Đặng Văn Bảo", BIRTH, "to-khai", number="040085001236")
    show(qtbot, window, other)
    assert texts_of(choose(window, acts.WRITE_NOTE).fields) == {"text": ""}, "of another person it is not"
    show(qtbot, window, code)
    assert texts_of(choose(window, acts.WRITE_NOTE).fields) == {"text": "Gọi lại sau 15 giờ"}
    assert not window.close() and "Hồ sơ" in window.messages.messages[0].sentence, "said before it is lost"
    confirm(qtbot, window, lambda item: bool(item.notes))
    assert texts_of(choose(window, acts.WRITE_NOTE).fields) == {"text": ""}


def test_a_note_and_a_stop_at_request_are_written_where_the_clerk_stands(qtbot: QtBot, window: MainWindow) -> None:
    shown(qtbot, window)
    form = choose(window, acts.WRITE_NOTE)
    assert isinstance(form, NoteForm)
    form.text.setPlainText("Gọi lại sau 15 giờ")
    confirm(qtbot, window, lambda item: bool(item.notes))
    assert "Gọi lại sau 15 giờ" in facts(window)
    stop = choose(window, acts.STOP_AT_REQUEST)
    assert isinstance(stop, StopRequestForm)
    stop.request.setText("Đơn ngày 25/11/2026")
    dossier = confirm(qtbot, window, lambda item: item.status is Status.STOPPED)
    assert dossier.stop_request and acts.RESUME not in window.detail.steps.acts
    qtbot.waitUntil(lambda: bool(window.detail.prints.current))
    assert window.detail.prints.current and window.detail.prints.current.form == "stop_notice"


def test_a_second_extension_and_a_sunday_are_refused_before_they_are_confirmed(
    qtbot: QtBot, window: MainWindow
) -> None:
    code = shown(qtbot, window)
    form = choose(window, acts.EXTEND)
    assert isinstance(form, ExtendForm)
    form.due.setText("29/11/2026 09:00")
    assert "không làm việc" in window.detail.steps.panel.caution.text()
    window.detail.steps.panel.close_form()
    due = datetime(2026, 12, 4, 16, 0, tzinfo=VIETNAM)
    casework.extend(window.workplace.desk, code, due, "Chờ xác minh", SIGNER)
    window.detail.refresh()
    qtbot.waitUntil(lambda: len(told(window)) == 2)
    choose(window, acts.EXTEND)
    assert "đã gia hạn 1 lần" in window.detail.steps.panel.caution.text()


def test_a_forgotten_submitter_and_a_paper_nobody_ticked_are_put_on_the_receipt(
    qtbot: QtBot, window: MainWindow
) -> None:
    code = shown(qtbot, window, BIRTH)
    form = choose(window, acts.CORRECT)
    assert isinstance(form, CorrectForm) and form.authority.isHidden()
    form.files.click()
    form.person["name"].setText("Trần Văn Mẫu")
    form.person["identity_number"].setText("040088004321")
    form.authority.relation.setCurrentIndex(form.authority.relation.findData(Relation.SPOUSE))
    form.authority.relation.activated.emit(0)
    form.authority.number.setText("12/2015")
    form.authority.day.setText("31/2/2015")
    (forgotten,) = (row for row in form.papers.rows if row.paper.key == "giay-chung-sinh")
    forgotten.originals.setValue(1)
    form.reason.setText("Quên nhập khi tiếp nhận")
    form.signer.setText(SIGNER)
    qtbot.keyClick(window.detail.steps.panel, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(form.fields["authority"].error()))
    assert window.minimumSizeHint().height() <= 700, "with the paper of authority, too"
    form.authority.day.setText("3/2/2015")
    dossier = confirm(qtbot, window, lambda item: bool(item.corrections))
    assert dossier.submitter is not None and dossier.submitter.name == "Trần Văn Mẫu"
    assert (dossier.relation, dossier.authority and dossier.authority.number) == (Relation.SPOUSE, "12/2015")
    assert [item.key for item in dossier.components] == ["to-khai", "giay-chung-sinh"]
    assert "12/2015" in told(window)[0] and "Trần Văn Mẫu" in told(window)[0]

    form = choose(window, acts.CORRECT)
    assert isinstance(form, CorrectForm) and form.files.isHidden()
    form.who.setCurrentIndex(form.who.findData("submitter"))
    form.who.activated.emit(0)
    form.away.click()
    form.reason.setText("Chủ hồ sơ tự nộp")
    form.signer.setText(SIGNER)
    dossier = confirm(qtbot, window, lambda item: item.submitter is None)
    assert dossier.authority is None and window.workplace.desk.dossier(code).submitter is None


def test_who_represents_an_organisation_is_corrected(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.workplace.desk
    acting = Representative(name="Lê Văn Giám", position="Giám đốc", identity_number="040088004321")
    company = PersonTyped(
        name="Công ty TNHH Sao Mẫu",
        kind="enterprise",
        identity_kind="tax_code",
        identity_number="2999999916",
        representative=acting,
    )
    papers = (ComponentTicked(key="giay-de-nghi", originals=1),)
    draft = Draft(id="draft-company", procedure="1.001612", owner=company, components=papers)
    desk.keep_draft(draft)
    show(qtbot, window, receiving.receive(desk, draft.id).code)
    form = choose(window, acts.CORRECT)
    assert isinstance(form, CorrectForm)
    assert form.fields["born"].isHidden() and form.acting.text() == "Lê Văn Giám"
    form.acting.clear()
    form.reason.setText("Gõ sai khi tiếp nhận")
    form.signer.setText(SIGNER)
    qtbot.keyClick(window.detail.steps.panel, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(form.fields["representative"].error()))
    form.acting.setText("Lê Văn Giảm")
    assert form.fields["representative"].error() == "", "mended"
    dossier = confirm(qtbot, window, lambda item: bool(item.corrections))
    assert dossier.owner.representative is not None and dossier.owner.representative.name == "Lê Văn Giảm"
    assert "Lê Văn Giám → Lê Văn Giảm" in told(window)[0]


def test_who_was_received_as_a_citizen_and_is_a_company_is_corrected_into_one(qtbot: QtBot, window: MainWindow) -> None:
    shown(qtbot, window)
    form = choose(window, acts.CORRECT)
    assert isinstance(form, CorrectForm)
    form.kind.setCurrentIndex(form.kind.findData(ApplicantKind.ENTERPRISE))
    form.kind.activated.emit(form.kind.currentIndex())
    assert form.fields["born"].isHidden() and not form.fields["representative"].isHidden()
    form.person["name"].setText("Công ty TNHH Sao Mẫu")
    form.person["identity_number"].setText("2999999916")
    form.acting.setText("Lê Văn Giám")
    form.reason.setText("Nhầm người ký đơn với công ty")
    form.signer.setText(SIGNER)
    owner = confirm(qtbot, window, lambda item: bool(item.corrections)).owner
    assert (owner.kind, owner.identity_kind) == (ApplicantKind.ENTERPRISE, IdentityKind.TAX_CODE)
    assert not owner.born and owner.representative is not None and owner.representative.name == "Lê Văn Giám"


def test_the_card_of_somebody_else_in_a_correction_leaves_no_telephone_of_the_one_before(
    qtbot: QtBot, window: MainWindow
) -> None:
    shown(qtbot, window)
    form = choose(window, acts.CORRECT)
    assert isinstance(form, CorrectForm)
    form.person["phone"].setText("0912345678")
    window.take_card(CARD)
    assert form.person["phone"].text() == "0912345678", "her own card"
    form.person["born"].setText("29/02/2025")
    assert form.fields["born"].error() == "Không có ngày này; hãy đối chiếu với thẻ."
    window.take_card("001088004321||Trần Văn Bình|20121988|Nam|Số 5, phường Ba Đình, thành phố Hà Nội|01022022")
    assert (form.person["name"].text(), form.person["phone"].text()) == ("Trần Văn Bình", "")
    assert form.fields["born"].error() == ""
