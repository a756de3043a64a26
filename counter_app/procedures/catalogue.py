"""The catalogue of administrative procedures (thủ tục hành chính), in versions with validity dates.

A dossier keeps the version under which it was received; what is offered today is the version in force today.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from counter_app.dossier.model import Term
from counter_app.dossier.money import FeeKind
from counter_app.dossier.plain import plain
from counter_app.dossier.states import PauseMode
from counter_app.dossier.value import Value

CODE = re.compile(r"^[1-9]\.\d{6}(\.\d{2}|\.[GH]\d{2}|\.000\.00\.00\.[GH]\d{2})?$")
"""Mã TTHC: the national code, with or without the agency that published it."""


_KEY = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_LINE = r"^[^\r\n]*$"


class ComponentRule(Value):
    """A paper the procedure asks for (thành phần hồ sơ), and how many of each kind by default.

    What is only to be shown (xuất trình) goes home again with the citizen: none is counted, and it is not scanned
    (TT 03/2025/TT-VPCP art. 5.2).
    """

    key: str = Field(pattern=_KEY)
    name: str = Field(min_length=1)
    originals: int = Field(default=0, ge=0)  # bản chính
    certified_copies: int = Field(default=0, ge=0)  # bản chứng thực
    copies: int = Field(default=0, ge=0)  # bản photo
    required: bool = True
    shown_only: bool = False  # chỉ xuất trình

    @property
    def shown_name(self) -> str:
        """The name as it stands on the receipt where the paper was only shown: it says so."""
        return self.name if plain("xuất trình") in plain(self.name) else f"{self.name} (xuất trình)"


class FeeTier(Value):
    """From which page of a document on a page costs how much, in đồng."""

    from_page: int = Field(ge=1)
    amount: int = Field(ge=0)


class Fee(Value):
    """A fee (phí) or charge (lệ phí) in đồng.

    `per` says what `amount` is for: a dossier, each copy, or each page of each copy; the last may have `tiers` of pages
    and `most_per_copy`. The note says when it applies.
    """

    name: str = Field(min_length=1)
    kind: FeeKind
    amount: int = Field(ge=0)
    per: str = Field(default="dossier", pattern="^(dossier|copy|page)$")
    tiers: tuple[FeeTier, ...] = ()
    most_per_copy: int = Field(default=0, ge=0)
    note: str = ""


class Exemption(Value):
    """Who pays less: `percent` is what is taken off the fees of the named kinds (miễn, giảm)."""

    key: str = Field(pattern=_KEY)
    name: str = Field(min_length=1)
    percent: int = Field(default=100, ge=1, le=100)
    kinds: tuple[FeeKind, ...] = (FeeKind.FEE, FeeKind.CHARGE)
    legal_base: str = ""


class ResultRule(Value):
    """A result the procedure ends in (kết quả), with its national code where it has one."""

    name: str = Field(min_length=1)
    code: str = Field(default="", pattern=r"^(KQ\.[A-Z0-9.]+)?$")  # mã kết quả


class ProcessStep(Value):
    """A step of the internal process (quy trình nội bộ): which unit does what in how many working hours."""

    unit: str = Field(min_length=1)
    name: str = Field(min_length=1)
    hours: float = Field(default=0.0, ge=0)


class Procedure(Value):
    """One version of a procedure. `valid_until` is its last day; None while there is no later version.

    `next_term` is the term of a second stage, if it has one. What the pause modes leave open is as the law in force
    says (`counter_app.procedures.rules`).
    """

    code: str = Field(pattern=CODE.pattern)
    name: str = Field(min_length=1)
    field: str = Field(min_length=1)  # lĩnh vực
    version: str = Field(min_length=1)
    decision: str = ""  # quyết định công bố
    competence: str = ""  # cấp thực hiện
    components: tuple[ComponentRule, ...] = Field(min_length=1)
    term: Term
    term_note: str = ""
    next_term: Term | None = None
    on_supplement: PauseMode | None = None
    on_obligation: PauseMode | None = None
    fees: tuple[Fee, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    results: tuple[ResultRule, ...] = ()
    steps: tuple[ProcessStep, ...] = ()
    legal_base: tuple[Annotated[str, Field(min_length=1, pattern=_LINE)], ...] = ()
    valid_from: date
    valid_until: date | None = None

    def in_force(self, on: date) -> bool:
        """Whether the version applies to a dossier received on that day."""
        return self.valid_from <= on and (self.valid_until is None or on <= self.valid_until)

    @property
    def only_shown(self) -> frozenset[str]:
        """The keys of the components that are only to be shown."""
        return frozenset(rule.key for rule in self.components if rule.shown_only)

    @property
    def field_file(self) -> str:
        """The name of the file its field of law stands in, without its ending: `ho-tich`."""
        return "-".join(re.findall(r"[a-z0-9]+", plain(self.field))) or "linh-vuc"

    @property
    def initials(self) -> str:
        """The first letters of the name, as clerks type them: `dkks` for Đăng ký khai sinh."""
        return "".join(word[0] for word in re.findall(r"\w+", plain(self.name)))


class Catalogue:
    """All versions of all procedures this desk knows."""

    def __init__(self, procedures: Iterable[Procedure]) -> None:
        self._all = tuple(
            sorted(procedures, key=lambda procedure: (procedure.field, procedure.name, procedure.valid_from))
        )
        self._by_code: dict[str, list[Procedure]] = defaultdict(list)
        for procedure in self._all:
            self._by_code[procedure.code].append(procedure)
        self._words = {
            (procedure.code, procedure.version): f"{plain(procedure.name)} {procedure.code} {plain(procedure.field)}"
            for procedure in self._all
        }

    def in_force(self, on: date) -> tuple[Procedure, ...]:
        """What may be received on that day, by field and name."""
        return tuple(procedure for procedure in self._all if procedure.in_force(on))

    def get(self, code: str, on: date) -> Procedure | None:
        """The version in force on that day; None if there is none."""
        return next((procedure for procedure in self._by_code.get(code, ()) if procedure.in_force(on)), None)

    def version(self, code: str, version: str) -> Procedure | None:
        """The very version a dossier was received under."""
        return next((procedure for procedure in self._by_code.get(code, ()) if procedure.version == version), None)

    @property
    def all(self) -> tuple[Procedure, ...]:
        """Every version of every procedure, by field, name and date."""
        return self._all

    def versions(self, code: str) -> tuple[Procedure, ...]:
        """All versions of a procedure, the oldest first."""
        return tuple(sorted(self._by_code.get(code, ()), key=lambda procedure: procedure.valid_from))

    def superseded_by(self, procedure: Procedure) -> tuple[Procedure, ...]:
        """The version that is in force when the new one begins, closed the day before; then the new one."""
        before = self.get(procedure.code, procedure.valid_from)
        if before is None or before.version == procedure.version or before.valid_from >= procedure.valid_from:
            return (procedure,)
        return (before.model_copy(update={"valid_until": procedure.valid_from - timedelta(days=1)}), procedure)

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
