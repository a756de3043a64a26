"""The life of a dossier after it was received: each use case checks, writes one journal entry, returns what it became.

Which act is allowed when, and by whom, is the table `ACTS` in `counter_app.dossier.acts`; the window offers what it
allows and calls these, and what it does not allow is refused here with a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from counter_app.bounded_files import read_file
from counter_app.desk.desk import Desk, logged
from counter_app.desk.guidance import asked_before_receipt
from counter_app.desk.reasons import note_reason
from counter_app.dossier import acts, bounds
from counter_app.dossier.acts import SETTLE, refuse_unless_settler
from counter_app.dossier.acts.act import AnyAct, CannotApply, given, lacks, refuse_unless_complete
from counter_app.dossier.clock import VIETNAM, moment
from counter_app.dossier.contradictions import about_money
from counter_app.dossier.fold import fold
from counter_app.dossier.journal import Entry, EntryKey, UnknownPayload
from counter_app.dossier.life import Decision, PauseKind, ResultNamed
from counter_app.dossier.model import Component, Dossier
from counter_app.dossier.payloads.business import (
    ConflictSettled,
    Extended,
    HandedOver,
    Refused,
    Resumed,
    StageBegun,
    Stopped,
    StoppedAtRequest,
    Withdrawn,
)
from counter_app.dossier.payloads.papers import Received
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.payloads.results import ResultReturned, ResultsArrived
from counter_app.dossier.payloads.waiting import (
    ObligationMet,
    ObligationRequested,
    SupplementReceived,
    SupplementRequested,
)
from counter_app.dossier.plain import plain
from counter_app.dossier.recipients import check_recipient, lacking
from counter_app.errors import CounterError
from counter_app.procedures.clocks import due_after_pause
from counter_app.procedures.working_time import last_open


class NoResultFile(CounterError):
    """The file of a result cannot be read, or is no PDF."""

    what = "The file of the result cannot be read, or it is no PDF."
    todo = "Choose the PDF of the result again, or note the result without a file."


class TooManyExtensions(CounterError):
    """The law that the dossier was received under has no further extension."""

    what = "The law allows {most} extension of a dossier’s term, and this one has had {had}."
    todo = "Return the result by the date that holds; a later one needs a decision outside the program."


class OutOfHours(CounterError):
    """A promise for a time at which nobody is there to keep it."""

    what = "The office is closed on {moment}, so nothing can be promised for it."
    todo = "Choose a time at which it is open; the last one before that is {open}."


class ResultInFuture(CounterError):
    """A result cannot be of a day that has not come."""

    what = "The result is of {day}, and that day has not come yet."
    todo = "Look at the day on the result and type it again."


class NoConflict(CannotApply):
    """The entry is no contradiction that waits for a clerk."""

    what = "There is nothing to settle here any more: the step fits, or somebody settled it before."
    todo = "Look at the timeline of the dossier."


class NotDoneAgain(CounterError):
    """The step was to be done again, and was not."""

    what = "The step was not done again, so nothing was settled."
    todo = "Do it again in its form, or set the step aside."


_LARGEST_RESULT = 50_000_000  # bytes of its PDF, as at the province


def do(desk: Desk, code: str, payload: Payload) -> Dossier:
    """Does the act whose entry says this, if it is complete, the dossier allows it and it is the clerk's task.

    What an act asks beside that stands in a use case of its own below. Raises StepIncomplete, NotYourTask, StepRefused.
    """
    act = acts.act_of(payload)
    refuse_unless_complete(act, payload)
    with desk.store.transaction():
        desk.checked(code, act)
        at = desk.now()
        if "reason" in act.needs:
            note_reason(desk, act, getattr(payload, "reason", ""), at)
        return desk.record(code, payload, at)


def do_for_reason(desk: Desk, code: str, act: AnyAct, reason: str) -> Dossier:
    """Does an act that asks for its reason at the most."""
    return do(desk, code, act.payload.model_validate({"reason": reason.strip()}))


def refuse(desk: Desk, code: str, reason: str) -> Dossier:
    """Not accepted after all (Phiếu từ chối tiếp nhận giải quyết hồ sơ)."""
    return do(desk, code, Refused(reason=reason.strip()))


def ask_for_supplements(
    desk: Desk, code: str, items: Sequence[str], reason: str, deadline: datetime | None = None, again: str = ""
) -> Dossier:
    """Asks for all that is missing, once and in full; the clock stands still until it comes.

    Oftener than the law has it only with the reason why (`again`), which the timeline keeps and reports count.
    """
    act = acts.ASK_SUPPLEMENT
    wanted = tuple(shown for item in items if (shown := bounds.seen(item)))
    if not wanted:
        raise lacks(act, "items")
    if deadline is not None and deadline <= desk.now():
        raise lacks(act, "deadline")
    payload = SupplementRequested(items=wanted, reason=reason.strip(), deadline=deadline, again=bounds.seen(again))
    with desk.store.transaction():
        dossier = desk.checked(code, act)
        if not payload.again and asked_enough(desk, dossier):
            raise lacks(act, "again")
        return do(desk, code, payload)


def asked_enough(desk: Desk, dossier: Dossier) -> bool:
    """Whether supplements were asked for as often as the dossier's law has it. Raises RulesMissing."""
    most = desk.knowledge.rules.of(dossier.received_on).most_supplements
    return bool(most) and times_asked(desk, dossier) >= most


