"""`counter import-procedures`: files of procedures → the office's catalogue, with a report of what changed."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from counter_app.errors import CounterError, ExitStatus
from counter_app.knowledge import Knowledge, adopt_plan, load_knowledge
from counter_app.procedures.data_files import DataFault
from counter_app.procedures.import_files import plan_of
from counter_app.procedures.import_report import lines, summary
from counter_app.procedures.importing import Effect


def import_procedures(files: list[Path], own: Path, province: Path | None, today: date, *, adopt: bool = True) -> int:
    """Takes over one file after the other, each whole or not at all, and tells of every procedure that changes.

    `adopt` False only tells. A file that is no catalogue is told on standard error, and the others are done all the
    same; the status says that something was left out.
    """
    knowledge = load_knowledge(own, province)
    done = [_import(file, knowledge, today, adopt=adopt) for file in files]
    return ExitStatus.DONE if all(done) else ExitStatus.NOT_DONE


def _import(file: Path, knowledge: Knowledge, today: date, *, adopt: bool) -> bool:
    try:
        plan = plan_of(file, knowledge.catalogue, today)
        if adopt:
            adopt_plan(knowledge, plan)
    except CounterError as failure:
        faults = (
            [f"{fault.where}: {fault.said()}" for fault in failure.faults] if isinstance(failure, DataFault) else []
        )
        for said in faults or [f"{file.name}: {failure.sentence()}"]:
            print(said, file=sys.stderr)
        return False
    for where, what in lines(plan):
        print(f"{where}: {what}")
    print(f"{file.name}: {summary(plan)}")
    return not plan.counts[Effect.REFUSED]
