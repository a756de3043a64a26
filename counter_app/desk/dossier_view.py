"""A dossier with all that a clerk sees of it: read in one go."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.desk import till
from counter_app.desk.accounts import seconds
from counter_app.desk.casework import times_asked
from counter_app.desk.conflict_view import ConflictView, conflict_views
from counter_app.desk.desk import Desk
from counter_app.desk.finding import note
from counter_app.desk.reasons import reasons
from counter_app.dossier.acts import ACTS
from counter_app.dossier.fold import Folded, fold
from counter_app.dossier.journal import Entry
from counter_app.dossier.model import Dossier
from counter_app.dossier.money import FeeKind
from counter_app.dossier.pages import SpooledPage
from counter_app.errors import CounterError
from counter_app.procedures.catalogue import Procedure
from counter_app.procedures.control_sheet import ControlLine, control_lines
from counter_app.procedures.rules import LegalRules, RulesMissing
from counter_app.store.accesses import AccessKind


@dataclass(frozen=True)
class NextReceipt:
    """The receipt that comes next in a series."""

    series: str
    number: int


@dataclass(frozen=True)
class DossierView:
    """The dossier, its entries, what the law and the till say to it, its pages that could not be read.

    `procedure` is the version it was received under, `rules` those of that day, None where this desk does not know
    them; `next_receipts` are by kind of money, without those kinds of which the desk has no receipts left; `reasons`
    are those to offer, by the names of acts; `seconds` who may confirm where a second person is needed; `asked` is how
    often supplements were asked for, before the receipt and since.
    """

    dossier: Dossier
    entries: list[Entry]
    folded: Folded
    failed_pages: tuple[SpooledPage, ...]
    procedure: Procedure | None
    rules: LegalRules | None
    next_receipts: dict[FeeKind, NextReceipt]
    control: list[ControlLine]
    conflicts: list[ConflictView]
    reasons: dict[str, tuple[str, ...]]
    seconds: tuple[str, ...]
    asked: int


def dossier_view(desk: Desk, code: str) -> DossierView:
    """What a clerk opens; it is noted that they did, and what came of it is no news any more,
    but to who only looks. Raises DossierUnknown."""
    dossier = desk.dossier(code)
    note(desk, AccessKind.OPENED, code)
    if not desk.clerk.only_looks:
        desk.store.news.look(code)
    entries = desk.store.entries.of_dossier(code)
    failed = tuple(page for page in desk.store.drafts.pages(code) if page.failure)
    procedure = desk.knowledge.catalogue.version(dossier.procedure, dossier.procedure_version)
    return DossierView(
        dossier,
        entries,
        fold(entries),
        failed,
        procedure,
        _rules(desk, dossier),
        _next_receipts(desk, dossier),
        _control(desk, dossier, procedure),
        conflict_views(desk, entries, dossier),
        {act.name: reasons(desk, act) for act in ACTS.values() if act.reasons},
        seconds(desk),
        times_asked(desk, dossier),
    )


def _rules(desk: Desk, dossier: Dossier) -> LegalRules | None:
    try:
        return desk.knowledge.rules.of(dossier.received_on)
    except RulesMissing:
        return None


def _next_receipts(desk: Desk, dossier: Dossier) -> dict[FeeKind, NextReceipt]:
    found = {}
    for kind in dict.fromkeys(fee.kind for fee in dossier.fees):
        try:
            series = till.series_for(desk, kind)
        except till.NoSeries:
            continue
        found[kind] = NextReceipt(series.name, till.next_number(desk, series))
    return found


def _control(desk: Desk, dossier: Dossier, procedure: Procedure | None) -> list[ControlLine]:
    """The control sheet; empty where the calendar does not cover its days."""
    try:
        return control_lines(dossier, procedure, desk.knowledge.calendar, desk.knowledge.hours, desk.now())
    except CounterError:
        return []
