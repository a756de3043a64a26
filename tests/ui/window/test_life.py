"""The life of a dossier in the window: what is offered, what it asks for, what is refused, what is shown of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counter_app.desk import casework
from counter_app.dossier import acts
from counter_app.dossier.acts import possible
from counter_app.dossier.acts.act import NotYourTask, StepRefused
from counter_app.dossier.applicants import Relation
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.life import DueCause
from counter_app.dossier.model import Dossier, Term
from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.roles import Clerk, Task
from counter_app.dossier.states import Delivery, DeliveryMethod, Status
from counter_app.dossier.value import FileRef
from counter_app.procedures.catalogue import ProcessStep
from counter_app.procedures.control_sheet import Outcome
from counter_app.store.accesses import AccessKind
from tests.conftest import CLERK, said_by_the_province, with_changed
from tests.dossier.test_adding_an_act import INSPECT
from tests.ui.window.conftest import BIRTH, CARD, DeskAtWork
from tests.ui.window.life import Clock, burst, choose, confirm, facts, receive, says, show, shown, told
from ui.detail.acts.forms import ExtendForm, HandOverForm, ObligationForm, ReasonForm
from ui.detail.acts.results import ResultsForm
from ui.detail.acts.returning import ReturnForm
from ui.detail.acts.supplement import BroughtForm, SupplementForm
from ui.detail.papers_list import paper_rows
from ui.shell.main_window import MainWindow

OWNER = "Nguyễn Thị Hường"
THREE_DAYS = "1.004873"  # Cấp Giấy xác nhận tình trạng hôn nhân, three working days
SEVERAL_RESULTS = "2.000986"
TERM = Term(amount=3, unit="working_days")


@pytest.fixture
def window(clock: Clock, desk_at_work: DeskAtWork) -> MainWindow:
    return desk_at_work.open()


def status(wanted: Status) -> Callable[[Dossier], bool]:
    return lambda dossier: dossier.status is wanted


def first_component(window: MainWindow, procedure: str) -> str:
    desk = window.workplace.desk
    found = desk.knowledge.catalogue.get(procedure, desk.now().date())
    assert found is not None
    return found.components[0].key


def received(window: MainWindow, procedure: str = THREE_DAYS, name: str = OWNER) -> str:
    return receive(window, name, procedure, first_component(window, procedure))


def in_law(window: MainWindow, procedure: str, **changes: object) -> None:
    """The procedure as this desk's catalogue has it from now on, with something changed."""
    knowledge = window.workplace.desk.knowledge
    day = window.workplace.desk.now().date()
    knowledge.catalogue = with_changed(knowledge, procedure, day, **changes)


def test_supplements_are_asked_for_once_and_their_arrival_moves_the_promise_in_the_open(
    qtbot: QtBot, window: MainWindow, clock: Clock
) -> None:
    code = received(window, BIRTH)
    show(qtbot, window, code)
    promised = window.workplace.desk.dossier(code).due_at
    form = choose(window, acts.ASK_SUPPLEMENT)
    assert isinstance(form, SupplementForm)
    assert form.items.ticked() == ["Giấy chứng sinh hoặc giấy tờ thay thế theo quy định"], "required and not handed in"
    form.lines.setPlainText("Bản sao hộ chiếu của mẹ\n\n  Giấy xác nhận cư trú ")
    form.reason.setText("Thiếu giấy tờ")
    form.deadline.setText("30/11/2026")
    qtbot.keyClick(form.lines, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(told(window)) == 2)
    dossier = window.workplace.desk.dossier(code)
    asked = dossier.pauses[0]
    assert asked.asked[1:] == ("Bản sao hộ chiếu của mẹ", "Giấy xác nhận cư trú")
    assert asked.deadline == datetime(2026, 11, 30, 17, 0, tzinfo=VIETNAM)
    assert "• Bản sao hộ chiếu của mẹ" in told(window)[0]
    assert "25/11/2026 09:00" in facts(window), "since when the clock stands still"

    clock.turn(days=1, hours=1)
    form = choose(window, acts.TAKE_SUPPLEMENT)
    assert isinstance(form, BroughtForm)
    panel = window.detail.steps.panel
    assert "26/11/2026 17:00" in panel.due.text() and "25/11/2026 17:00" in panel.due.text()
    form.items.boxes[2].setChecked(False)
    assert "Giấy xác nhận cư trú" in panel.caution.text(), "what is still missing is said before confirming"
    dossier = confirm(qtbot, window, status(Status.ACCEPTED))
    assert [component.name for component in dossier.components][-1] == "Bản sao hộ chiếu của mẹ"
    assert (dossier.promised_at, dossier.due_changes[0].cause) == (promised, DueCause.SUPPLEMENT)
    assert "25/11/2026 17:00 → 26/11/2026 17:00" in told(window)[0]
    assert "25/11/2026 09:00 – 26/11/2026 10:00" in facts(window)
    due = next(line for line in facts(window).splitlines() if "26/11/2026 17:00" in line)
    assert "25/11/2026 17:00" in due, "what the paper says stands beside what holds now"

    choose(window, acts.ASK_SUPPLEMENT)
    assert "766" in panel.caution.text(), "a second request costs the office points"


