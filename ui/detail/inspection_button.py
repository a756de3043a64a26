"""What an inspector takes away from a dossier's screen, an extract that proves itself; one that is held is proved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from counter_app.desk.extract import Extracted, Proved, extract_dossier, prove_extract
from counter_app.dossier.roles import Task
from ui.background.tasks import Progress
from ui.background.workplace import Workplace
from ui.errors import ExtractNotWhole, NotSaved
from ui.theme import icon
from ui.widgets.elided_button import ElidedButton
from ui.widgets.file_choice import choose_file, choose_to_save

_WIDEST = 200  # pixels


class InspectionButton(ElidedButton):
    """There for whose task it is; for others the dossier's screen has no such button. Its words end where a small
    screen does."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(_WIDEST, parent, framed=True)
        self.setIcon(icon("save"))
        self.setText(self.tr("Inspection"))
        self._workplace = workplace
        self._code = ""
        menu = QMenu(self)
        self.extract = menu.addAction(self.tr("Save an extract of this dossier…"))
        self.extract.triggered.connect(self._choose_and_extract)
        self.prove = menu.addAction(self.tr("Prove an extract…"))
        self.prove.triggered.connect(self._choose_and_prove)
        self.setMenu(menu)
        self.hide()

    def show_code(self, code: str) -> None:
        """The dossier on the screen."""
        self._code = code
        self.setVisible(self._workplace.desk.clerk.may({Task.INSPECTION}))

    def extract_into(self, file: Path) -> None:
        """Writes the extract of the dossier on the screen."""
        code = self._code

        def work(progress: Progress) -> Extracted:
            try:
                return extract_dossier(progress.desk, code, file)
            except OSError as fault:
                raise NotSaved(type(fault).__name__) from fault

        def done(made: Extracted) -> None:
            said = self.tr("{entries} entries and {papers} papers are in {file}. SHA-256: {sha256}").format(
                entries=made.entries, papers=made.papers, file=file.name, sha256=made.sha256
            )
            if made.absent:
                said += ". " + self.tr("{count} papers are not at this desk.").format(count=made.absent)
            self._workplace.messages.inform(said, about=f"extract {code}", for_a_while=True)

        self._workplace.tasks.submit(work, done)

    def prove_file(self, file: Path) -> None:
        """Says whether an extract is whole, of whatever desk."""

        def done(proved: Proved) -> None:
            if proved.faults:
                self._workplace.messages.fail(ExtractNotWhole(file=file.name, faults="; ".join(proved.faults)))
            else:
                said = self.tr("{file} is whole. {notes}").format(file=file.name, notes="; ".join(proved.notes))
                self._workplace.messages.inform(said.strip(), about="extract", for_a_while=True)

        self._workplace.tasks.submit(lambda progress: prove_extract(file), done)

    def _choose_and_extract(self) -> None:
        name = f"trich-xuat-{self._code}.zip"
        if chosen := choose_to_save(self, self.tr("Save an extract of this dossier"), name, "ZIP (*.zip)"):
            self.extract_into(Path(chosen))

    def _choose_and_prove(self) -> None:
        if chosen := choose_file(self, self.tr("Prove an extract"), "ZIP (*.zip)"):
            self.prove_file(Path(chosen))
