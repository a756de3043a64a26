"""The guide's pictures are made from the window as it is, so that they never show one that was.

`COUNTER_GUIDE_PICTURES=1 pytest -n 0 tests/ui/window/test_guide_pictures.py` makes those of resources/guide anew.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter_app.resources import resource
from tests.ui.window.conftest import BIRTH, CARD, DeskAtWork, begun
from tests.ui.window.life import NUMBER, receive, show
from ui.shell.main_window import MainWindow

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
    save(window, folder / "detail.png")
    window.detail.print_paper()
    qtbot.wait(1500)
    save(window, folder / "printing.png")
    texts = [page.read_text(encoding="utf-8") for page in resource("guide").glob("*.md")]
    named = {picture for text in texts for picture in re.findall(r"\]\((.+?\.png)\)", text)}
    made = {picture.name for picture in folder.glob("*.png")}
    assert named <= made == {picture.name for picture in resource("guide").glob("*.png")}
    assert all(picture.stat().st_size < LARGEST for picture in folder.glob("*.png"))


def save(window: MainWindow, file: Path) -> None:
    """Small: a thousand pixels wide, of the 128 colours it has most of."""
    window.grab().toImage().scaledToWidth(WIDE, Qt.TransformationMode.SmoothTransformation).save(str(file))
    with Image.open(file) as picture:
        few = picture.convert("RGB").quantize(128, dither=Image.Dither.NONE)
    few.save(file, optimize=True)
