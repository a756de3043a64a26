"""The catalogue out to files and spreadsheets and back: exactly the same, and every mistake with its place."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from python_calamine import CalamineWorkbook

from counter_app.dossier.model import Term
from counter_app.dossier.states import PauseMode
from counter_app.language import translate
from counter_app.procedures.catalogue import (
    Catalogue,
    ComponentRule,
    Exemption,
    Fee,
    FeeTier,
    Procedure,
    ProcessStep,
    ResultRule,
)
from counter_app.procedures.catalogue_files import load_catalogue
from counter_app.procedures.catalogue_texts import as_toml, export_catalogue
from counter_app.procedures.data_files import DataFault
from counter_app.procedures.spreadsheet import read_spreadsheet, write_spreadsheet
from counter_app.resources import resource

TEXT = (
    some.text(some.sampled_from("aăđếỗ Ửự1.,;:=+-@\"'[]#{}\\|%"), min_size=1, max_size=20).map(str.strip).filter(bool)
)
KEY = some.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
DAY = some.dates(date(2000, 1, 1), date(2060, 12, 31))
COUNT = some.integers(0, 9)


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue(resource("procedures"))


def terms() -> some.SearchStrategy[Term]:
    counted = some.builds(
        Term, amount=some.integers(1, 60), unit=some.sampled_from(["hours", "working_days", "calendar_days"])
    )
    return counted | some.sampled_from([Term(unit="same_day"), Term(unit="none")])


def fees() -> some.SearchStrategy[Fee]:
    plain = some.builds(
        Fee,
        name=TEXT,
        kind=some.sampled_from(["phi", "le_phi"]),
        amount=some.integers(0, 10**7),
        per=some.sampled_from(["dossier", "copy"]),
        note=TEXT | some.just(""),
    )
    pages = some.sets(some.integers(2, 50), max_size=3).map(sorted)
    tiers = pages.map(lambda found: tuple(FeeTier(from_page=page, amount=page * 7) for page in found))
    by_page = some.builds(
        Fee, name=TEXT, kind=some.just("phi"), amount=COUNT, per=some.just("page"), tiers=tiers, most_per_copy=COUNT
    )
    return plain | by_page


@some.composite
def procedures(draw: some.DrawFn) -> tuple[Procedure, ...]:
    """One to three versions of a procedure that follow each other."""
    day, found = draw(DAY), []
    count = draw(some.integers(1, 3))
    for nth in range(count):
        end = day + timedelta(days=draw(some.integers(0, 900)))
        keys = draw(some.lists(KEY, min_size=1, max_size=4, unique=True))
        found.append(
            Procedure(
                code="1.001570",
                name=draw(TEXT),
                field="Lĩnh vực",
                version=f"2025-{nth + 1:02}",
                decision=draw(TEXT | some.just("")),
                competence=draw(TEXT | some.just("")),
                components=tuple(
                    ComponentRule(
                        key=key,
                        name=draw(TEXT),
                        originals=0 if shown else draw(COUNT),
                        certified_copies=0 if shown else draw(COUNT),
                        copies=0 if shown else draw(COUNT),
                        required=draw(some.booleans()),
                        shown_only=shown,
                    )
                    for key in keys
                    for shown in (draw(some.booleans()),)
                ),
                term=draw(terms()),
                term_note=draw(TEXT | some.just("")),
                next_term=draw(some.none() | terms()),
                on_supplement=draw(some.none() | some.sampled_from(PauseMode)),
                on_obligation=draw(some.none() | some.sampled_from(PauseMode)),
                fees=tuple(draw(some.lists(fees(), max_size=3))),
                exemptions=tuple(
                    Exemption(key=key, name=draw(TEXT), percent=draw(some.integers(1, 100)), kinds=draw(_KINDS))
                    for key in draw(some.lists(KEY, max_size=3, unique=True))
                ),
                results=tuple(
                    draw(some.lists(some.builds(ResultRule, name=TEXT, code=some.sampled_from(["", "KQ.G15.000031"]))))
                ),
                steps=tuple(
                    draw(
                        some.lists(
                            some.builds(ProcessStep, unit=TEXT, name=TEXT, hours=some.sampled_from([0.0, 0.5, 8.0])),
                            max_size=4,
                        )
                    )
                ),
                legal_base=tuple(draw(some.lists(TEXT, max_size=3))),
                valid_from=day,
                valid_until=end if nth < count - 1 else draw(some.none() | some.just(end)),
            )
        )
        day = end + timedelta(days=1)
    return tuple(found)


_KINDS = some.sampled_from([("phi",), ("le_phi",), ("phi", "le_phi")])
MANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@MANY
@given(procedures())
def test_any_catalogue_comes_back_from_toml_as_it_was(written: tuple[Procedure, ...]) -> None:
    with TemporaryDirectory() as folder:
        export_catalogue(written, Path(folder))
        assert load_catalogue(Path(folder)).all == Catalogue(written).all


@MANY
@given(procedures())
def test_any_catalogue_comes_back_from_a_spreadsheet_as_it_was(written: tuple[Procedure, ...]) -> None:
    with TemporaryDirectory() as folder:
        write_spreadsheet(written, Path(folder, "thu-tuc.xlsx"))
        assert read_spreadsheet(Path(folder, "thu-tuc.xlsx")) == written


def test_what_ships_comes_back_from_files_and_from_a_spreadsheet(tmp_path: Path, shipped: Catalogue) -> None:
    export_catalogue(shipped.all, tmp_path / "toml")
    assert load_catalogue(tmp_path / "toml").all == shipped.all
    write_spreadsheet(shipped.all, tmp_path / "thu-tuc.xlsx")
    assert read_spreadsheet(tmp_path / "thu-tuc.xlsx") == shipped.all


def test_a_version_is_rewritten_in_its_place_and_the_comments_stay(shipped: Catalogue) -> None:
    birth, marriage = shipped.version("1.001193", "2025-07"), shipped.version("1.000894", "2025-07")
    assert birth and marriage
    text = "# của cơ quan\n" + as_toml([birth]) + "\n# kết hôn: xem lại năm sau\n" + as_toml([marriage])
    again = as_toml([birth.model_copy(update={"decision": "QĐ 15/QĐ-UBND"}), marriage], text)
    assert again.startswith("# của cơ quan\n") and again.count("[[procedure]]") == 2
    assert again.index("QĐ 15/QĐ-UBND") < again.index("Đăng ký kết hôn")


def test_text_that_looks_like_a_formula_is_written_as_text(tmp_path: Path, shipped: Catalogue) -> None:
    birth = shipped.version("1.001193", "2025-07")
    assert birth
    nasty = ('=HYPERLINK("http://example.invalid";"x")', "+1", "-1", "@SUM(A1)", "https://example.invalid")
    for name in nasty:
        changed = birth.model_copy(update={"name": name, "decision": name})
        path = tmp_path / "thu-tuc.xlsx"
        write_spreadsheet([changed], path)
        sheets = [part for part in zipfile.ZipFile(path).namelist() if "worksheets/sheet" in part]
        for part in sheets:
            page = zipfile.ZipFile(path).read(part).decode()
            assert "<f>" not in page and "<hyperlink" not in page
        assert read_spreadsheet(path) == (changed,)


Rows = list[list[Any]]


@pytest.fixture
def edited(tmp_path: Path, shipped: Catalogue) -> Callable[[str, Callable[[Rows], None]], Path]:
    """The shipped catalogue's first procedures as a spreadsheet in which somebody changed one sheet."""

    def make(sheet: str, change: Callable[[Rows], None]) -> Path:
        plain, path = tmp_path / "plain.xlsx", tmp_path / "thu-tuc.xlsx"
        write_spreadsheet(shipped.versions("2.000815") + shipped.versions("1.001612"), plain)
        book = CalamineWorkbook.from_path(str(plain))
        with xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"}) as out:
            for name in book.sheet_names:
                rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
                if name == sheet:
                    change(rows)
                page = out.add_worksheet(name)
                for number, row in enumerate(rows):
                    for place, value in enumerate(row):
                        if isinstance(value, date):
                            page.write_datetime(number, place, value)
                        elif value != "":
                            page.write(number, place, value)
        return path

    return make


