"""What citizens filed at the national portal: brought to the province over HTTP, handled at the desk."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from counter_app.config import Server, sample_profile
from counter_app.desk import casework, online
from counter_app.desk.desk import Desk, open_desk
from counter_app.dossier.applicants import ApplicantKind
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.states import Channel, DeliveryMethod, IdentityKind, Payment, Status
from counter_app.province.national.case import case_of
from counter_app.province.national.classic import ho_so
from counter_app.province.national.settings import NationalSettings
from counter_app.province.serve import RunningServer
from counter_app.reports.periods import month
from counter_app.reports.scope import Scope
from counter_app.reports.volumes import by_channel, volumes_by_procedure
from counter_app.sync.client import ProvincialServer
from counter_app.sync.exchange import sync_once
from tests.conftest import CLERK

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=VIETNAM)
OFFICE = "H41.99"
PDF = b"%PDF-1.7\nTo khai dang ky khai sinh\n%%EOF\n"


def birth(**changes: Any) -> dict[str, Any]:
    """A birth as the portal tells of it, with what it leaves empty."""
    return {
        "MaHoSo": "G22.99-261124-00321",
        "MaTTHC": "1.001193",
        "TenTTHC": "Thủ tục đăng ký khai sinh",
        "TenLinhVuc": "Hộ tịch",
        "ChuHoSo": "Nguyễn Thị Hường",
        "SoGiayToChuHoSo": "040190001234",
        "LoaiDoiTuong": "1",
        "DiaChi": "Xóm 3, xã Nghi Lộc, tỉnh Nghệ An",
        "SoDienThoai": "0912000123",
        "Email": None,
        "NgayNopHoSo": "20261124210500",
        "TaiKhoanDuocXacThucVoiVNeID": "1",
        "TaiLieuNop": [
            {
                "TepDinhKemId": hashlib.sha256(PDF).hexdigest(),
                "TenTepDinhKem": "Tờ khai đăng ký khai sinh",
                "MaThanhPhanHoSo": "000.00.00.G15-KQ000199",
            }
        ],
        "TrangThaiHoSo": "1",
    } | changes


@pytest.fixture
def portal(province: RunningServer) -> Iterator[httpx.Client]:
    """The portal's adapter: an official with a token of its own."""
    token = province.services.desks.add_official("Trục Cổng DVC")
    with httpx.Client(base_url=province.url, headers={"Authorization": f"Bearer {token}"}, timeout=30) as client:
        yield client


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path / "desk", sample_profile(), CLERK)
    yield replace(opened, now=lambda: NOW)
    opened.store.close()


@pytest.fixture
def line(province: RunningServer, desk: Desk) -> Iterator[ProvincialServer]:
    """The desk's line to the province; its office is registered with it."""
    server = Server(url=province.url, code=province.services.desks.register(desk.store.desk))
    with ProvincialServer(server, desk.store) as connected:
        sync_once(desk.store, connected)
        yield connected


def file_online(portal: httpx.Client, **changes: Any) -> str:
    stored = portal.post(f"/v2/online/{OFFICE}/files", content=PDF)
    assert stored.status_code == 200, stored.text
    body = {"office_name": "UBND PHƯỜNG SAO MAI", "dossier": birth(**changes), "files": [stored.json()]}
    taken = portal.post(f"/v2/online/{OFFICE}", json=body)
    assert taken.status_code == 200, taken.text
    return str(taken.json()["code"])


def received_by_channel(desk: Desk) -> dict[str, float]:
    scope = Scope(month(2026, 12), NOW, OFFICE)
    return {bar.label: bar.value for bar in by_channel(volumes_by_procedure(desk.store.db, scope)).bars}


def test_a_birth_filed_at_night_is_listed_at_the_desk_accepted_and_counts_as_online(
    portal: httpx.Client, desk: Desk, line: ProvincialServer, province: RunningServer
) -> None:
    code = file_online(portal)
    assert code.startswith(f"{OFFICE}-") and int(code.rpartition("-")[2]) > 900_000
    sync_once(desk.store, line)
    assert desk.store.awaiting_online() == 1
    assert [found.code for found in desk.store.find("huong", status=Status.NEW)] == [code]
    assert [found.code for found in desk.store.find("G22.99-261124-00321")] == [code], "by the portal's code too"
    filed = desk.dossier(code)
    scan = filed.components[0].document
    assert scan and line.fetch(scan.sha256, scan.size) == PDF
    assert sum(received_by_channel(desk).values()) == 0, "nobody has received it"

    dossier = online.accept(desk, code)
    assert (dossier.status, dossier.channel) == (Status.ACCEPTED, Channel.ONLINE)
    assert dossier.received_at == NOW and dossier.due_at is not None
    assert dossier.procedure_version and dossier.look_up_token
    assert dossier.owner.commune_name == "xã Nghi Lộc, tỉnh Nghệ An"
    assert not dossier.components[0].awaits_scan, "what was filed electronically is not scanned"
    assert desk.store.awaiting_online() == 0
    assert desk.store.code_of_token(dossier.look_up_token) == code
    assert received_by_channel(desk)["Trực tuyến"] == 1

    sync_once(desk.store, line)
    entries = province.services.registry.entries_of([code])[code]
    case = case_of(entries)
    assert case is not None
    told = ho_so(case, lambda name: f"https://tinh.example/{name}", NationalSettings(url="https://truc.example")).wire()
    assert (told["MaHoSo"], told["KenhThucHien"], told["NoiNopHoSo"]) == ("G22.99-261124-00321", "2", "1")
    assert (told["NgayNopHoSo"], told["TaiKhoanDuocXacThucVoiVNeID"]) == ("20261124210500", "1")


