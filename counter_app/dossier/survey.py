"""What citizens say of how they were served, and the slips that ask them (TT 01/2018/TT-VPCP art. 12).

A slip bears a token that is drawn from the dossier by a one-way function, one for each occasion. The journal keeps the
mark of the token with the paper, and what was answered under a code that is drawn from the mark: asked once, counted
once, wherever and however often the answer is sent, and the answer names neither person nor dossier.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from counter_app.dossier.codes import day_of, survey_code
from counter_app.dossier.feedback import Feedback, Papered
from counter_app.dossier.fold import in_order
from counter_app.dossier.guidance import GuidanceCase
from counter_app.dossier.journal import Entry, UnknownPayload
from counter_app.dossier.payloads.survey import SurveyAnswered
from counter_app.dossier.states import Occasion

OCCASIONS = {
    "receipt": Occasion.RECEIPT,
    "residence_receipt": Occasion.RECEIPT,
    "certification_receipt": Occasion.RECEIPT,
    "slip": Occasion.RECEIPT,
    "supplement_request": Occasion.SUPPLEMENT,
    "refusal": Occasion.REFUSAL,
    "return_note": Occasion.RESULT,
}
"""The papers that ask, each with its occasion."""
_TOKEN, _MARK = 12, 16  # bytes


@dataclass(frozen=True)
class Survey:
    """What a citizen said, as its first entry has it. `asked_on` is the day on which a slip asked them, or theirs."""

    code: str
    agency: str
    asked_on: date
    said: SurveyAnswered


def slip_token(one: Papered, form: str) -> str:
    """What the slip on this paper leads to; "" where the paper has none."""
    if isinstance(one, Feedback) or form not in OCCASIONS:
        return ""
    secret = one.code if isinstance(one, GuidanceCase) else one.look_up_token
    digest = hashlib.sha256(f"{OCCASIONS[form]} {secret}".encode()).digest()
    return base64.urlsafe_b64encode(digest[:_TOKEN]).decode()


def mark_of(token: str) -> str:
    """What the journal keeps of a token."""
    return hashlib.sha256(token.encode()).digest()[:_MARK].hex()


def code_of(agency: str, asked_on: date, mark: str) -> str:
    """The code of the answer to what bore this mark, the same wherever it is given."""
    return survey_code(agency, asked_on, int(mark, 16))


def fold_survey(entries: Iterable[Entry]) -> Survey | None:
    """The answer that these entries make: the first, whatever was sent after it; None where none can be read."""
    for entry in in_order(entries):
        try:
            payload = entry.read()
        except UnknownPayload:
            continue
        if isinstance(payload, SurveyAnswered):
            return Survey(entry.dossier, entry.dossier.rpartition("-")[0][:-7], day_of(entry.dossier), payload)
    return None
