"""What the bench fills in: invented people and things, at places that there are. One value a field, by chance."""

from __future__ import annotations

import re
from datetime import date, timedelta

import numpy as np

from counter_app.bench.people import some_ethnicity, some_name
from counter_app.bench.phrases import PHRASES, some_phrase
from counter_app.dossier.plain import plain
from counter_app.procedures.places_files import load_places
from counter_app.resources import resource

_DETAILS = (
    "Xóm {}",
    "Thôn {}",
    "Khối {}",
    "Tổ dân phố {}",
    "Số {} đường {}",
    "Số {}, ngõ 12, đường {}",
    "Số nhà {}, khối 5",
    "Xóm {} {}",
    "Bản {1}",
    "Khối {1}",
    "Thôn {1}",
)
_STREETS_AND_HAMLETS = (
    "Lê Lợi|Nguyễn Du|Phan Bội Châu|Hồ Tùng Mậu|Trần Hưng Đạo|Nguyễn Thị Minh Khai|Huồi Tụ|Na Ngoi|Xiêng Lằm|Phà "
    "Đánh|Đồng Tiến|"
    "Yên Hòa|Tân Hợp|Hòa Bình|Khe Tang|Nậm Càn|Trung Chính|Quyết Thắng|Phú Xuân|Bắc Sơn|Liên Minh|Kẻ Mui|Piêng Cọc|"
    "Cửa Rào"
)
_CAPITALS = (
    "{}.000.000 đồng",
    "{}.000.000đ",
    "{}.000.000 VNĐ",
    "{}.500.000 đồng",
    "{0}.000.000 (đồng)",
    "{} 000 000 đồng",
)
_ISSUERS = (
    "Cục Cảnh sát quản lý hành chính về trật tự xã hội",
    "Bộ Công an",
    "Cục Cảnh sát QLHC về TTXH",
    "Cục trưởng Cục Cảnh sát QLHC về TTXH",
    "Công an tỉnh Nghệ An",
)
_PAPERS = (
    "Căn cước công dân số {number}, do {by} cấp ngày {issued}",
    "CCCD số: {number}, cấp ngày {issued}, nơi cấp: {by}",
    "Thẻ căn cước số {number} do {by} cấp ngày {issued}",
    "CCCD {number}; ngày cấp: {issued}; nơi cấp: {by}",
)
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
    if phrases := next((name for name in (field, last) if name in PHRASES), ""):
        return some_phrase(phrases, chance, lambda slot: _slot(slot, chance))
    if numbers := _NUMBERS.get(field):
        low, high, tenths = numbers
        return _decimal(int(chance.integers(low, high)), tenths)
    if last == "name":
        name = some_name(chance)
        return name.upper() if field == "owner.name" or chance.random() < 0.5 else name
    if last == "ethnicity":
        return some_ethnicity(chance)
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
            return _phone(chance)
        case "email":
            return _email(chance)
        case "capital":
            return str(chance.choice(_CAPITALS)).format(chance.integers(20, 900))
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


def _slot(slot: str, chance: np.random.Generator) -> str:
    name = some_name(chance)
    match slot:
        case "commune":
            return _inside(_commune(chance)[0])
        case "FAMILY":
            return name.split()[0].upper()
        case "GIVEN":
            return name.split()[-1].upper()
        case _:
            return name


def _some_day(chance: np.random.Generator, first: int, last: int) -> date:
    return date(first, 1, 1) + timedelta(int(chance.integers(0, 365 * (last - first) + 300)))


def _day(field: str, chance: np.random.Generator) -> str:
    day = _some_day(chance, 1940, 2025)
    if field in ("mother.born", "father.born") and chance.random() < 0.6:
        return str(day.year)
    if chance.random() < 0.3:
        return _in_words(day)
    numeric = (f"{day:%d/%m/%Y}",) * 6 + (f"{day:%d-%m-%Y}", f"{day.day}/{day.month}/{day.year}", f"{day:%d.%m.%Y}")
    return str(chance.choice(numeric))


def _in_words(day: date) -> str:
    return f"ngày {day:%d} tháng {day:%m} năm {day:%Y}"


def _commune(chance: np.random.Generator) -> tuple[str, str]:
    one = _LIST.communes[int(chance.integers(len(_LIST.communes)))]
    place = _LIST.commune(one.code, date(2026, 11, 24))
    return (place.commune, place.province) if place else ("Phường Cửa Lò", "Tỉnh Nghệ An")


def _detail(chance: np.random.Generator) -> str:
    where = str(chance.choice(_STREETS_AND_HAMLETS.split("|")))
    return str(chance.choice(_DETAILS)).format(chance.integers(1, 60), where)


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


def _phone(chance: np.random.Generator) -> str:
    number = _digits(chance, str(chance.choice(["09", "03", "08", "07"])), 8)
    ways = (number, number, f"{number[:4]} {number[4:7]} {number[7:]}", f"{number[:4]}.{number[4:7]}.{number[7:]}")
    return str(chance.choice(ways))


def _email(chance: np.random.Generator) -> str:
    family, *_, given = (re.sub(r"\W", "", plain(part)) for part in some_name(chance).split())
    local = str(chance.choice([f"{given}{family}", f"{given}.{family}", f"{family}_{given}", given]))
    return f"{local}{chance.integers(1, 2500)}@example.{chance.choice(['vn', 'com', 'com.vn', 'org'])}"


def _paper(role: str, chance: np.random.Generator) -> tuple[str, dict[str, str]]:
    number, day = _digits(chance, "0", 11), _some_day(chance, 2016, 2026)
    issued = f"{day:%d/%m/%Y}"
    text = str(chance.choice(_PAPERS)).format(number=number, issued=issued, by=chance.choice(_ISSUERS))
    return text, {f"{role}.identity_number": number, f"{role}.identity_issued": issued}
