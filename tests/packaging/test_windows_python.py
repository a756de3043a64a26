"""Where the Python of a Windows desk looks for the program, as far as another system can show it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from counter_app.packaging.windows_tree import HERE

SHOWS = f"import runpy, sys; runpy.run_path({str(HERE / 'sitecustomize.py')!r}); print(sys.path[0])"


@pytest.mark.parametrize("handed_over", [True, False])
def test_only_what_was_handed_over_to_a_newer_version_looks_there_first(tmp_path: Path, handed_over: bool) -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(tmp_path), "elsewhere"))}
    environment |= {"COUNTER_INSTALLED_VERSION": "0.1.0 0"} if handed_over else {}
    command = [sys.executable, "-I", "-c", SHOWS]  # -I: as there, without the variable's paths
    first = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.strip()
    assert (first == str(tmp_path)) is handed_over
