"""What the server does in the background outlives a database that is away for a while."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import OperationalError

from counter_app.province.leased_thread import LeasedThread
from counter_app.province.national_lease import FOLDING, Lease
from counter_app.province.services import Services
from tests.province.portal import eventually


def away() -> OperationalError:
    return OperationalError("", {}, Exception("the database is away"))


def test_a_turn_that_failed_is_tried_again_and_a_lease_that_cannot_be_given_back_stops_no_server(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns: list[int] = []

    def turn() -> float:
        turns.append(len(turns))
        if len(turns) == 1:
            raise away()
        return 0.0

    def refused() -> None:
        raise away()

    lease = Lease(services.engine, name=FOLDING)
    monkeypatch.setattr(lease, "release", refused)
    task = LeasedThread(lease, "test", turn, every=0.01, patience=60)
    with task.running():
        eventually(lambda: len(turns) > 2)
    assert task.is_stopping
