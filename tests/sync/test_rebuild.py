"""The day the disk died, an old copy was put back, two copies were used: the desk goes on, nothing twice."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from counter_app.bench.desk import opened_desk
from counter_app.config import Profile, Server, sample_profile
from counter_app.desk import casework, receiving
from counter_app.desk.desk import Desk
from counter_app.desk.paper_numbers import draw_number
from counter_app.desk.report_answers import answer
from counter_app.desk.till import next_number, series_for
from counter_app.dossier.codes import number_of
from counter_app.dossier.money import FeeKind
from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.payloads.money import FeeReceiptIssued
from counter_app.dossier.roles import TASKS, Clerk, Role
from counter_app.dossier.states import PayMethod, Status
from counter_app.dossier.subjects import WHOLE
from counter_app.province.serve import RunningServer
from counter_app.reports.offered import Question, offered
from counter_app.reports.periods import Cut, containing
from counter_app.reports.sampling import Draw
from counter_app.reports.scope import Scope
from counter_app.store.backup import back_up
from counter_app.store.key_file import unlocked_by_words
from counter_app.store.keys import KeyPlace, StoreKey, place_of
from counter_app.store.print_jobs import reprint_number
from counter_app.store.recognition import NeedsRebuild, StoreForked, StoreRestored
from counter_app.store.restore import restore
from counter_app.store.store import DATABASE
from counter_app.store.witness import BLOCK, forget_desk, places
from counter_app.sync.client import ProvincialServer
from counter_app.sync.errors import JournalForked
from counter_app.sync.exchange import sync_once
from counter_app.sync.rebuild import rebuild
from counter_app.sync.rebuild_report import report
from tests.conftest import CLERK, MORNING, filled, said_by_the_province
from tests.sync.conftest import gateway

SUPPLEMENT = "supplement_request"
WORDS = "bốn từ không liên quan"


@pytest.fixture
def profile(address: RunningServer) -> Profile:
    """Of a desk that is enrolled at the province."""
    sample = sample_profile()
    code = address.services.desks.register(sample.desk_id)
    return sample.model_copy(update={"server": Server(url=address.url, code=code)})


@pytest.fixture
def alone() -> Profile:
    """Of a desk without a province."""
    return sample_profile()


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "desk"


def opened(folder: Path, profile: Profile) -> Desk:
    return replace(opened_desk(folder, profile, CLERK, key_of(folder)), now=lambda: MORNING)


def key_of(folder: Path) -> StoreKey | None:
    """What opens a desk that was restored: the passphrase of its backup."""
    return unlocked_by_words(folder, WORDS) if place_of(folder) is KeyPlace.WRAPPED else None


def receives(desk: Desk, times: int = 1) -> list[str]:
    codes = []
    for _ in range(times):
        draft = filled(desk.new_draft())
        desk.keep_draft(draft)
        codes.append(receiving.receive(desk, draft.id).code)
    return codes


def day(folder: Path, profile: Profile, work: Callable[[Desk], list[str]]) -> list[str]:
    desk = opened(folder, profile)
    try:
        return work(desk)
    finally:
        desk.store.close()


def sends(desk: Desk) -> None:
    with ProvincialServer(desk.profile.server, desk.store) as server:
        sync_once(desk.store, server)


def test_yesterdays_database_put_back_draws_no_code_twice(folder: Path, alone: Profile, tmp_path: Path) -> None:
    first = day(folder, alone, lambda desk: receives(desk, 2))
    copy = shutil.copy(folder / DATABASE, tmp_path / "yesterday.db")
    later = day(folder, alone, lambda desk: receives(desk, 3))
    shutil.copy(copy, folder / DATABASE)
    with pytest.raises(NeedsRebuild):
        opened(folder, alone)
    found = rebuild(folder, alone)
    assert {item.dossier for item in found.lost} == set(later)
    again = day(folder, alone, lambda desk: receives(desk, 2))
    assert not set(again) & set(first + later)
    assert any(later[0] in line for line in report(found, "vi"))


def test_receipts_and_prints_drawn_after_the_copy_are_not_drawn_again(
    folder: Path, alone: Profile, tmp_path: Path
) -> None:
    desk = opened(folder, alone)
    (code,) = receives(desk)
    series = series_for(desk, FeeKind.CHARGE)
    before = next_number(desk, series)
    desk.store.close()
    copy = shutil.copy(folder / DATABASE, tmp_path / "yesterday.db")
    desk = opened(folder, alone)
    _spoils(desk, code, series.name, before)
    drawn = next_number(desk, series)
    with desk.store.transaction():
        desk.store.draw_print("receipt", WHOLE, (code,), 1)
    desk.store.close()
    shutil.copy(copy, folder / DATABASE)
    found = rebuild(folder, alone)
    desk = opened(folder, alone)
    assert before < drawn == next_number(desk, series)
    assert found.receipts[series.name] == drawn - 1
    assert reprint_number("receipt", WHOLE, [desk.dossier(code)], [], desk.store.lost_numbers) == 1
    desk.store.close()


def test_where_a_power_cut_took_the_last_lines_too_every_number_leaves_a_margin(
    folder: Path, alone: Profile, tmp_path: Path
) -> None:
    """The disk died with what the witness had not fsynced: nothing tells of the last dossiers, papers and receipts."""
    desk = opened(folder, alone)
    (before,) = receives(desk)
    draw_number(desk, [before], SUPPLEMENT, WHOLE, str)
    cut = tmp_path / "cut" / folder.name
    shutil.copytree(folder, cut, ignore=shutil.ignore_patterns("*-shm"))
    shutil.copy(places(folder)[1], places(cut)[1])
    after = receives(desk, 3)
    drawn = [draw_number(desk, [code], SUPPLEMENT, WHOLE, str) for code in after]
    books = [desk.dossier(code).book_number for code in after]
    series = series_for(desk, FeeKind.CHARGE)
    receipt = next_number(desk, series)
    _spoils(desk, before, series.name, receipt)
    desk.store.close()
    found = rebuild(cut, alone, now=lambda: MORNING)
    assert 0 < found.unknown <= BLOCK and not found.lost
    desk = opened(cut, alone)
    codes = receives(desk, 3)
    numbers = [draw_number(desk, [code], SUPPLEMENT, WHOLE, str) for code in codes]
    assert not set(codes) & {before, *after}
    known = [number.number for number in drawn if number]
    anew = [number.number for number in numbers if number]
    assert len(known) == len(anew) == 3 and min(anew) > max(known)
    books_anew = [desk.dossier(code).book_number for code in codes]
    assert min(books_anew) > max(books)
    assert next_number(desk, series) > receipt
    for run in (anew, books_anew, [number_of(code) for code in codes]):
        assert run == [run[0], run[0] + 1, run[0] + 2], "the margin is left once"
    desk.store.close()


def test_numbers_of_papers_and_books_that_the_witness_tells_of_are_followed_exactly(
    folder: Path, alone: Profile, tmp_path: Path
) -> None:
    desk = opened(folder, alone)
    receives(desk)
    desk.store.close()
    copy = shutil.copy(folder / DATABASE, tmp_path / "yesterday.db")
    desk = opened(folder, alone)
    (lost,) = receives(desk)
    drawn, book = draw_number(desk, [lost], SUPPLEMENT, WHOLE, str), desk.dossier(lost).book_number
    desk.store.close()
    shutil.copy(copy, folder / DATABASE)
    assert not rebuild(folder, alone, now=lambda: MORNING).unknown
    desk = opened(folder, alone)
    (code,) = receives(desk)
    number = draw_number(desk, [code], SUPPLEMENT, WHOLE, str)
    assert drawn and number and number.number == drawn.number + 1
    assert desk.dossier(code).book_number == book + 1 and number_of(code) == number_of(lost) + 1
    desk.store.close()


def _spoils(desk: Desk, code: str, series: str, number: int) -> None:
    spoiled = FeeReceiptIssued(
        series=series, number=number, fee_kind=FeeKind.CHARGE, amount=0, method=PayMethod.CASH, payer="Mẫu"
    )
    desk.record(code, spoiled)


def test_a_desk_restored_on_another_machine_takes_back_what_the_province_has(
    folder: Path, profile: Profile, tmp_path: Path
) -> None:
    desk = opened(folder, profile)
    first = receives(desk)
    sends(desk)
    desk.store.backup_keys.set_passphrase(WORDS)
    back_up(desk.store, tmp_path / "desk.counter")
    later = receives(desk, 3)
    sends(desk)
    desk.store.close()
    new = tmp_path / "new"
    restore(tmp_path / "desk.counter", new, WORDS)
    with pytest.raises(StoreRestored):
        opened(new, profile)
    found = rebuild(new, profile, key=key_of(new))
    assert (found.from_province, found.lost, found.province) == (3, (), None)
    desk = opened(new, profile)
    assert [line.code for line in desk.store.find()] == sorted(first + later, reverse=True)
    assert not desk.store.journal.differing_projections()
    assert not set(receives(desk)) & set(first + later)
    sends(desk)
    desk.store.close()


def test_with_nothing_to_compare_numbers_are_left_out_and_it_is_said(
    folder: Path, alone: Profile, tmp_path: Path
) -> None:
    desk = opened(folder, alone)
    desk.store.backup_keys.set_passphrase(WORDS)
    back_up(desk.store, tmp_path / "desk.counter")
    first = receives(desk, 5)
    desk.store.close()
    restore(tmp_path / "desk.counter", tmp_path / "new", WORDS)
    found = rebuild(tmp_path / "new", alone, now=lambda: MORNING, key=key_of(tmp_path / "new"))
    assert found.blind and not found.whole
    assert found.unknown > 5
    assert not set(first) & set(day(tmp_path / "new", alone, receives))
    desk = opened(tmp_path / "new", alone)
    series = series_for(desk, FeeKind.CHARGE)
    assert next_number(desk, series) > 100
    desk.store.close()
    rebuild(tmp_path / "new", alone, receipts={series.name: 57}, key=key_of(tmp_path / "new"))
    desk = opened(tmp_path / "new", alone)
    assert next_number(desk, series) == 58, "the stubs say so"
    desk.store.close()


def copied_after_a_day(folder: Path, profile: Profile, copy: Path) -> Path:
    """A copy of the desk as it was once it had received and sent."""
    desk = opened(folder, profile)
    receives(desk)
    sends(desk)
    desk.store.close()
    shutil.copytree(folder, copy)
    return copy


def test_an_old_copy_without_any_witness_is_healed_by_the_province_before_a_code_is_drawn(
    folder: Path, profile: Profile, tmp_path: Path
) -> None:
    old = copied_after_a_day(folder, profile, tmp_path / "old")
    desk = opened(folder, profile)
    codes = receives(desk, 2)
    sends(desk)
    desk.store.close()
    desk = opened(old, profile)  # another place: nothing on this machine tells that it is old
    sends(desk)
    assert desk.store.entries.last_sequence() == 3
    assert not set(receives(desk)) & set(codes)
    desk.store.close()


def test_two_copies_that_both_went_on_are_shown_and_put_into_one(
    folder: Path, profile: Profile, tmp_path: Path
) -> None:
    twin = copied_after_a_day(folder, profile, tmp_path / "twin")
    desk = opened(folder, profile)
    (theirs,) = receives(desk)
    said_by_the_province(desk, theirs, StatusChanged(status=Status.IN_PROCESS))
    sends(desk)
    desk.store.close()
    desk = opened(twin, profile)
    (ours,) = receives(desk)
    assert ours == theirs, "two citizens hold this code"
    with pytest.raises(JournalForked):
        sends(desk)
    with pytest.raises(StoreForked):
        receives(desk)
    desk.store.close()
    with pytest.raises(StoreForked):
        opened(twin, profile)
    found = rebuild(twin, profile)
    (moved,) = found.branch
    assert moved.dossier == theirs != moved.now
    desk = opened(twin, profile)
    assert desk.dossier(theirs).status is Status.IN_PROCESS
    assert desk.dossier(moved.now).owner == desk.dossier(theirs).owner
    assert not desk.store.journal.differing_projections()
    sends(desk)
    assert desk.store.entries.check_own() == 4
    desk.store.close()
    assert any(moved.now in line for line in report(found, "vi"))


def test_a_rebuild_that_was_broken_off_is_done_again(folder: Path, profile: Profile, tmp_path: Path) -> None:
    desk = opened(folder, profile)
    receives(desk)
    desk.store.close()
    copy = shutil.copy(folder / DATABASE, tmp_path / "yesterday.db")
    later = day(folder, profile, lambda desk: receives(desk, 2))
    shutil.copy(copy, folder / DATABASE)
    away = profile.model_copy(update={"server": Server(url="http://127.0.0.1:9")})
    assert not rebuild(folder, away).finished
    with pytest.raises(NeedsRebuild):
        opened(folder, profile)
    assert rebuild(folder, away, alone=True).finished
    assert rebuild(folder, profile).province is None
    assert not set(day(folder, profile, receives)) & set(later)


def test_a_sample_drawn_for_an_inspection_comes_back_with_the_desk_and_is_the_other_desks_too(
    folder: Path, profile: Profile, tmp_path: Path, address: RunningServer
) -> None:
    """By risk: what was a sign when it was drawn is none any more when the disk has died."""
    with ExitStack() as open_ones:
        desk = opened(folder, profile)
        (late,) = receives(desk)
        sends(desk)
        desk.store.close()
        copy = shutil.copy(folder / DATABASE, tmp_path / "yesterday.db")
        drawn = day(folder, profile, lambda desk: sampled(desk, sends))
        assert drawn == [late, "Quá hạn"]
        shutil.copy(copy, folder / DATABASE)
        assert rebuild(folder, profile).finished
        assert day(folder, profile, lambda desk: stops(desk, late)) == [late]
        assert day(folder, profile, sampled) == drawn

        second = profile.model_copy(update={"desk": profile.desk.model_copy(update={"number": 2})})
        other = opened_desk(tmp_path / "second", second, CLERK)
        open_ones.callback(other.store.close)
        with gateway(address, other.store) as line:
            sync_once(other.store, line)
        assert sampled(other) == drawn


def sampled(desk: Desk, then: Callable[[Desk], None] = lambda desk: None) -> list[str]:
    """The dossiers of a sample by risk with their signs, as an inspector sees them half a year later."""
    looking = replace(desk, who=lambda: Clerk("Thanh tra viên", TASKS[Role.INSPECTOR]))
    scope = Scope(containing(Cut.YEAR, MORNING.date()), MORNING + timedelta(days=30))
    answered = answer(looking, offered("mau-rui-ro"), Question(scope, draw=Draw(5, "KH-1")))
    then(desk)
    return [str(cell) for row in answered.sheet.rows for cell in (row[1], row[-1])]


def stops(desk: Desk, code: str) -> list[str]:
    return [casework.withdraw(desk, code, "Người nộp xin rút").code]


def test_a_wiped_folder_comes_back_from_backup_witness_and_province(
    folder: Path, profile: Profile, tmp_path: Path
) -> None:
    desk = opened(folder, profile)
    desk.store.backup_keys.set_passphrase(WORDS)
    receives(desk)
    sends(desk)
    back_up(desk.store, tmp_path / "desk.counter")
    sent = receives(desk)
    sends(desk)
    unsent = receives(desk)
    desk.store.close()
    shutil.rmtree(folder)
    with pytest.raises(NeedsRebuild):
        opened(folder, profile)
    restored = restore(tmp_path / "desk.counter", folder, WORDS)
    found = rebuild(folder, profile, key=restored.key)
    assert [item.dossier for item in found.lost] == unsent
    assert not found.unknown, "the program had ended in order"
    desk = opened(folder, profile)
    assert desk.dossier(sent[0])
    assert not set(receives(desk)) & set(sent + unsent)
    desk.store.close()


def test_a_desk_thrown_away_on_purpose_is_new(folder: Path, alone: Profile) -> None:
    first = day(folder, alone, receives)
    shutil.rmtree(folder)
    forget_desk(folder)
    assert day(folder, alone, receives) == first
