"""The command line as scripts use it."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from counter_app import cli
from counter_app.bench.law_dossiers import fill
from counter_app.commands import doctor
from counter_app.commands.doctor import Verdict
from counter_app.commands.doctor_report import nameless
from counter_app.config import PROFILE, NoProfile, default_data_folder, load_profile, sample_profile, save_profile
from counter_app.demo.sample_papers import sample_dossiers
from counter_app.desk.desk import open_desk
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.payloads.after import NoteWritten
from counter_app.errors import ExitStatus
from counter_app.store.backup_folder import BackupFolderGone
from counter_app.store.key_file import unlocked, unlocked_by_words
from counter_app.store.store import DATABASE, open_store
from printing.errors import PrinterGone
from printing.handout import ask_for_document
from printing.layout.pictures import page_pictures
from printing.print_queue import PrintQueue
from tests.conftest import CLERK
from tests.printing.paper_printers import PaperPrinter


@pytest.fixture(autouse=True)
def quiet_desk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The usual data folder of these tests is not that of whoever runs them."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COUNTER_BACKUP_PASSPHRASE", "mật khẩu dài")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    data = tmp_path / "desk"
    save_profile(sample_profile(), data / PROFILE)
    return data


def page(path: Path) -> Path:
    path.write_bytes(page_pictures(sample_dossiers()[2].papers[0].pdf(), 150)[0])
    return path


def test_digitise_reads_what_it_can_and_names_what_it_cannot(tmp_path: Path) -> None:
    (tmp_path / "letter.jpg").write_text("no picture")
    good, out, told = page(tmp_path / "don.png"), tmp_path / "out.pdf", tmp_path / "out.json"
    status = cli.main(["digitise", str(good), str(tmp_path / "letter.jpg"), "-o", str(out), "--json", str(told)])
    report = json.loads(told.read_text(encoding="utf-8"))
    assert status == 1
    assert [error["source"] for error in report["errors"]] == ["letter.jpg"]
    (read,) = report["pages"]
    assert set(read) >= {
        "index",
        "source",
        "text",
        "mean_confidence",
        "blank",
        "rotation",
        "skew",
        "codes",
        "document_type",
        "words",
        "fields",
        "width",
        "height",
    }
    assert "Hoàng Thị Quỳnh" in read["text"]
    assert report["pdf"] == str(out) and report["seconds"] > 0
    assert len(pdfium.PdfDocument(out)) == 1


def test_doctor_says_what_it_found(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = open_store(folder, "H41.99:1")
    store.close()
    assert cli.main(["doctor", "--json", "--data", str(folder)]) == 0
    findings = {load["check"]: load for load in json.loads(capsys.readouterr().out)}
    assert set(findings) >= {
        "tesseract",
        "fonts",
        "scanners",
        "printers",
        "profile",
        "key",
        "journal",
        "files",
        "server",
    }
    assert findings["tesseract"]["verdict"] == findings["journal"]["verdict"] == "ok"
    assert "bảo vệ bằng mật khẩu ngay khi có người ở đây đặt mật khẩu" in findings["key"]["message"]


@pytest.mark.parametrize(
    ("free", "verdict", "said"),
    [
        (0, Verdict.BROKEN, "đã đầy"),
        (900, Verdict.WARNING, "trước khi đầy"),
        (9_000, Verdict.SOUND, "còn trống 9000 MB"),
    ],
)
def test_doctor_says_how_much_room_the_desk_s_data_has_before_it_is_full(
    folder: Path, monkeypatch: pytest.MonkeyPatch, free: int, verdict: Verdict, said: str
) -> None:
    open_store(folder, "H41.99:1").close()
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": free * 1_000_000}))
    found = next(doctor._store(folder, sample_profile(), None))
    assert (found.check, found.verdict) == ("disk", verdict)
    assert said in found.message


def test_the_doctor_s_report_is_one_file_that_names_nobody(folder: Path, tmp_path: Path) -> None:
    desk = open_desk(folder, sample_profile()).of(CLERK)
    ask_for_document(desk, b"%PDF", "report", printer="Máy của chị Lan")
    desk.store.close()
    file = tmp_path / "bao-cao.zip"
    cli.main(["doctor", "--data", str(folder), "--report", str(file)])
    with zipfile.ZipFile(file) as archive:
        said = archive.read("report.txt").decode()
    found = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    assert {"tesseract", "fonts", "journal", "print jobs"} <= {finding["check"] for finding in found}
    assert next(finding for finding in found if finding["check"] == "print jobs")["verdict"] == "warning"
    assert "Lan" not in said and CLERK.name not in said


def test_of_a_check_that_nobody_looked_at_only_the_verdict_goes_into_the_report() -> None:
    """Data in OneDrive are told of with their folder, which bears a user's name."""
    said = nameless([doctor.Finding("folder", Verdict.WARNING, "C:\\Users\\Hồ Thị Mận\\OneDrive")])
    assert json.loads(said) == {"check": "folder", "verdict": "warning"}


