"""Whether a desk of ours can have written an entry: the province and the other desks ask alike."""

from __future__ import annotations

from datetime import datetime

from pydantic_core import from_json

from counter_app.dossier import bounds
from counter_app.dossier.acts import (
    ACTS,
    BORROW,
    DELETE_FILES,
    DRAW_SAMPLE,
    SIGN_EVALUATION,
    files_in,
    kinds_with_files,
)
from counter_app.dossier.acts.accounts import CHANGE_KEY, CHANGE_ROLES, OPEN_ACCOUNT, SET_SECRET
from counter_app.dossier.acts.feedback import TAKE_FEEDBACK
from counter_app.dossier.acts.guidance import GUIDE
from counter_app.dossier.acts.survey import ANSWER_SURVEY
from counter_app.dossier.codes import CODE, ONLINE_FROM, is_account, is_dossier, is_feedback, is_survey
from counter_app.dossier.journal import PROVINCE, Entry, UnknownPayload
from counter_app.dossier.value import FileRef

LARGEST = 2**31 - 1  # of a step, and of a sequence: what the columns of any database hold
_LONGEST = 64  # letters of a kind
_DIGITS = 7  # of a dossier's number of the day
_LARGEST_FILE = 2**53  # bytes
_RECEIVED, _FILED = "received", "filed_online"
_FIRST = (
    *(_RECEIVED, _FILED, GUIDE.kind, OPEN_ACCOUNT.kind, DELETE_FILES.kind),
    *(TAKE_FEEDBACK.kind, ANSWER_SURVEY.kind, SIGN_EVALUATION.kind, BORROW.kind, DRAW_SAMPLE.kind),
)
_OF_ACCOUNTS = (OPEN_ACCOUNT.kind, CHANGE_ROLES.kind, SET_SECRET.kind, CHANGE_KEY.kind)


def impossible(entry: Entry) -> str:
    """Why no desk of ours, nor the province, can have written the entry, for a technician; "" where one can.

    Whether it follows what is here only who has its dossier can tell.
    """
    return _of_its_place(entry) or _of_its_frame(entry) or _of_its_content(entry)


def files_named(entry: Entry) -> tuple[FileRef, ...]:
    """The files the entry wants to be at the province. Only the kinds that name files are read."""
    if entry.kind not in kinds_with_files():
        return ()
    try:
        return files_in(entry.read())
    except UnknownPayload:
        return ()  # a newer desk: kept, and asked for once the server is updated


def _of_its_place(entry: Entry) -> str:
    code = CODE.match(entry.dossier) if entry.dossier.isascii() else None
    agency, _, number = entry.desk.rpartition(":")
    if code is None or (entry.desk != PROVINCE and code["agency"] != agency):
        return "a dossier of another office"
    if not _is_day(code["day"]) or (len(code["number"]) > _DIGITS and is_dossier(entry.dossier)):
        return "a code that no desk draws"
    if entry.kind == _FILED and entry.desk != PROVINCE:
        return "filed online at a desk"
    if entry.step == 1 and entry.kind in ACTS and entry.kind not in _FIRST:
        return "a first step that begins nothing"
    if is_account(entry.dossier) != (entry.kind in _OF_ACCOUNTS) and entry.kind in ACTS:
        return "of an account, or of none"
    if is_feedback(entry.dossier) < (entry.kind == TAKE_FEEDBACK.kind):
        return "feedback under another code"
    if is_survey(entry.dossier) != (entry.kind == ANSWER_SURVEY.kind) and entry.kind in ACTS:
        return "of a survey, or of none"
    if entry.kind != _RECEIVED:
        return ""
    if entry.step != 1 and int(code["number"]) <= ONLINE_FROM:  # only what was filed online came before its receipt
        return "received at a later step"
    if not number.isdecimal() or int(code["number"]) < int(number):
        return "a code of another desk"  # its own numbers begin with its place among the office's desks
    return ""


def _is_day(digits: str) -> bool:
    try:
        datetime.strptime(digits, "%y%m%d")
    except ValueError:
        return False
    return True


def _of_its_frame(entry: Entry) -> str:
    if max(entry.step, entry.sequence) > LARGEST or len(entry.kind) > _LONGEST:
        return "out of bounds"
    if len(entry.clerk) > bounds.LONGEST_NAME:
        return "a name out of bounds"
    if bounds.has_strange_letters(entry.clerk) or bounds.has_strange_letters(entry.kind):
        return "a letter that is none"
    if entry.at.year not in bounds.WRITTEN:
        return "a year out of bounds"
    return ""


def _of_its_content(entry: Entry) -> str:
    if entry.payload is None:
        return ""
    if fault := bounds.fault_of(entry.payload):
        return fault
    try:
        content = from_json(entry.payload, allow_inf_nan=False)
    except ValueError:
        return "no content"
    if not isinstance(content, dict) or content.get("kind") != entry.kind:
        return "another content than it says"
    if any(file.size > _LARGEST_FILE for file in files_named(entry)):
        return "out of bounds"
    return ""
