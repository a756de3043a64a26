"""Dossiers filed at the national portal: each is taken once, gets a code of its office, and goes to the office's desks
as an entry of the province."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import Connection, Engine, func, select

from counter_app.dossier import clock
from counter_app.dossier.codes import ONLINE_FROM, day_prefix, number_of
from counter_app.dossier.fold import folded_safely
from counter_app.dossier.payloads.papers import FiledOnline
from counter_app.dossier.states import Status
from counter_app.dossier.value import FileRef
from counter_app.province.registry import NoSuchDossier, keep_entry, of_dossiers, of_province, province_tip
from counter_app.province.statements import insert_all
from counter_app.province.tables import offices, online_dossiers


class AlreadyTaken(Exception):
    """The desk has it and awaits nothing of it from the portal."""


class OnlineReception:
    """Takes them. Each call is one transaction."""

    def __init__(self, engine: Engine, now: Callable[[], datetime] = clock.now) -> None:
        self._engine = engine
        self._now = now

    def take(self, agency: str, filed: FiledOnline, by: str, kept: Sequence[FileRef]) -> str:
        """The code under which the office's desks have it. Told again before a desk answered, it changes nothing;
        completed after a desk had sent it back, it goes to the desks anew.

        `kept` are its files, which lie here. Raises NoSuchDossier (no such office), AlreadyTaken, OverQuota.
        """
        with self._engine.begin() as db:
            tip = province_tip(db)
            if db.execute(select(offices.c.agency).where(offices.c.agency == agency)).first() is None:
                raise NoSuchDossier
            code = self._known(db, agency, filed.filed.code)
            before = of_dossiers(db, [code]) if code else []
            dossier = folded_safely(before).dossier
            if dossier is not None and dossier.status is Status.NEW:
                return code
            if before and not (dossier and dossier.awaits_acceptance and dossier.status is Status.SUPPLEMENT_REQUESTED):
                raise AlreadyTaken
            code = code or self._new(db, agency, filed.filed.code)
            step = max((item.step for item in before), default=0) + 1
            keep_entry(db, agency, of_province(tip, filed, code, step, by, self._now()), kept)
            return code

    def _known(self, db: Connection, agency: str, portal_code: str) -> str:
        line = (online_dossiers.c.portal_code == portal_code, online_dossiers.c.agency == agency)
        return str(db.execute(select(online_dossiers.c.dossier).where(*line)).scalar() or "")

    def _new(self, db: Connection, agency: str, portal_code: str) -> str:
        """The next of the day: under the lock of the province's journal, so that none is drawn twice.

        The numbers leap ahead with the clock, a second a number: after a restore none that was lost is drawn again.
        """
        now = self._now().astimezone(clock.VIETNAM)
        prefix, leapt = day_prefix(agency, now.date()), now.hour * 3600 + now.minute * 60 + now.second
        drawn = select(func.max(online_dossiers.c.dossier)).where(online_dossiers.c.dossier.startswith(prefix))
        last = db.execute(drawn).scalar()
        code = f"{prefix}{max(number_of(last) if last else 0, ONLINE_FROM + leapt) + 1}"
        insert_all(db, online_dossiers, [{"agency": agency, "portal_code": portal_code, "dossier": code}])
        return code
