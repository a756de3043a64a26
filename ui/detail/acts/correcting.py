"""Putting right what the receipt says: persons, papers, procedure; with the reason and who answers for it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from counter_app.desk import after_receipt
from counter_app.desk.after_receipt import Stated, stated
from counter_app.desk.procedure_search import find_procedures
from counter_app.desk.receiving import DraftIncomplete
from counter_app.dossier.acts.act import lacks
from counter_app.dossier.correctable import StatedPaper
from counter_app.dossier.correction_words import FIELD
from counter_app.dossier.draft import PersonTyped
from counter_app.dossier.identity import Card, kind_of
from counter_app.dossier.payloads.after import Corrected
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.states import DeliveryMethod
from counter_app.errors import CounterError
from counter_app.procedures.catalogue import Procedure
from ui import words
from ui.detail.acts.form import ActForm, Step, ready_phrases
from ui.widgets.phrase_edit import PhraseEdit
from ui.widgets.procedure_search import ProcedureSearch

_SPANS = {"name": 4, "identity_number": 3, "born": 2, "sex": 3, "address": 5, "phone": 2, "email": 3, "nationality": 2}
_OWNER, _CO_OWNERS, _SUBMITTER = "owner", "co_owners.", "submitter"
_MOST_PAPERS = 118  # pixels; more papers are scrolled


@dataclass(frozen=True)
class PaperRow:
    """The editors of one paper's counts."""

    paper: StatedPaper
    originals: QSpinBox
    certified_copies: QSpinBox
    copies: QSpinBox

    @property
    def stated(self) -> StatedPaper:
        """The paper as counted now."""
        counts = {name: getattr(self, name).value() for name in ("originals", "certified_copies", "copies")}
        shown = self.paper.shown and not any(counts.values())
        return self.paper.model_copy(update=counts | {"shown": shown})


class CorrectForm(ActForm):
    """What the receipt says, to be typed over; a card that is read corrects the person whose fields are shown."""

    def build(self) -> None:
        self._before = stated(self.dossier)
        self._people = _by_place(self._before.owner, self._before.co_owners, self._before.submitter)
        self._shown = _OWNER
        self.who = QComboBox()
        self.who.setAccessibleName(self.tr("Whose details are shown"))
        self.who.activated.connect(lambda _: self._show_person(self.who.currentData()))
        self.add = QPushButton(self.tr("+ Co-owner"))
        self.add.clicked.connect(self._add_co_owner)
        self.away = QPushButton(self.tr("Not an owner"))
        self.away.clicked.connect(self._take_out)
        self.put_plain(self.who, 0, 0, 6)
        self.put_plain(self.add, 0, 6, 3)
        self.put_plain(self.away, 0, 9, 3)
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
        self._build_papers(row + 1)
        self._build_rest(row + 2)
        self._list_people(_OWNER)

    def _build_papers(self, row: int) -> None:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        heads = ("", self.tr("Originals"), self.tr("Certified copies"), self.tr("Copies"))
        for place, head in enumerate(heads):
            label = QLabel(head)
            label.setObjectName("fieldLabel")
            grid.addWidget(label, 0, place)
        self.papers: list[PaperRow] = []
        for line, paper in enumerate(self._before.components, start=1):
            spins = [_count(value) for value in (paper.originals, paper.certified_copies, paper.copies)]
            name = QLabel(paper.name)
            name.setWordWrap(True)
            grid.addWidget(name, line, 0)
            for place, spin in enumerate(spins, start=1):
                grid.addWidget(spin, line, place)
                spin.valueChanged.connect(self.changed)
            self.papers.append(PaperRow(paper, *spins))
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(table)
        scroll.setFixedHeight(min(table.sizeHint().height() + 4, _MOST_PAPERS))
        self.put("components", self.tr("Papers handed in"), scroll, row, 0, 12)

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
        self.case = QComboBox()
        self.sets = _count(self._before.sets)
        self.sets.setMinimum(1)
        self.delivery = QComboBox()
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
        return lambda desk: after_receipt.correct(desk, code, wanted, reason, signer)

    def fill(self, payload: Payload) -> None:
        if isinstance(payload, Corrected):
            after, typed = payload.after, after_receipt.typed
            submitter = typed(after.submitter) if after.submitter else None
            self._people = _by_place(typed(after.owner), tuple(map(typed, after.co_owners)), submitter)
            self._list_people(_OWNER)
            self.reason.setText(payload.reason)
            self.signer.setText(payload.signer)

    def caution(self) -> str:
        if self.dossier.untouched:
            return ""
        return self.tr("Work on the dossier has begun: its procedure cannot be corrected any more.")

    def show_fault(self, failure: CounterError) -> bool:
        """What is wrong of a person is said at the field of that person."""
        if not isinstance(failure, DraftIncomplete):
            return super().show_fault(failure)
        place, _, name = failure.details.split(",")[0].rpartition(".")
        if name not in self.person:
            return False
        self._go_to(place)
        for field, shown in self.fields.items():
            shown.set_error(str(failure.values["missing"]) if field == name else "")
        self.person[name].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def take_card(self, card: Card) -> bool:
        told = {"name": card.name, "identity_number": card.number, "sex": card.sex, "address": card.address}
        for name, text in (told | {"born": f"{card.born:%d/%m/%Y}"}).items():
            self.person[name].setText(text)
        return True

    def focus_first(self) -> None:
        self.person["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _wanted(self) -> Stated:
        self._keep_person()
        return replace(
            self._before,
            owner=self._people[_OWNER],
            co_owners=tuple(person for place, person in self._people.items() if place.startswith(_CO_OWNERS)),
            submitter=self._people.get(_SUBMITTER),
            components=tuple(row.stated for row in self.papers if row.paper.shown or _any(row.stated)),
            sets=self.sets.value(),
            delivery_method=DeliveryMethod(self.delivery.currentData()),
            notices=self.notices.isChecked(),
            procedure=self.chosen,
            case=self.case.currentText() if self.case.count() else "",
        )

    def _keep_person(self) -> None:
        typed = {name: edit.text() for name, edit in self.person.items()}
        person = self._people[self._shown]
        number = typed["identity_number"].strip()
        if number != person.identity_number:
            typed["identity_kind"] = kind_of(number)
        self._people[self._shown] = person.model_copy(update=typed)

    def _show_person(self, place: str) -> None:
        if place != self._shown:
            self._keep_person()
        self._fill_in(place)

    def _fill_in(self, place: str) -> None:
        self._shown = place
        for name, edit in self.person.items():
            edit.setText(str(getattr(self._people[place], name)))
            edit.setCursorPosition(0)
        self.away.setVisible(place.startswith(_CO_OWNERS) and not self._people[place].party)

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

    def _add_co_owner(self) -> None:
        wanted = self._wanted()
        self._people = _by_place(wanted.owner, (*wanted.co_owners, PersonTyped()), wanted.submitter)
        self._list_people(f"{_CO_OWNERS}{len(wanted.co_owners)}")
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
        self._show_cases(procedure)
        self.changed.emit()

    def _show_cases(self, procedure: Procedure | None) -> None:
        self.case.clear()
        self.case.addItems(procedure.case_names if procedure and procedure.asks_case else ())
        self.case.setCurrentText(self.dossier.case)
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


def _any(paper: StatedPaper) -> bool:
    return bool(paper.originals + paper.certified_copies + paper.copies)


def _count(value: int) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(0, 999)
    spin.setValue(value)
    return spin
