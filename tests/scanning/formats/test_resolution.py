"""Wrong, missing and oblong resolutions: no letter is lost by them, no page is distorted."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from scanning.formats.resolution import dpi_by_shape, letter_height, reduced
from scanning.page.decode import decode
from scanning.pages import RawPage
from scanning.picture import DecodedPage
from tests.scanning.drawn_pictures import encoded, written_page


def decoded(image: Image.Image, kind: str = "TIFF", **how: object) -> DecodedPage:
    return decode(RawPage(encoded(image, kind, **how), "", None, "giấy", 0))


TAGS, KINDS, POINTS = (75, 100, 300, 400, 600, 1200, 2400), ("JPEG", "PNG", "TIFF"), (8, 10, 13)


@pytest.mark.parametrize(  # each two of the three meet once
    ("kind", "points", "tag"),
    [(kind, POINTS[(turn + place) % 3], tag) for turn, tag in enumerate(TAGS) for place, kind in enumerate(KINDS)],
)
def test_an_a4_page_of_200_dpi_keeps_its_letters_whatever_its_header_says(kind: str, points: int, tag: int) -> None:
    page = decoded(written_page(200, points), kind, dpi=(tag, tag))
    assert page.picture.shape[:2] == (2339, 1654)


@pytest.mark.parametrize("tag", [1, 72, 96, 100, 600, 1200])
def test_an_a4_page_of_300_dpi_is_known_by_its_letters(tag: int) -> None:
    page = decoded(written_page(300), dpi=(tag, tag))
    assert page.picture.shape[:2] == (3508, 2480)
    assert page.dpi == 300


@pytest.mark.parametrize("points", [8, 10, 13])
def test_a_card_scanned_at_600_dpi_is_reduced_and_is_a_card(points: int) -> None:
    page = decoded(written_page(600, points, (86, 54), 6), dpi=(600, 600))
    assert (page.dpi, page.picture.shape[:2]) == (300, (638, 1016))


def test_a_page_of_600_dpi_is_reduced_to_300() -> None:
    page = decoded(written_page(600), "PNG", dpi=(600, 600))
    assert page.dpi == 300
    assert abs(page.picture.shape[0] - 3508) <= 1


def test_small_print_is_not_reduced_below_what_can_be_read() -> None:
    picture = np.asarray(written_page(600, 4).convert("L"))
    smaller, dpi = reduced(picture, 600)
    assert dpi > 330
    height = letter_height(smaller)
    assert height is not None
    assert height >= 16


def test_a_telephones_large_picture_of_small_print_keeps_its_letters() -> None:
    whole = Image.new("RGB", (6000, 8000), "white")
    whole.paste(written_page(200, 12), (1500, 2500))
    before = letter_height(np.asarray(whole))
    after = letter_height(decoded(whole, "JPEG").picture)
    assert before is not None
    assert after is not None
    assert after >= 16


@pytest.mark.parametrize("width", [384, 576, 640])
@pytest.mark.parametrize("height", [2000, 8000, 19_900])
def test_a_receipt_without_a_resolution_is_as_wide_as_a_receipt(width: int, height: int) -> None:
    page = decoded(Image.new("L", (width, height), 255), "PNG")
    assert page.picture.shape[:2] == (height, width)
    assert 100 <= page.dpi <= 210


@pytest.mark.parametrize("points", [10, 13])
@pytest.mark.parametrize("tags", [(204, 98), (200, 100), (203, 98)])
def test_a_coarse_fax_is_stretched_to_its_full_height(points: int, tags: tuple[int, int]) -> None:
    page = written_page(204, points).convert("L")
    squashed = page.resize((page.width, round(page.height * tags[1] / tags[0])))
    fax = decoded(squashed.point(lambda shade: 255 * (shade > 140)).convert("1"), compression="group3", dpi=tags)
    rows, columns = fax.picture.shape[:2]
    assert abs(rows / columns - 297 / 210) < 0.03
    assert columns == page.width
    assert abs(fax.dpi - 204) <= 4


@pytest.mark.parametrize("lines", [0, 12])
def test_a_scanner_twice_as_fine_down_as_across(lines: int) -> None:
    page = written_page(300, lines=lines)
    narrow = page.resize((page.width // 2, page.height))
    decoded_page = decoded(narrow, "PNG", dpi=(150, 300))
    assert decoded_page.picture.shape[:2] == (page.height, page.width)
    assert decoded_page.dpi == 300


def test_a_picture_that_lies_has_its_resolutions_exchanged() -> None:
    page = written_page(204).convert("L")
    squashed = page.resize((page.width, page.height // 2)).transpose(Image.Transpose.ROTATE_90)
    lying = decoded(squashed, tiffinfo={274: 6}, dpi=(102, 204))
    assert abs(lying.picture.shape[0] / lying.picture.shape[1] - 297 / 210) < 0.03


@pytest.mark.parametrize("tags", [(300, 100), (100, 300), (150, 450), (204, 98), (72, 300), (200, 600)])
@pytest.mark.parametrize("lines", [0, 12])
def test_a_wrong_pair_of_resolutions_distorts_no_page(tags: tuple[int, int], lines: int) -> None:
    page = decoded(written_page(200, lines=lines), dpi=tags)
    assert page.picture.shape[:2] == (2339, 1654)
    assert abs(page.dpi - 200) <= 4


def test_a_ratio_without_a_unit_is_a_ratio() -> None:
    page = written_page(204).convert("L")
    squashed = encoded(page.resize((page.width, page.height // 2)), "JPEG", quality=90)
    at = squashed.index(b"JFIF\0") + 7
    unitless = squashed[:at] + b"\0\0\2\0\1" + squashed[at + 5 :]
    rows, columns = decode(RawPage(unitless, "", None, "fax", 0)).picture.shape[:2]
    assert abs(rows / columns - 297 / 210) < 0.03


@pytest.mark.parametrize("broken", [(0, 0), (0, 300), (1, 100_000)])
def test_nonsense_in_the_header_costs_nothing(broken: tuple[int, int]) -> None:
    page = decoded(written_page(200), "TIFF", dpi=broken)
    assert page.picture.shape[:2] == (2339, 1654)


@pytest.mark.parametrize("size", [(1, 1), (20, 8), (3, 200), (2000, 2), (1, 19_000)])
def test_tiny_pictures_are_slips_of_paper(size: tuple[int, int]) -> None:
    page = decoded(Image.new("L", size, 0), "PNG")
    rows, columns = page.picture.shape[:2]
    assert min(rows, columns) >= 100
    assert int((page.picture == 0).sum()) == size[0] * size[1]


@pytest.mark.parametrize(
    ("size", "dpi"), [((2480, 3508), 300), ((1169, 827), 100), ((640, 8000), 203), ((100, 100), 100)]
)
def test_shapes_tell(size: tuple[int, int], dpi: int) -> None:
    assert abs(dpi_by_shape(*size) - dpi) <= 1
