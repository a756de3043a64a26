"""The real records of the national portal, imported twice: into an empty catalogue, and over what ships."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from counter_app.commands.build_catalogue import SOURCE
from counter_app.commands.import_procedures import import_procedures
from counter_app.knowledge import Knowledge, adopt_package, adopt_plan, load_knowledge
from counter_app.procedures.catalogue import Catalogue
from counter_app.procedures.import_files import plan_of
from counter_app.procedures.importing import Effect
from counter_app.province.knowledge_package import KnowledgePackage
from counter_app.resources import resource

TODAY = date(2026, 11, 25)
RECORDS = resource("procedures", SOURCE)


def emptied(own: Path) -> Knowledge:
    knowledge = load_knowledge(own)
    knowledge.catalogue = Catalogue([])
    return knowledge


def test_into_an_empty_catalogue_twice_is_once(tmp_path: Path) -> None:
    plan = plan_of(RECORDS, Catalogue([]), TODAY)
    assert plan.counts[Effect.ADDED] > 3_200 and plan.counts[Effect.REFUSED] == 0
    knowledge = emptied(tmp_path / "own")
    adopt_plan(knowledge, plan)
    again = plan_of(RECORDS, knowledge.catalogue, TODAY)
    assert again.versions == ()


def test_over_what_ships_nothing_changes_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What ships was corrected by hand against these very records: they are no newer."""
    own = tmp_path / "own"
    for _ in range(2):
        assert import_procedures([RECORDS], own, None, TODAY) == 0
        assert "thêm mới" not in capsys.readouterr().out.splitlines()[-1]
    assert not list(own.rglob("*.db")) and not list(own.rglob("*.toml"))


def test_the_province_hands_the_same_to_its_desks(tmp_path: Path) -> None:
    """The province has records the program does not ship yet; a desk gets them as a package and keeps them."""
    province = tmp_path / "province"
    knowledge = emptied(province)
    adopt_plan(knowledge, plan_of(RECORDS, knowledge.catalogue, TODAY))
    content, tag = KnowledgePackage(province).current()
    desk = load_knowledge(tmp_path / "own", tmp_path / "knowledge-province")
    adopt_package(desk, content, tag)
    for known in (desk, load_knowledge(tmp_path / "own", tmp_path / "knowledge-province")):
        assert known.faults == ()
        by_hand = known.catalogue.versions("1.004873")
        assert len(by_hand) > 1, "the province's version beside the shipped one"
