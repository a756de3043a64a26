"""How sync stands, in a clerk's words: for the line below the window and for the screen of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.errors import CounterError
from counter_app.sync.errors import (
    CodeRefused,
    DeskRevoked,
    FileDiffers,
    NotEnrolled,
    ServerUnreachable,
    SyncFailure,
    TokenRefused,
    TooLarge,
    TooMany,
    UploadRefused,
)
from ui import words
from ui.theme import AMBER, GREEN, QUIET, RED, Ink

if TYPE_CHECKING:
    from counter_app.sync.status import SyncStatus
    from counter_app.sync.waiting import WaitingDossier

PASSING = (ServerUnreachable, TooMany)
"""Failures that end by themselves: shown, but nobody is called for them."""
_WANTS_CODE = (NotEnrolled, CodeRefused, TokenRefused, DeskRevoked)
_OF_ONE_FILE = (FileDiffers, UploadRefused, TooLarge)


@dataclass(frozen=True)
class Notice:
    """What there is to say in few words, in its colour, and what it means or what to do."""

    ink: Ink
    happened: str
    advice: str = ""


def state(status: SyncStatus | None, language: str, *, has_server: bool) -> Notice:
    """The one thing to know about sync now."""
    if not has_server:
        kept = _say("No server is set in this desk's profile; everything is kept here.")
        return Notice(QUIET, _say("No provincial server"), kept)
    if status is not None and status.paused:
        return Notice(AMBER, _say("Sending is paused"), _say("Everything is kept here until you go on."))
    if status is None or not status.online:
        failure = status.failure or status.files_failure if status else None  # whichever thread was refused first
        return _failing(failure, language) if failure else Notice(QUIET, _say("Connecting…"))
    return Notice(GREEN, _say("Online"), _say("The provincial server answers."))


def shortly(status: SyncStatus | None, language: str, *, has_server: bool) -> Notice:
    """For where there is room for one thing only: the state, or what is wrong although the exchange goes on."""
    found = problems(status, language) if status is not None and status.online and not status.paused else []
    return found[0] if found else state(status, language, has_server=has_server)


def wants_code(status: SyncStatus | None) -> bool:
    """Whether a new one-time code would let this desk in."""
    if status is None or status.online or status.paused:
        return False
    return isinstance(status.failure or status.files_failure, _WANTS_CODE)


def problems(status: SyncStatus | None, language: str) -> list[Notice]:
    """What does not go as it should although the exchange of entries does, the worst first."""
    if status is None:
        return []
    failure = status.files_failure
    if isinstance(failure, ServerUnreachable) or type(failure) is type(status.failure):
        failure = None  # the state says it, or the files' thread has not tried again yet
    found = [_failing(failure, language)] if failure else []
    found += [Notice(AMBER, trouble.happened(language), trouble.advice(language)) for trouble in status.troubles]
    if status.clock_is_off and status.clock_ahead is not None:
        found.append(_clock(status.clock_ahead))
    return found


def _failing(failure: CounterError, language: str) -> Notice:
    if isinstance(failure, ServerUnreachable):
        work = _say("Work goes on; everything is sent when the line is back.")
        return Notice(AMBER, _say("Offline"), work)
    ink = AMBER if isinstance(failure, TooMany) else RED
    return Notice(ink, failure.happened(language), failure.advice(language))


def _clock(ahead: timedelta) -> Notice:
    sentence = (
        _say("This computer's clock is {span} ahead of the province's.")
        if ahead > timedelta(0)
        else _say("This computer's clock is {span} behind the province's.")
    )
    advice = _say("Have it set right: papers printed here bear a wrong time. Nothing else is harmed.")
    return Notice(AMBER, sentence.format(span=_span(abs(ahead))), advice)


def waits(status: SyncStatus | None) -> str:
    """How much waits and since when; "" where nothing does."""
    if status is None or not (status.entries_waiting or status.files_waiting):
        return ""
    much = amount(status.entries_waiting, status.files_waiting, status.bytes_waiting)
    if status.waiting_since is None:
        return _say("Waiting to be sent: {what}").format(what=much)
    since = words.moment(status.waiting_since)
    return _say("Waiting to be sent: {what}, the oldest since {since}").format(what=much, since=since)


def amount(entries: int, files: int, size: int = 0) -> str:
    """So many entries and files, and how large these are: “3 entries, 2 files (4,1 MB)”."""
    parts = [_count("%n entries", entries)] if entries else []
    if files:
        parts.append(_count("%n files", files) + (f" ({bytes_text(size)})" if size else ""))
    return ", ".join(parts)


def contact(status: SyncStatus | None, address: str) -> str:
    """When the province last answered, when it is tried next, and where."""
    parts = []
    if status is not None and status.last_contact is not None:
        parts.append(_say("Last contact: {at}").format(at=words.moment(status.last_contact)))
    elif status is not None:
        parts.append(_say("No contact yet"))
    if status is not None and status.retry_at is not None and not status.paused:
        parts.append(_say("next try at {time}").format(time=f"{status.retry_at:%H:%M:%S}"))
    return " · ".join([*parts, address] if address else parts)


def why(line: WaitingDossier, status: SyncStatus | None, language: str, *, has_server: bool) -> str:
    """Why this dossier's entries or files are not there yet."""
    if not has_server or status is None or status.paused or not status.online:
        said = state(status, language, has_server=has_server)
        return said.happened
    if line.entries:
        return _say("Being sent")
    sending, failure = status.sending, status.files_failure
    if sending is not None and sending.file.dossier == line.code:
        return _say("File on its way: {percent} %").format(percent=_percent(sending.there, sending.file.size))
    if status.files_rest_until is not None:
        return _say("Files go from {time} on").format(time=f"{status.files_rest_until:%H:%M}")
    if failure is not None and _concerns(failure, line.code):
        return _failing(failure, language).happened
    return _say("Waits for its turn")


