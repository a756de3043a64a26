"""The sheets and columns in which a catalogue stands in a spreadsheet, and how a cell is said and read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from counter_app.dossier.money import FeeKind
from counter_app.dossier.states import TermUnit

Cell = str | int | float | bool | date | datetime
Read = Callable[[Any], Any]
Write = Callable[[Any], Cell]

UNITS: dict[str, str] = {
    TermUnit.HOURS: "giờ",
    TermUnit.WORKING_DAYS: "ngày làm việc",
    TermUnit.CALENDAR_DAYS: "ngày",
    TermUnit.SAME_DAY: "trong ngày",
    TermUnit.NONE: "không quy định",
    TermUnit.UNKNOWN: "chưa có dữ liệu",
}
PAUSES = {"restart": "tính lại từ đầu", "shift": "cộng thời gian chờ"}
KINDS: dict[str, str] = {FeeKind.FEE: "phí", FeeKind.CHARGE: "lệ phí"}
PER = {"dossier": "hồ sơ", "copy": "bản", "page": "trang"}


@dataclass(frozen=True)
class Column:
    """A column: its Vietnamese head, its field (`term.unit` for one inside a value), how it is read and written."""

    head: str
    field: str
    read: Read
    write: Write
    width: int = 14
    words: tuple[str, ...] = ()  # the only words it may hold
    optional: bool = False  # spreadsheets written before it was thought of do without it


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name and, but for the first, the list of the procedure it holds (its rows name code and version)."""

    name: str
    holds: str
    columns: tuple[Column, ...]
    optional: bool = False  # spreadsheets written before it was thought of do without it


def _text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _code(value: Any) -> str:
    """Mã TTHC; a spreadsheet that took 1.001570 for a number dropped its last zero."""
    return f"{value:.6f}" if isinstance(value, float) else _text(value)


def _version(value: Any) -> str:
    """A version such as 2025-07, which a spreadsheet takes for a day."""
    return f"{value:%Y-%m}" if isinstance(value, date) else _text(value)


def _number(value: Any) -> Any:
    if isinstance(value, str):
        digits = value.strip().replace(".", "").replace(" ", "")
        return int(digits) if digits.isdecimal() else value
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _hours(value: Any) -> Any:
    return value.replace(",", ".") if isinstance(value, str) else value


