"""Whose the dossier is beside the first owner: co-owners, or the other party (bên nam, bên nữ)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from counter_app.dossier.applicants import Party
from counter_app.dossier.draft import PersonTyped
from counter_app.dossier.identity import Card, kind_of
from counter_app.dossier.whose import are_one, is_nobody, is_whole, taken_over
from counter_app.dossier.written import tidied_day
from ui import words
from ui.intake.intake import Intake
from ui.intake.person_form import number_doubt, tell_faults
from ui.widgets.address_completer import AddressCompleter
from ui.widgets.labelled_field import LabelledField


class CoOwnerForm(QWidget):
    """One of them: number, name, birth, address."""

    edited = Signal()
    unwanted = Signal()

    def __init__(self, intake: Intake, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = intake.desk
        self.person = PersonTyped()
        self._known = ""  # the whole number of the person here, whatever is being typed over it
        self.heading = QLabel()
        self.heading.setObjectName("fieldLabel")
        self.away = QToolButton()
        self.away.setText("✕")
        self.away.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.away.setToolTip(self.tr("Take this person out (Alt+X)"))
        self.away.setAccessibleName(self.tr("Take this person out (Alt+X)"))
        self.away.clicked.connect(self.unwanted)
        key = QShortcut(QKeySequence("Alt+X"), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.away.click)
        self.number, self.name, self.address = QLineEdit(), QLineEdit(), QLineEdit()
        self.born, self.phone = QLineEdit(), QLineEdit()
        self.number.setPlaceholderText(self.tr("Type it, or read the card's QR"))
        self.born.setPlaceholderText(self.tr("dd/mm/yyyy"))
        places = AddressCompleter(intake.desk, self.address)
        places.chosen.connect(lambda _: self._typed())
        self.fields = {
            "identity_number": LabelledField(self.tr("Identity number"), self.number, parent=self),
            "name": LabelledField(self.tr("Full name"), self.name, required=True, parent=self),
            "born": LabelledField(self.tr("Born"), self.born, parent=self),
            "phone": LabelledField(self.tr("Telephone"), self.phone, parent=self),
            "address": LabelledField(self.tr("Address"), self.address, parent=self),
        }
        for name, field in self.fields.items():
            line = field.editor
            assert isinstance(line, QLineEdit)
            line.textEdited.connect(lambda _: self._typed())
            line.editingFinished.connect(partial(self._left, name, line))
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.away)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.addLayout(head, 0, 0, 1, 2)
        grid.addWidget(self.fields["identity_number"], 1, 0, 1, 2)
        grid.addWidget(self.fields["name"], 2, 0, 1, 2)
        grid.addWidget(self.fields["born"], 3, 0)
        grid.addWidget(self.fields["phone"], 3, 1)
        grid.addWidget(self.fields["address"], 4, 0, 1, 2)

    def show_person(self, person: PersonTyped, *, number: int, needed: bool) -> None:
        """Shows the person, who is the `number`-th; one the procedure needs cannot be taken out."""
        if person != self.person or is_nobody(person):
            self._known = person.identity_number if is_whole(person.identity_number) else ""
        self.person = person
        for line, text in (
            (self.number, person.identity_number),
            (self.name, person.name),
            (self.born, person.born),
            (self.phone, person.phone),
            (self.address, person.address),
        ):
            if line.text() != text:
                line.setText(text)
                line.setCursorPosition(0)
        if is_nobody(person):
            for field in self.fields.values():
                field.set_error("")
        side = words.party_name(person.party)
        self.heading.setText(side if person.party else f"{side} {number}")
        self.away.setVisible(not needed)
        self._check()

    def take_card(self, card: Card) -> None:
        """Takes over what the card says of the person who stands here, or of whom nothing is known yet."""
        self.person = taken_over(self.person, card)
        self._known = card.number
        self.edited.emit()

    def _typed(self) -> None:
        number = self.number.text().strip()
        typed = {
            "name": self.name.text(),
            "identity_kind": kind_of(number),
            "identity_number": number,
            "born": self.born.text(),
            "phone": self.phone.text(),
            "address": self.address.text(),
        }
        self.person = self.person.model_copy(update=typed)
        self._known = self._known or (number if is_whole(number) else "")
        self._check()
        self.edited.emit()

    def _left(self, name: str, line: QLineEdit) -> None:
        """What is typed to its end is checked; nothing typed is missed only when receiving."""
        if name == "born" and (tidy := tidied_day(line.text())) != line.text():
            line.setText(tidy)
            self._typed()
        if line.text().strip():
            self._check(left=name)

    def _check(self, *, left: str = "") -> None:
        tell_faults(self.fields, self.person, self._desk.now().date(), left=left)
        self.fields["identity_number"].set_warning(self._doubt())

    def _doubt(self) -> str:
        """What is odd about the number; above all that it is another than that of the person whose name stands here."""
        number = self.person.identity_number
        if self._known and is_whole(number) and number != self._known and self.person.name:
            sentence = self.tr(
                "Until now {number} was the number here. If this is somebody else, mend the name and all."
            )
            return sentence.format(number=self._known)
        return number_doubt(self.person, self._desk.knowledge.places)


class CoOwners(QWidget):
    """All of them. `add` is the button for one more; a procedure about two people asks for the other by itself."""

    def __init__(self, intake: Intake, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._intake = intake
        self.forms: list[CoOwnerForm] = []
        self.add = QToolButton()
        self.add.setText(self.tr("+ Co-owner"))
        self.add.setObjectName("chip")
        self.add.setToolTip(self.tr("One more whose dossier it is (Alt+T)"))
        self.add.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.add.setShortcut("Alt+T")  # not of this widget, which is hidden, and deaf, while there is none of them
        self.add.clicked.connect(self._add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        intake.started.connect(self._show)
        intake.changed.connect(self._follow)
        intake.procedure_changed.connect(self._ask_for_other)
        self.hide()

    def take_card(self, card: Card) -> bool:
        """Takes a card of one of them, of nobody yet where one is being typed, or of the other party that is still
        awaited; somebody else's is never laid over one of them."""
        owner, focused = self._intake.draft.owner, QApplication.focusWidget()
        if are_one(owner, card):
            return False
        form = next((item for item in self.forms if are_one(item.person, card)), None)
        empty = [item for item in self.forms if is_nobody(item.person)]
        if form is None:
            form = next((item for item in empty if focused is not None and item.isAncestorOf(focused)), None)
        if form is None and self._two_parties and owner.identity_number:
            form = next(iter(empty), None)
        if form is None:
            return False
        form.take_card(card)
        return True

    def focus(self, nth: int, field: str) -> None:
        """Puts the cursor into a field of the `nth`, from 0; into the first that is empty where there is none."""
        if not self.forms:
            self._add()
        self.forms[min(nth, len(self.forms) - 1)].fields[field or "name"].editor.setFocus()

    def show_fault(self, nth: int, field: str, sentence: str) -> None:
        """Says what is wrong beside a field."""
        if nth < len(self.forms) and field in self.forms[nth].fields:
            self.forms[nth].fields[field].set_error(sentence)

    @property
    def _two_parties(self) -> bool:
        procedure = self._intake.procedure
        return procedure is not None and self._intake.desk.knowledge.deciding.two_parties(procedure)

    def _add(self) -> None:
        if self._intake.ready:
            self._intake.change(co_owners=(*self._intake.draft.co_owners, PersonTyped()))
            self.forms[-1].number.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_out(self, form: CoOwnerForm) -> None:
        nth = self.forms.index(form)
        kept = tuple(co_owner for place, co_owner in enumerate(self._intake.draft.co_owners) if place != nth)
        said = self.tr("{name} taken out").format(name=form.person.name or form.heading.text())
        self._intake.change_undoably(said, co_owners=kept)

    def _edited(self) -> None:
        self._intake.change(co_owners=tuple(form.person for form in self.forms))

    def _ask_for_other(self) -> None:
        """The other party has a form as soon as the procedure is chosen; what was typed of two stays theirs."""
        draft = self._intake.draft
        if self._two_parties:
            self._intake.change(co_owners=draft.co_owners or (PersonTyped(),))
        elif draft.owner.party:
            kept = tuple(co_owner.model_copy(update={"party": Party.NONE}) for co_owner in draft.co_owners)
            empty = PersonTyped()
            self._intake.change(
                owner=draft.owner.model_copy(update={"party": Party.NONE}),
                co_owners=tuple(item for item in kept if item != empty),
            )
        self._follow()

    def _follow(self) -> None:
        """Which side somebody is follows the sex on their card; the first is the man's side while nobody knows."""
        draft = self._intake.draft
        if self._two_parties and draft.co_owners:
            hers = draft.owner.sex == "Nữ" or draft.co_owners[0].sex == "Nam"
            sides = (Party.FEMALE, Party.MALE) if hers else (Party.MALE, Party.FEMALE)
            first = draft.co_owners[0].model_copy(update={"party": sides[1]})
            nobody = draft.owner == PersonTyped()  # whose fields the next card fills
            owner = draft.owner if nobody else draft.owner.model_copy(update={"party": sides[0]})
            if (owner, first) != (draft.owner, draft.co_owners[0]):
                self._intake.change(owner=owner, co_owners=(first, *draft.co_owners[1:]))
                return
        self._show()

    def _show(self) -> None:
        people = self._intake.draft.co_owners
        while len(self.forms) > len(people):
            form = self.forms.pop()
            self._column.removeWidget(form)
            form.deleteLater()
        while len(self.forms) < len(people):
            self.forms.append(self._new_form())
        for number, (form, person) in enumerate(zip(self.forms, people, strict=True), start=2):
            form.show_person(person, number=number, needed=bool(person.party))
        self.add.setVisible(not self._two_parties)
        self.setVisible(bool(people))

    def _new_form(self) -> CoOwnerForm:
        form = CoOwnerForm(self._intake)
        form.edited.connect(self._edited)
        form.unwanted.connect(lambda: self._take_out(form))
        self._column.addWidget(form)
        return form
