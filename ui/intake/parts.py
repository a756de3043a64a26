"""The parts of the intake that take longest to make, one after the other: no key waits for all of them."""

from __future__ import annotations

from dataclasses import dataclass

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


def make_parts(workplace: Workplace) -> Slices[Parts]:
    """One part a slice."""
    intake = Intake(workplace)
    applicant = ApplicantPanel(intake)
    yield
    papers = PapersPanel(workplace, intake)
    yield
    pages = PagesPanel(workplace, intake)
    yield
    columns = Columns(applicant, papers, pages)
    bar = ReceiveBar(workplace, intake)
    yield
    return Parts(intake, applicant, papers, pages, columns, bar)
