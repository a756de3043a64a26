"""What the bench fills in: invented people and things, at places that there are. One value a field, by chance."""

from __future__ import annotations

import re
from datetime import date, timedelta

import numpy as np

from counter_app.procedures.places_files import load_places
from counter_app.resources import resource

_FAMILIES = (
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Cao Thái Đinh Lương Trịnh Hà Tạ Mai Chu"
)
_MIDDLES = "Văn Thị Hữu Đức Ngọc Quang Thanh Minh Thúy Xuân Kim Bảo Gia Khánh Quốc Thu Hồng Đình Tuấn Diệu Thùy Phương"
_GIVEN = (
    "An Bình Chi Dũng Duyên Đạt Giang Hà Hải Hạnh Hiếu Hoa Hòa Hùng Hương Khoa Lan Linh Loan Long Mai Nam Nga Nghĩa "
    "Nhung Oanh Phúc Quân Quỳnh Sơn Tâm Thảo Thắng Thủy Trang Trung Tú Tuyết Uyên Vân Việt Vinh Vy Yến Ánh Ước Mỹ "
    "Lộc Kiệt Huệ Hường Nguyệt"
)
_DETAILS = (
    "Xóm {}",
    "Thôn {}",
    "Số {} đường Lê Lợi",
    "Khối {}",
    "Số {} ngõ 12 đường Nguyễn Du",
    "Tổ dân phố {}",
    "Bản Nà Sản {}",
)
_TEXTS = {
    "relation": "Cha|Mẹ|Bản thân|Ông nội|Bà ngoại|Con|Vợ|Chồng|Con đẻ|Anh ruột|Chị gái",
    "birthplace": "Bệnh viện Sản Nhi tỉnh Nghệ An|Trạm y tế xã Nghi Lộc|Bệnh viện đa khoa huyện Quỳ Hợp|Tại nhà",
    "marital_status": "Chưa đăng ký kết hôn với ai|Đã ly hôn, chưa kết hôn lại với ai|Có vợ nhưng vợ đã chết",
    "purpose": "Để đăng ký kết hôn|Để vay vốn ngân hàng, không có giá trị đăng ký kết hôn|Để mua bán nhà đất",
    "request": "Đăng ký thường trú|Đăng ký tạm trú tại nhà thuê|Tách hộ|Cha mẹ đều đã chết, cháu chưa đủ tuổi",
    "land_use": "Đất ở tại nông thôn|Đất trồng cây lâu năm|Đất ở tại đô thị|Đất nuôi trồng thủy sản",
    "change": "Nhận tặng cho toàn bộ thửa đất từ cha mẹ|Nhận chuyển nhượng quyền sử dụng đất|Thay đổi số giấy tờ",
    "death.cause": "Bệnh già|Tai nạn giao thông|Ung thư phổi|Đột quỵ",
    "death.place": "Tại nhà riêng|Bệnh viện hữu nghị đa khoa Nghệ An",
    "extract.kind": "khai sinh|kết hôn|khai tử",
    "work.grade": "Nhà ở riêng lẻ, cấp III|Nhà ở riêng lẻ, cấp IV",
    "business.name": "HỘ KINH DOANH THẢO VY|HỘ KINH DOANH TẠP HÓA LỘC PHÁT|HỘ KINH DOANH CƠM GÀ BẢY HẠNH",
    "nationality": "Việt Nam",
    "ethnicity": "Kinh|Kinh|Kinh|Thái|Thổ|Mông|Khơ Mú|Tày|Mường|Ơ Đu",
    "sex": "Nam|Nữ",
}
_NUMBERS = {
    "area": (500, 9000, 10), "site.area": (500, 4000, 10), "work.ground_area": (400, 2500, 10),
    "work.floor_area": (600, 6000, 10), "work.height": (35, 160, 10), "work.storeys": (1, 6, 1), "copies": (1, 9, 1),
    "workers": (1, 12, 1), "parcel": (1, 900, 1), "map_sheet": (1, 90, 1), "site.parcel": (1, 900, 1),
}  # fmt: skip
_LIST = load_places(resource("places"))
_OLD = [old_commune for old_commune in _LIST.old_communes if old_commune.province == "40"]


def filled(field: str, chance: np.random.Generator) -> tuple[str, dict[str, str]]:
    """What is printed in a field, and what is to be read from it: usually the same under the field's own name."""
    role, _, last = field.rpartition(".")
    if last == "paper":
        return _paper(role, chance)
    text = _value(field, last, chance)
    return text, {} if field == "made.at" else {field: text}


