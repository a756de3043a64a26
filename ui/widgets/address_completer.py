"""Communes for the last part of an address: two keys are enough, old names tell what they are today."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from counter_app.desk.desk import Desk
from counter_app.procedures.places import Place

_MOST, _SUCH = 3, 2  # communes that are all named; how many of more: twelve filled the whole column
_WRITTEN = Qt.ItemDataRole.UserRole


class AddressCompleter(QCompleter):
    """Offers what `Places.complete` finds for the line; what the clerk does not choose stays as it was typed."""

    chosen = Signal(str)  # the whole address

    def __init__(self, desk: Desk, line: QLineEdit) -> None:
        super().__init__(line)
        self._desk = desk
        self._line = line
        self.found = QStandardItemModel(self)
        self.setModel(self.found)
        self.setCompletionRole(_WRITTEN)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        line.textEdited.connect(self._offer)  # before the line asks for its completions
        line.setCompleter(self)
        self.activated.connect(self.chosen)

    def meant(self) -> str:
        """What the address is today, if it is written with an old name; that it may be several communes; else ""."""
        desk, text = self._desk, self._line.text().strip()
        meant = desk.knowledge.places.read(text, desk.now().date()) if text else ()
        if len(meant) > 1:
            named = meant if len(meant) <= _MOST else meant[:_SUCH]
            names = "; ".join(_told(place) for place in named)
            if len(meant) > len(named):
                many = self.tr("One of {n} communes, such as {names}: choose one, or add district or province.")
                return many.format(n=len(meant), names=names)
            return self.tr("This may be one of several communes, choose or add the district: {names}").format(
                names=names
            )
        return self.tr("Today: {place}").format(place=meant[0].name) if meant and meant[0].old else ""

    def _offer(self, text: str) -> None:
        desk = self._desk
        places = desk.knowledge.places
        home = places.province_of(desk.profile.office.agency)
        self.found.clear()
        for place in places.complete(text, home, desk.now().date()):
            item = QStandardItem(_told(place))
            item.setData(place.written, _WRITTEN)
            self.found.appendRow(item)


def _told(place: Place) -> str:
    return f"{place.old} → {place.name}" if place.old else place.name
