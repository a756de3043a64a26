"""A paper that lies digitised in an earlier dossier of the owner is told of at the next intake; one key attaches it."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter_app.config import Server
from counter_app.desk.desk import Desk
from counter_app.province.serve import running_server
from tests.sync.offices import THERE, desk_of, digitised_there, exchange
from tests.ui.window.conftest import DeskAtWork
from tests.ui.window.life import NUMBER, complete, receive, show
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


def begin_exchange(qtbot: QtBot, window: MainWindow) -> None:
    procedure = window.workplace.desk.knowledge.catalogue.get(EXCHANGED, window.workplace.desk.now().date())
    assert procedure is not None
    window.intake.intake.choose(procedure)
    number = window.intake.applicant.owner.number
    number.setFocus()
    qtbot.keyClicks(number, NUMBER)
    qtbot.waitUntil(window.intake.reuse_bar.isVisible)


def test_what_another_office_digitised_comes_with_the_same_key(
    qtbot: QtBot, desk_at_work: DeskAtWork, tmp_path: Path
) -> None:
    with running_server(tmp_path / "province") as province, ExitStack() as open_ones:
        there: Desk = desk_of(tmp_path, province, THERE, open_ones)
        before = digitised_there(there)
        exchange(province, there)
        desk_at_work.server = Server(url=province.url, code=province.services.desks.register("H41.99:1"))
        window = desk_at_work.open()
        qtbot.waitUntil(lambda: "●" in window.strip.line.text())  # let in: its one-time code is used up
        code = receive(window, "Nguyễn Thị Hường", EXCHANGED, "don", "giay-chung-nhan")
        window.workplace.changes.written()
        qtbot.waitUntil(lambda: province.services.registry.folded(code).dossier is not None)
        show(qtbot, window, code)
        papers = window.detail.papers
        papers.view.setCurrentIndex(papers.model.index(1, 0))
        papers.reuse.click()
        qtbot.waitUntil(lambda: len(papers.reuse.offers.actions()) == 1)
        offer = papers.reuse.offers.actions()[0]
        assert before.code in offer.text()
        papers.reuse.offers.close()
        with qtbot.waitSignal(papers.reuse.reused):
            offer.trigger()
        component = window.workplace.desk.dossier(code).components[1]
        assert component.reused is not None and component.reused.dossier == before.code

        window.show_screen("intake")
        begin_exchange(qtbot, window)
        page, intake = window.intake, window.intake.intake
        qtbot.waitUntil(lambda: f"hồ sơ {before.code}" in page.reuse_bar.text.text())
        assert f"hồ sơ {before.code}" in page.reuse_bar.text.text() and "tại " in page.reuse_bar.text.text()
        qtbot.keyClick(page.applicant.owner.number, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
        qtbot.waitUntil(lambda: intake.ticked("giay-chung-nhan").reused is not None)
        reused = intake.ticked("giay-chung-nhan").reused
        assert reused is not None and reused.lent is not None
        assert window.workplace.desk.store.files.has(reused.lent.paper.document.sha256)
        assert not page.reuse_bar.isVisible() and intake.draft.lying.components == ("giay-chung-nhan",)
        desk_at_work.close()


def test_without_a_line_it_is_said_and_nothing_waits(qtbot: QtBot, desk_at_work: DeskAtWork) -> None:
    desk_at_work.server = Server(url="http://127.0.0.1:9", code="token" * 8)
    window = desk_at_work.open()
    before = digitised_before(window)
    begin_exchange(qtbot, window)
    bar = window.intake.reuse_bar
    qtbot.waitUntil(lambda: "Chưa tìm được giấy tờ đã số hóa ở đơn vị khác" in bar.text.text())
    assert before in bar.text.text() and bar.button.isVisible(), "what lies here is offered all the same"
    bar.take()
    assert window.intake.intake.ticked("giay-chung-nhan").reused is not None
