"""The packages for Debian and Ubuntu: `counter`, the desk with all its libraries, and `counter-server`, the unit.

The libraries lie in one folder for every Python and in one more for each version of Python that a supported system has.
What depends on no version of Python is there once, and so is a file that wheels for several versions bring alike.
"""

from __future__ import annotations

import gzip
import os
import shutil
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from counter_app import __version__
from counter_app.packaging.checkout import ROOT, build_moment, copy_program, run, system_packages
from counter_app.packaging.sbom import bill_of_materials
from counter_app.packaging.wheels import Target, Wheel, fetch, glibc, shipped

TARGETS = tuple(Target(python, glibc(36), "linux", "x86_64") for python in ("3.11", "3.12", "3.13"))
"""Debian 12, Ubuntu 24.04, Debian 13; wheels for the oldest glibc of theirs, which is Debian 12's."""
_DATA = ROOT / "packaging" / "debian"
_HOME = Path("usr/lib/counter")
_SIGN = "Bộ phận Một cửa <quay@example.vn>"  # a package must name somebody; who publishes it names themself here


def build_debian(out: Path, work: Path) -> tuple[Path, ...]:
    """Builds both packages and the bill of materials into `out`. Raises ToolMissing, BuildFailed."""
    moment = build_moment()
    found = {target: fetch(target, work / target.tag) for target in TARGETS}
    files = (_desk(out, work, found, moment), server_package(out, work, moment))
    once = {wheel.file.name: wheel for group in found.values() for wheel in group}
    bill = out / f"counter_{__version__}_amd64.cdx.json"
    bill.write_bytes(bill_of_materials("counter", once.values(), system_packages(), moment))
    return (*files, bill)


def _desk(out: Path, work: Path, wheels: dict[Target, tuple[Wheel, ...]], moment: int) -> Path:
    tree = work / "counter"
    copy_program(tree / _HOME)
    _lay_out_libraries(tree / _HOME / "libraries", wheels)
    for name, place in (
        ("counter.sh", "usr/bin/counter"),
        ("counter.desktop", "usr/share/applications/vn.motcua.counter.desktop"),
        ("counter.metainfo.xml", "usr/share/metainfo/vn.motcua.counter.metainfo.xml"),
        ("counter.mime.xml", "usr/share/mime/packages/vn.motcua.counter.xml"),
        ("counter.svg", "usr/share/icons/hicolor/scalable/apps/vn.motcua.counter.svg"),
    ):
        _put(tree / place, (_DATA / name).read_bytes().replace(b"@VERSION@", __version__.encode()))
    _put(tree / "usr/share/man/man1/counter.1.gz", _packed((_DATA / "counter.1").read_bytes()))
    _documents(tree, "counter", _licences(wheels))
    (tree / "usr/bin/counter").chmod(0o755)
    depends = ["python3 (>= 3.11)", "python3 (<< 3.14)", *(" | ".join(choices) for choices in system_packages())]
    return _packaged(out, tree, "counter", depends, moment, ("counter.postinst", "counter.prerm"))


def server_package(out: Path, work: Path, moment: int) -> Path:
    """Builds the package of the province's server, whose files bear `moment` (seconds since 1970), into `out`."""
    tree, deploy = work / "counter-server", ROOT / "counter_app" / "province" / "deploy"
    _put(tree / "usr/lib/systemd/system/counter-server.service", (_DATA / "counter-server.service").read_bytes())
    _put(tree / "usr/lib/sysusers.d/counter-server.conf", (_DATA / "counter-server.sysusers").read_bytes())
    _put(tree / "usr/sbin/counter-server", (_DATA / "counter-server.sh").read_bytes())
    (tree / "usr/sbin/counter-server").chmod(0o755)
    _put(tree / "etc/counter-server.env", (deploy / "server.env.example").read_bytes())
    _put(
        tree / "usr/share/doc/counter-server/national.toml.example",
        (deploy / "national.toml.example").read_bytes(),
    )
    _documents(tree, "counter-server", (ROOT / "LICENSE").read_bytes())
    depends = [f"counter (= {__version__})", "systemd | opensysusers"]
    scripts = ("counter-server.postinst", "counter-server.prerm")
    return _packaged(out, tree, "counter-server", depends, moment, scripts, kept=("/etc/counter-server.env",))