def sending_text(status: SyncStatus | None) -> str:
    """The file that is on the line, or from when on files go; "" where neither is."""
    if status is None or status.paused:
        return ""
    if (sending := status.sending) is not None:
        what = {"there": bytes_text(sending.there), "size": bytes_text(sending.file.size)}
        if not sending.file.dossier:
            return _say("Sending a file: {there} of {size}").format(**what)
        return _say("Sending a file of {code}: {there} of {size}").format(code=sending.file.dossier, **what)
    if status.files_waiting and status.files_rest_until is not None:
        at = words.moment(status.files_rest_until)
        return _say("Files go only in this desk's hours for them: from {at} on.").format(at=at)
    return ""


def aside_reason(reason: str) -> str:
    """Why an entry was put aside, as `counter_app.sync.exchange` writes it down."""
    said = {
        "another entry has its number": _say("Another entry with this number came before it"),
        "not what its hash says": _say("It was changed or damaged on its way"),
        "its dossier cannot be put together with it": _say("It does not fit the entries before it"),
    }
    return said.get(reason, reason)


def bytes_text(size: int) -> str:
    """A size in bytes for people, with a comma: 4,1 MB."""
    for limit, unit in ((10**9, "GB"), (10**6, "MB")):
        if size >= limit:
            return f"{size / limit:.1f} {unit}".replace(".", ",")
    return f"{max(size // 1000, 1 if size else 0)} KB"


def _concerns(failure: CounterError, code: str) -> bool:
    """Whether the failure keeps this dossier's files back: one of all files, or one of this dossier."""
    if isinstance(failure, _OF_ONE_FILE) or not isinstance(failure, SyncFailure):
        return failure.values.get("dossier") == code
    return True


def _percent(there: int, size: int) -> int:
    return 100 * there // size if size else 100


def _span(time: timedelta) -> str:
    minutes = int(time.total_seconds() // 60)
    if minutes < 120:
        return _count("%n minutes", minutes)
    return _count("%n hours", minutes // 60) if minutes < 48 * 60 else _count("%n days", minutes // (24 * 60))


def _count(sentence: str, number: int) -> str:
    return QCoreApplication.translate("sync", sentence, None, number)


def _say(sentence: str) -> str:
    return QCoreApplication.translate("sync", sentence)
