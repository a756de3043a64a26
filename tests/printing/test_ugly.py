"""Every form, made from what people really type and paste: nothing breaks, overlaps, leaves the paper or gets lost.

A form that is registered is tested here without another line, as long as a dossier of this kind can be its subject.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pypdfium2 as pdfium
import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from counter_app.dossier.feedback import Answered, Feedback, Sorted
from counter_app.dossier.life import (
    DueCause,
    DueChange,
    HandOver,
    LostReceipt,
    Pause,
    PauseKind,
    Result,
    Return,
    StopRequest,
)
from counter_app.dossier.model import Component, Dossier, Person, Term
from counter_app.dossier.money import CertifiedDocument, FeeDue, FeeReceipt
from counter_app.dossier.payloads.feedback import FeedbackTaken, Sender
from counter_app.dossier.states import DeliveryMethod, FeedbackMatter, FeedbackWay, PayMethod, Sorting, Status
from counter_app.procedures.control_sheet import ControlLine, Outcome
from printing.errors import CannotFit
from printing.form_list import FORMS
from printing.forms.context import FormContext
from printing.layout.heads import Letterhead
from printing.layout.printable import printable
from tests.printing.conftest import AT
from tests.printing.reading import assert_fonts_embedded, assert_inside_margins, assert_no_overlaps

EDGE = 6.0
"""Points from the paper's edge that even a slip keeps free."""
OF_FEEDBACK = {"feedback_receipt", "feedback_transfer", "feedback_answer"}
ONE_SHEET = {"fee_receipt"}
"""Forms of one sheet, which may say that a text does not fit; all others have to take it."""

NASTY = [
    "Nguyễn Thị " + "Khuếch Trương " * 13,
    "KhôngCóDấuCáchNàoCả" * 10,
    "Đặng\nThị\r\nHường\tem",
    "ê\u0306 z\u0301\u0301\u0301 e\u0323\u0302",
    "\u202eHường\u202c محمد بن علي משה",
    "👩‍👧‍👦🙂 王小明 Hường",
    "<b>Hường</b> & 'Mai' {name} %s \\n",
    "\u200b\ufeff",
    "WWWWWWWW MMMMMMMM " * 11,
]
UGLY = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=120),
    st.text("aệƯđ \u0301\u0323\u202e\u200f🙂ש<&>{}□—…\n", min_size=1, max_size=200),
).map(lambda text: text[:200])


@st.composite
def dossiers(draw: st.DrawFn, plain: Dossier) -> Dossier:
    """The plain dossier with ugly texts everywhere, and a life that gives every form something to say."""
    ugly = lambda: draw(UGLY)  # noqa: E731 – read as a word below
    at = plain.received_at
    days = [at + timedelta(days=day) for day in range(10)]
    count = draw(st.sampled_from([0, 1, 3, 40]))
    person = Person(name=ugly(), address=ugly(), phone=ugly()[:40], email=ugly()[:60], identity_number=ugly()[:20])
    paid = FeeReceipt(
        series=f"01BLP2-001 {ugly()[:12]}",
        number=7,
        kind="phi",
        amount=20_000,
        method=PayMethod.CASH,
        payer=person.name,
        at=days[0],
        clerk=ugly(),
    )
    returned = Return(at=days[9], method=DeliveryMethod.COUNTER, recipient=person.name, phone=ugly()[:40], clerk=ugly())
    changes: dict[str, Any] = {
        "owner": person,
        "submitter": draw(st.sampled_from([None, person])),
        "procedure_name": ugly(),
        "batch": "x",
        "clerk": ugly(),
        "note": ugly(),
        "status": Status.NOT_ACCEPTED,
        "status_reason": ugly(),
        "components": tuple(Component(key=str(number), name=ugly(), originals=1) for number in range(count)),
        "certified": (CertifiedDocument(name=ugly(), pages=2, copies=3, fee=18_000),),
        "fees": (FeeDue(name=ugly(), kind="phi", amount=20_000, full=30_000, exemption=ugly()),),
        "next_term": draw(st.sampled_from([None, Term(amount=5, unit="working_days")])),
        "pauses": (
            Pause(
                kind=PauseKind.SUPPLEMENT,
                began_at=days[1],
                ended_at=days[2],
                reason=ugly(),
                asked=(ugly(), ugly()),
                deadline=days[3],
                before=Status.IN_PROCESS,
            ),
            Pause(kind=PauseKind.STOP, began_at=days[5], reason=ugly(), before=Status.IN_PROCESS),
        ),
        "due_changes": tuple(
            DueChange(
                cause=cause,
                before=days[3 + nth],
                after=days[4 + nth],
                at=days[2 + nth],
                reason=ugly(),
                signer=ugly(),
                clerk=ugly(),
            )
            for nth, cause in enumerate((DueCause.SUPPLEMENT, DueCause.EXTENSION))
        ),
        "hand_overs": (
            HandOver(from_unit=ugly(), to_unit=ugly(), given_by=ugly(), taken_by=ugly(), at=days[1], due_at=days[2]),
        ),
        "results": (Result(name=ugly(), number=ugly()[:40], arrived_at=days[8], returned=returned),),
        "fee_receipts": (paid,),
        "stop_request": StopRequest(at=days[6], reason=ugly(), asked_by=person.name, request=ugly(), signer=ugly()),
        "lost_receipts": (LostReceipt(at=days[7], declared_by=person.name, checked=ugly(), clerk=ugly()),),
        "returned_at": days[9],
    }
    return plain.model_copy(update=changes)


