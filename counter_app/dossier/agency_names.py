"""Names of agencies as papers write them: in capitals at the head, in full and in small letters inside sentences.

Offices are entered as they stand on a seal: “UBND PHƯỜNG SAO MAI”. NĐ 30/2020 Phụ lục II: proper names keep their
capitals, what kind of agency or unit it is has one at its beginning.
"""

from __future__ import annotations

import re

_SHORT = {
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "VPĐKĐĐ": "Văn phòng đăng ký đất đai",
    "CNVPĐKĐĐ": "Chi nhánh Văn phòng đăng ký đất đai",
    "TTPVHCC": "Trung tâm Phục vụ hành chính công",
    "TT PVHCC": "Trung tâm Phục vụ hành chính công",
    "BPTNTKQ": "Bộ phận Tiếp nhận và Trả kết quả",
    "TN&TKQ": "Tiếp nhận và Trả kết quả",
    "TN & TKQ": "Tiếp nhận và Trả kết quả",
}
_KINDS = (
    "Chi nhánh Văn phòng đăng ký đất đai",
    "Văn phòng đăng ký đất đai",
    "Trung tâm Phục vụ hành chính công",
    "Bộ phận Tiếp nhận và Trả kết quả",
    "Bộ phận Một cửa",
    "Ủy ban nhân dân",
    "Hội đồng nhân dân",
    "Tòa án nhân dân",
    "Văn phòng",
    "Chi nhánh",
    "Trung tâm",
    "Công an",
    "Chi cục",
    "Bộ",
    "Sở",
    "Phòng",
    "Cục",
)
"""What begins a name, as it is written; longer ones before those they begin with."""
_BY_WORK = frozenset({"Văn phòng", "Trung tâm", "Chi cục", "Bộ", "Sở", "Phòng", "Cục"})
"""Those that are named after their work, of which only the first word of each part is written large."""
_PLACES = ("thành phố", "thị xã", "thị trấn", "đặc khu", "khu vực", "tỉnh", "huyện", "quận", "phường", "xã(?! hội)")
"""What stands before the name of a place, without capitals inside a name."""
_ABBREVIATION = re.compile(
    "|".join(rf"(?<!\w){re.escape(item)}(?!\w)" for item in sorted(_SHORT, key=len, reverse=True))
)
_KIND = re.compile(rf"(?:{'|'.join(_KINDS)})(?!\w)", re.IGNORECASE)
_PLACE = re.compile(rf"(?<!\w)(?:{'|'.join(_PLACES)})(?!\w)", re.IGNORECASE)
_REMARK = re.compile(r"\([^)]*\)")
_PART = re.compile(r"(?:^|[,;(–-] *| và )\w")


def in_full(name: str) -> str:
    """`UBND PHƯỜNG SAO MAI` as `Ủy ban nhân dân phường Sao Mai`; what is in small letters already keeps them."""
    written = " ".join(name.split())
    full = _ABBREVIATION.sub(lambda found: _SHORT[found[0]], written)
    return _in_small(full) if written and written == written.upper() else full


def in_capitals(name: str) -> str:
    """`UBND phường Sao Mai` as `ỦY BAN NHÂN DÂN PHƯỜNG SAO MAI`, as it stands at the head of a paper."""
    return in_full(name).upper()


def _in_small(name: str) -> str:
    found = _KIND.match(name)
    kind = next((kind for kind in _KINDS if found and kind.casefold() == found[0].casefold()), "")
    own = name[len(kind) :].strip()
    place = _PLACE.search(own)
    work, where = (own[: place.start()], own[place.start() :]) if place else (own, "")
    named = _parts(work) if kind in _BY_WORK else _words(work)
    located = _PLACE.sub(lambda found: found[0].lower(), _words(where))
    small = " ".join(part for part in (kind, named.strip(), located) if part)
    small = _REMARK.sub(lambda found: found[0].lower(), small)
    return small[:1].upper() + small[1:]


def _parts(text: str) -> str:
    """`KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ` as `Kinh tế, Hạ tầng và Đô thị`."""
    return _PART.sub(lambda found: found[0][:-1] + found[0][-1].upper(), text.strip().lower())


def _words(text: str) -> str:
    """Every word with a capital, as names of people and places have it."""
    return re.sub(r"\w+", lambda found: found[0][0].upper() + found[0][1:].lower(), text)
