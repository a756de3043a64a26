"""What a paper is made from: whose dossiers, about what of them, by which office, when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.dossier.feedback import Feedback
from counter_app.dossier.guidance import GuidanceCase
from counter_app.dossier.model import Dossier
from counter_app.dossier.subjects import WHOLE, Subject
from counter_app.procedures.control_sheet import ControlLine
from counter_app.procedures.wordings import Wording, Wordings
from printing.layout.heads import Letterhead


@dataclass(frozen=True)
class Invitation:
    """Asks how the citizen was served: on the page of `address`, or at the screen of the desk where there is none."""

    address: str


@dataclass(frozen=True)
class FormContext:
    """A form is a function of this alone, so that the same occasion gives the same paper.

    `about` is what in the dossiers' life the paper is about. `base` is the circular whose forms hold for it.
    `corrected`: for which time it replaces one that went out with a mistake, 0 where it is the first.
    `case` is whom a paper instead of a receipt is for: there are no `dossiers` then.
    `feedback` is what a paper about feedback is about: there are no `dossiers` then either. `survey` is how the paper
    asks how the citizen was served.
    `size` is the paper where a form knows several: "80mm", "58mm", "A5", "A6". `number` is the one that was drawn for
    the paper, as printed; "" where it is written by hand. `copies` is how many copies (liên) a fee receipt has.
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
    feedback: Feedback | None = None
    survey: Invitation | None = None
    number: str = ""
    copies: int = 2

    @property
    def dossier(self) -> Dossier:
        """The dossier of a paper about one."""
        return self.dossiers[0]

    def numbered(self, say: Wording) -> str:
        """The paper's number, with dots for what is written by hand; "" where the form has none."""
        return self.number or written_number(say, "……", self.office)


def written_number(say: Wording, number: str, office: Letterhead) -> str:
    """`15/PBS-BPTNTKQ`: a number as the form writes it."""
    return say("number", number=number, agency=office.symbol, unit=office.unit_symbol)