def _lay_out_libraries(folder: Path, wheels: dict[Target, tuple[Wheel, ...]]) -> None:
    is_shipped = shipped("libraries-left-out.txt", "debian/libraries-left-out.txt")
    everywhere = {wheel.file.name for wheel in next(iter(wheels.values()))}.intersection(
        *({wheel.file.name for wheel in group} for group in wheels.values())
    )
    laid: set[str] = set()
    for target, group in wheels.items():
        for wheel in group:
            place = "any" if wheel.file.name in everywhere else target.tag
            if f"{place}/{wheel.file.name}" not in laid:
                wheel.unpack(folder / place, is_shipped=is_shipped)
                laid.add(f"{place}/{wheel.file.name}")
    link_equal_files(folder)


def link_equal_files(folder: Path) -> None:
    """Makes the files of equal content one file of several names: a quarter of what three versions' wheels hold."""
    first: dict[bytes, Path] = {}
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        known = first.setdefault(sha256(file.read_bytes()).digest(), file)
        if known is not file and file.stat().st_size:
            file.unlink()
            file.hardlink_to(known)


def _licences(wheels: dict[Target, tuple[Wheel, ...]]) -> bytes:
    """The program's licence, and by name those of the libraries, whose texts lie beside them."""
    once = {wheel.file.name: wheel.metadata() for group in wheels.values() for wheel in group}
    lines = sorted({f"{told['name']} {told['version']}: {told['licence'] or '?'}" for told in once.values()})
    said = f"The libraries under /{_HOME}/libraries, with their licences' texts in *.dist-info:\n\n"
    return (ROOT / "LICENSE").read_bytes() + f"\n{said}{chr(10).join(lines)}\n".encode()


def _documents(tree: Path, package: str, copyright_text: bytes) -> None:
    folder = tree / "usr/share/doc" / package
    _put(folder / "copyright", copyright_text)
    _put(folder / "changelog.gz", _packed((ROOT / "CHANGELOG.md").read_bytes()))


def _packaged(
    out: Path,
    tree: Path,
    package: str,
    depends: Sequence[str],
    moment: int,
    scripts: Iterable[str],
    kept: Sequence[str] = (),
) -> Path:
    """The tree as a package whose bytes depend on its files and the moment alone."""
    once = {file.stat().st_ino: file for file in tree.rglob("*") if file.is_file()}
    size = sum(file.stat().st_size for file in once.values()) // 1024
    control = (_DATA / f"{package}.control").read_text(encoding="utf-8")
    control = control.format(version=__version__, size=size, depends=", ".join(depends), maintainer=_SIGN)
    _put(tree / "DEBIAN/control", control.encode())
    for script in scripts:
        place = tree / "DEBIAN" / script.rpartition(".")[2]
        _put(place, (_DATA / script).read_bytes())
        place.chmod(0o755)
    if kept:
        _put(tree / "DEBIAN/conffiles", "".join(f"{name}\n" for name in kept).encode())
    for path in (tree, *tree.rglob("*")):
        path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        os.utime(path, (moment, moment))
    out.mkdir(parents=True, exist_ok=True)
    file = out / f"{package}_{__version__}_amd64.deb"
    part = file.with_name(f".{file.name}.part")
    command = ("dpkg-deb", "--root-owner-group", "--threads-max=1", "-Zzstd", "-z6", "--build", str(tree), str(part))
    run(command, SOURCE_DATE_EPOCH=str(moment))
    part.replace(file)
    shutil.rmtree(tree)
    return file


def _put(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)


def _packed(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)
