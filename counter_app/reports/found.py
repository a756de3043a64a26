"""The list of dossiers on the screen as a table, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from counter_app.dossier.names import GUIDANCE, STATUS
from counter_app.language import translate
from counter_app.store.dossiers import FoundDossier
from counter_app.tables import Cell, Column, Kind, Table

_COLUMNS = (
    Column("TT", Kind.ORDINAL, 5),
    Column("Mã hồ sơ", width=24),
    Column("Chủ hồ sơ", width=28),
    Column("Thủ tục hành chính", width=44),
    Column("Trạng thái", width=22),
    Column("Tiếp nhận", Kind.MOMENT, 16),
    Column("Hẹn trả", Kind.MOMENT, 16),
)


def found_table(found: Sequence[FoundDossier], asked: str, at: datetime, mark: str) -> Table:
    """The dossiers in the order in which they stand there; `asked`: by what they were found, "" for all."""
    rows = tuple(_row(number, line) for number, line in enumerate(found, start=1))
    subtitles = tuple(filter(None, (asked, f"Lập lúc {at:%H:%M} ngày {at:%d/%m/%Y}")))
    return Table("DANH SÁCH HỒ SƠ", _COLUMNS, rows, subtitles, mark=mark)


def _row(number: int, line: FoundDossier) -> tuple[Cell, ...]:
    status = translate("status", GUIDANCE[line.guidance] if line.guidance else STATUS[line.status])
    code = "" if line.guidance else line.code
    return (number, code, line.owner, line.procedure, status, line.received_at, line.due_at)
