"""`counter key`, and commands that run at a desk whose data is locked: no password is ever on a command line."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from counter_app import cli
from counter_app.errors import ExitStatus
from counter_app.store.key_file import unlocked
from counter_app.store.keys import KeyPlace, place_of
from tests.desk.locked import CLERK, HEAD, PASSWORD, RECOVERY, locked_desk


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return locked_desk(tmp_path / "desk")


def counter(data: Path, *words: str, clerk: str = "") -> int:
    return cli.main([*words, "--data", str(data), *(["--clerk", clerk] if clerk else [])])


def test_where_the_key_lies_is_told_without_opening_anything(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert counter(data, "key") == 0
    said = capsys.readouterr().out
    assert f"{CLERK}, {HEAD}" in said and "mật khẩu" in said


def test_a_command_nobody_opens_the_data_for_says_how(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert counter(data, "backup", str(tmp_path / "desk.counter")) == ExitStatus.STORE
    assert "--clerk" in capsys.readouterr().err
    assert counter(data, "doctor", "--json") in (ExitStatus.DONE, ExitStatus.NOT_DONE)
    (store,) = [line for line in json.loads(capsys.readouterr().out) if line["check"] == "store"]
    assert store["verdict"] == "warning" and "--clerk" in store["message"]


@pytest.mark.usefixtures("costly_passwords")
@pytest.mark.parametrize("way", ["environment", "descriptor", "recovery key"])
def test_programs_that_run_by_themselves_open_it_by_environment_or_descriptor(
    data: Path, tmp_path: Path, way: str
) -> None:
    environment = os.environ | {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    command = [sys.executable, "-m", "counter_app", "backup", str(tmp_path / "desk.counter"), "--data", str(data)]
    readable, writable = os.pipe()
    if way == "recovery key":
        environment["COUNTER_BACKUP_PASSPHRASE"] = RECOVERY
    else:
        command += ["--clerk", HEAD]
    if way == "environment":
        environment["COUNTER_PASSWORD"] = PASSWORD
    if way == "descriptor":
        environment["COUNTER_PASSWORD_FD"] = str(readable)
        os.write(writable, f"{PASSWORD}\n".encode())
    os.close(writable)
    done = subprocess.run(
        command, env=environment, pass_fds=[readable], stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    os.close(readable)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "desk.counter").exists()


def test_a_wrong_password_opens_nothing(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COUNTER_PASSWORD", "sai mật khẩu")
    assert counter(data, "key", "plain", clerk=HEAD) == ExitStatus.NOT_DONE
    assert "vẫn khóa" in capsys.readouterr().err
    assert place_of(data) is KeyPlace.WRAPPED


def test_the_head_leaves_the_key_plain_locks_it_again_and_changes_it(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COUNTER_PASSWORD", PASSWORD)
    before = unlocked(data, HEAD, PASSWORD)
    assert counter(data, "key", "plain", clerk=CLERK) == ExitStatus.NOT_DONE, "no task of a clerk"
    assert counter(data, "key", "plain", clerk=HEAD) == 0
    assert "ai có ổ đĩa là đọc được" in capsys.readouterr().out
    assert counter(data, "doctor", "--json") in (ExitStatus.DONE, ExitStatus.NOT_DONE)
    (key,) = [line for line in json.loads(capsys.readouterr().out) if line["check"] == "key"]
    assert key["verdict"] == "warning" and "theo lựa chọn" in key["message"]
    assert counter(data, "key", "wrap", clerk=HEAD) == 0
    assert not (data / "store.key").exists()
    assert counter(data, "key", "renew", clerk=HEAD) == 0
    after = unlocked(data, CLERK, PASSWORD)
    assert after.secret != before.secret and after.other is None
    capsys.readouterr()
    assert counter(data, "doctor", "--json", clerk=HEAD) in (ExitStatus.DONE, ExitStatus.NOT_DONE)
    found = {line["check"]: line["verdict"] for line in json.loads(capsys.readouterr().out)}
    assert (found["key"], found["journal"], found["damage"]) == ("ok", "ok", "ok")
