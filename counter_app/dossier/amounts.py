"""Amounts of money as they are written, and in Vietnamese words, as a receipt's “Viết bằng chữ” has them.

The variants written here, of those in use:
- 1 after twenty and more is “mốt” (21: hai mươi mốt), but “một” after ten (11: mười một);
- 4 after twenty and more is “tư” (24: hai mươi tư), but “bốn” after ten and after “linh” (104: một trăm linh bốn);
- 5 after ten and more is “lăm” (15: mười lăm), but “năm” after “linh” (105: một trăm linh năm);
- an empty place of tens is “linh”, not “lẻ”; thousands are “nghìn”, not “ngàn”; thousand millions are “tỷ”;
- a group below the first is read with its hundreds (1.005: một nghìn không trăm linh năm); an empty group is left out;
- above a thousand tỷ the tỷ are counted on (một nghìn tỷ, một triệu tỷ); no “chẵn” is written at the end.
"""

from __future__ import annotations

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ("", "nghìn", "triệu")
_BILLION = 10**9


def money(amount: int) -> str:
    """An amount in đồng with Vietnamese thousands: 8.000 đ."""
    return f"{amount:,}".replace(",", ".") + " đ"


def in_words(amount: int) -> str:
    """The amount with a capital first letter: “Hai mươi mốt nghìn năm trăm đồng”.

    Raises ValueError below 0.
    """
    if amount < 0:
        raise ValueError("an amount from 0 on")
    return " ".join([*(_whole(amount) or [_DIGITS[0]]), "đồng"]).capitalize()


def _whole(number: int) -> list[str]:
    """Any number, nothing for 0: its thousand millions, be they as many as they like, before the rest."""
    billions, rest = divmod(number, _BILLION)
    words = [*_whole(billions), "tỷ"] if billions else []
    return words + _number(rest, first=not billions)


def _number(number: int, *, first: bool) -> list[str]:
    """A number below a thousand millions, nothing for 0; `first` where no word stands before it."""
    words: list[str] = []
    for place in (2, 1, 0):
        group = number // 1000**place % 1000
        if group:
            words += _group(group, first=first and not words)
            words += [_GROUPS[place]] if place else []
    return words


def _group(group: int, *, first: bool) -> list[str]:
    """Three digits; the first group is not filled up with “không trăm”."""
    hundreds, below = divmod(group, 100)
    tens, ones = divmod(below, 10)
    words = [] if first and not hundreds else [_DIGITS[hundreds], "trăm"]
    if tens == 1:
        words.append("mười")
    elif tens:
        words += [_DIGITS[tens], "mươi"]
    elif ones and words:
        words.append("linh")
    return words + ([_ones(ones, tens)] if ones else [])


def _ones(ones: int, tens: int) -> str:
    if ones == 5 and tens:
        return "lăm"
    if tens > 1:
        return {1: "mốt", 4: "tư"}.get(ones, _DIGITS[ones])
    return _DIGITS[ones]
