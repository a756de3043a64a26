"""Which tests a change needs: those changed themselves, those named after what changed, those that import it.

Found from the text of the sources alone; nothing is imported. Where few tests import what changed, those of its
importers are looked for, and of theirs, until there are enough. A file that is no Python counts as changed code where
code names it.
"""

from __future__ import annotations

import ast
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

_ROOTS = ("counter_app", "scanning", "printing", "ui", "tests")
_BASES = ("main", "origin/main")
_ENOUGH = 12
"""Test files of one changed file: those that import it may be more; those farther away fill up to so many."""
_Importers = Mapping[Path, set[Path]]


@dataclass(frozen=True)
class Change:
    """The files that differ from where the branch left `base`, relative to the root; without those deleted."""

    base: str
    files: tuple[Path, ...]


def change_since(root: Path, ref: str = "") -> Change:
    """What changed since `ref`, or since main; committed or not. On main itself: since the commit before."""
    base = ref or next((name for name in _BASES if _git(root, "rev-parse", "--verify", "-q", name)), "HEAD~1")
    start = _git(root, "merge-base", "HEAD", base) or [base]
    here = _git(root, "rev-parse", "HEAD")
    if start == here and not _git(root, "status", "--porcelain"):
        base, start = "the commit before", ["HEAD~1"]
    names = _git(root, "diff", "--name-only", *start) + _git(root, "ls-files", "--others", "--exclude-standard")
    return Change(base, tuple(Path(name) for name in dict.fromkeys(names) if (root / name).is_file()))


def needed_tests(root: Path, change: Change) -> list[Path]:
    """The test files the change needs, the nearest first."""
    sources = [path for name in _ROOTS for path in sorted((root / name).rglob("*.py"))]
    importers = _importers(root, sources)
    changed = [root / file for file in change.files]
    code = [path for path in changed if path.suffix == ".py" and path.parts[len(root.parts)] in _ROOTS]
    code += _that_name([path for path in changed if path.suffix != ".py"], sources)
    tests = [path for path in sources if _is_test(path)]
    ranked: dict[Path, None] = dict.fromkeys(path for path in code if _is_test(path))
    for path in code:
        named = (test for test in tests if _named_after(test.relative_to(root), path.relative_to(root)))
        ranked.update(dict.fromkeys(named))
    nearest = [_nearest_tests(path, importers) for path in code]
    for ring in zip_longest(*nearest):  # each changed file's nearest, then each one's second
        ranked.update(dict.fromkeys(test for test in ring if test))
    for path in code:
        if path.name == "conftest.py":  # those below use it too, and would be all there are
            ranked.update(dict.fromkeys(test for test in tests if test.parent == path.parent))
    return list(ranked)


def _git(root: Path, *words: str) -> list[str]:
    """The lines git answers; none where it cannot."""
    done = subprocess.run(["git", "-c", "core.quotePath=false", *words], cwd=root, capture_output=True, text=True)
    return done.stdout.splitlines() if done.returncode == 0 else []


def _is_test(path: Path) -> bool:
    return path.name.startswith("test_") and path.suffix == ".py"


def _named_after(test: Path, path: Path) -> bool:
    """tests/store/test_search.py is named after counter_app/store/search.py; the folder need not be the same, but the
    package. Both paths are relative to the root."""
    names = test.stem == f"test_{path.stem}" or test.stem.startswith(f"test_{path.stem}_")
    package = test.parts[1] if test.parts[1] in _ROOTS else "counter_app"
    return names and package == path.parts[0]


def _nearest_tests(path: Path, importers: _Importers) -> list[Path]:
    """Tests that import the file, then those that import its importers, and so on until there are enough.

    Those that import little come first in their ring: they are about it.
    """
    breadth = Counter(importer for users in importers.values() for importer in users)
    seen, ring = {path}, importers.get(path, set()) - {path}
    nearest = _about(ring, breadth)
    while ring and len(nearest) < _ENOUGH:
        seen |= ring
        ring = {importer for file in ring for importer in importers.get(file, ())} - seen
        nearest += _about(ring, breadth)[: _ENOUGH - len(nearest)]
    return nearest


def _about(ring: Iterable[Path], breadth: Mapping[Path, int]) -> list[Path]:
    return sorted((file for file in ring if _is_test(file)), key=lambda test: (breadth[test], test))


def _that_name(files: Iterable[Path], sources: Iterable[Path]) -> list[Path]:
    """Sources in whose text a file's name stands, or in quotes the folder of data it lies in."""
    wanted = [word for file in files for word in (file.name, *([f'"{file.parent.name}"'] if _is_data(file) else []))]
    if not wanted:
        return []
    return [path for path in sources if any(word in path.read_text(encoding="utf-8") for word in wanted)]


def _is_data(file: Path) -> bool:
    return "resources" in file.parts


def _importers(root: Path, sources: Iterable[Path]) -> _Importers:
    """Each file with the files that import it."""
    by_name = {_module(root, path): path for path in sources}
    found: dict[Path, set[Path]] = defaultdict(set)
    for path in by_name.values():
        for name in _imported(ast.parse(path.read_text(encoding="utf-8"))):
            if (target := by_name.get(name)) and target != path:
                found[target].add(path)
    return found


def _module(root: Path, path: Path) -> str:
    return ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")


def _imported(tree: ast.AST) -> Iterator[str]:
    """The full names of what is imported anywhere in it; of `from a import b` both a and a.b, as b may be a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)