def test_the_same_dossier_brought_twice_is_one(portal: httpx.Client, desk: Desk, line: ProvincialServer) -> None:
    assert file_online(portal) == file_online(portal)
    other = file_online(portal, MaHoSo="G22.99-261124-00322")
    sync_once(desk.store, line)
    assert desk.store.awaiting_online() == 2
    assert {found.code for found in desk.store.find(status=Status.NEW)} >= {other}


def test_what_lacks_a_paper_is_sent_back_and_comes_again_completed(
    portal: httpx.Client, desk: Desk, line: ProvincialServer
) -> None:
    code = file_online(portal)
    sync_once(desk.store, line)
    filed = desk.dossier(code)
    procedure = desk.procedure(online.draft_of(filed))
    assert procedure is not None
    (lacking,) = online.lacking(procedure, filed, online.draft_of(filed))
    assert lacking.startswith("Giấy chứng sinh"), "the clerk is told before accepting it"
    sent_back = casework.ask_for_supplements(desk, code, ["Giấy chứng sinh"], "Thiếu giấy chứng sinh")
    assert sent_back.status is Status.SUPPLEMENT_REQUESTED and sent_back.open_pause
    assert desk.store.awaiting_online() == 0
    assert sum(received_by_channel(desk).values()) == 0
    sync_once(desk.store, line)

    more = {"TepDinhKemId": hashlib.sha256(PDF).hexdigest(), "TenTepDinhKem": "Giấy chứng sinh"}
    assert file_online(portal, TaiLieuNop=[*birth()["TaiLieuNop"], more]) == code
    sync_once(desk.store, line)
    again = desk.dossier(code)
    assert again.status is Status.NEW and again.open_pause is None
    assert online.lacking(procedure, again, online.draft_of(again)) == []
    assert [component.name for component in again.components] == ["Tờ khai đăng ký khai sinh", "Giấy chứng sinh"]
    assert online.accept(desk, code).status is Status.ACCEPTED
    sync_once(desk.store, line)
    body = {"office_name": "", "dossier": birth(TaiLieuNop=[])}
    assert portal.post(f"/v2/online/{OFFICE}", json=body).status_code == 409, "a desk works on it"


def test_what_is_not_within_the_offices_competence_is_refused(
    portal: httpx.Client, desk: Desk, line: ProvincialServer
) -> None:
    code = file_online(portal)
    sync_once(desk.store, line)
    assert casework.refuse(desk, code, "Không thuộc thẩm quyền").status is Status.NOT_ACCEPTED
    assert sum(received_by_channel(desk).values()) == 0


def test_a_companys_dossier_paid_at_the_portal_is_paid_at_the_desk(
    portal: httpx.Client, desk: Desk, line: ProvincialServer
) -> None:
    code = file_online(
        portal,
        MaTTHC="1.001612",
        TenTTHC="Đăng ký thành lập hộ kinh doanh",
        LoaiDoiTuong="2",
        ChuHoSo="Công ty TNHH Sao Mẫu",
        SoGiayToChuHoSo="2999999916",
        NguoiDaiDien="Lê Văn Giám",
        TenNguoiNop="Lê Văn Giám",
        HinhThuc="1",
        DuocThanhToanTrucTuyen="1",
        DanhSachLePhi=[{"Gia": "100000", "TenPhiLePhi": "Lệ phí"}],
    )
    sync_once(desk.store, line)
    dossier = online.accept(desk, code)
    owner = dossier.owner
    assert (owner.kind, owner.identity_kind) == (ApplicantKind.ENTERPRISE, IdentityKind.TAX_CODE)
    assert owner.representative and owner.representative.name == "Lê Văn Giám"
    assert dossier.submitter is None, "who represents it needs no authority"
    assert dossier.payment is Payment.PAID
    assert dossier.delivery_method is DeliveryMethod.POST


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"NgayNopHoSo": "hôm qua"}, 422),
        ({"NgayNopHoSo": "20261332999999"}, 422),
        ({"ChuHoSo": None}, 422),
        ({"TaiLieuNop": [{"TepDinhKemId": "0" * 64, "TenTepDinhKem": "Tờ khai"}]}, 422),
        ({"TaiLieuNop": [{"TepDinhKemId": "../../etc/passwd", "TenTepDinhKem": "Tờ khai"}]}, 422),
        ({"DanhSachLePhi": [{"Gia": "miễn phí"}]}, 422),
    ],
)
def test_what_is_not_as_it_should_be_is_refused_and_changes_nothing(
    portal: httpx.Client, desk: Desk, line: ProvincialServer, change: dict[str, Any], status: int
) -> None:
    reply = portal.post(f"/v2/online/{OFFICE}", json={"dossier": birth(**change)})
    assert reply.status_code == status and reply.json()["reason"]
    sync_once(desk.store, line)
    assert desk.store.awaiting_online() == 0


