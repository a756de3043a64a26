"""A dossier that was filed at the national portal, in the portal's words, and as an entry of the province says it.

The object is the one `DongBoHoSoMC` has (docs/domain/national-portal.md), of which only what a filing has is read: what
the portal adds, leaves out or sends as null hurts nothing. Its files lie here already, named by their SHA-256.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime

from pydantic import ConfigDict, Field, ValidationInfo, field_validator

from counter_app.dossier.applicants import ApplicantKind, Relation, Representative, is_tax_code
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.identity import is_citizen_number, is_old_number
from counter_app.dossier.model import Agencies, Component, Filing, Person
from counter_app.dossier.payloads.papers import FiledOnline
from counter_app.dossier.plain import plain
from counter_app.dossier.states import DeliveryMethod, IdentityKind
from counter_app.dossier.value import FileRef
from counter_app.province.national.shapes import Shape

_KINDS = {
    "1": ApplicantKind.CITIZEN,
    "2": ApplicantKind.ENTERPRISE,
    "3": ApplicantKind.STATE_BODY,
    "4": ApplicantKind.ORGANISATION,
}
_WAYS = {"0": DeliveryMethod.COUNTER, "1": DeliveryMethod.POST}
_PAID_AT_PORTAL = "1"


class _Filed(Shape):
    """What is not known of it is passed over, and null is as good as nothing."""

    model_config = ConfigDict(extra="ignore")

    @field_validator("*", mode="before")
    @classmethod
    def _nothing(cls, told: object, info: ValidationInfo) -> object:
        if told is None and info.field_name:
            return cls.model_fields[info.field_name].get_default(call_default_factory=True)
        return told


class TepNop(_Filed):
    """A paper that was filed: its name and code there, and its file by the SHA-256 it has here."""

    tep_dinh_kem_id: str = Field(pattern=r"^[0-9a-f]{64}$")
    ten_tep_dinh_kem: str = Field(min_length=1, max_length=4000)
    ma_thanh_phan_ho_so: str = ""


class PhiNop(_Filed):
    """A fee that was paid at the portal, in đồng."""

    gia: str = Field(default="0", pattern=r"^[0-9]{1,12}$")


class HoSoNop(_Filed):
    """The dossier as it was filed; `dia_chi`, `ten_nguoi_nop` and the like are what the portal's form asks too."""

    ma_ho_so: str = Field(min_length=1, max_length=64)
    ma_tthc: str = Field(alias="MaTTHC", min_length=1)
    ten_tthc: str = Field(alias="TenTTHC", min_length=1)
    ten_linh_vuc: str = ""
    chu_ho_so: str = Field(min_length=1, max_length=200)
    so_giay_to_chu_ho_so: str = ""
    loai_doi_tuong: str = "1"
    dia_chi: str = ""
    email: str = ""
    so_dien_thoai: str = ""
    nguoi_dai_dien: str = ""
    ten_nguoi_nop: str = ""
    so_giay_to_nguoi_nop: str = ""
    so_dien_thoai_nguoi_nop: str = ""
    ngay_nop_ho_so: str = Field(pattern=r"^[0-9]{14}$")
    hinh_thuc: str = ""
    ghi_chu: str = ""
    tai_khoan_duoc_xac_thuc_voi_vneid: str = Field(default="", alias="TaiKhoanDuocXacThucVoiVNeID")
    duoc_thanh_toan_truc_tuyen: str = ""
    tai_lieu_nop: tuple[TepNop, ...] = ()
    danh_sach_le_phi: tuple[PhiNop, ...] = ()

    @field_validator("ngay_nop_ho_so")
    @classmethod
    def _is_moment(cls, text: str) -> str:
        datetime.strptime(text, "%Y%m%d%H%M%S")
        return text

    @property
    def filed_at(self) -> datetime:
        """When it was filed."""
        return datetime.strptime(self.ngay_nop_ho_so, "%Y%m%d%H%M%S").replace(tzinfo=VIETNAM)


def filed_online(told: HoSoNop, agency: str, office: str, files: Mapping[str, FileRef]) -> FiledOnline:
    """The entry the province writes for the office; `files` are those that lie here, by their SHA-256.

    Raises KeyError for a file that does not.
    """
    kind = _KINDS.get(told.loai_doi_tuong, ApplicantKind.CITIZEN)
    paid = sum(int(fee.gia) for fee in told.danh_sach_le_phi)
    acting = Representative(name=told.nguoi_dai_dien) if told.nguoi_dai_dien else None
    other = told.ten_nguoi_nop and plain(told.ten_nguoi_nop) not in (plain(told.chu_ho_so), plain(told.nguoi_dai_dien))
    verified = {"1": True, "0": False}.get(told.tai_khoan_duoc_xac_thuc_voi_vneid)
    return FiledOnline(
        procedure=told.ma_tthc,
        procedure_name=told.ten_tthc,
        field=told.ten_linh_vuc,
        agencies=Agencies(receiving=agency, receiving_name=office, competent=agency, competent_name=office),
        owner=Person(
            name=told.chu_ho_so,
            identity_kind=_kind_of(told.so_giay_to_chu_ho_so),
            identity_number=told.so_giay_to_chu_ho_so,
            address=told.dia_chi,
            phone=told.so_dien_thoai,
            email=told.email,
            kind=kind,
            representative=acting,
        ),
        submitter=Person(
            name=told.ten_nguoi_nop,
            identity_kind=_kind_of(told.so_giay_to_nguoi_nop),
            identity_number=told.so_giay_to_nguoi_nop,
            phone=told.so_dien_thoai_nguoi_nop,
        )
        if other
        else None,
        relation=Relation.AUTHORISED,
        components=tuple(_components(told, files)),
        delivery_method=_WAYS.get(told.hinh_thuc, DeliveryMethod.ELECTRONIC),
        note=told.ghi_chu,
        filed=Filing(
            code=told.ma_ho_so,
            filed_at=told.filed_at,
            account_verified=verified,
            paid_online=paid if told.duoc_thanh_toan_truc_tuyen == _PAID_AT_PORTAL else 0,
        ),
    )


def _components(told: HoSoNop, files: Mapping[str, FileRef]) -> Iterator[Component]:
    """One a file, keyed as the catalogue keys papers: by the last part of their code, or by their name."""
    keys: set[str] = set()
    for paper in told.tai_lieu_nop:
        said = paper.ma_thanh_phan_ho_so.rpartition(".")[2] or paper.ten_tep_dinh_kem
        begin = "-".join(re.findall(r"[a-z0-9]+", plain(said)))[:60] or "giay-to"
        key = next(item for item in (begin, *(f"{begin}-{n}" for n in range(2, 1000))) if item not in keys)
        keys.add(key)
        yield Component(key=key, name=paper.ten_tep_dinh_kem, electronic=1, document=files[paper.tep_dinh_kem_id])


def _kind_of(number: str) -> IdentityKind:
    """What the number is, where its form says it beyond doubt."""
    if is_citizen_number(number):
        return IdentityKind.CITIZEN
    if is_old_number(number):
        return IdentityKind.OLD_CARD
    if is_tax_code(number):
        return IdentityKind.TAX_CODE
    return IdentityKind.OTHER if number else IdentityKind.NONE
