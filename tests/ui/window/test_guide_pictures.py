"""The guide's pictures are made from the window as it is, so that they never show one that was.

`COUNTER_GUIDE_PICTURES=1 pytest -n 0 tests/ui/window/test_guide_pictures.py` makes those of resources/guide anew.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_app.resources import resource
from tests.ui.window.conftest import BIRTH, CARD, DeskAtWork, begun
from tests.ui.window.every_state import states
from tests.ui.window.guide_pictures import PICTURES
from tests.ui.window.life import NUMBER, receive, show

WIDE = 1000  # pixels
LARGEST = 150_000  # bytes


def test_every_picture_of_the_guide_is_made_from_the_window(
    qtbot: QtBot, desk_at_work: DeskAtWork, tmp_path: Path
) -> None:
    folder = resource("guide") if os.environ.get("COUNTER_GUIDE_PICTURES") else tmp_path
    window = desk_at_work.open()
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: window.width() == 1366)
    code = receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai")
    window.show_intake()
    begun(window)
    window.take_card(CARD)
    window.intake.intake.tick_by_hand("to-khai", originals=1)
    for name in ("intake", "today", "lookup", "reports", "settings"):
        window.show_screen(name)
        qtbot.wait(400)
        save(window, folder / f"{name}.png")
    window.show_person(NUMBER)
    qtbot.waitUntil(lambda: window.person.seen is not None)
    qtbot.wait(400)
    save(window, folder / "person.png")
    show(qtbot, window, code)
    qtbot.wait(400)
    save(window, folder / "detail.png")
    window.detail.print_paper()
    qtbot.waitUntil(lambda: window.detail.prints.paper.preview.bar.print.isEnabled())
    qtbot.wait(1500)  # its pages are drawn one after the other
    save(window, folder / "printing.png")
    texts = [page.read_text(encoding="utf-8") for page in resource("guide").glob("*.md")]
    named = {picture for text in texts for picture in re.findall(r"\]\((.+?\.png)\)", text)}
    made = {picture.name for picture in folder.glob("*.png")} | {f"{name}.png" for name in PICTURES.values()}
    assert named == made == {picture.name for picture in resource("guide").glob("*.png")}
    assert all(picture.stat().st_size < LARGEST for picture in folder.glob("*.png"))


@pytest.mark.slow
@pytest.mark.skipif(not os.environ.get("COUNTER_GUIDE_PICTURES"), reason="test_every_state.py goes through them all")
def test_what_happens_at_the_counter_is_pictured_from_the_states_of_the_window(
    qtbot: QtBot, desk_at_work: DeskAtWork, paper: Callable[[str], Path]
) -> None:
    window = desk_at_work.open()
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: window.width() == 1366)
    made = set()
    for name, shown in states(qtbot, window, paper):
        if name in PICTURES:
            if name in ("received", "report as a paper"):
                papers = window.intake.done.papers if name == "received" else window.reports.preview
                qtbot.waitUntil(papers.paper.preview.bar.print.isEnabled)
                qtbot.wait(1500)
            qtbot.wait(600)
            save(shown, resource("guide") / f"{PICTURES[name]}.png")
            made.add(name)
    assert made == set(PICTURES)


def save(window: QWidget, file: Path) -> None:
    """Small: a thousand pixels wide, of the 128 colours it has most of."""
    window.grab().toImage().scaledToWidth(WIDE, Qt.TransformationMode.SmoothTransformation).save(str(file))
    with Image.open(file) as picture:
        few = picture.convert("RGB").quantize(128, dither=Image.Dither.NONE)
    few.save(file, optimize=True)
