"""Identity cards and passports of invented people, copied onto a sheet and scanned: for the bench and for tests.

Their fronts as of 2021 (căn cước công dân) and of 2024 (căn cước), the back of the latter, and the zones of both and of
passports. The code of a card is as small as 2 pixels a module, as on a copy scanned at 200 dpi.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import cv2
import numpy as np
import zxingcpp
from PIL import Image, ImageFont

from counter_app.bench.as_scanned import ScannerWear
from counter_app.bench.drawn_paper import A4, BLACK, Colour, Place, Sheet, font_file
from counter_app.bench.form_values import filled
from counter_app.bench.people import some_name
from counter_app.dossier.identity import check_digit
from counter_app.dossier.plain import plain

CARD = (85.6, 54.0)
"""Millimetres."""
SMALLEST_MODULE = 2.0
"""Pixels."""
GREEN: Colour = (222, 236, 226)
_PITCH = 2.54
"""Millimetres from one letter of a zone to the next (ICAO 9303)."""
_MOST_SKEW = 5.0


@dataclass(frozen=True)
class Holder:
    """Whose card it is."""

    name: str
    number: str
    old_number: str
    born: date
    sex: str
    hometown: str
    address: str
    issued: date
    expires: date

    @classmethod
    def by_chance(cls, chance: np.random.Generator) -> Holder:
        """Somebody whose number fits birth and sex."""
        born = date(1945, 1, 1) + timedelta(int(chance.integers(0, 365 * 65)))
        sex = str(chance.choice(["Nam", "Nữ"]))
        century = (2 if born.year >= 2000 else 0) + (sex == "Nữ")
        issued = date(2021, 3, 1) + timedelta(int(chance.integers(0, 365 * 5)))
        hometown, address = (_place(chance) for _ in range(2))
        return cls(
            name=some_name(chance).upper(),
            number=f"040{century}{born.year % 100:02d}{_digits(chance, 6)}",
            old_number=_digits(chance, 9) if chance.random() < 0.5 else "",
            born=born,
            sex=sex,
            hometown=hometown.split(", ", 1)[1],
            address=address,
            issued=issued,
            expires=issued + timedelta(3652),
        )

    def code(self, chance: np.random.Generator) -> str:
        """What the QR says; that of newer cards goes on with fields that nobody explained."""
        fields = [self.number, self.old_number, self.name.title(), f"{self.born:%d%m%Y}", self.sex, self.address]
        more = ["", some_name(chance), some_name(chance)] if chance.random() < 0.4 else []
        return "|".join([*fields, f"{self.issued:%d%m%Y}", *more])


@dataclass(frozen=True)
class CopiedCard:
    """The scan of a sheet with a copied card: what the card says by its fields' names, and its code or zone."""

    jpeg: bytes
    truth: dict[str, str]
    code: str = ""


def coded_cards(seed: int, count: int, dpi: int = 200) -> Iterator[CopiedCard]:
    """Cards with their code: the front of 2021 and the back of 2024 in turn."""
    for number in range(count):
        chance = np.random.default_rng((seed, 8, number))
        holder = Holder.by_chance(chance)
        code = holder.code(chance)
        yield _copied((_front_of_2021, _back_of_2024)[number % 2], holder, chance, dpi, code)


def printed_cards(seed: int, count: int, dpi: int = 300) -> Iterator[CopiedCard]:
    """Fronts without a code: that of 2024 has none, that of 2021 where the copy lost it."""
    for number in range(count):
        chance = np.random.default_rng((seed, 9, number))
        yield _copied((_front_of_2021, _front_of_2024)[number % 2], Holder.by_chance(chance), chance, dpi, "")


def zones(seed: int, count: int, dpi: int = 200) -> Iterator[CopiedCard]:
    """Machine-readable zones of cards and passports in turn."""
    for number in range(count):
        chance = np.random.default_rng((seed, 7, number))
        lines = passport_zone(chance) if number % 2 else card_zone(chance)
        sheet = Sheet(dpi, A4)
        _zone(sheet, lines, (float(chance.uniform(25, 45)), float(chance.uniform(40, 120))), chance)
        wear = ScannerWear.by_chance(chance)
        yield CopiedCard(_scanned(sheet, wear, chance), {}, "\n".join(lines))


def card_zone(chance: np.random.Generator) -> tuple[str, ...]:
    """TD1."""
    holder = Holder.by_chance(chance)
    serial, number = holder.number[3:], holder.number
    first = f"IDVNM{_checked(serial)}{number}<<{check_digit(number)}"
    sex = "F" if holder.sex == "Nữ" else "M"
    start = f"{_checked(f'{holder.born:%y%m%d}')}{sex}{_checked(f'{holder.expires:%y%m%d}')}VNM" + "<" * 11
    whole = first[5:30] + start[0:7] + start[8:15] + start[18:29]
    return first, f"{start}{check_digit(whole)}", _zone_name(holder)[:30].ljust(30, "<")


