"""Which scanner, and how: asked once, remembered after that. Offers only what the chosen scanner can do."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from counter_app.errors import CounterError
from scanning.sources.scanner import InputSource, Paper, ScannerOptions, ScanWish
from ui.background.feed import FOLDER, ScanOrder
from ui.background.tasks import Progress, Task
from ui.background.workplace import Workplace
from ui.pages.scan_choice import remember, remembered
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.file_choice import choose_folder

_RESOLUTIONS = (200, 300, 400, 600)  # dpi; 200 is what the archive asks for at least, 300 reads best
_Found = tuple[str, str]  # a scanner's id and label


class ScanDialog(QDialog):
    """Chooses the scanner; does not keep the window from being used."""

    chosen = Signal(object)  # ScanOrder

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._order = remembered(workplace.settings)
        self._folder = self._order.folder
        self._known: dict[str, ScannerOptions] = {}
        self._tasks: list[Task] = []
        self.setWindowTitle(self.tr("Scan"))
        self._build()
        self._recall()
        self.device.currentIndexChanged.connect(self._device_changed)
        self.places.buttonToggled.connect(lambda *_: self._refresh())
        self.accepted.connect(self._give_order)
        self.finished.connect(self._leave)
        self.search()

    def search(self) -> None:
        """Asks for the scanners there are: on cables and on the network."""
        self.again.setEnabled(False)
        self.state.setText(self.tr("Looking for scanners…"))
        self._refresh()
        profile = self._workplace.desk.profile.devices.scanner

        def work(progress: Progress) -> list[_Found]:
            return _scanners(profile)

        self._tasks.append(self._workplace.tasks.submit(work, self._show_found, self._failed))

    def choose_folder(self) -> None:
        """Asks for the folder into which the vendor's program writes."""
        begin = str(self._folder or Path.home())
        if chosen := choose_folder(self, self.tr("Folder of the scanner's own program"), begin):
            self.watch(Path(chosen))

    def watch(self, folder: Path) -> None:
        """Takes a folder as the place where files arrive."""
        self._folder = folder
        self._refresh()

    def _show_found(self, found: list[_Found]) -> None:
        wanted = self.device.currentData() or self._order.device
        if wanted.startswith(FOLDER):
            wanted = FOLDER
        self.device.blockSignals(True)
        self.device.clear()
        for device, label in found:
            self.device.addItem(label, device)
        self.device.addItem(self.tr("Folder of the scanner's own program"), FOLDER)
        index = self.device.findData(wanted)
        self.device.setCurrentIndex(max(index, 0) if found or wanted == FOLDER else -1)
        self.device.blockSignals(False)
        self.again.setEnabled(True)
        nothing = self.tr("No scanner was found. Is it plugged in and switched on?")
        self.state.setText("" if found else nothing)
        self._device_changed()

    def _failed(self, failure: CounterError) -> None:
        self._show_found([])
        self.state.setText(failure.sentence(self._workplace.language))
        self._refresh()

    def _device_changed(self) -> None:
        """Another scanner is chosen: what it can do is asked once."""
        device = self.device.currentData()
        if device and device != FOLDER and device not in self._known:
            self.state.setText(self.tr("Asking the scanner what it can do…"))

            def work(progress: Progress) -> ScannerOptions:
                from scanning.sources.finding import scanner

                return scanner(device).options()

            ask = self._workplace.tasks.submit
            self._tasks.append(ask(work, partial(self._learn, device), partial(self._silent, device)))
        elif device:
            self.state.clear()
        self._refresh()

    def _learn(self, device: str, options: ScannerOptions) -> None:
        self._known[device] = options
        if device == self.device.currentData():
            self.state.clear()
            self._offer(options)
            self._refresh()

    def _silent(self, device: str, failure: CounterError) -> None:
        if device == self.device.currentData():
            self.state.setText(failure.sentence(self._workplace.language))
            self._refresh()

    def _offer(self, options: ScannerOptions) -> None:
        """Fills the choices with what the scanner can do; what was chosen before stays where it can."""
        dpi, paper = self.dpi.currentData(), self.paper.currentData()
        for place, button in self.place_buttons.items():
            button.setVisible(place in options.places)
        if self._place_chosen() not in options.places:
            self.place_buttons[options.places[0]].setChecked(True)
        self.dpi.clear()
        for each in dict.fromkeys(options.resolution(known) or known for known in _RESOLUTIONS):
            self.dpi.addItem(f"{each} dpi", each)
        self.dpi.setCurrentIndex(max(self.dpi.findData(options.resolution(dpi) or dpi), 0))
        self._fill_papers(options)
        self.paper.setCurrentIndex(max(self.paper.findData(paper), 0))
        if len(options.colours) == 1:
            self.colour.setChecked(options.colours[0])

    def _fill_papers(self, options: ScannerOptions | None) -> None:
        names = {Paper.A4: "A4", Paper.A5: "A5", Paper.A3: "A3", Paper.LARGEST: self.tr("Sheets of several sizes")}
        if options is not None and options.largest and options.largest[1] < 0.9 * Paper.A3.size[1]:
            del names[Paper.A3]
        self.paper.clear()
        for paper, name in names.items():
            self.paper.addItem(name, paper)

    def _refresh(self) -> None:
        device = self.device.currentData()
        from_folder = device == FOLDER
        ready = device in self._known
        for row in self.device_rows:
            self.form.setRowVisible(row, not from_folder)
            row.setEnabled(ready)
        self.form.setRowVisible(self.folder_row, from_folder)
        self.folder.setText(str(self._folder) if self._folder else self.tr("No folder is chosen yet."))
        self.colour.setEnabled(ready and len(self._known[device].colours) > 1)
        self.when_paper_is_in.setEnabled(self._place_chosen() is not InputSource.GLASS)
        self.start.setEnabled(self._folder is not None if from_folder else ready)
        self.start.setText(self.tr("Take new files") if from_folder else self.tr("Scan"))
        self.state.setVisible(bool(self.state.text()))
        self.adjustSize()

    def _place_chosen(self) -> InputSource:
        return next(place for place, button in self.place_buttons.items() if button.isChecked())

    def _recall(self) -> None:
        wish = self._order.wish
        self.place_buttons[wish.place].setChecked(True)
        for dpi in dict.fromkeys((*_RESOLUTIONS, wish.dpi)):
            self.dpi.addItem(f"{dpi} dpi", dpi)
        self.dpi.setCurrentIndex(self.dpi.findData(wish.dpi))
        self._fill_papers(None)
        self.paper.setCurrentIndex(self.paper.findData(wish.paper))
        self.colour.setChecked(wish.colour)
        self.when_paper_is_in.setChecked(self._order.when_paper_is_in)
        self.blank_separates.setChecked(self._order.blank_separates)
        self._refresh()

    def _give_order(self) -> None:
        device = self.device.currentData()
        wish = ScanWish(
            self._place_chosen(), self.dpi.currentData(), self.colour.isChecked(), Paper(self.paper.currentData())
        )
        waits = self.when_paper_is_in.isChecked() and self.when_paper_is_in.isEnabled()
        device = f"{FOLDER}{self._folder}" if device == FOLDER else device
        order = ScanOrder(device, wish, waits, self.blank_separates.isChecked())
        remember(self._workplace.settings, order)
        self.chosen.emit(order)

    def _leave(self) -> None:
        for task in self._tasks:
            task.cancel()

    def _build(self) -> None:
        self.device = ChoiceBox()
        self.device.setMinimumWidth(380)
        self.places = QButtonGroup(self)
        self.place_buttons = {
            InputSource.FEEDER: QRadioButton(self.tr("Document feeder: all sheets")),
            InputSource.BOTH_SIDES: QRadioButton(self.tr("Document feeder: both sides")),
            InputSource.BY_HAND: QRadioButton(self.tr("Document feeder: both sides, turning the stack by hand")),
            InputSource.GLASS: QRadioButton(self.tr("Glass: one page")),
        }
        self.when_paper_is_in = QCheckBox(self.tr("Begin when paper is put in"))
        self.blank_separates = QCheckBox(self.tr("An empty sheet leads to the next paper"))
        self.dpi, self.paper = ChoiceBox(), ChoiceBox()
        self.colour = QCheckBox(self.tr("In colour"))
        ways = QWidget()
        column = QVBoxLayout(ways)
        column.setContentsMargins(0, 2, 0, 2)
        for button in self.place_buttons.values():
            self.places.addButton(button)
            column.addWidget(button)
        column.addWidget(self.when_paper_is_in)
        column.addWidget(self.blank_separates)
        self.folder = QLabel()
        self.folder.setWordWrap(True)
        choose = QPushButton(self.tr("Choose the folder…"))
        choose.clicked.connect(self.choose_folder)
        explained = QLabel(
            self.tr("Scan with the scanner's own program: each new file in this folder becomes pages of the paper.")
        )
        explained.setObjectName("quiet")
        explained.setWordWrap(True)
        files = QWidget()
        below = QVBoxLayout(files)
        below.setContentsMargins(0, 2, 0, 2)
        for part in (self.folder, explained):
            below.addWidget(part)
        below.addWidget(choose, alignment=Qt.AlignmentFlag.AlignLeft)
        self.device_rows = (ways, self.paper, self.dpi, self.colour)
        self.folder_row = files
        self.form = QFormLayout()
        self.form.addRow(self.tr("Scanner"), self.device)
        self.form.addRow(self.tr("From"), ways)
        self.form.addRow(self.tr("Paper"), self.paper)
        self.form.addRow(self.tr("Resolution"), self.dpi)
        self.form.addRow("", self.colour)
        self.form.addRow(self.tr("Folder"), files)

        self.state = QLabel()
        self.state.setWordWrap(True)
        self.start = QPushButton(self.tr("Scan"))
        self.start.setObjectName("primary")
        self.start.setDefault(True)
        self.start.clicked.connect(self.accept)
        self.again = QPushButton(self.tr("Search again"))
        self.again.clicked.connect(self.search)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.again)
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.start)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addLayout(self.form)
        layout.addWidget(self.state)
        layout.addLayout(buttons)


def _scanners(profile: str) -> list[_Found]:
    """What is found now, and the scanner that the desk's profile names, whether it is found or not."""
    from scanning.sources.finding import find_scanners, scanner

    named = [scanner(profile)] if profile else []
    try:
        found = find_scanners()
    except CounterError:
        if not named:
            raise
        found = []
    ids = {device.id for device in found}
    return [(device.id, device.label) for device in (*found, *(each for each in named if each.id not in ids))]
