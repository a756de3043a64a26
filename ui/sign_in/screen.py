"""How every question who sits here looks: a card in the middle of the whole screen, behind which nothing is seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter_app.config import Profile
from ui.theme import dress

_CARD_WIDTH = 520  # pixels


def office_line(profile: Profile, words: str) -> QLabel:
    """Which desk of which office it is; `words` join the two."""
    line = QLabel(words.format(office=profile.office.name, number=profile.desk.number))
    line.setObjectName("quiet")
    return line


def fill_screen(
    dialog: QDialog, title: str, parts: Sequence[QWidget], leave: QWidget, other: QWidget | None = None
) -> None:
    """Lays the parts on the card, under its title, and the way out into the corner; the `other` way in faces it."""
    dialog.setModal(True)
    dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
    dress(dialog, f"{type(dialog).__name__} {{ background: @ground@; }}")
    heading = QLabel(title)
    heading.setObjectName("title")
    card = QFrame()
    card.setObjectName("floating")
    card.setFixedWidth(_CARD_WIDTH)
    inside = QVBoxLayout(card)
    inside.setContentsMargins(28, 24, 28, 24)
    inside.setSpacing(10)
    for part in (heading, *parts):
        inside.addWidget(part)
    row = QHBoxLayout()
    row.addStretch()
    row.addWidget(card)
    row.addStretch()
    layout = QVBoxLayout(dialog)
    layout.addStretch(2)
    layout.addLayout(row)
    layout.addStretch(3)
    bottom = QHBoxLayout()
    if other is not None:
        bottom.addWidget(other)
    bottom.addStretch()
    bottom.addWidget(leave)
    layout.addLayout(bottom)
