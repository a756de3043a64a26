"""Where the versioned data files of the program lie."""

from __future__ import annotations

import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent / "resources"


def beside_program(name: str) -> Path:
    """A folder that an installer lays beside its Python's: "tesseract", "fonts". In a checkout there is none.

    Not beside the program's own folder: that of a version the province offered lies among the desk's data.
    """
    return Path(sys.executable).parent.parent / name


def resource(*parts: str) -> Path:
    """The path of a file or folder under resources/."""
    return _ROOT.joinpath(*parts)
