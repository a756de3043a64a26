"""The sheets that papers are printed on, with their margins: NĐ 30/2020/NĐ-CP Phụ lục I."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.pagesizes import A4, A5, A6, landscape
from reportlab.lib.units import mm

LEFT, RIGHT, TOP, BOTTOM = 30 * mm, 15 * mm, 20 * mm, 20 * mm
WIDTH = A4[0] - LEFT - RIGHT
WIDE = A4[1] - TOP - RIGHT
"""The width of a landscape page: its left margin is what was the top, where it is bound."""


@dataclass(frozen=True)
class Sheet:
    """A sheet of paper and its margins, in points. What stands on it is laid out large and drawn by `scale`."""

    size: tuple[float, float]
    left: float
    right: float
    top: float
    bottom: float
    scale: float = 1.0

    @property
    def printable_size(self) -> tuple[float, float]:
        """Width and height inside the margins, as large as what is laid out into them."""
        width, height = self.size[0] - self.left - self.right, self.size[1] - self.top - self.bottom
        return width / self.scale, height / self.scale


PORTRAIT = Sheet(A4, LEFT, RIGHT, TOP, BOTTOM)
LANDSCAPE = Sheet(landscape(A4), TOP, RIGHT, TOP, RIGHT)
A5_PORTRAIT = Sheet(A5, 15 * mm, 10 * mm, 12 * mm, 12 * mm)
A5_LANDSCAPE = Sheet(landscape(A5), 15 * mm, 10 * mm, 12 * mm, 10 * mm)
A6_PORTRAIT = Sheet(A6, 8 * mm, 8 * mm, 8 * mm, 8 * mm)

_A5_WIDTH = A5[0] - 18 * mm
A5_FORM = Sheet(A5, 11 * mm, 7 * mm, 9 * mm, 9 * mm, _A5_WIDTH / WIDTH)
"""For the forms of TT 01/2018/TT-VPCP, whose art. 9.2 wants A5: as wide as on A4, in letters a fifth smaller."""


def sheet_of(base: str) -> Sheet:
    """What Mẫu số 01 to 05 of a circular are printed on; TT 03/2025 says nothing of sizes, NĐ 30/2020 has A4."""
    return A5_FORM if base.startswith("01/2018") else PORTRAIT


def printable_size(wide: bool = False) -> tuple[float, float]:
    """Width and height inside the margins of a page, in points."""
    return (LANDSCAPE if wide else PORTRAIT).printable_size
