"""Lives of dossiers for these tests: told step by step, or made at random from what the fold allows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from counter_app.dossier import acts
from counter_app.dossier.acts import possible
from counter_app.dossier.acts.act import Act
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.correctable import correctable
from counter_app.dossier.fold import fold
from counter_app.dossier.journal import Entry, write
from counter_app.dossier.life import ResultNamed
from counter_app.dossier.model import Agencies, Component, Dossier, Person, Reuse, Term
from counter_app.dossier.money import FeeDue
from counter_app.dossier.payloads.after import (
    Corrected,
    NoteWritten,
    PageTakenOut,
    PapersAdded,
    ReceiptLost,
    ReceivingCancelled,
)
from counter_app.dossier.payloads.business import (
    Extended,
    HandedOver,
    Refused,
    Resumed,
    StageBegun,
    StatusChanged,
    Stopped,
    StoppedAtRequest,
    Withdrawn,
)
from counter_app.dossier.payloads.money import FeeReceiptCancelled, FeeReceiptIssued, PaymentRecorded
from counter_app.dossier.payloads.papers import ComponentDigitised, ComponentReused, Received
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.payloads.results import ResultReturned, ResultsArrived
from counter_app.dossier.payloads.waiting import (
    ObligationMet,
    ObligationRequested,
    SupplementReceived,
    SupplementRequested,
)
from counter_app.dossier.roles import Task
from counter_app.dossier.states import Channel, DeliveryMethod, IdentityKind, PauseMode, Payment, PayMethod, Status
from counter_app.dossier.value import FileRef
from counter_app.province.national.case import Case, case_of

CODE = "H41.99-261120-0001"
NINE = datetime(2026, 11, 20, 9, 0, tzinfo=VIETNAM)
CLERK = "Trần Thị Mẫu"


def file(letter: str) -> FileRef:
    return FileRef(sha256=letter * 64, size=1000, media_type="application/pdf")


def url_of(sha256: str) -> str:
    return f"https://counter.example/files/{sha256}"


def building_permit(**changes: Any) -> Received:
    """A building permit as received at the counter, to be decided by the ward in fifteen working days."""
    facts: dict[str, Any] = {
        "procedure": "1.013225",
        "procedure_name": "Cấp giấy phép xây dựng nhà ở riêng lẻ",
        "procedure_version": "1",
        "field": "Hoạt động xây dựng",
        "agencies": Agencies(
            receiving="H41.99",
            competent="H41.99",
            receiving_name="Bộ phận Một cửa phường Sao Mai",
            competent_name="UBND phường Sao Mai",
        ),
        "owner": Person(
            name="Đặng Thị Hường",
            identity_kind=IdentityKind.CITIZEN,
            identity_number="040190001234",
            phone="0912000123",
            email="huong@example.vn",
        ),
        "components": (
            Component(key="don", name="Đơn đề nghị cấp giấy phép xây dựng", originals=1),
            Component(key="ban-ve", name="Bản vẽ thiết kế", originals=2, copies=1),
        ),
        "fees": (FeeDue(name="Lệ phí cấp giấy phép xây dựng", kind="le_phi", amount=75_000),),
        "term": Term(amount=15, unit="working_days"),
        "due_at": NINE + timedelta(days=21),
        "look_up_token": "token",
    }
    return Received(**(facts | changes))


@dataclass
class Life:
    """A dossier's entries as they come, each a while after the one before."""

    code: str = CODE
    at: datetime = NINE
    entries: list[Entry] = field(default_factory=list)

    def then(self, *payloads: Payload, hours: float = 1, clerk: str = CLERK) -> Life:
        """More happens, `hours` after what was before."""
        for payload in payloads:
            if self.entries:
                self.at += timedelta(hours=hours)
            after = self.entries[-1] if self.entries else None
            step = len(self.entries) + 1
            self.entries.append(
                write(
                    payload,
                    dossier=self.code,
                    step=step,
                    desk="H41.99:1",
                    clerk=clerk,
                    at=self.at,
                    after=after,
                    salt="salt",
                )
            )
        return self

    @property
    def case(self) -> Case:
        case = case_of(self.entries)
        assert case is not None
        return case


def told(*payloads: Payload, **received: Any) -> Life:
    """A building permit and what came after its receipt."""
    return Life().then(building_permit(**received)).then(*payloads)


# Lives made at random

