"""`counter import-procedures`, as the technician of an office or of the province types it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from counter_app import cli
from counter_app.config import PROFILE, sample_profile, save_profile
from counter_app.desk.accounts import make_administrator, open_account, sign_in
from counter_app.desk.desk import open_desk
from counter_app.dossier.roles import Role
from counter_app.errors import ExitStatus
from counter_app.knowledge import FOLDER, load_knowledge
from counter_app.procedures.province_package import INDEX
from counter_app.province.knowledge_package import KnowledgePackage
from counter_app.store.key_file import unlocked
from tests.procedures.test_portal_records import method, record

TODAY = date(2026, 11, 25)
NEW = "1.999001"


CLERK, PASSWORD = "Trần Thị Mẫu", "một câu ngắn"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with its administrator, whose password is in the environment."""
    folder = tmp_path / "desk"
    save_profile(sample_profile(), folder / PROFILE)
    desk = open_desk(folder, sample_profile())
    make_administrator(desk, CLERK, PASSWORD, PASSWORD)
    desk.store.close()
    monkeypatch.setenv("COUNTER_PASSWORD", PASSWORD)
    return folder


@pytest.fixture
def records(tmp_path: Path) -> Path:
    file = tmp_path / "records.json"
    told = [record(method(3, "WORKING_DAY"), code=NEW), {"code": "abc", "name": "x", "detail": None}]
    file.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return file


def test_what_changed_is_told_and_in_force_and_twice_is_once(
    data: Path, records: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["import-procedures", str(records), "--data", str(data), "--clerk", CLERK]
    assert cli.main(words) == ExitStatus.NOT_DONE, "one record is none"
    said = capsys.readouterr().out
    assert f"{NEW} Thủ tục cấp Giấy xác nhận: thêm mới" in said
    assert "abc x: bị bỏ qua; Mã TTHC: “abc” không phải mã thủ tục" in said
    assert said.endswith("records.json: 1 thêm mới, 1 bị bỏ qua\n")
    assert load_knowledge(data / FOLDER).catalogue.get(NEW, TODAY)
    files = {path: path.read_bytes() for path in (data / FOLDER).rglob("*") if path.is_file()}
    cli.main(words)
    assert capsys.readouterr().out.endswith("records.json: 1 giữ nguyên, 1 bị bỏ qua\n")
    assert {path: path.read_bytes() for path in (data / FOLDER).rglob("*") if path.is_file()} == files


def test_only_who_keeps_the_catalogue_changes_it(data: Path, records: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["import-procedures", str(records), "--data", str(data)]
    assert cli.main(words) == ExitStatus.NOT_DONE
    assert "Chưa ai đăng nhập" in capsys.readouterr().err
    desk = open_desk(data, sample_profile(), key=unlocked(data, CLERK, PASSWORD))
    desk = desk.of(sign_in(desk, CLERK, PASSWORD).clerk)
    open_account(desk, "Lê Văn Hai", [Role.CLERK], PASSWORD, PASSWORD)
    desk.store.close()
    assert cli.main([*words, "--clerk", "Lê Văn Hai"]) == ExitStatus.NOT_DONE
    assert "không thuộc nhiệm vụ" in capsys.readouterr().err
    assert load_knowledge(data / FOLDER).catalogue.get(NEW, TODAY) is None


def test_check_tells_and_changes_nothing(data: Path, records: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["import-procedures", "--check", str(records), "--data", str(data)])
    assert "1 thêm mới" in capsys.readouterr().out
    assert load_knowledge(data / FOLDER).catalogue.get(NEW, TODAY) is None


def test_a_bad_file_is_told_on_standard_error_and_the_others_are_done(
    data: Path, records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.json").write_text("no json", encoding="utf-8")
    words = ["import-procedures", str(tmp_path / "bad.json"), str(tmp_path / "gone.xlsx"), str(records)]
    assert cli.main([*words, "--data", str(data), "--clerk", CLERK]) == ExitStatus.NOT_DONE
    out, err = capsys.readouterr()
    assert "bad.json:1: JSON: " in err and "gone.xlsx" in err and "Traceback" not in err
    assert "1 thêm mới" in out


def test_a_machine_without_a_desk_says_so(tmp_path: Path, records: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["import-procedures", str(records), "--data", str(tmp_path / "none")]) == ExitStatus.NOT_DONE
    assert capsys.readouterr().err


def test_the_province_imports_for_all_its_desks(tmp_path: Path, records: Path) -> None:
    folder = tmp_path / "knowledge"
    cli.main(["import-procedures", str(records), "--knowledge", str(folder)])
    content, _ = KnowledgePackage(folder).current()
    assert INDEX.encode() in content