def put(row: int, column: str, value: Any) -> Callable[[Rows], None]:
    """Types a value into a cell, as the spreadsheet names it."""

    def change(rows: Rows) -> None:
        rows[row - 1][ord(column) - ord("A")] = value

    return change


@pytest.mark.parametrize(
    ("sheet", "change", "cell", "expected"),
    [
        ("Thành phần", put(2, "D", ""), "Thành phần, D2", "Tên giấy tờ: a value, which is missing"),
        ("Thành phần", put(3, "C", "ban-chinh"), "Thành phần, C3", "another key: “ban-chinh” stands there twice"),
        ("Thành phần", put(4, "A", "1.999999"), "Thành phần, A4", "code and version of a row of Thủ tục"),
        ("Thành phần", put(4, "E", "hai"), "Thành phần, E4", "Bản chính: a whole number"),
        ("Thành phần", put(2, "I", "x"), "Thành phần, E2", "0: what is only shown is not handed in"),
        ("Thủ tục", put(2, "H", "tuần"), "Thủ tục, H2", "one of giờ, ngày làm việc, ngày, trong ngày"),
        ("Thủ tục", put(3, "O", "31/02/2026"), "Thủ tục, O3", "Hiệu lực từ: a date such as 01/03/2026"),
        ("Thủ tục", put(2, "P", date(2026, 1, 1)), "Thủ tục, P2", "a last day before 01/07/2025"),
        ("Thủ tục", put(4, "A", "1.16"), "Thủ tục, A4", "a procedure code such as 1.001193"),
        ("Thủ tục", put(1, "C", "Tên"), "Thủ tục, A1", "Tên thủ tục: a column with this head"),
        ("Phí lệ phí", put(2, "D", "thuế"), "Phí lệ phí, D2", "Loại: one of phí, lệ phí"),
        ("Phí lệ phí", put(3, "G", "3: 10; 2: 5"), "Phí lệ phí, G3", "tiers go up"),
        ("Miễn giảm", put(2, "E", 120), "Miễn giảm, E2", "a number not above 100"),
    ],
)
def test_a_mistake_in_a_spreadsheet_is_named_with_sheet_and_cell(
    edited: Callable[[str, Callable[[Rows], None]], Path],
    sheet: str,
    change: Callable[[Rows], None],
    cell: str,
    expected: str,
) -> None:
    with pytest.raises(DataFault) as failure:
        read_spreadsheet(edited(sheet, change))
    told = [str(fault) for fault in failure.value.faults]
    assert any(line.startswith(f"thu-tuc.xlsx, {cell}: ") and expected in line for line in told), told


