"""A desk with the sample office, its real store, its real window, and paper made for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counter_app.bench.desk import opened_desk
from counter_app.config import Devices, Kiosk, Server, sample_profile
from counter_app.desk.desk import Desk
from counter_app.dossier.clock import VIETNAM
from counter_app.store.keys import StoreKey
from tests.conftest import CLERK, SUPERVISOR
from tests.printing.paper_printers import PaperPrinter
from tests.scanning.sources.escl_server import NetworkScanner, serving
from tests.ui.window.life import Clock
from ui.background.printers import printers_of
from ui.shell.application import open_window, speak
from ui.shell.main_window import MainWindow

BIRTH = "1.001193"
CARD = "040190001234|187123456|Nguyễn Thị Hường|15041990|Nữ|Xóm 3, xã Nghi Lộc, tỉnh Nghệ An|10052021"
LINES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "",
    "TỜ KHAI ĐĂNG KÝ KHAI SINH",
    "Họ, chữ đệm, tên người yêu cầu: Nguyễn Thị Hường",
    "Nơi cư trú: Xóm 3, xã Nghi Lộc, tỉnh Nghệ An",
    "Họ, chữ đệm, tên: Đặng Nguyễn Bảo Quỳnh",
    "Nơi sinh: Bệnh viện Sản Nhi, phường Vinh Hưng",
)


@pytest.fixture
def paper(tmp_path: Path) -> Callable[[str], Path]:
    """Makes a picture of a page: a birth declaration with a last line of its own."""

    def make(last_line: str = "Quốc tịch: Việt Nam") -> Path:
        font = ImageFont.truetype("/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf", 34)
        sheet = Image.new("RGB", (1654, 1169), "white")  # half of A4, at 200 dpi
        pen = ImageDraw.Draw(sheet)
        for number, line in enumerate((*LINES, last_line)):
            pen.text((170, 160 + 64 * number), line, fill=(20, 20, 30), font=font)
        path = tmp_path / f"scan-{len(list(tmp_path.glob('scan-*')))}.jpg"
        sheet.save(path, quality=88, dpi=(200, 200))
        return path

    return make


class DeskAtWork:
    """Opens windows on one store, one after the other, as a clerk does over days and power cuts."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.folder = folder
        self.printers = [PaperPrinter("Quầy 1")]
        self._qtbot = qtbot
        self._closing: list[ExitStack] = []
        self._desk: Desk | None = None
        self.now: Callable[[], datetime] | None = None
        self.server = Server()
        self.devices = Devices()
        self.kiosk = Kiosk()
        self.language = "vi"
        self.training = False
        self.clerk = CLERK
        self.key: StoreKey | None = None  # of a desk whose data is locked with passwords
        self.second_asked = False  # a supervisor stands by, unless a test is about asking one

    def open(self, *, at: str = "intake") -> MainWindow:
        """Opens the window, goes to a screen, and waits until one can type."""
        closing = ExitStack()
        here = {"server": self.server, "devices": self.devices, "kiosk": self.kiosk, "language": self.language}
        here |= {"training": self.training}
        desk = opened_desk(self.folder, sample_profile().model_copy(update=here), self.clerk, self.key)
        if not self.second_asked:
            desk = desk.seconded(SUPERVISOR)
        if self.now is not None:
            desk = replace(desk, now=self.now)
        window = open_window(desk, closing.callback, printers_of(lambda: [*self.printers]))
        self._closing.append(closing)
        self._desk = desk
        self._qtbot.addWidget(window)
        window.resize(1366, 768)
        window.showNormal()
        if at == "today":
            self._qtbot.waitUntil(lambda: window.today.tiles.tiles[0].count.text() != "…")
            return window
        window.show_screen(at)
        self._qtbot.waitUntil(lambda: window.intake.intake.ready)
        return window

    def close(self) -> None:
        """Closes the window properly (and what is left of those that lost their power)."""
        while self._closing:
            self._closing.pop().close()

    def pull_the_plug(self) -> None:
        """Nothing is told to the window: what is not on disk by now is not there for the next one."""
        assert self._desk is not None
        self._desk.store.lock.release()


@pytest.fixture
def desk_at_work(qtbot: QtBot, qapp: object, tmp_path: Path) -> Iterator[DeskAtWork]:
    speak(qapp, "vi")  # type: ignore[arg-type]
    at_work = DeskAtWork(qtbot, tmp_path / "data")
    at_work.now = partial(datetime, 2026, 11, 25, 9, 0, tzinfo=VIETNAM)
    yield at_work
    at_work.close()


def _keys(target: QWidget, text: str) -> None:
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(target, event)


@pytest.fixture
def type_text() -> Callable[[QWidget, str], None]:
    """Types Vietnamese letter by letter, which QTest's own keyClicks cannot."""
    return _keys


@pytest.fixture
def window(desk_at_work: DeskAtWork) -> MainWindow:
    return desk_at_work.open()


@pytest.fixture
def device() -> NetworkScanner:
    """A scanner in the network that scans one side."""
    return NetworkScanner(duplex=False)


@pytest.fixture
def address(device: NetworkScanner) -> Iterator[str]:
    with serving(device) as url:
        yield f"escl:{url}"


@pytest.fixture
def at_birth(window: MainWindow) -> MainWindow:
    return begun(window)


def begun(window: MainWindow) -> MainWindow:
    """A birth is being received: the owner is typed, the declaration chosen."""
    procedure = window.workplace.desk.knowledge.catalogue.get(BIRTH, window.workplace.desk.now().date())
    assert procedure is not None
    window.intake.intake.choose(procedure)
    window.intake.intake.type_person("owner", name="Nguyễn Thị Hường")
    window.intake.papers.checklist.select("to-khai")
    return window


@pytest.fixture
def clock(desk_at_work: DeskAtWork) -> Clock:
    """The desk's clock, at nine on Wednesday, 25 November 2026, in the test's hand."""
    made = Clock(datetime(2026, 11, 25, 9, 0, tzinfo=VIETNAM))
    desk_at_work.now = made
    return made
