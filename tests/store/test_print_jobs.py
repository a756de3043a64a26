"""Print jobs in the store."""

from __future__ import annotations

from pathlib import Path

import pytest

from counter_app.dossier.payloads.papers import PaperGiven
from counter_app.dossier.subjects import WHOLE, OneReceipt, WayThrough
from counter_app.dossier.value import FileRef
from counter_app.errors import StoredFailure
from counter_app.language import Phrase
from counter_app.store.database import connect
from counter_app.store.migrations import migrations
from counter_app.store.print_jobs import Choice, JobState, PrintJob, PrintJobs, reprint_number
from counter_app.store.store import Store
from printing.errors import PrinterOff, PrinterRefused
from printing.printers.reasons import NO_PAPER
from tests.dossier.entries import AT, CODE, received

FILE = FileRef(sha256="ab" * 32, size=1, media_type="application/pdf")
JOB = PrintJob(title="receipt", form="receipt", codes=(CODE,), file=FILE, asked_at=AT, changed_at=AT, clerk="Mẫu")


def test_a_job_comes_back_as_it_was_with_a_number_that_no_other_gets(store: Store) -> None:
    first = store.print_jobs.add(JOB)
    second = store.print_jobs.add(
        JOB.model_copy(
            update={
                "codes": (CODE, "H41.99-261124-0002"),
                "about": OneReceipt("01BLP2-001 NA-26T", 1),
                "size": "A5",
                "tray": "Khay 2",
            }
        )
    )
    assert (first.id, second.id) == (1, 2)
    failure = StoredFailure.of(PrinterOff("media-empty", printer="Máy A", reason=NO_PAPER))
    changed = second.model_copy(update={"state": JobState.SENT, "remote": "7", "failure": failure, "reprint": 3})
    store.print_jobs.put(changed)
    assert store.print_jobs.get(2) == changed
    assert store.print_jobs.get(1) == first
    assert store.print_jobs.get(3) is None


def test_what_still_wants_something_is_listed_in_order_and_the_rest_is_kept(store: Store) -> None:
    for state in JobState:
        store.print_jobs.add(JOB.model_copy(update={"state": state}))
    open_states = [job.state for job in store.print_jobs.open()]
    assert open_states == [JobState.WAITING, JobState.SENDING, JobState.SENT, JobState.UNSURE]
    assert [job.id for job in store.print_jobs.recent(2)] == [6, 5]
    assert len(store.print_jobs.open_of(CODE)) == 4
    assert store.print_jobs.open_of("H41.99-261124-0002") == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_fault_is_said_as_the_failure_was(store: Store, language: str) -> None:
    failures = (
        PrinterOff("media-empty", printer="Máy A", reason=NO_PAPER),
        PrinterOff(printer="Máy A", reason=Phrase("printers", "it is off, out of paper or stopped")),
        PrinterRefused(printer="Máy A"),
    )
    for failure in failures:
        job = store.print_jobs.add(JOB.model_copy(update={"failure": StoredFailure.of(failure)}))
        kept = store.print_jobs.get(job.id)
        assert kept is not None
        assert kept.failure is not None and kept.failure.sentence(language) == failure.sentence(language)
        assert type(kept.failure.error()) is type(failure)


def test_a_form_without_a_choice_of_its_own_follows_that_for_all_others(store: Store) -> None:
    jobs = store.print_jobs
    assert jobs.choice("receipt") == Choice()
    jobs.choose("", Choice(printer="Máy chung"))
    jobs.choose("slip", Choice(printer="Máy nhiệt", size="58mm"))
    jobs.choose("slip", Choice(printer="Máy nhiệt", size="80mm", copies=2))
    assert jobs.choice("receipt") == jobs.choice("") == Choice(printer="Máy chung")
    assert jobs.choice("slip") == Choice(printer="Máy nhiệt", size="80mm", copies=2)


def test_a_number_follows_the_highest_of_the_same_paper_of_any_of_the_dossiers(store: Store) -> None:
    dossier = store.journal.append(received(), dossier=CODE, clerk="Mẫu", at=AT, salt="salt")
    changes = (
        {"reprint": 4},
        {"about": WayThrough(2), "reprint": 8},
        {"form": "slip", "reprint": 9},
        {"codes": ("X",)},
    )
    jobs = [JOB.model_copy(update=change) for change in changes]
    assert reprint_number("receipt", WHOLE, [dossier], jobs, store.lost_numbers) == 5
    assert reprint_number("receipt", WayThrough(2), [dossier], jobs, store.lost_numbers) == 9
    assert reprint_number("receipt", WayThrough(3), [dossier], jobs, store.lost_numbers) == 0
    no_form = JOB.model_copy(update={"form": "", "reprint": 3})
    assert reprint_number("", WHOLE, [dossier], [no_form], store.lost_numbers) == 0
    given = PaperGiven(form="receipt", file=FILE, print_number=7)
    dossier = store.journal.append(given, dossier=CODE, clerk="Mẫu", at=AT, salt="salt")
    assert reprint_number("receipt", WHOLE, [dossier], jobs, store.lost_numbers) == 7


def test_a_desk_of_before_gets_its_print_jobs(tmp_path: Path) -> None:
    db = connect(tmp_path / "old.db", bytes(32))
    migrations.apply(db, stop_before="print_jobs")
    migrations.apply(db)
    assert PrintJobs(db).add(JOB).id == 1
    db.close()
