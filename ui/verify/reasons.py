"""What tells which paper some pages are, in words: its title, a code, its labels."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from counter_app.dossier.pages import MACHINE_READABLE

_BY_LABELS, _BY_CODE = "labels", "QRCode"


def what_tells(title: str, reason: str) -> str:
    """`title`: what the paper is called; `reason`: as its pages were read."""
    translate = QCoreApplication.translate
    if reason == _BY_LABELS:
        return translate("Reasons", "the labels of “{title}”").format(title=title)
    if reason == MACHINE_READABLE:
        return translate("Reasons", "the machine-readable lines of a card or passport")
    if reason == _BY_CODE or not reason:
        return translate("Reasons", "the code of an identity card")
    return translate("Reasons", "the title “{title}”").format(title=reason)
