"""What the desk keeps: the encrypted database with the journal and its projections, and the encrypted files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType


class _WithoutNumpy(SourceFileLoader):
    """Where numpy is installed, sqlite-utils loads it to know the column types of numpy's numbers, which the store
    never keeps: 0.10 s of the 1.1 s of CPU from start to window (2 cores, Python 3.11). While sqlite-utils loads,
    numpy is said not to be there (that is what None in sys.modules means); afterwards it is there for everybody."""

    def exec_module(self, module: ModuleType) -> None:
        if "numpy" in sys.modules:
            super().exec_module(module)
            return
        sys.modules["numpy"] = None  # type: ignore[assignment]
        try:
            super().exec_module(module)
        finally:
            del sys.modules["numpy"]


class _Finder:
    """Finds sqlite-utils when it is first wanted: a start shows a password's field before."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        found = PathFinder.find_spec(name, path, target) if name == "sqlite_utils" else None
        if found is not None and isinstance(found.loader, SourceFileLoader):
            found.loader = _WithoutNumpy(found.loader.name, found.loader.path)
        return found


sys.meta_path.insert(0, _Finder())
