"""A desk with some weeks of work in its journal, done with the real use cases; everybody in it is invented."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import cache
from pathlib import Path

from counter_app.config import sample_profile
from counter_app.desk import casework, feedback, guidance, receiving, surveys, till
from counter_app.desk.desk import Desk, open_desk
from counter_app.desk.feedback import FeedbackTyped
from counter_app.desk.finding import note
from counter_app.desk.paper_numbers import draw_number
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.draft import ComponentTicked, Draft, LyingThere, PersonTyped
from counter_app.dossier.life import ResultNamed
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.feedback import Sender
from counter_app.dossier.payloads.papers import ComponentDigitised, FieldsVerified, PaperGiven, Received
from counter_app.dossier.payloads.results import ResultReturned
from counter_app.dossier.states import Channel, DeliveryMethod, FeedbackMatter, PayMethod, Sorting
from counter_app.dossier.subjects import ActAt
from counter_app.dossier.survey import mark_of
from counter_app.dossier.value import FileRef
from counter_app.dossier.verified import Outcome, VerifiedField
from counter_app.resources import resource
from counter_app.store.accesses import AccessKind
from tests.conftest import CLERK, SUPERVISOR

DAYS = 75
"""How many days before now the first dossier comes in."""
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Bùi", "Đỗ", "Hồ", "Võ")
MIDDLE = ("Thị", "Văn", "Đức", "Thị Thu", "Quang", "Ngọc", "Thị Tuyết", "Minh")
GIVEN = ("Hường", "Khoẻ", "Nhung", "Bảo", "Quỳnh", "Dũng", "Ưng", "Thuỷ", "Ký", "Đạt", "Lợi", "Ánh")
FATES = ("returned",) * 9 + ("done", "open", "open", "waiting", "obligation", "stopped", "withdrawn", "refused")
VERIFIED = VerifiedField(name="owner.name", value="Nguyễn Thị Mai", outcome=Outcome.SEEN, sure=True)
PDF = FileRef(sha256="ab" * 32, size=1000, media_type="application/pdf")


@contextmanager
def filled_desk(folder: Path, count: int, now: datetime) -> Iterator[Desk]:
    """The sample office's desk with that many dossiers of the weeks before `now`."""
    desk = open_desk(folder, sample_profile(), CLERK).seconded(SUPERVISOR)
    fill(desk, count, now)
    yield desk
    desk.store.close()


def fill(desk: Desk, count: int, now: datetime, seed: int = 4) -> list[str]:
    """Receives `count` dossiers in the weeks before `now` and lets most of them go on; their codes."""
    dice = random.Random(seed)
    calendar = desk.knowledge.calendar
    days = [now.date() - timedelta(days=number) for number in range(1, DAYS)]
    days = [day for day in days if calendar.is_working(day)]
    moments = sorted(
        datetime.combine(dice.choice(days), time(7, 5), VIETNAM) + timedelta(minutes=dice.randrange(590))
        for _ in range(count)
    )
    at = moments[0]
    timed = replace(desk, now=lambda: at)
    codes = []
    with desk.store.transaction():
        for number, moment in enumerate(moments):
            at = moment
            note(timed, AccessKind.SEARCHED, f"người thứ {number}")
            if number % 10 == 0:
                _guide(timed, number)
            dossier = _receive(timed, dice, number)
            codes.append(dossier.code)
            lately = now - moment < timedelta(days=10)
            fate = "open" if lately and dice.random() < 0.6 else dice.choice(FATES)
            if dossier.fees_total and fate != "refused" and dice.random() < 0.9:
                till.take_all_fees(timed, dossier.code, dice.choice((PayMethod.CASH,) * 3 + tuple(PayMethod)))
            at = _later(dice, dossier, now, 0.3)
            for component in dossier.components:
                if dice.random() < 0.8:
                    timed.record(dossier.code, ComponentDigitised(component=component.key, document=PDF, pages=()))
            at = _later(dice, dossier, now, dice.choice((0.5, 0.8, 0.95, 1.0, 1.4)))
            _go_on(timed, dice, dossier, fate)
            _hear(replace(desk, now=lambda: moment), dossier, number)  # noqa: B023 - called before it changes
            if number == 0:
                key = dossier.components[0].key
                timed.record(dossier.code, FieldsVerified(component=key, paper="don", fields=(VERIFIED,)))
    return codes


@cache
def known_by_heart() -> tuple[str, ...]:
    """The codes of the procedures that are written by hand: few fields, as a small office has."""
    files = sorted(resource("procedures").glob("*.toml"))
    written = [tomllib.loads(file.read_text(encoding="utf-8"))["procedure"] for file in files]
    return tuple(dict.fromkeys(procedure["code"] for procedures in written for procedure in procedures))


