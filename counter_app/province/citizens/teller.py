"""Citizens are told in the background: one thread, in the process that holds the lease."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Engine

from counter_app.dossier import clock
from counter_app.dossier.model import Dossier
from counter_app.dossier.written import bare_phone, email_fault, phone_fault
from counter_app.errors import CounterError
from counter_app.province.citizens.notice_settings import NoticeSettings, load_texts
from counter_app.province.citizens.occasions import occasions
from counter_app.province.citizens.outbox import (
    DROPPED,
    SENDING,
    SENT,
    UNDELIVERABLE,
    UNSURE,
    WAITING,
    Notice,
    NoticeOutbox,
)
from counter_app.province.citizens.senders import AddressRefused, Message, PerhapsSent, Sender, SenderDown
from counter_app.province.leased_thread import LeasedThread
from counter_app.province.national.gateway import rest
from counter_app.province.national_lease import NOTICES, Lease

_BATCH = 100
_PATIENCE = 6  # attempts before another way is tried, by `rest` half an hour after the first
_STOPPING = 25.0  # seconds a message under way is given when the server stops
_log = logging.getLogger(__name__)


class Teller:
    """Tells in its thread; or turn by turn, for whoever calls `turn`."""

    def __init__(
        self,
        engine: Engine,
        settings: NoticeSettings,
        now: Callable[[], datetime] = clock.now,
        senders: Mapping[str, Sender] | None = None,
    ) -> None:
        self._settings, self._now = settings, now
        self._senders = settings.senders() if senders is None else senders
        self._texts = load_texts(settings.texts)
        self._lease = Lease(engine, name=NOTICES)
        self._outbox = NoticeOutbox(engine, self._lease, now)
        every = settings.every_seconds
        self.thread = LeasedThread(self._lease, "notices", self._work, every=every, patience=_STOPPING)

    def turn(self) -> int:
        """Looks for what changed, and outside the quiet hours tries once what is due; how many were sent."""
        if not self._lease.take():
            return 0
        self._outbox.collect()
        if self._settings.is_quiet(self._now()):
            return 0
        sent, down = 0, set[str]()
        for notice in self._outbox.due(_BATCH):
            if self.thread.is_stopping or not self._lease.take():
                break
            sent += self._tell(notice, down)
        return sent

    def _tell(self, notice: Notice, down: set[str]) -> bool:
        """Whether it was sent. `down` are ways that took nothing in this turn.

        A way that does not take it gives way to the citizen's next one, after half an hour of trying. One that may
        have it already does not: it is asked until it says so, as two notices of one thing are one too many.
        """
        held = notice.sender if notice.state == SENDING else ""  # by the way that may have it
        if held and not self._repeats(held):
            self._outbox.end(notice, UNSURE)
            return False
        dossier = self._outbox.read(notice.dossier)
        if dossier is None or notice.occasion not in {item.name for item in occasions(dossier)}:
            self._outbox.end(notice, DROPPED)
            return False
        refused, waits_for = "no address", ""
        for name, sender, to in self._ways(dossier):
            if held not in ("", name):
                continue
            try:
                if name in down:
                    raise SenderDown(reason="down")
                self._outbox.claim(notice, name)
                sender.send(self._message(notice, dossier, to))
            except AddressRefused as fault:
                refused, held = type(fault).__name__, ""
            except PerhapsSent as fault:
                self._tell_of(fault, name, down)
                if sender.repeats:
                    self._wait(notice, SENDING, type(fault).__name__)
                else:
                    self._outbox.end(notice, UNSURE, type(fault).__name__)
                return False
            except SenderDown as fault:
                self._tell_of(fault, name, down)
                waits_for = type(fault).__name__
                if held or notice.attempts < _PATIENCE:
                    break
            else:
                self._outbox.end(notice, SENT)
                return True
        if waits_for:
            self._wait(notice, SENDING if held else WAITING, waits_for)
        else:
            self._outbox.end(notice, UNSURE if held else UNDELIVERABLE, refused)
        return False

    def _tell_of(self, fault: CounterError, name: str, down: set[str]) -> None:
        if name not in down:
            _log.warning("notices by %s: %s", name, fault)
        down.add(name)

    def _wait(self, notice: Notice, state: str, failure: str) -> None:
        again_at = self._now() + rest(notice.attempts + 1, random.random())
        self._outbox.later(notice, state, failure, again_at)

    def _repeats(self, name: str) -> bool:
        sender = self._senders.get(name)
        return sender is not None and sender.repeats

    def _ways(self, dossier: Dossier) -> Iterator[tuple[str, Sender, str]]:
        """The ways by which the person who filed it, else its owner, can be told.

        What is no number or mailbox, or is two of them, is no way: a desk checks what is typed, but a portal's dossier
        may hold anything, and a line's end in a mailbox would stop every notice behind it.
        """
        person = dossier.submitter or dossier.owner
        phone, email = bare_phone(person.phone), person.email.strip()
        known = {"phone": "" if phone_fault(phone) else phone, "email": "" if email_fault(email) else email}
        for name, sender in self._senders.items():
            if to := known[sender.address]:
                yield name, sender, to

    def _message(self, notice: Notice, dossier: Dossier, to: str) -> Message:
        words = self._texts[notice.occasion.partition(":")[0]]
        facts = {
            "code": dossier.code,
            "due": clock.moment(dossier.due_at) or "không quy định",
            "office": dossier.agencies.receiving_name,
            "look_up": self._settings.look_up,
        }
        return Message(notice.id, to, *words.filled(facts))

    def _work(self) -> float:
        self.turn()
        return self._settings.every_seconds


@contextmanager
def telling(settings: NoticeSettings | None, engine: Engine) -> Iterator[None]:
    """Citizens are told meanwhile, if there are settings."""
    if settings is None:
        yield
        return
    with Teller(engine, settings).thread.running():
        yield
