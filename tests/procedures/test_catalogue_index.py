"""Thousands of versions in one file: the same as their sources, read one by one, refused where it is damaged."""

from __future__ import annotations

import sqlite3
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from counter_app.commands.build_catalogue import INDEX, shipped_procedures
from counter_app.procedures.catalogue import Catalogue, as_listed
from counter_app.procedures.catalogue_files import load_catalogue
from counter_app.procedures.catalogue_index import CatalogueIndex, digest_of, index_file, packed_index, write_index
from counter_app.procedures.data_files import DataFault
from counter_app.resources import resource

TODAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    folder = resource("procedures")
    return load_catalogue(folder, indexes=[CatalogueIndex(folder / INDEX)])


def test_what_ships_is_what_its_sources_say() -> None:
    """Run `python -m counter_app.commands.build_catalogue` where this fails."""
    index = CatalogueIndex(resource("procedures", INDEX))
    sources = sorted(
        shipped_procedures(resource("procedures")),
        key=lambda shipped_procedure: (shipped_procedure.code, shipped_procedure.valid_from),
    )
    assert list(index.all()) == sources
    assert sorted(index.listed()) == sorted(map(as_listed, sources))
    assert index.sources == digest_of(resource("procedures")), "the files written by hand are those of today"


def test_files_written_by_hand_are_parsed_only_where_they_are_not_in_the_index(tmp_path: Path) -> None:
    index = CatalogueIndex(resource("procedures", INDEX))
    for file in resource("procedures").glob("*.toml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    same = load_catalogue(tmp_path, indexes=[index])
    assert same.listed() == load_catalogue(tmp_path, indexes=[]).over([index]).listed()
    text = (tmp_path / "ho-tich.toml").read_text(encoding="utf-8")
    (tmp_path / "ho-tich.toml").write_text(text.replace('"Đăng ký khai sinh"', '"Khai sinh"'), encoding="utf-8")
    changed = load_catalogue(tmp_path, indexes=[index]).get("1.001193", TODAY)
    assert changed and changed.name == "Khai sinh"


def test_all_the_communes_procedures_and_the_provinces_are_there(shipped: Catalogue) -> None:
    listed = shipped.listed(TODAY)
    codes = {line.code for line in listed}
    assert len(codes) == len(listed) > 3_200
    commune = [line for line in listed if "commune" in line.levels]
    assert len(commune) >= 1_120 + 17, "those of the portal, and those only Nghệ An's decisions name"
    anywhere = [item.code for item in shipped.in_force(TODAY) if item.anywhere]
    assert len(anywhere) >= 190
    assert {"1.012558", "1.013072", "3.000560"} <= codes, "what Nghệ An published itself"
    assert "1.014955" not in codes and "1.014955-Xoa" not in codes, "taken out by the portal"


def test_what_nobody_knows_is_said_to_be_unknown(shipped: Catalogue) -> None:
    only_named = next(item for item in shipped.in_force(TODAY) if item.anywhere and not item.publisher)
    assert only_named.term.unit == "unknown"
    assert {"term", "fees", "components", "competence", "field"} <= set(only_named.unknown)
    unknown = Counter(about for item in shipped.in_force(TODAY) for about in item.unknown)
    assert 500 < unknown["term"] < 800


def test_no_clerk_sees_a_mark_of_doubt(shipped: Catalogue) -> None:
    marked = [item.code for item in shipped.all if "[K" in item.model_dump_json()]
    assert marked == [], "what is to be confirmed stands in `unsure`"
    assert any("exemptions" in version.unsure for version in shipped.versions("1.001612"))


def test_a_version_comes_back_whole_and_the_written_one_goes_first(tmp_path: Path, shipped: Catalogue) -> None:
    some = [item for item in shipped.in_force(TODAY) if item.case_terms][:5]
    write_index(some, tmp_path)
    index = CatalogueIndex(index_file(tmp_path) or tmp_path)
    assert [index.versions(item.code) for item in some] == [[item] for item in some]
    dearer = some[0].model_copy(update={"name": "Của cơ quan"})
    catalogue = Catalogue([dearer], [index])
    assert catalogue.get(some[0].code, TODAY) == dearer
    assert {line.name for line in catalogue.listed(TODAY)} == {"Của cơ quan"} | {item.name for item in some[1:]}


def test_of_two_layers_the_version_that_began_last_applies(tmp_path: Path, shipped: Catalogue) -> None:
    birth = shipped.version("1.001193", "2025-07")
    assert birth
    older = birth.model_copy(update={"version": "a", "valid_from": date(2025, 1, 1), "valid_until": None})
    newer = birth.model_copy(update={"version": "b", "valid_from": date(2026, 1, 1), "valid_until": None})
    write_index([newer], tmp_path)
    catalogue = Catalogue([older], [CatalogueIndex(index_file(tmp_path) or tmp_path)])
    on_days = [catalogue.get("1.001193", day) for day in (date(2024, 1, 1), date(2025, 12, 31), TODAY)]
    assert [on_day and on_day.version for on_day in on_days] == [None, "a", "b"]
    assert [line.version for line in catalogue.listed(TODAY)] == ["b"]
    assert [version.version for version in catalogue.versions("1.001193")] == ["a", "b"]


def test_another_index_goes_beside_the_one_before_which_may_still_be_read(tmp_path: Path, shipped: Catalogue) -> None:
    birth = shipped.version("1.001193", "2025-07")
    assert birth
    for nth in range(4):
        write_index([birth.model_copy(update={"name": f"Lần {nth}"})], tmp_path)
        before = CatalogueIndex(index_file(tmp_path) or tmp_path)
    if sys.platform != "win32":  # there those that are open stay until a later one is written
        assert len(list(tmp_path.iterdir())) == 2
    assert before.versions("1.001193")[0].name == "Lần 3"


def test_many_threads_read_one_index(shipped: Catalogue) -> None:
    index = CatalogueIndex(resource("procedures", INDEX))
    codes = [line.code for line in index.listed()[:400]]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda code: index.versions(code)[0].code, codes))
    assert found == codes


@pytest.mark.parametrize("damage", ["cut", "text", "other", "details"])
def test_a_damaged_index_is_a_fault_not_a_crash(tmp_path: Path, shipped: Catalogue, damage: str) -> None:
    birth = shipped.version("1.001193", "2025-07")
    assert birth
    file = tmp_path / "catalogue-000001.db"
    content = packed_index([birth])
    file.write_bytes({"cut": content[:3000], "text": b"no index at all"}.get(damage, content))
    if damage in ("other", "details"):
        with sqlite3.connect(file) as db:
            change = "PRAGMA user_version = 99" if damage == "other" else "UPDATE procedures SET details = x'00'"
            db.execute(change)
    with pytest.raises(DataFault, match=r"catalogue-000001\.db"):
        list(CatalogueIndex(file).all())
