"""What a paper is made from: whose dossiers, about what of them, by which office, when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.dossier.guidance import GuidanceCase
from counter_app.dossier.model import Dossier
from counter_app.dossier.subjects import WHOLE, Subject
from counter_app.procedures.control_sheet import ControlLine
from counter_app.procedures.wordings import Wordings
from printing.layout.document import Letterhead


@dataclass(frozen=True)
class FormContext:
    """A form is a function of this alone, so that the same occasion gives the same paper.

    `about` is what in the dossiers' life the paper is about. `base` is the circular whose forms hold for it.
    `corrected`: for which time it replaces one that went out with a mistake, 0 where it is the first.
    `case` is whom a paper instead of a receipt is for: there are no `dossiers` then.
    `size` is the paper where a form knows several: "80mm", "58mm", "A5", "A6".
    """

    dossiers: tuple[Dossier, ...]
    office: Letterhead
    wordings: Wordings
    base: str
    clerk: str
    at: datetime
    about: Subject = WHOLE
    size: str = ""
    corrected: int = 0
    control: tuple[ControlLine, ...] = ()
    case: GuidanceCase | None = None

    @property
    def dossier(self) -> Dossier:
        """The dossier of a paper about one."""
        return self.dossiers[0]
