"""What the list says of each dossier, and its cells that say something by colour: status, due date, what waits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from counter_app.dossier.collation import collated
from counter_app.dossier.names import GUIDANCE
from counter_app.dossier.states import ENDED, PAUSED
from counter_app.store.dossiers import FoundDossier
from ui import words
from ui.theme import AMBER, RED, SURFACE, Ink
from ui.widgets.badges import status_ground, status_ink
from ui.widgets.rows_model import ROW, Index, ListColumn

_NARROW = 1_000  # pixels; the code says the day, too
_LATE = "!"  # for whoever does not see red


def columns(now: Callable[[], datetime], *, has_server: bool) -> list[ListColumn[FoundDossier]]:
    """The columns of the list; `now`: the desk's clock. Without a server nothing waits for one."""

    def late_colour(found: FoundDossier) -> Ink | None:
        return RED if is_overdue(found, now()) else None

    def due(found: FoundDossier) -> str:
        return f"{_LATE} {_due(found)}" if is_overdue(found, now()) else _due(found)

    def late(found: FoundDossier) -> str:
        return _say("Overdue") if is_overdue(found, now()) else ""

    def here(found: FoundDossier) -> bool:
        """Whether it waits for a server there is none of."""
        return not has_server and not (found.imported or found.conflicts or found.news)

    def sync(found: FoundDossier) -> str:
        return _say("Here only") if here(found) else _sync(found)

    def sync_explained(found: FoundDossier) -> str:
        return _say("No provincial server is set at this desk.") if here(found) else _sync_explained(found)

    def sync_colour(found: FoundDossier) -> Ink | None:
        return None if here(found) else _sync_colour(found)

    return [
        ListColumn("code", _say("Dossier code"), _code, 170, tip=_nothing, least=148),
        ListColumn("owner", _say("Owner"), lambda found: found.owner, 190, least=150),
        ListColumn("procedure", _say("Procedure"), lambda found: found.procedure),
        ListColumn("status", _say("Status"), _status, 200, least=150),
        ListColumn("received", _say("Received"), _received, 135, tip=_nothing, spared_below=_NARROW),
        ListColumn("due", _say("Due"), due, 145, tip=late, colour=late_colour, least=136),
        ListColumn("sync", _say("Province"), sync, 90, tip=sync_explained, colour=sync_colour, least=86),
    ]


SORT_KEYS: dict[str, Callable[[FoundDossier], Any]] = {
    "code": lambda found: found.code,
    "owner": lambda found: collated(found.owner),
    "procedure": lambda found: collated(found.procedure),
    "status": lambda found: (found.guidance or "", int(found.status)),
    "received": lambda found: found.received_at,
    "due": lambda found: (found.due_at is None, found.due_at or found.received_at),
    "sync": lambda found: (found.conflicts, found.news, found.waiting),
}
"""By what each column is sorted: names as Vietnamese has them, what has no date behind what has."""


def is_overdue(found: FoundDossier, now: datetime) -> bool:
    """Whether the promised moment has passed while the clock ran and the business is not done."""
    if found.due_at is None or found.status in ENDED | PAUSED:
        return False
    return found.due_at < now


def _code(found: FoundDossier) -> str:
    return _say("no code") if found.guidance else found.code


def _status(found: FoundDossier) -> str:
    if found.imported:
        return _say("Old, imported")
    return words.say("status", GUIDANCE[found.guidance]) if found.guidance else words.status_name(found.status)


def _nothing(found: FoundDossier) -> str:
    return ""


def _received(found: FoundDossier) -> str:
    return words.day(found.received_at) if found.imported else words.moment(found.received_at)


def _due(found: FoundDossier) -> str:
    if found.imported:
        return words.day(found.due_at) if found.due_at else ""
    return words.moment(found.due_at) or ("" if found.guidance else _say("none"))


def _sync(found: FoundDossier) -> str:
    if found.imported:
        return _say("Here only")
    if found.conflicts:
        return _say("Conflict")
    if found.news:
        return _say("● New")
    return _say("Waiting") if found.waiting else _say("Sent")


def _sync_explained(found: FoundDossier) -> str:
    if found.imported:
        return _say("It was imported from the office's old book; no report counts it, and it is not sent.")
    if found.conflicts:
        return _say("Two desks did things that do not fit together; open the dossier to see both sides.")
    if found.news:
        return _say("Something came of it that nobody here has looked at: open the dossier.")
    if found.waiting:
        return _say("Not all of it has reached the provincial server yet; it goes by itself.")
    return _say("The provincial server has everything this desk wrote about it.")


def _sync_colour(found: FoundDossier) -> Ink | None:
    if found.conflicts:
        return RED
    return AMBER if found.waiting or found.news else None


def _say(sentence: str) -> str:
    return QCoreApplication.translate("lookup", sentence)


class ColouredDelegate(QStyledItemDelegate):
    """Of a column that says something by colour: it stays on a chosen row. Qt alone paints the other columns."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if colour := index.data(Qt.ItemDataRole.ForegroundRole):
            palette: QPalette = option.palette
            palette.setBrush(QPalette.ColorRole.HighlightedText, QBrush(colour))


class BadgeDelegate(QStyledItemDelegate):
    """Paints the status as a badge."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        found: FoundDossier | None = index.data(ROW)
        if found is None:
            return
        text = str(index.data())
        metrics = painter.fontMetrics()
        cell = option.rect
        width = min(metrics.horizontalAdvance(text) + 20, cell.width() - 8)
        height = metrics.height() + 6
        badge = QRectF(cell.left() + 4, cell.center().y() - height / 2 + 1, width, height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(SURFACE.colour())
        painter.drawRoundedRect(badge, height / 2, height / 2)
        painter.setBrush(status_ground(found.status))
        painter.drawRoundedRect(badge, height / 2, height / 2)
        painter.setPen(status_ink(found.status))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width) - 16)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, shown)
        painter.restore()
