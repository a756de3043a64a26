"""Picture files of every kind and of several pages: what is a page, what is whole, what is damaged."""

from __future__ import annotations

import io
import random
import re
import struct

import numpy as np
import pytest
from PIL import Image
from PIL.TiffImagePlugin import AppendingTiffWriter, ImageFileDirectory_v2

from counter_app.errors import CounterError
from scanning.errors import NotAPicture, PagesMissing, TruncatedPicture
from scanning.page.decode import decode
from scanning.pages import RawPage
from scanning.sources.opening import pages_in
from tests.scanning.drawn_pictures import coloured_paper, encoded, grey_paper, heic, next_directory, three_places

PAGES = (coloured_paper(), coloured_paper((10, 120, 10)), coloured_paper((90, 90, 90), (240, 200, 0)))
COMPRESSIONS = ("raw", "tiff_lzw", "jpeg", "packbits", "tiff_adobe_deflate", "group3", "group4")


def several(kind: str, count: int = 3, **how: object) -> bytes:
    if kind == "HEIC":
        return heic(*PAGES[:count])
    pages = [page.quantize(32) if kind == "GIF" else page for page in PAGES[:count]]
    if how.get("compression") in ("group3", "group4"):
        pages = [page.convert("L").point(lambda shade: 255 * (shade > 128)).convert("1") for page in pages]
    return encoded(pages[0], kind, save_all=True, append_images=pages[1:], **how)


def results(data: bytes) -> list[tuple[int, int, int] | CounterError]:
    """Of each page the first patch's colour, or what is wrong with it."""
    found: list[tuple[int, int, int] | CounterError] = []
    for page in pages_in(data, "tệp"):
        try:
            if isinstance(page, CounterError):
                raise page
            place = three_places(decode(page).picture)[1]
            found.append(tuple(place) if isinstance(place, list) else (place,) * 3)  # type: ignore[arg-type]
        except CounterError as error:
            found.append(error)
    return found


def are(found: list[tuple[int, int, int] | CounterError], count: int) -> bool:
    wanted = [(200, 30, 30), (10, 120, 10), (90, 90, 90)][:count]
    return len(found) == count and all(
        not isinstance(item, CounterError) and max(abs(a - b) for a, b in zip(item, other, strict=True)) < 16
        for item, other in zip(found, wanted, strict=True)
    )


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "AVIF", "HEIC", "TIFF"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_pictures_that_differ_are_pages(kind: str, count: int) -> None:
    assert are(results(several(kind, count)), count)


@pytest.mark.parametrize("compression", COMPRESSIONS)
def test_the_pages_of_a_tiff_are_handed_on_packed_as_they_are(compression: str) -> None:
    data = several("TIFF", compression=compression, dpi=(200, 200))
    pages = [page for page in pages_in(data, "fax.tif") if isinstance(page, RawPage)]
    assert [page.index for page in pages] == [0, 1, 2]
    assert sum(len(page.data) for page in pages) < len(data) + 4000
    assert all(decode(page).picture.shape[:2] == (420, 300) for page in pages)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "AVIF", "HEIC"])
def test_a_picture_shown_twice_is_one_page(kind: str) -> None:
    page = PAGES[0].quantize(32) if kind == "GIF" else PAGES[0]
    data = heic(page, page) if kind == "HEIC" else encoded(page, kind, save_all=True, append_images=[page])
    assert are(results(data), 1)


@pytest.mark.parametrize("kind", ["PNG", "MPO"])
def test_only_the_first_picture_of_an_apng_and_of_a_telephones_pair_is_the_page(kind: str) -> None:
    assert are(results(several(kind)), 1)


def test_pnms_in_a_row_are_pages() -> None:
    assert are(results(b"".join(encoded(page, "PPM") for page in PAGES)), 3)
    grey = [encoded(page.convert(mode), "PPM") for page in PAGES for mode in ("L", "1")]
    assert len(results(b"".join(grey))) == 6


@pytest.mark.parametrize("thumbnail_first", [True, False])
@pytest.mark.parametrize("tag", [{254: 1}, {255: 2}, {254: 4}])
def test_a_tiffs_thumbnail_is_no_page(tag: dict[int, int], thumbnail_first: bool) -> None:
    pictures = [(PAGES[0], {}), (PAGES[1].resize((60, 84)), tag)]
    assert are(results(_tiff_of(pictures[::-1] if thumbnail_first else pictures)), 1)


