"""How the window looks: one palette, one style sheet, one set of icons. Light, calm, high contrast."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from counter_app.resources import resource

ACCENT, ACCENT_DARK, ACCENT_PALE = "#0b6351", "#084a3d", "#e3f1ed"
INK, QUIET, LINE = "#1b2528", "#566468", "#d3dadd"
GROUND, SURFACE, DESKTOP = "#f3f5f6", "#ffffff", "#e3e8ea"
RED, RED_PALE = "#b3261e", "#fbe9e7"
AMBER, AMBER_PALE = "#8a5200", "#fdf1dc"
GREEN, GREEN_PALE = "#1b6e3c", "#e4f4ea"
BLUE, BLUE_PALE = "#1558b0", "#e5eefb"
SPACE = 8
"""Pixels between parts; small gaps are half of it."""

_FAINT, _EDGE, _STRIPE = "#75838a", "#b3bec2", "#f8fafb"
_ICON_INK = "#2f4248"  # as drawn in the files
_ICON_SIZES = (16, 20, 24, 32, 40, 48, 64, 96)  # pixels
_FACES = ("Segoe UI", "Noto Sans", "Liberation Sans", "DejaVu Sans")
_POINTS = 10.5

_SHEET = f"""
QMainWindow, QDialog, QStackedWidget {{ background: {GROUND}; color: {INK}; }}
QToolTip {{ background: {INK}; color: white; border: 0; padding: 4px 6px; }}
QLabel#title {{ font-size: 17pt; font-weight: 600; }}
QLabel#heading {{ font-size: 11.5pt; font-weight: 600; }}
QLabel#subtitle {{ font-size: 13pt; }}
QLabel#quiet, QLabel#fieldLabel {{ color: {QUIET}; }}
QLabel#fieldError, QLabel#missing {{ color: {RED}; }}
QLabel#fieldWarning {{ color: {AMBER}; }}
QLabel#nothingFound {{ background: {AMBER_PALE}; color: {INK}; border: 1px solid {AMBER}; border-radius: 4px; padding: 8px; }}
QLabel#due {{ font-size: 13pt; font-weight: 600; }}
QLabel#conflict {{ background: {RED_PALE}; color: {RED}; border-radius: 4px; padding: 6px 8px; }}
QPushButton#alarm {{ background: {RED_PALE}; color: {RED}; border-color: {RED}; }}
QWidget#failed {{ background: {RED_PALE}; border-radius: 4px; }}
QWidget#navigation {{ background: {ACCENT_DARK}; }}
QWidget#navigation QToolButton {{ color: white; border: 0; border-radius: 6px; padding: 4px 0; background: transparent; }}
QWidget#navigation QToolButton:hover {{ background: rgba(255, 255, 255, 0.12); }}
QWidget#navigation QToolButton:focus {{ border: 2px solid {ACCENT_PALE}; }}
QWidget#navigation QToolButton:checked:focus {{ border: 2px solid {ACCENT}; }}
QWidget#navigation QToolButton:checked {{ background: {SURFACE}; color: {ACCENT_DARK}; font-weight: 600; }}
QPushButton#tile {{ background: {SURFACE}; border: 1px solid {_EDGE}; border-radius: 6px; padding: 0; min-height: 80px; }}
QPushButton#tile:hover {{ background: {ACCENT_PALE}; }}
QPushButton#tile:focus {{ border: 2px solid {ACCENT}; }}
QPushButton#tile[state="alarm"] {{ border-left: 5px solid {RED}; }}
QPushButton#tile[state="waiting"] {{ border-left: 5px solid {ACCENT}; }}
QLabel#tileCount {{ font-size: 20pt; font-weight: 600; color: {QUIET}; }}
QLabel#tileCount[state="alarm"] {{ color: {RED}; }}
QLabel#tileCount[state="waiting"] {{ color: {INK}; }}
QWidget#receiveBar {{ background: {SURFACE}; border-top: 1px solid {LINE}; }}
QStatusBar {{ background: {SURFACE}; border-top: 1px solid {LINE}; }}
QStatusBar::item {{ border: 0; }}
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QDateEdit {{
    background: {SURFACE}; border: 1px solid {_EDGE}; border-radius: 4px; padding: 4px 7px; min-height: 18px;
    selection-background-color: {ACCENT}; selection-color: white; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus {{
    border: 2px solid {ACCENT}; padding: 3px 6px; }}
QLineEdit[state="error"], QPlainTextEdit[state="error"], QComboBox[state="error"] {{ border: 2px solid {RED}; padding: 3px 6px; }}
QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: 0; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: 0; width: 22px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url("@down@"); width: 14px; height: 14px; }}
QComboBox QAbstractItemView {{ background: {SURFACE}; border: 1px solid {LINE}; selection-background-color: {ACCENT_PALE};
    selection-color: {INK}; outline: 0; }}
