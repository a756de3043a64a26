"""The launcher on machines that lack something. No network is touched: the programs it calls are small stand-ins."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pace import slower

ROOT = Path(__file__).resolve().parent.parent.parent
TOOLS = ("sh", "cat", "cmp", "cp", "rm", "mkdir", "tr", "sed", "grep", "sleep", "readlink", "dirname")

VENV = 'for last; do :; done; mkdir -p "$last/bin"; cp "$0" "$last/bin/python"'

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the launcher is for Linux desks")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what the launcher needs, without .venv, in a folder with a space in its name."""
    folder = tmp_path / "quầy một"
    folder.mkdir()
    for name in ("counter", "requirements.lock", "requirements-test.lock"):
        shutil.copy(ROOT / name, folder / name)
    return folder


class Machine:
    """A PATH with a few real tools and stand-ins for the rest."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "bin"
        self.path.mkdir()
        for tool in TOOLS:
            if found := shutil.which(tool):
                (self.path / tool).symlink_to(found)
        self.has("id", "echo 1000")

    def has(self, name: str, script: str) -> None:
        program = self.path / name
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)

    def run(self, checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": str(self.path), "LANG": "C.UTF-8", "HOME": str(checkout)}
        command = [str(checkout / "counter"), *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_without_apt_it_names_what_is_needed_and_stops(machine: Machine, checkout: Path) -> None:
    done = machine.run(checkout, "run")
    assert done.returncode == 1
    for package in ("tesseract-ocr-vie", "sane-utils", "fonts-liberation2", "libxcb-cursor0", "python3-venv"):
        assert package in done.stderr
    assert not (checkout / ".venv").exists()


def test_without_rights_it_names_the_missing_packages_only(machine: Machine, checkout: Path) -> None:
    machine.has(
        "dpkg-query", "for last; do :; done; case $last in tesseract-ocr-vie|sane-utils) ;; *) echo installed;; esac"
    )
    machine.has("apt-get", "exit 1")
    done = machine.run(checkout, "run")
    assert done.returncode == 1
    assert "tesseract-ocr-vie sane-utils" in done.stderr
    assert "libgl1" not in done.stderr
    assert "sudo" in done.stderr


def test_without_network_it_says_so_and_takes_nothing_half_made_for_complete(machine: Machine, checkout: Path) -> None:
    machine.has("dpkg-query", "echo installed")
    machine.has("apt-get", "exit 1")
    machine.has(
        "python3",
        f'case "$*" in *venv*) {VENV};; *pip*) exit 1;; esac',
    )
    for _ in range(2):
        done = machine.run(checkout, "run")
        assert done.returncode == 1
        assert "kiểm tra mạng" in done.stderr
        assert not (checkout / ".venv" / "counter-ready").exists()
        assert not (checkout / ".venv.lock").exists()


def test_an_old_python_is_named(machine: Machine, checkout: Path) -> None:
    machine.has("dpkg-query", "echo installed")
    machine.has("apt-get", "exit 1")
    machine.has("python3", 'case "$*" in --version) echo Python 3.9.2;; *) exit 1;; esac')
    done = machine.run(checkout, "run")
    assert done.returncode == 1
    assert "Python 3.9.2" in done.stderr


def test_a_set_up_that_a_power_cut_left_behind_does_not_block(machine: Machine, checkout: Path) -> None:
    machine.has("dpkg-query", "echo installed")
    machine.has("apt-get", "exit 1")
    fake = f'case "$*" in *venv*) {VENV};; *counter_app*) echo "started $*";; esac'
    machine.has("python3", fake)
    (checkout / ".venv.lock").mkdir()
    (checkout / ".venv.lock" / "pid").write_text("999999")
    done = machine.run(checkout, "doctor", "--json")
    assert done.returncode == 0, done.stderr
    assert "started -m counter_app doctor --json" in done.stdout
    assert (checkout / ".venv" / "counter-ready").read_bytes() == (checkout / "requirements.lock").read_bytes()


def test_a_new_lock_file_is_installed_before_the_program_runs(machine: Machine, checkout: Path) -> None:
    test_a_set_up_that_a_power_cut_left_behind_does_not_block(machine, checkout)
    (checkout / "requirements.lock").write_text("changed\n")
    done = machine.run(checkout, "run")
    assert "Chuẩn bị" in done.stderr
    assert (checkout / ".venv" / "counter-ready").read_text() == "changed\n"


def test_it_is_plain_posix_shell() -> None:
    shell = shutil.which("dash") or "sh"
    assert subprocess.run([shell, "-n", str(ROOT / "counter")]).returncode == 0


@pytest.mark.alone  # compares the processor's time of two programs
def test_later_starts_add_under_a_fifth_of_a_second(checkout: Path, machine: Machine) -> None:
    python = checkout / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    shutil.copy(checkout / "requirements.lock", checkout / ".venv" / "counter-ready")
    (checkout / "counter_app").mkdir()
    (checkout / "counter_app" / "__init__.py").write_text("")
    (checkout / "counter_app" / "__main__.py").write_text("")

    def seconds(*command: str) -> float:
        before = os.times()
        subprocess.run(command, check=True, cwd=checkout)
        after = os.times()
        return (after.children_user + after.children_system) - (before.children_user + before.children_system)

    pairs = [
        seconds(str(checkout / "counter"), "run") - seconds(str(python), "-m", "counter_app", "run") for _ in range(7)
    ]
    assert statistics.median(pairs) < 0.2 * slower()
