"""A document camera as a source: pages that a clerk takes one by one, handed on as they are taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue

from counter_app.dossier.pages import PHOTOGRAPHED
from scanning.pages import RawPage

_LOOK = 0.1
"""Seconds after which it is looked whether nobody wants the pages any more."""


class CameraPages:
    """The photos of one session with the camera; one thread puts them in, another takes the pages out."""

    def __init__(self) -> None:
        self._photos: SimpleQueue[tuple[bytes, str] | None] = SimpleQueue()

    def put(self, jpeg: bytes, camera: str) -> None:
        """A photo was taken. `camera`: its name, for the clerk's eyes."""
        self._photos.put((jpeg, camera))

    def close(self) -> None:
        """No more photos come; those taken are still handed on."""
        self._photos.put(None)

    def pages(self, cancelled: Callable[[], bool] = lambda: False) -> Iterator[RawPage]:
        """Each photo as a page to be flattened, as soon as it is there; ends when closed, or when `cancelled` is true
        and no photo waits."""
        index = 0
        while True:
            try:
                photo = self._photos.get(timeout=_LOOK)
            except Empty:
                if cancelled():
                    return
                continue
            if photo is None:
                return
            jpeg, camera = photo
            yield RawPage(jpeg, "image/jpeg", None, camera, index, PHOTOGRAPHED)
            index += 1