def test_a_machine_without_a_desk_has_a_report_too(tmp_path: Path) -> None:
    file = tmp_path / "bao-cao.zip"
    assert cli.main(["doctor", "--data", str(tmp_path / "none" / "yet"), "--report", str(file)]) == ExitStatus.DONE
    assert zipfile.ZipFile(file).namelist() == ["report.txt"]


@pytest.mark.parametrize("number", [1, 2], ids=["an older entry", "the last entry"])
def test_doctor_notices_a_changed_journal(folder: Path, number: int, capsys: pytest.CaptureFixture[str]) -> None:
    from tests.dossier.entries import AT, CODE, received

    store = open_store(folder, "H41.99:1")
    store.journal.append(received(), dossier=CODE, clerk="Mẫu", at=AT, salt="salt")
    store.journal.append(NoteWritten(text="Gọi lại"), dossier=CODE, clerk="Mẫu", at=AT, salt="salt")
    store.db.execute("UPDATE entries SET clerk = 'Người khác' WHERE sequence = ?", [number])
    store.close()
    assert cli.main(["doctor", "--data", str(folder)]) == 1
    assert f"✗ store          Mục nhật ký số {number} của quầy đã bị sửa" in capsys.readouterr().out


def test_doctor_names_the_papers_that_wait_and_why(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = open_desk(folder, sample_profile(), CLERK)
    ask_for_document(desk, b"%PDF", "report", printer="Máy A")
    PrintQueue(desk, lambda name: PaperPrinter(name, trouble=PrinterGone(printer=name))).run_once()
    desk.store.close()
    assert cli.main(["doctor", "--json", "--data", str(folder)]) == 0
    findings = {load["check"]: load for load in json.loads(capsys.readouterr().out)}
    assert findings["print jobs"]["verdict"] == "warning"
    assert "report 1 → Máy A" in findings["print jobs"]["message"]
    assert "Không còn thấy máy in Máy A" in findings["print jobs"]["message"]


def test_backup_and_restore_make_the_desk_again(folder: Path, tmp_path: Path) -> None:
    backup, new = tmp_path / "desk.backup", tmp_path / "new"
    assert cli.main(["backup", str(backup), "--data", str(folder)]) == 0
    assert cli.main(["restore", str(backup), "--data", str(new)]) == 0
    open_store(new, "H41.99:1", key=unlocked_by_words(new, "mật khẩu dài")).close()


def test_a_backup_says_where_it_lies(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["backup", str(tmp_path / "desk.backup"), "--data", str(folder)]) == 0
    assert str(tmp_path / "desk.backup") in capsys.readouterr().out


def test_a_question_that_nobody_answers_ends_with_a_sentence(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program without a terminal got a traceback; a file that is not there was told after the passphrase."""

    def nobody(_: str = "") -> str:
        raise EOFError

    monkeypatch.delenv("COUNTER_BACKUP_PASSPHRASE")
    monkeypatch.setattr("getpass.getpass", nobody)
    assert cli.main(["backup", str(tmp_path / "desk.backup"), "--data", str(folder)]) == ExitStatus.USAGE
    assert "COUNTER_BACKUP_PASSPHRASE" in capsys.readouterr().err
    assert cli.main(["restore", str(tmp_path / "missing.backup"), "--aside", "--data", str(folder)]) == 1
    assert "Không mở được bản sao lưu" in capsys.readouterr().err
    assert (folder / DATABASE).exists(), "nothing was moved out of the way for it"


def test_what_the_log_is_told_is_not_said_to_whoever_typed_a_command(folder: Path) -> None:
    """“rebuilt: 18 entries, 0 from the province, 0 lost” stood between the sentences of a restore."""
    told = "import logging; logging.getLogger('counter_app').warning('a line of the log')"
    program = f"from counter_app import cli; cli.main(['key', '--data', {str(folder)!r}]); {told}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0 and done.stderr == ""


def test_what_happened_and_what_to_do_are_two_sentences() -> None:
    said = BackupFolderGone(folder="sao-luu").sentence()
    assert said.startswith("Không thấy thư mục sao lưu: sao-luu. Hãy")


@pytest.mark.parametrize(
    "words", [["restore", "missing.backup"], ["backup", "x.backup"], ["bench", "speed"], ["import-paper", "."]]
)
def test_a_failure_is_a_sentence_and_status_1(
    words: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(words) == 1
    said = capsys.readouterr().err
    assert said.strip() and "Traceback" not in said
    assert list(tmp_path.glob("*.backup")) == []


def test_a_result_that_cannot_be_written_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("no folder")
    status = cli.main(["digitise", str(page(tmp_path / "don.png")), "-o", str(tmp_path / "file" / "out.pdf")])
    assert status == 1
    assert "Không ghi được" in capsys.readouterr().err


def test_a_profile_with_a_mistake_is_named_with_its_field(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (folder / PROFILE).read_text(encoding="utf-8")
    (folder / PROFILE).write_text(text.replace('"H41.99"', '"Nghệ An"'), encoding="utf-8")
    assert cli.main(["backup", "x", "--data", str(folder)]) == 1
    assert "office.agency" in capsys.readouterr().err


def test_a_saved_profile_comes_back_as_it_was(folder: Path) -> None:
    profile = sample_profile()
    tricky = profile.model_copy(
        update={
            "desk": profile.desk.model_copy(update={"number": 20}),
            "office": profile.office.model_copy(update={"place": 'Lê "Mẫu" \\ Thị'}),
        }
    )
    save_profile(tricky, folder / PROFILE)
    assert load_profile(folder / PROFILE) == tricky
    with pytest.raises(NoProfile):
        load_profile(folder / "other.toml")
    assert default_data_folder() != folder


def test_the_law_s_figures_stand_beside_what_is_allowed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COUNTER_BENCH_DOSSIERS", "500")
    monkeypatch.setenv("COUNTER_BENCH_SCALE", "0.05")
    assert cli.main(["bench", "law", "--json"]) == 0
    figures = {load["bench"]: load for load in json.loads(capsys.readouterr().out)}
    by_code, report = figures["find by code, p95"], figures["bieu-06a, all years"]
    assert by_code["peer"] == 0.03 and 0 < by_code["ours"] < 3
    assert report["peer"] == 2 and 0 < report["ours"] < 20
    assert {"receive a dossier", "100,000 due dates", "find by telephone, p50"} <= set(figures)


@pytest.mark.slow
def test_the_bench_of_sync_loses_and_doubles_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COUNTER_BENCH_SCALE", "0.005")
    assert cli.main(["bench", "sync", "--json"]) == 0  # it compares both sides itself
    figures = json.loads(capsys.readouterr().out)
    assert len(figures) == 8 and all(figure["ours"] > 0 for figure in figures)
    assert figures[0]["bench"].startswith("6 desks, 36 commits") and figures[0]["ours"] < 20


def test_a_desk_made_for_measuring_holds_what_its_dossiers_say(folder: Path) -> None:
    store = open_store(folder, "H41.99:1")
    made = fill(store, 1_000, datetime(2026, 11, 24, 16, 0, tzinfo=VIETNAM))
    assert len(store.find(limit=2_000)) == len(made) == 1_000
    for item in made[::50]:
        assert [line.code for line in store.find(item.number)] == [item.code]
        assert item.code in [line.code for line in store.find(f"{item.name} {item.procedure}")]
    (counted,) = store.db.query("SELECT count(*) AS n, min(received_at) AS first, max(received_at) AS last FROM ledger")
    assert counted["n"] == 1_000 and counted["last"] - counted["first"] > 4 * 365 * 86400
    store.close()


@pytest.mark.usefixtures("costly_passwords")
@pytest.mark.slow
def test_the_demo_checks_every_step_and_leaves_a_sound_desk(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("counter_app.demo.demo._DPI", 200)  # harder to read than 300, in half the time
    folder = tmp_path / "demo"
    status = cli.main(["demo", "--out", str(folder)])
    said = capsys.readouterr()
    assert status == 0, said.out + said.err
    assert "✗" not in said.out
    assert len(list((folder / "documents").glob("*.pdf"))) == 10
    store = open_store(folder, "H41.99:1", key=unlocked(folder, "Trần Thị Mẫu", "quầy mẫu"))  # as the demo says
    assert len(store.find()) == 3
    store.close()
    assert cli.main(["demo", "--out", str(folder)]) == 1 and "đã có dữ liệu" in capsys.readouterr().err
