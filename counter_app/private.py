"""What lies on the disk or in memory is for its user alone: folders, core dumps. One function a system."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from counter_app.durable import make_folder
from counter_app.errors import CounterError, ExitStatus

_log = logging.getLogger(__name__)


class SomebodyElses(CounterError):
    """The folder belongs to another user, who could hold its lock and read what is written there."""

    what = "The folder {folder} belongs to another user of this computer."
    todo = "Start the program as the user who set the desk up, or choose another folder with --data."
    exit_status = ExitStatus.DISK


def make_private_folder(folder: Path) -> None:
    """Makes the folder, or takes the one that is there from all others, whoever made it.

    Raises SomebodyElses where it is not this user's.
    """
    make_folder(folder)
    if sys.platform == "win32":
        _by_access_list(folder)
    else:
        _by_mode(folder)


def no_core_dumps() -> None:
    """No crash writes the memory of this process, keys in it, to the disk; its children inherit it."""
    if sys.platform != "win32":  # Windows keeps such dumps for who asks it to, and in the user's own folder
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if sys.platform == "win32":

    def _by_access_list(folder: Path) -> None:
        from counter_app.windows_system import give_to_user_alone

        try:
            give_to_user_alone(folder)
        except OSError as fault:
            _log.warning("folder not made private: %s", fault.winerror)  # a disk without access lists

else:

    def _by_mode(folder: Path) -> None:
        found = folder.stat()
        if found.st_uid != os.geteuid():
            raise SomebodyElses(folder=str(folder))
        if found.st_mode & 0o077:
            folder.chmod(0o700)
