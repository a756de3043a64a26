"""The room in which the contents of tabs lie: who makes them there spares them another parent."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget


def tab_room(tabs: QTabWidget) -> QWidget:
    """The parent that `addTab` gives a content: given another one, all that it holds is dressed anew by the style
    sheet, which costs more than to make it."""
    room = tabs.findChild(QStackedWidget, "qt_tabwidget_stackedwidget")
    assert room is not None
    return room
