"""A clerk's whole day by keys and cards alone: no click, no call into a screen; the tests only look.

Each test runs in a window that nobody sees; the first of them runs all others once more in a window on a real screen,
where the X server sends the keys, the window manager gives the focus and a reader at a port the cards.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counter_app.bench.window.keyboard import Keyboard
from counter_app.bench.window.scanner import scanner, sheet
from counter_app.config import Devices
from counter_app.desk.till import outstanding
from counter_app.dossier import acts
from counter_app.dossier.acts.act import AnyAct
from counter_app.dossier.money import FeeKind
from counter_app.dossier.states import Status
from counter_app.procedures.catalogue import Fee
from tests.conftest import with_changed
from tests.real_screen import ASKED, RealKeyboard, desktop, lacking
from tests.ui.window.conftest import BIRTH, DeskAtWork
from tests.ui.window.life import receive as taken
from ui.detail.acts.correcting import CorrectForm
from ui.shell.main_window import MainWindow

HUONG = "040190001234||Nguyễn Thị Hường|15041990|Nữ|Xóm 3, xã Nghi Lộc, tỉnh Nghệ An|10052021"
BINH = "001088004321||Trần Văn Bình|20121988|Nam|Số 5, phường Ba Đình, thành phố Hà Nội|01022022"
CUC = "040200007777||Lê Thị Cúc|02032000|Nữ|Khối 2, phường Vinh Phú, tỉnh Nghệ An|11112021"
DUNG = "040199001111||Hồ Văn Dũng|05051999|Nam|Xóm 7, xã Đô Lương, tỉnh Nghệ An|11112021"

REAL = os.environ.get(ASKED)


def once(seen: Callable[[], bool], act: Callable[[], None]) -> None:
    """Does it as soon as that is seen: a menu runs its own loop until it is closed."""

    def look() -> None:
        if seen():
            act()
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)


class Clerk:
    """Keys and cards, and waiting for what they bring."""

    def __init__(
        self, qtbot: QtBot, window: MainWindow, tray: list[object], keys: Keyboard | RealKeyboard | None = None
    ) -> None:
        self.window, self.tray = window, tray
        self.keys = keys or Keyboard()
        self.wait = qtbot.waitUntil
        self.press, self.type = self.keys.press, self.keys.type

    def back(self) -> None:
        """In the window again: a menu or dialog is closed. Offscreen no window manager sees to it."""
        if isinstance(self.keys, Keyboard):
            self.window.activateWindow()
        self.wait(self.window.isActiveWindow)

    def begin(self, card: str) -> None:
        """A fresh intake for whoever shows this card; the procedure is where the cursor is."""
        page = self.window.intake
        self.press("F2")
        self.wait(lambda: page.at_form and page.intake.ready and page.intake.empty)
        self.keys.read_card(card)
        self.wait(lambda: page.intake.draft.owner.identity_number == card[:12])
        assert self.window.focusWidget() is page.papers.search.field, "after a card the procedure comes"
        if page.papers.quick.isVisible():
            self.press("Alt+1")
        else:
            self.type(BIRTH)
            self.press("Return")
        self.wait(lambda: page.intake.procedure is not None)

    def find(self, card: str) -> None:
        """The dossiers of whoever shows this card; the first is opened."""
        lookup, detail = self.window.lookup, self.window.detail
        self.press("F3")
        self.wait(lambda: lookup.isVisible())
        self.keys.read_card(card)
        self.wait(lambda: lookup.model.rowCount() == 1 and lookup.model.rows[0].owner in card)
        self.press("Return")
        self.wait(lambda: detail.isVisible() and detail.steps.seen is not None)
        code = lookup.model.rows[0].code
        now = self.window.workplace.desk.dossier(code)
        self.wait(lambda: detail.steps.seen is not None and detail.steps.seen.dossier == now)

    def do(self, act: AnyAct, text: str = "") -> None:
        """An act on the dossier on the screen, with what is typed first in its form."""
        self.open(act)
        if text:
            self.type(text)
        self.confirm()

    def open(self, act: AnyAct) -> None:
        """The form of an act: by its own key, or from the menu of all others."""
        steps = self.window.detail.steps
        self.wait(lambda: act in steps.acts)
        if act in steps.likely:
            self.press(f"Alt+{steps.likely.index(act) + 1}")
        else:
            names = [action.text() for action in steps.menu.actions()]
            once(steps.menu.isVisible, lambda: self.press(*["Down"] * (names.index(_name(act)) + 1), "Return"))
            self.press("Alt+0")
        self.wait(lambda: steps.panel.act is act)
        self.back()

    def confirm(self) -> None:
        """The open form, filled in."""
        steps = self.window.detail.steps
        panel, before = steps.panel, steps.seen
        self.press("Ctrl+Return")
        self.wait(lambda: panel.form is None or any(field.error() for field in panel.form.fields.values()))
        assert panel.form is None, [field.error() for field in panel.form.fields.values()]
        self.wait(lambda: steps.seen is not before)

    def tab_to(self, field: QWidget) -> None:
        """The cursor to a field, from one to the next."""
        passed: list[str] = []
        while self.window.focusWidget() is not field and not field.isAncestorOf(self.window.focusWidget()):
            passed.append(type(self.window.focusWidget()).__name__)
            assert len(passed) < 60, passed
            self.press("Tab")

    def status(self, owner: str) -> Status:
        (found,) = [item for item in self.window.workplace.desk.store.find() if item.owner == owner]
        return self.window.workplace.desk.dossier(found.code).status


def _name(act: AnyAct) -> str:
    from ui import words

    return words.act_name(act)


@pytest.fixture
def clerk(qtbot: QtBot, desk_at_work: DeskAtWork) -> Iterator[Clerk]:
    with ExitStack() as closing:
        keys: Keyboard | RealKeyboard = Keyboard()
        devices = Devices(scanner=closing.enter_context(scanner(sheet())))
        if REAL:
            ours, theirs = os.openpty()
            closing.callback(os.close, ours)
            closing.callback(os.close, theirs)
            devices = devices.model_copy(update={"card_reader": os.ttyname(theirs)})
            keys = RealKeyboard(qtbot.waitUntil, ours)
            closing.callback(keys.close)
        desk_at_work.devices = devices
        made = Clerk(qtbot, desk_at_work.open(), desk_at_work.printers[0].tray, keys)  # type: ignore[arg-type]
        made.back()
        yield made
        desk_at_work.close()


@pytest.mark.slow
@pytest.mark.skipif(bool(REAL), reason="this is the day on the real screen")
@pytest.mark.skipif(bool(lacking()), reason=f"not installed: {', '.join(lacking())}")
def test_the_day_by_keys_in_a_window_on_a_real_screen() -> None:
    with desktop() as env:
        day = [sys.executable, "-m", "pytest", "-n", "0", "-p", "no:cacheprovider", __file__]
        done = subprocess.run(day, env={**env, ASKED: "1"}, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def receive(clerk: Clerk, card: str) -> None:
    """Two papers are scanned, the dossier received and its receipt printed."""
    page, pages = clerk.window.intake, clerk.window.workplace.pages
    clerk.begin(card)
    for number, way in enumerate(((), ("Down",)), start=1):
        clerk.press(*way, "F5")
        clerk.wait(lambda wanted=number: len(page.intake.pages) == wanted and pages.feed(page.intake.holder) is None)  # type: ignore[misc]
    before = len(clerk.tray)
    clerk.press("F9")
    clerk.wait(lambda: page.at_receipt and bool(page.done.papers.model.rows))
    clerk.press("Ctrl+P")
    clerk.wait(lambda: len(clerk.tray) == before + 1)


def test_dossiers_are_received_refused_and_led_to_their_end_by_keys_alone(clerk: Clerk) -> None:
    page, lookup = clerk.window.intake, clerk.window.lookup
    receive(clerk, HUONG)

    clerk.begin(BINH)  # Mẫu 02: the papers are lacking
    clerk.press("Ctrl+2")
    clerk.wait(lambda: page.at_gaps and page.gaps.form is not None)
    clerk.press("Return")
    clerk.wait(lambda: page.at_receipt)

    clerk.begin(CUC)  # Mẫu 03
    clerk.press("Ctrl+3")
    clerk.wait(lambda: page.at_gaps and page.gaps.form is not None)
    clerk.type("Không thuộc thẩm quyền")
    clerk.press("Return")
    clerk.wait(lambda: page.at_receipt)

    clerk.find(HUONG)
    clerk.do(acts.WRITE_NOTE, "Gọi lại chiều nay")
    clerk.press("Escape")
    clerk.wait(lambda: lookup.isVisible())

    clerk.press("Down", "Ctrl+A", "Alt+1")
    clerk.wait(lambda: lookup.many is not None and lookup.many.isActiveWindow())
    dialog = lookup.many
    assert dialog is not None
    clerk.press("Return")
    clerk.wait(lambda: dialog.outcome is not None)
    clerk.press("Escape")
    clerk.back()
    clerk.wait(lambda: clerk.status("Nguyễn Thị Hường") is Status.IN_PROCESS)

    clerk.find(HUONG)
    clerk.do(acts.TAKE_RESULTS)
    clerk.wait(lambda: clerk.status("Nguyễn Thị Hường") is Status.DONE)
    clerk.do(acts.RETURN_RESULTS)
    clerk.wait(lambda: clerk.status("Nguyễn Thị Hường") is Status.RESULT_RETURNED)


def test_every_act_on_a_dossier_is_done_by_keys_alone(clerk: Clerk) -> None:
    detail, desk = clerk.window.detail, clerk.window.workplace.desk
    fees = (Fee(name="Lệ phí hộ tịch", kind="le_phi", amount=8_000),)
    desk.knowledge.catalogue = with_changed(desk.knowledge, BIRTH, desk.now().date(), fees=fees)
    for card in (HUONG, BINH, CUC):
        taken(clerk.window, card.split("|")[2], BIRTH, "to-khai", number=card[:12])
    clerk.find(HUONG)
    clerk.open(acts.CORRECT)
    form = detail.steps.panel.form
    assert isinstance(form, CorrectForm)
    clerk.tab_to(form.person["phone"])
    clerk.press("Ctrl+A")
    clerk.type("0912000123")
    clerk.tab_to(form.reason)
    clerk.type("Ghi nhầm số điện thoại")
    clerk.tab_to(form.signer)
    clerk.type("Trần Thị Mẫu")
    clerk.confirm()
    clerk.do(acts.TAKE_FEE)
    clerk.do(acts.ASK_SUPPLEMENT)
    clerk.wait(lambda: clerk.status("Nguyễn Thị Hường") is Status.SUPPLEMENT_REQUESTED)
    clerk.do(acts.TAKE_SUPPLEMENT)
    clerk.do(acts.STOP, "Chờ ý kiến của cơ quan khác")
    clerk.wait(lambda: clerk.status("Nguyễn Thị Hường") is Status.STOPPED)
    clerk.do(acts.RESUME, "Đã có ý kiến")
    dossier = desk.dossier(detail.code)
    assert dossier.owner.phone == "0912000123" and not any(outstanding(dossier, kind) for kind in FeeKind)

    clerk.find(BINH)
    clerk.do(acts.WITHDRAW, "Công dân đổi ý")
    clerk.wait(lambda: clerk.status("Trần Văn Bình") is Status.WITHDRAWN)
    clerk.find(CUC)
    clerk.do(acts.REFUSE, "Không thuộc thẩm quyền")
    clerk.wait(lambda: clerk.status("Lê Thị Cúc") is Status.NOT_ACCEPTED)


def test_papers_that_wait_and_feedback_by_keys_alone(clerk: Clerk) -> None:
    window, feedback = clerk.window, clerk.window.feedback
    clerk.press("Ctrl+F9")
    clerk.wait(lambda: window.waiting.isActiveWindow())
    clerk.press("Escape")
    clerk.wait(lambda: not window.waiting.isVisible())
    clerk.back()
    clerk.press("Ctrl+F3")
    clerk.wait(lambda: feedback.form.name.hasFocus())
    clerk.type("Hồ Văn Dũng")
    for field, text in (
        (feedback.form.phone, "0912000456"),
        (feedback.form.address, "Xóm 7, xã Đô Lương"),
        (feedback.form.text, "Bảng niêm yết thiếu lệ phí khai sinh"),
    ):
        clerk.tab_to(field)
        clerk.type(text)
    clerk.press("F9", "F9")
    clerk.wait(lambda: feedback.right.isVisible() and feedback.model.rowCount() > 0)
    clerk.press("Ctrl+P")
    clerk.wait(feedback.papers.isVisible)
    assert len(window.workplace.desk.store.feedback.find("")) == 1, "taken once, however often the key is pressed"


def test_a_batch_books_and_the_lock_by_keys_alone(clerk: Clerk) -> None:
    page, window = clerk.window.intake, clerk.window
    clerk.begin(HUONG)
    clerk.press("Space", "Down", "Space")  # the papers that all of them bring
    clerk.wait(lambda: len([tick for tick in page.intake.draft.components if tick.here]) == 2)
    clerk.press("Shift+F2")
    clerk.wait(lambda: page.at_batch)
    for card in (BINH, CUC):
        clerk.keys.read_card(card)
    wanted = 2  # whoever brings the list owns none of it
    clerk.wait(lambda: len(page.batch.model.rows) == wanted)
    clerk.press("F9")
    clerk.wait(lambda: page.at_receipt or page.batch.despite.isVisible())
    if page.batch.despite.isVisible():
        clerk.type("Công dân nộp bổ sung sau")
        clerk.press("F9")
    clerk.wait(lambda: page.at_receipt)
    assert len(window.workplace.desk.store.find()) == wanted

    clerk.press("F4")
    clerk.wait(lambda: window.reports.isVisible() and window.reports.answer is not None)
    clerk.press("Ctrl+P")
    clerk.wait(lambda: window.reports.preview.isVisible())
    clerk.press("Escape", "F2")
    clerk.wait(lambda: page.at_form and page.intake.ready)

    clerk.press("Ctrl+O")
    clerk.wait(lambda: page.open_intakes.isActiveWindow())
    clerk.press("Escape")
    clerk.back()
    clerk.press("Ctrl+F8")
    clerk.wait(lambda: window.sync_screen.isActiveWindow())
    clerk.press("Escape")
    clerk.back()
    clerk.press("Ctrl+L")
    assert window.lock.is_locked


def test_the_columns_of_the_intake_are_reached_by_key(qtbot: QtBot, clerk: Clerk) -> None:
    page = clerk.window.intake
    receive(clerk, DUNG)
    clerk.begin(HUONG)
    assert page.papers.checklist.hasFocus()
    clerk.press("Alt+Left")
    assert page.applicant.owner.number.hasFocus()
    clerk.press("Alt+Right", "F5")
    clerk.wait(lambda: any(item.reading for item in page.intake.pages.values()))
    clerk.press("Alt+Right")
    assert page.pages.thumbnails.hasFocus()
    clerk.press("Alt+Right")
    assert page.pages.view.hasFocus()
    clerk.wait(lambda: "Nguyễn" in page.pages.text.toPlainText() and not page.pages.view.is_empty)
    scale = page.pages.view.scale_factor
    clerk.press("+")
    assert page.pages.view.scale_factor > scale
    clerk.press("0")
    qtbot.wait(60)  # faster than this is a card reader
    clerk.press("Ctrl+A", "Ctrl+C")
    assert "Nguyễn" in QApplication.clipboard().text(), "what was read of the page is copied"
