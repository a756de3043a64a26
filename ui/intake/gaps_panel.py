"""What stands in the way of a receipt, in place above the bar: what is lacking, what the person has here already.

Three ways on, each by one key: supplements asked for on Mẫu 02, refused on Mẫu 03, received all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from counter_app.desk.guidance import NOTHING_KNOWN, KnownBefore, known_before, needs_reason_for_more
from counter_app.desk.reasons import reasons
from counter_app.dossier.acts import ASK_SUPPLEMENT, RECEIVE, REFUSE
from counter_app.dossier.acts.act import AnyAct
from counter_app.dossier.model import Dossier
from counter_app.dossier.states import GuidanceKind
from counter_app.errors import CounterError
from counter_app.language import said
from counter_app.procedures.completeness import Gap
from ui import words
from ui.background.tasks import Progress, Task
from ui.background.workplace import Workplace
from ui.intake.answer_forms import AnswerForm, SupplementsForm, despite_form, refusal_form
from ui.intake.intake import Intake
from ui.theme import SPACE
from ui.widgets.scrolled_form import ScrolledForm
from ui.widgets.typed_texts import put_texts, texts_of

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST = 6  # gaps that are told one by one


Way = GuidanceKind | None
"""How it goes on: a paper instead of a receipt, or (None) received all the same."""
_ACTS: dict[Way, AnyAct] = {GuidanceKind.SUPPLEMENTS: ASK_SUPPLEMENT, GuidanceKind.REFUSAL: REFUSE, None: RECEIVE}


@dataclass(frozen=True)
class _Prepared:
    """What the store says for the panel: read beside the window's thread."""

    known: KnownBefore = NOTHING_KNOWN
    phrases: Mapping[Way, tuple[str, ...]] = field(default_factory=dict)
    once_more: bool = False


