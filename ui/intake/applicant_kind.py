"""What the owner is: a citizen unless said otherwise, and what is asked of the others beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from counter_app.dossier.applicants import BY_SOMEBODY, ORGANISATIONS, ApplicantKind, Representative, is_tax_code
from counter_app.dossier.identity import kind_of
from counter_app.dossier.states import IdentityKind
from ui import words
from ui.intake.intake import Intake
from ui.intake.person_form import PersonForm
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labelled_field import LabelledField

_WITHOUT = "without"  # a citizen who has no number yet
_FOREIGN = frozenset({ApplicantKind.FOREIGNER, ApplicantKind.OVERSEAS})


class ApplicantKindBox(ChoiceBox):
    """Chooses it. Outside the way of the Tab key, since most are citizens: Alt+L, or a tax code typed as the number."""

    def __init__(self, intake: Intake, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._intake = intake
        self._by_code = ""  # the tax code that alone made the owner an organisation
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setAccessibleName(self.tr("What the owner is"))
        self.setToolTip(self.tr("What the owner is (Alt+L)"))
        for kind in ApplicantKind:
            self.addItem(words.applicant_kind_name(kind), kind)
            if kind is ApplicantKind.CITIZEN:
                self.addItem(self.tr("Citizen without a number"), _WITHOUT)
        self.setMaxVisibleItems(self.count())
        self.activated.connect(lambda _: self._choose())
        QShortcut(QKeySequence("Alt+L"), self, context=Qt.ShortcutContext.WindowShortcut).activated.connect(self._open)
        intake.started.connect(self._begin)
        intake.changed.connect(self._follow)

    def _open(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.showPopup()

    def _choose(self) -> None:
        chosen, self._by_code = str(self.currentData()), ""
        if chosen == _WITHOUT:
            self._intake.type_person(
                "owner", kind=ApplicantKind.CITIZEN, identity_kind=IdentityKind.WITHOUT, identity_number=""
            )
            self._intake.started.emit()
            return
        owner = self._intake.draft.owner.of_kind(ApplicantKind(chosen))
        changed = {name: getattr(owner, name) for name in ("kind", "identity_kind", "representative", "born", "sex")}
        self._intake.type_person("owner", **changed)

    def _follow(self) -> None:
        """A right tax code is nobody's but an organisation's. The first ten digits of every eleventh citizen's number
        are one, too: typed on, they were the beginning of that."""
        owner = self._intake.draft.owner
        if owner.kind is ApplicantKind.CITIZEN and is_tax_code(owner.identity_number):
            self._by_code = owner.identity_number
            self._intake.type_person("owner", kind=ApplicantKind.ENTERPRISE)
        elif self._by_code and owner.identity_number != self._by_code:
            self._by_code = ""
            if owner.kind is ApplicantKind.ENTERPRISE and owner.representative is None:
                self._intake.type_person("owner", kind=ApplicantKind.CITIZEN)
        self._show()

    def _begin(self) -> None:
        self._by_code = ""
        self._show()

    def _show(self) -> None:
        owner = self._intake.draft.owner
        without = owner.kind is ApplicantKind.CITIZEN and owner.identity_kind is IdentityKind.WITHOUT
        self.setCurrentIndex(self.findData(_WITHOUT if without else owner.kind))


class KindFields(QWidget):
    """What is asked of who is no citizen, below the fields of the person: nationality, who acts for them.

    Its fields join those of the `form`, which hides and renames what a citizen is asked for.
    """

    def __init__(self, intake: Intake, form: PersonForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._intake = intake
        self._form = form
        self.nationality = QLineEdit()
        self.acting, self.position, self.number = QLineEdit(), QLineEdit(), QLineEdit()
        self.fields = {
            "nationality": LabelledField(self.tr("Nationality"), self.nationality, required=True, parent=self),
            "representative": LabelledField(self.tr("Legal representative"), self.acting, required=True, parent=self),
            "representative_position": LabelledField(self.tr("Position"), self.position, parent=self),
            "representative_number": LabelledField(self.tr("Their identity number"), self.number, parent=self),
        }
        form.fields.update(self.fields)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.fields["nationality"], 0, 0, 1, 2)
        grid.addWidget(self.fields["representative"], 1, 0, 1, 2)
        grid.addWidget(self.fields["representative_position"], 2, 0)
        grid.addWidget(self.fields["representative_number"], 2, 1)
        self.nationality.textEdited.connect(self._nationality_typed)
        for line in (self.acting, self.position, self.number):
            line.textEdited.connect(lambda _: self._acting_typed())
        self.number.editingFinished.connect(lambda: form.check(left="representative_number"))
        intake.started.connect(self._show)
        intake.whose.people_changed.connect(self._show)
        intake.changed.connect(self._follow)
        self._kind: ApplicantKind | None = None
        self._card_hint = form.number.placeholderText()
        self._follow()

    def has_representative(self, focused: QWidget | None) -> bool:
        """Whether the cursor is in a field of who represents the owner."""
        return focused in (self.acting, self.position, self.number)

    def _nationality_typed(self, text: str) -> None:
        self._intake.type_person("owner", nationality=text)
        self._form.check()

    def _acting_typed(self) -> None:
        number = self.number.text().strip()
        acting = Representative(
            name=self.acting.text(),
            position=self.position.text(),
            identity_kind=kind_of(number),
            identity_number=number,
        )
        self._intake.type_person("owner", representative=acting if acting != Representative() else None)
        self._form.check()

    def _show(self) -> None:
        owner = self._intake.draft.owner
        acting = owner.representative or Representative()
        for line, text in (
            (self.nationality, owner.nationality),
            (self.acting, acting.name),
            (self.position, acting.position),
            (self.number, acting.identity_number),
        ):
            if line.text() != text:
                line.setText(text)
        self._follow()

    def _follow(self) -> None:
        """What is asked for follows what the owner is."""
        kind = self._intake.draft.owner.kind
        if kind is self._kind:
            return
        self._kind = kind
        several, organisation, foreign = kind in BY_SOMEBODY, kind in ORGANISATIONS, kind in _FOREIGN
        person = self._form.fields
        for name in ("born", "sex"):
            person[name].setVisible(not several)
        person["name"].call(self.tr("Name") if several else self.tr("Full name"))
        person["identity_number"].call(self.tr("Tax code") if organisation else self.tr("Identity number"))
        self._form.number.setPlaceholderText("" if organisation else self._card_hint)  # they have no card
        person["address"].call(self.tr("Head office") if organisation else self.tr("Address"))
        self.fields["representative"].call(
            self.tr("Legal representative") if organisation else self.tr("Represented by (head of household)")
        )
        self.fields["nationality"].setVisible(foreign)
        for name in ("representative", "representative_position", "representative_number"):
            self.fields[name].setVisible(several)
        self.setVisible(several or foreign)
