"""What may be done with a dossier now: the likeliest acts as buttons, the others in a menu, each asked for in place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from counter_app.desk.desk import Desk
from counter_app.desk.dossier_view import DossierView
from counter_app.dossier import acts
from counter_app.dossier.acts import possible
from counter_app.dossier.acts.act import AnyAct
from counter_app.dossier.states import Status
from ui import words
from ui.detail.acts.panel import ActPanel
from ui.theme import icon

_MOST_BUTTONS = 3
_LIKELY = {
    Status.NEW: (acts.RECEIVE, acts.ASK_SUPPLEMENT, acts.REFUSE),
    Status.ACCEPTED: (acts.TAKE_FEE, acts.HAND_OVER, acts.ASK_SUPPLEMENT, acts.TAKE_RESULTS),
    Status.IN_PROCESS: (acts.TAKE_RESULTS, acts.HAND_OVER, acts.ASK_SUPPLEMENT),
    Status.SUPPLEMENT_REQUESTED: (acts.TAKE_SUPPLEMENT, acts.WITHDRAW, acts.REFUSE),
    Status.FINANCIAL_OBLIGATION: (acts.CONFIRM_OBLIGATION, acts.BEGIN_STAGE, acts.TAKE_FEE),
    Status.STOPPED: (acts.RESUME,),
    Status.DONE: (acts.RETURN_RESULTS, acts.TAKE_FEE, acts.BEGIN_STAGE),
}


_ON_A_PAGE = (acts.TAKE_PAGE_OUT,)
"""Acts on one page: they begin where the page is shown, not in the menu."""


class ActionBar(QWidget):
    """Offers what the dossier's status and the desk's roles allow, and nothing else."""

    papers_wanted = Signal()

    def __init__(self, desk: Desk, inspection: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.seen: DossierView | None = None
        self.acts: list[AnyAct] = []  # what is offered
        self.likely: list[AnyAct] = []  # those of them that are buttons
        self.buttons = [QPushButton() for _ in range(_MOST_BUTTONS)]
        self.others = QPushButton(self.tr("Other acts"))
        self.others.setShortcut("Alt+0")
        self.others.setToolTip("Alt+0")
        self.menu = QMenu(self.others)
        self._in_menu: list[AnyAct] = []
        self.others.setMenu(self.menu)
        self.panel = ActPanel()
        self.panel.closed.connect(self._focus_first)
        self.papers = QPushButton(icon("print"), self.tr("Papers to print (Ctrl+P)"))
        self.papers.clicked.connect(self.papers_wanted)

        row = QHBoxLayout()
        for place, button in enumerate(self.buttons):
            button.clicked.connect(lambda _=False, place=place: self.choose(self.likely[place]))
            button.hide()  # until a dossier says what may be done
            row.addWidget(button)
        row.addWidget(self.others)
        row.addStretch()
        row.addWidget(inspection)
        row.addWidget(self.papers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.panel)
        self.others.hide()

    def show_view(self, seen: DossierView) -> None:
        """Offers what this dossier allows; an open form of an act that is not allowed any more is closed."""
        other = self.seen is None or self.seen.dossier.code != seen.dossier.code
        self.seen = seen
        self.acts = possible(seen.dossier, self._desk.clerk.tasks)
        likely = (act for act in _LIKELY.get(seen.dossier.status, ()) if act in self.acts)
        self.likely = list(likely)[:_MOST_BUTTONS]
        if other or self.panel.act not in self.acts:
            self.panel.close_form()
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(self.likely))
            if place < len(self.likely):
                button.setText(words.act_name(self.likely[place]))
                button.setShortcut(f"Alt+{place + 1}")
                button.setToolTip(f"Alt+{place + 1}")
        self._fill_menu(other)

    def _fill_menu(self, other: bool) -> None:
        """A menu that is open stays as it is while it offers the same of the same dossier, else it closes: who counts
        the rows with the arrows, as its pages come in beside them, would choose another act."""
        wanted = [act for act in self.acts if act not in (*self.likely, *_ON_A_PAGE)]
        if other or wanted != self._in_menu:
            self.menu.hide()
        if wanted != self._in_menu:
            self._in_menu = wanted
            self.menu.clear()
            for act in wanted:
                self.menu.addAction(words.act_name(act)).triggered.connect(lambda _=False, act=act: self.choose(act))
        self.others.setVisible(bool(wanted))

    def choose(self, act: AnyAct) -> None:
        """Opens the form of an act."""
        if self.seen is not None:
            self.panel.open_form(act, self.seen, self._desk)

    def _focus_first(self) -> None:
        first = self.buttons[0]
        (first if first.isVisible() else self.others).setFocus()
