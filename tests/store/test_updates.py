"""An update changes the tables: a copy of before is kept, and one can go back with all that was done since."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlite_utils import Database

from counter_app import cli
from counter_app.bench.desk import opened_desk
from counter_app.config import PROFILE, Profile, sample_profile, save_profile
from counter_app.desk import receiving
from counter_app.desk.desk import Desk
from counter_app.store import updates
from counter_app.store.keys import find_key
from counter_app.store.migrations import StoreNewer, migrations
from counter_app.store.store import DATABASE
from counter_app.store.updates import AFTER, BEFORE, NoRoomToUpdate, NoWayBack, go_back
from tests.conftest import CLERK, MORNING, filled


@pytest.fixture
def profile() -> Profile:
    return sample_profile()


@pytest.fixture
def folder(tmp_path: Path, profile: Profile) -> Path:
    save_profile(profile, tmp_path / "desk" / PROFILE)
    return tmp_path / "desk"


def at_work(folder: Path, profile: Profile) -> Desk:
    return replace(opened_desk(folder, profile, CLERK), now=lambda: MORNING)


def receives(desk: Desk, times: int = 1) -> list[str]:
    codes = []
    for _ in range(times):
        draft = filled(desk.new_draft())
        desk.keep_draft(draft)
        codes.append(receiving.receive(desk, draft.id).code)
    return codes


def of_tomorrow(db: Database) -> None:
    """A made-up step: a column more, a table more, one renamed, and one that nobody before can fill."""
    db.execute("ALTER TABLE drafts ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'")
    db.execute("CREATE TABLE of_tomorrow (id INTEGER PRIMARY KEY, word TEXT NOT NULL) STRICT")
    db.execute("ALTER TABLE phrases RENAME COLUMN text TO words")


@pytest.fixture
def updated() -> Iterator[None]:
    """While it is used the program is the one of tomorrow."""
    migrations(name="of_tomorrow")(of_tomorrow)
    yield
    if migrations._migrations[-1].name == "of_tomorrow":
        migrations._migrations.pop()


def test_nothing_is_copied_where_the_tables_stay(folder: Path, profile: Profile) -> None:
    for _ in range(2):
        at_work(folder, profile).store.close()
    assert not (folder / BEFORE).exists()
    with pytest.raises(NoWayBack):
        go_back(folder, DATABASE, b"")


def test_an_update_keeps_a_copy_and_going_back_loses_nothing_that_was_done_since(
    folder: Path, profile: Profile, updated: None, capsys: pytest.CaptureFixture[str]
) -> None:
    step = migrations._migrations.pop()
    desk = at_work(folder, profile)
    before = receives(desk, 2)
    desk.store.phrases.used("refuse", "Thiếu giấy tờ", MORNING)
    desk.store.close()
    migrations._migrations.append(step)
    desk = at_work(folder, profile)
    assert (folder / BEFORE).exists() and desk.store.db.table("of_tomorrow").exists()
    since = receives(desk, 3)
    waiting = filled(desk.new_draft())
    desk.keep_draft(waiting)
    desk.store.close()
    assert cli.main(["go-back", "--data", str(folder)]) == 0
    told = capsys.readouterr().out
    assert "3" in told and "phrases" in told
    migrations._migrations.pop()
    desk = at_work(folder, profile)  # the program of before
    assert {line.code for line in desk.store.find()} == {*before, *since}
    assert desk.store.journal.differing_projections() == []
    assert desk.store.entries.check_own() == 5
    assert desk.draft(waiting.id).owner == waiting.owner
    (again,) = receives(desk)
    assert again not in (*before, *since)
    desk.store.close()
    assert (folder / AFTER).exists() and not (folder / BEFORE).exists()


def test_without_room_for_the_copy_nothing_is_changed(
    folder: Path, profile: Profile, updated: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = migrations._migrations.pop()
    at_work(folder, profile).store.close()
    migrations._migrations.append(step)

    class Full(NamedTuple):
        free: int = 1000

    monkeypatch.setattr(updates.shutil, "disk_usage", lambda _: Full())
    with pytest.raises(NoRoomToUpdate) as refused:
        at_work(folder, profile)
    assert "MB" in refused.value.sentence("vi")
    migrations._migrations.pop()
    monkeypatch.undo()
    at_work(folder, profile).store.close()
    migrations._migrations.append(step)


def test_the_program_of_before_opens_the_copy_and_not_what_the_update_made(
    folder: Path, profile: Profile, updated: None
) -> None:
    step = migrations._migrations.pop()
    at_work(folder, profile).store.close()
    migrations._migrations.append(step)
    at_work(folder, profile).store.close()
    migrations._migrations.pop()
    with pytest.raises(StoreNewer) as refused:
        at_work(folder, profile)
    assert "counter go-back" in refused.value.sentence()
    go_back(folder, DATABASE, find_key(folder).derived("database"))
    at_work(folder, profile).store.close()
    migrations._migrations.append(step)


def test_a_copy_of_long_ago_is_taken_away(folder: Path, profile: Profile) -> None:
    at_work(folder, profile).store.close()
    for name, days in ((BEFORE, 31), (AFTER, 5)):
        shutil.copy(folder / DATABASE, folder / name)
        os.utime(folder / name, (time.time() - days * 86_400,) * 2)
    at_work(folder, profile).store.close()
    assert not (folder / BEFORE).exists() and (folder / AFTER).exists()