def _value(field: str, last: str, chance: np.random.Generator) -> str:
    if texts := _TEXTS.get(field, _TEXTS.get(last, "")):
        return str(chance.choice(texts.split("|")))
    if numbers := _NUMBERS.get(field):
        low, high, tenths = numbers
        return _decimal(int(chance.integers(low, high)), tenths)
    if last == "name":
        return _name(field, chance)
    if last in ("born", "start_date"):
        return _day(field, chance)
    if last in ("address", "hometown", "at") and field not in ("death.at", "registered.at", "made.at"):
        return _address(chance)
    return _other(field, last, chance)


def _other(field: str, last: str, chance: np.random.Generator) -> str:
    commune = _commune(chance)
    match last:
        case "identity_number" | "register_number":
            return _digits(chance, "0", 11)
        case "phone":
            return _digits(chance, str(chance.choice(["09", "03", "08", "07"])), 8)
        case "email":
            return f"{chance.choice(['lan', 'minh', 'hoa', 'tuan'])}{chance.integers(10, 9999)}@example.vn"
        case "capital":
            return f"{chance.integers(20, 900)}.000.000 đồng"
        case "detail":
            return _detail(chance)
        case "commune":
            return commune[0]
        case "province":
            return commune[1]
        case _ if field == "death.at":
            day = _some_day(chance, 2023, 2026)
            hour, minute = chance.integers(0, 24), chance.integers(0, 60)
            return f"{hour:02d} giờ {minute:02d} phút, {_in_words(day)}"
        case _ if field == "made.at":
            return commune[0]
        case _:
            return f"Ủy ban nhân dân {_inside(commune[0])}"


def _decimal(number: int, tenths: int) -> str:
    whole, rest = divmod(number, tenths)
    return f"{whole},{rest}" if rest else str(whole)


def _name(field: str, chance: np.random.Generator) -> str:
    middles = chance.choice(_MIDDLES.split(), int(chance.integers(1, 3)), replace=False)
    name = " ".join([str(chance.choice(_FAMILIES.split())), *map(str, middles), str(chance.choice(_GIVEN.split()))])
    return name.upper() if field == "owner.name" or chance.random() < 0.5 else name


def _some_day(chance: np.random.Generator, first: int, last: int) -> date:
    return date(first, 1, 1) + timedelta(int(chance.integers(0, 365 * (last - first) + 300)))


def _day(field: str, chance: np.random.Generator) -> str:
    day = _some_day(chance, 1940, 2025)
    if field in ("mother.born", "father.born") and chance.random() < 0.6:
        return str(day.year)
    if chance.random() < 0.3:
        return _in_words(day)
    return f"{day:%d/%m/%Y}"


def _in_words(day: date) -> str:
    return f"ngày {day:%d} tháng {day:%m} năm {day:%Y}"


def _commune(chance: np.random.Generator) -> tuple[str, str]:
    one = _LIST.communes[int(chance.integers(len(_LIST.communes)))]
    place = _LIST.commune(one.code, date(2026, 11, 24))
    return (place.commune, place.province) if place else ("Phường Cửa Lò", "Tỉnh Nghệ An")


def _detail(chance: np.random.Generator) -> str:
    return str(chance.choice(_DETAILS)).format(chance.integers(1, 60))


def _address(chance: np.random.Generator) -> str:
    if chance.random() < 0.3:
        old = _OLD[int(chance.integers(len(_OLD)))]
        return ", ".join((_detail(chance), _inside(old.name), _inside(old.district), "tỉnh Nghệ An"))
    commune, province = _commune(chance)
    return ", ".join((_detail(chance), _inside(commune), _inside(province)))


def _inside(name: str) -> str:
    return name[:1].lower() + name[1:]


def _digits(chance: np.random.Generator, begin: str, more: int) -> str:
    return begin + "".join(map(str, chance.integers(0, 10, more)))


def _paper(role: str, chance: np.random.Generator) -> tuple[str, dict[str, str]]:
    number, day = _digits(chance, "0", 11), _some_day(chance, 2016, 2026)
    issued = f"{day:%d/%m/%Y}"
    by = chance.choice(("Cục Cảnh sát quản lý hành chính về trật tự xã hội", "Bộ Công an", "Cục Cảnh sát QLHC về TTXH"))
    texts = (
        f"Căn cước công dân số {number}, do {by} cấp ngày {issued}",
        f"CCCD số: {number}, cấp ngày {issued}, nơi cấp: {by}",
    )
    text = str(chance.choice(texts))
    return re.sub(" +", " ", text), {f"{role}.identity_number": number, f"{role}.identity_issued": issued}
