"""A real CUPS scheduler of our own, with one queue: what the clerk is told when the printer has troubles."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pytest

from counter_app.dossier.model import Dossier
from printing.forms.receipt import receipt
from printing.occasion import Occasion

CONF = """
Listen {root}/sock
Browsing No
DefaultAuthType None
PreserveJobFiles Yes
<Location />
  Allow all
</Location>
<Location /admin>
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
"""
FILES = """
ServerRoot {root}
RequestRoot {root}/spool
CacheDir {root}/cache
StateDir {root}/run
TempDir {root}/spool/tmp
AccessLog {root}/access
ErrorLog {root}/error
PageLog {root}/page
FileDevice Yes
SystemGroup {group}
"""
QUEUE = "Tang2"


class Cups:
    """The scheduler, asked as an administrator and as a desk would."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._environment = os.environ | {"CUPS_SERVER": str(root / "sock"), "QT_QPA_PLATFORM": "offscreen"}

    def run(self, *command: str) -> None:
        subprocess.run(command, env=self._environment, check=True, capture_output=True, timeout=30)

    def printed_by_a_desk(self, pdf: Path, copies: int = 1) -> str:
        """What a desk says that prints the file on the queue: "taken", or the name of the error."""
        desk = f"""
from pathlib import Path
from PySide6.QtWidgets import QApplication
from counter_app.errors import CounterError
from printing.printers import qt
application = QApplication([])
try:
    qt.send("{QUEUE}", Path({str(pdf)!r}).read_bytes(), "receipt", {copies})
    print("taken")
except CounterError as failure:
    print(type(failure).__name__)
"""
        command = [sys.executable, "-c", desk]
        done = subprocess.run(command, env=self._environment, capture_output=True, text=True, timeout=60)
        return done.stdout.strip() or done.stderr

    def jobs(self) -> list[Path]:
        return sorted((self.root / "spool").glob("d*-*"))


@pytest.fixture
def cups() -> Iterator[Cups]:
    scheduler = shutil.which("cupsd") or shutil.which("cupsd", path="/usr/sbin")
    if not scheduler or not shutil.which("lpadmin", path=f"{os.environ.get('PATH')}:/usr/sbin"):
        pytest.skip("no CUPS scheduler on this machine (Debian: cups, cups-client)")
    if getpass.getuser() != "root":
        pytest.skip("a CUPS scheduler of one's own needs root")
    with TemporaryDirectory(prefix="cups") as name:  # a short path: a socket's name has 107 letters at most
        root = Path(name)
        for folder in ("spool/tmp", "cache", "run"):
            (root / folder).mkdir(parents=True)
        (root / "cupsd.conf").write_text(CONF.format(root=root))
        (root / "cups-files.conf").write_text(FILES.format(root=root, group="root"))
        running = subprocess.Popen([scheduler, "-f", "-c", root / "cupsd.conf", "-s", root / "cups-files.conf"])
        try:
            cups = Cups(root)
            _wait_for(root / "sock", running)
            cups.run("lpadmin", "-p", QUEUE, "-E", "-v", "file:///dev/null", "-m", "raw")
            yield cups
        finally:
            running.terminate()
            running.wait(10)


def _wait_for(socket: Path, scheduler: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        if socket.exists():
            return
        if scheduler.poll() is not None:
            break
        time.sleep(0.1)
    pytest.skip("the CUPS scheduler does not start on this machine")


@pytest.fixture
def paper(tmp_path: Path, dossier: Dossier, occasion: Callable[..., Occasion]) -> Path:
    path = tmp_path / "receipt.pdf"
    path.write_bytes(receipt(occasion(dossier)))
    return path


def test_a_paper_reaches_the_queue_in_its_true_size(cups: Cups, paper: Path) -> None:
    assert cups.printed_by_a_desk(paper, copies=2) == "taken"
    (job,) = cups.jobs()
    with pikepdf.open(job) as printed:
        boxes = [page.mediabox for page in printed.pages]
    assert len(boxes) == 4  # two liên, twice
    assert all((round(float(box[2])), round(float(box[3]))) == (595, 842) for box in boxes)


def test_a_queue_in_trouble_is_never_taken_for_printed(cups: Cups, paper: Path) -> None:
    cups.run("cupsdisable", QUEUE)
    assert cups.printed_by_a_desk(paper) == "PrinterOff"
    cups.run("cupsenable", QUEUE)
    cups.run("cupsreject", QUEUE)  # on, but takes no jobs: Qt alone would call this printed
    assert cups.printed_by_a_desk(paper) == "PrinterRefused"
    cups.run("cupsaccept", QUEUE)
    assert cups.printed_by_a_desk(paper) == "taken"
    assert len(cups.jobs()) == 1
    cups.run("lpadmin", "-x", QUEUE)
    assert cups.printed_by_a_desk(paper) == "PrinterGone"
