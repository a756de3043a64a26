"""The people of a paper: how they are addressed, and the lines that say who they are and where they are reached."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from reportlab.platypus import Flowable

from counter_app.dossier.applicants import BY_SOMEBODY, ORGANISATIONS, ApplicantKind, is_minor
from counter_app.dossier.model import Person
from counter_app.dossier.names import APPLICANT_KIND
from counter_app.language import translate
from printing.layout.sheets import WIDTH
from printing.layout.texts import columns, line

_EITHER = "Ông/Bà"
_ADDRESSED = {"Nam": "Ông", "Nữ": "Bà"}


def addressed(person: Person, on: date) -> str:
    """`Ông` or `Bà`, by the sex as entered; `Ông/Bà` where it is not known; "" for who is no single person, or is a
    child on the day of the paper: the forms have no word for children, so their name stands alone."""
    is_adult = person.kind not in BY_SOMEBODY and not is_minor(person.born, on)
    return _ADDRESSED.get(person.sex, _EITHER) if is_adult else ""


def spoken_to(people: Sequence[Person], on: date) -> str:
    """How they are addressed inside a sentence: `Bà`; several together, a household, or whoever acts for a child,
    `Ông/Bà`; `Quý tổ chức`."""
    first, *others = people
    if first.kind in ORGANISATIONS and first.kind is not ApplicantKind.BUSINESS_HOUSEHOLD:
        return "Quý tổ chức"
    return _EITHER if others else addressed(first, on) or _EITHER


def named(person: Person, on: date) -> str:
    """`Bà Đặng Thị Hường`; a child, an organisation or household by its name alone."""
    return f"{addressed(person, on)} {person.name}".strip()


def named_all(people: Iterable[Person], on: date) -> str:
    """`Ông Trần Văn Mẫu, Bà Đặng Thị Hường`."""
    return ", ".join(named(person, on) for person in people)


def kind_words(people: Sequence[Person], on: date) -> str:
    """How a form's label calls them: `Bà`, `Ông/Bà` where they are several, `doanh nghiệp`, `hộ gia đình`; "" for
    children."""
    first, *others = people
    if first.kind in BY_SOMEBODY:
        kind = translate("status", APPLICANT_KIND[first.kind])
        return f"{kind[:1].lower()}{kind[1:]}"
    each = {addressed(person, on) for person in people} - {""}
    return _EITHER if each and others else "".join(each)


def named_among(people: Iterable[Person | None], name: str, on: date) -> str:
    """The name with how the one of these people is addressed who bears it."""
    known = (named(person, on) for person in people if person and person.name == name)
    return next(known, f"{_EITHER} {name}")


def reached(person: Person, phone: str = "Số điện thoại", email: str = "Email", width: float = WIDTH) -> Flowable:
    """Telephone and e-mail side by side."""
    return columns([[line(phone, person.phone)], [line(email, person.email)]], [width * 0.45, width * 0.55])
