"""A citizen's card is held under the reader: what it types goes to the form, wherever the cursor is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from counter_app.dossier.identity import NotACardCode, read_card_qr
from ui.widgets.wedge_filter import WedgeFilter

CARD = "040190001234|187123456|Nguyễn Thị Hường|15041990|Nữ|Xóm 3, xã Nghi Lộc, tỉnh Nghệ An|10052021"
READER, SLOW, FINGERS = 0.004, 0.1, 0.12  # seconds between two keys


class Window(QWidget):
    """A form with a button, a reader and a clock that stands until a key is typed."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 100.0
        self.name, self.note, self.button = QLineEdit("Đặng"), QPlainTextEdit("đã hẹn"), QPushButton("Receive")
        layout = QVBoxLayout(self)
        for part in (self.name, self.note, self.button):
            layout.addWidget(part)
        self.scanned: list[str] = []
        self.pressed = 0
        self.button.clicked.connect(self._count)
        self.wedge = WedgeFilter(self, clock=lambda: self.now)
        self.wedge.card_scanned.connect(self.scanned.append)
        self.read: list[str] = []
        self.wedge.code_scanned.connect(self.read.append)

    def type(
        self, target: QWidget, text: str, gap: float, end: bool = True, stamps: Iterator[int] | None = None
    ) -> None:
        keys = [(0, letter) for letter in text] + ([(Qt.Key.Key_Return, "\r")] if end else [])
        for code, letter in keys:
            self.now += gap
            key = Qt.Key.Key_Space if letter == " " else code
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
                if stamps is not None and kind is QEvent.Type.KeyPress:
                    event.setTimestamp(next(stamps))
                QApplication.sendEvent(target, event)

    def _count(self) -> None:
        self.pressed += 1


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    window = Window()
    qtbot.addWidget(window)
    window.show()
    window.wedge.watch()
    yield window
    window.wedge.stop_watching()


@pytest.mark.parametrize("field", ["name", "note"])
def test_a_card_leaves_the_field_as_it_was(window: Window, field: str) -> None:
    target: QWidget = getattr(window, field)
    window.type(target, CARD, READER)
    assert window.scanned == [CARD]
    assert (window.name.text(), window.note.toPlainText()) == ("Đặng", "đã hẹn")


def test_a_space_in_the_card_does_not_press_the_button_with_the_focus(window: Window) -> None:
    window.type(window.button, CARD, READER)
    assert window.scanned == [CARD] and window.pressed == 0
    window.type(window.button, " ", FINGERS, end=False)
    assert window.pressed == 1, "fingers still press it"


def test_what_fingers_type_is_theirs(window: Window) -> None:
    window.name.clear()
    for text in ("Nguyễn Thị Hường", "040190001234", "1|2|3"):
        window.type(window.name, text, FINGERS)
    assert window.scanned == [] and window.name.text() == "Nguyễn Thị Hường0401900012341|2|3"


@pytest.mark.parametrize("gap", [SLOW, FINGERS, 0.4])
@pytest.mark.parametrize("end", [True, False])
@pytest.mark.parametrize("field", ["name", "note"])
def test_a_slow_reader_is_read_with_and_without_enter(
    window: Window, qtbot: QtBot, field: str, end: bool, gap: float
) -> None:
    window.type(getattr(window, field), CARD, gap, end)
    qtbot.waitUntil(lambda: window.scanned == [CARD])
    assert (window.name.text(), window.note.toPlainText()) == ("Đặng", "đã hẹn")


@pytest.mark.parametrize("gap", [READER, SLOW])
def test_a_reader_without_enter_presses_no_button(window: Window, qtbot: QtBot, gap: float) -> None:
    window.type(window.button, CARD, gap, end=False)
    qtbot.waitUntil(lambda: window.scanned == [CARD])
    assert window.pressed == 0


def test_a_reader_that_ends_with_tab_stays_in_the_field(window: Window) -> None:
    window.name.setFocus()
    window.type(window.name, CARD, READER, end=False)
    QApplication.sendEvent(
        window.name, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "\t")
    )
    assert window.scanned == [CARD] and window.name.text() == "Đặng" and window.focusWidget() is window.name


