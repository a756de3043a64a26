"""What stands in for Windows' WIA automation: the objects and properties that a multi-function device shows there."""

from __future__ import annotations

import io
import time
from dataclasses import dataclass, field
from typing import Any

from PIL import Image

from scanning.sources.wia_device import Automation

NUMBER = "{6BDD1FC6-810F-11D0-BEC7-08002BE2092F}\\0001"
NO_PAPER, JAM, INVALID = 0x80210003 - 2**32, 0x80210002 - 2**32, 0x80070057 - 2**32


class ComFault(Exception):
    """As comtypes.COMError: `hresult` is signed."""

    def __init__(self, hresult: int) -> None:
        super().__init__(hresult)
        self.hresult = hresult


class Collection:
    """Counts from 1; of properties by name or number."""

    def __init__(self, things: list[Any] | dict[str, Any]) -> None:
        self._things = things if isinstance(things, dict) else {place + 1: it for place, it in enumerate(things)}
        self.Count = len(things)

    def Item(self, key: Any) -> Any:  # noqa: N802 - WIA's name
        return self._things[key]

    def Exists(self, key: Any) -> bool:  # noqa: N802 - WIA's name
        return key in self._things


@dataclass
class Property:
    value: Any
    SubType: int = 0
    SubTypeValues: Any = None
    SubTypeMin: int = 0
    SubTypeMax: int = 0
    IsReadOnly: bool = False
    takes: Any = None

    @property
    def Value(self) -> Any:  # noqa: N802 - WIA's name
        return self.value

    @Value.setter
    def Value(self, value: Any) -> None:  # noqa: N802 - WIA's name
        if self.takes is not None and value not in self.takes:
            raise ComFault(INVALID)
        self.value = value


@dataclass
class Device:
    """A flatbed with a feeder that turns sheets: 210 × 297 mm, 200 to 600 dpi, `sheets` in it."""

    sheets: int = 3
    fails: int = NO_PAPER
    Type: int = 1
    DeviceID: str = NUMBER
    slow: float = 0.0
    Properties: Any = None
    Items: Any = None
    seen: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.Properties = Collection(
            {
                **{"Name": Property("Canon DR-C230"), "Manufacturer": Property("Canon Inc.")},
                **{"3074": Property(8267), "3075": Property(11692), "3086": Property(7), "3087": Property(1)},
                **{"3088": Property(2), "3096": Property(0)},
            }
        )
        self.Items = Collection([Item(self)])

    def Connect(self) -> Device:  # noqa: N802 - WIA's name
        return self


class Item:
    def __init__(self, device: Device) -> None:
        self._device = device
        dpi = {"SubType": 2, "SubTypeValues": Collection([200, 300, 600]), "takes": (200, 300, 600)}
        self.Properties = Collection(
            {
                **{"6146": Property(4), "6147": Property(200, **dpi), "6148": Property(200, **dpi)},
                **{"6149": Property(0), "6150": Property(0), "6151": Property(100), "6152": Property(100)},
            }
        )

    def Transfer(self, form: str) -> Any:  # noqa: N802 - WIA's name
        assert form == "{B96B3CAB-0728-11D3-9D7B-0000F81EF32E}"
        device = self._device
        time.sleep(device.slow)
        if device.Properties.Item("3088").Value & 1:
            if device.sheets == 0:
                raise ComFault(device.fails)
            device.sheets -= 1
        size = self.Properties.Item("6151").Value // 10, self.Properties.Item("6152").Value // 10
        memory = io.BytesIO()
        mode = "RGB" if self.Properties.Item("6146").Value == 1 else "L"
        Image.new(mode, size, "white").save(memory, "BMP")
        return Result(memory.getvalue())


class Result:
    def __init__(self, data: bytes) -> None:
        self.FileData = self
        self.BinaryData = data


class Manager:
    def __init__(self, *devices: Device) -> None:
        self.DeviceInfos = Collection(list(devices))


def three_sheets() -> Automation:
    return Automation(Manager(Device(), Device(Type=2, DeviceID="camera")), ComFault)


def slow_sheets() -> Automation:
    return Automation(Manager(Device(slow=60.0)), ComFault)


def jams() -> Automation:
    return Automation(Manager(Device(sheets=1, fails=JAM)), ComFault)
