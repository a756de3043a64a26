"""Scanners that SANE knows, through its own program `scanimage`: flatbed and document feeder.

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
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO

from counter_app.errors import CounterError
from scanning.errors import (
    CoverOpen,
    FeederEmpty,
    NoFeeder,
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

LONGEST_PAGE = 180.0
"""Seconds without a page after which a scanner is taken to be stuck (600 dpi colour on slow USB takes about 60)."""
LAST_WORDS = 3.0
"""Seconds that scanimage may still take after it has told of an error."""
QUESTION_SECONDS = 60.0
"""How long a scanner may take to list itself or its options (network backends search for a while)."""

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
class Scanner:
    """A device as SANE lists it."""

    device: str
    """SANE's name, to be given to `scan`."""
    label: str
    """Maker and model for the clerk."""


@dataclass(frozen=True)
class ScannerOptions:
    """What a device lets itself be asked; empty or None where it has no such option."""

    sources: tuple[str, ...]
    modes: tuple[str, ...]
    resolutions: tuple[int, ...]
    """Every resolution it knows, or the ends of its range."""
    any_resolution: bool
    """`resolutions` is a range."""

    def source(self, feeder: bool) -> str | None:
        """Its own name for the feeder or the glass."""
        wanted = re.compile(r"adf|feeder" if feeder else r"flatbed|glass|platen|table", re.IGNORECASE)
        fitting = [name for name in self.sources if wanted.search(name)]
        one_sided = [name for name in fitting if not re.search(r"duplex|back", name, re.IGNORECASE)]
        return next(iter(one_sided or fitting), None)

    def mode(self, colour: bool) -> str | None:
        """Its own name for colour or grey."""
        wanted = re.compile(r"colou?r" if colour else r"gr[ae]y", re.IGNORECASE)
        return next((name for name in self.modes if wanted.search(name)), None)

    def resolution(self, dpi: int) -> int | None:
        """The resolution nearest to `dpi` that it knows, rather finer than coarser."""
        if not self.resolutions:
            return None
        if self.any_resolution:
            return min(max(dpi, min(self.resolutions)), max(self.resolutions))
        return min(self.resolutions, key=lambda known: (known < dpi, abs(known - dpi)))


def devices() -> list[Scanner]:
    """The scanners that SANE finds now."""
    answer = _ask(["--formatted-device-list", "%d\t%v %m%n"])
    listed = (line.split("\t", 1) for line in answer.splitlines() if "\t" in line)
    return [Scanner(device, label.strip()) for device, label in listed]


def options(device: str) -> ScannerOptions:
    """What the device can do; raises ScannerGone where it is not there."""
    answer = _ask(["-d", device, "-A"])
    resolution = re.search(r"^\s+--resolution (\S+)", answer, re.MULTILINE)
    values = resolution.group(1) if resolution else ""
    return ScannerOptions(
        sources=_choices(answer, "source"),
        modes=_choices(answer, "mode"),
        resolutions=tuple(int(float(value)) for value in re.findall(r"\d+(?:\.\d+)?", values)),
        any_resolution=".." in values,
    )


def scan(
    device: str,
    *,
    feeder: bool,
    dpi: int = 300,
    colour: bool = True,
    cancelled: Callable[[], bool] = lambda: False,
    settings: Mapping[str, str] | None = None,
) -> Iterator[RawPage]:
    """The pages as they come: one from the glass, or all from the feeder until it is empty.

    `settings`: further options of the device by scanimage's own names ({"brightness": "10"}). When `cancelled` turns
    true the scanner is stopped and the pages end. Raises a child of CounterError when the scanner fails; the pages
    that came before are good.
    """
    known = options(device)
    source, mode, resolution = known.source(feeder), known.mode(colour), known.resolution(dpi)
    if feeder and source is None and known.sources:
        raise NoFeeder(device)
    chosen = {"source": source, "mode": mode, "resolution": resolution and str(resolution), **(settings or {})}
    with private_directory() as folder:
        command = ["scanimage", "-d", device, "--format=pnm", f"--batch={folder}/page%d.pnm", "--batch-print"]
        if not feeder:
            command.append("--batch-count=1")
        command += [
            f"--{name}={value}" if len(name) > 1 else f"-{name}{value}" for name, value in chosen.items() if value
        ]
        yield from _stream(command, device, resolution or dpi, cancelled)


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
    data = file.read_bytes()
    file.unlink()
    return data


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


def _ask(arguments: Sequence[str]) -> str:
    """What scanimage answers at once."""
    process = _start(["scanimage", *arguments])
    try:
        answer, said = process.communicate(timeout=QUESTION_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise ScannerGone("timeout") from error
    finally:
        _stop(process)
    failure = _failure(said.splitlines(), process.returncode)
    if process.returncode and failure is not None:
        raise failure
    return answer


def _choices(answer: str, option: str) -> tuple[str, ...]:
    """The values of an option in the answer of `scanimage -A`: `--mode Gray|Color [Gray]`."""
    line = re.search(rf"^\s+--{option} (.+?)(?: \[[^\]]*\])?$", answer, re.MULTILINE)
    return tuple(line.group(1).split("|")) if line else ()
