"""Who looked at whom stays known: what was opened, looked for and exported."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from counter_app.commands.report_file import ACCESS_LOG, export_report
from counter_app.desk import receiving
from counter_app.desk.desk import Desk
from counter_app.desk.dossier_view import dossier_view
from counter_app.desk.finding import find, find_all, find_guidance
from counter_app.desk.report_answers import answer, whole
from counter_app.dossier.acts.act import NotYourTask
from counter_app.dossier.roles import Clerk, Role, tasks_of
from counter_app.reports.offered import Question, offered
from counter_app.reports.periods import day
from counter_app.reports.scope import Scope
from counter_app.store.accesses import AccessKind
from tests.conftest import CLERK, MORNING, filled

FOR_EVER = (0, 2**40)


def looked(desk: Desk) -> list[tuple[str, AccessKind, str]]:
    return [(item.clerk, item.kind, item.subject) for item in desk.store.accesses.between(*FOR_EVER)]


def received(desk: Desk) -> str:
    draft = filled(desk.new_draft())
    desk.keep_draft(draft)
    return receiving.receive(desk, draft.id).code


def test_opening_and_searching_are_noted_with_who_did_it(desk: Desk) -> None:
    code = received(desk)
    other = desk.of(Clerk("Lê Văn Hai", tasks_of([Role.INSPECTOR])))
    assert [line.code for line in find_all(desk, "Hường")] == [code]
    dossier_view(desk, code)
    dossier_view(desk, code)  # the screen is shown anew
    dossier_view(other, code)
    find(desk, "  ")  # the whole list is about nobody in particular
    assert looked(desk) == [
        (CLERK.name, AccessKind.SEARCHED, "Hường"),
        (CLERK.name, AccessKind.OPENED, code),
        ("Lê Văn Hai", AccessKind.OPENED, code),
    ]


def test_words_typed_on_are_one_search_by_the_whole(desk: Desk) -> None:
    for typed in ("0", "0401", "040190", "040190001234", "04019000"):
        find_guidance(desk, typed)
    find(desk, "Đặng")
    assert [subject for _, _, subject in looked(desk)] == ["040190001234", "Đặng"]


def test_a_report_written_to_a_file_is_noted_and_the_log_is_not_everybodys(desk: Desk) -> None:
    question = Question(Scope(day(MORNING.date()), desk.now()))
    answered = answer(desk, offered("bieu-06a"), question)
    list(whole(desk, answered, lambda read, count: None).rows)
    assert looked(desk) == [(CLERK.name, AccessKind.EXPORTED, "bieu-06a")]
    clerk = desk.of(Clerk("Lê Văn Hai", tasks_of([Role.CLERK])))
    with pytest.raises(NotYourTask) as refused:
        answer(clerk, offered("nhat-ky-truy-cap"), question)
    assert "Xem nhật ký truy cập" in refused.value.sentence()


def test_the_log_is_exported_as_a_spreadsheet(desk: Desk, tmp_path: Path) -> None:
    code = received(desk)
    dossier_view(desk, code)
    inspector = replace(desk.of(Clerk("Phạm Văn Kiểm", tasks_of([Role.INSPECTOR]))), now=lambda: MORNING)
    export_report(inspector, ACCESS_LOG, tmp_path / "log.xlsx", None, None)
    sheet = CalamineWorkbook.from_path(str(tmp_path / "log.xlsx")).get_sheet_by_index(0)
    cells = [str(cell) for row in sheet.to_python() for cell in row]
    assert code in cells and CLERK.name in cells and "Mở hồ sơ" in cells
