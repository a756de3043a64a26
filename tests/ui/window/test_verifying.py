"""A clerk holds what was read against the papers from the keyboard alone, or receives without where nothing asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counter_app.desk import receiving
from counter_app.dossier.payloads.papers import FieldsVerified
from counter_app.dossier.read_papers import ReadField
from counter_app.dossier.verified import Outcome, VerifiedPaper
from counter_app.dossier.verifying import FieldRow, State
from counter_app.dossier.whose import Place
from tests.conftest import filled
from tests.ui.window.conftest import BIRTH
from tests.ui.window.life import complete, receive, show
from tests.ui.window.read_papers import BIRTH as DECLARATION
from tests.ui.window.read_papers import CARD, CARD_CODE, NOTIFICATION, put
from ui.shell.main_window import MainWindow
from ui.verify.field_editor import FieldEditor, _meaning
from ui.verify.states import SIGNS, said

SLOW = 300_000
"""Milliseconds until a worker process has surely started on a busy machine."""
MOST_KEYS = 30
Typing = Callable[[QWidget, str], None]


@pytest.fixture(autouse=True)
def every_twentieth(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chance chooses each twentieth sure field for a spot check."""
    thrown = count(1)
    monkeypatch.setattr("random.random", lambda: 0.0 if next(thrown) % 20 == 0 else 0.9)


def scanned(
    qtbot: QtBot,
    window: MainWindow,
    lines: Sequence[str] = DECLARATION,
    doubtful: Sequence[str] = (),
    *,
    card: bool = True,
) -> MainWindow:
    """A birth of three papers lies scanned and read: the declaration, the hospital's paper, the mother's card."""
    intake = window.intake.intake
    desk = window.workplace.desk
    procedure = desk.knowledge.catalogue.get(BIRTH, desk.now().date())
    assert procedure is not None
    intake.choose(procedure)
    pages = [
        put(desk, intake.holder, "to-khai", lines, "birth_registration_declaration", doubtful=doubtful),
        put(desk, intake.holder, "giay-chung-sinh", NOTIFICATION, "birth_notification"),
    ]
    if card:
        pages.append(put(desk, intake.holder, "giay-to-tuy-than", CARD, "identity_card", codes=[CARD_CODE]))
    for page in pages:
        window.workplace.pages.page_changed.emit(page)
    qtbot.waitUntil(lambda: intake.verifying.read.counts.papers == len(pages) - 1, timeout=SLOW)
    return window