def _receive(desk: Desk, dice: random.Random, number: int) -> Dossier:
    """As `Desk.receive` does, but by any channel."""
    catalogue, day = desk.knowledge.catalogue, desk.now().date()
    procedure = dice.choice([found for code in known_by_heart() if (found := catalogue.get(code, day))])
    name = " ".join(dice.choice(names) for names in (FAMILY, MIDDLE, GIVEN))
    draft = Draft(
        id=f"draft-{number:05d}",
        procedure=procedure.code,
        owner=PersonTyped(name=name, address=f"Xóm {number % 9 + 1}, phường Sao Mai, tỉnh Nghệ An", phone="0912000123"),
        components=tuple(ComponentTicked(key=rule.key, originals=1) for rule in procedure.components),
        lying=LyingThere(components=tuple(rule.key for rule in procedure.components[1:2] if number % 5 == 0)),
    )
    at = desk.now()
    received: Received = receiving.first_entry(desk, draft, procedure, at)
    channel = dice.choice((Channel.COUNTER,) * 6 + (Channel.ONLINE,) * 3 + (Channel.POST,))
    return desk.record(receiving.next_code(desk, at), received.model_copy(update={"channel": channel}), at)


def _guide(desk: Desk, number: int) -> None:
    """Somebody who is sent home; every other time they are refused, or come back and lack something else."""
    nth = number // 10
    name = f"{FAMILY[nth % len(FAMILY)]} Văn {GIVEN[nth // len(FAMILY) % len(GIVEN)]}"  # each another person
    draft = desk.new_draft().model_copy(update={"procedure": "1.001193", "owner": PersonTyped(name=name)})
    desk.keep_draft(draft)
    case = guidance.ask_for_supplements(desk, draft.id, ["Giấy chứng sinh"], "Thiếu giấy tờ")
    draw_number(desk, [case.code], "supplement_request", ActAt(case.last.at), "{:02d}/PBS-BPTNTKQ".format)
    match number % 30:
        case 10:
            guidance.refuse(desk, guidance.take_up(desk, case.code).id, "Không thuộc thẩm quyền")
        case 20:
            back = guidance.take_up(desk, case.code)
            guidance.ask_for_supplements(desk, back.id, ["Giấy ủy quyền"], "Thiếu giấy tờ", again="Ủy quyền hết hạn")


def _hear(desk: Desk, dossier: Dossier, number: int) -> None:
    """Each third is asked how they were served, and each second of those answers; some have something to say."""
    code = dossier.code
    if number % 3 == 0:
        mark = mark_of(f"phiếu {number}")
        desk.record(code, PaperGiven(form="receipt", file=PDF, print_number=1, slip=mark))
        asked = surveys.asked_under(desk, mark)
        assert asked is not None
        if number % 6 == 0:
            surveys.answer(desk, asked, {"satisfaction": number // 6 % 3, "attitude": 2, "contacts": 1})
    if number % 5 == 0:
        sender = Sender(name=dossier.owner.name, address=dossier.owner.address, phone=dossier.owner.phone)
        matter = tuple(FeedbackMatter)[number // 5 % 3]
        typed = FeedbackTyped(text=f"Ý kiến thứ {number}", sender=sender, matter=matter, dossier=code)
        _settle(desk, feedback.take(desk, typed).code, number // 5)


def _settle(desk: Desk, code: str, number: int) -> None:
    """Passed on, not taken up, answered in time, answered late, or left open."""

    def on(days: int) -> Desk:
        at = desk.now() + timedelta(days=days)
        return replace(desk, now=lambda: at)

    match number % 5:
        case 0:
            feedback.sort(on(1), code, Sorting.OTHERS, to_agency="Sở Tư pháp")
        case 1:
            feedback.sort(on(2), code, Sorting.NOT_OF_KIND, reason="Không thuộc phạm vi")
        case 2 | 3:
            feedback.sort(on(1), code, Sorting.OWN)
            days = 5 if number % 5 == 2 else 40
            feedback.answer(on(days), code, "Đã xem xét.", late_reason="Chờ xác minh.", upheld=number % 2 == 0)


def _later(dice: random.Random, dossier: Dossier, now: datetime, share: float) -> datetime:
    due = dossier.due_at or dossier.received_at + timedelta(days=4)
    return min(dossier.received_at + (due - dossier.received_at) * share + timedelta(minutes=2), now)


def _go_on(desk: Desk, dice: random.Random, dossier: Dossier, fate: str) -> None:
    code = dossier.code
    match fate:
        case "open":
            return
        case "refused":
            casework.refuse(desk, code, "Không thuộc thẩm quyền")
        case "waiting":
            casework.ask_for_supplements(desk, code, ["Giấy chứng sinh"], "Thiếu giấy tờ")
        case "obligation":
            casework.ask_for_obligation(desk, code, "Nộp thuế thu nhập cá nhân", 1_250_000)
        case "stopped":
            casework.stop(desk, code, "Chờ kết luận thanh tra", "Nguyễn Văn Trưởng")
        case "withdrawn":
            casework.withdraw(desk, code, "Công dân không còn nhu cầu")
        case _:
            casework.hand_over(desk, code, "Phòng Văn hóa – Xã hội", "Lê Văn Thử")
            file = PDF if dice.random() < 0.7 else None
            named = ResultNamed(name="Kết quả giải quyết", code="KQ.G15.000031" if file else "", file=file)
            casework.take_results(desk, code, [named])
            if fate == "returned":
                payload = ResultReturned(
                    results=(0,),
                    method=DeliveryMethod.COUNTER,
                    recipient=dossier.owner.name,
                    identity_number="040190001234",
                )
                casework.return_results(desk, code, payload)
