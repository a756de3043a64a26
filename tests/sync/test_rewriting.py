"""Somebody who has the key writes the desk's history anew: it is found, named, and put right."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from counter_app.bench.desk import opened_desk
from counter_app.config import Profile, Server, sample_profile
from counter_app.desk import receiving
from counter_app.desk.desk import Desk
from counter_app.dossier.digest import DayDigest
from counter_app.dossier.journal import BrokenChain, Tip, write
from counter_app.province.serve import RunningServer
from counter_app.store.chain import ChainBroken
from counter_app.store.digests import HistoryRewritten
from counter_app.store.recognition import NeedsRebuild
from counter_app.store.store import Store, open_store
from counter_app.store.sync_points import ACKNOWLEDGED, ANCHORED
from counter_app.store.witness import witness_of
from counter_app.sync.branches import settle_branches
from counter_app.sync.client import ProvincialServer
from counter_app.sync.errors import DigestsRefused, JournalRewritten, NotTheServer
from counter_app.sync.exchange import sync_once
from counter_app.sync.rebuild import rebuild
from counter_app.sync.rebuild_report import report
from counter_app.sync.rounds.digests import anchor, check_anchors
from tests.conftest import CLERK, MORNING, filled

THIRD = 3


@pytest.fixture
def profile(address: RunningServer) -> Profile:
    """Of a desk that is enrolled at the province."""
    sample = sample_profile()
    code = address.services.desks.register(sample.desk_id)
    return sample.model_copy(update={"server": Server(url=address.url, code=code)})


@pytest.fixture
def folder(tmp_path: Path, profile: Profile) -> Iterator[Path]:
    """A desk that received two dossiers on each of three days, signed the days, and handed all of it over."""
    place = tmp_path / "desk"
    for day in range(3):
        desk = replace(opened_desk(place, profile, CLERK), now=lambda day=day: MORNING + timedelta(days=day))  # type: ignore[misc]
        receives(desk, 2)
        desk.store.digests.close_days(desk.now() + timedelta(days=1))
        exchanges(desk.store, profile)
        desk.store.close()
    yield place


def receives(desk: Desk, times: int) -> None:
    for _ in range(times):
        draft = filled(desk.new_draft())
        desk.keep_draft(draft)
        receiving.receive(desk, draft.id)


def exchanges(store: Store, profile: Profile) -> None:
    with ProvincialServer(profile.server, store) as server:
        sync_once(store, server)


def opened_by_hand(folder: Path, profile: Profile) -> Store:
    """The store as somebody opens it who has its key and asks nothing."""
    return open_store(
        folder,
        profile.desk_id,
        lambda known, place, key: witness_of(place, known.desk, key.derived("witness")) or known.begin(place, key),
    )


def change_payload(store: Store) -> None:
    """Another owner, and nothing else touched."""
    store.db.execute("UPDATE entries SET payload = replace(payload, 'Hường', 'Hằng') WHERE sequence = ?", [THIRD])


def write_anew(store: Store) -> None:
    """Another owner, and every hash after it as it has to be; the witness is told, too."""
    entries = store.entries.own_after(THIRD - 1, -1)
    tip = Tip(THIRD - 1, store.entries.seal(THIRD - 1))
    store.db.execute("DELETE FROM entries WHERE sequence >= ?", [THIRD])
    for entry in entries:
        text = (entry.payload or "").replace("Hường", "Hằng") if entry.sequence == THIRD else entry.payload
        payload = entry.model_copy(update={"payload": text}).read()
        assert payload
        salt = (entry.payload or "").partition('"salt":"')[2].partition('"')[0]
        again = write(
            payload,
            dossier=entry.dossier,
            step=entry.step,
            desk=entry.desk,
            clerk=entry.clerk,
            at=entry.at,
            after=tip,
            salt=salt,
        )
        store.journal._insert(again)
        tip = Tip(again.sequence, again.hash)
    store.recognition.rebuilt(store.witness)


def forge(folder: Path, profile: Profile, change: Callable[[Store], None]) -> None:
    store = opened_by_hand(folder, profile)
    with store.transaction():
        change(store)
    store.close()


def test_an_entry_that_was_changed_is_named_at_the_next_start(folder: Path, profile: Profile) -> None:
    forge(folder, profile, change_payload)
    with pytest.raises(ChainBroken, match="changed") as told:
        opened_desk(folder, profile, CLERK)
    assert told.value.values["sequence"] == THIRD


def test_a_history_written_anew_is_not_the_one_that_was_signed(folder: Path, profile: Profile) -> None:
    forge(folder, profile, write_anew)
    with pytest.raises(HistoryRewritten) as told:
        opened_desk(folder, profile, CLERK)
    assert "21/11/2026" in told.value.sentence() or "22/11/2026" in told.value.sentence()


def and_the_digests(store: Store) -> None:
    """Whoever has the key of the store has the desk's signing key, too."""
    write_anew(store)
    store.digests.forget(0)
    store.digests.close_days(MORNING + timedelta(days=4))


