"""Words of a page chosen on its picture, as text is chosen: from where the mouse was pressed to where it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

if TYPE_CHECKING:
    from counter_app.dossier.pages import Word

_AIR = 3  # pixels of the picture around a word that still are the word
_NEXT_LINE = 0.6  # of a word's height that the next one stands lower, at the least


class WordSelection:
    """The words in reading order, and which of them are chosen; places are in pixels of the picture."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._rects: list[QRectF] = []
        self._from, self._to = 0, -1  # the first and the last that are chosen, in the order they were chosen in

    def show(self, words: Sequence[Word]) -> None:
        """Other words; none of them is chosen."""
        self._texts = [word.text for word in words]
        self._rects = [QRectF(*word.box) for word in words]
        self.clear()

    @property
    def rects(self) -> list[QRectF]:
        """Where the chosen words stand."""
        return self._rects[self._chosen]

    @property
    def text(self) -> str:
        """The chosen words, in lines as on the page."""
        chosen = range(len(self._texts))[self._chosen]
        said = ""
        for place in chosen:
            before, here = self._rects[place - 1] if said else None, self._rects[place]
            new_line = before is not None and here.top() > before.top() + _NEXT_LINE * before.height()
            said += ("" if before is None else "\n" if new_line else " ") + self._texts[place]
        return said

    def at(self, point: QPointF) -> int:
        """The word that stands there; -1 for none."""
        around = (rect.adjusted(-_AIR, -_AIR, _AIR, _AIR).contains(point) for rect in self._rects)
        return next((place for place, is_here in enumerate(around) if is_here), -1)

    def begin(self, place: int) -> None:
        """That word is chosen, and the choice goes on from it."""
        self._from = self._to = place

    def reach(self, point: QPointF) -> None:
        """The choice ends at the word nearest to that place."""
        if self._rects:
            self._to = min(range(len(self._rects)), key=lambda place: _distance(self._rects[place], point))

    def choose_all(self) -> None:
        """Every word of the page."""
        self._from, self._to = 0, len(self._texts) - 1

    def clear(self) -> None:
        """No word."""
        self._from, self._to = 0, -1

    @property
    def _chosen(self) -> slice:
        first, last = sorted((self._from, self._to)) if self._to >= 0 else (0, -1)
        return slice(first, last + 1)


def _distance(rect: QRectF, point: QPointF) -> float:
    """How far a place is from a word; another line counts more than another word of the same line."""
    aside = max(rect.left() - point.x(), 0.0, point.x() - rect.right())
    above = max(rect.top() - point.y(), 0.0, point.y() - rect.bottom())
    return aside + 20 * above
