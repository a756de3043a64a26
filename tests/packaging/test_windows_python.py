"""What Windows desks are made of, as far as another system shows it: where its Python looks, the installer's words."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from counter_app.packaging import windows
from counter_app.packaging.windows_tree import HERE

SHOWS = f"import runpy, sys; runpy.run_path({str(HERE / 'sitecustomize.py')!r}); print(sys.path[0])"


@pytest.mark.parametrize("handed_over", [True, False])
def test_only_what_was_handed_over_to_a_newer_version_looks_there_first(tmp_path: Path, handed_over: bool) -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(tmp_path), "elsewhere"))}
    environment |= {"COUNTER_INSTALLED_VERSION": "0.1.0 0"} if handed_over else {}
    command = [sys.executable, "-I", "-c", SHOWS]  # -I: as there, without the variable's paths
    first = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.strip()
    assert (first == str(tmp_path)) is handed_over


@pytest.mark.parametrize("place", ["program files", "own folder"])
def test_a_desk_installed_for_the_machine_keeps_what_python_compiles_among_the_users_own_files(
    tmp_path: Path, place: str
) -> None:
    """Nobody may write into Program Files: each start, and each worker, would compile hundreds of modules again."""
    own = tmp_path / "Hồ Thị Mận" / "AppData" / "Local"
    prefix = tmp_path / "Program Files" / "Counter" if place == "program files" else own / "Programs" / "Counter"
    lines = f"import runpy, sys; sys.prefix = {str(prefix)!r}; runpy.run_path({str(HERE / 'sitecustomize.py')!r})"
    command = [sys.executable, "-I", "-c", f"{lines}; print(sys.pycache_prefix)"]
    environment = os.environ | {"LOCALAPPDATA": str(own), "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}
    told = subprocess.run(command, env=environment, capture_output=True, check=True).stdout.decode().strip()
    assert told == (str(own / "counter-compiled") if place == "program files" else "None")


@pytest.mark.skipif(not windows._WORDS.exists(), reason="NSIS is not on this machine")
def test_the_installers_own_sentences_have_whole_letters(tmp_path: Path) -> None:
    for file in windows._whole_letters(tmp_path / "words").iterdir():
        text = file.read_text(encoding="utf-8-sig")
        assert "Thỏa thuận Giấy phép" in text and not [letter for letter in text if unicodedata.combining(letter)]