def test_digits_that_the_system_takes_for_a_held_key_count(window: Window) -> None:
    card = CARD.replace("040190001234", "040190111111")
    window.name.setFocus()
    before = ""
    for letter in card:
        window.now += READER
        key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter, letter == before)
        QApplication.sendEvent(window.button, key)
        before = letter
    window.type(window.button, "", READER)
    assert window.scanned == [card]


def test_a_card_without_a_day_of_issue_ends_too(window: Window, qtbot: QtBot) -> None:
    short = CARD.removesuffix("|10052021")
    window.type(window.name, short, SLOW, end=False)
    qtbot.waitUntil(lambda: window.scanned == [short])
    assert window.name.text() == "Đặng"


def test_a_card_from_the_menu_of_a_field_is_taken_out_of_its_text(
    window: Window, qtbot: QtBot, qapp: QApplication
) -> None:
    qapp.clipboard().setText(f"thẻ: {CARD}")
    window.note.setFocus()
    qtbot.waitUntil(window.note.hasFocus)
    window.note.paste()
    qtbot.waitUntil(lambda: window.scanned == [CARD])
    assert window.note.toPlainText() == "thẻ: đã hẹn"


def test_a_dossiers_code_from_the_reader_goes_where_the_cursor_is(window: Window, qtbot: QtBot) -> None:
    window.name.clear()
    with qtbot.waitSignal(window.name.returnPressed):
        window.type(window.name, "H41.99-261124-0001-KHAISINH", READER)
    assert window.scanned == [] and window.name.text() == "H41.99-261124-0001-KHAISINH"


@pytest.mark.parametrize("field", ["name", "note", "button"])
def test_the_code_of_a_receipt_is_read_wherever_the_cursor_is(window: Window, field: str) -> None:
    for token in ("aB3-_xYz90QrStUv", "-BCDefghIJKLmnop"):
        window.type(getattr(window, field), token, READER)
        window.now += 1
        assert window.read.pop() == token
    assert (window.name.text(), window.note.toPlainText(), window.pressed) == ("Đặng", "đã hẹn", 0)


@pytest.mark.parametrize("end", [True, False])
@pytest.mark.parametrize("field", ["name", "button"])
def test_a_receipt_whose_code_is_an_address_is_read_with_and_without_enter(
    window: Window, qtbot: QtBot, field: str, end: bool
) -> None:
    for address in (
        "https://tra-cuu.example.vn/look-up?ma=aB3-_xYz90QrStUv",
        "http://mot-cua.example.vn/h/aB3-_xYz90QrStUv",
    ):
        window.type(getattr(window, field), address, READER, end)
        qtbot.waitUntil(lambda: window.read == ["aB3-_xYz90QrStUv"])
        window.read.clear()
        window.now += 1
    assert (window.name.text(), window.pressed) == ("Đặng", 0)


@pytest.mark.parametrize(
    "text",
    [
        "https://example.vn/",
        "4019000123456789",
        "NGUYENTHIHUONGHN",
        "nguyenthihuonghn",
        "aB3-_xYz90QrStU",
        "aB3-_xYz90QrStUvW",
    ],
)
def test_other_codes_are_no_receipt(window: Window, text: str) -> None:
    window.name.clear()
    window.type(window.name, text, READER)
    assert window.read == [] and window.name.text() == text


