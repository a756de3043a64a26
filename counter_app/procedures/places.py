"""Communes and provinces, of today and before: completing an address as it is typed, reading one that is written.

Since 01/07/2025 an address has two levels, commune and province; older papers name a district and a commune that may be
gone. What is written is never changed: a `Place` tells beside it which commune of today it means. A name that means
several communes gives them all, for a person to choose.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypeVar

from counter_app.dossier.place_names import bare, kind_of_place
from counter_app.dossier.plain import plain

TWO_LEVELS = date(2025, 7, 1)
"""Since when there are no districts (202/2025/QH15)."""

_OF_DISTRICTS = {"thanh pho", "thi xa", "huyen", "quan", "tp", "tx", "h", "q"}
_COUNTRY = "viet nam"
_LONG_ENOUGH = 3  # letters from which old names and other provinces are offered too


@dataclass(frozen=True, slots=True)
class Province:
    """A province under one of its names; `now` is the code of the one it became part of, its own where it stands."""

    code: str
    name: str
    since: date
    until: date
    now: str
    agency: str = ""  # the first part of its agencies' codes: H41


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune (xã, phường, đặc khu) of the two levels under one of its names; `province` is a code.

    `bare` is the name without marks and without its kind, here and below.
    """

    code: str
    name: str
    bare: str
    province: str
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class OldCommune:
    """A commune of three levels under one of its names; `now` are the codes of those it became, or became parts of."""

    name: str
    bare: str
    district: str
    province: str  # its code then
    since: date
    until: date
    now: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A commune of today that an address means, and the old name by which it was found, if it was by one."""

    code: str
    commune: str
    province: str
    detail: str = ""  # what is written before the commune: street, hamlet
    old: str = ""

    @property
    def name(self) -> str:
        """`phường Cửa Lò, tỉnh Nghệ An`."""
        return f"{_inside(self.commune)}, {_inside(self.province)}"

    @property
    def written(self) -> str:
        """The whole address as it is written: an old name stays the old name."""
        return ", ".join(filter(None, (self.detail, self.old or self.name)))


Named = TypeVar("Named", Commune, OldCommune)


class Places:
    """All of them, indexed by their names without marks."""

    def __init__(
        self, provinces: Iterable[Province], communes: Iterable[Commune], old_communes: Iterable[OldCommune]
    ) -> None:
        self._provinces = tuple(provinces)
        self.communes = tuple(communes)
        self.old_communes = tuple(old_communes)
        self._old_of: dict[str, list[OldCommune]] = defaultdict(list)
        self._by_code: dict[str, list[Commune]] = defaultdict(list)
        self._by_name: dict[str, list[Commune]] = defaultdict(list)
        self._by_old_name: dict[str, list[OldCommune]] = defaultdict(list)
        self._province_codes: dict[str, list[Province]] = defaultdict(list)
        for province in self._provinces:
            self._province_codes[bare(province.name)].append(province)
        for commune in self.communes:
            self._by_code[commune.code].append(commune)
            self._by_name[commune.bare].append(commune)
        for old in self.old_communes:
            self._old_of[old.province].append(old)
            self._by_old_name[old.bare].append(old)

    def words(self) -> frozenset[str]:
        """Every word that stands in a name of a place, in small letters."""
        names = [
            *(province.name for province in self._provinces),
            *(commune.name for commune in self.communes),
            *(f"{old.name} {old.district}" for old in self.old_communes),
        ]
        return frozenset(word.casefold() for name in names for word in name.split())

    def has_province(self, birthplace: str) -> bool:
        """Whether the first three digits of a citizen number are those of a province, of today or of before, or may be
        those of a country (from 100 on).
        """
        return birthplace[:1] != "0" or any(province.code == birthplace[1:] for province in self._provinces)

    def province_of(self, agency: str) -> str:
        """The code of the province that an agency's code (H41.15, 000.00.15.H41) belongs to; "" for none."""
        parts = set(agency.split("."))
        return next((province.code for province in self._provinces if province.agency and province.agency in parts), "")

    def commune(self, code: str, on: date) -> Place | None:
        """The commune with that code under the name it has on that day."""
        found = next((item for item in self._by_code.get(code, ()) if item.since <= on <= item.until), None)
        return self._place(found, on) if found else None

    def complete(self, typed: str, home: str, on: date, limit: int = 8) -> list[Place]:
        """What the last part of an address may become, best first; nothing once its province is written.

        Two keys are enough for a commune of the own province (`home`, its code): the first letters of its first two
        words (`cl`: Cửa Lò), or how its name begins (`cu`), marks or none. From three letters on, old names of the own
        province and communes of others follow.
        """
        detail, _, last = typed.rpartition(",")
        asked = bare(last)
        if len(asked) < 2 or asked in self._province_codes:
            return []
        found: dict[str, Place] = {}
        for place in self._offers(asked, home, on, detail.strip()):
            found.setdefault(place.written, place)
            if len(found) == limit:
                break
        return list(found.values())

    def read(self, address: str, on: date) -> tuple[Place, ...]:
        """The communes of today that a written address may mean: none, the one, or several to choose from.

        `on` is the day from which the address is: before 01/07/2025 only the names of that day count.
        """
        parts = [part.strip() for part in address.split(",") if part.strip()]
        if parts and _plain(parts[-1]) == _COUNTRY:
            parts.pop()
        provinces = self._province_codes.get(bare(parts[-1]), ()) if parts else ()
        if provinces and len(parts) > 1:
            parts.pop()
        found: dict[str, Place] = {}
        for place in self._meant(
            parts, {province.code for province in provinces}, {province.now for province in provinces}, on
        ):
            found.setdefault(place.code, place)
        return tuple(found.values())

    def _offers(self, asked: str, home: str, on: date, detail: str) -> Iterator[Place]:
        current = [commune for commune in self.communes if commune.since <= on <= commune.until]
        own = [item for item in current if item.province == home]
        begins = _beginning(asked).match
        yield from (self._place(item, on, detail) for item in own if _initials(item.bare).startswith(asked))
        yield from (self._place(item, on, detail) for item in own if begins(item.bare))
        if len(asked) < _LONG_ENOUGH:
            return
        for old in self._old_of.get(home, ()):
            if begins(old.bare):
                yield from self._became(old, on, detail)
        yield from (self._place(item, on, detail) for item in current if item.province != home and begins(item.bare))

    def _meant(self, parts: list[str], before: set[str], today: set[str], on: date) -> Iterator[Place]:
        """By an old name before its district; by today's name in the last part, and by an old one there."""
        if not parts:
            return
        *rest, last = parts
        kind, detail = kind_of_place(last), ", ".join(rest)
        if rest and (not kind or kind in _OF_DISTRICTS):
            olds = [item for item in self._by_old_name.get(bare(rest[-1]), ()) if _was(item, before, on)]
            olds = [item for item in olds if bare(item.district) == bare(last)]
            for old in _of_kind(olds, rest[-1]):
                yield from self._became(old, on, ", ".join(rest[:-1]))
        if kind in _OF_DISTRICTS:
            return
        if on >= TWO_LEVELS:
            here = [item for item in self._by_name.get(bare(last), ()) if item.since <= on <= item.until]
            here = [item for item in here if not today or item.province in today]
            yield from (self._place(item, on, detail) for item in _of_kind(here, last))
        olds = [item for item in self._by_old_name.get(bare(last), ()) if _was(item, before, on)]
        for old in _of_kind(olds, last):
            yield from self._became(old, on, detail)

    def _became(self, old: OldCommune, on: date, detail: str) -> Iterator[Place]:
        province = next(
            (item.name for item in self._provinces if item.code == old.province and item.until < TWO_LEVELS), ""
        )
        name = ", ".join(_inside(part) for part in (old.name, old.district, province))
        for code in old.now:
            for now in self._by_code.get(code, ()):
                if now.since <= max(on, TWO_LEVELS) <= now.until:
                    yield self._place(now, max(on, TWO_LEVELS), detail, name)

    def _place(self, commune: Commune, on: date, detail: str = "", old: str = "") -> Place:
        names = (
            province.name
            for province in self._provinces
            if province.code == commune.province and province.since <= on <= province.until
        )
        return Place(commune.code, commune.name, next(names, ""), detail, old)


def _was(old: OldCommune, provinces: set[str], on: date) -> bool:
    """Whether it was there on that day, in one of those provinces; a day since 2025 asks for whatever was before."""
    return (not provinces or old.province in provinces) and (on >= TWO_LEVELS or old.since <= on <= old.until)


def _of_kind(found: list[Named], written: str) -> list[Named]:
    """Those of the kind that is written (phường, xã), where any are: homonyms differ in it."""
    name = _plain(written)
    same = [item for item in found if _plain(item.name) == name]
    return same or found


@lru_cache(maxsize=2000)
def _plain(name: str) -> str:
    """As `plain`: the communes around an office are asked for at each receipt."""
    return plain(name)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


def _beginning(asked: str) -> re.Pattern[str]:
    """Matches names that begin so, or of which each word typed begins a word in turn (`ngh loc`)."""
    return re.compile(r"\w* ".join(re.escape(word) for word in asked.split()))


def _inside(name: str) -> str:
    """The name inside a sentence: `phường Cửa Lò`."""
    return name[:1].lower() + name[1:]
