"""How the bar under a page says what became of the paper's own shades, and how much of its marks was kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter_app.dossier.pages import ALL_SHADES, LEFT_TO_THE_PROGRAM, SOME_SHADES, Signature, Treatment
from scanning.pages import ReadPage
from ui.pages.decisions import Decisions, percent, signed_label
from ui.shell.application import speak

READ = ReadPage(1654, 2339, 200, 0, 0.0, False, 0, False, (), "", 90.0, (), "unknown", sheet=b"")


@pytest.fixture
def bar(qtbot: QtBot, qapp: object) -> Iterator[Decisions]:
    speak(qapp, "vi")  # type: ignore[arg-type]
    decisions = Decisions()
    qtbot.addWidget(decisions)
    yield decisions


def chips(bar: Decisions) -> list[str]:
    return [chip.text() for chip in bar.undoable]


def decided(qtbot: QtBot, bar: Decisions, click: object) -> Treatment:
    with qtbot.waitSignal(bar.decided) as told:
        click()  # type: ignore[operator]
    treatment = told.args[0]
    assert isinstance(treatment, Treatment)
    return treatment


def test_a_page_kept_in_its_own_shades_says_why_and_a_click_makes_it_white(qtbot: QtBot, bar: Decisions) -> None:
    bar.show_page(LEFT_TO_THE_PROGRAM, replace(READ, shades=ALL_SHADES, kept=0.9949))
    assert chips(bar) == ["Đã giữ nguyên màu giấy"]
    assert "mất nét" in bar.undoable[0].toolTip() and "99,4 %" in bar.undoable[0].toolTip()
    white = decided(qtbot, bar, bar.undoable[0].click)
    assert white == Treatment(whiten=True)
    bar.show_page(white, READ)
    assert chips(bar) == ["Để máy tự xử lý lại"]
    assert decided(qtbot, bar, bar.undoable[0].click) == Treatment()


def test_shades_in_parts_or_by_the_clerks_own_will_are_no_decision_of_the_program(bar: Decisions) -> None:
    bar.show_page(LEFT_TO_THE_PROGRAM, replace(READ, shades=SOME_SHADES))
    assert chips(bar) == []
    bar.show_page(Treatment(whiten=False), replace(READ, shades=ALL_SHADES))
    assert chips(bar) == ["Để máy tự xử lý lại"]


def test_as_scanned_is_pressed_and_given_back_to_the_program(qtbot: QtBot, bar: Decisions) -> None:
    bar.show_page(LEFT_TO_THE_PROGRAM, READ)
    assert not bar.as_scanned.isChecked()
    assert decided(qtbot, bar, bar.as_scanned.trigger) == Treatment(whiten=False)
    bar.show_page(Treatment(whiten=False), READ)
    assert bar.as_scanned.isChecked()
    assert decided(qtbot, bar, bar.as_scanned.trigger) == Treatment(whiten=None)


def test_a_picture_with_a_note_is_one_page_and_wanted_without_the_clerk_saying_so(bar: Decisions) -> None:
    note = Treatment(side=0, blank=False)
    bar.show_page(note, READ, with_note=True)
    assert chips(bar) == []
    bar.show_page(replace(note, straighten=False), READ, with_note=True)
    assert chips(bar) == ["Để máy tự xử lý lại"]


def test_each_part_of_a_sheet_says_which_it_is_and_a_click_makes_it_one_page(qtbot: QtBot, bar: Decisions) -> None:
    names = [
        "Nửa trái của hai trang",
        "Nửa phải của hai trang",
        "Mẫu phía trên của hai mẫu",
        "Mẫu phía dưới của hai mẫu",
    ]
    for side, name in enumerate(names, 1):
        bar.show_page(Treatment(rotation=0, side=side), replace(READ, side=side))
        assert chips(bar)[0] == name
        assert decided(qtbot, bar, bar.undoable[0].click).side == 0


def test_who_signed_is_named_and_that_nobody_checked_it(bar: Decisions) -> None:
    assert signed_label(()) == ""
    assert signed_label(("Sở Xây dựng (mẫu)",)) == "Đã ký số: Sở Xây dựng (mẫu), chưa kiểm tra"
    assert signed_label(("A", "B")) == "Đã ký số: A; B, chưa kiểm tra"


def test_a_signed_page_tells_below_the_bar_who_signed_and_when_and_offers_nothing_to_undo(bar: Decisions) -> None:
    signed = (Signature("Sở Xây dựng (mẫu)", "2026-11-24T20:15:00+00:00"), Signature("", None))
    bar.show_page(LEFT_TO_THE_PROGRAM, replace(READ, signatures=signed))
    assert bar.signed.text() == "Đã ký số: Sở Xây dựng (mẫu), 25/11/2026; không nêu tên người ký, chưa kiểm tra"
    assert bar.signed.isVisible() and chips(bar) == []
    bar.show_page(LEFT_TO_THE_PROGRAM, READ)
    assert not bar.signed.isVisible()
    bar.show_page(LEFT_TO_THE_PROGRAM, replace(READ, signatures=(Signature("<b>A</b>", None),)))
    assert bar.signed.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize(("share", "said"), [(1.0, "100"), (0.99999, "99,9"), (0.974, "97,4"), (0.5, "50")])
def test_a_share_is_never_rounded_up_to_all(share: float, said: str) -> None:
    assert percent(share) == said
