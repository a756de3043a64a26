"""The font is chosen by its glyphs."""

from __future__ import annotations

import io
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from printing.errors import NoVietnameseFont
from printing.layout import fonts


@pytest.fixture(autouse=True)
def choose_anew() -> None:
    fonts._serif.cache_clear()


def test_the_chosen_family_has_every_letter() -> None:
    family = fonts.vietnamese_serif()
    assert len({family.name, family.bold, family.italic, family.bold_italic}) == 4


def test_papers_begun_at_once_register_each_font_once(monkeypatch: pytest.MonkeyPatch) -> None:
    register, registered = fonts.pdfmetrics.registerFont, list[str]()

    def noted(font: fonts.Font) -> None:
        registered.append(font.fontName)
        register(font)

    monkeypatch.setattr(fonts.pdfmetrics, "registerFont", noted)
    with ThreadPoolExecutor(4) as threads:
        families = list(threads.map(lambda _: fonts.vietnamese_serif(), range(4)))
    assert len(set(families)) == 1
    assert len(registered) == 4, "regular, bold, italic, bold italic"


def test_papers_made_at_once_have_each_its_own_letters() -> None:
    """One hand prints while another looks at a paper; the font's file was read by both from one place."""
    family = fonts.vietnamese_serif()

    def paper(text: str) -> bytes:
        content = io.BytesIO()
        canvas = Canvas(content, invariant=1)
        for line, font in enumerate((family.name, family.bold, family.italic)):
            canvas.setFont(font, 12)
            canvas.drawString(50, 700 - 20 * line, text)
        canvas.save()
        return content.getvalue()

    texts = [fonts.LETTERS[start:] for start in (0, 20, 40, 60)] * 4
    alone = [paper(text) for text in texts]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as hands:
            assert list(hands.map(paper, texts)) == alone
    finally:
        sys.setswitchinterval(before)


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


def test_an_old_font_beside_a_new_one_of_the_same_name_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Debian's fonts-liberation (1.x, no Vietnamese) and fonts-liberation2 are often both there."""
    import reportlab

    bare = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
    good = {path.stem: path for folder in fonts.font_folders() for path in folder.rglob("LiberationSerif-*.ttf")}
    names = [f"LiberationSerif-{style}" for style in ("Regular", "Bold", "Italic", "BoldItalic")]
    if not all(name in good for name in names):
        pytest.skip("this machine has no Liberation Serif to lay beside an old one")
    for folder in ("a-old", "b-new", "c-old"):
        (tmp_path / folder).mkdir()
        for name in names:
            source = good[name] if folder == "b-new" else bare
            (tmp_path / folder / f"{name}.ttf").write_bytes(source.read_bytes())
    monkeypatch.setattr(fonts, "font_folders", lambda: (tmp_path,))
    assert fonts.vietnamese_serif().face == "LiberationSerif"