def passport_zone(chance: np.random.Generator) -> tuple[str, ...]:
    """TD3."""
    holder = Holder.by_chance(chance)
    number, sex = f"C{_digits(chance, 8)}", "F" if holder.sex == "Nữ" else "M"
    born, expires = _checked(f"{holder.born:%y%m%d}"), _checked(f"{holder.expires:%y%m%d}")
    second = f"{_checked(number)}VNM{born}{sex}{expires}{_checked(f'{holder.number}<<')}"
    whole = second[0:10] + second[13:20] + second[21:43]
    return f"P<VNM{_zone_name(holder)}"[:44].ljust(44, "<"), f"{second}{check_digit(whole)}"


def _zone_name(holder: Holder) -> str:
    family, *others = plain(holder.name).upper().split()
    return f"{family}<<{'<'.join(others)}"


def _front_of_2021(sheet: Sheet, at: Place, holder: Holder) -> dict[str, str]:
    x, y = at
    _heading(sheet, at, "CĂN CƯỚC CÔNG DÂN", "Citizen Identity Card")
    _row(sheet, (x + 26, y + 21), "Số / No.:", holder.number, 9)
    _below(sheet, (x + 26, y + 26), "Họ và tên / Full name:", holder.name)
    _row(sheet, (x + 26, y + 33), "Ngày sinh / Date of birth:", f"{holder.born:%d/%m/%Y}")
    end = _row(sheet, (x + 26, y + 36.5), "Giới tính / Sex:", holder.sex)
    _row(sheet, (end + 3, y + 36.5), "Quốc tịch / Nationality:", "Việt Nam")
    _below(sheet, (x + 26, y + 40), "Quê quán / Place of origin:", holder.hometown, 6.5)
    detail, rest = holder.address.split(", ", 1)
    _row(sheet, (x + 26, y + 46.5), "Nơi thường trú / Place of residence:", detail, 6.5)
    sheet.text((x + 26, y + 49.5), rest, 6.5, BLACK, "Regular", "Sans")
    _row(sheet, (x + 3, y + 49.5), "Có giá trị đến:", f"{holder.expires:%d/%m/%Y}", 5)
    sheet.text((x + 3, y + 51.5), "Date of expiry", 4.5, BLACK, "Regular", "Sans")
    return _truth(holder, "name", "born", "sex", "nationality", "hometown", "address", "identity_expires")


def _front_of_2024(sheet: Sheet, at: Place, holder: Holder) -> dict[str, str]:
    x, y = at
    _heading(sheet, at, "CĂN CƯỚC", "IDENTITY CARD")
    _below(sheet, (x + 26, y + 22), "Số định danh cá nhân / Personal identification number:", holder.number, 9)
    _below(sheet, (x + 26, y + 30), "Họ, chữ đệm và tên khai sinh / Full name:", holder.name)
    _row(sheet, (x + 26, y + 38), "Ngày, tháng, năm sinh / Date of birth:", f"{holder.born:%d/%m/%Y}")
    _row(sheet, (x + 26, y + 42), "Giới tính / Sex:", holder.sex)
    _row(sheet, (x + 26, y + 46), "Quốc tịch / Nationality:", "Việt Nam")
    return _truth(holder, "name", "born", "sex", "nationality")


def _back_of_2024(sheet: Sheet, at: Place, holder: Holder) -> dict[str, str]:
    x, y = at
    sheet.box((x, y, x + CARD[0], y + CARD[1]), BLACK, 0.2, GREEN)
    _below(sheet, (x + 4, y + 4), "Nơi cư trú / Place of residence:", holder.address, 6.5)
    _below(sheet, (x + 4, y + 12), "Nơi đăng ký khai sinh / Place of birth:", holder.hometown, 6.5)
    _below(sheet, (x + 4, y + 20), "Ngày, tháng, năm cấp / Date of issue:", f"{holder.issued:%d/%m/%Y}")
    _below(sheet, (x + 4, y + 28), "Ngày, tháng, năm hết hạn / Date of expiry:", f"{holder.expires:%d/%m/%Y}")
    return {}


def _truth(holder: Holder, *fields: str) -> dict[str, str]:
    """What is printed on a card in fields of those names; its number always."""
    written = {
        "name": holder.name,
        "born": f"{holder.born:%d/%m/%Y}",
        "sex": holder.sex,
        "nationality": "Việt Nam",
        "hometown": holder.hometown,
        "address": holder.address.replace(", ", " ", 1),
        "identity_expires": f"{holder.expires:%d/%m/%Y}",
    }
    return {"subject.identity_number": holder.number} | {f"subject.{name}": written[name] for name in fields}


