"""What a dossier costs at intake, and the money taken with one key, in the real window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counter_app.dossier.draft import DocumentTyped
from counter_app.dossier.states import Channel, Payment, PayMethod
from counter_app.procedures.catalogue import Exemption
from tests.conftest import with_changed
from tests.ui.window.life import complete
from ui.shell.main_window import MainWindow

CERTIFY, HOUSEHOLD, BIRTH = "2.000815", "1.001612", "1.001193"
POOR = Exemption(key="ho-ngheo", name="Hộ nghèo", percent=50)
Typing = Callable[[QWidget, str], None]


def choose(window: MainWindow, code: str) -> None:
    intake, desk = window.intake.intake, window.workplace.desk
    procedure = desk.knowledge.catalogue.get(code, desk.now().date())
    assert procedure is not None
    intake.choose(procedure)
    intake.tick(procedure.components[0].key, originals=1)


def exempting(window: MainWindow) -> None:
    """The household's procedure knows an exemption from now on."""
    knowledge = window.workplace.desk.knowledge
    today = window.workplace.desk.now().date()
    knowledge.catalogue = with_changed(knowledge, HOUSEHOLD, today, exemptions=(POOR,))


def named(window: MainWindow) -> None:
    window.intake.intake.type_person("owner", name="Nguyễn Thị Hường")


def press(qtbot: QtBot, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)
    QApplication.processEvents()  # an editor closes in a turn of its own


def type_here(qtbot: QtBot, text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, text)


def test_what_a_procedure_does_not_need_is_not_shown(window: MainWindow) -> None:
    costs, papers = window.intake.papers.costs, window.intake.papers
    assert not costs.isVisible() and not papers.batch.isVisible()
    choose(window, BIRTH)
    assert not costs.isVisible() and papers.batch.isVisible()
    choose(window, CERTIFY)
    assert costs.table.isVisible() and not costs.exemption.isVisible() and not costs.copies.isVisible()
    assert not papers.batch.isVisible(), "many documents of one person are one dossier"


def test_documents_are_listed_by_keyboard_and_their_fee_is_live(qtbot: QtBot, window: MainWindow) -> None:
    named(window)
    choose(window, CERTIFY)
    window.intake.caret.go_to("certified")
    type_here(qtbot, "Hoc ba")
    press(qtbot, Qt.Key.Key_Tab)
    type_here(qtbot, "5")
    press(qtbot, Qt.Key.Key_Tab)
    type_here(qtbot, "2")
    assert "14.000 đ" in window.intake.bar.terms.text(), "before the cell is left"
    press(qtbot, Qt.Key.Key_Return)
    type_here(qtbot, "Bang tot nghiep")
    press(qtbot, Qt.Key.Key_Tab)
    type_here(qtbot, "1")
    assert window.intake.intake.draft.certified == (
        DocumentTyped(name="Hoc ba", pages=5, copies=2),
        DocumentTyped(name="Bang tot nghiep", pages=1, copies=1),
    )
    assert window.intake.papers.costs.total.text() == "3 bản · 16.000 đ"
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)  # nothing typed into the empty row: on to receiving
    assert window.intake.bar.button.hasFocus()


def test_a_document_without_pages_is_named_and_the_cursor_put_there(qtbot: QtBot, window: MainWindow) -> None:
    named(window)
    choose(window, CERTIFY)
    window.intake.intake.change(certified=(DocumentTyped(name="Học bạ"),))
    window.intake.papers.costs.documents.show(window.intake.intake.draft.certified)
    assert window.intake.bar.missing.text() == "Hãy ghi số trang của giấy tờ."
    window.intake.receive()
    cell = window.intake.papers.costs.table.currentIndex()
    assert (cell.row(), cell.column()) == (0, 1)
    assert not window.intake.at_receipt


def test_a_row_is_taken_out_with_delete(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, CERTIFY)
    table = window.intake.papers.costs.table
    table._entries.show((DocumentTyped(name="A", pages=1), DocumentTyped(name="B", pages=1)))
    table.go_to(0, 0)
    table.finish()
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert [item.name for item in window.intake.intake.draft.certified] == ["B"]


def test_the_exemption_of_the_procedure_lowers_the_fee_and_goes_with_the_procedure(window: MainWindow) -> None:
    exempting(window)
    choose(window, HOUSEHOLD)
    box = window.intake.papers.costs.exemption
    assert box.isVisible() and [box.itemText(n) for n in range(box.count())] == ["Không", "Hộ nghèo"]
    assert "Lệ phí phải nộp: 100.000 đ" in window.intake.bar.terms.text()
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert "Lệ phí phải nộp: 50.000 đ" in window.intake.bar.terms.text()
    assert "đã giảm 50.000 đ" in window.intake.bar.terms.text()
    choose(window, BIRTH)
    assert window.intake.intake.draft.exemption == ""


def test_the_money_is_taken_with_one_key_and_the_receipt_named(qtbot: QtBot, window: MainWindow) -> None:
    named(window)
    choose(window, HOUSEHOLD)
    complete(window)
    with qtbot.waitSignal(window.intake.intake.received) as received:
        window.intake.receive()
    money, code = window.intake.done.banner.money, received.args[0].code
    assert "Lệ phí: 100.000 đ" in money.text.text() and money.button.isVisible()
    with qtbot.waitSignal(money.taken):
        qtbot.keyClick(window, Qt.Key.Key_F8)
    assert "Đã thu: 100.000 đ" in money.text.text()
    assert "biên lai 01BLP2-002 MA-26T số 0000001" in money.text.text()
    assert not money.button.isVisible()
    dossier = window.workplace.desk.dossier(code)
    assert dossier.payment is Payment.PAID
    assert [fee_receipt.method for fee_receipt in dossier.fee_receipts] == [PayMethod.CASH]
    with qtbot.assertNotEmitted(money.taken, wait=300):
        qtbot.keyClick(window, Qt.Key.Key_F8)
    assert len(window.workplace.desk.dossier(code).fee_receipts) == 1


