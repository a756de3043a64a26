"""The catalogue of procedures: what ships, finding in it, and files with mistakes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from counter_app.procedures.calendar_files import load_calendar, load_office_hours
from counter_app.procedures.catalogue import Catalogue
from counter_app.procedures.catalogue_files import load_catalogue
from counter_app.procedures.data_files import DataFault
from counter_app.procedures.fees import fees_due
from counter_app.resources import resource

TODAY = date(2026, 11, 24)

GOOD = """# a comment
[[procedure]]
code = "1.001193"
name = "Đăng ký khai sinh"
field = "Hộ tịch"
version = "2025-07"
term = { amount = 0, unit = "same_day" }
valid_from = 2025-07-01

[[procedure.components]]
key = "to-khai"
name = "Tờ khai"
originals = 1

[[procedure.components]]
key = "chung-sinh"
name = "Giấy chứng sinh"

[[procedure.fees]]
name = "Lệ phí"
kind = "le_phi"
amount = 8000
"""


TAKEN_OVER_FOR_THEIR_FEES = {"1.004194", "1.002755", "1.013855"}
"""As the portal has them, which names no steps; its words about fees by case were read by hand."""


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue(resource("procedures"))


def test_what_ships_covers_the_typical_procedures(shipped: Catalogue) -> None:
    codes = {procedure.code for procedure in shipped.in_force(TODAY)}
    assert {"1.001193", "2.000815", "1.001612", "1.013225", "1.012783", "1.004222"} <= codes
    assert {"1.001193", "2.000528", "2.000986", "1.004884", "1.000689", "1.000894", "2.000806", "1.004873"} <= codes
    assert {"2.000635", "2.000815", "2.000884", "2.001035", "2.001406", "2.001019", "2.000908", "1.001612"} <= codes
    assert {"2.000720", "1.001570", "1.001266", "2.000575", "1.013225", "1.013978", "1.012783", "1.012784"} <= codes
    assert {"1.012786", "1.012790", "1.013949", "1.001776", "1.004222"} <= codes, "all of the typical ones"
    assert any("biến động" in item.name for item in shipped.in_force(TODAY)), "its national code is not known"
    for procedure in shipped.all:
        taken_over = procedure.code in TAKEN_OVER_FOR_THEIR_FEES
        assert procedure.results and (taken_over or len(procedure.steps) >= 4), procedure.code
        if taken_over:
            continue
        named = sum(step.hours for step in procedure.steps)
        if procedure.term.unit == "working_days":
            assert named == 8 * procedure.term.amount, f"{procedure.code}: the steps take as long as the term"


def test_the_new_law_of_civil_status_begins_on_its_day(shipped: Catalogue) -> None:
    last_day, first_day = shipped.get("1.001193", date(2027, 2, 28)), shipped.get("1.001193", date(2027, 3, 1))
    assert last_day and first_day and last_day.version == "2025-07"
    assert first_day.legal_base == ("Luật Hộ tịch 03/2026/QH16",)
    assert [version.version for version in shipped.versions("1.001193")] == ["2016-01", "2025-07", "2027-03"]


def test_until_june_2025_the_district_decided(shipped: Catalogue) -> None:
    before, after = shipped.get("1.001612", date(2025, 6, 30)), shipped.get("1.001612", date(2025, 7, 1))
    assert before and after and (before.competence, after.competence) == ("Cấp huyện", "Cấp xã")


def test_land_procedures_have_a_second_stage(shipped: Catalogue) -> None:
    staged = {item.code for item in shipped.in_force(TODAY) if item.next_term is not None}
    assert {"1.013978", "1.013949", "9.000001"} <= staged


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("khai sinh", "1.001193"),
        ("Đăng ký khai sinh", "1.001193"),
        ("dkks", "1.001193"),
        ("1.013225", "1.013225"),
        ("xay dung giay phep", "1.013225"),
        ("tach thua", "1.012784"),
        ("cap doi", "1.012783"),
        ("ket hon", "1.000894"),
    ],
)
def test_a_procedure_is_found_as_clerks_type_it(shipped: Catalogue, typed: str, first: str) -> None:
    assert shipped.find(typed, TODAY)[0].code == first


def test_nothing_is_found_for_what_is_not_there(shipped: Catalogue) -> None:
    assert shipped.find("hộ chiếu phổ thông điện tử xyz", TODAY) == []


def test_a_free_procedure_costs_nothing_and_a_charge_is_no_fee(shipped: Catalogue) -> None:
    birth, household = shipped.get("1.001193", TODAY), shipped.get("1.001612", TODAY)
    assert birth and household
    assert fees_due(birth) == ()
    assert [(fee.kind, fee.amount) for fee in fees_due(household)] == [("le_phi", 100_000)]


def test_a_dossier_keeps_its_version(tmp_path: Path) -> None:
    old = GOOD.replace("valid_from = 2025-07-01", "valid_from = 2020-01-01\nvalid_until = 2025-06-30").replace(
        '"2025-07"', '"2020"'
    )
    (tmp_path / "ho-tich.toml").write_text(old + GOOD, encoding="utf-8")
    catalogue = load_catalogue(tmp_path)
    now, then = catalogue.get("1.001193", TODAY), catalogue.get("1.001193", date(2025, 6, 30))
    assert now and then and (now.version, then.version) == ("2025-07", "2020")
    assert catalogue.version("1.001193", "2020") == then
    assert catalogue.get("1.001193", date(2019, 12, 31)) is None


@pytest.mark.parametrize(
    ("change", "line", "expected"),
    [
        (('code = "1.001193"', 'code = "1.1193"'), 3, "code"),
        (("valid_from = 2025-07-01", 'valid_from = "2025-13-01"'), 8, "valid_from"),
        (("valid_from = 2025-07-01", "valid_from = 2025-13-01"), 8, "line 8"),
        (('unit = "same_day"', 'unit = "weeks"'), 7, "term.unit"),
        (('name = "Tờ khai"', 'name = ""'), 12, "components.0.name"),
        (('name = "Giấy chứng sinh"\n', ""), 15, "components.1.name"),
        (('key = "chung-sinh"', 'key = "to-khai"'), 16, "twice"),
        (("amount = 8000", "amount = -1"), 22, "fees.0.amount"),
        (("valid_from = 2025-07-01", "valid_from = 2025-07-01\nvalid_until = 2025-06-30"), 9, "not before 01/07/2025"),
        (('unit = "same_day"', 'unit = "hours"'), 7, "at least 1"),
        (("valid_from = 2025-07-01", "valid_from = 2025-07-01\nunheard = 1"), 9, "no such field"),
        (("valid_from = 2025-07-01\n", ""), 2, "valid_from: a value, which is missing"),
        (('kind = "le_phi"', 'kind = "thue"'), 21, "one of phi, le_phi"),
        (
            (
                "amount = 8000",
                'amount = 8000\nper = "page"\ntiers = [{ from_page = 3, amount = 1 }, { from_page = 3, amount = 2 }]',
            ),
            24,
            "tiers go up",
        ),
        (("amount = 8000", "amount = 8000\nmost_per_copy = 9"), 19, "page, since"),
        (
            (
                "valid_from = 2025-07-01",
                'exemptions = [\n { key = "a", name = "A" },\n { key = "a", name = "B" },\n]\nvalid_from = 2025-07-01',
            ),
            10,
            "exemptions.1.key: another key",
        ),
        (
            (
                "valid_from = 2025-07-01",
                'steps = [\n  { unit = "A", name = "B" },\n  { unit = "A", name = "" },\n]\nvalid_from = 2025-07-01',
            ),
            10,
            "steps.1.name",
        ),
        (("[[procedure]]", "[[procedur]]"), 10, "written as [[procedure]]"),
        (("# a comment", "catalogue = 1"), 1, "no such field"),
        (('field = "Hộ tịch"', 'field = "Hộ tịch"\nfeild = "x"'), 6, "feild"),
        (("[[procedure]]", "[[procedure]"), 2, ""),
    ],
)
def test_a_mistake_is_named_with_its_file_and_line(
    tmp_path: Path, change: tuple[str, str], line: int, expected: str
) -> None:
    (tmp_path / "ho-tich.toml").write_text(GOOD.replace(*change, 1), encoding="utf-8")
    with pytest.raises(DataFault) as failure:
        load_catalogue(tmp_path)
    fault = failure.value.faults[0]
    assert (fault.file, fault.line) == ("ho-tich.toml", line), str(fault)
    assert expected in fault.expected
    assert "ho-tich.toml" in failure.value.sentence()


def test_two_versions_that_overlap_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.toml").write_text(GOOD.replace("2025-07", "2026-01"), encoding="utf-8")
    with pytest.raises(DataFault) as failure:
        load_catalogue(tmp_path)
    fault = failure.value.faults[0]
    assert fault.where == "a.toml:2" and fault.expected.startswith("valid_until: a last day before 01/01/2026")
    assert "ngày cuối trước 01/01/2026" in fault.said("vi")


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(GOOD.replace('kind = "le_phi"', 'kind = "x"'), encoding="utf-8")
    (tmp_path / "b.toml").write_text(GOOD.replace('name = "Tờ khai"', 'name = ""'), encoding="utf-8")
    with pytest.raises(DataFault) as failure:
        load_catalogue(tmp_path)
    assert {fault.file for fault in failure.value.faults} == {"a.toml", "b.toml"}


def test_an_empty_folder_is_no_catalogue(tmp_path: Path) -> None:
    with pytest.raises(DataFault):
        load_catalogue(tmp_path)
    with pytest.raises(DataFault):
        load_calendar(tmp_path)


def test_mistakes_in_calendar_and_hours_are_named_too(tmp_path: Path) -> None:
    (tmp_path / "2026.toml").write_text(
        '[[holiday]]\ndate = 2026-01-01\nname = "Tết"\n\n[[holiday]]\ndate = 2025-01-02\nname = "x"\n', encoding="utf-8"
    )
    with pytest.raises(DataFault) as failure:
        load_calendar(tmp_path)
    assert str(failure.value.faults[0]).startswith("2026.toml:6")
    hours = tmp_path / "office-hours.toml"
    hours.write_text("[[span]]\nopens = 07:00:00\ncloses = 06:00:00\n", encoding="utf-8")
    with pytest.raises(DataFault) as failure:
        load_office_hours(hours)
    assert str(failure.value.faults[0]).startswith("office-hours.toml:2")
