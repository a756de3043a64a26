"""What happened to a dossier, as its journal entries say."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from counter_app.dossier.acts import TAKE_FEE
from counter_app.dossier.describing import describe, written_by
from counter_app.dossier.fold import Folded, Settled
from counter_app.dossier.journal import Entry, EntryKey
from counter_app.dossier.life import Decision
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.business import ConflictSettled
from counter_app.dossier.settling import readable
from counter_app.language import said
from ui import words
from ui.theme import BLUE, QUIET, RED
from ui.widgets.rows_model import ROW, Index


@dataclass(frozen=True)
class Event:
    """One entry as a sentence; `by` says who and when; `conflict` that it could not apply and waits for a clerk.

    `note` says what became of it, where that is not what the sentence says.
    """

    sentence: str
    by: str
    conflict: bool
    note: str = ""


def events_of(entries: list[Entry], folded: Folded, dossier: Dossier) -> list[Event]:
    """All entries described, the newest first; a settlement names the step it is about."""
    open_ones = {entry.key for entry in folded.conflicts}
    settled = {settlement.entry.key: settlement for settlement in folded.settled}
    by_key = {entry.key: entry for entry in entries}
    events = []
    for entry in reversed(entries):
        sentence, note = _sentence(entry, dossier), ""
        if entry.key in open_ones:
            note = _say("taken though not due") if entry.kind == TAKE_FEE.kind else _say("had no effect")
        elif entry.key in settled:
            taken = entry.kind == TAKE_FEE.kind
            note = _say("taken though not due, settled") if taken else _decided(settled[entry.key])
        elif isinstance(payload := readable(entry), ConflictSettled):
            named = EntryKey(payload.desk, payload.sequence)
            if step := by_key.get(named):
                sentence += f"\n{_by(step)}: {_sentence(step, dossier)}"
            if named in settled and settled[named].by.key != entry.key:
                note = _say("another desk had settled it before")
        events.append(Event(sentence, _by(entry), entry.key in open_ones, note))
    return events


def _sentence(entry: Entry, dossier: Dossier) -> str:
    return describe(entry, dossier).in_full(words.say)


def _by(entry: Entry) -> str:
    return said(written_by(entry), words.say)


def _decided(settled: Settled) -> str:
    payload = readable(settled.by)
    again = isinstance(payload, ConflictSettled) and payload.decision is Decision.DONE_AGAIN
    return _say("was done again later") if again else _say("was set aside")


def _say(sentence: str) -> str:
    return QCoreApplication.translate("timeline", sentence)


_RAIL, _GAP, _DOT = 26, 9, 4.5  # pixels


class TimelineDelegate(QStyledItemDelegate):
    """Paints one event, as wide as the view."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics: QFontMetrics = option.fontMetrics
        width = self._view.viewport().width()
        event: Event = index.data(ROW)
        return QSize(width, _sentence_height(metrics, self._text(event), width) + metrics.height() + 2 * _GAP + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        palette: QPalette = option.palette
        event: Event = index.data(ROW)
        colour = (RED if event.conflict else BLUE).colour()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = palette.color(QPalette.ColorRole.Mid)
        painter.setPen(line)
        x, y = rect.left() + _RAIL / 2, rect.top() + _GAP + painter.fontMetrics().height() / 2
        top = y if index.row() == 0 else rect.top()
        bottom = y if index.row() == index.model().rowCount() - 1 else rect.bottom() + 1
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(x, y), _DOT, _DOT)
        inner = rect.adjusted(_RAIL, _GAP, -_GAP, -_GAP)
        painter.setPen(colour if event.conflict else palette.color(QPalette.ColorRole.Text))
        flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(inner, int(flags), self._text(event))
        painter.setPen(QUIET.colour())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignBottom), event.by)
        painter.restore()

    def _text(self, event: Event) -> str:
        return words.unbroken(f"{event.sentence} ({event.note})" if event.note else event.sentence)


def _sentence_height(metrics: QFontMetrics, text: str, width: int) -> int:
    area = QRect(0, 0, width - _RAIL - _GAP, 10_000)
    return metrics.boundingRect(area, int(Qt.TextFlag.TextWordWrap), text).height()
