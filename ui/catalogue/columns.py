"""The lists of a procedure's version as tables: which columns, what may stand in them, how a place is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QCoreApplication

from counter_app.dossier.money import FeeKind
from counter_app.dossier.states import TermUnit
from counter_app.procedures.data_files import Place


class CellKind(Enum):
    """What a cell holds."""

    TEXT = auto()
    NUMBER = auto()
    HOURS = auto()
    CHOICE = auto()
    CHECK = auto()
    TIERS = auto()  # “3: 1000”: from page 3 on, 1.000 đồng


@dataclass(frozen=True)
class FieldColumn:
    """A column: the name of the field it holds, its title, and its choices as they are said."""

    name: str
    title: str
    kind: CellKind = CellKind.TEXT
    width: int = 0  # pixels; 0 takes the room that is left
    choices: Mapping[Any, str] = field(default_factory=dict)
    new: Any = ""  # what a new row begins with


def columns_of(name: str) -> tuple[FieldColumn, ...]:
    """The columns of a list of the procedure: components, fees, exemptions, results or steps."""
    fee, charge = FeeKind.FEE, FeeKind.CHARGE
    money = {fee: _say("Fee"), charge: _say("Charge")}
    match name:
        case "components":
            return (
                FieldColumn("key", _say("Key"), width=140),
                FieldColumn("name", _say("Paper")),
                FieldColumn("originals", _say("Originals"), CellKind.NUMBER, 84, new=1),
                FieldColumn("certified_copies", _say("Certified copies"), CellKind.NUMBER, 98, new=0),
                FieldColumn("copies", _say("Copies"), CellKind.NUMBER, 88, new=0),
                FieldColumn("required", _say("Required"), CellKind.CHECK, 84, new=True),
                FieldColumn("shown_only", _say("Only shown"), CellKind.CHECK, 96, new=False),
            )
        case "fees":
            return (
                FieldColumn("name", _say("Name")),
                FieldColumn("kind", _say("Kind"), CellKind.CHOICE, 66, money, new=fee),
                FieldColumn("amount", _say("Amount (đ)"), CellKind.NUMBER, 104, new=0),
                FieldColumn("per", _say("For each"), CellKind.CHOICE, 82, _per(), new="dossier"),
                FieldColumn("tiers", _say("From page: rate"), CellKind.TIERS, 92, new=()),
                FieldColumn("most_per_copy", _say("Most a copy"), CellKind.NUMBER, 90, new=0),
                FieldColumn("case", _say("Only in case")),
                FieldColumn("note", _say("Note")),
            )
        case "exemptions":
            both = {(fee,): money[fee], (charge,): money[charge], (fee, charge): _say("Fee and charge")}
            return (
                FieldColumn("key", _say("Key"), width=118),
                FieldColumn("name", _say("Who")),
                FieldColumn("percent", _say("Off (%)"), CellKind.NUMBER, 84, new=100),
                FieldColumn("kinds", _say("Off what"), CellKind.CHOICE, 104, both, new=(fee, charge)),
                FieldColumn("legal_base", _say("Legal base"), width=200),
            )
        case "results":
            return (FieldColumn("name", _say("Result")), FieldColumn("code", _say("Result code"), width=180))
        case _:
            return (
                FieldColumn("unit", _say("Unit"), width=260),
                FieldColumn("name", _say("What is done")),
                FieldColumn("hours", _say("Working hours"), CellKind.HOURS, 110, new=0.0),
            )


def units() -> dict[str, str]:
    """The units of a term."""
    return {
        TermUnit.WORKING_DAYS: _say("working days"),
        TermUnit.CALENDAR_DAYS: _say("days"),
        TermUnit.HOURS: _say("working hours"),
        TermUnit.SAME_DAY: _say("within the day"),
        TermUnit.NONE: _say("no term"),
        TermUnit.UNKNOWN: _say("no data"),
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
