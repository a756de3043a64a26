"""The installer for Windows, made by NSIS on Debian from the folder that Windows desks run from."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from counter_app import __version__
from counter_app.packaging.checkout import ROOT, build_moment, run
from counter_app.packaging.sbom import bill_of_materials
from counter_app.packaging.windows_tree import OF_DEBIAN, build

_SCRIPT = ROOT / "packaging" / "windows" / "counter.nsi"
_WORDS = Path("/usr/share/nsis/Contrib/Language files")


def build_windows(out: Path, work: Path) -> tuple[Path, Path]:
    """Builds the folder below `work` and packs it; the installer and its bill of materials.

    Raises ToolMissing, BuildFailed.
    """
    tree = work / "windows"
    wheels = build(tree, work / "windows-wheels")
    file = out / f"counter-setup-{__version__}.exe"
    part = file.with_name(f".{file.name}.part")
    told = {"VERSION": __version__, "TREE": tree, "OUT": part, "WORDS": _whole_letters(work / "words")}
    command = ["makensis", "-V2", *(f"-D{name}={value}" for name, value in told.items()), str(_SCRIPT)]
    moment = build_moment()
    run(command, SOURCE_DATE_EPOCH=str(moment))
    part.replace(file)
    bill = file.with_suffix(".cdx.json")
    bill.write_bytes(bill_of_materials("counter-setup", wheels, [(package,) for package in OF_DEBIAN], moment))
    return file, bill


def _whole_letters(folder: Path) -> Path:
    """NSIS' own Vietnamese sentences with each letter whole: it brings letters and marks that stand apart, which not
    every font puts together."""
    folder.mkdir()
    for name in ("Vietnamese.nlf", "Vietnamese.nsh"):
        text = (_WORDS / name).read_bytes().decode("utf-8")
        (folder / name).write_bytes(unicodedata.normalize("NFC", text).encode("utf-8"))
    return folder
