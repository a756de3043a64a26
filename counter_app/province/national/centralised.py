"""A dossier in the words of the centralised service of 2026: ISO dates with milliseconds, whole numbers for codes.

Its contract was not published; these shapes are those of a public client. It takes a dossier once (`CreateDossier`);
afterwards steps (`CapNhatTienTrinh`) and the status (`CapNhatTrangThai`) follow.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from counter_app.dossier.model import Component, Dossier
from counter_app.dossier.states import Status
from counter_app.dossier.value import Value
from counter_app.province.national.case import Case, Step
from counter_app.province.national.classic import SUBJECT, le_phi
from counter_app.province.national.settings import NationalSettings, PaperKinds
from counter_app.province.national.shapes import Shape
from counter_app.province.national.texts import cut, iso

Moment = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}$")]
StatusNumber = Annotated[int, Field(ge=1, le=10)]
_WITH_LISTS = frozenset({Status.SUPPLEMENT_REQUESTED, Status.FINANCIAL_OBLIGATION, Status.DONE})
_WORKED = frozenset({Status.ACCEPTED, Status.IN_PROCESS})


class Uploaded(Value):
    """A file the service has: its number there, and the hash the service made of it."""

    number: str
    hash: str = ""


class GiayTo(Shape):
    """A file of a component or a result, uploaded before."""

    id_giay_to: str
    hash_tep_tin: str
    ten_giay_to: str
    ma_ket_qua: str | None = None


class ThanhPhan(Shape):
    """Papers of one kind (`LoaiBan`) of a component."""

    ma_thanh_phan_ho_so: str = ""
    ten_thanh_phan_ho_so: str
    so_luong: int = Field(ge=0)
    loai_ban: int | None = None
    giay_to_dinh_kem: tuple[GiayTo, ...] = ()


class ChiTietNguoiNop(Shape):
    """Who handed it in."""

    ten_nguoi_nop: str


class NguoiNop(Shape):
    """Who handed it in; `LoaiDoiTuong` as in the classic service."""

    loai_doi_tuong: int = 1
    thong_tin_chi_tiet: ChiTietNguoiNop


class HoSoMoi(Shape):
    """A dossier for `CreateDossier`."""

    ma_ho_so: str = Field(min_length=1)
    ma_tthc: str = Field(alias="MaTTHC")
    ma_dich_vu_cong: str | None = None
    chu_ho_so: str
    loai_doi_tuong: int = 1
    ma_don_vi_tiep_nhan: str
    eform_thong_tin_chi_tiet: dict[str, Any] = Field(default_factory=dict)
    thanh_phan_ho_so: tuple[ThanhPhan, ...] = ()
    thong_tin_nguoi_nop: NguoiNop


class TienTrinh(Shape):
    """A step for `CapNhatTienTrinh`."""

    id_ho_so: str = Field(alias="IDHoSo")
    ma_ho_so: str = Field(min_length=1)
    nguoi_xu_ly: str = Field(max_length=50)
    thoi_diem_xu_ly: Moment
    phong_ban_xu_ly: str
    noi_dung_xu_ly: str
    trang_thai: StatusNumber
    ngay_bat_dau: Moment | None = None
    ngay_ket_thuc_theo_quy_dinh: Moment | None = None


class LePhi(Shape):
    """A fee or charge, as the classic service has it."""

    ten_phi_le_phi: str
    ma_phi_le_phi: str
    hinh_thuc_thu: str
    gia: str
    loai_phi_le_phi: str


class KetQua(Shape):
    """A result, its file uploaded before where it has one."""

    ten_giay_to: str = Field(max_length=2000)
    id_giay_to: str | None = None
    hash_tep_tin: str | None = None
    ma_ket_qua: str | None = None


class TrangThai(Shape):
    """The status for `CapNhatTrangThai`; the lists are there at statuses 5, 6 and 9 only."""

    id_ho_so: str
    ma_ho_so: str = Field(min_length=1)
    trang_thai: StatusNumber
    noi_dung_y_kien: str
    phong_ban_xu_ly: str
    noi_dung_xu_ly: str
    danh_sach_le_phi: tuple[LePhi, ...] | None = None
    danh_sach_giay_to_ket_qua: tuple[KetQua, ...] | None = None


def files_of(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """The files the service must have first: (SHA-256, name) of documents and results, each once."""
    documents = {component.document.sha256: component.name for component in dossier.components if component.document}
    results = {result.file.sha256: result.name for result in dossier.results if result.file}
    return tuple((documents | results).items())


def ho_so_moi(case: Case, code: str, files: Mapping[str, Uploaded], settings: NationalSettings) -> HoSoMoi:
    """The dossier under the number it has at the service; its files were uploaded."""
    dossier = case.dossier
    handed_in_by = dossier.submitter or dossier.owner
    handed_in = (component for component in dossier.components if not component.shown or component.document)
    parts = (part for item in handed_in for part in _parts(item, files, settings.paper_kinds))
    return HoSoMoi(
        ma_ho_so=code,
        ma_tthc=dossier.procedure,
        ma_dich_vu_cong=settings.service_codes.get(dossier.procedure),
        chu_ho_so=", ".join(owner.name for owner in dossier.owners),
        loai_doi_tuong=int(SUBJECT[dossier.owner.kind]),
        ma_don_vi_tiep_nhan=dossier.agencies.receiving,
        eform_thong_tin_chi_tiet=_declared(dossier),
        thanh_phan_ho_so=tuple(parts),
        thong_tin_nguoi_nop=NguoiNop(
            loai_doi_tuong=int(SUBJECT[handed_in_by.kind]),
            thong_tin_chi_tiet=ChiTietNguoiNop(ten_nguoi_nop=handed_in_by.name),
        ),
    )


def tien_trinh(step: Step, code: str, id_ho_so: str) -> TienTrinh:
    """A step, with the term that ran from it on, if one did."""
    runs = step.status in _WORKED
    return TienTrinh(
        id_ho_so=id_ho_so,
        ma_ho_so=code,
        nguoi_xu_ly=cut(step.clerk, 50),
        thoi_diem_xu_ly=iso(step.at) or "",
        phong_ban_xu_ly=step.unit,
        noi_dung_xu_ly=step.what,
        trang_thai=step.status.national.value,
        ngay_bat_dau=iso(step.at) if runs else None,
        ngay_ket_thuc_theo_quy_dinh=iso(step.due_at) if runs else None,
    )


def trang_thai(case: Case, code: str, id_ho_so: str, files: Mapping[str, Uploaded]) -> TrangThai:
    """Where the dossier stands now."""
    dossier, last = case.dossier, case.steps[-1]
    lists = dossier.status in _WITH_LISTS
    return TrangThai(
        id_ho_so=id_ho_so,
        ma_ho_so=code,
        trang_thai=dossier.status.national.value,
        noi_dung_y_kien=dossier.status_reason,
        phong_ban_xu_ly=last.unit,
        noi_dung_xu_ly=last.what,
        danh_sach_le_phi=tuple(LePhi(**dict(le_phi(fee, case))) for fee in dossier.fees) if lists else None,
        danh_sach_giay_to_ket_qua=_results(dossier, files) if lists else None,
    )


def _declared(dossier: Dossier) -> dict[str, Any]:
    """What clerks confirmed of the declarations, by the fields' names; where two papers say it, the first one's."""
    fields = (field for paper in dossier.declared for field in paper.fields if field.value)
    declared: dict[str, Any] = {}
    for field in fields:
        declared.setdefault(field.name, field.normal or field.value)
    return declared


def _parts(component: Component, files: Mapping[str, Uploaded], kinds: PaperKinds) -> list[ThanhPhan]:
    """One line a kind of paper; where the kinds' numbers are not known, one line for all of them. The first has the
    file."""
    counts = {kind: getattr(component, kind) for kind in PaperKinds.model_fields if getattr(component, kind)}
    known = {kind: number for kind, number in dict(kinds).items() if number is not None}
    if counts and counts.keys() <= known.keys():
        lines = [(counts[kind], known[kind]) for kind in counts]
    else:
        lines = [(sum(counts.values()), None)]
    uploaded = files.get(component.document.sha256) if component.document else None
    attached = (
        GiayTo(id_giay_to=uploaded.number, hash_tep_tin=uploaded.hash, ten_giay_to=component.name) if uploaded else None
    )
    return [
        ThanhPhan(
            ten_thanh_phan_ho_so=component.name,
            so_luong=count,
            loai_ban=number,
            giay_to_dinh_kem=(attached,) if attached and place == 0 else (),
        )
        for place, (count, number) in enumerate(lines)
    ]


def _results(dossier: Dossier, files: Mapping[str, Uploaded]) -> tuple[KetQua, ...]:
    listed = []
    for result in dossier.results:
        uploaded = files.get(result.file.sha256) if result.file else None
        listed.append(
            KetQua(
                ten_giay_to=cut(result.name, 2000),
                id_giay_to=uploaded.number if uploaded else None,
                hash_tep_tin=uploaded.hash if uploaded else None,
                ma_ket_qua=result.code or None,
            )
        )
    return tuple(listed)
