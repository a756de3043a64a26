"""Which version of a form a page is, as it says itself: "Mẫu số 18", "Ban hành kèm theo Nghị định số 151/2025/NĐ-CP".

Ministries change forms, provinces number theirs, and people bring old ones: what is printed is told, not corrected.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from scanning.fields.templates import Template

_NUMBER = re.compile(
    r"\bm[aẫâ]u\s+(?:s[oố]\s*:?\s*)?(\d{1,3}[a-zđ]?(?:/[A-ZĐ-]+)?|[A-ZĐ]{2,4}\d{2}[a-z]?)", re.IGNORECASE
)
_ACT = re.compile(r"\b(\d{1,5}/(?:(?:19|20)\d\d/)?(?:TT|NĐ|ND|QĐ|QD|NQ|TTLT)-?[A-ZĐ-]+)")
_PROVINCE = re.compile(r"(?:UBND|[ỦUÚ]y ban nhân dân)\s+(?:tỉnh|thành phố)\s+((?:[A-ZĐÀ-Ỹ][\w-]*\s?){1,3})")
_ISSUED = re.compile(r"ban h[aà]nh|k[eè]m theo", re.IGNORECASE)
ABOUT = 160
"""Letters behind "ban hành kèm theo" in which the act stands."""


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


def version_of(text: str, template: Template | None) -> Version:
    """The version of the form whose text that is."""
    number = _NUMBER.search(text)
    issued = _ISSUED.search(text)
    about = text[issued.start() : issued.start() + ABOUT] if issued else ""
    act, province = _ACT.search(about), _PROVINCE.search(about)
    named = act[1].upper() if act else ""
    return Version(
        number[1] if number else "",
        named,
        province[1].strip() if province else "",
        not named or template is None or any(named in version.upper() for version in template.versions),
    )
