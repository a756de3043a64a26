"""The checkout a package is built from: its files, their moment, and the programs that are run on them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from counter_app.packaging.errors import BuildFailed, NotCommitted, ToolMissing

ROOT = Path(__file__).resolve().parent.parent.parent
LOCK = "requirements.lock"
PROGRAM = ("counter_app", "scanning", "printing", "ui", "resources")
"""The folders of the program, in a package as in the checkout."""


def run(command: Sequence[str], **environment: str) -> str:
    """What a program printed. Raises ToolMissing, BuildFailed."""
    if shutil.which(command[0]) is None:
        raise ToolMissing(command[0], tool=command[0])
    done = subprocess.run(
        command, cwd=ROOT, env=dict(os.environ) | environment, stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        raise BuildFailed(f"status {done.returncode}", tool=command[0])
    return done.stdout


def build_moment() -> int:
    """The seconds since 1970 that all files of a package bear: SOURCE_DATE_EPOCH, else the last commit's.

    Raises ToolMissing where neither is there.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(given) if given else int(run(("git", "log", "-1", "--format=%ct")))


def refuse_uncommitted() -> None:
    """A package is made of a commit, so that it can be made again. Raises NotCommitted, ToolMissing, BuildFailed."""
    if changed := run(("git", "status", "--porcelain", "--", *PROGRAM, LOCK)).split("\n")[:-1]:
        raise NotCommitted(f"{len(changed)} files", files=", ".join(line[3:] for line in changed[:5]))


def copy_program(target: Path) -> None:
    """Copies the program's files into `target`. Raises ToolMissing, BuildFailed."""
    for name in program_files():
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, place)


def program_files() -> list[str]:
    """Those that git knows, and the lock that says which libraries they run with. Raises ToolMissing, BuildFailed."""
    return sorted(filter(None, run(("git", "ls-files", "-z", "--", *PROGRAM, LOCK)).split("\0")))


def system_packages() -> tuple[tuple[str, ...], ...]:
    """What the program needs of Debian, each with its alternatives: the very list that the launcher installs."""
    launcher = (ROOT / "counter").read_text(encoding="utf-8")
    listed = re.search(r'^packages="([^"]+)"', launcher, re.MULTILINE)
    assert listed is not None
    return tuple(tuple(choice.split("|")) for choice in listed.group(1).split() if choice != "python3-venv")
