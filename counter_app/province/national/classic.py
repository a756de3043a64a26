"""A dossier in the words of the classic service: what it knows, every status as it is, and nothing it does not know.

A number that is missing stays missing, a result is only what the competent agency made, and a pause is no end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from itertools import pairwise
from typing import Literal

from pydantic import Field

from counter_app.dossier.addresses import addresses
from counter_app.dossier.applicants import ApplicantKind
from counter_app.dossier.ledger import CHANNEL
from counter_app.dossier.model import Component, Dossier, Person
from counter_app.dossier.money import FeeDue
from counter_app.dossier.names import RELATION, authority_words
from counter_app.dossier.payloads.waiting import SupplementReceived, SupplementRequested
from counter_app.dossier.plain import plain
from counter_app.dossier.states import Channel, DeliveryMethod, IdentityKind, Payment, PayMethod, Status
from counter_app.dossier.value import Value
from counter_app.language import said, translate
from counter_app.province.national.case import OFFICIAL, Case, Step
from counter_app.province.national.classic_shapes import BoSung, DinhDanh, HoSo, KetQua, LePhi, TaiLieu, TepKhac, TienDo
from counter_app.province.national.settings import NationalSettings, PaperKinds
from counter_app.province.national.texts import cut, stamp

UrlOf = Callable[[str], str]
"""Where the portal may fetch a file, by its SHA-256."""

_WORKED = frozenset({Status.ACCEPTED, Status.IN_PROCESS})

SUBJECT: dict[ApplicantKind, Literal["1", "2", "3", "4"]] = {
    ApplicantKind.CITIZEN: "1",
    ApplicantKind.FOREIGNER: "1",
    ApplicantKind.OVERSEAS: "1",
    ApplicantKind.HOUSEHOLD: "1",
    ApplicantKind.ENTERPRISE: "2",
    ApplicantKind.STATE_BODY: "3",
    ApplicantKind.BUSINESS_HOUSEHOLD: "4",
    ApplicantKind.COOPERATIVE: "4",
    ApplicantKind.ORGANISATION: "4",
    ApplicantKind.COMMUNITY: "4",
}
"""`LoaiDoiTuong`: 1 a citizen (whoever is a person), 2 an enterprise, 3 a state body, 4 another organisation.

The portal counts business households and cooperatives apart from enterprises (docs/domain/codes.md).
"""


class PortalProcedure(Value):
    """What the portal itself says of a procedure (`LayThuTuc`); `papers` are its codes of papers by their names."""

    name: str = ""
    field_code: str = ""
    field_name: str = ""
    papers: dict[str, str] = Field(default_factory=dict)

    def code_of(self, paper: str) -> str:
        """The portal's code of a paper of that name; "" where it has none."""
        return next((code for name, code in self.papers.items() if plain(name) == plain(paper)), "")


NOT_TOLD = PortalProcedure()


def ho_so(
    case: Case, url_of: UrlOf, settings: NationalSettings, told: PortalProcedure = NOT_TOLD, tech_id: str = ""
) -> HoSo:
    """The whole dossier for `DongBoHoSoMC`; `tech_id`, the owner's number at the portal, goes with online ones only."""
    dossier, owner = case.dossier, case.dossier.owner
    online = dossier.channel is Channel.ONLINE
    papers = tuple(tai_lieu(component, url_of, told) for component in dossier.components if component.document)
    return HoSo(
        ma_ho_so=dossier.portal_code,
        ma_tthc=dossier.procedure,
        ten_tthc=told.name or dossier.procedure_name,
        ma_linh_vuc=told.field_code,
        ten_linh_vuc=told.field_name or dossier.field,
        kenh_thuc_hien=_channel(dossier),
        chu_ho_so=", ".join(item.name for item in dossier.owners),
        so_giay_to_chu_ho_so=owner.identity_number,
        loai_doi_tuong=SUBJECT[owner.kind],
        ma_doi_tuong=tech_id if online and tech_id else None,
        dinh_danh_chs=tuple(number for item in dossier.owners for number in dinh_danh(item)),
        thong_tin_khac=cut(other_facts(dossier), 1000),
        email=owner.email,
        so_dien_thoai=owner.phone,
        trich_yeu_ho_so=cut(dossier.request, 1000),
        ngay_nop_ho_so=stamp(_filed_at(dossier)),
        ngay_tiep_nhan=stamp(dossier.received_at),
        ngay_hen_tra=stamp(dossier.due_at),
        ngay_ket_thuc_xu_ly=stamp(dossier.finished_at),
        ngay_tra=stamp(dossier.returned_at),
        ngay_tu_choi=stamp(dossier.finished_at) if dossier.status.national is Status.NOT_ACCEPTED else "",
        trang_thai_ho_so=str(dossier.status.national.value),
        thong_tin_tra=_taken_by(dossier),
        hinh_thuc=_way_back(dossier),
        don_vi_xu_ly=dossier.agencies.competent_name or dossier.agencies.competent,
        ghi_chu=dossier.note,
        noi_nop_ho_so=settings.place_portal if online else settings.place_here,
        ho_so_co_thanh_phan_so_hoa="1" if papers else "0",
        tai_khoan_duoc_xac_thuc_voi_vneid=_verified(dossier),
        duoc_thanh_toan_truc_tuyen=_paid_online(dossier, settings),
        tai_lieu_nop=papers,
        danh_sach_le_phi=tuple(le_phi(fee, case) for fee in dossier.fees),
        danh_sach_tep_dinh_kem_khac=tuple(_other_papers(dossier, settings.paper_kinds)),
        danh_sach_ho_so_bo_sung=tuple(_supplements(case, url_of, told)),
        danh_sach_giay_to_ket_qua=tuple(_results(dossier, url_of)),
    )


