"""Journal entries for tests; everybody in them is invented."""

from __future__ import annotations

from datetime import datetime

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.journal import Entry, write
from counter_app.dossier.model import Agencies, Component, Person, Term
from counter_app.dossier.money import FeeDue
from counter_app.dossier.payloads.papers import Received
from counter_app.dossier.payloads.payload import Payload

CODE = "H41.99-261124-0001"
AT = datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM)


def received(fee: int = 0) -> Received:
    """A birth registration as received."""
    return Received(
        procedure="1.001193",
        procedure_name="Đăng ký khai sinh",
        procedure_version="1",
        agencies=Agencies(receiving="H41.99", competent="H41.99"),
        owner=Person(name="Đặng Thị Hương", identity_number="040190001234", phone="0912000123"),
        components=(Component(key="to-khai", name="Tờ khai đăng ký khai sinh", originals=1),),
        fees=(FeeDue(name="Lệ phí", kind="le_phi", amount=fee),) if fee else (),
        term=Term(unit="same_day"),
        due_at=AT.replace(hour=17),
        look_up_token="token",
    )


def journal_of(desk: str, *steps: tuple[int, Payload], dossier: str = CODE) -> list[Entry]:
    """A desk's journal of the given (step, payload) pairs."""
    entries: list[Entry] = []
    for step, payload in steps:
        after = entries[-1] if entries else None
        entries.append(
            write(payload, dossier=dossier, step=step, desk=desk, clerk="Mẫu", at=AT, after=after, salt="salt")
        )
    return entries
