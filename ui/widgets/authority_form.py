"""As what somebody files a dossier of another, and the paper that shows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from counter_app.dossier.applicants import USUAL_AUTHORITY, Authority, AuthorityKind, Relation
from counter_app.dossier.written import read_day, tidied_day
from ui import words
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labelled_field import LabelledField


class AuthorityForm(QWidget):
    """Relation to the owner, and kind, number, day and issuer of the paper; in one line where it `is_wide`."""

    edited = Signal()

    def __init__(self, today: Callable[[], date], *, is_wide: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.relation, self.kind = ChoiceBox(), ChoiceBox()
        for relation in USUAL_AUTHORITY:
            name = words.relation_name(relation)
            self.relation.addItem(name[:1].upper() + name[1:], relation)
        for kind in AuthorityKind:
            self.kind.addItem(words.authority_kind_name(kind), kind)
        for box in (self.relation, self.kind):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.number, self.day, self.issuer = QLineEdit(), QLineEdit(), QLineEdit()
        self.day.setPlaceholderText(self.tr("dd/mm/yyyy"))
        self.fields = {
            "relation": LabelledField(self.tr("Relation to the owner"), self.relation, parent=self),
            "authority_kind": LabelledField(self.tr("By which paper"), self.kind, parent=self),
            "authority_number": LabelledField(self.tr("Its number"), self.number, parent=self),
            "authority": LabelledField(self.tr("Its day"), self.day, parent=self),
            "authority_issuer": LabelledField(self.tr("Certified or issued by"), self.issuer, parent=self),
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        columns = len(self.fields) if is_wide else 2
        for place, field in enumerate(self.fields.values()):
            row, column = divmod(place, columns)
            grid.addWidget(field, row, column, 1, 2 if field.editor is self.issuer and not is_wide else 1)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        self.relation.activated.connect(lambda _: self._choose_relation())
        self.kind.activated.connect(lambda _: self.edited.emit())
        for line in (self.number, self.day, self.issuer):
            line.textEdited.connect(lambda _: self._typed())
        self.day.editingFinished.connect(self.finish)

    @property
    def chosen_relation(self) -> Relation:
        """As what they file it."""
        chosen = self.relation.currentData()
        return Relation(str(chosen)) if chosen is not None else Relation.AUTHORISED

    @property
    def paper(self) -> Authority | None:
        """The paper, as soon as anything is said of it."""
        paper = Authority(
            kind=AuthorityKind(str(self.kind.currentData())),
            number=self.number.text().strip(),
            issued_on=read_day(self.day.text()),
            issuer=self.issuer.text().strip(),
        )
        return paper if paper.number or paper.issued_on or paper.issuer else None

    def show_authority(self, relation: Relation, authority: Authority | None) -> None:
        """Shows what is known of it."""
        paper = authority or Authority(kind=USUAL_AUTHORITY[relation])
        self.relation.setCurrentIndex(self.relation.findData(relation))
        self.kind.setCurrentIndex(self.kind.findData(paper.kind))
        day = words.day(paper.issued_on) if paper.issued_on else ""
        for line, text in ((self.number, paper.number), (self.day, day), (self.issuer, paper.issuer)):
            if line.text() != text:
                line.setText(text)
        self._check()

    @property
    def is_day_wrong(self) -> bool:
        """Whether something stands in the field of the paper's day that is no day."""
        typed = self.day.text().strip()
        return bool(typed) and read_day(typed) is None

    def finish(self) -> None:
        """What is being typed is typed to its end."""
        self.day.setText(tidied_day(self.day.text()))
        self._check(left=True)

    def _choose_relation(self) -> None:
        self.kind.setCurrentIndex(self.kind.findData(USUAL_AUTHORITY[self.chosen_relation]))
        self._typed()

    def _typed(self) -> None:
        self._check()
        self.edited.emit()

    def _check(self, *, left: bool = False) -> None:
        typed = self.day.text().strip()
        day = read_day(typed)
        wrong = self.is_day_wrong and (left or len(typed) >= len("dd/mm/yyyy"))
        future = day is not None and day > self._today()
        sentence = self.tr("There is no such day.") if wrong else ""
        self.fields["authority"].set_error(self.tr("This day lies in the future.") if future else sentence)
