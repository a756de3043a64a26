"""What was read of the scanned papers, in one line below them; one key leads to verifying it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme import AMBER, show_sign
from ui.verify.papers_read import PapersRead
from ui.widgets.offer_bar import OfferBar


class VerifyBar(OfferBar):
    """Not there while nothing was read. Offers; a dossier is received and goes on without it, too.

    While papers that were there are read anew, since pages were moved or turned, its key is not lost: what was asked
    for opens once they are read.
    """

    verify_wanted = Signal()

    def __init__(self, read: PapersRead, parent: QWidget | None = None) -> None:
        super().__init__("info", "Ctrl+J", self._ask, parent)
        self._read = read
        self._wanted = ""  # by whose pages the key was pressed while they were being read
        self.button.setText(self.tr("Hold against the paper (Ctrl+J)"))
        read.changed.connect(self._show)
        read.looked.connect(self._show)

    def _ask(self) -> None:
        if self._read.counts.papers:
            self.verify_wanted.emit()
        else:
            self._wanted = self._read.holder
            self._show()

    def _show(self) -> None:
        counts = self._read.counts
        waits = not counts.papers and not self.isHidden() and self._read.is_looking
        self.setVisible(counts.papers > 0 or waits)
        wanted = self._wanted == self._read.holder
        if waits:
            show_sign(self.sign, "clock", 20)
            opens = self.tr("The papers are being read anew; they open then.")
            self.text.setText(opens if wanted else self.tr("The papers are being read anew."))
            return
        self._wanted = ""
        if not counts.papers:
            return
        if wanted and self.isVisible():
            self.verify_wanted.emit()
        asks = counts.asking + counts.missing > 0
        show_sign(self.sign, *("warning", 20, AMBER) if asks else ("info", 20))
        said = [
            self.tr("%n papers were read", "", counts.papers),
            self.tr("%n fields sure", "", counts.sure) if counts.sure else "",
            self.tr("%n to look at", "", counts.asking) if counts.asking else "",
            self.tr("%n missing on the paper", "", counts.missing) if counts.missing else "",
            self.tr("%n confirmed", "", counts.settled) if counts.settled else "",
        ]
        self.text.setText(" · ".join(part for part in said if part))
