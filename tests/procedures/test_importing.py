"""An import: what it would change, what it keeps, and that twice is once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from counter_app.dossier.model import Term
from counter_app.dossier.states import PauseMode
from counter_app.procedures.catalogue import CaseTerm, Catalogue, Fee
from counter_app.procedures.catalogue_files import load_catalogue
from counter_app.procedures.catalogue_texts import as_toml
from counter_app.procedures.data_files import DataFault
from counter_app.procedures.import_files import plan_of
from counter_app.procedures.import_report import lines, summary
from counter_app.procedures.importing import Effect, ImportPlan, plan_of_records
from counter_app.procedures.portal_records import Taken, taken_from
from counter_app.procedures.spreadsheet import write_spreadsheet
from counter_app.resources import resource
from tests.procedures.test_portal_records import method, record

TODAY = date(2026, 11, 25)
JULY = 1784307600000  # 18/07/2026 in Vietnam
CASES = {"Công trình": 10, "Nhà ở riêng lẻ": 7}


def taken(*methods: object, **more: object) -> Taken:
    return taken_from(record(*methods, **more), TODAY)


def after(catalogue: Catalogue, plan: ImportPlan) -> Catalogue:
    known = {(item.code, item.version): item for item in catalogue.all}
    return Catalogue((known | {(version.code, version.version): version for version in plan.versions}).values())


def planned(catalogue: Catalogue, *records: Taken, on: date = TODAY) -> tuple[ImportPlan, Catalogue]:
    plan = plan_of_records(catalogue, records, on)
    return plan, after(catalogue, plan)


def test_a_new_procedure_is_added_and_a_second_import_changes_nothing() -> None:
    plan, catalogue = planned(Catalogue([]), taken(method(3, "WORKING_DAY")))
    assert [change.effect for change in plan.changes] == [Effect.ADDED]
    again, _ = planned(catalogue, taken(method(3, "WORKING_DAY")), on=date(2026, 12, 24))
    assert again.versions == () and again.counts == {Effect.UNCHANGED: 1}


def test_what_changed_becomes_a_version_from_today_and_the_old_one_ends_yesterday() -> None:
    _, catalogue = planned(Catalogue([]), taken(method(3, "WORKING_DAY")))
    changed = taken(method(5, "WORKING_DAY"), updatedAt=JULY)
    plan, catalogue = planned(catalogue, changed)
    assert [(difference.field, difference.before, difference.after) for difference in plan.changes[0].differences] == [
        ("term", Term(amount=3, unit="working_days"), Term(amount=5, unit="working_days"))
    ]
    old, new = catalogue.versions("1.004873")
    assert (old.version, old.valid_until) == ("2026-04-15", date(2026, 11, 24))
    assert (new.version, new.valid_from, new.valid_until) == ("2026-07-18", TODAY, None)
    assert planned(catalogue, changed)[0].versions == ()


def test_two_changes_on_one_day_keep_the_version_somebody_may_have_received_under() -> None:
    _, catalogue = planned(Catalogue([]), taken(method(3, "WORKING_DAY")))
    _, catalogue = planned(catalogue, taken(method(5, "WORKING_DAY"), updatedAt=JULY))
    _, catalogue = planned(catalogue, taken(method(6, "WORKING_DAY"), updatedAt=JULY + 86_400_000))
    assert [(version.valid_from, version.valid_until) for version in catalogue.versions("1.004873")][1:] == [
        (TODAY, TODAY),
        (date(2026, 11, 26), None),
    ]


def test_an_older_record_changes_nothing_and_is_told() -> None:
    _, catalogue = planned(Catalogue([]), taken(method(5, "WORKING_DAY"), updatedAt=JULY))
    plan, _ = planned(catalogue, taken(method(3, "WORKING_DAY")))
    assert plan.versions == () and plan.counts == {Effect.NOT_NEWER: 1}
    assert lines(plan)[0][1] == "giữ nguyên: bản ghi không mới hơn; Phí lệ phí: chưa có dữ liệu về phí, lệ phí"


def test_what_a_record_does_not_know_takes_nothing_away() -> None:
    sound = taken(method(3, "WORKING_DAY", "DIRECT", "", {"type": "FEE", "value": 15000}))
    assert sound.procedure
    ours = sound.procedure.model_copy(update={"on_supplement": PauseMode.RESTART, "unsure": ("fees",)})
    poor = taken(method(1, "OTHER"), name="Tên mới", updatedAt=JULY, executionCases=None)
    plan, catalogue = planned(Catalogue([ours]), poor)
    new = catalogue.get("1.004873", TODAY)
    assert new and (new.name, new.term, new.fees) == ("Tên mới", ours.term, ours.fees)
    assert (new.components, new.on_supplement, new.unknown) == (ours.components, PauseMode.RESTART, ())
    assert [difference.field for difference in plan.changes[0].differences] == ["name"]


def test_cases_written_by_hand_outlive_an_import_until_the_term_is_another() -> None:
    """The portal puts ten days for works and seven for houses into one sentence, and leaves the charge to the province:
    the import made ten days of both and took the charge of houses away."""
    written = taken(method(10, "WORKING_DAY", "DIRECT", "", {"type": "FEE", "value": 0, "description": "HĐND tỉnh"}))
    assert written.procedure
    works, house = (CaseTerm(name=name, term=Term(amount=days, unit="working_days")) for name, days in CASES.items())
    charge = Fee(name="Lệ phí", kind="le_phi", amount=75_000, case=house.name)
    ours = written.procedure.model_copy(update={"case_terms": (works, house), "fees": (charge,)})
    assert ours.unknown == ("fees",), "nobody knows what works cost"
    council = {"type": "FEE", "value": 0, "description": "Nghị quyết của HĐND"}
    same = taken(method(10, "WORKING_DAY", "DIRECT", "", council), name="Tên mới", updatedAt=JULY)
    _, catalogue = planned(Catalogue([ours]), same)
    new = catalogue.get("1.004873", TODAY)
    assert new and (new.name, new.case_terms, new.fees) == ("Tên mới", (works, house), (charge,))
    assert new.unknown == ("fees",) and planned(catalogue, same)[0].versions == ()
    other = taken(method(5, "WORKING_DAY", "DIRECT", "", council), updatedAt=JULY)
    _, catalogue = planned(Catalogue([ours]), other)
    new = catalogue.get("1.004873", TODAY)
    assert new and (new.case_terms, new.fees, new.unknown) == ((), (), ("fees",)), (
        "no charge of a case nobody can choose"
    )


def test_a_procedure_the_portal_took_out_ends_today_and_keeps_its_history() -> None:
    _, catalogue = planned(Catalogue([]), taken(method(3, "WORKING_DAY")))
    gone = taken_from({"code": "1.004873-Xoa", "name": "x"}, TODAY)
    plan, catalogue = planned(catalogue, gone)
    assert plan.counts == {Effect.DELETED: 1}
    assert catalogue.get("1.004873", TODAY) and catalogue.get("1.004873", date(2026, 11, 26)) is None
    assert planned(catalogue, gone)[0].versions == ()
    assert planned(catalogue, taken(method(3, "WORKING_DAY")), on=date(2026, 12, 1))[0].versions == (), (
        "no newer record"
    )
    back, catalogue = planned(catalogue, taken(method(3, "WORKING_DAY"), updatedAt=JULY), on=date(2026, 12, 1))
    assert back.counts == {Effect.CHANGED: 1} and catalogue.get("1.004873", date(2026, 12, 1))


def test_a_deleted_code_beside_a_living_one_deletes_nothing() -> None:
    records = (taken_from({"code": "1.004873-Xoa", "name": "x"}, TODAY), taken(method(3, "WORKING_DAY")))
    for order in (records, records[::-1]):
        assert plan_of_records(Catalogue([]), order, TODAY).counts == {Effect.ADDED: 1}


def test_a_version_of_the_future_stays_in_force_on_its_day() -> None:
    shipped = load_catalogue(resource("procedures"))
    renamed = taken(method(1, "OTHER"), code="1.001193", name="Đăng ký khai sinh mới", updatedAt=JULY + 86_400_000)
    _, catalogue = planned(shipped, renamed)
    now, then = (catalogue.get("1.001193", day) for day in (TODAY, date(2027, 3, 1)))
    assert now and then and (now.name, now.valid_until) == ("Đăng ký khai sinh mới", date(2027, 2, 28))
    assert then.version == "2027-03"


def test_the_portals_list_tells_names_and_fields_only(tmp_path: Path) -> None:
    file = tmp_path / "danh-sach.xlsx"
    with xlsxwriter.Workbook(str(file)) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["Danh sách TTHC"])
        page.write_row(1, 0, ["Mã số", "Tên", "Cơ quan ban hành", "Cơ quan thực hiện", "Lĩnh vực"])
        page.write_row(2, 0, ["1.004873", "Tên theo danh sách", "Bộ Tư pháp", "UBND cấp xã\nSở Tư pháp", "Hộ tịch"])
        page.write_row(3, 0, ["1.999001", "Thủ tục mới", "Bộ Tư pháp", "UBND cấp xã", "Hộ tịch"])
        page.write_row(4, 0, ["1.99", "Mã sai", "", "", ""])
        page.write_row(5, 0, ["", "", "", "", ""])
    _, catalogue = planned(Catalogue([]), taken(method(3, "WORKING_DAY")))
    plan = plan_of(file, catalogue, TODAY)
    assert plan.counts == {Effect.CHANGED: 1, Effect.ADDED: 1, Effect.REFUSED: 1}
    known, new = after(catalogue, plan).get("1.004873", TODAY), after(catalogue, plan).get("1.999001", TODAY)
    assert known and known.term.amount == 3 and known.name == "Tên theo danh sách"
    assert known.competence == "UBND cấp xã; Sở Tư pháp"
    assert new and new.term.unit == "unknown" and {"term", "fees", "components"} <= set(new.unknown)
    assert plan_of(file, after(catalogue, plan), date(2026, 12, 30)).versions == ()


def test_our_own_files_are_told_apart_and_change_nothing_the_second_time(tmp_path: Path) -> None:
    catalogue = load_catalogue(resource("procedures"))
    household = catalogue.get("1.001612", TODAY)
    assert household
    cheap = household.model_copy(update={"fees": (Fee(name="Lệ phí", kind="le_phi", amount=50_000),)})
    (tmp_path / "a.toml").write_text(as_toml([cheap]), encoding="utf-8")
    write_spreadsheet([cheap, *catalogue.versions("1.001193")], tmp_path / "b.xlsx")
    for file, counts in (("a.toml", {Effect.CHANGED: 1}), ("b.xlsx", {Effect.CHANGED: 1, Effect.UNCHANGED: 3})):
        plan = plan_of(tmp_path / file, catalogue, TODAY)
        assert plan.counts == counts and plan.versions == (cheap,) and not plan.indexed
        assert plan_of(tmp_path / file, after(catalogue, plan), TODAY).versions == ()
    assert "Phí lệ phí: − " in lines(plan)[0][1] and "+ Lệ phí, le_phi, 50000" in lines(plan)[0][1]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", b"no json"),
        ("a.json", b""),
        ("a.json", b'{"code": "1.004873"'),
        ("a.jsonl", b'{"code": "1.004873"}\n{"code": \n'),
        ("a.xz", b"not packed"),
        ("a.json", b"\xff\xfe\x00"),
        ("a.xlsx", b"no spreadsheet"),
        ("a.doc", b"x"),
        ("gone.json", None),
        ("gone.toml", None),
    ],
)
def test_a_file_that_is_none_of_these_is_refused_by_name(tmp_path: Path, name: str, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(DataFault):
        plan_of(tmp_path / name, Catalogue([]), TODAY)


@pytest.mark.parametrize(
    "wrapped", ["[{0}]", '{{"code":"OK","data":{{"items":[{0}],"lastId":""}}}}', "{0}\n{0}", '{{"data":{0}}}']
)
def test_records_alone_in_lists_in_answers_and_on_lines_are_read(tmp_path: Path, wrapped: str) -> None:
    import json

    text = wrapped.format(json.dumps(record(method(3, "WORKING_DAY")), ensure_ascii=False))
    (tmp_path / "a.json").write_text("\ufeff" + text, encoding="utf-8")
    assert plan_of(tmp_path / "a.json", Catalogue([]), TODAY).counts == {Effect.ADDED: 1}


def test_nothing_at_all_is_said_too(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[]", encoding="utf-8")
    assert summary(plan_of(tmp_path / "a.json", Catalogue([]), TODAY)) == "không có thủ tục nào"
