"""Fields that say what is wrong, badges that say where a dossier stands, icons that can be seen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListView, QPushButton
from pytestqt.qtbot import QtBot

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.states import Status
from counter_app.resources import resource
from ui import theme
from ui.widgets.badges import DueBadge
from ui.widgets.elided_button import ElidedButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.labelled_field import LabelledField
from ui.widgets.rows_model import ListColumn, RowsModel
from ui.widgets.two_line_delegate import TwoLineDelegate

NOW = datetime(2026, 11, 25, 9, tzinfo=VIETNAM)


def test_a_field_says_what_is_wrong_and_takes_it_back(qtbot: QtBot) -> None:
    field = LabelledField("Full name", QLineEdit(), required=True)
    qtbot.addWidget(field)
    field.show()
    calm = field.sizeHint().height()
    field.set_error("The name is missing.")
    field.set_warning("It looks short.")
    assert field.error() == "The name is missing." and field.sizeHint().height() > calm
    assert field.editor.accessibleDescription() == "The name is missing. It looks short."
    assert QColor(field.editor.grab().toImage().pixel(40, 0)).red() > 120, "the frame is red"
    field.set_error("")
    field.set_warning("")
    assert field.sizeHint().height() == calm and field.editor.accessibleDescription() == ""


def test_a_box_to_tick_shows_that_the_cursor_is_on_it_whatever_brought_it_there(qtbot: QtBot) -> None:
    """After a key such as Ctrl+2 nothing showed where Space would tick."""
    box = QCheckBox("Filed by another person")
    qtbot.addWidget(box)
    box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    box.show()
    before = box.grab().toImage()
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: box.grab().toImage() != before)


@pytest.mark.parametrize(
    ("due", "status", "words", "ink"),
    [
        (NOW + timedelta(days=2), Status.ACCEPTED, "Due 27/11/2026 09:00", theme.GREEN),
        (NOW + timedelta(hours=8), Status.ACCEPTED, "Due today 25/11/2026 17:00", theme.AMBER),
        (NOW - timedelta(minutes=1), Status.IN_PROCESS, "Overdue since 25/11/2026 08:59", theme.RED),
        (NOW - timedelta(days=9), Status.RESULT_RETURNED, "Due 16/11/2026 09:00", theme.QUIET),
        (datetime(2026, 11, 25, 17, 30, tzinfo=UTC), Status.ACCEPTED, "Due 26/11/2026 00:30", theme.GREEN),
    ],
)
def test_the_due_date_is_judged_by_the_clock_in_vietnam(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, due: datetime, status: Status, words: str, ink: theme.Ink
) -> None:
    badge = DueBadge()
    monkeypatch.setattr(badge, "tr", lambda text: text, raising=False)  # whatever language another test left
    qtbot.addWidget(badge)
    badge.show_due(due, status, NOW)
    assert badge.text() == words and str(ink) in badge.styleSheet()


def test_a_dossier_without_a_term_has_no_due_badge(qtbot: QtBot) -> None:
    badge = DueBadge()
    qtbot.addWidget(badge)
    badge.show_due(None, Status.ACCEPTED, NOW)
    assert badge.isHidden()


def test_an_empty_list_offers_what_to_do(qtbot: QtBot) -> None:
    state = EmptyState("No page yet", "Put paper into the scanner.", "scan", action="Scan")
    qtbot.addWidget(state)
    with qtbot.waitSignal(state.action_chosen):
        state.button.click()
    without = EmptyState("No dossier", "None was received.", "paper")
    qtbot.addWidget(without)
    assert without.button.isHidden()


@pytest.mark.parametrize("name", sorted(path.stem for path in resource("icons").glob("*.svg")))
def test_every_icon_draws_something_in_the_ink_asked_for(qtbot: QtBot, name: str) -> None:
    image = theme.icon(name, theme.RED).pixmap(24, 24).toImage()
    inked = [image.pixelColor(x, y) for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() > 128]
    assert len(inked) > 15
    assert all(colour.red() > 150 and colour.green() < 60 for colour in inked)


def test_what_a_paper_says_otherwise_never_widens_the_column_of_its_field(qtbot: QtBot) -> None:
    field = LabelledField("Địa chỉ", QLineEdit())
    qtbot.addWidget(field)
    before = field.minimumSizeHint().width()
    field.set_offer("Giấy ghi: Xóm 3, xã Nghi Lộc, tỉnh Nghệ An (Ctrl+I để lấy)")
    assert field.minimumSizeHint().width() <= max(before, 60)
    assert field.offer().startswith("Giấy ghi: Xóm 3"), "all of it is said, whatever there is room for"


@pytest.mark.parametrize("framed", [True, False], ids=["framed", "flat"])
def test_a_button_that_gives_way_says_all_where_it_has_the_room_it_asked_for(qtbot: QtBot, framed: bool) -> None:
    """Its last letters were cut although the line was half empty."""
    made, whole = ElidedButton(400, framed=framed), QPushButton("Nhận kết quả giải quyết")
    whole.setFlat(not framed)
    made.setText(whole.text())
    pictures = []
    for button in (made, whole):
        qtbot.addWidget(button)
        button.resize(made.sizeHint())
        pictures.append(button.grab().toImage())
    assert pictures[0] == pictures[1]
    for button in (made, whole):
        button.resize(made.sizeHint().width() - 30, made.height())
    assert made.grab().toImage() != whole.grab().toImage(), "with less room it ends in an ellipsis"


def test_the_key_on_a_button_gives_way_before_its_words(qtbot: QtBot) -> None:
    """“Print on Quầy 1 (…” was read as if a word were lacking."""
    made, words = ElidedButton(400, framed=True), ElidedButton(400, framed=True)
    made.setText("Print on Quầy 1 (Ctrl+P)")
    words.setText("Print on Quầy 1")
    pictures = []
    for button in (made, words):
        qtbot.addWidget(button)
        button.resize(made.sizeHint().width() - 15, made.sizeHint().height())
        pictures.append(button.grab().toImage())
    assert pictures[0] == pictures[1]


def test_rows_of_two_lines_are_as_wide_as_their_list_however_narrow(qtbot: QtBot) -> None:
    """Names were cut without a word and a bar to scroll lay over them."""
    model = RowsModel([ListColumn("paper", "", str, second_line=str.upper)])
    model.show(["Tờ khai đăng ký khai sinh"])
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.setItemDelegate(TwoLineDelegate(view))
    view.resize(140, 120)
    view.show()
    assert view.horizontalScrollBar().maximum() == 0
    assert view.visualRect(model.index(0, 0)).width() == view.viewport().width()
