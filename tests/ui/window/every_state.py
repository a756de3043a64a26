"""What a clerk sees in a day, one thing after the other: screens in their states, acts, reports, rooms of settings.

`test_every_state.py` holds each against the smallest window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from counter_app.dossier import acts
from counter_app.dossier.identity import read_card_qr
from scanning.errors import FeederEmpty
from tests.ui.window.conftest import BIRTH, CARD, begun
from tests.ui.window.life import NUMBER, choose, complete, receive, show
from ui.settings.fields import ROOMS
from ui.setup.dialog import SetupDialog
from ui.shell.main_window import MainWindow

READ = 300_000  # milliseconds until a worker process has surely read a page on a busy machine
OTHER = "001088004321||Trần Văn Bình|20121988|Nam|Số 5, phường Ba Đình, thành phố Hà Nội|01022022"
State = tuple[str, QWidget]


def states(qtbot: QtBot, window: MainWindow, paper: Callable[[str], Path]) -> Iterator[State]:
    """All of them, each with its name, while it is shown."""
    yield from intakes(qtbot, window, paper)
    code = receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai")
    receive(window, "Đặng Văn Bảo", BIRTH, "to-khai", number="040190009999")
    yield from dossiers(qtbot, window, code)
    yield from reports(qtbot, window)
    for screen in ("feedback", "catalogue", "drawing", "accounts"):
        window.show_screen(screen)
        yield screen, window
    window.show_screen("settings")
    for room in ROOMS:
        window.settings.show_room(room.name)
        yield f"settings, {room.name}", window
    yield from lists_and_help(window)


def intakes(qtbot: QtBot, window: MainWindow, paper: Callable[[str], Path]) -> Iterator[State]:
    """An intake from its beginning to the receipt, and what comes between."""
    page, intake = window.intake, window.intake.intake
    window.show_screen("intake")
    yield "intake, empty", window
    begun(window)
    window.take_card(CARD)
    intake.tick_by_hand("to-khai", originals=1)
    page.sources.add_files("to-khai", [paper("Dân tộc: Kinh"), paper("Dân tộc: Thái")])
    qtbot.waitUntil(
        lambda: len(intake.pages) == 2 and all(item.reading for item in intake.pages.values()), timeout=READ
    )
    qtbot.waitUntil(lambda: not page.pages.view.is_empty)
    yield "intake", window
    window.workplace.messages.fail(FeederEmpty())
    yield "intake, something went wrong", window
    window.messages.close_shown()
    page.receive()
    qtbot.waitUntil(lambda: page.at_gaps)
    yield "intake, not complete", window
    for way in page.gaps.ways:
        page.gaps.choose(way)
        yield f"intake, not complete, {way}", window
    page.gaps.close_panel()
    window.take_card(OTHER)
    qtbot.waitUntil(page.newcomer.isVisible)
    yield "intake, somebody else's card", window
    window.show_intake()
    qtbot.waitUntil(lambda: intake.ready and intake.empty)
    page.open_drafts()
    yield "open intakes", page.open_intakes
    page.open_intakes.close()
    begun(window)
    page.open_batch()
    page.take_card(read_card_qr(OTHER))
    qtbot.waitUntil(lambda: len(page.batch.model.rows) == 1)
    yield "many of one submitter", window
    page.leave_batch()
    intake.change(owners=())
    complete(window)
    with qtbot.waitSignal(intake.received):
        intake.receive(another=True)
    qtbot.waitUntil(lambda: page.at_receipt and bool(page.done.papers.model.rows))
    qtbot.wait(500)
    yield "received", window


def dossiers(qtbot: QtBot, window: MainWindow, code: str) -> Iterator[State]:
    """What was received: lists of it, one of it, all that is done to it."""
    window.show_screen("today")
    qtbot.waitUntil(lambda: window.today.tiles.tiles[0].count.text() != "…")
    yield "today", window
    window.show_person(NUMBER)
    qtbot.waitUntil(lambda: window.person.seen is not None)
    yield "person", window
    window.show_screen("lookup")
    lookup = window.lookup
    qtbot.waitUntil(lambda: lookup.model.rowCount() > 1)
    lookup.table.selectAll()
    yield "lookup, many chosen", window
    for act in (acts.HAND_OVER, acts.TAKE_RESULTS, acts.RETURN_RESULTS):
        lookup.do_on_many(act)
        assert lookup.many is not None
        yield f"many, {act.name}", lookup.many
        lookup.many.reject()
    show(qtbot, window, code)
    tabs = window.detail.findChild(QTabWidget)
    assert tabs is not None
    for tab in reversed(range(tabs.count())):
        tabs.setCurrentIndex(tab)
        if tab == 1:  # the button names its printer once there is a paper
            qtbot.waitUntil(lambda: window.detail.prints.paper.preview.bar.print.isEnabled())
        yield f"detail, {tabs.tabText(tab)}", window
    for each in list(window.detail.steps.acts):
        choose(window, each)
        yield f"act, {each.name}", window


def reports(qtbot: QtBot, window: MainWindow) -> Iterator[State]:
    """Each of them, its paper, the count of the cash and the month's evaluation."""
    window.show_screen("reports")
    page = window.reports
    for row in range(page.list.count()):
        if not page.list.item(row).isHidden():
            page.list.setCurrentRow(row)
            qtbot.waitUntil(lambda: page.answer is not None)
            yield f"report, {page.report.key}", window
    page.list.setCurrentRow(0)
    qtbot.waitUntil(lambda: page.answer is not None)
    page.print_paper()
    yield "report as a paper", window
    page.preview.leave()
    for name, open_it in (("cash", page.open_cash), ("evaluation", page.open_evaluation)):
        open_it()
        yield name, window


def lists_and_help(window: MainWindow) -> Iterator[State]:
    """What lies over the screens."""
    window.show_screen("today")
    for name, open_over in over_them(window).items():
        open_over()
        dialog = _open_dialog(window)
        yield name, dialog
        dialog.close()
    for tab in range(1, 4):
        window.show_help(tab)
        dialog = _open_dialog(window)
        yield f"help, {tab}", dialog
        dialog.close()
    window.show_tour()
    yield "tour", window
    window.lock.lock()
    QApplication.processEvents()
    yield "locked", window.lock.dialog or window


def over_them(window: MainWindow) -> dict[str, Callable[[], None]]:
    """What lies over a screen: opens each."""
    return {
        "what waits to be sent": window.sync_screen.open_screen,
        "what waits to be printed": window.waiting.open_list,
        "what was told": window.show_history,
        "help": window.show_help,
        "a desk set up": SetupDialog(window).open,
    }


def _open_dialog(window: MainWindow) -> QDialog:
    return next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())
