"""What every screen works with: made once at the door and handed in."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSettings

from counter_app.desk.desk import Desk
from ui.background.attendance import Attendance
from ui.background.changes import Changes
from ui.background.messages import Messages
from ui.background.page_work import PageWork
from ui.background.print_watch import PrintWatch
from ui.background.profile_file import ProfileFile
from ui.background.tasks import Tasks
from ui.background.undo import Undo


@dataclass(frozen=True)
class Workplace:
    """A desk with its long work. `settings` keeps how the window was left (sizes, scanner), never a dossier's data;
    what the desk is told is kept by `profile_file`."""

    desk: Desk
    tasks: Tasks
    changes: Changes
    pages: PageWork
    messages: Messages
    undo: Undo
    printing: PrintWatch
    settings: QSettings
    attendance: Attendance
    profile_file: ProfileFile

    @property
    def language(self) -> str:
        """The window's language, vi or en."""
        return self.desk.profile.language
