"""The document that goes into the archive: valid PDF/A-1b, its words findable and exactly over their ink."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from counter_app.dossier.pages import SOME_SHADES, Word
from scanning.documents.searchable_pdf import searchable_pdf
from scanning.page.layers import Layers, Patch
from scanning.page.read_page import read_page
from scanning.page.sheet import sheet_pdf
from scanning.pages import ReadPage
from tests.scanning.conftest import worn_page

CREATED = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
JAVA_JARS = Path("/usr/share/java")
PREFLIGHT = ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api")
EVERY_LETTER = (
    "aàảãáạăằẳẵắặâầẩẫấậ bcdđ eèẻẽéẹêềểễếệ ghiìỉĩíị klmn oòỏõóọôồổỗốộơờởỡớợ pqrst uùủũúụưừửữứự vxyỳỷỹýỵ 0123456789 "
    "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬ BCDĐ EÈẺẼÉẸÊỀỂỄẾỆ GHIÌỈĨÍỊ KLMN OÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢ PQRST UÙỦŨÚỤƯỪỬỮỨỰ VXYỲỶỸÝỴ m² “”…–()/&<>"
)


@pytest.fixture(scope="module")
def stamped() -> ReadPage:
    return read_page(worn_page("stamped", "birth", 1, dpi=300, skew=0.4, stamp=True).raw)


@pytest.fixture(scope="module")
def bitonal() -> ReadPage:
    return read_page(worn_page("bitonal", "birth", 7, dpi=300, turned=270, skew=3.0, noise=10).raw)


def page_of(words: tuple[Word, ...], mode: str = "L", blank: bool = False) -> ReadPage:
    """A page of 1240 × 1754 pixels at 150 dpi: empty ("1"), or with a grey ("L") or coloured ("RGB") picture."""
    ink, patches = np.zeros((1754, 1240), np.bool_), []
    if mode != "1":
        memory = io.BytesIO()
        Image.new(mode, (100, 80), "grey").save(memory, "JPEG")
        patches = [Patch((300, 900, 200, 160), memory.getvalue(), len(mode), (100, 80))]
    sheet = sheet_pdf(Layers((ink.shape[1], ink.shape[0]), ink, tuple(patches), SOME_SHADES), 150)
    text = " ".join(word.text for word in words)
    return ReadPage(1240, 1754, 150, 0, 0.0, False, 0, blank, words, text, 90.0, (), "unknown", sheet=sheet)


def alphabet() -> tuple[Word, ...]:
    return tuple(
        Word(text, 95.0, (100 + 250 * (place % 4), 100 + 80 * (place // 4), 220, 40))
        for place, text in enumerate(EVERY_LETTER.split())
    )


def preflight(path: Path) -> str:
    """What Apache PDFBox's validator says."""
    jars = os.pathsep.join(str(JAVA_JARS / f"{name}.jar") for name in PREFLIGHT)
    command = ["java", "-cp", jars, "org.apache.pdfbox.preflight.Validator_A1b", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


@pytest.mark.slow
@pytest.mark.skipif(
    shutil.which("java") is None or not (JAVA_JARS / "preflight.jar").exists(), reason="needs Apache PDFBox Preflight"
)
def test_an_independent_validator_finds_pdf_a_1b(stamped: ReadPage, bitonal: ReadPage, tmp_path: Path) -> None:
    mixed = [stamped, bitonal, page_of(alphabet()), page_of(alphabet(), "1"), page_of((), "RGB")]
    for name, pages in {"mixed": mixed, "without words": [page_of(())]}.items():
        path = tmp_path / f"{name}.pdf"
        title = "Hồ sơ <H40.32.10-261124-0007> & “Đăng ký khai sinh”"
        path.write_bytes(searchable_pdf(pages, title=title, created=CREATED, author="UBND phường Vinh Phú"))
        assert "is a valid PDF/A-1b file" in preflight(path)


def test_every_vietnamese_letter_is_read_back_by_two_other_readers(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(searchable_pdf([page_of(alphabet())], title="Chữ", created=CREATED))
    poppler = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    pdfium = pypdfium2.PdfDocument(path)[0].get_textpage().get_text_bounded()
    assert poppler.split() == EVERY_LETTER.split()
    assert pdfium.split() == EVERY_LETTER.split()


def test_searching_finds_a_name_where_its_ink_is(stamped: ReadPage) -> None:
    document = pypdfium2.PdfDocument(searchable_pdf([stamped], title="x", created=CREATED))
    text = document[0].get_textpage()
    place = text.search("Đặng Nguyễn Bảo Quỳnh").get_next()
    assert place is not None
    left, bottom, right, top = text.get_rect(text.count_rects(*place) - 1)
    surname, given = (next(word for word in stamped.words if word.text == part) for part in ("Đặng", "Quỳnh"))
    pixels = 72 / stamped.dpi
    assert abs(right - (given.box[0] + given.box[2]) * pixels) < 1.5
    assert left >= surname.box[0] * pixels - 1.5
    middle = (stamped.height - given.box[1] - given.box[3] / 2) * pixels
    assert bottom < middle < top


def test_every_word_box_in_the_pdf_covers_the_box_that_was_read(bitonal: ReadPage) -> None:
    document = pypdfium2.PdfDocument(searchable_pdf([bitonal], title="x", created=CREATED))
    text = document[0].get_textpage()
    pixels = 72 / bitonal.dpi
    everything = text.get_text_range()
    start = 0
    assert len(bitonal.words) > 10
    for word in bitonal.words:
        start = everything.index(word.text, start)
        first, last = text.get_charbox(start, loose=True), text.get_charbox(start + len(word.text) - 1, loose=True)
        start += len(word.text)
        assert abs(first[0] - word.box[0] * pixels) < 1
        assert abs(last[2] - (word.box[0] + word.box[2]) * pixels) < 1


def test_the_picture_is_all_that_is_seen(bitonal: ReadPage) -> None:
    with_text = pypdfium2.PdfDocument(searchable_pdf([bitonal], title="x", created=CREATED))[0]
    bare = replace(bitonal, words=(), text="")
    without = pypdfium2.PdfDocument(searchable_pdf([bare], title="x", created=CREATED))[0]
    shown = with_text.render(scale=1).to_pil().convert("L")
    assert shown.tobytes() == without.render(scale=1).to_pil().convert("L").tobytes()
    assert shown.getpixel((5, 5)) == 255, "paper is white, not inverted"
    assert shown.getextrema()[0] < 120


def test_a_stamped_page_is_sharp_ink_over_a_small_coloured_picture(stamped: ReadPage, bitonal: ReadPage) -> None:
    with pikepdf.open(io.BytesIO(searchable_pdf([stamped], title="x", created=CREATED))) as document:
        pictures = document.pages[0].Resources.XObject
        assert pictures.Ink.Width == stamped.width
        patches = [picture for name, picture in pictures.items() if name.startswith("/Patch")]
        seals = [patch for patch in patches if patch.ColorSpace == pikepdf.Name.DeviceRGB]
        assert seals and all(seal.Width < stamped.width / 4 for seal in seals)
    assert len(searchable_pdf([stamped], title="x", created=CREATED)) < 110_000
    assert len(searchable_pdf([bitonal], title="x", created=CREATED)) < 70_000


def test_blank_pages_are_left_out_unless_there_is_nothing_else() -> None:
    full, blank = page_of(alphabet()), page_of((), blank=True)

    def count(*pages: ReadPage) -> int:
        return len(pypdfium2.PdfDocument(searchable_pdf(pages, title="x", created=CREATED)))

    assert count(full, blank, full) == 2
    assert count(blank, blank) == 2


def test_the_same_pages_give_the_same_bytes(bitonal: ReadPage) -> None:
    first = searchable_pdf([bitonal], title="Hồ sơ", created=CREATED)
    assert first == searchable_pdf([bitonal], title="Hồ sơ", created=CREATED)


def test_title_and_office_stand_in_the_documents_information() -> None:
    pdf = searchable_pdf([page_of(())], title="Tờ khai", created=CREATED, author="UBND xã Diễn Châu")
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert str(document.docinfo.Title) == "Tờ khai"
        assert str(document.docinfo.Author) == "UBND xã Diễn Châu"
        with document.open_metadata() as xmp:
            assert xmp["dc:title"] == "Tờ khai"
            assert xmp["pdfaid:conformance"] == "B"