def test_numbers_and_dates_a_spreadsheet_program_made_are_read_as_meant(
    edited: Callable[[str, Callable[[Rows], None]], Path],
) -> None:
    def as_numbers(rows: Rows) -> None:
        for row in rows[1:]:
            row[1] = date(int(row[1][:4]), int(row[1][5:]), 1)  # 2025-07 typed by hand becomes a day
            row[0] = float(row[0])

    def as_text(rows: Rows) -> None:
        for row in rows[1:]:
            row[0] = float(row[0])
            row[14] = f"{row[14]:%d/%m/%Y}"

    plain = read_spreadsheet(edited("", lambda rows: None))
    assert read_spreadsheet(edited("Thành phần", as_numbers)) == plain
    assert read_spreadsheet(edited("Thủ tục", as_text)) == plain


def test_a_spreadsheet_of_before_papers_were_marked_as_only_shown_is_still_read(
    edited: Callable[[str, Callable[[Rows], None]], Path],
) -> None:
    def without_the_column(rows: Rows) -> None:
        for row in rows:
            del row[8]

    plain = read_spreadsheet(edited("", lambda rows: None))
    assert read_spreadsheet(edited("Thành phần", without_the_column)) == plain


def test_the_papers_that_ship_as_only_to_be_shown_are_marked_so(shipped: Catalogue) -> None:
    rules = [rule for procedure in shipped.all for rule in procedure.components]
    assert [rule.name for rule in rules if ("xuất trình" in rule.name) != rule.shown_only] == []
    assert sum(rule.shown_only for rule in rules) == 12


def test_a_file_that_is_no_spreadsheet_and_one_without_its_sheets_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"no spreadsheet")
    with pytest.raises(DataFault, match=r"a\.xlsx"):
        read_spreadsheet(tmp_path / "a.xlsx")
    with pytest.raises(DataFault):
        read_spreadsheet(tmp_path / "not-there.ods")
    with xlsxwriter.Workbook(str(tmp_path / "b.xlsx")) as book:
        book.add_worksheet("Sheet1")
    with pytest.raises(DataFault) as failure:
        read_spreadsheet(tmp_path / "b.xlsx")
    assert len(failure.value.faults) == 6


def test_every_expectation_has_its_vietnamese() -> None:
    rooms = Path(__file__).parents[2] / "counter_app" / "procedures"
    sentences = {
        match[1]
        for path in rooms.glob("*.py")
        for match in re.finditer(r'(?:Wanted\(\s*|sentence = )"((?:[^"\\]|\\.)*)"', path.read_text(encoding="utf-8"))
    }
    assert len(sentences) > 20
    assert [sentence for sentence in sentences if translate("data", sentence) == sentence] == []
