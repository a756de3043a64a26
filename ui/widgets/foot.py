"""What lies over the foot of a part of the screen for a while, and moves nothing below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QWidget


class Foot(QWidget):
    """As wide as what it lies over, as high as the bar it holds; of no size while that is hidden.

    The bar is its child and in no layout: shown or hidden as a child of a screen it would have that screen laid out
    and painted anew, 30 ms each time.
    """

    def __init__(self, under: QWidget) -> None:
        super().__init__(under)
        self._under = under
        self._bar: QWidget | None = None
        under.installEventFilter(self)
        self.resize(0, 0)

    def hold(self, bar: QWidget) -> None:
        """That bar, a child of it, which may ask for more or less room at any time."""
        self._bar = bar
        bar.installEventFilter(self)
        self._lie()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.LayoutRequest)
        if event.type() in kinds if watched is self._bar else event.type() is QEvent.Type.Resize:
            self._lie()
        return False

    def _lie(self) -> None:
        under, bar = self._under, self._bar
        if bar is None or bar.isHidden():
            self.setGeometry(QRect())
            return
        bar.resize(under.width(), bar.height())  # how it is laid out may hang on its width
        height = max(bar.heightForWidth(under.width()), bar.minimumSizeHint().height())
        self.setGeometry(0, under.height() - height, under.width(), height)
        bar.setGeometry(self.rect())
        self.raise_()