def times_asked(desk: Desk, dossier: Dossier) -> int:
    """How often supplements were asked for: before there was a receipt, and since."""
    since = sum(pause.kind is PauseKind.SUPPLEMENT for pause in dossier.pauses)
    try:
        first = next(entry.read() for entry in desk.store.entries.of_dossier(dossier.code))
    except UnknownPayload:  # a newer program received it; what came before is its to know
        return since
    return since + (asked_before_receipt(desk, first) if isinstance(first, Received) else 0)


def take_supplements(desk: Desk, code: str, components: Sequence[Component] = ()) -> Dossier:
    """The applicant brought it; the term runs again as the dossier's law says."""
    with desk.store.transaction():
        dossier, at = desk.checked(code, acts.TAKE_SUPPLEMENT), desk.now()
        due = _due_after(desk, dossier, acts.TAKE_SUPPLEMENT, at)
        payload = SupplementReceived(components=tuple(components), mode=dossier.on_supplement, due_at=due)
        return desk.record(code, payload, at)


def ask_for_obligation(
    desk: Desk, code: str, reason: str, amount: int = 0, deadline: datetime | None = None
) -> Dossier:
    """The applicant has to pay elsewhere first (nghĩa vụ tài chính); `amount` in đồng, 0 where not known yet."""
    if deadline is not None and deadline <= desk.now():
        raise lacks(acts.ASK_OBLIGATION, "deadline")
    return do(desk, code, ObligationRequested(reason=reason.strip(), amount=amount, deadline=deadline))


def confirm_obligation(desk: Desk, code: str, proof: str = "") -> Dossier:
    """It was paid; the term runs on."""
    with desk.store.transaction():
        dossier, at = desk.checked(code, acts.CONFIRM_OBLIGATION), desk.now()
        due = _due_after(desk, dossier, acts.CONFIRM_OBLIGATION, at)
        return desk.record(code, ObligationMet(proof=proof.strip(), mode=dossier.on_obligation, due_at=due), at)


def extend(desk: Desk, code: str, due_at: datetime, reason: str, signer: str) -> Dossier:
    """Apologises and promises a later date, signed by who may (xin lỗi và gia hạn).

    Raises TooManyExtensions, OutOfHours.
    """
    act = acts.EXTEND
    with desk.store.transaction(), logged(act.name):
        dossier = desk.checked(code, act)
        refuse_extension_beyond_law(desk, dossier)
        refuse_out_of_hours(desk, due_at)
        if due_at <= desk.now() or (dossier.due_at is not None and due_at <= dossier.due_at):
            raise lacks(act, "due_at")
        payload = Extended(due_at=due_at, reason=given(act, "reason", reason), signer=given(act, "signer", signer))
        return desk.record(code, payload)


def refuse_extension_beyond_law(desk: Desk, dossier: Dossier) -> None:
    """Raises TooManyExtensions where the dossier's law has no further one, RulesMissing."""
    most, had = desk.knowledge.rules.of(dossier.received_on).most_extensions, len(dossier.extensions)
    if most and had >= most:
        raise TooManyExtensions(most=str(most), had=str(had))


