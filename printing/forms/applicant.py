"""The people of a paper: how they are addressed, and the lines that say who they are and where they are reached."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.platypus import Flowable

from counter_app.dossier.applicants import BY_SOMEBODY
from counter_app.dossier.model import Person
from counter_app.dossier.names import APPLICANT_KIND
from counter_app.language import translate
from printing.layout.sheets import WIDTH
from printing.layout.texts import columns, line

_ADDRESSED = {"Nam": "Ông", "Nữ": "Bà"}


def addressed(person: Person) -> str:
    """`Ông` or `Bà`, by the sex as entered; `Ông/Bà` where it is not known; "" for who is no single person."""
    return "" if person.kind in BY_SOMEBODY else _ADDRESSED.get(person.sex, "Ông/Bà")


def named(person: Person) -> str:
    """`Bà Đặng Thị Hường`; an organisation or household by its name alone."""
    return f"{addressed(person)} {person.name}".strip()


def kind_words(person: Person) -> str:
    """How a form's label calls them: `Bà`, `doanh nghiệp`, `hộ gia đình`."""
    kind = translate("status", APPLICANT_KIND[person.kind])
    return addressed(person) or f"{kind[:1].lower()}{kind[1:]}"


def named_among(people: Iterable[Person | None], name: str) -> str:
    """The name with how the one of these people is addressed who bears it."""
    known = (named(person) for person in people if person and person.name == name)
    return next(known, f"Ông/Bà {name}")


def reached(person: Person, phone: str = "Số điện thoại", email: str = "Email", width: float = WIDTH) -> Flowable:
    """Telephone and e-mail side by side."""
    return columns([[line(phone, person.phone)], [line(email, person.email)]], [width * 0.45, width * 0.55])
