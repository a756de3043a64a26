"""What the clerk is told, where, and for how long."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from counter_app.errors import CounterError
from ui.background.messages import Offer
from ui.shell import message_strip
from ui.shell.message_strip import HEIGHT, MessageStrip, Tone


class Jam(CounterError):
    what = "Paper is jammed in {device} <2>."
    todo = "Open the feeder & take it out."


@pytest.fixture
def strip(qtbot: QtBot) -> MessageStrip:
    strip = MessageStrip()
    qtbot.addWidget(strip)
    strip.resize(900, HEIGHT)
    strip.show()
    return strip


def told(strip: MessageStrip) -> list[str]:
    return [message.happened for message in strip.messages]


def test_an_error_says_what_and_what_to_do_and_the_bell_keeps_it_with_its_details(strip: MessageStrip) -> None:
    strip.show_error(Jam("status 6", device="ADF"), "en")
    assert strip.accessibleName() == "Paper is jammed in ADF <2>. Open the feeder & take it out."
    assert strip.text.text() == "<b>Paper is jammed in ADF &lt;2>.</b> Open the feeder &amp; take it out."
    assert strip.close_shown() and told(strip) == [] and not strip.close_shown()
    assert [message.details for message in strip.history] == ["Jam: status 6"]


def test_what_is_done_goes_after_a_while_and_what_was_said_before_it_is_read_again(
    strip: MessageStrip, qtbot: QtBot
) -> None:
    strip.stays[Tone.DONE] = 50
    strip.show_error(Jam(device="ADF"), "en")
    strip.show_done("Printed.")
    assert strip.shown is not None and strip.shown.happened == "Printed."
    qtbot.waitUntil(lambda: told(strip) == ["Paper is jammed in ADF <2>."])
    assert [message.happened for message in strip.history] == ["Printed.", "Paper is jammed in ADF <2>."]


def test_the_same_again_is_one_message(strip: MessageStrip) -> None:
    for _ in range(3):
        strip.show_error(Jam(device="ADF"), "en")
    assert len(strip.messages) == 1 and len(strip.history) == 1


def test_what_went_well_since_is_told_no_more(strip: MessageStrip) -> None:
    strip.show_error(Jam("status 6", device="ADF"), "en")
    strip.show_info("Somebody was here before.", "known before", lasts=True)
    strip.show_info("Another printer has it.")
    strip.take_back("Jam")
    strip.take_back("known before")
    assert told(strip) == ["Another printer has it."]


def test_nothing_said_over_one_persons_dossier_stays_over_another_persons(strip: MessageStrip) -> None:
    strip.show_whose("intake 1")
    strip.show_error(Jam(device="ADF"), "en")
    strip.show_whose("")
    assert told(strip) == ["Paper is jammed in ADF <2>."], "a list is nobody's"
    strip.show_info("The list was saved.")
    strip.show_whose("dossier H41.99-261125-0001")
    assert told(strip) == ["The list was saved."], "and what was said there is about nobody"


def test_what_is_said_while_a_fresh_intake_is_made_is_said_of_that_intake(strip: MessageStrip) -> None:
    strip.show_whose("intake 1")
    strip.show_info("Of the first.")
    strip.show_whose("intake")
    assert told(strip) == []
    strip.show_info("Of the second.")
    strip.show_whose("intake 2")
    assert told(strip) == ["Of the second."]


def test_a_long_message_takes_two_lines_and_no_pixel_more(strip: MessageStrip) -> None:
    strip.resize(320, HEIGHT)
    strip.show_info("Tờ giấy thứ nhất đã được quét nhưng máy quét không trả lời. " * 6)
    assert strip.height() == HEIGHT and strip.text.text().endswith("…")
    lines = strip.text.heightForWidth(strip.text.width()) / strip.text.fontMetrics().lineSpacing()
    assert lines < 2.5
    assert strip.history[0].happened.count("máy quét") == 6


def test_a_message_may_offer_what_to_do_about_it(strip: MessageStrip) -> None:
    taken: list[str] = []
    strip.show_info("They were sent home on 25/11.", "known before", Offer("Go on (F8)", lambda: taken.append("case")))
    assert strip.offer.isVisible() and strip.offer.text() == "Go on (F8)"
    strip.offer.click()
    assert taken == ["case"]


def test_what_is_offered_to_be_taken_back_goes_after_its_while_and_stands_in_the_history(
    strip: MessageStrip, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(message_strip, "OFFERED", 50)
    strip.show_done("Page 2 was deleted.", Offer("Undo (Ctrl+Z)", lambda: None))
    assert strip.offer.isVisible() and strip.offer.text() == "Undo (Ctrl+Z)"
    qtbot.waitUntil(lambda: told(strip) == [] and not strip.offer.isVisible())
    assert [message.happened for message in strip.history] == ["Page 2 was deleted."]
