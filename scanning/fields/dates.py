"""Days and hours as they are written on Vietnamese papers. What is written in part stays in part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_NUMERIC = r"(?<!\d)(?P<d1>\d{1,2})(?: ?[/.\-Il|] ?| )(?P<m1>\d{1,2})(?: ?[/.\-Il|] ?| )(?P<y1>\d{4})(?!\d)"
_IN_WORDS = (
    r"(?:[Nn]g[aàáăâ]y\s*)?(?<!\d)(?P<d2>\d{1,2}),?\s*th[aáàâ]ng\s*(?P<m2>\d{1,2}),?\s*n[aăâ]m\s*(?P<y2>\d{4})(?!\d)"
)
_MONTH = r"(?:[Tt]h[aáàâ]ng\s*)?(?<![\d/.\-])(?P<m3>\d{1,2})(?: ?[/.\-] ?|,?\s*n[aăâ]m\s*)(?P<y3>\d{4})(?!\d)"
_YEAR = r"(?<![\d/.\-])(?P<y4>\d{4})(?![\d/.\-])"
_SIGN_LOST = re.compile(r"\d \d")
_ANY = re.compile("|".join((_NUMERIC, _IN_WORDS, _MONTH, _YEAR)))
_STROKE = re.compile(r"(?<=[\d ])[Il|](?=[\d ])")
"""A stroke between two numbers of a day, as it is misread."""
_HOUR = re.compile(r"(\d{1,2})\s*(?:gi[oờơ]|h|:|g)\s*(?:(\d{1,2})\s*(?:ph[uú]t|p)?)?")
_OLDEST = 1890


@dataclass(frozen=True)
class FoundDate:
    """A day, month or year in a text; `iso` is 1990-04-15, 1990-04 or 1990."""

    text: str
    iso: str
    start: int
    end: int
    whole_text: bool
    """Whether nothing else stands in the text."""

    @property
    def whole(self) -> bool:
        """Whether each sign between its numbers was read."""
        return not _SIGN_LOST.search(self.text)


def the_date(text: str, behind: str = "") -> FoundDate | None:
    """The only day in the text, or the one right behind the pattern; None where there are several or none that is."""
    if behind:
        for mark in re.finditer(rf"(?:{behind})\s*", text):
            found = _ANY.match(text, mark.end())
            if found and (iso := _iso(found)):
                return FoundDate(_as_written(found[0]), iso, *found.span(), False)
        return None
    every = list(_ANY.finditer(text))
    if len(every) != 1 or not (iso := _iso(every[0])):
        return None
    (found,) = every
    rest = (text[: found.start()] + text[found.end() :]).strip(" .,;:…")
    return FoundDate(_as_written(found[0]), iso, *found.span(), not rest)


def _as_written(text: str) -> str:
    """Without the spaces that readers put beside its signs, and with the strokes they misread."""
    return re.sub(r"(?<=\d)\s*([/.\-])\s*(?=\d)", r"\1", _STROKE.sub("/", text.strip()))


def the_time(text: str) -> str | None:
    """`05:30`; "" for a text without an hour, None for an hour that is none."""
    found = _HOUR.search(text)
    if not found:
        return "" if not any(map(str.isdigit, text)) else None
    hour, minute = int(found[1]), int(found[2] or 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def _iso(found: re.Match[str]) -> str:
    parts = {name[0]: int(number) for name, number in found.groupdict().items() if number}
    year, month, day = parts["y"], parts.get("m"), parts.get("d")
    if not _OLDEST <= year <= date.today().year + 50:
        return ""
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return ""
    return "-".join([f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part is not None)])
