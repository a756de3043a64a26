"""Looking for what stands on the desk, beside the window's thread: scanners, printers, serial ports."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from counter_app.errors import CounterError
from ui.background.tasks import Progress, Task
from ui.background.workplace import Workplace
from ui.settings.fields import Kind

Found = list[tuple[str, str]]
"""Names as the profile has them, and what they are called."""


class Devices(QObject):
    """One search of a kind at a time."""

    found = Signal(object, object)  # Kind, Found

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._tasks: dict[Kind, Task] = {}

    def look_for(self, kind: Kind) -> None:
        """Tells `found` what there is now; a failure is a message."""
        if (before := self._tasks.get(kind)) is not None:
            before.cancel()
        search = {Kind.SCANNER: _scanners, Kind.PRINTER: self._printers, Kind.PORT: _ports}[kind]

        def failed(failure: CounterError) -> None:
            self._workplace.messages.fail(failure)
            self.found.emit(kind, [])

        self._tasks[kind] = self._workplace.tasks.submit(search, lambda found: self.found.emit(kind, found), failed)

    def _printers(self, progress: Progress) -> Found:
        return [(printer.name, printer.name) for printer in self._workplace.printing.printers.listed()]


def _scanners(progress: Progress) -> Found:
    from scanning.sources.finding import find_scanners

    return [(device.id, device.label) for device in find_scanners()]


def _ports(progress: Progress) -> Found:
    from PySide6.QtSerialPort import QSerialPortInfo

    return [(port.systemLocation(), port.description()) for port in QSerialPortInfo.availablePorts()]
