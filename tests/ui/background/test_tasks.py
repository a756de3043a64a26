"""Work beside the window's thread: an error is over once the same work went well with all it was about."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counter_app.bench.desk import opened_desk
from counter_app.config import sample_profile
from counter_app.desk.desk import Desk
from counter_app.store.faults import StoreDiskFull
from tests.conftest import CLERK
from ui.background.tasks import Progress, Tasks


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return opened_desk(tmp_path / "data", sample_profile(), CLERK)


def test_a_full_disk_is_mended_once_all_that_it_did_not_take_is_written(qtbot: QtBot, desk: Desk) -> None:
    tasks, full, done = Tasks(desk), [True], list[str]()
    mended: list[str] = []
    tasks.mended.connect(mended.append)

    def write(name: str) -> None:
        def work(progress: Progress) -> None:
            if full[0]:
                raise StoreDiskFull

        tasks.submit(work, lambda _: done.append(name), lambda _: done.append("refused"), in_order=True, about=name)

    def look(progress: Progress) -> None:
        """Other work that goes well says nothing of it."""

    write("first")
    write("second")
    qtbot.waitUntil(lambda: done == ["refused", "refused"])
    full[0] = False
    tasks.submit(look, lambda _: done.append("looked"))
    write("second")
    qtbot.waitUntil(lambda: {"second", "looked"} <= set(done))
    assert mended == [], "the first is still not written"
    write("first")
    qtbot.waitUntil(lambda: done[-1] == "first")
    assert mended == ["StoreDiskFull"]
    tasks.close()
