"""A worker of the pipeline, and the files that it works on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from counter_app.apart.worker_process import WorkerProcess
from counter_app.dossier.read_papers import ReadPaper
from scanning.pages import RawPage, ReadPage
from scanning.private_directory import sweep


class PageWorker(WorkerProcess):
    """A process that reads pages."""

    def __init__(self, memory: int) -> None:
        """`memory`: bytes beyond which the process ends itself."""
        super().__init__(memory, "scanning.private_directory:remove_own_directories")

    def read(self, page: RawPage, language: str, own: Path | None, timeout: float) -> tuple[ReadPage, ...]:
        """The page, or the two on it, read; raises what `read_pages` raises, or WorkerDied.

        At the latest after `timeout` seconds.
        """
        (answer,) = self.results("scanning.pipeline.worker:read", page, language, own, seconds=timeout)
        pages: tuple[ReadPage, ...] = answer
        return pages

    def read_papers(
        self, pages: Sequence[ReadPage], numbers: Sequence[int], own: Path | None, timeout: float
    ) -> tuple[ReadPaper, ...]:
        """The papers that the pages of one component are; raises WorkerDied, at the latest after `timeout` seconds."""
        (answer,) = self.results("scanning.pipeline.worker:read_papers", pages, numbers, own, seconds=timeout)
        papers: tuple[ReadPaper, ...] = answer
        return papers

    def kill(self) -> None:
        """End it now, with whatever it runs, and remove the files it worked on."""
        super().kill()
        sweep()
