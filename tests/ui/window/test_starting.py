"""The first start, the start after a power cut, and the starts that cannot be."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counter_app.config import PROFILE, load_profile, sample_profile, save_profile
from counter_app.desk.desk import open_desk
from counter_app.settings_file import as_code, exported
from tests.real_screen import colours_shown, screen
from tests.ui.window.conftest import begun
from ui.intake.intake import OpenDraft
from ui.setup.dialog import SetupDialog
from ui.shell import application
from ui.shell.main_window import MainWindow
from ui.shell.start_error import StartErrorWindow

Typing = Callable[[QWidget, str], None]


def test_the_first_start_takes_two_clicks(qtbot: QtBot) -> None:
    dialog = SetupDialog()
    qtbot.addWidget(dialog)
    dialog.use_sample()
    dialog.start.click()
    assert dialog.profile is not None
    assert dialog.profile == sample_profile()


def test_the_sample_office_leaves_nothing_in_a_real_one(qtbot: QtBot) -> None:
    dialog = SetupDialog()
    qtbot.addWidget(dialog)
    dialog.fields["office", "name"].setText("UBND PHƯỜNG THẬT")
    dialog.use_sample()
    assert all(field.isReadOnly() for field in dialog.fields.values()), "the two do not mix"
    dialog.sample.click()
    typed = {place: field.text() for place, field in dialog.fields.items() if field.text()}
    assert typed == {("office", "name"): "UBND PHƯỜNG THẬT"}, "what was typed is back, and nothing else"
    office = ("agency", "H41.15"), ("place", "Thật"), ("address", "Số 2"), ("phone", "1")
    for name, text in office:
        dialog.fields["office", name].setText(text)
    dialog.fields["desk", "number"].setText("1")
    dialog.start.click()
    made = dialog.profile
    assert made is not None and not (made.receipts or made.signers or made.numbers or made.office.look_up)
    assert "Sao Mai" not in made.model_dump_json() and made.office.tax_code == ""


def test_another_desk_is_set_up_by_its_code_and_what_was_typed_stays(qtbot: QtBot) -> None:
    first = sample_profile().model_copy(update={"locked": ("office",)})
    dialog = SetupDialog()
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog.fields["office", "phone"], "0238 777 7777")
    dialog.given.setText(as_code(exported(first, number=7, code="MA-7")))
    qtbot.keyClick(dialog.given, Qt.Key.Key_Return)
    assert dialog.fields["office", "name"].text() == first.office.name and dialog.given.text() == ""
    assert dialog.fields["office", "phone"].text() == "0238 777 7777", "nothing that was typed is wiped"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == 0 and dialog.profile is None
    dialog.start.click()
    made = dialog.profile
    assert made is not None and (made.desk.number, made.server.code) == (7, "MA-7")
    assert made.receipts == first.receipts and made.locked == ("office",)


def test_what_was_typed_before_the_sample_office_was_looked_at_is_still_nobody_s_to_write_over(qtbot: QtBot) -> None:
    dialog = SetupDialog()
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog.fields["office", "name"], "UBND XA MOI")
    dialog.use_sample()
    dialog.use_sample()
    dialog.take_settings(exported(sample_profile(), number=2))
    assert dialog.fields["office", "name"].text() == "UBND XA MOI"
    assert dialog.fields["office", "place"].text() == sample_profile().office.place
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()


def test_a_code_that_is_read_is_seen_before_the_desk_is_set_up_by_it(qtbot: QtBot) -> None:
    """The reader ends with Enter, which in a dialog means its default button as well."""
    dialog = SetupDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.given.setFocus()
    dialog.given.setText(as_code(exported(sample_profile(), number=2)))
    qtbot.keyClick(dialog.given, Qt.Key.Key_Return)
    assert dialog.profile is None and dialog.fields["desk", "number"].text() == "2"


def test_what_is_typed_where_a_code_belongs_is_not_passed_over(qtbot: QtBot) -> None:
    """The cursor begins there: an office's name was typed into it, and nothing said why it was still asked for."""
    dialog = SetupDialog()
    qtbot.addWidget(dialog)
    dialog.given.setText("UBND PHƯỜNG VINH PHÚ")
    dialog.accept_profile()
    assert dialog.told.text() and dialog.given.text() == "UBND PHƯỜNG VINH PHÚ" and dialog.profile is None
    dialog.given.setText(as_code(exported(sample_profile(), number=2)))
    dialog.accept_profile()
    assert dialog.profile is not None and dialog.profile.desk.number == 2


