"""What becomes of the papers that are asked for: how often their digitised picture was opened, and how often they were
brought although they lay there. What nobody reads, or the province has already, need perhaps not be asked for.

Counted are dossiers received in the period and the looks at their papers since (`AccessKind.READ`): at this desk, and
of pictures alone; who reads the sheet itself leaves no trace. So a proposal asks the deciding unit, it decides nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from counter_app.dossier.collation import collated
from counter_app.knowledge import Knowledge
from counter_app.procedures.catalogue import ComponentRule, Procedure
from counter_app.procedures.review import Criteria
from counter_app.reports.scope import COUNTED, Scope, percent, share, summed
from counter_app.store.accesses import AccessKind
from counter_app.store.store import Store
from counter_app.tables import Column, Kind, Row, Table

_RECEIVED = f"SELECT kind FROM dossiers WHERE {COUNTED} AND received_at >= :start AND received_at < :end"
_READ = (
    "SELECT kinds.procedure, substr(look.subject, instr(look.subject, ' ') + 1) AS component,"
    " count(DISTINCT dossiers.id) AS dossiers FROM accesses look"
    " JOIN entries ON entries.dossier = substr(look.subject, 1, instr(look.subject, ' ') - 1)"
    " JOIN dossiers ON dossiers.id = entries.id"  # the first of its entries
    " JOIN kinds ON kinds.id = dossiers.kind"
    f" WHERE look.kind = '{AccessKind.READ}' AND look.at >= :start"
    f" AND {COUNTED} AND received_at >= :start AND received_at < :end"
)
_LAY_THERE = "SELECT procedure, paper, count(DISTINCT dossier) AS dossiers FROM asked_again WHERE received_at >= :start"


@dataclass(frozen=True)
class PaperUse:
    """A paper of a procedure: of how many dossiers it was asked, in how many its picture was opened, in how many it
    lay there already."""

    procedure: str
    rule: ComponentRule
    dossiers: int
    read: int
    lay_there: int

    @property
    def is_always_asked(self) -> bool:
        """Whether each dossier has it: of the others nobody knows how many were asked for it."""
        return self.rule.required and not self.rule.case and not self.rule.shown_only

    def proposal(self, asked: Criteria) -> str:
        """What that speaks for; "" where nothing."""
        if not self.is_always_asked or self.dossiers < asked.at_least:
            return ""
        if self.lay_there > asked.long_share * self.dossiers:
            return f"Quá {percent(asked.long_share)} số hồ sơ đã có bản số hóa: đề xuất không yêu cầu nộp lại"
        if not self.read:
            return "Không lượt mở xem: hỏi đơn vị giải quyết có còn cần"
        return ""


def papers_used(store: Store, knowledge: Knowledge, scope: Scope) -> list[PaperUse]:
    """The papers of each procedure of which dossiers came in, as the catalogue lists them."""
    lines = f"{_RECEIVED} AND {scope.mine}"
    rows = summed(store.db, scope, lines, {"count": "count(*)"}, "procedure")
    came = {row["procedure"]: row["count"] for row in rows}
    mine = " AND kinds.agency = :agency" if scope.agency else ""
    read: dict[tuple[str, str], int] = defaultdict(int)
    for row in store.db.query(f"{_READ}{mine} GROUP BY 1, 2", scope.values):
        read[row["procedure"], row["component"]] = row["dossiers"]
    also = " AND agency = :agency" if scope.agency else ""
    wanted = f"{_LAY_THERE} AND received_at < :end{also} GROUP BY 1, 2"
    there = {(row["procedure"], row["paper"]): row["dossiers"] for row in store.db.query(wanted, scope.values)}
    return [
        PaperUse(procedure.name, rule, came[code], read[code, rule.key], there.get((code, rule.name), 0))
        for code, procedure in _known(knowledge, scope, list(came))
        for rule in procedure.components
    ]


def papers_used_table(store: Store, knowledge: Knowledge, scope: Scope) -> Table:
    """The papers with what that speaks for."""
    found, asked = papers_used(store, knowledge, scope), knowledge.review.of(scope.period.last)
    return Table(
        title="GIẤY TỜ YÊU CẦU: LƯỢT MỞ XEM, ĐÃ CÓ SẴN",
        parties=scope.parties,
        subtitles=(f"Hồ sơ tiếp nhận: {scope.period.title}",),
        columns=_COLUMNS,
        rows=tuple(_row(number, one, one.proposal(asked)) for number, one in enumerate(found, start=1)),
        notes=(
            "Chỉ tính lượt mở xem bản số hóa tại quầy này; người đọc bản giấy không để lại dấu, nên đề xuất là để hỏi "
            "lại đơn vị giải quyết.",
            f"Có đề xuất khi từ {asked.at_least} hồ sơ trở lên, với giấy tờ hồ sơ nào cũng phải nộp.",
        ),
    )


def _known(knowledge: Knowledge, scope: Scope, codes: list[str]) -> Iterator[tuple[str, Procedure]]:
    found = [(code, knowledge.catalogue.get(code, scope.period.last)) for code in codes]
    known = [(code, procedure) for code, procedure in found if procedure]
    yield from sorted(known, key=lambda item: (collated(item[1].name), item[0]))


def _row(number: int, one: PaperUse, proposal: str) -> Row:
    counted = one.is_always_asked
    return (
        number,
        one.procedure,
        one.rule.name,
        one.dossiers if counted else None,
        one.read,
        share(one.read, one.dossiers) if counted else None,
        one.lay_there,
        proposal,
    )


_COLUMNS = (
    Column("TT", Kind.ORDINAL, 5),
    Column("Thủ tục", width=30),
    Column("Giấy tờ", width=34),
    Column("Số hồ sơ phải nộp", Kind.NUMBER, 10),
    Column("Số hồ sơ có mở xem", Kind.NUMBER, 10),
    Column("Tỷ lệ mở xem", Kind.PERCENT, 10),
    Column("Số hồ sơ đã có sẵn", Kind.NUMBER, 10),
    Column("Đề xuất", width=32),
)
