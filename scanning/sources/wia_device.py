"""A scanner as Windows' WIA automation shows it: its numbers and properties, and its pages one after the other.

Runs in a worker process (`wia` asks it): a driver may hang or crash. The names and numbers are those of Microsoft's
pages about the Windows Image Acquisition Automation Layer and of wiadef.h; its collections count from 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from counter_app.errors import CounterError
from scanning.errors import (
    CoverOpen,
    FeederEmpty,
    PaperJam,
    ScannerBusy,
    ScannerDenied,
    ScannerFailed,
    ScannerGone,
)
from scanning.sources.scanner import MOST_FED, InputSource, Millimetres, ScannerOptions, ScanWish

_SCANNER = 1  # ScannerDeviceType
_BMP = "{B96B3CAB-0728-11D3-9D7B-0000F81EF32E}"  # what every driver gives
_RANGE, _LIST = 1, 2  # WiaSubType
_COLOUR, _GREY = 1, 2  # WiaImageIntent
_FEEDS, _LIES_FLAT, _TURNS = 1, 2, 4  # FEED, FLAT, DUP
_FEEDER, _FLATBED, _DUPLEX = 1, 2, 4
_BED = ("3074", "3075")  # 1/1000 inch
_FEED = ("3076", "3077")
_CAPABILITIES, _STATUS, _SELECT, _PAGES = "3086", "3087", "3088", "3096"
_INTENT, _DPI, _BEGINS, _EXTENT = "6146", ("6147", "6148"), ("6149", "6150"), ("6151", "6152")
_INVALID = -2147024809  # E_INVALIDARG: the device does not take the value
_NO_PAPER = 0x80210003

_FAILURES: dict[int, type[CounterError]] = {
    0x80210002: PaperJam,
    _NO_PAPER: FeederEmpty,
    0x80210004: PaperJam,  # "paper problem"
    0x80210005: ScannerGone,
    0x80210006: ScannerBusy,
    0x80210007: ScannerBusy,  # warming up
    0x80210009: ScannerGone,
    0x8021000A: ScannerGone,
    0x8021000D: ScannerBusy,  # locked by another program
    0x80210015: ScannerGone,
    0x80210016: CoverOpen,
    0x80070005: ScannerDenied,
    0x80070015: ScannerGone,  # the device is not ready
}


@dataclass(frozen=True)
class Automation:
    """Windows' WIA, or what stands in for it: its DeviceManager, and the exception its objects raise (`hresult`)."""

    devices: Any
    failure: type[Exception]


def of_windows() -> Automation:
    """The system's own. Raises ScannerGone where the system has none."""
    import comtypes.client
    from comtypes.safearray import safearray_as_ndarray

    safearray_as_ndarray.__enter__()  # for good: a page's bytes as a table, not as 26 million numbers
    try:
        return Automation(comtypes.client.CreateObject("WIA.DeviceManager"), comtypes.COMError)
    except (OSError, comtypes.COMError) as failure:
        raise ScannerGone("no WIA") from failure


def found(wia: Automation) -> Iterator[tuple[str, str]]:
    """Number and label of each scanner."""
    try:
        for device in _each(wia.devices.DeviceInfos):
            if device.Type == _SCANNER:
                yield str(device.DeviceID), _label(device)
    except wia.failure as failure:
        raise _meaning(failure) from failure


def options(wia: Automation, number: str) -> ScannerOptions:
    """What the scanner can do. Raises ScannerGone."""
    try:
        return _options(_opened(wia, number))
    except wia.failure as failure:
        raise _meaning(failure) from failure


def paper_loaded(wia: Automation, number: str) -> bool | None:
    """Whether paper lies in its feeder; None where it does not tell."""
    try:
        told = _value(_opened(wia, number), _STATUS)
    except wia.failure as failure:
        raise _meaning(failure) from failure
    return None if told is None else bool(told & _FEEDS)


