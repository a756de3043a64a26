"""What waits for the province as the clerk sees it: what, why, since when, found by a word; send now, pause."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtNetwork import QNetworkInformation
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_app.config import Server
from counter_app.desk.accounts import open_account
from counter_app.dossier import clock
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.payloads.papers import ComponentDigitised
from counter_app.dossier.roles import Role
from counter_app.province.serve import RunningServer, running_server
from counter_app.store.outgoing import OutgoingFile
from counter_app.sync.errors import FileDiffers, KnowledgeRefused, ServerFault, TooMany
from counter_app.sync.status import Sending, SyncStatus
from counter_app.sync.waiting import WaitingDossier
from tests.dossier.entries import journal_of, received
from tests.pace import slower
from tests.sync.conftest import append
from tests.ui.window.conftest import BIRTH, DeskAtWork
from tests.ui.window.life import receive, shown
from tests.ui.window.test_responsiveness import Heartbeat
from ui import sync_words as told
from ui.background.sync_watch import NetworkWatch, SyncWatch
from ui.shell.main_window import MainWindow
from ui.sync.dialog import SyncDialog

DESK = "H41.99:1"
BACKLOG = 10_000
OPENS = 0.200  # seconds
Reach = QNetworkInformation.Reachability
Type = Callable[[QWidget, str], None]


@pytest.fixture
def province(tmp_path: Path) -> Iterator[RunningServer]:
    with running_server(tmp_path / "province") as told:
        yield told


def connected(desk_at_work: DeskAtWork, province: RunningServer, hours: tuple[str, ...] = ()) -> MainWindow:
    code = province.services.desks.register(DESK)
    desk_at_work.server = Server(url=province.url, code=code, file_hours=hours)
    return desk_at_work.open()


@contextmanager
def a_line_that_is_down(desk_at_work: DeskAtWork, tmp_path: Path) -> Iterator[Callable[[], RunningServer]]:
    """The server is not there yet; what is given starts it."""
    folder = tmp_path / "province"
    with running_server(folder) as before:
        port = int(before.url.rpartition(":")[2])
        desk_at_work.server = Server(url=before.url, code=before.services.desks.register(DESK))
    running = []

    def back() -> RunningServer:
        running.append(running_server(folder, port))
        return running[0].__enter__()

    yield back
    desk_at_work.close()
    for server in running:
        server.__exit__(None, None, None)


def opened(qtbot: QtBot, window: MainWindow) -> SyncDialog:
    """Clicks the words about the province in the line below."""
    qtbot.mouseClick(window.strip.line, Qt.MouseButton.LeftButton)
    screen = window.sync_screen
    qtbot.waitUntil(screen.isVisible)
    return screen


def column(screen: SyncDialog, name: str) -> list[str]:
    number = screen.model.column_of(name)
    return [str(screen.model.index(row, number).data()) for row in range(screen.model.rowCount())]


def scan(window: MainWindow, code: str, size: int = 3_000_000) -> None:
    """A scanned document of the dossier; only its bytes matter here."""
    store = window.workplace.desk.store
    document = store.files.put(bytes(size), "application/pdf")
    append(store, ComponentDigitised(component="to-khai", document=document, pages=()), code)


def closed_hours() -> tuple[str, ...]:
    """Hours for files that do not hold now."""
    later = clock.now().astimezone(VIETNAM) + timedelta(hours=3)
    return (f"{later:%H:%M}-{later + timedelta(hours=2):%H:%M}",)


def test_offline_what_waits_is_listed_and_found_and_goes_when_the_network_is_back(
    qtbot: QtBot, desk_at_work: DeskAtWork, tmp_path: Path, type_text: Type
) -> None:
    with a_line_that_is_down(desk_at_work, tmp_path) as line_is_back:
        window = desk_at_work.open()
        first = receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai")
        receive(window, "Đặng Văn Bảo", BIRTH, "to-khai", number="040190009999")
        qtbot.waitUntil(lambda: "Mất kết nối" in window.strip.line.text())
        screen = opened(qtbot, window)
        qtbot.waitUntil(lambda: len(column(screen, "code")) == 2)
        assert column(screen, "owner") == ["Nguyễn Thị Hường", "Đặng Văn Bảo"], "the longest waiting first"
        assert column(screen, "why") == ["Mất kết nối"] * 2
        assert column(screen, "waits") == ["1 bước"] * 2
        assert column(screen, "since") == ["25/11/2026 09:00"] * 2
        assert "sẽ được gửi khi có kết nối trở lại" in screen.head.advice.text()
        assert "Chưa liên lạc được lần nào · thử lại lúc" in screen.head.contact.text()

        type_text(screen.field, "huong")
        qtbot.waitUntil(lambda: column(screen, "code") == [first])
        screen.table.activated.emit(screen.model.index(0, 0))
        qtbot.waitUntil(lambda: shown(window) == first)
        screen.field.setText("khong co ai")
        qtbot.waitUntil(lambda: screen.model.rowCount() == 0)
        screen.field.clear()
        qtbot.waitUntil(lambda: screen.model.rowCount() == 2)

        line_is_back()
        window._sync.network.hear(Reach.Disconnected)
        window._sync.network.hear(Reach.Online)
        qtbot.waitUntil(lambda: screen.model.rowCount() == 0)
        assert "Trực tuyến" in screen.head.state.text() and screen.head.waits.text() == "Đã gửi hết."
        assert "Liên lạc lần cuối" in screen.head.contact.text()
        assert window.strip.waiting.text() == "Đã gửi hết"


def test_a_desk_that_is_locked_out_is_told_so_once_and_shows_what_to_do(
    qtbot: QtBot, desk_at_work: DeskAtWork, province: RunningServer
) -> None:
    window = connected(desk_at_work, province)
    qtbot.waitUntil(lambda: "Trực tuyến" in window.strip.line.text())
    province.services.desks.revoke(DESK)
    qtbot.wait(2100)  # the server may take so long to notice
    receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai")
    window.workplace.changes.written()
    screen = opened(qtbot, window)
    qtbot.waitUntil(lambda: "Tỉnh đã khóa quyền truy cập" in screen.head.state.text())
    assert "xin tỉnh mã đăng ký mới" in screen.head.advice.text(), "and what to do"
    assert "Tỉnh đã khóa quyền truy cập" in window.strip.line.text()
    screen.head.now.click()
    screen.head.now.click()
    qtbot.waitUntil(lambda: bool(column(screen, "why")))
    assert "Tỉnh đã khóa quyền truy cập" in column(screen, "why")[0]
    qtbot.wait(500)
    assert len(window.messages.messages) == 1


def test_a_desk_that_lost_its_place_is_enrolled_anew_with_a_code_that_is_typed_in(
    qtbot: QtBot, desk_at_work: DeskAtWork, province: RunningServer, type_text: Type
) -> None:
    desk_at_work.server = Server(url=province.url)
    window = desk_at_work.open()
    receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai")
    screen = opened(qtbot, window)
    qtbot.waitUntil(screen.head.code.isVisible)
    assert "chưa được đăng ký" in screen.head.state.text() and not screen.head.enrol.isEnabled()
    type_text(screen.head.code, "ABCDE-FGHJK-LMNPQ-RSTUV")
    screen.head.enrol.click()
    qtbot.waitUntil(lambda: "không chấp nhận mã" in screen.head.state.text())
    type_text(screen.head.code, province.services.desks.register(DESK).lower())
    qtbot.keyClick(screen.head.code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.model.rowCount() == 0)
    assert "Trực tuyến" in screen.head.state.text() and not screen.head.code.isVisible()
    desk_at_work.close()
    again = desk_at_work.open()
    qtbot.waitUntil(lambda: "Trực tuyến" in again.strip.line.text())


def test_a_pause_shows_at_once_and_ends_when_the_clerk_goes_on(
    qtbot: QtBot, desk_at_work: DeskAtWork, province: RunningServer
) -> None:
    window = connected(desk_at_work, province)
    qtbot.waitUntil(lambda: "Trực tuyến" in window.strip.line.text())
    screen = opened(qtbot, window)
    screen.head.pause.click()
    assert window.strip.line.text() == "● Đang tạm dừng gửi"
    assert screen.head.pause.text() == "Tiếp tục"
    code = receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai")
    window.workplace.changes.written()
    qtbot.waitUntil(lambda: column(screen, "why") == ["Đang tạm dừng gửi"])
    assert province.services.registry.folded(code).dossier is None
    screen.head.pause.click()
    qtbot.waitUntil(lambda: screen.model.rowCount() == 0)
    assert screen.head.pause.text() == "Tạm dừng" and "Trực tuyến" in window.strip.line.text()


def test_send_now_lets_files_go_out_of_their_hours_once(
    qtbot: QtBot, desk_at_work: DeskAtWork, province: RunningServer
) -> None:
    hours = closed_hours()
    window = connected(desk_at_work, province, hours)
    code = receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai")
    scan(window, code)
    window.workplace.changes.written()
    screen = opened(qtbot, window)
    opens = hours[0][:5]
    qtbot.waitUntil(lambda: column(screen, "why") == [f"Tệp được gửi từ {opens}"])
    assert column(screen, "waits") == ["1 tệp (3,0 MB)"], "the entries are there already"
    assert "trong khung giờ" in screen.head.sending.text() and opens in screen.head.sending.text()
    assert "1 tệp (3,0 MB)" in screen.head.waits.text()
    screen.head.now.click()
    qtbot.waitUntil(lambda: screen.model.rowCount() == 0)
    assert screen.head.waits.text() == "Đã gửi hết."
    scan(window, code, 2_000_000)
    window.workplace.changes.written()
    qtbot.waitUntil(lambda: column(screen, "why") == [f"Tệp được gửi từ {opens}"])


def test_entries_that_were_put_aside_are_named(qtbot: QtBot, desk_at_work: DeskAtWork, province: RunningServer) -> None:
    window = connected(desk_at_work, province)
    (entry,) = journal_of("H41.99:2", (1, received()))
    window.workplace.desk.store.quarantine.keep(entry, "not what its hash says")
    screen = opened(qtbot, window)
    window.workplace.changes.written()
    qtbot.waitUntil(lambda: screen.tabs.isTabVisible(1))
    assert screen.tabs.tabText(1) == "Để riêng (1)"
    row = [str(screen.aside.index(0, number).data()) for number in range(screen.aside.columnCount())]
    assert row == [entry.dossier, "H41.99:2", "1", "23/11/2026 09:00", "Bị sửa hoặc hỏng trên đường truyền"]
    qtbot.waitUntil(lambda: "H41.99:2" in screen.head.problems.text())
    assert "Trực tuyến" in screen.head.state.text()
    assert "1 bản ghi từ tỉnh" in window.strip.line.text()  # as far as there is room for it
    assert len(window.messages.messages) == 1


def test_with_no_server_the_screen_says_so_and_offers_nothing_that_cannot_be_done(
    qtbot: QtBot, window: MainWindow
) -> None:
    receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai")
    screen = opened(qtbot, window)
    qtbot.waitUntil(lambda: column(screen, "why") == ["Chưa nối máy chủ tỉnh"])
    assert not screen.head.now.isEnabled() and not screen.head.pause.isEnabled()
    qtbot.waitUntil(lambda: (status := window._sync.status) is not None and status.entries_waiting > 0)
    screen.head.show_status(window._sync.status)
    assert screen.head.waits.isHidden() and screen.head.contact.isHidden(), "no “1 step” for ever"
    assert column(screen, "waits") == ["giữ tại quầy"]
    window.show_screen("lookup")
    lookup = window.lookup.model
    qtbot.waitUntil(lambda: lookup.rowCount() == 1)
    at = [made.name for made in lookup.columns].index("sync")
    assert lookup.index(0, at).data() == "Chỉ ở quầy"


def test_an_account_that_waits_is_called_so_and_opens_no_dossier(qtbot: QtBot, desk_at_work: DeskAtWork) -> None:
    window = desk_at_work.open()
    desk = window.workplace.desk
    open_account(desk, "Phạm Thị Mẫu", (Role.CLERK,), "mau-khau-1", "mau-khau-1")
    screen = opened(qtbot, window)
    qtbot.waitUntil(lambda: screen.model.rowCount() > 0)
    codes = [screen.model.index(row, 0).data() for row in range(screen.model.rowCount())]
    assert codes and set(codes) == {"Tài khoản cán bộ"}
    wanted: list[str] = []
    screen.dossier_wanted.connect(wanted.append)
    screen._open_waiting(screen.model.index(0, 0))
    assert wanted == []
    others = screen.model.rowCount()
    receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai")
    screen.refresh()
    qtbot.waitUntil(lambda: screen.count.text() == f"1 hồ sơ, {others} mục khác")


@pytest.mark.alone  # measures the window
def test_a_long_backlog_opens_at_once_and_is_searched_as_it_is_typed(
    qtbot: QtBot, window: MainWindow, type_text: Type, record_property: Callable[[str, object], None]
) -> None:
    store = window.workplace.desk.store
    with store.transaction():
        for number in range(BACKLOG):
            append(store, received(), f"H41.99-261123-{number:05d}")
    last = receive(window, "Lò Văn Ún", BIRTH, "to-khai")
    qtbot.wait(300)
    heartbeat = Heartbeat()
    began = time.perf_counter()
    screen = opened(qtbot, window)
    shows = time.perf_counter() - began
    qtbot.waitUntil(lambda: screen.model.rowCount() == 500)
    filled = time.perf_counter() - began
    assert "gõ từ khóa" in screen.count.text()
    began = time.perf_counter()
    type_text(screen.field, "lo van un")
    qtbot.waitUntil(lambda: column(screen, "code") == [last])
    found = time.perf_counter() - began
    stall = heartbeat.stop()
    record_property("opens, filled, found, longest stall, ms", [round(1000 * x) for x in (shows, filled, found, stall)])
    assert shows <= OPENS * slower()
    assert stall <= OPENS * slower(), "nothing of it is read on the window's thread"


def test_the_network_that_comes_back_is_told_and_the_one_that_goes_is_not(qtbot: QtBot) -> None:
    network, told_of = NetworkWatch(), []
    network.came_back.connect(lambda: told_of.append(1))
    for reach, times in (
        (Reach.Disconnected, 0),
        (Reach.Local, 1),
        (Reach.Online, 2),
        (Reach.Online, 2),
        (Reach.Disconnected, 2),
        (Reach.Unknown, 2),
        (Reach.Site, 3),
    ):
        network.hear(reach)
        assert len(told_of) == times, reach


def test_a_system_that_does_not_tell_of_its_network_harms_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QNetworkInformation, "loadBackendByFeatures", lambda *_: False)
    assert not NetworkWatch().start()


def test_a_fault_that_comes_and_goes_is_not_told_each_time(window: MainWindow) -> None:
    moment = [0.0]
    watch = SyncWatch(window.workplace.desk, window.workplace.tasks, window.workplace.changes, lambda: moment[0])
    heard: list[object] = []
    over: list[str] = []
    watch.failed.connect(heard.append)
    watch.mended.connect(over.append)
    for _ in range(5):
        watch.hear(SyncStatus(failure=ServerFault("500", status=500)))
        watch.hear(SyncStatus(online=True))
    watch.hear(SyncStatus(failure=TooMany()))
    assert len(heard) == 1, "and what needs nobody is not told at all"
    assert set(over) == {"ServerFault"}, "nothing more is said of it"
    watch.hear(SyncStatus(online=True, troubles=(KnowledgeRefused("", fault="holidays.toml:3"),)))
    assert len(heard) == 2
    moment[0] = 3600.0
    watch.hear(SyncStatus(failure=ServerFault("500", status=500)))
    assert len(heard) == 3


def test_what_keeps_a_dossier_is_said_of_that_dossier_only(qapp: object, window: MainWindow) -> None:
    here, there = (WaitingDossier(code, "", "", 0, 1, 5, None) for code in ("H41.99-261123-0001", "H41.99-261123-0002"))
    differs = SyncStatus(online=True, files_failure=FileDiffers("", dossier=here.code))
    assert here.code in told.why(here, differs, "vi", has_server=True)
    assert told.why(there, differs, "vi", has_server=True) == "Đợi đến lượt"
    on_its_way = SyncStatus(online=True, sending=Sending(OutgoingFile("ab" * 32, 200_000_000, there.code), 50_000_000))
    assert told.why(there, on_its_way, "vi", has_server=True) == "Đang gửi tệp: 25 %"
    assert told.sending_text(on_its_way) == f"Đang gửi tệp của {there.code}: 50,0 MB / 200,0 MB"


@pytest.mark.parametrize(
    ("ahead", "says"),
    [
        (timedelta(minutes=4), ""),
        (timedelta(minutes=23), "nhanh hơn đồng hồ của tỉnh 23 phút"),
        (timedelta(days=-1), "chậm hơn đồng hồ của tỉnh 24 giờ"),
        (timedelta(days=4, hours=3), "nhanh hơn đồng hồ của tỉnh 4 ngày"),
    ],
)
def test_a_wrong_clock_is_hinted_at(window: MainWindow, ahead: timedelta, says: str) -> None:
    status = SyncStatus(online=True, last_contact=datetime(2026, 11, 25, 9, 0, tzinfo=VIETNAM), clock_ahead=ahead)
    state = told.shortly(status, "vi", has_server=True)
    assert says in state.happened and bool(state.advice)
    assert bool(told.problems(status, "vi")) == bool(says)
