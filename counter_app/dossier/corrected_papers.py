"""Which papers say something else since a mistake was put right: they are papers of their own, marked as corrected."""

from __future__ import annotations

from datetime import datetime

from counter_app.dossier.model import Dossier
from counter_app.dossier.subjects import ActAt, CorrectedPaper, Subject, WayThrough


def as_it_stands(dossier: Dossier, form: str, about: Subject) -> Subject:
    """The paper as it would be made now: corrected, where one of its form went out before a mistake was put right.

    What was corrected before anything was given out needs no mark: nobody has the other.
    """
    began = _moment(dossier, about)
    given = [paper.at for paper in dossier.papers if paper.form == form]
    times = sum(
        correction.at >= began and any(at < correction.at for at in given) for correction in dossier.corrections
    )
    return CorrectedPaper(about, times) if times else about


def uncorrected(about: Subject) -> tuple[Subject, int]:
    """What the paper is about, and for which time it is corrected; 0 where it is not."""
    return (about.of, about.times) if isinstance(about, CorrectedPaper) else (about, 0)


def _moment(dossier: Dossier, about: Subject) -> datetime:
    """Since when there is something that the paper says."""
    match about:
        case ActAt(at=at):
            return at
        case WayThrough() if dossier.hand_overs:
            return dossier.hand_overs[-1].at
    return dossier.received_at