def pages(wia: Automation, number: str, wish: ScanWish) -> Iterator[tuple[bytes, int]]:
    """Each page as a BMP, and its resolution. Raises the failure that ends them, but for the feeder's usual end."""
    given = 0
    try:
        device = _opened(wia, number)
        dpi = _prepare(wia, device, wish)
        item = device.Items.Item(1)
        while given < (1 if wish.place is InputSource.GLASS else MOST_FED):
            yield bytes(item.Transfer(_BMP).FileData.BinaryData), dpi
            given += 1
    except wia.failure as failure:
        if given and _code(failure) == _NO_PAPER:
            return
        raise _meaning(failure) from failure
    if given == MOST_FED:
        raise ScannerFailed("pages without end")


def _prepare(wia: Automation, device: Any, wish: ScanWish) -> int:
    """Sets the device up; the resolution it will scan with."""
    known = _options(device)
    known.check(wish.place)
    dpi = known.resolution(wish.dpi) or wish.dpi
    item = device.Items.Item(1)
    select = {InputSource.GLASS: _FLATBED, InputSource.BOTH_SIDES: _FEEDER | _DUPLEX}.get(wish.place, _FEEDER)
    _set(wia, device, _SELECT, select)
    _set(wia, device, _PAGES, 1)  # a transfer
    _set(wia, item, _INTENT, _COLOUR if wish.colour else _GREY)  # first: it sets the others anew
    sheet = known.sheet(wish.paper)
    for side in (0, 1):
        _set(wia, item, _DPI[side], dpi)
        _set(wia, item, _BEGINS[side], 0)
        if sheet:
            _set(wia, item, _EXTENT[side], int(sheet[side] / 25.4 * dpi))
    return dpi


def _options(device: Any) -> ScannerOptions:
    can = _value(device, _CAPABILITIES) or _LIES_FLAT
    places = (
        (InputSource.FEEDER, can & _FEEDS),
        (InputSource.BOTH_SIDES, can & _FEEDS and can & _TURNS),
        (InputSource.BY_HAND, can & _FEEDS),
        (InputSource.GLASS, can & _LIES_FLAT),
    )
    resolutions, any_resolution = _resolutions(device.Items.Item(1))
    return ScannerOptions(
        tuple(place for place, there in places if there),
        resolutions=resolutions,
        any_resolution=any_resolution,
        largest=_largest(device),
    )


def _resolutions(item: Any) -> tuple[tuple[int, ...], bool]:
    known = _property(item, _DPI[0])
    if known is None:
        return (), False
    if known.SubType == _RANGE:
        return (int(known.SubTypeMin), int(known.SubTypeMax)), True
    if known.SubType == _LIST:
        return tuple(int(value) for value in _each(known.SubTypeValues)), False
    return (int(known.Value),), False


def _largest(device: Any) -> Millimetres | None:
    """The larger of bed and feeder."""
    ends = [max(_value(device, _BED[side]) or 0, _value(device, _FEED[side]) or 0) for side in (0, 1)]
    return (ends[0] * 0.0254, ends[1] * 0.0254) if all(ends) else None


def _opened(wia: Automation, number: str) -> Any:
    for device in _each(wia.devices.DeviceInfos):
        if device.DeviceID == number:
            return device.Connect()
    raise ScannerGone("not listed")


def _label(device: Any) -> str:
    maker, name = (str(_value(device, word) or "") for word in ("Manufacturer", "Name"))
    return name if maker.split(" ")[0].lower() in name.lower() else f"{maker} {name}".strip()


def _each(collection: Any) -> Iterator[Any]:
    return (collection.Item(place) for place in range(1, collection.Count + 1))


def _property(thing: Any, name: str) -> Any:
    return thing.Properties.Item(name) if thing.Properties.Exists(name) else None


def _value(thing: Any, name: str) -> Any:
    found = _property(thing, name)
    return None if found is None else found.Value


def _set(wia: Automation, thing: Any, name: str, value: int) -> None:
    """Sets what the device lets itself be told; it keeps its own value of what it does not take."""
    there = _property(thing, name)
    if there is None or there.IsReadOnly:
        return
    try:
        there.Value = value
    except wia.failure as failure:
        if _code(failure) != _INVALID & 0xFFFFFFFF:
            raise


def _code(failure: Exception) -> int:
    return int(getattr(failure, "hresult", 0)) & 0xFFFFFFFF


def _meaning(failure: Exception) -> CounterError:
    code = _code(failure)
    return _FAILURES.get(code, ScannerFailed)(f"WIA {code:#010x}")
