"""The installer for Windows, made by NSIS on Debian from the folder that Windows desks run from."""

from __future__ import annotations

from pathlib import Path

from counter_app import __version__
from counter_app.packaging.checkout import ROOT, build_moment, run
from counter_app.packaging.sbom import bill_of_materials
from counter_app.packaging.windows_tree import OF_DEBIAN, build

_SCRIPT = ROOT / "packaging" / "windows" / "counter.nsi"


def build_windows(out: Path, work: Path) -> tuple[Path, Path]:
    """Builds the folder below `work` and packs it; the installer and its bill of materials.

    Raises ToolMissing, BuildFailed.
    """
    tree = work / "windows"
    wheels = build(tree, work / "windows-wheels")
    file = out / f"counter-setup-{__version__}.exe"
    part = file.with_name(f".{file.name}.part")
    told = {"VERSION": __version__, "TREE": tree, "OUT": part}
    command = ["makensis", "-V2", *(f"-D{name}={value}" for name, value in told.items()), str(_SCRIPT)]
    moment = build_moment()
    run(command, SOURCE_DATE_EPOCH=str(moment))
    part.replace(file)
    bill = file.with_suffix(".cdx.json")
    bill.write_bytes(bill_of_materials("counter-setup", wheels, [(package,) for package in OF_DEBIAN], moment))
    return file, bill
