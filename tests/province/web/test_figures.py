"""Figures of the province on its pages: counted by office, held against what each signed, taken away as a file."""

from __future__ import annotations

import io
import zipfile

import pytest

from counter_app.dossier.codes import case_code
from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.states import Status
from counter_app.province.overview import Overview
from counter_app.province.serve import RunningServer
from tests.dossier.entries import AT, CODE, received
from tests.province.conftest import Caller, Journal
from tests.province.portal import eventually
from tests.province.test_evaluation import evaluation
from tests.province.web.conftest import Official

MONTH = "2026-12"  # 15 November to 14 December


def test_the_province_sees_what_became_of_the_dossiers_of_each_office(
    caller: Caller, province: RunningServer, signed_in: Official
) -> None:
    mine = Journal()
    caller.push([mine.write(received()), mine.write(StatusChanged(status=Status.DONE), CODE, 2)])
    with Caller(province, "H41.98:1") as other:
        other.push([Journal("H41.98:1").write(received(), "H41.98-261124-0001")])
    official = signed_in()
    page = official.get(f"/figures?month={MONTH}").text
    assert "Tháng 12 năm 2026" in page and "H41.98" in page and "H41.99" in page and "Toàn tỉnh" in page
    assert page.count(">chưa<") == 2, "neither has signed the month off"
    assert "Quý IV năm 2026" in official.get(f"/figures?month={MONTH}&cut=quarter").text
    of_one = signed_in("Hai", "H41.98").get(f"/figures?month={MONTH}").text
    assert "H41.98" in of_one and "H41.99" not in of_one, "an official of one office sees no other"
    answer = official.get(f"/figures.xlsx?month={MONTH}&each=agency")
    assert "tong-hop-ii06-2026-12-agency.xlsx" in answer.headers["content-disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as sheet:
        words = sheet.read("xl/sharedStrings.xml").decode()
    assert "H41.98" in words and "H41.99" in words and "mẫu II.06b–d" in words
    answer = official.get(f"/figures.xlsx?month={MONTH}&each=procedures")
    assert "tong-hop-ii07b-2026-12-procedures.xlsx" in answer.headers["content-disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as sheet:
        assert "quy trình nội bộ" in sheet.read("xl/sharedStrings.xml").decode()
    assert official.get("/figures?month=khong&cut=gi").status_code == 200


def test_what_an_office_signed_stands_beside_what_the_province_counts(caller: Caller, signed_in: Official) -> None:
    mine = Journal()
    caller.push([mine.write(received(), "H41.99-261103-0001", at=AT.replace(day=3))])
    month = evaluation("H41.99", 5, 9)
    caller.push([mine.write(month, case_code("H41.99", AT.date(), 1))])
    page = signed_in().get("/figures?month=2026-11").text
    assert "khác ở 2.1" in page and f"{month.office} (H41.99)" in page
    as_counted = month.lines[0].model_copy(update={"good": 1, "count": 1})
    corrected = month.model_copy(update={"version": 2, "reason": "Sót hồ sơ", "lines": (as_counted,)})
    caller.push([mine.write(corrected, case_code("H41.99", AT.date(), 2))])
    assert ">khớp<" in signed_in("Hai").get("/figures?month=2026-11").text


def test_who_asks_before_all_are_folded_is_told_how_many_are_not_counted(
    caller: Caller, province: RunningServer, signed_in: Official, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = Journal()
    caller.push([mine.write(received(), f"H41.99-261124-{number:04d}") for number in range(1, 8)])
    monkeypatch.setattr("counter_app.province.web.list_pages._PATIENCE", -1.0)
    monkeypatch.setattr("counter_app.province.web.list_pages._AT_ONCE", 2)
    official = signed_in()
    assert "Còn 5 hồ sơ chưa tính vào" in official.get("/figures?month=2026-12").text
    eventually(lambda: Overview(province.services.engine).behind() == 0)
    assert "chưa tính vào" not in official.get("/figures?month=2026-12").text
