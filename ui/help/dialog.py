"""F1: the guide of the screen one is at, the keys that are valid there, what to do in the situations of a counter, what
the program is made of."""

from __future__ import annotations

from html import escape
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QPushButton, QTabWidget, QTextBrowser, QVBoxLayout, QWidget

from counter_app.resources import resource
from ui import words
from ui.help.keys import EVERYWHERE, KeyLine, lines_of, valid_now
from ui.help.parts import own_versions, parts
from ui.theme import INK, QUIET
from ui.widgets.fit import fit

GUIDE, SHEET, SITUATIONS, ABOUT = range(4)
_PICTURE = 680  # pixels

_LABELS = {"Return": "Enter", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
"""Of keys that Qt calls otherwise."""


class HelpDialog(QDialog):
    """Stands beside the window, which can be used meanwhile. Esc closes."""

    tour_wanted = Signal()

    def __init__(self, screen: str, window: QWidget, tab: int = GUIDE) -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("Help"))
        self.guide, self.sheet, self.situations, self.about = (GuideText() for _ in range(4))
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.addTab(self.guide, self.tr("Guide (F1)"))
        self.tabs.addTab(self.sheet, self.tr("Keys (Ctrl+F1)"))
        self.tabs.addTab(self.situations, self.tr("What to do when…"))
        self.tabs.addTab(self.about, self.tr("About"))
        for text in (self.guide, self.sheet, self.situations, self.about):
            text.setAccessibleName(self.tabs.tabText(self.tabs.indexOf(text)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.tabs)
        self.tour = QPushButton(self.tr("Tour of the window"))
        self.tour.clicked.connect(self._take_tour)
        layout.addWidget(self.tour, alignment=Qt.AlignmentFlag.AlignLeft)
        fit(self, 760, 620)
        self.guide.setMarkdown(guide_of(screen))
        self.situations.setMarkdown(guide_of("situations"))
        self.sheet.setHtml(self._keys(lines_of(screen), valid_now(window)))
        self.about.setHtml(self._parts())
        self.tabs.setCurrentIndex(tab)

    def _take_tour(self) -> None:
        self.close()
        self.tour_wanted.emit()

    def _keys(self, lines: list[KeyLine], valid: set[str]) -> str:
        here = [line for line in lines if line.screen != EVERYWHERE]
        everywhere = [line for line in lines if line.screen == EVERYWHERE]
        sections = ((self.tr("On this screen"), here), (self.tr("On every screen"), everywhere))
        grey = self.tr("What is grey is not valid at this moment.")
        tables = "".join(f"<h3>{escape(title)}</h3>{_table(found, valid)}" for title, found in sections if found)
        return f"{tables}<p style='color: {QUIET}'>{escape(grey)}</p>"

    def _parts(self) -> str:
        own = "".join(f"<tr><td>{name}&nbsp;&nbsp;</td><td>{version}</td></tr>" for name, version in own_versions())
        rows = "".join(
            f"<tr><td>{escape(part.name)}&nbsp;&nbsp;</td><td>{escape(part.version)}&nbsp;&nbsp;</td>"
            f"<td>{escape(part.licence) or '–'}</td></tr>"
            for part in parts()
        )
        free = self.tr("The program is free software under the Apache License 2.0; the libraries are under their own.")
        return f"<table>{own}</table><p>{escape(free)}</p><table>{rows}</table>"


def guide_of(screen: str) -> str:
    """The guide of a screen as Markdown; that of receiving where a screen has none of its own."""
    file = resource("guide", f"{screen}.md")
    return (file if file.exists() else resource("guide", "intake.md")).read_text(encoding="utf-8")


def _table(lines: list[KeyLine], valid: set[str]) -> str:
    return f"<table cellspacing='0' cellpadding='3'>{''.join(_row(line, valid) for line in lines)}</table>"


def _row(line: KeyLine, valid: set[str]) -> str:
    ink = INK if line.typed or valid & set(line.keys) else QUIET
    keys = " ".join(f"<b>{escape(_as_labelled(key))}</b>" for key in line.keys)
    does = escape(words.say(line.does.context, line.does.source))
    return f"<tr style='color: {ink}'><td>{keys}&nbsp;&nbsp;&nbsp;</td><td>{does}</td></tr>"


def _as_labelled(key: str) -> str:
    """A key, alone or held with others, as it is labelled on the keyboard."""
    return "+".join(_LABELS.get(part, part) for part in key.split("+"))


class GuideText(QTextBrowser):
    """Text of the guide; its pictures are no wider than the dialog."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        picture = QImage(resource("guide", QUrl(name).fileName()).as_posix())
        if picture.width() <= _PICTURE:
            return picture
        return picture.scaledToWidth(_PICTURE, Qt.TransformationMode.SmoothTransformation)
