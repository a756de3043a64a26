"""The packages for Debian: what is in them, and that the same commit makes the same bytes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from counter_app import __version__
from counter_app.packaging.debian import server_package

pytestmark = pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="only Debian's tools make its packages")
MOMENT = 1_764_374_400


def told(package: Path, how: str) -> str:
    return subprocess.run(("dpkg-deb", how, str(package)), capture_output=True, text=True, check=True).stdout


def test_a_package_made_again_elsewhere_has_the_same_bytes(tmp_path: Path) -> None:
    first, again = (server_package(tmp_path / name / "out", tmp_path / name / "work", MOMENT) for name in "ab")
    assert first.read_bytes() == again.read_bytes()


def test_the_server_is_a_package_of_its_own_with_its_unit_and_wants_the_desk_s_of_the_same_version(
    tmp_path: Path,
) -> None:
    package = server_package(tmp_path / "out", tmp_path / "work", MOMENT)
    files = {line.split()[5]: line.split()[0] for line in told(package, "--contents").splitlines()}
    assert files["./usr/lib/systemd/system/counter-server.service"] == "-rw-r--r--"
    assert files["./usr/sbin/counter-server"] == "-rwxr-xr-x"
    assert files["./etc/counter-server.env"] == "-rw-r--r--"
    assert f"counter (= {__version__})" in told(package, "--field")
