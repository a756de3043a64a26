"""What the program does in Windows' own way; `test_under_wine` runs it there, and a real PC can, by the protocol."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterator
from ctypes import wintypes
from datetime import date
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

import counter_app
from counter_app import windows_system
from counter_app.apart.process_tree import interpreter
from counter_app.apart.worker_process import WorkerProcess
from counter_app.durable import write_durably
from counter_app.packaging.checkout import PROGRAM
from counter_app.resources import beside_program
from counter_app.updates.hand_over import versions_of
from counter_app.updates.versions import LOCK, offer_of
from scanning.private_directory import private_directory, sweep
from scanning.reading.ocr import tesseract_table

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="only Windows has these")


def sleeper() -> Iterator[int]:
    """In a worker: the number of a program that it started and that would go on."""
    none = subprocess.DEVNULL  # as Tesseract is started: nothing of the worker's own pipes goes on to it
    command = [interpreter(), "-c", "import time; time.sleep(300)"]
    yield subprocess.Popen(command, stdin=none, stdout=none, stderr=none).pid


@pytest.mark.usefixtures("own_processes")
def test_a_worker_takes_what_it_started_with_it() -> None:
    with WorkerProcess() as worker:
        (child,) = worker.results("tests.windows.on_windows:sleeper", seconds=120)
        assert windows_system.lives(child) and windows_system.lives(worker.process_id)
    until = time.monotonic() + 20
    while windows_system.lives(child) and time.monotonic() < until:
        time.sleep(0.1)
    assert not windows_system.lives(child)


def priority() -> Iterator[int]:
    """In a worker: its class of priority, as Windows numbers it."""
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    yield kernel.GetPriorityClass(wintypes.HANDLE(kernel.GetCurrentProcess()))


@pytest.mark.usefixtures("own_processes")
def test_a_worker_gives_way_to_the_window_unless_the_clerk_waits_for_it() -> None:
    with WorkerProcess() as behind, WorkerProcess(urgent=True) as waited_for:
        told = [*behind.results("tests.windows.on_windows:priority", seconds=120)]
        told += waited_for.results("tests.windows.on_windows:priority", seconds=120)
    assert told == [0x4000, 0x20]  # BELOW_NORMAL_PRIORITY_CLASS, NORMAL_PRIORITY_CLASS


def test_a_folder_is_its_users_and_stays_usable(tmp_path: Path) -> None:
    folder = tmp_path / "Nguyễn Thị Ánh"
    folder.mkdir()
    windows_system.give_to_user_alone(folder)
    (folder / "thử").write_bytes(b"1")
    assert (folder / "thử").read_bytes() == b"1"


def test_a_file_is_locked_once_and_can_be_written_by_its_holder(tmp_path: Path) -> None:
    (tmp_path / "part").write_bytes(b"0123456789")
    with (tmp_path / "part").open("r+b") as first, (tmp_path / "part").open("r+b") as second:
        assert windows_system.lock_file(first.fileno()) and not windows_system.lock_file(second.fileno())
        first.write(b"ab")
        first.flush()
        assert second.read() == b"ab23456789"
        first.close()
        assert windows_system.lock_file(second.fileno())


def test_a_file_that_another_program_looks_at_for_a_moment_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "hồ sơ"
    write_durably(file, b"1")
    held = file.open("rb")
    threading.Timer(0.5, held.close).start()
    write_durably(file, b"2")
    assert file.read_bytes() == b"2"


def test_pages_of_a_process_that_is_gone_are_swept_and_those_of_a_living_one_are_not() -> None:
    gone = Path(tempfile.gettempdir()) / "counter-pages-999999-x"
    gone.mkdir(exist_ok=True)
    with private_directory() as ours:
        sweep()
        assert ours.exists() and not gone.exists()


def test_a_secret_is_kept_in_the_credential_manager() -> None:
    from keyring.backends.Windows import WinVaultKeyring  # the tests' own setting keeps keyring from finding it

    secrets = WinVaultKeyring()
    secrets.set_password("counter-thử", "quầy", "bí mật")
    assert secrets.get_password("counter-thử", "quầy") == "bí mật"
    secrets.delete_password("counter-thử", "quầy")


def test_a_version_the_province_offered_runs_with_the_tesseract_and_fonts_of_the_installed_one(tmp_path: Path) -> None:
    """This Python takes no PYTHONPATH, and the new version's folder lies among the data: neither may matter."""
    data, file = tmp_path / "quầy một", tmp_path / "99.0.zip"
    _pack("99.0", file)
    versions, offer = versions_of(data), offer_of(file)
    assert versions.wants(offer)  # it runs with the libraries that are installed here
    versions.folder.mkdir(parents=True)
    shutil.copy(file, versions.part(offer))
    versions.take_in(offer, date.today())
    versions.install_at_close(day_is_over=True)
    new = versions.current()
    assert new is not None
    told = _said("-m", "counter_app", "doctor", "--json", "--data", str(data))
    assert "99.0 runs" in told
    assert {line["check"]: line["verdict"] for line in json.loads(told[told.index("[") :])}.items() >= {
        ("tesseract", "ok"),
        ("fonts", "ok"),
    }
    handed_over = {"COUNTER_INSTALLED_VERSION": "0.1.0 0", "PYTHONPATH": str(new)}
    assert "99.0 works" in _said("-c", "from tests.windows import on_windows; on_windows.ask_worker()", **handed_over)


def _pack(version: str, file: Path) -> None:
    """The program of this folder as another version's archive, which says that it runs."""
    root = Path(counter_app.__file__).parents[1]
    with zipfile.ZipFile(file, "w") as archive:
        archive.write(root / LOCK, LOCK)
        for path in (path for folder in PROGRAM for path in (root / folder).rglob("*") if path.is_file()):
            content, name = path.read_bytes(), path.relative_to(root).as_posix()
            if name == "counter_app/__init__.py":
                content = f'__version__ = "{version}"\n'.encode()
            elif name == "counter_app/__main__.py":
                content = f'print("{version} runs")\n'.encode() + content
            archive.writestr(name, content)


def _said(*arguments: str, **environment: str) -> str:
    command = [sys.executable, *arguments]
    done = subprocess.run(command, env=os.environ | environment, capture_output=True, stdin=subprocess.DEVNULL)
    return done.stdout.decode("utf-8", "replace")


def ask_worker() -> None:
    """Prints which version of the program a worker of this process runs."""
    with WorkerProcess() as worker:
        (version,) = worker.results("tests.windows.on_windows:version", seconds=120)
        print(f"{version} works")


def version() -> Iterator[str]:
    """In a worker."""
    yield counter_app.__version__


def test_tesseract_reads_for_a_user_with_a_vietnamese_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "Nguyễn Thị Ánh"
    folder.mkdir()
    for name in ("TEMP", "TMP"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    picture = Image.new("L", (900, 140), 255)
    font = ImageFont.truetype(str(beside_program("fonts") / "LiberationSerif-Regular.ttf"), 48)
    ImageDraw.Draw(picture).text((20, 30), "Giấy chứng nhận quyền sử dụng đất", font=font, fill=0)
    picture.format = "TIFF"
    table = tesseract_table(picture, "vie", "--psm 3 --dpi 300")
    words = [line.split("\t")[-1] for line in table.splitlines()[1:]]
    assert " ".join(filter(None, words)) == "Giấy chứng nhận quyền sử dụng đất"
    assert os.listdir(folder) == []  # noqa: PTH208 - nothing of a page is left
