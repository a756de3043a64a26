"""The rounds of faults, in short: what comes from ill-meaning hands is told, and nothing is lost."""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from counter_app import cli
from counter_app.bench.faults import full_disk, power_cuts, rounds
from counter_app.bench.faults.cut_disk import CutDisk
from counter_app.bench.faults.recorded_disk import Call
from counter_app.bench.figures import Figure

Round = Callable[[], Iterator[Figure]]


def suffered(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, scale: str, *chosen: Round
) -> dict[str, dict[str, Any]]:
    """The figures of some rounds, by their names."""
    monkeypatch.setattr(rounds, "ROUNDS", chosen)
    monkeypatch.setenv("COUNTER_BENCH_SCALE", scale)
    monkeypatch.setenv("COUNTER_BENCH_SEED", "5")
    assert cli.main(["bench", "faults", "--json"]) == 0
    return {load["bench"]: load for load in json.loads(capsys.readouterr().out)}


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="memory and pipes are looked at as Linux has them")
def test_hostile_inputs_and_server_threats_are_told_and_the_program_goes_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    figures = suffered(capsys, monkeypatch, "0.05", rounds.damages, rounds.hostile_inputs, rounds.server_threats)
    for name in ("hostile inputs", "server threats"):
        assert figures[f"{name}, raw errors"]["ours"] == 0
        assert figures[f"{name}, raw errors"]["peer"] > 30
        assert figures[f"{name}, lost"]["ours"] == 0
    assert figures["memory with 200 strangers"]["ratio"] <= 2
    assert figures["faults: damages not told"]["ours"] == 0


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="kills and cuts are made as Linux has them")
@pytest.mark.usefixtures("costly_passwords")
def test_kills_and_power_cuts_lose_and_double_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    figures = suffered(capsys, monkeypatch, "0.02", rounds.kills, rounds.power_cuts)
    assert len(figures) >= 7, "receiving, printing, sync, restore, first start, import, migration"
    assert not {name: figure["ours"] for name, figure in figures.items() if figure["ours"]}


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("strace") is None, reason="writes are refused by strace")
def test_a_disk_that_is_full_in_the_middle_of_an_intake_is_called_that_and_nothing_is_lost_or_half_written(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(full_disk, "_REFUSED", (25,))
    figures = suffered(capsys, monkeypatch, "0.02", rounds.full_disk)
    assert sum(figure["peer"] for figure in figures.values()) >= 3
    assert not {name: figure["ours"] for name, figure in figures.items() if figure["ours"]}


def lives(calls: list[Call], *, strict: bool, folder: Path) -> set[tuple[tuple[str, bytes], ...]]:
    """What many power cuts after these calls leave."""
    found = set()
    for seed in range(60):
        disk = CutDisk(strict=strict)
        for call in calls:
            disk.take(call)
        place = folder / str(seed)
        disk.cut(random.Random(seed), place)
        found.add(tuple((path.name, path.read_bytes()) for path in sorted(place.rglob("*")) if path.is_file()))
    return found


WRITTEN = [Call("create", "a"), Call("write", "a", data=b"safe"), Call("sync", "a")]


def test_what_was_made_safe_stays_and_what_was_not_may_go(tmp_path: Path) -> None:
    more = [*WRITTEN, Call("sync", ""), Call("write", "a", at=4, data=b" more")]
    for strict in (False, True):
        left = lives(more, strict=strict, folder=tmp_path / str(strict))
        assert left == {(("a", b"safe"),), (("a", b"safe more"),)}


def test_only_the_strict_disk_forgets_a_name_whose_folder_was_not_made_safe(tmp_path: Path) -> None:
    assert lives(WRITTEN, strict=False, folder=tmp_path / "ext4") == {(("a", b"safe"),)}
    assert lives(WRITTEN, strict=True, folder=tmp_path / "strict") == {(("a", b"safe"),), ()}


def test_a_long_write_may_be_torn_between_sectors(tmp_path: Path) -> None:
    long = [Call("create", "a"), Call("sync", ""), Call("write", "a", data=b"x" * 2048)]
    sizes = {len(files[0][1]) for files in lives(long, strict=True, folder=tmp_path)}
    assert sizes - {0, 2048} and all(size % 512 == 0 for size in sizes)


@pytest.mark.usefixtures("costly_passwords")
@pytest.mark.slow
@pytest.mark.skipif(shutil.which("strace") is None, reason="the day is recorded by strace")
def test_a_desk_that_made_nothing_safe_would_be_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded = power_cuts.recorded
    monkeypatch.setattr(
        power_cuts, "recorded", lambda *where: [call for call in recorded(*where) if call.kind != "sync"]
    )
    monkeypatch.setenv("COUNTER_BENCH_SCALE", "0.004")
    monkeypatch.setenv("COUNTER_BENCH_SEED", "5")
    assert all(figure.ours for figure in power_cuts.power_cuts())
