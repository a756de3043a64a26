"""What citizens told the desks, as rows for officials: feedback, and how they were served. Written with the entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, select

from counter_app.dossier.acts import ANSWER_SURVEY
from counter_app.dossier.acts.papers import GIVE_PAPER
from counter_app.dossier.clock import midnight
from counter_app.dossier.codes import is_feedback, is_survey
from counter_app.dossier.feedback import Feedback, fold_feedback
from counter_app.dossier.journal import Entry, UnknownPayload
from counter_app.dossier.payloads.papers import PaperGiven
from counter_app.dossier.plain import plain
from counter_app.dossier.survey import OCCASIONS, fold_survey
from counter_app.province.statements import insert_missing, insert_or_change
from counter_app.province.tables import entries, feedback, survey_answers, survey_slips

_WORDS = 4000  # letters kept of what feedback is found by
_ROW = ("number", "state", "sorting", "matter", "sender", "content", "words", "to_agency")
_MOMENTS = ("taken_at", "due_at", "settled_at", "published")


def keep_heard(db: Connection, agency: str, new: Sequence[Entry]) -> None:
    """Rows of what is new among an office's entries, which are kept already."""
    slips = list(_slips(agency, new))
    insert_missing(db, survey_slips, slips)
    insert_missing(db, survey_answers, list(_answers(agency, new)))
    codes = {entry.dossier for entry in new if is_feedback(entry.dossier)}
    if not codes:
        return
    known: dict[str, list[Entry]] = {}
    wanted = select(*(entries.c[name] for name in Entry.model_fields)).where(entries.c.dossier.in_(codes))
    for row in db.execute(wanted).mappings():
        known.setdefault(row["dossier"], []).append(Entry.model_validate(dict(row), strict=False))
    rows = [feedback_row(agency, found) for code in sorted(codes) if (found := fold_feedback(known.get(code, [])))]
    insert_or_change(db, feedback, rows, *_ROW, *_MOMENTS)


def feedback_row(agency: str, found: Feedback) -> dict[str, Any]:
    """The row of one feedback."""
    taken, sender, settled = found.taken, found.taken.sender, found.settled_at
    said = f"{found.number} {sender.name} {sender.phone} {sender.address} {taken.dossier} {taken.text}"
    return {
        "dossier": found.code,
        "agency": agency,
        "number": found.number,
        "state": found.state.value,
        "sorting": found.sorted.sorting.value if found.sorted else "",
        "matter": taken.matter.value,
        "sender": _clean(sender.name),
        "content": _clean(taken.text),
        "words": _clean(plain(said))[:_WORDS],
        "to_agency": _clean(found.sorted.to_agency) if found.sorted else "",
        "taken_at": int(found.taken_at.timestamp()),
        "due_at": int(found.due_at.timestamp()),
        "settled_at": int(settled.timestamp()) if settled else None,
        "published": len(found.published),
    }


def _slips(agency: str, new: Sequence[Entry]) -> Iterator[dict[str, Any]]:
    for entry in new:
        if entry.kind != GIVE_PAPER.kind or '"slip":""' in (entry.payload or '"slip":""'):
            continue
        try:
            paper = entry.read()
        except UnknownPayload:
            continue
        if isinstance(paper, PaperGiven) and paper.slip and paper.form in OCCASIONS:
            occasion, at = OCCASIONS[paper.form].value, int(entry.at.timestamp())
            yield {"mark": paper.slip, "agency": agency, "occasion": occasion, "at": at}


def _answers(agency: str, new: Sequence[Entry]) -> Iterator[dict[str, Any]]:
    """The first answer that came under a code; what came after it under the same code changes nothing."""
    for entry in new:
        if entry.kind != ANSWER_SURVEY.kind or not is_survey(entry.dossier):
            continue
        if survey := fold_survey([entry]):
            for answer in {item.question: item for item in survey.said.answers}.values():
                yield {
                    "survey": survey.code,
                    "question": answer.question,
                    "points": answer.points,
                    "agency": agency,
                    "occasion": survey.said.occasion.value,
                    "slip": int(survey.said.slip),
                    "asked_on": midnight(survey.asked_on),
                }


def _clean(text: str) -> str:
    return text.replace("\0", "")
