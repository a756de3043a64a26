"""What works beside the window. Loading it costs 0.3 s of processor time (2 cores), which the first paint does not
owe: it begins once the clerk can type."""

from __future__ import annotations

import importlib
import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.desk.procedure_search import find_procedures
from counter_app.language import read_sentences
from ui.background.safekeeping import SafekeepingWatch
from ui.background.sync_watch import SyncWatch
from ui.background.tasks import Progress
from ui.background.workplace import Workplace
from ui.shell.module_loading import ModuleLoading, load_without_qt

if TYPE_CHECKING:
    from counter_app.kiosk.server import KioskServer

SETTLED = 200  # milliseconds after the window's first paint, when the clerk can type
_INTAKE_NEEDS = ("counter_app.dossier", "counter_app.procedures", "counter_app.desk")
_OTHERS_NEED = ("counter_app.reports", "scanning.fields")
_OTHERS = ("lookup", "detail", "person", "reports", "feedback", "settings", "accounts", "catalogue", "drawing")
"""Screens, in the order in which a clerk opens them. One that is loaded as it is opened stalls the window (0.25 s)."""


class Beside(QObject):
    """Sync, backups, printing, and the page for citizens; what is wanted first is loaded too."""

    intake_loaded = Signal()
    all_loaded = Signal()
    failed = Signal(object)  # CounterError

    def __init__(self, workplace: Workplace, sync: SyncWatch, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace, self._sync = workplace, sync
        self.safekeeping = SafekeepingWatch(workplace.tasks)
        self._kiosk: KioskServer | None = None
        self._soon = QTimer(self, singleShot=True, interval=SETTLED)
        self._soon.timeout.connect(self._start)
        self._intake = ModuleLoading(["ui.intake"], self)
        self._intake.done.connect(self.intake_loaded)
        self._others = ModuleLoading([f"ui.{name}" for name in _OTHERS], self)
        self._others.done.connect(self.all_loaded)

    def start_soon(self) -> None:
        """Once the window has settled."""
        self._soon.start()

    def stop(self) -> None:
        """Nothing begins any more; what was begun ends with the workplace."""
        for loading in (self._soon, self._intake, self._others):
            loading.stop()
        self.safekeeping.stop()

    def stop_serving(self) -> None:
        """No citizen's answer is taken any more."""
        if self._kiosk is not None:
            self._kiosk.stop()

    def _start(self) -> None:
        tasks = self._workplace.tasks
        self._sync.start()
        self.safekeeping.start()
        if os.name == "nt":  # Windows' printers are Qt's, and no other thread may load that (see module_loading)
            importlib.import_module("printing.printers.qt")
        self._workplace.printing.start()
        self._serve_citizens()
        tasks.submit(lambda progress: load_without_qt(_INTAKE_NEEDS), lambda _: self._intake.start())
        tasks.submit(_get_ready, lambda _: self._others.start())

    def _serve_citizens(self) -> None:
        """The page on which citizens say how they were served, where the profile asks for it."""
        profile = self._workplace.desk.profile
        if not profile.kiosk.host:
            return
        from counter_app.kiosk.server import KioskNotServed, KioskServer, Service

        changes, tasks = self._workplace.changes, self._workplace.tasks
        heard = Service(
            profile.office.name,
            self._workplace.desk.for_thread,
            lambda code: tasks.post(lambda: changes.written(code)),
        )
        try:
            self._kiosk = KioskServer(profile.kiosk, heard)
            self._kiosk.start()
        except KioskNotServed as failure:
            self.failed.emit(failure)


def _get_ready(progress: Progress) -> None:
    """The first address is understood, the first procedure found, the first screens opened, the first paper and the
    first page drawn at once."""
    from printing.layout.pictures import drawn
    from scanning.fields.templates import folder_in, forms_of
    from scanning.fields.titles import known_papers

    assert progress.desk.knowledge.places
    find_procedures(progress.desk, "")
    read_sentences(progress.desk.profile.language)
    load_without_qt(_OTHERS_NEED)
    assert known_papers() and forms_of(folder_in(progress.desk.knowledge.own))  # the drawing of templates lists both
    for _ in drawn("scanning.formats.shown:ready"):
        pass
