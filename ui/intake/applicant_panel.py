"""Who brings the dossier: its owner, another person with authority, how they want the result, a note."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from counter_app.dossier.states import Channel, DeliveryMethod, IdentityKind
from counter_app.dossier.whose import Place
from ui import words
from ui.intake.agency_choice import AgencyChoice
from ui.intake.applicant_kind import ApplicantKindBox, KindFields
from ui.intake.co_owners import CoOwners
from ui.intake.intake import Intake
from ui.intake.person_form import PersonForm
from ui.widgets.authority_form import AuthorityForm
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.labelled_field import LabelledField
from ui.widgets.scrolled_form import ScrolledForm


class ApplicantPanel(ScrolledForm):
    """The left column of the intake screen."""

    drafts_wanted = Signal()  # the list of open intakes

    def __init__(self, intake: Intake, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._intake = intake
        content = self._content = QWidget()
        self.setWidget(content)
        self.owner = PersonForm(intake, Place.OWNER, parent=content)
        self._title = ElidedLabel()  # with open intakes beside it, it would widen the column
        self.kind = ApplicantKindBox(intake, content)
        self.kind_fields = KindFields(intake, self.owner, content)
        self.kind.activated.connect(lambda _: self._go_on())
        self.co_owners = CoOwners(intake, content)
        self.submitter = PersonForm(
            intake, Place.SUBMITTER, shown=("identity_number", "name", "address", "phone", "email"), parent=content
        )
        self.authority = AuthorityForm(lambda: intake.desk.now().date(), parent=content)
        self.authority.edited.connect(self._authority_typed)
        self.submitter.fields.update(self.authority.fields)
        self.authorised = QCheckBox(self.tr("Filed by another person with authority"))
        self.authorised.clicked.connect(self._authorise)
        self.agencies = AgencyChoice(intake, content)
        self.delivery = ChoiceBox()
        for method in DeliveryMethod:
            self.delivery.addItem(words.delivery_method_name(method), method)
        self.delivery.activated.connect(
            lambda _: intake.change(delivery_method=DeliveryMethod(self.delivery.currentData()))
        )
        self.notices = QCheckBox(self.tr("Wants notices by phone or e-mail"))
        self.notices.clicked.connect(lambda wanted: intake.change(notices=wanted))
        self.channel = ChoiceBox()
        self.channel.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.channel.addItem(self.tr("The counter"), Channel.COUNTER)
        self.channel.addItem(self.tr("Public post"), Channel.POST)
        self.channel.activated.connect(self._choose_ways)
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(52)
        self.note.textChanged.connect(self._note_typed)
        self.drafts = QToolButton()
        self.drafts.setToolTip(self.tr("Intakes that were begun and not received; give this one up (Ctrl+O)"))
        self.drafts.setAccessibleName(self.tr("Open intakes"))
        self.drafts.setStyleSheet("QToolButton { padding: 0 4px; }")
        self.drafts.setFixedHeight(20)  # no higher than the heading beside it
        self.drafts.clicked.connect(self.drafts_wanted)
        self._build()
        self._tell_side()
        intake.started.connect(self._show)
        intake.changed.connect(self._tell_side)
        intake.open_drafts_changed.connect(self._show_drafts)

    def focus(self, who: str, field: str) -> None:
        """Puts the cursor into a person's field."""
        self._form(who).focus(field)
        self.ensureWidgetVisible(self._form(who).fields[field])

    def show_fault(self, who: str, field: str, sentence: str) -> None:
        """Says what is wrong beside a person's field."""
        self._form(who).show_fault(field, sentence)

    @property
    def typing(self) -> Place:
        """Whose fields have the cursor: the submitter's, those of who represents the owner, or else the owner's."""
        focused = QApplication.focusWidget()
        if focused is not None and self.submitter.isAncestorOf(focused):
            return Place.SUBMITTER
        return Place.REPRESENTATIVE if self.kind_fields.has_representative(focused) else Place.OWNER

    def finish(self) -> None:
        """What is being typed about people is typed to its end."""
        self.owner.finish()
        if self._intake.draft.submitter is not None:
            self.submitter.finish()
            self.authority.finish()

    @property
    def unread(self) -> str:
        """The field, as faults name it, in which something stands that the intake could not take over; "" for none."""
        return "authority" if self._intake.draft.submitter is not None and self.authority.is_day_wrong else ""

    def _form(self, who: str) -> PersonForm:
        return self.submitter if who == "submitter" else self.owner

    def _show(self) -> None:
        draft = self._intake.draft
        self._tell_side()
        self.authorised.setChecked(draft.submitter is not None)
        self._show_submitter(draft.submitter is not None)
        self.authority.show_authority(draft.relation, draft.authority)
        self.channel.setCurrentIndex(self.channel.findData(draft.channel))
        self.delivery.setCurrentIndex(self.delivery.findData(draft.delivery_method))
        self.notices.setChecked(draft.notices)
        if self.note.toPlainText() != draft.note:
            self.note.setPlainText(draft.note)

    def _authorise(self, wanted: bool) -> None:
        self._intake.change(submitter=self.submitter.as_typed() if wanted else None)
        self._show_submitter(wanted)
        if wanted:
            self.submitter.focus("identity_number")

    def _authority_typed(self) -> None:
        self._intake.change(relation=self.authority.chosen_relation, authority=self.authority.paper)

    def _go_on(self) -> None:
        """What the owner is was chosen: on to their number, or to their name where that is known or there is none."""
        owner = self._intake.draft.owner
        known = owner.identity_number or owner.identity_kind is IdentityKind.WITHOUT
        self.owner.focus("name" if known else "identity_number")

    def _tell_side(self) -> None:
        """At a marriage the owner is one of two sides."""
        owner, party = self.tr("Owner of the dossier"), self._intake.draft.owner.party
        self._title.setText(f"{owner} · {words.party_name(party)}" if party else owner)

    def _show_submitter(self, wanted: bool) -> None:
        for part in (self.submitter, self.authority):
            part.setVisible(wanted)

    def _choose_ways(self) -> None:
        """How the dossier came and how its result goes; a combo box gives back mere texts."""
        delivery, channel = DeliveryMethod(self.delivery.currentData()), Channel(self.channel.currentData())
        self._intake.change(delivery_method=delivery, channel=channel)

    def _note_typed(self) -> None:
        self._intake.change(note=self.note.toPlainText())

    def _show_drafts(self) -> None:
        others = self._intake.others
        self.drafts.setText(f"⋯ {len(others)}" if others else "⋯")

    def _build(self) -> None:
        self._title.setObjectName("heading")
        kind = QHBoxLayout()
        kind.addWidget(self.kind, 1)
        kind.addWidget(self.co_owners.add)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.drafts)
        came = QLabel(self.tr("Came by"))
        came.setObjectName("fieldLabel")
        came.setBuddy(self.channel)
        channel = QHBoxLayout()  # in one line: with a second person the column is full
        channel.addWidget(came)
        channel.addWidget(self.channel, 1)
        delivery = LabelledField(self.tr("Result wanted"), self.delivery, parent=self._content)
        note = LabelledField(self.tr("Note"), self.note, parent=self._content)
        for part in (self.owner, self.kind_fields, self.co_owners, self.submitter, self.authority, delivery, note):
            # not Fixed, which gives a part the height it has in a wider column: a warning lost its last line
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.owner)
        column.addLayout(kind)
        column.addWidget(self.kind_fields)
        column.addWidget(self.co_owners)
        column.addWidget(self.authorised)
        column.addWidget(self.submitter)
        column.addWidget(self.authority)
        column.addLayout(channel)
        column.addWidget(delivery)
        column.addWidget(self.notices)
        column.addWidget(self.agencies)
        column.addWidget(note)
        column.addStretch(1)  # takes all the room that is left; the fields have stretches of their own
        self.setMinimumWidth(276)  # with a scroll bar, too
        self._show_submitter(False)
