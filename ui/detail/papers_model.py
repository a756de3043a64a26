"""The papers of a dossier as a list: what was handed in, digitised or not, and what was given to the citizen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from counter_app.dossier.model import Component, Dossier, PaperHandedOut
from counter_app.dossier.subjects import WHOLE, Subject
from counter_app.dossier.value import FileRef
from ui import words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class PaperRow:
    """A paper; `form` is "" for one that was handed in, which `component` is then; `file` None without a document."""

    name: str
    facts: str
    form: str
    file: FileRef | None
    component: Component | None = None
    about: Subject = WHOLE


FACTS = int(Qt.ItemDataRole.UserRole) + 1
"""The role that gives what is known about the paper in one line."""


class PapersModel(QAbstractListModel):
    """Components first, then the results, then the papers given out, in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PaperRow] = []

    def show(self, dossier: Dossier) -> None:
        """Shows the papers of a dossier."""
        rows = [self._component(component) for component in dossier.components]
        rows += [PaperRow(one.name, self.tr("result"), "", one.file) for one in dossier.results if one.file]
        rows += [self._given(paper) for paper in dossier.papers]
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def row(self, index: Index) -> PaperRow | None:
        """The paper at an index."""
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.name
        return row.facts if role == FACTS else None

    def _component(self, component: Component) -> PaperRow:
        counts = (
            (component.originals, self.tr("{n} original")),
            (component.certified_copies, self.tr("{n} certified copy")),
            (component.copies, self.tr("{n} copy")),
        )
        parts = [text.format(n=count) for count, text in counts if count]
        parts += [self.tr("only shown")] if component.shown else []
        if component.reused:
            parts.append(self.tr("used again from dossier {code}").format(code=component.reused.dossier))
        elif component.document:
            parts.append(self.tr("%n pages digitised", "", component.images))
            parts += [self.tr("%n left out", "", component.left_out)] if component.left_out else []
        elif component.awaits_scan:
            parts.append(self.tr("not digitised"))
        parts += [words.digitally_signed(component.signed)] if component.signed else []
        return PaperRow(component.name, " · ".join(parts), "", component.document, component)

    def _given(self, paper: PaperHandedOut) -> PaperRow:
        when = self.tr("given {when}") if paper.print_number == 1 else self.tr("printed again {when}, reprint {n}")
        facts = when.format(when=words.moment(paper.at), n=paper.print_number - 1)
        return PaperRow(words.form_name(paper.form), facts, paper.form, paper.file, about=paper.about)
