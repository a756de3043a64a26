"""The one broadcast of what changed: told by whatever changes dossiers, heard by the screens and by sync."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True)
class DossiersChanged:
    """The dossiers that are not as the screens have them any more."""

    codes: frozenset[str]
    """Empty where other entries or files wait to be sent than before: of which dossiers is not told."""
    written_here: bool = False
    """Whether this desk's journal grew, so that there is something to send."""


class Changes(QObject):
    """Carries changes from acts, intake, printing, page work and sync to all who show dossiers."""

    dossiers_changed = Signal(object)  # DossiersChanged

    def written(self, *codes: str) -> None:
        """This desk wrote entries of these dossiers."""
        self.dossiers_changed.emit(DossiersChanged(frozenset(codes), written_here=True))

    def arrived(self, *codes: str) -> None:
        """Entries of these dossiers came from other desks or the province."""
        self.dossiers_changed.emit(DossiersChanged(frozenset(codes)))

    def waiting_changed(self) -> None:
        """Other entries or files wait to be sent than before."""
        self.dossiers_changed.emit(DossiersChanged(frozenset()))
