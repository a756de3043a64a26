"""Plain text set into a width, and written to a page: the quick way for papers with tens of thousands of cells.

A paragraph of ReportLab may hold markup, pictures and several fonts, and pays for it with each word. Here a text has
one style, a word is measured once, and the letters of a line are turned into the font's codes in one step.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import getFont, stringWidth
from reportlab.pdfgen.canvas import Canvas

from printing.layout.printable import printable

_WORDS = re.compile(r"[\S\u00a0]+")
"""Words are parted by any white space but the one that is to keep them together."""
_SHARES: dict[object, float] = {TA_CENTER: 0.5, TA_RIGHT: 1.0}
"""How much of the room that a line leaves stands on its left."""
_REMEMBERED = 2048
"""How many texts a measure remembers: names of procedures come again and again, those of people do not."""


@dataclass(frozen=True, slots=True)
class SetText:
    """Text broken into lines; each with its distance from the left edge of the paper's room, in points."""

    style: ParagraphStyle
    lines: tuple[tuple[float, str], ...]

    @property
    def height(self) -> float:
        """In points; an empty text is as high as a line."""
        return float(self.style.leading) * max(1, len(self.lines))

    def cut(self, count: int) -> tuple[SetText, SetText]:
        """The first `count` lines, and the others."""
        return SetText(self.style, self.lines[:count]), SetText(self.style, self.lines[count:])


class Measure:
    """From `left` on, `width` points in which texts of one style are set."""

    def __init__(self, style: ParagraphStyle, left: float, width: float) -> None:
        self._style = style
        self._left = left
        self._width = width
        self._share = _SHARES.get(style.alignment, 0.0)
        self._widths = _Widths(style)
        self.set = lru_cache(_REMEMBERED)(self._set)

    def _set(self, text: str) -> SetText:
        words = _WORDS.findall(printable(text))
        lines = ((self._beside(width), line) for line, width in self._lines(words))
        return SetText(self._style, tuple(lines))

    def _beside(self, width: float) -> float:
        """Where a line so wide begins, to a tenth of a point."""
        return round(self._left + self._share * max(0.0, self._width - width), 1)

    def _lines(self, words: Sequence[str]) -> Iterator[tuple[str, float]]:
        """As many words as fit each line, and its width. A word longer than a line begins on one of its own."""
        widths, limit = self._widths, self._width
        space = widths[" "]
        line, used = "", 0.0
        for word in words:
            width = widths[word]
            if line and used + space + width <= limit:
                line, used = f"{line} {word}", used + space + width
                continue
            if line:
                yield line, used
            if width > limit:
                *whole, word = self._pieces(word)
                yield from ((piece, widths[piece]) for piece in whole)
                width = widths[word]
            line, used = word, width
        if line:
            yield line, used

    def _pieces(self, word: str) -> Iterator[str]:
        """A long word as pieces that fit. A mark stays with the letter it stands on."""
        piece, used = "", 0.0
        for letter in word:
            width = self._widths[letter]
            if piece and used + width > self._width and not unicodedata.combining(letter):
                yield piece
                piece, used = "", 0.0
            piece, used = piece + letter, used + width
        yield piece


class _Widths(dict[str, float]):
    """How wide words are in points, measured when they come up first."""

    def __init__(self, style: ParagraphStyle) -> None:
        super().__init__()
        self._font, self._size = style.fontName, style.fontSize

    def __missing__(self, word: str) -> float:
        width = self[word] = float(stringWidth(word, self._font, self._size))
        return width


class Pen:
    """Writes to one document: knows how it encodes the letters of each style."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self._letters: dict[tuple[str, float], _Letters] = {}

    def write(self, canvas: Canvas, texts: Sequence[tuple[float, SetText]]) -> None:
        """The texts, each with the height of its upper edge in points, as one text object of the page."""
        code = ["BT"]
        across = up = 0.0  # a line is placed from the one before: shorter numbers, a page a quarter smaller
        written: _Letters | None = None
        for top, text in texts:
            letters = self._of(text.style)
            if letters is not written:
                code.append(letters.chosen)
                written = letters
            baseline = round(top - text.style.fontSize, 1)  # as paragraphs stand
            for left, line in text.lines:
                code.append(f"{left - across:.1f} {baseline - up:.2f} Td ({line.translate(letters)}) Tj")
                across, up = left, baseline
                baseline -= text.style.leading
        code.append("ET")
        canvas.addLiteral("\n".join(code))

    def _of(self, style: ParagraphStyle) -> _Letters:
        key = style.fontName, style.fontSize
        if key not in self._letters:
            self._letters[key] = _Letters(self.document, *key)
        return self._letters[key]


class _Letters(dict[int, str]):
    """Code points → what stands for them between the brackets of a PDF's string, found when they come up first.

    ReportLab keeps at most 256 letters of a font under one name. All of Vietnamese fits the first; a letter that does
    not is written under its own name, and then the first one is taken up again.
    """

    def __init__(self, document: Any, font: str, size: float) -> None:
        super().__init__()
        self._document = document
        self._font: Any = getFont(font)
        self._size = size
        self.chosen = self._choice(0)

    def __missing__(self, letter: int) -> str:
        ((subset, (code,)),) = self._font.splitString(chr(letter), self._document)
        written = self[letter] = chr(code) if _is_plain(code) else f"\\{code:03o}"
        if subset:
            written = self[letter] = f") Tj {self._choice(subset)} ({written}) Tj {self.chosen} ("
        return written

    def _choice(self, subset: int) -> str:
        return f"{self._font.getSubsetInternalName(subset, self._document)} {self._size:g} Tf"


def _is_plain(code: int) -> bool:
    """Whether a byte may stand for itself in a PDF's string."""
    return 32 <= code < 127 and chr(code) not in "\\()"
