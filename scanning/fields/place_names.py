"""Names of places in what was read: put right by the places that there are, and whether they stand there whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from counter_app.dossier.plain import plain
from counter_app.procedures.places import Place
from counter_app.procedures.places_files import load_places
from counter_app.resources import resource
from scanning.fields.misread_marks import with_their_marks

_KIND = re.compile(r"^(?:tỉnh|thành phố|thị xã|thị trấn|huyện|quận|phường|xã|đặc khu) ", re.IGNORECASE)
_ABOVE = re.compile(r"(?:tỉnh|huyện|quận) ", re.IGNORECASE)
"""What begins the name of a level above the commune's."""
_BEFORE_COMMUNE = re.compile(r"^.*?\b(?=phường |xã |đặc khu )")
"""Of an address or an agency's name, what stands before the commune."""


def places_meant(text: str) -> tuple[Place, ...]:
    """The places that an address or an agency's name may mean, by the commune in it."""
    return load_places(resource("places")).read(_BEFORE_COMMUNE.sub("", text), date.today())


def as_places_are_written(text: str) -> str:
    """The text, with the name of the one place that it ends with in that place's own marks, and the dash that stands in
    a place's name: readers overlook it."""
    text = _with_dashes(text)
    last = re.search(r"\b(?:phường|xã|đặc khu) [^,]*(?:,[^,]*){0,2}$", text)
    places = load_places(resource("places")).read(last[0], date.today()) if last else ()
    return with_marks_of_places(text, [place.commune for place in places if not place.old], places)


def _with_dashes(text: str) -> str:
    """Xuân Trường Đà Lạt is Xuân Trường - Đà Lạt."""
    for name, written in _dashed():
        text = re.sub(rf"\b{re.escape(name)}\b", written, text)
    return text


@cache
def _dashed() -> tuple[tuple[str, str], ...]:
    """The names of today's communes with a dash in them, each behind what it is without."""
    names = {_KIND.sub("", commune.name) for commune in load_places(resource("places")).communes}
    return tuple((name.replace(" - ", " "), name) for name in sorted(names) if " - " in name)


def with_marks_of_places(text: str, names: Iterable[str], places: Sequence[Place]) -> str:
    """The text, with the names of places in it as they are written; as it was read where they would be written in
    several ways, or where one of `places`, which the text may mean, would stand in it no more."""
    written = {with_their_marks(text, [name.casefold().replace(",", "").split()]) for name in names}
    corrected = written.pop() if len(written) == 1 else text
    return text if _loses_a_place(text, corrected, places) else corrected


def _loses_a_place(text: str, corrected: str, places: Sequence[Place]) -> bool:
    """Whether the name of one of the places stands in the text and no more in what it would be corrected to: Lưỡng Minh
    is none whose marks were misread, though there is a Lượng Minh."""
    before, after = text.casefold(), corrected.casefold()
    names = {without_kind((place.old or place.commune).split(", ")[0]) for place in places}
    return any(name in before and name not in after for name in names)


def is_named(place: Place, text: str) -> bool:
    """Whether the place's names stand in the text with their own marks and capitals: places are found without them."""
    names = [_KIND.sub("", name) for name in (place.old or place.name).split(", ")]
    asked = [name for name in names if plain(name) in plain(text) or not place.old]
    above = [_KIND.sub("", part) for part in re.split(r",\s*", text) if _ABOVE.match(part)]
    whole = {plain(part) for part in above} <= {plain(name) for name in names}  # tỉnh Thanh: the rest was not read
    return whole and all(name in text or name.upper() in text for name in asked)


def without_kind(place: str) -> str:
    """A place's name in small letters, without xã, tỉnh and the like."""
    return _KIND.sub("", place.casefold())
