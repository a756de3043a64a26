"""Dossiers as the centralised service of 2026 gets them, and the handing over of them over real HTTP."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.dossier.life import ResultNamed
from counter_app.dossier.model import Person
from counter_app.dossier.payloads.business import HandedOver, Stopped
from counter_app.dossier.payloads.papers import ComponentDigitised
from counter_app.dossier.payloads.results import ResultReturned, ResultsArrived
from counter_app.dossier.payloads.waiting import ObligationRequested
from counter_app.dossier.states import DeliveryMethod, Status
from counter_app.errors import CounterError
from counter_app.province.national.centralised import Uploaded, files_of, ho_so_moi, tien_trinh, trang_thai
from counter_app.province.national.centralised_service import CentralisedService
from counter_app.province.national.errors import FileNotTaken, NationalLoginRefused
from counter_app.province.national.gateway import Handed, Round, send_due
from counter_app.province.national.settings import NationalSettings, PaperKinds
from tests.province.national.fakes import FakeCentralised, Fault, Manner
from tests.province.national.lives import CLERK, CODE, NINE, Life, building_permit, file, lives, told
from tests.province.national.outbox import MemoryOutbox

PERMIT = ResultNamed(name="Giấy phép xây dựng", code="KQ.G02.000001", file=file("d"))
SCANNED = ComponentDigitised(component="don", document=file("a"), pages=())
HAND_OVER = HandedOver(from_unit="Một cửa", to_unit="Phòng Kinh tế", given_by=CLERK)
FILES = {"a" * 64: Uploaded(number="F1", hash="h1"), "d" * 64: Uploaded(number="F2", hash="h2")}


def settings_for(url: str, **changes: Any) -> NationalSettings:
    facts = {"dialect": "centralised", "url": url, "client_id": "nghean", "client_secret": "secret"}
    return NationalSettings.model_validate(facts | changes)


PLAIN = settings_for("https://dvc.example")


def content_of(sha256: str) -> bytes:
    return f"%PDF {sha256}".encode()


def test_a_scanned_building_permit_as_a_new_dossier() -> None:
    case = told(SCANNED).case
    settings = settings_for("https://dvc.example", service_codes={"1.013225": "1.013225.01"})
    assert ho_so_moi(case, CODE, FILES, settings).wire() == {
        "MaHoSo": CODE,
        "MaTTHC": "1.013225",
        "MaDichVuCong": "1.013225.01",
        "ChuHoSo": "Đặng Thị Hường",
        "LoaiDoiTuong": 1,
        "MaDonViTiepNhan": "H41.99",
        "EformThongTinChiTiet": {},
        "ThanhPhanHoSo": [
            {
                "MaThanhPhanHoSo": "",
                "TenThanhPhanHoSo": "Đơn đề nghị cấp giấy phép xây dựng",
                "SoLuong": 1,
                "GiayToDinhKem": [
                    {"IdGiayTo": "F1", "HashTepTin": "h1", "TenGiayTo": "Đơn đề nghị cấp giấy phép xây dựng"}
                ],
            },
            {"MaThanhPhanHoSo": "", "TenThanhPhanHoSo": "Bản vẽ thiết kế", "SoLuong": 3, "GiayToDinhKem": []},
        ],
        "ThongTinNguoiNop": {"LoaiDoiTuong": 1, "ThongTinChiTiet": {"TenNguoiNop": "Đặng Thị Hường"}},
    }


def test_who_files_for_another_is_the_submitter_and_kinds_of_paper_are_lines_of_their_own() -> None:
    case = told(submitter=Person(name="Lê Văn Mẫu")).case
    kinds = PLAIN.model_copy(update={"paper_kinds": PaperKinds(originals=1, certified_copies=2, copies=3)})
    sent = ho_so_moi(case, CODE, {}, kinds).wire()
    assert sent["ThongTinNguoiNop"]["ThongTinChiTiet"] == {"TenNguoiNop": "Lê Văn Mẫu"}
    assert [(item["TenThanhPhanHoSo"], item["SoLuong"], item["LoaiBan"]) for item in sent["ThanhPhanHoSo"]] == [
        ("Đơn đề nghị cấp giấy phép xây dựng", 1, 1),
        ("Bản vẽ thiết kế", 2, 1),
        ("Bản vẽ thiết kế", 1, 3),
    ]


def test_a_step_has_iso_dates_with_milliseconds_and_a_whole_number_for_its_status() -> None:
    case = told(HAND_OVER).case
    assert tien_trinh(case.steps[1], CODE, "id-1").wire() == {
        "IDHoSo": "id-1",
        "MaHoSo": CODE,
        "NguoiXuLy": CLERK,
        "ThoiDiemXuLy": "2026-11-20T10:00:00.000",
        "PhongBanXuLy": "Phòng Kinh tế",
        "NoiDungXuLy": "Chuyển hồ sơ",
        "TrangThai": 4,
        "NgayBatDau": "2026-11-20T10:00:00.000",
        "NgayKetThucTheoQuyDinh": "2026-12-11T09:00:00.000",
    }


def test_a_financial_obligation_is_a_status_of_its_own_and_names_the_fees() -> None:
    case = told(ObligationRequested(reason="nộp lệ phí", amount=75_000)).case
    assert trang_thai(case, CODE, "id-1", {}).wire() == {
        "IdHoSo": "id-1",
        "MaHoSo": CODE,
        "TrangThai": 6,
        "NoiDungYKien": "nộp lệ phí",
        "PhongBanXuLy": "Bộ phận Một cửa phường Sao Mai",
        "NoiDungXuLy": "Yêu cầu nghĩa vụ tài chính: nộp lệ phí",
        "DanhSachLePhi": [
            {
                "TenPhiLePhi": "Lệ phí cấp giấy phép xây dựng",
                "MaPhiLePhi": "",
                "HinhThucThu": "",
                "Gia": "75000",
                "LoaiPhiLePhi": "1",
            }
        ],
        "DanhSachGiayToKetQua": [],
    }


def test_a_result_is_named_once_it_was_made() -> None:
    life = told(ResultsArrived(results=(PERMIT,)))
    sent = trang_thai(life.case, CODE, "id-1", FILES).wire()
    assert sent["DanhSachGiayToKetQua"] == [
        {"TenGiayTo": "Giấy phép xây dựng", "IdGiayTo": "F2", "HashTepTin": "h2", "MaKetQua": "KQ.G02.000001"}
    ]
    life.then(ResultReturned(results=(0,), method=DeliveryMethod.COUNTER, recipient="Hường"))
    assert "DanhSachGiayToKetQua" not in trang_thai(life.case, CODE, "id-1", FILES).wire()


@settings(max_examples=100, deadline=None)
@given(lives())
def test_any_dossier_has_its_own_status_and_lists_only_where_they_belong(life: Life) -> None:
    case = life.case
    names = dict(files_of(case.dossier))
    files = {name: Uploaded(number=name[:4], hash=name[:8]) for name in names}
    sent = trang_thai(case, CODE, "id", files).wire()
    assert sent["TrangThai"] == case.dossier.status.national.value
    listed = case.dossier.status in (Status.SUPPLEMENT_REQUESTED, Status.FINANCIAL_OBLIGATION, Status.DONE)
    assert ("DanhSachLePhi" in sent) == ("DanhSachGiayToKetQua" in sent) == listed
    for step in case.steps:
        row = tien_trinh(step, CODE, "id").wire()
        assert len(row["NguoiXuLy"]) <= 50 and isinstance(row["TrangThai"], int)
        for name in ("ThoiDiemXuLy", "NgayBatDau", "NgayKetThucTheoQuyDinh"):
            assert name not in row or re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}", row[name])
    parts = ho_so_moi(case, CODE, files, PLAIN).wire()["ThanhPhanHoSo"]
    assert [part["TenThanhPhanHoSo"] for part in parts] == [item.name for item in case.dossier.components]
    assert sum(len(part["GiayToDinhKem"]) for part in parts) == sum(
        component.document is not None for component in case.dossier.components
    )


# Over the line


@pytest.fixture(scope="module")
def server() -> Iterator[FakeCentralised]:
    fake = FakeCentralised()
    yield fake
    fake.close()


@pytest.fixture
def portal(server: FakeCentralised) -> FakeCentralised:
    server.forget()
    server.knows_messages = False
    return server


class Morning:
    """A province's worker with its clock."""

    def __init__(
        self, fake: FakeCentralised, *lives: Life, content: Callable[[str], bytes] = content_of, **changes: Any
    ) -> None:
        self.passed = 0.0
        self.service = CentralisedService(settings_for(fake.url, **changes), content, lambda: self.passed)
        self.outbox = MemoryOutbox(*lives)
        self.at = NINE + timedelta(days=100)

    def round(self) -> Round:
        self.at += timedelta(hours=1)
        return send_due(self.outbox, self.service, now=lambda: self.at, jitter=lambda: 1.0)


