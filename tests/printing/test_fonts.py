"""The font is chosen by its glyphs."""

from __future__ import annotations

from pathlib import Path

import pytest

from printing import fonts
from printing.errors import NoVietnameseFont


@pytest.fixture(autouse=True)
def choose_anew() -> None:
    fonts.vietnamese_serif.cache_clear()


def test_the_chosen_family_has_every_letter() -> None:
    family = fonts.vietnamese_serif()
    assert len({family.name, family.bold, family.italic, family.bold_italic}) == 4


def test_a_machine_without_such_a_font_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "font_folders", lambda: (tmp_path,))
    for name in ("Regular", "Bold", "Italic", "BoldItalic"):
        (tmp_path / f"LiberationSerif-{name}.ttf").write_bytes(b"not a font")
    with pytest.raises(NoVietnameseFont) as failure:
        fonts.vietnamese_serif()
    assert "fonts-liberation2" in failure.value.sentence()


def test_a_font_of_the_right_name_without_the_letters_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import reportlab

    bare = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"  # a real font that has no Vietnamese
    for name in ("Regular", "Bold", "Italic", "BoldItalic"):
        (tmp_path / f"LiberationSerif-{name}.ttf").write_bytes(bare.read_bytes())
    monkeypatch.setattr(fonts, "font_folders", lambda: (tmp_path,))
    with pytest.raises(NoVietnameseFont):
        fonts.vietnamese_serif()
