"""One page as a PDF of its own, without its text: what the window shows and the document is put together from.

Ink is one bit a pixel in fax group 4, the smallest that PDF/A-1 readers all know; patches are JPEG.
"""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image

from scanning.page.layers import Layers, Patch
from scanning.picture import Flags


def sheet_pdf(layers: Layers, dpi: int) -> bytes:
    """The page as large as it is on paper. The same layers give the same bytes."""
    columns, rows = layers.size
    scale = 72 / dpi
    document = pikepdf.new()
    document.add_blank_page(page_size=(columns * scale, rows * scale))
    pictures = Dictionary()
    content = []
    for number, patch in enumerate(layers.patches):
        left, top, width, height = patch.box
        pictures[f"/Patch{number}"] = _jpeg(document, patch)
        content.append(_drawn(left * scale, (rows - top - height) * scale, width * scale, height * scale, number))
    if layers.ink.any():
        pictures.Ink = _ink(document, layers.ink)
        content.append(f"q 0 g {columns * scale:.3f} 0 0 {rows * scale:.3f} 0 0 cm /Ink Do Q\n")
    page = document.pages[0]
    page.Resources = Dictionary(XObject=pictures, ProcSet=Array([Name.PDF, Name.ImageB, Name.ImageC]))
    page.Contents = document.make_stream("".join(content).encode("ascii"))
    memory = io.BytesIO()
    document.save(memory, force_version="1.4", deterministic_id=True)
    return memory.getvalue()


def _drawn(left: float, bottom: float, width: float, height: float, number: int) -> str:
    return f"q {width:.3f} 0 0 {height:.3f} {left:.3f} {bottom:.3f} cm /Patch{number} Do Q\n"


def _jpeg(document: pikepdf.Pdf, patch: Patch) -> pikepdf.Object:
    picture = document.make_stream(patch.jpeg)
    picture.Type, picture.Subtype, picture.Filter = Name.XObject, Name.Image, Name.DCTDecode
    picture.Width, picture.Height = patch.size
    picture.BitsPerComponent = 8
    picture.ColorSpace = Name.DeviceRGB if patch.channels == 3 else Name.DeviceGray
    return picture


def _ink(document: pikepdf.Pdf, ink: Flags) -> pikepdf.Object:
    """A stencil: where the ink is, the page is painted black."""
    picture = document.make_stream(_group4(Image.fromarray(ink)))
    picture.Type, picture.Subtype, picture.Filter = Name.XObject, Name.Image, Name.CCITTFaxDecode
    picture.Height, picture.Width = ink.shape
    picture.ImageMask, picture.BitsPerComponent = True, 1
    picture.DecodeParms = Dictionary(K=-1, Columns=ink.shape[1], Rows=ink.shape[0], BlackIs1=False)
    return picture


def _group4(image: Image.Image) -> bytes:
    """CCITT group 4 data of a picture of one bit a pixel, in which ink is 1: the only strip of a TIFF.

    In Pillow's pictures 1 is white, but in fax data white is 0; asking Pillow by tag to invert it takes it seconds.
    """
    memory = io.BytesIO()
    image.save(memory, "TIFF", compression="group4", strip_size=image.width * image.height)
    memory.seek(0)
    with Image.open(memory) as tiff:
        tags = tiff.tag_v2  # type: ignore[attr-defined]
        (start,), (length,) = tags[273], tags[279]
    return memory.getvalue()[start : start + length]
