"""What the program decided about a page is shown beside it, and the clerk can undo it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter_app.dossier.draft import SpooledPage
from scanning.pages import ReadPage
from ui.main_window import MainWindow

READ = 60_000


def add(qtbot: QtBot, window: MainWindow, file: Path) -> SpooledPage:
    """A page of the birth declaration, read."""
    procedure = window.place.desk.knowledge.catalogue.get("1.001193", window.place.desk.now().date())
    assert procedure is not None
    window.intake.intake.choose(procedure)
    window.intake.add_files("to-khai", [file])
    pages = window.intake.intake.pages
    qtbot.waitUntil(lambda: any(page.reading for page in pages.values()), timeout=READ)
    return next(iter(pages.values()))


def as_read(window: MainWindow, page_id: int) -> ReadPage | None:
    page = window.intake.intake.pages[page_id]
    return ReadPage.from_json(page.reading, b"") if page.reading else None


def chips(window: MainWindow) -> list[str]:
    return [chip.text() for chip in window.intake.pages.decisions.undoable]


def press(qtbot: QtBot, window: MainWindow, text: str) -> None:
    chip = next(chip for chip in window.intake.pages.decisions.undoable if chip.text() == text)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)


def test_a_page_turned_by_the_program_is_turned_back_and_given_back(
    qtbot: QtBot, window: MainWindow, paper: Callable[[str], Path]
) -> None:
    file = paper("Dân tộc: Kinh")
    with Image.open(file) as upright:
        turned = upright.rotate(180)
    turned.save(file, quality=88, dpi=(200, 200))
    page = add(qtbot, window, file)
    qtbot.waitUntil(lambda: chips(window) == ["Đã xoay 180°"])
    press(qtbot, window, "Đã xoay 180°")
    qtbot.waitUntil(lambda: (read := as_read(window, page.id)) is not None and read.rotation == 0, timeout=READ)
    qtbot.waitUntil(lambda: chips(window) == ["Để máy tự xử lý lại"])
    press(qtbot, window, "Để máy tự xử lý lại")
    qtbot.waitUntil(lambda: (read := as_read(window, page.id)) is not None and read.rotation == 180, timeout=READ)
    qtbot.waitUntil(lambda: chips(window) == ["Đã xoay 180°"])


def test_the_clerk_turns_a_page_by_hand(qtbot: QtBot, window: MainWindow, paper: Callable[[str], Path]) -> None:
    page = add(qtbot, window, paper("Dân tộc: Kinh"))
    decisions = window.intake.pages.decisions
    qtbot.waitUntil(decisions.isVisible)
    qtbot.mouseClick(decisions.rotate, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: (read := as_read(window, page.id)) is not None and read.rotation == 270, timeout=READ)
    read = as_read(window, page.id)
    assert read is not None and read.width > read.height


def test_a_page_taken_for_blank_is_kept(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    Image.new("L", (1240, 1754), 255).save(tmp_path / "back.png", dpi=(150, 150))
    page = add(qtbot, window, tmp_path / "back.png")
    qtbot.waitUntil(lambda: chips(window) == ["Trang trắng, không lưu"])
    press(qtbot, window, "Trang trắng, không lưu")
    qtbot.waitUntil(lambda: (read := as_read(window, page.id)) is not None and not read.blank, timeout=READ)


def test_an_open_booklet_becomes_one_page_again(qtbot: QtBot, window: MainWindow, paper: Callable[[str], Path]) -> None:
    text = paper("Dân tộc: Kinh")
    with Image.open(text) as one:
        spread = Image.new("RGB", (2 * one.width, one.height), "white")
        for place in (0, one.width):
            spread.paste(one, (place, 0))
    spread.save(text, quality=88, dpi=(200, 200))
    add(qtbot, window, text)
    pages = window.intake.intake.pages
    qtbot.waitUntil(lambda: len(pages) == 2)
    first, _ = window.intake.intake.pages_of("to-khai")
    window.intake.pages.thumbnails.select(first.id)
    window.intake.pages.show_page(first.id)
    qtbot.waitUntil(lambda: "Nửa trái của hai trang" in chips(window))
    press(qtbot, window, "Nửa trái của hai trang")
    qtbot.waitUntil(lambda: len(pages) == 1, timeout=READ)
    qtbot.waitUntil(lambda: (read := as_read(window, first.id)) is not None and read.side == 0, timeout=READ)
    assert len(window.place.desk.store.drafts.pages(window.intake.intake.draft.id)) == 1


def test_the_sheets_between_the_papers_can_be_printed(qtbot: QtBot, window: MainWindow) -> None:
    procedure = window.place.desk.knowledge.catalogue.get("1.001193", window.place.desk.now().date())
    assert procedure is not None
    window.intake.intake.choose(procedure)
    window.intake.open_covers()
    (dialog,) = (child for child in window.intake.children() if type(child).__name__ == "CoverDialog")
    paper = dialog.paper  # type: ignore[attr-defined]
    qtbot.waitUntil(paper.preview.bar.print.isEnabled, timeout=READ)
    with qtbot.waitSignal(window.place.printing.printed, timeout=READ):
        qtbot.keyClick(dialog, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
