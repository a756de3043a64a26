"""The pages of a paper as small pictures, in a row or a grid, each with how far its reading has come."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from ui.widgets.thumbnail_delegate import ThumbnailDelegate
from ui.widgets.thumbnail_model import THUMB, PageThumb, ThumbnailModel

__all__ = ["PageThumb", "ThumbnailList", "ThumbnailModel"]


_SHIFTS = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}


class ThumbnailList(QListView):
    """A row of pages, or a grid of them. Delete asks for the current page to be taken out, Ctrl and an arrow to be put
    before or behind its neighbour."""

    page_selected = Signal(int)
    remove_requested = Signal(int)
    shift_requested = Signal(int, int)  # the page, -1 or 1

    def __init__(self, model: ThumbnailModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = model
        self.setModel(model)
        self.setItemDelegate(ThumbnailDelegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(self.tr("Pages"))
        self.set_grid(False)
        self.selectionModel().currentChanged.connect(self._tell)

    def set_grid(self, grid: bool) -> None:
        """As many rows as needed, instead of one that scrolls sideways."""
        self.setWrapping(grid)
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(needed if grid else off)
        self.setHorizontalScrollBarPolicy(off if grid else needed)

    def select(self, page_id: int) -> None:
        """Selects a page and brings it into view."""
        row = self._pages.row_of(page_id)
        if row >= 0:
            self.setCurrentIndex(self._pages.index(row))

    def keyboardSearch(self, search: str) -> None:
        """Letters choose no page: they would be the first ones of a code that is read."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = self.currentIndex().data(THUMB)
        shift = _SHIFTS.get(event.key(), 0) if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 0
        if event.key() == Qt.Key.Key_Delete and isinstance(page, PageThumb):
            if not event.isAutoRepeat():  # a key that is held deletes one page
                self.remove_requested.emit(page.page_id)
        elif shift and isinstance(page, PageThumb):
            self.shift_requested.emit(page.page_id, shift)
        else:
            super().keyPressEvent(event)

    def _tell(self, current: QModelIndex) -> None:
        page = current.data(THUMB)
        if isinstance(page, PageThumb):
            self.page_selected.emit(page.page_id)
