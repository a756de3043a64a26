"""Where the cursor goes in the intake: to what is missing, or on to what comes next."""

from __future__ import annotations

from collections.abc import Callable

from ui.intake.applicant_panel import ApplicantPanel
from ui.intake.intake import Intake
from ui.intake.papers_panel import PapersPanel
from ui.intake.receive_bar import ReceiveBar


class Caret:
    """Knows the place of each field of a draft, by the names gaps and faults call them."""

    def __init__(
        self,
        intake: Intake,
        applicant: ApplicantPanel,
        papers: PapersPanel,
        bar: ReceiveBar,
        open_batch: Callable[[], None],
    ) -> None:
        self._intake, self._applicant, self._papers, self._bar = intake, applicant, papers, bar
        self._open_batch = open_batch

    def go_to(self, field: str) -> None:
        """Puts the cursor where something is missing."""
        place, _, name = field.partition(".")
        if place in ("owner", "submitter"):
            self._applicant.focus(place, name)
        elif place == "co_owners":
            nth, _, of_it = name.partition(".")
            self._applicant.co_owners.focus(int(nth or 0), of_it)
        elif place == "authority":
            self._applicant.focus("submitter", "authority")
        elif place == "procedure":
            self._papers.search.setFocus()
        elif place in ("exemption", "certified"):
            self._papers.costs.go_to(field)
        elif place == "owners":
            self._open_batch()
        elif place == "promised_on":
            self._bar.day.setFocus()
        elif place == "components" and name:
            self._papers.checklist.select(name)
            self._papers.checklist.setFocus()
        elif place == "case":
            self._bar.case.setFocus()
        elif place == "channel":
            self._applicant.channel.setFocus()
        else:
            self._papers.checklist.setFocus()

    def mark(self, field: str, sentence: str) -> None:
        """Says beside the field what is wrong with it."""
        place, _, name = field.partition(".")
        if place in ("owner", "submitter"):
            self._applicant.show_fault(place, name, sentence)
        elif place == "co_owners":
            nth, _, of_it = name.partition(".")
            self._applicant.co_owners.show_fault(int(nth or 0), of_it or "name", sentence)

    def go_on(self) -> None:
        """Where the typing goes on once it is settled whose intake it is."""
        self._papers.going_on.setFocus()

    def go_to_gap(self) -> None:
        """To the first thing that is lacking, or to receiving where nothing is."""
        gaps = self._intake.gaps()
        if gaps:
            self.go_to(gaps[0].field)
        else:
            self._bar.button.setFocus()
