"""An office's past comes in from its old book: line by line, each once, found and never counted."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from counter_app.desk.desk import Desk
from counter_app.desk.finding import find, find_all, past_dossier
from counter_app.desk.past import BadColumns, NoPastSheet, columns_text, import_past, read_columns, read_sheet
from counter_app.desk.personal_data import erase
from counter_app.dossier.acts.act import NotYourTask
from counter_app.dossier.roles import Clerk, Role, tasks_of
from counter_app.reports.periods import span
from counter_app.reports.scope import Scope
from counter_app.reports.volumes import digitisation_by_field

HEADS = ("STT", "Mã hồ sơ", "Họ và tên chủ hồ sơ", "Số CCCD/CMND", "Nội dung", "Ngày nhận", "Ngày hẹn trả", "Ngày trả")
LINES: tuple[tuple[object, ...], ...] = (
    (1, "UBND-CL/2019/0012", "Hồ Thị Mận", "040 190 000 123", "Khai sinh", "05/03/2019", "8/3/2019", "08/03/2019"),
    (2, "UBND-CL/2019/0013", "Phan Văn Đước", 186123456.0, "Chứng thực", datetime(2019, 3, 6), "", ""),
    (3, "UBND-CL/2019/0014", "", "", "Khai tử", "06/03/2019", "", ""),
    (4, "UBND-CL/2019/0015", "Lê Thị Quýt", "", "Kết hôn", "31/02/2019", "", ""),
    (5, "UBND-CL/2019/0012", "Hồ Thị Mận", "", "Khai sinh", "05/03/2019", "", ""),
    (6, "UBND-CL/2019/0016", "Lê Thị Quýt", "12345", "Kết hôn", "06/03/2019", "", ""),
    (7, "UBND-CL/2019/0017", "Lê Thị Quýt", "", "Kết hôn", "06/03/2019", "", "01/03/2019"),
    (8, "UBND-CL/2019/0018", "Lê Thị Quýt", "", "Kết hôn", "06/03/2091", "", ""),
)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A register of 2019 as a spreadsheet: a title, an empty line, heads."""
    path = tmp_path / "so-2019.xlsx"
    with xlsxwriter.Workbook(str(path)) as written:
        sheet = written.add_worksheet("Sổ theo dõi")
        day = written.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write(0, 0, "SỔ THEO DÕI HỒ SƠ NĂM 2019")
        for row, line in enumerate((HEADS, *LINES), 2):
            for column, cell in enumerate(line):
                if isinstance(cell, datetime):
                    sheet.write_datetime(row, column, cell, day)
                else:
                    sheet.write(row, column, cell)
    return path


def test_right_lines_come_in_once_and_wrong_ones_are_named(desk: Desk, book: Path) -> None:
    sheet = read_sheet(book, {})
    told = import_past(desk, book, sheet, check=True)
    assert told.new == 2 and not find_all(desk, "mận")
    done = import_past(desk, book, sheet)
    assert (done.new, done.known) == (2, 0)
    assert [wrong.line for wrong in done.wrong] == [6, 7, 8, 9, 10, 11]
    assert "Họ và tên chủ hồ sơ" in done.wrong[0].why and "31/02/2019" in done.wrong[1].why
    assert "dòng 4" in done.wrong[2].why and "Số CCCD/CMND" in done.wrong[3].why
    again = import_past(desk, book, sheet)
    assert (again.new, again.known) == (0, 2)


def test_they_are_found_by_number_person_and_code_and_stand_in_no_report(desk: Desk, book: Path) -> None:
    import_past(desk, book, read_sheet(book, {}))
    for words in ("040190000123", "ho thi man", "Mận khai sinh", "UBND-CL/2019/0012"):
        (found,) = find_all(desk, words)
        assert found.imported and found.owner == "Hồ Thị Mận", words
    assert not find_all(desk, "") and not find(desk, "mận")
    known = past_dossier(desk, "UBND-CL/2019/0013")
    assert known and known[0].number == "186123456" and known[0].received_on == date(2019, 3, 6)
    assert known[1] == "so-2019.xlsx:5"
    years = Scope(span(date(2019, 1, 1), date(2026, 12, 31)), desk.now())
    assert not list(digitisation_by_field(desk.store.db, years).rows)
    assert erase(desk, "UBND-CL/2019/0013", "Theo yêu cầu", "Vũ Thị Sen") == 0
    assert not find_all(desk, "đước")


def test_columns_can_be_named_and_a_csv_is_read_however_it_was_saved(desk: Desk, tmp_path: Path) -> None:
    text = "Ma so;Ten;Ngay\nA1;Nguyễn Văn Ổi;1.2.2018\n"
    for name, coding in (("u.csv", "utf-8-sig"), ("w.csv", "utf-16")):
        (tmp_path / name).write_bytes(text.encode(coding))
    with pytest.raises(NoPastSheet):
        read_sheet(tmp_path / "u.csv", {})
    mapping = tmp_path / "cot.toml"
    mapping.write_text('[columns]\ncode = "Mã số"\nowner = "Tên"\nreceived_on = "Ngày"\n', encoding="utf-8")
    for name in ("u.csv", "w.csv"):
        sheet = read_sheet(tmp_path / name, read_columns(mapping))
        assert import_past(desk, tmp_path / name, sheet, check=True).new == 1
    mapping.write_text(columns_text(sheet), encoding="utf-8")
    assert read_columns(mapping) == {"code": "Mã số", "owner": "Tên", "received_on": "Ngày"}
    mapping.write_text('[columns]\ncolour = "Màu"\n', encoding="utf-8")
    with pytest.raises(BadColumns):
        read_columns(mapping)


def test_who_does_not_keep_the_settings_imports_nothing(desk: Desk, book: Path) -> None:
    clerk = Clerk("Vũ Thị Sen", tasks_of([Role.CLERK]))
    with pytest.raises(NotYourTask):
        import_past(desk.of(clerk), book, read_sheet(book, {}))
