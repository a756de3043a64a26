"""How the window looks: the theme it wears, its inks, its icons. The theme can change while the window is open."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from counter_app.resources import resource
from ui.palettes import LIGHT, PALETTES, Palette
from ui.style_sheet import SHEET


@dataclass(frozen=True)
class Ink:
    """A colour by what it is for (a field of `Palette`); in words it is the #rrggbb of the theme that is worn."""

    name: str

    def __str__(self) -> str:
        return str(getattr(worn(), self.name))

    def colour(self) -> QColor:
        """To paint with."""
        return QColor(str(self))

    def on_paper(self) -> QColor:
        """To paint with over a scanned page: paper is white in every theme."""
        return QColor(str(getattr(LIGHT, self.name)))


ACCENT, ACCENT_PALE, ON_ACCENT, ON_BAR = Ink("accent"), Ink("accent_pale"), Ink("on_accent"), Ink("on_bar")
INK, QUIET, LINE, ICON = Ink("ink"), Ink("quiet"), Ink("line"), Ink("icon")
GROUND, SURFACE, HEADER, DESKTOP = Ink("ground"), Ink("surface"), Ink("header"), Ink("desktop")
RED, RED_PALE = Ink("red"), Ink("red_pale")
AMBER, AMBER_PALE = Ink("amber"), Ink("amber_pale")
GREEN, GREEN_PALE = Ink("green"), Ink("green_pale")
BLUE, BLUE_PALE = Ink("blue"), Ink("blue_pale")
SPACE = 8
"""Pixels between parts; small gaps are half of it."""
SYSTEM = "system"
"""The theme that is light or dark as the system is, and of high contrast where it asks for that."""

_THEME, _WANTED, _DRESS, _SIGN = "counterTheme", "counterThemeWanted", "counterDress", "counterSign"  # Qt properties
_ICON_INK = "#2f4248"  # as drawn in the files
_ICON_SIZES = (16, 20, 24, 32, 40, 48, 64, 96)  # pixels
_FACES = ("Segoe UI", "Noto Sans", "Liberation Sans", "DejaVu Sans")
_POINTS = 10.5


def worn() -> Palette:
    """The palette of the theme that is worn."""
    app = QApplication.instance()
    return PALETTES.get(str(app.property(_THEME)), LIGHT) if app is not None else LIGHT


def apply_theme(app: QApplication, wanted: str = SYSTEM) -> None:
    """Gives the whole application its font, palette and style sheet; what is open already changes with it."""
    if app.property(_WANTED) is None:
        app.setStyle("Fusion")
        app.setFont(_font())
        _follow_the_system(app)
    app.setProperty(_WANTED, wanted)
    theme = _of_system(app) if wanted == SYSTEM else wanted
    if theme == app.property(_THEME):
        return
    app.setProperty(_THEME, theme)
    app.setPalette(_palette(worn()))
    app.setStyleSheet(_in_theme(SHEET))
    for widget in app.allWidgets():
        _wear(widget)


def dress(widget: QWidget, sheet: str) -> None:
    """A style sheet of the widget's own, in which @name@ is a colour of the theme, and stays so in another one."""
    widget.setProperty(_DRESS, sheet)
    made = _in_theme(sheet)
    if widget.styleSheet() != made:
        widget.setStyleSheet(made)


def show_sign(label: QLabel, name: str, size: int, ink: Ink = ICON) -> None:
    """Shows an icon `size` pixels large, which changes with the theme."""
    label.setProperty(_SIGN, [name, size, ink.name])
    label.setPixmap(icon(name, ink).pixmap(size, size))


def icon(name: str, ink: Ink = ICON) -> QIcon:
    """An icon of resources/icons (`name` without its ending), drawn in `ink`: ON_ACCENT for what stands on the accent.

    On buttons and actions it changes with the theme.
    """
    made = _drawn(name, str(ink))
    _known()[made.cacheKey()] = (name, ink)
    return made


@cache
def _known() -> dict[int, tuple[str, Ink]]:
    """Which icon was drawn in which ink, by its key: copies of it have the same."""
    return {}


@cache
def _drawn(name: str, colour: str) -> QIcon:
    drawing = resource("icons", f"{name}.svg").read_bytes().replace(_ICON_INK.encode(), colour.encode())
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


def _wear(widget: QWidget) -> None:
    """What the widget has of its own from the theme."""
    sheet, sign = widget.property(_DRESS), widget.property(_SIGN)
    if isinstance(sheet, str):
        dress(widget, sheet)
    if isinstance(widget, QLabel) and sign is not None:
        name, size, ink = sign
        show_sign(widget, str(name), int(size), Ink(str(ink)))
    holders: list[QObject] = [*widget.actions(), *([widget] if isinstance(widget, QAbstractButton) else [])]
    for holder in holders:
        assert isinstance(holder, QAbstractButton | QAction)
        if known := _known().get(holder.icon().cacheKey()):
            holder.setIcon(icon(*known))


def _follow_the_system(app: QApplication) -> None:
    def again() -> None:
        apply_theme(app, str(app.property(_WANTED)))

    app.styleHints().colorSchemeChanged.connect(again)


def _of_system(app: QApplication) -> str:
    hints = app.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"


def _in_theme(sheet: str) -> str:
    return _coloured(sheet, next(name for name, known in PALETTES.items() if known is worn()))


@cache
def _coloured(sheet: str, theme: str) -> str:
    palette = PALETTES[theme]
    for field in fields(palette):
        sheet = sheet.replace(f"@{field.name}@", getattr(palette, field.name))
    for mark in ("down", "check"):
        sheet = sheet.replace(f"@{mark}@", resource("marks", f"{mark}-{theme}.svg").as_posix())
    return sheet


def _font() -> QFont:
    """The first face this system has; all of them have every Vietnamese letter."""
    known = set(QFontDatabase.families(QFontDatabase.WritingSystem.Vietnamese))
    face = next((face for face in _FACES if face in known), QApplication.font().family())
    font = QFont(face)
    font.setPointSizeF(_POINTS)
    return font


def _palette(worn: Palette) -> QPalette:
    palette = QPalette(QColor(worn.surface), QColor(worn.ground))
    for role, colour in (
        (QPalette.ColorRole.Window, worn.ground),
        (QPalette.ColorRole.Base, worn.surface),
        (QPalette.ColorRole.AlternateBase, worn.stripe),
        (QPalette.ColorRole.Text, worn.ink),
        (QPalette.ColorRole.WindowText, worn.ink),
        (QPalette.ColorRole.ButtonText, worn.ink),
        (QPalette.ColorRole.PlaceholderText, worn.faint),
        (QPalette.ColorRole.Highlight, worn.accent_pale),
        (QPalette.ColorRole.HighlightedText, worn.ink),
        (QPalette.ColorRole.Link, worn.accent),
        (QPalette.ColorRole.Accent, worn.accent),
        (QPalette.ColorRole.Mid, worn.edge),
    ):
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(worn.faint))
    return palette
