"""The papers of a dossier as a list: what was handed in, digitised or not, and what was given to the citizen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, Signal
from PySide6.QtWidgets import QListView, QPushButton, QVBoxLayout, QWidget

from counter_app.dossier.model import Component, Dossier, PaperHandedOut
from counter_app.dossier.pages import SpooledPage
from counter_app.dossier.subjects import WHOLE, Subject
from counter_app.dossier.value import FileRef
from ui import words
from ui.background.workplace import Workplace
from ui.detail.reuse_button import ReuseButton
from ui.widgets.rows_model import ListColumn, RowsModel
from ui.widgets.two_line_delegate import TwoLineDelegate

_LEAST = 48  # pixels: a paper, below a tall form


@dataclass(frozen=True)
class PaperRow:
    """A paper; `form` is "" for one that was handed in, which `component` is then; `file` None without a document."""

    name: str
    facts: str
    form: str
    file: FileRef | None
    component: Component | None = None
    about: Subject = WHOLE


class PapersList(QWidget):
    """The list; below it what can be done for a paper without a document, and for pages that could not be read."""

    form_wanted = Signal(str, str)  # form and what it is about
    document_wanted = Signal(str, str, object)  # name, key of the component ("" of a result) and FileRef
    reused = Signal(object)  # Dossier

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._failed: tuple[SpooledPage, ...] = ()
        self._dossier: Dossier | None = None
        self.model = RowsModel([ListColumn("paper", "", _name, second_line=_facts)], key=lambda row: row, parent=self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Papers of the dossier"))
        self.view.setItemDelegate(TwoLineDelegate(self.view))
        self.view.setMinimumHeight(_LEAST)
        self.view.clicked.connect(self._open)
        self.view.activated.connect(self._open)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._offer_reuse())
        self.reuse = ReuseButton(workplace)
        self.reuse.reused.connect(self.reused)
        self.retry = QPushButton()
        self.retry.clicked.connect(self._try_again)
        self.retry.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view, 1)
        column.addWidget(self.reuse)
        column.addWidget(self.retry)

    def show_dossier(self, dossier: Dossier, failed_pages: tuple[SpooledPage, ...]) -> None:
        """Shows the papers of a dossier; `failed_pages` are those of its pages that could not be read."""
        self.model.show(paper_rows(dossier))
        self._dossier, self._failed = dossier, failed_pages
        self._offer_reuse()
        self.retry.setVisible(bool(failed_pages))
        self.retry.setText(self.tr("%n pages could not be read – try again", "", len(failed_pages)))

    def _open(self, index: QModelIndex) -> None:
        row = self.model.row(index.row())
        if row is None:
            return
        if row.form:
            self.form_wanted.emit(row.form, row.about)
        elif row.file:
            self.document_wanted.emit(row.name, row.component.key if row.component else "", row.file)
        else:
            self._workplace.messages.inform(self.tr("This paper was not scanned yet."))

    def _offer_reuse(self) -> None:
        row = self.model.row(self.view.currentIndex().row())
        if self._dossier is not None:
            self.reuse.show_for(self._dossier, row.component if row else None)

    def _try_again(self) -> None:
        for page in self._failed:
            self._workplace.pages.try_again(page)
        self.retry.hide()


def paper_rows(dossier: Dossier) -> list[PaperRow]:
    """Components first, then the results, then the papers given out, in order."""
    return [
        *map(_component, dossier.components),
        *(PaperRow(result.name, _say("result"), "", result.file) for result in dossier.results if result.file),
        *map(_given, dossier.papers),
    ]


def _component(component: Component) -> PaperRow:
    counts = (
        (component.originals, _say("{n} original")),
        (component.certified_copies, _say("{n} certified copy")),
        (component.copies, _say("{n} copy")),
    )
    parts = [text.format(n=count) for count, text in counts if count]
    parts += [_say("only shown")] if component.shown else []
    if component.reused:
        parts.append(_say("used again from dossier {code}").format(code=component.reused.dossier))
    elif component.document:
        parts.append(_say("%n pages digitised", component.images))
        parts += [_say("%n left out", component.left_out)] if component.left_out else []
    elif component.awaits_scan:
        parts.append(_say("not digitised"))
    parts += [words.digitally_signed(component.signed)] if component.signed else []
    return PaperRow(component.name, " · ".join(parts), "", component.document, component)


def _given(paper: PaperHandedOut) -> PaperRow:
    when = _say("given {when}") if paper.print_number == 1 else _say("printed again {when}, reprint {n}")
    facts = when.format(when=words.moment(paper.at), n=paper.print_number - 1)
    return PaperRow(words.form_name(paper.form), facts, paper.form, paper.file, about=paper.about)


def _say(sentence: str, number: int = -1) -> str:
    return QCoreApplication.translate("papers", sentence, None, number)


def _name(row: PaperRow) -> str:
    return row.name


def _facts(row: PaperRow) -> str:
    return row.facts
