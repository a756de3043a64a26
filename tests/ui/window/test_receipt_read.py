"""A receipt under the reader opens its dossier, from any room and once it is known here."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from counter_app.config import sample_profile
from counter_app.desk import receiving
from counter_app.desk.desk import open_desk
from counter_app.dossier.draft import ComponentTicked, Draft, PersonTyped
from tests.conftest import CLERK
from tests.ui.window.conftest import BIRTH
from tests.ui.window.life import burst, receive, says
from ui.shell.main_window import MainWindow

OWNER = "Nguyễn Thị Hường"


def test_a_receipt_under_the_reader_opens_its_dossier_from_any_room(qtbot: QtBot, window: MainWindow) -> None:
    code = receive(window, OWNER, BIRTH, "to-khai")
    token = window.workplace.desk.dossier(code).look_up_token
    window.intake.applicant.note.setFocus()
    burst(token)
    qtbot.waitUntil(lambda: window.detail.isVisible() and window.detail.code == code)
    assert window.intake.applicant.note.toPlainText() == "", "nothing of it stays in the field"
    window.detail.leave()
    qtbot.waitUntil(window.intake.isVisible)  # back to where the clerk was


def test_a_receipt_of_another_desk_opens_once_its_entries_have_come(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    profile = sample_profile()
    second = profile.model_copy(update={"desk": profile.desk.model_copy(update={"number": 2})})
    other = open_desk(tmp_path / "second", second, CLERK)
    other = replace(other, now=window.workplace.desk.now)
    draft = Draft(
        id="draft-second",
        procedure=BIRTH,
        owner=PersonTyped(name="Lê Văn Mẫu"),
        components=(ComponentTicked(key="to-khai", originals=1),),
    )
    other.keep_draft(draft)
    dossier = receiving.receive(other, draft.id)
    window.show_screen("lookup")
    window.lookup.field.setFocus()
    burst(dossier.look_up_token)
    qtbot.waitUntil(lambda: "không có hồ sơ nào ứng với mã" in says(window))
    assert window.lookup.isVisible() and window.lookup.field.text() == ""

    window.workplace.desk.store.journal.accept(other.store.entries.of_dossier(dossier.code))
    other.store.close()
    burst(dossier.look_up_token)
    qtbot.waitUntil(lambda: window.detail.isVisible() and window.detail.code == dossier.code)
