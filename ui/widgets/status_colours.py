"""The colours a status wears, in badges and lists: calm where nothing is to be done, warm where someone waits."""

from __future__ import annotations

from PySide6.QtGui import QColor

from counter_app.dossier.states import Status

_GREY, _BLUE, _AMBER, _GREEN, _RED = "#5f6368", "#1558b0", "#9a5b00", "#1b6e3c", "#b3261e"

COLOURS = {
    Status.NEW: _GREY,
    Status.ACCEPTED: _BLUE,
    Status.NOT_ACCEPTED: _RED,
    Status.IN_PROCESS: _BLUE,
    Status.SUPPLEMENT_REQUESTED: _AMBER,
    Status.FINANCIAL_OBLIGATION: _AMBER,
    Status.WITHDRAWN: _GREY,
    Status.STOPPED: _RED,
    Status.DONE: _GREEN,
    Status.RESULT_RETURNED: _GREEN,
}


def ink(status: Status) -> QColor:
    """The colour of the status's text."""
    return QColor(COLOURS[status])


def ground(status: Status) -> QColor:
    """The pale colour behind it."""
    colour = ink(status)
    colour.setAlphaF(0.12)
    return colour