def test_money_that_cannot_be_taken_is_explained_and_asked_for_again(qtbot: QtBot, window: MainWindow) -> None:
    """The book of receipts is used up."""
    profile = window.workplace.desk.profile
    used_up = tuple(receipt.model_copy(update={"last": 0}) for receipt in profile.receipts)
    window.workplace.tasks._desk = window.workplace.desk.settled_as(profile.model_copy(update={"receipts": used_up}))
    named(window)
    choose(window, HOUSEHOLD)
    complete(window)
    with qtbot.waitSignal(window.intake.intake.received):
        window.intake.receive()
    with qtbot.waitSignal(window.workplace.messages.failed):
        qtbot.keyClick(window, Qt.Key.Key_F8)
    assert window.intake.done.banner.money.button.isEnabled()


def test_a_dossier_without_fees_shows_no_money(qtbot: QtBot, window: MainWindow) -> None:
    named(window)
    choose(window, BIRTH)
    complete(window)
    with qtbot.waitSignal(window.intake.intake.received):
        window.intake.receive()
    assert not window.intake.done.banner.money.isVisible()
    assert window.intake.done.banner.next.hasFocus()


def test_a_dossier_that_came_by_post_says_so(qtbot: QtBot, window: MainWindow) -> None:
    named(window)
    choose(window, BIRTH)
    box = window.intake.applicant.channel
    assert [box.itemData(n) for n in range(box.count())] == [Channel.COUNTER, Channel.POST]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    complete(window)
    with qtbot.waitSignal(window.intake.intake.received) as received:
        window.intake.receive()
    assert received.args[0].channel is Channel.POST


def test_what_was_chosen_and_listed_survives_a_power_cut(qtbot: QtBot, desk_at_work) -> None:  # type: ignore[no-untyped-def]
    window = desk_at_work.open()
    named(window)
    choose(window, CERTIFY)
    window.intake.intake.change(channel=Channel.POST, certified=(DocumentTyped(name="Học bạ", pages=5, copies=2),))
    drafts = window.workplace.desk.store.drafts
    draft_id = window.intake.intake.draft.id
    qtbot.waitUntil(lambda: (kept := drafts.get(draft_id)) is not None and kept.channel is Channel.POST)
    desk_at_work.pull_the_plug()
    again = desk_at_work.open()
    qtbot.waitUntil(lambda: again.intake.intake.draft.id == draft_id)
    assert again.intake.applicant.channel.currentText() == "Bưu chính công ích"
    assert again.intake.papers.costs.documents.index(0, 0).data() == "Học bạ"
    assert "14.000 đ" in again.intake.bar.terms.text()


def test_an_intake_received_right_after_a_key_does_not_come_back(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, BIRTH)
    named(window)
    complete(window)
    with qtbot.waitSignal(window.intake.intake.received):
        window.intake.receive()
    qtbot.waitUntil(lambda: window.intake.intake.ready and window.intake.intake.empty)
    qtbot.wait(400)
    assert [draft.owner.name for draft in window.workplace.desk.store.drafts.all()] == [""]


def test_what_was_handed_over_is_typed_and_the_change_is_said(qtbot: QtBot, window: MainWindow) -> None:
    named(window)
    choose(window, HOUSEHOLD)
    complete(window)
    with qtbot.waitSignal(window.intake.intake.received) as received:
        window.intake.receive()
    money, desk = window.intake.done.banner.money, window.workplace.desk
    assert money.cash.line.hasFocus()
    qtbot.keyClicks(money.cash.line, "50k")
    assert "còn thiếu 50.000 đ" in money.cash.change.text()
    qtbot.keyClick(money.cash.line, Qt.Key.Key_Return)
    qtbot.waitUntil(money.button.isEnabled)
    assert desk.dossier(received.args[0].code).fee_receipts == () and money.cash.line.hasFocus()
    assert window.messages.messages == [], "it is said beside the field"
    money.cash.line.clear()
    qtbot.keyClicks(money.cash.line, "500.000")
    assert "trả lại 400.000 đ" in money.cash.change.text()
    assert money.cash.change.toolTip() == "2 × 200.000 đ"
    with qtbot.waitSignal(money.taken):
        qtbot.keyClick(money.cash.line, Qt.Key.Key_Return)
    assert "khách đưa 500.000 đ, đã trả lại 400.000 đ" in money.text.text() and not money.cash.isVisible()
    (receipt,) = desk.dossier(received.args[0].code).fee_receipts
    assert (receipt.given, receipt.change) == (500_000, 400_000)


def test_enter_without_an_amount_takes_no_money(qtbot: QtBot, window: MainWindow) -> None:
    named(window)
    choose(window, HOUSEHOLD)
    complete(window)
    with qtbot.waitSignal(window.intake.intake.received) as received:
        window.intake.receive()
    money = window.intake.done.banner.money
    qtbot.keyClick(money.cash.line, Qt.Key.Key_Return)
    assert money.button.hasFocus()
    assert window.workplace.desk.dossier(received.args[0].code).fee_receipts == ()
    money.method.setCurrentIndex(money.method.findData(PayMethod.TRANSFER))
    assert not money.cash.isVisible(), "nobody hands over a transfer"
