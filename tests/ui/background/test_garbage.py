"""What a closed window leaves dies on the window's thread, whoever allocates meanwhile."""

from __future__ import annotations

import gc
import threading
import weakref

from pytestqt.qtbot import QtBot

from ui.background.garbage import Garbage


class Ring:
    """Kept by itself alone."""

    def __init__(self) -> None:
        self.itself = self


def test_what_is_left_dies_on_the_windows_thread_though_a_worker_allocates(qtbot: QtBot) -> None:
    garbage, died = Garbage(), list[threading.Thread]()
    weakref.finalize(Ring(), lambda: died.append(threading.current_thread()))
    kept: list[list[int]] = []
    worker = threading.Thread(target=lambda: kept.extend([] for _ in range(5 * gc.get_threshold()[0])))
    worker.start()
    worker.join()
    assert not died, "a worker collects nothing"
    qtbot.waitUntil(lambda: died == [threading.main_thread()])
    garbage.stop()
    assert gc.isenabled()


def test_what_is_old_is_collected_too(qtbot: QtBot) -> None:
    garbage, died = Garbage(), list[bool]()
    ring = Ring()
    gc.collect()  # it is of the oldest generation now
    weakref.finalize(ring, lambda: died.append(True))
    del ring
    for _ in range(gc.get_threshold()[2] + 1):
        gc.collect(1)
    garbage.collect()
    assert died
    garbage.stop()
