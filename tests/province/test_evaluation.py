"""The province's evaluation of a month, on both databases: counted, held against the offices', signed, corrected."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from counter_app.commands.evaluation import ProvinceNotSignedOff, publish_of_province
from counter_app.dossier.codes import case_code
from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.payloads.evaluation import EvaluatedLine, EvaluationSigned
from counter_app.dossier.payloads.papers import Received
from counter_app.dossier.states import Status
from counter_app.province.evaluation import NothingToCount, OfficialNotOfProvince, sign_off, versions
from counter_app.province.services import Services
from counter_app.reports.evaluation import GROUPS, CorrectionWithoutReason
from counter_app.reports.periods import Cut, before, containing
from tests.dossier.entries import AT, received
from tests.province.conftest import DESK, STRANGER, Journal

MONTH = before(Cut.MONTH, containing(Cut.MONTH, AT.date()))
OFFICE = ("UBND TỈNH MẪU", "Mẫu")
OFFICIAL = "Hồ Văn Giả"
RECEIVED = AT.replace(day=3)


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


def test_a_province_counts_its_offices_itself_holds_what_they_signed_against_it_and_signs(
    services: Services, tmp_path: Path
) -> None:
    services.desks.add_official(OFFICIAL)
    engine = services.engine
    with pytest.raises(NothingToCount):
        sign_off(engine, MONTH, OFFICE[0], OFFICIAL, "", AT)
    with pytest.raises(ProvinceNotSignedOff):
        publish_of_province(engine, MONTH, tmp_path, OFFICE)
    mine, theirs = Journal(DESK), Journal(STRANGER)
    for number in (1, 2):  # received in the month; one is done in time, the other still open when its day has passed
        services.registry.accept(DESK, [mine.write(in_month(), f"H41.99-261103-{number:04d}", at=RECEIVED)])
    done = mine.write(StatusChanged(status=Status.DONE), "H41.99-261103-0001", 2, at=RECEIVED)
    services.registry.accept(DESK, [done])
    with pytest.raises(OfficialNotOfProvince):
        sign_off(engine, MONTH, OFFICE[0], "Người Lạ", "", AT)
    first = sign_off(engine, MONTH, OFFICE[0], OFFICIAL, "", AT).evaluation
    assert (first.counted, first.version, first.of_offices) == (True, 1, ("H41.98", "H41.99"))
    assert (first.lacking, first.differing) == (("H41.98", "H41.99"), ()), (
        "an office that signs nothing is counted, too"
    )
    assert figures(first, "2.1") == (1, 2)

    signed = [evaluation("H41.99", 5, 9), evaluation("H41.99", 1, 2, 2)]
    services.registry.accept(DESK, [mine.write(one, code("H41.99", place)) for place, one in enumerate(signed, 1)])
    services.registry.accept(STRANGER, [theirs.write(evaluation("H41.98", 3, 10), code("H41.98", 1))])
    with pytest.raises(CorrectionWithoutReason):
        sign_off(engine, MONTH, OFFICE[0], OFFICIAL, " ", AT)
    second = sign_off(engine, MONTH, OFFICE[0], OFFICIAL, "Thêm xã H41.98", AT + timedelta(minutes=1)).evaluation
    assert figures(second, "2.1") == (1, 2), "what an office signed adds no dossier that nobody sent"
    assert (second.lacking, second.differing) == ((), ("H41.98",)), "an office is held to its newest version"
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
    assert "khác số tỉnh đếm: H41.98" in page


def test_online_dossiers_are_not_rated_where_nobody_says_how_many_the_portal_has(services: Services) -> None:
    services.desks.add_official(OFFICIAL)
    mine = Journal(DESK)
    services.registry.accept(DESK, [mine.write(in_month(), "H41.99-261103-0001", at=RECEIVED)])
    signed = sign_off(services.engine, MONTH, OFFICE[0], OFFICIAL, "", AT).evaluation
    assert [line.known for line in signed.lines if line.key in {"1.4", "3.3"}] == [False, False]
    synced = EvaluatedLine(key="1.4", name="đồng bộ", group="Công khai, minh bạch", good=1, count=2, points=6)
    told = evaluation("H41.99", 0, 1).model_copy(update={"lines": (synced,)})
    services.registry.accept(DESK, [mine.write(told, code("H41.99", 1))])
    signed = sign_off(services.engine, MONTH, OFFICE[0], OFFICIAL, "Xã đã ký", AT).evaluation
    assert figures(signed, "1.4") == (1, 2) and [line.known for line in signed.lines if line.key == "3.3"] == [True]


def figures(signed: EvaluationSigned, key: str) -> tuple[int, int]:
    return next((line.good, line.count) for line in signed.lines if line.key == key)


def in_month() -> Received:
    return received().model_copy(update={"due_at": RECEIVED.replace(hour=17)})
