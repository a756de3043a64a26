"""The colours of the three themes, each by what it is for. `tests/ui/test_palettes.py` computes their contrasts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """Colours as #rrggbb. A pale one is a ground on which its own ink, and the window's, can be read."""

    accent: str  # what is to be pressed, where the cursor is
    accent_dark: str  # under the mouse; words on a ground that stand out
    accent_pale: str  # what is chosen
    accent_faint: str  # what cannot be pressed yet
    on_accent: str
    pressed: str
    bar: str  # the navigation
    on_bar: str
    ink: str
    quiet: str
    faint: str  # what cannot be done; examples in empty fields
    icon: str
    line: str  # between parts that are told apart without it
    edge: str  # around what is typed into or pressed
    ground: str
    surface: str
    stripe: str
    header: str
    desktop: str  # around paper
    handle: str
    red: str
    red_pale: str
    amber: str
    amber_pale: str
    green: str
    green_pale: str
    blue: str
    blue_pale: str


LIGHT = Palette(
    accent="#0b6351",
    accent_dark="#084a3d",
    accent_pale="#e3f1ed",
    accent_faint="#567871",
    on_accent="#ffffff",
    pressed="#cfe5df",
    bar="#084a3d",
    on_bar="#ffffff",
    ink="#1b2528",
    quiet="#526065",
    faint="#616e75",
    icon="#2f4248",
    line="#d3dadd",
    edge="#7c8b91",
    ground="#f3f5f6",
    surface="#ffffff",
    stripe="#f8fafb",
    header="#eaeef0",
    desktop="#e3e8ea",
    handle="#7f8e94",
    red="#b3261e",
    red_pale="#fbe9e7",
    amber="#8a5200",
    amber_pale="#fdf1dc",
    green="#1b6e3c",
    green_pale="#e4f4ea",
    blue="#1558b0",
    blue_pale="#e5eefb",
)
DARK = Palette(
    accent="#5cc7a8",
    accent_dark="#86dcc3",
    accent_pale="#1f433a",
    accent_faint="#8aa8a0",
    on_accent="#06231b",
    pressed="#2b5a4e",
    bar="#0b2620",
    on_bar="#f2f7f5",
    ink="#e8edef",
    quiet="#aebabf",
    faint="#98a5aa",
    icon="#c9d3d6",
    line="#3a4549",
    edge="#7d8b91",
    ground="#161c1e",
    surface="#1f2629",
    stripe="#232b2e",
    header="#2a3336",
    desktop="#101517",
    handle="#7d8b91",
    red="#ff9c93",
    red_pale="#46211e",
    amber="#ffc873",
    amber_pale="#42310f",
    green="#84dca0",
    green_pale="#18391f",
    blue="#92bfff",
    blue_pale="#1b3150",
)
CONTRAST = Palette(
    accent="#ffee32",
    accent_dark="#ffffff",
    accent_pale="#062a68",
    accent_faint="#b9b9b9",
    on_accent="#000000",
    pressed="#0d44a3",
    bar="#000000",
    on_bar="#ffffff",
    ink="#ffffff",
    quiet="#ffffff",
    faint="#c8c8c8",
    icon="#ffffff",
    line="#ffffff",
    edge="#ffffff",
    ground="#000000",
    surface="#000000",
    stripe="#141414",
    header="#000000",
    desktop="#1c1c1c",
    handle="#ffffff",
    red="#ffaca5",
    red_pale="#3d0000",
    amber="#ffd84d",
    amber_pale="#332600",
    green="#7dffa0",
    green_pale="#00290d",
    blue="#a8d0ff",
    blue_pale="#001f47",
)
PALETTES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
