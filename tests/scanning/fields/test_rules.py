"""Rules point at what does not go together, in the clerk's words, and keep silent about what was not read."""

from __future__ import annotations

from datetime import date

import pytest

from counter_app.dossier.amounts import in_words
from scanning.fields.checks import CHECKS, findings
from scanning.fields.field import Field
from scanning.fields.names import field_names
from scanning.fields.rules import Finding, ReadPaper, Rule, rules
from scanning.fields.spoken_numbers import day_in, number_in
from scanning.fields.templates import templates
from scanning.fields.titles import papers_with_titles
from scanning.fields.values import parse

TODAY = date(2026, 11, 27)
BIRTH, CARD, NOTE = "birth_registration_declaration", "identity_card", "birth_notification"


def paper(name: str, **fields: str) -> ReadPaper:
    """A paper with these fields (`mother__name` is mother.name), each understood by its kind."""
    read = []
    for written_name, text in fields.items():
        field = written_name.replace("__", ".")
        value = parse(field_names()[field].kind, text.split())
        assert value, f"{field}: {text}"
        read.append(Field(field, value.text, value.normal, 95.0, True, (0, 0, 9, 9), 0))
    return ReadPaper(name, tuple(read))


def found(*papers: ReadPaper, office: str = "") -> dict[str, Finding]:
    return {finding.rule: finding for finding in findings(papers, TODAY, office)}


def card(name: str = "Trần Thị Thử", number: str = "040190001234", born: str = "15/04/1990") -> ReadPaper:
    return paper(CARD, subject__name=name, subject__identity_number=number, subject__born=born, subject__sex="Nữ")


def test_a_dossier_that_goes_together_says_nothing() -> None:
    declaration = paper(
        BIRTH,
        requester__name="TRẦN THỊ THỬ",
        requester__identity_number="040190001234",
        requester__relation="Mẹ",
        mother__name="TRẦN THỊ THỬ",
        mother__born="1990",
        subject__name="LÊ VĂN MẪU",
        subject__born="15/04/2026",
        mother__address="Xóm 3, xã Nghi Lộc, tỉnh Nghệ An",
    )
    note = paper(NOTE, mother__name="Trần Thị Thử", subject__born="15/04/2026")
    assert not found(declaration, card(), note, office="UBND XÃ NGHI LỘC")


def test_a_name_that_differs_from_the_card_by_a_mark_is_pointed_at_and_the_cards_is_offered() -> None:
    declaration = paper(BIRTH, requester__name="TRẦN THỊ THƯ", requester__identity_number="040190001234")
    finding = found(declaration, card())["card_and_declaration"]
    assert finding.sentence == (
        "Họ tên của người yêu cầu trên Tờ khai đăng ký khai sinh là “TRẦN THỊ THƯ”, trên Căn cước công dân là "
        "“Trần Thị Thử”."
    )
    assert [(at.paper, at.field.name) for at in finding.fields] == [(0, "requester.name"), (1, "subject.name")]
    assert (finding.suggestion, finding.severity) == ("Trần Thị Thử", "wrong")


@pytest.mark.parametrize("written", ["Nguyễn Thị Hòa", "NGUYỄN THỊ HOÀ", "nguyễn thị hoà"])
def test_a_tone_written_on_the_other_letter_is_the_same_name(written: str) -> None:
    declaration = paper(BIRTH, requester__identity_number="040190001234")
    name = Field("requester.name", written, written, 95.0, True, (0, 0, 9, 9), 0)
    declaration = ReadPaper(BIRTH, (*declaration.fields, name))
    assert not found(declaration, card("Nguyễn Thị Hòa"))


def test_another_number_of_the_same_person_is_pointed_at_but_father_and_son_of_one_name_are_not() -> None:
    mother = paper(BIRTH, mother__name="Trần Thị Thử", mother__identity_number="040190001235", mother__born="1990")
    assert found(mother, card())["number_of_card"].suggestion == "040190001234"
    namesake = paper(BIRTH, mother__name="Trần Thị Thử", mother__identity_number="040160001235", mother__born="1960")
    assert "number_of_card" not in found(namesake, card())


