"""What an import changes, in sentences for the administrator: the same at the command line and in the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from counter_app.dossier.model import Term
from counter_app.language import DEFAULT_LANGUAGE, translate
from counter_app.procedures.importing import Change, Difference, Effect, ImportPlan
from counter_app.procedures.portal_records import Doubt
from counter_app.procedures.spreadsheet_columns import SHEETS, UNITS

_LONGEST = 160  # letters of a value
_COUNTS = {
    Effect.ADDED: "{count} added",
    Effect.CHANGED: "{count} changed",
    Effect.DELETED: "{count} ended",
    Effect.UNCHANGED: "{count} as they were",
    Effect.NOT_NEWER: "{count} not newer than what is known",
    Effect.REFUSED: "{count} left out",
}
_EFFECTS = {
    Effect.ADDED: "added",
    Effect.CHANGED: "changed",
    Effect.DELETED: "ended: the portal took it out",
    Effect.NOT_NEWER: "left as it is: the record is not newer",
    Effect.REFUSED: "left out",
}
_FIELDS = {column.field.partition(".")[0]: column.head for sheet in SHEETS[:1] for column in sheet.columns} | {
    sheet.holds: sheet.name for sheet in SHEETS[1:]
}
"""The fields as the spreadsheet calls them."""


def summary(plan: ImportPlan, language: str = DEFAULT_LANGUAGE) -> str:
    """How many of each: “3 thêm mới, 2 thay đổi, 1.115 giữ nguyên”."""
    counts = plan.counts
    said = [
        translate("import", _COUNTS[effect], language).format(count=counts[effect])
        for effect in Effect
        if counts[effect]
    ]
    return ", ".join(said) or translate("import", "no procedures", language)


def lines(plan: ImportPlan, language: str = DEFAULT_LANGUAGE) -> list[tuple[str, str]]:
    """One line a procedure that changes or cannot be taken over whole: code and name, and what becomes of it."""
    said = []
    for change in plan.changes:
        if change.effect is not Effect.UNCHANGED:
            what = "; ".join(_what(change, language))
            said.append((f"{change.code} {change.name}"[:_LONGEST].strip(), what))
    return said


def _what(change: Change, language: str) -> Iterator[str]:
    yield translate("import", _EFFECTS[change.effect], language)
    if change.effect in (Effect.CHANGED, Effect.DELETED):
        yield from (
            _difference(difference)
            for difference in change.differences
            if difference.field not in ("unknown", "unsure")
        )
    yield from (_doubt(doubt, language) for doubt in change.doubts)


def _difference(one: Difference) -> str:
    name = _FIELDS.get(one.field, one.field)
    if isinstance(one.before, tuple) and isinstance(one.after, tuple):
        old, new = ([_value(entry) for entry in entries] for entries in (one.before, one.after))
        gone, come = (
            _short(text for text in texts if text not in others) for texts, others in ((old, new), (new, old))
        )
        return f"{name}: " + ", ".join(f"{sign} {text}" for sign, text in (("−", gone), ("+", come)) if text)
    return f"{name}: {_value(one.before) or '–'} → {_value(one.after) or '–'}"


def _doubt(one: Doubt, language: str) -> str:
    name = _FIELDS.get(one.about, one.about)
    said = translate("import", one.sentence, language)
    return f"{name}: {said.format(**one.values) if one.values else said}"


def _short(texts: Iterator[str]) -> str:
    all_of_it = " | ".join(texts)
    return all_of_it if len(all_of_it) <= _LONGEST else f"{all_of_it[:_LONGEST]}…"


def _value(value: object) -> str:
    """A value as one reads it."""
    if isinstance(value, Term):
        return f"{value.amount} {UNITS[value.unit]}" if value.amount else UNITS[value.unit]
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, BaseModel):
        parts = value.model_dump(exclude_defaults=True)
        parts.pop("key", None)
        return ", ".join(_value(Term(**part)) if isinstance(part, dict) else str(part) for part in parts.values())
    return "" if value is None else str(value)[:_LONGEST]
