"""The papers on their way to a printer: each is a job, in the order in which they were asked for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any, TypedDict

from pydantic import AwareDatetime, Field
from sqlite_utils import Database

from counter_app.dossier.feedback import Papered
from counter_app.dossier.subjects import WHOLE, StoredSubject, Subject, write_subject
from counter_app.dossier.value import FileRef, Value
from counter_app.errors import StoredFailure
from counter_app.store.database import transaction
from counter_app.store.failures import read_failure, write_failure
from counter_app.store.faults import StoreDamaged
from counter_app.store.lost_numbers import LostNumbers


class JobState(StrEnum):
    """How far a paper has come."""

    WAITING = "waiting"  # to be sent
    SENDING = "sending"  # on its way to the printer
    SENT = "sent"  # the printer has it and is asked how it goes on
    PRINTED = "printed"  # it came out: the journal has it
    UNSURE = "unsure"  # nobody knows whether it came out: the clerk looks and says so
    CANCELLED = "cancelled"  # not wanted any more


UNDER_WAY = frozenset({JobState.SENDING, JobState.SENT, JobState.UNSURE})
"""The states in which a sheet of paper may exist that the journal does not know yet."""
OPEN = UNDER_WAY | {JobState.WAITING}
"""The states in which a job still wants something."""


class JobChanges(TypedDict, total=False):
    """What changes of a job on its way through the printer."""

    printer: str
    tray: str
    remote: str
    reprint: int


class PrintJob(Value):
    """A paper for a printer. `form` and `about` are those of the journal; a paper that is no form has form "".

    `title` and `failure` (why it stands still) hold nothing personal. `printer` is a printer's name, "" for the first
    there is. `remote` is the printer's own number of the job. `reprint` is 0 for the first print and counts the prints
    after it; as long as the job waits, it is what it will be if all that waits before it comes out.
    """

    id: int = 0  # given by the store
    form: str = ""
    about: StoredSubject = WHOLE
    codes: tuple[str, ...] = ()
    title: str
    file: FileRef
    size: str = ""
    printer: str = ""
    tray: str = ""
    copies: int = Field(default=1, ge=1, le=99)
    state: JobState = JobState.WAITING
    failure: StoredFailure | None = None
    remote: str = ""
    asked_at: AwareDatetime
    changed_at: AwareDatetime
    clerk: str
    reprint: int = Field(default=0, ge=0)

    @property
    def open(self) -> bool:
        """Whether it still wants something."""
        return self.state in OPEN

    @property
    def paper(self) -> tuple[str, Subject, tuple[str, ...]]:
        """What the job is a print of."""
        return self.form, self.about, self.codes


class Choice(Value):
    """Where a form is printed at this desk; "" leaves it to the desk's usual printer, its own tray, the form's size."""

    printer: str = ""
    tray: str = ""
    copies: int = Field(default=1, ge=1, le=99)
    size: str = ""


class PrintJobs:
    """Reads and writes jobs and choices."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, job: PrintJob) -> PrintJob:
        """A new job, with its number."""
        row = _row(job.model_copy(update={"id": None}))
        with transaction(self._db):
            table = self._db.table("print_jobs").insert(row)
        return job.model_copy(update={"id": table.last_pk})

    def put(self, job: PrintJob) -> PrintJob:
        """Writes the job as it is now."""
        row = _row(job)
        with transaction(self._db):
            self._db.table("print_jobs").update(row.pop("id"), row)
        return job

    def get(self, number: int) -> PrintJob | None:
        """The job of that number."""
        return next(self._read("id = ?", [number]), None)

    def open(self) -> list[PrintJob]:
        """Every job that still wants something, in the order in which they were asked for."""
        return list(self._read("open ORDER BY id"))

    def count_open(self) -> int:
        """How many jobs still want something."""
        return int(self._db.execute("SELECT count(*) FROM print_jobs WHERE open").fetchone()[0])

    def recent(self, limit: int = 200) -> list[PrintJob]:
        """The last jobs, finished ones too, the newest first."""
        return list(self._read("1 ORDER BY id DESC LIMIT ?", [limit]))

    def of_paper(self, form: str, about: Subject, codes: tuple[str, ...]) -> PrintJob | None:
        """The newest job that printed this paper of these very dossiers, or is to print it."""
        where = "form = ? AND about = ? AND codes = ? AND state <> ? ORDER BY id DESC LIMIT 1"
        values = [form, write_subject(about), json.dumps(codes, ensure_ascii=False), JobState.CANCELLED]
        return next(self._read(where, values), None)

    def open_of(self, code: str) -> list[PrintJob]:
        """The open jobs that print something of the dossier."""
        return [job for job in self.open() if code in job.codes]

    def leave_in_doubt(self) -> None:
        """Nobody knows any more which of the open jobs came out."""
        with transaction(self._db):
            self._db.execute("UPDATE print_jobs SET state = ?, fault = 'null' WHERE open", [JobState.UNSURE])

    def choice(self, form: str) -> Choice:
        """Where the form is printed: what was chosen for it, else for all other forms (""), else nothing said."""
        wanted = (
            "SELECT printer, tray, copies, size FROM print_choices WHERE form IN (?, '') ORDER BY form DESC LIMIT 1"
        )
        rows = list(self._db.query(wanted, [form]))
        return Choice.model_validate(rows[0]) if rows else Choice()

    def choose(self, form: str, choice: Choice) -> None:
        """From now on the form is printed so."""
        with transaction(self._db):
            self._db.table("print_choices").upsert({"form": form, **choice.model_dump()}, pk="form")

    def choices(self) -> dict[str, Choice]:
        """All that was chosen, by form."""
        rows = self._db.query("SELECT * FROM print_choices ORDER BY form")
        return {row.pop("form"): Choice.model_validate(row) for row in rows}

    def _read(self, where: str, values: Iterable[Any] = ()) -> Iterator[PrintJob]:
        return map(_job, self._db.query(f"SELECT {_COLUMNS} FROM print_jobs WHERE {where}", list(values)))


