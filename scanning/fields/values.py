"""What is written in a field, by its kind: the value as written, beside it what it means, and whether it holds.

Nothing is corrected here that could mean something else. What holds no value of its kind is left blank.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import pairwise

from counter_app.dossier.plain import plain
from counter_app.procedures.places_files import load_places
from counter_app.resources import resource
from scanning.fields.dates import the_date, the_time
from scanning.fields.known_words import (
    known_by_letters,
    long_phrases,
    parts_of_names,
    phrases_by_letters,
    relations,
    set_phrases,
    usual_letters,
    usual_parts,
    without_gaps,
    word_lists,
    words_of_places,
)
from scanning.fields.misread_marks import with_their_marks
from scanning.fields.place_names import (
    as_places_are_written,
    is_named,
    places_meant,
    with_marks_of_places,
    without_kind,
)
from scanning.syllables import is_syllable


@dataclass(frozen=True)
class Value:
    """A value of a kind: which of the words it took, what it is as written, what it means, and whether it is valid."""

    text: str
    normal: str
    valid: bool
    words: tuple[int, ...]
    """Which of the words given, counted from 0."""
    possible: bool = False
    """It holds if another reader says the same: a name like a name, made of words that few people are called."""


Parser = Callable[[Sequence[str]], Value | None]
_EDGES = " .,;:…·_|-–—"
_TAIL = " ,;:…·_|-–—"
_PHONE = re.compile(r"(?:\+?84|0)(?:3|5|7|8|9)\d{8}|(?:\+?84|0)2\d{9}", re.ASCII)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_IDENTITY = re.compile(r"(?<![\w/])(?a:\d{3} ?\d{3} ?\d{3} ?\d{3}|\d{3} ?\d{3} ?\d{3}|[A-Z]\d{7,8})(?![\w/])")
_NUMBER = re.compile(r"(?P<grouped>[1-9]\d{0,2}(?:[. ]\d{3})+)(?:,\d+)?|\d+(?:[.,]\d+)?", re.ASCII)
_SPECKS = re.compile(
    r"^[ .,;:…·_|–—-]+|^[“”\"'‘’](?!.*[“”\"'‘’])"  # before it, or a quotation mark that nothing closes
    r"|[ ,;:…·_|–—-]+$|(?<=[^\W\d_]{2})\.+$|\s*\.{2,}$|[ .…·]*_[ ._…·]*$"
)
"""What was read from dots to write on, lines and specks around a text."""
_GROWN_MARK = re.compile(r"^\(\d\)(?=[^\W\d])")
"""A footnote's mark that grew together with the first word: (2)Thôn."""
_YEAR = re.compile(r"(?:19|20)\d{2}", re.ASCII)
_MORE_DIGITS = re.compile(r"[.,]?\d")
_A = "[aàáảãạăằắẳẵặâầấẩẫậ]"
"""An a, whatever was read of its marks."""
_SMALL_L = re.compile(r"\b(xã|phường|huyện|trấn|thôn|làng|xóm|bản|buôn|đường) l(?=a [A-ZĐ])")
"""A name begins with a capital behind these: that of Ia Mơ is read as a small l."""
_MAY_BE_A_KIND = re.compile(r"\b[^\W\d_]{2,6}(?= (?:[A-Z]|[À-Ỹ]|\d))")
_KINDS_OF_PLACES = {
    plain(kind): kind
    for kind in (*("tỉnh", "huyện", "quận", "phường", "xã", "phố", "trấn"), *("thôn", "xóm", "khối", "ngõ", "đường"))
}
"""By their letters; what else these may be stands in no address before a capital or a number."""
_NO_GAP = re.compile(r"(?<=[^\W\d_][a-zà-ỹ])(?=\d)|(?<=\d,)(?=[^\W\d])")
"""Between a word and the number behind it, and after a number's comma: phố46,xã."""
_OF_AN_ENTRY = {"ngay", "so", "quyen"}
"""What a day, a number or a book begins with, by its letters."""
_LEAST_OF_ADDRESS = 2
_MOST_NAMES, _LEAST_NAMES = 7, 2