def refuse_out_of_hours(desk: Desk, due_at: datetime) -> None:
    """Raises OutOfHours for a promise on a day off, at night or at an opening minute; CalendarMissing."""
    before = last_open(due_at, desk.knowledge.calendar, desk.knowledge.hours)
    if before != due_at:
        raise OutOfHours(moment=moment(due_at), open=moment(before))


def stop(desk: Desk, code: str, reason: str, signer: str = "") -> Dossier:
    """The agency pauses the work (tạm dừng giải quyết)."""
    return do(desk, code, Stopped(reason=reason.strip(), signer=signer.strip()))


def stop_at_request(desk: Desk, code: str, reason: str, asked_by: str, request: str = "", signer: str = "") -> Dossier:
    """The applicant asks to stop while nothing is decided (dừng giải quyết hồ sơ): its end, told by a notice."""
    payload = StoppedAtRequest(
        reason=reason.strip(), asked_by=asked_by.strip(), request=request.strip(), signer=signer.strip()
    )
    return do(desk, code, payload)


def resume(desk: Desk, code: str, reason: str = "") -> Dossier:
    """Work goes on; the due date moves by the time the clock stood still."""
    with desk.store.transaction():
        dossier, at = desk.checked(code, acts.RESUME), desk.now()
        due = _due_after(desk, dossier, acts.RESUME, at)
        return desk.record(code, Resumed(reason=reason.strip(), due_at=due), at)


def withdraw(desk: Desk, code: str, reason: str) -> Dossier:
    """The applicant takes the dossier back."""
    return do(desk, code, Withdrawn(reason=reason.strip()))


def hand_over(
    desk: Desk,
    code: str,
    to_unit: str,
    taken_by: str = "",
    note: str = "",
    from_unit: str = "",
    given_by: str = "",
) -> Dossier:
    """Gives the dossier to another unit: a line of the control sheet.

    From this office's desk by its clerk unless said otherwise: for another unit its own people give it, and who is
    not known is not written. Raises StepIncomplete where it would go from a unit to itself.
    """
    act, here = acts.HAND_OVER, desk.profile.office.unit
    giver, taker = from_unit.strip() or here, given(act, "to_unit", to_unit)
    if plain(giver) == plain(taker):
        raise lacks(act, "to_unit")
    payload = HandedOver(
        from_unit=giver,
        to_unit=taker,
        given_by=given_by.strip() or (desk.clerk.name if plain(giver) == plain(here) else ""),
        taken_by=taken_by.strip(),
        note=note.strip(),
    )
    return do(desk, code, payload)


def next_unit(process: Sequence[str], here: str) -> str:
    """The unit whose turn comes after `here`; the second where the process has just begun ("") at the desk. "" where
    nobody knows."""
    if here and here not in process:
        return ""
    last = len(process) - 1 - process[::-1].index(here) if here else 0
    return process[last + 1] if last + 1 < len(process) else ""


def take_results(desk: Desk, code: str, results: Sequence[ResultNamed], *, complete: bool = True) -> Dossier:
    """Results reached the desk; with `complete` the business is done. Raises ResultInFuture."""
    if not results:
        raise lacks(acts.TAKE_RESULTS, "results")
    today = desk.now().astimezone(VIETNAM).date()
    for result in results:
        if result.issued_on and result.issued_on > today:
            raise ResultInFuture(day=f"{result.issued_on:%d/%m/%Y}")
    return do(desk, code, ResultsArrived(results=tuple(results), complete=complete))


def with_file(desk: Desk, result: ResultNamed, pdf: Path) -> ResultNamed:
    """The result with its electronic copy, kept in the files store (QĐ 766, 4.1). Raises NoResultFile."""
    try:
        content = read_file(pdf, _LARGEST_RESULT)
    except OSError as fault:
        raise NoResultFile(type(fault).__name__) from fault
    if not content.startswith(b"%PDF-"):
        raise NoResultFile("no PDF")
    return result.with_file(desk.store.files.put(content, "application/pdf"))


def begin_stage(desk: Desk, code: str) -> Dossier:
    """Begins the second stage of a two-stage procedure; its own term runs from now."""
    with desk.store.transaction():
        dossier, at = desk.checked(code, acts.BEGIN_STAGE), desk.now()
        term = dossier.next_term
        assert term is not None  # the act's own condition
        return desk.record(code, StageBegun(stage=dossier.stage + 1, term=term, due_at=desk.due(at, term)), at)