def test_a_file_that_is_no_file_of_settings_is_said_and_changes_nothing(qtbot: QtBot) -> None:
    dialog = SetupDialog()
    qtbot.addWidget(dialog)
    dialog.given.setText("040190001234|187123456|Nguyễn Thị Hường")
    qtbot.keyClick(dialog.given, Qt.Key.Key_Return)
    assert dialog.told.text() and not any(field.text() for field in dialog.fields.values())


def test_the_first_start_says_what_is_wrong_beside_the_field(qtbot: QtBot) -> None:
    dialog = SetupDialog()
    qtbot.addWidget(dialog)
    dialog.take_settings(exported(sample_profile(), number=1))
    dialog.fields["office", "agency"].setText("Vinh")
    dialog.fields["desk", "number"].setText("21")
    dialog.start.click()
    assert dialog.profile is None
    assert "H41.15" in dialog._errors["office", "agency"].text()
    dialog.fields["office", "agency"].setText("H41.15")
    assert dialog._errors["office", "agency"].text() == "", "what is mended is not said any more"
    dialog.start.click()
    assert dialog.profile is None and "20" in dialog._errors["desk", "number"].text()
    dialog.fields["desk", "number"].setText("2")
    dialog.fields["office", "address"].setText(" ")  # every paper says where the office is
    dialog.start.click()
    assert dialog.profile is None and dialog._errors["office", "address"].text()
    dialog.fields["office", "address"].setText("Số 1, đường Mẫu")
    dialog.start.click()
    assert dialog.profile is not None


def test_the_first_start_says_all_that_is_missing_at_once_and_the_true_number_of_desks(qtbot: QtBot) -> None:
    """“1 to 500” was said first, “1 to 20” after it; the address was asked for only when all else was right."""
    dialog = SetupDialog()
    qtbot.addWidget(dialog)
    dialog.start.click()
    said = {place: error.text() for place, error in dialog._errors.items()}
    assert said["office", "name"] and said["office", "address"]
    assert "20" in said["desk", "number"] and "500" not in said["desk", "number"]


def test_what_was_typed_and_scanned_is_there_after_a_power_cut(
    qtbot: QtBot,
    desk_at_work,
    paper: Callable[[str], Path],
    type_text: Typing,  # type: ignore[no-untyped-def]
) -> None:
    before = desk_at_work.open()
    typed = ("Đặng Văn Khoẻ", "1.001193")
    type_text(before.intake.applicant.owner.name, typed[0])
    procedure = before.workplace.desk.knowledge.catalogue.get(typed[1], before.workplace.desk.now().date())
    assert procedure is not None
    before.intake.intake.choose(procedure)
    before.intake.sources.add_files("to-khai", [paper("Quốc tịch: Việt Nam")])
    drafts = before.workplace.desk.store.drafts
    qtbot.waitUntil(lambda: len(before.intake.intake.pages) == 1)
    qtbot.waitUntil(lambda: [(kept.owner.name, kept.procedure) for kept in drafts.all()] == [typed])
    desk_at_work.pull_the_plug()

    after = desk_at_work.open()
    assert after.intake.applicant.owner.name.text() == "Đặng Văn Khoẻ"
    assert after.intake.papers.search.field.text() == procedure.name
    pages = after.intake.intake.pages
    assert len(pages) == 1
    qtbot.waitUntil(lambda: all(page.reading for page in pages.values()))


