"""A household business at the desk of 20 November 2026, and the desk at other moments."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from counter_app.desk import receiving
from counter_app.desk.desk import Desk
from counter_app.dossier.applicants import Party
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.describing import describe
from counter_app.dossier.draft import PersonTyped
from counter_app.dossier.fold import fold
from counter_app.dossier.payloads.results import ResultReturned
from counter_app.dossier.states import DeliveryMethod
from counter_app.language import translate
from tests.conftest import filled

SIGNER = "Lê Văn Mẫu"
OWNER = "Đặng Thị Hường"
TAKEN = ResultReturned(results=(0,), method=DeliveryMethod.COUNTER, recipient=OWNER, identity_number="040190001234")


def at(text: str) -> datetime:
    """The moment in Vietnam."""
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def on(desk: Desk, moment: str) -> Desk:
    """The same desk with its clock at another moment."""
    return replace(desk, now=lambda: at(moment))


def received(desk: Desk, procedure: str = "1.001612", *keys: str) -> str:
    """A household business on Friday at nine: three working days, so due on Thursday at nine."""
    desk = on(desk, "2026-11-20 09:00")
    draft = filled(desk.new_draft(), procedure, *(keys or ("giay-de-nghi",)))
    desk.keep_draft(draft)
    return receiving.receive(desk, draft.id).code


def told(desk: Desk, code: str) -> str:
    """The newest entry as the timeline has it."""
    entries = desk.store.entries.of_dossier(code)
    return describe(entries[-1], fold(entries).dossier).in_full(lambda context, text: translate(context, text, "en"))


def married(desk: Desk, *keys: str) -> str:
    """A marriage was received; of the two sides each is an owner."""
    draft = filled(on(desk, "2026-11-20 09:00").new_draft(), "1.000894", *keys)
    he = PersonTyped(name="Trần Văn Mẫu", sex="Nam", party=Party.MALE, address="Khối 5, phường Sao Mai, tỉnh Nghệ An")
    she = draft.owner.model_copy(update={"party": Party.FEMALE})
    desk.keep_draft(draft.model_copy(update={"owner": she, "co_owners": (he,)}))
    return receiving.receive(on(desk, "2026-11-20 09:00"), draft.id).code
