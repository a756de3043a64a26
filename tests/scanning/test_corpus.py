"""Files as they really come to a counter, good and bad: one clear error a page at most, the rest done."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pytest
from PIL import Image, ImageDraw, ImageFont

from counter_app.demo.sample_papers import sample_dossiers
from scanning.digitise import digitise
from tests.scanning.drawn_pictures import heic

LINES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "ĐƠN XIN XÁC NHẬN",
    "Họ và tên: Nguyễn Thị Hường",
    "Xã Mẫu, tỉnh Nghệ An",
)
DPI = 150
SIZE = (1240, 877)
GOOD, BAD = "good", "bad"


def sheet(mode: str = "RGB", scale: float = 1.0) -> Image.Image:
    """A page with four lines, half of A4 at 150 dpi times `scale`."""
    size = (round(SIZE[0] * scale), round(SIZE[1] * scale))
    page = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(page)
    font = ImageFont.truetype("/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf", round(36 * scale))
    for number, line in enumerate(LINES):
        pen.text((140 * scale, (200 + 70 * number) * scale), line, fill=(20, 20, 25), font=font)
    return page if mode == "RGB" else page.convert(mode)


def saved(image: Image.Image, kind: str, **how: Any) -> bytes:
    memory = io.BytesIO()
    image.save(memory, kind, **how)
    return memory.getvalue()


def sixteen_bit() -> bytes:
    """A 16-bit grey TIFF, as some scanners give."""
    grey = np.asarray(sheet("L")).astype(np.uint16) * 257
    return saved(Image.fromarray(grey), "TIFF", dpi=(DPI, DPI))


def with_alpha(mode: str, kind: str = "PNG") -> bytes:
    image = sheet("RGB").convert("RGBA")
    ink = np.asarray(sheet("L")) < 128
    pixels = np.array(image)
    pixels[~ink] = 0  # transparent black paper: it must not become black
    return saved(Image.fromarray(pixels, "RGBA").convert(mode), kind, dpi=(DPI, DPI))


def exif(orientation: int) -> bytes:
    """As a telephone saves it: turned, with the tag that says so."""
    undo = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}
    tags = Image.Exif()
    tags[0x0112] = orientation
    image = sheet("RGB", 1.3)
    return saved(image.transpose(undo[orientation]) if orientation in undo else image, "JPEG", exif=tags, quality=90)


def png_bomb(width: int, height: int) -> bytes:
    """A PNG of so many white pixels in a few kilobytes; the data ends early, only the header is whole."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes(100_000)))
        + chunk(b"IEND", b"")
    )


def many_frames() -> bytes:
    frames = [sheet("1") for _ in range(3)]
    return saved(frames[0], "TIFF", save_all=True, append_images=frames[1:], compression="group4", dpi=(DPI, DPI))


def pdf(pages: int = 1, **how: Any) -> bytes:
    document = pikepdf.new()
    with pikepdf.open(io.BytesIO(sample_dossiers()[0].papers[0].pdf())) as written:
        for _ in range(pages):
            document.pages.append(written.pages[0])
    memory = io.BytesIO()
    document.save(memory, **how)
    return memory.getvalue()


def picture_pdf(mode: str) -> bytes:
    return saved(sheet(mode), "PDF", resolution=DPI)


def broken_xref() -> bytes:
    """A PDF whose table of contents points nowhere: readers mend it."""
    whole = pdf()
    at = whole.rindex(b"startxref")
    return whole[:at] + b"startxref\n99999999\n%%EOF"


