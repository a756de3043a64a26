"""What may be written in a field of a form, by the people and places that are known: offered while the clerk types from
the picture (key from image). Pure; what a suggestion rests on is told with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from rapidfuzz.distance import Levenshtein

from counter_app.dossier.model import Person
from counter_app.dossier.plain import plain
from counter_app.procedures.places import Places

MOST_MISREAD = 3
"""Digits of a long number that the reading of handwriting may have wrong and the number still be meant."""
SHORTEST_NUMBER = 6
WOMEN, MEN = frozenset({"mother", "wife"}), frozenset({"father", "husband"})
"""Whose sex the form says itself."""
APPLICANTS = frozenset({"requester", "declarant", "owner"})
"""Parts of a form that the applicant mostly has."""


class Source(IntEnum):
    """Where a suggestion comes from; the surer first."""

    CARD = 0  # thẻ vừa quét ở bàn
    APPLICANT = 1  # người nộp, chủ hồ sơ này
    REGISTER = 2  # sổ đăng ký người đã biết
    EARLIER = 3  # hồ sơ trước
    PLACE = 4  # danh mục địa danh
    HANDWRITING = 5  # chữ số viết tay do máy đọc


@dataclass(frozen=True)
class KnownPerson:
    """Somebody who may stand on the form."""

    person: Person
    source: Source


@dataclass(frozen=True)
class Offer:
    """One suggestion."""

    text: str
    source: Source
    whose: str = ""
    """The name of the person it is from; "" for a place or a reading."""


@dataclass(frozen=True)
class Asked:
    """What is asked for, and what is known of the answer."""

    field: str
    """Its stable name: `mother.identity_number`."""
    typed: str = ""
    """What the clerk typed so far: only what goes on from it is offered."""
    read: str = ""
    """What the machine made of the handwriting; "" where it made nothing."""


def suggestions(
    asked: Asked,
    known: Sequence[KnownPerson],
    accepted: Mapping[str, str],
    places: Places,
    on: date,
    *,
    home: str = "",
    limit: int = 6,
) -> tuple[Offer, ...]:
    """What the field may say, the likeliest first.

    `accepted`: the fields of this paper that are settled, by their names: who agrees with them comes first, who
    contradicts them is not offered. `home`: the code of the own province.
    """
    part, _, kind = asked.field.rpartition(".")
    of_people = [offer for offer in _of_people(asked, part, kind, known, accepted) if _goes_on(offer.text, asked.typed)]
    found: dict[str, Offer] = {}
    for offer in (*of_people, *_of_places(asked, kind, places, on, home), *_of_handwriting(asked)):
        found.setdefault(plain(offer.text), offer)
    return tuple(found.values())[:limit]


def _of_people(
    asked: Asked, part: str, kind: str, known: Sequence[KnownPerson], accepted: Mapping[str, str]
) -> Iterator[Offer]:
    """From people who may be this part of the form, the likeliest first."""
    settled = {name.rpartition(".")[2]: value for name, value in accepted.items() if name.rpartition(".")[0] == part}
    taken = {
        plain(value)
        for name, value in accepted.items()
        if name.endswith(".identity_number") and not name.startswith(f"{part}.")
    }
    ranked = []
    for place, one in enumerate(known):
        value = _value(one.person, kind)
        if (
            not value
            or not _may_be(one.person, part)
            or _contradicts(one.person, settled)
            or one.person.identity_number in taken
        ):
            continue
        agrees = sum(plain(_value(one.person, name)) == plain(text) for name, text in settled.items() if text)
        apart = _misread(asked.read, value)
        ranked.append(
            ((-agrees, apart, not _usually(one, part), one.source, place), Offer(value, one.source, one.person.name))
        )
    yield from (offer for _, offer in sorted(ranked, key=lambda pair: pair[0]))


def _value(person: Person, kind: str) -> str:
    return {
        "name": person.name,
        "born": person.born,
        "sex": person.sex,
        "nationality": person.nationality,
        "address": person.full_address,
        "identity_number": person.identity_number,
        "phone": person.phone,
        "email": person.email,
    }.get(kind, "")


def _may_be(person: Person, part: str) -> bool:
    wrong = "Nam" if part in WOMEN else "Nữ" if part in MEN else None
    return wrong is None or person.sex != wrong


def _contradicts(person: Person, settled: Mapping[str, str]) -> bool:
    """Whether another number, name or day of birth is settled than the person has."""
    return any(
        settled.get(kind) and _value(person, kind) and plain(settled[kind]) != plain(_value(person, kind))
        for kind in ("identity_number", "name", "born")
    )


def _usually(one: KnownPerson, part: str) -> bool:
    """Whether who files it mostly is this part of the form."""
    return (one.source <= Source.APPLICANT) == (part in APPLICANTS)


def _misread(read: str, value: str) -> int:
    """How many digits of a reading differ from a number; MOST_MISREAD and one more where it tells nothing."""
    if len(read) < SHORTEST_NUMBER:
        return MOST_MISREAD + 1
    return min(MOST_MISREAD + 1, Levenshtein.distance(_digits(read), _digits(value)))


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _of_places(asked: Asked, kind: str, places: Places, on: date, home: str) -> Iterator[Offer]:
    if kind not in ("address", "hometown", "birthplace", "place") or not asked.typed:
        return
    for place in places.complete(asked.typed, home, on):
        yield Offer(place.written, Source.PLACE)


def _of_handwriting(asked: Asked) -> Iterator[Offer]:
    if asked.read and _goes_on(asked.read, asked.typed):
        yield Offer(asked.read, Source.HANDWRITING)


def _goes_on(text: str, typed: str) -> bool:
    """Whether a text, or a word in it, begins with what was typed, marks or none."""
    begun, whole = plain(typed), plain(text)
    return not begun or whole.startswith(begun) or f" {begun}" in whole