class GapsPanel(QFrame):
    """Opens by itself where something is lacking, or by the key of a way; closes with Esc. What was typed into a form
    of the same intake stands there again when it is opened anew."""

    open_wanted = Signal(str)  # the code of a dossier
    left = Signal()  # the clerk wants neither way

    def __init__(self, workplace: Workplace, intake: Intake, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("floating")
        self._workplace = workplace
        self._intake = intake
        self._prepared = _Prepared()
        self._preparing: Task | None = None
        self.form: AnswerForm | None = None
        self.way: Way = None
        self._fresh: dict[str, str] = {}  # what stood in the form before anybody typed
        self._form_of = ""  # the intake that the form is of
        self._kept: dict[tuple[str, Way], dict[str, str]] = {}  # typed into forms that were closed
        self._title = QLabel()
        self._title.setObjectName("heading")
        self.lacking = QLabel()
        self.lacking.setWordWrap(True)
        self.known = QLabel()
        self.known.setWordWrap(True)
        self.open_known = QPushButton(self.tr("Open that dossier (Ctrl+1)"))
        self.open_known.clicked.connect(self.open_dossier)
        self.open_known.setAutoDefault(True)
        self.ways: dict[Way, QPushButton] = {
            GuidanceKind.SUPPLEMENTS: QPushButton(self.tr("Ask for supplements, Mẫu 02 (Ctrl+2)")),
            GuidanceKind.REFUSAL: QPushButton(self.tr("Refuse, Mẫu 03 (Ctrl+3)")),
            None: QPushButton(self.tr("Receive all the same (F9)")),
        }
        for way, button in self.ways.items():
            button.clicked.connect(lambda _=False, chosen=way: self.choose(chosen))
            button.setAutoDefault(True)  # Enter presses it
        self.confirm = QPushButton()
        self.confirm.setObjectName("primary")
        self.confirm.clicked.connect(self.do)
        self.cancel = QPushButton(self.tr("Back (Esc)"))
        self.cancel.clicked.connect(self.leave)
        self._build()
        key = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.leave)
        intake.changed.connect(self._changed)
        intake.started.connect(self.close_panel)
        for done in (intake.received, intake.guided):
            done.connect(self._done)
        intake.whose.owner_replaced.connect(self._forget_typed)
        intake.failed.connect(self._failed)
        self.hide()

    @property
    def gaps(self) -> list[Gap]:
        """What is lacking now."""
        return self._intake.gaps()

    @property
    def dossiers(self) -> tuple[Dossier, ...]:
        """The person's open dossiers of the same procedure."""
        return self._prepared.known.dossiers

    def open_panel(self, answer: GuidanceKind | None = None) -> None:
        """Shows what stands in the way, or the form of Mẫu 02 or 03 at once."""
        draft = self._intake.draft
        if self._preparing is not None:
            self._preparing.cancel()

        def work(progress: Progress) -> _Prepared:
            known = known_before(progress.desk, draft)
            phrases = {way: reasons(progress.desk, act) for way, act in _ACTS.items()}
            return _Prepared(known, phrases, needs_reason_for_more(progress.desk, known.own or known.case))

        def done(prepared: _Prepared) -> None:
            self._preparing = None
            self._prepared = prepared
            if answer is not None:
                self.choose(answer)  # shown at once: the ways before it would be laid out for nothing
            if answer is None or self.form is None:
                self._show()

        self._preparing = self._workplace.tasks.submit(work, done)

    def close_panel(self) -> None:
        """Back to the intake as it stands."""
        if self._preparing is not None:
            self._preparing.cancel()
            self._preparing = None
        self._drop()
        self.hide()

    def leave(self) -> None:
        """The clerk goes back to the intake."""
        self.close_panel()
        self.left.emit()

    def choose(self, way: Way) -> None:
        """Opens the form of a way. A complete dossier, beside one that is open, is received at once."""
        procedure = self._intake.procedure
        if procedure is None or not self._intake.ready:
            return
        if way is None and not self.gaps:
            self._intake.receive(another=True)
            return
        self._drop()
        phrases = self._prepared.phrases.get(way, ())
        match way:
            case GuidanceKind.SUPPLEMENTS:
                draft, once_more = self._intake.draft, self._prepared.once_more
                self.form = SupplementsForm(procedure, draft, self.gaps, phrases, once_more=once_more)
            case GuidanceKind.REFUSAL:
                self.form = refusal_form(phrases)
            case None:
                self.form = despite_form(phrases)
        self.way = way
        self._title.setText(self.form.title)
        self.confirm.setText(self.form.confirm)
        self._form_room.setWidget(self.form)
        self._form_room.show()
        self._fresh, self._form_of = texts_of(self.form.fields), self._intake.holder
        put_texts(self.form.fields, self._kept.get((self._form_of, way), {}))
        self._show_parts()
        self.show()
        self.form.focus_first()

    def do(self) -> None:
        """Confirms the form; it waits until it was done or refused."""
        if self.form is None or not self._intake.ready:
            return
        try:
            self.form.check()
        except CounterError as failure:
            self.form.show_fault(failure)
            return
        reason = self.form.reason.text()
        if isinstance(self.form, SupplementsForm):
            self._intake.ask_for_supplements(self.form.asked, reason, self.form.again.text())
        elif self.way is GuidanceKind.REFUSAL:
            self._intake.refuse(reason)
        else:
            self._intake.receive(reason, another=True)
        self.setEnabled(False)

    def open_dossier(self) -> None:
        """Leaves the intake as it stands and opens the newest of the open dossiers."""
        if self.dossiers:
            self.open_wanted.emit(self.dossiers[0].code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.form is not None:
            self.leave() if self.cancel.hasFocus() else self.do()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        self._drop()
        self.setEnabled(True)
        self._tell()
        self._show_parts()
        self.show()
        first = self.open_known if self.dossiers and not self.gaps else self.ways[GuidanceKind.SUPPLEMENTS]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        """What is lacking and what is known, as it stands now."""
        lines = [said(gap.sentence, words.say) for gap in self.gaps]
        more = [self.tr("and %n more", "", len(lines) - _MOST)] if len(lines) > _MOST else []
        self.lacking.setText("\n".join(f"•  {line}" for line in [*lines[:_MOST], *more]))
        self.known.setText("\n".join(["", *map(self._dossier_line, self.dossiers)]).strip())
        if self.gaps:
            self._title.setText(self.tr("Not complete: what is to be done?"))
        elif self.dossiers:
            self._title.setText(self.tr("This person has an open dossier of the same procedure"))
        else:
            self._title.setText(self.tr("Nothing the procedure requires is lacking"))

    def _dossier_line(self, dossier: Dossier) -> str:
        line = self.tr("{code} · received {day} · {status}")
        day, status = words.day(dossier.received_on), words.status_name(dossier.status)
        due = words.moment(dossier.due_at)
        shown = line.format(code=dossier.code, day=day, status=status)
        return f"{shown} · {self.tr('due {moment}').format(moment=due)}" if due else shown

    def _show_parts(self) -> None:
        choosing = self.form is None
        self._lacking_side.setVisible(choosing and bool(self.gaps))
        self._known_side.setVisible(choosing and bool(self.dossiers))
        self._known_head.setVisible(bool(self.gaps))  # without gaps the title says it
        self._choice.setVisible(choosing)
        self.confirm.setVisible(not choosing)

    def _changed(self) -> None:
        """A paper was ticked, a field filled in: what is lacking is told anew, and nothing where nothing is."""
        if self.isHidden() or self.form is not None:
            return
        if self.gaps or self.dossiers:
            self._tell()
            self._show_parts()
        else:
            self.close_panel()

    def _failed(self, failure: CounterError) -> None:
        self.setEnabled(True)
        if self.form is not None:
            self.form.show_fault(failure)

    def _done(self) -> None:
        """The intake became a dossier or a case: nothing that was typed for it is needed any more."""
        self.close_panel()
        self._forget_typed()

    def _forget_typed(self) -> None:
        self._kept = {key: typed for key, typed in self._kept.items() if key[0] != self._form_of}

    def _drop(self) -> None:
        self.setEnabled(True)
        if self.form is not None:
            typed = {name: text for name, text in texts_of(self.form.fields).items() if text != self._fresh.get(name)}
            self._kept[self._form_of, self.way] = typed
            self._form_room.takeWidget().deleteLater()
            self._form_room.hide()
            self.form = None
        self.way = None

    def _build(self) -> None:
        self._known_head = QLabel(self.tr("Open dossier of the same procedure"))
        self._known_head.setObjectName("fieldWarning")
        self._lacking_side, self._known_side = QWidget(), QWidget()
        lacking = QVBoxLayout(self._lacking_side)
        lacking.addWidget(self.lacking)
        known = QVBoxLayout(self._known_side)
        known.addWidget(self._known_head)
        known.addWidget(self.known)
        known.addWidget(self.open_known, 0, Qt.AlignmentFlag.AlignLeft)
        for column in (lacking, known):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(SPACE // 2)
            column.addStretch()
        sides = QHBoxLayout()
        sides.setSpacing(3 * SPACE)
        sides.addWidget(self._lacking_side, 1)
        sides.addWidget(self._known_side, 1)
        self._choice = QWidget()
        choice = QHBoxLayout(self._choice)
        choice.setContentsMargins(0, 0, 0, 0)
        choice.setSpacing(SPACE)
        for button in self.ways.values():
            choice.addWidget(button)
        foot = QHBoxLayout()
        foot.addWidget(self._choice)
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.confirm)
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(SPACE + 4, SPACE, SPACE + 4, SPACE)
        self._room.setSpacing(SPACE // 2 + 2)
        self._form_room = ScrolledForm()
        self._form_room.hide()
        self._room.addWidget(self._title)
        self._room.addWidget(self._form_room)
        self._room.addLayout(sides)
        self._room.addLayout(foot)