def return_results(desk: Desk, code: str, payload: ResultReturned) -> Dossier:
    """Hands results over or sends them (trả kết quả).

    Where the dossier was done without a result having been noted, what the procedure ends in is noted first.
    Raises WrongRecipient for a person who is neither owner nor submitter and has no authority; StepIncomplete.
    """
    act = acts.RETURN_RESULTS
    if field := lacking(payload):
        raise lacks(act, field)
    with desk.store.transaction():
        dossier = desk.checked(code, act)
        with logged(act.name):
            check_recipient(dossier, payload)
        if not dossier.results:
            named = expected_results(desk, dossier)
            desk.record(code, ResultsArrived(results=named))
            payload = payload.of_results(tuple(range(len(named))))
        return desk.record(code, payload)


def settle_conflict(
    desk: Desk,
    code: str,
    conflict: EntryKey,
    decision: Decision,
    reason: str,
    by: Callable[[Desk], object] | None = None,
) -> Dossier:
    """Settles a contradiction: the step named by `conflict` is set aside, or `by` does its act again.

    What belongs to setting it aside, such as giving money back, can be done with it, by `by` too. All is written
    together or not at all. Raises NotYourTask, NoConflict, NotDoneAgain, StepIncomplete, UnknownPayload (a newer
    program wrote the step: it waits for the update), and what `by` raises.
    """
    with desk.store.transaction(), logged("conflict_settled"):
        entry = _open_conflict(desk, code, conflict)
        refuse_unless_settler(desk.clerk.tasks, about_money=about_money(entry.read()))
        if not bounds.seen(reason):
            raise lacks(SETTLE, "reason")
        last = desk.store.entries.last()
        if by is not None:
            by(desk)
        again: tuple[int, ...] = ()
        if decision is Decision.DONE_AGAIN:
            done = desk.store.entries.own_after(last.sequence if last else 0, -1)
            again = tuple(entry.sequence for entry in done if entry.dossier == code)
            if not again:
                raise NotDoneAgain()
        payload = ConflictSettled(**conflict._asdict(), decision=decision, reason=reason.strip(), again=again)
        return desk.record(code, payload)


def due_if(desk: Desk, dossier: Dossier, act: AnyAct) -> datetime | None:
    """The due date as it would be if the act were done now; the one that holds where the act does not move it.

    Raises CalendarMissing.
    """
    if act is acts.BEGIN_STAGE and dossier.next_term is not None:
        return desk.due(desk.now(), dossier.next_term)
    return _due_after(desk, dossier, act, desk.now())


def expected_results(desk: Desk, dossier: Dossier) -> tuple[ResultNamed, ...]:
    """What the procedure, in the dossier's own version, ends in."""
    procedure = desk.knowledge.catalogue.version(dossier.procedure, dossier.procedure_version)
    rules = procedure.results if procedure else ()
    named = tuple(ResultNamed(name=rule.name, code=rule.code) for rule in rules)
    return named or (ResultNamed(name=dossier.procedure_name),)


def _open_conflict(desk: Desk, code: str, conflict: EntryKey) -> Entry:
    found = fold(desk.store.entries.of_dossier(code)).conflicts
    entry = next((waiting for waiting in found if waiting.key == conflict), None)
    if entry is None:
        raise NoConflict(f"{conflict.desk} {conflict.sequence}")
    return entry


def _due_after(desk: Desk, dossier: Dossier, act: AnyAct, at: datetime) -> datetime | None:
    """The due date once the clock goes on as the act says; the one that holds where it did not stand still."""
    since = dossier.stood_still_since
    if since is None or act.runs_on is None:
        return dossier.due_at
    return due_after_pause(
        act.runs_on(dossier),
        dossier.due_at,
        dossier.term,
        began_at=since,
        ended_at=at,
        calendar=desk.knowledge.calendar,
        hours=desk.knowledge.hours,
        counting=desk.knowledge.rules.of(at.date()).counting,
        extensions=[
            (extension.before, extension.after)
            for extension in dossier.extensions
            if extension.before and extension.after
        ],
    )
