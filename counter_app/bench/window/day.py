"""A scripted day at one desk, by keys and cards alone: run in a process of its own, prints what was measured as JSON.

`python -m counter_app.bench.window.day FOLDER DOSSIERS`: the folder of a desk that nobody opened an account at yet.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

from shiboken6 import isValid

from counter_app.bench.window.keyboard import Keyboard, NothingCame, Patience
from counter_app.bench.window.scanner import scanner, sheet
from counter_app.bench.window.stalls import Heartbeat
from counter_app.config import Devices, sample_profile
from counter_app.desk import accounts
from counter_app.desk.desk import Desk, open_desk
from printing.printers.order import Order, Progress
from ui.background.printers import printers_of
from ui.intake.page import IntakePage
from ui.shell.application import application, open_window
from ui.shell.main_window import MainWindow

BIRTH = "1.001193"
_PAPERS: tuple[tuple[str, ...], ...] = ((), ("Down",), ("Down", "Down"))
"""The keys to the papers of a birth that are scanned; the third is only shown."""
_MANY = 50  # handed over at once
_EVERY = 10  # of so many, one is asked for supplements, one looked up
_SITS_DOWN = 2.0  # seconds until the first citizen is there; starting has a bench of its own
_LOOK = 0.3  # seconds for which a report is looked at
_CLERK, _PASSWORD = "Trần Thị Mẫu", "đo tốc độ"
_GIVEN = ("Hương", "Dũng", "Mai", "Đức", "Ánh", "Quỳnh", "Sơn", "Thảo", "Tuệ", "Khuê")


@dataclass
class _Tray:
    """A printer whose papers come out at once."""

    name: str = "Quầy 1"
    papers: list[Order] = field(default_factory=list)

    def send(self, order: Order) -> str:
        self.papers.append(order)
        return ""

    def progress(self, job: str) -> Progress:
        return Progress.DONE

    def cancel(self, job: str) -> None:
        """Nothing lies in it for long."""

    def trays(self) -> list[str]:
        return []

    def check(self) -> None:
        """It always prints."""


class Day:
    """What a clerk does; `keys_of` are the fewest keys that something took."""

    def __init__(self, window: MainWindow, tray: _Tray, beat: Heartbeat, patience: Patience) -> None:
        self._window, self._tray, self._beat, self._patience = window, tray, beat, patience
        self._until = patience.until
        self.keys = Keyboard(patience.turn)
        self.keys_of: dict[str, int] = {}

    @contextmanager
    def doing(self, what: str) -> Iterator[None]:
        """A part of the day: its keys are counted, its stalls are told under its name."""
        before, self._beat.during = self.keys.count, what
        yield
        self._beat.during = "between"
        self.keys_of[what] = min(self.keys.count - before, self.keys_of.get(what, sys.maxsize))

    @property
    def _intake(self) -> IntakePage:
        return self._window.intake

    def receive(self, number: int) -> None:
        """A card, the procedure, three papers scanned, the receipt printed."""
        with self.doing("intake"):
            self._begin(number)
            for number_of_paper, way in enumerate(_PAPERS, start=1):
                self.keys.press(*way, "F5")
                self._until(partial(self._is_scanned, number_of_paper), f"F5 of paper {number_of_paper}")
            self.keys.press("F9")
            self._until(lambda: self._intake.at_receipt and self._intake.done.papers.model.rows, "F9")
            papers = len(self._tray.papers)
            self.keys.press("Ctrl+P")
            self._until(lambda: len(self._tray.papers) > papers, "Ctrl+P")

    def ask_for_supplements(self, number: int) -> None:
        """Somebody comes without their papers and gets Mẫu 02."""
        with self.doing("supplements"):
            self._begin(number)
            self.keys.press("Ctrl+2")
            self._until(lambda: self._intake.at_gaps and self._intake.gaps.form, "Ctrl+2")
            self.keys.press("Return")
            self._until(lambda: self._intake.at_receipt, "Mẫu 02")

    def look_up(self, number: int) -> None:
        """A dossier is looked for by its owner's number, read and left again."""
        with self.doing("look up"):
            self.keys.press("F3")
            self.keys.type(_number(number))
            self._until(lambda: self._window.lookup.model.rowCount() == 1, "a search")
            self.keys.press("Return")
            self._await_dossier()
            self.keys.press("Escape")
            self._until(self._window.lookup.isVisible, "Esc")
            self._window.lookup.field.clear()

    def hand_over_many(self, count: int) -> None:
        """The newest dossiers go to those who work on them, with the list that goes along."""
        with self.doing("hand over many"):
            self._do_on_all("Alt+1", count)
        self._close_many()

    def take_results(self, count: int) -> None:
        """What was handed over comes back done."""
        with self.doing("results of many"):
            self._do_on_all("Alt+2", count)
        self._close_many()

    def give_result(self, number: int) -> None:
        """Somebody shows their card and takes their result."""
        with self.doing("return with card"):
            self.keys.press("F3")
            self.keys.read_card(_card(number))
            self._until(lambda: self._window.lookup.model.rowCount() == 1, "a card at the list")
            self.keys.press("Return")
            self._await_dossier()
            self.keys.press("Alt+1")
            self._until(lambda: self._window.detail.steps.panel.form, "Alt+1")
            self.keys.press("Return")
            self._until(lambda: self._window.detail.steps.panel.form is None, "the return")
        self.keys.press("Escape")
        self._until(self._window.lookup.isVisible, "Esc")
        self._window.lookup.field.clear()

    def read_reports(self) -> None:
        """Books and reports, one after the other."""
        with self.doing("reports"):
            self.keys.press("F4")
            for _ in range(self._window.reports.list.count()):
                self._patience.pause(_LOOK)
                self._window.reports.list.setFocus()
                self.keys.press("Down")
            self._patience.pause(_LOOK)

    def lock(self) -> None:
        """Locked, and signed in again."""
        with self.doing("lock"):
            self.keys.press("Ctrl+L")
            self._until(lambda: self._window.lock.dialog, "Ctrl+L")
            self.keys.type(_PASSWORD)
            self.keys.press("Return")
            self._until(lambda: not self._window.lock.is_locked, "signing in")

    def _is_scanned(self, pages: int) -> bool:
        intake = self._intake.intake
        return len(intake.pages) >= pages and not self._window.workplace.pages.feeding(intake.holder)

    def _begin(self, number: int) -> None:
        self.keys.press("F2")
        self._until(lambda: self._intake.intake.ready and self._intake.intake.empty, "F2")
        self.keys.read_card(_card(number))
        self._until(lambda: self._intake.applicant.owner.name.text() == _name(number), "a card")
        if self._intake.papers.quick.isVisible():
            self.keys.press("Alt+1")
        else:  # nothing was received here yet
            self.keys.type(BIRTH)
            self.keys.press("Return")
        self._until(lambda: self._intake.intake.procedure, "the procedure")

    def _do_on_all(self, act: str, count: int) -> None:
        lookup = self._window.lookup
        self.keys.press("F3")
        self._until(lambda: lookup.model.rowCount() >= count, "the list")
        self.keys.press("Down", "Ctrl+A")
        self._until(lambda: len(lookup.chosen) >= count, "Ctrl+A")
        self.keys.press(act)
        self._until(lambda: lookup.many is not None and lookup.many.isVisible(), act)
        dialog = lookup.many
        assert dialog is not None
        self.keys.press("Return")
        self._until(lambda: dialog.outcome is not None and dialog.papers.model.rows, "an act on many")
        papers = len(self._tray.papers)
        self.keys.press("Ctrl+P")
        self._until(lambda: len(self._tray.papers) > papers, "the list of many")

    def _close_many(self) -> None:
        dialog = self._window.lookup.many
        assert dialog is not None
        self.keys.press("Escape")
        self._until(lambda: not isValid(dialog) or not dialog.isVisible(), "Esc in the dialog")
        self._window.activateWindow()  # no window manager does it here
        self._until(self._window.isActiveWindow, "the window")

    def _await_dossier(self) -> None:
        detail = self._window.detail
        self._until(
            lambda: detail.isVisible() and detail.steps.seen and detail.steps.seen.dossier.code == detail.code, "it"
        )