def test_a_page_that_was_read_while_its_intake_was_looked_up_is_shown_as_read(
    qtbot: QtBot, window: MainWindow, paper: Callable[[str], Path]
) -> None:
    intake = begun(window).intake.intake
    window.intake.sources.add_files("to-khai", [paper("Quốc tịch: Việt Nam")])
    qtbot.waitUntil(lambda: any(page.reading for page in intake.pages.values()))
    (page,) = intake.pages.values()
    intake._show(OpenDraft(intake.draft, (page.model_copy(update={"reading": None}),)))
    qtbot.waitUntil(lambda: all(page.reading for page in intake.pages.values()))


def test_a_parked_intake_is_taken_up_again(qtbot: QtBot, desk_at_work, type_text: Typing) -> None:  # type: ignore[no-untyped-def]
    window = desk_at_work.open()
    intake = window.intake.intake
    type_text(window.intake.applicant.owner.name, "Phan Thị Tuyết Nhung")
    window.show_intake()
    qtbot.waitUntil(lambda: len(intake.others) == 1)
    assert window.intake.applicant.owner.name.text() == ""
    intake.take_up(intake.others[0].id)
    qtbot.waitUntil(lambda: window.intake.applicant.owner.name.text() == "Phan Thị Tuyết Nhung")


def test_the_size_of_the_profile_is_known_before_qt_is_and_a_profile_with_a_fault_has_the_systems(
    tmp_path: Path,
) -> None:
    file = tmp_path / PROFILE
    display = sample_profile().display.model_copy(update={"size": 150})
    save_profile(sample_profile().model_copy(update={"display": display}), file)
    assert application._size_wanted(file) == 150
    file.write_text("[display", encoding="utf-8")
    assert application._size_wanted(file) == application._size_wanted(tmp_path / "none") == 100


def test_a_locked_store_is_said_and_ends_with_status_one(qtbot: QtBot, tmp_path: Path) -> None:
    data = tmp_path / "data"
    save_profile(sample_profile(), data / PROFILE)
    desk = open_desk(data, sample_profile())
    shown: list[str] = []

    def look() -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, StartErrorWindow) and widget.isVisible():
                shown.append(f"{widget.happened.text()} {widget.advice.text()}")
                widget.close()

    watch = QTimer(interval=50)
    watch.timeout.connect(look)
    watch.start()
    try:
        assert application.run(data) == 1
    finally:
        desk.store.close()
    assert len(shown) == 1 and "Traceback" not in shown[0] and len(shown[0]) > 40


def test_the_windows_process_never_loads_opencv(tmp_path: Path) -> None:
    lines = "import sys, ui.shell.application, scanning.session; print('cv2' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.slow
def test_the_real_program_on_a_real_screen(tmp_path: Path) -> None:
    """`python -m counter_app run` under Xvfb: a window is there within seconds, and SIGKILL leaves a sound store."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed")
    data = tmp_path / "data"
    save_profile(sample_profile(), data / PROFILE)
    with screen() as display:
        env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        env["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
        program = subprocess.Popen([sys.executable, "-m", "counter_app", "run", "--data", str(data)], env=env)
        try:
            shot = colours_shown(env, tmp_path / "screen.png", program)
        finally:
            program.send_signal(signal.SIGKILL)
            program.wait()
    assert shot > 40, "an empty screen has one colour"
    desk = open_desk(data, load_profile(data / PROFILE))
    assert desk.store.entries.check_own() == 0
    desk.store.close()


def test_a_folder_where_nothing_can_be_kept_is_a_sentence_in_a_window(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be", encoding="utf-8")
    told: list[str] = []
    monkeypatch.setattr(application, "_explain", lambda app, failure, language: told.append(failure.sentence()) or 5)
    assert application.run(tmp_path / "taken" / "desk") == 5
    assert "không cho chương trình mở hoặc sửa" in told[0]
