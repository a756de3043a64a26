"""The catalogue of administrative procedures (thủ tục hành chính), in versions with validity dates.

A dossier keeps the version under which it was received; what is offered today is the version in force today.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from pydantic import Field

from counter_app.dossier.model import Term, Value
from counter_app.dossier.plain import plain

CODE = re.compile(r"^[1-9]\.\d{6}(\.\d{2}|\.[GH]\d{2}|\.000\.00\.00\.[GH]\d{2})?$")
"""Mã TTHC: the national code, with or without the agency that published it."""


class ComponentRule(Value):
    """A paper the procedure asks for (thành phần hồ sơ), and how many of each kind by default."""

    key: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: str = Field(min_length=1)
    originals: int = Field(default=0, ge=0)  # bản chính
    certified_copies: int = Field(default=0, ge=0)  # bản chứng thực
    copies: int = Field(default=0, ge=0)  # bản photo
    required: bool = True


class Fee(Value):
    """A fee (phí) or charge (lệ phí) in đồng; the note says when it applies."""

    name: str = Field(min_length=1)
    kind: str = Field(pattern="^(phi|le_phi)$")
    amount: int = Field(ge=0)
    note: str = ""


class Procedure(Value):
    """One version of a procedure. `valid_until` is its last day; None while there is no later version."""

    code: str = Field(pattern=CODE.pattern)
    name: str = Field(min_length=1)
    field: str = Field(min_length=1)  # lĩnh vực
    version: str = Field(min_length=1)
    decision: str = ""  # quyết định công bố
    competence: str = ""  # cấp thực hiện
    components: tuple[ComponentRule, ...] = Field(min_length=1)
    term: Term
    term_note: str = ""
    fees: tuple[Fee, ...] = ()
    result: str = ""
    result_code: str = ""  # mã kết quả
    legal_base: tuple[str, ...] = ()
    valid_from: date
    valid_until: date | None = None

    def in_force(self, on: date) -> bool:
        """Whether the version applies to a dossier received on that day."""
        return self.valid_from <= on and (self.valid_until is None or on <= self.valid_until)

    @property
    def initials(self) -> str:
        """The first letters of the name, as clerks type them: `dkks` for Đăng ký khai sinh."""
        return "".join(word[0] for word in re.findall(r"\w+", plain(self.name)))


class Catalogue:
    """All versions of all procedures this desk knows."""

    def __init__(self, procedures: Iterable[Procedure]) -> None:
        self._all = tuple(sorted(procedures, key=lambda one: (one.field, one.name, one.valid_from)))
        self._words = {(one.code, one.version): f"{plain(one.name)} {one.code} {plain(one.field)}" for one in self._all}

    def in_force(self, on: date) -> tuple[Procedure, ...]:
        """What may be received on that day, by field and name."""
        return tuple(one for one in self._all if one.in_force(on))

    def get(self, code: str, on: date) -> Procedure | None:
        """The version in force on that day; None if there is none."""
        return next((one for one in self._all if one.code == code and one.in_force(on)), None)

    def version(self, code: str, version: str) -> Procedure | None:
        """The very version a dossier was received under."""
        return next((one for one in self._all if one.code == code and one.version == version), None)

    def find(self, text: str, on: date, limit: int = 20) -> list[Procedure]:
        """Procedures in force with all typed words in name, code or field, or with those initials; best first."""
        typed = plain(text).split()
        if not typed:
            return list(self.in_force(on))[:limit]
        ranked = [
            (rank, procedure) for procedure in self.in_force(on) if (rank := self._rank(procedure, typed)) is not None
        ]
        ranked.sort(key=lambda found: (found[0], len(found[1].name), found[1].name))
        return [procedure for _, procedure in ranked[:limit]]

    def _rank(self, procedure: Procedure, typed: list[str]) -> int | None:
        """0 for the best match; None for no match."""
        name, words, phrase = plain(procedure.name), self._words[procedure.code, procedure.version], " ".join(typed)
        if procedure.code == phrase or procedure.initials == phrase:
            return 0
        if name.startswith(phrase):
            return 1
        if phrase in name:
            return 2
        if all(f" {word}" in f" {words}" for word in typed):
            return 3
        if len(phrase) > 2 and procedure.initials.startswith(phrase):
            return 4
        return 5 if all(word in words for word in typed) else None
