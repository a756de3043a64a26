"""Lists and numbers in narrow forms: nothing is cut in the middle of a letter."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from ui.theme import apply_theme
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.number_box import NumberBox

LONG = "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết hồ sơ"


def test_a_choice_that_has_no_room_ends_in_an_ellipsis_and_tells_all_in_its_tooltip_and_when_it_opens(
    qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp, "light")
    box = ChoiceBox()
    box.addItems([LONG, "Phí"])
    qtbot.addWidget(box)
    box.resize(160, 30)
    box.show()
    qtbot.waitExposed(box)
    assert box.is_cut
    box.grab()
    QApplication.sendEvent(box, QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(5, 5), box.mapToGlobal(QPoint(5, 5))))
    assert QToolTip.text() == LONG
    box.showPopup()
    whole = box.fontMetrics().horizontalAdvance(LONG)
    assert box.view().width() >= min(whole + 1, box.screen().geometry().width()), "wide letters fill a small screen"
    box.hidePopup()
    box.setCurrentIndex(1)
    assert not box.is_cut
    box.resize(whole + 100, 30)
    box.setCurrentIndex(0)
    assert not box.is_cut


def test_a_number_stands_as_far_from_the_edge_as_words_do(qtbot: QtBot) -> None:
    box = NumberBox(minimum=1, maximum=99, value=15)
    qtbot.addWidget(box)
    assert box.value() == 15 and box.lineEdit().textMargins().left() > 0
