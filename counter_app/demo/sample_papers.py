"""The demo's own paper: three dossiers of fictional people, typeset like the forms citizens bring (docs/domain/citizens-forms.md).

Each paper knows the lines it holds, so that the demo can check what was read from it.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from counter_app.dossier.draft import PersonTyped
from counter_app.dossier.states import IdentityKind
from printing.layout.document import document
from printing.layout.heads import motto
from printing.layout.sheets import WIDTH
from printing.layout.texts import columns, line, text


@dataclass(frozen=True)
class SamplePaper:
    """One paper: the component it belongs to, its lines of text (none: a blank back), how it is set."""

    component: str
    lines: tuple[str, ...]
    title: str = ""

    def pdf(self) -> bytes:
        """The paper as a PDF of one A4 page."""
        return document([self._story()], title=self.title or "Trang trắng", author="")

    @property
    def expected(self) -> str:
        """All text on the page that a reader should find, in order."""
        return "\n".join([self.title, *self.lines]).strip()

    def _story(self) -> list[Flowable]:
        if not self.lines:
            return [Spacer(1, 1)]
        story = [*motto(), Spacer(1, 6 * mm), text(self.title.upper(), "title"), Spacer(1, 5 * mm)]
        for content in self.lines:
            label, separator, value = content.partition(": ")
            story += [line(label, value) if separator else text(content), Spacer(1, 1.5 * mm)]
        signature = [text("Người làm đơn", "head_bold"), text("(Ký, ghi rõ họ tên)", "subtitle")]
        return [*story, Spacer(1, 6 * mm), columns([[], signature], [WIDTH / 2, WIDTH / 2])]


@dataclass(frozen=True)
class SampleDossier:
    """A dossier a citizen brings: the procedure, the person, the QR of their card, the papers."""

    procedure: str
    applicant: PersonTyped
    card: str
    papers: tuple[SamplePaper, ...]
    case: str = ""
    """Which case of the procedure it is, where the term depends on it."""


def sample_dossiers() -> tuple[SampleDossier, ...]:
    """Birth registration, building permit, land change. Every person, number and place in them is invented."""
    return (_birth(), _building(), _land())


def _birth() -> SampleDossier:
    name, number, address = "Nguyễn Thị Mai", "040190001234", "Xóm 3, phường Sao Mai, tỉnh Nghệ An"
    declaration = (
        "Kính gửi: Ủy ban nhân dân phường Sao Mai, tỉnh Nghệ An",
        f"Họ, chữ đệm, tên người yêu cầu: {name}",
        "Ngày, tháng, năm sinh: 15/04/1990",
        f"Nơi cư trú: {address}",
        f"Giấy tờ tùy thân: Căn cước số {number}",
        "Quan hệ với người được khai sinh: Mẹ",
        "Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:",
        "Họ, chữ đệm, tên: Trần Nguyễn Bảo Anh",
        "Ngày, tháng, năm sinh: 12/11/2026, ghi bằng chữ: ngày mười hai tháng mười một năm hai nghìn không trăm hai mươi sáu",
        "Giới tính: Nữ",
        "Dân tộc: Kinh",
        "Quốc tịch: Việt Nam",
        "Nơi sinh: Trạm Y tế phường Sao Mai, tỉnh Nghệ An",
        "Quê quán: phường Sao Mai, tỉnh Nghệ An",
        f"Họ, chữ đệm, tên người mẹ: {name}",
        "Họ, chữ đệm, tên người cha: Trần Văn Đức",
        "Tôi cam đoan nội dung đề nghị đăng ký khai sinh trên đây là đúng sự thật, được sự thỏa thuận nhất trí của các bên liên quan theo quy định pháp luật.",
        "Làm tại: phường Sao Mai, ngày 20 tháng 11 năm 2026",
    )
    notice = (
        "Họ và tên mẹ: Nguyễn Thị Mai",
        "Năm sinh: 1990",
        f"Nơi thường trú: {address}",
        f"Số định danh cá nhân: {number}",
        "Dân tộc: Kinh",
        "Đã sinh con vào lúc: 08 giờ 15 phút, ngày 12 tháng 11 năm 2026",
        "Tại: Trạm Y tế phường Sao Mai, tỉnh Nghệ An",
        "Số lần sinh: 01",
        "Giới tính của con: Nữ",
        "Cân nặng: 3.200 gam",
        "Dự định đặt tên con là: Trần Nguyễn Bảo Anh",
        "Người đỡ đẻ: Lê Thị Thu Hà",
    )
    return SampleDossier(
        procedure="1.001193",
        applicant=_person(name, number, "15/04/1990", "Nữ", address, "0912000123"),
        card=f"{number}|187123456|{name}|15041990|Nữ|{address}|10052021",
        papers=(
            SamplePaper("to-khai", declaration, "Tờ khai đăng ký khai sinh"),
            SamplePaper("to-khai", ()),
            SamplePaper("giay-chung-sinh", notice, "Giấy chứng sinh"),
        ),
    )


def _building() -> SampleDossier:
    name, number, address = "Đặng Quốc Dũng", "040085004321", "Số 18, đường Mẫu Đơn, phường Sao Mai, tỉnh Nghệ An"
    application = (
        "Kính gửi: Ủy ban nhân dân phường Sao Mai",
        "1. Thông tin về chủ đầu tư",
        f"Tên chủ đầu tư (tên chủ hộ): {name}",
        f"Địa chỉ liên hệ: {address}",
        "Số điện thoại: 0912000456",
        "2. Thông tin công trình",
        f"Địa điểm xây dựng: {address}",
        "Lô đất số: 27, tờ bản đồ số 14",
        "Diện tích: 125,5 m²",
        "3. Nội dung đề nghị cấp phép đối với công trình nhà ở riêng lẻ",
        "Cấp công trình: Cấp III",
        "Diện tích xây dựng tầng 1 (tầng trệt): 86,4 m²",
        "Tổng diện tích sàn: 244,8 m²",
        "Chiều cao công trình: 11,2 m",
        "Số tầng: 03 tầng",
        "4. Dự kiến thời gian hoàn thành công trình: 08 tháng",
        "5. Cam kết: Tôi xin cam đoan làm theo đúng giấy phép được cấp, nếu sai tôi xin hoàn toàn chịu trách nhiệm và bị xử lý theo quy định của pháp luật.",
    )
    return SampleDossier(
        procedure="1.013225",
        case="Nhà ở riêng lẻ",
        applicant=_person(name, number, "02/09/1985", "Nam", address, "0912000456"),
        card=f"{number}||{name}|02091985|Nam|{address}|03032022",
        papers=(
            SamplePaper("don", application, "Đơn đề nghị cấp giấy phép xây dựng"),
            SamplePaper("giay-chung-nhan", _certificate(name, number, address), "Giấy chứng nhận quyền sử dụng đất"),
            SamplePaper(
                "cam-ket",
                (
                    f"Tôi tên là: {name}",
                    f"Địa chỉ: {address}",
                    "Tôi cam kết bảo đảm an toàn cho các công trình liền kề trong suốt quá trình thi công, bồi thường toàn bộ thiệt hại nếu gây lún, nứt hoặc hư hỏng.",
                    "Sao Mai, ngày 18 tháng 11 năm 2026",
                ),
                "Bản cam kết bảo đảm an toàn công trình liền kề",
            ),
        ),
    )


def _land() -> SampleDossier:
    name, number, address = "Hoàng Thị Quỳnh", "040178007788", "Xóm 9, phường Sao Mai, tỉnh Nghệ An"
    application = (
        "Kính gửi: Văn phòng đăng ký đất đai tỉnh Nghệ An",
        "1. Người sử dụng đất, chủ sở hữu tài sản gắn liền với đất, người quản lý đất",
        f"a) Tên: {name}",
        f"b) Giấy tờ nhân thân: Căn cước số {number}",
        f"c) Địa chỉ: {address}",
        "d) Điện thoại liên hệ (nếu có): 0912000789",
        "2. Giấy chứng nhận đã cấp",
        "2.1. Số vào sổ cấp Giấy chứng nhận: CH 00127",
        "2.2. Số phát hành Giấy chứng nhận (Số seri): AA 00012345",
        "2.3. Ngày cấp Giấy chứng nhận: 14/06/2019",
        "3. Nội dung biến động: Đề nghị cấp đổi Giấy chứng nhận do thay đổi diện tích sau khi đo đạc lại, từ 240,0 m² thành 243,6 m².",
        "4. Giấy tờ liên quan đến nội dung biến động nộp kèm theo đơn này gồm có: Giấy chứng nhận đã cấp.",
        "Có nhu cầu cấp mới Giấy chứng nhận.",
        "Tôi cam đoan nội dung kê khai trên đơn là đúng sự thật, nếu sai tôi hoàn toàn chịu trách nhiệm trước pháp luật.",
    )
    return SampleDossier(
        procedure="1.012783",
        applicant=_person(name, number, "30/01/1978", "Nữ", address, "0912000789"),
        card=f"{number}|181234567|{name}|30011978|Nữ|{address}|21072021",
        papers=(
            SamplePaper("don", application, "Đơn đăng ký biến động đất đai, tài sản gắn liền với đất"),
            SamplePaper("giay-chung-nhan", _certificate(name, number, address), "Giấy chứng nhận quyền sử dụng đất"),
        ),
    )


def _certificate(name: str, number: str, address: str) -> tuple[str, ...]:
    return (
        f"Ông/Bà: {name}",
        f"Căn cước số: {number}",
        f"Địa chỉ thường trú: {address}",
        "Thửa đất số: 27, tờ bản đồ số: 14",
        f"Địa chỉ thửa đất: {address}",
        "Diện tích: 240,0 m² (bằng chữ: hai trăm bốn mươi mét vuông)",
        "Hình thức sử dụng: Sử dụng riêng",
        "Mục đích sử dụng: Đất ở tại đô thị",
        "Thời hạn sử dụng: Lâu dài",
        "Nguồn gốc sử dụng: Nhà nước giao đất có thu tiền sử dụng đất",
        "Số vào sổ cấp GCN: CH 00127",
    )


def _person(name: str, number: str, born: str, sex: str, address: str, phone: str) -> PersonTyped:
    return PersonTyped(
        name=name,
        identity_kind=IdentityKind.CITIZEN,
        identity_number=number,
        born=born,
        sex=sex,
        address=address,
        phone=phone,
    )
