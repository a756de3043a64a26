"""Many dossiers of one submitter received at once: all or none, each with its own code, joined by one `batch`.

The submitter, the procedure and the papers are the draft's; the owners are a table that is typed, or pasted from a
spreadsheet.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import StringIO

from counter_app.desk import receiving
from counter_app.desk.applicants import person_faults
from counter_app.desk.desk import RECEIVING, Desk, DraftGone
from counter_app.desk.reasons import note_reason
from counter_app.desk.till import outstanding, refuse_too_little, take_all_fees
from counter_app.dossier.acts import RECEIVE
from counter_app.dossier.codes import number_of
from counter_app.dossier.draft import Draft, Missing, OwnerTyped, PersonTyped
from counter_app.dossier.identity import Card, kind_of, number_agrees
from counter_app.dossier.model import Dossier
from counter_app.dossier.money import FeeKind
from counter_app.dossier.plain import plain
from counter_app.dossier.roles import Task
from counter_app.dossier.states import PayMethod
from counter_app.dossier.whose import by_card
from counter_app.dossier.written import read_day, tidied_day
from counter_app.errors import CounterError
from counter_app.language import Phrase
from counter_app.procedures.catalogue import Procedure
from counter_app.procedures.completeness import Gap, gaps

COLUMNS = ("name", "identity_number", "born", "sex", "address", "phone", "note")
"""The columns of the owners' table, in the order in which a sheet without headings is read."""
MOST = 500
"""Owners of one batch; their codes, entries and search rows are written in one transaction."""

_SEXES = {"nam": "Nam", "nu": "Nữ", "m": "Nam", "f": "Nữ"}
_HEADINGS = {
    "identity_number": ("cccd", "cmnd", "dinh danh", "can cuoc", "so giay to", "ho chieu"),
    "born": ("ngay sinh", "nam sinh", "sinh ngay"),
    "sex": ("gioi tinh", "nam/nu"),
    "address": ("dia chi", "noi cu tru", "thuong tru", "cho o"),
    "phone": ("dien thoai", "sdt", "so dt"),
    "note": ("ghi chu",),
    "name": ("ho va ten", "ho ten", "ho, chu dem, ten", "ten"),
}  # told without marks; a heading is the first column it holds a word of


class BatchIncomplete(CounterError):
    """A row of the owners lacks something or is wrong; the details name row (from 0) and column."""

    what = "No dossier was received: row {number}: {missing}"
    todo = "Correct the row and receive again; all are received together."


class NoOwners(CounterError):
    """A batch without an owner, or with more than one transaction should hold."""

    what = "{count} owners are listed; a batch has 1 to {most}."
    todo = "List the owners; what is too many goes into a second batch."


class PagesInBatch(CounterError):
    """Scanned pages belong to one dossier; in a batch it would not be known whose they are."""

    what = "Pages were scanned here, and nobody could tell whose of these dossiers they belong to."
    todo = "Take the pages out; scan each dossier's papers after they are received."


@dataclass(frozen=True)
class RowFault:
    """What is missing or wrong in a row of owners: which row (from 0), which of COLUMNS, an English sentence."""

    row: int
    field: str
    sentence: str


def row_faults(owners: Sequence[OwnerTyped]) -> list[RowFault]:
    """What stands between the rows and their dossiers, from the top, from the left."""
    return [
        RowFault(row, fault.field, fault.sentence) for row, owner in enumerate(owners) for fault in _faults_of(owner)
    ]


def submitter_of(draft: Draft) -> PersonTyped:
    """Who brings all of them: the one with authority, or the person filled in where there is no second one."""
    return draft.submitter or draft.owner


def missing_of_batch(desk: Desk, draft: Draft) -> list[Missing]:
    """What the draft lacks of what its dossiers share."""
    place = "submitter." if draft.submitter else "owner."
    return person_faults(submitter_of(draft), place) + receiving.missing_of_papers(desk, draft)


def gaps_of_batch(procedure: Procedure, draft: Draft) -> list[Gap]:
    """What any of the dossiers lacks of what the procedure asks for, each once."""
    found = (gap for owner in draft.owners for gap in gaps(procedure, _of_owner(draft, owner)))
    return list({gap.field: gap for gap in found}.values())


def receive_batch(desk: Desk, draft_id: str, owners: Sequence[OwnerTyped], despite: str = "") -> list[Dossier]:
    """Receives a dossier for each owner in their order; in one transaction, all or none.

    `despite` is why, where something of what the procedure asks for is lacking.
    Raises NotYourTask, DraftGone, DraftIncomplete, NoOwners, BatchIncomplete, PagesInBatch.
    """
    desk.refuse_unless(Task.RECEPTION, RECEIVING)
    if not 1 <= len(owners) <= MOST:
        raise NoOwners(count=len(owners), most=MOST)
    with desk.store.transaction():
        draft = desk.store.drafts.get(draft_id)
        if draft is None:
            raise DraftGone()
        procedure = desk.procedure(draft)
        missing = missing_of_batch(desk, draft)
        if missing or procedure is None:
            raise receiving.incomplete(desk, missing)
        for fault in row_faults(owners):
            lack = Phrase("draft", fault.sentence)
            raise BatchIncomplete(f"{fault.row}.{fault.field}", number=fault.row + 1, missing=lack)
        if desk.store.drafts.pages(draft_id):
            raise PagesInBatch()
        at, batch = desk.now(), desk.token(12)
        dossiers = [
            desk.record(code, receiving.first_entry(desk, _of_owner(draft, owner), procedure, at, batch, despite), at)
            for code, owner in zip(_codes(desk, at, len(owners)), owners, strict=True)
        ]
        if despite.strip():
            note_reason(desk, RECEIVE, despite, at)
        desk.store.drafts.drop(draft_id)
    return dossiers


