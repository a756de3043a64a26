"""The installer for Windows, made by NSIS on Debian from the folder that Windows desks run from."""

from __future__ import annotations

from pathlib import Path

from counter_app import __version__
from counter_app.packaging.checkout import ROOT, build_moment, run
from counter_app.packaging.windows_tree import build

_SCRIPT = ROOT / "packaging" / "windows" / "counter.nsi"


def build_windows(out: Path, work: Path) -> Path:
    """Builds the folder below `work` and packs it. Raises ToolMissing, BuildFailed."""
    tree = work / "windows"
    build(tree, work / "windows-wheels")
    file = out / f"counter-setup-{__version__}.exe"
    part = file.with_name(f".{file.name}.part")
    told = {"VERSION": __version__, "TREE": tree, "OUT": part}
    command = ["makensis", "-V2", *(f"-D{name}={value}" for name, value in told.items()), str(_SCRIPT)]
    run(command, SOURCE_DATE_EPOCH=str(build_moment()))
    part.replace(file)
    return file
