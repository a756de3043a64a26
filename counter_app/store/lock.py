"""One instance of the program works with a store; asked before its data is opened, by a start that shows a password's
field first and loads the rest of the store while that is typed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from counter_app.errors import CounterError
from counter_app.private import make_private_folder
from counter_app.store.faults import opening
from counter_app.store.keys import KeyPlace, place_of


class StoreLocked(CounterError):
    """Another instance of the program works with this store."""

    what = "The Counter is already running on this desk."
    todo = "Use the window that is open; if there is none, wait a minute or restart the computer."


def is_locked(folder: Path) -> bool:
    """Whether somebody's words have to open the key of the store in `folder` first. Raises StoreLocked, SomebodyElses,
    StoreFault where nobody's would."""
    with opening(folder):
        if place_of(folder) is not KeyPlace.WRAPPED:
            return False
        make_private_folder(folder)
        with locked(folder):
            return True


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keeps every other instance out of the folder. Raises StoreLocked."""
    lock = lock_of(folder)
    try:
        yield
    finally:
        lock.release()


def lock_of(folder: Path) -> FileLock:
    """The folder's lock, held. Raises StoreLocked."""
    lock = FileLock(folder / "store.lock", timeout=0, thread_local=False, mode=0o600)  # nobody else opens, so holds it
    try:
        lock.acquire()
    except Timeout as fault:
        raise StoreLocked() from fault
    return lock
