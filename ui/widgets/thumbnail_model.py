"""The pages of a paper with their small pictures and how far the reading of each has come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QImage, QPixmap

from ui.widgets.off_thread import OffThread
from ui.widgets.page_picture import drawn

Index = QModelIndex | QPersistentModelIndex
Key = tuple[int, str]  # page and state: the picture of a page changes once it was cleaned and read
THUMB = Qt.ItemDataRole.UserRole + 1
PICTURE = QSize(144, 152)  # pixels of a kept picture, twice what is shown on a common screen
_KEPT = 400  # pictures, about 35 MB


@dataclass(frozen=True)
class PageThumb:
    """A page as the list shows it; `state` is waiting, reading, read, unreadable, failed or blank.

    `mark` is said on its picture. `picture` gives what `version` names: pages that differ in neither look the same.
    """

    page_id: int
    label: str
    state: str
    tooltip: str
    picture: Callable[[], bytes] | None = field(compare=False)
    version: str = ""
    mark: str = ""


class ThumbnailModel(QAbstractListModel):
    """The pages; pictures of those on the screen are read and scaled beside the window's thread, once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages: list[PageThumb] = []
        self._pixmaps: dict[Key, QPixmap] = {}
        self._loading: dict[Key, OffThread] = {}

    def show(self, pages: Sequence[PageThumb]) -> None:
        """Shows these pages, in order. What was selected stays so while its page is there."""
        wanted = [page.page_id for page in pages]
        for row in reversed(range(len(self._pages))):
            if self._pages[row].page_id not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._pages[row]
                self.endRemoveRows()
        kept = len(self._pages)
        if [page.page_id for page in self._pages] != wanted[:kept]:
            self.beginResetModel()
            self._pages = list(pages)
            self.endResetModel()
            return
        if kept < len(pages):
            self.beginInsertRows(QModelIndex(), kept, len(pages) - 1)
            self._pages.extend(pages[kept:])
            self.endInsertRows()
        for row, page in enumerate(pages[:kept]):
            if page != self._pages[row]:
                self._pages[row] = page
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._pages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        page = self._pages[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return page.label
            case Qt.ItemDataRole.ToolTipRole:
                return page.tooltip
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (page.label, page.mark, self.state_name(page.state))))
            case Qt.ItemDataRole.DecorationRole:
                return self._pixmap(page)
            case _ if role == THUMB:
                return page
        return None

    def row_of(self, page_id: int) -> int:
        """The row of a page; -1 if it is not here."""
        return next((row for row, page in enumerate(self._pages) if page.page_id == page_id), -1)

    def state_name(self, state: str) -> str:
        """The state in the clerk's words."""
        return {
            "waiting": self.tr("waiting"),
            "reading": self.tr("being read"),
            "read": self.tr("read"),
            "failed": self.tr("could not be read"),
            "unreadable": self.tr("hardly anything could be read: look at it"),
            "blank": self.tr("blank page"),
        }[state]

    def _pixmap(self, page: PageThumb) -> QPixmap | None:
        key = (page.page_id, page.state + page.version)
        if key not in self._pixmaps and page.picture is not None and key not in self._loading:
            loader = self._loading[key] = OffThread(self)
            small = partial(_small, page.picture)
            loader.run(small, partial(self._loaded, key), partial(self._loaded, key, QImage()))
        return self._pixmaps.get(key) or next((p for (one, _), p in self._pixmaps.items() if one == key[0]), None)

    def _loaded(self, key: Key, image: QImage) -> None:
        self._loading.pop(key).deleteLater()
        while len(self._pixmaps) >= _KEPT:
            del self._pixmaps[next(iter(self._pixmaps))]
        self._pixmaps[key] = QPixmap.fromImage(image)
        row = self.row_of(key[0])
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))


def _small(picture: Callable[[], bytes]) -> QImage:
    """The picture at thumbnail size; decoded to it where the format can, else scaled."""
    image = drawn(picture(), PICTURE * 2)
    if image.isNull():
        return image
    return image.scaled(PICTURE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
