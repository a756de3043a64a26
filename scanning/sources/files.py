"""Pages from files: pictures, TIFFs of many pages, PDFs, and folders of these, opened in a process of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any

from counter_app.apart.worker_process import MEMORY, WorkerDied, WorkerProcess
from counter_app.errors import CounterError
from scanning.errors import FileNotOpened
from scanning.pages import RawPage
from scanning.sources.folders import files_in, is_folder, shown

OPENING_SECONDS = 120.0
"""For each page of a file to come out of it."""
_OPENED = "scanning.sources.opening:opened"
_OPENED_WHEN_WHOLE = "scanning.sources.opening:opened_when_whole"


class Opener:
    """Opens files in a process of bounded memory and time; one that a file brings down is replaced.

    The process runs from the first file until `close`.
    """

    def __init__(self, memory: int = MEMORY, seconds: float = OPENING_SECONDS) -> None:
        """`memory`: bytes; `seconds`: for a page."""
        self._memory, self._seconds = memory, seconds
        self._worker: WorkerProcess | None = None

    def __enter__(self) -> Opener:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    def pages_of(self, paths: Iterable[Path]) -> Iterator[RawPage | CounterError]:
        """Every page in order; in place of what cannot be opened, one error, and the rest goes on."""
        for path in paths:
            if is_folder(path):
                yield from self._pages_of_folder(path)
            else:
                yield from self._pages_of_file(path, shown(path.name or str(path)))

    def pages_when_whole(self, path: Path, size: int) -> Iterator[RawPage | CounterError] | None:
        """The pages of a file of so many bytes; None where it does not end as it should."""
        try:
            answers = self._asked(_OPENED_WHEN_WHOLE, str(path), shown(path.name), size)
            return _received(answers, shown(path.name)) if next(answers) else None
        except WorkerDied as died:
            return iter([FileNotOpened(type(died).__name__, file=shown(path.name))])

    def begin(self) -> None:
        """Starts the process ahead of the first file."""
        if self._worker is None or not self._worker.alive:
            self.close()
            self._worker = WorkerProcess(self._memory)

    def close(self) -> None:
        """Ends the process; another file starts another."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None

    def _pages_of_folder(self, folder: Path) -> Iterator[RawPage | CounterError]:
        for found in files_in(folder):
            if isinstance(found, CounterError):
                yield found
            else:
                yield from self._pages_of_file(found, shown(found.relative_to(folder).as_posix()))

    def _pages_of_file(self, path: Path, name: str) -> Iterator[RawPage | CounterError]:
        yield from _received(self._asked(_OPENED, str(path), name), name)

    def _asked(self, function: str, *given: Any) -> Iterator[Any]:
        self.begin()
        assert self._worker is not None
        return self._worker.results(function, *given, seconds=self._seconds)


def pages_of(paths: Iterable[Path]) -> Iterator[RawPage | CounterError]:
    """Every page in order; in place of what cannot be opened, one error, and the rest goes on."""
    with Opener() as opener:
        yield from opener.pages_of(paths)


def _received(answers: Iterator[Any], name: str) -> Iterator[RawPage | CounterError]:
    """The pages with the bytes of their file; an error in place of what brought the process down."""
    data = b""
    try:
        for answer in answers:
            if isinstance(answer, RawPage):
                data = answer.data
                yield answer
            else:
                yield answer if isinstance(answer, CounterError) else replace(answer.page, data=data)
    except WorkerDied as died:
        yield FileNotOpened(type(died).__name__, file=name)
