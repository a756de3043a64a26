"""Fictional papers, typeset and worn: what a desk in Nghệ An lays under its scanner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from PIL.features import check as pillow_has

from counter_app.demo.wear import encoded_jpeg, wear
from scanning.pages import RawPage
from scanning.picture import Picture

DPI = 300
FONTS = Path("/usr/share/fonts/truetype/liberation2")

BIRTH = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

TỜ KHAI ĐĂNG KÝ KHAI SINH
Kính gửi: Ủy ban nhân dân phường Vinh Phú, tỉnh Nghệ An
Họ, chữ đệm, tên người yêu cầu: Nguyễn Thị Hường
Ngày, tháng, năm sinh: 15/04/1994
Nơi cư trú: Số 27, đường Hồ Tùng Mậu, khối 5, phường Vinh Phú, tỉnh Nghệ An
Giấy tờ tùy thân: Căn cước công dân số 040194001234, cấp ngày 10/05/2021
Quan hệ với người được khai sinh: Mẹ đẻ
Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:
Họ, chữ đệm, tên: Đặng Nguyễn Bảo Quỳnh
Ngày, tháng, năm sinh: 03/11/2026 ghi bằng chữ: Ngày ba tháng mười một năm
hai nghìn không trăm hai mươi sáu
Giới tính: Nữ    Dân tộc: Kinh    Quốc tịch: Việt Nam
Nơi sinh: Bệnh viện Sản Nhi, phường Vinh Hưng, tỉnh Nghệ An
Quê quán: Xã Quỳnh Lưu, tỉnh Nghệ An
Họ, chữ đệm, tên người mẹ: Nguyễn Thị Hường
Năm sinh: 1994    Dân tộc: Kinh    Quốc tịch: Việt Nam
Nơi cư trú: Khối 5, phường Vinh Phú, tỉnh Nghệ An
Họ, chữ đệm, tên người cha: Đặng Văn Khoẻ
Năm sinh: 1991    Dân tộc: Kinh    Quốc tịch: Việt Nam
Nơi cư trú: Khối 5, phường Vinh Phú, tỉnh Nghệ An
Tôi cam đoan nội dung đề nghị đăng ký khai sinh trên đây là đúng sự thật, được sự
thỏa thuận nhất trí của các bên liên quan theo quy định pháp luật. Tôi chịu hoàn toàn
trách nhiệm trước pháp luật về nội dung cam đoan của mình.
Làm tại: phường Vinh Phú, ngày 20 tháng 11 năm 2026
Người yêu cầu
(Ký, ghi rõ họ, chữ đệm, tên)"""

BUILDING = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

ĐƠN ĐỀ NGHỊ CẤP GIẤY PHÉP XÂY DỰNG
(Sử dụng cho công trình nhà ở riêng lẻ)
Kính gửi: Ủy ban nhân dân xã Diễn Châu
1. Thông tin về chủ đầu tư:
Tên chủ đầu tư (tên chủ hộ): Hoàng Đình Thưởng
Địa chỉ liên hệ: Xóm 3, xã Diễn Châu, tỉnh Nghệ An
Số điện thoại: 0912 345 678
2. Thông tin công trình:
Địa điểm xây dựng: Lô đất số: 118, tờ bản đồ số 14. Diện tích: 246,5 m²
Tại: Xóm 3, xã Diễn Châu, tỉnh Nghệ An
3. Tổ chức, cá nhân lập, thẩm tra thiết kế xây dựng:
Tên tổ chức: Công ty cổ phần Kiến trúc Sông Lam
Mã số chứng chỉ năng lực: NGA-00012345
4. Nội dung đề nghị cấp phép:
4.4. Đối với công trình nhà ở riêng lẻ:
Cấp công trình: Cấp III
Diện tích xây dựng tầng 1 (tầng trệt): 96,8 m²
Tổng diện tích sàn: 212,4 m², trong đó tầng 1 là 96,8 m², tầng 2 là 86,2 m², tum 29,4 m²
Chiều cao công trình: 10,75 m
Số tầng: 02 tầng và tum
Dự kiến thời gian hoàn thành công trình: 08 tháng
5. Cam kết: Tôi xin cam đoan làm theo đúng giấy phép được cấp, nếu sai tôi xin hoàn
toàn chịu trách nhiệm và bị xử lý theo quy định của pháp luật.
Diễn Châu, ngày 23 tháng 11 năm 2026
NGƯỜI LÀM ĐƠN/ĐẠI DIỆN CHỦ ĐẦU TƯ"""

LAND = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

ĐƠN ĐĂNG KÝ BIẾN ĐỘNG
ĐẤT ĐAI, TÀI SẢN GẮN LIỀN VỚI ĐẤT
Kính gửi: Chi nhánh Văn phòng Đăng ký đất đai khu vực II
1. Người sử dụng đất, chủ sở hữu tài sản gắn liền với đất, người quản lý đất:
a) Tên: Phan Thị Tuyết Nhung
b) Giấy tờ nhân thân/pháp nhân: 040185007766
c) Địa chỉ: Xóm Trung Tiến, xã Yên Thành, tỉnh Nghệ An
d) Điện thoại liên hệ (nếu có): 0987 654 321
2. Giấy chứng nhận đã cấp
2.1. Số vào sổ cấp Giấy chứng nhận: CH 02345
2.2. Số phát hành Giấy chứng nhận (Số seri): CN 719597
2.3. Ngày cấp Giấy chứng nhận: 12/09/2018
3. Nội dung biến động: Nhận tặng cho quyền sử dụng đất từ bố mẹ đẻ là ông Phan Văn
Lượng và bà Ngô Thị Xuyến đối với thửa đất số 87, tờ bản đồ số 21, diện tích 320 m².
4. Giấy tờ liên quan đến nội dung biến động nộp kèm theo đơn này gồm có:
- Hợp đồng tặng cho quyền sử dụng đất đã được công chứng;
- Bản gốc Giấy chứng nhận quyền sử dụng đất;
- Tờ khai thuế thu nhập cá nhân, tờ khai lệ phí trước bạ.
Tôi cam đoan nội dung kê khai trên đơn là đúng sự thật, nếu sai tôi hoàn toàn chịu
trách nhiệm trước pháp luật.
Yên Thành, ngày 24 tháng 11 năm 2026
Người viết đơn"""

