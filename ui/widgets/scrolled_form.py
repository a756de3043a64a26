"""A form, or a column of parts, that is scrolled where the screen is too low for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.widgets.labelled_field import LabelledField

_LEAST = 72  # pixels: a field with its label and what is wrong with it


class ScrolledForm(QScrollArea):
    """As tall as what it holds where there is room for it; wherever a key puts the cursor in it, it is to be seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_cursor)

    def sizeHint(self) -> QSize:
        inside = self.widget()
        if inside is None:
            return QSize(0, 0)
        wanted = inside.sizeHint()
        if inside.hasHeightForWidth() and self.viewport().width() > 0:
            wanted.setHeight(inside.heightForWidth(self.viewport().width()))
        return wanted

    def minimumSizeHint(self) -> QSize:
        inside = self.widget()
        if inside is None:
            return QSize(0, 0)
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(inside.minimumSizeHint().width() + bar, min(_LEAST, self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # lines wrap otherwise

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            QTimer.singleShot(0, self, self._show_what_is_wrong)
        return super().eventFilter(watched, event)

    def _show_what_is_wrong(self) -> None:
        """What is said below a field comes after the cursor did, and makes the form longer."""
        editor = QApplication.focusWidget()
        field = editor.parentWidget() if editor is not None and self.isAncestorOf(editor) else None
        if isinstance(field, LabelledField) and field.error() and field.height() <= self.viewport().height():
            self.ensureWidgetVisible(field, 0, 0)

    def _follow_cursor(self, _: QWidget | None, now: QWidget | None) -> None:
        """Left to Qt, only Tab sees to it."""
        if now is not None and self.isAncestorOf(now):
            self.ensureWidgetVisible(now)
