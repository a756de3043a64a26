"""What a SANE device can do, read from `scanimage -A`: every backend has its own words for the same things."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scanning.sources.scanner import InputSource, Millimetres, ScannerOptions, ScanWish

_GLASS = re.compile(r"flatbed|glass|platen|table|normal", re.IGNORECASE)
_FEEDER = re.compile(r"adf|feeder|sheetfed", re.IGNORECASE)
_DUPLEX = re.compile(r"duplex|both", re.IGNORECASE)
_ONE_BACK = re.compile(r"back|rear", re.IGNORECASE)
_COLOUR = re.compile(r"colou?r", re.IGNORECASE)
_GREY = re.compile(r"gr[ae]y", re.IGNORECASE)


@dataclass(frozen=True)
class SaneOptions:
    """The device's own words; empty or None where it has no such option."""

    sources: tuple[str, ...]
    modes: tuple[str, ...]
    resolutions: tuple[int, ...]
    any_resolution: bool
    area: Millimetres | None
    """The ends of -x and -y."""
    page: Millimetres | None
    """The ends of --page-width and --page-height: some feeders cut each page to these first."""
    duplex: tuple[str, str, str] | None
    """An option of its own, beside the source, that turns the sheets: its name, its values for both sides and one."""
    sensor: bool
    """It tells whether paper lies in its feeder."""

    def offered(self) -> ScannerOptions:
        """The same in the words of the house."""
        colours = tuple(colour for colour in (True, False) if self.mode(colour)) if self.modes else (True,)
        return ScannerOptions(self._places(), colours, self.resolutions, self.any_resolution, self.page or self.area)

    def source(self, place: InputSource) -> str | None:
        """Its own name for where the paper lies; None where it knows but one place."""
        if place is InputSource.GLASS:
            return next((name for name in self.sources if _GLASS.search(name) and not _FEEDER.search(name)), None)
        both = [name for name in self.sources if _DUPLEX.search(name)]
        if place is InputSource.BOTH_SIDES and both:
            return both[0]
        feeders = [name for name in self.sources if _FEEDER.search(name)]
        fronts = [name for name in feeders if name not in both and not _ONE_BACK.search(name)]
        return next(iter(fronts or feeders), None)

    def mode(self, colour: bool) -> str | None:
        """Its own name for colour or grey; Brother's "Gray[Error Diffusion]", black and white dots, comes last."""
        wanted = _COLOUR if colour else _GREY
        return min((name for name in self.modes if wanted.search(name)), key=lambda name: "[" in name, default=None)

    def chosen(self, wish: ScanWish) -> dict[str, str]:
        """What to set for a wish, by scanimage's option names."""
        offered = self.offered()
        resolution, sheet = offered.resolution(wish.dpi), offered.sheet(wish.paper)
        fed = wish.place is not InputSource.GLASS
        chosen = {
            "source": self.source(wish.place),
            "mode": self.mode(wish.colour),
            "resolution": str(resolution) if resolution else None,
        }
        if fed and self.duplex and not self._two_sided_source():
            name, both, one = self.duplex
            chosen[name] = both if wish.place is InputSource.BOTH_SIDES else one
        if sheet is not None:
            pairs = [("page-width", "page-height")] if fed and self.page else []
            pairs += [("x", "y")] if self.area else []
            chosen.update({name: f"{size:g}" for pair in pairs for name, size in zip(pair, sheet, strict=True)})
        return {name: value for name, value in chosen.items() if value}

    def _places(self) -> tuple[InputSource, ...]:
        """A device without a choice of sources is a flatbed, unless something tells of a feeder: a flatbed that is
        taken for a feeder would scan one page for ever."""
        feeder = any(_FEEDER.search(name) for name in self.sources) or self._two_sided_source()
        feeder = feeder or (not self.sources and (self.sensor or self.duplex is not None))
        places = (
            (InputSource.FEEDER, feeder),
            (InputSource.BOTH_SIDES, feeder and (self._two_sided_source() or self.duplex is not None)),
            (InputSource.BY_HAND, feeder),
            (InputSource.GLASS, self.source(InputSource.GLASS) is not None or not self.sources),
        )
        return tuple(place for place, there in places if there)

    def _two_sided_source(self) -> bool:
        return any(_DUPLEX.search(name) for name in self.sources)


def read_options(answer: str) -> SaneOptions:
    """Reads what `scanimage -A` prints."""
    resolution = _values(answer, "--resolution")
    return SaneOptions(
        sources=_choices(answer, "source"),
        modes=_choices(answer, "mode"),
        resolutions=tuple(int(float(value)) for value in re.findall(r"\d+(?:\.\d+)?", resolution)),
        any_resolution=".." in resolution,
        area=_ends(answer, "-x", "-y"),
        page=_ends(answer, "--page-width", "--page-height"),
        duplex=_duplex(answer),
        sensor=re.search(r"^\s+--page-loaded", answer, re.MULTILINE) is not None,
    )


def _values(answer: str, option: str) -> str:
    """`-x 0..215.9mm (in steps of 1) [80]` → "0..215.9mm"; "" for an option that is not there or not active."""
    line = re.search(rf"^\s+{option} (\S+)(?!.*\[inactive\])", answer, re.MULTILINE)
    return line.group(1) if line else ""


def _choices(answer: str, option: str) -> tuple[str, ...]:
    """`--mode Gray|Color [Gray]` → the values; they may hold blanks and brackets of their own."""
    line = re.search(rf"^\s+--{option} (.+?)(?: \[.*\])?$", answer, re.MULTILINE)
    return tuple(line.group(1).split("|")) if line else ()


def _ends(answer: str, across: str, down: str) -> Millimetres | None:
    """The upper ends of two ranges in millimetres."""
    ends = [re.search(r"\.\.(\d+(?:\.\d+)?)mm", _values(answer, option)) for option in (across, down)]
    width, height = (float(end.group(1)) if end else 0.0 for end in ends)
    return (width, height) if width and height else None


def _duplex(answer: str) -> tuple[str, str, str] | None:
    ways = _choices(answer, "adf-mode")
    both = next((way for way in ways if _DUPLEX.search(way)), None)
    one = next((way for way in ways if not _DUPLEX.search(way)), None)
    if both and one:
        return "adf-mode", both, one
    switch = re.search(r"^\s+--(duplex|adf-duplex)\[=\(yes\|no\)\] ", answer, re.MULTILINE)
    return (switch.group(1), "yes", "no") if switch else None
