"""A portal to hand dossiers over to: its settings, what it was told, and clocks of the tests' own."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from counter_app.dossier.journal import Entry, Tip, write
from counter_app.dossier.payloads.business import HandedOver
from counter_app.dossier.payloads.payload import Payload
from counter_app.province.national_settings import GatewaySettings
from tests.dossier.entries import AT, CODE
from tests.province.conftest import Journal
from tests.province.national.fakes import Fake, FakeClassic

PUBLIC = "https://mot-cua.example"


def gateway_for(portal: Fake, **changes: Any) -> GatewaySettings:
    classic = {"dialect": "classic", "username": "nghean", "password": "secret", "madonvi": "H41"}
    other = {"dialect": "centralised", "client_id": "nghean", "client_secret": "secret"}
    national = (classic if isinstance(portal, FakeClassic) else other) | {"url": portal.url, "read_seconds": 5}
    facts = {"national": national, "public_url": PUBLIC, "every_seconds": 0.05, "lease_seconds": 2}
    return GatewaySettings.model_validate(facts | changes)


def as_file(folder: Path, portal: Fake) -> Path:
    path = folder / "national.toml"
    path.write_text(
        f'public_url = "{PUBLIC}"\nevery_seconds = 0.05\nlease_seconds = 2\n\n[national]\ndialect = "classic"\n'
        f'url = "{portal.url}"\nusername = "nghean"\npassword = "secret"\nmadonvi = "H41"\nread_seconds = 5\n'
    )
    return path


class Hand:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.at = AT + timedelta(days=1)

    def __call__(self) -> datetime:
        return self.at

    def go(self, **by: float) -> None:
        self.at += timedelta(**by)


class Days(Journal):
    """A desk that writes an entry an hour: the portal takes two equal steps of one moment for one."""

    def write(self, payload: Payload, dossier: str = CODE, step: int = 1) -> Entry:
        last = self.entries[-1] if self.entries else None
        after = Tip(last.sequence, last.hash) if last else None
        at = AT + timedelta(hours=len(self.entries))
        entry = write(payload, dossier=dossier, step=step, desk=self.desk, clerk="Mẫu", at=at, after=after, salt="salt")
        self.entries.append(entry)
        return entry


def eventually(holds: Callable[[], bool], seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, "it did not come to that"
        time.sleep(0.02)


def status_at(portal: Fake, code: str = CODE) -> int:
    """The status the portal shows; 0 where it does not know the dossier or all of its steps yet."""
    known = portal.dossiers.get(code, {})
    shown = int(known.get("TrangThaiHoSo") or known.get("status", {}).get("TrangThai") or 0)
    steps = portal.steps.get(code, [])
    return shown if steps and int(steps[-1]["TrangThai"]) == shown else 0


def statuses(portal: Fake, code: str) -> list[int]:
    return [int(step["TrangThai"]) for step in portal.steps[code]]


HAND_OVER = HandedOver(from_unit="Một cửa", to_unit="Phòng Tư pháp", given_by="Mẫu")