@pytest.mark.parametrize("hidden", [False, True])
def test_with_every_key_in_hand_the_province_still_knows_better(
    folder: Path, profile: Profile, *, hidden: bool
) -> None:
    forge(folder, profile, and_the_digests)
    desk = opened_desk(folder, profile, CLERK)
    if hidden:
        desk.store.sync_points.put(ACKNOWLEDGED, 0)
    else:
        with pytest.raises(JournalRewritten):
            exchanges(desk.store, profile)
    with ProvincialServer(profile.server, desk.store) as server:
        with pytest.raises(HistoryRewritten):
            check_anchors(desk.store, server)
        desk.store.sync_points.put(ANCHORED, 0)
        desk.store.sync_points.put(ACKNOWLEDGED, 6)
        with pytest.raises(DigestsRefused):
            anchor(desk.store, server)
        if hidden:
            desk.store.sync_points.put(ACKNOWLEDGED, 0)
    desk.store.close()
    found = rebuild(folder, profile)
    assert [item.changed for item in found.branch] == [True], "the five others say what they said"
    assert any("H41" in line for line in report(found, "vi"))
    desk = opened_desk(folder, profile, CLERK)
    owners = {dossier.owner.name for code in desk.store.entries.codes() if (dossier := desk.store.dossier(code))}
    assert owners == {"Đặng Thị Hường"}
    assert desk.store.entries.check_own() == 6 and not desk.store.journal.differing_projections()
    exchanges(desk.store, profile)
    desk.store.close()


def test_a_rebuild_puts_a_changed_entry_right(folder: Path, profile: Profile) -> None:
    forge(folder, profile, change_payload)
    with pytest.raises(NeedsRebuild):
        opened_desk(folder, profile, CLERK)
    found = rebuild(folder, profile)
    assert [item.changed for item in found.branch] == [True]
    desk = opened_desk(folder, profile, CLERK)
    assert desk.store.entries.check_own() == 6 and not desk.store.journal.differing_projections()
    desk.store.close()


def test_the_slow_round_finds_what_was_changed_long_ago(folder: Path, profile: Profile) -> None:
    desk = opened_desk(folder, profile, CLERK)
    desk.store.recognition.keep_note("verified", f"6 {desk.store.entries.seal(6)}")
    assert desk.store.chain.check_old(1000) == 0, "once round"
    change_payload(desk.store)
    desk.store.chain.check_new()
    with pytest.raises(BrokenChain, match="changed"):
        desk.store.chain.check_old(1000)
    desk.store.close()


def test_days_are_signed_when_they_are_over_and_a_wrong_clock_ends_none_early(folder: Path, profile: Profile) -> None:
    desk = opened_desk(folder, profile, CLERK)
    signed = desk.store.digests.all()
    assert [item.day.day for item in signed] == [20, 21, 22] and [item.last for item in signed] == [2, 4, 6]
    assert all(item.is_signed() for item in signed)
    other = signed[0].model_copy(update={"head": secrets.token_hex(32)})
    assert not other.is_signed()
    receives(replace(desk, now=lambda: MORNING + timedelta(days=300)), 1)
    assert desk.store.digests.close_days(MORNING + timedelta(days=4)) == 0
    receives(replace(desk, now=lambda: MORNING + timedelta(days=3)), 1)
    assert desk.store.digests.close_days(MORNING + timedelta(days=4)) == 1
    assert desk.store.digests.all()[-1].last == 8
    desk.store.close()


def test_the_province_keeps_the_first_digest_of_a_day(folder: Path, profile: Profile, address: RunningServer) -> None:
    kept = address.services.digests.of_desk(profile.desk_id)
    assert [item.last for item in kept] == [2, 4, 6]
    forged = DayDigest.signed(bytes(32), desk=profile.desk_id, day=kept[0].day, first=1, last=2, head=kept[0].head)
    address.services.digests.anchor(profile.desk_id, [forged])
    assert address.services.digests.of_desk(profile.desk_id) == kept


def test_a_server_that_says_the_same_without_end_is_left(
    folder: Path, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = opened_desk(folder, profile, CLERK)
    with ProvincialServer(profile.server, desk.store) as server:
        heads, entries = server.anchored(0), server.own_entries(0)
        assert heads and entries.entries
        monkeypatch.setattr(server, "anchored", lambda after: heads)
        monkeypatch.setattr(server, "own_entries", lambda *_: entries.model_copy(update={"more": True}))
        with pytest.raises(NotTheServer):
            check_anchors(desk.store, server)
        with pytest.raises(NotTheServer):
            settle_branches(desk.store, server, profile)
    desk.store.close()