def test_a_tiff_that_calls_every_page_reduced_has_pages_all_the_same() -> None:
    assert are(results(_tiff_of([(page, {254: 1}) for page in PAGES])), 3)


def _tiff_of(pictures: list[tuple[Image.Image, dict[int, int]]]) -> bytes:
    memory = io.BytesIO()
    with AppendingTiffWriter(memory) as writer:
        for picture, tags in pictures:
            directory = ImageFileDirectory_v2()
            for tag, value in tags.items():
                directory.tagtype[tag] = 4
                directory[tag] = value
            picture.save(writer, "TIFF", tiffinfo=directory)
            writer.newFrame()
    return memory.getvalue()


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP", "AVIF", "HEIC", "deep TIFF"])
def test_a_picture_says_how_it_lies(kind: str, orientation: int) -> None:
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    lying = PAGES[0].transpose(Image.Transpose(undo[orientation])) if orientation > 1 else PAGES[0]
    tags = Image.Exif()
    tags[0x0112] = orientation
    if kind == "HEIC":
        data = heic(lying, exif=tags.tobytes())
    elif kind == "deep TIFF":
        data = encoded(Image.fromarray(np.asarray(lying.convert("L")).astype(np.uint16) * 257), "TIFF", exif=tags)
    else:
        data = encoded(lying, kind, exif=tags)
    (page,) = pages_in(data, "điện thoại")
    assert isinstance(page, RawPage)
    picture = decode(page).picture
    assert picture.shape[:2] == (420, 300)
    original = np.asarray(PAGES[0].convert("L" if picture.ndim == 2 else "RGB"), np.int16)
    assert np.abs(picture - original).mean() < 3


WHOLE = {
    "JPEG without its end mark": encoded(PAGES[0], "JPEG", quality=95)[:-2],
    "JPEG with half its end mark": encoded(PAGES[0], "JPEG", quality=95)[:-1],
    "progressive JPEG without its end mark": encoded(PAGES[0], "JPEG", progressive=True, quality=95)[:-2],
    "JPEG with restart marks, without its end mark": encoded(PAGES[0], "JPEG", restart_marker_rows=1, quality=95)[:-2],
    "JPEG without its end mark, padded": encoded(PAGES[0], "JPEG", quality=95)[:-2] + bytes(2000),
    "PNG without its end": encoded(PAGES[0], "PNG")[:-12],
    "GIF without its end": encoded(PAGES[0].quantize(32), "GIF")[:-1],
    "JPEG 2000 without its end mark": encoded(PAGES[0], "JPEG2000", no_jp2=True)[:-2],
    "JP2 without its end mark": encoded(PAGES[0], "JPEG2000")[:-2],
}
WHOLE |= {
    f"{kind} {what}": before + encoded(PAGES[0], kind) + after
    for kind in ("JPEG", "PNG", "TIFF", "GIF", "WEBP", "JPEG2000")
    for what, before, after in (
        ("with zeros behind", b"", bytes(4096)),
        ("with a page of the web behind", b"", b"\n<!-- served -->\n" * 200),
        ("with line ends before", b"\r\n\r\n", b""),
        ("with a server's header before", b"HTTP/1.1 200 OK\r\nX: " + b"y" * 3000 + b"\r\n\r\n", b""),
    )
}


@pytest.mark.parametrize("name", WHOLE)
def test_what_every_viewer_opens_is_read(name: str) -> None:
    assert are(results(WHOLE[name]), 1)


def test_junk_before_a_tiff_costs_none_of_its_pages() -> None:
    assert are(results(b"junk" * 20 + several("TIFF", compression="tiff_lzw")), 3)


NOISE = Image.effect_noise((300, 400), 60)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "GIF", "WEBP", "JPEG2000", "BMP", "PPM", "AVIF", "HEIC"])
@pytest.mark.parametrize("part", [0.3, 0.7, 0.97])
def test_a_picture_that_lacks_lines_is_incomplete(kind: str, part: float) -> None:
    data = heic(NOISE) if kind == "HEIC" else encoded(NOISE, kind)
    (error,) = results(data[: int(len(data) * part)])
    assert isinstance(error, TruncatedPicture | NotAPicture)
    assert "tệp" in error.sentence("en")


