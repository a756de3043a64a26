"""The piles that wait, each a tile: how many, of what, the digit that opens it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from counter_app.desk.today import FROM_OUTSIDE, MOST_UNSENT, Pile
from ui.theme import SPACE

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_HEIGHT = 92  # pixels


class Tile(QPushButton):
    """One pile; Enter or its digit opens it. Overdue ones are told by their words, and by colour as well."""

    stepped = Signal(object)  # Qt.Key: an arrow

    def __init__(self, pile: Pile, digit: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pile, self.digit, self._name = pile, digit, name
        self.setObjectName("tile")
        self.setAutoDefault(True)  # Enter presses it
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(_HEIGHT)
        self.count, key, words = QLabel("…"), QLabel(str(digit)), QLabel(name)
        self.count.setObjectName("tileCount")
        key.setObjectName("quiet")
        head = QHBoxLayout()
        head.addWidget(self.count, 1)
        head.addWidget(key, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 12, 8)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(words)
        for label in (self.count, key, words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._say("…")

    def show_count(self, count: int) -> None:
        """Shows how many there are now."""
        most = self.pile is Pile.UNSENT and count >= MOST_UNSENT
        text = f"{count:,}".replace(",", ".") + ("+" if most else "")
        self.count.setText(text)
        state = "" if count == 0 else "alarm" if self.pile is Pile.OVERDUE else "waiting"
        for part in (self, self.count):
            part.setProperty("state", state)
            part.style().unpolish(part)
            part.style().polish(part)
        self._say(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(Qt.Key(event.key()))
        else:
            super().keyPressEvent(event)

    def _say(self, count: str) -> None:
        said = self.tr("{pile}: {count}, key {digit}")
        self.setAccessibleName(said.format(pile=self._name, count=count, digit=self.digit))


class Tiles(QWidget):
    """All piles of the desk; the arrows lead from one to the next."""

    chosen = Signal(object)  # Pile
    left_below = Signal()  # by the arrow down from the last row

    def __init__(self, *, with_server: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = {
            Pile.DRAFTS: self.tr("Intakes begun"),
            Pile.DUE_TODAY: self.tr("Due today"),
            Pile.OVERDUE: self.tr("Overdue"),
            Pile.TO_RETURN: self.tr("Results to return"),
            Pile.SUPPLEMENTS: self.tr("Supplements expected"),
            Pile.NEWS: self.tr("News of dossiers"),
            Pile.UNPRINTED: self.tr("Papers not printed"),
            Pile.UNSENT: self.tr("Not sent to the province"),
        }
        piles = [pile for pile in Pile if with_server or pile not in FROM_OUTSIDE]
        self._columns = (len(piles) + 1) // 2
        self.tiles = [Tile(pile, number, names[pile]) for number, pile in enumerate(piles, start=1)]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE)
        for place, tile in enumerate(self.tiles):
            grid.addWidget(tile, place // self._columns, place % self._columns)
            tile.clicked.connect(lambda _=False, pile=tile.pile: self.chosen.emit(pile))
            tile.stepped.connect(lambda key, place=place: self._step(place, key))

    def show_counts(self, counts: Mapping[Pile, int]) -> None:
        """Shows how many there are in each pile now."""
        for tile in self.tiles:
            tile.show_count(counts[tile.pile])

    def tile(self, pile: Pile) -> Tile:
        """The tile of a pile that the desk has."""
        return next(tile for tile in self.tiles if tile.pile is pile)

    def press(self, digit: int) -> None:
        """Opens the pile with that digit."""
        if 0 < digit <= len(self.tiles):
            self.tiles[digit - 1].setFocus()
            self.chosen.emit(self.tiles[digit - 1].pile)

    def _step(self, place: int, key: Qt.Key) -> None:
        by = _STEPS.get(key) or (self._columns if key == Qt.Key.Key_Down else -self._columns)
        if 0 <= place + by < len(self.tiles):
            self.tiles[place + by].setFocus()
        elif key == Qt.Key.Key_Down:
            self.left_below.emit()
