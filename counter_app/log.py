"""The desk's log: what went wrong and when, for the technician. It never holds anything about a person.

Errors are logged by class and `details`; the values in a clerk's sentence (names of files and the like) are not. What
is noted besides for a fault in the field (`--debug`, or `[log]` in the profile) goes through `note`, which takes
numbers, classes, enumerations and marks, and no text: what a citizen is called cannot get in by mistake.
"""

from __future__ import annotations

import functools
import hashlib
import logging
import logging.handlers
import secrets
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from types import TracebackType

PACKAGES = ("counter_app", "scanning", "printing", "ui")
"""Only ours say more: libraries log addresses, headers and names of files."""
_KEPT = 3
_LARGEST = 1_000_000  # bytes a file
_MARK_KEY = secrets.token_bytes(16)  # of this run of the program: codes are few enough to be guessed from plain hashes


@dataclass(frozen=True)
class Mark:
    """Stands for a dossier in the log: always the same until the program ends, and nobody can go back from it."""

    code: str = field(repr=False)

    @property
    def text(self) -> str:
        """The mark of the dossier's code."""
        return hashlib.blake2b(self.code.encode(), key=_MARK_KEY, digest_size=4).hexdigest()


Fact = int | float | Enum | Mark | Callable[..., object] | None
"""What may be noted; a class or function by its name."""


class PlainLines(logging.Formatter):
    """One line a record, its facts behind it; of an exception the class and the places, never its words."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's name
        """The line with the facts of `note`."""
        facts = "".join(f" {name}={value}" for name, value in getattr(record, "said", {}).items())
        return super().formatMessage(record) + facts

    def formatException(  # noqa: N802 - logging's name
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        """Class and places."""
        return _places(ei[0], ei[2])


def keep_log(folder: Path) -> None:
    """Sends warnings and errors of the whole process to counter.log in `folder`."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    handler = logging.handlers.RotatingFileHandler(
        folder / "counter.log", maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8", delay=True
    )
    handler.setFormatter(PlainLines())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)


def log_on_screen() -> None:
    """Sends everything of ours to standard error, for a command that has no folder of its own."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(PlainLines())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    set_level("debug")


def set_level(level: str) -> None:
    """How much our own rooms say: "warning", "info" or "debug"."""
    for package in PACKAGES:
        logging.getLogger(package).setLevel(level.upper())


def log_uncaught(tell: Callable[[str], None] = lambda _: None) -> None:
    """What nobody caught, in the window's thread or another, is in the log too, by class and places; `tell` hears of
    it as well."""
    log, before, before_in_thread = logging.getLogger(__name__), sys.excepthook, threading.excepthook

    def uncaught(kind: type[BaseException], error: BaseException, places: TracebackType | None) -> None:
        said = _places(kind, places)
        log.error("uncaught %s", said)
        tell(said)
        before(kind, error, places)

    def uncaught_in_thread(happened: threading.ExceptHookArgs) -> None:
        said = _places(happened.exc_type, happened.exc_traceback)
        log.error("uncaught in a thread: %s", said)
        tell(said)
        before_in_thread(happened)

    sys.excepthook, threading.excepthook = uncaught, uncaught_in_thread


def note(log: logging.Logger, event: str, **facts: Fact) -> None:
    """Writes what happened at level debug; `event` is a phrase of the program's own."""
    if log.isEnabledFor(logging.DEBUG):
        log.debug(event, extra={"said": {name: _said(fact) for name, fact in facts.items()}})


def timed(log: logging.Logger, event: str, **facts: Fact) -> AbstractContextManager[None]:
    """Notes how long the work inside took (milliseconds), and the class of the error that ended it, if one did."""
    return _timed(log, event, **facts) if log.isEnabledFor(logging.DEBUG) else nullcontext()


@contextmanager
def _timed(log: logging.Logger, event: str, **facts: Fact) -> Iterator[None]:
    began = time.perf_counter()
    failure: type[BaseException] | None = None
    try:
        yield
    except BaseException as error:
        failure = type(error)
        raise
    finally:
        ended = {"failure": failure} if failure else {}
        note(log, event, **facts, ms=round((time.perf_counter() - began) * 1000, 1), **ended)


def _said(fact: Fact) -> int | float | str | None:
    if isinstance(fact, Mark):
        return fact.text
    if isinstance(fact, Enum):
        return fact.name
    if isinstance(fact, functools.partial):
        return _said(fact.func)
    if callable(fact):
        return str(getattr(fact, "__qualname__", type(fact).__qualname__))
    return fact


def _places(kind: type[BaseException] | None, places: TracebackType | None) -> str:
    name = kind.__name__ if kind else ""
    frames = traceback.extract_tb(places)
    return "\n".join([name, *(f"  {Path(at.filename).name}:{at.lineno} {at.name}" for at in frames)])
