"""Thermal printers of 80 and 58 mm that speak ESC/POS.

Addresses: escpos+tcp://host:9100, escpos+usb://04b8:0202, escpos+serial:/dev/ttyS0?baud=9600 (on Windows …:COM3),
escpos+file:/dev/usb/lp0, each with `?width=58` for the narrow ones. USB printers that hide their ends can have them
said: `?out=0x01&in=0x82`.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from printing.errors import STANDS_STILL, BadAddress, PaperBrokeOff, PrinterGone, PrinterOff, PrinterRefused
from printing.printers import reasons, thermal_connections
from printing.printers.escpos_raster import DOTS, printed
from printing.printers.order import Order, Progress
from printing.printers.thermal_connections import PrinterConnection

PORT = 9100
ANSWER_SECONDS = 0.5
"""How long an answer about the state may take; it comes within milliseconds, or never: many printers are mute."""
SLOWEST = 400  # lines a second: 50 mm

_STATE, _WHY_OFFLINE, _PAPER = 1, 2, 4  # DLE EOT n, answered at once whatever the printer does
_ALL_PRINTED = b"\x1dr\x01"  # GS r 1, answered in its turn: when all before it is on paper


@dataclass(frozen=True)
class ThermalPrinter:
    """A slip printer; `opened` opens the line to it, `width` is its paper's in mm."""

    name: str
    opened: Callable[[], PrinterConnection]
    width: int

    def send(self, order: Order) -> str:
        """Prints and cuts each page. Raises PrinterGone, PrinterOff, PaperBrokeOff.

        Returns when all is on paper with a printer that answers, when all is sent with a mute one.
        """
        data = printed(order.pdf, self.width, order.copies)
        with closing(self._line()) as line:
            answers = self._state(line)
            try:
                line.write(data)
                if answers:
                    self._finished(line, len(data) * 8 / DOTS[self.width])
                elif not line.one_way:
                    line.heard(ANSWER_SECONDS)  # one that hangs up now has lost the paper
            except OSError as fault:
                raise PaperBrokeOff(type(fault).__name__, printer=self.name) from fault
        return ""

    def progress(self, job: str) -> Progress:
        """What was sent is printed."""
        return Progress.DONE

    def cancel(self, job: str) -> None:
        """Raises PrinterRefused: what was sent is printed."""
        raise PrinterRefused("printed", printer=self.name)

    def trays(self) -> list[str]:
        """None: there is one roll."""
        return []

    def check(self) -> None:
        """Raises PrinterGone, PrinterOff where it would not print now; a mute printer counts as ready."""
        with closing(self._line()) as line:
            self._state(line)

    def _line(self) -> PrinterConnection:
        try:
            return self.opened()
        except PermissionError as fault:
            raise PrinterRefused(type(fault).__name__, printer=self.name) from fault
        except OSError as fault:
            raise PrinterGone(type(fault).__name__, printer=self.name) from fault

    def _state(self, line: PrinterConnection) -> bool:
        """Whether the printer answers. Raises PrinterOff where it says that it cannot print."""
        if line.one_way:
            return False
        try:
            state = _asked(line, _STATE)
            if state is None:
                return False
            paper = _asked(line, _PAPER) or 0
            why = (_asked(line, _WHY_OFFLINE) or 0) if state & 0x08 else 0
        except OSError as fault:
            raise PrinterGone(type(fault).__name__, printer=self.name) from fault
        if paper & 0x60 or why & 0x20:
            raise PrinterOff("paper end", printer=self.name, reason=reasons.NO_PAPER)
        if state & 0x08:
            reason = reasons.DOOR if why & 0x04 else reasons.FAULT if why & 0x40 else STANDS_STILL
            raise PrinterOff(f"offline {why:#04x}", printer=self.name, reason=reason)
        return True

    def _finished(self, line: PrinterConnection, lines: float) -> None:
        """Waits until all is on paper. Raises PaperBrokeOff where the printer stopped before."""
        line.write(_ALL_PRINTED)
        if line.heard(2 + lines / SLOWEST):
            return
        try:
            self._state(line)  # some do not know the question; they are fine if they say so
        except (PrinterOff, PrinterGone) as failure:
            raise PaperBrokeOff(failure.details, printer=self.name) from failure


def _asked(line: PrinterConnection, what: int) -> int | None:
    """The byte that answers DLE EOT `what`; None where none comes or it is none."""
    line.write(bytes((0x10, 0x04, what)))
    answer = line.heard(ANSWER_SECONDS)
    return answer[0] if answer and answer[0] & 0x93 == 0x12 else None


def at_address(name: str, address: str) -> ThermalPrinter:
    """The printer at an escpos+… address. Raises BadAddress; the printer is not asked yet."""
    try:
        parts = urlsplit(address)
        said = {key: values[-1] for key, values in parse_qs(parts.query, strict_parsing=bool(parts.query)).items()}
        width = int(said.pop("width", "80"))
        if width not in DOTS:
            raise ValueError("width")
        opened = _opening(parts.scheme, parts.netloc, parts.path, said)
        if said:
            raise ValueError(", ".join(said))
    except (ValueError, OverflowError) as fault:
        raise BadAddress(type(fault).__name__, printer=name, address=address) from fault
    return ThermalPrinter(name, opened, width)


def _opening(kind: str, place: str, path: str, said: dict[str, str]) -> Callable[[], PrinterConnection]:
    """How the line to the address is opened; takes what it understands out of `said`. Raises ValueError."""
    match kind:
        case "escpos+tcp" if host := urlsplit(f"//{place}").hostname:
            port = urlsplit(f"//{place}").port or PORT
            return lambda: thermal_connections.Network(host, port)
        case "escpos+usb":
            vendor, product = (int(part, 16) for part in place.split(":"))
            ends = [int(said.pop(key), 0) if key in said else None for key in ("out", "in")]
            return lambda: thermal_connections.Usb(vendor, product, *ends)
        case "escpos+serial" if path:
            baud = int(said.pop("baud", "9600"))
            return lambda: thermal_connections.SerialPort(path, baud)
        case "escpos+file" if path:
            return lambda: thermal_connections.DeviceFile(Path(path))
    raise ValueError("kind")
