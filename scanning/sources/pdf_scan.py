"""The JPEG a scanner put into a PDF, taken out as it is: what comes in compressed is not compressed again."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Name

_COVERS = 0.98
"""Share of the page's width and height that the picture must fill."""
_HARMLESS = frozenset(["q", "Q", "cm", "Do", "gs", "BT", "ET", "BDC", "BMC", "EMC"])
_STATE = frozenset(["Tf", "Tr", "Tm", "Td", "TD", "T*", "Tz", "Tc", "Tw", "TL", "Ts", "g", "G", "rg", "RG", "k", "K"])
_TEXT = frozenset(["Tj", "TJ", "'", '"'])
_INVISIBLE = 3


def jpeg_of_scan(page: pikepdf.Page) -> tuple[bytes, int] | None:
    """(the JPEG, its dots per inch) of a page that is nothing but this picture, upright; None for any other page.

    Invisible text, which scanning programs lay over their pictures, does not count.
    """
    try:
        images: dict[str, Any] = dict(page.get_images())
        if len(images) != 1 or int(page.obj.get("/Rotate", 0)) % 360:
            return None
        (picture,) = images.values()
        place = _place(page)
        box = [float(side) for side in page.mediabox]
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, ZeroDivisionError):
        return None  # a page that is drawn by PDFium, which forgives more
    width, height = box[2] - box[0], box[3] - box[1]
    if place is None or not _plain_jpeg(picture) or page.cropbox != page.mediabox:
        return None
    if not (_COVERS <= place[0] / width <= 1.02 and _COVERS <= place[1] / height <= 1.02):
        return None
    dpi = round(int(picture.Width) * 72 / place[0])
    return (picture.read_raw_bytes(), dpi) if 100 <= dpi <= 1200 else None


def _place(page: pikepdf.Page) -> tuple[float, float] | None:
    """Width and height in points at which the one picture is drawn; None where anything else is drawn."""
    found: list[tuple[float, float]] = []
    mode = 0
    drawn = 0
    for operands, operator in pikepdf.parse_content_stream(page):  # type: ignore[misc]
        name = str(operator)
        if name == "cm":
            a, b, c, d = (float(value) for value in list(operands)[:4])
            if b or c or a <= 0 or d <= 0:
                return None
            found.append((a, d))
        elif name == "Do":
            drawn += 1
        elif name == "Tr":
            mode = int(operands[0])
        elif name in _TEXT and mode == _INVISIBLE:
            continue
        if name not in _HARMLESS | _STATE:
            return None
    return found[0] if len(found) == drawn == 1 else None


def _plain_jpeg(picture: Any) -> bool:
    if picture.get("/Filter") not in (Name.DCTDecode, pikepdf.Array([Name.DCTDecode])):
        return False
    if any(name in picture for name in ("/SMask", "/Mask", "/Decode")):
        return False
    space = picture.get("/ColorSpace")
    if isinstance(space, pikepdf.Array) and space[0] == Name.ICCBased:
        return int(space[1].N) in (1, 3)
    return space in (Name.DeviceRGB, Name.DeviceGray)
