"""How large a dialog opens, and that it is the only one of its kind."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 48)  # pixels that a window's frame takes


def fit(dialog: QWidget, width: int, height: int) -> None:
    """Makes it so large, and no larger than the screen it opens on: what is to be pressed last stands at its foot."""
    screen = (dialog.parentWidget() or dialog).screen()
    dialog.resize(QSize(width, height).boundedTo(screen.availableSize() - _FRAME))


def close_others(parent: QWidget, kind: type[QWidget]) -> None:
    """Closes what is open of that kind over `parent`: a key pressed twice makes no second window, and what is asked for
    anew is about what is on the screen now."""
    for dialog in parent.findChildren(kind):
        dialog.close()
