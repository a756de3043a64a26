"""From the job to the tray, on a clerk's day when printers are off, refuse, break off, and the power goes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from counter_app.config import PROFILE, sample_profile, save_profile
from counter_app.desk.desk import Desk, open_desk
from counter_app.language import translate
from counter_app.store.print_jobs import JobState, PrintJob
from printing.errors import NoPrinter, PaperBrokeOff, PrinterGone, PrinterOff, PrinterRefused
from printing.handout import again, ask_for, ask_for_document
from printing.print_queue import JobMovedOn, Pauses, PrintQueue
from printing.printers.order import Printer
from printing.printers.reasons import NO_PAPER
from tests.conftest import CLERK, received
from tests.printing.paper_printers import PaperPrinter


class Clock:
    """Seconds in the test's hand."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


class Room:
    """A desk with two printers and its queue."""

    def __init__(self, desk: Desk, *, follows: bool = False) -> None:
        self.desk, self.clock = desk, Clock()
        self.a, self.b = PaperPrinter("Máy A", follows), PaperPrinter("Máy B", follows)
        self.told: list[tuple[int, JobState]] = []
        self.restart()

    def restart(self) -> None:
        """The program ended and begins anew."""
        tell = lambda job: self.told.append((job.id, job.state))  # noqa: E731
        self.queue = PrintQueue(self.desk, self.printer, tell, Pauses(self.clock))

    def printer(self, name: str) -> Printer:
        found = [item for item in (self.a, self.b) if name in ("", item.name)]
        if not found:
            raise PrinterGone(printer=name)
        return found[0]

    def job(self, asked: PrintJob) -> PrintJob:
        found = self.desk.store.print_jobs.get(asked.id)
        assert found is not None
        return found

    def state(self, asked: PrintJob) -> JobState:
        return self.job(asked).state

    def said(self, asked: PrintJob) -> str:
        failure = self.job(asked).failure
        return failure.sentence() if failure else ""


@pytest.fixture
def room(desk: Desk) -> Room:
    return Room(desk)


@pytest.fixture
def following(desk: Desk) -> Room:
    return Room(desk, follows=True)


def numbers(desk: Desk, code: str) -> list[int]:
    return [given.print_number for given in desk.dossier(code).papers]


def text_of(pdf: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(pdf))


def test_a_receipt_comes_out_and_is_in_the_journal(room: Room) -> None:
    code = received(room.desk)
    job = ask_for(room.desk, [code], "receipt", copies=2)
    assert room.queue.run_once() is None
    (order,) = room.a.tray
    assert (order.title, order.copies) == (f"receipt {job.id}", 2)
    assert order.pdf == room.desk.store.files.get(job.file.sha256)
    (given,) = room.desk.dossier(code).papers
    assert (given.form, given.file, given.print_number) == ("receipt", job.file, 1)
    assert room.state(job) is JobState.PRINTED
    assert room.told[-1] == (job.id, JobState.PRINTED)


def test_a_printer_that_is_off_leaves_the_paper_waiting_and_the_clerk_told(room: Room) -> None:
    code = received(room.desk)
    jobs = [ask_for(room.desk, [code], form, printer="Máy A") for form in ("receipt", "slip")]
    room.a.trouble = PrinterOff(printer="Máy A", reason=NO_PAPER)
    assert room.queue.run_once() == 2
    for job in jobs:
        assert room.state(job) is JobState.WAITING
        assert "Máy A" in room.said(job) and translate(*NO_PAPER) in room.said(job)
    assert numbers(room.desk, code) == []
    room.a.trouble = None
    assert room.queue.run_once() == 2, "it is left alone for a while"
    room.clock.seconds += 2
    assert room.queue.run_once() is None
    assert [order.title for order in room.a.tray] == [f"{job.title} {job.id}" for job in jobs]
    assert room.said(jobs[0]) == ""


def test_the_pauses_grow_and_the_clerk_who_helped_the_printer_ends_them(room: Room) -> None:
    job = ask_for(room.desk, [received(room.desk)], "receipt", printer="Máy A")
    room.a.trouble = PrinterGone(printer="Máy A")
    pauses = []
    for _ in range(6):
        pauses.append(room.queue.run_once())
        room.clock.seconds += pauses[-1] or 0
    assert pauses == [2, 4, 8, 16, 30, 30]
    room.queue.run_once()
    room.a.trouble = None
    room.queue.try_again(job.id)
    room.queue.run_once()
    assert room.state(job) is JobState.PRINTED


def test_what_is_asked_for_now_is_tried_now(room: Room) -> None:
    code = received(room.desk)
    room.a.trouble = PrinterOff(printer="Máy A")
    first = ask_for(room.desk, [code], "receipt", printer="Máy A")
    room.queue.run_once()
    room.a.trouble = None
    second = ask_for(room.desk, [code], "slip", printer="Máy A")
    room.queue.run_once()
    assert [order.title for order in room.a.tray] == [f"receipt {first.id}", f"slip {second.id}"]