def _heading(sheet: Sheet, at: Place, title: str, english: str) -> None:
    """The card's ground, the state's name, its own, and the photograph."""
    x, y = at
    sheet.box((x, y, x + CARD[0], y + CARD[1]), BLACK, 0.2, GREEN)
    sheet.text((x + 24, y + 2), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 6, BLACK, "Bold", "Sans")
    sheet.text((x + 32, y + 5), "Độc lập - Tự do - Hạnh phúc", 6, BLACK, "Regular", "Sans")
    sheet.text((x + 27, y + 8), "SOCIALIST REPUBLIC OF VIET NAM", 4.5, BLACK, "Regular", "Sans")
    sheet.text((x + 26, y + 12.5), title, 10, (170, 40, 50), "Bold", "Sans")
    sheet.text((x + 26, y + 17.5), english, 6, (170, 40, 50), "Regular", "Sans")
    sheet.box((x + 3, y + 20, x + 23, y + 47), BLACK, 0.2, (150, 160, 170))
    sheet.disc((x + 13, y + 30), 6, fill=(205, 175, 155))


def _row(sheet: Sheet, at: Place, label: str, value: str, points: float = 7) -> float:
    """A label and its value beside it; where that ends."""
    end = sheet.text(at, label, 5.5, (40, 60, 60), "Regular", "Sans")[2]
    return sheet.text((end + 1, at[1] - 0.35 * (points - 5.5) * 0.5), value, points, BLACK, "Regular", "Sans")[2]


def _below(sheet: Sheet, at: Place, label: str, value: str, points: float = 7.5) -> None:
    """A label and its value in the next line."""
    sheet.text(at, label, 5.5, (40, 60, 60), "Regular", "Sans")
    sheet.text((at[0], at[1] + 2.7), value, points, BLACK, "Regular", "Sans")


def _copied(
    draw: Callable[[Sheet, Place, Holder], dict[str, str]],
    holder: Holder,
    chance: np.random.Generator,
    dpi: int,
    code: str,
) -> CopiedCard:
    sheet = Sheet(dpi, A4)
    at = (float(chance.uniform(25, 95)), float(chance.uniform(25, 200)))
    truth = draw(sheet, at, holder)
    if code:
        _put_code(sheet, (at[0] + CARD[0] - 19, at[1] + 10), code, chance)
    wear = replace(ScannerWear.by_chance(chance), skew=float(chance.uniform(-_MOST_SKEW, _MOST_SKEW)))
    return CopiedCard(_scanned(sheet, wear, chance), truth, code)


def _put_code(sheet: Sheet, at: Place, text: str, chance: np.random.Generator) -> None:
    """The QR, its modules from SMALLEST_MODULE pixels on, wherever their edges fall."""
    level = str(chance.choice(["L", "M"]))
    drawn = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=level).to_image(scale=8)
    modules = np.asarray(drawn).shape[0] / 8
    side = round(modules * float(chance.uniform(SMALLEST_MODULE, 1.3 * SMALLEST_MODULE)))
    small = cv2.resize(np.asarray(drawn), (side, side), interpolation=cv2.INTER_AREA)
    sheet.image.paste(Image.fromarray(small), (sheet.px(at[0]), sheet.px(at[1])))


def _zone(sheet: Sheet, lines: tuple[str, ...], at: Place, chance: np.random.Generator) -> None:
    left, top = at
    sheet.text((left, top), "Nơi cư trú / Place of residence", 7)
    sheet.text((left, top + 6), "Xóm 3, xã Nghi Lộc, tỉnh Nghệ An", 8)
    letters = ImageFont.truetype(str(font_file(str(chance.choice(["Regular", "Bold"])), "Zone")), 100)
    pixels = round(100 * _PITCH / 25.4 * sheet.dpi / letters.getlength("0"))
    for number, line in enumerate(lines):
        x, y = sheet.at((left, top + 25 + 4.6 * number))
        sheet.draw.text((x, y), line, BLACK, letters.font_variant(size=pixels))


def _scanned(sheet: Sheet, wear: ScannerWear, chance: np.random.Generator) -> bytes:
    return wear.scanned(wear.lit(np.asarray(sheet.image)), sheet.dpi, chance)


def _place(chance: np.random.Generator) -> str:
    """An address as cards have it: names without their kinds."""
    words = filled("owner.address", chance)[0].split(", ")
    bare = [word for word in words if not word.startswith(("huyện ", "thị xã ", "thành phố "))] or words
    return ", ".join(
        " ".join(word.split()[1:]) if word.startswith(("xã ", "phường ", "tỉnh ")) else word for word in bare
    )


def _checked(text: str) -> str:
    return f"{text}{check_digit(text)}"


def _digits(chance: np.random.Generator, count: int) -> str:
    return "".join(map(str, chance.integers(0, 10, count)))