@pytest.mark.parametrize("form", sorted(FORMS.keys() - OF_FEEDBACK))
@settings(
    max_examples=4,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_ugly_data_neither_breaks_nor_overlaps_nor_gets_lost(
    form: str, data: st.DataObject, dossier: Dossier, context: Callable[..., FormContext], letterhead: Letterhead
) -> None:
    ugly = data.draw(dossiers(dossier))
    if form == "withdrawal_note":
        ugly = ugly.model_copy(update={"status": Status.WITHDRAWN})
    if form == "residence_receipt":
        ugly = ugly.model_copy(update={"receipt_form": form})
    office = replace(letterhead, agency=data.draw(UGLY), place=data.draw(UGLY)[:40], notes=(data.draw(UGLY),))
    unit, at = data.draw(UGLY), ugly.received_at
    control = ControlLine(unit, at, at, ugly.clerk, ugly.clerk, 8, Outcome.LATE, data.draw(UGLY))
    found = FORMS[form].subjects(ugly)
    assume(found)  # a form that no such dossier has is told by Hypothesis: give the dossier above what it is about
    subjects = (ugly, dossier) if FORMS[form].of_several else (ugly,)
    for about in {found[0], found[-1]}:
        try:
            pdf = FORMS[form].make(context(*subjects, office=office, about=about, control=(control,), clerk=ugly.clerk))
        except CannotFit:
            assert form in ONE_SHEET
            continue
        assert_stands(pdf, ugly.owner.name)


@st.composite
def feedback(draw: st.DrawFn) -> Feedback:
    """Feedback that was passed on and answered, with ugly texts everywhere."""
    ugly = lambda: draw(UGLY)  # noqa: E731 – read as a word below
    taken = FeedbackTaken(
        agency="H41.99",
        year=2026,
        number=1,
        way=FeedbackWay.SPOKEN,
        matter=draw(st.sampled_from(FeedbackMatter)),
        sender=Sender(name=ugly(), address=ugly(), phone=ugly()[:40], email=ugly()[:60]),
        text=ugly(),
        dossier=ugly()[:64],
        sort_by=AT,
        answer_by=AT,
    )
    put = Sorted(Sorting.OTHERS, ugly(), ugly(), AT, ugly())
    return Feedback("", taken, AT, ugly(), sorted=put, answered=Answered(ugly(), ugly(), None, ugly(), AT, ugly()))


@pytest.mark.parametrize("form", sorted(OF_FEEDBACK))
@settings(
    max_examples=4,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(about=feedback())
def test_ugly_feedback_neither_breaks_nor_overlaps_nor_gets_lost(
    form: str, about: Feedback, context: Callable[..., FormContext]
) -> None:
    assert_stands(FORMS[form].make(context(feedback=about)), about.taken.sender.name)


def assert_stands(pdf: bytes, name: str) -> None:
    """Inside the paper, with nothing over anything else, and the name is on it."""
    assert_inside_margins(pdf, EDGE, EDGE, EDGE, EDGE)
    assert_no_overlaps(pdf)
    assert_fonts_embedded(pdf)
    assert squeezed(printable(name)) in squeezed(text_of(pdf))


def text_of(pdf: bytes) -> str:
    return " ".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(pdf))


def squeezed(text: str) -> str:
    """Without spaces, which lines and pages break, and without what a reader of PDF puts in their place; it writes ﬁ as
    two letters."""
    return re.sub(r"[\s\ufffe-]|[\u0300-\u036f]", "", unicodedata.normalize("NFKC", text))