def run(folder: Path, dossiers: int) -> dict[str, object]:
    """The whole day; what was measured."""
    tray = _Tray()
    app = application()
    patience = Patience()
    patience.setParent(app)
    with ExitStack() as closing, scanner(sheet()) as device:
        window = open_window(_desk(folder, device), closing.callback, printers_of(lambda: [tray]))
        window.making.settled.connect(gc.freeze)
        window.resize(1366, 768)
        window.showNormal()  # maximised, it is as small as this screen of nowhere
        window.activateWindow()
        patience.until(window.isActiveWindow, "the window")
        patience.pause(_SITS_DOWN)
        patience.until(lambda: window.is_ready, "the window")
        gc.freeze()  # as at a desk
        with Heartbeat() as beat:
            day = Day(window, tray, beat, patience)
            try:
                _lead(day, dossiers)
            except NothingCame:
                print(*(message.sentence for message in window.messages.history[:5]), sep="\n", file=sys.stderr)
                raise
            patience.until(lambda: window.workplace.printing.jobs == [], "the printer")
    return {
        "keys": day.keys_of,
        "longest": asdict(beat.longest),
        "most_work": asdict(beat.most_work),
        "stalls": [asdict(stall) for stall in beat.stalls],
    }


def _lead(day: Day, dossiers: int) -> None:
    for number in range(dossiers):
        day.receive(number)
        if number % _EVERY == 0:
            day.ask_for_supplements(500 + number)
            day.look_up(number)
    together = min(dossiers, _MANY)
    day.hand_over_many(together)
    day.take_results(together)
    for number in range(dossiers - max(dossiers // _EVERY, 1), dossiers):
        day.give_result(number)
    day.read_reports()
    day.lock()


def _desk(folder: Path, device: str) -> Desk:
    profile = sample_profile().model_copy(update={"devices": Devices(scanner=device)})
    desk = open_desk(folder, profile)
    return desk.of(accounts.make_administrator(desk, _CLERK, _PASSWORD, _PASSWORD))


def _name(number: int) -> str:
    tens = ["Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười"]
    return f"Nguyễn {tens[number // 100 % 10]} {tens[number // 10 % 10]} {_GIVEN[number % 10]}"


def _number(number: int) -> str:
    return f"0401900{number:05d}"


def _card(number: int) -> str:
    return f"{_number(number)}||{_name(number)}|15041990|Nữ|Xóm {number % 30 + 1}, xã Mẫu, tỉnh Nghệ An|10052021"


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]), int(sys.argv[2])), ensure_ascii=False))
