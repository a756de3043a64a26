"""The parts of the intake that take longest to make, one after the other: no key waits for all of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ui.background.workplace import Workplace
from ui.intake.applicant_panel import ApplicantPanel
from ui.intake.columns import Columns
from ui.intake.intake import Intake
from ui.intake.papers_panel import PapersPanel
from ui.intake.receive_bar import ReceiveBar
from ui.pages.panel import PagesPanel
from ui.widgets.lazy_screen import Slices


@dataclass(frozen=True)
class Parts:
    """What is received, and what shows it."""

    intake: Intake
    applicant: ApplicantPanel
    papers: PapersPanel
    pages: PagesPanel
    columns: Columns
    bar: ReceiveBar


def make_parts(workplace: Workplace, room: QWidget) -> Slices[Parts]:
    """One part a slice; they are in that room until the intake is there."""
    intake = Intake(workplace)
    columns = Columns(room)
    applicant = ApplicantPanel(intake, columns)
    yield
    papers = PapersPanel(workplace, intake, columns)
    yield
    pages = PagesPanel(workplace, intake, columns)
    yield
    columns.hold(applicant, papers, pages)
    bar = ReceiveBar(workplace, intake, room)
    yield
    return Parts(intake, applicant, papers, pages, columns, bar)