def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(qtbot: QtBot, window: MainWindow) -> None:
    code = received(window)
    show(qtbot, window, code)
    form = choose(window, acts.REFUSE)
    assert isinstance(form, ReasonForm)
    panel = window.detail.steps.panel
    qtbot.keyClick(form.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(form.fields["reason"].error()))
    assert window.workplace.desk.dossier(code).status is Status.ACCEPTED and panel.form is form
    assert form.fields["reason"].error() and says(window) == "", "it is said at its field"
    assert len(form.reason.phrases) == 3, "ready phrases are offered"
    form.reason.setText("Không thuộc thẩm quyền")
    qtbot.keyClick(form.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workplace.desk.dossier(code).status is Status.NOT_ACCEPTED)
    qtbot.waitUntil(lambda: panel.form is None)
    qtbot.waitUntil(
        lambda: "Phiếu từ chối tiếp nhận giải quyết hồ sơ" in says(window)
    )  # the paper that belongs to it is named


def test_escape_closes_the_form_first_and_then_the_dossier(qtbot: QtBot, window: MainWindow) -> None:
    show(qtbot, window, received(window))
    choose(window, acts.WITHDRAW)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.detail.steps.panel.form is None)
    assert window.detail.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(window.lookup.isVisible)


def test_what_is_forbidden_is_not_offered_and_refused_when_forced(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.workplace.desk
    code = received(window)
    show(qtbot, window, code)
    bar = window.detail.steps
    assert bar.acts == possible(desk.dossier(code), desk.clerk.tasks)
    assert acts.RETURN_RESULTS not in bar.acts and acts.RESUME not in bar.acts
    offered = [button.text() for button in bar.buttons if not button.isHidden()]
    offered += [action.text() for action in bar.menu.actions()]
    assert len(offered) == len(bar.acts) and "Trả kết quả" not in offered
    with pytest.raises(StepRefused) as refused:
        casework.resume(desk, code)
    assert "Tiếp tục xử lý" in refused.value.sentence() and "Được tiếp nhận" in refused.value.sentence()

    casework.withdraw(desk, code, "Không còn nhu cầu")
    window.detail.refresh()
    qtbot.waitUntil(lambda: bar.acts == [acts.CORRECT, acts.WRITE_NOTE])
    assert all(button.isHidden() for button in bar.buttons), "its business is over: a mistake and a note are left"


def test_a_desk_without_the_task_is_not_offered_its_acts(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.workplace.desk
    narrow = desk.of(Clerk(CLERK.name, frozenset({Task.RECEPTION})))
    dossier = desk.dossier(received(window))
    assert acts.EXTEND not in possible(dossier, narrow.clerk.tasks)
    with pytest.raises(NotYourTask, match="extend"):
        casework.extend(narrow, dossier.code, datetime(2026, 12, 4, 9, tzinfo=VIETNAM), "Chờ xác minh", "Lê Văn Ký")


def test_an_extension_shows_the_new_date_before_it_is_promised(qtbot: QtBot, window: MainWindow, clock: Clock) -> None:
    code = received(window)
    show(qtbot, window, code)
    clock.turn(days=2)
    form = choose(window, acts.EXTEND)
    assert isinstance(form, ExtendForm)
    panel = window.detail.steps.panel
    assert form.due.text() == "03/12/2026 09:00", "three working days after the due date, to begin with"
    form.due.setText("05/12/2026 9h")
    assert "05/12/2026 09:00" in panel.due.text() and "30/11/2026 09:00" in panel.due.text()
    assert panel.caution.text(), "a Saturday"
    form.due.setText("4/12 9h30")
    assert "04/12/2026 09:30" in panel.due.text() and not panel.caution.text()
    form.reason.setText("Cần xác minh")
    panel.do()
    qtbot.waitUntil(lambda: bool(form.fields["signer"].error()))
    form.signer.setText("Lê Văn Ký, Phó Chủ tịch")
    confirm(qtbot, window, lambda dossier: bool(dossier.due_changes))
    assert "30/11/2026 09:00 → 04/12/2026 09:30" in told(window)[0] and "Lê Văn Ký" in told(window)[0]
    choose(window, acts.EXTEND)
    assert panel.caution.text(), "a second extension is more than the rules allow"


def test_hand_overs_stand_on_the_control_sheet_with_how_each_unit_kept_its_time(
    qtbot: QtBot, window: MainWindow, clock: Clock
) -> None:
    steps = (
        ProcessStep(unit="Bộ phận Một cửa", name="Tiếp nhận"),
        ProcessStep(unit="Công chức tư pháp - hộ tịch", name="Thẩm định", hours=4),
        ProcessStep(unit="Lãnh đạo UBND", name="Ký"),
    )
    in_law(window, THREE_DAYS, steps=steps)
    show(qtbot, window, received(window))
    form = choose(window, acts.HAND_OVER)
    assert isinstance(form, HandOverForm)
    assert form.to_unit.text() == "Công chức tư pháp - hộ tịch", "the first unit after the desk"
    form.taken_by.setText("Phan Văn Mẫu")
    confirm(qtbot, window, status(Status.IN_PROCESS))
    clock.turn(days=1)  # eight office hours
    form = choose(window, acts.HAND_OVER)
    assert isinstance(form, HandOverForm)
    assert (form.from_unit.text(), form.to_unit.text()) == (
        "Công chức tư pháp - hộ tịch",
        "Lãnh đạo UBND",
    )
    confirm(qtbot, window, lambda dossier: len(dossier.hand_overs) == 2)
    seen = window.detail.steps.seen
    assert seen is not None
    assert [line.outcome for line in seen.control] == [Outcome.EARLY, Outcome.LATE, Outcome.HELD]
    model = window.detail.control.model
    rows = [[model.index(row, column).data() for column in range(model.columnCount())] for row in range(3)]
    assert rows[1][:4] == [
        "Công chức tư pháp - hộ tịch",
        "25/11/2026 09:00",
        "26/11/2026 09:00",
        "Trần Thị Mẫu\n→ Phan Văn Mẫu",
    ]
    assert "Quá hạn" in rows[1][4] and rows[2][2] == ""
    assert "Công chức tư pháp - hộ tịch → Lãnh đạo UBND" in told(window)[0]


def done(qtbot: QtBot, window: MainWindow, procedure: str) -> str:
    """A dossier whose results all arrived, as the clerk noted them."""
    code = received(window, procedure)
    show(qtbot, window, code)
    form = choose(window, acts.TAKE_RESULTS)
    assert isinstance(form, ResultsForm)
    form.rows[0].number.setText("12/2026")
    confirm(qtbot, window, status(Status.DONE))
    return code


def test_the_wrong_person_gets_no_result_and_is_told_why(qtbot: QtBot, window: MainWindow) -> None:
    code = done(qtbot, window, BIRTH)
    form = choose(window, acts.RETURN_RESULTS)
    assert isinstance(form, ReturnForm)
    assert form.recipient.text() == OWNER and not form.fields["recipient"].warning()
    stranger = CARD.replace("040190001234", "040085009999").replace(OWNER, "Đặng Văn Khoẻ")
    form.number.setFocus()
    burst(stranger)  # the card is held under the reader
    assert (form.recipient.text(), form.number.text()) == ("Đặng Văn Khoẻ", "040085009999")
    assert form.fields["recipient"].warning(), "seen before anything is confirmed"
    window.detail.steps.panel.do()
    qtbot.waitUntil(lambda: "không phải chủ hồ sơ" in says(window))
    assert window.workplace.desk.dossier(code).delivery is Delivery.AT_DESK

    form.relation.setCurrentIndex(form.relation.findData(Relation.AUTHORISED))
    window.detail.steps.panel.do()
    qtbot.waitUntil(lambda: bool(form.fields["authority"].error()))
    form.authority.setText("Giấy ủy quyền ngày 24/11/2026")
    dossier = confirm(qtbot, window, status(Status.RESULT_RETURNED))
    taken = dossier.results[0].returned
    assert taken is not None and (taken.relation, taken.identity_number) == (Relation.AUTHORISED, "040085009999")
    assert "Đặng Văn Khoẻ" in facts(window) and "Giấy ủy quyền ngày 24/11/2026" in told(window)[0]


def test_two_results_are_returned_one_by_one(qtbot: QtBot, window: MainWindow) -> None:
    done(qtbot, window, SEVERAL_RESULTS)
    form = choose(window, acts.RETURN_RESULTS)
    assert isinstance(form, ReturnForm)
    assert len(form.results.boxes) == 3
    for box in form.results.boxes[1:]:
        box.setChecked(False)
    dossier = confirm(qtbot, window, lambda item: item.results[0].returned is not None)
    assert dossier.status is Status.DONE, "two still wait at the desk"
    form = choose(window, acts.RETURN_RESULTS)
    assert isinstance(form, ReturnForm)
    assert len(form.results.boxes) == 2
    form.method.setCurrentIndex(form.method.findData(DeliveryMethod.POST))
    window.detail.steps.panel.do()
    qtbot.waitUntil(lambda: bool(form.fields["post_bill"].error()))
    form.post_bill.setText("RR123456789VN")
    confirm(qtbot, window, status(Status.RESULT_RETURNED))
    assert "RR123456789VN" in facts(window)


def test_a_dossier_the_province_finished_is_returned_with_what_its_procedure_ends_in(
    qtbot: QtBot, window: MainWindow
) -> None:
    code = received(window, BIRTH)
    said_by_the_province(window.workplace.desk, code, StatusChanged(status=Status.DONE))
    show(qtbot, window, code)
    form = choose(window, acts.RETURN_RESULTS)
    assert isinstance(form, ReturnForm)
    assert form.results.ticked() == ["Giấy khai sinh"] and not form.results.isEnabled()
    form.number.setText(" 040 190 001 234 ")
    dossier = confirm(qtbot, window, status(Status.RESULT_RETURNED))
    assert [(result.name, result.code) for result in dossier.results] == [("Giấy khai sinh", "KQ.G15.000031")]


def test_a_financial_obligation_lets_the_promise_wait_until_it_is_met(
    qtbot: QtBot, window: MainWindow, clock: Clock
) -> None:
    show(qtbot, window, received(window))
    form = choose(window, acts.ASK_OBLIGATION)
    assert isinstance(form, ObligationForm)
    form.amount.setText("1.500.000")
    form.deadline.setText("24/11/2026")
    window.detail.steps.panel.do()
    qtbot.waitUntil(lambda: bool(form.fields["deadline"].error()))
    form.deadline.setText("30/11")
    qtbot.keyClick(form.deadline, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "1.500.000 đ" in told(window)[0])
    clock.turn(days=1)
    choose(window, acts.CONFIRM_OBLIGATION)
    assert "01/12/2026 09:00" in window.detail.steps.panel.due.text(), "a day later than the 30th"
    dossier = confirm(qtbot, window, status(Status.IN_PROCESS))
    assert dossier.due_at == datetime(2026, 12, 1, 9, 0, tzinfo=VIETNAM)


def test_an_act_that_is_still_under_way_closes_no_form_opened_since(qtbot: QtBot, window: MainWindow) -> None:
    first, second = received(window), received(window, BIRTH)
    show(qtbot, window, first)
    form = choose(window, acts.WITHDRAW)
    assert isinstance(form, ReasonForm)
    form.reason.setText("Không còn nhu cầu")
    window.detail.steps.panel.do()
    window.detail.show_code(second)  # before the withdrawal is done
    qtbot.waitUntil(lambda: shown(window) == second)
    other = choose(window, acts.REFUSE)
    qtbot.waitUntil(lambda: window.workplace.desk.dossier(first).status is Status.WITHDRAWN)
    qtbot.waitUntil(lambda: "Công dân rút hồ sơ" in says(window))
    assert window.detail.steps.panel.form is other


def test_the_second_stage_begins_with_its_own_term(qtbot: QtBot, window: MainWindow, clock: Clock) -> None:
    in_law(window, THREE_DAYS, next_term=TERM)
    code = done(qtbot, window, THREE_DAYS)
    clock.turn(days=2)
    choose(window, acts.BEGIN_STAGE)
    panel = window.detail.steps.panel
    assert "02/12/2026 09:00" in panel.due.text(), "Friday and three working days"
    dossier = confirm(qtbot, window, lambda item: item.stage == 2)
    assert (dossier.status, dossier.due_changes[-1].cause) == (Status.IN_PROCESS, DueCause.STAGE)
    assert "2/2" in facts(window)
    desk = window.workplace.desk
    assert acts.BEGIN_STAGE not in possible(desk.dossier(code), desk.clerk.tasks)


def test_a_paper_of_an_earlier_dossier_of_the_same_person_serves_again(
    qtbot: QtBot, window: MainWindow, clock: Clock
) -> None:
    desk, detail = window.workplace.desk, window.detail
    old = received(window, BIRTH)
    stranger = receive(window, "Đặng Văn Khoẻ", BIRTH, "to-khai", number="040085009999")
    scan = desk.store.files.put(b"%PDF-1.4 scan", "application/pdf")
    for code in (old, stranger):
        desk.add_document(
            code, "to-khai", FileRef(sha256=scan.sha256, size=scan.size, media_type=scan.media_type), (), []
        )
    clock.turn(hours=1)
    new = receive(window, OWNER, BIRTH, "giay-chung-sinh")
    show(qtbot, window, new)
    assert detail.papers.reuse.isHidden(), "nothing is chosen yet"
    detail.papers.view.setCurrentIndex(detail.papers.model.index(0, 0))
    qtbot.waitUntil(detail.papers.reuse.isVisible)
    detail.papers.reuse.click()
    qtbot.waitUntil(lambda: len(detail.papers.reuse.offers.actions()) == 1)
    offer = detail.papers.reuse.offers.actions()[0]
    assert old in offer.text(), "the stranger's paper is not offered"
    detail.papers.reuse.offers.close()
    offer.trigger()
    qtbot.waitUntil(lambda: desk.dossier(new).components[0].reused is not None)
    qtbot.waitUntil(detail.papers.reuse.isHidden)
    assert old in told(window)[0]


def test_opening_the_picture_of_a_paper_is_noted_with_who_did(qtbot: QtBot, window: MainWindow) -> None:
    desk, papers = window.workplace.desk, window.detail.papers
    code = received(window, BIRTH)
    scan = desk.store.files.put(b"%PDF-1.4 scan", "application/pdf")
    scanned = FileRef(sha256=scan.sha256, size=scan.size, media_type=scan.media_type)
    desk.add_document(code, "to-khai", scanned, (), [])
    show(qtbot, window, code)
    place = next(place for place, row in enumerate(paper_rows(desk.dossier(code))) if row.file == scanned)
    papers.view.activated.emit(papers.model.index(place, 0))

    def read() -> list[tuple[str, str]]:
        looks = desk.store.accesses.between(0, 2**40)
        return [(look.clerk, look.subject) for look in looks if look.kind is AccessKind.READ]

    qtbot.waitUntil(lambda: read() == [(desk.clerk.name, f"{code} to-khai")])


def test_the_keyboard_alone_opens_fills_and_confirms(
    qtbot: QtBot, window: MainWindow, type_text: Callable[[QWidget, str], None]
) -> None:
    code = received(window)
    show(qtbot, window, code)
    bar = window.detail.steps
    first = Qt.Key(Qt.Key.Key_1 + bar.likely.index(acts.HAND_OVER))
    qtbot.keyClick(window, first, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: bar.panel.form is not None)
    focused = QApplication.focusWidget()
    assert focused is not None and bar.panel.isAncestorOf(focused)
    type_text(focused, "Phòng Kinh tế")
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workplace.desk.dossier(code).status is Status.IN_PROCESS)
    assert window.workplace.desk.dossier(code).hand_overs[0].to_unit == "Phòng Kinh tế"


def test_an_act_added_to_the_table_is_offered_and_asks_for_its_reason(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(acts.ACTS, INSPECT.kind, INSPECT)
    code = receive(window, "Đặng Thị Hường", "1.001193", "to-khai")
    show(qtbot, window, code)
    form = choose(window, INSPECT)
    assert isinstance(form, ReasonForm)
    form.reason.setText("Ranh giới chưa rõ")
    confirm(qtbot, window, lambda dossier: dossier.status is Status.STOPPED)
    assert told(window)[0] == "Site inspected: Ranh giới chưa rõ"
    qtbot.waitUntil(lambda: "Inspect the site" in says(window))