@dataclass
class Keyboard:
    """The only thing the clerk touches; it counts."""

    bot: QtBot
    window: MainWindow
    type_text: Typing
    pressed: list[str] = field(default_factory=list)

    def press(self, key: Qt.Key, *, control: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        self.pressed.append(key.name)
        self.bot.keyClick(QApplication.focusWidget() or self.window, key, held)

    def type(self, text: str) -> None:
        self.pressed += text
        focused = QApplication.focusWidget()
        assert focused is not None
        self.type_text(focused, text)


@pytest.fixture
def keyboard(qtbot: QtBot, window: MainWindow, type_text: Typing) -> Iterator[Keyboard]:
    window.activateWindow()
    yield Keyboard(qtbot, window, type_text)


def opened(keyboard: Keyboard) -> None:
    """What was read is on the screen beside the papers."""
    keyboard.press(Qt.Key.Key_J, control=True)
    ready(keyboard)


def ready(keyboard: Keyboard) -> None:
    panel = keyboard.window.intake.verify
    keyboard.bot.waitUntil(lambda: panel.is_ready)


def verified_whole(keyboard: Keyboard) -> None:
    """All is confirmed as it was read."""
    page = keyboard.window.intake
    opened(keyboard)
    while not page.at_form:
        ready(keyboard)
        asks = page.verify.paper.rows[page.verify._at].asks
        keyboard.press(Qt.Key.Key_Return, control=not asks)


def test_a_birth_of_three_papers_is_verified_with_thirty_keys(
    qtbot: QtBot, window: MainWindow, keyboard: Keyboard
) -> None:
    without_relation = [line for line in DECLARATION if not line.startswith("Quan hệ")]
    scanned(qtbot, window, without_relation, doubtful=("Quỳnh", "1988"))
    page = window.intake
    opened(keyboard)
    assert not page.at_form
    while not page.at_form:
        ready(keyboard)
        row = page.verify.paper.rows[page.verify._at]
        if row.state is State.MISSING:
            keyboard.type("Mẹ")
        if row.asks:
            keyboard.press(Qt.Key.Key_Return)
        else:
            keyboard.press(Qt.Key.Key_Return, control=True)
        assert len(keyboard.pressed) <= MOST_KEYS, keyboard.pressed

    owner = page.intake.draft.owner
    assert (owner.name, owner.identity_number, owner.born) == ("Nguyễn Thị Hường", "040190001234", "15/04/1990")
    assert page.applicant.owner.name.text() == "Nguyễn Thị Hường", "whom the declaration names fills what was empty"
    complete(window)
    with qtbot.waitSignal(page.intake.received, timeout=SLOW) as received:
        page.receive()
    dossier = received.args[0]
    assert dossier.concerned == ("Đặng Bảo Quỳnh",)
    declaration, card = [
        payload
        for entry in window.workplace.desk.store.entries.of_dossier(dossier.code)
        if isinstance(payload := entry.read(), FieldsVerified)
    ]
    how = {field.name: field.outcome for field in declaration.fields}
    assert len(how) == 28 and how["requester.relation"] is Outcome.TYPED
    assert how["subject.name"] is Outcome.ACCEPTED and how["mother.name"] is Outcome.SEEN
    assert any(field.spot_check and field.outcome is Outcome.ACCEPTED for field in declaration.fields)
    assert [field.name for field in card.fields][:2] == ["subject.identity_number", "subject.name"]


def test_a_dossier_is_received_without_verifying_and_nothing_unseen_is_entered(
    qtbot: QtBot, window: MainWindow
) -> None:
    scanned(qtbot, window)
    page = window.intake
    assert page.verify_bar.isVisible(), "it is offered"
    page.intake.type_person("owner", name="Nguyễn Thị Hường")
    complete(window)
    with qtbot.waitSignal(page.intake.received, timeout=SLOW) as received:
        page.receive()
    entries = window.workplace.desk.store.entries.of_dossier(received.args[0].code)
    assert "fields_verified" not in [entry.kind for entry in entries]


def test_the_offer_is_no_stop_on_the_way_to_the_receipt(qtbot: QtBot, window: MainWindow) -> None:
    assert not window.intake.verify_bar.isVisible(), "nothing was read"
    scanned(qtbot, window, card=False)
    assert window.intake.verify_bar.button.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_nothing_is_accepted_before_its_picture_is_there(qtbot: QtBot, window: MainWindow, keyboard: Keyboard) -> None:
    scanned(qtbot, window, card=False)
    keyboard.press(Qt.Key.Key_J, control=True)
    panel = window.intake.verify
    assert not panel.is_ready
    panel.take_in_view()
    assert panel.paper.verified.fields == ()
    ready(keyboard)
    keyboard.press(Qt.Key.Key_Return, control=True)
    taken = {field.name for field in panel.paper.verified.fields}
    shown = {panel.paper.rows[at].read.name for at in range(len(panel.paper.rows))}
    assert taken and taken < shown, "only what stood on the screen"


def test_a_missing_field_alarms_and_a_correction_is_kept_beside_what_was_read(
    qtbot: QtBot, window: MainWindow, keyboard: Keyboard
) -> None:
    without_mother = [line for line in DECLARATION if "người mẹ" not in line]
    scanned(qtbot, window, without_mother, doubtful=("12/11/2026",), card=False)
    assert window.intake.intake.verifying.read.counts.missing == 1
    opened(keyboard)
    panel = window.intake.verify
    assert panel.editor.state.text() == said(State.DOUBTFUL)
    assert "nhận ra theo tiêu đề “TỜ KHAI ĐĂNG KÝ KHAI SINH”, chắc 100 %" in panel.title.toolTip()
    keyboard.type("31/02/2026")
    keyboard.press(Qt.Key.Key_Return)
    assert panel.editor.hint.text() and panel.paper.verified.fields == (), "there is no such day: said, not taken"
    keyboard.press(Qt.Key.Key_F9)
    assert not window.intake.intake.receiving, "nothing is received from here"
    panel.editor.input.clear()
    keyboard.type("13/11/2026")
    keyboard.press(Qt.Key.Key_Tab)
    (born,) = panel.paper.verified.fields
    assert (born.outcome, born.normal, born.read) == (Outcome.CORRECTED, "2026-11-13", "12/11/2026")
    while panel.paper.rows[panel._at].state is not State.MISSING:
        keyboard.press(Qt.Key.Key_J, control=True)
    keyboard.press(Qt.Key.Key_Return)
    assert panel.paper.verified.fields[-1].outcome is Outcome.BLANK
    keyboard.press(Qt.Key.Key_Escape)
    assert window.intake.at_form
    opened(keyboard)
    assert born in panel.paper.verified.fields, "it goes on where it was left"


def test_tab_leads_from_field_to_field_and_accepts_nothing_by_itself(
    qtbot: QtBot, window: MainWindow, keyboard: Keyboard
) -> None:
    scanned(qtbot, window, doubtful=("Quỳnh",), card=False)
    opened(keyboard)
    panel = window.intake.verify
    before = panel._at
    keyboard.press(Qt.Key.Key_Tab)
    assert panel._at == before + 1 and panel.paper.verified.fields == ()
    keyboard.press(Qt.Key.Key_Up)
    assert panel._at == before and panel.editor.input.hasFocus()


def test_what_the_card_contradicts_is_looked_at_however_surely_it_was_read(
    qtbot: QtBot, window: MainWindow, keyboard: Keyboard
) -> None:
    scanned(qtbot, window, [line.replace("15/04/1990", "15/04/1991") for line in DECLARATION])
    opened(keyboard)
    panel = window.intake.verify
    row = panel.paper.rows[panel._at]
    assert row.read.name == "requester.born" and row.read.sure and row.state is State.DOUBTFUL
    assert "15/04/1990" in panel.editor.hint.text()
    keyboard.press(Qt.Key.Key_I, control=True)
    keyboard.press(Qt.Key.Key_Return)
    (born,) = panel.paper.verified.fields
    assert (born.outcome, born.value, born.normal) == (Outcome.CORRECTED, "15/04/1990", "1990-04-15")


def test_what_is_typed_from_handwriting_against_the_card_is_told_once_and_stays_only_if_it_is_meant(
    qtbot: QtBot, window: MainWindow, keyboard: Keyboard
) -> None:
    scanned(qtbot, window, doubtful=("15/04/1990",))
    opened(keyboard)
    panel = window.intake.verify
    assert panel.paper.rows[panel._at].read.name == "requester.born"
    keyboard.type("15/04/1991")
    keyboard.press(Qt.Key.Key_Return)
    assert not panel.paper.verified.fields and "trên Căn cước công dân là “15/04/1990”" in panel.editor.hint.text()
    keyboard.press(Qt.Key.Key_I, control=True)
    keyboard.press(Qt.Key.Key_Return)
    assert [field.value for field in panel.paper.verified.fields] == ["15/04/1990"], "what the card says was offered"
    panel._show_field(next(at for at, row in enumerate(panel.paper.rows) if row.read.name == "requester.name"))
    keyboard.type("Nguyễn Thị Hương")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.press(Qt.Key.Key_Return)
    name = panel.paper.verified.fields[0]
    assert (name.name, name.value) == ("requester.name", "Nguyễn Thị Hương"), "the form itself may say it otherwise"


def test_a_slip_of_enter_does_not_call_blank_what_is_written_by_hand_where_the_form_has_to_have_it(
    qtbot: QtBot, window: MainWindow, keyboard: Keyboard
) -> None:
    editor = window.intake.verify.editor
    kept: list[str] = []
    editor.settled.connect(lambda typed, _: kept.append(typed))
    by_hand = ReadField("mother.name", "name", box=(10, 20, 300, 40), page=1, expected=True)
    editor.show_field(FieldRow(by_hand), None)
    qtbot.keyClick(editor.input, Qt.Key.Key_Return)
    assert not kept and "ở đó có chữ viết" in editor.hint.text()
    qtbot.keyClick(editor.input, Qt.Key.Key_Return)
    assert kept == [""]


def test_what_does_not_look_like_its_kind_is_kept_by_enter_alone_and_not_by_a_key_that_leads_away(
    qtbot: QtBot, window: MainWindow, type_text: Typing
) -> None:
    editor = FieldEditor(window.workplace.desk)
    qtbot.addWidget(editor)
    kept: list[str] = []
    steps: list[int] = []
    editor.settled.connect(lambda typed, _: kept.append(typed))
    editor.step_wanted.connect(steps.append)
    editor.show_field(FieldRow(ReadField("mother.ethnicity", "ethnicity", box=(10, 20, 300, 40), page=1)), None)
    type_text(editor.input, "1993")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Tab):
        qtbot.keyClick(editor.input, key)
    assert not kept and not steps and "Không giống" in editor.hint.text()
    editor.input.selectAll()
    qtbot.keyClick(editor.input, Qt.Key.Key_Delete)
    qtbot.keyClick(editor.input, Qt.Key.Key_Up)
    assert not kept and steps == [-1], "nothing was typed that could be left behind"
    type_text(editor.input, "1993")
    qtbot.keyClick(editor.input, Qt.Key.Key_Return)
    assert kept == ["1993"], "it was told before"


