"""Hôm nay: the day begins with what waits; a card read there leads to the person, and one key more to a new dossier."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter_app.config import Server
from counter_app.desk import casework, receiving
from counter_app.desk.today import Pile
from counter_app.dossier.draft import PersonTyped
from counter_app.dossier.identity import Card
from counter_app.dossier.journal import PROVINCE, write
from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.roles import Clerk, Task
from counter_app.dossier.states import Status
from counter_app.dossier.whose import Place
from counter_app.sync.rounds.pull import take_over
from printing.errors import PrinterOff
from printing.printers.reasons import NO_PAPER
from tests.conftest import CLERK, filled
from tests.ui.window.conftest import BIRTH, CARD, DeskAtWork
from tests.ui.window.life import Clock, burst, receive, says, show
from tests.ui.window.test_many_at_once import ALT, CTRL, Keyboard
from ui.shell.main_window import MainWindow

HIS_CARD = "040085004321||Đặng Văn Bảo|20021985|Nam|Xóm 7, xã Nghi Lộc, tỉnh Nghệ An|10052021"
SHIFT_CTRL = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(clock: Clock, desk_at_work: DeskAtWork) -> MainWindow:
    desk_at_work.server = Server(url="http://127.0.0.1:9")
    return desk_at_work.open(at="today")


def count(window: MainWindow, pile: Pile) -> str:
    return window.today.tiles.tile(pile).count.text()


def from_the_province(window: MainWindow, code: str, status: Status) -> None:
    """What the province did to the dossier arrives, as a page of its stream does."""
    desk = window.workplace.desk
    entry = write(
        StatusChanged(status=status),
        dossier=code,
        step=desk.dossier(code).step + 1,
        desk=PROVINCE,
        clerk="Chuyên viên Sở",
        at=desk.now(),
        after=None,
        salt="s" * 16,
    )
    take_over(desk.store, [entry], 1, now=desk.now)
    window.workplace.changes.arrived(code)


def test_a_day_begins_with_what_waits_and_a_card_leads_to_a_printed_receipt_in_thirteen_keys(
    qtbot: QtBot, window: MainWindow, desk_at_work: DeskAtWork
) -> None:
    qtbot.waitUntil(lambda: window.isActiveWindow() and window.today.tiles.tiles[0].hasFocus())
    assert [count(window, pile) for pile in Pile] == ["0"] * 8
    receive(window, "Đặng Văn Bảo", BIRTH, "to-khai", number="040085004321")
    keys = Keyboard()
    burst(CARD)
    qtbot.waitUntil(lambda: window.person.isVisible() and window.person.seen is not None)
    keys.press(Qt.Key.Key_F2)
    page, intake = window.intake, window.intake.intake
    qtbot.waitUntil(lambda: page.isVisible() and intake.ready and page.papers.quick.isVisible())
    assert intake.draft.owner.name == "Nguyễn Thị Hường" and page.papers.search.field.hasFocus()
    keys.press(Qt.Key.Key_1, ALT)
    qtbot.waitUntil(lambda: intake.procedure is not None)
    assert intake.procedure is not None and intake.procedure.code == BIRTH
    for _ in range(2):
        keys.press(Qt.Key.Key_Space)
        keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: page.at_receipt or page.at_gaps)
    if page.at_gaps:
        keys.press(Qt.Key.Key_F9)
        qtbot.waitUntil(lambda: page.at_receipt)
    keys.press(Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: bool(desk_at_work.printers[0].tray))
    assert keys.count <= 13


def test_each_tile_opens_its_list_by_digit_by_arrows_and_by_enter(
    qtbot: QtBot, window: MainWindow, clock: Clock
) -> None:
    late, done, waiting = (receive(window, name, BIRTH, "to-khai") for name in ("Lê Văn Ba", "Hồ Thị Tư", "Võ Thị Năm"))
    desk = window.workplace.desk
    casework.take_results(desk, done, casework.expected_results(desk, desk.dossier(done)))
    casework.ask_for_supplements(desk, waiting, ["Giấy chứng sinh"], "Thiếu giấy tờ")
    clock.turn(days=1)
    due = receive(window, "Đặng Văn Bảo", BIRTH, "to-khai")
    window.show_screen("today")
    wanted = {Pile.DUE_TODAY: due, Pile.OVERDUE: late, Pile.TO_RETURN: done, Pile.SUPPLEMENTS: waiting}
    qtbot.waitUntil(lambda: all(count(window, pile) == "1" for pile in wanted))
    assert window.today.tiles.tile(Pile.OVERDUE).property("state") == "alarm"
    assert window.today.tiles.tile(Pile.OVERDUE).accessibleName() == "Quá hạn: 1, phím 3"
    keys = Keyboard()
    for digit, (pile, code) in enumerate(wanted.items(), start=2):
        keys.press(getattr(Qt.Key, f"Key_{digit}"))
        qtbot.waitUntil(lambda: window.lookup.isVisible())
        qtbot.waitUntil(lambda code=code: [found.code for found in window.lookup.model.rows] == [code])
        keys.press(Qt.Key.Key_H, CTRL)
        qtbot.waitUntil(lambda: window.today.isVisible())
        assert window.today.tiles.tile(pile).hasFocus(), "one goes on where one was"
    keys.press(Qt.Key.Key_Left)
    keys.press(Qt.Key.Key_Left)
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [found.code for found in window.lookup.model.rows] == [late])
    assert window.lookup.table.hasFocus()


def test_the_last_tiles_lead_to_news_to_papers_that_wait_and_to_what_was_not_sent(
    qtbot: QtBot, window: MainWindow, desk_at_work: DeskAtWork
) -> None:
    qtbot.waitUntil(lambda: window.isActiveWindow() and window.today.tiles.tiles[0].hasFocus())
    there, quiet = (receive(window, name, BIRTH, "to-khai") for name in ("Lê Văn Ba", "Hồ Thị Tư"))
    from_the_province(window, there, Status.DONE)
    desk_at_work.printers[0].trouble = PrinterOff(printer="Quầy 1", reason=NO_PAPER)
    show(qtbot, window, quiet)
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(window.detail.prints.paper.preview.bar.print.isEnabled)
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: bool(window.workplace.printing.jobs))
    window.show_screen("today")
    wanted = {Pile.NEWS: "1", Pile.UNPRINTED: "1", Pile.UNSENT: "2"}
    qtbot.waitUntil(lambda: {pile: count(window, pile) for pile in wanted} == wanted)
    keys = Keyboard()
    keys.press(Qt.Key.Key_6)
    qtbot.waitUntil(lambda: window.lookup.isVisible() and [row.code for row in window.lookup.model.rows] == [there])
    window.show_screen("today")
    keys.press(Qt.Key.Key_7)
    qtbot.waitUntil(lambda: window.waiting.isVisible() and window.waiting.model.rowCount() == 1)
    window.waiting.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    keys.press(Qt.Key.Key_8)
    screen = window.sync_screen
    qtbot.waitUntil(lambda: screen.isVisible() and {row.code for row in screen.model.rows} == {there, quiet})
    screen.close()


def test_a_person_with_more_dossiers_than_are_looked_into_is_told_so_and_led_to_all(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    monkeypatch.setattr("counter_app.desk.person.MOST", 2)
    codes = set()
    for _ in range(3):
        clock.turn(minutes=1)
        codes.add(receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai"))
    window.show_person(CARD.split("|")[0])
    person = window.person
    qtbot.waitUntil(lambda: person.rows.rowCount() == 3)
    last = person.rows.rows[-1]
    assert "hồ sơ cũ hơn" in last.said and "2 hồ sơ mới nhất" in last.more
    person.list.setCurrentIndex(person.rows.index(2, 0))
    person.list.setFocus()
    Keyboard().press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.lookup.isVisible() and {row.code for row in window.lookup.model.rows} == codes)


def test_the_digits_of_a_card_reader_open_no_tile(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.isActiveWindow() and window.today.tiles.tiles[0].hasFocus())
    chosen: list[Pile] = []
    window.today.pile_wanted.connect(chosen.append)
    burst(CARD)
    qtbot.waitUntil(lambda: window.person.isVisible() and window.person.seen is not None)
    qtbot.wait(300)
    assert chosen == [] and window.person.isVisible()
    assert window.person.name.text() == "Nguyễn Thị Hường"


def test_what_the_province_did_comes_by_itself_takes_no_focus_and_is_quiet_once_seen(
    qtbot: QtBot, window: MainWindow
) -> None:
    code = receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai")
    qtbot.waitUntil(lambda: window.isActiveWindow())
    window.today.tiles.tile(Pile.OVERDUE).setFocus()
    from_the_province(window, code, Status.IN_PROCESS)
    qtbot.waitUntil(lambda: count(window, Pile.NEWS) == "1" and window.today.news.rowCount() == 1)
    assert window.today.tiles.tile(Pile.OVERDUE).hasFocus()
    said = window.today.news.index(0, 0).data()
    assert said.startswith("Mới · ") and code in window.today._more(window.today.news.rows[0])
    window.show_screen("lookup")
    qtbot.waitUntil(lambda: window.lookup.model.rowCount() == 1)
    row = window.lookup.model.index(0, window.lookup.model.column_of("sync"))
    assert row.data() == "● Tin mới"
    window.show_screen("today")
    keys = Keyboard()
    for _ in range(2):
        keys.press(Qt.Key.Key_Down)
    assert window.today.list.hasFocus()
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.detail.isVisible() and window.detail.steps.seen is not None)
    keys.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.today.isVisible() and count(window, Pile.NEWS) == "0")
    qtbot.waitUntil(lambda: not window.today.news.index(0, 0).data().startswith("Mới"))


def test_a_result_is_returned_to_who_holds_the_card_in_two_keys(qtbot: QtBot, window: MainWindow) -> None:
    code = receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai")
    receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai")
    desk = window.workplace.desk
    casework.take_results(desk, code, casework.expected_results(desk, desk.dossier(code)))
    qtbot.waitUntil(window.isActiveWindow)
    burst(CARD)
    person = window.person
    qtbot.waitUntil(lambda: person.isVisible() and person.list.hasFocus() and person.rows.rowCount() == 2)
    assert person.rows.index(0, 0).data().startswith("Có kết quả, trả được ngay")
    keys = Keyboard()
    keys.press(Qt.Key.Key_1, ALT)
    qtbot.waitUntil(lambda: window.detail.isVisible() and window.detail.steps.panel.form is not None)
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.dossier(code).status is Status.RESULT_RETURNED)
    assert keys.count == 2
    taken = desk.dossier(code).results[0].returned
    assert taken is not None and taken.identity_number == "040190001234"


def test_another_card_leaves_nothing_of_the_one_before_and_leaving_clears_the_screen(
    qtbot: QtBot, window: MainWindow
) -> None:
    receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai")
    window.take_card(CARD)
    person = window.person
    qtbot.waitUntil(lambda: person.seen is not None and person.rows.rowCount() == 1)
    window.take_card(HIS_CARD)
    assert person.seen is None and person.rows.rowCount() == 0 and person.name.text() == ""
    qtbot.waitUntil(lambda: person.name.text() == "Đặng Văn Bảo")
    assert person.rows.rowCount() == 0 and "Hường" not in person.facts.text()
    window.show_screen("lookup")
    assert person.seen is None and person.name.text() == "" and person.who == ""
    noted = [access.subject for access in window.workplace.desk.store.accesses.between(0, 1 << 40)]
    assert noted == ["040190001234", "040085004321"], "each was looked up, and is noted"


def test_a_person_behind_the_lock_is_read_anew_by_who_unlocks_it(qtbot: QtBot, window: MainWindow) -> None:
    window.take_card(CARD)
    qtbot.waitUntil(lambda: window.person.seen is not None)
    window.lock.lock()
    window.take_card(HIS_CARD)
    assert isinstance(window.person.who, Card) and window.person.who.name == "Nguyễn Thị Hường", "no card gets through"
    assert window.lock.dialog is not None
    window.lock.dialog.close()
    window.lock.dialog = None
    window.workplace.attendance.sign_in(Clerk("Lê Thị Khác", frozenset(Task)))
    noted = window.workplace.desk.store.accesses
    qtbot.waitUntil(lambda: [access.clerk for access in noted.between(0, 1 << 40)] == [CLERK.name, "Lê Thị Khác"])


def test_a_new_dossier_of_somebody_known_asks_nothing_twice_and_says_where_it_is_from(
    qtbot: QtBot, window: MainWindow
) -> None:
    desk = window.workplace.desk
    draft = filled(desk.new_draft())
    owner = draft.owner.model_copy(update={"email": "huong@example.vn", "address": "Khối 5, phường Mới"})
    desk.keep_draft(draft.model_copy(update={"owner": owner}))
    code = receiving.receive(desk, draft.id).code
    window.take_card(CARD)
    qtbot.waitUntil(lambda: window.person.seen is not None)
    assert code in window.person.contact.text()
    qtbot.keyClick(window, Qt.Key.Key_F2)
    intake = window.intake.intake
    qtbot.waitUntil(lambda: window.intake.isVisible() and intake.ready)
    typed = intake.draft.owner
    assert (typed.phone, typed.email, typed.address) == ("0912000123", "huong@example.vn", "Khối 5, phường Mới")
    assert window.intake.applicant.owner.phone.text() == "0912000123"
    qtbot.waitUntil(lambda: code in says(window) and "điện thoại" in says(window))
    offered = intake.whose.offers.get(Place.OWNER)
    assert offered == {"address": "Xóm 3, xã Nghi Lộc, tỉnh Nghệ An"}, "what the card says is one key away"
    qtbot.waitUntil(lambda: (kept := desk.store.drafts.get(intake.draft.id)) is not None and kept == intake.draft)
    assert intake.whose.offers.get(Place.OWNER) == offered


def test_an_intake_begun_for_the_person_goes_on_from_there(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.workplace.desk
    hers = desk.new_draft()
    by_her = PersonTyped(name="Nguyễn Thị Hường", identity_number="040190001234")
    desk.keep_draft(hers.model_copy(update={"owner": by_her, "procedure": BIRTH}))
    window.take_card(CARD)
    qtbot.waitUntil(lambda: window.person.seen is not None and window.person.rows.rowCount() == 1)
    assert window.person.rows.index(0, 0).data().startswith("Đang nhập dở · ")
    window.person._open(window.person.rows.index(0, 0))
    qtbot.waitUntil(lambda: window.intake.isVisible() and window.intake.intake.draft.id == hers.id)


def test_the_first_digit_lists_what_was_begun_and_enter_goes_on_with_it(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.workplace.desk
    hers = desk.new_draft()
    desk.keep_draft(hers.model_copy(update={"owner": PersonTyped(name="Nguyễn Thị Hường"), "procedure": BIRTH}))
    window.show_screen("today")
    qtbot.waitUntil(lambda: window.isActiveWindow() and count(window, Pile.DRAFTS) == "1")
    keys = Keyboard()
    keys.press(Qt.Key.Key_1)
    qtbot.waitUntil(lambda: window.intake.open_intakes.isVisible() and window.intake.intake.ready)
    qtbot.waitUntil(lambda: window.intake.open_intakes.model.rowCount() == 1)
    assert window.intake.intake.draft.id != hers.id, "who closes the list has a fresh intake"
    qtbot.keyClick(window.intake.open_intakes.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.intake.intake.draft.id == hers.id)
    assert window.intake.applicant.owner.name.text() == "Nguyễn Thị Hường"


def test_who_presses_f2_before_the_card_s_person_is_read_receives_from_that_person(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.take_card(CARD)
    assert window.person.who and window.person.seen is None
    window.show_intake()
    qtbot.waitUntil(lambda: window.intake.isVisible() and window.intake.intake.draft.owner.identity_number == CARD[:12])


def test_a_number_typed_at_the_desk_finds_the_person_and_words_the_list(qtbot: QtBot, window: MainWindow) -> None:
    receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai")
    qtbot.waitUntil(window.isActiveWindow)
    keys = Keyboard()
    keys.press(Qt.Key.Key_0)
    qtbot.waitUntil(lambda: window.today.number.hasFocus())
    qtbot.keyClicks(window.today.number, "40190001234")
    assert window.today.number.text() == "040190001234", "the first digit counts"
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.person.isVisible() and window.person.name.text() == "Nguyễn Thị Hường")
    keys.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.today.isVisible())
    window.today.number.setText("huong")
    window.today.number.returnPressed.emit()
    qtbot.waitUntil(lambda: window.lookup.isVisible() and window.lookup.model.rowCount() == 1)


def test_a_number_typed_in_one_go_with_enter_is_a_person_and_opens_no_tile(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.today.page._NO_CARD", 60_000)  # however late a busy machine brings the second digit
    qtbot.waitUntil(lambda: window.isActiveWindow() and window.today.tiles.tiles[0].hasFocus())
    for letter in "040190001234":
        qtbot.wait(45)  # a quick hand
        qtbot.keyClick(window.focusWidget(), letter)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.person.isVisible() and window.person.who == "040190001234")


def test_the_whole_set_of_papers_comes_out_by_one_key_of_one_dossier_and_of_many(
    qtbot: QtBot, window: MainWindow, desk_at_work: DeskAtWork
) -> None:
    codes = [receive(window, name, BIRTH, "to-khai") for name in ("Lê Văn Ba", "Hồ Thị Tư", "Võ Thị Năm")]
    printed = desk_at_work.printers[0].tray
    show(qtbot, window, codes[0])
    qtbot.waitUntil(window.isActiveWindow)
    keys = Keyboard()
    keys.press(Qt.Key.Key_P, SHIFT_CTRL)
    qtbot.waitUntil(lambda: len(printed) == 3)
    qtbot.waitUntil(lambda: "3 giấy tờ của 1 hồ sơ đã gửi đi in" in says(window))
    window.show_screen("lookup")
    qtbot.waitUntil(lambda: window.lookup.model.rowCount() == 3)
    window.lookup.table.selectAll()
    window.lookup.table.setFocus()
    keys.press(Qt.Key.Key_P, SHIFT_CTRL)
    qtbot.waitUntil(lambda: len(printed) == 9)
    qtbot.waitUntil(lambda: "6 giấy tờ của 2 hồ sơ đã gửi đi in" in says(window))
    qtbot.waitUntil(lambda: "1 hồ sơ có mọi giấy tờ đã in" in says(window))


def test_ten_thousand_drafts_neither_delay_the_first_screen_nor_get_lost(
    qtbot: QtBot, window: MainWindow, desk_at_work: DeskAtWork
) -> None:
    store = window.workplace.desk.store
    rows = [
        [f"draft-{number:08d}", f'{{"id":"draft-{number:08d}","note":"{number}"}}', "2026-11-20T09:00:00+07:00"]
        for number in range(10_000)
    ]
    with store.transaction():
        store.db.conn.executemany("INSERT INTO drafts (id, state, changed_at) VALUES (?, ?, ?)", rows)
    window.today.refresh()
    qtbot.waitUntil(lambda: count(window, Pile.DRAFTS) == "10.000")
