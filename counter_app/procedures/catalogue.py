"""The catalogue of administrative procedures (thủ tục hành chính), in versions with validity dates.

A dossier keeps the version under which it was received; what is offered today is the version in force today.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import Annotated, Literal, NamedTuple, Protocol

from pydantic import Field

from counter_app.dossier.model import Term
from counter_app.dossier.money import FeeKind
from counter_app.dossier.plain import plain
from counter_app.dossier.states import PauseMode, TermUnit
from counter_app.dossier.value import Value

CODE = re.compile(r"^[1-9]\.[0-9]{6,9}(\.[0-9]{2}|\.[GH][0-9]{2}|\.000\.00\.00\.[GH][0-9]{2})?$")
"""Mã TTHC: the national code, with or without the agency that published it. Some on the portal have 7 or 9 digits."""


def is_national(code: str) -> bool:
    """Whether the code was published; those from 9 on are this program's own, until there is a published one."""
    return not code.startswith("9.")


_KEY = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_LINE = r"^[^\r\n]*$"
_PREFIX = "thu tuc "  # which begins many a name and which nobody types


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
    case: str = ""  # trường hợp: "" where the paper is asked for in all cases

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
    case: str = ""  # trường hợp: "" where it is taken in all cases
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


class CaseTerm(Value):
    """The term of one case of a procedure (trường hợp), such as a single house beside other works."""

    name: str = Field(min_length=1)
    term: Term


SettledBy = Literal["commune", "province", "ministry", "vertical"]
"""Who settles a procedure: a level of the state, or an agency beside them, such as customs."""


class Procedure(Value):
    """One version of a procedure. `valid_until` is its last day; None while there is no later version.

    `next_term` is the term of a second stage, if it has one. What the pause modes leave open is as the law in force
    says (`counter_app.procedures.rules`). `unknown` names the fields of which the source says nothing that can be
    used: what stands there then is no statement ("chưa có dữ liệu"). `unsure` names those that have a value an office
    still has to confirm.
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
    case_terms: tuple[CaseTerm, ...] = ()
    fee_note: str = ""
    levels: tuple[SettledBy, ...] = ()  # who settles it; () where unsaid
    publisher: str = ""  # the code of who published it: a ministry (G15) or a province (H41), for itself alone
    anywhere: bool = False  # phi địa giới: any counter of the province receives it
    unknown: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    source: str = Field(default="", pattern=_LINE)
    source_date: date | None = None  # what the source said on that day
    valid_from: date
    valid_until: date | None = None

    def in_force(self, on: date) -> bool:
        """Whether the version applies to a dossier received on that day."""
        return self.valid_from <= on and (self.valid_until is None or on <= self.valid_until)

    def term_of(self, case: str) -> Term:
        """The term of a dossier in that case; the procedure's own where it knows no such case."""
        return next((case_term.term for case_term in self.case_terms if case_term.name == case), self.term)

    @property
    def case_names(self) -> tuple[str, ...]:
        """The cases a clerk chooses among: those the term depends on, else those the fees do, else those the papers do.

        Never of two kinds in one list: whoever chose a case of the papers would have chosen none of the fees.
        """
        by_term = tuple(case_term.name for case_term in self.case_terms)
        by_fee = (fee.case for fee in self.fees if fee.case)
        by_paper = (rule.case for rule in self.components if rule.case)
        return by_term or tuple(dict.fromkeys(by_fee)) or tuple(dict.fromkeys(by_paper))

    @property
    def has_usual_term(self) -> bool:
        """Whether the procedure's own term is that of most dossiers, and its cases are what may lengthen it: something
        is to be verified, there are many pages. Where it is one of the cases' own, one of them has to be chosen."""
        known = self.term.unit is not TermUnit.UNKNOWN
        return known and all(case_term.term != self.term for case_term in self.case_terms)

    @property
    def asks_case(self) -> bool:
        """Whether nobody is received before a case is chosen: the term or what is to be paid depends on it."""
        return bool(self.case_terms and not self.has_usual_term) or self.costs_by_case

    @property
    def costs_by_case(self) -> bool:
        """Whether what is to be paid depends on the case."""
        return any(fee.case for fee in self.fees)

    def asked_in(self, case: str) -> tuple[ComponentRule, ...]:
        """The papers of a dossier in that case, all of them where it is not chosen.

        One that names a case which cannot be chosen stands in every list: nobody can tell from the data.
        """
        known = self.case_names
        if case not in known:
            return self.components
        return tuple(rule for rule in self.components if rule.case in ("", case) or rule.case not in known)

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
        """The first letters of the name, as clerks type them: `dkks` for (Thủ tục) Đăng ký khai sinh."""
        return "".join(word[0] for word in re.findall(r"\w+", plain(self.name).removeprefix(_PREFIX)))