def test_papers_by_hand_are_offered_the_office_as_their_addressee_and_the_card_s_holder_as_who_applies(
    qtbot: QtBot, window: MainWindow, keyboard: Keyboard
) -> None:
    scanned(qtbot, window, [*DECLARATION[:2], *DECLARATION[3:]])
    window.intake.intake.change(owner=window.intake.intake.draft.owner.model_copy(update={"name": "Nguyễn Thị Hường"}))
    opened(keyboard)
    panel = window.intake.verify
    offered = {}
    for at, row in enumerate(panel.paper.rows):
        if row.read.name in ("addressee", "requester.name"):
            panel._show_field(at)
            offered[row.read.name] = panel.editor._known
    assert offered == {"addressee": "Ủy ban nhân dân phường Sao Mai", "requester.name": "Nguyễn Thị Hường"}


@pytest.mark.parametrize(
    ("kind", "typed", "meant"),
    [
        ("issued", "12/06/2021", ("2021-06-12", True)),
        ("name", "Vừ Bá Xử", ("Vừ Bá Xử", True)),  # nobody's usual name, and one there may be
        ("name", "Vừ Y Mái", ("Vừ Y Mái", True)),  # Mai misread, where it was read
        ("name", "vừ y mái", ("", False)),
        ("date", "11/2026", ("2026-11", True)),
        ("money", "500000000", ("500000000", True)),
        ("money", "500 triệu đồng", ("", False)),  # and never 500
        ("date", "31/02/2026", ("", False)),
    ],
)
def test_what_a_clerk_types_holds_by_its_kind_and_means_nothing_where_it_does_not(
    kind: str, typed: str, meant: tuple[str, bool]
) -> None:
    assert _meaning(kind, typed) == meant


