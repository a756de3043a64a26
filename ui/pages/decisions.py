"""What the program decided about a page, each decision with its undoing: turned, straightened, cut, left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QToolBar, QToolButton, QVBoxLayout, QWidget

from counter_app.dossier.pages import ALL_SHADES, SEPARATOR, Treatment
from counter_app.dossier.signed import signer_and_day
from ui.theme import icon

if TYPE_CHECKING:
    from scanning.pages import ReadPage


_WITH_NOTE: dict[str, Any] = {"side": 0, "blank": False}
"""What a picture of a page with its note is taken for from the start: one page, and wanted."""
WELL_KEPT = 0.98
"""Share of the paper's marks from which on nothing is said of it."""


def percent(share: float) -> str:
    """A share for the clerk's eyes: 0.974 as “97,4”; never rounded up to all of it."""
    return f"{int(share * 1000) / 10:g}".replace(".", ",")


def signed_label(names: tuple[str, ...]) -> str:
    """Who signed a document digitally, and that nobody checked it; "" where nobody did."""
    sentence = QCoreApplication.translate("Decisions", "Digitally signed: {names}, not checked")
    return sentence.format(names="; ".join(names)) if names else ""


class Decisions(QWidget):
    """A bar under the thumbnails; each button undoes one decision, and the last gives all back to the program.

    What finds no room goes into the bar's own menu. Who signed the page's file stands below: nothing to undo.
    """

    decided = Signal(object)  # Treatment

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = QToolBar()
        self._bar.setIconSize(QSize(14, 14))
        self._bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        turn = self._bar.addAction(icon("rotate"), self.tr("Turn the page by 90°"))
        turn.triggered.connect(self._turn)
        self.rotate = self._button(turn)
        self.rotate.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.as_scanned = self._bar.addAction(self.tr("As scanned"))
        self.as_scanned.setCheckable(True)
        self.as_scanned.setToolTip(self.tr("Keep the paper's own colour and shades"))
        self.as_scanned.triggered.connect(lambda on: self._decide(whiten=False if on else None))
        self.signed = QLabel()
        self.signed.setObjectName("quiet")
        self.signed.setWordWrap(True)
        self.signed.setTextFormat(Qt.TextFormat.PlainText)
        self.signed.setToolTip(self.tr("As the file says of itself; the signed file is kept as it came"))
        below = QVBoxLayout(self)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(2)
        below.addWidget(self._bar)
        below.addWidget(self.signed)
        self._undo: list[QAction] = []
        self._read: ReadPage | None = None
        self._treatment: Treatment | None = None
        self.hide()

    @property
    def undoable(self) -> list[QToolButton]:
        """The buttons of the decisions on this page."""
        return [self._button(action) for action in self._undo]

    def show_page(self, treatment: Treatment, read: ReadPage | None, *, with_note: bool = False) -> None:
        """Shows what was decided about a page; nothing for one that was not read yet.

        `with_note`: it shows the page before it once more; what that decides by itself is not the clerk's decision.
        """
        for action in self._undo:
            self._bar.removeAction(action)
            action.deleteLater()
        self._undo = []
        self._read = read
        self.setVisible(read is not None)
        if read is None:
            return
        decided = self._treatment = treatment
        self.as_scanned.setChecked(decided.whiten is False)
        self._tell_signatures(read)
        for text, tip, values in self._undoings(read, decided):
            self._add(text, tip or self.tr("Undo this"), replace(decided, **values))  # type: ignore[arg-type]
        automatic = replace(Treatment(), photographed=decided.photographed, **(_WITH_NOTE if with_note else {}))
        if decided not in (automatic, replace(automatic, rotation=read.rotation, side=read.side)):
            self._add(self.tr("Back to automatic"), self.tr("Let the program decide about this page again"), automatic)

    def _tell_signatures(self, read: ReadPage) -> None:
        nameless = self.tr("signer not named")
        names = (signer_and_day(signature.signer, signature.time, nameless) for signature in read.signatures)
        label = signed_label(tuple(names))
        self.signed.setText(label)
        self.signed.setVisible(bool(label))

    def _undoings(self, read: ReadPage, decided: Treatment) -> list[tuple[str, str, dict[str, object]]]:
        """(what was decided, why, what undoes it) of each decision that the clerk did not make."""
        found: list[tuple[str, str, dict[str, object]]] = []
        if read.document_type == SEPARATOR:
            found.append((self.tr("Separator sheet, not filed"), "", {"blank": False}))
        elif read.blank and decided.blank is None:
            found.append((self.tr("Blank page, not filed"), "", {"blank": False}))
        if read.shades == ALL_SHADES and decided.whiten is None:
            found.append((self.tr("Own shades kept"), self._why_shades(read), {"whiten": True}))
        if read.rotation and (decided.rotation is None or read.side):
            found.append((self.tr("Turned upright by {n}°").format(n=read.rotation), "", {"rotation": 0}))
        if abs(read.skew) >= 0.1:
            degrees = f"{abs(read.skew):.1f}".replace(".", ",")
            found.append((self.tr("Straightened by {n}°").format(n=degrees), "", {"straighten": False}))
        if decided.photographed:
            found.append((self.tr("Photo flattened"), "", {"photographed": False}))
        if read.cropped:
            found.append((self.tr("Edges cut off"), "", {"crop": False}))
        if read.side:
            which = (
                self.tr("Left of two pages"),
                self.tr("Right of two pages"),
                self.tr("Upper of two forms"),
                self.tr("Lower of two forms"),
            )
            found.append((which[read.side - 1], "", {"side": 0}))
        return found

    def _why_shades(self, read: ReadPage) -> str:
        why = self.tr("Made white, the page would have lost marks: it keeps its own shades and colours.")
        share = self.tr("Kept of what stands on the paper: {n} %.").format(n=percent(read.kept))
        return f"{why} {share}\n{self.tr('Click to make it white all the same.')}"

    def _add(self, text: str, tip: str, treatment: Treatment) -> None:
        action = self._bar.addAction(icon("close"), text)
        action.setToolTip(tip)
        action.triggered.connect(lambda: self.decided.emit(treatment))
        self._button(action).setObjectName("chip")
        self._undo.append(action)

    def _button(self, action: QAction) -> QToolButton:
        button = self._bar.widgetForAction(action)
        assert isinstance(button, QToolButton)
        return button

    def _turn(self) -> None:
        if self._read is not None:
            self._decide(rotation=(self._read.rotation - 90) % 360)

    def _decide(self, **values: object) -> None:
        if self._treatment is not None:
            self.decided.emit(replace(self._treatment, **values))  # type: ignore[arg-type]
