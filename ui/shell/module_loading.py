"""Loads what a screen is made of before it is asked for, and stalls the window nowhere.

Modules without Qt are loaded by a thread beside the window's. Those with Qt are loaded by the window's own, one a turn
of the event loop: PySide (6.11, on Python before 3.12) looks a class up in a table without Python's lock whenever Qt
asks an object for its class, so a class that another thread makes meanwhile may end the program (seen in one of fifteen
starts on a busy machine).
"""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import sys
import threading
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

_LOOK = 20  # milliseconds


class ModuleLoading(QObject):
    """Loads these modules, and of packages all that is in them, on the window's thread, a module a turn."""

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


class LoadingMeanwhile:
    """Loads what comes after a question while it is answered: first what has no Qt, by a thread, then the rest."""

    def __init__(self, without_qt: Sequence[str], with_qt: Sequence[str], question: QObject) -> None:
        self._without_qt = without_qt
        self._rest = ModuleLoading(with_qt, question)
        self._thread = threading.Thread(target=self._load, name="loading", daemon=True)
        self._look = QTimer(question, interval=_LOOK)
        self._look.timeout.connect(self._go_on)
        self._look.start()

    def stop(self) -> None:
        """The answer is there: what is not loaded yet is when it is wanted."""
        self._look.stop()
        self._rest.stop()

    def _go_on(self) -> None:
        """The thread begins once the question was painted."""
        if self._thread.ident is None:
            self._thread.start()
        elif not self._thread.is_alive():
            self._look.stop()
            self._rest.start()

    def _load(self) -> None:
        for name in self._without_qt:
            importlib.import_module(name)


def load_without_qt(packages: Sequence[str]) -> None:
    """Loads all modules of packages that need no Qt; for a thread beside the window's."""
    for name in modules_of(packages):
        importlib.import_module(name)


def modules_of(packages: Sequence[str]) -> Iterator[str]:
    """The names of their modules, those of packages within them first: on them the others are built. Of what is no
    package it is its own name."""
    for package in packages:
        spec = importlib.util.find_spec(package)
        if spec is None or spec.submodule_search_locations is None:
            yield package
            continue
        found = list(pkgutil.iter_modules(spec.submodule_search_locations, f"{package}."))
        yield from modules_of([module.name for module in found if module.ispkg])
        yield from (module.name for module in found if not module.ispkg)
