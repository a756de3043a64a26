"""What the clerk is told, and for how long."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from counter_app.errors import CounterError
from ui.widgets.message_bar import MessageBar, Tone


class Jam(CounterError):
    what = "Paper is jammed in {device} <2>."
    todo = "Open the feeder & take it out."


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.resize(900, 200)
    bar.show()
    return bar


def told(bar: MessageBar) -> list[str]:
    return [message.says[0] for message in bar.messages]


def test_an_error_says_what_and_what_to_do_and_stays(bar: MessageBar, qtbot: QtBot) -> None:
    bar.show_error(Jam("status 6", device="ADF"), "en")
    message = bar.messages[0]
    assert message.accessibleName() == "Paper is jammed in ADF <2>. Open the feeder & take it out."
    assert message.text.text() == "<b>Paper is jammed in ADF &lt;2>.</b> Open the feeder &amp; take it out."
    qtbot.wait(150)
    assert told(bar) == ["Paper is jammed in ADF <2>."]
    message.closing.click()
    assert told(bar) == []


def test_details_are_there_when_asked_for(bar: MessageBar) -> None:
    bar.show_error(Jam("status 6", device="ADF"), "en")
    details = next(item for item in bar.findChildren(QLabel) if item.text() == "Jam: status 6")
    assert details.isHidden()
    bar.findChild(QToolButton, "details").click()
    assert not details.isHidden()


def test_three_at_the_most_the_newest_on_top_and_errors_outlast_news(bar: MessageBar) -> None:
    bar.show_error(Jam(device="ADF"), "en")
    for number in range(3):
        bar.show_info(f"News {number}")
    assert told(bar) == ["News 2", "News 1", "Paper is jammed in ADF <2>."]
    assert bar.messages[-1].tone is Tone.ERROR


def test_the_same_again_is_one_message(bar: MessageBar) -> None:
    for _ in range(3):
        bar.show_error(Jam(device="ADF"), "en")
    assert len(bar.messages) == 1


def test_what_went_well_since_is_told_no_more(bar: MessageBar) -> None:
    bar.show_error(Jam("status 6", device="ADF"), "en")
    bar.show_info("Going on with the intake of Hương.", "intake")
    bar.show_info("Another printer has it.")
    bar.take_back("Jam")
    bar.take_back("intake")
    assert told(bar) == ["Another printer has it."]
