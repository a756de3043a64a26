"""The province's evaluation of a month, on both databases: the offices' added up, signed, published, corrected."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from counter_app.commands.evaluation import ProvinceNotSignedOff, publish_of_province
from counter_app.dossier.codes import case_code
from counter_app.dossier.payloads.evaluation import EvaluatedLine, EvaluationSigned
from counter_app.province.evaluation import NothingToAddUp, OfficialNotOfProvince, sign_off, versions
from counter_app.province.services import Services
from counter_app.reports.evaluation import GROUPS, CorrectionWithoutReason
from counter_app.reports.periods import Cut, before, containing
from tests.dossier.entries import AT
from tests.province.conftest import DESK, STRANGER, Journal

MONTH = before(Cut.MONTH, containing(Cut.MONTH, AT.date()))
OFFICE = ("UBND TỈNH MẪU", "Mẫu")
OFFICIAL = "Hồ Văn Giả"


def evaluation(agency: str, good: int, count: int, version: int = 1) -> EvaluationSigned:
    line = EvaluatedLine(
        key="2.1", name="đúng hạn", group="Tiến độ, kết quả giải quyết", good=good, count=count, points=20
    )
    return EvaluationSigned(
        agency=agency,
        office=f"Xã {agency}",
        first=MONTH.first,
        last=MONTH.last,
        name=MONTH.name,
        version=version,
        signer="Lê Văn Duyệt",
        reason="Sót hồ sơ" if version > 1 else "",
        lines=(line, line.model_copy(update={"key": "4.4", "good": 9, "count": 9, "known": False})),
    )


def code(agency: str, number: int) -> str:
    return case_code(agency, AT.date(), number)


def test_a_province_adds_up_what_its_offices_signed_and_signs_it_itself(services: Services, tmp_path: Path) -> None:
    services.desks.add_official(OFFICIAL)
    engine = services.engine
    with pytest.raises(NothingToAddUp):
        sign_off(engine, MONTH, OFFICE[0], OFFICIAL, "", AT)
    with pytest.raises(ProvinceNotSignedOff):
        publish_of_province(engine, MONTH, tmp_path, OFFICE)
    mine, theirs = Journal(DESK), Journal(STRANGER)
    signed = [evaluation("H41.99", 5, 9), evaluation("H41.99", 6, 10, 2)]
    services.registry.accept(DESK, [mine.write(one, code("H41.99", place)) for place, one in enumerate(signed, 1)])
    with pytest.raises(OfficialNotOfProvince):
        sign_off(engine, MONTH, OFFICE[0], "Người Lạ", "", AT)
    first = sign_off(engine, MONTH, OFFICE[0], OFFICIAL, "", AT).evaluation
    assert (first.of_offices, first.lacking, first.version) == (("H41.99",), ("H41.98",), 1)

    services.registry.accept(STRANGER, [theirs.write(evaluation("H41.98", 3, 10), code("H41.98", 1))])
    with pytest.raises(CorrectionWithoutReason):
        sign_off(engine, MONTH, OFFICE[0], OFFICIAL, " ", AT)
    second = sign_off(engine, MONTH, OFFICE[0], OFFICIAL, "Thêm xã H41.98", AT + timedelta(minutes=1)).evaluation
    on_time = next(line for line in second.lines if line.key == "2.1")
    assert (on_time.good, on_time.count, on_time.earned) == (9, 20, 9.0), "an office counts with its newest version"
    assert [line.known for line in second.lines if line.key in {"4.4", "5.1", "5.2"}] == [False, True, True]
    points = {group: sum(line.points for line in second.lines if line.group == group) for group in GROUPS}
    assert points == GROUPS
    assert [one.evaluation.version for one in versions(engine, MONTH)] == [1, 2]

    files = publish_of_province(engine, MONTH, tmp_path, OFFICE)
    assert [file.suffix for file in files] == [".pdf", ".xlsx", ".json", ".html"]
    said = json.loads(files[2].read_text(encoding="utf-8"))
    assert (said["agency"], said["reason"], said["of_offices"]) == ("H41", "Thêm xã H41.98", ["H41.98", "H41.99"])
    page = files[3].read_text(encoding="utf-8")
    assert "của 2 đơn vị" in page and "Đơn vị nhận báo cáo: Văn phòng Chính phủ" in page and "tại quầy" not in page
