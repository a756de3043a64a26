"""What is typed, pointed at and focused anywhere in the application, for those who have to see it first.

Qt hands every event of every widget to each filter of the application, and a screen that is made is thousands of
events. In Python each costs some microseconds, a tenth of a second for three filters: so there is one, which asks an
event nothing but its kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject

Seen = Callable[[QObject, QEvent], bool]
"""Sees an event on its way to an object; True keeps it from there."""


class InputWatch(QObject):
    """Belongs to the application; the latest who began to watch sees an event first."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._resting = 0
        self._watching: dict[QEvent.Type, tuple[Seen, ...]] = {}
        app.installEventFilter(self)

    def add(self, seen: Seen, kinds: Iterable[QEvent.Type]) -> None:
        """Events of these kinds are shown to `seen` from now on."""
        for kind in kinds:
            self._watching[kind] = (seen, *self._watching.get(kind, ()))

    def remove(self, seen: Seen) -> None:
        """Nothing is shown to it any more."""
        self._watching = {
            kind: tuple(other for other in watching if other != seen) for kind, watching in self._watching.items()
        }

    @contextmanager
    def resting(self) -> Iterator[None]:
        """While a screen is made, of whose thousands of events none is typed or pointed at: a quarter less to wait."""
        self._resting += 1
        self._app.removeEventFilter(self)
        try:
            yield
        finally:
            self._resting -= 1
            if not self._resting:
                self._app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        watching = self._watching.get(event.type())
        return watching is not None and any(seen(watched, event) for seen in watching)


def input_watch() -> InputWatch:
    """The application's own. There must be an application."""
    app = QCoreApplication.instance()
    assert app is not None
    found = app.findChild(InputWatch)
    return found if found is not None else InputWatch(app)
