"""`counter test`: everything the project tests, in one go; with arguments, pytest alone with them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent.parent


def run_checks(arguments: Sequence[str]) -> int:
    """Style, types, the import rule, then all tests; 0 if all passed. What failed is said at the end."""
    programs = Path(sys.executable).parent
    checks = [
        [str(programs / "ruff"), "check", "."],
        [str(programs / "ruff"), "format", "--check", "."],
        [str(programs / "mypy")],
        [str(programs / "lint-imports")],
    ]
    pytest = [sys.executable, "-m", "pytest"]
    side_by_side = [*pytest, "-m", "not alone"]
    alone = [*pytest, "-n", "0", "-m", "alone"]  # what measures the machine has it to itself
    todo = [[*pytest, *arguments]] if arguments else [*checks, side_by_side, alone]
    failed = [" ".join(check[1:]) or Path(check[0]).name for check in todo if _run(check)]
    if failed:
        print(f"✗ {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def _run(command: Sequence[str]) -> int:
    print(f"· {' '.join([Path(command[0]).name, *command[1:]])}", flush=True)
    return subprocess.run(command, cwd=_ROOT, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}).returncode
