"""A package is made of a commit, and of nothing else."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from counter_app.packaging import checkout
from counter_app.packaging.errors import NotCommitted


def test_a_file_that_is_in_no_commit_keeps_the_package_from_being_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One was built beside an editor: a module was in it that asked for another that was not."""
    monkeypatch.setattr(checkout, "ROOT", tmp_path)
    for name in (*(f"{folder}/a.py" for folder in checkout.PROGRAM), checkout.LOCK, "README.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("1\n")
    git = ("git", "-c", "user.name=Mẫu", "-c", "user.email=mau@example.vn")
    for words in (("init", "-q"), ("add", "."), ("commit", "-qm", "whole")):
        subprocess.run((*git, *words), cwd=tmp_path, check=True)
    checkout.refuse_uncommitted()
    (tmp_path / "README.md").write_text("2\n")
    checkout.refuse_uncommitted()  # nothing of the program
    (tmp_path / "ui/a.py").write_text("2\n")
    (tmp_path / "ui/new.py").write_text("1\n")
    with pytest.raises(NotCommitted) as refused:
        checkout.refuse_uncommitted()
    assert "ui/a.py, ui/new.py" in refused.value.sentence("vi")
