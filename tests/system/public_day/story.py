"""What the tellers of the day share: the office at work, and the usual drafts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from counter_app.desk.desk import Desk
from counter_app.dossier.draft import ComponentTicked, Draft, PersonTyped
from counter_app.procedures.completeness import as_asked
from counter_app.province.serve import RunningServer
from tests.system.public_day.diary import Diary
from tests.system.public_day.office import CounterDesk, DayClock, Paper

BIRTH, MARRIAGE, SINGLE, GUARDIAN = "1.001193", "1.000894", "1.004873", "1.004837"
BUSINESS, BUILDING, RENEWAL, LAND = "1.001612", "1.013225", "1.012783", "1.013949"
RESIDENCE, COPIES, AID = "1.004222", "2.000815", "1.001776"
CIVIL, BUSINESSES, BUILDINGS, LANDS = (
    "Hộ tịch",
    "Thành lập và hoạt động của hộ kinh doanh",
    "Hoạt động xây dựng",
    "Đất đai",
)
RESIDENCES, CERTIFYING, AIDS = "Đăng ký, quản lý cư trú", "Chứng thực", "Bảo trợ xã hội"


def november(day: int) -> date:
    """A day of the month of the story; 31 is 1 December."""
    return date.fromordinal(date(2026, 11, 1).toordinal() + day - 1)


@dataclass
class Day:
    """The office: two desks, the clock, the province, the onlooker's diary, all papers that came out."""

    one: CounterDesk
    two: CounterDesk
    clock: DayClock
    province: RunningServer
    diary: Diary = field(default_factory=Diary)
    papers: list[Paper] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)

    def keep(self, *papers: Paper) -> None:
        """Papers that somebody takes away."""
        self.papers += papers


def brought(desk: Desk, procedure: str, *without: str, case: str = "") -> tuple[ComponentTicked, ...]:
    """All that the procedure requires as it asks for it, but for what somebody left at home."""
    found = desk.knowledge.catalogue.get(procedure, desk.now().date())
    assert found is not None
    here = [rule for rule in found.components if rule.required and rule.case in ("", case)]
    return tuple(as_asked(rule) for rule in here if rule.key not in without)


def draft(at: CounterDesk, procedure: str, owner: PersonTyped, without: Sequence[str] = (), **more: object) -> Draft:
    """An intake as the clerk typed it."""
    case = str(more.get("case", ""))
    typed = {"procedure": procedure, "owner": owner, "components": brought(at.desk, procedure, *without, case=case)}
    return at.desk.new_draft().model_copy(update=typed | more)
