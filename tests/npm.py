"""Packages of npm that tests check ours with, fetched once for all runs on this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def npm_packages(name: str, *wanted: str) -> Path:
    """The folder under `node_modules` of which these packages are, as "name@version"; the test is skipped without."""
    if not shutil.which("node") or not shutil.which("npm"):
        pytest.skip("Node is not on this machine")
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / f"counter-tests-{name}"
    if not all((cache / "node_modules" / item.rpartition("@")[0]).is_dir() for item in wanted):
        cache.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(cache), *wanted]
        if subprocess.run(command, capture_output=True, timeout=240, check=False).returncode:
            pytest.skip(f"npm could not fetch {', '.join(wanted)}")
    return cache
