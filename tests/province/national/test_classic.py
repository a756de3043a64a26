"""Dossiers as the classic service gets them, status by status, and what must never be said of any dossier."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from counter_app.dossier.applicants import ApplicantKind, Authority, AuthorityKind, Relation, Representative
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.correctable import correctable
from counter_app.dossier.fold import fold
from counter_app.dossier.life import ResultNamed
from counter_app.dossier.model import Agencies, Person, Reuse
from counter_app.dossier.payloads.after import Corrected, ReceivingCancelled
from counter_app.dossier.payloads.business import (
    Extended,
    HandedOver,
    Refused,
    StatusChanged,
    Stopped,
    StoppedAtRequest,
    Withdrawn,
)
from counter_app.dossier.payloads.money import FeeReceiptIssued, PaymentRecorded
from counter_app.dossier.payloads.papers import ComponentDigitised, ComponentReused
from counter_app.dossier.payloads.results import ResultReturned, ResultsArrived
from counter_app.dossier.payloads.waiting import ObligationRequested, SupplementReceived, SupplementRequested
from counter_app.dossier.states import Channel, DeliveryMethod, IdentityKind, PauseMode, Payment, PayMethod, Status
from counter_app.province.national.case import Case
from counter_app.province.national.classic import PortalProcedure, dinh_danh, ho_so, tien_do
from counter_app.province.national.classic_shapes import HoSo
from counter_app.province.national.settings import NationalSettings, PaperKinds
from counter_app.province.national.texts import cut, stamp
from tests.province.national.lives import CLERK, CODE, NINE, Life, building_permit, file, lives, told, url_of

SETTINGS = NationalSettings(url="https://adapter.example")
OTHER_CLERK = "Lê Văn Mẫu"


def said(case: Case, **more: Any) -> dict[str, Any]:
    return ho_so(case, url_of, SETTINGS, **more).wire()


def steps_of(case: Case) -> list[dict[str, Any]]:
    return [tien_do(case.dossier, step).wire() for step in case.steps]


def test_a_building_permit_just_received_at_the_counter() -> None:
    assert said(told().case) == {
        "MaHoSo": CODE,
        "MaTTHC": "1.013225",
        "TenTTHC": "Cấp giấy phép xây dựng nhà ở riêng lẻ",
        "MaLinhVuc": "",
        "TenLinhVuc": "Hoạt động xây dựng",
        "KenhThucHien": "1",
        "ChuHoSo": "Đặng Thị Hường",
        "SoGiayToChuHoSo": "040190001234",
        "LoaiDoiTuong": "1",
        "DinhDanhCHS": [{"LoaiDinhDanh": "1", "SoDinhDanh": "040190001234"}],
        "ThongTinKhac": "",
        "Email": "huong@example.vn",
        "Fax": "",
        "SoDienThoai": "0912000123",
        "TrichYeuHoSo": "Cấp giấy phép xây dựng nhà ở riêng lẻ",
        "NgayNopHoSo": "20261120090000",
        "NgayTiepNhan": "20261120090000",
        "NgayHenTra": "20261211090000",
        "NgayKetThucXuLy": "",
        "NgayTra": "",
        "NgayTuChoi": "",
        "TrangThaiHoSo": "2",
        "ThongTinTra": "",
        "HinhThuc": "0",
        "DonViXuLy": "UBND phường Sao Mai",
        "GhiChu": "",
        "NoiNopHoSo": "2",
        "HoSoCoThanhPhanSoHoa": "0",
        "TaiKhoanDuocXacThucVoiVNeID": "0",
        "DuocThanhToanTrucTuyen": "3",
        "DSKetNoiCSDL": [],
        "TaiLieuNop": [],
        "DanhSachLePhi": [
            {
                "TenPhiLePhi": "Lệ phí cấp giấy phép xây dựng",
                "MaPhiLePhi": "",
                "HinhThucThu": "",
                "Gia": "75000",
                "LoaiPhiLePhi": "1",
            }
        ],
        "DanhSachTepDinhKemKhac": [],
        "DanhSachHoSoBoSung": [],
        "DanhSachGiayToKetQua": [],
    }
    assert steps_of(told().case) == [
        {
            "MaHoSo": CODE,
            "NguoiXuLy": CLERK,
            "ChucDanh": "",
            "ThoiDiemXuLy": "20261120090000",
            "PhongBanXuLy": "Bộ phận Một cửa phường Sao Mai",
            "NoiDungXuLy": "Được tiếp nhận",
            "TrangThai": "2",
            "NgayBatDau": "20261120090000",
            "NgayKetThucTheoQuyDinh": "20261211090000",
        }
    ]


def test_its_papers_are_scanned_and_one_serves_again_from_an_earlier_dossier() -> None:
    source = Reuse(dossier="H41.99-250301-0001", from_result=True)
    life = told(
        ComponentDigitised(component="don", document=file("a"), pages=()),
        ComponentReused(component="ban-ve", document=file("b"), source=source),
    )
    sent = said(life.case, told=PortalProcedure(papers={"ĐƠN ĐỀ NGHỊ cấp giấy phép xây dựng": "TP.0001"}))
    assert sent["HoSoCoThanhPhanSoHoa"] == "1"
    assert sent["TaiLieuNop"] == [
        {
            "TepDinhKemId": "a" * 64,
            "TenTepDinhKem": "Đơn đề nghị cấp giấy phép xây dựng",
            "IsDeleted": "0",
            "MaThanhPhanHoSo": "TP.0001",
            "DuongDanTaiTepTin": url_of("a" * 64),
            "DuocSoHoa": "1",
            "DuocTaiSuDung": "0",
            "DuocLayTuKhoDMQG": "0",
            "MaKetQuaThayThe": "",
        },
        {
            "TepDinhKemId": "b" * 64,
            "TenTepDinhKem": "Bản vẽ thiết kế",
            "IsDeleted": "0",
            "MaThanhPhanHoSo": "",
            "DuongDanTaiTepTin": url_of("b" * 64),
            "DuocSoHoa": "1",
            "DuocTaiSuDung": "2",
            "DuocLayTuKhoDMQG": "0",
            "MaKetQuaThayThe": "",
        },
    ]
    assert len(steps_of(life.case)) == 1, "a scan is no step of the business"


def test_handed_over_to_the_ward_it_is_in_process_there() -> None:
    life = told(HandedOver(from_unit="Một cửa", to_unit="Phòng Kinh tế, Hạ tầng", given_by=CLERK, note="đủ hồ sơ"))
    assert said(life.case)["TrangThaiHoSo"] == "4"
    assert steps_of(life.case)[-1] == {
        "MaHoSo": CODE,
        "NguoiXuLy": CLERK,
        "ChucDanh": "",
        "ThoiDiemXuLy": "20261120100000",
        "PhongBanXuLy": "Phòng Kinh tế, Hạ tầng",
        "NoiDungXuLy": "Chuyển hồ sơ: đủ hồ sơ",
        "TrangThai": "4",
        "NgayBatDau": "20261120100000",
        "NgayKetThucTheoQuyDinh": "20261211090000",
    }


def test_asked_for_supplements_it_waits_at_5_and_has_not_ended() -> None:
    asked = SupplementRequested(items=("Giấy chứng nhận quyền sử dụng đất", "Cam kết liền kề"), reason="thiếu giấy tờ")
    sent = said(told(asked).case)
    assert (sent["TrangThaiHoSo"], sent["NgayKetThucXuLy"]) == ("5", "")
    assert sent["DanhSachHoSoBoSung"] == [
        {
            "HoSoBoSungId": 1,
            "NguoiYeuCauBoSung": CLERK,
            "NoiDungBoSung": "Giấy chứng nhận quyền sử dụng đất; Cam kết liền kề",
            "NgayBoSung": "20261120100000",
            "NguoiTiepNhanBoSung": "",
            "ThongTinTiepNhan": "",
            "NgayTiepNhanBoSung": "",
            "TrangThaiBoSung": False,
            "DanhSachGiayToBoSung": [],
            "DanhSachLePhiBoSung": [],
            "NgayHenTraTruoc": "20261211090000",
            "NgayHenTraMoi": "",
        }
    ]
    assert steps_of(told(asked).case)[-1]["NoiDungXuLy"] == "Yêu cầu bổ sung: thiếu giấy tờ"


def test_the_supplement_came_and_the_promise_moved() -> None:
    brought = building_permit().components[0].model_copy(update={"key": "gcn", "name": "Giấy chứng nhận"})
    life = told(SupplementRequested(items=("Giấy chứng nhận",), reason="thiếu"))
    due = NINE + timedelta(days=30)
    life.then(SupplementReceived(components=(brought,), mode=PauseMode.RESTART, due_at=due), clerk=OTHER_CLERK)
    life.then(ComponentDigitised(component="gcn", document=file("c"), pages=()))
    sent = said(life.case)
    (supplement,) = sent["DanhSachHoSoBoSung"]
    assert (sent["TrangThaiHoSo"], sent["NgayHenTra"]) == ("2", "20261220090000")
    assert (supplement["NgayHenTraTruoc"], supplement["NgayHenTraMoi"]) == ("20261211090000", "20261220090000")
    (change,) = life.case.dossier.due_changes
    assert [supplement["NgayHenTraTruoc"], supplement["NgayHenTraMoi"]] == [stamp(change.before), stamp(change.after)]
    assert supplement["TrangThaiBoSung"] is True
    assert (supplement["NguoiTiepNhanBoSung"], supplement["NgayTiepNhanBoSung"]) == (OTHER_CLERK, "20261120110000")
    assert [paper["TenTepDinhKem"] for paper in supplement["DanhSachGiayToBoSung"]] == ["Giấy chứng nhận"]


def test_a_supplement_that_never_came_is_not_called_received() -> None:
    life = told(SupplementRequested(items=("Giấy",), reason="thiếu"), Refused(reason="quá hạn bổ sung"))
    sent = said(life.case)
    assert [item["TrangThaiBoSung"] for item in sent["DanhSachHoSoBoSung"]] == [False]
    assert (sent["TrangThaiHoSo"], sent["NgayTuChoi"], sent["NgayTra"]) == ("3", "20261120110000", "")


def test_two_requests_are_two_supplements() -> None:
    ask = SupplementRequested(items=("Giấy",), reason="thiếu")
    take = SupplementReceived(mode=PauseMode.SHIFT, due_at=NINE + timedelta(days=22))
    sent = said(told(ask, take, ask).case)["DanhSachHoSoBoSung"]
    assert [(item["HoSoBoSungId"], item["TrangThaiBoSung"]) for item in sent] == [(1, True), (2, False)]


@pytest.mark.parametrize(
    ("act", "status"),
    [
        (ObligationRequested(reason="nộp thuế đất", amount=1), "6"),
        (Stopped(reason="đất đang tranh chấp"), "8"),
        (Withdrawn(reason="không làm nữa"), "7"),
        (Refused(reason="không thuộc thẩm quyền"), "3"),
        (StatusChanged(status=Status.DONE), "9"),
    ],
)
def test_each_status_is_said_as_it_is(act: Any, status: str) -> None:
    sent = said(told(act).case)
    assert sent["TrangThaiHoSo"] == status
    assert bool(sent["NgayKetThucXuLy"]) == (status in {"3", "7", "9"})
    assert sent["DanhSachGiayToKetQua"] == [], "no result was made"
    assert steps_of(told(act).case)[-1]["TrangThai"] == status


def test_what_was_received_by_mistake_is_said_not_to_be_accepted() -> None:
    case = told(ReceivingCancelled(reason="tiếp nhận trùng", signer="Nguyễn Văn Ký")).case
    sent = said(case)
    assert sent["TrangThaiHoSo"] == "3" and sent["NgayTuChoi"] == sent["NgayKetThucXuLy"] != ""
    assert steps_of(case)[-1]["TrangThai"] == "3"
    assert "tiếp nhận trùng" in steps_of(case)[-1]["NoiDungXuLy"]


def test_a_stop_the_applicant_asked_for_is_an_end_and_a_pause_is_none() -> None:
    stopped = said(told(StoppedAtRequest(reason="không làm nữa", asked_by="Đặng Thị Hường")).case)
    assert (stopped["TrangThaiHoSo"], bool(stopped["NgayKetThucXuLy"])) == ("8", True)
    paused = said(told(Stopped(reason="đất đang tranh chấp")).case)
    assert (paused["TrangThaiHoSo"], paused["NgayKetThucXuLy"]) == ("8", "")


def test_who_was_corrected_is_said_by_the_new_name() -> None:
    life = told()
    before = correctable(life.case.dossier)
    after = before.model_copy(update={"owner": before.owner.model_copy(update={"name": "Đặng Thị Hồng"})})
    life.then(Corrected(before=before, after=after, reason="gõ sai", signer="Nguyễn Văn Ký"))
    assert said(life.case)["ChuHoSo"] == "Đặng Thị Hồng"
    assert "Hồng" not in steps_of(life.case)[-1]["NoiDungXuLy"], "what was corrected is no news of the progress"


def test_the_permit_is_made_and_fetched_by_the_owner() -> None:
    permit = ResultNamed(name="Giấy phép xây dựng", code="KQ.G02.000001", number="12/GPXD", file=file("d"))
    life = told(ResultsArrived(results=(permit,)))
    assert said(life.case)["TrangThaiHoSo"] == "9"
    life.then(ResultReturned(results=(0,), method=DeliveryMethod.COUNTER, recipient="Đặng Thị Hường"))
    sent = said(life.case)
    assert (sent["TrangThaiHoSo"], sent["NgayKetThucXuLy"], sent["NgayTra"]) == (
        "10",
        "20261120100000",
        "20261120110000",
    )
    assert (sent["HinhThuc"], sent["ThongTinTra"]) == ("0", "Đặng Thị Hường")
    assert sent["DanhSachGiayToKetQua"] == [
        {
            "TenGiayTo": "Giấy phép xây dựng",
            "MaThanhPhanHoSo": "",
            "GiayToId": "",
            "DuongDanTepTinKetQua": url_of("d" * 64),
            "MaGiayToKetQua": "KQ.G02.000001",
        }
    ]


def test_a_result_sent_by_post_names_its_bill_and_one_sent_by_line_has_no_number_for_its_way() -> None:
    permit = ResultNamed(name="Giấy phép xây dựng")
    sent = {}
    for method in (DeliveryMethod.POST, DeliveryMethod.ELECTRONIC):
        back = ResultReturned(results=(0,), method=method, recipient="Hường", post_bill="VN123" * (method == "post"))
        sent[method] = said(told(ResultsArrived(results=(permit,)), back).case)
    assert (sent[DeliveryMethod.POST]["HinhThuc"], sent[DeliveryMethod.POST]["ThongTinTra"]) == ("1", "VN123")
    assert "HinhThuc" not in sent[DeliveryMethod.ELECTRONIC]


def test_an_extension_moves_the_promise_and_is_a_step_of_its_own() -> None:
    life = told(Extended(due_at=NINE + timedelta(days=40), reason="hồ sơ phức tạp", signer="Nguyễn Văn Ký"))
    assert said(life.case)["NgayHenTra"] == "20261230090000"
    assert steps_of(life.case)[-1]["NoiDungXuLy"] == "Xin lỗi và gia hạn: hồ sơ phức tạp"


def paid(method: PayMethod) -> FeeReceiptIssued:
    return FeeReceiptIssued(series="S", number=1, fee_kind="le_phi", amount=75_000, method=method, payer="Hường")


def test_when_a_fee_was_taken_is_told_by_the_status_it_was_taken_in() -> None:
    ask = SupplementRequested(items=("Giấy",), reason="thiếu")
    done = ResultsArrived(results=(ResultNamed(name="Giấy phép"),))
    cash = paid(PayMethod.CASH)
    taken = [said(told(*before, cash).case)["DanhSachLePhi"][0]["HinhThucThu"] for before in ((), (ask,), (done,))]
    assert taken == ["1", "2", "4"]


@pytest.mark.parametrize(
    ("money", "configured", "sent"),
    [
        (None, "", "3"),
        (paid(PayMethod.CASH), "", "3"),
        (paid(PayMethod.TRANSFER), "2", "3"),
        (paid(PayMethod.ONLINE), "2", "2"),
        (paid(PayMethod.ONLINE), "", None),
        (PaymentRecorded(payment=Payment.PAID), "", None),
    ],
)
def test_payment_online_is_said_only_where_it_is_known(money: Any, configured: Any, sent: str | None) -> None:
    case = told(*([money] if money else [])).case
    configured_so = SETTINGS.model_copy(update={"online_payment": configured})
    assert ho_so(case, url_of, configured_so).wire().get("DuocThanhToanTrucTuyen") == sent


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        (ApplicantKind.CITIZEN, "1"),
        (ApplicantKind.FOREIGNER, "1"),
        (ApplicantKind.ENTERPRISE, "2"),
        (ApplicantKind.STATE_BODY, "3"),
        (ApplicantKind.BUSINESS_HOUSEHOLD, "4"),
        (ApplicantKind.COOPERATIVE, "4"),
        (ApplicantKind.ORGANISATION, "4"),
    ],
)
def test_what_an_owner_is_has_its_number(kind: ApplicantKind, number: str) -> None:
    owner = Person(name="Mẫu", kind=kind)
    assert said(told(owner=owner).case)["LoaiDoiTuong"] == number


def test_a_company_goes_with_its_tax_code_and_who_acts_for_it_and_no_citizens_number() -> None:
    company = Person(
        name="Công ty TNHH Sao Mẫu",
        kind=ApplicantKind.ENTERPRISE,
        identity_kind=IdentityKind.TAX_CODE,
        identity_number="2999999916-001",
        address="Số 9, đường Mẫu",
        commune="17329",
        commune_name="phường Sao Mai, tỉnh Nghệ An",
        representative=Representative(name="Lê Văn Giám", position="Giám đốc"),
    )
    sent = said(told(owner=company).case)
    assert (sent["LoaiDoiTuong"], sent["SoGiayToChuHoSo"], sent["DinhDanhCHS"]) == ("2", "2999999916-001", [])
    assert sent["ThongTinKhac"] == (
        "Địa chỉ: Số 9, đường Mẫu (nay là phường Sao Mai, tỉnh Nghệ An); Mã xã: 17329; "
        "Người đại diện: Lê Văn Giám, Giám đốc"
    )


def test_two_who_own_it_go_with_both_names_and_numbers() -> None:
    wife = Person(name="Đặng Thị Hường", identity_kind=IdentityKind.CITIZEN, identity_number="040190001234")
    husband = Person(name="Trần Văn Mẫu", identity_kind=IdentityKind.CITIZEN, identity_number="040088004321")
    sent = said(told(owner=wife, co_owners=(husband,)).case)
    assert sent["ChuHoSo"] == "Đặng Thị Hường, Trần Văn Mẫu"
    assert [item["SoDinhDanh"] for item in sent["DinhDanhCHS"]] == ["040190001234", "040088004321"]
    apart = {
        "owner": wife.model_copy(update={"address": "Xóm 3"}),
        "co_owners": (husband.model_copy(update={"address": "Khối 5"}),),
    }
    assert said(told(**apart).case)["ThongTinKhac"] == "Địa chỉ: Xóm 3 (Đặng Thị Hường); Khối 5 (Trần Văn Mẫu)"


def test_a_mother_who_files_for_her_child_is_named_with_her_paper() -> None:
    child, mother = Person(name="Trần An", identity_kind=IdentityKind.WITHOUT), Person(name="Lê Thị Mẹ")
    paper = Authority(kind=AuthorityKind.BIRTH_CERTIFICATE, number="12/2026", issued_on=date(2026, 3, 2))
    sent = said(told(owner=child, submitter=mother, relation=Relation.MOTHER, authority=paper).case)
    assert sent["SoGiayToChuHoSo"] == "" and sent["DinhDanhCHS"] == []
    assert sent["ThongTinKhac"] == "Người nộp: Lê Thị Mẹ (mẹ); Giấy tờ: Giấy khai sinh số 12/2026, ngày 02/03/2026"


def test_who_receives_decides_and_hands_over_are_told_apart() -> None:
    agencies = Agencies(
        receiving="H41.99",
        competent="H41.97.02",
        receiving_name="UBND phường Sao Mai",
        competent_name="Chi nhánh VPĐKĐĐ khu vực Sao Mai",
        returning_name="UBND xã Sao Băng",
    )
    sent = said(told(agencies=agencies).case)
    assert sent["DonViXuLy"] == "Chi nhánh VPĐKĐĐ khu vực Sao Mai"
    assert sent["ThongTinKhac"] == "Cơ quan tiếp nhận: UBND phường Sao Mai; Nơi trả kết quả: UBND xã Sao Băng"


def test_the_owners_number_at_the_portal_goes_with_online_dossiers_only() -> None:
    assert "MaDoiTuong" not in said(told().case, tech_id="T-1")
    online = said(told(channel=Channel.ONLINE).case, tech_id="T-1")
    assert (online["KenhThucHien"], online["MaDoiTuong"], online["NoiNopHoSo"]) == ("2", "T-1", "1")
    assert online["NgayNopHoSo"] == "", "when it was handed in online is not known here"
    assert "TaiKhoanDuocXacThucVoiVNeID" not in online
    assert said(told(channel=Channel.POST).case)["KenhThucHien"] == "3"


@pytest.mark.parametrize(
    ("kind", "number", "expected"),
    [
        (IdentityKind.CITIZEN, "040190001234", [("1", "040190001234")]),
        (IdentityKind.OLD_CARD, "187123456", [("2", "187123456")]),
        (IdentityKind.OLD_CARD, "040190001234", [("1", "040190001234")]),
        (IdentityKind.CITIZEN, "187123456", []),
        (IdentityKind.CITIZEN, "04019000123", []),
        (IdentityKind.PASSPORT, "B1234567", []),
        (IdentityKind.PASSPORT, "123456789", []),
        (IdentityKind.NONE, "", []),
    ],
)
def test_numbers_are_named_by_their_paper_and_never_made_up(
    kind: IdentityKind, number: str, expected: list[tuple[str, str]]
) -> None:
    person = Person(name="Hường", identity_kind=kind, identity_number=number)
    assert [(item.loai_dinh_danh, item.so_dinh_danh) for item in dinh_danh(person)] == expected


def test_papers_are_counted_by_kind_once_the_contract_told_the_kinds_numbers() -> None:
    kinds = SETTINGS.model_copy(update={"paper_kinds": PaperKinds(originals=1, copies=3)})
    sent = ho_so(told().case, url_of, kinds).wire()["DanhSachTepDinhKemKhac"]
    assert [(item["TenGiayTo"], item["SoLuong"], item["LoaiGiayTo"]) for item in sent] == [
        ("Đơn đề nghị cấp giấy phép xây dựng", 1, 1),
        ("Bản vẽ thiết kế", 2, 1),
        ("Bản vẽ thiết kế", 1, 3),
    ]


def test_instants_are_in_vietnams_time_wherever_the_server_stands() -> None:
    from datetime import UTC

    assert stamp(datetime(2026, 11, 20, 23, 30, tzinfo=UTC)) == "20261121063000"
    assert stamp(datetime(2026, 1, 2, 3, 4, 5, tzinfo=VIETNAM)) == "20260102030405"
    assert stamp(None) == ""


def test_a_text_is_cut_between_letters() -> None:
    assert cut("ngắn", 1000) == "ngắn"
    assert cut("e\u0302\u0301" * 400, 1000) == "e\u0302\u0301" * 333 + "…"
    assert cut("e\u0302\u0301" * 2, 5) == "e\u0302\u0301…", "no letter loses its marks"
    assert cut("😀" * 3, 4) == "😀…", "the services count UTF-16"


def test_a_value_the_service_would_not_take_is_not_made() -> None:
    good = ho_so(told().case, url_of, SETTINGS)
    for wrong in ({"NgayTiepNhan": "20/11/2026"}, {"TrangThaiHoSo": "11"}, {"TrichYeuHoSo": "x" * 1001}, {"La": "x"}):
        with pytest.raises(ValidationError):
            HoSo.model_validate(good.wire() | wrong)


# What holds for every dossier the fold can make

CODES = {
    "KenhThucHien": "[123]",
    "LoaiDoiTuong": "1",
    "LoaiDinhDanh": "[12]",
    "TrangThaiHoSo": "[1-9]|10",
    "TrangThai": "[1-9]|10",
    "HinhThuc": "[01]",
    "NoiNopHoSo": "[12]",
    "HoSoCoThanhPhanSoHoa": "[01]",
    "TaiKhoanDuocXacThucVoiVNeID": "0",
    "DuocThanhToanTrucTuyen": "[123]",
    "IsDeleted": "0",
    "DuocSoHoa": "1",
    "DuocTaiSuDung": "[012]",
    "DuocLayTuKhoDMQG": "0",
    "HinhThucThu": "[124]?",
    "LoaiPhiLePhi": "[123]",
}
LENGTHS = {"TrichYeuHoSo": 1000, "TenTepDinhKem": 4000, "NguoiXuLy": 50}


def leaves(value: Any, name: str = "") -> list[tuple[str, Any]]:
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in leaves(inner, key)]
    if isinstance(value, list | tuple):
        return [leaf for inner in value for leaf in leaves(inner, name)]
    return [(name, value)]


def is_known(text: str, known: set[str]) -> bool:
    return text in known or (text.endswith("…") and any(item.startswith(text[:-1]) for item in known))


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(lives())
def test_of_any_dossier_only_what_it_knows_is_said(life: Life) -> None:
    case = life.case
    assert case.dossier == fold(life.entries).dossier
    sent, steps = said(case), steps_of(case)
    assert sent["TrangThaiHoSo"] == str(int(case.dossier.status.national))
    assert HoSo.model_validate(sent).wire() == sent
    payloads = [payload.model_dump() for entry in life.entries if (payload := entry.read())]
    texts = leaves([case.dossier.model_dump(), payloads, [entry.clerk for entry in life.entries]])
    known = {str(value) for _, value in texts} | {"; ".join(item["items"]) for item in payloads if "items" in item}
    known |= {url_of(str(value)) for name, value in texts if name == "sha256"}
    moments = {stamp(value) for _, value in texts if isinstance(value, datetime)}
    moments |= {stamp(entry.at) for entry in life.entries}
    for name, value in leaves([sent, steps]):
        if isinstance(value, str) and len(value) > LENGTHS.get(name, len(value)):
            raise AssertionError(f"{name} has {len(value)} characters")
        if name in CODES:
            assert re.fullmatch(CODES[name], value), name
        elif name.startswith(("Ngay", "ThoiDiem")):
            assert value == "" or value in moments, name
        elif name == "ThongTinKhac":
            for fact in filter(None, str(value).split("; ")):
                assert is_known(fact.split(": ", 1)[1], known), fact
        elif isinstance(value, str) and value and name != "NoiDungXuLy":
            assert is_known(value, known), name
    assert "000000001" not in {value for _, value in leaves(sent)} - known
    assert len(sent["DanhSachGiayToKetQua"]) == len(case.dossier.results)
    assert ("MaDoiTuong" in said(case, tech_id="T-1")) == (case.dossier.channel is Channel.ONLINE)
    assert [step.status for step in case.steps][-1:] == [case.dossier.status]
