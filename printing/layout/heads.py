"""The head of a paper, its place and its date: NĐ 30/2020/NĐ-CP Phụ lục I."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Table

from counter_app.dossier.agency_names import in_capitals
from counter_app.language import Phrase
from printing.errors import OfficeIncomplete
from printing.layout.logo import WIDEST, logo
from printing.layout.sheets import WIDTH
from printing.layout.texts import Rule, balanced, columns, gap, text


@dataclass(frozen=True)
class Signatory:
    """Who signs the agency's letters, with what stands above the name: TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH."""

    name: str
    role: tuple[str, ...]


@dataclass(frozen=True)
class Letterhead:
    """The office at the head of its papers. `place` is the địa danh before the date.

    `parent` is the cơ quan chủ quản where it is printed, `logo` the bytes of a picture file, `notes` the office's own
    lines at the foot of its receipts. `look_up` is the address a QR leads to, with {token} in it. `symbol` and
    `unit_symbol` stand in the numbers of the agency's letters and of the desk's papers.
    """

    agency: str
    unit: str
    place: str
    address: str = ""
    phone: str = ""
    website: str = ""
    opening_hours: str = ""
    parent: str = ""
    tax_code: str = ""
    logo: bytes = b""
    notes: tuple[str, ...] = ()
    look_up: str = ""
    symbol: str = "UBND"
    unit_symbol: str = "BPTNTKQ"
    signatories: tuple[Signatory, ...] = ()

    def look_up_address(self, token: str) -> str:
        """Where the QR of a dossier leads; where the office has no such address, the token alone, for its own desks."""
        return self.look_up.replace("{token}", token) or token


def head(letterhead: Letterhead, width: float = WIDTH) -> Table:
    """The agency and its desk on the left with a short rule, quốc hiệu and tiêu ngữ on the right with a long one."""
    return _head((letterhead.parent, letterhead.agency), letterhead.unit, letterhead.logo, width)


def agency_head(letterhead: Letterhead, width: float = WIDTH) -> Table:
    """The same of a letter that the agency itself issues, and not its desk."""
    return _head((letterhead.parent,), letterhead.agency, letterhead.logo, width)


def _head(above: Sequence[str], issuer: str, picture: bytes, width: float) -> Table:
    left, right = halves(width)
    return columns([_issuer(above, issuer, picture, left - 3 * mm), motto()], [left, right])


def _issuer(above: Sequence[str], issuer: str, picture: bytes, width: float) -> list[Flowable]:
    """Who stands above the issuer and the issuer; the logo to the left of them."""
    beside_logo = width - WIDEST - 2 * mm if picture else width
    names = [name for item in above if item.strip() for name in balanced(in_capitals(item), "head", beside_logo)]
    names += balanced(in_capitals(issuer), "head_bold", beside_logo)
    block = columns([[*names, Rule(26 * mm)]], [beside_logo])
    if picture:
        block = columns([[logo(picture)], [block]], [width - beside_logo, beside_logo])
    block.hAlign = "LEFT"
    return [block]


def number_and_date(letterhead: Letterhead, number: str, day: date, width: float = WIDTH) -> list[Flowable]:
    """`Số: …` under the issuer, place and date under the motto."""
    left, right = halves(width)
    numbered = columns([[text(f"Số: {number}", "centred")] if number else []], [left - 3 * mm])
    numbered.hAlign = "LEFT"
    dated = text(place_and_day(letterhead, day), "date")
    return [gap(2, 0.5), columns([[numbered], [dated]], [left, right])]


def place_and_day(letterhead: Letterhead, day: date) -> str:
    """`Sao Mai, ngày 05 tháng 02 năm 2026`."""
    return f"{letterhead.place}, {day_in_words(day)}"


def contact(letterhead: Letterhead) -> str:
    """Where the office is found and asked: address; telephone; website. Raises OfficeIncomplete without an address."""
    if not letterhead.address.strip():
        raise OfficeIncomplete("address", field=Phrase("errors", "the address"))
    phone = f"điện thoại {letterhead.phone}" if letterhead.phone.strip() else ""
    return "; ".join(part for part in (letterhead.address, phone, letterhead.website) if part.strip())


def halves(width: float) -> tuple[float, float]:
    """The agency's part of a head and the motto's, which needs its width for one line."""
    return width * 0.45, width * 0.55


def motto() -> list[Flowable]:
    """Quốc hiệu and tiêu ngữ with the line under them."""
    return [
        text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "head_bold"),
        text("Độc lập - Tự do - Hạnh phúc", "motto"),
        Rule(55 * mm),
    ]


def day_in_words(day: date) -> str:
    """`ngày 05 tháng 02 năm 2026`: days below 10 and months 1 and 2 take a zero (NĐ 30/2020)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def moment(at: datetime) -> str:
    """`09 giờ 05 phút, ngày 05/02/2026`, as on the receipt."""
    return f"{at:%H} giờ {at:%M} phút, ngày {at:%d/%m/%Y}"
