"""A desk at work: the sample office on a real store, with its clock in the test's hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from counter_app.config import sample_profile
from counter_app.desk import Desk, open_desk
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.draft import ComponentTicked, Draft, PersonTyped
from counter_app.dossier.states import IdentityKind

MORNING = datetime(2026, 11, 20, 9, 0, tzinfo=VIETNAM)


@pytest.fixture(autouse=True)
def no_keyring() -> Iterator[None]:
    """Tests keep no key in the keyring of whoever runs them."""
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk whose clock stands at nine on Friday, 20 November 2026, and goes on a minute each time it is asked."""
    minutes = iter(range(100_000))
    opened = open_desk(tmp_path / "desk", sample_profile())
    yield replace(opened, now=lambda: MORNING + timedelta(minutes=next(minutes)))
    opened.store.close()


def filled(draft: Draft, procedure: str = "1.001193", *keys: str) -> Draft:
    """A draft with all that a dossier needs; everybody in it is invented."""
    owner = PersonTyped(
        name="  Đặng Thị   Hường ",
        identity_kind=IdentityKind.CITIZEN,
        identity_number="040190001234",
        born="15/04/1990",
        sex="Nữ",
        address="Xóm 3, phường Sao Mai, tỉnh Nghệ An",
        phone="0912000123",
    )
    ticks = tuple(ComponentTicked(key=key, originals=1) for key in keys or ("to-khai",))
    return draft.model_copy(update={"procedure": procedure, "owner": owner, "components": ticks})
