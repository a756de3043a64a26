"""What a program wrote to its disk, call by call, as strace(1) saw it: the matter of which power cuts are made."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

_CALLS = "openat,creat,write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,ftruncate,mkdir,mkdirat"
_LINE = re.compile(r"^\d+ +(\w+)\((.*)\) = (-?\d+)(?:<([^>]*)>)?")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FILE = re.compile(r"^(\d+)<([^>]*)>")
_PASSED_OVER = ("-shm", ".lock")  # shared memory, and locks, are nothing after a power cut


@dataclass(frozen=True)
class Call:
    """One change, or the wish to have it safe. `path` and `to` are relative; `at` is an offset, or a length."""

    kind: Literal["create", "write", "cut", "sync", "rename", "unlink", "mkdir", "said"]
    path: str
    to: str = ""
    at: int = 0
    data: bytes = b""


def recorded(module: str, folder: Path, notes: Path) -> list[Call]:
    """Runs a module of the program on `folder`; what it changed there, and what it said meanwhile in `notes`."""
    with tempfile.NamedTemporaryFile() as trace:
        command = ["strace", "-f", "-y", "-xx", "-s", "100000000", "-o", trace.name, "-e", f"trace={_CALLS}"]
        subprocess.run([*command, sys.executable, "-m", module, str(folder), str(notes)], check=True)
        return list(_calls(Path(trace.name).read_text(errors="replace").splitlines(), f"{folder}/", str(notes)))


def _calls(lines: list[str], root: str, notes: str) -> Iterator[Call]:
    places: dict[str, int] = {}  # where the next write of an open file goes
    sizes: dict[str, int] = {}
    for line in lines:
        found = _LINE.match(line)
        if found is None or int(found[3]) < 0:
            continue
        name, words = found[1], found[2]
        texts = [_bytes(text) for text in _TEXT.findall(words)]
        if name in ("openat", "creat"):
            path = _bytes(found[4] or "").decode()
            places[found[3]] = sizes.get(path, 0) if "O_APPEND" in words else 0
            if path.startswith(root) and "O_CREAT" in words and not path.endswith(_PASSED_OVER):
                yield Call("create", path.removeprefix(root))
                if "O_TRUNC" in words:
                    sizes[path] = 0
                    yield Call("cut", path.removeprefix(root))
            continue
        if name.startswith(("rename", "unlink", "mkdir")):
            paths = [text.decode() for text in texts]
            if paths and paths[0].startswith(root) and not paths[0].endswith(_PASSED_OVER):
                inside = [path.removeprefix(root) for path in paths]
                if name.startswith("rename"):
                    sizes[paths[1]] = sizes.pop(paths[0], 0)
                    yield Call("rename", inside[0], inside[1])
                else:
                    yield Call("mkdir" if name.startswith("mkdir") else "unlink", inside[0])
            continue
        file = _FILE.match(words)
        path = _bytes(file[2]).decode() if file else ""
        if file is None or path.endswith(_PASSED_OVER):
            continue
        if path == notes and name == "write":
            yield Call("said", "", data=texts[0])
        elif path == root.rstrip("/") and name in ("fsync", "fdatasync"):
            yield Call("sync", "")
        elif path.startswith(root):
            inside_path = path.removeprefix(root)
            if name in ("fsync", "fdatasync"):
                yield Call("sync", inside_path)
            elif name == "ftruncate":
                yield Call("cut", inside_path, at=int(words.rpartition(",")[2]))
            else:
                at = places[file[1]] if name == "write" else int(words.rpartition(",")[2])
                if name == "write":
                    places[file[1]] = at + len(texts[0])
                sizes[path] = max(sizes.get(path, 0), at + len(texts[0]))
                yield Call("write", inside_path, at=at, data=texts[0])


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
