"""Numbers of outgoing papers (số, ký hiệu): drawn by office, year and kind, once for a paper, kept by its reprints.

A desk draws from ranges of its own (`counter_app.dossier.codes`), so that no two desks give one number. A kind of paper
for which the office has no series in its profile has dots, to be filled in by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from counter_app.config import NumberSeries
from counter_app.desk.desk import Desk
from counter_app.dossier.feedback import Papered
from counter_app.dossier.model import PaperNumber
from counter_app.dossier.payloads.papers import PaperNumbered
from counter_app.dossier.subjects import Subject


def known_number(dossiers: Sequence[Papered], form: str, about: Subject) -> PaperNumber | None:
    """The number the paper about these dossiers has already; None where it has none yet."""
    codes = {dossier.code for dossier in dossiers}
    return next(
        (
            number
            for dossier in dossiers
            for number in dossier.numbers
            if (number.form, number.about) == (form, about) and {dossier.code, *number.others} == codes
        ),
        None,
    )


def draw_number(
    desk: Desk, codes: Sequence[str], form: str, about: Subject, written: Callable[[int], str]
) -> PaperNumber | None:
    """The paper's number, drawn now where it has none; None where the office draws none for this kind of paper.

    `written` gives the number as it is printed: `15/PBS-BPTNTKQ`.
    """
    series = desk.profile.numbered(form)
    if series is None:
        return None
    with desk.store.transaction():
        dossiers = [desk.subject(code) for code in codes]
        known = known_number(dossiers, form, about)
        if known:
            return known
        at = desk.now()
        number = _next(desk, series, at.year)
        payload = PaperNumbered(
            form=form,
            about=about,
            agency=desk.profile.office.agency,
            series=series.name,
            year=at.year,
            number=number,
            text=written(number),
            others=tuple(codes[1:]),
        )
        return desk.record_in(codes[0], payload, at).numbers[-1]


def _next(desk: Desk, series: NumberSeries, year: int) -> int:
    mine = desk.profile.paper_numbers
    last = desk.store.paper_numbers.last(desk.profile.office.agency, series.name, year, mine)
    return mine.after(max(last, series.taken_over(year)))