def parse(kind: str, words: Sequence[str]) -> Value | None:
    """The value of that kind among the words; None where there is none. Raises KeyError for a kind nobody knows."""
    value = KINDS[kind](words) if words else None
    if value and max(value.words, default=0) >= len(words):  # a word as it was given may have gaps of its own
        value = replace(value, words=tuple(range(len(words))))
    return value


def _text(words: Sequence[str], names: Collection[str] = ()) -> Value | None:
    """`names`: words that are none of the language and stand there all the same, in small letters."""
    found = _as_read(words, names)
    if found is None:
        return None
    return _put_right(found, as_places_are_written(with_their_marks(_NO_GAP.sub(" ", found.text), long_phrases())))


def _put_right(found: Value, text: str) -> Value:
    """The value with another text; it does not hold where that had to be put right."""
    return found if text == found.text else replace(found, text=text, normal=text, valid=False)


def _relation(words: Sequence[str]) -> Value | None:
    """How somebody is related: made of few words, which with these letters have these marks. It holds where all were
    read so and none is missing behind the last."""
    found = _as_read(words)
    if found is None:
        return None
    known = relations()
    parts = re.split(r"([^\W\d_]+)", found.text)
    for at, part in enumerate(parts):
        meant = [] if part.casefold() in known else [word for word in known if plain(word) == plain(part)]
        if len(meant) == 1:
            parts[at] = "".join(new.upper() if old.isupper() else new for old, new in zip(part, meant[0], strict=False))
    value = _put_right(found, "".join(parts).strip(_EDGES))
    told = re.findall(r"[^\W\d_]+", value.text.casefold())
    if not told:
        return None
    whole = set(told) <= known and told[-1] not in word_lists()["unfinished_relations"]
    return replace(value, valid=value.valid and whole)


def _as_read(words: Sequence[str], names: Collection[str] = ()) -> Value | None:
    text = _GROWN_MARK.sub("", _SPECKS.sub("", " ".join(words)))
    text = text[1:].lstrip() if text.startswith("(") and ")" not in text else text  # of a footnote's mark
    if not any(map(str.isalnum, text)):
        return None
    parts = re.findall(r"[^\W\d_]+", text)
    if parts and not any(map(is_syllable, parts)):
        return None  # what was read from dots and specks
    whole = all(is_syllable(part) or part.casefold() in names for part in parts) and not any(map(_lost_its_tone, parts))
    whole = whole and (text.isupper() or not any(map(_is_raised, parts)))
    whole = whole and (not text[0].islower() or tuple(text.split()) in set_phrases())  # the word before it was not read
    return Value(text, text, whole and not _misses_marks(text), tuple(range(len(words))))


def _is_raised(word: str) -> bool:
    """SỐ is no abbreviation, so it stands in capitals only among others."""
    return word.isupper() and plain(word) != word.casefold()


def _lost_its_tone(word: str) -> bool:
    """PHUC is no abbreviation but PHÚC or PHỤC, whose mark was not read."""
    return len(word) > 2 and word.isupper() and is_syllable(f"{word}\u0301") and not is_syllable(word.capitalize())


def _misses_marks(text: str) -> bool:
    """Whether a set phrase stands in the text with other marks than it has."""
    words = re.sub(r"[,.;:]", "", text)
    letters, written = f" {plain(words)} ", f" {words.casefold()} "
    return any(letters.count(f" {bare} ") > written.count(f" {phrase} ") for bare, phrase in phrases_by_letters())


