"""The pages of a paper as small pictures in a row, each with how far its reading has come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QBuffer,
    QByteArray,
    QIODevice,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QImageReader, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.theme import ACCENT, ACCENT_PALE, AMBER, GREEN, LINE, QUIET, RED, SURFACE
from ui.widgets.off_thread import OffThread

Index = QModelIndex | QPersistentModelIndex
THUMB = Qt.ItemDataRole.UserRole + 1
_HEIGHT, _CELL = 76, QSize(84, 104)
_COLOURS = {"waiting": QUIET, "reading": AMBER, "read": GREEN, "failed": RED, "blank": QUIET}


@dataclass(frozen=True)
class PageThumb:
    """A page as the row shows it; `state` is waiting, reading, read, failed or blank."""

    page_id: int
    label: str
    state: str
    tooltip: str
    picture: Callable[[], bytes] | None


class ThumbnailModel(QAbstractListModel):
    """The pages; pictures are read and scaled beside the window's thread, once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages: list[PageThumb] = []
        self._pixmaps: dict[tuple[int, str], QPixmap] = {}
        self._loading: dict[tuple[int, str], OffThread] = {}

    def show(self, pages: Sequence[PageThumb]) -> None:
        """Shows these pages, in order."""
        if [page.page_id for page in pages] == [page.page_id for page in self._pages]:
            self._pages = list(pages)
            if pages:
                self.dataChanged.emit(self.index(0), self.index(len(pages) - 1))
            return
        self.beginResetModel()
        self._pages = list(pages)
        self.endResetModel()

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
            case Qt.ItemDataRole.DecorationRole:
                return self._pixmap(page)
            case _ if role == THUMB:
                return page
        return None

    def row_of(self, page_id: int) -> int:
        """The row of a page; -1 if it is not here."""
        return next((row for row, page in enumerate(self._pages) if page.page_id == page_id), -1)

    def _pixmap(self, page: PageThumb) -> QPixmap | None:
        key = (page.page_id, page.state)
        if key not in self._pixmaps and page.picture is not None and key not in self._loading:
            loader = self._loading[key] = OffThread(self)
            loader.run(partial(_small, page.picture), partial(self._loaded, key))
        return self._pixmaps.get(key) or next((p for (one, _), p in self._pixmaps.items() if one == key[0]), None)

    def _loaded(self, key: tuple[int, str], image: QImage) -> None:
        self._loading.pop(key).deleteLater()
        self._pixmaps[key] = QPixmap.fromImage(image)
        row = self.row_of(key[0])
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))


class ThumbnailList(QListView):
    """The row of pages."""

    page_selected = Signal(int)
    remove_requested = Signal(int)

    def __init__(self, model: ThumbnailModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = model
        self.setModel(model)
        self.setItemDelegate(_PageDelegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._tell)

    def select(self, page_id: int) -> None:
        """Selects a page and brings it into view."""
        row = self._pages.row_of(page_id)
        if row >= 0:
            self.setCurrentIndex(self._pages.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = self.currentIndex().data(THUMB)
        if event.key() == Qt.Key.Key_Delete and isinstance(page, PageThumb):
            self.remove_requested.emit(page.page_id)
        else:
            super().keyPressEvent(event)

    def _tell(self, current: QModelIndex) -> None:
        page = current.data(THUMB)
        if isinstance(page, PageThumb):
            self.page_selected.emit(page.page_id)


class _PageDelegate(QStyledItemDelegate):
    """Paints a page: its picture on paper, its number, a dot in the colour of its state."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return _CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        page: PageThumb = index.data(THUMB)
        cell: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(ACCENT if selected else SURFACE))
        painter.setBrush(QColor(ACCENT_PALE if selected else SURFACE))
        painter.drawRoundedRect(cell.adjusted(2, 2, -2, -2), 4, 4)
        room = QRect(cell.left() + 6, cell.top() + 6, cell.width() - 12, _HEIGHT)
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(picture, QPixmap) and not picture.isNull():
            place = QRect(0, 0, *picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio).toTuple())
        else:
            place = QRect(0, 0, 54, _HEIGHT)
        place.moveCenter(room.center())
        painter.setPen(QColor(LINE))
        painter.setBrush(QColor(SURFACE))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        if isinstance(picture, QPixmap):
            painter.drawPixmap(place, picture)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(_COLOURS[page.state]))
        line = QRect(cell.left(), room.bottom() + 3, cell.width(), cell.bottom() - room.bottom() - 4)
        painter.drawEllipse(line.left() + 9, line.center().y() - 4, 8, 8)
        painter.setPen(QColor("#1b2528"))
        painter.drawText(line.adjusted(21, 0, -2, 0), Qt.AlignmentFlag.AlignVCenter, page.label)
        painter.restore()


def _small(picture: Callable[[], bytes]) -> QImage:
    """The picture at thumbnail size; JPEG is decoded small from the start."""
    data = QByteArray(picture())
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(QSize(144, 2 * _HEIGHT), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
