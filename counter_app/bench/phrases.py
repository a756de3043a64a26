"""What people write into the free fields of forms: sentences put together by chance from their usual parts.

`{one|other}` is one of them; `{commune}` stands for a commune's name inside a sentence, `{name}` for somebody's,
`{FAMILY}` and `{GIVEN}` for parts of a name in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np

_CHOICE = re.compile(r"\{([^{}]*\|[^{}]*)\}")
_SLOT = re.compile(r"\{(\w+)\}")
PHRASES = {
    "relation": (
        "Cha", "Mẹ", "Bản thân", "{Ông|Bà} {nội|ngoại}", "Con", "Vợ", "Chồng", "Con {đẻ|nuôi|dâu|rể|trai|gái}",
        "{Anh|Chị|Em} {ruột|họ|rể|dâu}", "Cháu {nội|ngoại|ruột}", "{Chú|Bác|Cô|Dì|Cậu} ruột",
        "{Cha|Mẹ} {đẻ|chồng|vợ}", "Người {giám hộ|được ủy quyền|chăm sóc}",
    ),
    "subject.relation": ("cha{| đẻ}", "mẹ{| đẻ}", "con{| đẻ| trai| gái}"),
    "birthplace": (
        "Bệnh viện {Sản Nhi tỉnh Nghệ An|Hữu nghị đa khoa Nghệ An|Phụ sản Trung ương|Quân y 4|Thái An|Cửa Đông}",
        "Bệnh viện đa khoa {huyện|khu vực} {Quỳ Hợp|Con Cuông|Tây Nam|Nghi Lộc|Diễn Châu|Kỳ Sơn}, tỉnh Nghệ An",
        "Trạm y tế {commune}", "Trung tâm Y tế huyện {Tương Dương|Quế Phong|Quỳ Châu|Thanh Chương}",
        "Tại nhà, {bản|xóm|thôn} {Huồi Tụ|Na Ngoi|Xiêng Lằm|Phà Đánh|Đồng Tiến|Yên Hòa}, {commune}",
    ),
    "marital_status": (
        "Chưa đăng ký kết hôn với ai", "Đã ly hôn, {hiện tại |}chưa kết hôn lại với ai",
        "Có vợ nhưng vợ đã chết, {hiện tại |}chưa đăng ký kết hôn với ai",
        "Đã đăng ký kết hôn, nhưng đã ly hôn theo Quyết định {công nhận |}thuận tình ly hôn của Tòa án nhân dân",
    ),
    "purpose": (
        "Để đăng ký kết hôn", "Để {vay vốn ngân hàng|bổ túc hồ sơ vay vốn}, không có giá trị đăng ký kết hôn",
        "Để {mua bán|chuyển nhượng|tặng cho} {nhà đất|quyền sử dụng đất}",
        "Để bổ sung hồ sơ {xin việc|xuất cảnh|nhận con nuôi}",
        "Làm thủ tục {thừa kế|vay vốn|mua nhà ở xã hội} tại {ngân hàng|văn phòng công chứng|phòng tài nguyên}",
    ),
    "request": (
        "Đăng ký {thường trú|tạm trú}{| tại nhà thuê| vào hộ của {cha|mẹ|chồng|vợ}|, xóa đăng ký thường trú nơi cũ}",
        "Tách hộ{| và đăng ký chủ hộ mới}", "Cha mẹ đều đã chết, cháu chưa đủ tuổi thành niên",
        "{Giấy chứng nhận|Bản chính} bị {mất|rách|nhòe, không đọc được|hư hỏng do mưa lũ}",
        "Chia {đất|thửa đất} cho {các con|hai con trai|con gái} {sử dụng riêng|làm nhà ở|xây dựng nhà ở riêng}",
        "Điều chỉnh thông tin về {nơi ở hiện tại|số điện thoại|tên đệm} trong Cơ sở dữ liệu",
    ),
    "land_use": (
        "Đất ở tại {nông thôn|đô thị}", "Đất trồng cây {lâu năm|hằng năm khác}", "Đất nuôi trồng thủy sản",
        "Đất {ở nông thôn|rừng sản xuất|chuyên trồng lúa|thương mại, dịch vụ}",
    ),
    "change": (
        "Nhận {tặng cho|thừa kế|chuyển nhượng} {toàn bộ|một phần} {thửa đất|quyền sử dụng đất} từ {cha mẹ|anh trai|"
        "ông {name}}",
        "Thay đổi {số giấy tờ|địa chỉ|họ tên} của {chủ sử dụng|người sử dụng} đất", "Xóa đăng ký thế chấp",
        "Cải chính {năm sinh|chữ đệm|tên} của {mẹ|cha|người được khai sinh} từ {Thị|Văn|Hữu} thành {Thúy|Văn|Đức}",
    ),
    "death.cause": (
        "{Bệnh già|Già yếu|Tuổi cao sức yếu}", "Tai nạn {giao thông|lao động}", "Ung thư {phổi|gan|dạ dày|đại tràng}",
        "Đột quỵ{| não}", "{Suy|Nhồi máu} {tim|cơ tim}", "Bệnh {phổi tắc nghẽn mạn tính|xơ gan|suy thận|hiểm nghèo}",
        "Đuối nước", "Sốc nhiễm khuẩn, viêm phổi nặng",
    ),
    "death.place": (
        "Tại nhà{| riêng}", "Bệnh viện hữu nghị đa khoa Nghệ An", "{Xóm|Bản} {1|4|7|9}, {commune}",
        "Bệnh viện {Bạch Mai|Ung bướu Nghệ An|đa khoa khu vực Tây Bắc}", "Trạm y tế {commune}",
    ),
    "extract.kind": ("khai sinh", "kết hôn", "khai tử"),
    "work.grade": ("Nhà ở riêng lẻ, cấp {III|IV}", "Công trình {dân dụng|nhà ở}, cấp {II|III|IV}"),
    "business.name": (
        "HỘ KINH DOANH {FAMILY} {GIVEN}",
        "HỘ KINH DOANH {TẠP HÓA|CƠM GÀ|QUÁN PHỞ|SỬA XE|MAY MẶC|VẬT LIỆU XÂY DỰNG|ĐIỆN LẠNH|TÓC} {GIVEN}",
        "{TẠP HÓA|NHÀ NGHỈ|QUÁN ĂN|TIỆM VÀNG|CỬA HÀNG} {GIVEN}",
    ),
    "nationality": ("Việt Nam",) * 12 + ("Lào", "Hàn Quốc"),
    "sex": ("Nam", "Nữ"),
}  # fmt: skip


def some_phrase(field: str, chance: np.random.Generator, slots: Callable[[str], str]) -> str:
    """What stands in that field; `slots` says what stands in a slot. Raises KeyError for a field without phrases."""
    phrases = PHRASES[field]
    text = _SLOT.sub(lambda slot: slots(slot[1]), phrases[int(chance.integers(len(phrases)))])
    while found := _CHOICE.search(text):
        options = found[1].split("|")
        text = text[: found.start()] + options[int(chance.integers(len(options)))] + text[found.end() :]
    return " ".join(text.split())
