"""Enter in a form of few fields: on to the next one that is empty, before anything is refused for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit


def goes_on(fields: Sequence[QLineEdit]) -> bool:
    """Whether the cursor stands in a field that is filled and went on to an empty one below it."""
    place = next((place for place, field in enumerate(fields) if field.hasFocus() and field.text()), None)
    if place is None:
        return False
    empty = next((field for field in fields[place + 1 :] if not field.text()), None)
    if empty is not None:
        empty.setFocus()
    return empty is not None