def test_files_go_first_then_the_dossier_its_steps_and_its_status(portal: FakeCentralised) -> None:
    life = told(SCANNED, HAND_OVER, ResultsArrived(results=(PERMIT,)))
    morning = Morning(portal, life)
    assert morning.round() == Round(sent=1)
    assert [name for name, _, _ in portal.calls] == [
        "token",
        "UploadFile",
        "UploadFile",
        "CreateDossier",
        "CapNhatTienTrinh",
        "CapNhatTrangThai",
    ]
    assert list(portal.files.values()) == [content_of("a" * 64), content_of("d" * 64)]
    (paper,) = portal.dossiers[CODE]["ThanhPhanHoSo"][0]["GiayToDinhKem"]
    assert paper["HashTepTin"] == hashlib.md5(content_of("a" * 64)).hexdigest()
    assert portal.dossiers[CODE]["status"]["IdHoSo"] == f"id-{CODE}"
    assert [row["TrangThai"] for row in portal.steps[CODE]] == [2, 4, 9]


def test_later_steps_need_no_second_creation_and_no_second_upload(portal: FakeCentralised) -> None:
    life = told(SCANNED)
    morning = Morning(portal, life)
    morning.round()
    morning.outbox.changed(life.then(Stopped(reason="công dân đề nghị")))
    morning.round()
    assert (portal.created[CODE], len(portal.files), portal.asked("token")) == (1, 1, 1)
    assert portal.dossiers[CODE]["status"]["TrangThai"] == 8
    assert len(portal.steps[CODE]) == 2


