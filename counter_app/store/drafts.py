"""Intakes in progress and the spool of scanned pages: what is typed or scanned is here before anything else happens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from counter_app.dossier.draft import Draft
from counter_app.dossier.pages import LEFT_TO_THE_PROGRAM, PageReading, SpooledPage, Treatment
from counter_app.errors import StoredFailure
from counter_app.store.database import transaction
from counter_app.store.failures import write_failure
from counter_app.store.page_notes import page_of, read_reading, write_reading, write_treatment

_FILES_OF_A_PAGE = ("original", "picture", "document")
_REMOVED = "removed "
"""Before the holder of a page that was taken out: it can be put back, and its id is no other page's meanwhile."""
_KEPT = f"holder NOT LIKE '{_REMOVED}%'"


_WORKED_ON, _GIVEN_UP = 0, 2
"""Of `aside`: on a screen or parked; given up, until the program starts anew. 1: its citizen was sent home."""
_BEGUN = (
    "(EXISTS (SELECT 1 FROM json_each(state) WHERE key <> 'id')"
    " OR EXISTS (SELECT 1 FROM pages WHERE holder = drafts.id))"
)
"""Of a draft: something was typed in it or scanned for it."""


@dataclass(frozen=True)
class DraftLine:
    """A draft as a list shows it; `procedure` is its code, `pages` how many were scanned."""

    id: str
    name: str
    number: str
    procedure: str
    pages: int
    changed_at: datetime

    @property
    def who(self) -> str:
        """Whose it is, as far as that is known: of whom there is no name yet, the number; "" for nobody."""
        return self.name or self.number


