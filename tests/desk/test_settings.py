"""Settings are changed by whom it is theirs to, and what is locked or drawn from stays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from counter_app.config import PROFILE, Display, Profile, load_profile
from counter_app.desk.desk import Desk
from counter_app.desk.settings import (
    SettingLocked,
    SettingOfTheJournal,
    SettingsNotSaved,
    change_settings,
    changes,
    holds_at_once,
    in_force,
)
from counter_app.dossier.acts.act import NotYourTask
from counter_app.dossier.roles import AT_COUNTER, Clerk


def changed(profile: Profile, table: str, **lines: Any) -> Profile:
    return profile.model_copy(update={table: getattr(profile, table).model_copy(update=lines)})


def test_what_is_changed_is_written_and_named(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / PROFILE
    wanted = changed(changed(desk.profile, "office", phone="0238 111 1111"), "display", theme="dark")
    assert change_settings(desk, desk.profile, wanted, file) == {"office.phone", "display.theme"}
    assert load_profile(file) == wanted
    assert holds_at_once("office.phone") and not holds_at_once("server.url") and not holds_at_once("language")


def test_a_clerk_chooses_how_the_window_looks_and_nothing_else(desk: Desk, tmp_path: Path) -> None:
    clerk = desk.of(Clerk("Trần Thị Mẫu", AT_COUNTER))
    look = desk.profile.model_copy(update={"display": Display(theme="contrast", size=150), "language": "en"})
    assert change_settings(clerk, desk.profile, look, tmp_path / PROFILE)
    with pytest.raises(NotYourTask):
        change_settings(clerk, desk.profile, changed(desk.profile, "office", phone="1"), tmp_path / PROFILE)


def test_locked_settings_and_those_of_the_codes_stay(desk: Desk, tmp_path: Path) -> None:
    locked = desk.profile.model_copy(update={"locked": ("office.look_up", "server")})
    desk = desk.settled_as(locked)
    for wanted in (
        changed(locked, "server", url="https://khac.example.vn"),
        changed(locked, "office", look_up=""),
        locked.model_copy(update={"locked": ()}),
    ):
        with pytest.raises(SettingLocked):
            change_settings(desk, desk.profile, wanted, tmp_path / PROFILE)
    with pytest.raises(SettingOfTheJournal):
        change_settings(desk, desk.profile, changed(locked, "desk", number=2), tmp_path / PROFILE)
    assert not (tmp_path / PROFILE).exists()


def test_a_disk_that_takes_nothing_is_a_sentence(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(SettingsNotSaved):
        change_settings(desk, desk.profile, changed(desk.profile, "office", phone="1"), tmp_path / "taken" / PROFILE)


def test_lists_are_told_as_a_whole(desk: Desk) -> None:
    assert list(changes(desk.profile, desk.profile.model_copy(update={"receipts": ()}))) == ["receipts"]


def test_what_is_read_at_the_start_is_as_it_was_until_the_next_one(desk: Desk) -> None:
    start = desk.profile
    kept = changed(changed(start, "display", theme="dark", size=150), "server", url="https://tinh.example.vn")
    now = in_force(start, kept.model_copy(update={"language": "en"}))
    assert (now.display.theme, now.display.size, now.server.url, now.language) == ("dark", 100, "", "vi")
    assert all(not holds_at_once(name) for name in changes(now, kept))
