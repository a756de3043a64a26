"""What the day begins with: each pile counted, and the same found by other ways."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

import pytest

from counter_app.config import Server
from counter_app.desk import casework, receiving
from counter_app.desk.desk import Desk
from counter_app.desk.today import MOST_UNSENT, Pile, counts, day_is_over, today
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.draft import PersonTyped
from counter_app.dossier.journal import PROVINCE, write
from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.states import PAUSED, Status
from counter_app.store.sync_points import ACKNOWLEDGED
from counter_app.sync.rounds.pull import take_over
from counter_app.sync.waiting import waiting_dossiers
from printing.handout import ask_for
from tests.conftest import MORNING, filled

NAMES = ("Nguyễn Thị Hường", "Đặng Văn Bảo", "Phan Thị Tuyết Nhung", "Lò Văn Ún", "Hồ Thị Mơ", "Võ Đức Tuệ")


@pytest.fixture
def at_province(desk: Desk) -> Desk:
    """A desk that has a server, whose clock stands."""
    server = desk.profile.model_copy(update={"server": Server(url="https://tinh.example")})
    return replace(desk.settled_as(server), now=lambda: MORNING)


def received(desk: Desk, days_ago: float = 0) -> str:
    past = replace(desk, now=lambda: MORNING.replace(day=MORNING.day - int(days_ago)))
    draft = filled(past.new_draft())
    past.keep_draft(draft)
    return receiving.receive(past, draft.id).code


def by_hand(desk: Desk) -> dict[Pile, int]:
    """The same counted from the folded dossiers, one by one."""
    dossiers = [desk.dossier(code) for code in desk.store.entries.codes() if code.startswith("H41.99-2611")]
    running = [item for item in dossiers if item.finished_at is None and item.status not in PAUSED and item.due_at]
    now = desk.now()
    return {
        Pile.DUE_TODAY: sum(item.due_at is not None and item.due_at.date() == now.date() for item in running),
        Pile.OVERDUE: sum(item.due_at is not None and item.due_at < now for item in running),
        Pile.TO_RETURN: sum(item.status is Status.DONE for item in dossiers),
        Pile.SUPPLEMENTS: sum(item.status is Status.SUPPLEMENT_REQUESTED for item in dossiers),
        Pile.UNSENT: len(waiting_dossiers(desk.store)),
        Pile.UNPRINTED: len(desk.store.print_jobs.open()),
    }


def test_every_count_is_what_another_way_of_counting_finds(at_province: Desk) -> None:
    desk = at_province
    codes = [received(desk, days) for days in (3, 2, 1, 1, 0, 0, 0)]
    casework.ask_for_supplements(desk, codes[0], ["Giấy chứng sinh"], "Thiếu giấy tờ")
    casework.take_results(desk, codes[1], casework.expected_results(desk, desk.dossier(codes[1])))
    casework.withdraw(desk, codes[2], "Đổi ý")
    ask_for(desk, [codes[4]], "receipt")
    found = counts(desk)
    assert {pile: found[pile] for pile in by_hand(desk)} == by_hand(desk)
    assert found[Pile.SUPPLEMENTS] == found[Pile.TO_RETURN] == found[Pile.UNPRINTED] == 1
    assert found[Pile.OVERDUE] >= 1 and found[Pile.DUE_TODAY] >= 1 and found[Pile.UNSENT] == 7
    desk.store.sync_points.put(ACKNOWLEDGED, desk.store.entries.last_sequence())
    assert counts(desk)[Pile.UNSENT] == len(waiting_dossiers(desk.store))


def test_drafts_are_counted_once_something_is_typed_or_scanned(desk: Desk) -> None:
    drafts = desk.store.drafts
    empty, typed, scanned, aside = (desk.new_draft() for _ in range(4))
    assert counts(desk)[Pile.DRAFTS] == 0
    desk.keep_draft(typed.model_copy(update={"note": "x"}))
    drafts.add_page(scanned.id, "", "a" * 64, "image/jpeg", 300, "scan")
    desk.keep_draft(aside.model_copy(update={"note": "x"}))
    drafts.put_aside(aside.id)
    assert counts(desk)[Pile.DRAFTS] == 2, "neither the empty one nor who was sent home"
    assert empty.id in {draft.id for draft in drafts.all()}


def test_ten_thousand_drafts_are_counted_and_one_persons_found_among_them(desk: Desk) -> None:
    rows = []
    for number in range(10_000):
        draft = filled(desk.new_draft().model_copy(update={"id": f"draft-{number:08d}"})) if number < 2 else None
        state = {"id": f"draft-{number:08d}", "owner": {"name": "Lê Thị Mơ", "identity_number": f"0401900{number:05d}"}}
        rows.append([f"draft-{number:08d}", draft.model_dump_json() if draft else json.dumps(state), "2026-11-20"])
    with desk.store.transaction():
        desk.store.db.execute("DELETE FROM drafts")
        desk.store.db.conn.executemany("INSERT INTO drafts (id, state, changed_at) VALUES (?, ?, ?)", rows)
    assert counts(desk)[Pile.DRAFTS] == 10_000
    assert [draft.id for draft in desk.store.drafts.of_number("040190007777")] == ["draft-00007777"]


def test_a_desk_without_a_server_counts_neither_news_nor_what_is_not_sent(desk: Desk) -> None:
    assert set(Pile) - counts(desk).keys() == {Pile.NEWS, Pile.UNSENT}


def test_of_very_much_that_is_not_sent_only_so_much_is_looked_into(at_province: Desk) -> None:
    desk = at_province
    code = received(desk)
    first = desk.store.entries.last_sequence()
    with desk.store.transaction():
        desk.store.db.execute(
            "WITH RECURSIVE numbers (n) AS (SELECT ? UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)"
            " INSERT INTO entries (desk, sequence, dossier, step, kind, payload_hash, clerk, at, previous, hash)"
            " SELECT ?, n, n, 1, 'received', '', '', '', '', '' FROM numbers",
            [first + 1, first + MOST_UNSENT + 500, desk.store.desk],
        )
    assert counts(desk)[Pile.UNSENT] == MOST_UNSENT and code


def test_news_are_told_in_words_with_whose_they_are(at_province: Desk) -> None:
    desk = at_province
    code = received(desk)
    entry = write(
        StatusChanged(status=Status.IN_PROCESS, reason="Sở đã nhận"),
        dossier=code,
        step=2,
        desk=PROVINCE,
        clerk="Chuyên viên Sở",
        at=desk.now(),
        after=None,
        salt="s" * 16,
    )
    take_over(desk.store, [entry], 1, now=desk.now)
    (item,) = today(desk).news
    assert (item.code, item.owner, item.status) == (code, "Đặng Thị Hường", Status.IN_PROCESS)
    assert "Sở đã nhận" in item.description.in_full(lambda _, sentence: sentence) and item.by == "Chuyên viên Sở"
    assert not item.seen and today(desk).counts[Pile.NEWS] == 1


def test_whose_name_it_is_makes_no_difference(desk: Desk) -> None:
    for name in NAMES:
        draft = desk.new_draft()
        desk.keep_draft(draft.model_copy(update={"owner": PersonTyped(name=name)}))
    assert counts(desk)[Pile.DRAFTS] == len(NAMES)


def test_the_day_is_over_when_the_office_opens_no_more_today(desk: Desk) -> None:
    def over(hour: int, day: int = 20) -> bool:
        return day_is_over(replace(desk, now=lambda: datetime(2026, 11, day, hour, tzinfo=VIETNAM)))

    assert not any(over(hour) for hour in (6, 9, 12, 16)) and over(18), "noon is no end of the day"
    assert over(9, day=22), "a Sunday"
    assert day_is_over(replace(desk, now=lambda: datetime(2090, 3, 1, 9, tzinfo=VIETNAM))), "of which nothing is known"
