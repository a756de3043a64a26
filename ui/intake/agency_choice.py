"""Who decides on the dossier and where its result is handed over, where that is not here (phi địa giới hành chính)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from counter_app.desk import receiving
from counter_app.desk.agency_choices import agencies_to_choose
from counter_app.dossier.draft import Chosen
from ui.intake.intake import Intake
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labelled_field import LabelledField


class AgencyChoice(QWidget):
    """One quiet line says who decides and where the result is taken; “Change” opens two lists to choose from."""

    def __init__(self, intake: Intake, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._intake = intake
        self.told = QLabel()
        self.told.setObjectName("quiet")
        self.told.setWordWrap(True)
        self.change = QToolButton()
        self.change.setText(self.tr("Change…"))
        self.change.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.change.setCheckable(True)
        self.change.setToolTip(self.tr("Another agency decides, or the result is taken elsewhere (Alt+G)"))
        self.change.setShortcut("Alt+G")
        self.change.toggled.connect(self._open)
        self.decides, self.returns = _box(), _box()
        self.decides_field = LabelledField(self.tr("Decided by"), self.decides, parent=self)
        self.returns_field = LabelledField(self.tr("Result handed over at"), self.returns, parent=self)
        line = QHBoxLayout()
        line.addWidget(self.told, 1)
        line.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        for field in (self.decides_field, self.returns_field):
            column.addWidget(field)
            field.hide()
        for box, name in ((self.decides, "decides"), (self.returns, "returns")):
            box.activated.connect(lambda _, box=box, name=name: self._choose(box, name))
            if line_edit := box.lineEdit():
                line_edit.editingFinished.connect(lambda box=box, name=name: self._choose(box, name))
        intake.started.connect(self._show)
        intake.changed.connect(self._tell)
        intake.procedure_changed.connect(self._tell)

    def _open(self, wanted: bool) -> None:
        if wanted and not self.decides.count():
            for box, first in ((self.decides, self.tr("As the procedure says")), (self.returns, self.tr("Here"))):
                box.addItem(first, None)
                for agency in agencies_to_choose(self._intake.desk):
                    box.addItem(agency.name, agency)
        self.decides_field.setVisible(wanted)
        self.returns_field.setVisible(wanted)
        self._show()
        if wanted:
            self.decides.setFocus(Qt.FocusReason.TabFocusReason)  # which selects: what is typed takes its place

    def _choose(self, box: QComboBox, name: str) -> None:
        """What was chosen from the list, or typed where the list does not have it; nothing typed is the usual one."""
        typed = box.currentText().strip()
        nth = box.findText(typed, Qt.MatchFlag.MatchFixedString)
        chosen = box.itemData(nth) if nth >= 0 else Chosen(name=typed) if typed else None
        self._intake.change(**{name: chosen})

    def _show(self) -> None:
        draft = self._intake.draft
        for box, chosen in ((self.decides, draft.decides), (self.returns, draft.returns)):
            if box.count():
                box.setCurrentText(chosen.name if chosen else box.itemText(0))
        self._tell()

    def _tell(self) -> None:
        intake, desk = self._intake, self._intake.desk
        if intake.procedure is None:
            self.told.setText("")
            self.change.setVisible(False)
            return
        self.change.setVisible(True)
        agencies = receiving.agencies(
            desk, intake.procedure, desk.now().date(), intake.draft.decides, intake.draft.returns
        )
        says = [self.tr("Decided by: {agency}").format(agency=agencies.competent_name or agencies.receiving_name)]
        if agencies.returning_name:
            says.append(self.tr("Result at: {agency}").format(agency=agencies.returning_name))
        self.told.setText(" · ".join(says))


def _box() -> QComboBox:
    box = ChoiceBox(editable=True, insertPolicy=QComboBox.InsertPolicy.NoInsert)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    completer = QCompleter(box.model(), box)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    box.setCompleter(completer)
    return box
