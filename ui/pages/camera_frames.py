"""What the camera dialog asks of cameras; `camera_qt` has the real ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import SignalInstance


@dataclass(frozen=True)
class Camera:
    """A camera as the system lists it."""

    id: str
    """The system's name, to be remembered."""
    label: str
    """Its name for the clerk."""


class FrameSource(Protocol):
    """The cameras of this machine, one of which is looked through at a time. Signals come on the window's thread."""

    @property
    def cameras_changed(self) -> SignalInstance:
        """(): a camera was plugged in or taken away."""

    @property
    def previewed(self) -> SignalInstance:
        """(QImage): what the camera sees now, no larger than PREVIEW; several a second."""

    @property
    def photographed(self) -> SignalInstance:
        """(QImage): the photo asked for, at the camera's best resolution."""

    @property
    def failed(self) -> SignalInstance:
        """(CounterError): nothing more comes until started again."""

    def cameras(self) -> list[Camera]:
        """The cameras there are now."""

    def start(self, camera: Camera) -> None:
        """Looks through this camera, and no longer through another."""

    def take(self) -> None:
        """Asks for a photo."""

    def stop(self) -> None:
        """Lets the camera go."""


PREVIEW = 960
"""Pixels of a preview picture's longer side."""
