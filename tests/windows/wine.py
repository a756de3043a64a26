"""Windows as far as Debian can have it: Wine 10 in a Debian 13 tree, with the folder that a Windows desk runs from.

Built once and kept in the folder that COUNTER_WINE names, but for the desk's own folder, which is of the checkout.
`NotBuilt` tells what this machine lacks for it, so that one without root or without Debian's archive fails no test. Two
libraries are laid into Wine that Windows has and Wine lacks: ucrtbase with complex functions, and icuuc.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from counter_app.packaging.windows import build_windows
from counter_app.packaging.windows_dll import compiler, exported, forwarded
from counter_app.packaging.windows_tree import build
from tests.real_screen import screen

_HERE = Path(__file__).resolve().parent
_NEEDED = ("debootstrap", "chroot", "x86_64-w64-mingw32-gcc", "makensis", "Xvfb")
_PACKAGES = ("wine", "wine64", "fonts-wine", "fonts-dejavu-core")
_BUILD_SECONDS = 600  # of each step; a whole build takes about eight minutes
_FONTS = Path("/usr/share/fonts/truetype/liberation2")  # with which the tests draw their papers
_BUILT = "built"  # in the tree once all of it is there: its wine is a link that leads nowhere from outside
_INSIDE = "/w"  # the folder in the Debian 13 tree; Windows programs see it as Z:\w


class NotBuilt(Exception):
    """Why there is no Wine on this machine."""


@dataclass(frozen=True)
class Wine:
    """A built one. `tree`: the Debian 13 root."""

    tree: Path
    screen: str

    @property
    def app(self) -> Path:
        """The desk's folder, as Linux sees it."""
        return self.tree / "w" / "app"

    def python(self, *arguments: str, seconds: float) -> subprocess.CompletedProcess[str]:
        """Runs the desk's Python under Wine; its output is UTF-8, standard error among it."""
        return self.run("wine", f"{_INSIDE}/app/python/python.exe", *arguments, seconds=seconds)

    @property
    def drive(self) -> Path:
        """Windows' C:."""
        return self.tree / "w" / "prefix" / "drive_c"

    def installer(self) -> str:
        """Builds the installer of a desk without tests; where Wine's programs see it."""
        folder = self.tree / "w"
        made, _ = build_windows(folder, folder)
        return f"{_INSIDE}/{made.name}"

    def run(self, *command: str, seconds: float) -> subprocess.CompletedProcess[str]:
        """Runs a program of the Debian 13 tree."""
        return subprocess.run(
            self._inside(command),
            env=self._environment(),
            stdin=subprocess.DEVNULL,  # a pipe or nothing: Wine's Python takes no plain file
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=seconds,
            text=True,
            errors="replace",
        )

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        """Starts a program of the Debian 13 tree, which goes on."""
        none = subprocess.DEVNULL
        return subprocess.Popen(self._inside(command), env=self._environment(), stdin=none, stdout=none, stderr=none)

    def _inside(self, command: Sequence[str]) -> list[str]:
        program = f'cd {_INSIDE}/app/program 2>/dev/null; exec "$@"'
        return ["chroot", str(self.tree), "sh", "-c", program, "sh", *command]

    def _environment(self) -> dict[str, str]:
        return {
            **{"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "HOME": "/root", "LANG": "C.UTF-8", "XDG_RUNTIME_DIR": "/tmp"},
            **{"WINEPREFIX": f"{_INSIDE}/prefix", "WINEARCH": "win64", "WINEDEBUG": "-all", "DISPLAY": self.screen},
            **{"WINEDLLOVERRIDES": "ucrtbase=n,b;winedbg.exe=d;mscoree=;mshtml="},
            "CI": "1",  # Hypothesis sets no time to each example then
        }


@contextmanager
def wine(folder: Path) -> Iterator[Wine]:
    """Wine in `folder`, built where it is not there yet. Raises NotBuilt."""
    lacking = [program for program in _NEEDED if not shutil.which(program)]
    if os.geteuid() or lacking:
        raise NotBuilt(f"needs root and {', '.join(_NEEDED)}; lacking: {lacking or 'root'}")
    tree = folder / "trixie"
    with screen("1600x1000") as display:
        made = Wine(tree, display)
        if not (tree / _BUILT).exists():
            _debian(tree)
        with _mounted(tree):
            try:
                _desk(made, folder / "wheels")
                yield made
            finally:
                made.run("wineserver", "-k", seconds=60)


def _debian(tree: Path) -> None:
    shutil.rmtree(tree, ignore_errors=True)
    tree.parent.mkdir(parents=True, exist_ok=True)
    _build(["debootstrap", "--variant=minbase", "--include=ca-certificates", "trixie", str(tree)])
    with _mounted(tree):
        quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "--no-install-recommends", "install", "-y"]
        _build(["chroot", str(tree), *quiet, *_PACKAGES])
    (tree / _BUILT).touch()


