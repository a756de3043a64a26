"""Windows' libraries, looked into and made by mingw on Debian."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from counter_app.packaging.checkout import run

_COMPILER = "x86_64-w64-mingw32-"
_LIBRARY = ("-shared", "-nostdlib", "-Wl,--entry,0", "-Wl,--no-insert-timestamp")
_SAME_EVERYWHERE = "-Wl,--disable-auto-image-base"  # else where it is loaded depends on the path
_MEMBER = re.compile(r"^\t[0-9a-f]+\s+\d+\s+(\w+)", re.MULTILINE)


def compiler(tool: str, *arguments: str) -> str:
    """What a tool of mingw printed. Raises ToolMissing, BuildFailed."""
    return run([f"{_COMPILER}{tool}", *arguments])


def exported(library: Path) -> list[str]:
    """The names that a Windows library offers."""
    told = compiler("objdump", "-p", str(library))
    table = told.partition("[Ordinal/Name Pointer] Table")[2].partition("\n\n")[0]
    return [line.split()[-1] for line in table.splitlines() if line.lstrip().startswith("[")]


def imported(library: Path) -> dict[str, list[str]]:
    """The libraries that a Windows library asks for, each with the names it wants of it."""
    told = compiler("objdump", "-p", str(library)).partition("The Export Tables")[0]
    asked = (block.partition("\n") for block in told.split("DLL Name: ")[1:])
    return {name.strip(): _MEMBER.findall(members.partition("\n\n")[0]) for name, _, members in asked}


def needed(library: Path, folder: Path) -> set[Path]:
    """Of the folder's libraries those that this one is loaded with, and itself.

    A wheel's libraries have names that nothing else has; objdump breaks off in some tables of imports.
    """
    found, open_ones = {library}, [library]
    while open_ones:
        content = open_ones.pop().read_bytes()
        more = {file for file in folder.glob("*.dll") if file.name.encode() in content} - found
        found |= more
        open_ones += more
    return found


def forwarded(library: Path, names: dict[str, str], *, data: frozenset[str] = frozenset()) -> None:
    """A library whose `names` are those of others ("python311.PyList_New")."""
    _made(library, {name: f"{target}{' DATA' if name in data else ''}" for name, target in names.items()}, "")


def doing_nothing(library: Path, names: list[str]) -> None:
    """A library whose functions all answer 0, in the place of one whose work nobody wants."""
    _made(library, dict.fromkeys(names, "nothing"), "long long nothing(void) { return 0; }\n")


def _made(library: Path, names: dict[str, str], code: str) -> None:
    with tempfile.TemporaryDirectory() as made:
        definition, source = Path(made) / "names.def", Path(made) / "code.c"
        lines = [f'  "{name}" = {_target(target)}' for name, target in sorted(names.items())]
        definition.write_text("\n".join([f"LIBRARY {library.name}", "EXPORTS", *lines, ""]), encoding="ascii")
        source.write_text(code, encoding="ascii")
        compiler("gcc", *_LIBRARY, _SAME_EVERYWHERE, "-o", str(library), str(source), str(definition))


def _target(target: str) -> str:
    name, _, kind = target.partition(" ")
    return f'"{name}" {kind}'.rstrip()