def corpus() -> Iterator[tuple[str, bytes, str]]:
    """(file name, content, what is expected)."""
    for mode in ("1", "L", "P", "RGB", "RGBA", "LA", "I;16"):
        if mode != "I;16":
            yield f"mau-{mode}.png", saved(sheet(mode), "PNG", dpi=(DPI, DPI)), GOOD
    yield "16-bit.tif", sixteen_bit(), GOOD
    yield "16-bit.png", saved(Image.fromarray(np.asarray(sheet("L")).astype(np.uint16) * 257), "PNG"), GOOD
    yield "32-bit.tif", saved(sheet("L").convert("I"), "TIFF"), GOOD
    yield "so-thuc.tif", saved(sheet("L").convert("F"), "TIFF"), GOOD
    for mode in ("L", "RGB", "CMYK"):
        yield f"anh-{mode}.jpg", saved(sheet(mode), "JPEG", quality=85, dpi=(DPI, DPI)), GOOD
        yield f"anh-{mode}.pdf", picture_pdf(mode), GOOD
    yield "anh-1.pdf", picture_pdf("1"), GOOD
    yield "cmyk.tif", saved(sheet("CMYK"), "TIFF", dpi=(DPI, DPI)), GOOD
    yield "lab.tif", saved(sheet("LAB"), "TIFF", dpi=(DPI, DPI)), GOOD
    yield "ycbcr.tif", saved(sheet("YCbCr"), "TIFF", dpi=(DPI, DPI)), GOOD
    for mode in ("RGBA", "LA"):
        yield f"trong-suot-{mode}.png", with_alpha(mode), GOOD
    yield "trong-suot.tif", with_alpha("RGBA", "TIFF"), GOOD
    yield "trong-suot.webp", with_alpha("RGBA", "WEBP"), GOOD
    yield "bang-mau-trong-suot.png", saved(sheet("P"), "PNG", transparency=0), GOOD
    for dpi in (0, 1, 72, 96, 9600):
        yield f"dpi-{dpi}.jpg", saved(sheet("RGB"), "JPEG", dpi=(dpi, dpi), quality=85), GOOD
    yield "khong-dpi.png", saved(sheet("RGB"), "PNG"), GOOD
    yield "dpi-lech.tif", saved(sheet("L"), "TIFF", dpi=(DPI, 3 * DPI)), GOOD
    for orientation in (1, 3, 6, 8):
        yield f"exif-{orientation}.jpg", exif(orientation), GOOD
    yield "exif-la.jpg", exif(99), GOOD
    yield "luy-tien.jpg", saved(sheet("RGB"), "JPEG", progressive=True, quality=80), GOOD
    yield "chat-luong-thap.jpg", saved(sheet("RGB", 1.5), "JPEG", quality=25, dpi=(225, 225)), GOOD
    for compression in ("group3", "group4"):
        yield f"{compression}.tif", saved(sheet("1"), "TIFF", compression=compression, dpi=(DPI, DPI)), GOOD
    for compression in ("tiff_lzw", "jpeg", "packbits", "tiff_adobe_deflate"):
        yield f"{compression}.tif", saved(sheet("RGB"), "TIFF", compression=compression, dpi=(DPI, DPI)), GOOD
    for dpi in (600, 1200):
        yield f"dpi-sai-{dpi}.tif", saved(sheet("L"), "TIFF", compression="tiff_lzw", dpi=(dpi, dpi)), GOOD
    yield "12-bit.tif", saved(Image.fromarray(np.asarray(sheet("L")).astype(np.uint16) * 16), "TIFF"), GOOD
    yield "so-thuc-1.tif", saved(Image.fromarray(np.asarray(sheet("L")) / np.float32(255)), "TIFF"), GOOD
    yield "dien-thoai.heic", heic(sheet("RGB")), GOOD
    yield "dang-JP2.jp2", saved(sheet("RGB"), "JPEG2000"), GOOD
    yield "dang-AVIF.avif", saved(sheet("RGB"), "AVIF"), GOOD
    yield "mat-dau-ket.jpg", saved(sheet("RGB"), "JPEG", quality=85)[:-2], GOOD
    yield "ket-xl.jxl", b"\xff\x0a" + bytes(200), BAD
    yield "nhieu-trang.tif", many_frames(), GOOD
    for kind in ("BMP", "PPM", "WEBP", "GIF"):
        yield f"dang-{kind}.{kind.lower()}", saved(sheet("P" if kind == "GIF" else "RGB"), kind), GOOD
    yield "jpeg-ten-png.png", saved(sheet("RGB"), "JPEG", quality=85), GOOD
    yield "van-ban.pdf", pdf(), GOOD
    yield "xref-hong.pdf", broken_xref(), GOOD
    yield "rac-o-dau.pdf", b"\r\n\r\nHTTP/1.1 200 OK\r\n\r\n" + pdf(), GOOD
    yield "pdf-ten-jpg.jpg", pdf(), GOOD
    yield "rong.jpg", b"", BAD
    yield "rong.pdf", b"", BAD
    yield "van-ban.jpg", "Đây không phải là ảnh.".encode(), BAD
    yield "trang-web.pdf", b"<!DOCTYPE html><html><body>404</body></html>", BAD
    yield "cat-cut.jpg", saved(sheet("RGB"), "JPEG", quality=85)[:15_000], BAD
    yield "cat-cut.png", saved(sheet("RGB"), "PNG")[:9_000], BAD
    yield "cat-cut.tif", saved(sheet("RGB"), "TIFF")[:50_000], BAD
    yield "chi-dau.jpg", saved(sheet("RGB"), "JPEG")[:200], BAD
    yield "chi-dau.pdf", b"%PDF-1.7\n", BAD
    yield "cat-cut.pdf", pdf()[:900], BAD
    yield "mat-khau.pdf", pdf(encryption=pikepdf.Encryption(owner="a", user="b")), BAD
    yield "khong-trang.pdf", _no_page(), BAD
    yield "bom-60000.png", png_bomb(60_000, 60_000), BAD
    yield "bom-dai.png", png_bomb(300_000, 20), BAD
    yield "bom-trang.pdf", _huge_page(), BAD
    yield "ngau-nhien.jpg", np.random.default_rng(1).bytes(20_000), BAD
    yield "ngau-nhien.pdf", b"%PDF-1.4\n" + np.random.default_rng(2).bytes(20_000), BAD