def tien_do(dossier: Dossier, step: Step) -> TienDo:
    """A step for `CapNhatTienDoHoSoMC`, with the term that ran from it on, if one did."""
    runs = step.status in _WORKED
    return TienDo(
        ma_ho_so=dossier.portal_code,
        nguoi_xu_ly=cut(step.clerk, 50),
        thoi_diem_xu_ly=stamp(step.at),
        phong_ban_xu_ly=step.unit,
        noi_dung_xu_ly=step.what,
        trang_thai=str(step.status.national.value),
        ngay_bat_dau=stamp(step.at) if runs else "",
        ngay_ket_thuc_theo_quy_dinh=stamp(step.due_at) if runs else "",
    )


def other_facts(dossier: Dossier) -> str:
    """What the service has no field for: addresses with their commune, who acts for an organisation, who filed it for
    whom and by which paper, and which agencies decide and hand the result over."""
    owner, agencies = dossier.owner, dossier.agencies
    acting = owner.representative
    facts: list[tuple[str, str]] = [
        ("Địa chỉ", addresses(dossier.owners)),
        ("Mã xã", owner.commune),
        ("Quốc tịch", owner.nationality),
        ("Người đại diện", ", ".join(filter(None, (acting.name, acting.position))) if acting else ""),
    ]
    if dossier.submitter:
        relation = translate("status", RELATION[dossier.relation], OFFICIAL)
        facts.append(("Người nộp", f"{dossier.submitter.name} ({relation})"))
    if dossier.authority:
        say = partial(translate, language=OFFICIAL)
        facts.append(("Giấy tờ", said(authority_words(dossier.authority), say)))
    if agencies.decided_elsewhere:
        facts.append(("Cơ quan tiếp nhận", agencies.receiving_name))
    if agencies.returning_name:
        facts.append(("Nơi trả kết quả", agencies.returning_name))
    return "; ".join(f"{name}: {value}" for name, value in facts if value)


def _filed_at(dossier: Dossier) -> datetime | None:
    """When it was handed in; of what came by post only the receipt is known."""
    if dossier.filed:
        return dossier.filed.filed_at
    return dossier.received_at if dossier.channel is Channel.COUNTER else None


def _verified(dossier: Dossier) -> Literal["0", "1"] | None:
    """Whether the account that filed it is verified by VNeID; None where the portal did not say."""
    if dossier.channel is not Channel.ONLINE:
        return "0"  # on paper nobody signs in
    verified = dossier.filed.account_verified if dossier.filed else None
    return None if verified is None else "1" if verified else "0"


def dinh_danh(person: Person) -> tuple[DinhDanh, ...]:
    """The owner's number, where the service has a kind for it and its form fits; never another one in its place.

    An old card may carry twelve digits (2012–2016): they are the citizen's number of today.
    """
    number = person.identity_number
    if not (number.isascii() and number.isdigit()):
        return ()
    if len(number) == 12 and person.identity_kind in (IdentityKind.CITIZEN, IdentityKind.OLD_CARD):
        return (DinhDanh(loai_dinh_danh="1", so_dinh_danh=number),)
    if len(number) == 9 and person.identity_kind is IdentityKind.OLD_CARD:
        return (DinhDanh(loai_dinh_danh="2", so_dinh_danh=number),)
    return ()


def le_phi(fee: FeeDue, case: Case) -> LePhi:
    """A fee as it is due, and when its money was taken."""
    return LePhi(
        ten_phi_le_phi=fee.name,
        ma_phi_le_phi="",
        hinh_thuc_thu=_taken_when(fee, case),
        gia=str(fee.amount),
        loai_phi_le_phi=_fee_kind(fee),
    )


def tai_lieu(component: Component, url_of: UrlOf, told: PortalProcedure) -> TaiLieu:
    """A component that has a document."""
    name = component.document.sha256 if component.document else ""
    reused = component.reused
    return TaiLieu(
        tep_dinh_kem_id=name,
        ten_tep_dinh_kem=cut(component.name, 4000),
        ma_thanh_phan_ho_so=told.code_of(component.name),
        duong_dan_tai_tep_tin=url_of(name),
        duoc_so_hoa="1",
        duoc_tai_su_dung="0" if reused is None else "2" if reused.from_result else "1",
    )


