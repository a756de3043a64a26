"""Putting right what the receipt says: persons, papers, procedure; with the reason and who answers for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton

from counter_app.desk import after_receipt
from counter_app.desk.after_receipt import Stated, stated
from counter_app.desk.procedure_search import find_procedures
from counter_app.desk.receiving import DraftIncomplete
from counter_app.dossier.acts.act import lacks
from counter_app.dossier.applicants import BY_SOMEBODY, ApplicantKind, Representative
from counter_app.dossier.correction_words import FIELD
from counter_app.dossier.draft import PersonTyped
from counter_app.dossier.identity import Card, kind_of
from counter_app.dossier.payloads.after import Corrected
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.states import DeliveryMethod
from counter_app.dossier.whose import are_one
from counter_app.dossier.written import birth_fault
from counter_app.errors import CounterError
from counter_app.procedures.catalogue import Procedure
from ui import words
from ui.detail.acts.correcting_papers import PapersTable, count_of
from ui.detail.acts.form import ActForm, Step, ready_phrases
from ui.widgets.authority_form import AuthorityForm
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.phrase_edit import PhraseEdit
from ui.widgets.procedure_search import ProcedureSearch

_SPANS = {"name": 4, "identity_number": 3, "born": 2, "sex": 3, "address": 5, "phone": 2, "email": 3, "nationality": 2}
_OWNER, _CO_OWNERS, _SUBMITTER = "owner", "co_owners.", "submitter"
_OF_ONE = ("born", "sex", "nationality")  # what nobody asks of an organisation or a household


class CorrectForm(ActForm):
    """What the receipt says, to be typed over; a card that is read corrects the person whose fields are shown."""

    def build(self) -> None:
        self._before = stated(self.dossier)
        self._people = _by_place(self._before.owner, self._before.co_owners, self._before.submitter)
        self._shown = _OWNER
        self.who = ChoiceBox()
        self.who.setAccessibleName(self.tr("Whose details are shown"))
        self.who.activated.connect(lambda _: self._show_person(self.who.currentData()))
        self.add = QPushButton(self.tr("+ Co-owner"))
        self.add.clicked.connect(self._add_co_owner)
        self.away = QPushButton()
        self.away.clicked.connect(self._take_out)
        self.files = QPushButton(self.tr("+ Submitter"))
        self.files.clicked.connect(self._add_submitter)
        self.put_plain(self.who, 0, 0, 4)
        self.put_plain(self.add, 0, 4, 2)
        self.put_plain(self.files, 0, 6, 3)
        self.kind = ChoiceBox()
        self.kind.setAccessibleName(self.tr("Kind of applicant"))
        for kind in ApplicantKind:
            self.kind.addItem(words.applicant_kind_name(kind), kind)
        self.kind.activated.connect(lambda _: self._choose_kind())
        self.put_plain(self.away, 0, 9, 3)
        self.put_plain(self.kind, 0, 9, 3)
        self.add.setHidden(bool(self._before.owner.party))
        self.person = {name: QLineEdit() for name, field in PersonTyped.model_fields.items() if field.annotation is str}
        row, column = 1, 0
        for name, edit in self.person.items():
            span = _SPANS.get(name, 3)
            if column + span > 12:
                row, column = row + 1, 0
            label = words.say("fields", FIELD[name]) if name in FIELD else name
            self.put(name, label[:1].upper() + label[1:], edit, row, column, span, required=name == "name")
            column += span
        self.person["born"].textChanged.connect(self._born_typed)
        self._build_acting(row)
        self._build_papers(row + 2)
        self._build_rest(row + 3)
        self._list_people(_OWNER)

    def _build_acting(self, row: int) -> None:
        """Who represents an organisation or a household, where a citizen's birth and sex stand; by what right somebody
        files for the owner."""
        self.acting, self.position, self.acting_number = QLineEdit(), QLineEdit(), QLineEdit()
        self.put("representative", self.tr("Represented by"), self.acting, 1, 7, 3, required=True)
        self.put("representative_position", self.tr("Position"), self.position, 1, 10, 2)
        self.put("representative_number", self.tr("Their number"), self.acting_number, row, 10, 2)
        self.authority = AuthorityForm(lambda: self.desk.now().date(), is_wide=True)
        self.authority.show_authority(self._before.relation, self._before.authority)
        self.authority.edited.connect(self.changed)
        self.put_plain(self.authority, row + 1, 0, 12)
        self.fields |= self.authority.fields

    def _build_papers(self, row: int) -> None:
        self.papers = PapersTable(self._before.components)
        self.papers.offer(self.seen.procedure.asked_in(self.dossier.case) if self.seen.procedure else ())
        self.papers.changed.connect(self.changed)
        self.put("components", self.tr("Papers handed in"), self.papers, row, 0, 12)

    def _build_rest(self, row: int) -> None:
        catalogue = self.desk.knowledge.catalogue
        day = self.dossier.received_on
        favourites = self.desk.knowledge.offer.favourites
        self.procedure = ProcedureSearch(
            lambda typed: find_procedures(self.desk, typed), lambda code: code in favourites
        )
        self.procedure.show_procedure(catalogue.get(self.dossier.procedure, day))
        self.procedure.setEnabled(self.dossier.untouched)
        self.procedure.chosen.connect(self._choose)
        self.chosen = self.dossier.procedure
        self.case = ChoiceBox()
        self.sets = count_of(self._before.sets)
        self.sets.setMinimum(1)
        self.delivery = ChoiceBox()
        for method in DeliveryMethod:
            self.delivery.addItem(words.delivery_method_name(method), method)
        self.delivery.setCurrentIndex(self.delivery.findData(self._before.delivery_method))
        self.reason = PhraseEdit(*ready_phrases(self.act, self.seen))
        self.signer = QLineEdit()
        self.put("procedure", self.tr("Procedure"), self.procedure, row, 0, 5)
        self.put("case", self.tr("Case"), self.case, row, 5, 2)
        self.put("delivery_method", self.tr("Way of return"), self.delivery, row, 7, 3)
        self.put("sets", self.tr("Sets"), self.sets, row, 10, 2)
        self.notices = QCheckBox(self.tr("Wants notices by phone or e-mail"))
        self.notices.setChecked(self._before.notices)
        self.put_plain(self.notices, row + 1, 0, 12)
        self.put("reason", self.tr("Reason"), self.reason, row + 2, 0, 8, required=True)
        self.put("signer", self.tr("Who answers for it"), self.signer, row + 2, 8, 4, required=True)
        self._show_cases(catalogue.get(self.dossier.procedure, day))

    def step(self) -> Step:
        code, wanted = self.dossier.code, self._wanted()
        reason, signer = self.reason.text(), self.signer.text()
        if not wanted.owner.name.strip():
            self._go_to(_OWNER)
            raise lacks(self.act, "name")
        if wanted.submitter is not None and self.authority.is_day_wrong:
            self._go_to(_SUBMITTER)
            raise lacks(self.act, "authority")
        return lambda desk: after_receipt.correct(desk, code, wanted, reason, signer)

    def fill(self, payload: Payload) -> None:
        if isinstance(payload, Corrected):
            after, typed = payload.after, after_receipt.typed
            submitter = typed(after.submitter) if after.submitter else None
            self._people = _by_place(typed(after.owner), tuple(map(typed, after.co_owners)), submitter)
            self.authority.show_authority(after.relation, after.authority)
            self._list_people(_OWNER)
            self.reason.setText(payload.reason)
            self.signer.setText(payload.signer)

    def caution(self) -> str:
        if self.dossier.paid and self.chosen != self.dossier.procedure:
            return self.tr("Money was taken under the procedure so far: give back what is too much, or take the rest.")
        if self.dossier.untouched:
            return ""
        return self.tr("Work on the dossier has begun: its procedure cannot be corrected any more.")

    def show_fault(self, failure: CounterError) -> bool:
        """What is wrong of a person is said at the field of that person."""
        if not isinstance(failure, DraftIncomplete):
            return super().show_fault(failure)
        place, _, name = failure.details.split(",")[0].rpartition(".")
        if name not in self.fields:
            return False
        self._go_to(_SUBMITTER if name == "authority" else place)
        for field, shown in self.fields.items():
            shown.set_error(str(failure.values["missing"]) if field == name else "")
        self.fields[name].editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def take_card(self, card: Card) -> bool:
        """Of somebody else than stands there, nothing is left but what the card says."""
        self._keep_person()
        person = self._people[self._shown]
        if person.kind in BY_SOMEBODY:
            self.acting.setText(card.name)
            self.acting_number.setText(card.number)
            return True
        told = {"name": card.name, "identity_number": card.number, "sex": card.sex, "address": card.address}
        gone = {} if are_one(person, card) or person.name == card.name else {"phone": "", "email": ""}
        for name, text in (told | {"born": f"{card.born:%d/%m/%Y}"} | gone).items():
            self.person[name].setText(text)
        return True

    def take_said(self, place: str, said: Mapping[str, str]) -> None:
        """What a scanned card says of one of the people stands in their fields, to be confirmed with its reason."""
        self._go_to(place)
        for name, text in said.items():
            self.person[name].setText(text)

    def focus_first(self) -> None:
        self.person["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _wanted(self) -> Stated:
        self._keep_person()
        return replace(
            self._before,
            owner=self._people[_OWNER],
            co_owners=tuple(person for place, person in self._people.items() if place.startswith(_CO_OWNERS)),
            submitter=self._people.get(_SUBMITTER),
            relation=self.authority.chosen_relation,
            authority=self.authority.paper,
            components=self.papers.stated,
            sets=self.sets.value(),
            delivery_method=DeliveryMethod(self.delivery.currentData()),
            notices=self.notices.isChecked(),
            procedure=self.chosen,
            case=str(self.case.currentData()) if self.case.count() else "",
        )

    def _keep_person(self) -> None:
        typed: dict[str, object] = {name: edit.text() for name, edit in self.person.items()}
        person = self._people[self._shown]
        number = self.person["identity_number"].text().strip()
        if number != person.identity_number:
            typed["identity_kind"] = kind_of(number)
        if person.kind in BY_SOMEBODY:
            typed |= {"representative": self._represented(person)}
        self._people[self._shown] = person.model_copy(update=typed)

    def _represented(self, person: PersonTyped) -> Representative | None:
        before, number = person.representative or Representative(), self.acting_number.text().strip()
        acting = before.model_copy(
            update={"name": self.acting.text(), "position": self.position.text(), "identity_number": number}
        )
        if number != before.identity_number:
            acting = acting.model_copy(update={"identity_kind": kind_of(number)})
        return acting if acting != Representative() else None

    def _show_person(self, place: str) -> None:
        if place != self._shown:
            self._keep_person()
        self._fill_in(place)

    def _fill_in(self, place: str) -> None:
        self._shown, person = place, self._people[place]
        for name, edit in self.person.items():
            edit.setText(str(getattr(person, name)))
            edit.setCursorPosition(0)
        acting = person.representative or Representative()
        for line, text in (
            (self.acting, acting.name),
            (self.position, acting.position),
            (self.acting_number, acting.identity_number),
        ):
            line.setText(text)
        several = person.kind in BY_SOMEBODY
        for name in _OF_ONE:
            self.fields[name].setHidden(several)
        for name in ("representative", "representative_position", "representative_number"):
            self.fields[name].setVisible(several)
        self.authority.setVisible(place == _SUBMITTER)
        self.fields["components"].setHidden(place == _SUBMITTER)  # both do not go on a screen of 768
        self.files.setHidden(_SUBMITTER in self._people)
        self.away.setText(self.tr("Files it not") if place == _SUBMITTER else self.tr("Not an owner"))
        self.kind.setVisible(place == _OWNER and not person.party)
        self.kind.setCurrentIndex(self.kind.findData(person.kind))
        self.away.setVisible(place == _SUBMITTER or (place.startswith(_CO_OWNERS) and not person.party))

    def _choose_kind(self) -> None:
        self._keep_person()
        self._people[_OWNER] = self._people[_OWNER].of_kind(ApplicantKind(self.kind.currentData()))
        self._fill_in(_OWNER)
        self.changed.emit()

    def _go_to(self, place: str) -> None:
        if place in self._people:
            self.who.setCurrentIndex(self.who.findData(place))
            self._show_person(place)

    def _list_people(self, shown: str) -> None:
        """Offers all people there are now, and fills in the one who is `shown`."""
        self.who.clear()
        for place, person in self._people.items():
            self.who.addItem(_called(place, person), place)
        self.who.setCurrentIndex(self.who.findData(shown))
        self._fill_in(shown)

    def _born_typed(self, typed: str) -> None:
        """A day that no month has is said at its last digit."""
        fault = birth_fault(typed, self.desk.now().date()) if len(typed.strip()) >= len("dd/mm/yyyy") else ""
        self.fields["born"].set_error(words.say("draft", fault) if fault else "")

    def _add_co_owner(self) -> None:
        wanted = self._wanted()
        self._people = _by_place(wanted.owner, (*wanted.co_owners, PersonTyped()), wanted.submitter)
        self._list_people(f"{_CO_OWNERS}{len(wanted.co_owners)}")
        self.person["name"].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _add_submitter(self) -> None:
        """Somebody files it for the owner whom the receipt forgot."""
        self._keep_person()
        self._people[_SUBMITTER] = PersonTyped()
        self._list_people(_SUBMITTER)
        self.person["name"].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _take_out(self) -> None:
        del self._people[self._shown]
        others = tuple(person for place, person in self._people.items() if place.startswith(_CO_OWNERS))
        self._people = _by_place(self._people[_OWNER], others, self._people.get(_SUBMITTER))
        self._list_people(_OWNER)
        self.changed.emit()

    def _choose(self, procedure: Procedure) -> None:
        self.chosen = procedure.code
        self.procedure.show_procedure(procedure)
        self.papers.offer(procedure.components)
        self._show_cases(procedure)
        self.changed.emit()

    def _show_cases(self, procedure: Procedure | None) -> None:
        self.case.clear()
        if procedure is not None and procedure.case_terms and procedure.has_usual_term:
            self.case.addItem(self.tr("The usual case"), "")
        for name in procedure.case_names if procedure and (procedure.asks_case or self.case.count()) else ():
            self.case.addItem(name, name)
        self.case.setCurrentIndex(max(self.case.findData(self.dossier.case), 0))
        self.fields["case"].setVisible(self.case.count() > 0)


def _by_place(
    owner: PersonTyped, co_owners: tuple[PersonTyped, ...], submitter: PersonTyped | None
) -> dict[str, PersonTyped]:
    """The people by where they stand, as faults name it."""
    people = {_OWNER: owner} | {f"{_CO_OWNERS}{nth}": person for nth, person in enumerate(co_owners)}
    return people | ({_SUBMITTER: submitter} if submitter else {})


def _called(place: str, person: PersonTyped) -> str:
    if person.party:
        return words.party_name(person.party)
    what, _, nth = place.partition(".")
    return f"{words.say('fields', FIELD[what])} {int(nth) + 2}" if nth else words.say("fields", FIELD[what])
