"""What a desk writes into an entry at most: it cleans and checks what it writes, and the province puts aside the rest.

So whatever lies beyond these bounds was written by no desk of ours. They are wide: no honest dossier comes near them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from unicodedata import is_normalized, normalize

from pydantic_core import from_json

LONGEST_PAYLOAD = 8_000_000  # letters; a thousand scanned pages with all that was read on them have some three million
LONGEST_TEXT = 10_000  # letters of one text that is no page's
LONGEST_PAGE = 1_000_000  # letters read on one page
LONGEST_NAME = 200  # letters of a clerk's name
LARGEST_NUMBER = 2**53  # beyond it a number is not the same everywhere
MOST_PARTS = 100_000  # texts, numbers and groups of one entry
YEARS = range(1800, 2201)  # of moments in an entry; of the entry itself those of `WRITTEN`
WRITTEN = range(2000, 2101)

_PAGE_TEXT = "text"  # the field in which a page's letters stand: as they were read, whatever they are
_STRANGE = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
"""Control characters but tab and line ends, what turns the direction of a text around, and halves of letters."""
_IN_TEXT = re.compile(f"[{_STRANGE}]")
_UNSEEN = re.compile(f"[{_STRANGE}\u00ad\u200b-\u200f\u2060\ufeff]")
"""Those, and what takes no room: soft hyphens, spaces and marks of no width, as pages of the web hold them."""
_BROKEN = re.compile("[\x00\ud800-\udfff]")
_SHAPE = bytes.maketrans(b"123456789E+", b"000000000e-")
"""Makes numbers that are written alike the same, so that they are found without a pattern: each entry is asked, and
patterns take ten times as long."""
_MOMENTS = (b'"0000-00-00T', b'"0000-00-00 ')
_MAY_BE_STRANGE = (b"\\", b"0" * 16, b"0e000", b"0e-000", b"NaN", b"Infinity")
"""In the shape of JSON: printable text with none of these holds neither a strange letter nor too large a number."""


def fault_of(payload: str) -> str:
    """Why no desk can have written this payload (JSON), in words of the protocol; "" where one can."""
    if len(payload) > LONGEST_PAYLOAD:
        return "too long"
    written = payload.encode(errors="surrogatepass")
    shape = written.translate(_SHAPE)
    if any(year not in YEARS for year in _years(written, shape)):
        return "a year out of bounds"
    small = len(payload) <= LONGEST_TEXT
    if small and payload.isprintable() and not any(part in shape for part in _MAY_BE_STRANGE):
        return ""
    try:
        return _fault_in(from_json(payload, allow_inf_nan=False))
    except (ValueError, TypeError):  # nested deeper than any payload; TypeError: halves of letters outside a text
        return "no content"


def has_strange_letters(text: str) -> bool:
    """Whether it holds letters that nobody types."""
    return _IN_TEXT.search(text) is not None


def is_clean(text: str) -> bool:
    """Whether a text is as `cleaned` leaves it."""
    return text.isascii() or (is_normalized("NFC", text) and _UNSEEN.search(text) is None)


def seen(text: str) -> str:
    """What one sees of a text, without white space around it."""
    return str(cleaned(text)).strip()


def cleaned(content: Any, field: str = "") -> Any:
    """The same without letters that nobody types or sees, letters and their marks in one; what was read on a page keeps
    all that can be written down."""
    if isinstance(content, str):
        return _BROKEN.sub("", content) if field == _PAGE_TEXT else normalize("NFC", _UNSEEN.sub("", content))
    if isinstance(content, list):
        return [cleaned(item) for item in content]
    if isinstance(content, dict):
        return {name: cleaned(value, name) for name, value in content.items()}
    return content


def _years(written: bytes, shape: bytes) -> Iterator[int]:
    """Those of the moments in a text."""
    for moment in _MOMENTS:
        place = shape.find(moment)
        while place >= 0:
            yield int(written[place + 1 : place + 5])
            place = shape.find(moment, place + 1)


def _fault_in(content: Any) -> str:
    waiting: list[tuple[str, Any]] = [("", content)]
    for _ in range(MOST_PARTS):
        if not waiting:
            return ""
        field, part = waiting.pop()
        if isinstance(part, dict):
            waiting += part.items()
        elif isinstance(part, list):
            waiting += [("", item) for item in part]
        elif fault := _fault_of_part(field, part):
            return fault
    return "too many parts"


def _fault_of_part(field: str, part: Any) -> str:
    if isinstance(part, str):
        if len(part) > (LONGEST_PAGE if field == _PAGE_TEXT else LONGEST_TEXT):
            return "a text too long"
        return "a letter that is none" if (_BROKEN if field == _PAGE_TEXT else _IN_TEXT).search(part) else ""
    if isinstance(part, int | float) and abs(part) > LARGEST_NUMBER:
        return "a number out of bounds"
    return ""