TEXT = st.text(
    st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyÁẢÃẠ\u0301\u0309 \n\t\"'<>&|;0123456789€😀"), max_size=30
).map(lambda text: text * 1)
LONG = st.one_of(TEXT, st.integers(900, 1300).map(lambda many: "Đề nghị\u0301 " * (many // 8)), st.just("ả" * 5000))
NAME = LONG.map(lambda text: text or "x")
FILES = st.sampled_from("abcdef").map(file)
NUMBER = st.sampled_from(
    ["", "040190001234", "187123456", "B1234567", "000000001", "12345", "０４０１９０００１２３４"]
)
LATER = st.integers(1, 60 * 24 * 40).map(lambda minutes: NINE + timedelta(minutes=minutes))
MAYBE_LATER = st.none() | LATER


@st.composite
def received(draw: st.DrawFn) -> Received:
    owner = Person(
        name=draw(NAME)[:200],
        identity_kind=draw(st.sampled_from(IdentityKind)),
        identity_number=draw(NUMBER),
        phone=draw(TEXT),
        email=draw(TEXT),
    )
    kinds = ["phi", "le_phi"]
    fees = tuple(
        FeeDue(name=draw(NAME), kind=draw(st.sampled_from(kinds)), amount=draw(st.integers(0, 10**9)))
        for _ in range(draw(st.integers(0, 2)))
    )
    return building_permit(
        owner=owner,
        channel=draw(st.sampled_from(Channel)),
        delivery_method=draw(st.sampled_from(DeliveryMethod)),
        procedure_name=draw(NAME),
        field=draw(TEXT),
        agencies=Agencies(receiving="H41.99", competent="H41", competent_name=draw(TEXT), receiving_name=draw(TEXT)),
        components=tuple(
            Component(key=key, name=draw(NAME), originals=draw(st.integers(0, 3)), copies=draw(st.integers(0, 2)))
            for key in ("don", "ban-ve")
        ),
        fees=fees,
        due_at=draw(MAYBE_LATER),
        next_term=draw(st.none() | st.just(Term(amount=3, unit="working_days"))),
        note=draw(LONG),
    )


def _act(draw: st.DrawFn, act: Act, dossier: Dossier) -> Payload:
    """A payload for an act the dossier allows."""
    reason, due = draw(TEXT), draw(MAYBE_LATER)
    makers: dict[Act, Callable[[], Payload]] = {
        acts.REFUSE: lambda: Refused(reason=reason),
        acts.ASK_SUPPLEMENT: lambda: SupplementRequested(items=(draw(NAME), draw(TEXT)), reason=reason),
        acts.TAKE_SUPPLEMENT: lambda: SupplementReceived(
            components=(Component(key="them", name=draw(NAME), originals=1),),
            mode=draw(st.sampled_from(PauseMode)),
            due_at=due,
        ),
        acts.ASK_OBLIGATION: lambda: ObligationRequested(reason=reason, amount=1000),
        acts.CONFIRM_OBLIGATION: lambda: ObligationMet(mode=PauseMode.SHIFT, due_at=due),
        acts.HAND_OVER: lambda: HandedOver(from_unit="Một cửa", to_unit=draw(NAME), given_by="a", note=reason),
        acts.EXTEND: lambda: Extended(due_at=draw(LATER), reason=reason, signer="Nguyễn Văn Ký"),
        acts.STOP: lambda: Stopped(reason=reason),
        acts.STOP_AT_REQUEST: lambda: StoppedAtRequest(reason=reason, asked_by=draw(TEXT)),
        acts.RESUME: lambda: Resumed(reason=reason, due_at=due),
        acts.WITHDRAW: lambda: Withdrawn(reason=reason),
        acts.TAKE_RESULTS: lambda: ResultsArrived(
            results=(ResultNamed(name=draw(NAME), code="KQ.G02.000001", file=draw(st.none() | FILES)),),
            complete=draw(st.booleans()),
        ),
        acts.BEGIN_STAGE: lambda: StageBegun(stage=2, term=Term(amount=3, unit="working_days"), due_at=due),
        acts.RETURN_RESULTS: lambda: ResultReturned(
            results=tuple(range(len(dossier.results))) or (0,),
            method=draw(st.sampled_from(DeliveryMethod)),
            recipient=draw(TEXT),
            post_bill=draw(TEXT),
        ),
        acts.TAKE_FEE: lambda: FeeReceiptIssued(
            series="S",
            number=len(dossier.fee_receipts) + 1,
            fee_kind=draw(st.sampled_from(["phi", "le_phi"])),
            amount=draw(st.integers(0, 10**6)),
            method=draw(st.sampled_from(PayMethod)),
            payer="a",
        ),
        acts.CANCEL_RECEIPT: lambda: FeeReceiptCancelled(series="S", number=1, reason="nhầm"),
        acts.REFUND: lambda: PaymentRecorded(payment=Payment.REFUNDED, method="tien-mat"),
        acts.CORRECT: lambda: _corrected(dossier, draw(NAME)[:200], reason),
        acts.CANCEL_RECEIVING: lambda: ReceivingCancelled(reason=reason, signer="Nguyễn Văn Ký"),
        acts.DECLARE_LOST: lambda: ReceiptLost(declared_by=draw(TEXT), checked=draw(TEXT)),
        acts.ADD_PAPERS: lambda: PapersAdded(components=(Component(key="sau", name=draw(NAME), originals=1),)),
        acts.TAKE_PAGE_OUT: lambda: PageTakenOut(
            paper="ket-qua:0" if dossier.results else dossier.components[0].key, pages=(), number=1, reason=reason
        ),
        acts.WRITE_NOTE: lambda: NoteWritten(text=draw(TEXT)),
    }
    return makers[act]()


def _corrected(dossier: Dossier, name: str, reason: str) -> Corrected:
    before = correctable(dossier)
    after = before.model_copy(update={"owner": before.owner.model_copy(update={"name": name})})
    return Corrected(before=before, after=after, reason=reason, signer="Nguyễn Văn Ký")


@st.composite
def lives(draw: st.DrawFn) -> Life:
    """Any life the fold can make: what the clerks may do, what the province says, scans, and what does not fit."""
    life = Life().then(draw(received()), clerk=draw(NAME))
    for _ in range(draw(st.integers(0, 9))):
        dossier = fold(life.entries).dossier
        assert dossier
        acts = possible(dossier, Task)
        kind = draw(st.integers(0, 9))
        payload: Payload
        if kind < 7 and acts:
            payload = _act(draw, draw(st.sampled_from(acts)), dossier)
        elif kind == 7:
            payload = StatusChanged(status=draw(st.sampled_from(Status)), reason=draw(TEXT))
        elif kind == 8:
            payload = ComponentDigitised(
                component=draw(st.sampled_from(["don", "ban-ve", "them"])), document=draw(FILES), pages=()
            )
        else:
            source = Reuse(dossier=CODE, from_result=draw(st.booleans()))
            payload = ComponentReused(component="don", document=draw(FILES), source=source)
        life.then(payload, hours=draw(st.integers(0, 100)), clerk=draw(NAME))
    return life
