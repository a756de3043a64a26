"""A paper that lies digitised in an earlier dossier of the owner is told of at the next intake; one key attaches it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.window.life import NUMBER, complete, receive
from ui.intake.checklist_model import ChecklistColumn
from ui.shell.main_window import MainWindow

MENDED, EXCHANGED = "1.012790", "1.012783"


def digitised_before(window: MainWindow) -> str:
    desk = window.workplace.desk
    code = receive(window, "Nguyễn Thị Hường", MENDED, "don", "giay-chung-nhan")
    for key in ("don", "giay-chung-nhan"):
        desk.add_document(code, key, desk.store.files.put(f"%PDF {key}".encode(), "application/pdf"), (), [])
    return code


def test_one_key_attaches_what_was_digitised_before(qtbot: QtBot, window: MainWindow) -> None:
    before = digitised_before(window)
    page, intake = window.intake, window.intake.intake
    procedure = window.workplace.desk.knowledge.catalogue.get(EXCHANGED, window.workplace.desk.now().date())
    assert procedure is not None
    intake.choose(procedure)
    assert not page.reuse_bar.isVisible()
    page.applicant.owner.number.setFocus()
    qtbot.keyClicks(page.applicant.owner.number, NUMBER)
    qtbot.waitUntil(page.reuse_bar.isVisible)
    assert before in page.reuse_bar.text.text() and "Giấy chứng nhận quyền sử dụng đất" in page.reuse_bar.text.text()

    qtbot.keyClick(page.applicant.owner.number, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert not page.reuse_bar.isVisible()
    model = page.papers.model
    row = model.row_of("giay-chung-nhan")
    assert model.index(row, ChecklistColumn.PAGES).data() == "dùng lại"
    assert model.index(row, 0).data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked

    intake.type_person("owner", name="Nguyễn Thị Hường")
    intake.tick("don", originals=1)
    complete(window)
    with qtbot.waitSignal(intake.received) as received:
        page.receive()
    reused = next(item for item in received.args[0].components if item.key == "giay-chung-nhan")
    assert reused.reused is not None and reused.reused.dossier == before and reused.document is not None


def test_a_click_takes_it_back(qtbot: QtBot, window: MainWindow) -> None:
    digitised_before(window)
    page, intake = window.intake, window.intake.intake
    procedure = window.workplace.desk.knowledge.catalogue.get(EXCHANGED, window.workplace.desk.now().date())
    assert procedure is not None
    intake.choose(procedure)
    page.applicant.owner.number.setFocus()
    qtbot.keyClicks(page.applicant.owner.number, NUMBER)
    qtbot.waitUntil(page.reuse_bar.isVisible)
    page.reuse_bar.take()
    index = page.papers.model.index(page.papers.model.row_of("giay-chung-nhan"), 0)
    page.papers.model.setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert intake.ticked("giay-chung-nhan").reused is None
    qtbot.waitUntil(page.reuse_bar.isVisible)
