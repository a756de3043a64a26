"""Archives of a program as `counter package` makes them, in small."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

from counter_app.updates.versions import LOCK

LIBRARIES = b"numpy==2.4.6"


def package(folder: Path, version: str, *, says: str = "", extra: str = "", size: int = 20) -> Path:
    """A version's archive; `says` is another version that stands in it, `extra` the name of one more file."""
    file = folder / f"{version}.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("counter_app/__init__.py", f'"""The core."""\n\n__version__ = "{says or version}"\n')
        archive.writestr("counter_app/__main__.py", "print('runs')")
        archive.writestr(LOCK, LIBRARIES)
        for number in range(size):
            archive.writestr(f"ui/screen{number}.py", os.urandom(2000).hex())
        if extra:
            archive.writestr(extra, "x")
    return file
