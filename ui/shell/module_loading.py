"""Loads what a screen is made of before it is asked for, and stalls the window nowhere.

Modules without Qt are loaded by a thread beside the window's. Those with Qt are loaded by the window's own, one a turn
of the event loop: PySide (6.11, on Python before 3.12) looks a class up in a table without Python's lock whenever Qt
asks an object for its class, so a class that another thread makes meanwhile may end the program (seen in one of fifteen
starts on a busy machine).
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QTimer, Signal


class ModuleLoading(QObject):
    """Loads all modules of these packages on the window's thread, a module a turn."""

    done = Signal()

    def __init__(self, packages: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._modules = modules_of(packages)
        self._stopped = False
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._load_next)

    def start(self) -> None:
        """Begins with the next turn."""
        if not self._stopped:
            self._turn.start()

    def stop(self) -> None:
        """Loads no more, and is never done."""
        self._stopped = True
        self._turn.stop()

    def _load_next(self) -> None:
        name = next((name for name in self._modules if name not in sys.modules), None)
        if name is None:
            self.done.emit()
            return
        importlib.import_module(name)
        self._turn.start()


def load_without_qt(packages: Sequence[str]) -> None:
    """Loads all modules of packages that need no Qt; for a thread beside the window's."""
    for name in modules_of(packages):
        importlib.import_module(name)


def modules_of(packages: Sequence[str]) -> Iterator[str]:
    """The names of their modules, those of packages within them first: on them the others are built."""
    for package in packages:
        found = list(pkgutil.iter_modules(importlib.import_module(package).__path__, f"{package}."))
        yield from modules_of([module.name for module in found if module.ispkg])
        yield from (module.name for module in found if not module.ispkg)
