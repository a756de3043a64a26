"""What is asked for before Mẫu 02, before Mẫu 03, and before a dossier is received although it is not complete."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QPlainTextEdit, QScrollArea, QWidget

from counter_app.desk.reasons import usual_reason
from counter_app.dossier.acts import ASK_SUPPLEMENT, GUIDE
from counter_app.dossier.acts.act import lacks
from counter_app.dossier.draft import Draft
from counter_app.errors import CounterError
from counter_app.procedures.catalogue import Procedure
from counter_app.procedures.completeness import Gap, asked_item
from ui.widgets.labelled_field import LabelledField, show_lacking
from ui.widgets.phrase_edit import PhraseEdit
from ui.widgets.ticks import Ticks

_LINES = 46  # pixels of the free lines
_PAPERS = 96  # pixels of the papers to tick, at the most


class AnswerForm(QWidget):
    """A form with a reason; `title` and `confirm` are what stand above it and on its button."""

    title = ""
    confirm = ""

    def __init__(self, phrases: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = PhraseEdit(*phrases)
        self.fields: dict[str, LabelledField] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)

    def check(self) -> None:
        """Raises StepIncomplete where something is not filled in."""
        if not self.reason.text().strip():
            raise lacks(GUIDE, "reason")

    def focus_first(self) -> None:
        """Puts the cursor where the typing begins."""
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_fault(self, failure: CounterError) -> None:
        """Says at its field what is missing, and puts the cursor there."""
        show_lacking(self.fields, failure)

    def _put(self, name: str, label: str, editor: QWidget, row: int) -> None:
        self.fields[name] = LabelledField(label, editor, required=name != "items")
        self._grid.addWidget(self.fields[name], row, 0)


class ReasonForm(AnswerForm):
    """The reason alone: of a refusal, or why it is received all the same."""

    def __init__(self, title: str, confirm: str, label: str, phrases: Sequence[str]) -> None:
        super().__init__(phrases)
        self.title, self.confirm = title, confirm
        self._put("reason", label, self.reason, 0)


class SupplementsForm(AnswerForm):
    """All that was not brought: what is required and lacking is ticked, the rest of the procedure's papers is offered.

    Free lines hold what is to be corrected. With `once_more` a reason is asked for why this is not the first time.
    """

    def __init__(
        self, procedure: Procedure, draft: Draft, gaps: Sequence[Gap], phrases: Sequence[str], *, once_more: bool
    ) -> None:
        super().__init__(phrases)
        self.title = self.tr("Ask for supplements (Mẫu 02)")
        self.confirm = self.tr("Give Mẫu 02 (Enter)")
        self.items = Ticks()
        papers = {gap.field: gap for gap in gaps if gap.field.startswith("components.")}
        here = {tick.key for tick in draft.components if tick.here}
        for rule in procedure.components:
            gap = papers.get(f"components.{rule.key}")
            if gap or rule.key not in here:
                self.items.add(gap.item if gap else asked_item(rule), ticked=gap is not None)
        for gap in gaps:
            if gap.field not in papers:  # the clerk can ask for it here and now: ticked where nothing else is lacking
                self.items.add(gap.item, ticked=not papers)
        self.lines = QPlainTextEdit()
        self.lines.setTabChangesFocus(True)
        self.lines.setFixedHeight(_LINES)
        self.lines.setPlaceholderText(self.tr("One a line; Ctrl+Enter confirms"))
        self.again = PhraseEdit()
        self._once_more = once_more
        if papers:
            self.reason.setText(usual_reason(ASK_SUPPLEMENT))
        self._grid.addWidget(_scrolled(self.items), 0, 0)
        self._put("items", self.tr("What else is to be brought or corrected"), self.lines, 1)
        self._put("reason", self.tr("Reason"), self.reason, 2)
        if once_more:
            self._put("again", self.tr("Why supplements are asked for once more"), self.again, 3)

    @property
    def asked(self) -> list[str]:
        """What is asked for, a line each."""
        lines = (line.strip() for line in self.lines.toPlainText().splitlines())
        return [*self.items.ticked(), *filter(None, lines)]

    def check(self) -> None:
        if not self.asked:
            raise lacks(GUIDE, "items")
        super().check()
        if self._once_more and not self.again.text().strip():
            raise lacks(GUIDE, "again")

    def focus_first(self) -> None:
        """On the ticks, where Enter confirms at once; where it needs a reason, in that."""
        first: QWidget = self.items.boxes[0] if self.items.boxes else self.lines
        (self.again if self._once_more else first).setFocus(Qt.FocusReason.OtherFocusReason)


def refusal_form(phrases: Sequence[str]) -> ReasonForm:
    """Of Mẫu 03."""
    return ReasonForm(
        _say("Refuse to receive (Mẫu 03)"), _say("Give Mẫu 03 (Enter)"), _say("Reason of the refusal"), phrases
    )


def despite_form(phrases: Sequence[str]) -> ReasonForm:
    """Of receiving although something is lacking."""
    return ReasonForm(
        _say("Receive all the same"),
        _say("Receive (Enter)"),
        _say("Why it is received although it is not complete; the timeline keeps it"),
        phrases,
    )


def _scrolled(items: Ticks) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(items)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFixedHeight(min(items.sizeHint().height() + 2, _PAPERS) if items.boxes else 0)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def _say(sentence: str) -> str:
    return QCoreApplication.translate("answers", sentence)
