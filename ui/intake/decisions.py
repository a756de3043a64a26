"""What the program decided about a page, each decision with its undoing: turned, straightened, cut, left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from ui.theme import icon

if TYPE_CHECKING:
    from scanning.pages import ReadPage, Treatment


class Decisions(QWidget):
    """A row of buttons under the page; each undoes one decision, and the last gives all back to the program."""

    decided = Signal(object)  # Treatment

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rotate = QToolButton(autoRaise=True)
        self.rotate.setIcon(icon("rotate"))
        self.rotate.setToolTip(self.tr("Turn the page by 90°"))
        self.rotate.setAccessibleName(self.rotate.toolTip())
        self.rotate.clicked.connect(self._turn)
        self.as_scanned = QToolButton(autoRaise=True)
        self.as_scanned.setCheckable(True)
        self.as_scanned.setText(self.tr("As scanned"))
        self.as_scanned.setToolTip(self.tr("Keep the paper's own colour and shades"))
        self.as_scanned.clicked.connect(lambda on: self._decide(whiten=not on))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self.rotate)
        self._row.addWidget(self.as_scanned)
        self._row.addStretch()
        self._chips: list[QPushButton] = []
        self._read: ReadPage | None = None
        self._treatment: Treatment | None = None
        self.hide()

    @property
    def undoable(self) -> list[QPushButton]:
        """The buttons of the decisions on this page."""
        return self._chips

    def show_page(self, treatment: str, read: ReadPage | None) -> None:
        """Shows what was decided about a page; nothing for one that was not read yet."""
        from scanning.pages import Treatment

        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = []
        self._read = read
        self.setVisible(read is not None)
        if read is None:
            return
        decided = self._treatment = Treatment.from_json(treatment)
        self.as_scanned.setChecked(not decided.whiten)
        for text, values in self._undoings(read, decided):
            self._add(text, self.tr("Undo this"), replace(decided, **values))  # type: ignore[arg-type]
        automatic = Treatment(photographed=decided.photographed)
        if decided not in (automatic, replace(automatic, rotation=read.rotation, side=read.side)):
            self._add(self.tr("Back to automatic"), self.tr("Let the program decide about this page again"), automatic)

    def _undoings(self, read: ReadPage, decided: Treatment) -> list[tuple[str, dict[str, object]]]:
        """(what was decided, what undoes it) of each decision that the clerk did not make."""
        from scanning.pages import SEPARATOR

        found: list[tuple[str, dict[str, object]]] = []
        if read.document_type == SEPARATOR:
            found.append((self.tr("Separator sheet, not filed"), {"blank": False}))
        elif read.blank and decided.blank is None:
            found.append((self.tr("Blank page, not filed"), {"blank": False}))
        if read.rotation and (decided.rotation is None or read.side):
            found.append((self.tr("Turned upright by {n}°").format(n=read.rotation), {"rotation": 0}))
        if abs(read.skew) >= 0.1:
            degrees = f"{abs(read.skew):.1f}".replace(".", ",")
            found.append((self.tr("Straightened by {n}°").format(n=degrees), {"straighten": False}))
        if decided.photographed:
            found.append((self.tr("Photo flattened"), {"photographed": False}))
        if read.cropped:
            found.append((self.tr("Edges cut off"), {"crop": False}))
        if read.side:
            which = self.tr("Left of two pages") if read.side == 1 else self.tr("Right of two pages")
            found.append((which, {"side": 0}))
        return found

    def _add(self, text: str, tip: str, treatment: Treatment) -> None:
        chip = QPushButton(icon("close"), text)
        chip.setObjectName("chip")
        chip.setToolTip(tip)
        chip.clicked.connect(lambda: self.decided.emit(treatment))
        self._row.insertWidget(self._row.count() - 1, chip)
        self._chips.append(chip)

    def _turn(self) -> None:
        if self._read is not None:
            self._decide(rotation=(self._read.rotation - 90) % 360)

    def _decide(self, **values: object) -> None:
        if self._treatment is not None:
            self.decided.emit(replace(self._treatment, **values))  # type: ignore[arg-type]