def test_a_card_that_was_confirmed_fills_what_the_declaration_leaves_open_of_the_same_person(
    qtbot: QtBot, window: MainWindow, keyboard: Keyboard
) -> None:
    scanned(qtbot, window, [line for line in DECLARATION if "15/04/1990" not in line])
    verified_whole(keyboard)
    owner = window.intake.intake.draft.owner
    assert (owner.identity_number, owner.born, owner.sex) == ("040190001234", "15/04/1990", "Nữ")
    assert not window.intake.card_bar.isVisible(), "it says nothing more"


def test_what_the_card_says_is_offered_where_the_declaration_could_not_be_read(
    qtbot: QtBot, window: MainWindow, keyboard: Keyboard
) -> None:
    without_address = [line for line in DECLARATION if not line.startswith("Nơi cư trú")]
    scanned(qtbot, window, without_address, doubtful=("15/04/1990",))
    opened(keyboard)
    panel = window.intake.verify
    assert panel.paper.rows[panel._at].read.name == "requester.born" and not panel.editor._known, "both say the same"
    keyboard.press(Qt.Key.Key_Tab)
    row = panel.paper.rows[panel._at]
    assert row.read.name == "requester.address" and row.state is State.EMPTY
    assert "Xóm 3, xã Nghi Lộc" in panel.editor.hint.text()
    keyboard.press(Qt.Key.Key_I, control=True)
    keyboard.press(Qt.Key.Key_Return)
    (address,) = panel.paper.verified.fields
    assert (address.outcome, address.value) == (Outcome.TYPED, "Xóm 3, xã Nghi Lộc, tỉnh Nghệ An")


