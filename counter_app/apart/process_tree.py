"""Ending a process together with the programs it has started, on each system in its own way.

A worker is started as the leader of a process group of its own (POSIX); Tesseract, its child, belongs to the group. On
Windows a running Tesseract ends by itself when its page is done.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from typing import NoReturn


def kill_tree(process: subprocess.Popen[bytes]) -> None:
    """End a process started with `start_new_session`, its children included, and wait until it is gone."""
    if os.name == "posix" and process.poll() is None:
        with contextlib.suppress(ProcessLookupError):  # it ended by itself meanwhile
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def limit_memory(most: int) -> None:
    """From now on this process gets no more than `most` bytes of memory: of addresses on POSIX, committed on Windows.

    macOS takes the limit and does not keep to it.
    """
    if sys.platform == "win32":
        from counter_app.apart.windows_job import limit_own_memory

        limit_own_memory(most)
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def step_back() -> None:
    """This process and its children work only when nobody waits for the processor: the clerk's window goes first."""
    if sys.platform != "win32":
        os.nice(10)


def end_with_children() -> NoReturn:
    """End this process and its children at once."""
    if os.name == "posix" and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(1)
