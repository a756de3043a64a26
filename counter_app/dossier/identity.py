"""Who a person is by their papers: citizen number, the QR of the identity card, the machine-readable zone.

What is read here is shown to a clerk beside the card; a number is never repaired, and what the digits of a number say
about birth and sex is used to warn only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from counter_app.dossier.applicants import has_form_of_tax_code
from counter_app.dossier.plain import plain
from counter_app.dossier.states import IdentityKind
from counter_app.errors import CounterError

_WEIGHTS = (7, 3, 1)
_LETTER_VALUE = ord("A") - 10
_FIELDS = 6  # of a card's QR at the least
_MRZ_SEXES = {"M": "Nam", "F": "Nữ"}
_SEXES = {"nam": "Nam", "nu": "Nữ"}


class NotACardCode(CounterError):
    """The text read is not the QR of an identity card."""

    what = "What the reader sent is not the code of an identity card (căn cước)."
    todo = "Scan the QR on the card again, or type the applicant's details."


class BadMrz(CounterError):
    """The machine-readable zone is neither TD1 nor TD3 or a check digit is wrong."""

    what = "The machine-readable lines of the card were not read correctly."
    todo = "Scan the back of the card again, flat and in good light, or type the details."


@dataclass(frozen=True)
class Card:
    """What the QR of a căn cước says. `old_number` is the nine-digit CMND, "" if there was none."""

    number: str
    old_number: str
    name: str
    born: date
    sex: str  # "Nam" or "Nữ", as on the card
    address: str
    issued: date | None


@dataclass(frozen=True)
class Mrz:
    """What the machine-readable lines of a căn cước (TD1) or a passport (TD3) say; the name has no diacritics.

    `expires` is None for 991231. `country` is whose citizen: VNM.
    """

    number: str
    name: str
    born: date
    sex: str
    expires: date | None
    country: str = "VNM"


def is_citizen_number(text: str) -> bool:
    """Twelve digits as on a căn cước (there is no check digit)."""
    return re.fullmatch(r"[0-9]{12}", text) is not None


def is_old_number(text: str) -> bool:
    """Nine digits as on a chứng minh nhân dân."""
    return re.fullmatch(r"[0-9]{9}", text) is not None


def kind_of(number: str) -> IdentityKind:
    """What paper a number stands on, told by its form: ten and thirteen digits only tax codes have."""
    if not number:
        return IdentityKind.NONE
    if has_form_of_tax_code(number):
        return IdentityKind.TAX_CODE
    if number[0].isalpha():
        return IdentityKind.PASSPORT
    return IdentityKind.OLD_CARD if len(number) == 9 else IdentityKind.CITIZEN


def number_agrees(number: str, *, born: date | None = None, sex: str = "") -> bool:
    """Whether century, sex and birth year in a citizen number fit what the card says. Warn on False, change nothing."""
    if not is_citizen_number(number):
        return False
    century_and_sex = int(number[3])
    if sex and ("Nữ" if century_and_sex % 2 else "Nam") != unicodedata.normalize("NFC", sex):
        return False
    return born is None or (1900 + century_and_sex // 2 * 100 + int(number[4:6])) == born.year


def read_card_qr(text: str) -> Card:
    """The card behind a QR payload: `number|old number|name|ddMMyyyy|sex|address|ddMMyyyy…`, later fields ignored.

    The marks of the sex may have gone on the way. Raises NotACardCode.
    """
    fields = [unicodedata.normalize("NFC", field.strip()) for field in text.strip().split("|")]
    sex = _SEXES.get(plain(fields[4])) if len(fields) >= _FIELDS else None
    if not sex or not is_citizen_number(fields[0]) or not fields[2]:
        raise NotACardCode(f"{len(fields)} fields")
    if fields[1] and not is_old_number(fields[1]):
        raise NotACardCode("old number")
    return Card(
        number=fields[0],
        old_number=fields[1],
        name=fields[2],
        born=_card_date(fields[3]),
        sex=sex,
        address=fields[5],
        issued=_card_date(fields[6]) if len(fields) > 6 and fields[6] else None,
    )


def _card_date(text: str) -> date:
    if not re.fullmatch(r"[0-9]{8}", text):
        raise NotACardCode("date")
    try:
        return datetime.strptime(text, "%d%m%Y").date()
    except ValueError as fault:
        raise NotACardCode("date") from fault


def check_digit(text: str) -> int:
    """The ICAO 9303 check digit: weights 7-3-1, letters from A = 10, filler `<` = 0."""
    return sum(_mrz_value(letter) * _WEIGHTS[place % 3] for place, letter in enumerate(text)) % 10


def _mrz_value(letter: str) -> int:
    if letter == "<":
        return 0
    return int(letter) if letter.isdigit() else ord(letter) - _LETTER_VALUE


def read_mrz(lines: tuple[str, str, str], today: date) -> Mrz:
    """The TD1 zone of a Vietnamese identity card, every check digit tried. `today` settles the century of birth.

    Raises BadMrz.
    """
    first, second, third = (line.strip().upper().replace(" ", "") for line in lines)
    if any(not re.fullmatch(r"[A-Z0-9<]{30}", line) for line in (first, second, third)):
        raise BadMrz("not 3 x 30 characters")
    if not first.startswith("IDVNM") or second[15:18] != "VNM":
        raise BadMrz("not a Vietnamese card")
    number = first[15:27]
    checked = (
        (first[5:14], first[14]),
        (number, first[29]),
        (second[0:6], second[6]),
        (second[8:14], second[14]),
        (first[5:30] + second[0:7] + second[8:15] + second[18:29], second[29]),
    )
    _check(checked)
    if not is_citizen_number(number) or not number.endswith(first[5:14]):
        raise BadMrz("number")
    return Mrz(
        number=number,
        name=_mrz_name(third),
        born=_birth(second[0:6], today),
        sex=_MRZ_SEXES.get(second[7], ""),
        expires=_expiry(second[8:14]),
    )


def read_passport_mrz(lines: tuple[str, str], today: date) -> Mrz:
    """The TD3 zone of a passport of any country, every check digit tried. Raises BadMrz."""
    first, second = (line.strip().upper().replace(" ", "") for line in lines)
    if any(not re.fullmatch(r"[A-Z0-9<]{44}", line) for line in (first, second)) or not first.startswith("P"):
        raise BadMrz("not 2 x 44 characters")
    personal = (second[28:42], second[42].replace("<", "0"))
    _check(
        (
            (second[0:9], second[9]),
            (second[13:19], second[19]),
            (second[21:27], second[27]),
            personal,
            (second[0:10] + second[13:20] + second[21:43], second[43]),
        )
    )
    return Mrz(
        number=second[0:9].rstrip("<"),
        name=_mrz_name(first[5:]),
        born=_birth(second[13:19], today),
        sex=_MRZ_SEXES.get(second[20], ""),
        expires=_expiry(second[21:27]),
        country=second[10:13].rstrip("<"),
    )


def _check(checked: Iterable[tuple[str, str]]) -> None:
    if any(not digit.isdigit() or check_digit(field) != int(digit) for field, digit in checked):
        raise BadMrz("check digit")


def _mrz_name(text: str) -> str:
    surname, _, given = text.rstrip("<").partition("<<")
    return " ".join(f"{surname} {given}".replace("<", " ").split())


def _expiry(text: str) -> date | None:
    return None if text == "991231" else _mrz_date(text, 2000)


def _birth(text: str, today: date) -> date:
    born = _mrz_date(text, 2000)
    return born if born <= today else _mrz_date(text, 1900)


def _mrz_date(text: str, century: int) -> date:
    try:
        return date(century + int(text[0:2]), int(text[2:4]), int(text[4:6]))
    except ValueError as fault:
        raise BadMrz("date") from fault
