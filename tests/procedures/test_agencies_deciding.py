"""Who decides on what: the catalogue's words, the data, the directory."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from counter_app.knowledge import Knowledge, load_knowledge
from counter_app.procedures.agencies_deciding import Decider, commune_of, load_deciding
from counter_app.procedures.catalogue import Procedure
from counter_app.procedures.data_files import DataFault, Layer
from counter_app.resources import resource

TODAY = date(2026, 11, 27)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def _procedure(knowledge: Knowledge, code: str) -> Procedure:
    found = knowledge.catalogue.get(code, TODAY)
    assert found
    return found


def _who(knowledge: Knowledge, code: str, office: str = "H41.99", name: str = "UBND PHƯỜNG SAO MAI") -> Decider | None:
    return knowledge.deciding.agency(knowledge.agencies, office, name, _procedure(knowledge, code), TODAY)


def test_a_new_certificate_is_decided_by_the_land_offices_branch_that_serves_the_ward(knowledge: Knowledge) -> None:
    assert _who(knowledge, "1.012783") == ("H41.97.02", "CHI NHÁNH VPĐKĐĐ KHU VỰC SAO MAI (VÍ DỤ)")


def test_a_ward_that_no_branch_names_is_told_the_branch_by_its_kind_and_never_itself(knowledge: Knowledge) -> None:
    assert _who(knowledge, "1.012783", "H41.105", "UBND XÃ MẪU") == ("", "Chi nhánh Văn phòng đăng ký đất đai")


def test_permanent_residence_is_decided_by_the_wards_police_and_has_a_receipt_of_its_own(knowledge: Knowledge) -> None:
    assert _who(knowledge, "1.004222") == ("", "Công an phường Sao Mai")
    assert knowledge.deciding.receipt_form(_procedure(knowledge, "1.004222")) == "residence_receipt"


def test_a_birth_is_registered_by_the_office_itself_on_mau_01(knowledge: Knowledge) -> None:
    office = _who(knowledge, "1.001193")
    assert office is None
    assert knowledge.deciding.receipt_form(_procedure(knowledge, "1.001193")) == "receipt"


def test_a_marriage_is_about_two_people_and_a_birth_is_not(knowledge: Knowledge) -> None:
    assert knowledge.deciding.two_parties(_procedure(knowledge, "1.000894"))
    assert not knowledge.deciding.two_parties(_procedure(knowledge, "1.001193"))


@pytest.mark.parametrize(
    ("office", "commune"),
    [
        ("UBND PHƯỜNG SAO MAI", "phường Sao Mai"),
        ("Ủy ban nhân dân xã Sao Băng", "xã Sao Băng"),
        ("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG ĐẶC KHU HÒN MẪU", "đặc khu Hòn Mẫu"),
        ("Sở Mẫu", "Sở Mẫu"),
    ],
)
def test_the_commune_is_told_from_the_offices_name(office: str, commune: str) -> None:
    assert commune_of(office) == commune


def test_an_offices_own_rule_goes_before_the_shipped_ones(tmp_path: Path, knowledge: Knowledge) -> None:
    (tmp_path / "dat-dai.toml").write_text(
        '[[deciding]]\nkey = "dat-dai-xa"\nfields = ["Đất đai"]\nname = "Chi nhánh VPĐKĐĐ khu vực Mẫu"\n', "utf-8"
    )
    deciding = load_deciding(resource("deciding"), Layer(tmp_path, "knowledge/deciding/"))
    procedure = _procedure(knowledge, "1.012783")
    found = deciding.agency(knowledge.agencies, "H41.99", "UBND PHƯỜNG SAO MAI", procedure, TODAY)
    assert found == ("", "Chi nhánh VPĐKĐĐ khu vực Mẫu")


def test_a_fault_names_its_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "sai.toml").write_text('[[deciding]]\nkey = "x"\nlevel = "hanh-tinh"\n', "utf-8")
    with pytest.raises(DataFault) as caught:
        load_deciding(resource("deciding"), Layer(tmp_path, "knowledge/deciding/"))
    assert caught.value.faults[0].where == "knowledge/deciding/sai.toml:3"
