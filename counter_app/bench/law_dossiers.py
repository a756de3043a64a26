"""A busy desk's dossiers of six years, all invented: the common names common, the newest still open.

They are projected by the journal's own functions. Their entries have no payloads, as if erased: what a benchmark asks
of the journal is its length and its order.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from counter_app.bench.law_heard import ask, hear
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.codes import Ranges, case_code, next_code
from counter_app.dossier.draft import Draft
from counter_app.dossier.fold import Folded
from counter_app.dossier.guidance import Answer, GuidanceCase
from counter_app.dossier.life import HandOver, Pause, PauseKind
from counter_app.dossier.model import Agencies, Component, Dossier, PaperNumber, Person, Term
from counter_app.dossier.money import FeeDue, FeeKind, FeeReceipt
from counter_app.dossier.states import Channel, GuidanceKind, Payment, PayMethod, Status, TermUnit
from counter_app.store import dossiers, guidance
from counter_app.store.store import Store

_T = TypeVar("_T")


def _as_often(weights: dict[_T, int]) -> tuple[_T, ...]:
    """Each value as often as its weight says, to be drawn from."""
    return tuple(value for value, weight in weights.items() for _ in range(weight))


_DAYS = 6 * 365
_AT_ONCE = 10_000
_SURNAMES = _as_often({
    "Nguyễn": 38, "Trần": 12, "Lê": 9, "Phạm": 7, "Hoàng": 5, "Phan": 5, "Vũ": 4, "Võ": 3, "Đặng": 2, "Bùi": 2,
    "Đỗ": 2, "Hồ": 2, "Ngô": 1, "Dương": 1, "Lý": 1, "Đậu": 1,
})  # fmt: skip
_MIDDLE = _as_often(
    {"Thị": 40, "Văn": 28, "Đức": 6, "Minh": 5, "Ngọc": 5, "Thanh": 4, "Quang": 3, "Hữu": 3, "Xuân": 2, "": 4}
)
_GIVEN = [
    "Hương", "Hường", "Hoa", "Hồng", "Hạnh", "Hiền", "Hà", "Hải", "Hùng", "Hưng", "Anh", "Ánh", "An", "Bình",
    "Bảo", "Châu", "Cường", "Chi", "Dũng", "Dương", "Duyên", "Đức", "Đạt", "Giang", "Khánh", "Khuê", "Kiên", "Lan",
    "Linh", "Loan", "Long", "Ly", "Mai", "Minh", "Mỹ", "Nam", "Nga", "Ngân", "Ngọc", "Nhung", "Oanh", "Phúc",
    "Phương", "Quân", "Quý", "Quỳnh", "Sơn", "Sang", "Tâm", "Thảo", "Thắng", "Thành", "Thu", "Thủy", "Trang",
    "Trung", "Tuấn", "Tùng", "Tuyết", "Uyên", "Vân", "Vinh", "Vy", "Xuân", "Yến",
]  # fmt: skip
_PLACES = [
    "Đông", "Tây", "Nam", "Bắc", "Trung", "Hưng", "Yên", "Nghi", "Diễn", "Quỳnh", "Sơn", "Hòa", "Lộc", "Phúc",
    "Thành",
]  # fmt: skip
_PROCEDURES = {
    "Hộ tịch": ("Đăng ký khai sinh", "Đăng ký kết hôn", "Đăng ký khai tử", "Cấp bản sao trích lục hộ tịch"),
    "Chứng thực": ("Chứng thực bản sao từ bản chính", "Chứng thực chữ ký", "Chứng thực hợp đồng, giao dịch"),
    "Đất đai": ("Đăng ký biến động quyền sử dụng đất", "Cấp giấy chứng nhận quyền sử dụng đất lần đầu"),
    "Bảo trợ xã hội": ("Thực hiện trợ cấp xã hội hằng tháng", "Hỗ trợ chi phí mai táng"),
    "Thành lập và hoạt động của hộ kinh doanh": ("Đăng ký thành lập hộ kinh doanh", "Chấm dứt hoạt động hộ kinh doanh"),
    "Xây dựng": ("Cấp giấy phép xây dựng nhà ở riêng lẻ", "Gia hạn giấy phép xây dựng"),
}
_CLERKS = ("Lê Thị Mẫu", "Trần Văn Thử", "Phạm Thị Ví Dụ", "Hồ Văn Giả", "Đinh Thị Tưởng", "Ngô Văn Nháp")
_UNITS = ("Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Lãnh đạo UBND", "Thuế cơ sở")
_ENDS = _as_often(
    {Status.RESULT_RETURNED: 955, Status.DONE: 15, Status.NOT_ACCEPTED: 12, Status.WITHDRAWN: 10, Status.STOPPED: 8}
)
_OPEN = _as_often(
    {Status.IN_PROCESS: 70, Status.ACCEPTED: 15, Status.SUPPLEMENT_REQUESTED: 12, Status.FINANCIAL_OBLIGATION: 3}
)
_NOBODY = Person(name="…")
_OPEN_FOR = timedelta(days=12)
_GUIDED = 20  # one of so many was sent home before


@dataclass(frozen=True, slots=True)
class Made:
    """A dossier that was made, as a clerk would look for it."""

    code: str
    name: str
    number: str
    phone: str
    procedure: str


def fill(store: Store, number: int, until: datetime) -> list[Made]:
    """Puts so many dossiers into an empty store, the last received at `until`; some of them, drawn evenly."""
    every = max(number // 2_000, 1)
    made = invented(number, until)
    some: list[Made] = []
    for start in range(0, number, _AT_ONCE):
        with store.transaction():
            for place in range(start, min(start + _AT_ONCE, number)):
                dossier = next(made)
                _keep(store, place + 1, dossier)
                if place % every == 0:
                    owner = dossier.owner
                    some.append(
                        Made(dossier.code, owner.name, owner.identity_number, owner.phone, dossier.procedure_name)
                    )
    hear(store, number, until)
    return some


def _keep(store: Store, number: int, dossier: Dossier) -> None:
    at, seal = dossier.received_at.isoformat(), f"{number:064x}"
    entry = "desk, sequence, dossier, step, kind, payload_hash, clerk, at, previous, hash"
    values = [store.desk, number, dossier.code, 1, "received", seal, dossier.clerk, at, seal, seal]
    store.db.execute(f"INSERT INTO entries ({entry}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
    dossiers.project(store.db, number, Folded(dossier), own_sequence=number, before=None)
    ask(store, number, dossier)
    if number % _GUIDED == 0:
        guidance.project(store.db, number, _guided(dossier, number), own_sequence=number)


def _guided(dossier: Dossier, number: int) -> GuidanceCase:
    """Somebody who was sent home with Mẫu 02 before."""
    at = dossier.received_at
    return GuidanceCase(
        code=case_code(dossier.agencies.receiving, at.date(), number),
        intake=Draft(id=f"draft-{number:08d}", procedure=dossier.procedure),
        procedure_name=dossier.procedure_name,
        field=dossier.field,
        agency=dossier.agencies.receiving,
        owner=dossier.owner,
        submitter=None,
        answers=(Answer(GuidanceKind.SUPPLEMENTS, "Thiếu giấy tờ", at, dossier.clerk),),
        dossier=dossier.code,
    )


def invented(number: int, until: datetime) -> Iterator[Dossier]:
    """So many, the last received at `until`; not validated: a million values, all of one pattern."""
    chance = random.Random(1)
    component = Component(key="to-khai", name="Tờ khai", originals=1)
    brought_again = Component(key="giay-to", name="Giấy chứng nhận kết hôn", originals=1, lay_there=True)
    kinds = [
        (f"1.{place:06d}", name, field, Term(amount=chance.randint(1, 20), unit=TermUnit.WORKING_DAYS))
        for place, (name, field) in enumerate((name, field) for field, names in _PROCEDURES.items() for name in names)
    ]
    fee = FeeDue(name="Lệ phí", kind=FeeKind.CHARGE, amount=8_000, full=8_000)
    receipt = FeeReceipt(
        series="01BLP-26T",
        number=1,
        kind=FeeKind.CHARGE,
        amount=fee.amount,
        method=PayMethod.CASH,
        payer="Người nộp",
        at=until,
        clerk=_CLERKS[0],
    )
    pattern = Dossier(
        code="",
        procedure="",
        procedure_name="",
        procedure_version="1",
        agencies=Agencies(receiving="H41.99", competent="H41.99"),
        owner=_NOBODY,
        components=(),
        term=Term(unit=TermUnit.NONE),
        received_at=until,
        due_at=None,
        look_up_token="",
        step=1,
    )
    day, last, numbered = date.min, 0, 0
    for place in range(number):
        at = _received_at(until - timedelta(days=_DAYS) * (1 - (place + 1) / number))
        last = last if at.date() == day else 0
        day = at.date()
        code = next_code("H41.99", day, last, Ranges(1, 1, 1_000))
        last += 1
        procedure, name, field, term = chance.choice(kinds)
        due = at + timedelta(days=term.amount * 7 // 5)
        finished = due + timedelta(days=chance.triangular(-term.amount, 4, -1))
        closed = finished < until and (until - at > _OPEN_FOR * 3 or chance.random() < 0.8)
        status = chance.choice(_ENDS if closed else _OPEN)
        ended = finished if closed and status is not Status.STOPPED else None
        asked = at + timedelta(days=1) if chance.random() < 0.08 else None
        numbered += asked is not None
        paid = place % 3 == 0
        yield pattern.model_copy(
            update={
                "code": code,
                "procedure": procedure,
                "procedure_name": name,
                "field": field,
                "channel": Channel.ONLINE if chance.random() < 0.4 else Channel.COUNTER,
                "owner": _person(chance),
                "components": (component,) * chance.randint(1, 5) + (brought_again,) * (place % 10 == 0),
                "fees": (fee,) if paid else (),
                "term": term,
                "received_at": at,
                "due_at": due,
                "pauses": (_asked_at(asked),) if asked else (),
                "hand_overs": _handed(at, until) if status is not Status.ACCEPTED and place % 2 else (),
                "numbers": (_numbered(asked, numbered),) if asked else (),
                "finished_at": ended,
                "returned_at": ended if status is Status.RESULT_RETURNED else None,
                "clerk": _CLERKS[place % len(_CLERKS)],
                "status": status,
                "payment": Payment.PAID if paid else Payment.NOTHING_DUE,
                "fee_receipts": (receipt.model_copy(update={"number": place // 3 + 1, "at": at}),) if paid else (),
            }
        )


def _received_at(moment: datetime) -> datetime:
    """In office hours, so that the days of a week look alike enough; never later than the moment, or on a morning the
    newest of the register were these, which have no journal."""
    opening = datetime.combine(moment.date(), time(7, 30), VIETNAM)
    return min(opening + timedelta(seconds=(moment.hour * 3600 + moment.minute * 60 + moment.second) // 3), moment)


def _person(chance: random.Random) -> Person:
    middle = chance.choice(_MIDDLE)
    name = f"{chance.choice(_SURNAMES)} {middle} {chance.choice(_GIVEN)}".replace("  ", " ")
    born = chance.randint(50, 107)
    hamlet, commune = chance.randint(1, 30), f"{chance.choice(_PLACES)} {chance.choice(_PLACES)}"
    return _NOBODY.model_copy(
        update={
            "name": name,
            "identity_number": f"040{2 * (born > 99) + (middle == 'Thị')}{born % 100:02d}{chance.randrange(10**6):06d}",
            "phone": f"09{chance.randrange(10**8):08d}",
            "address": f"Xóm {hamlet}, xã {commune}, tỉnh Nghệ An",
        }
    )


def _numbered(at: datetime, number: int) -> PaperNumber:
    """The number of the Mẫu 02 that was sent then."""
    return PaperNumber(
        form="supplement_request",
        agency="H41.99",
        series="PBS",
        year=at.year,
        number=number,
        text=f"{number}/PBS-BPTNTKQ",
        at=at,
        clerk=_CLERKS[0],
    )


def _handed(at: datetime, until: datetime) -> tuple[HandOver, ...]:
    """To the unit that decides, the next day."""
    unit = _UNITS[at.day % len(_UNITS)]
    handed = min(at + timedelta(days=1), until)
    return (
        HandOver(from_unit="Bộ phận Một cửa", to_unit=unit, given_by="", taken_by=_CLERKS[0], at=handed, due_at=None),
    )


def _asked_at(at: datetime) -> Pause:
    ended = at + timedelta(days=2)
    asked = ("Giấy xác nhận của tổ dân phố",)
    return Pause(kind=PauseKind.SUPPLEMENT, began_at=at, ended_at=ended, asked=asked, before=Status.ACCEPTED)