def _no_page() -> bytes:
    memory = io.BytesIO()
    pikepdf.new().save(memory)
    return memory.getvalue()


def _huge_page() -> bytes:
    """A page of 14,400 points, the largest there is: 60,000 pixels a side."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(14_400, 14_400))
    memory = io.BytesIO()
    document.save(memory)
    return memory.getvalue()


@pytest.mark.slow
def test_the_whole_corpus_in_one_go(tmp_path: Path) -> None:
    expected = {}
    folder = tmp_path / "in"
    folder.mkdir()
    for name, content, outcome in corpus():
        assert name not in expected
        (folder / name).write_bytes(content)
        expected[name] = outcome
    assert len(expected) >= 60
    report = digitise([folder / name for name in expected], tmp_path / "out.pdf", jobs=2)
    failed = [error["source"] for error in report["errors"]]
    assert sorted(failed) == sorted(name for name, outcome in expected.items() if outcome == BAD)
    assert all(error["message"].endswith(".") and error["source"] in error["message"] for error in report["errors"])
    read = {page["source"] for page in report["pages"]}
    assert read == {name for name, outcome in expected.items() if outcome == GOOD}
    unread = [page["source"] for page in report["pages"] if not _is_the_page(page["text"])]
    assert unread == []
    assert all(page["rotation"] == 0 for page in report["pages"])


def _is_the_page(text: str) -> bool:
    return "Nguyễn Thị" in text and "CHỦ NGHĨA VIỆT NAM" in text


@pytest.mark.slow
def test_a_pdf_of_2000_pages_is_taken_apart_page_by_page() -> None:
    from scanning.sources.opening import pages_in

    sizes = [len(page.data) for page in pages_in(pdf(2_000), "dày.pdf")]  # type: ignore[union-attr]
    assert len(sizes) == 2_000 and max(sizes) < 200_000


def test_a_folder_without_rights_is_one_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = tmp_path / "a.png"
    good.write_bytes(saved(sheet("L"), "PNG", dpi=(DPI, DPI)))
    read: Callable[[Path], bytes] = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "b.png":
            raise PermissionError(13, "Permission denied")
        return read(path)

    (tmp_path / "b.png").write_bytes(b"x")
    monkeypatch.setattr(Path, "read_bytes", refused)  # root may read everything: the system's answer is given by hand
    report = digitise([tmp_path], tmp_path / "out.pdf", jobs=1)
    assert [error["source"] for error in report["errors"]] == ["b.png"]
    assert len(report["pages"]) == 1
