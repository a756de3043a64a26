"""As what somebody files a dossier of another, and the paper that shows it."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from counter_app.dossier.applicants import USUAL_AUTHORITY, Authority, AuthorityKind, Relation
from ui import words
from ui.intake.intake import Intake
from ui.widgets.labelled_field import LabelledField


class AuthorityForm(QWidget):
    """Relation to the owner, and kind, number, day and issuer of the paper."""

    def __init__(self, intake: Intake, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._intake = intake
        self.relation, self.kind = QComboBox(), QComboBox()
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
            "relation": LabelledField(self.tr("Relation to the owner"), self.relation),
            "authority_kind": LabelledField(self.tr("By which paper"), self.kind),
            "authority_number": LabelledField(self.tr("Its number"), self.number),
            "authority": LabelledField(self.tr("Its day"), self.day),
            "authority_issuer": LabelledField(self.tr("Certified or issued by"), self.issuer),
        }
        places = {
            "relation": (0, 0, 1),
            "authority_kind": (0, 1, 1),
            "authority_number": (1, 0, 1),
            "authority": (1, 1, 1),
            "authority_issuer": (2, 0, 2),
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for name, (row, column, span) in places.items():
            grid.addWidget(self.fields[name], row, column, 1, span)
        self.relation.activated.connect(lambda _: self._choose_relation())
        self.kind.activated.connect(lambda _: self._typed())
        for line in (self.number, self.day, self.issuer):
            line.textEdited.connect(lambda _: self._typed())
        intake.started.connect(self.show_authority)

    def show_authority(self) -> None:
        """Shows what the intake has of it."""
        draft = self._intake.draft
        paper = draft.authority or Authority(kind=USUAL_AUTHORITY[draft.relation])
        self.relation.setCurrentIndex(self.relation.findData(draft.relation))
        self.kind.setCurrentIndex(self.kind.findData(paper.kind))
        day = words.day(paper.issued_on) if paper.issued_on else ""
        for line, text in ((self.number, paper.number), (self.day, day), (self.issuer, paper.issuer)):
            if line.text() != text:
                line.setText(text)
        self._check()

    def _choose_relation(self) -> None:
        relation = Relation(str(self.relation.currentData()))
        self.kind.setCurrentIndex(self.kind.findData(USUAL_AUTHORITY[relation]))
        self._intake.change(relation=relation)
        self._typed()

    def _typed(self) -> None:
        paper = Authority(
            kind=AuthorityKind(str(self.kind.currentData())),
            number=self.number.text().strip(),
            issued_on=_day(self.day.text()),
            issuer=self.issuer.text().strip(),
        )
        said = paper.number or paper.issued_on or paper.issuer
        self._intake.change(authority=paper if said else None)
        self._check()

    def _check(self) -> None:
        typed = self.day.text().strip()
        day = _day(typed)
        wrong = bool(typed) and len(typed) >= len("dd/mm/yyyy") and day is None
        future = day is not None and day > self._intake.desk.now().date()
        sentence = self.tr("There is no such day.") if wrong else ""
        self.fields["authority"].set_error(self.tr("This day lies in the future.") if future else sentence)


def _day(typed: str) -> date | None:
    try:
        return datetime.strptime(typed.strip(), "%d/%m/%Y").date()
    except ValueError:
        return None
