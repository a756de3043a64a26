"""The catalogue on the screen: find a version, change it, make a new one; import and export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from counter_app.desk.catalogue import change_offer, change_version, import_file, keep_version
from counter_app.desk.procedure_search import is_offered
from counter_app.dossier.identity import Card
from counter_app.dossier.plain import plain
from counter_app.errors import CounterError
from counter_app.procedures.catalogue import Catalogue, Listed, Procedure, as_listed
from counter_app.procedures.catalogue_texts import export_catalogue
from counter_app.procedures.data_files import DataFault, Fault
from counter_app.procedures.import_report import lines, summary
from counter_app.procedures.importing import ImportPlan
from counter_app.procedures.offered import Offer, province_of
from counter_app.procedures.spreadsheet import write_spreadsheet
from ui import words
from ui.background.changes import DossiersChanged
from ui.background.tasks import Progress
from ui.background.workplace import Workplace
from ui.catalogue.editor import Editor, Unfit
from ui.catalogue.exchange_buttons import ExchangeButtons
from ui.catalogue.faults_panel import FaultsPanel
from ui.catalogue.offer_buttons import OfferButtons
from ui.errors import NotSaved
from ui.theme import QUIET, Ink
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.lazy_screen import Slices
from ui.widgets.rows_model import ListColumn, RowsModel, rows_table

_TODAY, _OFFERED, _ALL = "today", "offered", "all"
_NARROW = 520  # pixels of the list, in which a name of two words has room beside code, version and days


class CataloguePage(QWidget):
    """The list at the left, the version at the right, what is wrong above both."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._shown: Procedure | None = None
        self._new = self._refreshing = False
        self._both = QSplitter(Qt.Orientation.Horizontal, self)
        self.field = QLineEdit(clearButtonEnabled=True)
        self.field.setPlaceholderText(self.tr("Name, code or field of law"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.which = ChoiceBox()
        self.which.setAccessibleName(self.tr("Which versions are shown"))
        self.which.addItem(self.tr("In force today"), _TODAY)
        self.which.addItem(self.tr("Received here"), _OFFERED)
        self.which.addItem(self.tr("All versions"), _ALL)
        self.model = RowsModel(self._columns(), parent=self)
        self.table = rows_table(self.model, row_height=32)
        self.table.setAccessibleName(self.tr("Catalogue of procedures"))
        self.count = QLabel()
        self.count.setObjectName("quiet")
        self.faults = FaultsPanel(self)
        self.heading = QLabel()
        self.heading.setObjectName("heading")
        self.heading.setWordWrap(True)
        self.offer = OfferButtons()
        self.offer.received.connect(self._receive)
        self.offer.favoured.connect(self._favour)
        self.exchange = ExchangeButtons()
        self._right = QWidget(self._both)
        self.save = QPushButton(self.tr("Save (Ctrl+S)"))
        self.save.setObjectName("primary")
        self.save.setShortcut("Ctrl+S")
        self.undo = QPushButton(self.tr("Discard the changes"))
        self.new_version = QPushButton(self.tr("New version from this one"))
        self.new_procedure = QPushButton(self.tr("New procedure"))

    def make_rest(self) -> Slices[None]:
        """What shows a version; nobody comes here before all of it is there."""
        self.editor = Editor(self._workplace.language, self._right)
        yield
        yield from self.editor.make_rest()
        self._build()
        yield
        self._mark_edited(False)
        self.field.textChanged.connect(self.refresh)
        self.which.currentIndexChanged.connect(self.refresh)
        self.table.selectionModel().currentRowChanged.connect(lambda now, _: self._choose(now.row()))
        self.editor.edited.connect(lambda: self._mark_edited(True))
        self.exchange.import_wanted.connect(self.import_from)
        self.exchange.export_wanted.connect(self.export_to)
        self.save.clicked.connect(self.save_version)
        self.undo.clicked.connect(self._discard)
        self.new_version.clicked.connect(self.begin_version)
        self.new_procedure.clicked.connect(self.begin_procedure)
        self.refresh()

    @property
    def _catalogue(self) -> Catalogue:
        return self._workplace.desk.knowledge.catalogue

    @property
    def is_edited(self) -> bool:
        """Whether something stands in the editor that is not saved."""
        return self.save.isEnabled()

    def enter(self) -> None:
        """The administrator came here: says what is wrong with the office's files, if anything is."""
        self.refresh()
        if faults := self._workplace.desk.knowledge.faults:
            self._refused(self.tr("The office's own files are faulty. The last good catalogue stays in force."), faults)
        self.field.setFocus()

    def print_paper(self) -> None:
        """Nothing: the catalogue is exported, not printed."""

    def take_card(self, card: Card) -> bool:
        """No: the catalogue is about no person."""
        return False

    def take_code(self, code: str) -> bool:
        """No: the catalogue is about no dossier."""
        return False

    def take_change(self, change: DossiersChanged) -> None:
        """Nothing: no dossier is shown here."""

    def refresh(self) -> None:
        """Shows the versions that fit what is typed."""
        today = self._workplace.desk.now().date()
        which, desk = self.which.currentData(), self._workplace.desk
        shown = self._catalogue.listed(None if which == _ALL else today)
        if which == _OFFERED:
            shown = tuple(line for line in shown if is_offered(desk, line))
        typed = plain(self.field.text()).split()
        fitting = [item for item in shown if all(word in item.words for word in typed)]
        kept = self._shown
        self._refreshing = True
        self.model.show(fitting)
        self.count.setText(self.tr("%n versions", "", len(fitting)))
        for row, version in enumerate(fitting):
            if kept and (version.code, version.version) == (kept.code, kept.version):
                self.table.setCurrentIndex(self.model.index(row, 0))
        self._refreshing = False
        if kept is None and fitting and not self._new:
            self.table.setCurrentIndex(self.model.index(0, 0))

    def show_version(self, code: str, version: str) -> None:
        """Shows one version in the editor."""
        self._show(self._catalogue.version(code, version))

    def begin_version(self) -> None:
        """A new version from the one on the screen, from tomorrow on; saving closes the old one the day before."""
        if self._shown is None:
            return
        begins = self._workplace.desk.now().date() + timedelta(days=1)
        new = {"version": f"{begins:%Y-%m-%d}", "valid_from": begins, "valid_until": None, "decision": ""}
        self._new = True
        self.heading.setText(self.tr("New version of {name}").format(name=self._shown.name))
        self.editor.show_version(self._shown.model_copy(update=new), fixed=("code",))
        self._mark_edited(True)

    def begin_procedure(self) -> None:
        """An empty form for a procedure the catalogue does not have yet."""
        self._new, self._shown = True, None
        self._show_offer()
        self.table.setCurrentIndex(QModelIndex())  # so that the line it stood on can be chosen again
        self.heading.setText(self.tr("New procedure"))
        self.editor.show_version(None, fixed=())
        self._mark_edited(True)

    def save_version(self) -> None:
        """Checks the version together with all the others and puts it in force; refused where anything is wrong."""
        try:
            procedure = self.editor.version()
        except Unfit as unfit:
            self.faults.show_faults(self.tr("Not saved: these fields are not right yet."), unfit.faults)
            return
        new = self._new

        def work(progress: Progress) -> Procedure:
            (keep_version if new else change_version)(progress.desk, procedure)
            return procedure

        self._change(work, self._saved, self.tr("Not saved. The last good catalogue stays in force."))

    def import_from(self, path: Path) -> None:
        """Takes over a file of the portal or of ours, or a folder of TOML files: all of it, or nothing; shows what
        changed."""
        today = self._workplace.desk.now().date()

        def work(progress: Progress) -> ImportPlan:
            return import_file(progress.desk, path, today)

        self._change(work, self._imported, self.tr("Nothing was imported. The last good catalogue stays in force."))

    def export_to(self, path: Path) -> None:
        """Writes all versions: a spreadsheet where the name ends in .xlsx, else a folder of TOML files."""
        catalogue = self._catalogue

        def work(progress: Progress) -> Path:
            procedures = catalogue.all
            try:
                if path.suffix == ".xlsx":
                    write_spreadsheet(procedures, path)
                else:
                    export_catalogue(procedures, path)
            except OSError as failure:
                raise NotSaved(type(failure).__name__) from failure
            return path

        said = self.tr("{count} versions were written to {file}.")
        self._workplace.tasks.submit(
            work,
            lambda to: self._workplace.messages.succeed(said.format(count=len(catalogue.listed()), file=to.name)),
            self._workplace.messages.fail,
        )

    def _change(self, work: Callable[[Progress], object], done: Callable[..., None], refusal: str) -> None:
        self.setEnabled(False)

        def ended(result: object) -> None:
            self.setEnabled(True)
            self.faults.hide()
            done(result)

        def failed(failure: CounterError) -> None:
            self.setEnabled(True)
            if isinstance(failure, DataFault):
                self._refused(refusal, failure.faults)
            else:
                self._workplace.messages.fail(failure)
            self._show_offer()

        self._workplace.tasks.submit(work, ended, failed, in_order=True)

    def _show_offer(self) -> None:
        """Whether the office receives what is shown, and favours it."""
        if self._shown is None:
            self.offer.setEnabled(False)
            return
        code, desk = self._shown.code, self._workplace.desk
        self.offer.setEnabled(True)
        self.offer.show_offer(is_offered(desk, as_listed(self._shown)), code in desk.knowledge.offer.favourites)

    def _receive(self, wanted: bool) -> None:
        if self._shown is not None:
            line, province = as_listed(self._shown), province_of(self._workplace.desk.profile.office.agency)
            self._offer_otherwise(lambda offer: offer.receiving(line, province, wanted))

    def _favour(self, wanted: bool) -> None:
        if self._shown is not None:
            code = self._shown.code
            self._offer_otherwise(lambda offer: offer.favouring(code, wanted))

    def _offer_otherwise(self, change: Callable[[Offer], Offer]) -> None:
        def done(_: object) -> None:
            self._show_offer()
            self.refresh()
            self._workplace.messages.succeed(self.tr("Saved: the intake offers it so from now on."))

        refusal = self.tr("Not saved: the office's file of what it receives is faulty.")
        self._change(lambda progress: change_offer(progress.desk, change), done, refusal)

    def _refused(self, sentence: str, faults: Sequence[Fault]) -> None:
        language = self._workplace.language
        self.faults.show_faults(sentence, [(fault.where, fault.said(language)) for fault in faults])

    def _saved(self, procedure: Procedure) -> None:
        self._show(procedure)
        self.refresh()
        sentence = self.tr("Saved. The intake offers it from {day} on.")
        self._workplace.messages.succeed(sentence.format(day=f"{procedure.valid_from:%d/%m/%Y}"))

    def _imported(self, plan: ImportPlan) -> None:
        self._show(self._catalogue.version(self._shown.code, self._shown.version) if self._shown else None)
        self.refresh()
        said = self.tr("Imported: {summary}").format(summary=summary(plan, self._workplace.language))
        if report := lines(plan, self._workplace.language):
            self.faults.show_faults(said, report)
        self._workplace.messages.succeed(said)

    def _choose(self, row: int) -> None:
        listed = self.model.row(row)
        if listed is None or self._refreshing:
            return
        procedure = self._catalogue.version(listed.code, listed.version)
        if self.is_edited and procedure != self._shown:
            self._workplace.messages.inform(self.tr("Save the changes or discard them first."))
            self.refresh()
            return
        self._show(procedure)

    def _show(self, procedure: Procedure | None) -> None:
        if procedure is None:
            return
        self._shown, self._new = procedure, False
        self._show_offer()
        self.heading.setText(procedure.name)
        self.editor.show_version(procedure)
        self._mark_edited(False)

    def _discard(self) -> None:
        self.faults.hide()
        if self._shown is not None:
            self.show_version(self._shown.code, self._shown.version)
            return
        self._mark_edited(False)
        row = max(self.table.currentIndex().row(), 0)
        self.table.setCurrentIndex(self.model.index(row, 0))
        self._choose(row)

    def _mark_edited(self, edited: bool) -> None:
        self.save.setEnabled(edited)
        self.undo.setEnabled(edited)
        self.new_version.setEnabled(not edited)

    def _columns(self) -> list[ListColumn[Listed]]:
        """What is not in force today is shown quietly."""

        def text(
            name: str, title: str, said: Callable[[Listed], str], width: int = 0, spared_below: int = 0
        ) -> ListColumn[Listed]:
            return ListColumn(name, title, said, width, tip=_name_and_field, colour=quiet, spared_below=spared_below)

        def quiet(version: Listed) -> Ink | None:
            return None if version.in_force(self._workplace.desk.now().date()) else QUIET

        return [
            text("code", self.tr("Code"), lambda version: version.code, 80),
            text("name", self.tr("Procedure"), lambda version: version.name),
            text("version", self.tr("Version"), lambda version: version.version, 88, _NARROW),
            text("validity", self.tr("In force"), self._validity, 172, _NARROW),
        ]

    def _validity(self, version: Listed) -> str:
        until = words.day(version.valid_until) if version.valid_until else self.tr("open")
        return f"{words.day(version.valid_from)} – {until}"

    def _build(self) -> None:
        title = QLabel(self.tr("Catalogue of procedures"))
        title.setObjectName("title")
        top = QHBoxLayout()
        top.addWidget(title, 1)
        top.addWidget(self.exchange)
        top.addWidget(self.new_procedure)
        search = QHBoxLayout()
        search.addWidget(self.field, 1)
        search.addWidget(self.which)
        left, right = QWidget(self._both), self._right
        listed = QVBoxLayout(left)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.addLayout(search)
        listed.addWidget(self.table, 1)
        listed.addWidget(self.count)
        buttons = QHBoxLayout()
        buttons.addWidget(self.new_version)
        buttons.addStretch()
        buttons.addWidget(self.undo)
        buttons.addWidget(self.save)
        version = QVBoxLayout(right)
        version.setContentsMargins(12, 0, 0, 0)
        version.addWidget(self.heading)
        version.addWidget(self.offer)
        version.addWidget(self.editor, 1)
        version.addLayout(buttons)
        both = self._both
        both.setChildrenCollapsible(False)
        both.addWidget(left)
        both.addWidget(right)
        both.setSizes([580, 680])  # half of the list's width is taken by code, version and days
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 8)
        layout.addLayout(top)
        layout.addWidget(self.faults)
        layout.addWidget(both, 1)


def _name_and_field(version: Listed) -> str:
    return f"{version.name}\n{version.field}"
