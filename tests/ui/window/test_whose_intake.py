"""Somebody else's card comes while A's dossier is being received: nobody is ever mixed up with another."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counter_app.dossier.draft import Draft, PersonTyped
from counter_app.dossier.identity import read_card_qr
from counter_app.dossier.states import DeliveryMethod, GuidanceKind, IdentityKind
from counter_app.dossier.whose import by_card
from tests.ui.window.life import burst, says
from ui.shell.main_window import MainWindow

A = "040190001234|187123456|Nguyễn Thị Hường|15041990|Nữ|Xóm 3, xã Nghi Lộc, tỉnh Nghệ An|10052021"
B = "001088004321||Trần Văn Bình|20121988|Nam|Số 5, phường Ba Đình, thành phố Hà Nội|01022022"
C = "040200007777||Lê Thị Cúc|02032000|Nữ|Khối 2, phường Vinh Phú, tỉnh Nghệ An|11112021"
ALL_OF_A = PersonTyped(
    **by_card(read_card_qr(A)).model_dump(exclude={"phone", "email"}), phone="0912345678", email="huong@example.vn"
)
ONLY_B = by_card(read_card_qr(B))
Typing = Callable[[QWidget, str], None]


@pytest.fixture
def with_a(qtbot: QtBot, at_birth: MainWindow, type_text: Typing) -> MainWindow:
    """A's card was read, her telephone and e-mail typed, her papers ticked, a note written."""
    at_birth.activateWindow()
    qtbot.waitUntil(at_birth.isActiveWindow)
    intake = at_birth.intake.intake
    intake.type_person("owner", name="")
    burst(A)
    applicant = at_birth.intake.applicant
    type_text(applicant.owner.phone, "0912345678")
    type_text(applicant.owner.email, "huong@example.vn")
    type_text(applicant.note, "Bà Hường gọi lại chiều nay")
    for rule in intake.rules:
        if rule.required:
            intake.tick(rule.key, originals=1)
    applicant.delivery.setCurrentIndex(applicant.delivery.findData(DeliveryMethod.POST))
    applicant.delivery.activated.emit(applicant.delivery.currentIndex())
    assert intake.draft.owner == ALL_OF_A
    return at_birth


def fields_of(window: MainWindow, who: str = "owner") -> dict[str, str]:
    """What stands in the fields of a person on the screen."""
    form = window.intake.applicant.owner if who == "owner" else window.intake.applicant.submitter
    return {name: str(value) for name, value in form.as_typed().model_dump().items() if name != "identity_kind"}


def shown(person: PersonTyped) -> dict[str, str]:
    return {name: str(value) for name, value in person.model_dump().items() if name != "identity_kind"}


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, modifier)


def test_a_second_card_asks_in_place_and_lands_nowhere(qtbot: QtBot, with_a: MainWindow) -> None:
    page, draft = with_a.intake, with_a.intake.intake.draft
    burst(B)
    assert page.newcomer.isVisible() and "Trần Văn Bình" in page.newcomer.question.text()
    assert "Nguyễn Thị Hường" in page.newcomer.question.text() and page.newcomer.begin.hasFocus()
    assert [choice.text().rpartition("(")[2] for choice in page.newcomer.choices[:3]] == ["Alt+1)", "Alt+2)", "Alt+3)"]
    assert page.intake.draft == draft and fields_of(with_a) == shown(ALL_OF_A)
    press(qtbot, Qt.Key.Key_F9)
    assert not page.at_receipt and page.newcomer.isVisible(), "nothing is received while it is open whose it is"
    press(qtbot, Qt.Key.Key_Escape)
    assert not page.newcomer.isVisible() and page.intake.draft == draft


