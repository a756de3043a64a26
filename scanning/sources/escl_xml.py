"""The words of eSCL (AirScan): what a device says it can do, how it stands, what it is asked for.

After the public Mopria eSCL description. Devices differ in namespaces and order, so elements are known by their local
names. Lengths are in 1/300 inch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from scanning.errors import ScannerUnclear
from scanning.sources.scanner import InputSource, Millimetres, ScannerOptions, ScanWish

_UNITS = 300 / 25.4
"""eSCL's units in a millimetre."""
_MOST_ELEMENTS = 5000
"""Of a document; real ones have a few hundred, and what is inside each other is looked through many times."""
_INPUTS = {
    InputSource.FEEDER: ("Adf", "AdfSimplexInputCaps"),
    InputSource.BOTH_SIDES: ("Adf", "AdfDuplexInputCaps"),
    InputSource.GLASS: ("Platen", "PlatenInputCaps"),
}


@dataclass(frozen=True)
class Capabilities:
    """What a device can do, for each of its inputs."""

    version: str
    """Of eSCL, to be repeated to the device."""
    model: str
    inputs: dict[InputSource, ScannerOptions]

    def input(self, place: InputSource) -> ScannerOptions:
        """The options of the input that serves `place`, which must be one of those offered."""
        return self.inputs[InputSource.FEEDER if place is InputSource.BY_HAND else place]

    def offered(self) -> ScannerOptions:
        """All inputs as one; resolutions and colours of the first, the feeder's before the glass's."""
        first = next(iter(self.inputs.values()))
        by_hand = (InputSource.BY_HAND,) if InputSource.FEEDER in self.inputs else ()
        fed = tuple(place for place in (InputSource.FEEDER, InputSource.BOTH_SIDES) if place in self.inputs)
        glass = (InputSource.GLASS,) if InputSource.GLASS in self.inputs else ()
        sheets = [options.largest for options in self.inputs.values() if options.largest]
        return ScannerOptions(
            (*fed, *by_hand, *glass), first.colours, first.resolutions, first.any_resolution, max(sheets, default=None)
        )


@dataclass(frozen=True)
class Status:
    """How a device stands."""

    feeder: str
    """"ScannerAdfLoaded", "ScannerAdfEmpty", "ScannerAdfJam" …; "" where it does not say."""
    jobs: dict[str, str]
    """State of each job it remembers ("Completed", "Aborted" …) by the last part of its address."""


def read_capabilities(data: bytes) -> Capabilities:
    """Raises ScannerUnclear where this is no capabilities document or names no input."""
    root = _root(data, "ScannerCapabilities")
    profiles = {profile.get("name", ""): profile for profile in _all(root, "SettingProfile") if profile.get("name")}
    inputs = {}
    for place, (device, kind) in _INPUTS.items():
        caps = next((caps for part in _all(root, device) for caps in _all(part, kind)), None)
        if caps is not None:
            inputs[place] = _options(place, caps, profiles)
    if not inputs:
        raise ScannerUnclear("no input")
    version = _text(root, "Version")
    known = version if re.fullmatch(r"\d+(\.\d+)*", version) else "2.0"
    return Capabilities(known, _text(root, "MakeAndModel") or _text(root, "ModelName"), inputs)


def read_status(data: bytes) -> Status:
    """Raises ScannerUnclear where this is no status document."""
    root = _root(data, "ScannerStatus")
    jobs = {_text(job, "JobUri"): _text(job, "JobState") for job in _all(root, "JobInfo")}
    by_number = {address.rstrip("/").rpartition("/")[2]: state for address, state in jobs.items()}
    return Status(_text(root, "AdfState"), by_number)


def scan_settings(wish: ScanWish, capabilities: Capabilities, options: ScannerOptions) -> bytes:
    """The document that begins a job; only numbers and words of ours stand in it."""
    colour = wish.colour if wish.colour in options.colours else options.colours[0]
    dpi = options.resolution(wish.dpi) or wish.dpi
    source, duplex = ("Platen", "") if wish.place is InputSource.GLASS else ("Feeder", _duplex(wish))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<scan:ScanSettings xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03"'
        ' xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">'
        f"<pwg:Version>{capabilities.version}</pwg:Version><scan:Intent>Document</scan:Intent>"
        f"{_region(options.sheet(wish.paper))}"
        f"<pwg:InputSource>{source}</pwg:InputSource>{duplex}"
        f"<scan:ColorMode>{'RGB24' if colour else 'Grayscale8'}</scan:ColorMode>"
        f"<scan:XResolution>{dpi}</scan:XResolution><scan:YResolution>{dpi}</scan:YResolution>"
        "<pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>"
        "</scan:ScanSettings>"
    ).encode()


def _duplex(wish: ScanWish) -> str:
    return f"<scan:Duplex>{str(wish.place is InputSource.BOTH_SIDES).lower()}</scan:Duplex>"


def _region(sheet: Millimetres | None) -> str:
    """The sheet from its upper left corner; without one the device takes its own default."""
    if sheet is None:
        return ""
    width, height = (int(side * _UNITS) for side in sheet)
    return (
        "<pwg:ScanRegions><pwg:ScanRegion>"
        f"<pwg:Height>{height}</pwg:Height>"
        "<pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>"
        f"<pwg:Width>{width}</pwg:Width><pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset>"
        "</pwg:ScanRegion></pwg:ScanRegions>"
    )


def _options(place: InputSource, caps: Element, profiles: dict[str, Element]) -> ScannerOptions:
    own = [profiles.get(profile.get("ref", ""), profile) for profile in _all(caps, "SettingProfile")]
    modes = {_said(mode) for profile in own for mode in _all(profile, "ColorMode")}
    colours = tuple(colour for colour, mode in ((True, "RGB24"), (False, "Grayscale8")) if mode in modes)
    listed = [each for profile in own for each in _all(profile, "DiscreteResolution")]
    steps = {_number(each, "XResolution") for each in listed} & {_number(each, "YResolution") for each in listed}
    ranges = [each for profile in own for name in ("XResolutionRange", "XResolution") for each in _all(profile, name)]
    ends = [(_number(each, "Min"), _number(each, "Max")) for each in ranges if _number(each, "Max")]
    resolutions = tuple(sorted(steps - {0})) or next(iter(ends), ())
    width, height = _number(caps, "MaxWidth"), _number(caps, "MaxHeight")
    largest = (width / _UNITS, height / _UNITS) if width and height else None
    return ScannerOptions((place,), colours or (True,), resolutions, not steps - {0} and bool(ends), largest)


def _root(data: bytes, name: str) -> Element:
    """The document's root; a document type with its entities, which nothing honest needs here, is refused."""
    text = data.decode("utf-8", errors="replace")
    if "<!DOCTYPE" in text:
        raise ScannerUnclear("doctype")
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError) as error:
        raise ScannerUnclear(type(error).__name__) from error
    if sum(1 for _ in root.iter()) > _MOST_ELEMENTS:
        raise ScannerUnclear("too many elements")
    if _local(root) != name:
        raise ScannerUnclear("another document")
    return root


def _all(parent: Element, name: str) -> Iterator[Element]:
    return (element for element in parent.iter() if _local(element) == name)


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _said(element: Element) -> str:
    return (element.text or "").strip()


def _text(parent: Element, name: str) -> str:
    return next((_said(element) for element in _all(parent, name)), "")


def _number(parent: Element, name: str) -> int:
    """0 where it is missing or no number."""
    text = _text(parent, name)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0