def test_what_an_earlier_dossier_says_of_the_same_person_is_offered_where_the_papers_of_today_are_silent(
    qtbot: QtBot, window: MainWindow, keyboard: Keyboard
) -> None:
    desk = window.workplace.desk
    draft = filled(desk.new_draft(), BIRTH, "to-khai")
    before = draft.owner.model_copy(update={"name": "Nguyễn Thị Hường", "identity_number": "040190001234"})
    address = "Xóm 7, xã Đô Lương, tỉnh Nghệ An"
    desk.keep_draft(draft.model_copy(update={"owner": before.model_copy(update={"address": address})}))
    receiving.receive(desk, draft.id)
    scanned(qtbot, window, [line for line in DECLARATION if not line.startswith("Nơi cư trú")], card=False)
    opened(keyboard)
    panel = window.intake.verify
    qtbot.waitUntil(lambda: panel._of_before != ())
    panel._show_field(next(at for at, row in enumerate(panel.paper.rows) if row.read.name == "requester.address"))
    assert panel.editor.input.text() == "" and address in panel.editor.hint.text(), "offered, not filled in"
    keyboard.press(Qt.Key.Key_I, control=True)
    keyboard.press(Qt.Key.Key_Return)
    values = {field.name: field.value for field in panel.paper.verified.fields}
    assert values["requester.address"] == address


def test_places_complete_an_address_that_is_typed_from_its_picture_and_nothing_else(
    qtbot: QtBot, window: MainWindow, keyboard: Keyboard
) -> None:
    scanned(qtbot, window, [line for line in DECLARATION if not line.startswith("Nơi cư trú")], card=False)
    opened(keyboard)
    editor, panel = window.intake.verify.editor, window.intake.verify
    panel._show_field(next(at for at, row in enumerate(panel.paper.rows) if row.read.name == "requester.address"))
    keyboard.type("Xóm 3, xã Nghi L")
    offered = [editor.places.found.item(row).text() for row in range(editor.places.found.rowCount())]
    assert any("Nghi Lộc" in place for place in offered)
    keyboard.press(Qt.Key.Key_Tab)
    assert "không tìm thấy xã, phường này" in editor.hint.text() and not panel.paper.verified.fields, "told once"
    keyboard.press(Qt.Key.Key_Tab)
    assert panel.paper.verified.fields[-1].value == "Xóm 3, xã Nghi L", "what is not chosen stays as it was typed"
    assert not editor.places.popup().isVisible()
    panel._show_field(next(at for at, row in enumerate(panel.paper.rows) if row.read.kind == "identity_number"))
    assert editor.input.completer() is None, "a number is no place"


def test_whom_the_declaration_names_takes_nobodys_place_unasked(
    qtbot: QtBot, window: MainWindow, keyboard: Keyboard
) -> None:
    page = window.intake
    page.intake.type_person(Place.OWNER, name="Lê Văn Sơn", identity_number="040180009999")
    scanned(qtbot, window, card=False)
    verified_whole(keyboard)
    newcomer = page.intake.whose.newcomer
    assert newcomer is not None and newcomer.person.name == "Nguyễn Thị Hường"
    assert page.intake.draft.owner.name == "Lê Văn Sơn"
    assert page.newcomer.isVisible() and "Tờ khai đăng ký khai sinh" in page.newcomer.question.text()
    keyboard.press(Qt.Key.Key_Return)
    submitter = page.intake.draft.submitter
    assert submitter is not None and submitter.identity_number == "040190001234", "they file it for the owner"
    assert page.intake.draft.verified, "what was confirmed of the paper stays"


def test_pages_that_are_taken_out_propose_nothing_any_more(qtbot: QtBot, window: MainWindow) -> None:
    scanned(qtbot, window, card=False)
    intake = window.intake.intake
    (declaration,) = intake.pages_of("to-khai")
    intake.remove_page(declaration.id)
    assert intake.verifying.read.papers == ()
    qtbot.waitUntil(lambda: not window.intake.verify_bar.isVisible(), timeout=SLOW)


