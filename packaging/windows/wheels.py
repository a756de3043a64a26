"""The wheels of a lock file for Windows, downloaded with their hashes checked, and unpacked.

A lock file serves every system: its markers are judged here as Windows would, because `pip download` judges them as the
machine it runs on.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from packaging.markers import Marker

PYTHON = "3.11"
_WINDOWS = {
    "implementation_name": "cpython",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_system": "Windows",
    "python_full_version": "3.11.9",
    "python_version": PYTHON,
    "sys_platform": "win32",
}
_FOR_WINDOWS = ["--platform", "win_amd64", "--python-version", PYTHON, "--implementation", "cp", "--only-binary=:all:"]
_PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
_PATIENCE = 900  # seconds


class NotDownloaded(Exception):
    """The registry does not answer, is too slow, or has another file than the lock file names."""


def download(lock: Path, folder: Path, leave_out: frozenset[str] = frozenset()) -> None:
    """Puts the wheels that `lock` names for Windows into `folder`, but those in `leave_out`. Raises NotDownloaded."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = folder / lock.name
    wanted.write_text("\n".join(_for_windows(lock.read_text(encoding="utf-8"), leave_out)) + "\n", encoding="utf-8")
    command = [*_PIP, "download", "--quiet", "--no-deps", "--require-hashes", *_FOR_WINDOWS]
    command += ["--retries", "2", "--dest", str(folder), "--requirement", str(wanted)]
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=_PATIENCE)
    except subprocess.CalledProcessError as fault:
        said = [line for line in fault.stderr.splitlines() if line.startswith("ERROR")]
        raise NotDownloaded(said[-1] if said else f"pip ended with {fault.returncode}") from fault
    except subprocess.TimeoutExpired as fault:
        raise NotDownloaded(f"not finished after {_PATIENCE} s") from fault


def install(downloaded: Path, target: Path) -> None:
    """Unpacks the wheels that `download` brought into a folder, their hashes checked, into `target`."""
    command = [*_PIP, "install", "--quiet", "--no-deps", "--no-index", "--no-compile", *_FOR_WINDOWS]
    command += ["--target", str(target), "--upgrade", *map(str, sorted(downloaded.glob("*.whl")))]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


def _for_windows(lock: str, leave_out: frozenset[str]) -> Iterator[str]:
    """The requirements with their hashes, without markers."""
    for block in re.split(r"\n(?=\S)", lock.strip()):
        head, _, hashes = block.partition(" \\\n")
        requirement, _, marker = head.partition(" ; ")
        if requirement.partition("==")[0] in leave_out or (marker and not Marker(marker).evaluate(_WINDOWS)):
            continue
        yield f"{requirement} \\\n{hashes}"
