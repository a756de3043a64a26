"""The whole sets of papers of dossiers, printed by one key and told in one message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter_app.errors import CounterError
from counter_app.store.print_jobs import PrintJob
from ui.background.tasks import Progress
from ui.background.workplace import Workplace

PRINT_SET = "Ctrl+Shift+P"


@dataclass(frozen=True)
class _Asked:
    """The jobs, in the order in which they come out; of how many dossiers; what could not be made, by dossier."""

    jobs: tuple[PrintJob, ...]
    dossiers: int
    failures: tuple[tuple[str, CounterError], ...]


def print_whole_sets(workplace: Workplace, codes: Sequence[str]) -> None:
    """Asks for all papers of the dossiers that were not printed yet, one dossier after the other."""

    def work(progress: Progress) -> _Asked:
        from printing.whole_set import ask_for_set  # loads what lays papers out: never on the window's thread

        jobs: list[PrintJob] = []
        failures: list[tuple[str, CounterError]] = []
        printed = 0
        for code in codes:
            before = len(jobs)
            try:
                jobs.extend(ask_for_set(progress.desk, code))
            except CounterError as failure:
                failures.append((code, failure))
            else:
                printed += len(jobs) > before
        return _Asked(tuple(jobs), printed, tuple(failures))

    def done(asked: _Asked) -> None:
        for job in asked.jobs:
            workplace.printing.take(job)
        _tell(workplace, asked, len(codes))

    if codes:
        workplace.tasks.submit(work, done, in_order=True)


def _tell(workplace: Workplace, asked: _Asked, wanted: int) -> None:
    """One message: how many papers of how many dossiers go to the printer, and what does not."""
    said = [_say("%n papers", len(asked.jobs)) + " " + _say("of %n dossiers go to the printer.", asked.dossiers)]
    before = wanted - asked.dossiers - len(asked.failures)
    if not asked.jobs:
        said = []
    if before:
        said.append(_say("Of %n dossiers all papers were printed, or wait to be.", before))
    for code, failure in asked.failures[:1]:
        said.append(f"{code}: {failure.sentence(workplace.language)}")
    if len(asked.failures) > 1:
        said.append(_say("Nor those of %n other dossiers.", len(asked.failures) - 1))
    (workplace.messages.inform if asked.failures or not asked.jobs else workplace.messages.succeed)(" ".join(said))


def _say(sentence: str, count: int) -> str:
    return QCoreApplication.translate("whole_sets", sentence, None, count)
