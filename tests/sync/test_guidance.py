"""Who was sent home at one desk is known at the other desks of the office, and the province lists no dossier of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.bench.desk import opened_desk
from counter_app.config import sample_profile
from counter_app.desk import receiving
from counter_app.desk.desk import Desk
from counter_app.desk.guidance import ask_for_supplements, known_before, take_up
from counter_app.dossier.value import FileRef
from counter_app.province.overview import Overview
from counter_app.province.serve import RunningServer
from counter_app.sync.exchange import sync_once
from counter_app.sync.waiting import waiting_dossiers
from tests.conftest import CLERK, MORNING, filled
from tests.sync.conftest import gateway


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[list[Desk]]:
    """The first and the second desk of the sample office."""
    with ExitStack() as closing:
        opened = []
        for number in (1, 2):
            profile = sample_profile()
            profile = profile.model_copy(update={"desk": profile.desk.model_copy(update={"number": number})})
            desk = opened_desk(tmp_path / f"desk-{number}", profile, CLERK)
            closing.callback(desk.store.close)
            opened.append(replace(desk, now=lambda: MORNING))
        yield opened


def exchange(address: RunningServer, *desks: Desk) -> None:
    for desk in desks:
        with gateway(address, desk.store) as province:
            sync_once(desk.store, province)


def test_the_other_desk_goes_on_with_whom_the_first_sent_home(address: RunningServer, desks: list[Desk]) -> None:
    first, second = desks
    draft = filled(first.new_draft())
    first.keep_draft(draft)
    case = ask_for_supplements(first, draft.id, ["Giấy chứng sinh (01 bản chính)"], "Thiếu giấy tờ")
    paper = first.store.files.put(b"%PDF-1.4", "application/pdf")
    first.paper_given(case.code, "supplement_request", FileRef.model_validate(paper.model_dump()))
    assert waiting_dossiers(first.store)[0].owner == "Đặng Thị Hường"
    exchange(address, first, second)

    fresh = second.new_draft().model_copy(update={"owner": draft.owner})
    second.keep_draft(fresh)
    known = known_before(second, fresh)
    assert known.case is not None and known.case.last.items == case.last.items and len(known.case.papers) == 1
    taken = take_up(second, known.case.code, fresh.id)
    assert (taken.procedure, taken.components) == (draft.procedure, draft.components)
    dossier = receiving.receive(second, taken.id)

    exchange(address, second, first)
    assert first.store.journal.case(case.code).dossier == dossier.code  # type: ignore[union-attr]
    assert first.store.guidance.find() == [] and not first.store.journal.differing_projections()
    lines = Overview(address.services.engine).dossiers()
    assert [line.code for line in lines] == [dossier.code], "the province lists dossiers, and this was none before"
    assert [line.conflicts for line in lines] == [0]