def test_a_number_whose_century_or_sex_is_another_is_doubtful() -> None:
    declaration = paper(BIRTH, mother__identity_number="040090001234", mother__born="1991")
    assert found(declaration)["number_and_birth"].severity == "doubtful"


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"mother__identity_number": "047190001234"}, "number_and_province"),
        ({"mother__born": "2016", "subject__born": "15/04/2026"}, "child_after_mother"),
        ({"father__born": "01/02/2027", "subject__born": "15/04/2026"}, "not_in_the_future"),
        ({"deceased__born": "10/10/1950", "death__at": "ngày 9 tháng 10 năm 1950"}, "death_after_birth"),
        ({"requester__born": "10/05/2022", "requester__identity_issued": "cấp ngày 10/05/2021"}, "card_after_birth"),
        ({"mother__identity_number": "040190001234", "father__identity_number": "040190001234"},
         "one_number_of_a_couple"),
        ({"requester__relation": "Cha", "requester__name": "Lê Văn Mẫu", "father__name": "Lê Văn Khác"},
         "relation_father"),
        ({"subject__born": "15/04/2026",
          "subject__born__words": "ngày mười sáu tháng tư năm hai nghìn không trăm hai mươi sáu"}, "day_in_words"),
        ({"capital": "500.000.000 đồng", "capital__words": "Năm mươi triệu đồng"}, "capital_in_words"),
        ({"work__ground_area": "120", "site__area": "100"}, "ground_within_site"),
        ({"mother__address": "Xóm 3, xã Nghi Hoa, huyện Nghi Lộc, tỉnh Nghệ An"}, "address_of_old_units"),
        ({"mother__address": "Xóm 3, xã Không Có Thật, tỉnh Nghệ An"}, "address"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_pointed_at(fields: dict[str, str], rule: str) -> None:
    assert rule in found(paper(BIRTH, **fields))


@pytest.mark.parametrize(
    "fields",
    [
        {"mother__born": "1990"},
        {"mother__born": "2014", "subject__born": "2026"},  # in part: they may be twelve years apart
        {"capital": "500.000.000 đồng", "capital__words": "Năm trăm triệu đồng chẵn"},
        {"capital": "500.000.000 đồng", "capital__words": "năm trăm triệu đổng rưỡi gì đó"},
        {"mother__address": "Khối 5"},
    ],
)
def test_what_may_be_is_left_alone(fields: dict[str, str]) -> None:
    assert not found(paper(BIRTH, **fields))


def test_an_old_address_keeps_what_is_written_and_offers_todays_beside_it() -> None:
    written = "Xóm 3, xã Nghi Hoa, huyện Nghi Lộc, tỉnh Nghệ An"
    finding = found(paper(BIRTH, mother__address=written))["address_of_old_units"]
    assert finding.severity == "note" and written in finding.sentence
    assert finding.suggestion.startswith("Xóm 3, xã ") and "huyện" not in finding.suggestion


def test_parcel_sheet_and_area_of_application_and_certificate_are_compared() -> None:
    application = paper("land_split_merge_application", parcel="112", map_sheet="07", area="120,5 m²")
    certificate = paper("land_use_certificate", parcel="121", map_sheet="7", area="120,5 m2")
    assert set(found(application, certificate)) == {"parcel_of_certificate"}
    other = paper("land_use_certificate", parcel="112", map_sheet="7", area="90 m2")
    assert not found(application, certificate, other)  # of two certificates one is enough


def test_a_declaration_to_another_commune_is_pointed_at_only_where_the_office_is_known() -> None:
    declaration = paper(BIRTH, addressee="Ủy ban nhân dân phường Cửa Lò")
    assert not found(declaration) and not found(declaration, office="UBND PHƯỜNG CỬA LÒ")
    assert "UBND XÃ NGHI LỘC" in found(declaration, office="UBND XÃ NGHI LỘC")["commune_of_the_desk"].sentence


def test_a_couple_that_is_too_young_is_told_before_the_registrar_finds_it() -> None:
    young = paper("marriage_registration_declaration", husband__born="01/01/2007", wife__born="01/01/2007")
    assert set(found(young)) == {"husband_of_age"}


def test_every_rule_names_fields_papers_and_checks_that_there_are() -> None:
    given = {name for template in templates().values() for name in template.fields}
    card_fields = {f"subject.{name}" for name in ("name", "born", "sex", "identity_number")}
    for rule in rules():
        assert rule.check in CHECKS
        for which in filter(None, (rule.one, rule.other)):
            assert set(which.papers) <= papers_with_titles(), rule.name
            for name in which.fields:
                known = {field.partition(".")[2] for field in given} if name.startswith("*.") else given | card_fields
                assert name.removeprefix("*.") in known, (rule.name, name)


def test_every_field_of_every_template_has_its_words_and_its_kind() -> None:
    for template in templates().values():
        for field in template.fields:
            assert field in field_names(), (template.paper, field)


def test_a_rule_with_a_placeholder_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="braces"):
        Rule.model_validate(
            {"name": "x", "check": "same", "severity": "note", "one": {"fields": ["a"]}, "says": "{something}"}
        )


@pytest.mark.parametrize(
    ("words", "number"),
    [("một trăm linh năm phẩy hai mét vuông", "105.2"), ("Năm trăm triệu đồng chẵn", "500000000"),
     ("hai mươi mốt", "21"), ("một tỷ hai trăm triệu", "1200000000"), ("tám trăm lẻ một ngàn", "801000"),
     ("hai nghìn tỷ đồng", "2000000000000"), ("một trăm nghìn linh năm", "100005")],
)  # fmt: skip
def test_numbers_in_words_are_understood(words: str, number: str) -> None:
    assert str(number_in(words)) == number


def test_words_that_are_not_wholly_understood_are_no_number() -> None:
    assert [number_in(words) for words in ("", "khoảng một triệu", "năm sáu", "triệu")] == [None] * 4
    for words in ("hai mươi ba mươi", "hai nghìn ba triệu", "năm nghìn năm nghìn", "một tỷ hai tỷ", "lẻ"):
        assert number_in(words) is None, words
    assert day_in("ngày ba mươi mốt tháng hai năm hai nghìn") == ""
    assert day_in("ngày mồng năm tháng năm năm hai nghìn") == "2000-05-05"
    assert day_in("ngày hôm qua") == ""


@pytest.mark.parametrize("amount", [0, 10, 21, 105, 1_005, 115_015, 1_000_005, 10**9 + 1, 2_024 * 10**9, 10**15])
def test_every_amount_that_a_receipt_says_in_words_is_read_back(amount: int) -> None:
    assert number_in(in_words(amount)) == amount
