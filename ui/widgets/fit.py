"""How large a dialog opens."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 48)  # pixels that a window's frame takes


def fit(dialog: QWidget, width: int, height: int) -> None:
    """Makes it so large, and no larger than the screen it opens on: what is to be pressed last stands at its foot."""
    screen = (dialog.parentWidget() or dialog).screen()
    dialog.resize(QSize(width, height).boundedTo(screen.availableSize() - _FRAME))
