"""Fonts are lighter without their hinting, and every letter keeps its shape."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from printing.layout import fonts
from printing.layout.unhinted import unhinted

NAMES = ("LiberationSerif-Regular", "times", "Tinos-Regular", "FreeSerif", "DejaVuSerif")


@pytest.fixture(scope="module")
def serif() -> Path:
    """The first of the fonts papers are set in that this machine has."""
    found = (path for name in NAMES for folder in fonts.font_folders() for path in folder.rglob(f"{name}.ttf"))
    if path := next(found, None):
        return path
    pytest.skip("no serif font to take the hinting from")


def test_a_font_without_hinting_has_the_same_letters_and_widths(serif: Path) -> None:
    before, after = TTFont("Before", str(serif)), TTFont("After", io.BytesIO(unhinted(serif.read_bytes())))
    assert after.face.charToGlyph == before.face.charToGlyph
    assert after.face.charWidths == before.face.charWidths
    assert fonts.has_vietnamese(after)


def test_a_subset_weighs_less_than_two_thirds(serif: Path) -> None:
    letters = [ord(letter) for letter in fonts.LETTERS]
    before, after = TTFont("Before", str(serif)), TTFont("After", io.BytesIO(unhinted(serif.read_bytes())))
    assert len(after.face.makeSubset(letters)) < 2 / 3 * len(before.face.makeSubset(letters))


def test_letters_are_drawn_the_same(serif: Path) -> None:
    """FreeType (in Pillow) draws both without hinting; composed letters (ệ) included."""
    from PIL import ImageFont

    plain = ImageFont.truetype(str(serif), 400)
    bare = ImageFont.truetype(io.BytesIO(unhinted(serif.read_bytes())), 400)
    for letter in "ệẪộgĐ²…":
        assert bare.getbbox(letter) == pytest.approx(plain.getbbox(letter), abs=2)  # hinting moves edges by a pixel


def test_what_is_no_font_is_refused() -> None:
    with pytest.raises((struct.error, KeyError)):
        unhinted(b"not a font")
