"""All books and reports a desk offers: what each is called, what it asks for, how it is made.

The window lists them, and whatever else wants "every report" goes through here. A new report is a line in `REPORTS`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, partial

from sqlite_utils import Database

from counter_app.dossier.roles import Task
from counter_app.knowledge import Knowledge
from counter_app.reports import (
    accesses,
    discipline,
    due,
    feedback,
    guidance,
    money,
    nine_indicators,
    papers_used,
    quality,
    reading,
    reuse,
    satisfaction,
    settlement,
    step_dossiers,
    step_times,
    volumes,
)
from counter_app.reports.behind import figure_of, settlement_dossiers
from counter_app.reports.discipline import By
from counter_app.reports.due import Waiting
from counter_app.reports.indicators import Indicator, load_indicators
from counter_app.reports.paper_numbers import number_register
from counter_app.reports.register import BookColumns, books, register
from counter_app.reports.sampling import AS_USUAL, Draw, sample
from counter_app.reports.scope import NO_FIELD, Scope
from counter_app.resources import resource
from counter_app.store.store import Store
from counter_app.tables import Bar, Bars, Kind, Row, Table

SOON = 3
"""Working days ahead that "due soon" looks, unless asked otherwise."""

_BUSIEST = 6
"""How many of the busiest procedures a chart shows."""


class Asks(StrEnum):
    """Which days a report is about."""

    PERIOD = "period"  # a reporting period, a month unless asked otherwise
    DAY = "day"  # a day, unless asked otherwise
    NOW = "now"  # what is so at this moment; the period is not looked at
    AHEAD = "ahead"  # from now so many working days on


class Fields(StrEnum):
    """Whether a report is of one field (lĩnh vực)."""

    ALL = "all"  # of all fields together
    ONE = "one"  # of one field at a time
    ANY = "any"  # of one, or of all


@dataclass(frozen=True)
class Question:
    """What a report is asked. `field` None asks for all fields, or for the first that has a book.

    `days` are working days ahead; `draw` says how a sample is drawn. `limit` None asks for all rows, else
    for a page of them from `offset` on.
    """

    scope: Scope
    field: str | None = None
    days: int = SOON
    draw: Draw = AS_USUAL
    offset: int = 0
    limit: int | None = None

    @property
    def most(self) -> int:
        """The `limit` as SQL takes it: -1 for all."""
        return -1 if self.limit is None else self.limit


Make = Callable[[Store, Knowledge, Question], Table]
Chart = Callable[[Store, Knowledge, Question, Table], tuple[Bars, ...]]
Details = Callable[[Store, Knowledge, Question, Row, int], Table | None]


@dataclass(frozen=True)
class Offered:
    """A report. `table` and `charts` raise what the report itself raises (RulesMissing, ReportUnsound, DataFault).

    `details` gives the dossiers behind a cell, from its row and its column, None where there are none; `default_cell`
    gives the cell (row, column) a reader asks about first. `lines_of` gives the fields that can be asked for, each with
    its number of lines. `by_risk`: it is a sample, drawn as the question says, by risk or by chance.
    `signed`: somebody signs it on paper.
    `task` is whose it is to read; without one everybody's.
    """

    key: str
    title: str
    table: Make
    asks: Asks = Asks.PERIOD
    fields: Fields = Fields.ALL
    paged: bool = False
    by_risk: bool | None = None
    signed: bool = True
    task: Task | None = None
    charts: Chart = lambda store, knowledge, question, table: ()
    details: Details | None = None
    default_cell: Callable[[Table], tuple[int, int] | None] = lambda table: None
    lines_of: Callable[[Store, Knowledge, Question], list[tuple[str, int]]] = lambda store, knowledge, question: []


def _book(columns: BookColumns, store: Store, knowledge: Knowledge, question: Question) -> Table:
    field = question.field
    if field is None:
        field = next((name for name, _ in books(store, question.scope)), "")
    return register(
        store, question.scope, field, knowledge.rules, columns=columns, offset=question.offset, limit=question.limit
    )


def _books(store: Store, knowledge: Knowledge, question: Question) -> list[tuple[str, int]]:
    return books(store, question.scope)


def _outcome(store: Store, knowledge: Knowledge, question: Question, table: Table) -> tuple[Bars, ...]:
    figures = {figure_of(column): place for place, column in enumerate(table.columns)}
    every = {figure: _number(table.total, place) for figure, place in figures.items()}
    outcome = (
        Bar("Giải quyết trước hạn", every["(8)"]),
        Bar("Giải quyết đúng hạn", every["(9)"]),
        Bar("Giải quyết quá hạn", every["(10)"]),
        Bar("Đang xử lý trong hạn", every["(12)"]),
        Bar("Đang xử lý quá hạn", every["(13)"]),
    )
    by_field = tuple(Bar(str(row[1]), _number(row, figures["(3)"])) for row in table.rows)
    return (
        Bars("Kết quả giải quyết", Kind.NUMBER, outcome),
        Bars("Tổng số hồ sơ theo lĩnh vực", Kind.NUMBER, by_field),
    )


def _number(row: Row | None, place: int) -> float:
    cell = row[place] if row else None
    return float(cell) if isinstance(cell, int | float) else 0.0


def _behind_figure(store: Store, knowledge: Knowledge, question: Question, row: Row, column: int) -> Table | None:
    figure = figure_of(settlement.COLUMNS[column])
    if not figure or not row[column]:
        return None
    field = None if row[0] is None else "" if row[1] == NO_FIELD else str(row[1])
    return settlement_dossiers(store, question.scope, field, figure, offset=question.offset, limit=question.most)


def _quality_bars(store: Store, knowledge: Knowledge, question: Question, table: Table) -> tuple[Bars, ...]:
    rated = [row for row in table.rows if row[quality.RATE] is not None]
    rates = tuple(Bar(f"Chỉ số {row[0]}", _number(row, quality.RATE)) for row in rated)
    return (Bars("Tỷ lệ đạt của từng chỉ số", Kind.PERCENT, rates),)


def _behind_indicator(store: Store, knowledge: Knowledge, question: Question, row: Row, column: int) -> Table | None:
    last = question.scope.period.last
    one = next((each for each in _indicators() if each.key == row[0] and each.in_force(last)), None)
    if one is None or one.key == quality.SATISFIED:  # who is not satisfied is kept nowhere
        return None
    return quality.lost_dossiers(store, question.scope, one, offset=question.offset, limit=question.most)


def _most_lost(table: Table) -> tuple[int, int] | None:
    """Where an indicator lost most points."""
    lost = [(float(row[quality.LOST] or 0), place) for place, row in enumerate(table.rows)]  # type: ignore[arg-type]
    most, place = max(lost, default=(0.0, 0))
    return (place, quality.LOST) if most > 0 else None


def _behind_guidance(store: Store, knowledge: Knowledge, question: Question, row: Row, column: int) -> Table | None:
    """The answers of the procedure of a line, or all of them behind the total."""
    procedure = str(row[guidance.PROCEDURE] or "")
    return guidance.guidance_answers(store.db, question.scope, procedure, offset=question.offset, limit=question.most)


def _behind_feedback(store: Store, knowledge: Knowledge, question: Question, row: Row, column: int) -> Table | None:
    return feedback.feedback_behind(store, question.scope, row, column, offset=question.offset, limit=question.most)


def _reuse(key: str, title: str, make: Callable[[Database, Scope], Table], *, of_procedure: bool) -> Offered:
    def details(store: Store, knowledge: Knowledge, question: Question, row: Row, column: int) -> Table | None:
        if column != len(row) + reuse.ASKED or not row[column]:
            return None
        one = row[0] is not None
        return reuse.asked_again_dossiers(
            store.db,
            question.scope,
            agency=str(row[reuse.AGENCY]) if one else "",
            procedure=str(row[reuse.PROCEDURE]) if one and of_procedure else "",
            offset=question.offset,
            limit=question.most,
        )

    return Offered(
        key,
        title,
        lambda store, knowledge, question: make(store.db, question.scope),
        details=details,
        default_cell=reuse.most_asked_again,
    )


def _behind_paper(store: Store, knowledge: Knowledge, question: Question, row: Row, column: int) -> Table | None:
    paper = "" if row[0] is None else str(row[reuse.PAPER])
    return reuse.asked_again_dossiers(
        store.db, question.scope, paper=paper, offset=question.offset, limit=question.most
    )


def _discipline(by: By, key: str, title: str) -> Offered:
    def details(store: Store, knowledge: Knowledge, question: Question, row: Row, column: int) -> Table | None:
        return discipline.discipline_behind(
            store, knowledge, question.scope, by, row, column, offset=question.offset, limit=question.most
        )

    return Offered(
        key,
        title,
        lambda store, knowledge, question: discipline.discipline_table(store, knowledge, question.scope, by),
        details=details,
        default_cell=discipline.most_late,
    )


def _behind_step(store: Store, knowledge: Knowledge, question: Question, row: Row, column: int) -> Table | None:
    return step_dossiers.step_dossiers(
        store, knowledge, question.scope, row, column, offset=question.offset, limit=question.most
    )


def _satisfied_bars(store: Store, knowledge: Knowledge, question: Question, table: Table) -> tuple[Bars, ...]:
    said = tuple(Bar(table.columns[place].head, _number(table.total, place)) for place in satisfaction.SAID)
    return (Bars("Ý kiến của người dân, doanh nghiệp", Kind.NUMBER, said),)


def _waiting(waiting: Waiting, store: Store, knowledge: Knowledge, question: Question) -> Table:
    scope = _waiting_scope(waiting, knowledge, question)
    return due.due_list(store, scope, offset=question.offset, limit=question.most)


def _waiting_bars(
    waiting: Waiting, store: Store, knowledge: Knowledge, question: Question, table: Table
) -> tuple[Bars, ...]:
    every = _by_field(waiting, store, knowledge, replace(question, field=None))
    return (replace(every, title="Số hồ sơ theo lĩnh vực"),)


def _waiting_fields(waiting: Waiting, store: Store, knowledge: Knowledge, question: Question) -> list[tuple[str, int]]:
    every = _by_field(waiting, store, knowledge, replace(question, field=None))
    return [("" if bar.label == NO_FIELD else bar.label, int(bar.value)) for bar in every.bars]


def _by_field(waiting: Waiting, store: Store, knowledge: Knowledge, question: Question) -> Bars:
    return due.due_by_field(store, _waiting_scope(waiting, knowledge, question))


def _waiting_scope(waiting: Waiting, knowledge: Knowledge, question: Question) -> due.WaitingScope:
    now = question.scope.now
    soon = waiting is Waiting.SOON
    until = due.horizon(now, knowledge.calendar, knowledge.hours, days=question.days) if soon else None
    return due.WaitingScope(waiting, now, until, question.field, question.scope.agency)


def _on_list(waiting: Waiting, key: str, title: str, asks: Asks = Asks.NOW) -> Offered:
    return Offered(
        key,
        title,
        partial(_waiting, waiting),
        asks=asks,
        fields=Fields.ANY,
        paged=True,
        signed=False,
        charts=partial(_waiting_bars, waiting),
        lines_of=partial(_waiting_fields, waiting),
    )


def _sample(key: str, title: str, *, by_risk: bool) -> Offered:
    return Offered(
        key,
        title,
        lambda store, knowledge, question: sample(store, question.scope, question.draw, by_risk=by_risk),
        by_risk=by_risk,
        task=Task.INSPECTION,
    )


def _volume_bars(store: Store, knowledge: Knowledge, question: Question, table: Table) -> tuple[Bars, ...]:
    return (
        volumes.by_day(store.db, question.scope),
        volumes.by_channel(table),
        volumes.busiest_procedures(table, _BUSIEST),
    )


@cache
def _indicators() -> tuple[Indicator, ...]:
    return load_indicators(resource("indicators"))


REPORTS: tuple[Offered, ...] = (
    Offered(
        "so-theo-doi",
        "Sổ theo dõi hồ sơ",
        partial(_book, BookColumns.CIRCULAR),
        fields=Fields.ONE,
        paged=True,
        lines_of=_books,
    ),
    Offered(
        "so-theo-doi-he-thong",
        "Sổ theo dõi (mẫu hệ thống)",
        partial(_book, BookColumns.PRODUCTION),
        fields=Fields.ONE,
        paged=True,
        lines_of=_books,
    ),
    Offered(
        "so-cap-so",
        "Sổ cấp số văn bản, phiếu",
        lambda store, knowledge, question: number_register(
            store, question.scope, offset=question.offset, limit=question.limit
        ),
        paged=True,
    ),
    Offered(
        "bieu-06a",
        "Biểu II.06a – Kết quả giải quyết",
        lambda store, knowledge, question: settlement.settlement_table(store.db, question.scope),
        charts=_outcome,
        details=_behind_figure,
    ),
    Offered(
        "chi-so-766",
        "Chỉ số phục vụ (QĐ 766)",
        lambda store, knowledge, question: quality.quality_table(store, question.scope, _indicators()),
        charts=_quality_bars,
        details=_behind_indicator,
        default_cell=_most_lost,
    ),
    _on_list(Waiting.SOON, "sap-den-han", "Hồ sơ sắp đến hạn", Asks.AHEAD),
    _on_list(Waiting.OVERDUE, "qua-han", "Hồ sơ quá hạn"),
    _on_list(Waiting.PAUSED, "tam-dung", "Hồ sơ đang tạm dừng"),
    _discipline(By.CLERK, "ky-luat-can-bo", "Kỷ luật giải quyết theo cán bộ"),
    _discipline(By.UNIT, "ky-luat-don-vi", "Kỷ luật giải quyết theo đơn vị"),
    _discipline(By.FIELD, "ky-luat-linh-vuc", "Kỷ luật giải quyết theo lĩnh vực"),
    Offered(
        "thoi-gian-quy-trinh",
        "Thời gian từng bước quy trình",
        lambda store, knowledge, question: step_times.step_times_table(store, knowledge, question.scope),
        details=_behind_step,
        default_cell=step_dossiers.most_over,
    ),
    Offered(
        "giay-to-xem-lai",
        "Giấy tờ yêu cầu: lượt mở xem, đã có sẵn",
        lambda store, knowledge, question: papers_used.papers_used_table(store, knowledge, question.scope),
    ),
    Offered(
        "huong-dan",
        "Hướng dẫn, từ chối trước khi tiếp nhận",
        lambda store, knowledge, question: guidance.guidance_by_procedure(store.db, question.scope),
        details=_behind_guidance,
    ),
    Offered(
        "so-phan-anh",
        "Sổ tiếp nhận phản ánh, kiến nghị",
        lambda store, knowledge, question: feedback.feedback_register(
            store, question.scope, offset=question.offset, limit=question.limit
        ),
        paged=True,
    ),
    Offered(
        "phan-anh",
        "Phản ánh, kiến nghị: kết quả xử lý",
        lambda store, knowledge, question: feedback.feedback_figures(store, question.scope),
        details=_behind_feedback,
    ),
    Offered(
        "hai-long",
        "Mức độ hài lòng",
        lambda store, knowledge, question: satisfaction.satisfaction_by_occasion(store, question.scope),
        charts=_satisfied_bars,
    ),
    Offered(
        "hai-long-linh-vuc",
        "Mức độ hài lòng theo lĩnh vực",
        lambda store, knowledge, question: satisfaction.satisfaction_by_field(store, question.scope),
    ),
    Offered(
        "chin-chi-so",
        "Chín chỉ số của cơ quan",
        lambda store, knowledge, question: nine_indicators.nine_of_agency(store, question.scope),
    ),
    Offered(
        "chin-chi-so-can-bo",
        "Chín chỉ số: cán bộ",
        lambda store, knowledge, question: nine_indicators.nine_of_staff(store, question.scope),
    ),
    Offered(
        "phi-le-phi",
        "Thu phí, lệ phí",
        lambda store, knowledge, question: money.fees_by_field(store, question.scope),
        charts=lambda store, knowledge, question, table: (money.fees_taken(table),),
    ),
    Offered(
        "quy-cuoi-ngay",
        "Bảng kê quỹ cuối ngày",
        lambda store, knowledge, question: money.cash_report(store, question.scope),
        asks=Asks.DAY,
    ),
    Offered(
        "so-hoa",
        "Số hóa, tái sử dụng theo lĩnh vực",
        lambda store, knowledge, question: volumes.digitisation_by_field(store.db, question.scope),
        charts=lambda store, knowledge, question, table: (volumes.digitisation_rates(store.db, question.scope),),
    ),
    Offered(
        "so-hoa-thu-tuc",
        "Số hóa, tái sử dụng theo thủ tục",
        lambda store, knowledge, question: volumes.digitisation_by_procedure(store.db, question.scope),
    ),
    _reuse("tai-su-dung", "Tái sử dụng giấy tờ theo thủ tục", reuse.reuse_by_procedure, of_procedure=True),
    _reuse("tai-su-dung-don-vi", "Tái sử dụng giấy tờ theo đơn vị", reuse.reuse_by_office, of_procedure=False),
    Offered(
        "giay-to-yeu-cau-lai",
        "Giấy tờ yêu cầu lại dù đã có",
        lambda store, knowledge, question: reuse.papers_asked_again(store.db, question.scope),
        details=_behind_paper,
    ),
    Offered(
        "khoi-luong",
        "Khối lượng hồ sơ tiếp nhận",
        lambda store, knowledge, question: volumes.volumes_by_procedure(store.db, question.scope),
        charts=_volume_bars,
    ),
    Offered(
        "ket-qua-doc",
        "Kết quả đọc giấy tờ theo mẫu",
        lambda store, knowledge, question: reading.reading_by_field(store.db, question.scope),
        signed=False,
        task=Task.CATALOGUE,
    ),
    _sample("mau-ngau-nhien", "Mẫu kiểm tra ngẫu nhiên", by_risk=False),
    _sample("mau-rui-ro", "Mẫu kiểm tra theo rủi ro", by_risk=True),
    Offered(
        "nhat-ky-truy-cap",
        "Nhật ký truy cập",
        lambda store, knowledge, question: accesses.access_log(
            store, question.scope, offset=question.offset, limit=question.limit
        ),
        paged=True,
        task=Task.INSPECTION,
    ),
)
"""In the order in which they are listed."""


def offered(key: str) -> Offered:
    """The report of that key. Raises KeyError."""
    found = next((report for report in REPORTS if report.key == key), None)
    if found is None:
        raise KeyError(key)
    return found
