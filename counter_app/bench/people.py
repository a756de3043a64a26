"""Invented people of Nghệ An for the benches: real family, middle and given names, put together by chance.

The peoples of the province name their children in different ways: the Kinh and Thổ mostly with Văn, Thị and a Sino-
Vietnamese name; the Thái (Lô, Vi, Lương, Kha, Quang, Ngân) much like them; the Mông (Xồng, Và, Lầu, Vừ, Già) with Bá
or Y and a name of their own; the Khơ Mú (Moong, Cụt, Pịt, Xeo) and the Ơ Đu (Lò, Mạc) in between.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class People:
    """Names of one people, and how it is written on a form."""

    ethnicities: str
    families: str
    middles: str
    given: str


_KINH_MIDDLES = (
    "Văn Thị Hữu Đức Ngọc Quang Thanh Minh Thúy Xuân Kim Bảo Gia Khánh Quốc Thu Hồng Đình Tuấn Diệu Thùy Phương Bá "
    "Công Trọng "
    "Hoài Nhật Tường Như Cẩm Mỹ Thế Duy Tiến Viết Sỹ Khắc Danh Doãn Cảnh Trung Hải Anh Phúc Tố Hà Lan Mai Nguyên "
    "Huyền Đăng"
)
_KINH_GIVEN = (
    "An Bình Chi Dũng Duyên Đạt Giang Hà Hải Hạnh Hiếu Hoa Hòa Hùng Hương Khoa Lan Linh Loan Long Mai Nam Nga Nghĩa "
    "Nhung "
    "Oanh Phúc Quân Quỳnh Sơn Tâm Thảo Thắng Thủy Trang Trung Tú Tuyết Uyên Vân Việt Vinh Vy Yến Ánh Ước Mỹ Lộc Kiệt "
    "Huệ "
    "Hường Nguyệt Bích Cúc Diễm Đào Điệp Đông Hậu Hằng Hiền Hiển Hoàn Hoạt Hợi Huấn Khiêm Kỷ Lài Lĩnh Lượng Lý Mão "
    "Mậu Nghị "
    "Ngọ Nhâm Nhạn Niềm Phượng Quế Quyền Quyết Sáu Sửu Tấn Thìn Thoa Thỏa Thuần Thục Thước Tiệp Toàn Trâm Triển Tuất "
    "Tứ Tỵ Vĩ "
    "Viện Vượng Xoan Xuyến Ý Đệ Đức Đường Nhị Bảy Châu Cường Luyến Ngân"
)
PEOPLES = (
    People(
        "Kinh",
        "Nguyễn Trần Lê Phạm Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Cao Thái Đinh Lương Trịnh Hà Tạ Mai Chu Đậu "
        "Cù Uông "
        "Biện Phùng Tăng Văn Hà Lưu Trương Lâm Quách Đào Đoàn Thân Hứa Ngụy Nghiêm Tô Bạch Hàn Khổng Ninh",
        _KINH_MIDDLES,
        _KINH_GIVEN,
    ),
    People("Thổ", "Trương Lê Nguyễn Hoàng Bùi Phan Cao Đinh", _KINH_MIDDLES, _KINH_GIVEN),
    People(
        "Thái",
        "Lô Vi Lương Kha Quang Ngân Hà Lò Lữ Lang Sầm Vang Lộc Kim Cầm Lự",
        "Văn Thị Xuân Thanh Hồng Minh Thúy Đình Hải Khăm May Bún Thái",
        "Tuấn Thành Hoài Mai Thu Tím Dơn Pành Xao Chắn Biên Hoàn Khuyên Noọng Phắn Thìn Tiếp Xoan Nhàn Hiêng Quế Ọc "
        "Piển Ún",
    ),
    People(
        "Mông|Mông|H'Mông",
        "Xồng Và Lầu Vừ Già Hờ Thò Lỳ Giàng Cự Dềnh Hạ",
        "Bá Y Nhia Tồng Chống Xái Giống",
        "Xà Tểnh Dếnh Chò Mỷ Pà Rê Dua Lầu Xìa Của Pó Nênh Cồ Thái Lông Ka Chá Dở Vừ Xừ Tu Sua Ma",
    ),
    People(
        "Khơ Mú",
        "Moong Cụt Pịt Xeo Lữ Oong Chích Ven Hoa",
        "Văn Thị Phò Phia Me",
        "Nghệ Thảo Oanh Phon Khun Thi Đi Ngọc Phúc Chương Ót Thoong Kèo Hạnh",
    ),
    People("Ơ Đu", "Lò Vi Lo Mạc", "Văn Thị Hồng", "Cường Tình Hiền Nhàn Long Mười Khuyên"),
)
_SHARES = (0.62, 0.08, 0.16, 0.07, 0.05, 0.02)


def some_name(chance: np.random.Generator) -> str:
    """A name in capitals and small letters."""
    people = PEOPLES[int(chance.choice(len(PEOPLES), p=_SHARES))]
    middles = chance.choice(people.middles.split(), int(chance.choice([1, 1, 1, 2])), replace=False)
    return " ".join([str(chance.choice(people.families.split())), *map(str, middles), _one(people.given, chance)])


def some_ethnicity(chance: np.random.Generator) -> str:
    """As it is written on a form."""
    people = PEOPLES[int(chance.choice(len(PEOPLES), p=_SHARES))]
    return str(chance.choice(people.ethnicities.split("|")))


def _one(words: str, chance: np.random.Generator) -> str:
    return str(chance.choice(words.split()))