def _channel(dossier: Dossier) -> Literal["1", "2", "3"]:
    names: dict[int, Literal["1", "2", "3"]] = {1: "1", 2: "2", 3: "3"}
    return names[CHANNEL[dossier.channel]]


def _way_back(dossier: Dossier) -> Literal["0", "1"] | None:
    """How the result went, or is wanted; the service has no number for an electronic one."""
    returns = [result.returned for result in dossier.results if result.returned]
    method = returns[-1].method if returns else dossier.delivery_method
    numbers: dict[DeliveryMethod, Literal["0", "1"]] = {DeliveryMethod.COUNTER: "0", DeliveryMethod.POST: "1"}
    return numbers.get(method)


def _taken_by(dossier: Dossier) -> str:
    """Who took the result, or the number of the postal bill."""
    returns = [result.returned for result in dossier.results if result.returned]
    if not returns:
        return ""
    return returns[-1].post_bill or returns[-1].recipient


def _paid_online(dossier: Dossier, settings: NationalSettings) -> Literal["1", "2", "3"] | None:
    """By which gateway it was paid; 3 where it was not paid online, None where nobody here knows."""
    methods = {receipt.method for receipt in dossier.fee_receipts if receipt.holds}
    if dossier.paid_online:
        return "1"
    if PayMethod.ONLINE in methods:
        return settings.online_payment or None
    if dossier.payment is Payment.PAID and not methods:
        return None
    return "3"


def _taken_when(fee: FeeDue, case: Case) -> Literal["", "1", "2", "4"]:
    for receipt in case.dossier.fee_receipts:
        if receipt.holds and receipt.kind == fee.kind:
            status = case.paid_at.get((receipt.series, receipt.number))
            if status is Status.SUPPLEMENT_REQUESTED:
                return "2"
            return "4" if status is Status.DONE else "1"
    return ""


def _fee_kind(fee: FeeDue) -> Literal["1", "2", "3"]:
    name = plain(fee.name)
    if "tham dinh" in name:
        return "2"
    return "3" if "gia han" in name else "1"


def _other_papers(dossier: Dossier, kinds: PaperKinds) -> Iterator[TepKhac]:
    for component in dossier.components:
        for kind, number in dict(kinds).items():
            if number is not None and (count := getattr(component, kind)):
                yield TepKhac(ten_giay_to=component.name, so_luong=count, loai_giay_to=number)


def _supplements(case: Case, url_of: UrlOf, told: PortalProcedure) -> Iterator[BoSung]:
    """Each request with what ended it; only papers brought end it well, not a refusal or a stop."""
    asked: list[tuple[Step, Step | None]] = []
    for before, step in pairwise((None, *case.steps)):
        if step is None:
            continue
        if step.status is Status.SUPPLEMENT_REQUESTED:
            if before is None or before.status is not Status.SUPPLEMENT_REQUESTED:
                asked.append((step, None))
        elif asked and before is not None and before.status is Status.SUPPLEMENT_REQUESTED:
            asked[-1] = (asked[-1][0], step if step.status in _WORKED else None)
    for number, (request, taken) in enumerate(asked, start=1):
        yield BoSung(
            ho_so_bo_sung_id=number,
            nguoi_yeu_cau_bo_sung=request.clerk,
            noi_dung_bo_sung=_wanted(request),
            ngay_bo_sung=stamp(request.at),
            nguoi_tiep_nhan_bo_sung=taken.clerk if taken else "",
            ngay_tiep_nhan_bo_sung=stamp(taken.at) if taken else "",
            trang_thai_bo_sung=taken is not None,
            danh_sach_giay_to_bo_sung=tuple(_brought(taken, case.dossier, url_of, told)) if taken else (),
            ngay_hen_tra_truoc=stamp(request.due_at),
            ngay_hen_tra_moi=stamp(taken.due_at) if taken else "",
        )


def _wanted(request: Step) -> str:
    if isinstance(request.payload, SupplementRequested):
        return "; ".join(request.payload.items)
    return str(getattr(request.payload, "reason", ""))


def _brought(taken: Step, dossier: Dossier, url_of: UrlOf, told: PortalProcedure) -> Iterator[TaiLieu]:
    if not isinstance(taken.payload, SupplementReceived):
        return
    keys = {component.key for component in taken.payload.components}
    for component in dossier.components:
        if component.key in keys and component.document:
            yield tai_lieu(component, url_of, told)


def _results(dossier: Dossier, url_of: UrlOf) -> Iterator[KetQua]:
    for result in dossier.results:
        yield KetQua(
            ten_giay_to=cut(result.name, 2000),
            duong_dan_tep_tin_ket_qua=url_of(result.file.sha256) if result.file else "",
            ma_giay_to_ket_qua=result.code,
        )
