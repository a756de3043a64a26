"""A Times-metric serif with every Vietnamese letter, chosen by its glyphs and never by its name.

NĐ 30/2020 asks for Times New Roman (Unicode); Liberation Serif has its metrics. An old Liberation of the same name
lacks Vietnamese letters and would print empty boxes.
"""

from __future__ import annotations

import io
import os
import struct
import sys
import threading
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from counter_app.resources import beside_program
from printing.errors import NoVietnameseFont
from printing.layout.unhinted import unhinted

LETTERS = (
    "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
    "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆGHIÌÍỈĨỊKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVXYỲÝỶỸỴ"
    "0123456789.,:;–-…“”()/%²"
)

_STYLES = (  # file names of regular, bold, italic, bold italic
    ("LiberationSerif-Regular", "LiberationSerif-Bold", "LiberationSerif-Italic", "LiberationSerif-BoldItalic"),
    ("times", "timesbd", "timesi", "timesbi"),
    ("Tinos-Regular", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"),
    ("FreeSerif", "FreeSerifBold", "FreeSerifItalic", "FreeSerifBoldItalic"),
    ("DejaVuSerif", "DejaVuSerif-Bold", "DejaVuSerif-Italic", "DejaVuSerif-BoldItalic"),
)

_ONE_AT_A_TIME = threading.Lock()
"""Registered twice, a font would change under a paper that another thread is drawing with it."""


@dataclass(frozen=True)
class Family:
    """The names under which the four styles are registered with ReportLab; `name` is also its paragraph family."""

    name: str
    bold: str
    italic: str
    bold_italic: str
    face: str  # what the font calls itself, for the doctor
    letters: frozenset[str]  # what all four styles can print, written from left to right
    marks: frozenset[str]  # combining marks they can set over the letter before
    replacement: str  # stands for what they cannot print


class Font(TTFont):
    """A font that remembers how wide words are: a paper asks for the same ones many times. Of papers that are made at
    once each gets its own letters: ReportLab's font has one place in its file, where it reads on."""

    def __init__(self, name: str, file: io.BytesIO) -> None:
        super().__init__(name, file)
        self._reading = threading.Lock()
        self._width = lru_cache(4096)(super().stringWidth)

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802 – ReportLab asks by this name
        """The width of `text` in points at `size` points."""
        return float(self._width(text, size, encoding))

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 – ReportLab asks by this name
        """Puts the letters of the paper into it."""
        with self._reading:
            super().addObjects(doc)


def vietnamese_serif() -> Family:
    """The family all papers are set in, registered with ReportLab. Raises NoVietnameseFont."""
    with _ONE_AT_A_TIME:
        return _serif()


@cache
def _serif() -> Family:
    files = list(chain.from_iterable(_font_files(folder) for folder in font_folders()))
    for styles in _STYLES:
        fonts = [_first_usable(f"Counter{number}", files, style) for number, style in enumerate(styles)]
        usable = [font for font in fonts if font is not None]
        if len(usable) == len(styles):
            return _registered(usable)
    raise NoVietnameseFont(f"{len(files)} fonts looked at")


def font_folders() -> tuple[Path, ...]:
    """Where this system keeps its fonts; the only place that asks which system it is."""
    if sys.platform == "win32":
        user = Path(os.environ.get("LOCALAPPDATA", "")) / "Microsoft" / "Windows" / "Fonts"
        return (beside_program("fonts"), Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts", user)
    return (
        Path("/usr/share/fonts/truetype/liberation2"),
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        Path.home() / ".local/share/fonts",
    )


def has_vietnamese(font: TTFont) -> bool:
    """Whether the font maps every letter the papers need."""
    return all(ord(letter) in font.face.charToGlyph for letter in LETTERS)


def _font_files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*.[tT][tT][fF]")))


def _first_usable(name: str, files: Iterable[Path], style: str) -> TTFont | None:
    """The first file of that style that has the letters: an old Liberation may lie beside a new one."""
    candidates = (_font(name, path) for path in files if path.stem == style)
    return next((font for font in candidates if font is not None), None)


def _font(name: str, path: Path) -> TTFont | None:
    try:
        font = Font(name, io.BytesIO(unhinted(path.read_bytes())))
    except (TTFError, OSError, struct.error, KeyError):
        return None  # not a font this library reads: another candidate may be
    return font if has_vietnamese(font) else None


def _registered(fonts: list[TTFont]) -> Family:
    for font in fonts:
        pdfmetrics.registerFont(font)
    regular, bold, italic, bold_italic = (font.fontName for font in fonts)
    letters, marks = _signs(fonts)
    replacement = next(sign for sign in ("\ufffd", "□", "?") if sign in letters)
    face = fonts[0].face.name.decode("ascii", "replace")
    family = Family(regular, bold, italic, bold_italic, face, letters, marks, replacement)
    addMapping(family.name, 0, 0, family.name)
    addMapping(family.name, 1, 0, family.bold)
    addMapping(family.name, 0, 1, family.italic)
    addMapping(family.name, 1, 1, family.bold_italic)
    return family


def _signs(fonts: list[TTFont]) -> tuple[frozenset[str], frozenset[str]]:
    """The letters and the combining marks that all the fonts have.

    ReportLab sets no right-to-left writing and maps nothing beyond U+FFFF back to its letter.
    """
    common = set.intersection(*(set(font.face.charToGlyph) for font in fonts))
    signs = {chr(code) for code in common if code <= 0xFFFF}
    kinds = {sign: unicodedata.category(sign) for sign in signs}
    letters = {sign for sign in signs if kinds[sign][0] in "LNPS" and unicodedata.bidirectional(sign) not in _LEFTWARD}
    marks = {sign for sign in signs if kinds[sign] == "Mn" and _stands_over(sign, fonts)}
    return frozenset(letters | ({" ", "\u00a0"} & signs)), frozenset(marks)


def _stands_over(mark: str, fonts: list[TTFont]) -> bool:
    return all(font.face.charWidths.get(ord(mark)) == 0 for font in fonts)


_LEFTWARD = ("R", "AL", "AN")
