"""The papers of a receipt that is corrected: how many of each were handed in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QSpinBox, QWidget

from counter_app.dossier.correctable import StatedPaper
from counter_app.procedures.catalogue import ComponentRule
from ui.widgets.number_box import NumberBox

_MOST = 118  # pixels; more papers are scrolled


@dataclass(frozen=True)
class PaperRow:
    """The editors of one paper's counts."""

    paper: StatedPaper
    originals: QSpinBox
    certified_copies: QSpinBox
    copies: QSpinBox

    @property
    def stated(self) -> StatedPaper:
        """The paper as counted now."""
        counts = {name: getattr(self, name).value() for name in ("originals", "certified_copies", "copies")}
        shown = self.paper.shown and not any(counts.values())
        return self.paper.model_copy(update=counts | {"shown": shown})


class PapersTable(QScrollArea):
    """Those that the receipt names, below them those of the procedure that it does not: one may have been forgotten."""

    changed = Signal()

    def __init__(self, papers: Iterable[StatedPaper], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[PaperRow] = []
        self._named = tuple(papers)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._list(self._named)

    @property
    def stated(self) -> tuple[StatedPaper, ...]:
        """What was handed in, as counted now."""
        papers = [row.stated for row in self.rows]
        return tuple(paper for paper in papers if paper.shown or _is_counted(paper))

    def offer(self, rules: Iterable[ComponentRule]) -> None:
        """Lists the papers of a procedure beside those that the receipt names, as they are counted now."""
        named = {paper.key for paper in self._named}
        counted = [row.stated for row in self.rows if row.paper.key in named or _is_counted(row.stated)]
        there = {paper.key for paper in counted}
        more = (StatedPaper(key=rule.key, name=rule.name) for rule in rules if not rule.shown_only)
        self._list((*counted, *(paper for paper in more if paper.key not in there)))

    def _list(self, papers: Iterable[StatedPaper]) -> None:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        heads = ("", self.tr("Originals"), self.tr("Certified copies"), self.tr("Copies"))
        for place, head in enumerate(heads):
            label = QLabel(head)
            label.setObjectName("fieldLabel")
            grid.addWidget(label, 0, place)
        self.rows = []
        for line, paper in enumerate(papers, start=1):
            spins = [count_of(value) for value in (paper.originals, paper.certified_copies, paper.copies)]
            name = QLabel(paper.name)
            name.setWordWrap(True)
            grid.addWidget(name, line, 0)
            for place, spin in enumerate(spins, start=1):
                grid.addWidget(spin, line, place)
                spin.valueChanged.connect(self.changed)
            self.rows.append(PaperRow(paper, *spins))
        self.setWidget(table)
        self.setFixedHeight(min(table.sizeHint().height() + 4, _MOST))


def count_of(value: int) -> QSpinBox:
    """A number of papers or sets."""
    spin = NumberBox()
    spin.setRange(0, 999)
    spin.setValue(value)
    return spin


def _is_counted(paper: StatedPaper) -> bool:
    return bool(paper.originals + paper.certified_copies + paper.copies)