def test_enter_begins_a_dossier_of_bs_own_and_as_is_kept(qtbot: QtBot, with_a: MainWindow) -> None:
    intake, a = with_a.intake.intake, with_a.intake.intake.draft
    burst(B)
    press(qtbot, Qt.Key.Key_Return)
    assert intake.draft.owner == ONLY_B and fields_of(with_a) == shown(ONLY_B)
    qtbot.waitUntil(lambda: intake.ready)
    assert intake.draft == Draft(id=intake.draft.id, owner=ONLY_B) and intake.draft.id != a.id
    assert fields_of(with_a) == shown(ONLY_B) and intake.procedure is None
    assert with_a.intake.applicant.note.toPlainText() == ""
    drafts = with_a.workplace.desk.store.drafts
    qtbot.waitUntil(lambda: (kept := drafts.get(intake.draft.id)) is not None and kept.owner == ONLY_B)
    assert drafts.get(a.id) == a
    assert [other.id for other in intake.others] == [a.id]
    intake.take_up(intake.others[0].id)
    qtbot.waitUntil(lambda: intake.draft.id == a.id)
    assert fields_of(with_a) == shown(ALL_OF_A), "and nothing of B came to A"


def test_b_files_for_a(qtbot: QtBot, with_a: MainWindow) -> None:
    intake = with_a.intake.intake
    burst(B)
    press(qtbot, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert (intake.draft.owner, intake.draft.submitter) == (ALL_OF_A, ONLY_B)
    assert with_a.intake.applicant.authorised.isChecked() and with_a.intake.applicant.submitter.isVisible()
    assert fields_of(with_a, "submitter") == shown(ONLY_B) and fields_of(with_a) == shown(ALL_OF_A)
    burst(B)
    assert intake.whose.newcomer is None, "the same card again is no question"
    burst(A)
    assert intake.whose.newcomer is None and intake.draft.owner == ALL_OF_A, "what the card does not say stays hers"
    burst(C)
    assert intake.whose.newcomer is not None, "a third person is"
    press(qtbot, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert intake.draft.submitter == by_card(read_card_qr(C)) and intake.draft.owner == ALL_OF_A


def test_b_who_files_for_a_by_a_wrong_key_is_taken_back_and_asked_about_again(qtbot: QtBot, with_a: MainWindow) -> None:
    intake = with_a.intake.intake
    before = intake.draft
    burst(B)
    press(qtbot, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert "Trần Văn Bình nộp thay chủ hồ sơ" in says(with_a)
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert intake.draft == before and not with_a.intake.applicant.submitter.isVisible()
    assert fields_of(with_a) == shown(ALL_OF_A)
    assert intake.whose.newcomer is not None and with_a.intake.newcomer.isVisible(), "what are they here for?"
    press(qtbot, Qt.Key.Key_Escape)
    assert intake.draft == before and intake.whose.newcomer is None


def test_b_takes_as_place_and_nothing_of_a_stays(qtbot: QtBot, with_a: MainWindow) -> None:
    intake, a = with_a.intake.intake, with_a.intake.intake.draft
    intake.change(submitter=by_card(read_card_qr(C)))
    burst(B)
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_Return)
    wanted = Draft(id=a.id, procedure=a.procedure, components=a.components, owner=ONLY_B)
    assert intake.draft == wanted, "the matter stays: procedure and papers"
    assert fields_of(with_a) == shown(ONLY_B)
    assert fields_of(with_a, "submitter") == shown(PersonTyped())
    assert not with_a.intake.applicant.authorised.isChecked()
    assert with_a.intake.applicant.note.toPlainText() == ""
    assert with_a.intake.applicant.delivery.currentData() == DeliveryMethod.COUNTER
    with qtbot.waitSignal(intake.received) as received:
        with_a.intake.receive()
    owner = received.args[0].owner
    assert (owner.name, owner.phone, owner.email, owner.sex) == ("Trần Văn Bình", "", "", "Nam")
    assert owner.commune != "" and owner.address.endswith("Hà Nội")


@pytest.mark.parametrize("field", ["name", "born", "address", "phone", "email", "note", "search", "day"])
def test_a_card_that_lands_in_any_field_as_text_is_taken_for_what_it_is(
    qtbot: QtBot, with_a: MainWindow, type_text: Typing, field: str
) -> None:
    page = with_a.intake
    owner = page.applicant.owner
    page.bar.day.show()
    places = {"note": page.applicant.note, "search": page.papers.search.field, "day": page.bar.day}
    target = places.get(field) or getattr(owner, field)
    target.setFocus()
    target.insertPlainText(B) if field == "note" else target.insert(B)
    qtbot.waitUntil(lambda: page.newcomer.isVisible())
    assert page.intake.draft.owner == ALL_OF_A and fields_of(with_a) == shown(ALL_OF_A)
    assert page.intake.draft.note == "Bà Hường gọi lại chiều nay"


def test_a_pasted_card_of_b_asks_too(qtbot: QtBot, with_a: MainWindow, qapp: QApplication) -> None:
    qapp.clipboard().setText(B)
    with_a.intake.applicant.owner.phone.setFocus()
    press(qtbot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert with_a.intake.newcomer.isVisible() and fields_of(with_a) == shown(ALL_OF_A)


def test_bs_number_typed_over_as_asks_and_may_be_a_slip_of_the_fingers(
    qtbot: QtBot, with_a: MainWindow, type_text: Typing
) -> None:
    page, intake = with_a.intake, with_a.intake.intake
    number = page.applicant.owner.number
    number.setFocus()
    number.selectAll()
    type_text(number, ONLY_B.identity_number)
    assert intake.draft.owner == ALL_OF_A, "it is nobody's yet"
    press(qtbot, Qt.Key.Key_F9)
    assert page.newcomer.isVisible() and not page.at_receipt
    press(qtbot, Qt.Key.Key_Escape)
    assert fields_of(with_a) == shown(ALL_OF_A)

    number.setFocus()
    number.selectAll()
    type_text(number, "040190001235")
    page.papers.search.setFocus()
    assert page.newcomer.isVisible() and page.newcomer.mend.isVisible()
    press(qtbot, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert intake.draft.owner == ALL_OF_A.model_copy(update={"identity_number": "040190001235"})


def test_a_number_deleted_first_and_another_typed_later_is_still_somebody_elses(
    qtbot: QtBot, with_a: MainWindow, type_text: Typing
) -> None:
    page = with_a.intake
    number = page.applicant.owner.number
    for typed in ("", ONLY_B.identity_number):
        number.setFocus()
        number.selectAll()
        press(qtbot, Qt.Key.Key_Delete)
        type_text(number, typed)
        page.applicant.owner.phone.setFocus()
    assert page.newcomer.isVisible()
    press(qtbot, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    wanted = PersonTyped(identity_kind=IdentityKind.CITIZEN, identity_number=ONLY_B.identity_number)
    assert page.intake.draft.owner == wanted and fields_of(with_a) == shown(wanted)


def test_the_first_person_is_nobody_else(qtbot: QtBot, window: MainWindow, type_text: Typing) -> None:
    owner, intake = window.intake.applicant.owner, window.intake.intake
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    owner.number.setFocus()
    type_text(owner.number, "040190001")
    window.intake.applicant.note.setFocus()
    owner.number.setFocus()
    type_text(owner.number, "234")
    assert intake.draft.owner.identity_number == "040190001234" and intake.whose.newcomer is None
    owner.number.selectAll()
    type_text(owner.number, ONLY_B.identity_number)
    assert intake.draft.owner.identity_number == ONLY_B.identity_number, "nothing else is here that would be mixed up"
    type_text(owner.name, "Trần Văn Bình")
    burst(B)
    assert intake.draft.owner == ONLY_B and intake.whose.newcomer is None


def test_a_card_right_after_receiving_is_the_next_dossiers(qtbot: QtBot, with_a: MainWindow) -> None:
    intake, a = with_a.intake.intake, with_a.intake.intake.draft
    intake.received.connect(lambda _: with_a.take_card(B))
    with qtbot.waitSignal(intake.received) as received:
        with_a.intake.receive()
    assert received.args[0].owner.name == "Nguyễn Thị Hường"
    qtbot.waitUntil(lambda: intake.ready)
    assert intake.draft == Draft(id=intake.draft.id, owner=ONLY_B) and fields_of(with_a) == shown(ONLY_B)
    drafts = with_a.workplace.desk.store.drafts
    qtbot.waitUntil(lambda: (kept := drafts.get(intake.draft.id)) is not None and kept.owner == ONLY_B)
    assert drafts.get(a.id) is None, "what was received does not come back"


def test_pages_that_were_scanned_before_the_first_card_are_to_be_compared(window: MainWindow) -> None:
    from counter_app.dossier.pages import SpooledPage

    page = SpooledPage.model_construct(id=1, holder=window.intake.intake.draft.id, component="to-khai")
    window.intake.intake.pages[1] = page
    window.take_card(B)
    assert window.intake.intake.draft.owner == ONLY_B and "trang" in says(window)


def test_an_input_method_over_the_card_is_said(qtbot: QtBot, window: MainWindow) -> None:
    window.readers.wedge.composed.emit()
    assert "bộ gõ" in says(window).lower()


def test_what_a_card_reader_at_a_port_sends_is_a_card_or_is_said_to_be_none(window: MainWindow) -> None:
    window.readers._take("https://example.vn/other")
    assert "không phải" in says(window)
    window.readers._take(A)
    assert window.intake.intake.draft.owner.identity_number == "040190001234"


def test_a_number_of_no_province_is_doubted_and_stays(window: MainWindow, type_text: Typing) -> None:
    owner = window.intake.applicant.owner
    type_text(owner.number, "003190001234")
    owner.number.editingFinished.emit()
    assert "Không tỉnh nào" in owner.fields["identity_number"].warning()
    assert window.intake.intake.draft.owner.identity_number == "003190001234"


def test_what_is_typed_or_read_while_a_dossier_is_received_brings_it_not_back_and_is_the_next_persons(
    qtbot: QtBot, with_a: MainWindow
) -> None:
    intake, a = with_a.intake.intake, with_a.intake.intake.draft
    with qtbot.waitSignal(intake.received) as received:
        with_a.intake.receive()
        assert intake.receiving
        intake.type_person("owner", phone="0999999999")
        intake.keep()
        with_a.take_card(B)
        assert intake.whose.newcomer is None
    assert (received.args[0].owner.name, received.args[0].owner.phone) == ("Nguyễn Thị Hường", "0912345678")
    qtbot.waitUntil(lambda: intake.ready)
    assert intake.draft == Draft(id=intake.draft.id, owner=ONLY_B), "and the card that came meanwhile is not lost"
    intake.keep()
    drafts = with_a.workplace.desk.store.drafts
    qtbot.waitUntil(lambda: (kept := drafts.get(intake.draft.id)) is not None and kept.owner == ONLY_B)
    assert drafts.get(a.id) is None and a.id not in [other.draft.id for other in intake.others]


def test_nothing_that_was_written_or_taken_back_of_a_comes_back_at_bs(
    qtbot: QtBot, with_a: MainWindow, type_text: Typing
) -> None:
    page, intake = with_a.intake, with_a.intake.intake
    intake.change(co_owners=(by_card(read_card_qr(C)),))
    intake.change_undoably("Đã bỏ bà Cúc", co_owners=())
    page.answer(GuidanceKind.REFUSAL)
    qtbot.waitUntil(lambda: page.at_gaps and page.gaps.form is not None)
    type_text(page.gaps.form.reason, "Bà Hường đã được cấp giấy này")  # type: ignore[union-attr]
    press(qtbot, Qt.Key.Key_Escape)
    with_a.take_card(B)
    press(qtbot, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert intake.draft.owner == ONLY_B
    page.answer(GuidanceKind.REFUSAL)
    qtbot.waitUntil(lambda: page.at_gaps and page.gaps.form is not None)
    assert "Hường" not in page.gaps.form.reason.text()  # type: ignore[union-attr]
    press(qtbot, Qt.Key.Key_Escape)
    with_a.workplace.undo.undo()
    assert intake.draft.co_owners == ()
