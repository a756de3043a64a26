"""The computer's clock is set wrong, or right again, in mid-day: the clerk is told before the next receipt."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.window.conftest import BIRTH, DeskAtWork, begun
from tests.ui.window.life import Clock, receive, says


def test_a_clock_that_is_set_a_day_forward_or_back_is_told(desk_at_work: DeskAtWork, clock: Clock) -> None:
    window = desk_at_work.open()
    clock.turn(days=1)
    window.teller.clock.look()
    assert "vừa nhảy từ 25/11/2026 09:00 sang 26/11/2026 09:00" in says(window)
    window.show_intake()
    begun(window)
    assert "vừa nhảy từ" in says(window), "whoever comes next"
    clock.turn(days=-1, hours=1)
    window.teller.clock.look()
    assert "vừa nhảy từ 26/11/2026 09:00 sang 25/11/2026 10:00" in says(window)
    assert "sang 26/11" not in says(window), "what was told before is no longer so"


def test_a_clock_that_goes_as_clocks_go_is_not_told(desk_at_work: DeskAtWork, clock: Clock) -> None:
    window = desk_at_work.open()
    for _ in range(3):
        clock.turn(minutes=2)
        window.teller.clock.look()
    assert "Đồng hồ" not in says(window)


def test_a_clock_that_is_behind_the_last_entry_is_told_at_the_start(
    qtbot: QtBot, desk_at_work: DeskAtWork, clock: Clock
) -> None:
    window = desk_at_work.open()
    receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai")
    desk_at_work.close()
    clock.turn(days=-3)
    window = desk_at_work.open()
    window.teller.clock.look()
    qtbot.waitUntil(lambda: "chỉ 22/11/2026 09:00, nhưng lần ghi gần nhất là 25/11/2026 09:00" in says(window))
