"""What the QR on a cover sheet says: the pages after it belong to this component (of this dossier)."""

from __future__ import annotations

from dataclasses import dataclass

_HEAD = "counter:cover:1"


@dataclass(frozen=True)
class Cover:
    """Where the pages after a cover sheet go; `dossier` is "" on a sheet that serves every dossier."""

    component: str
    dossier: str = ""

    def to_text(self) -> str:
        """The content of the sheet's QR code: nothing about any person."""
        return f"{_HEAD}:{self.dossier}:{self.component}"

    @classmethod
    def from_text(cls, text: str) -> Cover | None:
        """The cover that a code on a page names; None for any other code."""
        head, _, rest = text.rpartition(f"{_HEAD}:")
        dossier, separator, component = rest.partition(":")
        return cls(component, dossier) if separator and component and not head and text.startswith(_HEAD) else None
