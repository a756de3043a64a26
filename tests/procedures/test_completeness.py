"""What is missing of a dossier before it is received, told as a clerk would tell it."""

from __future__ import annotations

from datetime import date

from counter_app.dossier.applicants import Authority, Representative
from counter_app.dossier.draft import ComponentTicked, Draft, PersonTyped
from counter_app.dossier.model import Term
from counter_app.language import said
from counter_app.procedures.catalogue import ComponentRule, Procedure
from counter_app.procedures.completeness import as_asked, asked_item, gaps

OWNER = PersonTyped(name="Đặng Thị Hường", identity_number="040190001234", address="Xóm 3, phường Sao Mai, Nghệ An")


def procedure(*rules: ComponentRule) -> Procedure:
    return Procedure(
        code="1.001193",
        name="Đăng ký khai sinh",
        field="Hộ tịch",
        version="1",
        components=rules,
        term=Term(unit="same_day"),
        valid_from=date(2025, 7, 1),
    )


def lacking(
    rules: list[ComponentRule], *ticks: ComponentTicked, owner: PersonTyped = OWNER, case: str = ""
) -> list[str]:
    draft = Draft(id="draft-1234", owner=owner, components=ticks, case=case)
    return [gap.item for gap in gaps(procedure(*rules), draft)]


DECLARATION = ComponentRule(key="to-khai", name="Tờ khai", originals=1)
DRAWINGS = ComponentRule(key="ban-ve", name="Bản vẽ", originals=2)
SOMETIMES = ComponentRule(key="neu-co", name="Giấy tờ khác", required=False)
COPIES = ComponentRule(key="ban-sao", name="Giấy chứng nhận", certified_copies=1, copies=1)


def test_a_required_paper_that_was_not_brought_is_missing_with_how_many_are_asked_for() -> None:
    assert lacking([DECLARATION, DRAWINGS]) == ["Tờ khai (01 bản chính)", "Bản vẽ (02 bản chính)"]


def test_a_paper_that_only_sometimes_applies_is_never_missing() -> None:
    assert lacking([DECLARATION.model_copy(update={"required": False})]) == []


def test_one_drawing_where_two_are_asked_for_lacks_the_other() -> None:
    assert lacking([DRAWINGS], ComponentTicked(key="ban-ve", originals=1)) == ["Bản vẽ (01 bản chính)"]


def test_originals_in_place_of_copies_are_enough_and_copies_in_place_of_originals_are_not() -> None:
    assert lacking([COPIES], ComponentTicked(key="ban-sao", originals=2)) == []
    assert lacking([COPIES], ComponentTicked(key="ban-sao", copies=2)) == ["Giấy chứng nhận (01 bản chứng thực)"]


def test_a_paper_shown_only_is_complete_when_it_was_seen() -> None:
    card = ComponentRule(key="the", name="Căn cước", shown_only=True)
    assert lacking([card]) == ["Căn cước (xuất trình)"]
    assert lacking([card], ComponentTicked(key="the", shown=True)) == []


def test_the_paper_of_another_case_is_not_asked_for() -> None:
    house = DRAWINGS.model_copy(update={"case": "Nhà ở riêng lẻ"})
    assert lacking([house], case="Công trình") == []
    assert lacking([house], case="Nhà ở riêng lẻ") == ["Bản vẽ (02 bản chính)"]


def test_number_and_address_are_missing_until_they_are_filled_in() -> None:
    nobody = PersonTyped(name="Đặng Thị Hường")
    found = gaps(procedure(DECLARATION), Draft(id="draft-1234", owner=nobody, components=(as_asked(DECLARATION),)))
    assert [gap.field for gap in found] == ["owner.identity_number", "owner.address"]
    assert said(found[1].sentence, lambda _, text: text) == "The owner's address is not filled in."


def test_a_tick_stands_for_what_is_asked_for() -> None:
    assert as_asked(DRAWINGS).originals == 2
    assert as_asked(COPIES) == ComponentTicked(key="ban-sao", certified_copies=1, copies=1)
    assert as_asked(ComponentRule(key="a", name="Giấy tờ khác")).originals == 1
    assert asked_item(COPIES) == "Giấy chứng nhận (01 bản chứng thực, 01 bản photo)"


def test_each_owner_is_known_by_the_number_of_its_kind() -> None:
    here = {"name": "Sao Mẫu", "address": "Khối 5, phường Sao Mai"}
    head = Representative(name="Lê Văn Chủ", identity_number="040088004321")
    assert lacking([SOMETIMES], owner=PersonTyped(kind="enterprise", **here)) == ["Mã số thuế của chủ hồ sơ"]
    assert lacking([SOMETIMES], owner=PersonTyped(kind="household", **here)) == [
        "Số định danh cá nhân của người đại diện"
    ]
    assert lacking([SOMETIMES], owner=PersonTyped(kind="household", representative=head, **here)) == []
    draft = Draft(id="draft-1234", owner=OWNER, co_owners=(PersonTyped(name="Trần Văn Bình"),))
    (of_other,) = gaps(procedure(SOMETIMES), draft)
    assert (of_other.field, of_other.item) == (
        "co_owners.0.identity_number",
        "Số định danh cá nhân của Trần Văn Bình",
    )


def test_who_files_by_a_paper_alone_shows_it_and_a_mother_may_be_without() -> None:
    submitter = PersonTyped(name="Lê Thị Nộp", identity_number="040185000111")

    def asked(**more: object) -> list[str]:
        return [gap.item for gap in gaps(procedure(SOMETIMES), Draft(id="draft-1234", submitter=submitter, **more))]  # type: ignore[arg-type]

    acting = Representative(name=submitter.name, identity_number=submitter.identity_number)
    company = PersonTyped(
        kind="enterprise", name="Sao Mẫu", identity_number="2999999916", address="Vinh", representative=acting
    )
    assert asked(owner=OWNER) == ["Văn bản ủy quyền cho người nộp hồ sơ"]
    assert asked(owner=OWNER, relation="heir") == ["Giấy tờ chứng minh tư cách của người nộp hồ sơ"]
    assert asked(owner=OWNER, relation="guardian", authority=Authority(number="12/TL")) == []
    assert asked(owner=OWNER, relation="mother") == [], "what shows it is often what she applies for"
    assert asked(owner=company, relation="representative") == [], "as the intake says already"
