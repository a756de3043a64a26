"""The lists of a procedure's version as tables: which columns, what may stand in them, how a place is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QCoreApplication

from counter_app.procedures.data_files import Place


class Kind(Enum):
    """What a cell holds."""

    TEXT = auto()
    NUMBER = auto()
    HOURS = auto()
    CHOICE = auto()
    CHECK = auto()
    TIERS = auto()  # “3: 1000”: from page 3 on, 1.000 đồng


@dataclass(frozen=True)
class Column:
    """A column: the name of the field it holds, its title, and its choices as they are said."""

    name: str
    title: str
    kind: Kind = Kind.TEXT
    width: int = 0  # pixels; 0 takes the room that is left
    choices: Mapping[Any, str] = field(default_factory=dict)
    new: Any = ""  # what a new row begins with


def columns_of(name: str) -> tuple[Column, ...]:
    """The columns of a list of the procedure: components, fees, exemptions, results or steps."""
    money = {"phi": _say("Fee"), "le_phi": _say("Charge")}
    match name:
        case "components":
            return (
                Column("key", _say("Key"), width=140),
                Column("name", _say("Paper")),
                Column("originals", _say("Originals"), Kind.NUMBER, 84, new=1),
                Column("certified_copies", _say("Certified copies"), Kind.NUMBER, 98, new=0),
                Column("copies", _say("Copies"), Kind.NUMBER, 88, new=0),
                Column("required", _say("Required"), Kind.CHECK, 84, new=True),
                Column("shown_only", _say("Only shown"), Kind.CHECK, 96, new=False),
            )
        case "fees":
            return (
                Column("name", _say("Name")),
                Column("kind", _say("Kind"), Kind.CHOICE, 66, money, new="phi"),
                Column("amount", _say("Amount (đ)"), Kind.NUMBER, 104, new=0),
                Column("per", _say("For each"), Kind.CHOICE, 82, _per(), new="dossier"),
                Column("tiers", _say("From page: rate"), Kind.TIERS, 92, new=()),
                Column("most_per_copy", _say("Most a copy"), Kind.NUMBER, 90, new=0),
                Column("note", _say("Note")),
            )
        case "exemptions":
            both = {("phi",): money["phi"], ("le_phi",): money["le_phi"], ("phi", "le_phi"): _say("Fee and charge")}
            return (
                Column("key", _say("Key"), width=118),
                Column("name", _say("Who")),
                Column("percent", _say("Off (%)"), Kind.NUMBER, 84, new=100),
                Column("kinds", _say("Off what"), Kind.CHOICE, 104, both, new=("phi", "le_phi")),
                Column("legal_base", _say("Legal base"), width=200),
            )
        case "results":
            return (Column("name", _say("Result")), Column("code", _say("Result code"), width=180))
        case _:
            return (
                Column("unit", _say("Unit"), width=260),
                Column("name", _say("What is done")),
                Column("hours", _say("Working hours"), Kind.HOURS, 110, new=0.0),
            )


def units() -> dict[str, str]:
    """The units of a term."""
    return {
        "working_days": _say("working days"),
        "calendar_days": _say("days"),
        "hours": _say("working hours"),
        "same_day": _say("within the day"),
        "none": _say("no term"),
        "unknown": _say("no data"),
    }


def pauses() -> dict[str | None, str]:
    """What becomes of the due date after a pause."""
    return {
        None: _say("as the law says"),
        "restart": _say("counted again from the start"),
        "shift": _say("moved by the waiting time"),
    }


def titles() -> dict[str, str]:
    """The fields and lists of a version."""
    return {
        "code": _say("Procedure code"),
        "name": _say("Name"),
        "field": _say("Field of law"),
        "version": _say("Version"),
        "decision": _say("Decision"),
        "competence": _say("Competence"),
        "term": _say("Term"),
        "term_note": _say("About the term"),
        "next_term": _say("Second stage"),
        "on_supplement": _say("After a supplement"),
        "on_obligation": _say("After a payment"),
        "legal_base": _say("Legal base, one a line"),
        "valid_from": _say("In force from"),
        "valid_until": _say("until"),
        "components": _say("Papers"),
        "fees": _say("Fees and charges"),
        "exemptions": _say("Exemptions"),
        "results": _say("Results"),
        "steps": _say("Steps"),
    }


def said_place(place: Place) -> str:
    """A place inside a version: “Papers, row 2, Paper”."""
    first, rest = str(place[0]), list(place[1:])
    said = [titles().get(first, first)]
    if rest and isinstance(rest[0], int):
        said.append(_say("row {number}").format(number=rest[0] + 1))
        said += [column.title for column in columns_of(first) if len(rest) > 1 and column.name == rest[1]]
    return ", ".join(said)


def _per() -> dict[str, str]:
    return {"dossier": _say("dossier"), "copy": _say("copy"), "page": _say("page")}


def _say(sentence: str) -> str:
    return QCoreApplication.translate("catalogue", sentence)
