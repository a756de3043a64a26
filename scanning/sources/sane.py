"""Scanners that SANE knows, through its own program `scanimage`: flatbed, document feeder, both sides.

Each page is handed on as soon as it is scanned, while the next one is still on its way. scanimage writes its pages as
files; they lie in a private folder in memory and are removed as soon as they are read.
"""

from __future__ import annotations

import os
import re
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO

from counter_app.bounded_files import read_file
from counter_app.errors import CounterError
from scanning.errors import (
    CoverOpen,
    FeederEmpty,
    PaperJam,
    ScannerBusy,
    ScannerDenied,
    ScannerFailed,
    ScannerGone,
    ScannerSilent,
    ScanProgramMissing,
)
from scanning.pages import RawPage
from scanning.private_directory import private_directory
from scanning.sources.sane_options import read_options
from scanning.sources.scanner import LARGEST_PAGE, MOST_FED, InputSource, Scanner, ScannerOptions, ScanWish

LONGEST_PAGE = 180.0
"""Seconds without a page after which a scanner is taken to be stuck (600 dpi colour on slow USB takes about 60)."""
LAST_WORDS = 3.0
"""Seconds that scanimage may still take after it has told of an error."""
QUESTION_SECONDS = 60.0
"""How long a scanner may take to tell its options."""

_FAILURES: tuple[tuple[str, type[CounterError]], ...] = (
    ("feeder jammed", PaperJam),
    ("out of documents", FeederEmpty),
    ("cover is open", CoverOpen),
    ("device busy", ScannerBusy),
    ("access to resource has been denied", ScannerDenied),
    ("open of device", ScannerGone),
    ("no sane devices", ScannerGone),
    ("error during device i/o", ScannerGone),
    ("scanimage: sane_", ScannerFailed),
    ("scanimage: received signal", ScannerFailed),
)
"""What scanimage says (sane_strstatus, in English under LC_ALL=C), the more telling first."""


@dataclass(frozen=True)
class SaneScanner:
    """A device as SANE names it."""

    device: str
    """SANE's name: "epson2:libusb:001:004"."""
    label: str = ""
    host: str = ""
    settings: Mapping[str, str] = field(default_factory=dict)
    """Further options of the device by scanimage's own names ({"brightness": "10"})."""

    @property
    def id(self) -> str:
        """What a desk remembers it by."""
        return f"sane:{self.device}"

    def options(self) -> ScannerOptions:
        """What the device can do; raises ScannerGone where it is not there."""
        return read_options(_ask(["-d", self.device, "-A"])).offered()

    def paper_loaded(self) -> bool | None:
        """What its sensor says; None where it has none that can be read."""
        sensor = re.search(r"^\s+--page-loaded\S* .*?\[(yes|no)\]", _ask(["-d", self.device, "-A"]), re.MULTILINE)
        return sensor.group(1) == "yes" if sensor else None

    def scan(self, wish: ScanWish, cancelled: Callable[[], bool] = lambda: False) -> Iterator[RawPage]:
        """See `Scanner.scan`."""
        known = read_options(_ask(["-d", self.device, "-A"]))
        known.offered().check(wish.place)
        with private_directory() as folder:
            command = ["scanimage", "-d", self.device, "--format=pnm", f"--batch={folder}/page%d.pnm", "--batch-print"]
            if wish.place is InputSource.GLASS:
                command.append("--batch-count=1")
            for name, value in {**known.chosen(wish), **self.settings}.items():
                command.append(f"--{name}={value}" if len(name) > 1 else f"-{name}{value}")
            dpi = known.offered().resolution(wish.dpi) or wish.dpi
            yield from _stream(command, self.label or self.device, dpi, cancelled)


def find(seconds: float) -> list[Scanner]:
    """The scanners that SANE finds now; raises ScannerGone where it takes longer than `seconds`."""
    answer = _ask(["--formatted-device-list", "%d\t%v %m\t%t%n"], seconds)
    found: list[Scanner] = []
    for line in answer.splitlines():
        if line.count("\t") == 2:
            device, label, kind = line.split("\t")
            address = re.search(r"ip=(\S+)|https?://(\[[^\]]+\]|[^:/]+)", f"{kind} {device}")
            host = (address.group(1) or address.group(2)).strip("[]") if address else ""
            found.append(SaneScanner(device, label.strip(), host))
    return found


def open_scanner(address: str) -> Scanner:
    """The device of that name, whether it is there or not."""
    return SaneScanner(address, address)


def _stream(command: Sequence[str], device: str, dpi: int, cancelled: Callable[[], bool]) -> Iterator[RawPage]:
    process = _start(command)
    lines: SimpleQueue[str | None] = SimpleQueue()
    errors: list[str] = []
    readers = [
        threading.Thread(target=_read_lines, args=(process.stdout, lines.put), daemon=True),
        threading.Thread(
            target=_read_lines, args=(process.stderr, lambda line: errors.append(line or "")), daemon=True
        ),
    ]
    for reader in readers:
        reader.start()
    try:
        index = 0
        while (file := _next_line(lines, errors, cancelled)) is not None:
            if index == MOST_FED:
                raise ScannerFailed("pages without end")
            yield RawPage(_taken(Path(file)), "image/x-portable-anymap", dpi, device, index)
            index += 1
        if cancelled():
            return
        code = process.wait()
        readers[1].join()
        failure = _failure(errors, code)
        if failure is not None and not (isinstance(failure, FeederEmpty) and index):
            raise failure
    finally:
        _stop(process)


def _next_line(lines: SimpleQueue[str | None], errors: Sequence[str], cancelled: Callable[[], bool]) -> str | None:
    """The next scanned page's file; None at the end or when cancelled.

    Some backends hang after an error instead of ending: once scanimage has told of one, it gets only seconds more.
    """
    waited_since = time.monotonic()
    while not cancelled():
        try:
            return lines.get(timeout=0.1)
        except Empty:
            waited = time.monotonic() - waited_since
            failure = _failure(errors, 0)
            if failure is not None and waited > LAST_WORDS:
                raise failure from None
            if waited > LONGEST_PAGE:
                raise ScannerSilent from None
    return None


def _taken(file: Path) -> bytes:
    try:
        return read_file(file, LARGEST_PAGE)
    except OSError as error:
        raise ScannerFailed(type(error).__name__) from error
    finally:
        file.unlink(missing_ok=True)


def _read_lines(stream: IO[str], put: Callable[[str | None], object]) -> None:
    for line in stream:
        put(line.rstrip("\n"))
    put(None)


def _failure(said: Sequence[str], code: int) -> CounterError | None:
    """What scanimage's words mean; None where all went well."""
    told = "\n".join(line for line in said if line.startswith("scanimage:"))
    for words, kind in _FAILURES:
        if words in told.lower():
            return kind(told)
    return ScannerFailed(told) if code else None


def _start(command: Sequence[str]) -> subprocess.Popen[str]:
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            env={**os.environ, "LC_ALL": "C"},
        )
    except FileNotFoundError as error:
        raise ScanProgramMissing from error


def _stop(process: subprocess.Popen[str]) -> None:
    """End scanimage: politely first, so that it lets the carriage return, then at once."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(3)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    for stream in (process.stdout, process.stderr):
        if stream is not None:
            stream.close()


def _ask(arguments: Sequence[str], seconds: float = QUESTION_SECONDS) -> str:
    """What scanimage answers at once."""
    process = _start(["scanimage", *arguments])
    try:
        answer, said = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise ScannerGone("timeout") from error
    finally:
        _stop(process)
    failure = _failure(said.splitlines(), process.returncode)
    if process.returncode and failure is not None:
        raise failure
    return answer