def _desk(made: Wine, wheels: Path) -> None:
    """The desk's folder of this checkout, and the prefix."""
    build(made.app, wheels, tests=True)
    shutil.copytree(_FONTS, made.tree / _FONTS.relative_to("/"), dirs_exist_ok=True)
    system = made.drive / "windows" / "system32"
    if not system.exists():
        made.run("wineboot", "-i", seconds=_BUILD_SECONDS)
        made.run("winecfg", "-v", "win10", seconds=_BUILD_SECONDS)
        made.run("wineserver", "-w", seconds=_BUILD_SECONDS)
    shutil.copytree(_FONTS, made.drive / "windows" / "Fonts", dirs_exist_ok=True)  # for windows that are not shown
    _lay_complex_functions(made.tree / "usr/lib/x86_64-linux-gnu/wine/x86_64-windows/ucrtbase.dll", system)
    _lay_icu(made.app, wheels / "parts", system)


def _lay_complex_functions(of_wine: Path, system: Path) -> None:
    """ucrtbase.dll: Wine's own, as wucrt.dll, with the missing functions."""
    content = bytearray(of_wine.read_bytes())
    content[0x40:0x50] = b"native copy\0\0\0\0\0"  # where Wine marks its own
    (system / "wucrt.dll").write_bytes(content)
    with tempfile.TemporaryDirectory() as made:
        compiled = Path(made) / "complex.o"
        compiler("gcc", "-O2", "-c", str(_HERE / "complex.c"), "-o", str(compiled))
        ours = set(re.findall(r" T s_(\w+)", compiler("nm", str(compiled))))
        names = {name: f"s_{name}" for name in ours} | {
            name: f"wucrt.{name}" for name in exported(of_wine) if name not in ours
        }
        definition = Path(made) / "names.def"
        lines = [f'  "{name}" = "{target}"' for name, target in sorted(names.items())]
        definition.write_text("\n".join(["LIBRARY ucrtbase.dll", "EXPORTS", *lines, ""]), encoding="ascii")
        library = ["-shared", "-static-libgcc", "-o", str(system / "ucrtbase.dll")]
        compiler("gcc", *library, str(compiled), str(definition))


def _lay_icu(app: Path, parts: Path, system: Path) -> None:
    """icuuc.dll, which Windows 10 has: pointers to the ICU in the wheel that Tesseract comes from."""
    (wheel,) = parts.glob("tesserocr-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        icu, data = (
            next(Path(name) for name in archive.namelist() if re.search(rf"/{begin}[^/]+\.dll$", name))
            for begin in ("icuuc", "icudt")
        )
        version = re.sub(r"\D", "", icu.name.partition("-")[0])
        (system / f"icuuc{version}.dll").write_bytes(archive.read(icu.as_posix()))
        (system / data.name).write_bytes(archive.read(data.as_posix()))
    imports = compiler("objdump", "-p", str(app / "python/Lib/site-packages/PySide6/Qt6Core.dll"))
    names = set(re.findall(r"\b(ucnv_\w+)", imports))
    forwarded(system / "icuuc.dll", {name: f"icuuc{version}.{name}_{version}" for name in names})


def _build(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=_BUILD_SECONDS)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise NotBuilt(f"{Path(command[0]).name} ended with {done.returncode}: {said[-1] if said else ''}")


@contextmanager
def _mounted(tree: Path) -> Iterator[None]:
    """/proc, /dev and /sys in the tree: without /sys OpenCV does not learn how many processors there are."""
    wanted = {"proc": ["-t", "proc", "proc"], "sys": ["--bind", "/sys"], "dev": ["--bind", "/dev"]}
    wanted["tmp/.X11-unix"] = ["--bind", "/tmp/.X11-unix"]
    mounted: list[str] = []
    try:
        for name, how in wanted.items():
            (tree / name).mkdir(parents=True, exist_ok=True)
            if subprocess.run(["mount", *how, str(tree / name)], capture_output=True).returncode:
                raise NotBuilt(f"/{name} cannot be mounted here")
            mounted.append(name)
        yield
    finally:
        for name in reversed(mounted):
            subprocess.run(["umount", "--lazy", str(tree / name)], capture_output=True)
