"""The agencies before and after 1 July 2025, and files of agencies with mistakes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from counter_app.config import sample_profile
from counter_app.desk import receiving
from counter_app.desk.desk import open_desk
from counter_app.dossier.clock import VIETNAM
from counter_app.procedures.agencies import AgencyDirectory, Level
from counter_app.procedures.agencies_files import load_agencies
from counter_app.procedures.data_files import DataFault, Layer
from counter_app.resources import resource
from tests.conftest import CLERK, filled

LAST_DAY, FIRST_DAY = date(2025, 6, 30), date(2025, 7, 1)

GOOD = """[[agency]]
code = "H41"
old_code = "000.00.00.H41"
name = "UBND TỈNH"
level = "province"
valid_from = 1991-08-12

[[agency]]
code = "H41.01"
name = "UBND HUYỆN"
level = "district"
parent = "H41"
valid_from = 1991-08-12
valid_until = 2025-06-30

[[agency]]
code = "H41.02"
name = "UBND XÃ"
level = "commune"
parent = "H41"
predecessors = ["H41.01"]
valid_from = 2025-07-01
"""


@pytest.fixture(scope="module")
def shipped() -> AgencyDirectory:
    return load_agencies(resource("agencies"))


def test_the_district_ends_and_its_communes_follow(shipped: AgencyDirectory) -> None:
    district = shipped.get("H41.90", LAST_DAY)
    assert district and district.level is Level.DISTRICT
    assert shipped.get("H41.90", FIRST_DAY) is None
    assert {successor.code for successor in shipped.successors("H41.90")} == {"H41.98", "H41.99"}
    assert {predecessor.code for predecessor in shipped.predecessors("H41.99")} == {"H41.90", "H41.90.01", "H41.90.02"}
    assert not shipped.in_force(FIRST_DAY, Level.DISTRICT)
    assert {item.level for item in shipped.in_force(FIRST_DAY)} >= {Level.COMMUNE, Level.CENTRE, Level.BRANCH}


def test_the_way_up_ends_at_the_province_in_both_worlds(shipped: AgencyDirectory) -> None:
    assert [item.code for item in shipped.path("H41.90.01", LAST_DAY)] == ["H41.90.01", "H41.90", "H41"]
    assert [item.code for item in shipped.path("H41.99.01", FIRST_DAY)] == ["H41.99.01", "H41.99", "H41"]


def test_codes_of_both_schemes_are_understood(shipped: AgencyDirectory) -> None:
    assert shipped.get("000.00.00.H41", FIRST_DAY) == shipped.get("H41", FIRST_DAY)
    assert shipped.successors("000.00.90.H41") == shipped.successors("H41.90")


def test_successors_are_followed_as_far_as_they_go(tmp_path: Path) -> None:
    again = GOOD + (
        'valid_until = 2026-12-31\n[[agency]]\ncode = "H41.03"\nname = "UBND PHƯỜNG"\nlevel = "commune"\n'
        'parent = "H41"\npredecessors = ["H41.02"]\nvalid_from = 2027-01-01\n'
    )
    (tmp_path / "a.toml").write_text(again, encoding="utf-8")
    directory = load_agencies(tmp_path)
    assert [item.code for item in directory.doing_its_work("H41.01", date(2026, 6, 1))] == ["H41.02"]
    assert [item.code for item in directory.doing_its_work("H41.01", date(2027, 6, 1))] == ["H41.03"]


@pytest.mark.parametrize(("agency", "code"), [("H41.90", "H41.90"), ("000.00.90.H41", "000.00.90.H41")])
def test_one_program_serves_the_district_of_may_2025_and_the_commune_after_it(
    tmp_path: Path, agency: str, code: str
) -> None:
    """A dossier received at the district keeps the district; who continues its work is found on any later day."""
    profile = sample_profile()
    office = profile.office.model_copy(update={"agency": agency, "name": "UBND HUYỆN SAO BIỂN (VÍ DỤ)"})
    desk = open_desk(tmp_path, profile.model_copy(update={"office": office}), CLERK)
    desk = replace(desk, now=lambda: datetime(2025, 5, 14, 9, 0, tzinfo=VIETNAM))
    try:
        draft = filled(desk.new_draft(), "1.001612", "giay-de-nghi")
        desk.keep_draft(draft)
        dossier = receiving.receive(desk, draft.id)
        later = replace(desk, now=lambda: datetime(2026, 11, 25, 9, 0, tzinfo=VIETNAM))
        kept = later.dossier(dossier.code)
        assert kept.code.startswith(f"{code}-250514-")
        assert kept.agencies.competent == agency and kept.procedure_version == "2021-01"
        under = later.knowledge.catalogue.version(kept.procedure, kept.procedure_version)
        assert under and under.competence == "Cấp huyện"
        directory = later.knowledge.agencies
        assert [item.code for item in directory.doing_its_work(agency, date(2025, 5, 14))] == ["H41.90"]
        assert {item.name for item in directory.doing_its_work(agency, later.now().date())} == {
            "UBND PHƯỜNG SAO MAI",
            "UBND XÃ SAO BĂNG (VÍ DỤ)",
        }
    finally:
        desk.store.close()


@pytest.mark.parametrize(
    ("change", "line", "expected"),
    [
        (('parent = "H41"\npred', 'parent = "H77"\npred'), 20, "parent: the code of a known agency, not H77"),
        (('predecessors = ["H41.01"]', 'predecessors = ["H41.55"]'), 21, "not H41.55"),
        (('level = "province"', 'level = "province"\nparent = "H41.02"'), 6, "does not lie below H41 itself"),
        (('level = "district"', 'level = "district"\npredecessors = ["H41.02"]'), 12, "did not come after H41.01"),
        (('code = "H41.01"', 'code = "H4101"'), 9, "code: an agency code such as H41.15"),
        (("valid_until = 2025-06-30", "valid_until = 1990-01-01"), 14, "not before 12/08/1991"),
        (('level = "district"', 'level = "county"'), 11, "level: one of"),
        (('code = "H41.02"', 'code = "H41.01"'), None, "agencies that did not come after"),
        (
            ('valid_until = 2025-06-30\n\n[[agency]]\ncode = "H41.02"', '\n\n[[agency]]\ncode = "H41.01"'),
            8,
            "given anew",
        ),
    ],
)
def test_a_mistake_is_named_with_its_file_and_line(
    tmp_path: Path, change: tuple[str, str], line: int | None, expected: str
) -> None:
    assert change[0] in GOOD
    (tmp_path / "don-vi.toml").write_text(GOOD.replace(*change, 1), encoding="utf-8")
    with pytest.raises(DataFault) as failure:
        load_agencies(tmp_path)
    fault = next(fault for fault in failure.value.faults if expected in fault.expected)
    assert fault.file == "don-vi.toml" and line in (None, fault.line), str(fault)


def test_an_office_adds_its_own_agencies_and_corrects_shipped_ones(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "cua-minh.toml").write_text(
        '[[agency]]\ncode = "H41"\nname = "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN"\nlevel = "province"\n'
        'valid_from = 1991-08-12\n\n[[agency]]\ncode = "H41.55"\n'
        'name = "UBND XÃ TRĂNG NON"\nlevel = "commune"\nparent = "H41"\n'
        "valid_from = 2025-07-01\n",
        encoding="utf-8",
    )
    directory = load_agencies(resource("agencies"), Layer(own, "own/"))
    province, commune = directory.path("H41.55", FIRST_DAY)[::-1]
    assert (province.name, commune.name) == ("ỦY BAN NHÂN DÂN TỈNH NGHỆ AN", "UBND XÃ TRĂNG NON")
