"""What was measured of a scanned test page, in sentences for who stands before the machines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from counter_app.language import translate
from printing.forms.test_page import STEPS
from scanning.page.test_scan import TestScan

_SKEW = 1.0  # degrees
_SCALE = 0.02
_OFFSET = 3.0  # mm
_GREYS = 6
_BLACK = 90
_PAPER = 215
_FINEST = 0.6  # mm
_COARSEST = 190.0  # dpi; TT 01/2023 asks for 200


@dataclass(frozen=True)
class Said:
    """One sentence, and whether what it tells is as it should be."""

    sound: bool
    text: str


class _Say(Protocol):
    def __call__(self, sentence: str, /, **values: str | int) -> str: ...


def sentences(found: TestScan, language: str) -> list[Said]:
    """What was measured, a sentence each, with what to do where something is wrong."""

    def say(sentence: str, /, **values: str | int) -> str:
        return translate("test scan", sentence, language).format(**values)

    return [*_geometry(found, say), *_picture(found, say)]


def is_sound(said: Sequence[Said]) -> bool:
    """Whether all is as it should be."""
    return all(line.sound for line in said)


def _geometry(found: TestScan, say: _Say) -> Iterator[Said]:
    across, down = (round(dpi) for dpi in found.dpi)
    dpi = say("Resolution: {across} × {down} dots per inch.", across=across, down=down)
    coarse = say("Scan with at least 200 dots per inch.")
    fine = min(found.dpi) >= _COARSEST
    yield Said(fine, dpi if fine else f"{dpi} {coarse}")
    if abs(found.scale - 1) > _SCALE:
        scale = say(
            "The page came out at {percent} % of its size: print it in actual size, not fitted to the page.",
            percent=round(found.scale * 100),
        )
        yield Said(False, scale)
    skew = say("Skew: {degrees}°.", degrees=f"{abs(found.skew):.1f}".replace(".", ","))
    straight = say("Set the feeder's guides against the paper, or lay it against the edge of the glass.")
    yield Said(abs(found.skew) <= _SKEW, skew if abs(found.skew) <= _SKEW else f"{skew} {straight}")
    if found.offset is None:
        wide, high = (round(side) for side in found.size)
        yield Said(
            True,
            say("The picture is {wide} × {high} mm, not cut at the sheet: no margins measured.", wide=wide, high=high),
        )
        return
    right, below = found.offset
    margins = say(
        "The print lies {right} mm to the right of and {below} mm below where it should.",
        right=_signed(right),
        below=_signed(below),
    )
    placed = max(abs(right), abs(below)) <= _OFFSET
    tray = say("Push the paper in the printer's tray against its guides, and choose A4.")
    yield Said(placed, margins if placed else f"{margins} {tray}")


def _picture(found: TestScan, say: _Say) -> Iterator[Said]:
    greys = say("{count} of {all} grey steps can be told apart.", count=found.greys, all=STEPS)
    tones = say("Set the brightness of scanner and printer to the middle.")
    yield Said(found.greys >= _GREYS, greys if found.greys >= _GREYS else f"{greys} {tones}")
    if found.darkest > _BLACK:
        yield Said(False, say("Black is pale: the printer's toner or ink runs out, or the scan is too bright."))
    if found.paper < _PAPER:
        yield Said(False, say("White paper comes out grey: clean the scanner's glass, make the scan brighter."))
    if found.finest is None or found.finest > _FINEST:
        yield Said(False, say("Fine lines run together: scan with 300 dots per inch, clean the glass."))
    else:
        apart = f"{found.finest:.1f}".replace(".", ",")
        yield Said(True, say("Lines {apart} mm apart can be told apart.", apart=apart))
    if found.streaks:
        dirt = say(
            "Dark streaks down the page, {places} mm from its left edge: clean the scanner's glass, the narrow strip"
            " beside it, too; if they stay, they are the printer's.",
            places=_listed(found.streaks),
        )
        yield Said(False, dirt)
    if found.gaps:
        gaps = say(
            "The black bar is light {places} mm from the left edge: shake or change the printer's cartridge.",
            places=_listed(found.gaps),
        )
        yield Said(False, gaps)
    if not (found.streaks or found.gaps):
        yield Said(True, say("No streaks."))


def _listed(places: Sequence[float]) -> str:
    return "; ".join(f"{place:.0f}" for place in places[:5])


def _signed(millimetres: float) -> str:
    """With one decimal; what rounds to nought lies on no side."""
    rounded = round(millimetres, 1)
    return f"{rounded:+.1f}".replace(".", ",") if rounded else "0"
