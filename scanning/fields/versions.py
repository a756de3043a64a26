"""Which version of a form a page is, as it says itself: "Mẫu số 18", "Ban hành kèm theo Nghị định số 151/2025/NĐ-CP".

Ministries change forms, provinces number theirs, and people bring old ones: what is printed is told, not corrected.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from scanning.fields.form_numbers import about_act, number_in
from scanning.fields.templates import Template

_YEAR_OF_NUMBER = re.compile(r"-(\d{4})-")
"""The civil status forms of 2010 and 2012 had the year in their numbers."""
_PROVINCE = re.compile(r"(?:UBND|[ỦUÚ]y ban nhân dân)\s+(?:tỉnh|thành phố)\s+((?:[^\W\d_]+[\s–-]+){0,4}[^\W\d_]+)")
MOST_WORDS = 5
"""Of a province's name: Bà Rịa - Vũng Tàu."""


@dataclass(frozen=True)
class Version:
    """What a form says of itself."""

    number: str = ""
    """18, 11/ĐK, CT01."""
    act: str = ""
    """151/2025/NĐ-CP: of what it is an annex."""
    province: str = ""
    """Whose decision that is, where a province issued it."""
    known: bool = True
    """Whether the template was made for that act; True where the form names none."""

    @property
    def otherwise(self) -> str:
        """What the form says of itself where no template was made for it; "" where one was."""
        number = f"Mẫu {self.number}" if self.number else ""
        return "" if self.known else ", ".join(part for part in (number, self.act, self.province) if part)


def version_of(text: str, template: Template | None) -> Version:
    """The version of the form whose text that is."""
    form, province = number_in(text), _PROVINCE.search(about_act(text))
    year = _YEAR_OF_NUMBER.search(form.number)
    said = [part for part in (form.act, year[1] if year else "") if part]
    versions = [version.upper() for version in template.versions] if template else []
    return Version(
        form.number,
        form.act,
        _name_of(province[1]) if province else "",
        template is None or (not province and all(any(part in version for version in versions) for part in said)),
    )


def _name_of(text: str) -> str:
    """The province's name at the beginning of a text: its words begin with capitals and do not stand in them."""
    return " ".join(takewhile(lambda word: word.istitle() or word in "-–", text.split()[:MOST_WORDS])).rstrip(" -–")
