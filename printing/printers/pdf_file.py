"""A folder in the place of a printer: each paper becomes a PDF file in it."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from counter_app.durable import NO_ROOM, opened_privately
from printing.errors import BadAddress, FolderFull, PrinterRefused
from printing.printers.order import Order, Progress

_LONGEST = 80  # letters of a name; each has up to three bytes, of which file systems take 255


@dataclass(frozen=True)
class FolderPrinter:
    """A folder that takes papers as files, named by their titles; copies are made by whoever prints the file."""

    name: str
    folder: Path

    def send(self, order: Order) -> str:
        """Writes the paper. Raises PrinterRefused."""
        try:
            send(self.folder, order.pdf, order.title)
        except PrinterRefused as failure:
            raise type(failure)(failure.details, printer=self.name) from failure
        return ""

    def progress(self, job: str) -> Progress:
        """What was written is there."""
        return Progress.DONE

    def cancel(self, job: str) -> None:
        """Raises PrinterRefused: nobody prints from here by themselves."""
        raise PrinterRefused("written", printer=self.name)

    def trays(self) -> list[str]:
        """None."""
        return []

    def check(self) -> None:
        """Raises PrinterRefused where the folder cannot be written to."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise PrinterRefused(type(fault).__name__, printer=self.name) from fault
        if not os.access(self.folder, os.W_OK):
            raise PrinterRefused("not writable", printer=self.name)


def at_address(name: str, address: str) -> FolderPrinter:
    """The folder of `folder:/path` (`folder:C:\\path`, `folder:~/path`). Raises BadAddress."""
    path = address.partition(":")[2]
    if not path:
        raise BadAddress(printer=name, address=address)
    return FolderPrinter(name, Path(path).expanduser())


def send(folder: Path, pdf: bytes, title: str) -> Path:
    """Writes the paper and returns its file; an older one of the same title is kept. Raises PrinterRefused."""
    name = re.sub(r"[^\w.-]+", "-", title)[:_LONGEST].strip("-.") or "paper"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in _names(folder, name):
            with contextlib.suppress(FileExistsError):
                _write(path, pdf)
                return path
    except OSError as fault:
        kind = FolderFull if fault.errno in NO_ROOM else PrinterRefused
        raise kind(type(fault).__name__, printer=folder.name) from fault
    raise AssertionError("names never end")


def _write(path: Path, pdf: bytes) -> None:
    """All of it or nothing: half a paper is not taken for one. Raises FileExistsError, OSError."""
    try:
        with open(path, "xb", opener=opened_privately) as file:
            file.write(pdf)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:  # another paper
        raise
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _names(folder: Path, name: str) -> Iterator[Path]:
    yield folder / f"{name}.pdf"
    number = 2
    while True:
        yield folder / f"{name}-{number}.pdf"
        number += 1
