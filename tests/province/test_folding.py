"""Dossiers are folded behind everybody's back, so that the first report after an update does not wait for all."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from counter_app.province.commands import counted_database
from counter_app.province.folding import Folding, folding
from counter_app.province.overview import Overview
from counter_app.province.serve import Settings, running_server
from counter_app.province.services import Services
from tests.dossier.entries import received
from tests.province.conftest import DESK, Journal
from tests.province.portal import eventually

SEVEN = 7


def filled(services: Services) -> None:
    mine = Journal()
    many = [mine.write(received(), f"H41.99-261124-{number:04d}") for number in range(1, SEVEN + 1)]
    services.registry.accept(DESK, many)


def test_after_an_update_one_process_folds_all_dossiers_while_nobody_asks_and_says_how_many_are_left(
    services: Services,
) -> None:
    filled(services)
    overview = Overview(services.engine)
    overview.refresh_all()
    with services.engine.begin() as db:
        db.execute(text("UPDATE dossiers SET folded = 0"))  # as migration 14 did
    assert overview.behind() == SEVEN
    here, there = Folding(services), Folding(services)
    with folding(services):  # in a thread, as the server does
        eventually(lambda: overview.behind() == 0)
        eventually(lambda: "counter_dossiers_behind" in services.metrics.text())
    assert here.turn() == 0, "nothing is behind"
    with services.engine.begin() as db:
        db.execute(text("UPDATE dossiers SET folded = 0"))
    assert there.turn() == 0, "another process does it"
    assert here.turn() == SEVEN
    here.thread.stop()
    there.thread.stop()


def test_a_command_counts_what_is_behind_first_and_says_how_much_that_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("counter_app.province.commands._FEW", 4)
    monkeypatch.setattr("counter_app.province.commands.BATCH", 2)
    with running_server(tmp_path / "server") as running:
        running.services.desks.register(DESK)
        filled(running.services)
    engine = counted_database(Settings(files=tmp_path / "server"))
    assert Overview(engine).behind() == 0
    assert "Còn 7 hồ sơ chưa tính vào" in capsys.readouterr().out
    engine.dispose()