def test_pages_that_are_put_elsewhere_take_along_what_was_confirmed(
    qtbot: QtBot, window: MainWindow, keyboard: Keyboard
) -> None:
    scanned(qtbot, window, doubtful=("Quỳnh",), card=False)
    opened(keyboard)
    keyboard.press(Qt.Key.Key_Return)
    keyboard.press(Qt.Key.Key_Escape)
    intake = window.intake.intake
    (declaration,) = intake.pages_of("to-khai")
    with qtbot.waitSignal(intake.pages_moved):
        intake.move_pages([declaration], "van-ban-uy-quyen")
    qtbot.waitUntil(lambda: intake.verifying.read.counts.papers == 1, timeout=SLOW)
    (paper,) = intake.verifying.read.papers
    assert paper.component == "van-ban-uy-quyen" and [field.name for field in paper.verified.fields] == ["subject.name"]


def test_every_state_has_a_sign_and_a_word_of_its_own() -> None:
    assert len({sign.sign for sign in SIGNS.values()}) == len(State) == len({sign.word for sign in SIGNS.values()})


def test_what_the_paper_says_otherwise_is_offered_at_the_field(
    qtbot: QtBot, window: MainWindow, keyboard: Keyboard
) -> None:
    page, typed = window.intake, "Khối 2, phường Vinh Hưng, tỉnh Nghệ An"
    page.intake.type_person(Place.OWNER, name="Nguyễn Thị Hường", identity_number="040190001234", address=typed)
    scanned(qtbot, window, card=False)
    verified_whole(keyboard)
    form = page.applicant.owner
    assert form.address.text() == typed and form.born.text() == "15/04/1990"
    offer = form.fields["address"]
    assert "Xóm 3, xã Nghi Lộc" in offer.offer() and not form.fields["born"].offer()
    form.focus("address")
    keyboard.press(Qt.Key.Key_I, control=True)
    assert form.address.text() == page.intake.draft.owner.address == "Xóm 3, xã Nghi Lộc, tỉnh Nghệ An"
    assert not offer.offer()


def test_papers_are_verified_after_the_receipt_from_the_dossier_and_on_another_day_gone_on_with(
    qtbot: QtBot, window: MainWindow, keyboard: Keyboard
) -> None:
    desk, detail = window.workplace.desk, window.detail
    code = receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai")
    put(desk, code, "to-khai", DECLARATION, "birth_registration_declaration")
    show(qtbot, window, code)
    detail._tabs.setCurrentWidget(detail._pages_room)
    bar = detail.pages.verify_bar
    qtbot.waitUntil(bar.isVisible, timeout=SLOW)

    def settle(until: int) -> None:
        keyboard.press(Qt.Key.Key_J, control=True)
        qtbot.waitUntil(lambda: detail.verify.is_ready)
        while detail.at_verify and len(detail.verify.paper.open) > until:
            asks = detail.verify.paper.rows[detail.verify._at].asks
            keyboard.press(Qt.Key.Key_Return, control=not asks)

    def entered() -> tuple[VerifiedPaper, ...]:
        return next(item.verified for item in desk.dossier(code).components if item.key == "to-khai")

    settle(until=20)
    keyboard.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(entered()) == 1)
    half = entered()[0].fields
    assert half and detail.isVisible() and not detail.at_verify, "Esc leads back to the dossier"

    window.show_dossier(another := receive(window, "Trần Thị Mai", BIRTH, "to-khai", number="040190005678"))
    qtbot.waitUntil(lambda: detail._code_label.text() == another)
    show(qtbot, window, code)
    detail._tabs.setCurrentWidget(detail._pages_room)
    qtbot.waitUntil(lambda: detail.pages.verifying.read.counts.settled == len(half), timeout=SLOW)
    settle(until=20)
    done = detail.verify.paper
    while done.open:
        done = done.settled(done.open[0], done.rows[done.open[0]].value, "")
    detail.pages.verifying.take(done)
    qtbot.waitUntil(lambda: len(entered()[0].fields) > len(half))
    assert detail.at_verify, "a paper of which nothing is open is entered though the clerk has not left it"
    assert len(entered()) == 1, "one paper, gone on with"
    of_paper = [entry for entry in desk.store.entries.of_dossier(code) if isinstance(entry.read(), FieldsVerified)]
    assert len(of_paper) == 2, "an entry when the clerk left and one when the paper was done, not one a field"
