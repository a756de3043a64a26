"""Starting and ending a process together with the programs it starts, on each system in its own way.

A worker is started as the leader of a process group of its own (POSIX), or puts itself into a job (Windows) with
`limit_memory`; Tesseract, its child, belongs to the group or job and ends with it.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO, NoReturn

NO_CONSOLE = 0x08000000 if sys.platform == "win32" else 0
"""CREATE_NO_WINDOW for `creationflags`: a program without a window opens no black one on Windows."""


def interpreter() -> str:
    """The Python to start a process with: the window's own on Windows (pythonw.exe) has no standard output."""
    usual = Path(sys.executable).with_name("python.exe")
    return str(usual) if sys.platform == "win32" and usual.exists() else sys.executable


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
        from counter_app.apart.windows_job import limit_own_job

        limit_own_job(most)
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def step_back(by: int = 10) -> None:
    """This process and its children work only when nobody waits for the processor: the clerk's window goes first.

    `by`: how far on POSIX (nice); Windows has one step.
    """
    if sys.platform == "win32":
        from counter_app.apart import windows_job

        windows_job.step_back()
    else:
        os.nice(by)


def take_input() -> BinaryIO:
    """The standard input, for this process alone; what looks at the standard input from now on finds it empty.

    Windows lets nobody ask what kind of file a handle is while a thread waits for a byte of it, and the C libraries ask
    that of the standard input when they are loaded and in every program started: numpy would never be imported.
    """
    taken = os.fdopen(os.dup(sys.stdin.fileno()), "rb")
    with Path(os.devnull).open("rb") as empty:
        os.dup2(empty.fileno(), sys.stdin.fileno())
    if sys.platform == "win32":
        from counter_app.windows_system import standard_input_is

        standard_input_is(sys.stdin.fileno())
    return taken


def end_with_children() -> NoReturn:
    """End this process and its children at once."""
    if os.name == "posix" and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(1)
