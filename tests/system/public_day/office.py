"""Two desks of one office and their province on a public day: the clock, the printer's tray, the line."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from counter_app.config import Profile, Server, sample_profile
from counter_app.desk import receiving
from counter_app.desk.desk import Desk, open_desk
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.draft import Draft
from counter_app.dossier.roles import Clerk, Task
from counter_app.dossier.subjects import Subject
from counter_app.sync.client import ProvincialServer
from counter_app.sync.exchange import sync_once
from counter_app.sync.sign_in import DeskSession
from printing.handout import ask_for, ask_for_document
from printing.layout.pictures import page_pictures
from printing.print_queue import PrintQueue
from tests.conftest import SUPERVISOR, receipts_of
from tests.printing.paper_printers import PaperPrinter

PICTURES = "COUNTER_PAPERS"
"""Names a folder for pictures of every paper of the day, to be looked at."""
_DPI = 110
CLERKS = {number: Clerk(name, frozenset(Task)) for number, name in ((1, "Trần Thị Mẫu"), (2, "Phan Văn Mẫu"))}


class DayClock:
    """The office's clock in the test's hand; it goes on a second each time it is asked."""

    def __init__(self, at: datetime) -> None:
        self._at = at

    def __call__(self) -> datetime:
        self._at += timedelta(seconds=1)
        return self._at

    def set(self, day: int, hour: int, minute: int = 0) -> None:
        """A moment of November 2026, never before one that was."""
        at = datetime(2026, 11, day, hour, minute, tzinfo=VIETNAM)
        assert at >= self._at.replace(second=0), "time runs one way"
        self._at = max(at, self._at)


@dataclass(frozen=True)
class Paper:
    """A paper that lies in the tray: what it is, and its bytes."""

    form: str
    codes: tuple[str, ...]
    pdf: bytes


@dataclass
class CounterDesk:
    """A desk, its printer, and its way in at the province."""

    desk: Desk
    session: DeskSession
    printer: PaperPrinter = field(default_factory=lambda: PaperPrinter("Quầy"))

    @property
    def clerk(self) -> str:
        """Who sits here."""
        return self.desk.clerk.name

    def opened_again(self) -> None:
        """The program was ended, and is begun anew on the same data."""
        before = self.desk
        self.desk = _at_work(before.store.folder, before.profile, before.now)

    def keep(self, draft: Draft) -> str:
        """Puts an intake on disk as a clerk typed it; its id."""
        self.desk.keep_draft(draft)
        return draft.id

    def receive(self, draft: Draft, despite: str = "") -> str:
        """Receives what was typed; the dossier's code."""
        return receiving.receive(self.desk, self.keep(draft), despite).code

    def print(self, form: str, *codes: str, about: Subject | None = None, size: str | None = None) -> Paper:
        """Asks for a paper and takes it out of the tray."""
        ask_for(self.desk, codes, form, about, printer=self.printer.name, size=size)
        return self._out(form, codes)

    def print_document(self, title: str, pdf: bytes) -> Paper:
        """Prints what is no form: a report, cover sheets."""
        ask_for_document(self.desk, pdf, title, printer=self.printer.name)
        return self._out(title, ())

    def sync(self, url: str) -> None:
        """One exchange with the province."""
        with ProvincialServer(Server(url=url), self.desk.store, self.session) as server:
            sync_once(self.desk.store, server)

    def _out(self, form: str, codes: tuple[str, ...]) -> Paper:
        before = len(self.printer.tray)
        PrintQueue(self.desk, lambda name: self.printer).run_once()
        (order,) = self.printer.tray[before:]
        return Paper(form, codes, order.pdf)


def profile_of(number: int) -> Profile:
    """Desk `number` of the sample office, with fee receipts of its own."""
    profile = sample_profile()
    desk = profile.desk.model_copy(update={"number": number})
    return profile.model_copy(update={"desk": desk, "receipts": receipts_of(number)})


def opened(folder: Path, number: int, now: Callable[[], datetime], code: str) -> CounterDesk:
    """The desk at work, whose one-time code the province gave out."""
    desk = _at_work(folder / f"desk-{number}", profile_of(number), now)
    return CounterDesk(desk, DeskSession(desk.store.desk, code))


def _at_work(folder: Path, profile: Profile, now: Callable[[], datetime]) -> Desk:
    """A supervisor stands by and confirms what needs a second person."""
    desk = open_desk(folder, profile, CLERKS[profile.desk.number]).seconded(SUPERVISOR)
    return replace(desk, now=now)


def hang_up_to_dry(papers: Sequence[Paper]) -> None:
    """Pictures of the papers, where somebody wants to look at them."""
    if wanted := os.environ.get(PICTURES):
        folder = Path(wanted)
        folder.mkdir(parents=True, exist_ok=True)
        for number, paper in enumerate(papers, start=1):
            for page, picture in enumerate(page_pictures(paper.pdf, _DPI), start=1):
                (folder / f"{number:02d}-{paper.form}-{page}.png").write_bytes(picture)