class Listed(NamedTuple):
    """A version as lists and searches need it. Its details are read when it is shown or chosen."""

    code: str
    version: str
    name: str
    field: str
    valid_from: date
    valid_until: date | None
    levels: tuple[str, ...]
    publisher: str
    plain_name: str  # without “Thủ tục” before it
    words: str  # name, code and field without marks
    initials: str

    def in_force(self, on: date) -> bool:
        """Whether the version applies to a dossier received on that day."""
        return self.valid_from <= on and (self.valid_until is None or on <= self.valid_until)


def as_listed(one: Procedure) -> Listed:
    """The version as lists need it."""
    name = plain(one.name)
    words = f"{name} {one.code} {plain(one.field)}"
    return Listed(
        one.code,
        one.version,
        one.name,
        one.field,
        one.valid_from,
        one.valid_until,
        one.levels,
        one.publisher,
        name.removeprefix(_PREFIX),
        words,
        one.initials,
    )


class Index(Protocol):
    """Many versions that are read one by one (`counter_app.procedures.catalogue_index`)."""

    sources: str

    def listed(self) -> list[Listed]:
        """All versions, as lists need them."""
        ...

    def versions(self, code: str) -> list[Procedure]:
        """All versions of a procedure, whole."""
        ...


class Catalogue:
    """All versions of all procedures this desk knows.

    `procedures` were read from files that people write; they go before the `indexes`, the first of which goes before
    the others. Of the versions that are in force on a day, the one that began last applies.
    """

    def __init__(self, procedures: Iterable[Procedure], indexes: Sequence[Index] = ()) -> None:
        self._written: dict[str, list[Procedure]] = defaultdict(list)
        for procedure in procedures:
            self._written[procedure.code].append(procedure)
        self._indexes = tuple(indexes)
        self._known: dict[str, tuple[Procedure, ...]] = {}
        self._of_day: tuple[date, tuple[Listed, ...]] | None = None

    def over(self, indexes: Sequence[Index]) -> Catalogue:
        """What was read from files, over these indexes."""
        return Catalogue((item for written in self._written.values() for item in written), indexes)

    def get(self, code: str, on: date) -> Procedure | None:
        """The version in force on that day; None if there is none."""
        in_force = [procedure for procedure in self.versions(code) if procedure.in_force(on)]
        return in_force[-1] if in_force else None

    def version(self, code: str, version: str) -> Procedure | None:
        """The very version a dossier was received under."""
        return next((procedure for procedure in self.versions(code) if procedure.version == version), None)

    def versions(self, code: str) -> tuple[Procedure, ...]:
        """All versions of a procedure, the oldest first."""
        if code not in self._known:
            found = {item.version: item for item in self._written.get(code, ())}
            for index in self._indexes:
                for version in index.versions(code):
                    found.setdefault(version.version, version)
            lowest_first = list(found.values())[::-1]  # of two that begin on one day the upper file's is the later one
            self._known[code] = tuple(sorted(lowest_first, key=lambda item: item.valid_from))
        return self._known[code]

    @property
    def all(self) -> tuple[Procedure, ...]:
        """Every version of every procedure, by field, name and date. Reads them all: for exports."""
        return tuple(one for line in self._lines if (one := self.version(line.code, line.version)) is not None)

    def listed(self, on: date | None = None) -> tuple[Listed, ...]:
        """What may be received on that day, or every version: by field, name and date."""
        if on is None:
            return self._lines
        if self._of_day is None or self._of_day[0] != on:
            newest = {line.code: line for line in self._by_age if line.in_force(on)}
            self._of_day = on, tuple(line for line in self._lines if newest.get(line.code) is line)
        return self._of_day[1]

    def in_force(self, on: date) -> tuple[Procedure, ...]:
        """What may be received on that day, by field and name. Reads them all."""
        return tuple(one for line in self.listed(on) if (one := self.get(line.code, on)) is not None)

    def superseded_by(self, procedure: Procedure) -> tuple[Procedure, ...]:
        """The version that is in force when the new one begins, closed the day before; then the new one."""
        before = self.get(procedure.code, procedure.valid_from)
        if before is None or before.version == procedure.version or before.valid_from >= procedure.valid_from:
            return (procedure,)
        return (before.model_copy(update={"valid_until": procedure.valid_from - timedelta(days=1)}), procedure)

    def find(
        self, text: str, on: date, limit: int = 20, *, first: Sequence[str] = (), among: Sequence[Listed] | None = None
    ) -> list[Procedure]:
        """Procedures in force with all typed words in name, code or field, or with those initials; best first.

        Of equal matches the codes in `first` come first, in their order, as they do where nothing is typed. `among`
        are those that are looked through, where not all are; a whole code finds the others too.
        """
        lines = self.listed(on) if among is None else among
        place = {code: nth for nth, code in enumerate(first)}
        found = _ranked(lines, plain(text).split()) if text.strip() else [(0, 0, line) for line in lines]
        found.sort(
            key=lambda item: (item[0], place.get(item[2].code, len(place)), item[1], item[2].name if text else "")
        )
        codes = dict.fromkeys([text.strip(), *(line.code for _, _, line in found[:limit])])
        return [one for code in codes if (one := self.get(code, on)) is not None][:limit]

    @cached_property
    def _by_age(self) -> list[Listed]:
        """Every version, the oldest first; of two that begin on one day the upper file's is the later one."""
        found: dict[tuple[str, str], Listed] = {}
        for written in self._written.values():
            found.update(((item.code, item.version), as_listed(item)) for item in written)
        for index in self._indexes:
            for line in index.listed():
                found.setdefault((line.code, line.version), line)
        lowest_first = list(found.values())[::-1]
        return sorted(lowest_first, key=lambda line: line.valid_from)

    @cached_property
    def _lines(self) -> tuple[Listed, ...]:
        return tuple(sorted(self._by_age, key=lambda line: (line.field, line.name)))


def _ranked(lines: Iterable[Listed], typed: Sequence[str]) -> list[tuple[int, int, Listed]]:
    """The lines that fit, each with its rank, 0 for the best, and the length of its name."""
    phrase, longest, found = " ".join(typed), max(typed, key=len), []
    for line in lines:  # thousands at every key: the cheap question first
        if longest in line.words and all(word in line.words for word in typed):
            found.append((_rank(line, typed, phrase), len(line.name), line))
        elif line.initials == phrase:
            found.append((0, len(line.name), line))
        elif len(phrase) > 2 and line.initials.startswith(phrase):
            found.append((4, len(line.name), line))
    return found


def _rank(line: Listed, typed: Sequence[str], phrase: str) -> int:
    """How well a line fits that holds all the words."""
    if phrase in (line.code, line.initials):
        return 0
    if line.plain_name.startswith(phrase):
        return 1
    if phrase in line.plain_name:
        return 2
    if all(f" {word}" in f" {line.words}" for word in typed):
        return 3
    return 4 if len(phrase) > 2 and line.initials.startswith(phrase) else 5
