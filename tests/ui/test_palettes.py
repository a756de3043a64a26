"""Everybody can read the window: the contrasts of all three themes, computed from their palettes (WCAG 2.2)."""

from __future__ import annotations

import re

import pytest

from counter_app.resources import resource
from ui.palettes import PALETTES
from ui.style_sheet import SHEET

TEXT = (  # 1.4.3: at least 4.5 : 1
    *((ink, ground) for ink in ("ink", "quiet") for ground in ("ground", "surface", "stripe", "header", "desktop")),
    *((ink, ground) for ink in ("red", "amber", "green", "blue") for ground in ("ground", "surface", "stripe")),
    *((ink, f"{ink}_pale") for ink in ("red", "amber", "green", "blue")),
    *((ink, "accent_pale") for ink in ("ink", "quiet", "red", "amber", "green", "blue")),
    *(("ink", f"{ink}_pale") for ink in ("red", "amber", "green", "blue")),
    ("faint", "surface"),
    ("faint", "ground"),
    ("ink", "pressed"),
    ("on_accent", "accent"),
    ("on_accent", "accent_dark"),
    ("on_accent", "accent_faint"),
    ("on_bar", "bar"),
    ("accent_dark", "ground"),
    ("accent_dark", "surface"),
    ("surface", "ink"),  # what a button is for
)
EDGES = (  # 1.4.11: at least 3 : 1
    *(("edge", ground) for ground in ("ground", "surface")),
    *(("accent", ground) for ground in ("ground", "surface", "accent_pale")),  # the focus
    *((ink, ground) for ink in ("red", "amber") for ground in ("ground", "surface")),  # around what is wrong
    ("ink", "ground"),  # the focus of what is pressed most
    ("on_bar", "bar"),
    ("handle", "ground"),
    ("icon", "surface"),
    ("icon", "accent_pale"),
    ("icon", "ground"),
)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def too_close(theme: str, pairs: tuple[tuple[str, str], ...], least: float) -> list[str]:
    palette = PALETTES[theme]
    found = [(one, other, contrast(getattr(palette, one), getattr(palette, other))) for one, other in pairs]
    return [f"{one} on {other}: {ratio:.2f}" for one, other, ratio in found if ratio < least]


@pytest.mark.parametrize("theme", PALETTES)
def test_text_can_be_read_on_every_ground_it_stands_on(theme: str) -> None:
    assert too_close(theme, TEXT, 7 if theme == "contrast" else 4.5) == []


@pytest.mark.parametrize("theme", PALETTES)
def test_edges_focus_and_signs_can_be_seen(theme: str) -> None:
    assert too_close(theme, EDGES, 3) == []


def test_the_style_sheet_has_no_colour_of_its_own() -> None:
    assert re.findall(r"#[0-9a-f]{3,8}\b|: *(?:white|black)", SHEET) == []


@pytest.mark.parametrize("theme", PALETTES)
def test_the_marks_are_drawn_in_the_inks_of_their_theme(theme: str) -> None:
    for mark, ink in (("down", PALETTES[theme].icon), ("check", PALETTES[theme].on_accent)):
        assert ink in resource("marks", f"{mark}-{theme}.svg").read_text(encoding="utf-8")
