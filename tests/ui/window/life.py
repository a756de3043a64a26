"""A dossier's life as a clerk leads it in the window: used by the tests of the detail screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pypdfium2
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counter_app.desk import receiving
from counter_app.dossier.acts.act import Act
from counter_app.dossier.draft import ComponentTicked, Draft, PersonTyped
from counter_app.dossier.identity import kind_of
from counter_app.dossier.model import Dossier
from counter_app.dossier.states import IdentityKind
from counter_app.procedures.completeness import as_asked
from ui.detail.acts.form import ActForm
from ui.shell.main_window import MainWindow
from ui.widgets.rows_model import ROW

NUMBER = "040190001234"


class Clock:
    """The office's clock, which the test turns on."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def turn(self, **by: float) -> None:
        """Some time passes."""
        self.at += timedelta(**by)


def receive(window: MainWindow, name: str, procedure: str, *components: str, number: str = NUMBER) -> str:
    """A dossier that was received at this desk; its code."""
    desk = window.workplace.desk
    draft = Draft(
        id=f"draft-{name}-{procedure}-{desk.now():%d%H%M}",
        procedure=procedure,
        owner=PersonTyped(name=name, identity_kind=IdentityKind.CITIZEN, identity_number=number),
        components=tuple(ComponentTicked(key=key, originals=1) for key in components),
    )
    desk.keep_draft(draft)
    return receiving.receive(desk, draft.id).code


def complete(window: MainWindow) -> None:
    """What the procedure requires is here: the owner's number and address, its papers as many as are asked for."""
    intake = window.intake.intake
    owner = intake.draft.owner
    number, address = owner.identity_number or NUMBER, owner.address or "Xóm 3, xã Nghi Lộc, tỉnh Nghệ An"
    intake.type_person("owner", identity_number=number, identity_kind=kind_of(number), address=address)
    window.intake.applicant.owner.show_person()
    bring_papers(window)


def bring_papers(window: MainWindow) -> None:
    """The papers that the procedure requires, as many as are asked for."""
    intake = window.intake.intake
    assert intake.procedure is not None
    for rule in intake.procedure.components:
        if rule.required and not intake.ticked(rule.key).here:
            intake.tick(rule.key, **as_asked(rule).model_dump(exclude={"key"}))


def show(qtbot: QtBot, window: MainWindow, code: str) -> None:
    """Opens the dossier and waits until its acts are offered."""
    window.show_dossier(code)
    qtbot.waitUntil(lambda: window.detail.isVisible() and shown(window) == code)


def shown(window: MainWindow) -> str:
    """The code of the dossier whose facts stand on the screen."""
    seen = window.detail.steps.seen
    return seen.dossier.code if seen else ""


def choose(window: MainWindow, act: Act) -> ActForm:
    """Opens the form of an act that is offered."""
    assert act in window.detail.steps.acts, f"{act} is not offered"
    window.detail.steps.choose(act)
    form = window.detail.steps.panel.form
    assert form is not None
    return form


def confirm(qtbot: QtBot, window: MainWindow, then: Callable[[Dossier], bool]) -> Dossier:
    """Presses Enter in the form and waits until the screen shows what came of it."""
    detail = window.detail
    focus: QWidget = detail.steps.panel
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: detail.steps.seen is not None and then(detail.steps.seen.dossier))
    qtbot.waitUntil(lambda: detail.steps.panel.form is None)
    return detail.steps.seen.dossier  # type: ignore[union-attr]


def told(window: MainWindow) -> list[str]:
    """The sentences of the timeline, the newest first."""
    model = window.detail.timeline
    return [model.index(row, 0).data(ROW).sentence for row in range(model.rowCount())]


def facts(window: MainWindow) -> str:
    """All labelled lines of the screen."""
    seen = window.detail.steps.seen
    assert seen is not None
    return "\n".join(f"{label}: {value}" for label, value in window.detail.facts.lines(seen.dossier) if value)


def says(window: MainWindow) -> str:
    """What the strip at the bottom says now, and what it will say again after it."""
    return " ".join(message.sentence for message in window.messages.messages)


def text_of(pdf: bytes) -> str:
    """What a paper says, each run of white space as one space."""
    document = pypdfium2.PdfDocument(pdf)
    texts = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    document.close()
    return " ".join(" ".join(texts).split())


def burst(payload: str) -> None:
    """A keyboard-wedge reader types into whatever has the focus: a key every 4 ms by the system's clock, then Enter.

    The window may see the keys late, as on a busy machine.
    """
    keys = [(0, letter) for letter in payload] + [(Qt.Key.Key_Return.value, "\r")]
    for number, (code, letter) in enumerate(keys, start=1):
        target = QApplication.focusWidget()
        assert target is not None
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, letter)
            event.setTimestamp(60_000 + 4 * number)
            QApplication.sendEvent(target, event)
