"""How a failure lies in a database: its code and values as JSON, so that its sentence is made when it is shown."""

from __future__ import annotations

import json

from pydantic import TypeAdapter, ValidationError

from counter_app.errors import StoredFailure, Value

_FACTS = TypeAdapter(dict[str, str | dict[str, Value]])
_VALUES = TypeAdapter(dict[str, Value])


def write_failure(failure: StoredFailure | None) -> str:
    """As it is kept; "" for none. One that is known by its sentence alone stays that sentence."""
    if failure is None or failure.said:
        return failure.said if failure else ""
    facts = {"code": failure.code, "details": failure.details, "values": failure.values}
    return json.dumps(facts, ensure_ascii=False)


def read_failure(text: str) -> StoredFailure | None:
    """What was kept. Before November 2026 pages kept the sentence itself, and print jobs the code as "kind"."""
    if text in ("", "null"):
        return None
    if not text.startswith("{"):
        return StoredFailure(said=text)
    try:
        facts = _FACTS.validate_json(text)
    except ValidationError:
        return StoredFailure()
    code, details, values = facts.get("code") or facts.get("kind"), facts.get("details", ""), facts.get("values", {})
    if isinstance(code, str) and isinstance(details, str) and isinstance(values, dict):
        return StoredFailure(code, details, values)
    return StoredFailure()


def write_values(failure: StoredFailure) -> str:
    """The values alone, where the code has a column of its own."""
    return json.dumps(failure.values, ensure_ascii=False)


def read_values(text: str) -> dict[str, Value]:
    """What `write_values` wrote; nothing where it is damaged."""
    try:
        return _VALUES.validate_json(text)
    except ValidationError:
        return {}