def _day(value: Any) -> Any:
    """A day: a date cell, or text as 01/03/2027 or 2027-03-01."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str):
        for form in ("%d/%m/%Y", "%Y-%m-%d"):
            try:
                return datetime.strptime(value.strip(), form).date()
            except ValueError:
                continue
        return "?"  # no day in any form: refused where the row is checked
    return value if isinstance(value, date) else "?"


def _yes(value: Any) -> Any:
    word = _text(value).casefold()
    return {"x": True, "có": True, "true": True, "không": False, "false": False}.get(word, value)


def _words(names: Mapping[str, str]) -> tuple[Read, Write]:
    keys = {said.casefold(): key for key, said in names.items()}
    return lambda value: keys.get(_text(value).casefold(), _text(value)), lambda key: names[key]


def _kinds(value: Any) -> tuple[str, ...]:
    keys = {said.casefold(): key for key, said in KINDS.items()}
    return tuple(keys.get(word.strip().casefold(), word.strip()) for word in _text(value).split(","))


def read_tiers(value: Any) -> Any:
    """Tiers as “3: 1000; 10: 500”: from which page on, how much."""
    tiers = []
    for entry in _text(value).split(";"):
        page, colon, amount = (part.strip() for part in entry.partition(":"))
        if not (colon and page.isdecimal() and amount.replace(".", "").isdecimal()):
            return value
        tiers.append({"from_page": int(page), "amount": int(amount.replace(".", ""))})
    return tuple(tiers)


def write_tiers(tiers: Iterable[Mapping[str, int]]) -> str:
    """The tiers as they are read."""
    return "; ".join(f"{tier['from_page']}: {tier['amount']}" for tier in tiers)


def _lines(value: Any) -> tuple[str, ...]:
    return tuple(line.strip() for line in _text(value).splitlines() if line.strip())


def _several(value: Any) -> tuple[str, ...]:
    return tuple(word.strip() for word in _text(value).split(",") if word.strip())


def _as_is(value: Any) -> Any:
    return value


def _text_column(head: str, field: str, width: int = 14) -> Column:
    return Column(head, field, _text, _as_is, width)


def _number_column(head: str, field: str) -> Column:
    return Column(head, field, _number, _as_is, 10)


def _added(column: Column) -> Column:
    """A column that older spreadsheets do not have."""
    return replace(column, optional=True)


def _list_column(head: str, field: str) -> Column:
    return Column(head, field, _several, ", ".join, 20)


def _word_column(head: str, field: str, names: Mapping[str, str]) -> Column:
    return Column(head, field, *_words(names), 16, tuple(names.values()))


CODE = Column("Mã TTHC", "code", _code, _as_is, 12)
VERSION = Column("Phiên bản", "version", _version, _as_is, 11)
OF_CODE, OF_VERSION = replace(CODE, field="of.code"), replace(VERSION, field="of.version")
"""On the other sheets: the version a row belongs to."""

SHEETS = (
    Sheet(
        "Thủ tục",
        "",
        (
            CODE,
            VERSION,
            _text_column("Tên thủ tục", "name", 60),
            _text_column("Lĩnh vực", "field", 24),
            _text_column("Quyết định công bố", "decision", 24),
            _text_column("Cấp thực hiện", "competence", 16),
            _number_column("Thời hạn", "term.amount"),
            _word_column("Đơn vị thời hạn", "term.unit", UNITS),
            _text_column("Ghi chú thời hạn", "term_note", 40),
            _number_column("Thời hạn giai đoạn 2", "next_term.amount"),
            _word_column("Đơn vị giai đoạn 2", "next_term.unit", UNITS),
            _word_column("Sau bổ sung", "on_supplement", PAUSES),
            _word_column("Sau nghĩa vụ tài chính", "on_obligation", PAUSES),
            Column("Căn cứ pháp lý", "legal_base", _lines, "\n".join, 40),
            Column("Hiệu lực từ", "valid_from", _day, _as_is, 12),
            Column("Hiệu lực đến", "valid_until", _day, _as_is, 12),
            _added(_text_column("Ghi chú phí", "fee_note", 40)),
            _added(_list_column("Cấp", "levels")),
            _added(_text_column("Cơ quan công bố", "publisher")),
            _added(Column("Phi địa giới", "anywhere", _yes, lambda value: "x" if value else "không", 10)),
            _added(_list_column("Chưa có dữ liệu", "unknown")),
            _added(_list_column("Cần xác nhận", "unsure")),
            _added(_text_column("Nguồn", "source", 24)),
            _added(Column("Ngày của nguồn", "source_date", _day, _as_is, 12)),
        ),
    ),
    Sheet(
        "Thành phần",
        "components",
        (
            _text_column("Khóa", "key", 24),
            _text_column("Tên giấy tờ", "name", 70),
            _number_column("Bản chính", "originals"),
            _number_column("Bản chứng thực", "certified_copies"),
            _number_column("Bản photo", "copies"),
            Column("Bắt buộc", "required", _yes, lambda value: "x" if value else "không", 10),
            Column("Chỉ xuất trình", "shown_only", _yes, lambda value: "x" if value else "không", 10, optional=True),
            _added(_text_column("Trường hợp", "case", 40)),
        ),
    ),
    Sheet(
        "Phí lệ phí",
        "fees",
        (
            _text_column("Tên khoản thu", "name", 50),
            _word_column("Loại", "kind", KINDS),
            _number_column("Mức thu (đồng)", "amount"),
            _word_column("Tính theo", "per", PER),
            Column(
                "Từ trang: mức",
                "tiers",
                read_tiers,
                write_tiers,
                20,
            ),
            _number_column("Tối đa mỗi bản", "most_per_copy"),
            _text_column("Ghi chú", "note", 50),
            _added(_text_column("Trường hợp", "case", 40)),
        ),
    ),
    Sheet(
        "Miễn giảm",
        "exemptions",
        (
            _text_column("Khóa", "key", 24),
            _text_column("Đối tượng", "name", 60),
            _number_column("Giảm (%)", "percent"),
            Column(
                "Khoản được giảm",
                "kinds",
                _kinds,
                lambda kinds: ", ".join(KINDS[kind] for kind in kinds),
                18,
                tuple(KINDS.values()),
            ),
            _text_column("Căn cứ", "legal_base", 50),
        ),
    ),
    Sheet("Kết quả", "results", (_text_column("Tên kết quả", "name", 60), _text_column("Mã kết quả", "code", 18))),
    Sheet(
        "Các bước",
        "steps",
        (
            _text_column("Đơn vị", "unit", 36),
            _text_column("Việc", "name", 50),
            Column("Số giờ làm việc", "hours", _hours, _as_is, 10),
        ),
    ),
    Sheet(
        "Thời hạn theo trường hợp",
        "case_terms",
        (
            _text_column("Tên trường hợp", "name", 60),
            _number_column("Thời hạn", "term.amount"),
            _word_column("Đơn vị thời hạn", "term.unit", UNITS),
        ),
        optional=True,
    ),
)

BY_LIST: Mapping[str, Sheet] = MappingProxyType({sheet.holds: sheet for sheet in SHEETS})
"""The sheets by the list of the procedure they hold; "" for the procedures themselves."""


def columns_of(sheet: Sheet) -> tuple[Column, ...]:
    """All columns of a sheet, code and version first."""
    return sheet.columns if not sheet.holds else (OF_CODE, OF_VERSION, *sheet.columns)
