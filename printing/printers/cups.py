"""The queues of this computer's CUPS, as printers that speak IPP."""

from __future__ import annotations

import getpass
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from printing.errors import NoSuchPrinter
from printing.printers.ipp import IppPrinter
from printing.printers.ipp_connection import PORT, IppConnection, Operation
from printing.printers.ipp_messages import Attribute, Group, Tag

SOCKETS = (Path("/run/cups/cups.sock"), Path("/var/run/cups/cups.sock"))
WANTED = Attribute("requested-attributes", Tag.KEYWORD, ("printer-name",))


def queues() -> list[IppPrinter]:
    """The queues, the default one first, the others by name.

    Raises PrinterGone where no CUPS answers, PrinterRefused where it lets us see nothing.
    """
    line, user = _line(), _user()
    asked = (WANTED, Attribute("requesting-user-name", Tag.NAME, (user,)))
    names = sorted(_names(line, Operation.CUPS_GET_PRINTERS, asked))
    default = next(iter(_names(line, Operation.CUPS_GET_DEFAULT, asked)), "")
    names.sort(key=lambda name: name != default)
    return [IppPrinter(name, f"ipp://localhost/printers/{name}", line, user) for name in names]


def _names(line: IppConnection, operation: Operation, asked: tuple[Attribute, ...]) -> Iterator[str]:
    """The names in the answer; none where CUPS has no queue, or no default one."""
    try:
        answer = line.asked("CUPS", "/", operation, asked)
    except NoSuchPrinter:
        return
    for kind, attributes in answer.groups:
        if kind == Group.PRINTER:
            yield from (str(name) for name in attributes.get("printer-name", ()))


def _line() -> IppConnection:
    """Where CUPS is reached: what CUPS_SERVER names, as for CUPS' own programs; its socket; its port."""
    named = os.environ.get("CUPS_SERVER", "")
    if named.startswith("/"):
        return IppConnection("http://localhost", named)
    if named:
        return IppConnection(f"http://{named}" if ":" in named else f"http://{named}:{PORT}")
    socket = next((path for path in SOCKETS if _is_socket(path)), None)
    return IppConnection("http://localhost", str(socket)) if socket else IppConnection(f"http://localhost:{PORT}")


def _is_socket(path: Path) -> bool:
    try:
        return stat.S_ISSOCK(path.stat().st_mode)
    except OSError:
        return False


def _user() -> str:
    """Whose job it is: CUPS lets only them withdraw it, and may keep a queue for some."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "counter"
