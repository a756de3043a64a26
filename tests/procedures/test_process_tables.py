"""Tables of processes out of a province's decisions: what is whole becomes steps, what is not is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from counter_app.knowledge import adopt_plan, load_knowledge
from counter_app.procedures.data_files import DataFault
from counter_app.procedures.import_files import plan_of
from counter_app.procedures.import_report import lines
from counter_app.procedures.importing import Effect

TODAY = date(2026, 11, 25)
BIRTH, DEATH = "1.001193", "1.000656"
HEAD = "decision,date,code,procedure,step,unit,work,hours,time_text"


def row(code: str, step: int, unit: str, hours: str, work: str = "Xử lý, trình ký") -> str:
    return f'99/QĐ-UBND,2025-11-26,{code},Thủ tục mẫu,{step},"{unit}","{work}",{hours},'


def table(folder: Path, *rows: str) -> Path:
    file = folder / "quy-trinh.csv"
    file.write_text("\n".join((HEAD, *rows)), encoding="utf-8")
    return file


def test_whole_processes_become_steps_of_procedures_that_are_known_and_the_rest_is_told(tmp_path: Path) -> None:
    knowledge = load_knowledge(tmp_path / "own", None)
    before = knowledge.catalogue.get(BIRTH, TODAY)
    assert before is not None
    whole = (
        row(BIRTH, 1, "Bộ phận Một cửa", "4.0"),
        row(BIRTH, 2, "Phòng Tư pháp", "12"),
        row(BIRTH, 3, "Văn thư", ""),
    )
    file = table(
        tmp_path,
        *whole,
        row("", 1, "Bộ phận Một cửa", "4.0"),
        row(DEATH, 1, "Bộ phận Một cửa", ""),
        row(DEATH, 2, "Văn thư", "2"),
        row("1.999999", 1, "Bộ phận Một cửa", "4.0"),
        row("1.999998", 1, "Bộ phận Một cửa", "4.0"),
        row("1.999998", 1, "Bộ phận Một cửa", "8.0"),
    )
    plan = plan_of(file, knowledge.catalogue, TODAY)
    assert [change.effect for change in plan.changes] == [Effect.CHANGED, *[Effect.REFUSED] * 5]
    said = [what for _, what in lines(plan, "vi")]
    assert "mã thủ tục" in said[1] and "bước 1 không có số giờ" in said[2] and "đang hiệu lực" in said[3]
    assert "nhiều quy trình" in said[4] and "nhiều quy trình" in said[5]

    adopt_plan(knowledge, plan)
    now = load_knowledge(tmp_path / "own", None).catalogue.get(BIRTH, TODAY)
    assert now is not None and now.valid_from == TODAY and now.version == "99/QĐ-UBND"
    assert [(step.unit, step.hours) for step in now.steps] == [
        ("Bộ phận Một cửa", 4.0),
        ("Phòng Tư pháp", 12.0),
        ("Văn thư", 0.0),
    ]
    same = {name: getattr(before, name) for name in ("components", "term", "fees", "source_date")}
    assert {name: getattr(now, name) for name in same} == same, "nothing else changes"
    again = plan_of(table(tmp_path, *whole), knowledge.catalogue, TODAY)
    assert again.counts == {Effect.UNCHANGED: 1}


def test_a_table_out_of_a_word_processor_comes_as_a_workbook_under_vietnamese_heads(tmp_path: Path) -> None:
    lines: tuple[tuple[object, ...], ...] = (
        ("Quyết định", "Mã  thủ tục", "Thủ tục", "BƯỚC", "Đơn vị", "Nội dung công việc", "Số giờ", "Ghi chú"),
        ("99/QĐ-UBND", BIRTH, "Đăng ký khai sinh", 1, "Bộ phận Một cửa", "Tiếp nhận", "0,5", "Mẫu 01"),
        ("99/QĐ-UBND", BIRTH, "Đăng ký khai sinh", 2, "Phòng Tư pháp", "Thẩm định", 12),
        (" ",),
    )
    with xlsxwriter.Workbook(tmp_path / "quy-trinh.xlsx") as book:
        book.add_worksheet("Ghi chú").write_row(0, 0, ("Bản gõ lại",))
        sheet = book.add_worksheet("QT 01")
        for number, line in enumerate(lines, 1):
            sheet.write_row(number, 0, line)
    knowledge = load_knowledge(tmp_path / "own", None)
    plan = plan_of(tmp_path / "quy-trinh.xlsx", knowledge.catalogue, TODAY)
    assert plan.counts == {Effect.CHANGED: 1}
    adopt_plan(knowledge, plan)
    now = load_knowledge(tmp_path / "own", None).catalogue.get(BIRTH, TODAY)
    assert now is not None
    assert [(step.unit, step.hours) for step in now.steps] == [("Bộ phận Một cửa", 0.5), ("Phòng Tư pháp", 12.0)]


@pytest.mark.parametrize("text", ["", "mã,tên\n1,2\n", HEAD, "\ufffd".encode("utf-16").decode("latin-1")])
def test_what_is_no_such_table_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "khac.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DataFault):
        plan_of(file, load_knowledge().catalogue, TODAY)
