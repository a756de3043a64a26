"""Where the versioned data files of the program lie."""

from __future__ import annotations

from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent / "resources"


def beside_program(name: str) -> Path:
    """A folder that an installer lays beside the program's own: "tesseract", "fonts". In a checkout there is none."""
    return _ROOT.parent.parent / name


def resource(*parts: str) -> Path:
    """The path of a file or folder under resources/."""
    return _ROOT.joinpath(*parts)
