"""What the code or the machine-readable zone of an identity card or a passport says, as fields.

A code says it letter by letter, a zone has check digits; but none of them checks the name there, and it has no marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from counter_app.dossier.identity import BadMrz, Card, Mrz, NotACardCode, read_card_qr, read_mrz, read_passport_mrz
from counter_app.dossier.pages import MACHINE_READABLE, PageReading
from scanning.fields.field import Field

WHOSE = "subject"
"""The person whose card it is."""
CERTAIN, PLAUSIBLE = 100.0, 70.0


def card_fields(page: PageReading) -> tuple[Field, ...]:
    """The fields of the first card that a code on the page tells of; a code before a zone."""
    for code in sorted(page.codes, key=lambda code: code.format == MACHINE_READABLE):
        with suppress(NotACardCode, BadMrz):
            if code.format != MACHINE_READABLE:
                return tuple(_of_card(read_card_qr(code.text), page))
            return tuple(_of_zone(_zone(code.text), page))
    return ()


def _zone(text: str) -> Mrz:
    lines = text.splitlines()
    if len(lines) == 3:
        return read_mrz((lines[0], lines[1], lines[2]), date.today())
    return read_passport_mrz((lines[0], lines[1]), date.today())


def _of_card(card: Card, page: PageReading) -> Iterator[Field]:
    yield _field("identity_number", card.number, card.number, page)
    yield _field("name", card.name, card.name, page)
    yield _day("born", card.born, page)
    yield _field("sex", card.sex, card.sex, page)
    if card.address:
        yield _field("address", card.address, "", page)
    if card.issued:
        yield _day("identity_issued", card.issued, page)


def _of_zone(zone: Mrz, page: PageReading) -> Iterator[Field]:
    yield _field("identity_number", zone.number, zone.number, page)
    yield _field("name", zone.name, "", page, sure=False)
    yield _day("born", zone.born, page)
    if zone.sex:
        yield _field("sex", zone.sex, zone.sex, page, sure=False)
    if zone.country == "VNM":
        yield _field("nationality", "Việt Nam", "Việt Nam", page)


def _day(name: str, day: date, page: PageReading) -> Field:
    return _field(name, f"{day:%d/%m/%Y}", day.isoformat(), page)


def _field(name: str, value: str, normal: str, page: PageReading, *, sure: bool = True) -> Field:
    confidence = CERTAIN if sure else PLAUSIBLE
    return Field(f"{WHOSE}.{name}", value, normal, confidence, sure, (0, 0, page.width, page.height), 0)
