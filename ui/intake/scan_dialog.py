"""Which scanner, and how: asked once, remembered after that."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
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
from ui.page_work import ScanOrder
from ui.tasks import Progress
from ui.workplace import Workplace

_RESOLUTIONS = (200, 300, 400, 600)  # dpi; 200 is what the archive asks for at least, 300 reads best


class ScanDialog(QDialog):
    """Chooses the scanner; does not keep the window from being used."""

    chosen = Signal(object)  # ScanOrder

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self.setWindowTitle(self.tr("Scan"))
        self.device = QComboBox()
        self.device.setMinimumWidth(320)
        self.feeder = QRadioButton(self.tr("Document feeder: all sheets"))
        self.glass = QRadioButton(self.tr("Glass: one page"))
        both = QButtonGroup(self)
        both.addButton(self.feeder)
        both.addButton(self.glass)
        self.dpi = QComboBox()
        for dpi in _RESOLUTIONS:
            self.dpi.addItem(f"{dpi} dpi", dpi)
        self.colour = QCheckBox(self.tr("In colour"))
        self.state = QLabel(self.tr("Looking for scanners…"))
        self.start = QPushButton(self.tr("Scan"))
        self.start.setObjectName("primary")
        self.start.setDefault(True)
        self.start.setEnabled(False)
        self.start.clicked.connect(self.accept)
        self.again = QPushButton(self.tr("Search again"))
        self.again.clicked.connect(self.search)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)

        form = QFormLayout()
        form.addRow(self.tr("Scanner"), self.device)
        form.addRow(self.tr("From"), self.feeder)
        form.addRow("", self.glass)
        form.addRow(self.tr("Resolution"), self.dpi)
        form.addRow("", self.colour)
        buttons = QHBoxLayout()
        buttons.addWidget(self.again)
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.start)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.state)
        layout.addLayout(buttons)
        self._recall(remembered(place.settings))
        self.accepted.connect(self._order)
        self.search()

    def search(self) -> None:
        """Asks the system which scanners there are."""
        self.again.setEnabled(False)
        self.state.setText(self.tr("Looking for scanners…"))

        def work(progress: Progress) -> list[tuple[str, str]]:
            from scanning.sources.finding import find_scanners

            return [(scanner.id, scanner.label) for scanner in find_scanners()]

        self._place.tasks.submit(work, self._show, self._failed)

    def _show(self, found: list[tuple[str, str]]) -> None:
        before = self.device.currentData() or remembered(self._place.settings).device
        self.device.clear()
        for device, label in found:
            self.device.addItem(label, device)
        self.device.setCurrentIndex(max(self.device.findData(before), 0) if found else -1)
        nothing = self.tr("No scanner was found. Is it plugged in and switched on?")
        self.state.setText("" if found else nothing)
        self.start.setEnabled(bool(found))
        self.again.setEnabled(True)

    def _failed(self, failure: CounterError) -> None:
        self.state.setText(failure.sentence(self._place.language))
        self.again.setEnabled(True)

    def _recall(self, order: ScanOrder) -> None:
        (self.feeder if order.feeder else self.glass).setChecked(True)
        self.dpi.setCurrentIndex(max(self.dpi.findData(order.dpi), 0))
        self.colour.setChecked(order.colour)

    def _order(self) -> None:
        order = ScanOrder(
            str(self.device.currentData()), self.feeder.isChecked(), self.dpi.currentData(), self.colour.isChecked()
        )
        settings = self._place.settings
        settings.setValue("scan/device", order.device)
        settings.setValue("scan/feeder", order.feeder)
        settings.setValue("scan/dpi", order.dpi)
        settings.setValue("scan/colour", order.colour)
        self.chosen.emit(order)


def remembered(settings: QSettings) -> ScanOrder:
    """How was scanned last; a device of "" was never chosen."""
    return ScanOrder(
        device=str(settings.value("scan/device", "")),
        feeder=str(settings.value("scan/feeder", "true")).lower() == "true",
        dpi=int(str(settings.value("scan/dpi", 300))),
        colour=str(settings.value("scan/colour", "true")).lower() == "true",
    )