def test_another_printer_takes_what_waits(room: Room) -> None:
    code = received(room.desk)
    job = ask_for(room.desk, [code], "receipt", printer="Máy A", tray="Khay 2")
    room.a.trouble = PrinterOff(printer="Máy A")
    room.queue.run_once()
    moved = room.queue.move(job.id, "Máy B")
    assert (moved.printer, moved.tray, moved.failure) == ("Máy B", "", None)
    room.queue.run_once()
    room.a.trouble = None
    room.clock.seconds += 60
    room.queue.run_once()
    assert (room.a.tray, len(room.b.tray)) == ([], 1)
    assert numbers(room.desk, code) == [1]
    with pytest.raises(JobMovedOn):
        room.queue.move(job.id, "Máy A")


def test_one_printer_s_trouble_is_not_another_s(room: Room) -> None:
    code = received(room.desk)
    room.a.trouble = PrinterOff(printer="Máy A")
    stuck = ask_for(room.desk, [code], "receipt", printer="Máy A")
    fine = ask_for(room.desk, [code], "slip", printer="Máy B")
    room.queue.run_once()
    assert (room.state(stuck), room.state(fine)) == (JobState.WAITING, JobState.PRINTED)


def test_a_refused_paper_is_not_given_and_holds_up_no_other(room: Room) -> None:
    code = received(room.desk)
    refused = ask_for(room.desk, [code], "receipt", printer="Máy A")
    room.a.trouble = PrinterRefused(printer="Máy A")
    room.queue.run_once()
    room.a.trouble = None
    other = ask_for(room.desk, [code], "slip", printer="Máy A")
    room.queue.run_once()
    assert (room.state(refused), room.state(other)) == (JobState.WAITING, JobState.PRINTED)
    assert "Máy A" in room.said(refused)
    assert [given.form for given in room.desk.dossier(code).papers] == ["slip"]
    room.queue.cancel(refused.id)
    assert room.queue.run_once() is None
    assert len(room.a.tray) == 1


def test_a_paper_whose_file_is_damaged_says_so_and_holds_up_no_other(room: Room) -> None:
    broken = ask_for_document(room.desk, b"%PDF", "document", printer="Máy A")
    (room.desk.store.folder / "files" / broken.file.sha256[:2] / broken.file.sha256).write_bytes(b"CTR1 damaged")
    fine = ask_for_document(room.desk, b"%PDF 2", "document", printer="Máy A")
    room.queue.run_once()
    assert (room.state(broken), room.state(fine)) == (JobState.WAITING, JobState.PRINTED)
    assert room.said(broken)


def test_a_desk_without_a_printer_is_told_so(desk: Desk) -> None:
    def none(name: str) -> Printer:
        raise PrinterGone(printer=name)

    job = ask_for(desk, [received(desk)], "receipt")
    PrintQueue(desk, none).run_once()
    kept = desk.store.print_jobs.get(job.id)
    assert kept and kept.failure and isinstance(kept.failure.error(), NoPrinter)


def test_what_a_printer_has_is_followed_until_it_lies_in_the_tray(following: Room) -> None:
    code = received(following.desk)
    job = ask_for(following.desk, [code], "receipt", printer="Máy A")
    assert following.queue.run_once() == 0.5
    following.restart()
    following.a.stuck = PrinterOff(printer="Máy A", reason=NO_PAPER)
    following.queue.run_once()
    assert following.state(job) is JobState.SENT and translate(*NO_PAPER) in following.said(job)
    assert numbers(following.desk, code) == [], "half a paper is none"
    following.a.stuck = None
    following.a.come_out()
    following.queue.try_again(job.id)
    following.queue.run_once()
    assert (following.state(job), following.said(job), numbers(following.desk, code)) == (JobState.PRINTED, "", [1])


def test_a_paper_that_another_printer_takes_does_not_come_out_of_the_first(following: Room) -> None:
    code = received(following.desk)
    job = ask_for(following.desk, [code], "receipt", printer="Máy A")
    following.queue.run_once()
    following.queue.move(job.id, "Máy B")
    following.queue.run_once()
    following.a.come_out()
    following.b.come_out()
    following.queue.run_once()
    assert (len(following.a.tray), len(following.b.tray), numbers(following.desk, code)) == (0, 1, [1])


