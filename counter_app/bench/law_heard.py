"""What the citizens of those dossiers said: each was asked with the receipt, each third answered, each hundredth had
something to say.

Projected by the journal's own functions; the feedback has its entries, for the register reads them.
"""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import Any

from counter_app.dossier.codes import feedback_code, survey_code
from counter_app.dossier.feedback import fold_feedback
from counter_app.dossier.journal import Entry, write
from counter_app.dossier.model import Dossier, PaperHandedOut
from counter_app.dossier.payloads.feedback import FeedbackAnswered, FeedbackSorted, FeedbackTaken, Sender
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.payloads.survey import SurveyAnswer as Said
from counter_app.dossier.payloads.survey import SurveyAnswered
from counter_app.dossier.states import FeedbackMatter, FeedbackWay, Occasion, Sorting
from counter_app.dossier.survey import Survey
from counter_app.dossier.value import FileRef
from counter_app.store import feedback, survey_slips, surveys
from counter_app.store.store import Store
from counter_app.store.survey_slips import Asked

_ANSWERED, _FEEDBACK = 3, 100  # one of so many
_FRAME: dict[str, Any] = {"desk": "H41.99:2", "clerk": "Lê Thị Mẫu", "after": None, "salt": ""}
_QUESTIONS = ("satisfaction", "attitude", "contacts")
_PAPER = FileRef(sha256="0" * 64, media_type="application/pdf", size=1)
_DAYS = 6 * 365


def ask(store: Store, number: int, dossier: Dossier) -> None:
    """The slip of a dossier's receipt, and what was answered to it."""
    at, asked = dossier.received_at, Asked(dossier.agencies.receiving, dossier.field, dossier.procedure)
    paper = PaperHandedOut(form="receipt", file=_PAPER, at=at, print_number=1, slip=f"{number * 2654435761:032x}")
    survey_slips.project(store.db, dossier.code, asked, [paper])
    if number % _ANSWERED:
        return
    answers = tuple(Said(question=key, points=(number // place) % 3) for place, key in enumerate(_QUESTIONS, 3))
    said = SurveyAnswered(occasion=Occasion.RECEIPT, field=dossier.field, slip=True, answers=answers)
    code = survey_code(asked.agency, at.date(), number)
    surveys.project(store.db, number, Survey(code, asked.agency, at.date(), said), own_sequence=0)


def hear(store: Store, number: int, until: datetime) -> None:
    """Feedback beside so many dossiers, evenly over their years, most of it settled."""
    chance, count = random.Random(7), number // _FEEDBACK + 1
    sequence = 0
    with store.transaction():
        for nth in range(1, count + 1):
            at = until - timedelta(days=_DAYS) * (count - nth) / count
            code = feedback_code("H41.99", at.date(), nth * 7919)
            entries: list[Entry] = []
            for step, (days, payload) in enumerate(_life(chance, nth, at), 1):
                sequence += 1
                moment = at + timedelta(days=days)
                made = write(payload, dossier=code, step=step, **_FRAME, at=moment)
                entries.append(made.model_copy(update={"sequence": sequence}))
            first, *_ = [_insert(store, entry) for entry in entries]
            if found := fold_feedback(entries):
                feedback.project(store.db, first, found, own_sequence=0)


def _life(chance: random.Random, nth: int, at: datetime) -> list[tuple[int, Payload]]:
    """What is written of it, and how many days after it came."""
    taken = FeedbackTaken(
        agency="H41.99",
        year=at.year,
        number=nth,
        way=chance.choice(tuple(FeedbackWay)),
        matter=chance.choice(tuple(FeedbackMatter)),
        sender=Sender(name=f"Người gửi {nth}", address="Xóm 1, xã Yên Sơn", phone="0900000000"),
        text=f"Nội dung phản ánh thứ {nth}, về việc phải đi lại nhiều lần.",
        sort_by=at + timedelta(days=7),
        answer_by=at + timedelta(days=14),
    )
    sorting = chance.choice((Sorting.OWN, Sorting.OWN, Sorting.OTHERS))
    to = "Sở Tư pháp" if sorting is Sorting.OTHERS else ""
    told: list[tuple[int, Payload]] = [(0, taken), (2, FeedbackSorted(sorting=sorting, to_agency=to))]
    if sorting is Sorting.OWN and chance.random() < 0.95:
        told.append((chance.randint(3, 18), FeedbackAnswered(text="Đã xem xét, trả lời.")))
    return told


def _insert(store: Store, entry: Entry) -> int:
    names = list(Entry.model_fields)
    values = [entry.at.isoformat() if name == "at" else getattr(entry, name) for name in names]
    marks = ", ".join("?" * len(names))
    return int(store.db.execute(f"INSERT INTO entries ({', '.join(names)}) VALUES ({marks})", values).lastrowid or 0)
