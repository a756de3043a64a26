"""The words dossiers are found by: `people` for all, `papers` for those whose papers were read.

Both are indexes that hold words and whose they are, never the text. They are asked for the newest first and stop when
there are enough, because the beginnings of words (up to six letters) are indexed like words. What was received last
waits in `newcomers`, a few rows that are read through, and goes into the index in one go: four pages fewer a commit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlite_utils import Database

from counter_app.dossier.model import Dossier, Person
from counter_app.dossier.plain import plain
from counter_app.dossier.states import Status

_WORD = re.compile(r"[^\W_]+")
_NEWCOMERS = 64
_ALIKE = 20  # tokens that differ in marks and capitals only; two already are a rarity
_TOKEN = "đ"
"""What a look-up token begins with as a word: a letter no typed word begins with, since `plain` makes it a d."""
_ONLY_STATUS = (
    " AND {number} >= (SELECT min(id) FROM dossiers WHERE status = ?)"
    " AND EXISTS (SELECT 1 FROM dossiers WHERE status = ? AND id = {table}.{number})"
)
_ONLY_CONFLICTS = " AND {number} IN (SELECT id FROM dossiers WHERE conflicts > 0)"


@dataclass(frozen=True)
class Only:
    """Which dossiers are looked through: of a status, those that contradict themselves, those that meet a condition
    on their rows with its values."""

    status: Status | None = None
    in_conflict: bool = False
    where: str = ""
    values: tuple[int, ...] = ()

    def condition(self, table: str, number: str) -> str:
        """The same as a condition on the numbers of an index; its values are `bound`."""
        only = _ONLY_CONFLICTS if self.in_conflict else _ONLY_STATUS if self.status is not None else ""
        only += f" AND EXISTS (SELECT 1 FROM dossiers WHERE id = {{table}}.{{number}} AND {self.where})" * bool(
            self.where
        )
        return only.format(table=table, number=number)

    @property
    def bound(self) -> list[int]:
        """The values of `condition`."""
        of_status = [int(self.status)] * 2 if self.status is not None and not self.in_conflict else []
        return [*of_status, *self.values]


def project(db: Database, number: int, dossier: Dossier, before: Dossier | None) -> None:
    """Writes the words of a dossier where they are not those it had before."""
    people, papers = _people(dossier), _papers(dossier)
    if before is not None and not same_people(before, dossier):
        forget(db, number)
        before = None
    if before is None:
        db.execute(
            "INSERT INTO newcomers (id, words) VALUES (?, ?)",
            [number, f"{_words(people)} {_token(dossier.look_up_token)}"],
        )
        if _count(db) >= _NEWCOMERS:
            settle(db)
    if papers if before is None else papers != _papers(before):
        db.execute("DELETE FROM papers WHERE rowid = ?", [number])
        db.execute("INSERT INTO papers (rowid, words) VALUES (?, ?)", [number, _words(f"{people} {papers}")])


def same_people(one: Dossier, other: Dossier) -> bool:
    """Whether both are found by the same words of people, numbers and procedure."""
    return (_people(one), one.look_up_token) == (_people(other), other.look_up_token)


def settle(db: Database) -> None:
    """Moves the newcomers into the index."""
    db.execute("INSERT INTO people (rowid, words) SELECT id, words FROM newcomers")
    db.execute("DELETE FROM newcomers")


def forget(db: Database, number: int) -> None:
    """Takes the words of a dossier away."""
    db.execute("DELETE FROM newcomers WHERE id = ?", [number])
    for index in ("people", "papers"):
        db.execute(f"DELETE FROM {index} WHERE rowid = ?", [number])


def forget_all(db: Database) -> None:
    """Takes all words away."""
    db.execute("DELETE FROM newcomers")
    for index in ("people", "papers"):
        db.execute(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")


def newest(db: Database, words: str, only: Only, limit: int) -> list[int]:
    """The numbers of the newest dossiers that have a word beginning with each of `words`.

    Words on papers count where people, numbers and procedures gave too few.
    """
    beginnings = _telling(split(words))
    every = " AND ".join("' ' || words LIKE ?" for _ in beginnings)
    values = [f"% {word}%" for word in beginnings]
    found = _ask(db, "newcomers", "id", every + only.condition("newcomers", "id"), [*values, *only.bound], limit)
    query = " ".join(f'"{word}"*' for word in beginnings)
    for index in ("people", "papers"):
        if len(found) < limit:
            matching = f"{index} MATCH ?" + only.condition(index, "rowid")
            found |= _ask(db, index, "rowid", matching, [query, *only.bound], limit)
    return sorted(found, reverse=True)[:limit]


def with_token(db: Database, token: str) -> list[int]:
    """The numbers of the dossiers that may have this look-up token."""
    word = _token(token)
    found = _ask(db, "newcomers", "id", "words LIKE ?", [f"% {word}"], _ALIKE)
    found |= _ask(db, "people", "rowid", "people MATCH ?", [f'"{word}"'], _ALIKE)
    return sorted(found)


def split(words: str) -> list[str]:
    """The words of a text as they are looked for: without marks."""
    return _WORD.findall(plain(words))


def _telling(words: list[str]) -> list[str]:
    """Without repetitions, and without what another word begins with: the other says it too."""
    return [
        word for word in dict.fromkeys(words) if not any(longer != word and longer.startswith(word) for longer in words)
    ]


def _ask(db: Database, table: str, number: str, condition: str, values: list[str | int], limit: int) -> set[int]:
    wanted = f"SELECT {number} FROM {table} WHERE {condition} ORDER BY {number} DESC LIMIT ?"
    return {found[0] for found in db.execute(wanted, [*values, limit])}


def _count(db: Database) -> int:
    return int(db.execute("SELECT count(*) FROM newcomers").fetchone()[0])


def _words(text: str) -> str:
    return " ".join(split(text))


def _token(token: str) -> str:
    return _TOKEN + re.sub(r"[^a-z0-9]", "", token.lower())


def _people(dossier: Dossier) -> str:
    persons = " ".join(_of_person(person) for person in dossier.people)
    portal = dossier.filed.code if dossier.filed else ""
    return f"{dossier.code} {portal} {dossier.batch} {persons} {dossier.procedure} {dossier.procedure_name}"


def _of_person(one: Person) -> str:
    acting = f"{one.representative.name} {one.representative.identity_number}" if one.representative else ""
    return f"{one.name} {one.identity_number} {one.phone} {one.full_address} {acting}"


def _papers(dossier: Dossier) -> str:
    """What was confirmed of the papers, and what was read on them."""
    confirmed = (field.value for paper in dossier.verified for field in paper.fields)
    read = (page.text for component in dossier.components for page in component.pages)
    return " ".join((*confirmed, *read))
