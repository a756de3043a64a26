"""A folder into which the vendor's scanning program writes its files: each is taken as soon as it is complete.

Only files that come while the folder is watched are taken: what lay there before may be another citizen's. A file that
was taken is moved into the subfolder "đã nhận" under a name that nothing else has, so that the vendor's program may use
its name again; nothing is deleted or overwritten. In a folder where nothing may be moved, what was taken is remembered.
"""

from __future__ import annotations

import os
import secrets
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from counter_app.errors import CounterError
from scanning.errors import FileNotReadable, FilesLeftAlone, FileUnfinished
from scanning.pages import RawPage
from scanning.sources.files import Opener
from scanning.sources.folders import natural_order

TAKEN = "đã nhận"
SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".tif", ".tiff", ".pdf", ".pnm", ".pgm", ".ppm", ".pbm", ".bmp"}
    | {".webp", ".gif", ".jp2", ".heic", ".heif", ".avif"}
)
"""What scanning programs write; other files in the folder are none of theirs."""
POLL = 0.5
"""Seconds between two looks; plain looking works on network shares too, where notifications do not."""
STILL = 1.0
"""Seconds without a change after which a file is tried."""
PATIENCE = 30.0
"""Seconds without a change after which a file that is still not whole is told to the clerk."""

_Facts = tuple[int, int]
"""Size and time of the last change."""


@dataclass
class _Arrival:
    """A file that came and was not taken yet."""

    facts: _Facts
    changed: float


@dataclass
class WatchedFolder:
    """The folder and what is known about its files; gives pages until `cancelled`."""

    folder: Path
    cancelled: Callable[[], bool]
    patience: float = PATIENCE
    poll: float = POLL
    still: float = STILL
    _done: dict[str, _Facts] = field(default_factory=dict)
    _waiting: dict[str, _Arrival] = field(default_factory=dict)
    _told: bool = False
    _opener: Opener = field(default_factory=Opener)

    def __iter__(self) -> Iterator[RawPage | CounterError]:
        """The pages of each file in the order of arrival; raises FileNotReadable if the folder cannot be watched."""
        try:
            self._done = self._listed()
        except OSError as error:
            raise FileNotReadable(type(error).__name__, file=self.folder.name) from error
        if self._done:
            yield FilesLeftAlone(count=len(self._done), file=self.folder.name)
        with self._opener:
            while not self.cancelled():
                yield from self._look()
                time.sleep(self.poll)

    def _look(self) -> Iterator[RawPage | CounterError]:
        """One look at the folder; a share that is gone for a while is told once and waited for."""
        try:
            self._note(self._listed())
        except OSError as error:
            if not self._told:
                self._told = True
                yield FileNotReadable(type(error).__name__, file=self.folder.name)
            return
        self._told = False
        for name, arrival in list(self._waiting.items()):
            unchanged = time.monotonic() - arrival.changed
            if unchanged < self.still or self.cancelled():
                return  # what came after it waits for its turn
            pages = self._opener.pages_when_whole(self.folder / name, arrival.facts[0])
            if pages is None and unchanged < self.patience:
                return
            del self._waiting[name]
            if pages is None:
                self._done[name] = arrival.facts
                yield FileUnfinished(file=name)
            else:
                yield from pages
                self._put_away(name, arrival.facts)
        self._opener.close()  # nothing is waited for that it could open

    def _listed(self) -> dict[str, _Facts]:
        """The files a scanner may have written, the oldest first."""
        found: dict[str, _Facts] = {}
        for name in os.listdir(self.folder):  # noqa: PTH208 - names are all that is wanted
            if Path(name).suffix.lower() in SUFFIXES and not name.startswith((".", "~")):
                with suppress(FileNotFoundError):  # it vanished while it was looked at
                    status = (self.folder / name).stat()  # not the listing's: on Windows that is old while a file grows
                    if stat.S_ISREG(status.st_mode):
                        found[name] = _facts(status)
        return dict(sorted(found.items(), key=lambda item: (item[1][1], natural_order(Path(item[0])))))

    def _note(self, listed: dict[str, _Facts]) -> None:
        """Takes notice of what came, what grew and what vanished."""
        self._done = {name: facts for name, facts in self._done.items() if listed.get(name) == facts}
        self._waiting = {name: arrival for name, arrival in self._waiting.items() if name in listed}
        for name, facts in listed.items():
            if name not in self._done and (name not in self._waiting or self._waiting[name].facts != facts):
                self._opener.begin()  # it is ready by the time the file is still
                self._waiting[name] = _Arrival(facts, time.monotonic())

    def _put_away(self, name: str, facts: _Facts) -> None:
        file, taken = self.folder / name, self.folder / TAKEN
        try:
            if _facts(file.stat()) != facts:
                return  # written anew in the meantime: it comes again
            taken.mkdir(exist_ok=True)
            file.rename(taken / f"{file.stem} {secrets.token_hex(8)}{file.suffix}")
        except OSError:  # it may not be moved, or it is gone: then it is known by its size and time
            self._done[name] = facts


def _facts(status: os.stat_result) -> _Facts:
    return status.st_size, status.st_mtime_ns
