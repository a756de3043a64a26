"""Spreadsheets from outside: bombs, pipes and nonsense are one sentence, and cost no more than their bounds."""

from __future__ import annotations

import os
import time
import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from counter_app.procedures import sheets
from counter_app.procedures.data_files import DataFault
from counter_app.procedures.portal_files import read_portal_list, read_portal_records
from counter_app.procedures.sheets import NoSpreadsheet, cells_of, read_sheets
from counter_app.procedures.spreadsheet import read_spreadsheet


def book(path: Path) -> Path:
    with xlsxwriter.Workbook(str(path)) as made:
        made.add_worksheet("Một").write(0, 0, "Mã số")
        made.add_worksheet("Hai").write(1, 1, 7)
    return path


def test_an_honest_book_comes_sheet_by_sheet(tmp_path: Path) -> None:
    assert read_sheets(book(tmp_path / "a.xlsx")) == {"Một": [["Mã số"]], "Hai": [["", ""], ["", 7.0]]}


def bomb(path: Path) -> Path:
    """A sheet of a few kilobytes that unpacks to a gigabyte."""
    with zipfile.ZipFile(book(path)) as honest:
        parts = {name: honest.read(name) for name in honest.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            if name != "xl/worksheets/sheet1.xml":
                made.writestr(name, content)
        with made.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(b'<?xml version="1.0"?><worksheet><sheetData>')
            row = b"<row>" + b"<c><v>1</v></c>" * 10_000 + b"</row>"
            for _ in range(5_000):
                sheet.write(row)
            sheet.write(b"</sheetData></worksheet>")
    return path


@pytest.mark.skipif(os.name != "posix", reason="pipes are files there")
def test_what_is_no_book_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xlsx")
    (tmp_path / "text.xlsx").write_text("Mã số")
    (tmp_path / "hole.xlsx").touch()
    os.truncate(tmp_path / "hole.xlsx", sheets.MOST_BYTES + 1)
    for name in ("pipe.xlsx", "text.xlsx", "hole.xlsx", "nothing.xlsx"):
        with pytest.raises(NoSpreadsheet):
            read_sheets(tmp_path / name)
        with pytest.raises(DataFault):
            read_spreadsheet(tmp_path / name)
    for read in (read_portal_list, read_portal_records):
        with pytest.raises(DataFault):
            read(tmp_path / "pipe.xlsx", date(2026, 11, 24))


def test_a_book_that_bursts_costs_a_process_and_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = bomb(tmp_path / "bomb.xlsx")
    assert packed.stat().st_size < 5_000_000
    monkeypatch.setattr(sheets, "MEMORY", 700_000_000)
    monkeypatch.setattr(sheets, "SECONDS", 20.0)
    began = time.monotonic()
    with pytest.raises(NoSpreadsheet):
        read_sheets(packed)
    assert time.monotonic() - began < 40


def test_a_sheet_with_one_cell_at_the_end_of_the_world_is_not_filled_up(tmp_path: Path) -> None:
    path = tmp_path / "far.xlsx"
    with xlsxwriter.Workbook(str(path)) as made:
        sheet = made.add_worksheet("Một")
        sheet.write(0, 0, "Mã số")
        sheet.write(1_000_000, 16_000, 1)
    with pytest.raises(NoSpreadsheet):
        read_sheets(path)


def test_a_large_sheet_is_not_made_into_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_CELLS", 3)
    assert list(cells_of(str(book(tmp_path / "a.xlsx")))) == [("Một", [["Mã số"]]), None]


def test_deep_records_are_told(tmp_path: Path) -> None:
    (tmp_path / "deep.json").write_text("[" * 100_000)
    with pytest.raises(DataFault):
        read_portal_records(tmp_path / "deep.json", date(2026, 11, 24))


def test_a_number_of_five_thousand_digits_is_told(tmp_path: Path) -> None:
    for text in ('{"x": ' + "9" * 5000 + "}", '{"code": "1.004873"}\n{"x": ' + "9" * 5000 + "}"):
        (tmp_path / "long.json").write_text(text)
        with pytest.raises(DataFault):
            read_portal_records(tmp_path / "long.json", date(2026, 11, 24))


def test_line_ends_of_other_scripts_inside_a_text_end_no_record(tmp_path: Path) -> None:
    (tmp_path / "lines.jsonl").write_text('{"code": "1.004873", "name": "a\u2028b\u2029c"}\n' * 2, encoding="utf-8")
    assert [taken.name for taken in read_portal_records(tmp_path / "lines.jsonl", date(2026, 11, 24))] == ["a b c"] * 2
