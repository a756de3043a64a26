"""Pages that carry one mark only, and pages that carry nothing: for `counter bench fidelity`."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image, ImageFilter, ImageOps

from counter_app.bench.as_scanned import ScannerWear
from counter_app.bench.drawn_paper import A4, BLACK, WHITE, Sheet, printed_sheet, squiggle
from counter_app.bench.fidelity.areas import shapes
from counter_app.bench.fidelity.marks import KINDS, Kind
from counter_app.bench.fidelity.strokes import Chance, Drawing


def _words(words: str, points: float, x: float, y: float) -> Drawing:
    """Black words; `x` and `y` as shares of the page."""
    return lambda sheet, chance: _write(sheet, words, points, x, y)


def _write(sheet: Sheet, words: str, points: float, x: float, y: float) -> None:
    sheet.text((sheet.size[0] * x, sheet.size[1] * y), words, points)


def _dividing_line(sheet: Sheet, chance: Chance) -> None:
    left, top, right, bottom = sheet.free
    y = float(chance.uniform(top, bottom))
    sheet.line([(left, y), (right, y + 0.5)], (40, 40, 40), 0.4)


def _crossed_out(sheet: Sheet, chance: Chance) -> None:
    left, top, right, bottom = sheet.free
    sheet.line([(left, bottom), (right, top)], (40, 60, 170), 0.6)


def _four_dots(sheet: Sheet, chance: Chance) -> None:
    left, top, _, _ = sheet.free
    for number in range(4):
        sheet.disc((left + 10 + 18 * number, top + 60), 0.6, fill=BLACK)


def _braille(sheet: Sheet, chance: Chance) -> None:
    """Raised dots, seen by their shadows."""
    left, top, _, _ = sheet.free
    for number in range(60):
        x, y = left + (number % 12) * 6 + (number % 2), top + 20 + (number // 12) * 10
        sheet.disc((x, y), 0.75, fill=(190, 190, 190))
        sheet.disc((x - 0.3, y - 0.3), 0.5, fill=(240, 240, 240))


def _pale_portrait(sheet: Sheet, chance: Chance) -> None:
    left, top, _, _ = sheet.free
    face = shapes((sheet.px(30), sheet.px(40)), chance, portrait=True)
    pale = Image.blend(face, Image.new("RGB", face.size, WHITE), 0.6)
    sheet.image.paste(pale, (sheet.px(left + 30), sheet.px(top + 30)))


def _margin_initials(sheet: Sheet, chance: Chance) -> None:
    sheet.line(squiggle((2.5, 90, 14, 97), chance, 3), (30, 30, 40), 0.35)


_ALSO = (
    "pencil words",
    "pencil tick",
    "pencil squiggle",
    "carbon copy",
    "thermal print",
    "pale blue pen",
    "orange pen",
    "blue ball pen",
    "black ball pen",
    "red ball pen",
    "grey stamp",
    "violet stamp",
    "red seal",
    "red seal over the edge",
    "date stamp",
    "grey fingerprint",
    "blue fingerprint",
    "yellow highlight on white",
    "black hairlines",
    "dotted lines",
    "watermark",
    "embossed shadow",
    "photograph in grey",
    "portrait 3 × 4",
    "filled circles at the margin",
    "crosses",
    "yellow note",
    "red arrow",
    "revenue stamp",
    "pale barcode",
    "graph paper",
)
ONE_MARK: tuple[Kind, ...] = (
    *(kind for kind in KINDS if kind.name in _ALSO),
    Kind("one digit", _words("3", 16, 0.48, 0.45)),
    Kind("page number at the foot", _words("12", 12, 0.49, 0.95)),
    Kind("one small word", _words("Có", 12, 0.45, 0.4)),
    Kind("one letter", _words("A", 12, 0.2, 0.3)),
    Kind("a dash", _words("–", 14, 0.5, 0.5)),
    Kind("margin note", _words("k3", 11, 0.015, 0.35)),
    Kind("initials in the margin", _margin_initials),
    Kind("dividing line", _dividing_line),
    Kind("crossed-out page", _crossed_out),
    Kind("four dots", _four_dots),
    Kind("raised dots", _braille),
    Kind("pale portrait", _pale_portrait, broad=True, covers=True),
)


def _bare(sheet: Sheet, chance: Chance) -> Image.Image:
    return sheet.image


def _shown_through(sheet: Sheet, chance: Chance) -> Image.Image:
    """The print of the other side, mirrored and blurred by the paper, 8 to 15 % of its black."""
    back = printed_sheet(sheet.dpi, chance, sheet.size).image
    soft = ImageOps.mirror(back).filter(ImageFilter.GaussianBlur(0.25 / 25.4 * sheet.dpi))
    return Image.blend(sheet.image, soft, float(chance.uniform(0.08, 0.15)))


def _specks(sheet: Sheet, chance: Chance) -> Image.Image:
    """Dust of at most 0.4 mm."""
    width, height = sheet.size
    for _ in range(int(chance.integers(10, 50))):
        place = (float(chance.uniform(0, width)), float(chance.uniform(0, height)))
        grey = int(chance.integers(40, 170))
        sheet.disc(place, float(chance.uniform(0.08, 0.2)), fill=(grey, grey, grey))
    return sheet.image


def _punched(sheet: Sheet, chance: Chance) -> Image.Image:
    """Two holes 80 mm apart, 12 mm from the edge (ISO 838), through which the lid is seen."""
    for way in (-40, 40):
        sheet.disc((12, sheet.size[1] / 2 + way), 3, fill=(30, 30, 30))
    return sheet.image


def _punched_four(sheet: Sheet, chance: Chance) -> Image.Image:
    for way in (-120, -40, 40, 120):
        if abs(way) < sheet.size[1] / 2 - 10:
            sheet.disc((12, sheet.size[1] / 2 + way), 3, fill=(25, 25, 25))
    return sheet.image


def _edge_shadow(sheet: Sheet, chance: Chance) -> Image.Image:
    """The soft shadow of a sheet that does not lie flat, along one or two edges."""
    light = np.asarray(sheet.image, np.float32)
    rows, columns = light.shape[:2]
    depth, reach = float(chance.uniform(0.2, 0.5)), float(chance.uniform(0.008, 0.02))
    for axis, size in ((0, rows), (1, columns))[: int(chance.integers(1, 3))]:
        fall = (1 - depth * np.exp(-np.arange(size) / (reach * size))).astype(np.float32)
        light = light * (fall[:, np.newaxis, np.newaxis] if axis == 0 else fall[np.newaxis, :, np.newaxis])
    return Image.fromarray(light.astype(np.uint8))


def _on_dark_glass(sheet: Sheet, chance: Chance) -> Image.Image:
    """The dark of the open lid around the sheet."""
    image = sheet.image
    border = round(0.03 * image.width)
    return ImageOps.expand(image, border, (25, 25, 25)).resize(image.size)


def _all_of_it(sheet: Sheet, chance: Chance) -> Image.Image:
    _specks(sheet, chance)
    _punched(sheet, chance)
    sheet.show(_shown_through(sheet, chance))
    return _edge_shadow(sheet, chance)


NOTHING: dict[str, Callable[[Sheet, Chance], Image.Image]] = {
    "bare paper": _bare,
    "show-through": _shown_through,
    "dust": _specks,
    "two punched holes": _punched,
    "four punched holes": _punched_four,
    "shadows at the edges": _edge_shadow,
    "dark glass around": _on_dark_glass,
    "dust, holes, show-through and shadow": _all_of_it,
}


def empty_page(draw: Callable[[Sheet, Chance], Image.Image], dpi: int, seed: int) -> bytes:
    """The JPEG of a page on which nothing stands, on white or yellowed paper."""
    chance = np.random.default_rng(seed)
    wear = ScannerWear.by_chance(chance)
    image = draw(Sheet(dpi, A4), chance)
    return wear.scanned(wear.lit(np.asarray(image)), dpi, chance)
