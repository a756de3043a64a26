"""The cables to a thermal printer: each takes bytes, and brings back the printer's answers where it can.

All raise OSError where the printer is gone and TimeoutError where it takes nothing more. python-escpos' own would wait
for ever there, and make a file of that name where a device is missing.
"""

from __future__ import annotations

import os
import select
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

CONNECT_SECONDS = 3.0
STALLED_SECONDS = 20.0
"""How long a printer may take no byte: it prints slowly, and waits for paper."""
PIECE = 4096


class PrinterConnection(Protocol):
    """An open way to a printer; nothing ever comes back where it is `one_way`."""

    one_way: bool

    def write(self, data: bytes) -> None: ...

    def heard(self, seconds: float) -> bytes:
        """What the printer said; b"" where it said nothing for so long."""
        ...

    def close(self) -> None: ...


class Network:
    """TCP, mostly on port 9100."""

    one_way = False

    def __init__(self, host: str, port: int) -> None:
        self._socket = socket.create_connection((host, port), CONNECT_SECONDS)

    def write(self, data: bytes) -> None:
        """Sends all of it."""
        self._socket.settimeout(STALLED_SECONDS)
        for piece in _pieces(data):
            self._socket.sendall(piece)

    def heard(self, seconds: float) -> bytes:
        """What came; a printer that hangs up is an error: it has no reason to before us."""
        self._socket.settimeout(seconds)
        try:
            answer = self._socket.recv(64)
        except TimeoutError:
            return b""
        if not answer:
            raise ConnectionResetError("hung up")
        return answer

    def close(self) -> None:
        """Hangs up."""
        self._socket.close()


class DeviceFile:
    """A device that is written to like a file (/dev/usb/lp0); it brings nothing back."""

    one_way = True

    def __init__(self, path: Path) -> None:
        self._file = os.open(
            path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )

    def write(self, data: bytes) -> None:
        """Writes all of it, as fast as the device takes it."""
        for piece in _pieces(data):
            while piece:
                if os.name != "nt" and not select.select([], [self._file], [], STALLED_SECONDS)[1]:
                    raise TimeoutError
                try:
                    piece = piece[os.write(self._file, piece) :]
                except BlockingIOError:
                    continue

    def heard(self, seconds: float) -> bytes:
        """Nothing."""
        return b""

    def close(self) -> None:
        """Closes the device."""
        os.close(self._file)


class SerialPort:
    """A serial port: /dev/ttyS0, COM3."""

    one_way = False

    def __init__(self, port: str, baud: int) -> None:
        import serial

        self._port = serial.Serial(port, baud, write_timeout=STALLED_SECONDS, dsrdtr=True)

    def write(self, data: bytes) -> None:
        """Sends all of it; waits until it has left."""
        import serial

        try:
            for piece in _pieces(data):
                self._port.write(piece)
        except serial.SerialTimeoutException as fault:
            raise TimeoutError from fault

    def heard(self, seconds: float) -> bytes:
        """What came."""
        self._port.timeout = seconds
        return bytes(self._port.read(1))

    def close(self) -> None:
        """Closes the port."""
        self._port.close()


class Usb:
    """A printer on the USB bus, by its maker's and product's numbers; its ends are looked up if not said."""

    one_way = False

    def __init__(self, vendor: int, product: int, out_end: int | None = None, in_end: int | None = None) -> None:
        import usb.core
        from escpos.exceptions import DeviceNotFoundError
        from escpos.printer import Usb as UsbPrinter

        try:
            self._printer: Any = UsbPrinter(vendor, product)
            self._printer.open()
        except (DeviceNotFoundError, usb.core.NoBackendError) as fault:
            raise FileNotFoundError(type(fault).__name__) from fault
        found_out, found_in = _ends(self._printer.device)
        self._out = out_end or found_out or self._printer.out_ep
        self._in = in_end or found_in

    def write(self, data: bytes) -> None:
        """Sends all of it."""
        for piece in _pieces(data):
            self._printer.device.write(self._out, piece, round(STALLED_SECONDS * 1000))

    def heard(self, seconds: float) -> bytes:
        """What came."""
        import usb.core

        if self._in is None:
            return b""
        try:
            return bytes(self._printer.device.read(self._in, 64, round(seconds * 1000)))
        except usb.core.USBTimeoutError:
            return b""

    def close(self) -> None:
        """Lets the device go."""
        self._printer.close()


def _ends(device: Any) -> tuple[int | None, int | None]:
    """The addresses of the ends that take and bring bytes, of the interface that is a printer (class 7)."""
    interfaces = [interface for interface in device.get_active_configuration() if interface.bInterfaceClass == 7]
    bulk = [end.bEndpointAddress for interface in interfaces[:1] for end in interface if end.bmAttributes & 3 == 2]
    return (
        next((address for address in bulk if not address & 0x80), None),
        next((address for address in bulk if address & 0x80), None),
    )


def _pieces(data: bytes) -> Iterator[bytes]:
    return (data[place : place + PIECE] for place in range(0, len(data), PIECE))
