"""Zoom and pan over a scanned page, frame by frame: run in a process of its own, prints thread time as JSON.

The page is A4 in colour at 300 dpi, the view as large as the window of a screen of 1366 × 768 lets it be at most.
"""

from __future__ import annotations

import io
import json
import statistics
import time
from collections.abc import Callable, Iterator

from PIL import Image
from PySide6.QtWidgets import QApplication

from counter_app.bench.window.keyboard import Patience
from ui.shell.application import application
from ui.widgets.page_view import PageView

_A4 = (2480, 3508)  # pixels at 300 dpi
_VIEW = (1240, 640)
_STEP = 1.25**0.25  # a quarter of a notch, as a touchpad sends it
_SCALES = (0.2, 0.35, 0.5, 0.7, 1.0, 2.0)
_MOVES = 60  # of a drag, at each scale


def frames() -> list[float]:
    """Thread time of each frame: in and out from the whole page to twice its pixels, and a drag at each scale."""
    app = application()
    view = PageView()
    view.resize(*_VIEW)
    view.show()
    view.show_picture(_scan())
    Patience().until(lambda: not view.is_empty, "the page")
    return [_seconds(app, view, act) for act in _acts(view)]


def _acts(view: PageView) -> Iterator[Callable[[], None]]:
    for factor in (_STEP, 1 / _STEP):
        for _ in range(40):
            yield lambda factor=factor: view.zoom(factor)  # type: ignore[misc]
    for scale in _SCALES:
        view.zoom(scale / view.scale_factor)
        for _ in range(_MOVES):
            yield lambda: _drag(view)


def _drag(view: PageView) -> None:
    for bar, step in ((view.verticalScrollBar(), 11), (view.horizontalScrollBar(), 7)):
        bar.setValue(bar.value() + step)


def _seconds(app: QApplication, view: PageView, act: Callable[[], None]) -> float:
    begun = time.thread_time()
    act()
    view.viewport().repaint()
    app.processEvents()
    return time.thread_time() - begun


def _scan() -> bytes:
    """As hard to draw as a photograph: no two pixels are alike."""
    kept = io.BytesIO()
    Image.effect_noise(_A4, 40).convert("RGB").save(kept, "JPEG", quality=88, dpi=(300, 300))
    return kept.getvalue()


if __name__ == "__main__":
    seconds = frames()
    print(json.dumps({"median": statistics.median(seconds), "worst": max(seconds), "frames": len(seconds)}))
