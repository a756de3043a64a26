"""A year of a busy office: dossiers of every fate, made up from a seed; everybody in them is invented."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.life import DueCause, DueChange, HandOver, Pause, PauseKind, ResultNamed, Return
from counter_app.dossier.life import Result as ArrivedResult
from counter_app.dossier.model import Agencies, Component, Dossier, Person, Reuse, Term
from counter_app.dossier.money import FeeDue, FeeReceipt
from counter_app.dossier.states import Channel, DeliveryMethod, PayMethod, Status
from counter_app.dossier.value import FileRef
from counter_app.procedures.working_time import OfficeHours, WorkCalendar, due_at

FIRST, LAST = date(2025, 11, 3), date(2026, 12, 18)
CLERKS = ("Trần Thị Mẫu", "Lê Văn Thử", "Phạm Thị Ví Dụ")
PDF = FileRef(sha256="ab" * 32, size=1000, media_type="application/pdf")
AGENCIES = Agencies(receiving="H41.99", competent="H41.99", competent_name="UBND phường Sao Mai")
PROCEDURES = {  # code: name, field, term, fee
    "1.001193": ("Đăng ký khai sinh", "Hộ tịch", Term(unit="same_day"), 0),
    "1.000894": ("Đăng ký kết hôn", "Hộ tịch", Term(unit="same_day"), 0),
    "1.004873": ("Cấp Giấy xác nhận tình trạng hôn nhân", "Hộ tịch", Term(amount=3, unit="working_days"), 15_000),
    "2.000815": ("Chứng thực bản sao từ bản chính", "Chứng thực", Term(unit="same_day"), 12_000),
    "1.001612": ("Đăng ký thành lập hộ kinh doanh", "Hộ kinh doanh", Term(amount=3, unit="working_days"), 100_000),
    "1.012783": ("Cấp đổi Giấy chứng nhận", "Đất đai", Term(amount=10, unit="working_days"), 50_000),
    "1.013225": ("Cấp giấy phép xây dựng", "Xây dựng", Term(amount=15, unit="calendar_days"), 75_000),
    "1.001776": ("Trợ cấp xã hội hằng tháng", "Bảo trợ xã hội", Term(unit="none"), 0),
}
FATES = (
    *("returned",) * 60,
    *("done",) * 6,
    *("open",) * 8,
    *("supplemented",) * 8,
    *("supplemented_twice",) * 3,
    *("waiting",) * 4,
    *("obligation",) * 2,
    *("stopped",) * 2,
    *("withdrawn",) * 3,
    *("refused",) * 3,
    "new",
)


def dossiers(count: int, calendar: WorkCalendar, hours: OfficeHours, seed: int = 766) -> Iterator[Dossier]:
    """`count` dossiers, in the order in which they came in."""
    dice = random.Random(seed)
    days = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
    days = [day for day in days if calendar.is_working(day)]
    moments = sorted(
        datetime.combine(dice.choice(days), time(7, 5), VIETNAM) + timedelta(minutes=dice.randrange(590))
        for _ in range(count)
    )
    numbers: dict[str, int] = {"phi": 0, "le_phi": 0}
    for number, at in enumerate(moments, start=1):
        yield _dossier(dice, number, at, calendar, hours, numbers)


def _dossier(
    dice: random.Random,
    number: int,
    at: datetime,
    calendar: WorkCalendar,
    hours: OfficeHours,
    numbers: dict[str, int],
) -> Dossier:
    procedure = dice.choice(list(PROCEDURES))
    name, field, term, fee = PROCEDURES[procedure]
    due = due_at(at, term, calendar, hours)
    clerk = dice.choice(CLERKS)
    channel = dice.choice((Channel.COUNTER,) * 7 + (Channel.ONLINE,) * 2 + (Channel.POST,))
    life = _life(dice, at, due)
    kind = dice.choice(("phi", "le_phi"))
    exempt = fee and dice.random() < 0.1
    fees = (FeeDue(name="Lệ phí", kind=kind, amount=0 if exempt else fee, full=fee),) if fee else ()
    receipts: list[FeeReceipt] = []
    if fee and not exempt and dice.random() < 0.9:
        for cancelled in ("Ghi sai tên", "") if dice.random() < 0.03 else ("",):
            numbers[kind] += 1
            receipts.append(
                FeeReceipt(
                    series=f"01BLP2-{kind}",
                    number=numbers[kind],
                    kind=kind,
                    amount=fee,
                    method=dice.choice(list(PayMethod)),
                    payer=f"Nguyễn Văn {number}",
                    at=at,
                    clerk=clerk,
                    cancelled=cancelled,
                )
            )
    facts = {
        "code": f"H41.99-{at:%y%m%d}-{number:05d}",
        "procedure": procedure,
        "procedure_name": name,
        "procedure_version": "1",
        "field": field if dice.random() < 0.99 else "",
        "agencies": AGENCIES,
        "channel": channel,
        "owner": Person(name=f"Nguyễn Văn {number}", address="Xóm 3, phường Sao Mai, tỉnh Nghệ An", phone="0912000123"),
        "components": _components(dice),
        "fees": fees,
        "fee_receipts": tuple(receipts),
        "term": term,
        "received_at": at,
        "due_at": due,
        "promised_at": due,
        "look_up_token": f"token-{number}",
        "clerk": clerk,
        "step": 1,
    }
    return Dossier(**facts | life)


def _components(dice: random.Random) -> tuple[Component, ...]:
    return tuple(_component(place, dice.random() < 0.7, dice.random() < 0.15) for place in range(dice.randrange(1, 4)))


@cache
def _component(place: int, scanned: bool, reused: bool) -> Component:
    return Component(
        key=f"giay-{place}",
        name=f"Giấy tờ {place}",
        originals=1,
        document=PDF if scanned or reused else None,
        reused=Reuse(dossier="H41.99-250101-0001") if reused else None,
        lay_there=place == 1,
    )


def _life(dice: random.Random, at: datetime, due: datetime | None) -> dict[str, object]:
    """What became of it: fields of the dossier."""
    fate = dice.choice(FATES)
    if at.date() > date(2026, 11, 20) and dice.random() < 0.5:
        fate = "open"
    term = (due or at + timedelta(days=20)) - at
    end = at + term * dice.choice((0.2, 0.5, 0.8, 0.95, 1.0, 1.02, 1.3, 2.0)) + timedelta(minutes=1)
    asked = at + term * 0.3
    match fate:
        case "new":
            return {"status": Status.NEW}
        case "open":
            return {"status": dice.choice((Status.ACCEPTED, Status.IN_PROCESS))}
        case "refused" | "withdrawn":
            status = Status.NOT_ACCEPTED if fate == "refused" else Status.WITHDRAWN
            return {"status": status, "finished_at": end, "status_reason": "Lý do"}
        case "waiting":
            before = (_pause(PauseKind.SUPPLEMENT, at, asked),) if dice.random() < 0.2 else ()
            late = asked if dice.random() < 0.8 else end + timedelta(days=1)
            return {
                "status": Status.SUPPLEMENT_REQUESTED,
                "pauses": (*before, _pause(PauseKind.SUPPLEMENT, max(late, asked))),
            }
        case "obligation":
            status = Status.FINANCIAL_OBLIGATION
            return {"status": status, "pauses": (_pause(PauseKind.OBLIGATION, dice.choice((asked, end))),)}
        case "stopped":
            return {"status": Status.STOPPED, "pauses": (_pause(PauseKind.STOP, dice.choice((asked, end))),)}
        case "supplemented" | "supplemented_twice":
            times = 2 if fate == "supplemented_twice" else 1
            back = asked + timedelta(days=dice.randrange(1, 12))
            pauses = tuple(_pause(PauseKind.SUPPLEMENT, asked, back) for _ in range(times))
            again = back + term if due else None
            end = back + term * dice.choice((0.5, 0.9, 1.0, 1.2, 3.0))
            change = DueChange(cause=DueCause.SUPPLEMENT, before=due, after=again, at=back, clerk="Mẫu")
            return {"pauses": pauses, "due_at": again, "due_changes": (change,)} | _done(dice, end, "returned")
    return _done(dice, end, fate)


def _done(dice: random.Random, end: datetime, fate: str) -> dict[str, object]:
    named = ResultNamed(
        name="Kết quả",
        code=dice.choice(("KQ.G15.000031", "KQ.G15.000031", "")),
        file=PDF if dice.random() < 0.8 else None,
    )
    back = end + timedelta(hours=dice.randrange(1, 200))
    handed = Return(at=back, method=DeliveryMethod.COUNTER, recipient="Người nhận", clerk="Lê Văn Thử")
    result = ArrivedResult(**dict(named), arrived_at=end, returned=handed if fate == "returned" else None)
    over = HandOver(
        from_unit="Bộ phận Một cửa", to_unit="Phòng chuyên môn", given_by="Mẫu", taken_by="Thử", at=end, due_at=None
    )
    done: dict[str, object] = {"status": Status.DONE, "finished_at": end, "results": (result,), "hand_overs": (over,)}
    return done | ({"status": Status.RESULT_RETURNED, "returned_at": back} if fate == "returned" else {})


def _pause(kind: PauseKind, began: datetime, ended: datetime | None = None) -> Pause:
    return Pause(kind=kind, began_at=began, ended_at=ended, before=Status.ACCEPTED)