def test_a_printer_that_does_not_answer_gives_no_paper_back(following: Room) -> None:
    job = ask_for(following.desk, [received(following.desk)], "receipt", printer="Máy A")
    following.queue.run_once()
    following.a.stuck = PrinterGone(printer="Máy A")
    for withdraw in (lambda: following.queue.move(job.id, "Máy B"), lambda: following.queue.cancel(job.id)):
        with pytest.raises(PrinterGone):
            withdraw()
    assert following.state(job) is JobState.SENT
    following.queue.settle(job.id, printed=False)
    following.queue.move(job.id, "Máy B")
    following.queue.run_once()
    assert (following.a.tray, list(following.b.inside)) == ([], ["1"])


@pytest.mark.parametrize("came_out", [True, False])
def test_a_paper_that_broke_off_is_the_clerk_s_to_judge(room: Room, came_out: bool) -> None:
    code = received(room.desk)
    job = ask_for(room.desk, [code], "receipt", printer="Máy A")
    room.a.trouble = PaperBrokeOff(printer="Máy A")
    room.queue.run_once()
    room.a.trouble = None
    room.clock.seconds += 60
    room.queue.run_once()
    assert room.state(job) is JobState.UNSURE and "Máy A" in room.said(job)
    assert (room.a.tray, numbers(room.desk, code)) == ([], [])
    room.queue.settle(job.id, printed=came_out)
    room.queue.run_once()
    assert (len(room.a.tray), numbers(room.desk, code)) == (0 if came_out else 1, [1])
    assert room.state(job) is JobState.PRINTED


def test_a_job_that_died_in_the_printer_is_not_given(following: Room) -> None:
    code = received(following.desk)
    job = ask_for(following.desk, [code], "receipt", printer="Máy A")
    following.queue.run_once()
    following.a.stuck = PaperBrokeOff(printer="Máy A")
    following.queue.run_once()
    assert (following.state(job), numbers(following.desk, code)) == (JobState.UNSURE, [])


def test_a_reprint_says_so_on_paper_and_in_the_journal(room: Room) -> None:
    code = received(room.desk)
    first = ask_for(room.desk, [code], "receipt")
    room.queue.run_once()
    for _ in range(2):
        again(room.desk, first.id)
        room.queue.run_once()
    papers = [text_of(order.pdf) for order in room.a.tray]
    assert ["In lại lần" in paper for paper in papers] == [False, True, True]
    assert "In lại lần 1" in papers[1] and "In lại lần 2" in papers[2]
    given = room.desk.dossier(code).papers
    assert [item.print_number for item in given] == [1, 2, 3]
    assert {item.file for item in given} == {first.file}


def test_the_first_paper_that_comes_out_is_the_first_print_whichever_was_asked_for_first(room: Room) -> None:
    code = received(room.desk)
    room.a.trouble = PrinterOff(printer="Máy A")
    stuck, quick = (ask_for(room.desk, [code], "receipt", printer=name) for name in ("Máy A", "Máy B"))
    room.queue.run_once()
    assert "In lại" not in text_of(room.b.tray[0].pdf)
    room.a.trouble = None
    room.queue.try_again(stuck.id)
    room.queue.run_once()
    assert "In lại lần 1" in text_of(room.a.tray[0].pdf)
    assert (room.job(quick).reprint, room.job(stuck).reprint) == (0, 1)
    assert numbers(room.desk, code) == [1, 2]


def test_a_number_in_doubt_is_not_used_again(room: Room) -> None:
    code = received(room.desk)
    doubtful = ask_for(room.desk, [code], "receipt", printer="Máy A")
    room.a.trouble = PaperBrokeOff(printer="Máy A")
    room.queue.run_once()
    ask_for(room.desk, [code], "receipt", printer="Máy B")
    room.queue.run_once()
    assert numbers(room.desk, code) == [2]
    room.queue.settle(doubtful.id, printed=True)
    assert sorted(numbers(room.desk, code)) == [1, 2]


