"""The same figures a second way: straight from the definitions (docs/domain), dossier by dossier, without SQL."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.life import Pause, PauseKind
from counter_app.dossier.model import Dossier
from counter_app.dossier.states import Channel, Status

NOT_COUNTED = (Status.NEW, Status.NOT_ACCEPTED)
FIGURES = ("online", "direct", "carried", "settled", "early", "on_time", "late", "open", "open_in_time", "open_late")


def settlement(dossiers: Sequence[Dossier], first: date, last: date, now: datetime) -> dict[str, Counter[str]]:
    """II.06a by field."""
    fields: dict[str, Counter[str]] = {}
    for dossier in dossiers:
        came = dossier.received_at.date()
        done = dossier.finished_at.date() if dossier.finished_at else None
        if dossier.status in NOT_COUNTED or came > last or (done and done < first):
            continue
        line = fields.setdefault(dossier.field, Counter())
        if came < first:
            line["carried"] += 1
        else:
            line["online" if dossier.channel is Channel.ONLINE else "direct"] += 1
        due = dossier.due_at.date() if dossier.due_at else None
        if done and done <= last:
            line["settled"] += 1
            line["on_time" if due is None or due == done else "early" if done < due else "late"] += 1
        else:
            line["open"] += 1
            line["open_late" if due and due < _judged_on(dossier, last, now) else "open_in_time"] += 1
    return fields


def _judged_on(one: Dossier, last: date, now: datetime) -> date:
    """The day against which the promise of an open dossier is held: due before it is late."""
    day = min(last + timedelta(days=1), now.date())
    pause = _running_pause(one)
    return min(day, pause.began_at.date()) if pause else day


def _running_pause(one: Dossier) -> Pause | None:
    return next((pause for pause in one.pauses if pause.ended_at is None), None)


def quality(
    dossiers: Sequence[Dossier], first: date, last: date, now: datetime
) -> dict[str, tuple[set[str], set[str]]]:
    """Per indicator of QĐ 766 the codes that are good and the codes that count; all were sent but each seventh."""
    good: dict[str, set[str]] = {key: set() for key in ("1.4", "2.1", "3.3", "4.1", "4.2", "4.3")}
    counted: dict[str, set[str]] = {key: set() for key in good}

    def count(key: str, code: str, is_good: bool) -> None:
        counted[key].add(code)
        if is_good:
            good[key].add(code)

    for place, dossier in enumerate(dossiers):
        has_file = any(result.file for result in dossier.results)
        has_code = any(result.code for result in dossier.results)
        if dossier.status not in NOT_COUNTED and first <= dossier.received_at.date() <= last:
            count("1.4", dossier.code, place % 7 != 0)
            count("3.3", dossier.code, dossier.channel is Channel.ONLINE and has_file and has_code)
            count("4.3", dossier.code, any(component.reused for component in dossier.components))
        if (
            dossier.status in (Status.DONE, Status.RESULT_RETURNED)
            and dossier.finished_at
            and first <= dossier.finished_at.date() <= last
        ):
            count("4.1", dossier.code, has_file and has_code)
            count("4.2", dossier.code, has_file and any(component.document for component in dossier.components))
        end = _ended(dossier)
        if dossier.status is not Status.NEW and dossier.received_at.date() <= last and not (end and end.date() < first):
            count("2.1", dossier.code, _is_on_time(dossier, end, last, now))
    return {key: (good[key], counted[key]) for key in good}


def _ended(one: Dossier) -> datetime | None:
    if one.status is Status.STOPPED:
        pause = _running_pause(one)
        return pause.began_at if pause else None
    return one.finished_at


def _is_on_time(one: Dossier, end: datetime | None, last: date, now: datetime) -> bool:
    requests = [pause for pause in one.pauses if pause.kind is PauseKind.SUPPLEMENT]
    if len(requests) > 1:
        return False
    if one.due_at is None:
        return True
    if end and end.date() <= last:
        if requests:
            end -= sum((pause.ended_at - pause.began_at for pause in one.pauses if pause.ended_at), timedelta())
        return end <= one.due_at
    if one.status is Status.SUPPLEMENT_REQUESTED and requests[0].began_at.date() <= last:
        return requests[0].began_at <= one.due_at
    return min(datetime.combine(last + timedelta(days=1), time(), VIETNAM), now) <= one.due_at


def book(dossiers: Sequence[Dossier], field: str, first: date, last: date) -> list[str]:
    """The codes in the register of a field, in order."""
    return [
        dossier.code
        for dossier in dossiers
        if dossier.field == field and dossier.status is not Status.NEW and first <= dossier.received_at.date() <= last
    ]


def numbers_in_year(dossiers: Sequence[Dossier]) -> dict[str, int]:
    """Which line of its year each dossier is in the register of its field, counted from 1."""
    lines: Counter[tuple[str, int]] = Counter()
    numbers = {}
    for dossier in dossiers:
        if dossier.status is not Status.NEW:
            lines[dossier.field, dossier.received_at.year] += 1
            numbers[dossier.code] = lines[dossier.field, dossier.received_at.year]
    return numbers


def money(dossiers: Sequence[Dossier], first: date, last: date) -> Counter[tuple[str, str, str]]:
    """What was taken by field, kind and method."""
    taken: Counter[tuple[str, str, str]] = Counter()
    for dossier in dossiers:
        for receipt in dossier.fee_receipts:
            if not receipt.cancelled and first <= receipt.at.date() <= last:
                taken[dossier.field, receipt.kind, str(receipt.method)] += receipt.amount
    return taken


def cash(dossiers: Sequence[Dossier], first: date, last: date) -> dict[tuple[str, str, str], Counter[str]]:
    """By clerk, kind and series: the receipts used and cancelled, and the money by the way it was paid."""
    lines: dict[tuple[str, str, str], Counter[str]] = {}
    for receipt in (receipt for dossier in dossiers for receipt in dossier.fee_receipts):
        if not first <= receipt.at.date() <= last:
            continue
        line = lines.setdefault((receipt.clerk, receipt.kind, receipt.series), Counter())
        line["used"] += 1
        line["cancelled" if receipt.cancelled else receipt.method] += 1 if receipt.cancelled else receipt.amount
    return lines


def let_off(dossiers: Sequence[Dossier], first: date, last: date) -> Counter[str]:
    """What was let off by field, in đồng."""
    found: Counter[str] = Counter()
    for dossier in dossiers:
        if dossier.status not in NOT_COUNTED and first <= dossier.received_at.date() <= last:
            found[dossier.field] += sum(fee.full - fee.amount for fee in dossier.fees)
    return found


def reuse(dossiers: Sequence[Dossier], first: date, last: date) -> dict[str, Counter[str]]:
    """By procedure: dossiers received, papers that served again, those brought although they lay there, by names."""
    found: dict[str, Counter[str]] = {}
    for dossier in dossiers:
        if dossier.status in NOT_COUNTED or not first <= dossier.received_at.date() <= last:
            continue
        line = found.setdefault(dossier.procedure, Counter())
        line["dossiers"] += 1
        for component in dossier.components:
            line["reused"] += component.reused is not None
            if component.lay_there and component.reused is None:
                line["asked"] += 1
                line[f"asked {component.name}"] += 1
    return found


def volumes(dossiers: Sequence[Dossier], first: date, last: date) -> Counter[tuple[str, str, Channel]]:
    """How many were received by field, procedure and channel."""
    return Counter(
        (dossier.field, dossier.procedure, dossier.channel)
        for dossier in dossiers
        if dossier.status not in NOT_COUNTED and first <= dossier.received_at.date() <= last
    )


def digitisation(dossiers: Sequence[Dossier], first: date, last: date) -> dict[str, list[int]]:
    """By field: dossiers, those with a digitised paper, papers, digitised ones, dossiers with a paper that served
    again, such papers."""
    found: dict[str, list[int]] = {}
    for dossier in dossiers:
        if dossier.status in NOT_COUNTED or not first <= dossier.received_at.date() <= last:
            continue
        papers = [paper for paper in dossier.components if paper.document or not paper.shown]
        digital = [paper for paper in dossier.components if paper.document]
        again = [paper for paper in dossier.components if paper.reused]
        line = found.setdefault(dossier.field, [0] * 6)
        for place, more in enumerate((1, bool(digital), len(papers), len(digital), bool(again), len(again))):
            line[place] += more
    return found


def waiting(dossiers: Sequence[Dossier], now: datetime, until: datetime) -> tuple[set[str], set[str], set[str]]:
    """What is due until then, what is overdue, and what stands still."""
    open_ones = [one for one in dossiers if one.finished_at is None]
    running = [one for one in open_ones if one.status in (Status.ACCEPTED, Status.IN_PROCESS) and one.due_at]
    soon = {one.code for one in running if one.due_at and now <= one.due_at <= until}
    late = {one.code for one in running if one.due_at and one.due_at < now}
    still = (Status.SUPPLEMENT_REQUESTED, Status.FINANCIAL_OBLIGATION, Status.STOPPED)
    return soon, late, {one.code for one in open_ones if one.status in still}