def _name(words: Sequence[str]) -> Value | None:
    found = _as_read(words)
    if found is None:
        return None
    name = found.text.strip(_EDGES)
    parts = name.split()
    capitals = all(part.isupper() for part in parts) or all(part.istitle() for part in parts)
    if not capitals or not _LEAST_NAMES <= len(parts) <= _MOST_NAMES or any(map(str.isdigit, name)):
        return None
    if _says_dead(name):
        return None
    family, *others = parts
    possible = _may_be_a_name(family, "families") and all(_may_be_a_name(part, "given_names") for part in others)
    possible = possible and (
        family.casefold() in usual_parts("families") or family.casefold() not in usual_parts("given_names")
    )
    return Value(name, _in_small_letters(name), _is_usual(parts), found.words, possible)


def _is_usual(parts: Sequence[str]) -> bool:
    """Whether every part of a name is a usual one, with these marks."""
    family, *others = (part.casefold() for part in parts)
    return family in usual_parts("families") and parts_of_names().issuperset(others)


def _may_be_a_name(part: str, group: str) -> bool:
    """A usual one, or a syllable that is no usual one with other marks: that would be a usual one misread.

    In capitals, too, it is no abbreviation: OC is ÓC or ỌC whose mark neither reader saw.
    """
    usual = usual_parts(group)
    return part.casefold() in usual or (is_syllable(part.capitalize()) and plain(part) not in usual_letters(group))


def _place_text(words: Sequence[str]) -> Value | None:
    """Text that names a place; not valid where its letters had to be put right. An l for an I is none: in most print
    they are one and the same."""
    found = _text(words, words_of_places())
    if found is None:
        return None
    text = _SMALL_L.sub(r"\1 I", found.text)
    return _put_right(replace(found, text=text, normal=text), as_places_are_written(_MAY_BE_A_KIND.sub(_as_kind, text)))


def _as_kind(found: re.Match[str]) -> str:
    """A word before a name or a number, as the kind of place that has these letters; in capitals before a number."""
    kind = _KINDS_OF_PLACES.get(plain(found[0]), found[0])
    if found[0].istitle() and found.string[found.end() + 1].isdigit():
        return "Số" if plain(found[0]) == "so" else kind.capitalize()
    return kind if found[0].islower() else found[0]


_DAY_OF_ENTRY = re.compile(r"^(?:ngay )?\d|\d+ thang \d+ nam \d")
"""What a pen left of where something was registered, and of the day printed behind it: no agency."""


def _agency(words: Sequence[str]) -> Value | None:
    """An agency: sure where a place that there is stands in its name. The day, number or book of what it registered,
    behind it on the line, is none of it."""
    found = _place_text(words[: _before_an_entry(words)])
    if found is None or _DAY_OF_ENTRY.search(plain(found.text)):
        return None
    named = any(without_kind(place.commune) in found.text.casefold() for place in places_meant(found.text))
    return Value(found.text, found.text, named and found.valid, found.words)


def _before_an_entry(words: Sequence[str]) -> int:
    """How many words stand before `ngày 12…` or `số 45`; all where there is none."""
    entries = (
        at
        for at, (word, number) in enumerate(pairwise(words))
        if plain(word.strip(_EDGES)) in _OF_AN_ENTRY and number[:1].isdigit()
    )
    return next(entries, len(words))


def _says_dead(text: str) -> bool:
    return plain(text) in {"da chet", "ban than", "tu khai", "khong co", "khong ro"}


def _in_small_letters(name: str) -> str:
    return " ".join(part.capitalize() for part in name.split())


def _date(words: Sequence[str]) -> Value | None:
    text = " ".join(words).rstrip(_TAIL)
    if len(words) > 1 and _YEAR.fullmatch("".join(words)):
        year = "".join(words)  # its digits far apart
        return Value(year, year, False, tuple(range(len(words))))
    found = the_date(text)
    if found is None or any(map(str.isdigit, text[: found.start] + text[found.end :])):
        return None
    return Value(found.text, found.iso, found.whole_text and found.whole, _words_of(words, found.start, found.end))