def test_a_receipts_code_is_read_slowly_where_it_stands_alone_and_pasted(
    window: Window, qtbot: QtBot, qapp: QApplication
) -> None:
    window.type(window.name, "aB3-_xYz90QrStUv", SLOW)
    assert window.read == [] and window.name.text() == "ĐặngaB3-_xYz90QrStUv", "behind a name it may be anything"
    window.name.clear()
    window.type(window.name, "aB3-_xYz90QrStUv", SLOW)
    assert window.read.pop() == "aB3-_xYz90QrStUv" and window.name.text() == ""
    qapp.clipboard().setText("aB3-_xYz90QrStUv")
    qtbot.keyClick(window.name, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.read == ["aB3-_xYz90QrStUv"]


def test_typing_right_before_the_card_is_kept(window: Window) -> None:
    window.type(window.name, " Thị", FINGERS, end=False)
    window.now += FINGERS
    window.type(window.name, CARD, READER)
    assert window.scanned == [CARD] and window.name.text() == "Đặng Thị"


def test_two_cards_in_a_row(window: Window) -> None:
    other = CARD.replace("Hường", "Hoa")
    window.type(window.name, CARD, READER)
    window.now += 1
    window.type(window.name, other, READER)
    assert window.scanned == [CARD, other]


def test_a_busy_window_that_sees_the_keys_late_still_knows_the_reader(window: Window) -> None:
    stamps = iter(range(50_000, 60_000, 5))  # milliseconds, as the system notes them
    window.type(window.name, CARD, 0.2, stamps=stamps)
    assert window.scanned == [CARD] and window.name.text() == "Đặng"


def test_a_card_through_an_input_method(window: Window, qtbot: QtBot) -> None:
    for letter in CARD:
        window.now += READER
        event = QInputMethodEvent()
        event.setCommitString(letter)
        QApplication.sendEvent(window.name, event)
    with qtbot.waitSignal(window.wedge.composed):
        window.type(window.name, "", READER)
    assert window.scanned == [CARD] and window.name.text() == "Đặng"


def test_an_input_method_that_takes_letters_back_composes_the_card_and_it_is_told(window: Window, qtbot: QtBot) -> None:
    """As UniKey does it: Moong under Telex, Mo, then a backspace and ô."""
    start, end = CARD.replace("Nguyễn Thị Hường", "Moong Thị Mẫu").split("o", 1)
    window.type(window.name, start + "o", READER, end=False)
    back = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier, "\b")
    QApplication.sendEvent(window.name, back)
    with qtbot.waitSignal(window.wedge.composed):
        window.type(window.name, "ô" + end.removeprefix("o"), READER)
    assert window.scanned == [CARD.replace("Nguyễn Thị Hường", "Mông Thị Mẫu")] and window.name.text() == "Đặng"


def test_digits_that_vni_took_for_tones_are_refused_and_the_field_is_as_it_was(window: Window) -> None:
    """The first digits changed the word before them; the number is not whole any more, so nothing is guessed."""
    window.name.setText("hẹn")
    for letter in "190001234|" + CARD.split("|", 1)[1]:
        window.now += READER
        event = QInputMethodEvent()
        event.setCommitString(letter)
        QApplication.sendEvent(window.name, event)
    window.type(window.name, "", READER)
    assert len(window.scanned) == 1 and window.name.text() == "hẹn"
    with pytest.raises(NotACardCode):
        read_card_qr(window.scanned[0])


def test_a_pasted_card_counts_and_other_pastes_are_pastes(window: Window, qtbot: QtBot, qapp: QApplication) -> None:
    window.name.setFocus()
    paste: Callable[[], None] = lambda: qtbot.keyClick(window.name, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)  # noqa: E731
    qapp.clipboard().setText(CARD + "\n")
    paste()
    assert window.scanned == [CARD] and window.name.text() == "Đặng"
    window.name.clear()
    qapp.clipboard().setText("Hoàng Đình Thưởng")
    paste()
    assert window.name.text() == "Hoàng Đình Thưởng" and len(window.scanned) == 1


def test_a_card_read_into_a_field_that_goes_away_is_told_all_the_same(window: Window, qtbot: QtBot) -> None:
    """A dialog closes while the reader, which sends no Enter, is at it."""
    field = QLineEdit(window)
    window.type(field, CARD, READER, end=False)
    field.deleteLater()
    with qtbot.waitSignals([field.destroyed, window.wedge.card_scanned]):
        pass
    assert window.scanned == [CARD]


def test_a_closed_window_takes_nothing_that_is_typed_into_the_next_one(window: Window, qtbot: QtBot) -> None:
    other = Window()
    qtbot.addWidget(other)
    other.wedge.watch()
    window.type(other.name, CARD.split("|", maxsplit=1)[0], READER, end=False)
    window.wedge.stop_watching()
    window.type(other.name, "|" + CARD.split("|", maxsplit=1)[1], READER)
    other.wedge.stop_watching()
    assert (window.scanned, other.scanned) == ([], [CARD])
