"""`counter test`: everything the project tests; `--quick` what a change needs; with arguments pytest alone."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from counter_app.commands.chosen_tests import Change, change_since, needed_tests

_ROOT = Path(__file__).resolve().parent.parent.parent
_PACKAGES = ("counter_app", "scanning", "printing", "ui")
_QUICK_SECONDS = 95.0  # for all of --quick; a test under way is finished
_QUICK_FILES = 40  # of tests, the nearest: more would cost the time to collect them
_FEW = 3  # of seven thousand tests that fail on a busy machine, and are run by themselves before it is called a fault
_TASKS = """\
tasks:
  counter test                     style, types, import rules, then every test: what the hosted CI runs
  counter test --quick             style and types of what changed since main, and its tests, within two minutes
  counter test --quick -m MARK     the quick tests of a room instead: -m scanning, -m "sync or province"
  counter test --quick --since R   the same, since another commit or branch
  counter test --coverage          everything, and which lines and branches no test ran
  COUNTER_WINE=FOLDER counter test tests/windows   the Windows desk under Wine, which is built in FOLDER: needs root and
                                   debootstrap, gcc-mingw-w64-x86-64, nsis, xvfb; twelve minutes; skipped elsewhere
  counter test tests/store         pytest alone, with these arguments: a folder, a file, -k WORD, -m slow, --lf, -x
  counter test --coverage tests/store -n 2      the coverage of these tests

single checks, in the project's environment (.venv/bin):
  ruff check .   ruff format .     style
  mypy                             types
  lint-imports                     who may import whom
  python -m tests.test_error_sentences     after a sentence of an error was meant to change

marks: slow (more than ten seconds), alone (measures the window), and one a folder of tests/ (scanning, printing, ui …)
"""


def run_checks(arguments: Sequence[str]) -> int:
    """Does what `counter test` was asked for; 0 if all passed. What failed is said at the end."""
    options, rest = _parser().parse_known_args(arguments)
    mark = ["-m", options.mark] if options.mark else []
    if options.quick:
        return _quick(options.since, options.mark, rest)
    pytest = [sys.executable, "-m", "pytest"]
    if rest or mark:
        return _told([[*pytest, *mark, *rest, *_measured(options.coverage)]])
    side_by_side = [*pytest, "-m", "not alone", *_measured(options.coverage, report=False)]
    alone = [*pytest, "-n", "0", "-m", "alone", *_files_with_alone()]  # what measures the machine has it to itself
    alone += ["--cov-append", *_measured(True)] if options.coverage else []
    return _told([*_everything(), side_by_side, alone])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="counter test",
        description="Tests the project. What is not named here goes to pytest.",
        epilog=_TASKS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--quick", action="store_true", help="what a change needs, within two minutes on two cores")
    parser.add_argument("--since", default="", metavar="REF", help="with --quick: changed since this (default: main)")
    parser.add_argument("--coverage", action="store_true", help="print lines and branches that no test ran")
    parser.add_argument("-m", dest="mark", default="", metavar="MARK", help="only tests with this mark")
    return parser


def _everything() -> list[list[str]]:
    return [
        [_program("ruff"), "check", "."],
        [_program("ruff"), "format", "--check", "."],
        [_program("mypy")],
        [_program("lint-imports")],
    ]


def _files_with_alone() -> list[str]:
    """Where such tests stand: to collect all files takes longer than to run these tests."""
    tests = sorted((_ROOT / "tests").rglob("test_*.py"))
    return [str(test.relative_to(_ROOT)) for test in tests if "mark.alone" in test.read_text(encoding="utf-8")]


def _quick(since: str, mark: str, rest: Sequence[str]) -> int:
    """Checks and tests of what changed, the nearest tests first; with a mark, those it has instead."""
    end = time.time() + _QUICK_SECONDS
    change = change_since(_ROOT, since)
    print(f"· {len(change.files)} files changed since {change.base}", flush=True)
    needed = [] if mark else [str(test.relative_to(_ROOT)) for test in needed_tests(_ROOT, change)]
    chosen = needed[:_QUICK_FILES]
    if left := len(needed) - len(chosen):
        print(f"· {left} test files farther away are left to counter test", flush=True)
    wanted = f"({mark}) and not slow and not alone" if mark else "not slow and not alone"
    tests = [sys.executable, "-m", "pytest", "-m", wanted, *chosen, *rest]
    if not (chosen or mark or rest):
        print("· no test knows what changed")
    return _told([*_of_changed(change), *([tests] if chosen or mark or rest else [])], end, none_is_fine=True)


def _of_changed(change: Change) -> Iterable[list[str]]:
    """The checks of the changed files alone."""
    code = [str(file) for file in change.files if file.suffix == ".py"]
    ours = [file for file in code if Path(file).parts[0] in _PACKAGES]
    if code:
        yield [_program("ruff"), "check", *code]
        yield [_program("ruff"), "format", "--check", *code]
    if ours:
        yield [_program("mypy"), *ours]
        yield [_program("lint-imports")]


def _measured(wanted: bool, *, report: bool = True) -> list[str]:
    """pytest-cov's words; what is measured stands in pyproject.toml."""
    return ["--cov", f"--cov-report={'term-missing:skip-covered' if report else ''}"] if wanted else []


def _program(name: str) -> str:
    return str(Path(sys.executable).parent / name)


def _told(todo: Iterable[Sequence[str]], end: float | None = None, *, none_is_fine: bool = False) -> int:
    """Runs one after the other; 1 if one failed, which is named. `end`: when no further test begins."""
    fine = {0, 5} if none_is_fine else {0}  # 5: pytest found none with these marks
    failed = [_short(command) for command in todo if _outcome(command, end) not in fine]
    if failed:
        print(f"✗ {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def run_again(root: Path) -> bool:
    """Runs the few tests of this folder that failed last by themselves; whether all of them passed now, and are told to
    be unsteady. Many that fail are a fault, and are not run again."""
    kept = root / ".pytest_cache" / "v" / "cache" / "lastfailed"
    failed = list(json.loads(kept.read_text(encoding="utf-8"))) if kept.exists() else []
    if not 0 < len(failed) <= _FEW:
        return False
    print(f"· once more, with nothing beside them: {', '.join(failed)}", flush=True)
    fine = _call([sys.executable, "-m", "pytest", "-n", "0", *failed], root) == 0
    if fine:
        print(f"! unsteady, to be mended: {', '.join(failed)}", flush=True)
    return fine


def _outcome(command: Sequence[str], end: float | None) -> int:
    print(f"· {_short(command)}", flush=True)
    left = _call(command, _ROOT, {"COUNTER_TESTS_END": str(end)} if end else {})
    all_tests = not {"alone", "not alone"}.isdisjoint(command)  # and 1: nothing but tests that failed
    return 0 if left == 1 and all_tests and run_again(_ROOT) else left


def _call(command: Sequence[str], folder: Path, settings: Mapping[str, str] | None = None) -> int:
    return subprocess.run(
        command, cwd=folder, env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **(settings or {})}
    ).returncode


def _short(command: Sequence[str]) -> str:
    words = [Path(command[0]).name, *command[1:]]
    return " ".join(words if len(words) < 12 else [*words[:11], f"… ({len(words) - 11} more)"])
