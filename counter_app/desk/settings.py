"""Settings are changed at the desk: by whom, which of them, and which hold from the next start only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from counter_app.config import OF_THE_JOURNAL, Profile, save_profile
from counter_app.desk.desk import Desk
from counter_app.dossier.roles import Task
from counter_app.errors import CounterError
from counter_app.language import Phrase

EVERYBODYS = frozenset({"display", "language"})
"""Tables that whoever works here may change: how the window looks."""
FROM_NEXT_START = frozenset({"language", "display.size", "server", "kiosk"})
"""What is read once, when the window is opened: names of tables or of their lines (see `in_force`)."""


class SettingLocked(CounterError):
    """A setting that whoever set the desk up keeps."""

    what = "This setting is locked: {names}"
    todo = "Ask the province, or whoever set this desk up; nothing was changed."


class SettingOfTheJournal(CounterError):
    """A setting from which codes were drawn already."""

    what = "This setting stands in every dossier's code and cannot be changed: {names}"
    todo = "Set up another desk instead; nothing was changed."


class SettingsNotSaved(CounterError):
    """The profile could not be written."""

    what = "The settings could not be saved; nothing has changed."
    todo = "Check that the disk is not full and that this user may write to the desk's folder."


def change_settings(desk: Desk, before: Profile, wanted: Profile, file: Path) -> frozenset[str]:
    """Writes the profile in place of the one `before`; the names of what changed.

    Raises NotYourTask, SettingLocked, SettingOfTheJournal, SettingsNotSaved.
    """
    changed = frozenset(changes(before, wanted))
    if any(_table(name) not in EVERYBODYS for name in changed):
        desk.refuse_unless(Task.SETTINGS, Phrase("settings", "Changing settings"))
    if locked := sorted(name for name in changed if before.is_locked(name) or name == "locked"):
        raise SettingLocked(names=", ".join(locked))
    if fixed := sorted(changed & OF_THE_JOURNAL):
        raise SettingOfTheJournal(names=", ".join(fixed))
    if changed:
        try:
            save_profile(wanted, file)
        except OSError as fault:
            raise SettingsNotSaved(type(fault).__name__) from fault
    return changed


def changes(before: Profile, after: Profile) -> Iterator[str]:
    """The names of the settings in which two profiles differ: "office.logo", "receipts", "language"."""
    one, other = before.model_dump(), after.model_dump()
    for table, value in one.items():
        if not isinstance(value, dict):
            if value != other[table]:
                yield table
            continue
        yield from (f"{table}.{line}" for line in value if value[line] != other[table][line])


def holds_at_once(name: str) -> bool:
    """Whether a change of this setting is seen without starting anew."""
    return name not in FROM_NEXT_START and _table(name) not in FROM_NEXT_START


def in_force(start: Profile, kept: Profile) -> Profile:
    """The profile to work with between a change and the next start: as `kept`, but for what was read at the start."""
    display = kept.display.model_copy(update={"size": start.display.size})
    read_once = {"language": start.language, "server": start.server, "kiosk": start.kiosk, "display": display}
    return kept.model_copy(update=read_once)


def _table(name: str) -> str:
    return name.partition(".")[0]
