"""What the program is made of: its own version, and the libraries with theirs and their licences."""

from __future__ import annotations

import platform
import sqlite3
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata

from PySide6.QtCore import qVersion

from counter_app import __version__

LIBRARIES = (
    "cryptography",
    "filelock",
    "httpx",
    "keyring",
    "opencv-python",
    "pi-heif",
    "pikepdf",
    "pillow",
    "platformdirs",
    "pydantic",
    "pypdfium2",
    "PySide6-Addons",
    "PySide6-Essentials",
    "pytesseract",
    "pyserial",
    "python-calamine",
    "python-escpos",
    "rapidfuzz",
    "reportlab",
    "sqlcipher3",
    "sqlite-utils",
    "tomlkit",
    "xlsxwriter",
    "zeroconf",
    "zxing-cpp",
)
"""As pyproject.toml names them."""
IN_LICENCE_FILE = {"sqlcipher3": "Zlib"}
"""Licences that stand in the library's licence file alone, as they are called."""
_LONG = 60  # letters; some put the whole licence where its name belongs


@dataclass(frozen=True)
class Part:
    """A library as it is installed; `licence` is "" where it does not say."""

    name: str
    version: str
    licence: str


def own_versions() -> tuple[tuple[str, str], ...]:
    """The program and what it runs on."""
    return (
        ("Counter", __version__),
        ("Python", platform.python_version()),
        ("Qt", qVersion()),
        ("SQLite", sqlite3.sqlite_version),
    )


def parts() -> list[Part]:
    """The libraries that are installed, in the order of their names."""
    found = []
    for name in sorted(LIBRARIES, key=str.casefold):
        try:
            told = metadata(name)
        except PackageNotFoundError:
            continue
        named = [text for key in ("License-Expression", "License") for text in told.get_all(key, [])]
        classes = [
            text.rsplit(" :: ", 1)[-1] for text in told.get_all("Classifier", []) if text.startswith("License ::")
        ]
        short = [text for text in (*named, *classes) if text and len(text) <= _LONG and "\n" not in text]
        found.append(Part(name, told["Version"], next(iter(short), IN_LICENCE_FILE.get(name, ""))))
    return found
