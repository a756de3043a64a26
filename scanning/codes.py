"""QR codes and barcodes on a page."""

from __future__ import annotations

import zxingcpp

from scanning.pages import Code
from scanning.picture import Picture


def find_codes(grey: Picture) -> tuple[Code, ...]:
    """Every code on the page (`grey`: rows × columns), whichever way it is turned, from top to bottom."""
    found = [code for code in zxingcpp.read_barcodes(grey, try_invert=False) if code.valid]
    found.sort(key=lambda code: (code.position.top_left.y, code.position.top_left.x))
    return tuple(Code(code.format.name, code.text) for code in found)