PAPERS = {"birth": BIRTH, "building": BUILDING, "land": LAND}


@cache
def typeset(text: str, dpi: int = DPI) -> Picture:
    """An A4 page of `text` in 12 pt Liberation Serif; the motto, titles and capitals centred and bold."""
    assert pillow_has("freetype2")
    sheet = Image.new("RGB", (round(8.27 * dpi), round(11.69 * dpi)), "white")
    pen = ImageDraw.Draw(sheet)
    regular = ImageFont.truetype(FONTS / "LiberationSerif-Regular.ttf", round(12 / 72 * dpi))
    bold = ImageFont.truetype(FONTS / "LiberationSerif-Bold.ttf", round(12.5 / 72 * dpi))
    top = round(0.8 * dpi)
    for line in text.splitlines():
        heading = line.isupper() or line.startswith("Độc lập")
        font = bold if heading else regular
        left = (sheet.width - pen.textlength(line, font)) / 2 if heading else 1.1 * dpi
        pen.text((left, top), line, fill=(15, 15, 25), font=font)
        top += round(20 / 72 * dpi)
    return np.asarray(sheet)


@dataclass(frozen=True)
class WornPage:
    """A page as it lies on the glass, and what is true about it."""

    name: str
    truth: str
    raw: RawPage
    turned: int
    skew: float


def worn_page(
    name: str, paper: str, seed: int, *, dpi: int = 200, turned: int = 0, skew: float = 0.0, **how: float
) -> WornPage:
    """One of PAPERS, worn and encoded as a scanner would."""
    picture = wear(typeset(PAPERS[paper], dpi), seed, skew=skew, turned=turned, **how)  # type: ignore[arg-type]
    raw = RawPage(encoded_jpeg(picture, dpi), "image/jpeg", dpi, f"{name}.jpg", 0)
    return WornPage(name, PAPERS[paper], raw, turned, skew)


@pytest.fixture(scope="session")
def papers() -> dict[str, str]:
    """The text of each paper by its name."""
    return PAPERS


@pytest.fixture(scope="session")
def typeset_page() -> Callable[[str], Picture]:
    """Sets a text on an A4 page at 300 dpi."""
    return typeset


_WORN: dict[str, tuple[str, int, dict[str, Any]]] = {
    "upright": ("birth", 1, {"skew": 0.4, "stamp": True}),
    "skew+2": ("birth", 2, {"skew": 2.0, "shadow": 0.5}),
    "skew-5": ("building", 3, {"skew": -5.0, "stamp": True, "noise": 9}),
    "skew+8": ("land", 4, {"skew": 8.0, "shadow": 0.7, "dpi": 300}),
    "turned 90": ("building", 5, {"turned": 90, "skew": 1.0, "stamp": True}),
    "upside down": ("land", 6, {"turned": 180, "skew": -2.5, "shadow": 0.6, "stamp": True}),
    "turned 270": ("birth", 7, {"turned": 270, "skew": 3.0, "noise": 10}),
    "black border": ("land", 8, {"turned": 180, "skew": 1.5, "black_border": True, "yellowing": 0.8}),
}


class WornPages(dict[str, WornPage]):
    """The pages by name, each drawn when it is first asked for."""

    def __missing__(self, name: str) -> WornPage:
        paper, seed, how = _WORN[name]
        return self.setdefault(name, worn_page(name, paper, seed, **how))


@pytest.fixture(scope="session")
def worn_pages() -> WornPages:
    """Eight pages of every kind of wear: askew, turned, shadowed, stamped, with the glass's black border; at 200 dpi,
    where letters are the hardest to read, and one at 300."""
    return WornPages()
