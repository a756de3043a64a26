"""The first half hour at desk 1, in the real window: a card comes in the middle of another's intake."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from counter_app.dossier.identity import read_card_qr
from counter_app.dossier.model import Dossier
from counter_app.dossier.states import GuidanceKind
from counter_app.dossier.whose import by_card
from tests.system.public_day import people
from tests.system.public_day.story import BIRTH, CIVIL, SINGLE, Day
from tests.ui.window.life import bring_papers, burst
from ui.background.printers import printers_of
from ui.shell.application import open_window
from ui.shell.main_window import MainWindow

_PATIENCE = 60  # seconds


def until(true: Callable[[], bool]) -> None:
    """Lets the window work until it is so."""
    late = time.monotonic() + _PATIENCE
    while not true():
        assert time.monotonic() < late
        QTest.qWait(10)


def half_an_hour(day: Day) -> None:
    """Hường's birth is begun; Bình holds his card under the reader; he goes home with Mẫu 02, and she is received."""
    day.clock.set(20, 8)
    with ExitStack() as closing:
        window = open_window(day.one.desk, closing.callback, printers_of(lambda: [day.one.printer]))
        window.resize(1366, 768)
        window.showNormal()
        window.activateWindow()
        window.show_screen("intake")
        until(lambda: window.intake.intake.ready and window.isActiveWindow())
        _begun(window, people.CARD_OF_HUONG, BIRTH)
        bring_papers(window)
        hers = window.intake.intake.draft
        _his_card_comes(window)
        assert window.intake.intake.draft.owner == by_card(read_card_qr(people.CARD_OF_BINH))
        _sent_home(day, window)
        window.intake.intake.take_up(hers.id)
        until(lambda: window.intake.intake.ready and window.intake.intake.draft.id == hers.id)
        assert window.intake.intake.draft == hers, "nothing of him came to her"
        day.clock.set(20, 8, 20)
        dossier = _received(window)
        day.codes["hường"] = day.diary.came(dossier.code, "hường", CIVIL, day.clock().date())
        window.close()
    day.one.opened_again()
    (his,) = day.one.desk.store.guidance.find("trần văn bình")
    day.keep(day.one.print("supplement_request", his.code))


def _begun(window: MainWindow, card: str, procedure: str) -> None:
    burst(card)
    name = read_card_qr(card).name
    until(lambda: window.intake.applicant.owner.name.text() == name)
    _chosen(window, procedure)


def _chosen(window: MainWindow, procedure: str) -> None:
    search = window.intake.papers.search
    search.field.setFocus()
    QTest.keyClicks(search.field, procedure)
    QTest.keyClick(search.field, Qt.Key.Key_Return)
    until(lambda: window.intake.intake.procedure is not None)


def _his_card_comes(window: MainWindow) -> None:
    hers = window.intake.intake.draft
    burst(people.CARD_OF_BINH)
    assert window.intake.newcomer.isVisible() and window.intake.intake.draft == hers
    _press(Qt.Key.Key_Return)  # a dossier of his own
    until(lambda: window.intake.intake.ready and window.intake.intake.draft.id != hers.id)


def _sent_home(day: Day, window: MainWindow) -> None:
    """He has no declaration with him."""
    page = window.intake
    _chosen(window, SINGLE)
    _press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    until(lambda: page.at_gaps and page.gaps.form is not None)
    _press(Qt.Key.Key_Return)
    until(lambda: page.at_receipt)
    day.diary.answers[GuidanceKind.SUPPLEMENTS] += 1
    _press(Qt.Key.Key_F2)
    until(lambda: page.intake.ready)


def _received(window: MainWindow) -> Dossier:
    found: list[Dossier] = []
    window.intake.intake.received.connect(found.append)
    _press(Qt.Key.Key_F9)
    until(lambda: bool(found))
    return found[0]


def _press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)
