"""An administrator sees how often sure fields of a paper were wrong, asks for more there, and reading follows."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter_app.config import NEVER_SURE, PROFILE, load_profile
from counter_app.desk import receiving
from counter_app.desk.desk import Desk
from counter_app.dossier.roles import Task
from counter_app.dossier.verified import Outcome, VerifiedField, VerifiedPaper
from counter_app.dossier.verifying import State
from tests.conftest import CLERK, filled
from tests.ui.window.conftest import BIRTH, DeskAtWork
from tests.ui.window.read_papers import BIRTH as DECLARATION
from tests.ui.window.read_papers import put
from ui.shell.main_window import MainWindow

SLOW = 300_000
"""Milliseconds until a worker process has surely started on a busy machine."""
FORM = "birth_registration_declaration"


def confirmed(desk: Desk) -> None:
    """A declaration of which two sure fields were looked at by chance, and one of them was wrong."""
    checked = VerifiedField(name="subject.sex", value="Nữ", outcome=Outcome.ACCEPTED, sure=True, spot_check=True)
    wrong = VerifiedField(
        name="subject.born",
        value="13/11/2026",
        outcome=Outcome.CORRECTED,
        read="18/11/2026",
        sure=True,
        spot_check=True,
    )
    unchecked = checked.model_copy(update={"name": "subject.name", "spot_check": False})
    draft = desk.new_draft()
    page = desk.store.drafts.add_page(draft.id, "to-khai", "a" * 64, "image/jpeg", 200, "scan").id
    paper = VerifiedPaper(
        component="to-khai",
        paper=FORM,
        title="Tờ khai đăng ký khai sinh",
        pages=(page,),
        fields=(checked, wrong, unchecked),
    )
    desk.keep_draft(filled(draft, BIRTH, "to-khai").model_copy(update={"verified": (paper,)}))
    receiving.receive(desk, draft.id)


def states(window: MainWindow) -> list[State]:
    return [row.state for paper in window.intake.intake.verifying.read.papers for row in paper.rows]


def test_a_paper_that_shows_errors_is_called_sure_later_from_the_screen_that_counts_them(
    qtbot: QtBot, desk_at_work: DeskAtWork
) -> None:
    window = desk_at_work.open()
    desk = window.workplace.desk
    confirmed(desk)
    intake = window.intake.intake
    procedure = desk.knowledge.catalogue.get(BIRTH, desk.now().date())
    assert procedure is not None
    intake.choose(procedure)
    window.workplace.pages.page_changed.emit(put(desk, intake.holder, "to-khai", DECLARATION, FORM))
    qtbot.waitUntil(lambda: State.SURE in states(window), timeout=SLOW)

    window.show_screen("reports")
    page = window.reports
    assert not page.set_thresholds.isVisible()
    page.choose("ket-qua-doc")
    assert page.set_thresholds.isVisible()
    page.set_thresholds.click()
    panel = page.thresholds
    qtbot.waitUntil(lambda: FORM in panel.boxes)
    assert next(iter(panel.boxes)) == FORM, "what was confirmed stands before what nobody saw yet"
    assert "(1 / 2)" in panel.errors[FORM].text() and "50" in panel.errors[FORM].text()
    assert panel.boxes["marriage_registration_declaration"].value() == 0
    assert not panel.is_begun

    panel.boxes[FORM].setValue(97)
    assert panel.is_begun and page.is_edited
    qtbot.keyClick(panel, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: not panel.is_begun)
    kept = load_profile(desk.store.folder / PROFILE)
    assert kept.sure_from(FORM) == 97 and len(kept.thresholds) == 1
    qtbot.waitUntil(lambda: State.SURE not in states(window), timeout=SLOW)
    assert State.DOUBTFUL in states(window), "what was sure is looked at one by one"

    panel.boxes[FORM].setValue(0)
    panel.save.click()
    qtbot.waitUntil(lambda: State.SURE in states(window), timeout=SLOW)
    assert load_profile(desk.store.folder / PROFILE).thresholds == ()
    assert panel.boxes[FORM].maximum() == NEVER_SURE


def test_who_may_not_change_settings_is_offered_no_threshold(desk_at_work: DeskAtWork) -> None:
    desk_at_work.clerk = replace(CLERK, tasks=frozenset(Task) - {Task.SETTINGS})
    window = desk_at_work.open()
    window.show_screen("reports")
    window.reports.choose("ket-qua-doc")
    assert not window.reports.set_thresholds.isVisible()
    window.reports.open_thresholds()
    assert window.reports._thresholds.made is None
