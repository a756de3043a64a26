"""A scan's JPEG is taken as it is where it is all that the page shows."""

from __future__ import annotations

import io

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from scanning.pages import RawPage
from scanning.sources.opening import pages_in
from tests.scanning.pdf_papers import (
    FILLED,
    HEADING,
    SCAN,
    SQUARE,
    Draft,
    draft,
    drawn,
    grey_sheet,
    jpeg_of,
    line,
    only,
    picture_of,
    scan_of,
)


def test_a_scan_whose_box_starts_elsewhere_gives_its_jpeg() -> None:
    made = draft().add_page("q 595 0 0 842 100 50 cm /Scan Do Q")
    made.put("Scan", picture_of(made.document, jpeg_of(grey_sheet(SCAN)), SCAN))
    made.page.obj.MediaBox = Array([100, 50, 695, 892])
    assert only(made).media_type == "image/jpeg"


def test_a_scan_behind_a_clip_that_hides_nothing_gives_its_jpeg() -> None:
    made = draft().add_page("q 0 0 595 842 re W n 595 0 0 842 0 0 cm /Scan Do Q")
    made.put("Scan", picture_of(made.document, jpeg_of(grey_sheet(SCAN)), SCAN))
    assert only(made).media_type == "image/jpeg"


def _changed(change: str) -> Draft:
    """A scan with something that makes the page look otherwise than its JPEG."""
    contents = {
        "clipped": "q 0 0 595 400 re W n 595 0 0 842 0 0 cm /Scan Do Q",
        "clipped by a path": "q 0 0 m 595 0 l 0 842 l W n 595 0 0 842 0 0 cm /Scan Do Q",
        "shifted": "q 595 0 0 842 60 0 cm /Scan Do Q",
        "mirrored": "q -595 0 0 842 595 0 cm /Scan Do Q",
        "upside down": "q 595 0 0 -842 0 842 cm /Scan Do Q",
        "twice": "q 595 0 0 842 0 0 cm /Scan Do Q q 595 0 0 842 0 0 cm /Scan Do Q",
        "pale": "/Pale gs q 595 0 0 842 0 0 cm /Scan Do Q",
        "multiplied": "/Multiplied gs q 595 0 0 842 0 0 cm /Scan Do Q",
        "masked": "/Masked gs q 595 0 0 842 0 0 cm /Scan Do Q",
        "shaded over": "q 595 0 0 842 0 0 cm /Scan Do Q /Shade sh",
        "drawn font": "q 595 0 0 842 0 0 cm /Scan Do Q BT /Drawn 12 Tf 3 Tr 60 60 Td (a) Tj ET",
        "clipping text": "BT 7 Tr /F 99 Tf 60 60 Td (CHU) Tj ET q 595 0 0 842 0 0 cm /Scan Do Q",
        "form over it": "q 595 0 0 842 0 0 cm /Scan Do Q /Form Do",
        "form under it": "/Form Do q 595 0 0 842 0 0 cm /Scan Do Q",
        "inline picture": "q 595 0 0 842 0 0 cm /Scan Do Q q 9 0 0 9 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID 0 EI Q",
        "mode kept by q": "q 3 Tr Q q 595 0 0 842 0 0 cm /Scan Do Q BT /F 12 Tf 60 60 Td (CHU) Tj ET",
    }
    made = draft().add_page(contents.get(change, "q 595 0 0 842 0 0 cm /Scan Do Q"))
    made.put("Scan", picture_of(made.document, jpeg_of(grey_sheet(SCAN)), SCAN)).put(
        "Form", made.form("0 0 50 50 re f")
    )
    mask = Dictionary(S=Name.Luminosity, G=made.form("1 g 0 0 99 99 re f"))
    resources, scan = made.page.obj.Resources, made.page.obj.Resources.XObject.Scan
    resources.ExtGState = Dictionary(
        Pale=Dictionary(ca=0.5), Multiplied=Dictionary(BM=Name.Multiply), Masked=Dictionary(SMask=mask)
    )
    resources.Font.Drawn = Dictionary(Type=Name.Font, Subtype=Name.Type3)
    for name, value in {
        "soft mask": {"SMask": picture_of(made.document, b"", (1, 1))},
        "colour key": {"Mask": Array([0, 9, 0, 9, 0, 9])},
        "inverted": {"Decode": Array([1, 0, 1, 0, 1, 0])},
        "other colours": {"ColorSpace": Name.DeviceCMYK},
        "other size": {"Width": 620},
    }.get(change, {}).items():
        scan[f"/{name}"] = value
    if change == "cropped":
        made.page.obj.CropBox = Array([0, 0, 595, 400])
    return made


@pytest.mark.parametrize(
    "change",
    [
        "clipped",
        "clipped by a path",
        "shifted",
        "mirrored",
        "upside down",
        "twice",
        "pale",
        "multiplied",
        "masked",
        "shaded over",
        "drawn font",
        "clipping text",
        "form over it",
        "form under it",
        "inline picture",
        "mode kept by q",
        "soft mask",
        "colour key",
        "inverted",
        "other colours",
        "other size",
        "cropped",
    ],
)
def test_a_jpeg_that_is_shown_otherwise_is_drawn(change: str) -> None:
    results = list(pages_in(_changed(change).data(), "giấy.pdf"))
    assert not any(isinstance(page, RawPage) and page.media_type == "image/jpeg" for page in results)


def test_resources_and_boxes_that_a_page_inherits_are_its_own() -> None:
    made = scan_of(grey_sheet(SCAN))
    page, tree = made.page.obj, made.document.Root.Pages
    for name in ("Resources", "MediaBox"):
        tree[f"/{name}"] = page[f"/{name}"]
        del page[f"/{name}"]
    assert only(made).media_type == "image/jpeg"
    made.annotate("Square", SQUARE, C=Array([1, 0, 0])) if "/Resources" in made.page.obj else None
    made.page.obj.Annots = Array(
        [made.document.make_indirect(Dictionary(Subtype=Name.Square, Rect=Array([9, 9, 99, 99])))]
    )
    assert drawn(made).picture.shape[0] > 1000


def test_a_page_alone_takes_no_other_page_with_it() -> None:
    made = draft()
    for _ in range(8):
        made.add_page(line(HEADING))
        made.put("Scan", picture_of(made.document, np.random.default_rng(1).bytes(50_000), (10, 10)))
    widgets = [made.annotate("Widget", SQUARE, FILLED, FT=Name.Tx, T=String("t"), P=made.page.obj) for _ in range(2)]
    widgets[0].P = made.document.pages[0].obj
    first = next(iter(pages_in(made.fields(*widgets).data(), "x.pdf")))
    assert isinstance(first, RawPage)
    with pikepdf.open(io.BytesIO(first.data)) as alone:
        assert len(alone.pages) == 1
    assert len(first.data) < 120_000
