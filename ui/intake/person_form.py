"""A person on the intake screen: typed, or filled by their card."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from counter_app.desk.applicants import person_faults
from counter_app.dossier.draft import PersonTyped
from counter_app.dossier.identity import is_citizen_number, kind_of, number_agrees
from counter_app.dossier.whose import Place
from counter_app.dossier.written import read_day, tidied_day
from counter_app.procedures.places import Places
from ui import words
from ui.intake.intake import Intake
from ui.widgets.address_completer import AddressCompleter
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labelled_field import LabelledField

_WHOLE_DAY = re.compile(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{8}")


class PersonForm(QWidget):
    """The fields of the "owner" or the "submitter" of the intake."""

    def __init__(
        self, intake: Intake, who: Place, *, shown: tuple[str, ...] = (), parent: QWidget | None = None
    ) -> None:
        """`shown` names the fields to show, all where it is empty; a card fills the others too."""
        super().__init__(parent)
        self._intake = intake
        self._who = who
        self.number = QLineEdit(placeholderText=self.tr("Type it, or read the card's QR"))
        self.name = QLineEdit()
        self.born = QLineEdit(placeholderText=self.tr("dd/mm/yyyy"))
        self.sex = ChoiceBox()
        self.sex.addItems(["", "Nam", "Nữ"])  # as on the card
        self.address = QLineEdit()
        self.places = AddressCompleter(intake.desk, self.address)
        self.phone = QLineEdit()
        self.email = QLineEdit()
        self.fields = {
            "identity_number": LabelledField(self.tr("Identity number"), self.number, parent=self),
            "name": LabelledField(self.tr("Full name"), self.name, required=True, parent=self),
            "born": LabelledField(self.tr("Born"), self.born, parent=self),
            "sex": LabelledField(self.tr("Sex"), self.sex, parent=self),
            "address": LabelledField(self.tr("Address"), self.address, parent=self),
            "phone": LabelledField(self.tr("Telephone"), self.phone, parent=self),
            "email": LabelledField(self.tr("E-mail"), self.email, parent=self),
        }
        places = {
            "identity_number": (0, 0, 2),
            "name": (1, 0, 2),
            "born": (2, 0, 1),
            "sex": (2, 1, 1),
            "address": (3, 0, 2),
            "phone": (4, 0, 1),
            "email": (4, 1, 1),
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        for name, (row, column, span) in places.items():
            grid.addWidget(self.fields[name], row, column, 1, span)
            self.fields[name].setVisible(not shown or name in shown)

        for name, field in self.fields.items():
            field.offer_taken.connect(partial(intake.whose.take_offer, who, name))
        self.number.textEdited.connect(self._number_typed)
        self.number.editingFinished.connect(self.finish)
        for name, edit in (
            ("name", self.name),
            ("born", self.born),
            ("address", self.address),
            ("phone", self.phone),
            ("email", self.email),
        ):
            edit.textEdited.connect(lambda text, field=name: self._typed(field, text))
            edit.editingFinished.connect(partial(self._left, name, edit))
        self.places.chosen.connect(lambda text: self._typed("address", text))
        self.address.editingFinished.connect(self._show_meant)
        self.sex.activated.connect(lambda _: self._typed("sex", self.sex.currentText()))
        intake.started.connect(self.show_person)
        intake.whose.people_changed.connect(self.show_person)
        intake.whose.offers_changed.connect(self._show_offers)

    def show_person(self) -> None:
        """Shows the person as the intake has them."""
        person: PersonTyped = getattr(self._intake.draft, self._who) or PersonTyped()
        for edit, text in (
            (self.number, person.identity_number),
            (self.name, person.name),
            (self.born, person.born),
            (self.address, person.address),
            (self.phone, person.phone),
            (self.email, person.email),
        ):
            if edit.text() != text:
                edit.setText(text)
                edit.setCursorPosition(0)
        self.sex.setCurrentText(person.sex)
        if person == PersonTyped():
            self.clear_faults()
        self._check(person)
        self._show_meant()
        self._show_offers()

    def as_typed(self) -> PersonTyped:
        """What stands in the fields, of what the person is."""
        number = self.number.text().strip()
        person: PersonTyped = getattr(self._intake.draft, self._who) or PersonTyped()
        stands = {
            "name": self.name.text(),
            "identity_kind": kind_of(number),
            "identity_number": number,
            "born": self.born.text(),
            "sex": self.sex.currentText(),
            "address": self.address.text(),
            "phone": self.phone.text(),
            "email": self.email.text(),
        }
        return person.model_copy(update=stands)

    def show_fault(self, field: str, sentence: str) -> None:
        """Says what is wrong beside a field; "" takes it back."""
        self.fields[field].set_error(sentence)

    def clear_faults(self) -> None:
        """Nothing is wrong with somebody who is not there."""
        for field in self.fields.values():
            field.set_error("")

    def focus(self, field: str) -> None:
        """Puts the cursor into a field."""
        self.fields[field].editor.setFocus()

    def _typed(self, field: str, text: str) -> None:
        self._intake.type_person(self._who, **{field: text})
        self.check()

    def _left(self, field: str, edit: QLineEdit) -> None:
        """What is typed to its end is checked; nothing typed is missed only when receiving."""
        if field == "born" and (tidy := tidied_day(edit.text())) != edit.text():
            edit.setText(tidy)
            self._typed(field, tidy)
        if edit.text().strip():
            self.check(left=field)

    def _number_typed(self, text: str) -> None:
        self._intake.whose.type_number(self._who, text.strip())
        self.check()

    def finish(self) -> None:
        """What is being typed is typed to its end."""
        if self.number.isModified():
            self._intake.whose.type_number(self._who, self.number.text().strip(), left=True)
        self._left("identity_number", self.number)

    def check(self, *, left: str = "") -> None:
        """Says at the fields what is wrong with what stands in them; `left` is the one that was typed to its end."""
        self._check(self.as_typed(), left=left)

    def _check(self, person: PersonTyped, *, left: str = "") -> None:
        self.fields["identity_number"].set_warning(number_doubt(person, self._intake.desk.knowledge.places))
        tell_faults(self.fields, person, self._intake.desk.now().date(), left=left)

    def _show_meant(self) -> None:
        self.fields["address"].set_warning(self.places.meant())

    def _show_offers(self) -> None:
        """What a paper says otherwise stands below the field until it is taken over or another intake begins."""
        offers = self._intake.whose.offers.get(self._who, {})
        for name, field in self.fields.items():
            said = self.tr("The paper says: {value} (Ctrl+I)").format(value=offers[name]) if name in offers else ""
            field.set_offer(said)


def tell_faults(fields: Mapping[str, LabelledField], person: PersonTyped, today: date, *, left: str = "") -> None:
    """Says at a person's fields what is wrong with them: the one that was `left`, those that were wrong before until
    they are mended, and a day that no month has at once."""
    wrong = {fault.field: fault.sentence for fault in reversed(person_faults(person, today=today))}
    whole_day = _WHOLE_DAY.fullmatch(person.born) is not None
    for name, field in fields.items():
        if name == left or field.error() or (name == "born" and whole_day):
            field.set_error(words.say("draft", wrong[name]) if name in wrong else "")


def number_doubt(person: PersonTyped, places: Places) -> str:
    """What does not go together in a number and whose it is; it is only said."""
    number = person.identity_number
    if not agrees(person):
        return _say("The number does not fit the birth year or sex; compare it with the card.")
    if is_citizen_number(number) and not places.has_province(number[:3]):
        return _say("No province has the first three digits of the number; compare it with the card.")
    return ""


def agrees(person: PersonTyped) -> bool:
    """Whether number, birth and sex fit each other; what is not filled in disagrees with nothing."""
    if not is_citizen_number(person.identity_number):
        return True
    return number_agrees(person.identity_number, born=read_day(person.born), sex=person.sex)


def _say(sentence: str) -> str:
    return QCoreApplication.translate("PersonForm", sentence)
