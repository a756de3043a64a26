"""The locked libraries, fetched as wheels for machines other than this one, and laid out so that they are imported."""

from __future__ import annotations

import re
import shutil
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.parser import HeaderParser
from hashlib import sha256
from pathlib import Path, PurePosixPath

from counter_app.packaging.checkout import LOCK, ROOT, run

_REQUIREMENT = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^ \\;]+)(?: ; (?P<marker>[^\\]+))?", re.MULTILINE)
NOT_NEEDED = frozenset({"pip"})
"""Of a lock: a dependency of sqlite-utils for its plug-ins, which nobody installs at a desk."""


@dataclass(frozen=True)
class Target:
    """The machines a package is for: a version of Python, e.g. "3.11", and which platforms' wheels, best first."""

    python: str
    platforms: tuple[str, ...]
    system: str  # sys_platform
    machine: str  # platform_machine

    @property
    def tag(self) -> str:
        """By which wheels and folders name this Python: cp311."""
        return f"cp{self.python.replace('.', '')}"


def glibc(newest: int) -> tuple[str, ...]:
    """The platform tags of wheels for 64-bit PCs with this glibc 2.x or a later one."""
    numbered = (f"manylinux_2_{minor}_x86_64" for minor in range(newest, 4, -1))
    return (*numbered, *(f"{named}_x86_64" for named in ("manylinux2014", "manylinux2010", "manylinux1", "linux")))


@dataclass(frozen=True)
class Wheel:
    """A library as its makers published it."""

    file: Path

    @property
    def tags(self) -> tuple[str, str]:
        """For which Python, and through which of its interfaces: ("cp311", "abi3")."""
        python, interface, _ = self.file.stem.split("-")[-3:]
        return python, interface

    @property
    def sha256(self) -> str:
        return sha256(self.file.read_bytes()).hexdigest()

    def metadata(self) -> dict[str, str]:
        """Name, version and licence as the wheel says them; "" for what it does not say."""
        with zipfile.ZipFile(self.file) as archive:
            (name,) = (item for item in archive.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", item))
            told = HeaderParser().parsestr(archive.read(name).decode())
        classified = [item.split(" :: ")[-1] for item in told.get_all("Classifier", []) if item.startswith("License")]
        short = told.get("License") or ""
        licence = told.get("License-Expression") or ", ".join(classified) or (short if len(short) < 60 else "")
        return {"name": told["Name"], "version": told["Version"], "licence": licence}

    def unpack(self, folder: Path, *, is_shipped: Shipped) -> None:
        """Lays its files into a folder of libraries; programs it brings are no libraries."""
        with zipfile.ZipFile(self.file) as archive:
            for item in archive.infolist():
                name = "" if item.is_dir() else _place(item.filename)
                if name and is_shipped(name):
                    target = folder / name
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(archive.read(item))


class Shipped:
    """Which files of the libraries a desk needs: all that no pattern leaves out.

    A pattern is a path from the folder of libraries in which `*` stands for anything and `?` for one letter, or a
    pattern after `!`, which keeps what an earlier one left out.
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = [(not pattern.startswith("!"), _expression(pattern.lstrip("!"))) for pattern in patterns]

    def __call__(self, path: str) -> bool:
        leaves_out = False
        for out, pattern in self._patterns:
            if pattern.fullmatch(path):
                leaves_out = out
        return not leaves_out


def shipped(*files: str) -> Shipped:
    """The patterns of files under packaging/, one a line, with comments after `#`."""
    lines = (line.partition("#")[0].strip() for file in files for line in _lines(file))
    return Shipped([line for line in lines if line])


def _lines(file: str) -> list[str]:
    return (ROOT / "packaging" / file).read_text(encoding="utf-8").splitlines()


def _expression(pattern: str) -> re.Pattern[str]:
    return re.compile(re.escape(pattern).replace(r"\*", ".*").replace(r"\?", "."))


def _place(name: str) -> str:
    """Where a wheel's file goes below the libraries; "" for scripts, headers and data."""
    parts = PurePosixPath(name).parts
    if not parts[0].endswith(".data"):
        return name
    return "/".join(parts[2:]) if parts[1] in ("purelib", "platlib") else ""


def fetch(
    target: Target, folder: Path, lock: Path = ROOT / LOCK, leave_out: frozenset[str] = NOT_NEEDED
) -> tuple[Wheel, ...]:
    """The wheels of a lock for these machines, but those of `leave_out`, each with the hash the lock says.

    They are all that lies in the folder then. Raises BuildFailed.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    asked = folder / "requirements.txt"
    asked.write_text("\n".join(locked(target, lock, leave_out)) + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
    command += ["--only-binary=:all:", "--implementation=cp", f"--python-version={target.python}"]
    command += [f"--platform={platform}" for platform in target.platforms]
    run([*command, f"--dest={folder}", f"--requirement={asked}"])
    return tuple(Wheel(file) for file in sorted(folder.glob("*.whl")))


def locked(target: Target, lock: Path = ROOT / LOCK, leave_out: frozenset[str] = NOT_NEEDED) -> Iterator[str]:
    """A lock's requirements that hold for these machines, without their conditions: pip would ask this one."""
    written = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    for requirement in re.split(r"\n(?=[\w.-]+==)", written):
        found = _REQUIREMENT.match(requirement)
        if found and found["name"] not in leave_out and _holds(found["marker"] or "", target):
            hashes = " ".join(re.findall(r"--hash=\S+", requirement))
            yield f"{found['name']}=={found['version']} {hashes}"


def _holds(marker: str, target: Target) -> bool:
    from packaging.markers import Marker

    condition = marker.partition("--hash")[0].strip()
    asked = {
        "python_version": target.python,
        "python_full_version": f"{target.python}.0",
        "sys_platform": target.system,
        "platform_machine": target.machine,
        "platform_system": {"linux": "Linux", "win32": "Windows"}[target.system],
        "os_name": {"linux": "posix", "win32": "nt"}[target.system],
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
    }
    return not condition or Marker(condition).evaluate(asked)
