"""One act on many dossiers: what is asked for once, how far it is, and one list of what was done and what was not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget

from counter_app.desk import many
from counter_app.desk.many import Outcome, Refused, Taker
from counter_app.dossier import acts
from counter_app.dossier.acts.act import AnyAct
from counter_app.dossier.identity import Card
from counter_app.store.dossiers import FoundDossier
from ui import words
from ui.background.tasks import Progress
from ui.background.workplace import Workplace
from ui.papers.papers_view import Papers
from ui.widgets.fit import fit
from ui.widgets.labelled_field import LabelledField
from ui.widgets.lazy_screen import LazyScreen
from ui.widgets.rows_model import ListColumn, RowsModel
from ui.widgets.two_line_delegate import TwoLineDelegate

ON_MANY: tuple[AnyAct, ...] = (acts.HAND_OVER, acts.TAKE_RESULTS, acts.RETURN_RESULTS)
"""The acts that are done on many dossiers at once."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EMPTY = 2  # the place of the room that is left until there are papers


class ManyDialog(QDialog):
    """Shows which ones; Enter does it; then Ctrl+P prints the list of what was done, Esc closes."""

    def __init__(
        self, workplace: Workplace, act: AnyAct, chosen: Sequence[FoundDossier], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workplace, self._act, self._codes = workplace, act, tuple(found.code for found in chosen)
        self.outcome: Outcome | None = None
        count = self.tr("%n dossiers", "", len(chosen))
        self.setWindowTitle(f"{words.act_name(act)} – {count}")
        self.unit, self.taken_by = QLineEdit(), QLineEdit()
        self.unit.setPlaceholderText(self.tr("each to the unit whose turn it is"))
        self.recipient, self.number, self.authority = QLineEdit(), QLineEdit(), QLineEdit()
        self.recipient.setPlaceholderText(self.tr("the owner or submitter of each"))
        self.number.setPlaceholderText(self.tr("Type it, or read the card's QR"))
        self.head = QLabel(count)
        self.head.setObjectName("heading")
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.do = QPushButton(self.tr("Confirm (Enter)"))
        self.do.setObjectName("primary")
        self.do.clicked.connect(self.confirm)
        self.refused = RowsModel([ListColumn("refused", "", _which, second_line=self._why)], parent=self)
        self.list = QListView()
        self.list.setModel(self.refused)
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        those = RowsModel([ListColumn[FoundDossier]("chosen", "", _named, second_line=_about)], parent=self)
        those.show(chosen)
        self.chosen = QListView()
        self.chosen.setModel(those)
        self.chosen.setItemDelegate(TwoLineDelegate(self.chosen))
        self.chosen.setAccessibleName(count)
        self._papers = LazyScreen(self._make_papers)  # of what was done: not before there is any
        self._build()
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self._print)
        self.finished.connect(self._leave_papers)

    @property
    def papers(self) -> Papers:
        """The list of what was done, and the papers of each."""
        return self._papers()

    @property
    def typed(self) -> tuple[str, ...]:
        """What stands in the fields; of what was done nothing is kept."""
        return () if self.outcome else tuple(line.text() for line in self._lines)

    def put_typed(self, texts: Sequence[str]) -> None:
        """What was typed before it was closed with Esc, for the same act on the same dossiers."""
        for line, text in zip(self._lines, texts, strict=False):
            line.setText(text)

    @property
    def _lines(self) -> tuple[QLineEdit, ...]:
        return self.unit, self.taken_by, self.recipient, self.number, self.authority

    def take_card(self, card: Card) -> None:
        """A card that is read says who takes the results."""
        self.recipient.setText(card.name)
        self.number.setText(card.number)

    def confirm(self) -> None:
        """Does it, each dossier for itself."""
        if not self.do.isEnabled() or self.do.isHidden():
            return
        self.do.setEnabled(False)
        step, codes = self._step(), self._codes

        def work(progress: Progress) -> Outcome:
            return many.each(progress.desk, codes, step, progress.tell)

        self._workplace.tasks.submit(work, self._show, self._workplace.messages.fail, self._count, in_order=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.confirm()
        else:
            super().keyPressEvent(event)

    def _make_papers(self) -> Papers:
        papers = Papers(self._workplace, self)
        self._column.setStretch(_EMPTY, 0)
        self._column.addWidget(papers, 1)
        return papers

    def _print(self) -> None:
        if self._papers.made is not None:
            self._papers.made.print_now()

    def _leave_papers(self) -> None:
        if self._papers.made is not None:
            self._papers.made.leave()

    def _step(self) -> many.Step:
        if self._act is acts.HAND_OVER:
            return many.handing_over(self.unit.text(), self.taken_by.text())
        if self._act is acts.TAKE_RESULTS:
            return many.taking_results
        return many.returning(Taker(self.recipient.text(), self.number.text(), self.authority.text()))

    def _count(self, done: int) -> None:
        self.said.setText(self.tr("{done} of {all}").format(done=done, all=len(self._codes)))

    def _show(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.do.hide()
        self._fields.hide()
        self.chosen.hide()
        self._column.setStretch(_EMPTY, 1)
        said = [self.tr("%n done", "", len(outcome.done))]
        said += [self.tr("%n not done:", "", len(outcome.refused))] if outcome.refused else []
        self.said.setText(" · ".join(said))
        self.refused.show(outcome.refused)
        self.list.setVisible(bool(outcome.refused))
        if outcome.done:
            self.papers.show_several(outcome.done)
            self._workplace.changes.written(*outcome.done)

    def _why(self, refused: Refused) -> str:
        return refused.failure.sentence(self._workplace.language)

    def _build(self) -> None:
        self._fields = QWidget(self)
        row = QHBoxLayout(self._fields)
        row.setContentsMargins(0, 0, 0, 0)
        for text, edit in self._asked():
            row.addWidget(LabelledField(text, edit, parent=self._fields), 1)
        close = QPushButton(self.tr("Close (Esc)"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.said, 1)
        foot.addWidget(close)
        foot.addWidget(self.do)
        layout = self._column = QVBoxLayout(self)
        layout.addWidget(self.head)
        layout.addWidget(self._fields)
        layout.addStretch()
        layout.addWidget(self.chosen, 1)
        layout.addLayout(foot)
        layout.addWidget(self.list)
        self.list.setFixedHeight(140)
        self.list.hide()
        fit(self, 960, 600)
        if row.isEmpty():
            self.do.setFocus()

    def _asked(self) -> list[tuple[str, QLineEdit]]:
        if self._act is acts.HAND_OVER:
            return [(self.tr("Unit that takes it"), self.unit), (self.tr("Taken by"), self.taken_by)]
        if self._act is acts.RETURN_RESULTS:
            return [
                (self.tr("Taken by"), self.recipient),
                (self.tr("Identity number"), self.number),
                (self.tr("Paper of authority"), self.authority),
            ]
        return []


def _named(found: FoundDossier) -> str:
    return f"{found.code} · {found.owner}"


def _about(found: FoundDossier) -> str:
    return f"{found.procedure} · {words.status_name(found.status)}"


def _which(refused: Refused) -> str:
    return f"{refused.code} · {refused.owner}"
