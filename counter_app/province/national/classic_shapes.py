"""The objects of the classic service, `DongBoHoSoMC` and `CapNhatTienDoHoSoMC`, field by field.

All values are strings unless the service has them otherwise; dates are `yyyyMMddHHmmss` or "". What the service marks
as optional and a dossier does not know is None and left out.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from counter_app.province.national.shapes import Flag, Shape

Stamp = Annotated[str, Field(pattern=r"^([0-9]{14})?$")]
StatusCode = Annotated[str, Field(pattern=r"^([1-9]|10)$")]
Short = Annotated[str, Field(max_length=50)]


class DinhDanh(Shape):
    """A number the owner is known by: "1" twelve digits, "2" the nine of an old card."""

    loai_dinh_danh: Literal["1", "2"]
    so_dinh_danh: str = Field(pattern=r"^([0-9]{12}|[0-9]{9})$")


class TaiLieu(Shape):
    """A digitised component: the portal fetches the file from `DuongDanTaiTepTin` itself."""

    tep_dinh_kem_id: str
    ten_tep_dinh_kem: str = Field(max_length=4000)
    is_deleted: Flag = "0"
    ma_thanh_phan_ho_so: str
    duong_dan_tai_tep_tin: str
    duoc_so_hoa: Flag
    duoc_tai_su_dung: Literal["0", "1", "2"]
    duoc_lay_tu_kho_dmqg: Flag = Field(default="0", alias="DuocLayTuKhoDMQG")
    ma_ket_qua_thay_the: str = ""


class LePhi(Shape):
    """A fee or charge, in đồng. `HinhThucThu`: 1 at receipt, 2 with a supplement, 4 at the return, "" not taken yet."""

    ten_phi_le_phi: str
    ma_phi_le_phi: str
    hinh_thuc_thu: Literal["", "1", "2", "4"]
    gia: str = Field(pattern=r"^[0-9]+$")
    loai_phi_le_phi: Literal["1", "2", "3"]  # ordinary, appraisal, extension


class TepKhac(Shape):
    """Papers of one kind handed in."""

    ten_giay_to: str
    so_luong: int = Field(ge=1)
    loai_giay_to: int


class BoSung(Shape):
    """A request for supplements and what came of it."""

    ho_so_bo_sung_id: int = Field(ge=1)
    nguoi_yeu_cau_bo_sung: str
    noi_dung_bo_sung: str
    ngay_bo_sung: Stamp
    nguoi_tiep_nhan_bo_sung: str = ""
    thong_tin_tiep_nhan: str = ""
    ngay_tiep_nhan_bo_sung: Stamp = ""
    trang_thai_bo_sung: bool
    danh_sach_giay_to_bo_sung: tuple[TaiLieu, ...] = ()
    danh_sach_le_phi_bo_sung: tuple[LePhi, ...] = ()
    ngay_hen_tra_truoc: Stamp
    ngay_hen_tra_moi: Stamp = ""


class KetQua(Shape):
    """A result the competent agency made."""

    ten_giay_to: str = Field(max_length=2000)
    ma_thanh_phan_ho_so: str = ""
    giay_to_id: str = ""
    duong_dan_tep_tin_ket_qua: str
    ma_giay_to_ket_qua: str


class CoSoDuLieu(Shape):
    """A national database the dossier's data was taken from."""

    ma_csdl: str = Field(alias="MaCSDL")


class HoSo(Shape):
    """The dossier, as `DongBoHoSoMC` takes it."""

    ma_ho_so: str = Field(min_length=1)
    ma_tthc: str = Field(alias="MaTTHC")
    ten_tthc: str = Field(alias="TenTTHC")
    ma_linh_vuc: str
    ten_linh_vuc: str
    kenh_thuc_hien: Literal["1", "2", "3"]
    chu_ho_so: str
    so_giay_to_chu_ho_so: str
    loai_doi_tuong: Literal["1", "2", "3", "4"]
    ma_doi_tuong: str | None = None
    dinh_danh_chs: tuple[DinhDanh, ...] = Field(default=(), alias="DinhDanhCHS")
    thong_tin_khac: str = ""
    email: str = ""
    fax: str = ""
    so_dien_thoai: str = ""
    trich_yeu_ho_so: str = Field(max_length=1000)
    ngay_nop_ho_so: Stamp
    ngay_tiep_nhan: Stamp
    ngay_hen_tra: Stamp
    ngay_ket_thuc_xu_ly: Stamp
    ngay_tra: Stamp
    ngay_tu_choi: Stamp
    trang_thai_ho_so: StatusCode
    thong_tin_tra: str = ""
    hinh_thuc: Flag | None = None
    don_vi_xu_ly: str
    ghi_chu: str = ""
    noi_nop_ho_so: str
    ho_so_co_thanh_phan_so_hoa: Flag
    tai_khoan_duoc_xac_thuc_voi_vneid: Flag | None = Field(default=None, alias="TaiKhoanDuocXacThucVoiVNeID")
    duoc_thanh_toan_truc_tuyen: Literal["1", "2", "3"] | None = None
    ds_ket_noi_csdl: tuple[CoSoDuLieu, ...] = Field(default=(), alias="DSKetNoiCSDL")
    tai_lieu_nop: tuple[TaiLieu, ...] = ()
    danh_sach_le_phi: tuple[LePhi, ...] = ()
    danh_sach_tep_dinh_kem_khac: tuple[TepKhac, ...] = ()
    danh_sach_ho_so_bo_sung: tuple[BoSung, ...] = ()
    danh_sach_giay_to_ket_qua: tuple[KetQua, ...] = ()


class TienDo(Shape):
    """A step of the dossier's progress, as `CapNhatTienDoHoSoMC` takes it."""

    ma_ho_so: str = Field(min_length=1)
    nguoi_xu_ly: Short
    chuc_danh: str = ""
    thoi_diem_xu_ly: Stamp
    phong_ban_xu_ly: str
    noi_dung_xu_ly: str
    trang_thai: StatusCode
    ngay_bat_dau: Stamp = ""
    ngay_ket_thuc_theo_quy_dinh: Stamp = ""
