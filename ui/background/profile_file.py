"""The desk's profile as it stands: one place that all screens and threads ask, and that writes what is changed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from counter_app.config import Profile
from counter_app.desk.desk import Desk
from counter_app.desk.settings import change_settings, changes, in_force


class ProfileFile(QObject):
    """`kept` is the profile as it stands in its file; some of it holds from the next start only."""

    changed = Signal(object)  # frozenset[str]: the names of the settings
    start_anew_wanted = Signal()

    def __init__(self, profile: Profile, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kept = profile
        self._start = self._in_force = profile
        self._file = file

    def profile(self) -> Profile:
        """What is worked with; from any thread."""
        return self._in_force

    @property
    def folder(self) -> Path:
        """Where files that the profile names lie beside it."""
        return self._file.parent

    @property
    def pending(self) -> list[str]:
        """The names of what was changed and holds from the next start."""
        return list(changes(self._in_force, self.kept))

    def change(self, desk: Desk, wanted: Profile) -> frozenset[str]:
        """Writes and uses other settings; the names of what changed. Raises what `change_settings` does."""
        changed = change_settings(desk, self.kept, wanted, self._file)
        self.kept, self._in_force = wanted, in_force(self._start, wanted)
        if changed:
            self.changed.emit(changed)
        return changed
