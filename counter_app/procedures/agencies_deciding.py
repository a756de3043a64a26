"""Who decides on a procedure (cơ quan có thẩm quyền giải quyết), which receipt it has, whether it is about two people.

The catalogue says in words who settles a procedure ("Công an cấp xã; Công an tỉnh"). Which agency of the directory
that is for an office, or what it is called where the directory does not have it, is data: resources/deciding.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from pydantic import Field

from counter_app.dossier.model import RECEIPT
from counter_app.dossier.plain import plain
from counter_app.dossier.value import Value
from counter_app.procedures.agencies import AgencyDirectory, Level
from counter_app.procedures.catalogue import Procedure
from counter_app.procedures.data_files import DataFault, Fault, Layer, load_tables

_COMMUNE = re.compile(r"\b(phuong|xa|dac khu)\b")


class DecidingRule(Value):
    """What holds for the procedures that fit all of its conditions; conditions and what is said are marked below.

    The first rule that says who decides goes: either the office itself, or the agency of `level` that serves it, called
    `name` where the directory has none; {commune} stands for the office's commune ("phường Sao Mai").
    """

    key: str = Field(min_length=1)

    # which procedures: () for all
    competence: tuple[str, ...] = ()  # how one of the catalogue's words of who settles it begins, marks or none
    fields: tuple[str, ...] = ()  # lĩnh vực
    procedures: tuple[str, ...] = ()  # codes

    # what is said of them
    office: bool = False
    level: Level | None = None
    name: str = ""
    receipt: str = ""  # the form given instead of Mẫu số 01
    two_parties: bool = False  # it is about two people (bên nam, bên nữ)

    def fits(self, procedure: Procedure) -> bool:
        """Whether it is about the procedure."""
        return (
            (not self.procedures or procedure.code in self.procedures)
            and (not self.fields or _plain(procedure.field) in map(_plain, self.fields))
            and (not self.competence or self._settled_by(procedure.competence))
        )

    def _settled_by(self, competence: str) -> bool:
        begins = tuple(map(_plain, self.competence))
        return any(_plain(part).startswith(begins) for part in competence.split(";"))


@lru_cache(maxsize=1000)
def _plain(words: str) -> str:
    """As `plain`: the few words of rules and catalogue are asked for at each receipt."""
    return plain(words)


class Decider(NamedTuple):
    """Who decides: by its code, "" where only the name is known."""

    code: str
    name: str


class Deciding:
    """The rules, in the order of their files."""

    def __init__(self, rules: Sequence[DecidingRule]) -> None:
        self._with_receipt = tuple(rule for rule in rules if rule.receipt)
        self._of_two = tuple(rule for rule in rules if rule.two_parties)
        self._deciding = tuple(rule for rule in rules if rule.office or rule.level is not None or rule.name)

    def receipt_form(self, procedure: Procedure) -> str:
        """The paper that is given for a dossier of it."""
        rule = _first(self._with_receipt, procedure)
        return rule.receipt if rule else RECEIPT

    def two_parties(self, procedure: Procedure) -> bool:
        """Whether it is about two people."""
        return _first(self._of_two, procedure) is not None

    def agency(
        self, directory: AgencyDirectory, office: str, office_name: str, procedure: Procedure, on: date
    ) -> Decider | None:
        """Who decides for an office on that day; None where it is the office itself, or nobody can tell."""
        rule = _first(self._deciding, procedure)
        if rule is None:
            found = directory.competent(office, procedure.competence, on)
            return Decider(found.code, found.name) if found else None
        if rule.office:
            return None
        known = directory.serving(office, rule.level, on) if rule.level else None
        if known:
            return Decider(known.code, known.name)
        return Decider("", rule.name.format(commune=commune_of(office_name))) if rule.name else None


def _first(rules: Sequence[DecidingRule], procedure: Procedure) -> DecidingRule | None:
    return next((rule for rule in rules if rule.fits(procedure)), None)


def commune_of(office: str) -> str:
    """`phường Sao Mai` of `UBND PHƯỜNG SAO MAI`; the name as it is where it names no commune."""
    name = unicodedata.normalize("NFC", " ".join(office.split()))
    found = _COMMUNE.search(plain(name))
    if found is None:
        return name
    kind, rest = name[found.start() : found.end()], name[found.end() :].strip()
    return f"{kind.lower()} {rest.title() if rest.isupper() else rest}"


def load_deciding(folder: Path, *layers: Layer) -> Deciding:
    """The rules in the folder's files; those of a layer go before, and take the place of what has the same key.

    Raises DataFault with all faults of all files.
    """
    rules: dict[str, DecidingRule] = {}
    faults: list[Fault] = []
    for item in (*reversed(layers), Layer(folder, "")):
        found, more, _ = load_tables(item.folder, "deciding", DecidingRule, item.shown)
        faults += more
        for rule in found:
            rules.setdefault(rule.key, rule)
    if faults:
        raise DataFault(faults=faults)
    return Deciding(tuple(rules.values()))