def test_a_desk_an_unknown_office_and_no_pdf_are_turned_away(
    portal: httpx.Client, province: RunningServer, desk: Desk, line: ProvincialServer
) -> None:
    assert portal.post("/v2/online/H41.55", json={"dossier": birth(TaiLieuNop=[])}).status_code == 404
    assert portal.post(f"/v2/online/{OFFICE}/files", content=b"MZ").status_code == 422
    with httpx.Client(base_url=province.url) as stranger:
        assert stranger.post(f"/v2/online/{OFFICE}", json={"dossier": birth(TaiLieuNop=[])}).status_code == 401


def test_two_desks_that_accept_the_same_one_offline_contradict_each_other(
    portal: httpx.Client, desk: Desk, line: ProvincialServer, province: RunningServer, tmp_path: Path
) -> None:
    code = file_online(portal)
    sync_once(desk.store, line)
    profile = sample_profile()
    second = profile.model_copy(update={"desk": profile.desk.model_copy(update={"number": 2})})
    other = replace(open_desk(tmp_path / "other", second, CLERK), now=lambda: NOW)
    server = Server(url=province.url, code=province.services.desks.register(other.store.desk))
    with ProvincialServer(server, other.store) as their_line:
        sync_once(other.store, their_line)
        online.accept(desk, code)
        online.accept(other, code)
        for store, way in ((desk.store, line), (other.store, their_line), (desk.store, line)):
            sync_once(store, way)
    assert desk.store.in_conflict() == 1
    other.store.close()


def test_a_scan_of_megabytes_comes_through_and_a_strangers_does_not(
    portal: httpx.Client, province: RunningServer, line: ProvincialServer
) -> None:
    scan = b"%PDF-1.7\n" + b"0" * 3_000_000 + b"\n%%EOF\n"
    assert portal.post(f"/v2/online/{OFFICE}/files", content=scan).json()["size"] == len(scan)
    assert portal.post(f"/v2/online/{OFFICE}/files", content=scan * 6).status_code == 413
    with httpx.Client(base_url=province.url, headers={"Authorization": "Bearer khong-phai"}) as stranger:
        assert stranger.post(f"/v2/online/{OFFICE}/files", content=scan).status_code == 413


PAPER = birth()["TaiLieuNop"][0]
HOSTILE: dict[str, dict[str, Any]] = {
    "filed before time": {"NgayNopHoSo": "00010101000000"},
    "filed after time": {"NgayNopHoSo": "99991231235959"},
    "digits of another script": {"NgayNopHoSo": "٢٠٢٦١١٢٤٢١٠٥٠٠"},
    "an address as long as a book": {"DiaChi": "b " * 20_000},
    "more papers of one name than anybody has": {"TaiLieuNop": [PAPER] * 1_200},
    "more money than there is": {
        "LePhi": [],
        "DanhSachLePhi": [{"Gia": "9" * 12}] * 20_000,
        "DuocThanhToanTrucTuyen": "1",
    },
    "a file that nobody brought": {"TaiLieuNop": [PAPER | {"TepDinhKemId": "a" * 64}]},
    "half a letter": {"ChuHoSo": "Nguyễn \ud800"},
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_no_portal_can_mean_is_refused_or_cleaned_and_the_server_goes_on(
    portal: httpx.Client, line: ProvincialServer, desk: Desk, name: str
) -> None:
    stored = portal.post(f"/v2/online/{OFFICE}/files", content=PDF).json()
    body = {"dossier": birth(**HOSTILE[name]), "files": [stored]}
    answer = portal.post(f"/v2/online/{OFFICE}", content=json.dumps(body))
    assert answer.status_code in (200, 422), (answer.status_code, answer.text[:200])
    if answer.status_code == 422:
        assert file_online(portal), "the same dossier told as it should be is taken"
    sync_once(desk.store, line)
    assert desk.store.awaiting_online() == 1


def test_a_file_that_was_not_brought_is_not_said_to_be_here(portal: httpx.Client, line: ProvincialServer) -> None:
    never = {"sha256": "b" * 64, "size": 5, "media_type": "application/pdf"}
    body = {"dossier": birth(TaiLieuNop=[PAPER | {"TepDinhKemId": "b" * 64}]), "files": [never]}
    assert portal.post(f"/v2/online/{OFFICE}", json=body).status_code == 422
