"""The monthly evaluation: signed off once the period is over, published as four files, corrected by another version."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from counter_app.commands.evaluation import NotSignedOff, publish
from counter_app.desk.desk import Desk, NotYourTask
from counter_app.desk.evaluation import sign_off, versions
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.plausibility import impossible
from counter_app.dossier.roles import Role, tasks_of
from counter_app.reports.evaluation import GROUPS, CorrectionWithoutReason, PeriodNotOver
from counter_app.reports.periods import month
from tests.reports.filled_desk import filled_desk

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=VIETNAM)
NOVEMBER = month(2026, 11)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with filled_desk(tmp_path_factory.mktemp("evaluated") / "desk", 25, NOW) as filled:
        yield replace(filled, now=lambda: NOW).of(replace(filled.clerk, tasks=tasks_of([Role.SUPERVISOR])))


def test_an_evaluation_is_signed_off_published_and_corrected_but_never_changed(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(NotSignedOff):
        publish(desk, NOVEMBER, tmp_path)
    with pytest.raises(PeriodNotOver):
        sign_off(desk, month(2026, 12), "Hồ Văn Giả")
    with pytest.raises(NotYourTask):
        sign_off(desk.of(replace(desk.clerk, tasks=tasks_of([Role.CLERK]))), NOVEMBER, "Hồ Văn Giả")
    files = publish(desk, NOVEMBER, tmp_path, "Hồ Văn Giả")
    first = {file.suffix: file.read_bytes() for file in files}
    assert set(first) == {".pdf", ".xlsx", ".json", ".html"} and first[".pdf"].startswith(b"%PDF")
    said = json.loads(first[".json"])
    assert (said["first"], said["last"], said["version"]) == ("2026-10-15", "2026-11-14", 1)
    points = {group: sum(line["points"] for line in said["lines"] if line["group"] == group) for group in GROUPS}
    assert points == GROUPS, "each group stands with its greatest points, known or not"
    assert any(not line["known"] for line in said["lines"] if line["group"] == "Thanh toán trực tuyến")
    page = first[".html"].decode()
    assert '<td class="number">' in page and "white-space:nowrap" in page, "a figure is one word, on the right"
    assert '<html lang="vi">' in page and "<caption>" in page and 'scope="row"' in page and "<script" not in page
    assert "Không có dữ liệu tại quầy" in page and "Đơn vị báo cáo" in page

    with pytest.raises(CorrectionWithoutReason):
        sign_off(desk, NOVEMBER, "Hồ Văn Giả")
    again = publish(desk, NOVEMBER, tmp_path, "Hồ Văn Giả", "Thiếu hồ sơ của quầy số 2")
    assert {file.suffix: file.read_bytes() for file in files} == first, "the version that was signed off stays"
    assert "Thiếu hồ sơ của quầy số 2" in again[3].read_text(encoding="utf-8")
    kept = versions(desk, NOVEMBER)
    assert [signed.version for signed, _ in kept] == [1, 2]
    assert [impossible(entry) for _, entry in kept] == ["", ""], "the province takes them in"
    desk.store.journal.rebuild_all()
    assert versions(desk, NOVEMBER) == kept and desk.store.journal.differing_projections() == []
