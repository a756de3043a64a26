"""What the province follows itself: its folder's files over those that are shipped, as its desks have them.

They are read again when they were changed. A change with a fault in it is not followed, as it is not given to the desks
(`knowledge_package`).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Lock
from typing import Generic, TypeVar

from counter_app.knowledge import merged
from counter_app.procedures.catalogue import Catalogue
from counter_app.procedures.catalogue_files import load_catalogue
from counter_app.procedures.catalogue_index import CatalogueIndex, index_file
from counter_app.procedures.data_files import DataFault, Layer
from counter_app.procedures.reuse_rules import ReuseRules, load_reuse
from counter_app.resources import resource

_log = logging.getLogger(__name__)
Said = TypeVar("Said")


class Followed(Generic[Said]):
    """What files say, for all threads."""

    def __init__(self, files: Callable[[], Iterable[Path]], load: Callable[[], Said]) -> None:
        self._files, self._load = files, load
        self._lock = Lock()
        self._seen: list[tuple[str, int]] = []
        self._said: Said | None = None

    def __call__(self) -> Said:
        """As they are now, or were before they had a fault. Raises DataFault where they always had one."""
        with self._lock:
            seen = sorted((path.name, path.stat().st_mtime_ns) for path in self._files())
            if self._said is None or self._seen != seen:
                self._said = self._read(self._said)
                self._seen = seen
            return self._said

    def _read(self, before: Said | None) -> Said:
        try:
            return self._load()
        except DataFault as fault:
            if before is None:
                raise
            _log.error("the knowledge is faulty; what was good last is followed: %s", type(fault).__name__)
            return before


def own_catalogue(folder: Path | None) -> Followed[Catalogue]:
    """The procedures."""

    def files() -> list[Path]:
        index = index_file(folder / "procedures") if folder else None
        return [*_written(folder, "procedures"), *([index] if index else [])]

    def load() -> Catalogue:
        folders = [part / "procedures" for part in (folder, resource()) if part]
        indexes = [CatalogueIndex(file) for part in folders if (file := index_file(part))]
        own = [Layer(folder / "procedures", "procedures/")] if folder and _written(folder, "procedures") else []
        return load_catalogue(resource("procedures"), *own, indexes=indexes)

    return Followed(files, load)


def own_reuse(folder: Path | None) -> Followed[ReuseRules]:
    """What serves again."""

    def load() -> ReuseRules:
        with merged(resource(), [Layer(folder, "knowledge")] if folder else [], "reuse") as files:
            return load_reuse(files)

    return Followed(lambda: _written(folder, "reuse"), load)


def _written(folder: Path | None, part: str) -> list[Path]:
    return list((folder / part).glob("*.toml")) if folder else []