def _issued(words: Sequence[str]) -> Value | None:
    """The day a paper was issued: behind "cấp ngày", or all that stands there, as a clerk types it."""
    text = " ".join(words)
    alone = the_date(text)
    found = the_date(text, behind=rf"c{_A}p\s*(?:ng{_A}y)?\s*:?|ng{_A}y\s*c{_A}p\s*:?")
    found = found or (alone if alone and alone.whole_text else None)
    if found is None or len(found.iso) < len("2021-05-10"):
        return None
    return Value(found.text, found.iso, found.whole, _words_of(words, found.start, found.end))


def _moment(words: Sequence[str]) -> Value | None:
    """A day with, perhaps, an hour before it."""
    text = " ".join(words)
    day = the_date(text)
    if day is None:
        return None
    hour = the_time(text[: day.start])
    whole = f"{text[: day.start]}{day.text}{text[day.end :]}".strip(_EDGES)
    return Value(whole, f"{day.iso} {hour or ''}".strip(), hour is not None and day.whole, tuple(range(len(words))))


def _words_of(words: Sequence[str], start: int, end: int) -> tuple[int, ...]:
    """Which words stand between two places of the text that they make."""
    found, at = [], 0
    for number, word in enumerate(words):
        if at < end and at + len(word) > start:
            found.append(number)
        at += len(word) + 1
    return tuple(found)


def _identity_number(words: Sequence[str]) -> Value | None:
    """The one number of twelve or nine digits, or of a passport; two of them are none."""
    text = " ".join(words)
    found = list(_IDENTITY.finditer(text))
    if len(found) != 1:
        return None
    number = found[0][0].replace(" ", "")
    holds = not re.fullmatch(r"[1-9]\d{11}", number)  # a citizen's number begins with its province's, all below 100
    return Value(number, number, holds, _words_of(words, *found[0].span()))


def _digits_of(pattern: re.Pattern[str], words: Sequence[str]) -> Value | None:
    text = "".join(words)
    bare = re.sub(r"[ .\-()]", "", text.strip(_EDGES))
    if not pattern.fullmatch(bare):
        return None
    written = re.sub(r"(?<=\d)\. (?=\d)", ".", " ".join(words).strip(_EDGES))
    return Value(written, re.sub(r"^\+?84", "0", bare), True, tuple(range(len(words))))


def _email(words: Sequence[str]) -> Value | None:
    """An address in one piece; between two pieces a sign was lost: a line before the @, a dot behind it."""
    begun = next((at for at, word in enumerate(words) if "@" in word), 0)
    text = ("_".join(word.rstrip("_") for word in words[: begun + 1]) + "".join(words[begun + 1 :])).strip(_EDGES)
    text = text.replace("(@", "@").replace("._", ".")  # so Tesseract reads many an @
    dot_lost = len(words) == 2 and "@" in words[0] and words[1].isalpha()
    found = _EMAIL.search(f"{words[0].rstrip('.')}.{words[1]}" if dot_lost else text)
    if found is None:
        return None
    return Value(found[0], found[0].lower(), found[0] == text and len(words) == 1, tuple(range(len(words))))


def _money(words: Sequence[str]) -> Value | None:
    """A sum with its currency; one whose groups were read without their dots may be several numbers, or have lost them
    in reading: it holds if another reader reads it likewise."""
    text = re.sub(r"(?<=\d)\. (?=\d)", ".", " ".join(words).strip(_EDGES))
    found = _number(text.split(" "), r"(?:viet nam )?(?:dong|vnd|d)(?: viet nam)?")
    if found is None:
        return None
    whole = found.valid and found.normal.isdecimal()
    apart = re.search(r"\d \d", text) is not None
    return Value(text, found.normal, whole and not apart, tuple(range(len(words))), possible=whole)


