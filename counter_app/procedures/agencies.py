"""The agencies (cơ quan, đơn vị) with their levels, their validity and who came before whom.

District level ended on 30/06/2025 (docs/domain/law.md): a dossier received before keeps its old agency, and whoever
asks who does that work today is given the successors.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from pydantic import Field

from counter_app.dossier.codes import AGENCY
from counter_app.dossier.value import Value


class Level(StrEnum):
    """What an agency is in the building of the state."""

    MINISTRY = "ministry"  # bộ, ngành
    PROVINCE = "province"  # UBND cấp tỉnh
    DEPARTMENT = "department"  # sở và cơ quan tương đương
    DISTRICT = "district"  # cấp huyện, until 30/06/2025
    COMMUNE = "commune"  # xã, phường, đặc khu
    CENTRE = "centre"  # trung tâm phục vụ hành chính công
    BRANCH = "branch"  # chi nhánh Văn phòng đăng ký đất đai
    POLICE = "police"  # Công an xã, phường
    PROVINCIAL_POLICE = "provincial_police"  # Công an tỉnh
    TAX = "tax"  # Thuế cơ sở
    PROVINCIAL_TAX = "provincial_tax"  # Thuế tỉnh
    SOCIAL_INSURANCE = "social_insurance"  # Bảo hiểm xã hội
    TREASURY = "treasury"  # Kho bạc Nhà nước
    CUSTOMS = "customs"  # Hải quan
    BORDER_GUARD = "border_guard"  # Bộ đội Biên phòng


_DECIDING = {"Cấp xã": Level.COMMUNE, "Cấp huyện": Level.DISTRICT, "Cấp tỉnh": Level.PROVINCE}


class Agency(Value):
    """An agency under one name. `old_code` is its code by QCVN 102:2016, where its `code` is one of QĐ 20/2020.

    `predecessors` are the codes of those whose work it took over (đơn vị tiền thân). `serves` are the codes of the
    communes whose procedures it decides, where it does not lie below them.
    """

    code: str = Field(pattern=AGENCY.pattern)
    old_code: str = Field(default="", pattern=rf"{AGENCY.pattern}|^$")
    name: str = Field(min_length=1)
    level: Level
    parent: str = ""
    predecessors: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
    valid_from: date
    valid_until: date | None = None

    def in_force(self, on: date) -> bool:
        """Whether the agency worked on that day."""
        return self.valid_from <= on and (self.valid_until is None or on <= self.valid_until)


class AgencyDirectory:
    """All agencies of all times this desk knows. Codes of either scheme are understood."""

    def __init__(self, agencies: Iterable[Agency]) -> None:
        self.all = tuple(sorted(agencies, key=lambda agency: (agency.code, agency.valid_from)))
        self._by_code: dict[str, list[Agency]] = defaultdict(list)
        for agency in self.all:
            self._by_code[agency.code].append(agency)
            if agency.old_code:
                self._by_code[agency.old_code].append(agency)

    def get(self, code: str, on: date) -> Agency | None:
        """The agency with that code on that day; None if there was none."""
        return next((agency for agency in self._by_code.get(code, ()) if agency.in_force(on)), None)

    def last(self, code: str) -> Agency | None:
        """The agency with that code as it was last, whether it still works or not."""
        return self._by_code[code][-1] if code in self._by_code else None

    def in_force(self, on: date, level: Level | None = None) -> tuple[Agency, ...]:
        """The agencies that worked on that day, of one level or of all."""
        return tuple(agency for agency in self.all if agency.in_force(on) and level in (None, agency.level))

    def successors(self, code: str) -> tuple[Agency, ...]:
        """Those that took over the work of the agency, at once."""
        codes = self._codes(code)
        return tuple(agency for agency in self.all if codes & set(agency.predecessors))

    def predecessors(self, code: str) -> tuple[Agency, ...]:
        """Those whose work the agency took over."""
        named = [before for agency in self._by_code.get(code, ()) for before in agency.predecessors]
        return tuple(agency for before in dict.fromkeys(named) if (agency := self.last(before)) is not None)

    def doing_its_work(self, code: str, on: date) -> tuple[Agency, ...]:
        """Who does the agency's work on that day: itself while it works, else its successors, however far on."""
        here = self.get(code, on)
        if here is not None:
            return (here,)
        found: dict[str, Agency] = {}
        waiting, seen = [code], set()
        while waiting:
            for after in self.successors(waiting.pop(0)):
                if after.code in seen:
                    continue
                seen.add(after.code)
                if after.in_force(on):
                    found[after.code] = after
                elif after.valid_from <= on:
                    waiting.append(after.code)
        return tuple(found.values())

    def path(self, code: str, on: date) -> tuple[Agency, ...]:
        """The agency and those above it, up to the province or the ministry, as they were on that day."""
        path: list[Agency] = []
        while (agency := self.get(code, on)) is not None and agency not in path:
            path.append(agency)
            code = agency.parent
        return tuple(path)

    def competent(self, office: str, competence: str, on: date) -> Agency | None:
        """Who decides for an office (cơ quan có thẩm quyền): itself or one above it, of the level the procedure names.

        None where that level is not one of the three, or the office is not in the directory.
        """
        level = _DECIDING.get(competence.partition(",")[0].strip())
        return next((agency for agency in self.path(office, on) if agency.level is level), None)

    def serving(self, office: str, level: Level, on: date) -> Agency | None:
        """The agency of that level that works for the office: it says so or lies below it. None for none or several."""
        codes = self._codes(office)
        found = [agency for agency in self.in_force(on, level) if codes & set(agency.serves) or agency.parent in codes]
        return found[0] if len(found) == 1 else None

    def _codes(self, code: str) -> set[str]:
        return {code} | {
            name for agency in self._by_code.get(code, ()) for name in (agency.code, agency.old_code) if name
        }