QPushButton {{ background: {SURFACE}; border: 1px solid {_EDGE}; border-radius: 4px; padding: 5px 12px; min-height: 18px; }}
QPushButton:hover {{ background: {ACCENT_PALE}; border-color: {ACCENT}; }}
QPushButton:focus {{ border: 2px solid {ACCENT}; padding: 4px 11px; }}
QPushButton:pressed {{ background: #cfe5df; }}
QPushButton:disabled {{ color: {_FAINT}; background: {GROUND}; border-color: {LINE}; }}
QPushButton#primary {{ background: {ACCENT}; border: 2px solid {ACCENT}; color: white; font-weight: 600; padding: 7px 20px; }}
QPushButton#primary:hover {{ background: {ACCENT_DARK}; border-color: {ACCENT_DARK}; }}
QPushButton#primary:focus {{ border-color: #062f27; background: {ACCENT_DARK}; }}
QPushButton#primary:disabled, QPushButton#primary[incomplete="true"] {{ background: #8fb3aa; border-color: #8fb3aa; }}
QToolButton {{ border: 1px solid transparent; border-radius: 4px; padding: 3px; }}
QToolButton:hover {{ background: {ACCENT_PALE}; }}
QToolButton::menu-indicator {{ image: none; }}
QToolBar {{ background: transparent; border: 0; spacing: 4px; }}
QToolButton#chip {{ background: {SURFACE}; border: 1px solid {_EDGE}; border-radius: 10px; padding: 1px 7px; }}
QToolButton#chip:hover {{ background: {ACCENT_PALE}; border-color: {ACCENT}; }}
QToolButton:checked {{ background: {ACCENT_PALE}; }}
QToolButton#chip:checked {{ background: {ACCENT}; border-color: {ACCENT}; color: white; font-weight: 600; }}
QToolButton:pressed {{ background: #cfe5df; }}
QToolButton:focus {{ border-color: {ACCENT}; }}
QAbstractItemView {{ background: {SURFACE}; border: 1px solid {LINE}; border-radius: 4px; outline: 0;
    alternate-background-color: {_STRIPE}; selection-background-color: {ACCENT_PALE}; selection-color: {INK}; }}
QAbstractItemView:focus, QGraphicsView:focus, QAbstractScrollArea#paperRoll:focus {{ border: 1px solid {ACCENT}; }}
QGraphicsView, QAbstractScrollArea#paperRoll {{ background: {DESKTOP}; border: 1px solid {LINE}; border-radius: 4px; }}
QFrame#floating {{ background: {SURFACE}; border: 1px solid {LINE}; border-radius: 6px; }}
QTabWidget::pane {{ border: 0; border-top: 1px solid {LINE}; }}
QTabBar {{ qproperty-drawBase: 0; }}
QTabBar::tab {{ background: transparent; color: {QUIET}; border: 0; border-bottom: 3px solid transparent;
    padding: 6px 14px 4px 14px; }}
QTabBar::tab:hover {{ color: {INK}; border-bottom-color: {LINE}; }}
QTabBar::tab:selected {{ color: {ACCENT_DARK}; border-bottom-color: {ACCENT}; font-weight: 600; }}
QTabBar::tab:focus {{ background: {ACCENT_PALE}; }}
QCheckBox:focus, QRadioButton:focus {{ background: {ACCENT_PALE}; color: {ACCENT_DARK}; }}
QHeaderView::section {{ background: #eaeef0; border: 0; border-right: 1px solid {LINE}; border-bottom: 1px solid {LINE};
    padding: 5px 7px; color: {QUIET}; font-weight: 600; }}
QSplitter::handle {{ background: transparent; width: 8px; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; }}
QScrollBar:vertical {{ width: 11px; background: transparent; margin: 0; }}
QScrollBar:horizontal {{ height: 11px; background: transparent; margin: 0; }}
QScrollBar::handle {{ background: #b9c4c8; border-radius: 5px; min-height: 28px; min-width: 28px; }}
QScrollBar::handle:hover {{ background: #8f9da2; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QProgressBar {{ background: {LINE}; border: 0; border-radius: 4px; }}
QProgressBar::chunk {{ background: {ACCENT}; border-radius: 4px; }}
QMenu {{ background: {SURFACE}; border: 1px solid {LINE}; padding: 4px; }}
QMenu::item {{ padding: 5px 18px; border-radius: 3px; }}
QMenu::item:selected {{ background: {ACCENT_PALE}; }}
"""


def apply_theme(app: QApplication) -> None:
    """Gives the whole application its font, palette and style sheet."""
    app.setStyle("Fusion")
    app.setFont(_font())
    app.setPalette(_palette())
    app.setStyleSheet(_SHEET.replace("@down@", resource("icons", "down.svg").as_posix()))


@cache
def icon(name: str, ink: str = _ICON_INK) -> QIcon:
    """An icon of resources/icons (`name` without its ending), drawn in `ink`: white for what stands on the accent."""
    drawing = resource("icons", f"{name}.svg").read_bytes().replace(_ICON_INK.encode(), ink.encode())
    renderer = QSvgRenderer(QByteArray(drawing))
    made = QIcon()
    for size in _ICON_SIZES:
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter)
        painter.end()
        made.addPixmap(picture)
    return made


def _font() -> QFont:
    """The first face this system has; all of them have every Vietnamese letter."""
    known = set(QFontDatabase.families(QFontDatabase.WritingSystem.Vietnamese))
    face = next((face for face in _FACES if face in known), QApplication.font().family())
    font = QFont(face)
    font.setPointSizeF(_POINTS)
    return font


def _palette() -> QPalette:
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, GROUND),
        (QPalette.ColorRole.Base, SURFACE),
        (QPalette.ColorRole.AlternateBase, _STRIPE),
        (QPalette.ColorRole.Text, INK),
        (QPalette.ColorRole.WindowText, INK),
        (QPalette.ColorRole.ButtonText, INK),
        (QPalette.ColorRole.PlaceholderText, _FAINT),
        (QPalette.ColorRole.Highlight, ACCENT_PALE),
        (QPalette.ColorRole.HighlightedText, INK),
        (QPalette.ColorRole.Link, ACCENT),
        (QPalette.ColorRole.Accent, ACCENT),
    ):
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(_FAINT))
    return palette
