"""Papers that nobody reads or that lie there already, counted a second way over a generated year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from counter_app.knowledge import Knowledge
from counter_app.reports import periods
from counter_app.reports.papers_used import PaperUse, papers_used, papers_used_table
from counter_app.reports.scope import Scope
from counter_app.store.accesses import Access, AccessKind
from tests.reports.conftest import NOW, Office, dossier

MONTH = periods.containing(periods.Cut.MONTH, NOW.date())
CLERK = "Lê Văn Thử"
BIRTH = "Đăng ký khai sinh"


def look(office: Office, code: str, component: str, kind: AccessKind = AccessKind.READ) -> None:
    subject = f"{code} {component}" if component else code
    office.store.accesses.add(Access(NOW, CLERK, kind, subject))


def test_how_many_dossiers_had_a_paper_opened_is_counted_dossier_by_dossier(
    office: Callable[..., Office], knowledge: Knowledge
) -> None:
    received = NOW - timedelta(days=2)
    codes = [f"H41.99-261123-{number:04d}" for number in range(1, 13)]
    before = dossier("H41.99-261001-0099", received_at=NOW - timedelta(days=50))
    here = office(*(dossier(code, received_at=received) for code in codes), before)
    procedure = knowledge.catalogue.get("1.001193", MONTH.last)
    assert procedure
    first, *others = [rule.key for rule in procedure.components if rule.required and not rule.case]
    look(here, codes[0], first)
    look(here, codes[0], others[0] if others else "khac")
    look(here, codes[0], first)  # again, by the same clerk: one dossier
    look(here, codes[1], first)
    look(here, before.code, first)  # came before the period
    look(here, codes[2], "", AccessKind.OPENED)  # the dossier alone: no paper of it
    look(here, "H41.99-261123-7777", first)  # never here
    scope = Scope(MONTH, NOW)
    found = {one.rule.key: one for one in papers_used(here.store, knowledge, scope) if one.procedure == procedure.name}
    assert (found[first].dossiers, found[first].read) == (12, 2)
    assert sum(one.read for one in found.values()) == 2 + bool(others)
    assert found[first].proposal(knowledge.review.of(MONTH.last)) == ""
    unread = [one for one in found.values() if one.is_always_asked and not one.read]
    assert all(one.proposal(knowledge.review.of(MONTH.last)).startswith("Không lượt mở xem") for one in unread)
    table = papers_used_table(here.store, knowledge, scope)
    assert len(list(table.rows)) == len(found)
    assert not papers_used(here.store, knowledge, Scope(MONTH, NOW, agency="H41.98"))


def test_a_paper_is_proposed_only_where_each_dossier_has_to_bring_it_and_enough_came(knowledge: Knowledge) -> None:
    procedure = knowledge.catalogue.get("1.001193", MONTH.last)
    assert procedure
    rule = next(rule for rule in procedure.components if rule.required and not rule.case and not rule.shown_only)

    asked = knowledge.review.of(MONTH.last)

    def said(dossiers: int, read: int = 0, lay_there: int = 0, **changes: object) -> str:
        return PaperUse(BIRTH, rule.model_copy(update=changes), dossiers, read, lay_there).proposal(asked)

    assert "Không lượt mở xem" in said(10)
    assert said(9) == "", "too few to say anything"
    assert said(10, 1) == ""
    assert said(10, case="Ở nước ngoài") == said(10, required=False) == said(10, shown_only=True) == ""
    assert said(10, 3, lay_there=6).startswith("Quá 50 % số hồ sơ đã có bản số hóa: đề xuất không yêu cầu nộp lại")
    assert said(10, 3, lay_there=5) == ""