def test_a_dossier_whose_reply_was_lost_is_known_again_under_its_number(portal: FakeCentralised) -> None:
    morning = Morning(portal, told())
    portal.faults = [Fault.LOST_REPLY]
    assert morning.round().sent == 0
    assert morning.round().sent == 1
    assert portal.created[CODE] == 1
    assert portal.dossiers[CODE]["status"]["IdHoSo"] == f"id-{CODE}"


def test_a_number_the_service_gives_is_drawn_once_and_kept(portal: FakeCentralised) -> None:
    morning = Morning(portal, told(), numbers_from_service=True)
    portal.faults = [Fault.NONE, Fault.LOST_REPLY]
    morning.round()
    morning.round()
    assert list(portal.dossiers) == ["1.013225-1"]
    assert portal.created["1.013225-1"] == 1
    assert Handed.model_validate_json(morning.outbox.done[CODE]).code == "1.013225-1"


def test_a_token_is_renewed_before_it_ends_and_when_it_is_refused(portal: FakeCentralised) -> None:
    life = told()
    morning = Morning(portal, life)
    morning.round()
    morning.passed = 3600 - 30
    morning.outbox.changed(life.then(HAND_OVER))
    morning.round()
    assert portal.tokens == 2
    portal.faults = [Fault.SESSION]
    morning.outbox.changed(life.then(HAND_OVER))
    assert morning.round() == Round(sent=1)
    assert portal.tokens == 3


def test_a_wrong_secret_and_a_refused_file_are_named(portal: FakeCentralised) -> None:
    assert isinstance(Morning(portal, told(), client_secret="wrong").round().failure, NationalLoginRefused)
    morning = Morning(portal, told(SCANNED))
    portal.faults = [Fault.REFUSED]
    assert morning.round() == Round(failed=1)
    assert isinstance(morning.outbox.failed[CODE].failure, FileNotTaken)


class Gone(CounterError):
    """A file that is not where it should be."""


def test_a_file_that_is_missing_here_holds_up_its_dossier_only(portal: FakeCentralised) -> None:
    def missing(_: str) -> bytes:
        raise Gone("file")

    other = Life(code="H41.99-261120-0002").then(building_permit())
    morning = Morning(portal, told(SCANNED), other, content=missing)
    assert morning.round() == Round(sent=1, failed=1)
    assert isinstance(morning.outbox.failed[CODE].failure, Gone)


FAULTS = st.lists(st.sampled_from([fault for fault in Fault if fault not in (Fault.REFUSED, Fault.SLOW)]), max_size=25)
MANNERS = st.sampled_from(Manner)


@pytest.mark.slow
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FAULTS, MANNERS, st.booleans(), st.booleans())
def test_whatever_goes_wrong_the_dossier_is_there_once_in_its_newest_state(
    portal: FakeCentralised, faults: list[Fault], manner: Manner, knows_messages: bool, numbered: bool
) -> None:
    portal.forget()
    portal.manner, portal.knows_messages, portal.faults = manner, knows_messages, list(faults)
    life = told(SCANNED, HAND_OVER)
    morning = Morning(portal, life, numbers_from_service=numbered)
    for _ in range(40):
        if not morning.outbox.waiting and len(life.entries) == 3:
            morning.outbox.changed(life.then(ResultsArrived(results=(PERMIT,))))
        morning.round()
    morning.service.close()
    assert not morning.outbox.waiting
    ((code, dossier),) = portal.dossiers.items()
    assert portal.created == {code: 1}
    assert dossier["status"]["TrangThai"] == 9
    assert sorted(row["TrangThai"] for row in portal.steps[code]) == [2, 4, 9]
