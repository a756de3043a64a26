"""The number that a form has in the act it is an annex of: "Mẫu số 18", "Ban hành kèm theo Nghị định số …"."""

from __future__ import annotations

import re
from dataclasses import dataclass

ABOUT = 160
"""Letters behind "ban hành kèm theo" in which the act stands."""
TOP_LINES = 6
"""In which of a page's first lines its own number stands: at the right of the state's header, or above it."""
_NUMBER = re.compile(
    r"\bm[aẫâ]u\s+(?:s[oố]\s*:?\s*)?"
    r"(TP/HT-\d{4}-[A-ZĐ]+(?:\.\d+)?(?:\.?[a-zđ])?\b|\d{1,3}[a-zđ]?(?:/[A-ZĐ-]+)?|[A-ZĐ]{2,4}\d{2}[a-z]?)",
    re.IGNORECASE,
)
_ACT = re.compile(r"\b(\d{1,5}/(?:(?:19|20)\d\d/)?(?:TT|NĐ|ND|QĐ|QD|NQ|TTLT)-?[A-ZĐ-]+)")
_ISSUED = re.compile(r"ban h[aàáảãạ]nh|k[eèéẻẽẹê]m theo", re.IGNORECASE)  # marks are misread
_OF_ITSELF = re.compile(r"\W*m[aẫâ]u\b", re.IGNORECASE)


@dataclass(frozen=True)
class FormNumber:
    """What a form says of itself; "" where it does not."""

    number: str = ""
    """18, 11/ĐK, CT01."""
    act: str = ""
    """151/2025/NĐ-CP."""

    @property
    def key(self) -> str:
        """By which forms are the same: `18 151/2025/NĐ-CP`, `CT01`; "" where that names none: a number alone."""
        number = self.number.upper().lstrip("0")
        if number[:2].isalpha():
            return number  # of one ministry alone
        return f"{number} {self.act}" if number and self.act else ""


def number_in(text: str) -> FormNumber:
    """The first number of a form in a text, and the act it names."""
    number, act = _NUMBER.search(text), _ACT.search(about_act(text))
    return FormNumber(number[1] if number else "", act[1].upper() if act else "")


def about_act(text: str) -> str:
    """What stands behind "ban hành kèm theo"."""
    issued = _ISSUED.search(text)
    return text[issued.start() : issued.start() + ABOUT] if issued else ""


def own_number(text: str) -> FormNumber:
    """The number of the form that a page begins; where one of its first lines does not begin with it, it is of another
    form that the page speaks of."""
    lines = [line for line in text.splitlines() if line.strip()][:TOP_LINES]
    begins = next((at for at, line in enumerate(lines) if _OF_ITSELF.match(line) and _NUMBER.search(line)), None)
    return FormNumber() if begins is None else number_in("\n".join(lines[begins:]))