def pasted(owners: Sequence[OwnerTyped], text: str, row: int = 0, column: str = COLUMNS[0]) -> tuple[OwnerTyped, ...]:
    """The rows after a spreadsheet's text was pasted at a cell, as spreadsheets do it: over what is there and beyond.

    Where the first line has headings, their columns are taken by name and the rows are added below the others.
    """
    cells = [[" ".join(cell.split()) for cell in line] for line in _cells(text)]
    cells = [line for line in cells if any(line)]
    headings = _headings(cells[0]) if cells else {}
    if headings:
        row, columns, cells = len(owners), headings, cells[1:]
    else:
        first = COLUMNS.index(column)
        if first == 0 and _numbered(cells):
            cells = [line[1:] for line in cells]
        columns = dict(enumerate(COLUMNS[first:]))
    rows = [*owners, *(OwnerTyped() for _ in range(row + len(cells) - len(owners)))]
    for place, line in enumerate(cells, row):
        typed = {columns[at]: cell for at, cell in enumerate(line) if at in columns}
        rows[place] = tidied(rows[place].model_copy(update=typed))
    return tuple(rows)


def _cells(text: str) -> list[list[str]]:
    try:
        return list(csv.reader(StringIO(text, newline=None), delimiter="\t"))
    except csv.Error:  # a cell larger than any: what was copied is no sheet, or its quotes are none
        return [line.split("\t") for line in text.splitlines()]


def tidied(owner: OwnerTyped) -> OwnerTyped:
    """Dates, sexes and numbers as the forms write them, however a spreadsheet had them; the rest as it is.

    A spreadsheet that took a number for a quantity dropped its leading zero: it is given back to a telephone, and to a
    citizen number where the birth year then agrees. No other number is repaired.
    """
    born = tidied_day(owner.born)
    number, phone = re.sub(r"[\s.'’]", "", owner.identity_number), re.sub(r"[\s.'’]", "", owner.phone)
    if len(number) == 11 and (day := read_day(f"01/01/{born[-4:]}")) and number_agrees(f"0{number}", born=day):
        number = f"0{number}"
    if re.fullmatch(r"[1-9]\d{8}", phone):
        phone = f"0{phone}"
    sex = _SEXES.get(plain(owner.sex), owner.sex.strip())
    changes = {"born": born, "identity_number": number, "identity_kind": kind_of(number), "phone": phone, "sex": sex}
    return owner.model_copy(update=changes)


def of_card(card: Card) -> OwnerTyped:
    """The row a card makes."""
    return OwnerTyped(**by_card(card).model_dump())


def dossiers_of(desk: Desk, batch: str) -> list[Dossier]:
    """The dossiers received together, in the order of their codes."""
    found = (desk.dossier(line.code) for line in desk.store.find(batch, limit=2 * MOST)) if batch else ()
    return sorted((item for item in found if item.batch == batch), key=lambda item: number_of(item.code))


def take_fees_of_batch(desk: Desk, codes: Sequence[str], method: PayMethod, given: int = 0) -> list[Dossier]:
    """Takes what is outstanding on each of the dossiers, with receipts for each; all or none.

    Of the cash handed over for all, `given`, each has its amount and the last one what is more. Raises as `take_fee`.
    """
    with desk.store.transaction():
        due = [sum(max(outstanding(desk.dossier(code), kind), 0) for kind in FeeKind) for code in codes]
        refuse_too_little(given, sum(due))
        handed = [min(amount, given) for amount in due]
        handed[-1] += max(given - sum(due), 0)
        return [take_all_fees(desk, code, method, given=cash) for code, cash in zip(codes, handed, strict=True)]


def _faults_of(owner: OwnerTyped) -> list[Missing]:
    faults = person_faults(owner)
    if owner.sex not in ("", "Nam", "Nữ"):
        faults.append(Missing("sex", "Write the sex as Nam or Nữ."))
    return sorted(faults, key=lambda fault: COLUMNS.index(fault.field))


def _of_owner(draft: Draft, owner: OwnerTyped) -> Draft:
    """The draft as it would stand for one of the owners; who brings their own dossier needs no authority. A paper that
    serves again serves its owner alone."""
    by = submitter_of(draft)
    same = (by.identity_number, by.name.split()) == (owner.identity_number, owner.name.split())
    note = owner.note or draft.note
    brought = (tick.model_copy(update={"reused": None}) for tick in draft.components)
    alone = {"co_owners": (), "owners": (), "guidance": "", "components": tuple(tick for tick in brought if tick.here)}
    return draft.model_copy(update={"owner": owner, "submitter": None if same else by, "note": note, **alone})


def _codes(desk: Desk, at: datetime, count: int) -> Iterator[str]:
    """The next codes of the desk; the day's numbers are looked at once only."""
    code = receiving.next_code(desk, at)
    for _ in range(count):
        yield code
        code = receiving.next_code(desk, at, number_of(code))


def _headings(line: Sequence[str]) -> dict[int, str]:
    """Which column of a sheet is which of ours; empty where the line is no heading."""
    found: dict[int, str] = {}
    if any(letter.isdigit() for cell in line for letter in cell):
        return found  # a person's row has a number somewhere
    for at, cell in enumerate(line):
        heading = f" {plain(cell)} "
        name = next((name for name, words in _HEADINGS.items() if any(f" {word} " in heading for word in words)), None)
        if name and name not in found.values():
            found[at] = name
    return found if "name" in found.values() and len(found) > 1 else {}


def _numbered(lines: Sequence[Sequence[str]]) -> bool:
    """Whether the first column only counts the rows."""
    firsts = [line[0] for line in lines]
    return all(len(line) > 1 for line in lines) and firsts == [str(n) for n in range(1, len(lines) + 1)]
