"""Sheets laid between the papers of a feeder load: a cover sheet for each component, and one that only separates.

The cover's QR names the component (and the dossier, where it has a code); Patch T is the pattern that scanners and
other programs know as "a new document begins".
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from counter_app.dossier.cover import Cover
from printing.layout.document import document
from printing.layout.qr import Qr
from printing.layout.sheets import WIDTH
from printing.layout.texts import Rule, gap, text

_BAR, _WIDE, _LONG = 2.0 * mm, 5.1 * mm, 60 * mm  # Kodak, publication A-61599
_QR = 55 * mm


def separators(procedure: str, components: Sequence[tuple[str, str]], dossier: str = "") -> bytes:
    """The sheets as a PDF: one a component, (key, name) each, and one that leads to the next component."""
    covers = [_cover(procedure, key, name, dossier) for key, name in components]
    return document([*covers, _patch()], title="Tờ ngăn", author="")


def _cover(procedure: str, key: str, name: str, dossier: str) -> list[Flowable]:
    code = Qr(Cover(key, dossier).to_text(), _QR)
    code.hAlign = "CENTER"
    return [
        text("TỜ BÌA THÀNH PHẦN HỒ SƠ", "title"),
        text(procedure, "centred"),
        text(dossier, "centred"),
        gap(12),
        Rule(WIDTH),
        gap(6),
        text(name, "title"),
        gap(6),
        Rule(WIDTH),
        gap(16),
        code,
        gap(14),
        text("Đặt tờ này trước giấy tờ của thành phần, rồi đưa cả tập vào khay nạp giấy.", "note_centred"),
        text("Chương trình tự chia các trang theo thành phần; tờ này không được lưu.", "note_centred"),
    ]


def _patch() -> list[Flowable]:
    return [
        PatchT(),
        gap(20),
        text("TỜ NGĂN", "title"),
        gap(6),
        text("Các trang sau tờ này thuộc thành phần tiếp theo của hồ sơ.", "note_centred"),
        text("Tờ này dùng lại được nhiều lần và không được lưu.", "note_centred"),
    ]


class PatchT(Flowable):
    """The separator pattern: narrow, wide, narrow, wide bar, parallel to the edge that is fed first."""

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self.width, self.height = available_width, 2 * _BAR + 2 * _WIDE + 3 * _BAR
        return self.width, self.height

    def draw(self) -> None:
        top = self.height
        for thickness in (_BAR, _WIDE, _BAR, _WIDE):
            self.canv.rect((self.width - 2 * _LONG) / 2, top - thickness, 2 * _LONG, thickness, stroke=0, fill=1)
            top -= thickness + _BAR