def reprint_number(
    form: str, about: Subject, dossiers: Iterable[Papered], jobs: Iterable[PrintJob], lost: LostNumbers
) -> int:
    """The number the next print of this paper bears: 0 for the first, 1 for the first reprint.

    It follows the highest in use, by the journal of any of the dossiers, by any of `jobs`, or `lost` with an older
    database; so none is used twice, whichever of several jobs comes out first. Papers that are no form are not counted.
    """
    if not form:
        return 0
    codes, highest = set[str](), 0
    for dossier in dossiers:
        codes.add(dossier.code)
        highest = max(highest, lost.print(form, about, [dossier.code]))
        printed = (paper.print_number for paper in dossier.papers if (paper.form, paper.about) == (form, about))
        highest = max([highest, *printed])
    used = (
        job.reprint + 1 for job in jobs if (job.form, job.about) == (form, about) and not codes.isdisjoint(job.codes)
    )
    return max([highest, *used])


_COLUMNS = ", ".join("fault AS failure" if name == "failure" else name for name in PrintJob.model_fields)
_AS_JSON = ("codes", "file")


def _row(job: PrintJob) -> dict[str, Any]:
    row = job.model_dump(mode="json", exclude={"failure"})
    row |= {name: json.dumps(row[name], ensure_ascii=False) for name in _AS_JSON}
    return row | {"fault": write_failure(job.failure) or "null"}


def _job(row: dict[str, Any]) -> PrintJob:
    try:
        facts = row | {name: json.loads(row[name]) for name in _AS_JSON} | {"failure": read_failure(row["failure"])}
        return PrintJob.model_validate(facts, strict=False)
    except ValueError as fault:  # ValidationError is one
        raise StoreDamaged(f"print job {row['id']} {type(fault).__name__}") from fault
