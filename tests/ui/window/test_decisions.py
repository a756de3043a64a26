"""What the program decided about a page is shown beside it, and the clerk can undo it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pikepdf import String
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter_app.desk import receiving
from counter_app.dossier.describing import describe
from counter_app.dossier.pages import PageReading, SpooledPage
from counter_app.dossier.signed import DigitalSignature
from counter_app.province.web.timeline import line_of
from printing.layout.pdfium import first_text
from tests.conftest import filled
from tests.scanning.pdf_papers import draft, line, sign, signed_container
from ui import words
from ui.detail.papers_list import paper_rows
from ui.pages.thumbs import original_of
from ui.shell.main_window import MainWindow


def add(qtbot: QtBot, window: MainWindow, file: Path) -> SpooledPage:
    """A page of the birth declaration, read."""
    procedure = window.workplace.desk.knowledge.catalogue.get("1.001193", window.workplace.desk.now().date())
    assert procedure is not None
    window.intake.intake.choose(procedure)
    window.intake.sources.add_files("to-khai", [file])
    pages = window.intake.intake.pages
    qtbot.waitUntil(lambda: any(page.reading for page in pages.values()))
    return next(iter(pages.values()))


def as_read(window: MainWindow, page_id: int) -> PageReading | None:
    page = window.intake.intake.pages[page_id]
    return window.workplace.desk.store.drafts.reading(page_id) if page.reading else None


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
    qtbot.waitUntil(lambda: (read := as_read(window, page.id)) is not None and read.rotation == 0)
    qtbot.waitUntil(lambda: chips(window) == ["Để máy tự xử lý lại"])
    press(qtbot, window, "Để máy tự xử lý lại")
    qtbot.waitUntil(lambda: (read := as_read(window, page.id)) is not None and read.rotation == 180)
    qtbot.waitUntil(lambda: chips(window) == ["Đã xoay 180°"])


def test_the_clerk_turns_a_page_by_hand(qtbot: QtBot, window: MainWindow, paper: Callable[[str], Path]) -> None:
    page = add(qtbot, window, paper("Dân tộc: Kinh"))
    decisions = window.intake.pages.decisions
    qtbot.waitUntil(decisions.isVisible)
    qtbot.mouseClick(decisions.rotate, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: (read := as_read(window, page.id)) is not None and read.rotation == 270)
    read = as_read(window, page.id)
    assert read is not None and read.height > read.width


def test_a_page_taken_for_blank_is_kept(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    Image.new("L", (1240, 1754), 255).save(tmp_path / "back.png", dpi=(150, 150))
    page = add(qtbot, window, tmp_path / "back.png")
    qtbot.waitUntil(lambda: chips(window) == ["Trang trắng, không lưu"])
    press(qtbot, window, "Trang trắng, không lưu")
    qtbot.waitUntil(lambda: (read := as_read(window, page.id)) is not None and not read.blank)


def test_an_open_booklet_becomes_one_page_again(qtbot: QtBot, window: MainWindow, paper: Callable[[str], Path]) -> None:
    text = paper("Dân tộc: Kinh")
    with Image.open(text) as one:
        spread = Image.new("RGB", (2 * one.width, one.height), "white")
        for place in (0, one.width):
            spread.paste(one, (place, 0))
        spread.paste((60, 60, 60), (one.width - 4, 0, one.width + 4, one.height))  # the fold's shadow
    spread.save(text, quality=88, dpi=(200, 200))
    add(qtbot, window, text)
    pages = window.intake.intake.pages
    qtbot.waitUntil(lambda: len(pages) == 2)
    first, _ = window.intake.intake.pages_of("to-khai")
    window.intake.pages.thumbnails.select(first.id)
    window.intake.pages.show_page(first.id)
    qtbot.waitUntil(lambda: "Nửa trái của hai trang" in chips(window))
    press(qtbot, window, "Nửa trái của hai trang")
    qtbot.waitUntil(lambda: len(pages) == 1)
    qtbot.waitUntil(lambda: (read := as_read(window, first.id)) is not None and read.side == 0)
    assert len(window.workplace.desk.store.drafts.pages(window.intake.intake.draft.id)) == 1


def test_the_sheets_between_the_papers_can_be_printed(qtbot: QtBot, window: MainWindow) -> None:
    procedure = window.workplace.desk.knowledge.catalogue.get("1.001193", window.workplace.desk.now().date())
    assert procedure is not None
    window.intake.intake.choose(procedure)
    window.intake.sources.open_covers()
    (dialog,) = (child for child in window.intake.children() if type(child).__name__ == "CoverDialog")
    paper = dialog.paper  # type: ignore[attr-defined]
    qtbot.waitUntil(paper.preview.bar.print.isEnabled)
    with qtbot.waitSignal(window.workplace.printing.printed):
        qtbot.keyClick(dialog, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


def test_a_signed_pdf_is_shown_page_by_page_with_its_signer_and_listed_as_signed(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    made = draft()
    for text in ("TO KHAI DANG KY MAU THU NHAT", "GIAY KEM THEO MAU THU HAI"):
        made.add_page(line(text))
    file = tmp_path / "đơn.pdf"
    signed = sign(made, signed_container("Nguyễn Văn Mẫu"), M=String("D:20261124101500+07'00'")).data()
    file.write_bytes(signed)
    add(qtbot, window, file)
    pages, files = window.intake.intake.pages, window.workplace.desk.store.files
    qtbot.waitUntil(lambda: len(pages) == 2 and all(page.reading for page in pages.values()))
    assert {files.get(page.original) for page in pages.values()} == {signed}
    label = window.intake.pages.decisions.signed
    qtbot.waitUntil(lambda: label.text() == "Đã ký số: Nguyễn Văn Mẫu, 24/11/2026, chưa kiểm tra")
    _, second = window.intake.intake.pages_of("to-khai")
    unread = second.model_copy(update={"picture": "", "reading": None})
    assert first_text(original_of(unread, files)).strip() == "GIAY KEM THEO MAU THU HAI", "not the file's first page"
    damaged = unread.model_copy(update={"media_type": "application/pdf; page=9"})
    assert original_of(damaged, files) == b""


def test_the_papers_of_a_dossier_name_what_was_signed(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.workplace.desk
    form = filled(desk.new_draft())
    desk.keep_draft(form)
    code = receiving.receive(desk, form.id).code
    scan = desk.store.files.put(b"%PDF-1.4 scan", "application/pdf")
    signed = (DigitalSignature(signer="Nguyễn Văn Mẫu", time="2026-11-24T10:15:00+07:00"),)
    dossier = desk.add_document(code, "to-khai", scan, (), [], signed=signed)
    said = "có chữ ký số của Nguyễn Văn Mẫu, 24/11/2026 (chưa kiểm tra)"
    assert said in paper_rows(dossier)[0].facts
    entry = desk.store.entries.of_dossier(code)[-1]
    assert describe(entry, dossier).in_full(words.say).endswith(f"; {said}")
    assert line_of(entry, dossier).sentence.endswith(f"; {said}")
