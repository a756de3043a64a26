"""Spreadsheets, read back by another library and looked into."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from counter_app.dossier.clock import VIETNAM
from counter_app.reports import spreadsheet
from counter_app.reports.spreadsheet import SpreadsheetFault, write_spreadsheet
from counter_app.tables import Column, Kind, Row, Table

WICKED = (
    '=HYPERLINK("http://x","y")',
    "+84912000123",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "{=1}",
    "http://x.vn",
    "0123",
)
COLUMNS = (
    Column("TT", Kind.ORDINAL, 5, number="(1)"),
    Column("Họ tên", width=30, groups=("Người nộp",), number="(2)"),
    Column("Ngày", Kind.DATE, 12, ("Người nộp", "Lúc nào"), "(3)"),
    Column("Giờ", Kind.MOMENT, 16, ("Người nộp", "Lúc nào"), "(4)"),
    Column("Số tiền", Kind.MONEY, 14, number="(5)"),
    Column("Tỷ lệ", Kind.PERCENT, 8, number="(6)"),
)


def table(*names: str) -> Table:
    at = datetime(2026, 2, 5, 9, 5, tzinfo=VIETNAM)
    rows: tuple[Row, ...] = tuple(
        (number, name, date(2026, 2, 5), at, 1_500_000, 0.125) for number, name in enumerate(names, 1)
    )
    total = (None, "Tổng cộng", None, None, 1_500_000 * len(names), None)
    return Table("=TIÊU ĐỀ", COLUMNS, rows, ("-kỳ",), total, ("@ghi chú",), ("=lỗi",), form="Biểu số")


@pytest.fixture(params=["in memory", "row by row"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways of writing; long tables are written row by row."""
    if request.param == "row by row":
        monkeypatch.setattr(spreadsheet, "_LONG", 1)
    return str(request.param)


def test_what_is_written_is_read_back(tmp_path: Path, way: str) -> None:
    path = tmp_path / "báo cáo" / "a.xlsx"
    write_spreadsheet(table("Đặng Thị Hường", "Lê Văn Thử"), path, author="UBND phường Sao Mai")
    sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0)
    rows = sheet.to_python()
    assert [rows[line][0] for line in (0, 1, 2)] == ["Biểu số", "=TIÊU ĐỀ", "-kỳ"]
    assert rows[4] == ["TT", "Người nộp", "", "", "Số tiền", "Tỷ lệ"]
    assert rows[5] == ["", "Họ tên", "Lúc nào", "", "", ""]
    assert rows[6] == ["", "", "Ngày", "Giờ", "", ""]
    assert rows[7] == ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"]
    assert rows[8] == [1, "Đặng Thị Hường", date(2026, 2, 5), datetime(2026, 2, 5, 9, 5), 1_500_000, 0.125]
    assert rows[10] == ["", "Tổng cộng", "", "", 3_000_000, ""]
    assert [rows[line][0] for line in (11, 12)] == ["=lỗi", "@ghi chú"]
    merged = set(sheet.merged_cell_ranges or [])
    assert merged == {
        ((1, 0), (1, 5)),  # title and subtitle over all
        ((2, 0), (2, 5)),
        ((4, 0), (6, 0)),  # TT down all levels
        ((4, 1), (4, 3)),
        ((5, 1), (6, 1)),
        ((5, 2), (5, 3)),
        ((4, 4), (6, 4)),
        ((4, 5), (6, 5)),
    }


def test_nothing_a_citizen_wrote_becomes_a_formula(tmp_path: Path, way: str) -> None:
    path = tmp_path / "a.xlsx"
    write_spreadsheet(table(*WICKED), path)
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert [row[1].replace("\n", "\r") for row in rows[8 : 8 + len(WICKED)]] == list(WICKED)
    with zipfile.ZipFile(path) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        styles = parts.read("xl/styles.xml").decode()
        names = parts.namelist()
    assert "<f>" not in sheet
    assert "<f " not in sheet
    assert "hyperlink" not in sheet.lower().replace("hyperlink(", "")
    assert not [name for name in names if "externalLink" in name or "vba" in name.lower()]
    cells = re.findall(r'<c r="B\d+" s="(\d+)" t="(\w+)"', sheet)
    assert {kind for _, kind in cells} <= {"s", "inlineStr"}
    assert 'quotePrefix="1"' in styles  # stays text when the cell is edited and saved again


def test_it_prints_on_landscape_with_its_heads_on_each_page(tmp_path: Path, way: str) -> None:
    path = tmp_path / "a.xlsx"
    wide = Table("RỘNG", tuple(Column(f"Cột {number}", width=12) for number in range(12)), ())
    write_spreadsheet(wide, path)
    with zipfile.ZipFile(path) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        book = parts.read("xl/workbook.xml").decode()
    assert 'orientation="landscape"' in sheet
    assert 'paperSize="9"' in sheet
    assert "Print_Titles" in book


def test_a_spreadsheet_that_cannot_be_saved_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").mkdir()
    with pytest.raises(SpreadsheetFault) as failure:
        write_spreadsheet(table("A"), tmp_path / "a.xlsx")
    assert "a.xlsx" in failure.value.sentence()
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_row_that_fails_leaves_the_old_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_spreadsheet(table("A"), path)
    before = path.read_bytes()

    class Failing:
        def __len__(self) -> int:
            return 1

        def __iter__(self):  # type: ignore[no-untyped-def]
            raise RuntimeError("the store went away")

    with pytest.raises(RuntimeError):
        write_spreadsheet(Table("B", COLUMNS, Failing()), path)
    assert path.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1
