"""Work that has to be over before it goes on, and that would stall the window: it turns meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QMetaObject, Qt

T = TypeVar("T")


def awaited(work: Callable[[], T]) -> T:
    """What the work gives, done beside the window's thread; raises what it raises. Whoever calls it sees to it that
    nothing else is begun meanwhile."""
    loop = QEventLoop()
    with ThreadPoolExecutor(1) as beside:
        result = beside.submit(work)
        result.add_done_callback(lambda _: QMetaObject.invokeMethod(loop, "quit", Qt.ConnectionType.QueuedConnection))
        loop.exec()
        return result.result()
