"""What broke, for the technician: which program on which machine, where in it, and the end of the log.

Like the log it holds nothing about a person: classes, places in the program, and what `counter_app.log` lets through.
"""

from __future__ import annotations

import faulthandler
import os
import platform
import re
import shutil
import sys
import zipfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from counter_app import __version__
from counter_app.durable import written_aside

LOG = "counter.log"
_CRASHES = "crash.log"  # where the interpreter itself writes when it is killed by a fault
_LINES = 60  # of the log's end
_FOLDERS = re.compile(r'"[^"\n]*[/\\]([^/\\"\n]+)"')
_PARTS = 5  # of the log that are sent


def watch_crashes(folder: Path) -> str:
    """From now on a fault that ends the whole process leaves its places in `folder`; what one left before, "" for none.

    What was left is told once.
    """
    file = folder / _CRASHES
    left = ""
    with suppress(OSError, UnicodeDecodeError):  # no file: nothing was left
        left = _FOLDERS.sub(r'"\1"', file.read_text(encoding="utf-8")).strip()
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    faulthandler.enable(handle)  # it keeps the number, so the file stays open as long as the program runs
    return left


def report(places: str, folder: Path, now: datetime) -> str:
    """The report of a crash at these places, as text."""
    parts = (
        f"Counter {__version__} · {now:%d/%m/%Y %H:%M:%S}",
        f"Python {platform.python_version()} · {platform.platform()} · {sys.platform}",
        _free(folder),
        "",
        places.strip(),
        "",
        *_end_of_log(folder),
    )
    return "\n".join(parts) + "\n"


def pack(folder: Path, places: str, file: Path, now: datetime) -> None:
    """Writes the report and the logs as one archive that can be sent. Raises OSError."""
    with written_aside(file) as aside, zipfile.ZipFile(aside, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("report.txt", report(places, folder, now))
        for log in sorted(folder.glob(f"{LOG}*"))[:_PARTS]:
            archive.write(log, log.name)


def _free(folder: Path) -> str:
    try:
        there = next(place for place in (folder.absolute(), *folder.absolute().parents) if place.exists())
        return f"{shutil.disk_usage(there).free // 10**6} MB free"
    except OSError as fault:  # the disk may be what broke
        return f"{type(fault).__name__} where free space was looked for"


def _end_of_log(folder: Path) -> list[str]:
    try:
        return (folder / LOG).read_text(encoding="utf-8", errors="replace").splitlines()[-_LINES:]
    except OSError:
        return []
