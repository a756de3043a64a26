"""What the code or the machine-readable zone of an identity card or a passport says, as fields.

A code says it letter by letter, a zone has check digits; but none of them checks the name there, and it has no marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

from counter_app.dossier.identity import (
    BadMrz,
    Card,
    Mrz,
    NotACardCode,
    is_citizen_number,
    number_agrees,
    read_card_qr,
    read_mrz,
    read_passport_mrz,
)
from counter_app.dossier.pages import MACHINE_READABLE, Box, Code, PageReading
from counter_app.procedures.places_files import load_places
from counter_app.resources import resource
from scanning.fields.field import Field

WHOSE = "subject"
"""The person whose card it is."""
CERTAIN, PLAUSIBLE = 100.0, 70.0


def card_fields(page: PageReading) -> tuple[Field, ...]:
    """The fields of the first card that a code on the page tells of; a code before a zone."""
    for code in sorted(page.codes, key=lambda code: code.format == MACHINE_READABLE):
        with suppress(NotACardCode, BadMrz):
            if code.format != MACHINE_READABLE:
                return tuple(_of_card(read_card_qr(code.text), _place(code, page)))
            return tuple(_of_zone(_zone(code.text), _place(code, page)))
    return ()


def with_doubts(read: Sequence[Field]) -> tuple[Field, ...]:
    """Each field once, as it was read first: a code before print. Nothing is changed, but what does not go together is
    not sure: a code and the print beside it, or a number and the century, sex and year it was made of.
    """
    found: dict[str, Field] = {}
    for field in read:
        before = found.setdefault(field.name, field)
        if field.sure and before.normal and field.normal and before.normal != field.normal:
            found[field.name] = replace(before, sure=False)
    number, born, sex = (found.get(f"{WHOSE}.{name}") for name in ("identity_number", "born", "sex"))
    if number and is_citizen_number(number.normal) and not _go_together(number, born, sex):
        found |= {field.name: replace(field, sure=False) for field in (number, born, sex) if field}
    return tuple(found.values())


def _go_together(number: Field, born: Field | None, sex: Field | None) -> bool:
    day = date.fromisoformat(born.normal) if born and len(born.normal) == len("1990-04-15") else None
    known = load_places(resource("places")).has_province(number.normal[:3])
    return known and number_agrees(number.normal, born=day, sex=sex.normal if sex else "")


def _zone(text: str) -> Mrz:
    lines = text.splitlines()
    if len(lines) == 3:
        return read_mrz((lines[0], lines[1], lines[2]), date.today())
    return read_passport_mrz((lines[0], lines[1]), date.today())


def _place(code: Code, page: PageReading) -> Box:
    """Where the code stands, which is where its fields do; the whole page where that was not kept."""
    return code.box or (0, 0, page.width, page.height)


def _of_card(card: Card, place: Box) -> Iterator[Field]:
    yield _field("identity_number", card.number, card.number, place)
    yield _field("name", card.name, card.name, place)
    yield _day("born", card.born, place)
    yield _field("sex", card.sex, card.sex, place)
    if card.address:
        yield _field("address", card.address, "", place)
    if card.issued:
        yield _day("identity_issued", card.issued, place)


def _of_zone(zone: Mrz, place: Box) -> Iterator[Field]:
    yield _field("identity_number", zone.number, zone.number, place)
    yield _field("name", zone.name, "", place, sure=False)
    yield _day("born", zone.born, place)
    if zone.sex:
        yield _field("sex", zone.sex, zone.sex, place, sure=False)
    if zone.country == "VNM":
        yield _field("nationality", "Việt Nam", "Việt Nam", place)


def _day(name: str, day: date, place: Box) -> Field:
    return _field(name, f"{day:%d/%m/%Y}", day.isoformat(), place)


def _field(name: str, value: str, normal: str, place: Box, *, sure: bool = True) -> Field:
    confidence = CERTAIN if sure else PLAUSIBLE
    return Field(f"{WHOSE}.{name}", value, normal, confidence, sure, place, 0)