def _number(words: Sequence[str], units: str) -> Value | None:
    """A number and, perhaps, its unit behind it. One that is grouped otherwise than numbers are (1,500,000) is none."""
    text = " ".join(words).strip(_EDGES)
    found = _NUMBER.match(text)
    if not found or _MORE_DIGITS.match(text, found.end()):
        return None
    rest = plain(text[found.end() :]).strip(" .,;()")
    whole, part = found["grouped"] or "", found[0].removeprefix(found["grouped"] or "")
    normal = re.sub(r"[. ]", "", whole) + part.replace(",", ".")
    clear = bool(whole) or not re.search(r"\.\d{3}$", part)  # 1234.567: a lost dot, or a fraction
    clear = clear and normal != "0"  # nothing is counted or measured so; an o, or part of a larger one
    valid = clear and (not rest or bool(units and re.fullmatch(units, rest)))
    return Value(found[0], normal, valid, _words_of(" ".join(words).split(" "), 0, found.end()))


def _code(words: Sequence[str]) -> Value | None:
    """A number of a register, parcel or certificate: letters, digits and strokes, with a digit in it."""
    text = " ".join(words).strip(_EDGES)
    if not re.fullmatch(r"(?:[A-ZĐ]{1,3} )?[A-ZĐ]{0,3}\d[\w./-]*", text):
        return None
    return Value(text, text, True, tuple(range(len(words))))


def _sex(words: Sequence[str]) -> Value | None:
    """It holds where nothing follows: else the label behind it was not read."""
    found = {"nam": "Nam", "nu": "Nữ"}.get(plain(words[0]).strip(_EDGES))
    return Value(found, found, len(words) == 1, (0,)) if found else None


def _one_of(group: str, words: Sequence[str]) -> Value | None:
    """A word of a closed list, told by its letters; valid where its marks are the list's too."""
    text = " ".join(words).strip(_EDGES)
    known = known_by_letters(group).get(without_gaps(plain(text)))
    if known is None:
        return None
    valid = without_gaps(text.casefold()) == without_gaps(known.casefold())
    if not valid and text.casefold() != plain(text):
        text = known if text[:1].isupper() and not text.isupper() else text  # other marks than the only word there is
    text = text if valid else with_their_marks(text, [known.casefold().split()])
    grown = valid and text.replace(" ", "").casefold() == known.replace(" ", "").casefold()  # or fallen apart
    return Value(known if grown else text, known, valid, tuple(range(len(words))))


def _address(words: Sequence[str]) -> Value | None:
    """An address as written; beside it what it is today, where it means one commune. It holds where there is such."""
    found = _place_text(words)
    if found is None or len(words) < _LEAST_OF_ADDRESS:
        return None
    places = load_places(resource("places")).read(found.text, date.today())
    begun = found.valid and not found.text[0].isdigit()  # 25, xã Nghi Lộc: Thôn was not read
    text = with_marks_of_places(found.text, [place.old or place.name for place in places], places)
    if len(places) != 1:
        named = text == found.text and any(is_named(place, text) for place in places)
        return Value(text, "", begun and named, found.words)
    (place,) = places
    today = ", ".join(filter(None, (place.detail, place.name)))
    valid = begun and text == found.text and is_named(place, text)
    return Value(text, today, valid, found.words)


KINDS: dict[str, Parser] = {
    "name": _name,
    "date": _date,
    "issued": _issued,
    "moment": _moment,
    "sex": _sex,
    "ethnicity": partial(_one_of, "ethnicities"),
    "nationality": partial(_one_of, "nationalities"),
    "identity_number": _identity_number,
    "phone": partial(_digits_of, _PHONE),
    "email": _email,
    "address": _address,
    "number": partial(_number, units=r"m ?2?|m²|thang|tang|ban|nguoi|lao dong"),
    "money": _money,
    "code": _code,
    "agency": _agency,
    "relation": _relation,
    "text": _text,
}
KINDS_OF_TEXT: Collection[str] = {"text", "agency", "relation"}
"""Kinds that are written in words of the language."""
ONE_LINE: Collection[str] = {"date", "sex", "ethnicity", "nationality", "phone", "email", "number", "code"}
"""Kinds that are rarely written over two lines."""