@pytest.mark.parametrize("how", [{}, {"progressive": True}, {"restart_marker_rows": 1}, {"restart_marker_blocks": 3}])
@pytest.mark.parametrize("behind", [b"", bytes(5000), b"\xff\xd9"])
def test_a_jpeg_cut_off_is_never_taken_for_whole(how: dict[str, object], behind: bytes) -> None:
    data = encoded(PAGES[0].resize((600, 840)), "JPEG", quality=80, **how)
    if how.get("progressive") and behind == b"\xff\xd9":
        return  # its lines are all there, only coarse: nobody can tell
    marks = [mark.start() for mark in re.finditer(rb"\xff[\xd0-\xd7]", data)]
    begin = data.index(b"\xff\xda") + 20
    cuts = [*range(begin, len(data) - 8, 997), *marks[::40], *(mark + 2 for mark in marks[::40])]
    for cut in cuts:
        (error,) = results(data[:cut] + behind)
        assert isinstance(error, TruncatedPicture), cut


@pytest.mark.parametrize("place", [lambda data: len(data) + 5000, lambda data: 2, lambda data: len(data) - 3])
def test_a_tiff_whose_chain_leads_nowhere_gives_the_pages_before_and_one_error(place: object) -> None:
    data = bytearray(several("TIFF", compression="tiff_lzw"))
    struct.pack_into("<I", data, next_directory(bytes(data), 1), place(data))  # type: ignore[operator]
    *good, error = results(bytes(data))
    assert are(good, 2)
    assert isinstance(error, PagesMissing)
    assert "page 2" in error.sentence("en")


@pytest.mark.parametrize("back_to", [0, 1, 2])
def test_a_tiff_that_goes_round_in_a_circle_ends(back_to: int) -> None:
    data = bytearray(several("TIFF", compression="tiff_lzw"))
    link = 4 if back_to == 0 else next_directory(bytes(data), back_to - 1)
    at = next_directory(bytes(data), 2)
    data[at : at + 4] = data[link : link + 4]
    *good, error = results(bytes(data))
    assert are(good, 3)
    assert isinstance(error, PagesMissing)


@pytest.mark.parametrize("compression", ["raw", "tiff_lzw", "jpeg", "tiff_adobe_deflate"])
def test_a_damaged_page_in_the_middle_costs_only_itself(compression: str) -> None:
    data = bytearray(several("TIFF", compression=compression))
    (at,) = struct.unpack_from("<I", data, next_directory(bytes(data), 0))
    (count,) = struct.unpack_from("<H", data, at)
    for entry in range(count):
        row = at + 2 + 12 * entry
        if struct.unpack_from("<H", data, row)[0] == 273:  # where its pixels are
            struct.pack_into("<HI", data, row + 2, 77, 0)
    first, error, third = results(bytes(data))
    assert are([first], 1)
    assert isinstance(error, TruncatedPicture)
    assert "#2" in error.sentence("en")
    assert not isinstance(third, CounterError)


@pytest.mark.parametrize("seed", range(30))
def test_whatever_happens_to_a_page_its_neighbours_are_read(seed: int) -> None:
    data = bytearray(several("TIFF", compression="tiff_lzw"))
    (at,) = struct.unpack_from("<I", data, next_directory(bytes(data), 0))
    (count,) = struct.unpack_from("<H", data, at)
    chance = random.Random(seed)
    for _ in range(40):
        data[chance.randrange(at + 2, at + 2 + 12 * count)] = chance.randrange(256)
    first, _, third = results(bytes(data))
    assert are([first], 1)
    assert third == (90, 90, 90)


@pytest.mark.parametrize("number", range(24))
def test_a_tiffs_second_directory_overwritten_costs_no_other_page_before_it(number: int) -> None:
    data = bytearray(several("TIFF", 2, compression="tiff_lzw"))
    (at,) = struct.unpack_from("<I", data, next_directory(bytes(data), 0))
    at += 7 * number
    data[at : at + 40] = b"\xff" * len(data[at : at + 40])
    first, *others = results(bytes(data))
    assert are([first], 1)
    assert len(others) <= 2


def test_a_gif_cut_off_in_its_last_picture_gives_those_before() -> None:
    *good, error = results(several("GIF")[:-30])
    assert are(good, 2)
    assert isinstance(error, PagesMissing)


def test_words_with_a_pictures_name_are_no_picture() -> None:
    for data in (
        b"",
        "Đây là chữ".encode(),
        b"PK\3\4" + bytes(500),
        b"%!PS-Adobe-3.0 EPSF-3.0\n",
        grey_paper().tobytes(),
    ):
        (error,) = results(data)
        assert isinstance(error, NotAPicture)