KILLED = """
import os, signal, sys
from pathlib import Path
from counter_app.config import PROFILE, load_profile
from counter_app.desk.desk import open_desk
from printing.print_queue import PrintQueue
class Printer:
    name = "A"
    def send(self, order):
        Path(sys.argv[2]).write_bytes(order.pdf)
        os.kill(os.getpid(), signal.SIGKILL)
folder = Path(sys.argv[1])
PrintQueue(open_desk(folder, load_profile(folder / PROFILE)), lambda name: Printer()).run_once()
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is how Linux ends a process at once")
def test_a_program_killed_while_it_sends_asks_at_the_next_start_and_prints_nothing_twice(tmp_path: Path) -> None:
    folder, out = tmp_path / "desk", tmp_path / "out.pdf"
    save_profile(sample_profile(), folder / PROFILE)
    desk = open_desk(folder, sample_profile(), CLERK)
    code = received(desk)
    job = ask_for(desk, [code], "receipt", printer="A")
    behind = ask_for(desk, [code], "slip", printer="A")
    desk.store.close()
    environment = os.environ | {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    died = subprocess.run([sys.executable, "-c", KILLED, str(folder), str(out)], env=environment, timeout=60)
    assert died.returncode == -9 and out.exists()
    desk = open_desk(folder, sample_profile(), CLERK)
    printer = PaperPrinter("A")
    queue = PrintQueue(desk, lambda name: printer)
    queue.run_once()
    states = {item.id: item.state for item in desk.store.print_jobs.recent()}
    assert states == {job.id: JobState.UNSURE, behind.id: JobState.PRINTED}
    assert [order.title for order in printer.tray] == [f"slip {behind.id}"]
    queue.settle(job.id, printed=True)
    assert sorted(given.form for given in desk.dossier(code).papers) == ["receipt", "slip"]
    assert len(printer.tray) == 1
    desk.store.close()


class Killed(BaseException):
    """The program ended in the middle of a word with the printer."""


class Days(RuleBasedStateMachine):
    """Any sequence of faults, restarts and decisions of a clerk who tells the truth about the tray."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.desk = open_desk(self.folder, sample_profile(), CLERK)
        self.code = received(self.desk)
        self.room = Room(self.desk)
        self.room.b.follows = True
        self.printers = [self.room.a, self.room.b]

    def teardown(self) -> None:
        self.desk.store.close()
        shutil.rmtree(self.folder)

    def jobs(self, *states: JobState) -> list[PrintJob]:
        return [job for job in self.desk.store.print_jobs.recent() if job.state in states]

    def out(self) -> Counter[int]:
        """How often each job has come out on paper."""
        return Counter(int(order.title.split()[-1]) for printer in self.printers for order in printer.tray)

    @rule(form=st.sampled_from(["receipt", "slip"]), printer=st.sampled_from(["", "Máy A", "Máy B"]))
    def ask(self, form: str, printer: str) -> None:
        ask_for(self.desk, [self.code], form, printer=printer)

    @rule(which=st.integers(0, 1), kind=st.sampled_from([None, PrinterOff, PrinterGone, PrinterRefused, PaperBrokeOff]))
    def trouble(self, which: int, kind: type[PrinterGone] | None) -> None:
        self.printers[which].trouble = kind(printer=self.printers[which].name) if kind else None

    @rule(kind=st.sampled_from([None, PrinterOff, PrinterGone]))
    def stand_still(self, kind: type[PrinterOff] | None) -> None:
        self.room.b.stuck = kind(printer="Máy B") if kind else None

    @rule()
    def work(self) -> None:
        self.room.clock.seconds += 60
        self.room.queue.run_once()

    @rule()
    def come_out(self) -> None:
        self.room.b.come_out()

    @rule(which=st.integers(0, 1), taken=st.booleans())
    def die(self, which: int, taken: bool) -> None:
        """The power goes while a paper is on its way, before or after the printer had it."""
        printer = self.printers[which]
        send = printer.send

        def killed(order):  # type: ignore[no-untyped-def]
            if taken:
                printer.tray.append(order)
            raise Killed

        printer.send = killed  # type: ignore[method-assign]
        try:
            self.work()
        except Killed:
            self.room.restart()
        finally:
            printer.send = send  # type: ignore[method-assign]

    @precondition(lambda self: self.jobs(JobState.WAITING, JobState.SENT))
    @rule(data=st.data(), printer=st.sampled_from(["Máy A", "Máy B", ""]))
    def move_or_cancel(self, data: st.DataObject, printer: str) -> None:
        job = data.draw(st.sampled_from(self.jobs(JobState.WAITING, JobState.SENT)))
        try:
            if printer:
                self.room.queue.move(job.id, printer)
            else:
                self.room.queue.cancel(job.id)
        except (PrinterGone, PrinterRefused):
            assert job.state is JobState.SENT

    @precondition(lambda self: self.jobs(JobState.UNSURE))
    @rule(data=st.data())
    def settle(self, data: st.DataObject) -> None:
        job = data.draw(st.sampled_from(self.jobs(JobState.UNSURE)))
        self.room.queue.settle(job.id, printed=self.out()[job.id] > 0)

    @invariant()
    def nothing_comes_out_twice_and_the_journal_knows_what_did(self) -> None:
        out, printed = self.out(), self.jobs(JobState.PRINTED)
        assert max(out.values(), default=0) <= 1
        assert all(out[job.id] == 1 for job in printed)
        assert not any(out[job.id] for job in self.jobs(JobState.WAITING, JobState.CANCELLED))
        given = Counter((paper.form, paper.print_number) for paper in self.desk.dossier(self.code).papers)
        assert given == Counter((job.form, job.reprint + 1) for job in printed)
        assert max(given.values(), default=1) == 1, "a number is used once"


TestDays = Days.TestCase
TestDays.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
