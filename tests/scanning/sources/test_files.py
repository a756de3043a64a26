"""Files a citizen or a vendor's scanning program hands over."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from counter_app.errors import CounterError
from scanning.errors import BrokenPdf, EncryptedPdf, FileNotReadable, NotAPicture, NothingToScan, PdfIncomplete
from scanning.pages import RawPage
from scanning.sources.files import pages_of


def picture_file(path: Path, shade: int = 255) -> Path:
    Image.new("L", (200, 300), shade).save(path)
    return path


def pdf_file(path: Path, pages: int = 1, **save: object) -> Path:
    with pikepdf.new() as document:
        for _ in range(pages):
            document.add_blank_page()
        document.save(path, **save)  # type: ignore[arg-type]
    return path


def test_a_folder_is_taken_in_the_order_people_count(tmp_path: Path) -> None:
    for name in ("trang 10.png", "trang 2.png", "trang 1.jpg", "ghi chú.txt"):
        picture_file(tmp_path / name) if name[-1] != "t" else (tmp_path / name).write_text("x")
    pages = [page for page in pages_of([tmp_path]) if isinstance(page, RawPage)]
    assert [page.source for page in pages] == ["trang 1.jpg", "trang 2.png", "trang 10.png"]
    assert pages[0].data == (tmp_path / "trang 1.jpg").read_bytes(), "the picture is handed on as it came"
    assert [page.media_type for page in pages] == ["image/jpeg", "image/png", "image/png"]


def test_a_tiff_of_three_pages_is_three_pages(tmp_path: Path) -> None:
    shades = [Image.new("L", (50 + shade, 80), shade) for shade in (10, 120, 250)]
    shades[0].save(tmp_path / "fax.tif", save_all=True, append_images=shades[1:], dpi=(200, 200))
    pages = [page for page in pages_of([tmp_path / "fax.tif"]) if isinstance(page, RawPage)]
    frames = [Image.open(io.BytesIO(page.data)) for page in pages]
    assert [frame.getpixel((5, 5)) for frame in frames] == [10, 120, 250]
    assert [frame.size[0] for frame in frames] == [60, 170, 300]
    assert [round(frame.info["dpi"][0]) for frame in frames] == [200, 200, 200]
    assert [page.index for page in pages] == [0, 1, 2]


def test_each_page_of_a_pdf_is_a_pdf_with_its_picture_untouched(tmp_path: Path) -> None:
    jpeg = io.BytesIO()
    Image.effect_noise((300, 400), 60).save(jpeg, "JPEG")
    Image.open(jpeg).save(tmp_path / "two.pdf", save_all=True, append_images=[Image.new("L", (30, 40))])
    with pikepdf.open(tmp_path / "two.pdf") as whole:
        stored = next(iter(whole.pages[0].get_images().values())).read_raw_bytes()
    pages = [page for page in pages_of([tmp_path / "two.pdf"]) if isinstance(page, RawPage)]
    assert [(page.media_type, page.index) for page in pages] == [("application/pdf", 0), ("application/pdf", 1)]
    with pikepdf.open(io.BytesIO(pages[0].data)) as alone:
        assert len(alone.pages) == 1
        assert next(iter(alone.pages[0].get_images().values())).read_raw_bytes() == stored


def test_bad_files_cost_one_error_each_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a ghi âm.jpg").write_bytes(b"this is no picture at all" * 50)
    (tmp_path / "b rỗng.png").write_bytes(b"")
    pdf_file(tmp_path / "c khoá.pdf", encryption=pikepdf.Encryption(owner="chủ", user="bí mật"))
    (tmp_path / "d hỏng.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 20)
    picture_file(tmp_path / "e tốt.png")
    results = list(pages_of([tmp_path, tmp_path / "không có.png"]))
    assert [type(result) for result in results] == [
        NotAPicture,
        NotAPicture,
        EncryptedPdf,
        BrokenPdf,
        RawPage,
        FileNotReadable,
    ]
    errors = [result for result in results if isinstance(result, CounterError)]
    assert all(error.values["file"] in error.sentence("en") for error in errors), "the clerk is told which file"


def test_a_pdf_protected_only_against_printing_is_read(tmp_path: Path) -> None:
    path = pdf_file(tmp_path / "x.pdf", pages=2, encryption=pikepdf.Encryption(owner="chủ", user=""))
    assert [type(page) for page in pages_of([path])] == [RawPage, RawPage]


def test_an_empty_folder_is_said_to_be_empty(tmp_path: Path) -> None:
    assert [type(result) for result in pages_of([tmp_path])] == [NothingToScan]


@pytest.mark.parametrize("cut", [0.02, 0.5, 0.9])
def test_a_pdf_cut_off_while_copying_gives_pages_or_one_error(tmp_path: Path, cut: float) -> None:
    whole = pdf_file(tmp_path / "x.pdf", pages=5).read_bytes()
    (tmp_path / "x.pdf").write_bytes(whole[: int(len(whole) * cut)])
    results = list(pages_of([tmp_path / "x.pdf"]))
    assert results
    assert all(isinstance(result, RawPage) for result in results[:-1])
    assert isinstance(results[-1], RawPage | BrokenPdf | PdfIncomplete | NotAPicture)
