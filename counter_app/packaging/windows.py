"""The installer for Windows, made by NSIS on Debian from the tree that Windows desks run from."""

from __future__ import annotations

from pathlib import Path

from counter_app import __version__
from counter_app.packaging.checkout import ROOT, build_moment, run

_SCRIPT = ROOT / "packaging" / "windows" / "counter.nsi"


def build_windows(out: Path, tree: Path) -> Path:
    """Packs the tree. Raises ToolMissing, BuildFailed."""
    file = out / f"counter-setup-{__version__}.exe"
    part = file.with_name(f".{file.name}.part")
    told = {"VERSION": __version__, "TREE": tree, "OUT": part}
    command = ["makensis", "-V2", *(f"-D{name}={value}" for name, value in told.items()), str(_SCRIPT)]
    run(command, SOURCE_DATE_EPOCH=str(build_moment()))
    part.replace(file)
    return file
