"""The installed program hands over to the newer version of a desk, before anything else is loaded."""

from __future__ import annotations

import hashlib
import logging
import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from counter_app import __version__
from counter_app.updates.versions import FOLDER, LOCK, Versions

_INSTALLED = "COUNTER_INSTALLED_VERSION"  # set in a version that was handed over to
_log = logging.getLogger(__name__)


def versions_of(data: Path) -> Versions:
    """The versions at the desk whose data lies there, as the installed program knows them."""
    installed, _, libraries = os.environ.get(_INSTALLED, "").partition(" ")
    return Versions(data, installed or __version__, libraries or _libraries())


def hand_over(data: Path, arguments: Sequence[str], *, counted: bool) -> int | None:
    """Runs the command in the version in force and gives its exit status; None where that is this one.

    `counted`: it is a start that should end in a window.
    """
    if os.environ.get(_INSTALLED) or not (data / FOLDER).exists():
        return None
    versions = versions_of(data)
    try:
        folder = versions.begin(date.today()) if counted else versions.current()
    except OSError as fault:  # a full disk: the start is not counted
        _log.warning("versions: %s", type(fault).__name__)
        folder = versions.current()
    if folder is None:
        return None
    path = os.pathsep.join([str(folder), *filter(None, [os.environ.get("PYTHONPATH", "")])])
    told = {"PYTHONPATH": path, "PYTHONSAFEPATH": "1", _INSTALLED: f"{versions.installed} {versions.libraries}"}
    command = [sys.executable, "-m", "counter_app", *arguments]
    if os.name == "nt":  # there exec would leave the caller without an exit status
        return subprocess.run(command, env=os.environ | told, check=False).returncode
    return os.execve(sys.executable, command, os.environ | told)


def environment_before() -> dict[str, str]:
    """The environment as the installed program was given it: what is started with it runs in the version in force."""
    given = dict(os.environ)
    if given.pop(_INSTALLED, ""):
        given.pop("PYTHONSAFEPATH", None)
        given["PYTHONPATH"] = given.get("PYTHONPATH", "").partition(os.pathsep)[2]
    return given


def _libraries() -> str:
    """The hash of the lock file beside the program; of nothing where a package was made without it."""
    lock = Path(__file__).resolve().parent.parent.parent / LOCK
    return hashlib.sha256(lock.read_bytes() if lock.exists() else b"").hexdigest()
