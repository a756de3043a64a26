"""The rounds of faults, in short: what comes from ill-meaning hands is told, and nothing is lost."""

from __future__ import annotations

import json
import os

import pytest

from counter_app import cli


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="memory and pipes are looked at as Linux has them")
def test_hostile_inputs_and_server_threats_are_told_and_the_program_goes_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COUNTER_BENCH_SCALE", "0.15")
    monkeypatch.setenv("COUNTER_BENCH_SEED", "5")
    assert cli.main(["bench", "faults", "--json"]) == 0
    said = capsys.readouterr()
    figures = {one["bench"]: one for one in json.loads(said.out)}
    for name in ("hostile inputs", "server threats"):
        assert figures[f"{name}, raw errors"]["ours"] == 0, said.err
        assert figures[f"{name}, raw errors"]["peer"] > 100
        assert figures[f"{name}, lost"]["ours"] == 0
    assert figures["memory with 200 strangers"]["ratio"] <= 2
    assert figures["faults: damages not told"]["ours"] == 0, said.err
    killed = {name: one for name, one in figures.items() if name.endswith("lost or doubled")}
    assert len(killed) == 7 and all(one["peer"] >= 10 for one in killed.values())
    assert not any(one["ours"] for one in killed.values()), (killed, said.err)