class Drafts:
    """Drafts, and the pages spooled for a draft or a dossier."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def keep(self, draft: Draft, changed_at: datetime) -> None:
        """Writes the draft as it stands now; only what was typed, so that most fit on one page of the database."""
        row = [draft.id, draft.model_dump_json(exclude_defaults=True), changed_at.isoformat(), draft.guidance]
        with transaction(self._db):
            self._db.execute(
                "INSERT INTO drafts (id, state, changed_at, guidance) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE"
                " SET state = excluded.state, changed_at = excluded.changed_at, guidance = excluded.guidance",
                row,
            )

    def get(self, draft_id: str) -> Draft | None:
        """The draft, if it is still one."""
        found = self._db.execute("SELECT state FROM drafts WHERE id = ?", [draft_id]).fetchone()
        return _draft(found[0]) if found else None

    def all(self) -> list[Draft]:
        """Every draft that is being worked on, newest first."""
        drafts = self._db.execute(f"SELECT state FROM drafts WHERE aside = {_WORKED_ON} ORDER BY changed_at DESC, id")
        return [_draft(found[0]) for found in drafts]

    def lines(self) -> list[DraftLine]:
        """Those being worked on of which anything was typed or scanned, the newest first: all, in one look."""
        wanted = (
            "SELECT id, state ->> '$.owner.name', state ->> '$.owner.identity_number', state ->> '$.procedure',"
            " (SELECT COUNT(*) FROM pages WHERE holder = drafts.id) AS pages, changed_at FROM drafts"
            f" WHERE aside = {_WORKED_ON} AND {_BEGUN} ORDER BY changed_at DESC, id"
        )
        return [
            DraftLine(found, name or "", number or "", procedure or "", pages, datetime.fromisoformat(at))
            for found, name, number, procedure, pages, at in self._db.execute(wanted)
        ]

    def empty(self) -> Draft | None:
        """One being worked on of which nothing was typed or scanned yet."""
        wanted = (
            f"SELECT state FROM drafts WHERE aside = {_WORKED_ON} AND NOT {_BEGUN} ORDER BY changed_at DESC, id LIMIT 1"
        )
        found = self._db.execute(wanted).fetchone()
        return _draft(found[0]) if found else None

    def count_begun(self) -> int:
        """How many drafts are being worked on in which something was typed or scanned."""
        begun = f"SELECT count(*) FROM drafts WHERE aside = {_WORKED_ON} AND {_BEGUN}"
        return int(self._db.execute(begun).fetchone()[0])

    def of_number(self, number: str) -> list[Draft]:
        """Those that are being worked on of the owner with that number, newest first."""
        found = self._db.execute(
            f"SELECT state FROM drafts WHERE aside = {_WORKED_ON} AND instr(state, ?) ORDER BY changed_at DESC, id",
            [number],
        )
        drafts = [_draft(state) for (state,) in found]
        return [draft for draft in drafts if draft.owner.identity_number == number]

    def of_case(self, case: str) -> Draft | None:
        """The draft that a guidance case has at this desk."""
        found = self._db.execute("SELECT state FROM drafts WHERE guidance = ?", [case]).fetchone()
        return _draft(found[0]) if found else None

    def put_aside(self, draft_id: str, *, aside: bool = True) -> None:
        """The citizen was sent home: nobody works on the draft until they are back; or they are."""
        with transaction(self._db):
            self._db.execute("UPDATE drafts SET aside = ? WHERE id = ?", [int(aside), draft_id])

    def give_up(self, draft_id: str, *, given_up: bool = True) -> None:
        """The clerk gave the draft up, or takes that back; its pages wait with it until the program starts anew."""
        with transaction(self._db):
            self._db.execute(
                "UPDATE drafts SET aside = ? WHERE id = ?", [_GIVEN_UP if given_up else _WORKED_ON, draft_id]
            )

    def drop(self, draft_id: str) -> None:
        """Removes the draft and its pages' rows. Its scans go when the rules say so."""
        with transaction(self._db):
            self._give_up("holder = ?", draft_id)
            self._forget_pages(draft_id)
            self._db.execute("DELETE FROM drafts WHERE id = ?", [draft_id])

    def become(self, draft_id: str, dossier: str) -> None:
        """The draft was received as `dossier`: its pages go on under the dossier's code."""
        with transaction(self._db):
            self._db.execute("UPDATE pages SET holder = ? WHERE holder = ?", [dossier, draft_id])
            self._forget_pages(draft_id)
            self._db.execute("DELETE FROM drafts WHERE id = ?", [draft_id])

    def take_pages_out(self, holder: str) -> None:
        """All pages of a dossier or case, whose content is erased."""
        with transaction(self._db):
            self._give_up("holder = ?", holder)
            self._forget_pages(holder)

    def _forget_pages(self, holder: str) -> None:
        """Its pages, those that were taken out too, and what was read in the fields of the papers that they are."""
        self._db.execute("DELETE FROM pages WHERE holder IN (?, ?)", [holder, _REMOVED + holder])
        self._db.execute("DELETE FROM read_papers WHERE holder = ?", [holder])

    def untouched(self, since: datetime) -> list[Draft]:
        """Drafts that nobody changed since then, put aside or not."""
        found = self._db.execute("SELECT state, changed_at FROM drafts").fetchall()
        return [_draft(state) for state, changed_at in found if datetime.fromisoformat(changed_at) < since]

    def given_up(self, before: datetime) -> list[str]:
        """Files of pages that were given up before then and belong to no page, document or paper of today."""
        wanted = "SELECT sha256 FROM given_up_files WHERE at < ?" + "".join(
            f" AND NOT EXISTS (SELECT 1 FROM pages WHERE {column} <> '' AND {column} = sha256 AND {_KEPT})"
            for column in _FILES_OF_A_PAGE
        )
        return [row[0] for row in self._db.execute(wanted, [int(before.timestamp())])]

    def hold_files(self, names: Iterable[str]) -> set[str]:
        """Those of the files that a page is kept of."""
        held = "SELECT 1 FROM pages WHERE {0} <> '' AND {0} = ? AND {1} LIMIT 1"
        questions = [held.format(column, _KEPT) for column in _FILES_OF_A_PAGE]
        return {name for name in names if any(self._db.execute(question, [name]).fetchone() for question in questions)}

    def forget_given_up(self, names: Sequence[str]) -> None:
        """These files are deleted, or needed again."""
        with transaction(self._db):
            self._db.conn.executemany("DELETE FROM given_up_files WHERE sha256 = ?", [(name,) for name in names])

    def _give_up(self, which: str, value: str | int) -> None:
        for column in _FILES_OF_A_PAGE:
            self._db.execute(
                f"INSERT OR REPLACE INTO given_up_files SELECT {column}, unixepoch() FROM pages"
                f" WHERE {column} <> '' AND {which}",
                [value],
            )

    def join(self, draft_id: str, other_id: str) -> None:
        """The pages of a draft go behind those of another one, which it is a part of; the first is none any more."""
        with transaction(self._db):
            for page in self.pages(draft_id):
                if not page.note_of:  # those go with the page they show
                    self.assign_page(page.id, other_id, page.component)
            self.drop(draft_id)

    def add_page(
        self,
        holder: str,
        component: str,
        original: str,
        media_type: str,
        dpi: int | None,
        source: str,
        position: float | None = None,
        treatment: Treatment = LEFT_TO_THE_PROGRAM,
    ) -> SpooledPage:
        """Notes a page whose file is on disk, after the others of its component unless it has a `position`."""
        row = {"holder": holder, "component": component, "original": original, "media_type": media_type, "dpi": dpi}
        with transaction(self._db):
            place = self.end(holder, component) if position is None else position
            return self._insert(row | {"source": source, "position": place, "treatment": write_treatment(treatment)})

    def add_note(
        self,
        page_id: int,
        original: str,
        media_type: str,
        dpi: int | None,
        source: str,
        treatment: Treatment = LEFT_TO_THE_PROGRAM,
    ) -> SpooledPage | None:
        """Notes the picture of a page with the note attached to it, right behind that page and its other such pictures.

        It goes where the page is by now; None if the clerk took the page out.
        """
        with transaction(self._db):
            page = self.get_page(page_id)
            if page is None:
                return None
            row = page.model_dump(include={"holder", "component"}) | {"original": original, "media_type": media_type}
            row |= {"dpi": dpi, "source": source, "treatment": write_treatment(treatment), "note_of": page.id}
            return self._insert(row | {"position": self._behind(page)})

    def _behind(self, page: SpooledPage) -> float:
        """A place behind a page and its notes, and before whatever follows them."""
        others = [item for item in self.pages(page.holder, page.component) if item.id != page.id]
        last = max([other.position for other in others if other.note_of == page.id], default=page.position)
        # the second half of a booklet that is cut in two may come to stand half a place behind the page
        return (last + min([other.position for other in others if other.position > last] + [page.position + 0.5])) / 2

    def get_page(self, page_id: int) -> SpooledPage | None:
        """The page, if it is still in the spool."""
        rows = list(self._db.query(f"SELECT * FROM pages WHERE id = ? AND {_KEPT}", [page_id]))
        return page_of(rows[0]) if rows else None

    def notes_of(self, page_id: int) -> list[SpooledPage]:
        """The pictures of a page with the note attached to it, in their order."""
        rows = self._db.query(f"SELECT * FROM pages WHERE note_of = ? AND {_KEPT} ORDER BY position, id", [page_id])
        return [page_of(row) for row in rows]

    def give_notes(self, page_id: int, other_id: int) -> None:
        """The notes of a page are another page's now: the two became one."""
        with transaction(self._db):
            self._db.execute("UPDATE pages SET note_of = ? WHERE note_of = ?", [other_id, page_id])

    def add_after(self, page: SpooledPage, treatment: Treatment) -> SpooledPage:
        """Notes that the same picture holds another page, which follows `page`."""
        row = page.model_dump(include={"holder", "component", "original", "media_type", "dpi", "source"})
        return self._insert(row | {"treatment": write_treatment(treatment), "position": page.position + 0.5})

    def put_again(self, page: SpooledPage, component: str, position: float, note_of: int) -> SpooledPage:
        """The page as another one of the same holder, with all that was decided and read of it; the old one goes."""
        place = {"component": component, "position": position, "note_of": note_of}
        with transaction(self._db):
            (kept,) = self._db.query("SELECT * FROM pages WHERE id = ?", [page.id])
            again = self._insert({name: value for name, value in kept.items() if name != "id"} | place)
            self._db.execute("DELETE FROM pages WHERE id = ?", [page.id])
        return again

    def _insert(self, row: dict[str, Any]) -> SpooledPage:
        row = {"picture": "", "reading": "", "failure": "", "document": "", "note_of": 0} | row
        with transaction(self._db):
            table = self._db.table("pages").insert(row)
        return page_of(row | {"id": table.last_pk})

    def treat_page(self, page_id: int, treatment: Treatment) -> None:
        """It was decided how the page is to be taken: it waits to be read anew."""
        with transaction(self._db):
            self._db.execute(
                "UPDATE pages SET treatment = ?, picture = '', reading = '', failure = '', document = '' WHERE id = ?",
                [write_treatment(treatment), page_id],
            )

    def end(self, holder: str, component: str) -> float:
        """The position after the last page of a component."""
        ends = "SELECT COALESCE(MAX(position) + 1, 0) AS position FROM pages WHERE holder = ? AND component = ?"
        return float(next(iter(self._db.query(ends, [holder, component])))["position"])

    def reading(self, page_id: int) -> PageReading | None:
        """All that was read from a page; None where it is to be read anew, or is gone. Raises PageNotesDamaged."""
        found = self._db.execute("SELECT reading FROM pages WHERE id = ?", [page_id]).fetchone()
        return read_reading(found[0]) if found and found[0] else None

    def page_read(self, page_id: int, *, picture: str, reading: PageReading) -> None:
        """The page was cleaned and read: the hash of its cleaned picture and the reading."""
        values = [picture, write_reading(reading), page_id]
        with transaction(self._db):
            self._db.execute("UPDATE pages SET picture = ?, reading = ?, failure = '' WHERE id = ?", values)

    def page_failed(self, page_id: int, failure: StoredFailure) -> None:
        """The page could not be read; its original stays."""
        with transaction(self._db):
            self._db.execute("UPDATE pages SET failure = ? WHERE id = ?", [write_failure(failure), page_id])

    def try_again(self, page: SpooledPage) -> SpooledPage:
        """The page, which failed, waits to be read once more."""
        values = [write_treatment(page.treatment), page.id]
        with transaction(self._db):
            self._db.execute("UPDATE pages SET treatment = ?, reading = '', failure = '' WHERE id = ?", values)
        return page.model_copy(update={"reading": None, "failure": None})

    def holder_of(self, page_id: int) -> str:
        """The draft or dossier that has the page by now; "" if the clerk took it out."""
        rows = list(self._db.query(f"SELECT holder FROM pages WHERE id = ? AND {_KEPT}", [page_id]))
        return str(rows[0]["holder"]) if rows else ""

    def assign_page(self, page_id: int, holder: str, component: str) -> float:
        """The page belongs to this component of this draft or dossier, after the pages there: its position.

        Its pictures with a note go with it.
        """
        with transaction(self._db):
            page, start = self.get_page(page_id), self.end(holder, component)
            away = start - page.position if page else 0.0
            for item in [page, *self.notes_of(page_id)] if page else []:
                place = {"holder": holder, "component": component, "position": item.position + away}
                self._db.table("pages").update(item.id, place)
        return start

    def remove_page(self, page_id: int) -> None:
        """The clerk took the page out, and with it its pictures with a note. Their scans go when the rules say so."""
        with transaction(self._db):
            self._give_up("? IN (id, note_of)", page_id)
            removed = f"UPDATE pages SET holder = ? || holder WHERE ? IN (id, note_of) AND {_KEPT}"
            self._db.execute(removed, [_REMOVED, page_id])

    def put_back(self, page_id: int) -> list[SpooledPage]:
        """The page that was taken out is where it was, with its pictures with a note; all of them, none where it is
        gone."""
        with transaction(self._db):
            back = "UPDATE pages SET holder = substr(holder, ?) WHERE ? IN (id, note_of) AND holder LIKE ? || '%'"
            self._db.execute(back, [len(_REMOVED) + 1, page_id, _REMOVED])
            page = self.get_page(page_id)
            pages = [page, *self.notes_of(page_id)] if page else []
            self.forget_given_up([name for item in pages for name in (item.original, item.picture) if name])
        return pages

    def forget_removed(self) -> None:
        """Nobody puts back any more what was taken out before."""
        with transaction(self._db):
            self._db.execute("DELETE FROM pages WHERE holder LIKE ? || '%'", [_REMOVED])
            for (draft_id,) in self._db.execute(f"SELECT id FROM drafts WHERE aside = {_GIVEN_UP}").fetchall():
                self.drop(draft_id)

    def take_place(self, page_id: int, other_id: int) -> SpooledPage | None:
        """Another page of the same paper stands where this one stood, which is taken out: the other one, with another
        id; None where one of them is gone or elsewhere by now."""
        with transaction(self._db):
            page, other = self.get_page(page_id), self.get_page(other_id)
            if page is None or other is None or page.document:
                return None
            if (page.holder, page.component) != (other.holder, other.component):
                return None
            self.remove_page(page_id)
            return self.put_again(other, page.component, page.position, page.note_of)

    def pages(self, holder: str, component: str | None = None) -> list[SpooledPage]:
        """The pages spooled for a draft or dossier, each component's in their order."""
        where, values = "holder = ?", [holder]
        if component is not None:
            where, values = f"{where} AND component = ?", [*values, component]
        rows = self._db.query(f"SELECT * FROM pages WHERE {where} ORDER BY position, id", values)
        return [page_of(row) for row in rows]

    def components(self, holder: str) -> list[str]:
        """The components of a draft or dossier that have pages, in the order of their pages."""
        wanted = "SELECT component FROM pages WHERE holder = ? ORDER BY position, id"
        return list(dict.fromkeys(found[0] for found in self._db.execute(wanted, [holder])))

    def unfinished(self) -> list[str]:
        """Drafts and dossiers with pages that were neither read nor failed, or that are in no document yet.

        Not those of a draft put aside: they are read when it is taken up.
        """
        rows = self._db.query(
            f"SELECT DISTINCT holder FROM pages WHERE document = '' AND failure = '' AND {_KEPT}"
            " AND holder NOT IN (SELECT id FROM drafts WHERE aside) ORDER BY holder"
        )
        return [row["holder"] for row in rows]

    def documented(self, page_ids: Sequence[int], document: str) -> None:
        """The pages are part of the document of that hash."""
        places = ",".join("?" * len(page_ids))
        with transaction(self._db):
            self._db.execute(f"UPDATE pages SET document = ? WHERE id IN ({places})", [document, *page_ids])


def _draft(state: str) -> Draft:
    return Draft.from_json(state)
